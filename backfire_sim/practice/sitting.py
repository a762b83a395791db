"""One sitting: at most ten cards or ten minutes, and what comes after what in it. A sitting is a value."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from backfire_sim.engine.drills import Placed
from backfire_sim.practice.cards import Card, kind_of, look_alike
from backfire_sim.practice.grading import confident_error
from backfire_sim.practice.reviews import Review
from backfire_sim.practice.schedule import Memory, day_of, is_due, memories
from backfire_sim.practice.variants import in_order, stirred, variant

MOST_CARDS = 10
MOST_SECONDS = 600

ENOUGH = 5
"""Cards after which it is said once that stopping is fine."""

KEPT_FOR_NEW = 2
"""Places of a sitting that are kept for what was never asked, however much is due: whoever finds it hard would else
see the same few principles day after day."""

AWAY = timedelta(days=30)
"""After this long nothing new is begun before what is due has been seen again."""

BETWEEN = 2
"""Other cards that come before a confident error is asked again, where there are as many."""


class Asked(NamedTuple):
    """A card as it is asked this time."""

    principle: str
    placed: Placed
    answers: tuple[str, ...]
    """In the order in which to show them."""
    again: bool
    """Whether it comes back after a confident error."""


@dataclass(frozen=True)
class Sitting:
    """What is still asked, and what has been answered."""

    asked: tuple[Asked, ...]
    """The cards left, the current one first."""
    began: datetime
    told: tuple[Review, ...] = ()
    skipped: int = 0
    cards: Mapping[str, Card] = field(default_factory=dict, repr=False, hash=False)
    """The cards of this sitting, for another variant of one that comes back."""
    shown: tuple[str, ...] = field(default=(), repr=False)
    """The drills that were answered before this sitting, the earliest first."""
    new: frozenset[str] = frozenset()
    """Principles that are met for the first time."""

    @property
    def current(self) -> Asked | None:
        """The card to answer now; None at the end."""
        return self.asked[0] if self.asked else None

    @property
    def number(self) -> int:
        """Which card the current one is, from 1; the last one's number at the end."""
        return min(len(self.told) + self.skipped + 1, self.of)

    @property
    def of(self) -> int:
        """How many cards there are, those behind and those ahead."""
        return len(self.told) + self.skipped + len(self.asked)


class Ahead(NamedTuple):
    """What there is to practice."""

    due: int
    """Principles that come back today, however many a sitting takes."""
    new: int
    """Principles that the next sitting would begin with."""
    unseen: int
    """Principles that were never asked."""
    practiced: int
    """Principles that were."""
    next_due: datetime | None
    """When the first one comes back of those that are not due today; None where there is none."""
    at_once: int
    """Those of the due that come back after a confident error."""


def plan(
    cards: Mapping[str, Card], reviews: Sequence[Review], now: datetime, zone: tzinfo, *, anyway: bool = False
) -> Sitting:
    """The next sitting: what is due, filled with what is new; empty where there is neither.

    Due are confident errors first, then what is most overdue for its interval. A little room is kept for what is new;
    after a month away only what is due is asked. `anyway`: where there is nothing to ask, what comes back soonest.
    """
    known = {principle: memory for principle, memory in memories(reviews, zone).items() if principle in cards}
    due = _due(known, now, zone)
    new = _new(cards, known, len(due), _away(reviews, now))
    due = due[: MOST_CARDS - len(new)]
    if anyway and not due and not new:
        due = _soonest(known, zone)[:MOST_CARDS]
    shown = tuple(review.drill for review in reviews)
    asked: list[Asked] = []
    for principle in _interleaved([*_interleaved(due), *new], len(due)):
        again = principle in known and known[principle].at_once
        stories = [each.placed.scenario.id for each in asked]
        asked.append(_asked(cards[principle], shown, again, stories))
    chosen = {each.principle: cards[each.principle] for each in asked}
    return Sitting(tuple(asked), now, cards=chosen, shown=shown, new=frozenset(new))


def every(drills: Iterable[Placed], now: datetime) -> Sitting:
    """All of these once, in their order, however many: for somebody who wrote them. None comes back."""
    return Sitting(tuple(Asked(each.principle, each, in_order(each, 0), again=False) for each in drills), now)


def answered(sitting: Sitting, review: Review) -> Sitting:
    """The sitting after the current card was answered. ValueError where it is not the current one that was.

    A confident error comes back once in this sitting, as another variant and with other cards between, where there is
    room: in a full sitting a new card makes room for it. Where there is none, it stays due today.
    """
    current = sitting.current
    if current is None or (current.principle, current.placed.id) != (review.principle, review.drill):
        raise ValueError("an answer to a card that was not asked")
    after = replace(sitting, asked=sitting.asked[1:], told=(*sitting.told, review))
    comes_back = confident_error(review.fit, review.confidence) and review.principle not in {
        each.principle for each in sitting.told
    }
    return _with_return(after, review.principle) if comes_back and review.principle in sitting.cards else after


