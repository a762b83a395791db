"""A scale from 0 to 100, drawn in cells: a hundred dots, bars, and where many guesses lie."""

from collections.abc import Sequence

from textual.content import Content

from backfire_sim import text
from backfire_sim.speech import _, plural
from backfire_sim.training.numbers import TOP, figure, place, spread
from backfire_sim.training.questions import Mark
from backfire_sim.tui.widgets.lines import Piece, line

MOST_COLUMNS = 61
"""Columns that a scale takes at most; beyond, it would not say more."""

HIGHEST = 6
"""Rows of dots at most; with more guesses a dot stands for several."""

NARROW = 52
"""Cells below which names stand over their bars, not before them."""

IN_A_ROW = 20
"""Dots in a row of the hundred; a wider gap parts tens."""


def dots(value: int | None, width: int) -> list[Content]:
    """A hundred dots in five rows, so many of them filled."""
    between = " " * (_step(width) - 1)
    rows = []
    for row in range(TOP // IN_A_ROW):
        pieces: list[Piece] = []
        for at in range(IN_A_ROW):
            full = value is not None and row * IN_A_ROW + at < value
            gap = " " if at == IN_A_ROW // 2 else ""
            pieces += [gap + (between if at else ""), ("●", "$accent") if full else ("·", "$quiet")]
        rows.append(line(*pieces))
    return rows


def dot_at(x: int, y: int, width: int) -> int | None:
    """How many dots there are up to the one at a place in what `dots` drew; None beside them."""
    step = _step(width)
    at = (x - (x >= IN_A_ROW // 2 * step)) // step
    return y * IN_A_ROW + at + 1 if 0 <= at < IN_A_ROW and 0 <= y < TOP // IN_A_ROW and x >= 0 else None


def _step(width: int) -> int:
    return 2 if width >= 2 * IN_A_ROW else 1


def bars(rows: Sequence[tuple[Mark, str]], width: int, over: str = "") -> list[Content]:
    """Figures one under the other on one scale, each in its style; a range is a band.

    `over` is the name of what stands over them on the same scale.
    """
    inset, columns = _measure([over, *(mark.name for mark, _style in rows)], width)
    lines: list[Content] = []
    for mark, style in rows:
        band = _band(mark, columns)
        said = (f" {figure(mark)}", "bold")
        if inset:
            lines.append(line((text.pad(mark.name, inset), ""), *_styled(band, style), said))
        else:
            lines += [line(mark.name, said), line(*_styled(band, style))]
    return [*lines, _axis(columns, inset)]


def plot(guesses: tuple[int, ...], rows: Sequence[tuple[Mark, str]], width: int, name: str) -> list[Content]:
    """Guesses as dots over the scale, and the figures as bars under it."""
    inset, columns = _measure([name, *(mark.name for mark, _style in rows)], width)
    counts = spread(guesses, columns).columns
    each = -(-max(counts) // HIGHEST)
    heights = [-(-count // each) for count in counts]
    lines: list[Content] = [] if inset else [line(name)]
    for level in range(max(heights), 0, -1):
        before = text.pad(name if level == 1 else "", inset)
        drawn = "".join("●" if height >= level else " " for height in heights)
        lines.append(line(before, (drawn.rstrip(), "$accent")))
    lines.append(line(" " * inset, ("─" * columns, "$line")))
    if each > 1:
        said = plural("One dot for {count} guess.", "One dot for up to {count} guesses.", each)
        lines.insert(0, line(" " * inset, (said, "$quiet")))
    return [*lines, *(bars(rows, width, name) if rows else [_axis(columns, inset)])]


def _measure(names: Sequence[str], width: int) -> tuple[int, int]:
    """Cells before the scale, 0 where names stand over it, and its columns."""
    inset = max((text.width(name) for name in names), default=0) + 2
    if width < NARROW or inset > width // 2:
        return 0, max(10, min(MOST_COLUMNS, width))
    after = 10
    return inset, max(10, min(MOST_COLUMNS, width - inset - after))


def _band(mark: Mark, columns: int) -> tuple[int, int, int]:
    """Cells before, in, and after the bar: from 0 to a figure, or from the low end to the high end of a range."""
    first = 0 if mark.low == mark.high else place(mark.low, columns)
    last = place(mark.high, columns)
    return first, last - first + (mark.high > 0), columns - last - (mark.high > 0)


def _styled(band: tuple[int, int, int], style: str) -> list[Piece]:
    before, within, after = band
    return [("─" * before, "$line"), ("━" * within, style), ("─" * after, "$line")]


def _axis(columns: int, inset: int) -> Content:
    row = [" "] * columns
    for value in (0, 25, 50, 75, TOP):
        first = min(place(value, columns), columns - len(str(value)))
        row[first : first + len(str(value))] = str(value)
    return line(" " * inset, ("".join(row).rstrip(), "$quiet"))


def hidden(typed: bool) -> Content:
    """What is seen while somebody types: that they do, and not how much."""
    return line(("● ● ●", "bold $accent")) if typed else line((_("nothing typed yet"), "$quiet"))


def bar(value: int, said: str, width: int, *, chosen: bool) -> Content:
    """One step of a scale as a row: the number, a bar as long as it, and what it means where that is said."""
    cells = max(10, min(40, width - 20))
    at = place(value, cells + 1)
    style = "bold $accent" if chosen else "$quiet"
    return line((f"{value:>3} ", "bold" if chosen else ""), ("━" * at, style), f" {said}" if said else "")
