"""A decision as it is asked: what a learner reads before they answer, and what must not be given away."""

import pytest

from backfire_sim.engine.drills import BACKFIRES, KINDS, NEEDS, STRONG, WORKABLE, drills_of
from backfire_sim.practice.reviews import CONFIDENCES
from backfire_sim.scoring.vocabulary import METHODS, RESPONSE_OF_TACTIC, label
from backfire_sim.views.practice import question
from backfire_sim.views.practice_words import to_write
from tests.library.test_counts import scenarios
from tests.practice.decks import deck
from tests.views.practice_cases import BETTER, CARE, CHOICE, CONSENT, CUE, NAME, NEXT, WRITE, asked, case

EVERY = {"name": NAME, "next": NEXT, "choice": CHOICE, "better": BETTER, "write": WRITE, "missing": CARE}


@pytest.mark.parametrize(
    ("lines", "title", "ask"),
    [
        (NAME, "Name the method", "What are they doing?"),
        (NEXT, "What comes next", "What are they most likely to do next?"),
        (CHOICE, "Choose an answer", "What would you do?"),
        (BETTER, "The better of two", "Both are Reveal. Which is better here?"),
        (CARE, "What is missing", "You plan to: Collect signed statements from the queue. What is missing?"),
        (WRITE, "In your own words", "Write one or two sentences that say what was done, and why it was wrong."),
    ],
)
def test_each_kind_is_asked_in_plain_words(lines: str, title: str, ask: str) -> None:
    found = question(asked(case(lines)))
    assert (found.title, found.ask) == (title, ask)
    assert found.cue == (CUE,)
    assert found.place == "Dawn at the food bank"


@pytest.mark.parametrize("lines", EVERY.values(), ids=EVERY)
def test_how_sure_comes_before_every_answer(lines: str) -> None:
    found = question(asked(case(lines)))
    assert found.how_sure.startswith("Before you ")
    assert tuple(each.id for each in found.confidences) == CONFIDENCES
    assert all(each.label and each.gloss for each in found.confidences)


@pytest.mark.parametrize(("lines", "ids"), [(NAME, METHODS), (NEXT, METHODS), (CARE, NEEDS)])
def test_what_can_be_answered_is_explained_where_it_is_the_program_s_own_word(lines: str, ids: tuple[str, ...]) -> None:
    answers = question(asked(case(lines))).answers
    assert tuple(each.id for each in answers) == ids
    assert all(each.label and each.gloss for each in answers)
    assert len({each.gloss for each in answers}) == len(answers)


def test_a_move_is_shown_by_its_label_alone_so_that_neither_r_nor_tactic_gives_it_away() -> None:
    answers = question(asked(case(CHOICE))).answers
    assert [each.gloss for each in answers] == ["", "", ""]
    said = repr(answers)
    assert not [word for word in ("Reveal", "Reframe", label("distribute"), label("name_accountable")) if word in said]


@pytest.mark.parametrize("lines", EVERY.values(), ids=EVERY)
def test_nothing_that_is_asked_says_which_answer_is_good(lines: str) -> None:
    said = repr(question(asked(case(lines))))
    assert not [fit for fit in (STRONG, WORKABLE, BACKFIRES) if repr(fit) in said]
    assert "One sentence that says why." not in said


def test_answers_stand_in_the_order_of_the_sitting() -> None:
    placed = case(CHOICE)
    turned = asked(placed)._replace(answers=("angry_post", "publish", "witnesses"))
    assert [each.id for each in question(turned).answers] == ["angry_post", "publish", "witnesses"]


def test_a_sentence_is_said_to_be_nobody_else_s_before_it_is_written() -> None:
    found = question(asked(case(WRITE)))
    assert found.answers == () and len(found.checklist) == 3
    assert "not kept, not sent and not graded" in found.yours
    assert question(asked(case(NAME))).yours == ""
    assert "Men took Ana." not in repr(found), "the example comes afterward"


def test_what_comes_back_says_why_and_what_is_met_first_says_nothing() -> None:
    assert question(asked(case(NAME))).again_words == ""
    assert "last time you were certain" in question(asked(case(NAME), again=True)).again_words


def test_a_plan_whose_label_ends_a_sentence_has_one_full_stop() -> None:
    placed = case(CONSENT, "smear")
    assert question(asked(placed)).ask == "You plan to: Put Ana on the evening news. What is missing?"


@pytest.mark.parametrize("tactic", RESPONSE_OF_TACTIC)
def test_every_tactic_has_a_sentence_to_write(tactic: str) -> None:
    assert to_write(tactic).startswith("Write one or two sentences that ")


def test_the_same_decision_is_the_same_value() -> None:
    assert question(asked(case(CHOICE))) == question(asked(case(CHOICE)))


def test_every_decision_of_the_library_can_be_asked() -> None:
    seen = set()
    for scenario in scenarios().values():
        for placed in drills_of(scenario):
            found = question(asked(placed))
            seen.add(found.kind)
            assert found.ask and found.title and found.cue, placed.id
            labels = [each.label for each in found.answers]
            assert len(set(labels)) == len(labels), placed.id
    assert seen == set(KINDS)


def test_decisions_of_a_deck_without_words_can_be_asked_too() -> None:
    assert all(question(asked(placed)).ask for placed in deck(1))
