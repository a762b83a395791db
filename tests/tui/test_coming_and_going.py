"""Home, going on with a play of before, leaving, and a fault of the program itself."""

import re
from pathlib import Path

import pytest

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.plays import unfinished
from backfire_sim.storage.settings import Settings
from backfire_sim.tui.crash import crash_report
from backfire_sim.tui.screens.home import HomeScreen
from backfire_sim.tui.screens.play import PlayScreen
from backfire_sim.tui.screens.resume import ChangedScreen
from backfire_sim.tui.source import Source
from backfire_sim.tui.widgets.entrance import Left
from tests.program import RAID
from tests.tui.stage import Desk, flowing, press, raid, raid_play, run, screen_text, staged


class Kiosk(Source):
    """A source that keeps plays in the test's home, and settings nowhere."""

    def settings(self) -> Settings:
        return Settings()


def test_a_note_says_what_is_heavy_before_anything_begins() -> None:
    async def play() -> None:
        async with staged((80, 24), raid()) as (app, _):
            assert "threats" in flowing(app)
            assert "detention" in flowing(app)
            assert "Another scenario" in screen_text(app)

    run(play)


def test_a_play_that_was_left_is_gone_on_with_from_the_last_choice() -> None:
    async def play() -> None:
        async with staged((80, 24), raid(), source=Kiosk()) as (app, pilot):
            await press(pilot, "enter", "b", "enter", "1", "b", "enter", "q")
            assert isinstance(app.screen, HomeScreen)
            assert "Go on where you left" in screen_text(app)
            assert re.search(r"Dawn at the food bank +round 2, just now", screen_text(app))
        assert len(unfinished()) == 1
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            await press(pilot, "enter")
            assert isinstance(app.screen, PlayScreen)
            assert app.screen.kept.session.line[-1] == Play("raid", "witnesses")

    run(play)


def test_a_play_whose_scenario_has_changed_says_how_before_it_goes_on(tmp_path: Path) -> None:
    from backfire_sim.storage.shelf import open_path

    file = tmp_path / "mine.yaml"
    text = Path(RAID).read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    with begin(open_path(file)) as kept:
        kept.play(Prepare(("cameras",)))
        kept.play(Play("raid", "publish"))
    file.write_text(text.replace("{visibility: +3, evidence: +2}", "{visibility: +1, evidence: +2}"), encoding="utf-8")

    async def play() -> None:
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            await press(pilot, "enter")
            assert isinstance(app.screen, ChangedScreen)
            assert "comes out otherwise" in flowing(app)
            await press(pilot, "enter")
            assert isinstance(app.screen, PlayScreen)
            await press(pilot, "q")
            assert [item.play.path for item in app.screen.list.items if isinstance(item, Left)] == [  # type: ignore[attr-defined]
                play.path for play in unfinished()
            ]
        assert len(unfinished()) == 1

    run(play)


def test_a_disk_that_refuses_leaves_the_play_as_it_was_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    async def play() -> None:
        kept = raid_play()
        async with staged((80, 24), kept=kept) as (app, pilot):
            await press(pilot, "1", "b")

            def refuse(*_: object) -> None:
                raise StorageError("The disk is full.")

            monkeypatch.setattr(kept.log, "append", refuse)
            await press(pilot, "enter")
            assert "The disk is full." in screen_text(app)
            assert kept.session.position.scene == "raid"

    run(play)


def test_settings_that_cannot_be_written_change_the_colors_for_now() -> None:
    class Refusing(Desk):
        def save_settings(self, settings: Settings) -> None:
            raise StorageError("no")

    async def play() -> None:
        async with staged(source=Refusing()) as (app, pilot):
            await press(pilot, "t")
            assert app.theme == "contrast-dark"
            assert "for this time only" in flowing(app)

    run(play)


def test_the_help_is_about_the_screen_it_was_called_from_and_explains_the_words() -> None:
    async def play() -> None:
        async with staged((120, 40), kept=raid_play()) as (app, pilot):
            await press(pilot, "question_mark")
            assert "Playing a round" in screen_text(app)
            seen = ""
            for _ in range(12):
                seen += " " + flowing(app)
                await press(pilot, "pagedown")
            for words in (
                "restoring dignity",
                "backfire effect",
                "Peaceful protest",
                "Slow burn",
                "plausible under this",
            ):
                assert words in seen
            await press(pilot, "question_mark")
            assert isinstance(app.screen, PlayScreen)

    run(play)


def test_a_fault_of_the_program_is_reported_without_a_word_of_the_play() -> None:
    def fail() -> None:
        story = "what Ana told us"
        raise RuntimeError(story)

    try:
        fail()
    except RuntimeError:
        report = crash_report(kept=True)
    assert "what Ana told us" not in report
    assert "RuntimeError" in report
    assert "in fail" in report
    assert "backfire resume" in report


def test_a_fault_in_the_app_shows_that_report_and_nothing_else() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play()) as (app, pilot):
            app.screen.query_one("#board").body = None  # type: ignore[attr-defined]
            await press(pilot, "1")

    with pytest.raises(TypeError):
        run(play)
