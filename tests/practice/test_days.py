"""Thirty days of practice, ten minutes each: of somebody who knows, who never knows, and who guesses."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from backfire_sim.practice.reviews import CERTAIN, Review, from_record, to_record
from backfire_sim.practice.schedule import day_of, memories
from backfire_sim.practice.sitting import MOST_CARDS, ahead, answered, plan
from tests.practice.decks import (
    CARDS,
    NOON,
    Answering,
    Asked,
    Guessing,
    asked_in,
    knowing,
    never_knowing,
    of,
    practicing,
    review,
    sit,
    wrong,
)

DAY = timedelta(days=1)


def test_somebody_who_knows_is_through_in_a_week_and_then_left_in_peace() -> None:
    sats = practicing(30, knowing)
    cards = [len(sat.last.told) for sat in sats]
    assert cards == [10, 10, 10, 10, 10, 10, 6, 8, 2, 0, 0, 0, 0, 8, 6, 2, 2, 6, 10, 4, *[0] * 10]
    reviews = [each for sat in sats for each in sat.last.told]
    for principle in CARDS:
        days = [each.at.date() for each in reviews if each.principle == principle]
        first, second = [(other - one).days for one, other in pairwise(days)]
        assert 2 <= first <= 3 and 11 <= second <= 14, "as FSRS says, or a little later where ten were more urgent"
    assert min(memory.stability for memory in memories(reviews).values()) >= 21


def test_somebody_who_never_knows_meets_every_error_again_on_the_same_day_and_the_next() -> None:
    sats = practicing(30, never_knowing)
    for sat, following in pairwise(sats):
        missed = {each.principle for each in sat.last.told if each.fit == "backfires"}
        assert missed
        twice = {principle for principle, times in Counter(asked_in(sat)).items() if times == 2}
        assert missed <= twice | set(asked_in(following))
        assert len(sat.last.told) == MOST_CARDS


def test_somebody_who_guesses_has_ten_cards_a_day_and_no_more() -> None:
    sats = practicing(30, Guessing())
    assert {len(sat.last.told) for sat in sats} == {MOST_CARDS}
    assert all(len(set(asked_in(sat))) == MOST_CARDS for sat in sats)
    assert {each.principle for sat in sats for each in sat.last.told} == set(CARDS), "some were never met"
    assert not any(each.again for sat in sats for each in sat.first.asked)


def test_a_month_away_brings_the_ten_most_overdue_and_nothing_new() -> None:
    reviews = [each for sat in practicing(3, knowing) for each in sat.last.told]
    back = NOON + 40 * DAY
    told = ahead(CARDS, reviews, back, UTC)
    assert told.due == 22 and told.new == 0 and told.unseen == 16
    sat = sit(reviews, back, knowing)
    assert len(asked_in(sat)) == MOST_CARDS and not sat.first.new
    # Those seen once have waited longest for their two days, and go before those whose eleven have passed.
    assert all(sum(each.principle == principle for each in reviews) == 2 for principle in asked_in(sat))


def test_a_clock_set_back_nine_days_in_the_middle_loses_nothing() -> None:
    reviews = []
    for day in range(30):
        shown = NOON + day * DAY - (9 * DAY if 10 <= day < 15 else 0 * DAY)
        sat = sit(reviews, shown, knowing if day % 3 else Guessing())
        assert len(sat.last.told) <= MOST_CARDS
    known = memories(reviews)
    assert set(known) == set(CARDS)
    for memory in known.values():
        assert memory.due <= max(each.at for each in reviews) + 180 * DAY
    far = plan(CARDS, reviews, NOON + 300 * DAY, UTC)
    assert far.of == MOST_CARDS and ahead(CARDS, reviews, NOON + 300 * DAY, UTC).due == len(CARDS)


class Slipping:
    """Knows everything, but for one principle the first time."""

    def __init__(self, principle: str) -> None:
        self.principle, self.missed = principle, 0

    def __call__(self, asked: Asked) -> tuple[str, str]:
        if asked.principle == self.principle and not self.missed:
            self.missed += 1
            return wrong(asked), CERTAIN
        return knowing(asked)


@pytest.mark.parametrize("zone", [UTC, ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin")])
@pytest.mark.parametrize("begin", [datetime(2026, 3, 1, 20), datetime(2026, 3, 27, 1), datetime(2026, 10, 23, 23)])
def test_a_confident_error_comes_back_that_day_and_within_two_days(zone: ZoneInfo, begin: datetime) -> None:
    for principle in ("name:cover_up", "tactic:research", "missing:consent"):
        sats = practicing(6, Slipping(principle), begin.replace(tzinfo=zone).astimezone(UTC), zone)
        times = [each.at for sat in sats for each in sat.last.told if each.principle == principle]
        days = [day_of(at, zone) for at in times]
        assert days[0] == days[1]
        assert days[1] < days[2]
        assert times[2] - times[0] <= timedelta(days=2)
        variants = [each.drill for sat in sats for each in sat.last.told if each.principle == principle]
        assert len(set(variants[:3])) == 3


def test_an_error_in_something_well_known_comes_back_within_two_days_too() -> None:
    reviews, now = [], NOON
    for _ in range(4):
        reviews.append(of("name:cover_up", now))
        now = memories(reviews)["name:cover_up"].due
    others = [of(principle, now - timedelta(hours=1)) for principle in list(CARDS)[1:9]]
    reviews += others
    missed = Slipping("name:cover_up")
    days = [
        day for day in range(10) if "name:cover_up" in asked_in(sit(reviews, now + day * DAY, missed)) and missed.missed
    ]
    assert days[0] == 0 and days[1] in (1, 2)


@pytest.mark.parametrize("answering", [knowing, never_knowing, Guessing()])
def test_after_every_answer_the_log_alone_gives_what_was_live(answering: Answering) -> None:
    reviews: list[Review] = []
    log: list[str] = []
    for day in range(30):
        now = NOON + day * DAY
        sitting = plan(CARDS, reviews, now, UTC)
        while sitting.current is not None:
            given = review(sitting.current, *answering(sitting.current), now)
            reviews.append(given)
            log.append(json.dumps(to_record(given)))
            sitting = answered(sitting, given)
            rebuilt = [from_record(json.loads(line)) for line in log]
            assert memories(rebuilt) == memories(reviews)
        assert plan(CARDS, rebuilt, now + DAY, UTC) == plan(CARDS, reviews, now + DAY, UTC)
