"""What is said once a decision was made: how well it fits, why, what it does, where to read on, when it returns."""

from itertools import product

import pytest

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE, drills_of
from backfire_sim.engine.drills import BETTER as BETTER_OF_TWO
from backfire_sim.handbook.book import leaf
from backfire_sim.practice.reviews import CERTAIN, CONFIDENCES, FAIRLY, GUESSING
from backfire_sim.views.practice_shown import Doing
from tests.library.test_counts import scenarios
from tests.views.practice_cases import (
    BETTER,
    CARE,
    CHOICE,
    CONSENT,
    NAME,
    NEXT,
    RAID,
    WRITE,
    case,
    told_of,
)

FLATTERING = ("great", "excellent", "well done", "perfect", "brilliant", "good job", "amazing")
SCOLDING = ("wrong!", "failed", "mistaken", "should have", "unfortunately", "bad answer", "sorry")


def test_every_fit_and_confidence_has_a_verdict_of_its_own_that_neither_scolds_nor_flatters() -> None:
    placed = case(CHOICE)
    found = {
        (answer, sure): told_of(placed, answer, sure).verdict
        for answer, sure in product(("publish", "witnesses", "angry_post"), CONFIDENCES)
    }
    assert len(set(found.values())) == 9
    for verdict in found.values():
        assert "!" not in verdict
        assert not [word for word in (*FLATTERING, *SCOLDING) if word in verdict.lower()]


def test_to_be_certain_of_what_does_not_fit_is_explained_as_what_is_remembered_best() -> None:
    found = told_of(case(CHOICE), "angry_post", CERTAIN)
    assert "remembered best once it is explained" in found.verdict
    assert "later today" in found.verdict and found.comes_back == "This comes back later today."


def test_a_guess_that_fits_counts_half_and_comes_back_sooner_than_what_was_known() -> None:
    guess, known = told_of(case(CHOICE), "publish", GUESSING), told_of(case(CHOICE), "publish", CERTAIN)
    assert "counts half" in guess.verdict and "counts half" not in known.verdict
    assert guess.comes_back == "This comes back tomorrow."
    assert known.comes_back == "This comes back in 2 days."


@pytest.mark.parametrize(
    ("lines", "answer", "said"),
    [
        (NAME, "cover_up", "Their method here: Cover-up."),
        (NAME, "devaluation", "Their method here: Cover-up."),
        (NAME, "reinterpretation", "Above all it is this: Cover-up."),
        (NEXT, "cover_up", "Most likely next: Intimidation and rewards."),
        (CARE, "evidence", "What is missing first of all: Care for those who carry it."),
    ],
)
def test_the_verdict_says_which_answer_it_was(lines: str, answer: str, said: str) -> None:
    assert said in told_of(case(lines), answer).verdict


def test_the_best_answer_is_explained_first_then_one_s_own_then_the_others() -> None:
    found = told_of(case(CHOICE), "angry_post")
    assert [each.id for each in found.reasons] == ["publish", "angry_post", "witnesses"]
    assert [each.fit for each in found.reasons] == [STRONG, BACKFIRES, WORKABLE]
    assert [each.yours for each in found.reasons] == [False, True, False]
    assert found.reasons[0].words == "One sentence that says why."
    assert found.reasons[1].words.startswith("Obvious to you is not obvious to them.")


def test_whoever_has_it_right_reads_why_as_well() -> None:
    found = told_of(case(CHOICE), "publish")
    assert found.reasons[0].yours and found.reasons[0].words == "One sentence that says why."
    assert len(found.reasons) == 3 and found.doing_yours is None


def test_what_the_drill_says_of_an_answer_goes_before_what_the_move_says() -> None:
    assert told_of(case(BETTER), "witnesses").reasons[1].words == "They are afraid today."


def test_a_method_that_nobody_said_anything_of_is_explained_only_to_those_who_chose_it() -> None:
    chosen = told_of(case(NAME), "official_channels")
    assert [each.id for each in chosen.reasons] == ["cover_up", "official_channels", "devaluation"]
    assert chosen.reasons[1].words == "It would look like this: moving it into a slow process so that people go home."


def test_r_and_tactic_are_named_once_it_is_over() -> None:
    about = {each.id: each.about for each in told_of(case(CHOICE), "publish").reasons}
    assert about["publish"] == "Reveal: Getting it distributed"
    assert about["angry_post"] == "Reframe: Naming who is accountable"
    assert told_of(case(NAME), "cover_up").reasons[0].about == "Deny; Reveal answers it"


