"""Pause, veil, blanking and ending kindly: they work from every screen, and none of them is kept."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.kept import Kept
from backfire_sim.storage.settings import Settings
from backfire_sim.storage.shelf import Opened
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.debrief import DebriefScreen
from backfire_sim.tui.screens.home import HomeScreen
from backfire_sim.tui.screens.panic import PanicScreen
from backfire_sim.tui.screens.pause import PauseScreen
from backfire_sim.tui.screens.play import PlayScreen
from backfire_sim.views.level import SOFTENED, VEILED, WHOLE
from tests.tui.stage import (
    IDS,
    SIZES,
    flowing,
    press,
    raid,
    raid_play,
    replace_scenario,
    run,
    screen_text,
    staged,
    thoughts,
)

Stage = Callable[[], Awaitable[None]]

SCREENS = {
    "home": ("home", []),
    "note": ("note", []),
    "prepare": ("note", ["enter"]),
    "scene": ("play", []),
    "board": ("play", ["enter", "enter", "enter"]),
    "told": ("play", ["1", "a", "enter"]),
    "consent": ("smear", ["2", "b", "enter"]),
    "people": ("smear", ["y"]),
    "story": ("play", ["l"]),
    "help": ("play", ["question_mark"]),
    "pause": ("play", ["p"]),
    "ending": ("end", []),
}


def on_stage(where: str, settings: Settings | None = None):  # type: ignore[no-untyped-def]
    """The app at one of its screens."""
    match where:
        case "home":
            return staged(settings=settings)
        case "note":
            return staged(opened=raid(), settings=settings)
        case "play":
            return staged(kept=raid_play(), settings=settings)
        case "smear":
            return staged(kept=raid_play("raid.publish"), settings=settings)
    return staged(kept=raid_play("raid.publish", "smear.portraits"), settings=settings)


@pytest.mark.parametrize("name", SCREENS)
def test_one_key_blanks_every_screen_at_once_and_one_key_brings_it_back(name: str) -> None:
    where, keys = SCREENS[name]

    async def play() -> None:
        async with on_stage(where) as (app, pilot):
            await press(pilot, *keys)
            before, shown = app.screen, screen_text(app)
            assert shown.strip()
            await press(pilot, app.panic_key)
            assert screen_text(app).strip() == ""
            await press(pilot, "a", "enter", "escape", "q", "1", app.panic_key)
            await pilot.click(offset=(10, 5))
            await pilot.pause()
            assert screen_text(app).strip() == ""
            await press(pilot, app.wake_key)
            assert app.screen is before
            assert screen_text(app) == shown

    run(play)


@pytest.mark.parametrize("name", SCREENS)
def test_the_safety_keys_stand_at_the_same_place_on_every_screen(name: str) -> None:
    where, keys = SCREENS[name]

    async def play() -> None:
        async with on_stage(where) as (app, pilot):
            await press(pilot, *keys)
            last = screen_text(app).splitlines()[-1]
            assert last.index("? help") == last.rindex(app.panic_key) - len("? help  p pause  v veil  ")
            assert last.rstrip().endswith("blank")

    run(play)


def test_the_blanking_key_is_said_before_anything_begins_and_can_be_another_one() -> None:
    async def play() -> None:
        async with staged(opened=raid(), settings=Settings(panic_key="ctrl+b")) as (app, pilot):
            assert "ctrl+b blanks the screen at once, and then only ctrl+o brings it back" in flowing(app)
            await press(pilot, "ctrl+x")
            assert not isinstance(app.screen, PanicScreen)
            await press(pilot, "ctrl+b")
            assert isinstance(app.screen, PanicScreen)

    run(play)


def test_a_blanking_key_that_is_also_the_wake_key_gets_another_wake_key() -> None:
    async def play() -> None:
        async with staged(settings=Settings(panic_key="ctrl+o")) as (app, pilot):
            await press(pilot, "ctrl+o")
            assert isinstance(app.screen, PanicScreen)
            await press(pilot, "ctrl+o")
            assert isinstance(app.screen, PanicScreen)
            await press(pilot, app.wake_key)
            assert isinstance(app.screen, HomeScreen)

    run(play)


def test_clicking_the_hint_blanks_the_screen_too() -> None:
    async def play() -> None:
        async with on_stage("play") as (app, pilot):
            last = screen_text(app).splitlines()[-1]
            await pilot.click(offset=(last.index("blank"), 23))
            await pilot.pause()
            assert isinstance(app.screen, PanicScreen)

    run(play)


def test_a_veiled_scene_is_one_line_and_so_is_the_next_until_it_is_lifted() -> None:
    async def play() -> None:
        async with on_stage("play") as (app, pilot):
            assert "Six masked men push in" in flowing(app)
            await press(pilot, "v")
            assert "Six masked men push in" not in flowing(app)
            assert "there was no operation this morning" not in flowing(app)
            assert "Something happens: Masked men at the door." in flowing(app)
            await press(pilot, "1", "a", "enter")
            assert "Three stations run it" not in flowing(app)
            for _ in range(12):
                if isinstance(app.screen, PlayScreen) and app.screen.stage == "told":
                    await press(pilot, "enter")
            assert "A police source briefs the press" not in flowing(app)
            await press(pilot, "v")
            assert "A police source briefs the press" in flowing(app)

    run(play)


def test_a_play_can_begin_with_every_scene_veiled() -> None:
    async def play() -> None:
        async with on_stage("note") as (app, pilot):
            await press(pilot, "down", "down", "enter", "b")
            assert "Six masked men push in" not in flowing(app)

    run(play)


def begun_veiled() -> Opened:
    """A scenario that is veiled unless people say otherwise."""
    opened = raid()
    return replace_scenario(opened, replace(opened.scenario, about=opened.scenario.about._replace(begins=VEILED)))


def test_a_scenario_that_begins_veiled_is_whole_only_for_those_who_choose_it() -> None:
    async def play() -> None:
        async with staged(opened=begun_veiled()) as (app, pilot):
            assert "Begin veiled, as it is meant" in flowing(app)
            await press(pilot, "enter", "b")
            assert "Six masked men push in" not in flowing(app)
        async with staged(opened=begun_veiled()) as (app, pilot):
            await press(pilot, "down", "down", "enter", "b")
            assert "Six masked men push in" in flowing(app)

    run(play)


@pytest.mark.parametrize("settings", [Settings(), Settings(intensity=SOFTENED)])
def test_going_on_tells_no_more_than_the_settings_say_and_than_the_scenario_begins_with(settings: Settings) -> None:
    async def play() -> None:
        kept = begin(begun_veiled(), seed=1, ephemeral=True)
        kept.play(Prepare(("cameras",)))
        async with staged(kept=kept, settings=settings) as (app, pilot):
            assert app.level == VEILED
            assert "Six masked men push in" not in flowing(app)
            await press(pilot, "v")
            assert "Six masked men push in" in flowing(app)

    run(play)


def test_a_veil_where_there_is_no_scene_says_so() -> None:
    async def play() -> None:
        async with on_stage("note") as (app, pilot):
            await press(pilot, "v")
            assert "There is no scene on this screen" in flowing(app)

    run(play)


def test_a_pause_goes_on_where_it_was() -> None:
    async def play() -> None:
        async with on_stage("play") as (app, pilot):
            await press(pilot, "p")
            assert isinstance(app.screen, PauseScreen)
            assert "masked men" not in flowing(app).lower()
            await press(pilot, "enter")
            assert isinstance(app.screen, PlayScreen)

    run(play)


def test_ending_kindly_looks_back_and_the_play_can_still_be_gone_on_with() -> None:
    async def play() -> None:
        async with on_stage("smear") as (app, pilot):
            await press(pilot, "p", "e")
            assert isinstance(app.screen, DebriefScreen)
            assert "You stopped here" in flowing(app)
            await press(pilot, "u")
            assert isinstance(app.screen, PlayScreen)
            assert app.screen.kept.session.position.scene == "smear"

    run(play)


def test_none_of_it_is_in_the_log() -> None:
    async def use_all(app: BackfireApp, pilot: Pilot[None]) -> None:
        await press(pilot, "v", "p", "enter", app.panic_key, app.wake_key, "question_mark", "escape", "v", "t")
        await press(pilot, "p", "e")
        assert isinstance(app.screen, DebriefScreen)

    async def play() -> None:
        kept = raid_play("raid.publish")
        events, rows = list(kept.session.events), len(kept.log.rows())
        async with staged(kept=kept) as (app, pilot):
            await use_all(app, pilot)
            assert kept.session.events == events
            assert len(kept.log.rows()) == rows

    run(play)


def on_disk() -> Kept:
    """A play in a file of its own, at its first scene."""
    kept = begin(raid(), seed=1)
    kept.play(Prepare(("cameras", "code")))
    return kept


def test_the_file_of_a_play_is_the_same_to_the_byte_whether_any_of_it_was_used_or_not(home: Path) -> None:
    quiet = on_disk()
    quiet.play(Play("raid", "wait"))
    quiet.play(Play("smear", "portraits"))
    quiet.close()
    used = on_disk()

    async def play() -> None:
        async with staged(kept=used) as (app, pilot):
            await press(pilot, "i", "v", "v", "p", "i", "p", "v", "p", "enter", app.panic_key, app.wake_key)
            await press(pilot, "p", "h", "escape", "escape", "x", "escape", "x", "enter")
            assert isinstance(app.screen, PlayScreen) and used.session.position.scene == "smear"
            await press(pilot, "x", "escape", "p", "e")
            assert isinstance(app.screen, DebriefScreen)
            used.play(Play("smear", "portraits"))

    run(play)
    assert used.log.path is not None and quiet.log.path is not None and used.log.path != quiet.log.path
    assert used.log.path.read_bytes() == quiet.log.path.read_bytes()
    kept = {path.suffix for path in home.rglob("*") if path.is_file() and path.parent.name != "cache"}
    assert kept <= {".play", ".lock"}, "nothing else was written either"


def test_a_skipped_scene_is_said_before_shown_no_more_and_waited_through() -> None:
    async def play() -> None:
        async with on_stage("play") as (app, pilot):
            await press(pilot, "x")
            assert "as if your group had waited" in flowing(app) and "Six masked men" not in flowing(app)
            await press(pilot, "down", "enter")
            assert "Six masked men" in flowing(app), "whoever stays sees the scene as it was"
            await press(pilot, "p", "x", "enter")
            assert isinstance(app.screen, PlayScreen)
            assert app.screen.kept.session.events[-1] == Play("raid", "wait")
            assert app.screen.stage == "read" and "Six masked men" not in flowing(app)

    run(play)


def test_softened_shows_the_scene_without_what_they_say_until_it_is_lifted() -> None:
    async def play() -> None:
        async with on_stage("play", Settings(intensity="softened")) as (app, pilot):
            assert "Six masked men" in flowing(app) and "there was no operation" not in flowing(app)
            assert "Deny: keeping people from knowing." in flowing(app)
            await press(pilot, "i")
            assert "there was no operation this morning" in thoughts(app)["situation"]
            await press(pilot, "p", "i")
            assert "there was no operation" not in flowing(app)

    run(play)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_the_pause_lists_all_that_helps_each_with_its_key(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size, kept=raid_play()) as (app, pilot):
            await press(pilot, "p")
            shown = flowing(app)
            ways = (
                "Go on",
                "Lower the intensity",
                "Veil it",
                "Skip this scene",
                "End kindly",
                "get help here",
                "Blank the",
            )
            assert [way for way in ways if way not in shown] == []

    run(play)


def test_where_no_scene_is_told_a_pause_offers_nothing_that_would_be_forgotten() -> None:
    async def play() -> None:
        async with on_stage("home") as (app, pilot):
            await press(pilot, "p")
            assert "Go on" in flowing(app) and "Veil it" not in flowing(app)
            await press(pilot, "v")
            assert "no scene on this screen" in flowing(app) and isinstance(app.screen, PauseScreen)
            assert app.level == WHOLE

    run(play)


def test_h_in_a_play_says_how_to_leave_it_and_the_story_begins_with_what_was_prepared() -> None:
    async def play() -> None:
        async with on_stage("play") as (app, pilot):
            await press(pilot, "h")
            assert isinstance(app.screen, PlayScreen) and "q leaves it" in flowing(app)
            await press(pilot, "l")
            assert "Before it began" in flowing(app) and "Nothing has been decided" not in flowing(app)

    run(play)
