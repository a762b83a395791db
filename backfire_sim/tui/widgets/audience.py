"""The audiences: for each, how far into outrage and action its people have come."""

from textual.content import Content

from backfire_sim.speech import _, later, plural
from backfire_sim.text import fit, grouped
from backfire_sim.text import width as text_width
from backfire_sim.tui.widgets.lines import BLANK, Piece, labels, line, signed_change
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.play import AudienceRow

_STEPS = (
    ("█", later("act")),
    ("▓", later("call it unjust")),
    ("▒", later("see people")),
    ("░", later("know")),
    ("·", later("do not know")),
)
"""From those who act to those who do not know: the mark and the words."""


class Audiences(Pane):
    """One bar of 100 people an audience, from those who act to those who do not know."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = Content(_("Who is watching"))
        self.audiences: tuple[AudienceRow, ...] = ()

    def show(self, audiences: tuple[AudienceRow, ...]) -> None:
        """Show these audiences."""
        self.audiences = audiences
        self.redraw()

    def body(self, width: int) -> list[Content]:
        """The audiences and what the marks mean."""
        lines = audience_lines(self.audiences, width)
        return lines if len(lines) < self.size.height else audience_lines(self.audiences, width, whole=False)


def audience_lines(audiences: tuple[AudienceRow, ...], width: int, *, whole: bool = True) -> list[Content]:
    """Every audience in three lines, or four where its `whole` name needs one of its own, then the key to the marks."""
    lines: list[Content] = []
    for row in audiences:
        change = signed_change(row.changed)
        count = " " + plural("{people} person", "{people} people", row.size, people=grouped(row.size))
        if whole and text_width(row.label + count) > width:
            lines += [line((fit(row.label, width), "bold")), line((count.lstrip(" "), "$quiet"))]
        else:
            lines += [line((fit(row.label, width - text_width(count)), "bold"), (count, "$quiet"))]
        lines += [
            spectrum(row, min(width, 50)),
            line(
                (_("{count} of 100 with you", count=row.support), ""),
                (f" {change}" if change else "", "bold $mark"),
                (f" · {row.bottleneck} ◂", "$quiet"),
            ),
            BLANK,
        ]
    key = [*(f"{mark} {_(words)}" for mark, words in _STEPS), _("◂ the bottleneck")]
    return lines + [line((each, "$quiet")) for each in labels(key, width, "  ")]


def spectrum(row: AudienceRow, cells: int) -> Content:
    """One bar of 100 people; whoever is there at all shows at least one cell while there is room."""
    know, see, unjust, _can_act, act = row.left
    marks = [mark for mark, _words in _STEPS]
    edges = [_cells(count, cells) for count in (act, unjust, see, know)]
    pieces: list[Piece] = []
    before = 0
    for mark, edge in zip(marks, edges, strict=False):
        edge = max(edge, before)
        pieces.append((mark * (edge - before), "$ours"))
        before = edge
    return line(*pieces, (marks[-1] * (cells - before), "$quiet"))


def _cells(count: int, cells: int) -> int:
    return max(1, round(count * cells / 100)) if count > 0 else 0
