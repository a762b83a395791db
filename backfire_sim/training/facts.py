"""A scenario as a plan sees it: its card, and what it plays; light enough to be known of a whole library."""

from typing import NamedTuple

from backfire_sim.engine.card import Card
from backfire_sim.engine.contents import tactics_of, techniques_of
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scoring.vocabulary import RESPONSE_OF_TACTIC


class Facts(NamedTuple):
    """What a training plan has to know of a scenario besides its card."""

    plays: frozenset[str] = frozenset()
    """Ids of the methods, techniques, responses and tactics that occur in it."""
    serves: tuple[str, ...] = ()
    """Which of the training's aims it is good for."""
    prepares: bool = False
    """Whether it begins with a time to get ready."""
    asks: bool = False
    """Whether somebody in it is asked for a yes."""
    languages: tuple[str, ...] = ()
    """Tags of the languages in which it can be told; empty where only that of the card is known."""


UNKNOWN = Facts()
"""Of a scenario that is judged by its card alone."""


class Candidate(NamedTuple):
    """A scenario that a plan may name."""

    name: str
    """What opens it: the id of a built-in scenario, or the path of a file."""
    called: str
    """What a person types to open it, and what may stand on paper: no path."""
    card: Card
    facts: Facts = UNKNOWN


def facts_of(scenario: Scenario) -> Facts:
    """What a scenario plays."""
    tactics = tactics_of(scenario)
    names = tactics | {RESPONSE_OF_TACTIC[tactic] for tactic in tactics}
    names |= {name for played in techniques_of(scenario) for name in played}
    prepares = scenario.preparation is not None and bool(scenario.preparation.options)
    return Facts(frozenset(names), scenario.about.serves, prepares, bool(scenario.people))
