"""How can we help, and the plan: by keyboard alone, by mouse alone, at every size; nothing kept unless it is saved."""

from collections.abc import Callable
from pathlib import Path

import pytest

from backfire_sim.storage.paths import HOME_VARIABLE
from backfire_sim.training.facts import Candidate
from backfire_sim.training.intake import Intake
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.intake import IntakeScreen
from backfire_sim.tui.screens.learn import LearnScreen
from backfire_sim.tui.screens.note import NoteScreen
from backfire_sim.tui.screens.save_as import MARKDOWN, SaveAs
from backfire_sim.tui.screens.training import TrainingScreen
from tests.training.planning import HOSTILE, card
from tests.tui.stage import IDS, SIZES, Desk, click, flowing, press, run, screen_text, staged


class Shelf(Desk):
    """A desk with scenarios of its own."""

    def __init__(self, *there: Candidate) -> None:
        super().__init__()
        self._there = list(there)

    def candidates(self) -> list[Candidate]:
        return self._there or super().candidates()


async def _until(app: BackfireApp, pilot: object, done: Callable[[], bool]) -> None:
    for _try in range(100):
        await pilot.pause(0.02)  # type: ignore[attr-defined]
        if done():
            return
    raise AssertionError(screen_text(app))


async def _at_the_form(app: BackfireApp, pilot: object) -> IntakeScreen:
    app.visit("plan")
    await _until(app, pilot, lambda: isinstance(app.screen, IntakeScreen) and app.screen._candidates is not None)
    screen = app.screen
    assert isinstance(screen, IntakeScreen)
    return screen


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_by_keyboard_from_the_first_question_to_a_scenario(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size) as (app, pilot):
            form = await _at_the_form(app, pilot)
            assert "Who is coming?" in flowing(app) and "Nothing of this is kept" in flowing(app)
            await press(pilot, "space", "enter", "1", "3", "enter", "2", "right", "left", "left", "enter")
            assert form.intake == Intake(("experienced",), 13, 90)
            await press(pilot, "d")
            assert isinstance(app.screen, TrainingScreen)
            assert "0–15" in screen_text(app) and "85–90" in screen_text(app)
            for _row in app.screen.agenda._items:
                if app.screen.detail.title.plain == "The Count Goes On":
                    break
                await press(pilot, "down")
            await press(pilot, "enter", "enter")
            assert isinstance(app.screen, NoteScreen)
            await press(pilot, "escape")
            await _until(app, pilot, lambda: isinstance(app.screen, TrainingScreen))
            await press(pilot, "escape")
            assert isinstance(app.screen, IntakeScreen) and app.screen.intake == form.intake
            await press(pilot, "c")
            assert app.screen.intake == Intake()

    run(play)


def test_enter_takes_the_row_it_is_on_where_one_answer_is_asked_for_and_the_first_row_says_nothing() -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            form = await _at_the_form(app, pilot)
            await press(pilot, "enter", "down", "enter", "down", "down", "enter", "enter")
            assert form.intake == Intake(people=1, minutes=90)
            await press(pilot, "left", "left", "up", "up", "enter")
            assert form.intake == Intake(people=1)
            await press(pilot, "h")
            assert not isinstance(app.screen, IntakeScreen)
            app.visit("plan")
            await pilot.pause()
            assert isinstance(app.screen, IntakeScreen) and app.screen.intake == Intake(people=1)

    run(play)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_by_mouse_from_the_first_question_to_a_page(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size) as (app, pilot):
            form = await _at_the_form(app, pilot)
            await click(app, pilot, "at high risk")
            await click(app, pilot, "[ ] We have experienced")
            await click(app, pilot, "[×] We have experienced")
            await click(app, pilot, "next")
            await click(app, pilot, "12 people")
            assert form.intake == Intake(("high_risk",), 12)
            if size[0] > 100:
                await click(app, pilot, "Worries")
                await click(app, pilot, "Offers for silence")
                assert form.intake.worries == ("offers",)
            await click(app, pilot, "plan", last=True)
            await click(app, pilot, "Five gates")
            if size[0] < 100:
                await click(app, pilot, "Five gates")
            await click(app, pilot, "read: Intimidation" if size[0] > 100 else "read: Cover-up")
            await click(app, pilot, "read: Intimidation" if size[0] > 100 else "read: Cover-up")
            assert isinstance(app.screen, LearnScreen)
            await press(pilot, "q")
            assert isinstance(app.screen, TrainingScreen)

    run(play)


def test_a_hostile_title_is_drawn_as_it_is() -> None:
    async def play() -> None:
        shelf = Shelf(Candidate("made", "made", card(HOSTILE, summary=HOSTILE, content_notes=(HOSTILE,))))
        async with staged((120, 40), source=shelf) as (app, pilot):
            await _at_the_form(app, pilot)
            for _question in range(7):
                await press(pilot, "enter")
            assert "[@click=app.quit]no[/]" in flowing(app)
            await press(pilot, "d")
            await press(pilot, *["down"] * 5)
            assert "# [x](javascript:y) <b onclick=z>|" in flowing(app)

    run(play)


def test_nothing_is_kept_unless_the_plan_is_saved_and_then_only_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    out.mkdir()
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    monkeypatch.chdir(out)

    def holding(folder: Path) -> list[str]:
        """Files that hold anything that was said."""
        files = [path for path in folder.rglob("*") if path.is_file()]
        return [path.name for path in files if path.suffix != ".bin" or b"offers for silence" in path.read_bytes()]

    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            form = await _at_the_form(app, pilot)
            form.intake = Intake(("experienced",), 13, 90, worries=("offers",))
            await press(pilot, "d")
            assert holding(tmp_path) == []
            await press(pilot, "s", "enter")
            assert isinstance(app.screen, SaveAs) and str(out / "training-plan.md") in "".join(flowing(app).split())
            await press(pilot, "enter", "s", "tab", "enter", "enter")
            assert isinstance(app.screen, TrainingScreen)
            assert sorted(holding(tmp_path)) == ["training-plan.html", "training-plan.md"]
            assert "offers for silence" in (out / "training-plan.md").read_text(encoding="utf-8")

    run(play)


def test_a_file_that_is_there_is_replaced_only_when_that_is_said(tmp_path: Path) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("mine")

    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            app.push_screen(SaveAs(str(tmp_path / "mine"), (MARKDOWN,), lambda ending: "theirs"))
            await pilot.pause()
            await press(pilot, "enter")
            assert "already" in flowing(app)
            await press(pilot, "enter", "2", "enter")
            assert mine.read_text() == "mine" and (tmp_path / "mine2.md").read_text() == "theirs"
            await press(pilot, "enter")
            app.push_screen(SaveAs(str(tmp_path / "mine"), (MARKDOWN,), lambda ending: "theirs"))
            await pilot.pause()
            await press(pilot, "enter", "down", "enter", "enter")
            assert mine.read_text() == "theirs"
            app.push_screen(SaveAs("no/such/folder/x", (MARKDOWN,), lambda ending: "theirs"))
            await pilot.pause()
            await press(pilot, "enter")
            assert "There is no folder" in flowing(app)
            await press(pilot, "escape")
            assert not isinstance(app.screen, SaveAs)

    run(play)
