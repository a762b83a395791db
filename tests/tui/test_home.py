"""Home: what this is, the plays to go on with, every part in its order; and one way home from all of them."""

import os
from pathlib import Path

import pytest

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.log import PlayLog
from backfire_sim.storage.measures import Held
from backfire_sim.storage.plays import unfinished
from backfire_sim.storage.shelf import open_named
from backfire_sim.text import width
from backfire_sim.training.measure import Sheet
from backfire_sim.training.own_plan import with_line
from backfire_sim.tui.rooms import ROOMS, listed
from backfire_sim.tui.screens.home import HomeScreen
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.play import PlayScreen
from backfire_sim.tui.unkept import unkept
from backfire_sim.tui.widgets.entrance import Part
from tests.program import RAID
from tests.tui.stage import IDS, SIZES, click, flowing, press, run, screen_lines, screen_text, staged
from tests.tui.test_coming_and_going import Kiosk


def kept_play(*moves: str, days_ago: int = 0, of: str = RAID) -> Path:
    with begin(open_named(of), seed=1) as kept:
        kept.play(Prepare(("cameras", "code")))
        for move in moves:
            kept.play(Play(*move.split(".")))
        path = kept.log.path
    assert path is not None
    then = path.stat().st_mtime - 86_400 * days_ago
    os.utime(path, (then, then))
    return path


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_home_says_what_this_is_and_every_part_with_what_it_is_for(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size) as (app, pilot):
            text = flowing(app)
            assert "Practice for groups: an incident of political violence" in text
            seen = text
            await press(pilot, "end")
            seen += flowing(app)
            for _id, room in listed():
                assert room.name in seen
                if size[0] >= 120:
                    assert room.about in seen

    run(play)


def test_at_80_by_24_every_part_stands_on_the_first_screen() -> None:
    async def play() -> None:
        kept_play(days_ago=1)
        kept_play("raid.publish", days_ago=40)
        async with staged((80, 24), source=Kiosk()) as (app, _):
            for _id, room in listed():
                assert room.name in screen_text(app)

    run(play)


def test_what_is_said_of_a_part_is_one_short_line() -> None:
    for id_, room in ROOMS.items():
        _first, stop, more = room.about.partition(". ")
        assert stop and more.endswith("."), id_
        assert width(room.about) <= 48, id_


def test_a_part_opens_by_number_letter_enter_or_click_and_h_comes_home() -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            part = next(item for item in app.screen.list.items if isinstance(item, Part) and item.id == "plays")  # type: ignore[attr-defined]
            row = app.screen.list.items.index(part)  # type: ignore[attr-defined]
            for keys in ([str(part.number)], ["home", *["down"] * row, "enter"]):
                await press(pilot, *keys)
                assert type(app.screen).__name__ == "Plays"
                await press(pilot, "h")
                assert isinstance(app.screen, HomeScreen)
            await click(app, pilot, "Scenarios")
            await click(app, pilot, "Scenarios")
            assert type(app.screen).__name__ == "Library"
            await press(pilot, "escape", "s")
            assert type(app.screen).__name__ == "Library"

    run(play)


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_entered_and_left_with_q(room: str) -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            app.visit(room)
            await pilot.pause()
            assert isinstance(app.screen, Page) and app.screen.homeward
            for _ in range(3):
                if not isinstance(app.screen, HomeScreen):
                    await press(pilot, "escape")
            assert isinstance(app.screen, HomeScreen), room

    run(play)


def test_no_letter_of_a_part_is_another_key() -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, _):
            letters = [item.letter for item in app.screen.list.items if isinstance(item, Part) and item.letter]  # type: ignore[attr-defined]
            keys = {
                binding.key for bindings in HomeScreen._merged_bindings.key_to_bindings.values() for binding in bindings
            }  # type: ignore[union-attr]
            assert letters and len(set(letters)) == len(letters)
            assert not set(letters) & keys

    run(play)


def test_plays_that_were_left_stand_first_with_where_and_how_long_ago() -> None:
    kept_play("raid.publish", days_ago=1)
    kept_play(days_ago=16)
    for _ in range(3):
        kept_play("raid.publish", "smear.portraits", days_ago=3)

    async def play() -> None:
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            lines = [" ".join(line.split()) for line in screen_lines(app)]
            assert "▸ Dawn at the food bank round 2, yesterday" in lines
            assert "Dawn at the food bank round 1, 2 weeks ago" in lines
            await press(pilot, "enter")
            assert isinstance(app.screen, PlayScreen)
            assert app.screen.kept.session.position.scene == "smear"
            await press(pilot, "h")
            assert isinstance(app.screen, PlayScreen), "h is no way out of a play"

    run(play)


def test_a_damaged_play_is_offered_and_saved_in_the_app() -> None:
    path = kept_play("raid.publish")
    data = bytearray(path.read_bytes())
    data[-200:-100] = b"x" * 100
    path.write_bytes(data)

    async def play() -> None:
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            assert "the file is damaged" in flowing(app)
            await press(pilot, "enter")
            assert "nothing of it is deleted" in flowing(app)
            await press(pilot, "enter")
            assert app.kept is not None and app.kept.log.path != path

    run(play)
    assert not path.exists() and path.with_name(f"{path.name}.damaged").exists()


def test_a_play_that_is_open_in_another_window_says_so_and_stays(home: Path) -> None:
    path = kept_play("raid.publish")

    async def play() -> None:
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            with PlayLog.open(path):
                app.show_home()
                await pilot.pause()
                assert "open in another window" in flowing(app)
                await press(pilot, "enter")
                assert "Close it there first" in flowing(app)
                assert isinstance(app.screen, HomeScreen)
            await press(pilot, "enter")
            assert isinstance(app.screen, PlayScreen)

    run(play)
    assert len(unfinished()) == 1


def test_what_was_typed_and_is_kept_nowhere_is_named_before_the_program_ends() -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            app.own_plan = with_line(app.own_plan, "documentation", "A notebook by every phone")
            await press(pilot, "q")
            assert app.is_running and "Your own plan is not kept" in flowing(app)
            held = Held(alone=True)
            held.add("before", Sheet((10, 20, 30, 40, 50), "A", (0, 0, 0, 0, 0)))
            app.found_again["measure"] = {"alone": True, "held": {True: held}}
            assert unkept(app).startswith("Your own plan and the answers")
            app.own_plan_id = "kept"
            assert unkept(app).startswith("The answers")
            await pilot.press("q")
            assert not app.is_running

    run(play)


def test_a_letter_hit_by_accident_does_not_end_what_was_begun() -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            app.visit("measure")
            await pilot.pause()
            await press(pilot, "enter")
            begun = app.screen
            assert isinstance(begun, Page) and begun.begun
            await press(pilot, "h")
            assert app.screen is begun and "esc leaves it" in flowing(app)
            await press(pilot, "escape", "h")
            assert isinstance(app.screen, HomeScreen)

    run(play)
