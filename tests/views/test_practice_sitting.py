"""How a sitting begins and ends, in words, and when a card comes back as a person says it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE
from backfire_sim.handbook.book import leaf
from backfire_sim.practice.progress import Suggestion
from backfire_sim.practice.reviews import CERTAIN, Review
from backfire_sim.practice.sitting import Ahead, ahead, answered, plan, skipped
from backfire_sim.views.practice_sitting import (
    ANYWAY,
    BEGIN,
    PLAY,
    PREPARE,
    STANDING,
    STOP,
    Closing,
    Opening,
    closing,
    opening,
)
from backfire_sim.views.practice_when import comes_back, days_until, nothing_until
from backfire_sim.views.practice_words import page_of, principle_label, tactic_to_prepare
from tests.practice.decks import CARDS, NOON, Guessing, knowing, never_knowing, of, sit

BERLIN, CHICAGO = ZoneInfo("Europe/Berlin"), ZoneInfo("America/Chicago")
HARVEST = Suggestion("harvest", "Harvest", ("name:cover_up",), played=False)


def opened(reviews: list[Review], days: int = 0) -> Opening:
    now = NOON + timedelta(days=days)
    return opening(ahead(CARDS, reviews, now, UTC), now, UTC)


def closed(reviews: list[Review], told: int, suggestion: Suggestion | None = None) -> Closing:
    """A sitting in which these were answered; the first `told` reviews are of it."""
    sitting = plan(CARDS, [], NOON, UTC)
    return closing(replace(sitting, asked=(), told=tuple(reviews[:told])), reviews, suggestion, NOON, UTC)


# when


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "This comes back later today."),
        (15.9, "This comes back later today."),
        (16.1, "This comes back tomorrow."),
        (39.9, "This comes back tomorrow."),
        (40.1, "This comes back in 2 days."),
        (11 * 24, "This comes back in 11 days."),
        (180 * 24, "This comes back in 180 days."),
        (-100, "This comes back later today."),
    ],
)
def test_a_day_ends_at_four_in_the_morning(hours: float, said: str) -> None:
    assert comes_back(NOON + timedelta(hours=hours), NOON, UTC) == said


def test_days_are_those_of_the_calendar_where_one_is_an_hour_shorter() -> None:
    before = datetime(2026, 3, 28, 20, tzinfo=UTC)
    after = datetime(2026, 3, 29, 20, tzinfo=UTC)
    assert days_until(after, before, BERLIN) == 1


def test_late_at_night_is_still_the_evening_before() -> None:
    half_past_one = datetime(2026, 5, 5, 6, 30, tzinfo=UTC)
    noon = datetime(2026, 5, 5, 17, tzinfo=UTC)
    assert comes_back(noon, half_past_one, CHICAGO) == "This comes back tomorrow."


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "Nothing is due until tomorrow."),
        (3, "Nothing is due until Thursday."),
        (6, "Nothing is due until Sunday."),
        (7, "Nothing is due for 7 days."),
        (30, "Nothing is due for 30 days."),
    ],
)
def test_the_next_time_is_a_day_of_the_week_within_a_week(days: int, said: str) -> None:
    assert NOON.strftime("%A") == "Monday"
    assert nothing_until(NOON + timedelta(days=days), NOON, UTC) == said


# the beginning


def test_a_newcomer_reads_what_there_is_and_how_it_goes() -> None:
    found = opened([])
    assert found.words == ("10 are new.",)
    assert len(found.how) == 3 and "how sure you are" in found.how[0]
    assert [way.id for way in found.ways] == [BEGIN, STOP]


def test_what_is_due_is_counted_and_the_way_in_is_explained_only_once() -> None:
    reviews: list[Review] = []
    sit(reviews, NOON, knowing)
    found = opened(reviews, 10)
    assert found.words[0] == "10 are due." and found.how == ()
    assert [way.id for way in found.ways] == [BEGIN, STANDING, STOP]


def test_where_nothing_is_due_it_says_until_when_and_to_stop_comes_first() -> None:
    reviews = [of(principle, NOON) for principle in CARDS]
    found = opened(reviews)
    assert found.words == ("Nothing is due until Wednesday.",)
    assert [way.id for way in found.ways] == [STOP, ANYWAY, STANDING]


def test_what_one_was_certain_of_is_said_to_come_first() -> None:
    found = opened([of("name:cover_up", NOON, BACKFIRES, CERTAIN)])
    assert found.words[:2] == (
        "1 is due.",
        "You were certain of 1 where another answer fits better: that comes first.",
    )


def test_after_a_long_time_away_nobody_is_told_what_they_missed() -> None:
    reviews = [of(principle, NOON) for principle in CARDS]
    found = opened(reviews, 60)
    assert found.words == (
        "38 are due.",
        "10 of them come now, those that have waited longest. The others can wait.",
    )


def test_where_no_scenario_has_a_decision_there_is_no_way_in() -> None:
    none = Ahead(due=0, new=0, unseen=0, practiced=0, next_due=None, at_once=0)
    assert [way.id for way in opening(none, NOON, UTC).ways] == [STOP]


# the end


def test_the_end_says_what_came_of_it_and_when_each_comes_back() -> None:
    reviews = [of("name:cover_up", NOON), of("tactic:distribute", NOON, BACKFIRES, CERTAIN)]
    found = closed(reviews, 2)
    assert found.words == (
        "You made 2 decisions.",
        "1 fitted best.",
        "1 did not fit.",
    )
    assert [(each.label, each.when) for each in found.returns] == [
        ("Getting it distributed", "later today"),
        ("Cover-up: naming it", "in 2 days"),
    ]


def test_a_sentence_of_one_s_own_is_not_counted_as_right_or_wrong() -> None:
    found = closed([of("write:frame", NOON), of("write:statement", NOON, WORKABLE)], 2)
    assert found.words == ("You wrote 2 sentences.",)
    assert {each.fit_words for each in found.returns} == {"every line ticked", "a line left open"}


def test_what_was_found_the_second_time_is_named() -> None:
    missed = of("name:cover_up", NOON, BACKFIRES, CERTAIN)
    found = closed([missed, of("name:cover_up", NOON + timedelta(minutes=3), STRONG)], 2)
    assert "Missed first and found the second time: Cover-up: naming it." in found.words
    assert len(found.returns) == 1 and found.returns[0].fit == STRONG


def test_the_ways_out_are_a_scenario_one_step_and_to_stop() -> None:
    found = closed([of("tactic:distribute", NOON, BACKFIRES)], 1, HARVEST)
    play, prepare, stop = found.ways
    assert (play.id, play.to, play.label) == (PLAY, "harvest", "Play “Harvest” next.")
    assert (prepare.id, prepare.to) == (PREPARE, "distribute")
    assert prepare.words in leaf("distribute").sections[1].text
    assert (stop.id, stop.words) == (STOP, "That is enough for today.")


def test_the_step_is_for_what_was_hardest() -> None:
    found = closed([of("tactic:distribute", NOON), of("name:devaluation", NOON, BACKFIRES)], 2)
    assert found.ways[0].to == tactic_to_prepare("name:devaluation")


def test_a_sitting_without_an_answer_changes_nothing_and_says_so() -> None:
    sitting = skipped(plan(CARDS, [], NOON, UTC))
    found = closing(sitting, [], HARVEST, NOON, UTC)
    assert found.words[0] == "Nothing was answered, so nothing changes."
    assert "1 was left out; it comes another time." in found.words
    assert "9 are still open; they come next time." in found.words
    assert found.returns == () and [way.id for way in found.ways] == [PLAY, STOP]


@pytest.mark.parametrize("answering", [knowing, never_knowing, Guessing()])
def test_whoever_sits_down_leaves_with_a_way_out(answering: object) -> None:
    reviews: list[Review] = []
    sat = sit(reviews, NOON, answering)  # type: ignore[arg-type]
    found = closing(sat.last, reviews, None, NOON, UTC)
    assert {each.principle for each in found.returns} == {review.principle for review in sat.last.told}
    assert [way.id for way in found.ways] == [PREPARE, STOP]
    assert not [word for word in ("great", "well done", "!", "streak", "failed") if word in repr(found).lower()]


def test_leaving_in_the_middle_says_what_is_still_open() -> None:
    sitting = plan(CARDS, [], NOON, UTC)
    assert sitting.current is not None
    first = sitting.current
    given = Review(first.principle, first.placed.id, NOON, CERTAIN, first.placed.drill.best, STRONG)
    found = closing(answered(sitting, given), [given], None, NOON, UTC)
    assert found.words[0] == "You made 1 decision."
    assert found.words[-1] == "9 are still open; they come next time."


@pytest.mark.parametrize("principle", CARDS)
def test_each_principle_has_a_name_a_page_and_a_first_step(principle: str) -> None:
    assert principle_label(principle)
    assert leaf(page_of(principle)).summary
    assert leaf(tactic_to_prepare(principle)).chapter == "tactics"
