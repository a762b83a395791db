"""Guess the numbers: guesses that nobody can trace, and figures that say where they come from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.training.numbers import (
    MOST_PEOPLE,
    again,
    begin,
    beside,
    close,
    following,
    guess,
    in_words,
    median,
    place,
    read_guess,
    read_guesses,
    spread,
    to_the_end,
)
from backfire_sim.training.questions import questions

GUESSES = st.integers(0, 100)


def test_the_first_question_and_the_last_are_about_what_we_believe_of_each_other() -> None:
    for short in (True, False):
        asked = questions(short=short)
        assert asked[0].id == "other-side" and asked[-1].id == "own-town"
    assert len(questions(short=True)) == 8
    assert len({question.id for question in questions(short=False)}) == 11


def test_nothing_is_given_as_measured_that_nobody_has_measured() -> None:
    by_id = {question.id: question for question in questions(short=False)}
    assert not by_id["own-town"].marks and not by_id["own-town"].source
    first = by_id["other-side"]
    assert not first.marks
    measured, believed = first.also
    assert believed.low == round(measured.low * 3.45 + 0.01) and believed.high == round(measured.low * 5.42)
    assert "245 to 442 percent" in first.measured


@pytest.mark.parametrize("question", questions(short=False), ids=lambda question: question.id)
def test_every_figure_has_a_source_and_says_what_it_does_not_say(question: object) -> None:
    assert question.ask.endswith("?") and question.talk.endswith("?")  # type: ignore[attr-defined]
    assert question.not_said  # type: ignore[attr-defined]
    for mark in (*question.marks, *question.also):  # type: ignore[attr-defined]
        assert 0 <= mark.low <= mark.high <= 100
        assert question.source  # type: ignore[attr-defined]


@given(st.lists(st.one_of(st.none(), GUESSES), min_size=2, max_size=MOST_PEOPLE))
def test_nothing_in_a_game_says_who_guessed_what(heard: list[int | None]) -> None:
    forward, backward = begin(len(heard)), begin(len(heard))
    for each in heard:
        assert forward.open
        forward = guess(forward, each)
    for each in reversed(heard):
        backward = guess(backward, each)
    assert forward == backward
    assert not forward.open
    assert list(forward.guesses) == sorted(each for each in heard if each is not None)
    assert forward.passed == heard.count(None)
    with pytest.raises(ValueError):
        guess(forward, 1)


@given(st.lists(GUESSES, min_size=1, max_size=MOST_PEOPLE), st.integers(2, 101))
def test_every_guess_has_its_dot(values: list[int], columns: int) -> None:
    told = spread(tuple(sorted(values)), columns)
    assert sum(told.columns) == len(values)
    assert told.columns[place(min(values), columns)] and told.columns[place(max(values), columns)]
    assert sum(each < told.middle for each in values) <= len(values) / 2
    assert sum(each > told.middle for each in values) <= len(values) / 2


def test_a_question_can_be_asked_again_and_left_for_the_last() -> None:
    game = guess(begin(1), 40)
    assert not game.open and game.first == (40,)
    assert again(game).open and again(game).guesses == ()
    last = to_the_end(game)
    assert last.last and last.open and last.first == (40,)
    assert following(close(last)) is None
    assert "40" in in_words(game)[0]


def test_how_a_guess_lies_to_what_was_measured() -> None:
    by_id = {question.id: question for question in questions(short=False)}
    assert beside(by_id["never"], 64) == "Exactly what was measured."
    assert beside(by_id["never"], 60) == "Close to what was measured."
    assert beside(by_id["never"], 20) == "44 lower than what was measured."
    assert beside(by_id["own-followers"], 70) == "Between the figures that were measured."
    assert beside(by_id["with-a-plan"], 30) == "Within what was measured."
    assert beside(by_id["firearms"], 5) == "11 lower than what was measured."
    assert beside(by_id["own-town"], 5) == ""


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(typed: str) -> None:
    found = read_guess(typed)
    assert found is None or 0 <= found <= 100
    several = read_guesses(typed)
    assert several is None or (several and all(0 <= each <= 100 for each in several))


def test_numbers_are_read_as_people_write_them() -> None:
    assert read_guess(" 40 %") == 40
    assert read_guesses("10, 20;30 100") == (10, 20, 30, 100)
    assert read_guesses("10 101") is None
    assert read_guess("١٢") is None
    assert median((10, 20)) == 15
