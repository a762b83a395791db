"""The ways to a scene that the explorer proved, and how a play stands where each of them arrives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from backfire_sim.authoring.walk import Way, walk
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session

MOST_STATES, MOST_SECONDS = 200_000, 5.0
"""How far is explored before somebody gets impatient."""

MOST_WAYS = 5


class Survey(Protocol):
    """What exploring a scenario found."""

    @property
    def complete(self) -> bool:
        """Whether every state was looked at."""

    @property
    def states(self) -> int:
        """How many were."""

    @property
    def scenes(self) -> Mapping[str, int]:
        """In how many states each scene was open."""

    def ways_to(self, scene: str, most: int = MOST_WAYS) -> Sequence[Way]:
        """Ways to a scene, the shortest first, to states that differ."""


class StoppedError(Exception):
    """Exploring was stopped because nobody needs it any more."""


class Arrival(NamedTuple):
    """A way and the play that it leads to."""

    way: Way
    session: Session


def explore(scenario: Scenario, progress: Callable[[int], None], stopped: Callable[[], bool]) -> Survey:
    """Explore a scenario, saying how many states were seen so far. StoppedError once `stopped` says so."""
    from backfire_sim.authoring.explore import Limits, survey

    def tell(states: int) -> None:
        if stopped():
            raise StoppedError
        progress(states)

    return survey(scenario, Limits(states=MOST_STATES, seconds=MOST_SECONDS), progress=tell, ends=False)


def arrivals(scenario: Scenario, found: Survey, scene: str) -> tuple[Arrival, ...]:
    """The ways to a scene, each walked."""
    return tuple(Arrival(way, walk(scenario, way)) for way in found.ways_to(scene, most=MOST_WAYS))


def how_reached(found: Survey, scene: str) -> str:
    """In how many states a scene is open; where in none, how much that proves."""
    states = found.scenes.get(scene, 0)
    if states:
        more = "" if found.complete else " so far"
        return f"open in {states:,} {'state' if states == 1 else 'states'}{more}"
    return "nobody reaches it" if found.complete else f"not reached within {found.states:,} states"
