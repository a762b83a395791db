"""The tables that stand for every multiplication and division at a table.

Each is read off `settle` itself, asked with numbers put in on purpose, so that the paper cannot disagree with the
program.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from math import gcd
from typing import NamedTuple

from backfire_sim.scoring import board as b
from backfire_sim.scoring.board import Audience, Board
from backfire_sim.scoring.constants import TOP_OF_COST, TOP_OF_GATE, TOP_OF_SUPPORT
from backfire_sim.scoring.settle import settle
from backfire_sim.scoring.vocabulary import COSTS

_STEPS = range(1, TOP_OF_GATE + 1)
_ONE = Board.of((Audience("one", "", 1, (0, 0, 0, 0), (1, 0, 0, 0)),))
"""One audience with a hold on one cost: whatever it does can be read off."""

FULL = TOP_OF_GATE**3
"""The product of three open gates."""

ROWS = 50
"""Rows of a table on one page."""

COLUMNS = 9
"""Columns of a table whose figures are long."""


class Table(NamedTuple):
    """Figures by row and column."""

    title: str
    columns: tuple[int | str, ...]
    rows: tuple[tuple[int, tuple[int, ...]], ...]
    """What stands before the row, and its figures."""


class Difference(NamedTuple):
    """What a difference between outraged and support does to support."""

    difference: int
    won: int
    lost: int


class Sums(NamedTuple):
    """How figures of several audiences become one: parts to add up, and what the sum is divided by."""

    parts: tuple[tuple[int, str], ...]
    """(times, label of the audience); empty where nobody counts."""
    divisor: int


def products() -> list[Table]:
    """Visibility by dignity, a table for each step of meaning."""
    return [
        Table(str(meaning), tuple(_STEPS), tuple((v, tuple(v * d * meaning for d in _STEPS)) for v in _STEPS))
        for meaning in _STEPS
    ]


def who_act() -> list[Table]:
    """Of 100 people, how many act: by the product of their gates and the group's steadiness."""
    steadiness = sorted({m * c for m, c in product(_STEPS, _STEPS)})
    felt = sorted({v * d * m for v, d, m in product(_STEPS, _STEPS, _STEPS)})
    half = -(-len(felt) // 2)
    return [
        Table(
            f"{part[0]} – {part[-1]}",
            tuple(steadiness),
            tuple((row, tuple(acting(row, column) for column in steadiness)) for row in part),
        )
        for part in (felt[:half], felt[half:])
    ]


def support_moves() -> list[Difference]:
    """How many are won or lost, by the difference between outraged and support."""
    return [Difference(gap, support_after(0, gap), gap - support_after(gap, 0)) for gap in range(1, TOP_OF_SUPPORT + 1)]


def cost_growth() -> list[Table]:
    """By how much a cost rises: by what is missing to its ceiling and the pressure on it; the likely ones first."""
    halves = (range(1, ROWS + 1), range(ROWS + 1, TOP_OF_COST + 1))
    return [
        Table(
            f"{missing[0]} – {missing[-1]}",
            tuple(pressure),
            tuple((row, tuple(grows(row, column) for column in pressure)) for row in missing),
        )
        for pressure, missing in product(halves, halves)
    ]


def weights(audiences: Sequence[Audience]) -> Sums:
    """How a figure of all together comes about: each audience counts by its size, in the smallest whole numbers."""
    return _lowest((audience.size, audience.label) for audience in audiences)


def pressures(audiences: Sequence[Audience]) -> dict[str, Sums]:
    """For each cost whose acting counts how many times, and what the sum is divided by."""
    return {cost: _lowest((a.leverage[k], a.label) for a in audiences) for k, cost in enumerate(COSTS)}


def adding_up(audiences: Sequence[Audience]) -> list[Table]:
    """What each audience's figure weighs; and read backward, what a sum comes to. None where there is one audience."""
    if len(audiences) < 2:
        return []
    whole = weights(audiences)
    divisors = sorted({sums.divisor for sums in pressures(audiences).values()} | {len(COSTS)})
    columns: list[tuple[str, int]] = [(label, times) for times, label in whole.parts]
    columns += [("all together", whole.divisor), *((f"÷ {by}", by) for by in divisors if by > 1)]
    figures = range(TOP_OF_SUPPORT + 1)
    return [
        Table(
            f"Adding up over audiences, {rows[0]} – {rows[-1]}",
            tuple(label for label, _ in part),
            tuple((figure, tuple(figure * times for _, times in part)) for figure in rows),
        )
        for part in (columns[start : start + COLUMNS] for start in range(0, len(columns), COLUMNS))
        for rows in (figures[:34], figures[34:68], figures[68:])
    ]


def _lowest(shares: Iterable[tuple[int, str]]) -> Sums:
    """The same shares in the smallest whole numbers: the quotient, rest dropped, stays what it was."""
    holders = [(share, label) for share, label in shares if share]
    common = gcd(*(share for share, _ in holders)) or 1
    parts = tuple((share // common, label) for share, label in holders)
    return Sums(parts, sum(share for share, _ in parts))


# -- What `settle` says ----------------------------------------------------------------------------------------


def acting(felt: int, steadiness: int) -> int:
    """Of 100 people with this product of gates, how many act."""
    return _settled(felt, steadiness)[b.MOBILIZATION]


def support_after(support: int, outraged: int) -> int:
    """Support after a round in which this many of 100 are outraged."""
    return _settled(outraged * FULL // 100, 0, support=support)[b.SUPPORT]


def grows(missing: int, pressure: int) -> int:
    """What a round adds to a cost."""
    return _settled(FULL, pressure, ceiling=missing)[b.COST]


def _settled(felt: int, steadiness: int, support: int = 0, ceiling: int = 0) -> list[int]:
    """The values of one round in which nothing else happens. What goes in need not be a step that a gate can have."""
    values = [0] * _ONE.size
    values[b.FIRST_AUDIENCE : b.FIRST_AUDIENCE + b.AUDIENCE_WIDTH] = [felt, 1, 1, support]
    values[b.MOMENTUM], values[b.COURAGE], values[b.CARE] = steadiness, 1, 1
    values[b.CEILING] = ceiling
    settle(_ONE, values)
    return values
