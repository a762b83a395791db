"""The debrief as lines: part after part, by name, saved with a preview, and the plan typed in between."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from backfire_sim.documents.debrief_parts import Paper
from backfire_sim.plain.debrief import Debrief, told
from backfire_sim.plain.own_plan import taken_up, write_plan
from backfire_sim.plain.shape import WIDTH
from backfire_sim.storage.errors import StorageError
from backfire_sim.text import width
from backfire_sim.training.own_plan import Line, OwnPlan, with_line
from backfire_sim.views.debrief import debrief_view
from backfire_sim.views.elsewhere import Elsewhere, Manner
from tests.library.plays import golden_play
from tests.program import backfire

PLAYED = golden_play("paper-menorahs", "good")
CLASSES = tuple((name, 1 / 6) for name in ("escalated", "chilled", "backfire", "pyrrhic", "slow_burn", "smothered"))
FOUND = Elsewhere(True, 0, 7, tuple(Manner(name, CLASSES, (), 10.0, 5.0, ()) for name in ("random", "answer")))


class Typed:
    """What is typed, and what is said."""

    def __init__(self, *lines: str) -> None:
        self._lines: Iterator[str] = iter(lines)
        self.said: list[str] = []

    def read(self) -> str | None:
        return next(self._lines, None)

    def write(self, lines: Sequence[str]) -> None:
        assert all(width(line) <= WIDTH for line in lines)
        self.said += lines

    @property
    def text(self) -> str:
        return "\n".join(self.said)


def looked_back(*lines: str, plan: OwnPlan | None = None) -> tuple[Typed, Debrief]:
    at = Typed(*lines)
    paper = Paper(debrief_view(PLAYED), plan=plan or OwnPlan())
    debrief = Debrief(paper, at.read, at.write, complete=lambda paper: paper._replace(elsewhere=FOUND))
    debrief.run()
    return at, debrief


def test_enter_goes_from_part_to_part_and_a_word_to_its_own() -> None:
    at, _debrief = looked_back("", "", "history", "6", "parts", "nowhere", "quit")
    parts = [line for line in at.said if line.startswith("Part: ")]
    assert parts == [
        "Part: How are you?", "Part: What happened", "Part: The history behind it", "Part: Where all other plays end",
    ]  # fmt: skip
    assert "It ends where the cost to them is high" in at.text
    assert "is no part of this debrief" in at.text
    assert "no forecast" in at.text


def test_where_nobody_types_all_of_it_is_told() -> None:
    at, _debrief = looked_back()
    for name in ("How are you?", "Why", "The other choices", "Where all other plays end", "What the model leaves out"):
        assert f"Part: {name}" in at.said
    assert "Smothered: Of 100" not in at.text


def test_what_is_saved_is_said_first_and_the_plan_only_where_it_was_asked_for(tmp_path: Path) -> None:
    plan = with_line(OwnPlan(), "care", "Somebody else reads them")
    page, written = tmp_path / "a.html", tmp_path / "b.md"
    at, _debrief = looked_back(f"save {page}", "with plan", f"save {written}", "save x.pdf", f"save {page}", plan=plan)
    assert "Left out: Our own plan" in at.text
    assert "Somebody else reads them" not in page.read_text(encoding="utf-8")
    assert "Somebody else reads them" in written.read_text(encoding="utf-8")
    assert "neither a page" in at.text
    assert "is there already" in " ".join(at.said)


def test_every_row_of_other_choices_is_a_sentence() -> None:
    paper = Paper(debrief_view(PLAYED))
    _at, debrief = looked_back("quit")
    section = next(each for each in debrief._sections() if each.id == "otherwise")
    said = told(section, paper.told.ending)
    assert not any("how it would have gone" in line for line in said)
    assert any("It comes out as" in line for line in said)


def test_a_plan_is_typed_under_its_headings_and_kept_only_if_asked() -> None:
    at = Typed("A notebook by every phone", "", "ask Ana Lopez", "no", "stop", "keep")
    kept: list[OwnPlan] = []

    def keep(plan: OwnPlan) -> str:
        kept.append(plan)
        return "here"

    plan = write_plan(OwnPlan(), at.read, at.write, keep)
    assert plan.under("documentation") == (Line("A notebook by every phone"),)
    assert plan.size == 1
    assert kept == [plan]
    assert "This looks like a name." in at.text
    assert write_plan(plan, Typed("stop", "").read, at.write, keep) == plan
    assert write_plan(plan, Typed("Quit", "").read, at.write, keep) == plan
    assert len(kept) == 1


def test_a_plan_that_was_kept_is_gone_on_with_by_its_number() -> None:
    plan = with_line(OwnPlan(), "documentation", "A notebook by every phone")
    at = Typed("7", "1", "", "Two drivers", "stop")
    chosen = taken_up([("abc", plan)], at.read, at.write)
    assert chosen == ("abc", plan)
    assert "1. 1 line, “A notebook by every phone”" in at.text and "“7” is none of these" in at.text
    kept: list[OwnPlan] = []

    def keep(now: OwnPlan) -> str:
        kept.append(now)
        return "here"

    assert write_plan(plan, at.read, at.write, keep, kept=True).size == 2
    assert [each.size for each in kept] == [2]
    assert taken_up([("abc", plan)], Typed("").read, at.write) == ("", OwnPlan())
    assert taken_up([("abc", plan)], Typed("quit").read, at.write) is None


def test_a_disk_that_refuses_is_a_sentence_and_the_plan_is_still_there() -> None:
    def refuse(plan: OwnPlan) -> str:
        raise StorageError("The disk is full.")

    at = Typed("One", "stop", "keep")
    assert write_plan(OwnPlan(), at.read, at.write, refuse).size == 1
    assert "The disk is full." in at.said


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    for moves in ("1 2\n1\n1\n", "3 4\n1\n1\n"):
        done = backfire(folder, "play", "the-count-goes-on", "--plain", typed=f"1\n{moves}quit\n")
        assert done.returncode == 0, done.stderr
    return folder


def test_the_command_looks_back_at_the_last_play_and_writes_it(home: Path, tmp_path: Path) -> None:
    told = backfire(home, "debrief", "--plain")
    assert told.returncode == 0, told.stderr
    assert "Debrief: The Count Goes On, " in told.stdout
    ids = sorted(path.stem for path in (home / "plays").glob("*.play"))
    page = tmp_path / "out.html"
    done = backfire(home, "debrief", ids[0], "--beside", ids[1], "-o", str(page))
    assert done.returncode == 0, done.stderr
    assert "Two plays side by side" in page.read_text(encoding="utf-8")
    again = backfire(home, "debrief", "-o", str(page))
    assert (again.returncode, "is there already" in again.stderr) == (1, True)
    assert backfire(home, "debrief", "-o", str(page), "--replace").returncode == 0


def test_what_cannot_be_looked_back_at_is_a_sentence(home: Path, tmp_path: Path) -> None:
    assert backfire(tmp_path, "debrief", "--plain").returncode == 1
    for words in (
        ("zzz",),
        ("--with", "x", "--preview"),
        ("-o", str(tmp_path / "a.pdf")),
        ("--plan", "qq", "--preview"),
    ):
        done = backfire(home, "debrief", *words)
        assert done.returncode in (1, 2)
        assert "Traceback" not in done.stderr
        assert done.stderr.strip()
