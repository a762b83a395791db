"""How somebody stands: what is strong, what fades, how sure they were against how right, and what to play next."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import NamedTuple

from backfire_sim.engine.contents import tactics_of, techniques_of
from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE
from backfire_sim.engine.scenario import Scenario
from backfire_sim.practice.cards import Card, kind_of
from backfire_sim.practice.reviews import CONFIDENCES, Review
from backfire_sim.practice.schedule import RETENTION, Memory, memories, recall

NEW, IS_STRONG, FADING, LEARNING = "new", "strong", "fading", "learning"
"""How a principle can stand."""

STRONG_DAYS = 21
"""Days that something has to last to be called strong."""


class Standing(NamedTuple):
    """How one principle stands."""

    principle: str
    state: str
    """NEW, IS_STRONG, FADING or LEARNING."""
    recall: float
    """How likely it is that it is still known, from 0 to 1; 0 for a new one."""
    memory: Memory | None
    missed: int
    """Confident errors."""

    @property
    def weak(self) -> bool:
        """Whether it is worth meeting again in a play: it fades, or was missed with certainty and is not yet strong."""
        return self.state == FADING or (self.missed > 0 and self.state == LEARNING)


class Calibration(NamedTuple):
    """How right the answers were that were given with one confidence."""

    confidence: str
    answered: int
    strong: int
    workable: int
    backfires: int


class Playable(NamedTuple):
    """A scenario that can be played here."""

    source: str
    """What it is opened by."""
    scenario: Scenario
    played: bool


class Suggestion(NamedTuple):
    """The scenario to play next, and why."""

    scenario: str
    """What it is opened by."""
    title: str
    principles: tuple[str, ...]
    """What it has of that which is worth meeting again, the weakest first."""
    played: bool


class Progress(NamedTuple):
    """How somebody stands with everything."""

    standings: tuple[Standing, ...]
    """In the order in which a newcomer meets them."""
    calibration: tuple[Calibration, ...]
    """Guessing first. Sentences that somebody wrote are left out: nobody but they judged them."""
    suggestion: Suggestion | None
    answered: int


def progress(
    cards: Mapping[str, Card], reviews: Sequence[Review], now: datetime, zone: tzinfo, scenarios: Sequence[Playable]
) -> Progress:
    """How somebody stands now. A principle whose drills are gone is not told of; its answers count."""
    known = memories(reviews, zone)
    standings = tuple(standing(principle, known.get(principle), now) for principle in cards)
    return Progress(standings, calibration(reviews), _suggestion(cards, standings, scenarios), len(reviews))


def standing(principle: str, memory: Memory | None, now: datetime) -> Standing:
    """How a principle stands: strong is what is likely to be known now and for weeks."""
    if memory is None:
        return Standing(principle, NEW, 0.0, None, 0)
    known = recall(memory, now)
    lasting = IS_STRONG if memory.stability >= STRONG_DAYS else LEARNING
    state = FADING if known < RETENTION else lasting
    return Standing(principle, state, known, memory, memory.missed)


def calibration(reviews: Sequence[Review]) -> tuple[Calibration, ...]:
    """How right the answers were, for each confidence."""
    counted = Counter((each.confidence, each.fit) for each in reviews if kind_of(each.principle) != "write")
    found = []
    for confidence in CONFIDENCES:
        strong, workable, backfires = (counted[confidence, fit] for fit in (STRONG, WORKABLE, BACKFIRES))
        found.append(Calibration(confidence, strong + workable + backfires, strong, workable, backfires))
    return tuple(found)


def _suggestion(
    cards: Mapping[str, Card], standings: Sequence[Standing], scenarios: Sequence[Playable]
) -> Suggestion | None:
    """The scenario with most of what is weak, one that was not played yet before all others.

    Where nothing is weak: one that was not played yet, with most of what is not yet strong. None where nothing was
    practiced yet, where everything was played and nothing is weak, and where no scenario has any of it. Only one in a
    language in which the learner practices.
    """
    read = {placed.scenario.language for card in cards.values() for placed in card.drills}
    scenarios = [each for each in scenarios if each.scenario.language in read]
    if all(each.state == NEW for each in standings):
        return None
    wanted = sorted((each for each in standings if each.weak), key=lambda each: each.recall)
    offered = list(scenarios)
    if not wanted:
        wanted = sorted((each for each in standings if each.state != IS_STRONG), key=lambda each: each.state == NEW)
        offered = [each for each in scenarios if not each.played]
    found = []
    for each in offered:
        has = _has(each.scenario, cards)
        covered = tuple(one.principle for one in wanted if one.principle in has)
        if covered:
            found.append(Suggestion(each.source, each.scenario.title, covered, each.played))
    return min(found, key=lambda each: (each.played, -len(each.principles)), default=None)


def _has(scenario: Scenario, cards: Mapping[str, Card]) -> set[str]:
    """The principles that can be met in a scenario: by its tactics and methods; what else there is, by its drills."""
    tactics = {f"tactic:{tactic}" for tactic in tactics_of(scenario)}
    methods = {f"{kind}:{method}" for method, _technique in techniques_of(scenario) for kind in ("name", "next")}
    drilled = {
        principle for principle, card in cards.items() if any(each.scenario.id == scenario.id for each in card.drills)
    }
    return tactics | methods | {each for each in drilled if kind_of(each) in ("missing", "write")}
