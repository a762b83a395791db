"""The plane of a play, cost to the perpetrators against support for the movement, in words and as a picture."""

from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.speech import _
from backfire_sim.views.ending import EndingView
from backfire_sim.views.plane import points_told

ACROSS = 51
"""Columns of the picture: one for every 2 people of 100."""

UP = 11
"""Rows of the picture: one for every 10 of cost."""

_MARKS = "0123456789abcdefghijklmnopqrstuvwxyz"


def in_words(ending: EndingView) -> list[str]:
    """The way over the plane, one point a line, and where the play would count as backfire."""
    return blocks(
        [_("The plane: cost to the perpetrators against support for the movement.")],
        items(points_told(ending.path)),
        item(
            _(
                "It counts as backfire from support {support} and mean cost {cost} on, if your own people are whole.",
                support=ending.needed_support,
                cost=ending.needed_cost,
            ),
            "",
        ),
        item(region(ending), ""),
    )


def region(ending: EndingView) -> str:
    """The region of the plane in which the play ends, as a sentence."""
    last = ending.path[-1]
    much = last.support >= ending.needed_support
    if last.cost >= ending.needed_cost:
        if much:
            return _("It ends where the cost to them is high and much support was won.")
        return _("It ends where the cost to them is high but little support was won.")
    if much:
        return _("It ends where the cost to them is low but much support was won.")
    return _("It ends where the cost to them is low and little support was won.")


def picture(ending: EndingView) -> list[str]:
    """The same as a small picture: rounds as figures, a plus where the region of backfire has its corner."""
    grid = [[" "] * ACROSS for _ in range(UP)]
    across, up = _column(ending.needed_support), _row(ending.needed_cost)
    for column in range(across, ACROSS):
        grid[up][column] = "-"
    for row in range(up, UP):
        grid[row][across] = "|"
    grid[up][across] = "+"
    for number, point in enumerate(ending.path):
        grid[_row(point.cost)][_column(point.support)] = _MARKS[min(number, len(_MARKS) - 1)]
    lines = [f"{row * 10:>4} |{''.join(grid[row])}".rstrip() for row in reversed(range(UP))]
    scale = "".join(f"{support:<10}" for support in range(0, 101, 20))
    return [
        *prose(
            _(
                "The same as a picture: cost upward, support to the right, 0 is the opening, 1 the first round; "
                "above and right of the lines is backfire."
            )
        ),
        _("cost"),
        *lines,
        f"     +{'-' * ACROSS}",
        f"      {scale}".rstrip(),
        f"      {_('support')}",
    ]


def _column(support: int) -> int:
    return min(ACROSS - 1, max(0, support // 2))


def _row(cost: int) -> int:
    return min(UP - 1, max(0, cost // 10))