def test_people_are_told_how_many_are_still_there() -> None:
    found = told_of(case(NEXT), "cover_up").doing
    assert found is not None and found.did == "Intimidation and rewards (Job offer)"
    assert "Courage goes from 6 to 5." in found.words
    courage = found.gates[-1]
    said = f"Of 100 people {courage.people_before} kept acting; after it {courage.people_after}."
    same = f"{courage.people_after} of 100 people keep acting, as before."
    assert (said if courage.people_before != courage.people_after else same) in found.words
    assert "Care goes from 7 to 6." in found.words
    assert '“"They were known criminals"”' in found.where


def test_one_s_own_move_is_shown_beside_the_best_one() -> None:
    found = told_of(case(CHOICE), "angry_post")
    assert found.doing is not None and found.doing_yours is not None
    assert found.doing.did.startswith("Release what you filmed") and found.doing_yours.did.startswith("Post that")
    assert [each.before for each in found.doing.gates] == [each.before for each in found.doing_yours.gates]
    assert "Dignity goes from 5 to 4." in found.doing_yours.words, "what it takes is said, not only what it brings"


def test_a_broken_consent_is_said_once_for_each_person() -> None:
    found = told_of(case(CONSENT, "smear"), "care").doing
    assert found is not None and found.costs_care
    assert "There was no yes (Ana: story, face), and that costs care." in found.words


def test_numbers_alone_never_speak_for_what_does_not_fit() -> None:
    louder = RAID.replace("effects: {meaning: +1, dignity: -1}", "effects: {meaning: +4, visibility: +6, momentum: +4}")
    placed = case(CHOICE, text=louder)
    against = "What speaks against it is in its reason"
    assert against in last_word(told_of(placed, "angry_post").doing_yours)
    assert against not in last_word(told_of(placed, "witnesses").doing_yours)
    assert against not in last_word(told_of(case(CHOICE), "angry_post").doing_yours)
    later = "Counted at once, the plan does well."
    assert last_word(told_of(case(CARE), "care").doing).startswith(later)
    assert later not in last_word(told_of(case(CONSENT, "smear"), "consent").doing), "here the numbers show it"


def last_word(found: Doing | None) -> str:
    assert found is not None
    return found.words[-1]


@pytest.mark.parametrize(
    ("lines", "scene", "page"),
    [
        (NAME, "raid", "cover_up"),
        (NEXT, "raid", "intimidation_rewards"),
        (CHOICE, "raid", "distribute"),
        (WRITE, "raid", "name_the_wrong"),
        (CARE, "raid", "model-safe"),
        (CONSENT, "smear", "mistake-without-consent"),
        ("asks: what_is_missing\nmove: witnesses\nbest: evidence", "raid", "mistake-publish-first"),
        ("asks: what_is_missing\nmove: witnesses\nbest: messenger", "raid", "mistake-wrong-messenger"),
    ],
)
def test_the_page_to_read_on_is_that_of_what_was_practiced(lines: str, scene: str, page: str) -> None:
    found = told_of(case(lines, scene), "")
    assert (found.page, found.page_title, found.page_line) == (page, leaf(page).title, leaf(page).summary)


def test_nothing_that_was_written_is_graded_and_the_example_is_there_to_compare() -> None:
    whole, part = told_of(case(WRITE), ""), told_of(case(WRITE), "", fit=WORKABLE)
    assert whole.example == "Men took Ana." and len(whole.checklist) == 3 and whole.reasons == ()
    assert whole.what_makes_it_good == "One sentence that says why."
    assert "not kept, not sent and not graded" in whole.nothing_kept
    assert whole.verdict != part.verdict and "does not fit" not in part.verdict
    assert whole.doing is None


def test_an_option_of_the_preparation_is_told_in_what_it_is_for_later() -> None:
    found = told_of(case("asks: better_of_two\nbest: families\nworse: [announce]", ""), "announce")
    assert found.doing is not None and found.doing.where == "Worked out before anything has happened."
    assert found.doing.words == ("No gate moves.", "Later it takes one step off intimidation and rewards.")


def test_the_same_answer_is_told_by_the_same_value() -> None:
    assert told_of(case(CHOICE), "angry_post") == told_of(case(CHOICE), "angry_post")


def test_every_answer_of_the_library_is_told_something() -> None:
    for scenario in scenarios().values():
        for placed in drills_of(scenario):
            for answer in placed.answers or ("",):
                found = told_of(placed, answer, FAIRLY)
                assert found.verdict and found.page_title and found.comes_back, placed.id
                assert all(each.words for each in found.reasons), (placed.id, answer)
                if placed.drill.asks == BETTER_OF_TWO and placed.scene:
                    assert found.doing is not None, placed.id
