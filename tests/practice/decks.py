"""A deck for tests, with every principle in it, and people who practice with it day after day."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple

from backfire_sim.engine.drills import BETTER, MISSING, NAME, NEEDS, NEXT, STRONG, WRITE, Placed, drills_of
from backfire_sim.engine.scenario import About, Drill, Method, Move, Scenario, Scene
from backfire_sim.practice.cards import Card, cards_of
from backfire_sim.practice.grading import fit_of_ticks
from backfire_sim.practice.reviews import CERTAIN, GUESSING, Review
from backfire_sim.practice.sitting import Asked, Sitting, answered, plan
from backfire_sim.scoring.vocabulary import METHODS, RESPONSE_OF_TACTIC

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def scenario(name: str, tactics: Iterable[str] = RESPONSE_OF_TACTIC, methods: Iterable[str] = METHODS) -> Scenario:
    """One scene with a drill of every principle that these tactics and methods allow."""
    tactics, methods = list(tactics), list(methods)
    moves = [
        Move(f"{tactic}{n}", tactic, (), RESPONSE_OF_TACTIC[tactic], tactic) for tactic in tactics for n in range(3)
    ]
    drills = [Drill(f"name_{method}", NAME, "", "", method) for method in methods]
    drills += [Drill(f"next_{method}", NEXT, "", "", method) for method in methods]
    drills += [
        Drill(f"tactic_{tactic}", BETTER, "", "", f"{tactic}0", (f"{tactic}1",), (f"{tactic}2",)) for tactic in tactics
    ]
    if moves:
        drills += [Drill(f"missing_{need}", MISSING, "", "", need, move=moves[0].id) for need in NEEDS]
        drills += [Drill(f"write_{each}", WRITE, "", "", tactic=each) for each in ("name_the_wrong", "code_of_conduct")]
    landed = tuple(Method(method, method, "deny", 1, "") for method in methods)
    scene = Scene("s", "Scene", "", tuple(moves), Move("wait", "Wait", ()), landed, drills=tuple(drills))
    return Scenario(name, name.title(), About(""), (), (), {"s": scene}, "s", (), {})


def deck(variants: int = 3) -> list[Placed]:
    return [placed for n in range(variants) for placed in drills_of(scenario(f"story{n}"))]


CARDS = cards_of(deck())

Answering = Callable[[Asked], tuple[str, str]]
"""How somebody answers: what, and how sure."""


def knowing(asked: Asked) -> tuple[str, str]:
    return asked.placed.drill.best, CERTAIN


def wrong(asked: Asked) -> str:
    return next((each for each in asked.answers if asked.placed.fit(each) == "backfires"), "")


def never_knowing(asked: Asked) -> tuple[str, str]:
    return wrong(asked), CERTAIN


class Guessing:
    """Right now and then, and always a guess."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, asked: Asked) -> tuple[str, str]:
        self.asked += 1
        return (asked.placed.drill.best if self.asked % 3 == 0 else wrong(asked)), GUESSING


def review(asked: Asked, answer: str, confidence: str, at: datetime) -> Review:
    written = asked.placed.drill.asks == WRITE
    fit = fit_of_ticks(3, 3) if written else asked.placed.fit(answer)
    return Review(asked.principle, asked.placed.id, at, confidence, "" if written else answer, fit)


def of(principle: str, at: datetime, fit: str = STRONG, confidence: str = CERTAIN, variant: int = 0) -> Review:
    """A review of a principle, without a sitting."""
    card = CARDS[principle]
    placed = card.drills[variant % len(card.drills)]
    answer = next((each for each in placed.answers if placed.fit(each) == fit), "")
    return Review(principle, placed.id, at, confidence, answer, fit)


class Sat(NamedTuple):
    """One sitting, as it went."""

    first: Sitting
    last: Sitting


def sit(
    reviews: list[Review], now: datetime, answering: Answering, zone: tzinfo = UTC, cards: dict[str, Card] = CARDS
) -> Sat:
    """Go through a sitting; the reviews are added. One card takes half a minute."""
    first = sitting = plan(cards, reviews, now, zone)
    while sitting.current is not None:
        at = now + timedelta(seconds=30 * len(sitting.told))
        given = review(sitting.current, *answering(sitting.current), at)
        reviews.append(given)
        sitting = answered(sitting, given)
    return Sat(first, sitting)


def practicing(days: int, answering: Answering, begin: datetime = NOON, zone: tzinfo = UTC) -> list[Sat]:
    """A sitting each day at the same time."""
    reviews: list[Review] = []
    return [sit(reviews, begin + timedelta(days=day), answering, zone) for day in range(days)]


def asked_in(sat: Sat) -> Sequence[str]:
    return [each.principle for each in sat.last.told]
