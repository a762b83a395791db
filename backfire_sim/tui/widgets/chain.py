"""The chain of decisions: what was done at each turn, what it answered, and what it added."""

from textual.content import Content

from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _
from backfire_sim.tui.widgets.lines import BLANK, Piece, hanging, line, parts, signed_change
from backfire_sim.views.ending import Link
from backfire_sim.views.words import listed


def chain_lines(links: tuple[Link, ...], prepared: tuple[str, ...], width: int) -> list[Content]:
    """Every decision in order."""
    lines: list[Content] = []
    if prepared:
        lines += [line((_("Before it began"), "bold"))]
        lines += [each for option in prepared for each in hanging("  · ", option, width)]
        lines += [BLANK]
    for link in links:
        lines += [*_link(link, width), BLANK]
    return lines or [line((_("Nothing has been decided yet."), "$quiet"))]


def _link(link: Link, width: int) -> list[Content]:
    when = f"{link.time} · " if link.time else ""
    lines = hanging(f"{link.round:>2}  ", f"{when}{link.scene}", width, "$quiet", limit=74)
    lines += hanging("    ", link.did, width, "bold", limit=74)
    lines += answer_lines(link, width) + figures_lines(link, width)
    if link.because:
        lines += hanging("    ", link.because, width, limit=70)
    return lines


def answer_lines(link: Link, width: int) -> list[Content]:
    """The R of a decision and what it answered; what it left unanswered."""
    answer = line("    ", *_answer(link))
    lines = [answer] if answer.cell_length <= width else hanging("    ", answer.plain, width, "$ours")
    if link.unanswered:
        left = _("! left unanswered: {methods}", methods=listed([m.lower() for m in link.unanswered]))
        lines += hanging("    ", left, width, "$theirs", limit=74)
    return lines


def figures_lines(link: Link, width: int) -> list[Content]:
    """What a decision added to cost and support, and the gate that lost most after it."""
    figures = [
        f"{name} {signed_change(by)}" if by else _("{name} unmoved", name=name)
        for name, by in ((_("cost to them"), link.cost), (_("support"), link.support))
    ]
    figures.append(_("bottleneck {gate}", gate=link.bottleneck))
    return hanging("    ", " · ".join(figures), width, "$quiet", limit=74)


def _answer(link: Link) -> list[Piece]:
    """The R and what it answered."""
    if not link.response:
        return [(_("You waited"), "$quiet")]
    response = (label(link.response), "$ours")
    if not link.answered:
        return [response]
    methods = listed([method.lower() for method in link.answered])
    return parts(_("{response} answered {methods}"), response=response, methods=methods)