def skipped(sitting: Sitting) -> Sitting:
    """The sitting without the current card: nothing is recorded, and it comes another time."""
    if not sitting.asked:
        return sitting
    return replace(sitting, asked=sitting.asked[1:], skipped=sitting.skipped + 1)


def too_late(sitting: Sitting, now: datetime) -> bool:
    """Whether the time is over: no further card begins."""
    return (now - sitting.began).total_seconds() >= MOST_SECONDS


def ahead(cards: Mapping[str, Card], reviews: Sequence[Review], now: datetime, zone: tzinfo) -> Ahead:
    """What there is to practice now, and when there is something again."""
    known = {principle: memory for principle, memory in memories(reviews, zone).items() if principle in cards}
    due = _due(known, now, zone)
    return Ahead(
        due=len(due),
        new=len(_new(cards, known, len(due), _away(reviews, now))),
        unseen=len(cards) - len(known),
        practiced=len(known),
        next_due=min((memory.due for principle, memory in known.items() if principle not in due), default=None),
        at_once=sum(known[principle].at_once for principle in due),
    )


def _due(known: Mapping[str, Memory], now: datetime, zone: tzinfo) -> list[str]:
    """Confident errors first, then what is most overdue for its interval, both counted in days.

    What is equally urgent comes in another order each time: who met ten in one order would learn that order.
    """
    today = day_of(now, zone)

    def urgency(memory: Memory) -> tuple[bool, float, int]:
        since, due = day_of(memory.at, zone), day_of(memory.due, zone)
        waiting = (today - due).days / max(1, (due - since).days)
        return not memory.at_once, -waiting, _stirred(memory)

    due = [memory for memory in known.values() if is_due(memory, now, zone)]
    return [memory.principle for memory in sorted(due, key=urgency)]


def _soonest(known: Mapping[str, Memory], zone: tzinfo) -> list[str]:
    ordered = sorted(known.values(), key=lambda memory: (day_of(memory.due, zone), _stirred(memory)))
    return [memory.principle for memory in ordered]


def _stirred(memory: Memory) -> int:
    return stirred(memory.principle, memory.answered)


def _new(cards: Mapping[str, Card], known: Mapping[str, Memory], due: int, away: bool) -> list[str]:
    """The new ones that fill a sitting."""
    room = 0 if away and due else max(KEPT_FOR_NEW, MOST_CARDS - due)
    return [principle for principle in cards if principle not in known][:room]


def _away(reviews: Sequence[Review], now: datetime) -> bool:
    return bool(reviews) and now - max(review.at for review in reviews) >= AWAY


def _interleaved(principles: Iterable[str], settled: int = 0) -> list[str]:
    """What is easily taken for each other side by side, and never more than two of a kind in a row where it can be.

    Nothing is moved further than that takes: what is most urgent stays in front. The first `settled` stay as they are.
    """
    left = list(principles)
    order, left = left[:settled], left[settled:]
    while left:
        order.append(left.pop(left.index(_next(order, left))))
    return order


def _next(order: Sequence[str], left: Sequence[str]) -> str:
    if not order:
        return left[0]
    last = order[-1]
    if len(order) > 1 and kind_of(order[-2]) == kind_of(last):
        return next((each for each in left if kind_of(each) != kind_of(last)), left[0])
    return next((each for each in left if look_alike(last, each)), left[0])


def _asked(card: Card, shown: Sequence[str], again: bool, stories: Sequence[str] = ()) -> Asked:
    placed = variant(card.drills, shown, stories)
    return Asked(card.principle, placed, in_order(placed, shown.count(placed.id)), again)


def _with_return(sitting: Sitting, principle: str) -> Sitting:
    """The sitting with this principle once more, not as the very next card; as it is where there is no room."""
    asked = list(sitting.asked)
    if sitting.of >= MOST_CARDS:
        unseen = [each for each in asked if each.principle in sitting.new and not each.again]
        if not unseen:
            return sitting
        asked.remove(unseen[-1])
    if not asked:
        return sitting
    shown = [*sitting.shown, *(review.drill for review in sitting.told)]
    stories = [each.placed.scenario.id for each in asked]
    asked.insert(BETWEEN, _asked(sitting.cards[principle], shown, True, stories))
    return replace(sitting, asked=tuple(asked))
