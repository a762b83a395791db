"""The plane: cost to the perpetrators upward, support for the movement across, and the way that this play took."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from textual.content import Content

from backfire_sim.speech import _
from backfire_sim.text import fit, wrap
from backfire_sim.tui.widgets.lines import Piece, line
from backfire_sim.views.ending import Point
from backfire_sim.views.plane import REGIONS

_AXIS = 5
"""Cells before the field: figures and the axis."""

Field = dict[tuple[int, int], tuple[str, str]]
"""What stands in each cell (row from below, column): a character and its style."""

_MARKS = "0123456789abcdefghijklmnopqrstuvwxyz"

_OTHER_MARKS = "0ABCDEFGHIJKLMNOPQRSTUVWXYZ"

DOT, OTHER_DOT, BOTH = "·", "◦", "="
"""What joins the points of the way, and those of a second one; and where both stand at once."""


def other_mark(round_: int) -> str:
    """The letter of a round on the way of a second play."""
    return _OTHER_MARKS[min(round_, len(_OTHER_MARKS) - 1)]


def plane_lines(
    path: Sequence[Point],
    needed_support: int,
    needed_cost: int,
    width: int,
    height: int,
    other: Sequence[Point] = (),
) -> list[Content]:
    """The plane in `width` by `height` cells: the regions in words, the opening as 0, each round as its number.

    `other` is the way of a second play; its rounds are letters, and its dots are open ones.
    """
    columns, rows = max(20, width - _AXIS), max(6, height - 3)
    across, up = _scaled(needed_support, columns), _scaled(needed_cost, rows)
    field: Field = {(row, across): ("┊", "$line") for row in range(rows)}
    field.update({(up, column): ("┈", "$line") for column in range(columns)})
    field[up, across] = ("┼", "$line")
    way = _ways(path, other, rows, columns)
    for words, room, lines_at in _regions(across, up, rows, columns):
        field.update(_written(words, room, lines_at, way))
    field.update(way)
    return [
        line((fit(_("cost to the perpetrators, of 100"), width), "$theirs")),
        *(_row(field, row, rows, columns, {rows - 1: "100", up: str(needed_cost)}) for row in reversed(range(rows))),
        line("   0", ("└" + "─" * columns, "$line")),
        _scale(needed_support, across, columns),
    ]


def _scaled(value: int, cells: int) -> int:
    return min(cells - 1, max(0, round(value * (cells - 1) / 100)))


def _regions(across: int, up: int, rows: int, columns: int) -> list[tuple[str, tuple[int, int], list[int]]]:
    """For each region its words, its first column and width, and the rows its words may begin in, the best first."""
    left, right = (1, across - 2), (across + 2, columns - across - 3)
    above, below = list(range(rows - 1, up, -1)), list(range(up - 1, -1, -1))
    return [
        (REGIONS[0][0], left, above),
        (REGIONS[0][1], right, above),
        (REGIONS[1][0], left, below),
        (REGIONS[1][1], right, below),
    ]


def _written(words: str, room: tuple[int, int], rows: list[int], way: Field) -> Field:
    """The words where the way does not cross them; at the best place where it crosses them everywhere."""
    first, width = room
    lines = wrap(_(words), width) if width >= 8 else []
    best: Field = {}
    for n in range(len(rows) - len(lines) + 1):
        written = {
            (rows[n + k], first + at): (char, "$quiet") for k, each in enumerate(lines) for at, char in enumerate(each)
        }
        best = best or written
        if not written.keys() & way.keys():
            return written
    return best


def _ways(path: Sequence[Point], other: Sequence[Point], rows: int, columns: int) -> Field:
    """Both ways, or the one there is: no dot lies over a point, and where two points meet, that is said by a sign."""
    dots, points = _way(path, _MARKS, (DOT, "$accent"), rows, columns)
    other_dots, other_points = _way(other, _OTHER_MARKS, (OTHER_DOT, ""), rows, columns)
    met = {
        at: (BOTH, f"{style} reverse" if "reverse" in other_points[at][1] and "reverse" not in style else style)
        for at, (mark, style) in points.items()
        if at in other_points and other_points[at][0] != mark
    }
    return {**other_dots, **dots, **other_points, **points, **met}


def _way(path: Sequence[Point], marks: str, dot: tuple[str, str], rows: int, columns: int) -> tuple[Field, Field]:
    """Dots from point to point, and the points themselves, the last one standing out."""
    dots: Field = {}
    points: Field = {}
    style = f"bold {dot[1]}".strip()
    places = [(_scaled(point.cost, rows), _scaled(point.support, columns)) for point in path]
    for (row, column), (to_row, to_column) in pairwise(places):
        steps = max(abs(to_row - row) * 2, abs(to_column - column))
        for n in range(1, steps):
            at = row + round((to_row - row) * n / steps), column + round((to_column - column) * n / steps)
            dots[at] = dot
    for n, place in enumerate(places):
        last = n == len(places) - 1
        points[place] = (marks[min(n, len(marks) - 1)], f"{style} reverse" if last else style)
    return dots, points


def _row(field: Field, row: int, rows: int, columns: int, figures: dict[int, str]) -> Content:
    figure = figures.get(row, "")
    cells = (field.get((row, column), (" ", "")) for column in range(columns))
    pieces: list[Piece] = [
        ("".join(char for char, _style in run), style) for style, run in groupby(cells, lambda cell: cell[1])
    ]
    return line((f"{figure:>4}", "$quiet"), ("┤" if figure else "│", "$line"), *pieces)


def _scale(needed: int, across: int, columns: int) -> Content:
    words = f" {_('support, of 100 people')}"
    text = "0".ljust(columns - 3) + "100"
    figure = str(needed)
    if not text[across : across + len(figure) + 1].strip():
        text = text[:across] + figure + text[across + len(figure) :]
    gap = max(range(len(text)), key=lambda at: _run(text, at))
    if _run(text, gap) >= len(words) + 1:
        text = text[:gap] + words + text[gap + len(words) :]
    return line(" " * _AXIS, (text, "$ours"))


def _run(text: str, at: int) -> int:
    """How many spaces begin here."""
    rest = text[at:]
    return len(rest) - len(rest.lstrip(" ")) if rest.strip() else 0
