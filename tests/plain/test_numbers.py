"""Guess the numbers and before and after as lines, with a reader and a writer of the test's own."""

from collections.abc import Callable, Sequence

from backfire_sim.plain import measure, numbers
from backfire_sim.training.measure import MOMENTS, Sheet
from backfire_sim.training.questions import questions


def talk(play: Callable[..., object], lines: Sequence[str], **how: object) -> str:
    """What is said when these lines are typed, each typed line after what was asked."""
    said: list[str] = []
    typed = iter(lines)

    def read() -> str | None:
        line = next(typed, None)
        said.append(f"<{line}>")
        return line

    play(read, said.extend, **how)
    return "\n".join(said)


def test_alone_every_question_is_guessed_and_then_answered() -> None:
    said = talk(numbers.play, ["30", ""] * 7 + ["5"])
    flat = " ".join(said.split())
    for question in questions():
        assert " ".join(question.ask.split()) in flat and " ".join(question.measured.split()) in flat
    assert "For the other side in general you guessed 30, for your own town 5." in flat
    assert "Nothing of it was kept." in flat


def test_round_the_table_what_is_typed_is_read_unseen_and_only_the_spread_is_told() -> None:
    guesses = iter(["90", "x", "10", "", "20"])
    heard: list[str] = []

    def unseen() -> str | None:
        heard.append(next(guesses))
        return heard[-1]

    said = talk(numbers.play, ["quit"], people=4, unseen=unseen)
    assert "3 guesses, from 10 to 90. Half lie below 20, half above. 1 person passed." in " ".join(said.split())
    assert "90\n" not in said and "With so few people" in said
    assert heard == ["90", "x", "10", "", "20"]


def test_one_person_types_what_all_say_and_the_last_question_is_one_word_away() -> None:
    flat = " ".join(talk(numbers.play, ["10 20 35 90 101", "10 20 35 90", "end", "1 2 3 4 5"], people=0).split())
    assert "Numbers from 0 to 100, please" in flat
    assert "4 guesses, from 10 to 90." in flat and "Question 8 of 8" in flat
    assert "the middle of your guesses was 27.5, for your own town 3." in flat


def test_a_guess_can_be_left_out_and_the_end_of_the_input_is_an_end() -> None:
    assert "No guess this time; that is fine." in talk(numbers.play, [""])


def asked(lines: Sequence[str], **how: object) -> tuple[list[Sheet], str]:
    came_in: list[Sheet] = []

    def play(read: measure.Read, write: measure.Write) -> None:
        measure.ask(read, write, "before", came_in.append, **how)  # type: ignore[arg-type]

    return came_in, talk(play, lines)


def test_a_sheet_alone_is_counted_and_talked_over() -> None:
    came_in, said = asked(["40", "", "45", "50", "100", "0", "b", "z", "c", "3", "a", ""], alone=True)
    assert came_in == [Sheet((40, None, 50, 100, 0), "A", (1, 2, 2, 0, None))]
    assert "0, 10, 20 and so on" in said and "A letter from a to e" in said
    assert "Name the method: as we do." in said and "See what is missing: we see it otherwise." in said


def test_what_is_not_finished_is_not_counted() -> None:
    came_in, said = asked(["40", "50", "quit"], alone=True)
    assert came_in == [] and "What was not finished was not counted." in said
    assert asked([""] * 10, alone=True)[0] == []


def test_a_group_types_itself_or_is_typed_from_paper_until_nobody_comes() -> None:
    lines = ["", *["50"] * 5, *"aaaaa", "40 30 50 20 60 B b d c a e", "40 30", "end"]
    came_in, said = asked(lines, alone=False)
    assert [sheet.form for sheet in came_in] == ["A", "B"]
    assert "That is not a whole sheet. Nothing was counted." in said
    assert said.count("It is counted.") == 2 and "as we do" not in said


def test_without_a_moment_it_says_which_there_are_and_how_to_begin() -> None:
    said = " ".join(measure.how_to_begin())
    for moment in (*MOMENTS, "results"):
        assert f"backfire measure {moment} --plain" in said
