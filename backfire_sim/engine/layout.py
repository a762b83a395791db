"""Which place of a play's values each name of a scenario has.

The model's own numbers come first (see `scoring.board`), then what this scenario keeps: facts, counters, what was
prepared, who agreed to what, who has been named. Visits, moves played and methods answered are only counted where a
condition reads them, so that the list stays short however long the scenario is.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from backfire_sim.scoring import board as b
from backfire_sim.scoring.settle import power
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES

COUNTED = ("visited(", "played(", "answered(", "chance(")
"""Names that take a place only where something reads them."""


class Layout(NamedTuple):
    """Names and places of one scenario."""

    board: b.Board
    places: dict[str, int]
    means: dict[str, Callable[[Sequence[int]], int]]
    """Names that stand for a figure over all audiences."""
    names: tuple[str, ...]
    """The name of each place."""

    @classmethod
    def of(cls, board: b.Board, own: Iterable[str], read: Iterable[str]) -> "Layout":
        """Lay out the board, then the scenario's own names, then those of the names read that need a count."""
        places = dict(b.OWN_PLACES)
        for audience, base in zip(board.audiences, board.bases, strict=True):
            for n, gate in enumerate((*AUDIENCE_GATES, "support")):
                places[f"{audience.id}.{gate}"] = base + n
        next_place = board.size
        for name in (*own, *sorted(name for name in set(read) if name.startswith(COUNTED))):
            if name not in places:
                places[name] = next_place
                next_place += 1
        names = tuple(sorted(places, key=places.__getitem__))
        return cls(board=board, places=places, means=means_over(board), names=names)

    @property
    def width(self) -> int:
        """How many values a play of this scenario has."""
        return len(self.names)


def means_over(board: b.Board) -> dict[str, Callable[[Sequence[int]], int]]:
    """How each name that stands for a figure over all audiences is worked out."""

    def over_audiences(offset: int) -> Callable[[Sequence[int]], int]:
        return lambda values: sum(size * values[base + offset] for base, size in board.crowd) // board.people

    means = {gate: over_audiences(n) for n, gate in enumerate(AUDIENCE_GATES)}
    means["power"] = power
    return means
