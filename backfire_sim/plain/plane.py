"""The plane of a play, cost to the perpetrators against support for the movement, in words and as a picture."""

from collections.abc import Sequence

from backfire_sim.plain.shape import blocks, item, items
from backfire_sim.views.ending import EndingView, Point

ACROSS = 51
"""Columns of the picture: one for every 2 people of 100."""

UP = 11
"""Rows of the picture: one for every 10 of cost."""

_MARKS = "0123456789abcdefghijklmnopqrstuvwxyz"


def in_words(ending: EndingView) -> list[str]:
    """The way over the plane, one point a line, and where the play would count as backfire."""
    return blocks(
        ["The plane: cost to the perpetrators against support for the movement."],
        items(_point(point, before) for before, point in _pairs(ending.path)),
        item(
            f"It counts as backfire from support {ending.needed_support} and mean cost {ending.needed_cost} on, "
            "if your own people are whole.",
            "",
        ),
        item(f"It ends {region(ending)}.", ""),
    )


def region(ending: EndingView) -> str:
    """The region of the plane in which the play ends, in words."""
    last = ending.path[-1]
    cost = "high" if last.cost >= ending.needed_cost else "low"
    support = "much" if last.support >= ending.needed_support else "little"
    joined = "and" if (cost, support) in {("high", "much"), ("low", "little")} else "but"
    return f"where the cost to them is {cost} {joined} {support} support was won"


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
        "The same as a picture: cost upward, support to the right, 0 is the",
        "opening, 1 the first round; above and right of the lines is backfire.",
        "cost",
        *lines,
        f"     +{'-' * ACROSS}",
        f"      {scale}".rstrip(),
        "      support",
    ]


def _pairs(path: Sequence[Point]) -> list[tuple[Point | None, Point]]:
    return list(zip([None, *path[:-1]], path, strict=True))


def _point(point: Point, before: Point | None) -> str:
    if before is None:
        return f"At the opening: support {point.support}, mean cost {point.cost}."
    return f"After round {point.round}: support {point.support}, mean cost {point.cost}."


def _column(support: int) -> int:
    return min(ACROSS - 1, max(0, support // 2))


def _row(cost: int) -> int:
    return min(UP - 1, max(0, cost // 10))
