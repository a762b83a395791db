"""How somebody stands, and what they are told to play next."""

from dataclasses import replace
from datetime import UTC, timedelta

from backfire_sim.engine.drills import BACKFIRES, WORKABLE
from backfire_sim.practice.cards import cards_of
from backfire_sim.practice.progress import Playable, Progress, progress
from backfire_sim.practice.reviews import CERTAIN, FAIRLY, GUESSING, Review
from backfire_sim.practice.schedule import memories
from tests.practice.decks import CARDS, NOON, deck, of, scenario

DAY = timedelta(days=1)
KEY = "name:cover_up"
DIGS = Playable("digs", scenario("digs", ["research", "interviews"], ["cover_up"]), False)
TALKS = Playable("talks", scenario("talks", ["translate", "name_the_wrong"], ["reinterpretation"]), False)
BOTH = Playable("/home/both.yaml", scenario("both", ["research", "translate"], ["cover_up", "devaluation"]), False)


def stands(reviews: list[Review], days: float = 0, *scenarios: Playable) -> Progress:
    return progress(CARDS, reviews, NOON + days * DAY, UTC, scenarios)


def state(reviews: list[Review], days: float) -> str:
    return next(each.state for each in stands(reviews, days).standings if each.principle == KEY)


def test_something_is_new_then_learned_then_strong_and_fades_when_it_is_due() -> None:
    assert state([], 0) == "new"
    reviews = [of(KEY, NOON)]
    assert [state(reviews, days) for days in (0, 1, 4)] == ["learning", "learning", "fading"]
    reviews += [of(KEY, NOON + 2 * DAY)]
    assert [state(reviews, days) for days in (2, 12, 20)] == ["learning", "learning", "fading"]
    reviews += [of(KEY, NOON + 13 * DAY)]
    assert [state(reviews, days) for days in (13, 55, 70)] == ["strong", "strong", "fading"]


def test_an_error_makes_nothing_strong() -> None:
    reviews = [of(KEY, NOON), of(KEY, NOON + 2 * DAY), of(KEY, NOON + 13 * DAY), of(KEY, NOON + 30 * DAY, BACKFIRES)]
    assert state(reviews, 30) == "learning"


def test_every_principle_that_can_be_practiced_has_a_standing_and_no_other() -> None:
    gone = of(KEY, NOON)._replace(principle="name:bribery")
    told = stands([gone])
    assert [each.principle for each in told.standings] == list(CARDS)
    assert told.answered == 1


def test_confidence_is_counted_against_how_right_it_was_without_sentences_of_ones_own() -> None:
    reviews = [
        of(KEY, NOON),
        of(KEY, NOON, BACKFIRES, CERTAIN),
        of("tactic:research", NOON, WORKABLE, CERTAIN),
        of(KEY, NOON, BACKFIRES, GUESSING),
        of("write:frame", NOON, WORKABLE, CERTAIN),
    ]
    guessing, fairly, certain = stands(reviews).calibration
    assert (guessing.confidence, fairly.confidence, certain.confidence) == (GUESSING, FAIRLY, CERTAIN)
    assert certain[1:] == (3, 1, 1, 1)
    assert guessing[1:] == (1, 0, 0, 1)
    assert fairly[1:] == (0, 0, 0, 0)
    assert stands(reviews).answered == 5


def test_the_scenario_with_most_of_what_is_weak_is_named_with_the_reasons() -> None:
    reviews = [of("tactic:translate", NOON), of("name:reinterpretation", NOON), of(KEY, NOON)]
    suggested = stands(reviews, 10, DIGS, BOTH, TALKS).suggestion
    assert suggested is not None
    assert (suggested.scenario, suggested.title) == ("/home/both.yaml", "Both")
    assert set(suggested.principles) == {"tactic:translate", KEY}


def test_what_was_missed_with_certainty_is_weak_until_it_is_strong() -> None:
    reviews = [of("tactic:translate", NOON, BACKFIRES, CERTAIN), of("tactic:translate", NOON)]
    suggested = stands(reviews, 0, DIGS, TALKS).suggestion
    assert suggested is not None
    assert (suggested.scenario, suggested.principles) == ("talks", ("tactic:translate",))
    guessed = [of("tactic:translate", NOON, BACKFIRES, GUESSING)]
    assert not any(each.weak for each in stands(guessed).standings)
    while memories(reviews)["tactic:translate"].stability < 21:
        reviews.append(of("tactic:translate", memories(reviews)["tactic:translate"].due))
    after = (reviews[-1].at - NOON) / DAY
    assert not any(each.weak for each in stands(reviews, after).standings)


def test_one_that_was_not_played_yet_goes_before_one_that_has_more_of_it() -> None:
    reviews = [of("tactic:translate", NOON), of(KEY, NOON), of("tactic:research", NOON)]
    played = BOTH._replace(played=True)
    suggested = stands(reviews, 10, played, TALKS).suggestion
    assert suggested is not None and (suggested.scenario, suggested.played) == ("talks", False)
    again = stands(reviews, 10, played, TALKS._replace(played=True)).suggestion
    assert again is not None and (again.scenario, again.played) == ("/home/both.yaml", True)


def test_nothing_is_suggested_before_anything_was_practiced_or_where_nothing_is_to_be_gained() -> None:
    assert stands([], 0, DIGS).suggestion is None
    assert stands([of(KEY, NOON)], 0).suggestion is None
    assert stands([of(KEY, NOON)], 0, DIGS._replace(played=True)).suggestion is None


def test_where_nothing_is_weak_one_that_was_not_played_is_suggested_for_what_is_not_yet_strong() -> None:
    suggested = stands([of(KEY, NOON)], 0, TALKS._replace(played=True), DIGS).suggestion
    assert suggested is not None
    assert suggested.scenario == "digs"
    assert suggested.principles[0] == KEY


def test_what_is_missing_is_met_where_it_is_drilled() -> None:
    reviews = [of("missing:care", NOON)]
    told = progress(cards_of(deck(1)), reviews, NOON + 10 * DAY, UTC, [DIGS, Playable("x", scenario("story0"), False)])
    assert told.suggestion is not None and told.suggestion.scenario == "x"


def test_what_a_learner_cannot_read_is_not_suggested() -> None:
    wholly = Playable("todo", replace(scenario("todo"), language="es"), False)
    reviews = [of(KEY, NOON, BACKFIRES)]
    found = stands(reviews, 3, wholly, DIGS).suggestion
    assert found is not None and found.scenario == "digs"
    assert stands(reviews, 3, wholly).suggestion is None
