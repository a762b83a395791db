"""The chain of decisions: what was done at each turn, what it answered, and what it added."""

from textual.content import Content

from backfire_sim.scoring.vocabulary import label
from backfire_sim.tui.widgets.lines import BLANK, Piece, hanging, line, signed_change
from backfire_sim.views.ending import Link
from backfire_sim.views.words import listed


def chain_lines(
    links: tuple[Link, ...], prepared: tuple[str, ...], width: int, *, veiled: bool = False
) -> list[Content]:
    """Every decision in order; without its words where those are veiled."""
    lines: list[Content] = []
    if prepared:
        lines += [line(("Before it began", "bold"))]
        lines += [each for option in prepared for each in hanging("  · ", option, width)]
        lines += [BLANK]
    for link in links:
        lines += [*_link(link, width, veiled), BLANK]
    return lines or [line(("Nothing has been decided yet.", "$quiet"))]


def _link(link: Link, width: int, veiled: bool) -> list[Content]:
    when = f"{link.time} · " if link.time else ""
    lines = hanging(f"{link.round:>2}  ", f"{when}{link.scene}", width, "$quiet", limit=74)
    lines += hanging("    ", link.did, width, "bold", limit=74)
    pieces: list[Piece] = ["    "]
    if link.response:
        pieces += [(label(link.response), "$ours")]
        if link.answered:
            pieces += [f" answered {listed([m.lower() for m in link.answered])}"]
    else:
        pieces += [("You waited", "$quiet")]
    lines.append(line(*pieces))
    if link.unanswered:
        lines += hanging(
            "    ", f"! left unanswered: {listed([m.lower() for m in link.unanswered])}", width, "$theirs", limit=74
        )
    figures = [
        f"{name} {signed_change(by)}" if by else f"{name} unmoved"
        for name, by in (("cost to them", link.cost), ("support", link.support))
    ]
    lines += hanging("    ", f"{' · '.join(figures)} · bottleneck {link.bottleneck}", width, "$quiet", limit=74)
    if link.because and not veiled:
        lines += hanging("    ", link.because, width, limit=70)
    return lines
