"""Guess the numbers and before and after in the app: hidden while typed, counted, never whose."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from backfire_sim.storage.measures import Held, load
from backfire_sim.training.measure import Sheet
from backfire_sim.tui.app import BackfireApp
from tests.tui.stage import IDS, SIZES, Desk, click, flowing, press, run, screen_lines, screen_text

STEPS = ["3", "0", "s", "plus", "7"]


async def typed(pilot: Pilot[None], *guesses: str) -> None:
    for guess in guesses:
        await press(pilot, *guess, "enter")


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_alone_a_guess_stands_beside_what_was_measured(size: tuple[int, int]) -> None:
    async def play() -> None:
        app = BackfireApp(Desk(), room="numbers")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "enter", "4", "0")
            assert screen_text(app).count("●") == 40
            await press(pilot, "enter")
            assert "Your guess: 40." in flowing(app) and "245 to 442 percent" in flowing(app)
            assert len(screen_lines(app)) == size[1] and "? help" in screen_lines(app)[-1]

    run(play)


def test_round_the_table_nothing_typed_is_seen_until_all_have_typed() -> None:
    async def play() -> None:
        app = BackfireApp(Desk(), room="numbers", found={"numbers": (3, True)})
        async with app.run_test(size=(80, 24)) as pilot:
            before = screen_text(app)
            await press(pilot, "7")
            one = screen_text(app)
            await press(pilot, "3")
            assert screen_text(app) == one != before
            await press(pilot, "backspace")
            assert screen_text(app) == before
            await typed(pilot, "73", "11", "101")
            assert "A number from 0 to 100" in flowing(app) and "Person 3 of 3" in flowing(app)
            assert "73" not in screen_text(app) and "11" not in screen_text(app).replace("1 of 8", "")
            await typed(pilot, "40")
            assert "3 guesses, from 11 to 73. Half lie below 40, half above." in flowing(app)

    run(play)


def test_by_mouse_alone_a_game_is_played() -> None:
    async def play() -> None:
        app = BackfireApp(Desk(), room="numbers")
        async with app.run_test(size=(80, 24)) as pilot:
            await click(app, pilot, "One person types")
            await click(app, pilot, "One person types")
            for key in ("[5]", "[0]", "[↵]", "[9]", "[↵]"):
                await click(app, pilot, key)
            await click(app, pilot, "all in")
            assert "2 guesses, from 9 to 50." in flowing(app)
            await click(app, pilot, "e last")
            assert "8 of 8" in screen_text(app)

    run(play)


def test_a_dot_that_is_clicked_is_the_guess() -> None:
    async def play() -> None:
        app = BackfireApp(Desk(), room="numbers", found={"numbers": (1, True)})
        async with app.run_test(size=(80, 24)) as pilot:
            row = next(y for y, shown in enumerate(screen_lines(app)) if "· ·" in shown)
            for x, y, value in ((1, 0, 1), (19, 0, 10), (22, 0, 11), (40, 2, 60), (40, 4, 100)):
                assert await pilot.click(offset=(x, row + y))
                await pilot.pause()
                assert screen_text(app).count("●") == value

    run(play)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_a_sheet_is_answered_key_by_key_and_shown_to_the_person_alone(size: tuple[int, int]) -> None:
    async def play() -> None:
        app = BackfireApp(Desk(), room="measure")
        async with app.run_test(size=size) as pilot:
            await press(pilot, "enter", "enter")
            assert "s leaves it out" in flowing(app)
            await press(pilot, *STEPS, "b", "c", "a", "b", "d")
            assert "as we do" in flowing(app)
            await press(pilot, "1")
            assert "seen as we do" in flowing(app)
            own = app.found_again["measure"]["held"][True].measured
            assert own.tallies["before"].confidence[3][10] == 1 and sum(own.tallies["before"].confidence[2]) == 0
            assert own.tallies["before"].right[5] == 1

    run(play)


def test_a_group_keeps_its_counts_and_sees_no_figure_before_there_are_five(home: Path) -> None:
    async def play() -> None:
        app = BackfireApp(Desk(), room="measure")
        app.source.ephemeral = False
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "6", "7", "down", "enter")
            held: Held = app.found_again["measure"]["held"][False]
            assert (home / "papers" / f"measure-{held.id}.json").is_file()
            for _person in range(3):
                held.add("before", Sheet((10, 20, 30, 40, 50), "A", (0, 0, 0, 0, 0)))
            await press(pilot, "1")
            assert "Person 4" in screen_text(app) and "form B" in flowing(app)
            await press(pilot, "enter", *STEPS, "a", "a", "a", "a", "a")
            assert "Person 5" in screen_text(app) and "It is counted." in flowing(app)
            assert load(held.id).tallies["before"].people == 4
            await press(pilot, "escape", "5")
            assert "before: 4 people" in flowing(app) and "Fewer than five people" in flowing(app)
            assert "name the method" not in screen_text(app)
            held.add("before", Sheet((10, 20, 30, 40, 50), "A", (0, 0, 0, 0, 0)))
            await press(pilot, "escape", "5")
            assert "name the method" in screen_text(app)

    run(play)


def test_where_nothing_is_to_be_kept_nothing_is_even_if_asked(home: Path) -> None:
    async def play() -> None:
        app = BackfireApp(Desk(), room="measure")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "7", "down", "enter")
            assert "nothing is kept" in flowing(app)
            assert not (home / "papers").exists()

    run(play)
