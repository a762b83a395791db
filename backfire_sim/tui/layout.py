"""Where everything stands: every layout is a plain function from a size to places, designed for that size.

Screens have no containers. A screen says for its size where each of its widgets stands; a widget that is not named
is not on the screen just then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

Places = dict[str, Region]
"""The place of each widget, by its id."""

PHONE, WIDE, HUGE = 60, 100, 160
"""Columns: below the first a phone, from the second on numbers beside words, from the third on three columns."""

TALL = 36
"""Rows from which a whole scene, its board and its moves stand on one screen."""

COLUMN = 84
"""Columns of a page that holds one thought."""

PROJECTED = 50
"""Columns of the one thought on a projector: as few as people read from the back of a room in large letters."""


MAGNIFIED = 110
"""Columns from which letters three cells wide still make lines that can be read."""


class Placed(Layout):
    """Puts each widget where a function says."""

    name = "placed"

    def __init__(self, places: Callable[[Size], Mapping[str, Region]]) -> None:
        self._places = places

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """The widgets that have a place."""
        parent.pre_layout(self)
        places = self._places(size)
        return [
            WidgetPlacement(place, NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if (place := places.get(child.id or "")) is not None
        ]


def frame(width: int, height: int, said: int = 0) -> tuple[Places, Region]:
    """The line above, the keys below with `said` lines over them, and what is left between."""
    keys = said + (2 if width < PHONE else 1)
    places = {"masthead": Region(0, 0, width, 1), "hints": Region(0, height - keys, width, keys)}
    return places, Region(0, 1, width, max(0, height - 1 - keys))


def column(body: Region) -> Region:
    """The column in the middle for one thought, a little below the top where there is room."""
    width = min(body.width, COLUMN)
    drop = 2 if body.height >= TALL and body.width > COLUMN else 0
    return Region(body.x + (body.width - width) // 2, body.y + drop, width, body.height - drop)


def projected(body: Region, columns: int = PROJECTED) -> Region:
    """The place of the one thought on a projector: a narrow column in the middle, with ground around it.

    Large type is the terminal's own letters made larger; this is the layout that still holds everything then.
    """
    width = min(body.width, columns)
    drop = 0 if body.height < 20 else 1 if body.height < TALL else 3
    return Region(body.x + (body.width - width) // 2, body.y + drop, width, body.height - 2 * drop)


def magnified(body: Region) -> Region:
    """The same for a pane that draws large letters (`Pane.magnifies`), where the screen has room for them."""
    if body.width < MAGNIFIED or body.height < TALL - 3:
        return projected(body)
    width = min(body.width, 3 * PROJECTED)
    return Region(body.x + (body.width - width) // 2, body.y + 1, width, body.height - 1)


def seconds_shown(left: float, *, still: bool) -> int:
    """The seconds that a clock says are left: whole ones, or where nothing may tick, steps of ten; never too few."""
    step = 10 if still else 1
    return max(0, -int(-left // step) * step)


def split_below(region: Region, rows: int) -> tuple[Region, Region]:
    """The upper part, and the lowest `rows` rows."""
    rows = min(rows, region.height)
    return (
        Region(region.x, region.y, region.width, region.height - rows),
        Region(region.x, region.y + region.height - rows, region.width, rows),
    )


def split_right(region: Region, columns: int) -> tuple[Region, Region]:
    """The left part, and the rightmost `columns` columns."""
    columns = min(columns, region.width)
    return (
        Region(region.x, region.y, region.width - columns, region.height),
        Region(region.x + region.width - columns, region.y, columns, region.height),
    )
