"""How it stands, in words: nothing that the counts do not carry, and nothing that pushes."""

from datetime import UTC, timedelta

import pytest

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE
from backfire_sim.practice.progress import Calibration, Playable, Suggestion, progress
from backfire_sim.practice.reviews import CERTAIN, CONFIDENCES, FAIRLY, GUESSING, Review
from backfire_sim.scoring.vocabulary import METHODS, RESPONSES
from backfire_sim.views.practice_progress import ProgressView, next_play, progress_view
from backfire_sim.views.practice_progress import _sure_words as sure_words
from tests.practice.decks import CARDS, NOON, of, scenario

PRESSING = ("streak", "in a row", "keep it up", "don't break", "days without", "rank", "behind", "score", "points")


def view(reviews: list[Review], days: int = 0, offered: tuple[Playable, ...] = ()) -> ProgressView:
    now = NOON + timedelta(days=days)
    return progress_view(progress(CARDS, reviews, now, UTC, offered), now, UTC)


def counted(confidence: str, strong: int, backfires: int, workable: int = 0) -> Calibration:
    return Calibration(confidence, strong + backfires + workable, strong, workable, backfires)


def sure(*given: Calibration) -> str:
    by = {each.confidence: each for each in given}
    return sure_words([by.get(each, counted(each, 0, 0)) for each in CONFIDENCES])


def test_before_the_first_answer_it_says_so_and_calls_nothing_weak() -> None:
    found = view([])
    assert found.summary.startswith("Nothing was practiced yet.")
    assert {row.state for group in found.groups for row in group.rows} == {"new"}
    assert found.next is None and found.due == ""
    assert [each.words for each in found.sure] == [
        "Guessing: no answer yet",
        "Fairly sure: no answer yet",
        "Certain: no answer yet",
    ]


def test_everything_is_listed_once_under_their_methods_and_our_answers() -> None:
    found = view([])
    assert [group.id for group in found.groups] == [*METHODS, *RESPONSES, "missing", "write"]
    listed = [row.principle for group in found.groups for row in group.rows]
    assert sorted(listed) == sorted(CARDS)
    assert len({(group.title, row.label) for group in found.groups for row in group.rows}) == len(listed)


def test_a_row_says_how_it_stands_and_when_it_comes_back() -> None:
    found = view([of("name:cover_up", NOON)])
    row = found.groups[0].rows[0]
    assert (row.label, row.state_words) == ("Naming it", "on the way")
    assert row.comes_back == "This comes back in 2 days." and row.missed == "" and row.recall == 100
    assert found.summary == "0 strong, 0 fading, 1 on the way, 37 not met yet."


def test_what_was_missed_with_certainty_is_said_as_it_is() -> None:
    row = view([of("name:cover_up", NOON, BACKFIRES, CERTAIN)]).groups[0].rows[0]
    assert row.missed == "1 answer was certain and did not fit."
    assert row.comes_back == "This comes back later today."


def test_what_is_long_ago_fades() -> None:
    found = view([of("name:cover_up", NOON)], days=60)
    assert found.groups[0].rows[0].state_words == "fading"
    assert found.due == "1 is due today."


def test_when_the_next_one_is_due_is_said_in_words() -> None:
    assert view([of("name:cover_up", NOON)]).due == "Nothing is due until Wednesday."


def test_counts_come_without_a_share_until_there_are_five() -> None:
    four = [of("name:cover_up", NOON + timedelta(minutes=n), STRONG, CERTAIN) for n in range(4)]
    assert view(four).sure[-1].rate is None
    assert view(four).sure[-1].words == "Certain: 4 of 4 fitted"
    five = [*four, of("name:cover_up", NOON + timedelta(minutes=9), BACKFIRES, CERTAIN)]
    assert view(five).sure[-1].rate == 80
    assert view(five).sure[-1].words == "Certain: 4 of 5 fitted"


def test_what_had_something_to_be_said_for_it_is_not_counted_as_an_error() -> None:
    tactic = of("tactic:distribute", NOON, WORKABLE, FAIRLY)
    row = view([tactic, of("tactic:distribute", NOON, STRONG, FAIRLY)]).sure[1]
    assert row.words == "Fairly sure: 1 of 2 fitted, 1 more had something to be said for them"


@pytest.mark.parametrize(
    ("certain", "said"),
    [
        (counted(CERTAIN, 3, 4), "too few"),
        (counted(CERTAIN, 9, 1), "Nothing in these counts"),
        (counted(CERTAIN, 8, 4), "Of 12 answers that you were certain of, 4 did not fit."),
        (counted(CERTAIN, 40, 3), "Nothing in these counts"),
    ],
)
def test_too_much_certainty_is_said_only_where_the_counts_carry_it(certain: Calibration, said: str) -> None:
    assert said in sure(certain)


@pytest.mark.parametrize(
    ("guesses", "said"),
    [
        (counted(GUESSING, 5, 0), "too few"),
        (counted(GUESSING, 5, 5), "Nothing in these counts"),
        (counted(GUESSING, 9, 2), "Of 11 guesses 9 fitted."),
    ],
)
def test_too_little_certainty_is_said_only_where_the_counts_carry_it(guesses: Calibration, said: str) -> None:
    assert said in sure(guesses)


def test_the_next_scenario_comes_with_its_reason() -> None:
    met = Suggestion("harvest", "Harvest", ("name:cover_up", "tactic:distribute"), played=False)
    found = next_play(met)
    assert found is not None and found.source == "harvest"
    assert found.words == "Play “Harvest” next."
    assert found.why == "In it you meet again: Cover-up: naming it; Getting it distributed."
    more = met._replace(principles=(*met.principles, "missing:care", "next:cover_up", "write:frame"), played=True)
    again = next_play(more)
    assert again is not None and again.words == "Play “Harvest” once more."
    assert again.why.endswith("and 2 more.")


def test_a_suggestion_of_the_practice_reaches_the_page() -> None:
    story = scenario("harvest")
    found = view([of("name:cover_up", NOON)], 60, (Playable("harvest", story, played=False),))
    assert found.next is not None and found.next.title == "Harvest"


def test_nothing_here_presses() -> None:
    reviews = [of("name:cover_up", NOON, BACKFIRES, CERTAIN), of("tactic:distribute", NOON)]
    said = repr(view(reviews, 60)).lower()
    assert not [word for word in PRESSING if word in said]
