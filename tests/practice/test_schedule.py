"""When a principle comes back: as FSRS says, by days that end at four, and sooner after a confident error."""

from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE
from backfire_sim.practice.reviews import CERTAIN, CONFIDENCES, FAIRLY, GUESSING, Review
from backfire_sim.practice.schedule import (
    AFTER_A_CONFIDENT_ERROR,
    MOST_DAYS,
    Memory,
    day_of,
    end_of_day,
    is_due,
    memories,
    recall,
)
from tests.practice.decks import NOON, of

NEW_YORK, BERLIN = ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin")
KEY = "name:cover_up"
DAY = timedelta(days=1)


def only(reviews: list[Review], zone: tzinfo = UTC) -> Memory:
    return memories(reviews, zone)[KEY]


def intervals(*given: tuple[str, str], times: int) -> list[int]:
    """Days from one answer to the next, where each is given on the day on which it is due."""
    reviews, now, days = [], NOON, []
    for n in range(times):
        reviews.append(of(KEY, now, *given[n % len(given)]))
        memory = only(reviews)
        days.append((memory.due - now).days)
        now = memory.due
    return days


def test_the_intervals_are_those_of_fsrs() -> None:
    assert intervals((STRONG, CERTAIN), times=6) == [2, 11, 46, 163, 180, 180]
    assert intervals((STRONG, FAIRLY), times=4) == [2, 11, 46, 163]


def test_nothing_is_put_off_longer_than_half_a_year() -> None:
    assert max(intervals((STRONG, CERTAIN), times=12)) == MOST_DAYS


def test_a_right_guess_comes_back_sooner_than_a_right_answer() -> None:
    guessed, knew = intervals((STRONG, GUESSING), times=5), intervals((STRONG, CERTAIN), times=5)
    assert all(one < other for one, other in zip(guessed, knew, strict=True))
    assert guessed == intervals((WORKABLE, CERTAIN), times=5)


def test_our_days_are_what_the_library_itself_makes_of_answers_at_the_same_hour() -> None:
    import fsrs

    scheduler = fsrs.Scheduler(
        desired_retention=0.9, learning_steps=(), relearning_steps=(), maximum_interval=180, enable_fuzzing=False
    )
    card, reviews = fsrs.Card(1, due=NOON), []
    given = [(STRONG, CERTAIN, 3), (BACKFIRES, FAIRLY, 1), (STRONG, GUESSING, 2), (STRONG, CERTAIN, 3)]
    for n, (fit, confidence, rating) in enumerate(given * 3):
        at = NOON + n * n * DAY
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), at)
        reviews.append(of(KEY, at, fit, confidence))
        memory = only(reviews)
        assert (memory.due, memory.stability, memory.difficulty) == (card.due, card.stability, card.difficulty)
        assert recall(memory, at + 3 * DAY) == scheduler.get_card_retrievability(card, at + 3 * DAY)


def test_a_night_counts_as_a_day_also_where_it_was_shorter_than_24_hours() -> None:
    evening, next_morning = NOON + timedelta(hours=10), NOON + timedelta(hours=20)
    slept = only([of(KEY, evening), of(KEY, next_morning)])
    whole_day = only([of(KEY, evening), of(KEY, evening + DAY)])
    assert slept.stability == whole_day.stability


def test_recall_sinks_from_one_to_nine_tenths_at_the_due_date() -> None:
    memory = only([of(KEY, NOON), of(KEY, NOON + 2 * DAY)])
    told = [recall(memory, memory.at + days * DAY) for days in range(12)]
    assert told[0] == 1.0
    assert all(one > other for one, other in pairwise(told))
    assert told[11] == pytest.approx(0.9, abs=0.005)
    assert recall(memory, NOON - 100 * DAY) == 1.0


