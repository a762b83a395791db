"""How can we help, as lines: answers by number, a way back, a way out, and nothing kept unless it is asked for."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from backfire_sim.plain.plan import ask, save_it, told
from backfire_sim.plain.shape import WIDTH
from backfire_sim.text import is_plain, width
from backfire_sim.training.facts import Candidate
from backfire_sim.training.intake import Intake, questions
from backfire_sim.training.plan import plan
from backfire_sim.views.planning import marks
from tests.training.planning import card, intakes, shelves

FORM = questions([card(content_notes=("fire", "threats"))], [("en", "English"), ("es", "Español")])


def _typed(*lines: str) -> Callable[[], str | None]:
    left = iter(lines)
    return lambda: next(left, None)


def _asked(*lines: str) -> tuple[Intake | None, str]:
    seen: list[str] = []
    intake = ask(FORM, _typed(*lines), seen.extend)
    return intake, " ".join(seen)


def test_every_question_is_answered_by_numbers() -> None:
    intake, seen = _asked("1 2", "13", "3", "3", "1, 10", "4", "redeem", "1", "Español")
    assert intake == Intake(
        ("experienced", "high_risk"), 13, 180, "projector", ("threats", "offers"), ("practice",), ("redeem",),
        ("fire",), "es",
    )  # fmt: skip
    assert "9 of 9" in seen


def test_every_question_may_be_passed_over_and_the_input_may_end_anywhere() -> None:
    assert _asked(*[""] * len(FORM))[0] == _asked()[0] == _asked("end")[0] == Intake()
    assert _asked("1", "12", "end")[0] == Intake(("experienced",), 12)
    assert _asked("1", "quit")[0] is None


def test_somebody_can_go_back_and_answer_otherwise() -> None:
    intake, seen = _asked("1 2", "back", "3", "12")
    assert intake == Intake(("concerned",), 12)
    assert "So far: We have experienced a threat" in seen


@pytest.mark.parametrize("wrong", ["0", "99", "1 99", "nonsense", "\x1b[31m", "-1", "١"])
def test_what_is_no_answer_is_said_and_asked_again(wrong: str) -> None:
    intake, seen = _asked(wrong, "1")
    assert intake == Intake(("experienced",))
    assert "Numbers from 1 to 3" in seen
    assert is_plain(seen)


def test_one_answer_where_only_one_can_be_true() -> None:
    intake, seen = _asked("", "many", "12", "1 2", "2")
    assert intake == Intake(people=12, minutes=90)
    assert "Only one of them" in seen and "A number from 1 to 500" in seen


@settings(max_examples=30, deadline=None)
@given(intakes, shelves)
def test_the_plan_is_told_whole(intake: Intake, shelf: list[Candidate]) -> None:
    made = plan(intake, shelf)
    lines = told(made)
    text = " ".join(" ".join(lines).split())
    for block in made.blocks:
        assert f"Minutes {marks(block)}: " in text and " ".join(block.why.split()) in text
    assert all(width(line) <= WIDTH for line in lines) and all("\n" not in line for line in lines)


def test_a_plan_is_kept_only_under_a_name_and_over_nothing_unasked() -> None:
    kept: list[tuple[str, bool]] = []

    def keep(name: str, replace: bool) -> str:
        kept.append((name, replace))
        return "Written." if replace or name != "there.md" else ""

    save_it(_typed(""), lambda lines: None, keep)
    assert kept == []
    seen: list[str] = []
    save_it(_typed("there.md", "no", "other.md"), seen.extend, keep)
    assert kept == [("there.md", False), ("other.md", False)] and seen[-1] == "Written."
    kept.clear()
    save_it(_typed("there.md", "yes"), seen.extend, keep)
    assert kept == [("there.md", False), ("there.md", True)]
