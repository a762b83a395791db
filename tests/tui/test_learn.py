"""Learn as a place: contents and page, search as you type, links and the way back, the gates, over a play."""

import pytest
from textual.pilot import Pilot

from backfire_sim.handbook.book import leaf, leaves
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.gates import GatesScreen
from backfire_sim.tui.screens.home import HomeScreen
from backfire_sim.tui.screens.learn import LearnScreen
from backfire_sim.tui.screens.note import NoteScreen
from backfire_sim.tui.screens.play import PlayScreen
from backfire_sim.views.gates import SITUATIONS
from tests.tui.stage import IDS, SIZES, Desk, click, find, flowing, press, raid_play, run, said, screen_lines, staged


async def reading(app: BackfireApp, pilot: Pilot[None], page: str) -> LearnScreen:
    """Learn over the first screen, at a page, once it is known where everything is played."""
    screen = LearnScreen(page)
    app.push_screen(screen)
    await pilot.pause()
    while screen.leaf.played is None:
        await pilot.pause(0.05)
    await pilot.pause()
    return screen


def shown(app: BackfireApp) -> str:
    """The id of the page that is shown."""
    screen = app.screen
    assert isinstance(screen, LearnScreen) and screen.leaf.leaf is not None
    return screen.leaf.leaf.id


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_on_every_size_one_gets_from_the_contents_to_a_page_and_home(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size) as (app, pilot):
            app.visit("learn")
            await pilot.pause()
            await press(pilot, "down", "down", "enter", "down")
            while app.screen.contents.item().id != "redeem":  # type: ignore[attr-defined]
                await press(pilot, "down")
            await press(pilot, "enter")
            assert leaf("redeem").summary[:30] in flowing(app)
            assert shown(app) == "redeem"
            assert "? help" in screen_lines(app)[-1] and "blank" in screen_lines(app)[-1]
            await press(pilot, "escape")
            assert "Twenty-two tactics" in flowing(app)
            await press(pilot, "escape")
            assert isinstance(app.screen, HomeScreen)

    run(play)


def test_links_are_followed_by_number_by_arrows_and_by_mouse_and_each_has_a_way_back() -> None:
    first, second = leaf("reveal").see[:2]

    async def play() -> None:
        async with staged((120, 40)) as (app, pilot):
            screen = await reading(app, pilot, "reveal")
            await press(pilot, "1")
            assert shown(app) == first
            await press(pilot, "escape")
            assert shown(app) == "reveal"
            await press(pilot, "tab")
            while screen.leaf.links[screen.leaf.chosen].to != second:
                await press(pilot, "tab")
            await press(pilot, "enter")
            assert shown(app) == second
            await press(pilot, "backspace", "home", "end")
            while not screen.leaf.sees(0):
                await press(pilot, "pageup")
            await click(app, pilot, leaf(first).title, last=True)
            if shown(app) == "reveal":
                await click(app, pilot, leaf(first).title, last=True)
            assert shown(app) == first
            await press(pilot, "escape", "escape")
            assert isinstance(app.screen, HomeScreen)

    run(play)


def test_what_is_typed_is_looked_for_letter_by_letter() -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            app.visit("learn")
            await pilot.pause()
            await press(pilot, "slash", *"revea")
            assert "/ revea▏" in flowing(app)
            assert app.screen.contents.item().id == "reveal"  # type: ignore[attr-defined]
            await press(pilot, "q", "v")
            assert "No page has these words" in flowing(app)
            await press(pilot, "backspace", "backspace", "enter")
            assert shown(app) == "reveal"
            await press(pilot, "escape")
            assert "/ revea" in flowing(app)
            await press(pilot, "escape")
            assert "Twenty-two tactics" in flowing(app)
            await press(pilot, "slash", "x")
            assert await pilot.click(offset=find(app, "p pause"))
            await pilot.pause()
            assert not isinstance(app.screen, LearnScreen)

    run(play)