def test_the_same_day_is_told_apart_at_four_in_the_morning() -> None:
    assert day_of(datetime(2026, 3, 2, 3, 59, 59, tzinfo=UTC), UTC).day == 1
    assert day_of(datetime(2026, 3, 2, 4, tzinfo=UTC), UTC).day == 2
    assert end_of_day(datetime(2026, 3, 2, 3, 59, tzinfo=UTC), UTC) == datetime(2026, 3, 2, 4, tzinfo=UTC)
    assert end_of_day(datetime(2026, 3, 2, 4, tzinfo=UTC), UTC) == datetime(2026, 3, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "now", "hours"),
    [
        (NEW_YORK, datetime(2026, 3, 7, 12), 15),  # clocks go forward at 02:00 on March 8
        (NEW_YORK, datetime(2026, 10, 31, 12), 17),  # and back on November 1
        (BERLIN, datetime(2026, 3, 28, 12), 15),
        (BERLIN, datetime(2026, 10, 24, 12), 17),
        (NEW_YORK, datetime(2026, 3, 8, 1, 30), 1.5),
        (NEW_YORK, datetime(2026, 11, 1, 1, 30), 3.5),
        (BERLIN, datetime(2026, 10, 25, 2, 30), 2.5),
        (BERLIN, datetime(2026, 6, 1, 12), 16),
    ],
)
def test_a_day_ends_at_four_local_time_when_clocks_change(zone: ZoneInfo, now: datetime, hours: float) -> None:
    there = now.replace(tzinfo=zone)
    end = end_of_day(there.astimezone(UTC), zone)
    assert end.tzinfo is UTC
    assert (end.astimezone(zone).hour, end.astimezone(zone).minute) == (4, 0)
    assert end - there.astimezone(UTC) == timedelta(hours=hours)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["UTC", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "Antarctica/Troll"]),
)
def test_a_day_ends_after_now_and_within_two_days(now: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    end = end_of_day(now, zone)
    assert now < end <= now + timedelta(hours=49)
    assert day_of(end, zone) > day_of(now, zone)
    assert day_of(end - timedelta(seconds=1), zone) < day_of(end, zone)


@pytest.mark.parametrize("zone", [NEW_YORK, BERLIN])
@pytest.mark.parametrize("begin", [datetime(2026, 3, 1, 20), datetime(2026, 10, 20, 20)])
def test_somebody_who_practices_in_the_evening_meets_each_on_its_day_when_clocks_change(
    zone: ZoneInfo, begin: datetime
) -> None:
    reviews, days = [], []
    for n in range(60):
        now = (begin + n * DAY).replace(tzinfo=zone).astimezone(UTC)
        if not reviews or is_due(only(reviews, zone), now, zone):
            reviews.append(of(KEY, now))
            days.append(n)
    assert days == [0, 2, 13, 59]


def test_what_is_due_this_evening_is_due_all_day() -> None:
    memory = only([of(KEY, NOON)])
    assert not is_due(memory, NOON + DAY, UTC)
    assert not is_due(memory, datetime(2026, 3, 4, 3, 59, tzinfo=UTC), UTC)
    assert is_due(memory, datetime(2026, 3, 4, 4, 0, tzinfo=UTC), UTC)
    assert is_due(memory, datetime(2026, 3, 4, 22, tzinfo=UTC), UTC)


def test_a_confident_error_is_due_at_once_until_it_is_answered_again() -> None:
    known = [of(KEY, NOON - 20 * DAY), of(KEY, NOON - 18 * DAY)]
    missed = [*known, of(KEY, NOON, BACKFIRES, CERTAIN)]
    memory = only(missed)
    assert (memory.due, memory.at_once, memory.missed) == (NOON, True, 1)
    again = only([*missed, of(KEY, NOON + timedelta(minutes=5))])
    assert not again.at_once and again.due > end_of_day(NOON, UTC)


def mature() -> list[Review]:
    """So well known that the scheduler would wait for more than two days after an error."""
    reviews, now = [], NOON - 400 * DAY
    for _ in range(4):
        reviews.append(of(KEY, now))
        now = only(reviews).due
    return [each._replace(at=each.at + (NOON - DAY - reviews[-1].at)) for each in reviews]


@pytest.mark.parametrize("again", [(STRONG, CERTAIN), (WORKABLE, FAIRLY), (BACKFIRES, GUESSING)])
def test_it_comes_back_within_two_days_until_it_was_answered_on_a_later_day(again: tuple[str, str]) -> None:
    error = [*mature(), of(KEY, NOON, BACKFIRES, CERTAIN)]
    same_day = [*error, of(KEY, NOON + timedelta(hours=1), *again)]
    assert only(same_day).due <= NOON + AFTER_A_CONFIDENT_ERROR
    late = [*same_day, of(KEY, NOON + timedelta(hours=9), STRONG, CERTAIN)]
    assert only(late).due <= NOON + AFTER_A_CONFIDENT_ERROR
    later_day = [*late, of(KEY, NOON + 2 * DAY, STRONG, CERTAIN)]
    assert only(later_day).open_error is None
    assert only(later_day).due > NOON + 4 * DAY


def test_the_later_day_begins_at_four_where_somebody_is() -> None:
    # 23:30 in New York is 03:30 or 04:30 in UTC: another day there, and not yet here.
    error = datetime(2026, 7, 1, 23, 30, tzinfo=NEW_YORK).astimezone(UTC)
    for hours, open_ in ((4, True), (5, False)):
        reviews = [of(KEY, error, BACKFIRES, CERTAIN), of(KEY, error + timedelta(hours=hours))]
        assert (only(reviews, NEW_YORK).open_error is not None) is open_


def test_a_wrong_guess_is_no_confident_error() -> None:
    memory = only([of(KEY, NOON, BACKFIRES, GUESSING)])
    assert (memory.missed, memory.at_once, memory.open_error) == (0, False, None)
    assert memory.due == NOON + DAY


def test_a_clock_that_is_set_back_nine_days_moves_no_due_date() -> None:
    reviews = [of(KEY, NOON), of(KEY, NOON + 2 * DAY)]
    before = only(reviews)
    now = NOON + 2 * DAY - 9 * DAY
    assert not is_due(before, now, UTC) and recall(before, now) == 1.0
    after = only([*reviews, of(KEY, now)])
    assert after.at == before.at and after.due >= before.due
    assert is_due(after, after.due, UTC)
    missed = only([*reviews, of(KEY, now, BACKFIRES, CERTAIN)])
    assert is_due(missed, now, UTC) and is_due(missed, now + 10 * DAY, UTC)


@given(
    st.lists(
        st.tuples(
            st.datetimes(datetime(1971, 1, 1), datetime(2400, 1, 1), timezones=st.just(UTC)),
            st.sampled_from([STRONG, WORKABLE, BACKFIRES]),
            st.sampled_from(CONFIDENCES),
        ),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from([UTC, NEW_YORK, BERLIN]),
)
def test_whatever_the_clock_does_everything_comes_back(given: list[tuple[datetime, str, str]], zone: tzinfo) -> None:
    reviews = [of(KEY, *each) for each in given]
    latest = max(each.at for each in reviews)
    memory = only(reviews, zone)
    assert memory.at == latest and memory.answered == len(reviews) and memory.last == reviews[-1]
    assert memory.at <= memory.due <= latest + MOST_DAYS * DAY
    assert 0 < recall(memory, latest + 30 * DAY) <= 1 and 1 <= memory.difficulty <= 10 and memory.stability > 0


def test_reviews_of_what_is_gone_still_count() -> None:
    gone = of(KEY, NOON)._replace(drill="a-story/that-is/gone", answer="nothing_known")
    assert only([gone, of(KEY, NOON + 2 * DAY)]).stability == only([of(KEY, NOON), of(KEY, NOON + 2 * DAY)]).stability
    assert memories([gone._replace(principle="what:never_was")])["what:never_was"].answered == 1


def test_no_time_is_read_from_any_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    import fsrs.card

    monkeypatch.setattr(fsrs.card.time, "sleep", lambda _: pytest.fail("it sleeps"))
    memory = only([of(KEY, NOON), of(KEY, NOON + 2 * DAY)])
    recall(memory, NOON)
