"""Where each number of the model stands in a play's list of values.

A play's whole state is one flat list of small whole numbers. The first places are the group's, the same in every
scenario; then come four places for each audience; whatever the engine keeps beyond that (facts, counters, counts)
stands after `Board.size`.
"""

from typing import NamedTuple

from backfire_sim.scoring.constants import TOP_OF_CAPACITY, TOP_OF_COST, TOP_OF_EVIDENCE, TOP_OF_GATE
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS
from backfire_sim.speech import later

MOMENTUM, COURAGE, CARE, EVIDENCE, CAPACITY = range(5)
BREACHES, BROKEN_CONSENTS, ROUND = range(5, 8)
COST = 8
"""The first of the four costs, in the order of `COSTS`."""
CEILING = 12
"""The first of the four ceilings: what the bearers named so far can be made to pay."""
PRESSURE = 16
"""The first of the four pressures: the leverage of those who act, 0 to 100."""
SUPPORT, MOBILIZATION, SUPPORT_AT_START = 20, 21, 22
FIRST_AUDIENCE = 23
AUDIENCE_WIDTH = 4
"""Visibility, dignity, meaning, support."""

GROUP_PLACES = {
    "momentum": MOMENTUM,
    "courage": COURAGE,
    "care": CARE,
    "evidence": EVIDENCE,
    "capacity": CAPACITY,
    **{cost: COST + place for place, cost in enumerate(COSTS)},
}
"""The numbers of the group that an author's effects may change."""

OWN_PLACES = {
    **GROUP_PLACES,
    "breaches": BREACHES,
    "broken_consents": BROKEN_CONSENTS,
    "round": ROUND,
    "support": SUPPORT,
    "mobilization": MOBILIZATION,
    **{f"ceiling.{cost}": CEILING + place for place, cost in enumerate(COSTS)},
    **{f"pressure.{cost}": PRESSURE + place for place, cost in enumerate(COSTS)},
    "support_at_start": SUPPORT_AT_START,
}
"""All numbers that stand before those of the audiences, by the names that conditions and logs use."""

RANGES = {
    "momentum": (0, TOP_OF_GATE),
    "courage": (0, TOP_OF_GATE),
    "care": (0, TOP_OF_GATE),
    "evidence": (0, TOP_OF_EVIDENCE),
    "capacity": (0, TOP_OF_CAPACITY),
    **dict.fromkeys(COSTS, (0, TOP_OF_COST)),
    **dict.fromkeys(AUDIENCE_GATES, (0, TOP_OF_GATE)),
    "support": (0, 100),
}
"""Lowest and highest value of each number that an effect may change."""


class Audience(NamedTuple):
    """People who may come to act: how many, where they stand at the start, what they could do about each cost."""

    id: str
    label: str
    size: int
    start: tuple[int, int, int, int]
    """Visibility, dignity, meaning (0 to 10 each) and support (0 to 100)."""
    leverage: tuple[int, int, int, int]
    """0 none to 3 decisive, for each of `COSTS`."""


class Bearer(NamedTuple):
    """Someone who can be made to pay; only the bearers that have been named count towards a ceiling."""

    id: str
    label: str
    named: bool
    holds: tuple[int, int, int, int]
    """Share of each of `COSTS`, 0 to 100; over all bearers a cost adds up to 100."""


class Board(NamedTuple):
    """The shape of a scenario's numbers: who the audiences are and where their places start."""

    audiences: tuple[Audience, ...]
    sizes: tuple[int, ...]
    people: int
    """All audiences together."""
    bases: tuple[int, ...]
    """Place of each audience's visibility."""
    crowd: tuple[tuple[int, int], ...]
    """(place of its visibility, size) of each audience."""
    levers: tuple[tuple[int, tuple[tuple[int, int], ...], int], ...]
    """For each cost that anybody has leverage over: its number, (audience, leverage) of those who have, and the sum."""
    size: int
    """How many places the model's own numbers take."""

    @classmethod
    def of(cls, audiences: tuple[Audience, ...]) -> "Board":
        """The board for these audiences, in their order."""
        sizes = tuple(a.size for a in audiences)
        bases = tuple(FIRST_AUDIENCE + AUDIENCE_WIDTH * n for n in range(len(audiences)))
        levers = []
        for k in range(len(COSTS)):
            holders = tuple((n, a.leverage[k]) for n, a in enumerate(audiences) if a.leverage[k])
            if holders:
                levers.append((k, holders, sum(weight for _, weight in holders)))
        return cls(
            audiences=audiences,
            sizes=sizes,
            people=sum(sizes),
            bases=bases,
            crowd=tuple(zip(bases, sizes, strict=True)),
            levers=tuple(levers),
            size=FIRST_AUDIENCE + AUDIENCE_WIDTH * len(audiences),
        )


GENERAL_PUBLIC = Audience(
    "general_public", later("The general public"), size=1000, start=(3, 5, 4, 10), leverage=(1, 1, 1, 1)
)
"""The audience of a scenario that names none."""

EVERYONE_RESPONSIBLE = Bearer("perpetrators", "The perpetrators", named=True, holds=(100, 100, 100, 100))
"""The bearer of a scenario that names none."""