def test_a_page_leads_to_the_note_of_a_scenario_and_learning_goes_on_where_it_was() -> None:
    async def play() -> None:
        async with staged((120, 40)) as (app, pilot):
            screen = await reading(app, pilot, "reveal")
            at = next(n for n, link in enumerate(screen.leaf.links) if link.place is not None)
            assert "Titles and labels only" in said(app, "leaf") or screen.leaf.more_below
            await press(pilot, str(at + 1))
            assert isinstance(app.screen, NoteScreen)
            app.visit("learn")
            await pilot.pause()
            assert shown(app) == "reveal"

    run(play)


def test_in_a_play_a_key_reads_about_what_is_chosen_and_comes_back_to_the_play() -> None:
    async def play() -> None:
        async with staged((120, 40), kept=raid_play()) as (app, pilot):
            before = flowing(app)
            await press(pilot, "m")
            assert isinstance(app.screen, LearnScreen)
            await press(pilot, "escape")
            assert isinstance(app.screen, PlayScreen) and flowing(app) == before
            await press(pilot, "3", "m")
            assert shown(app) == "reframe"
            await press(pilot, "q")
            await press(pilot, "1", "a", "m")
            scene = app.screen_stack[-2].kept.session.scenario.scenes["raid"]  # type: ignore[attr-defined]
            assert app.screen._first in {move.tactic for move in scene.moves if move.response == "reveal"}  # type: ignore[attr-defined]
            await press(pilot, "q", "question_mark", "m", "q", "escape")
            assert isinstance(app.screen, PlayScreen)
            screen = await reading(app, pilot, "reveal")
            at = next(n for n, link in enumerate(screen.leaf.links) if link.place is not None)
            screen.action_follow(at)
            await pilot.pause()
            assert app.screen is screen and "You are in a play" in flowing(app)

    run(play)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_a_gate_is_moved_by_keys_and_by_the_mouse_and_it_is_said_what_that_does(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size) as (app, pilot):
            screen = GatesScreen()
            app.push_screen(screen)
            await pilot.pause()
            await press(pilot, "down", "down", "right")
            assert screen.gates == (8, 7, 5, 6, 7)
            assert "22 → 28 of 100 call it unjust" in said(app, "seen")
            assert "▲1" in flowing(app)
            _column, row = find(app, "●" if size[0] < 60 else "Cover-up")
            line = screen_lines(app)[row]
            assert await pilot.click(offset=(line.index("━"), row))
            await pilot.pause()
            assert screen.gates[0] == 0
            assert "Visibility is closed. One closed gate stops everybody" in said(app, "seen")
            assert await pilot.click(offset=(line.rindex("─"), row))
            await pilot.pause()
            assert screen.gates[0] == 10
            await press(pilot, "s", "end", "up", "enter")
            assert screen.gates == SITUATIONS[-1].gates
            await press(pilot, "escape", "escape")
            assert isinstance(app.screen, HomeScreen)

    run(play)


def test_the_question_is_guessed_before_it_is_answered() -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            app.push_screen(GatesScreen())
            await pilot.pause()
            assert "bottleneck: Meaning" in flowing(app)
            await press(pilot, "g")
            assert "bottleneck" not in flowing(app)
            await press(pilot, "5", "enter")
            assert "Here Meaning would help more than Courage." in said(app, "seen")
            assert "bottleneck: Meaning" in flowing(app)
            await press(pilot, "g", "3", "enter")
            assert "Yes: Meaning helps most." in said(app, "seen")

    run(play)


def test_learn_can_be_opened_at_a_chapter_at_the_gates_and_at_words() -> None:
    async def play() -> None:
        for found, expected in ((("principles", ""), leaves("principles")[0].title), (("", "dignity"), "/ dignity")):
            app = BackfireApp(Desk(), room="learn", found={"learn": found})
            async with app.run_test(size=(80, 24)) as pilot:
                await pilot.pause()
                assert expected in flowing(app)
        app = BackfireApp(Desk(), room="learn", found={"learn": ("model", "")})
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause(0.1)
            assert isinstance(app.screen, GatesScreen)

    run(play)
