"""When each principle comes back: FSRS over the log of reviews, counted in days that end at four in the morning.

Everything is worked out from the log, so that nothing but the log has to be kept. The scheduler is imported where it
is used: a program that only starts does not pay for it.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.practice.grading import AGAIN, GOOD, HARD, confident_error, grade
from backfire_sim.practice.reviews import Review

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION = 0.90
"""How likely somebody is to still know a principle on the day on which it comes back."""

MOST_DAYS = 180
"""Days after which everything comes back, however well it is known."""

DAY_BEGINS = 4
"""The hour at which a new day begins: whoever practices after midnight is still in the day before."""

AFTER_A_CONFIDENT_ERROR = timedelta(days=2)
"""Within this time a confident error comes back, whatever the scheduler says."""


class Memory(NamedTuple):
    """How one principle stands after everything that was answered."""

    principle: str
    due: datetime
    """When it comes back, in UTC."""
    stability: float
    """Days until it is as likely as RETENTION to be still known."""
    difficulty: float
    """From 1 to 10."""
    answered: int
    last: Review
    at: datetime
    """When it was answered last, in UTC: never before the time before, also where the clock was set back."""
    missed: int
    """Confident errors."""
    open_error: datetime | None
    """When the last confident error was, until it has been answered on a later day."""

    @property
    def at_once(self) -> bool:
        """Whether the last answer was a confident error: it is asked again before anything else."""
        return confident_error(self.last.fit, self.last.confidence)


def memories(reviews: Sequence[Review], zone: tzinfo = UTC) -> dict[str, Memory]:
    """How each principle stands, by the log in its order. `zone` says where one day ends and the next begins.

    A review whose time is before that of the review of its principle before it (the clock was set back) counts as if
    it were of the same time.
    """
    known: dict[str, Memory] = {}
    for review in reviews:
        known[review.principle] = _after(known.get(review.principle), review, zone)
    return known


def end_of_day(now: datetime, zone: tzinfo) -> datetime:
    """The next local 04:00, in UTC."""
    day = day_of(now, zone) + timedelta(days=1)
    return datetime(day.year, day.month, day.day, DAY_BEGINS, tzinfo=zone).astimezone(UTC)


def day_of(moment: datetime, zone: tzinfo) -> date:
    """The day that a moment belongs to; the day begins at 04:00."""
    return (moment.astimezone(zone).replace(tzinfo=None) - timedelta(hours=DAY_BEGINS)).date()


def is_due(memory: Memory, now: datetime, zone: tzinfo) -> bool:
    """Whether it comes back today. A confident error does, whatever the clock says, until it is answered again."""
    return memory.at_once or memory.due < end_of_day(now, zone)


def recall(memory: Memory, now: datetime) -> float:
    """How likely it is that it is still known, from 0 to 1."""
    import fsrs

    card = fsrs.Card(1, fsrs.State.Review, stability=memory.stability, due=memory.due, last_review=memory.at)
    return float(_scheduler().get_card_retrievability(card, now.astimezone(UTC)))


def _after(before: Memory | None, review: Review, zone: tzinfo) -> Memory:
    import fsrs

    at = max(review.at, before.at) if before else review.at
    # FSRS counts whole 24 hours. Somebody who sits down a little earlier than the day before has still slept on it.
    day = datetime.combine(day_of(at, zone), datetime.min.time(), UTC)
    # An id and a due date of its own: else the library reads the clock and sleeps.
    card = fsrs.Card(1, due=day)
    if before is not None:
        slept = datetime.combine(day_of(before.at, zone), datetime.min.time(), UTC)
        card = fsrs.Card(1, fsrs.State.Review, None, before.stability, before.difficulty, day, slept)
    given = grade(review.fit, review.confidence)
    ratings = {AGAIN: fsrs.Rating.Again, HARD: fsrs.Rating.Hard, GOOD: fsrs.Rating.Good}
    card, _log = _scheduler().review_card(card, ratings[given], day)
    assert card.stability is not None and card.difficulty is not None
    missed = confident_error(review.fit, review.confidence)
    open_error = at if missed else _still_open(before, at, zone)
    due = at + (card.due - day)
    if missed:
        due = at
    elif open_error is not None:
        due = min(due, open_error + AFTER_A_CONFIDENT_ERROR)
    return Memory(
        review.principle,
        due,
        card.stability,
        card.difficulty,
        (before.answered if before else 0) + 1,
        review,
        at,
        (before.missed if before else 0) + missed,
        open_error,
    )


def _still_open(before: Memory | None, at: datetime, zone: tzinfo) -> datetime | None:
    """The confident error that is not made good by an answer at this time."""
    error = before.open_error if before else None
    return error if error is not None and day_of(at, zone) <= day_of(error, zone) else None


@lru_cache(maxsize=1)
def _scheduler() -> "Scheduler":
    import fsrs

    return fsrs.Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=MOST_DAYS,
        enable_fuzzing=False,
    )
