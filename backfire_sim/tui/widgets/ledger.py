"""What the violence costs those behind it, what the movement gains, and how the group itself stands."""

from textual.content import Content

from backfire_sim.speech import _, later, sense
from backfire_sim.text import fit, pad
from backfire_sim.text import width as text_width
from backfire_sim.tui.widgets.lines import (
    BLANK,
    Piece,
    gauge,
    hanging,
    line,
    rule,
    signed_change,
)
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.play import NumberRow

STRIP = 6
"""Rows of the pane up to which the numbers stand in lines of words instead of in columns."""

_SHORT = {
    "political": later("Political", "at most 12 letters"),
    "standing": later("Standing", "at most 12 letters"),
    "economic": later("Economic", "at most 12 letters"),
    "legal": later("Legal", "at most 12 letters"),
}
"""Labels that are too long for a column."""


class Ledger(Pane):
    """Costs, gains and the group's own numbers: gauges in a column, or a strip of words where the pane is low."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.costs: tuple[NumberRow, ...] = ()
        self.gains: tuple[NumberRow, ...] = ()
        self.group: tuple[NumberRow, ...] = ()
        self.unnamed: tuple[str, ...] = ()

    def show(
        self,
        costs: tuple[NumberRow, ...],
        gains: tuple[NumberRow, ...],
        group: tuple[NumberRow, ...],
        unnamed: tuple[str, ...] = (),
    ) -> None:
        """Show these numbers."""
        self.costs, self.gains, self.group, self.unnamed = costs, gains, group, unnamed
        self.redraw()

    def frame(self, width: int, height: int) -> list[Content]:
        """The rule says what the first lines are."""
        self.title = Content(_("Cost to them · what you have") if height <= STRIP else _("What it costs them"))
        return super().frame(width, height)

    def body(self, width: int) -> list[Content]:
        """The numbers, in the form that fits."""
        if self.size.height <= STRIP:
            cost, won = _("Cost"), _("Won")
            names = max(text_width(cost), text_width(won)) + 2
            return [
                *_strip(pad(cost, names), self.costs, width, "$theirs"),
                *_strip(pad(won, names), (*self.gains, *self.group), width, "$ours"),
            ]
        return [
            *cost_lines(self.costs, width),
            *_unnamed(self.unnamed, width),
            BLANK,
            rule(Content(_("What you have won")), BLANK, width, focused=False),
            *gain_lines(self.gains, width),
            BLANK,
            rule(Content(_("Your own people")), BLANK, width, focused=False),
            *group_lines(self.group, width),
        ]


def cost_lines(rows: tuple[NumberRow, ...], width: int) -> list[Content]:
    """The four costs: a bar as far as the cost, a thin line as far as those named could fall."""
    return [
        _row(row, width, "$theirs", _("of {top}", top=row.ceiling) if row.ceiling is not None else "") for row in rows
    ]


def gain_lines(rows: tuple[NumberRow, ...], width: int) -> list[Content]:
    """Support, power and mobilization, each of 100."""
    return [_row(row, width, "$ours", _("of {top}", top=100)) for row in rows]


def group_lines(rows: tuple[NumberRow, ...], width: int) -> list[Content]:
    """Care, evidence and the author's own counters."""
    return [_row(row, width, "$ours", _("of {top}", top=row.top)) for row in rows]


def _row(row: NumberRow, width: int, style: str, scale: str) -> Content:
    wide = width >= 50
    name = row.label if wide else _short(row)
    # An author's own number may have a long name: its bar is shorter then, and its figures stay in line.
    label = 22 if wide else 13 if text_width(name) < 13 else 18
    scale = scale if width >= 36 else ""
    cells = max(4, min(24 if wide else 24 - label + 13, width - label - (16 if scale else 9)))
    top = row.ceiling if row.ceiling is not None and row.ceiling > row.top else row.top
    filled, reach, beyond = gauge(row.value, top, cells, row.ceiling)
    pieces: list[Piece] = [
        (pad(fit(name, label - 1), label), ""),
        (filled, style),
        (reach, "$line"),
        beyond,
        (f"{row.value:>4}", "bold"),
        (f" {signed_change(row.changed)}".ljust(5), "bold $mark"),
        (scale, "$quiet"),
    ]
    return line(*pieces)


def _unnamed(unnamed: tuple[str, ...], width: int) -> list[Content]:
    """What the thin line behind a bar means, and who could still be named."""
    if not unnamed:
        return []
    lines = hanging("", _("─ as far as those named can fall"), width, "$quiet")
    lines += [line((fit(_("Not named yet:"), width), "$quiet"))]
    return lines + [line((fit(f"  {label}", width), "$quiet")) for label in unnamed]


def _strip(name: str, rows: tuple[NumberRow, ...], width: int, style: str) -> list[Content]:
    """The rows as words in lines, never cut inside a row; without the ceilings where they would need a line more."""
    inset = text_width(name)
    parts = [_in_words(row, ceilings=True) for row in rows]
    if sum(part.cell_length + 2 for part in parts) + inset - 2 > width:
        parts = [_in_words(row, ceilings=False) for row in rows]
    lines = [line((name, style))]
    for part in parts:
        first = lines[-1].cell_length == inset
        if not first and lines[-1].cell_length + 2 + part.cell_length > width:
            lines.append(line(" " * inset))
            first = True
        lines[-1] = line(lines[-1], "" if first else "  ", part)
    return lines


def _in_words(row: NumberRow, *, ceilings: bool) -> Content:
    label = fit(_short(row), 20)
    ceiling = f"/{row.ceiling}" if ceilings and row.ceiling is not None else ""
    change = signed_change(row.changed)
    return line(
        (f"{label} ", "$quiet"),
        (str(row.value), "bold"),
        (ceiling, "$quiet"),
        (f" {change}" if change else "", "bold $mark"),
    )


def _short(row: NumberRow) -> str:
    return sense("at most 12 letters", _SHORT[row.id]) if row.id in _SHORT else row.label
