"""Whole plays: by keys alone, by mouse alone, at every size, and with every choice that can be taken back."""

import pytest
from textual.pilot import Pilot

from backfire_sim.engine.events import Ask, Play, Prepare, Undo
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.shelf import open_named
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.debrief import DebriefScreen
from backfire_sim.tui.screens.note import NoteScreen
from backfire_sim.tui.screens.play import PlayScreen
from backfire_sim.tui.screens.play_layout import ANSWER, READ, TOLD
from backfire_sim.tui.screens.prepare import PrepareScreen
from backfire_sim.views.play import view
from tests.tui.stage import IDS, SIZES, click, flowing, press, raid, raid_play, run, said, screen_text, staged


def playing(app: BackfireApp) -> PlayScreen:
    assert isinstance(app.screen, PlayScreen)
    return app.screen


async def answer(app: BackfireApp, pilot: Pilot[None]) -> None:
    """Read on until an answer can be chosen."""
    for _ in range(12):
        if playing(app).stage == ANSWER:
            return
        await press(pilot, "enter")
    raise AssertionError(screen_text(app))


async def through(app: BackfireApp, pilot: Pilot[None]) -> None:
    """Read what followed, to the next scene or the end."""
    for _ in range(16):
        if not isinstance(app.screen, PlayScreen) or playing(app).stage != TOLD:
            return
        await press(pilot, "enter")
    raise AssertionError(screen_text(app))


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_a_play_is_played_to_its_end_by_keys_alone(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size, raid()) as (app, pilot):
            assert isinstance(app.screen, NoteScreen)
            await press(pilot, "enter")
            assert isinstance(app.screen, PrepareScreen)
            await press(pilot, "space", "down", "space", "b")
            await through(app, pilot)
            assert "Masked men at the door" in screen_text(app)
            await answer(app, pilot)
            await press(pilot, "1", "enter", "enter")
            assert playing(app).stage == TOLD
            assert "Release what you filmed" in flowing(app)
            await through(app, pilot)
            await answer(app, pilot)
            await press(pilot, "2", "a", "enter")
            await through(app, pilot)
            assert isinstance(app.screen, DebriefScreen)
            assert app.kept is not None
            assert app.kept.session.line[1:] == [
                Prepare(("cameras", "code")),
                Play("raid", "publish"),
                Play("smear", "portraits"),
            ]

    run(play)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_a_play_is_played_to_its_end_by_mouse_alone(size: tuple[int, int]) -> None:
    async def read_on(app: BackfireApp, pilot: Pilot[None], stage: str) -> None:
        for _ in range(16):
            if not isinstance(app.screen, PlayScreen) or playing(app).stage != stage:
                return
            await click(app, pilot, "enter", last=True)

    async def play() -> None:
        async with staged(size, raid()) as (app, pilot):
            await click(app, pilot, "Begin")
            await click(app, pilot, "Agree a code")
            await click(app, pilot, "Agree a code")
            await click(app, pilot, "b begin")
            await read_on(app, pilot, TOLD)
            await read_on(app, pilot, READ)
            await click(app, pilot, "Redirect (")
            await click(app, pilot, "Reveal (")
            await click(app, pilot, "Collect signed")
            await click(app, pilot, "Collect signed")
            await read_on(app, pilot, TOLD)
            await read_on(app, pilot, READ)
            await click(app, pilot, "Wait, and do")
            await click(app, pilot, "enter", last=True)
            await click(app, pilot, "enter", last=True)
            await read_on(app, pilot, TOLD)
            assert isinstance(app.screen, DebriefScreen)
            assert app.kept is not None
            assert app.kept.session.line[1:] == [
                Prepare(("code",)),
                Play("raid", "witnesses"),
                Play("smear", "wait"),
            ]

    run(play)


def test_a_move_that_is_not_open_says_why_and_is_not_played() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play(prepared=("code", "families"))) as (app, pilot):
            await answer(app, pilot)
            await press(pilot, "1")
            assert "Train four people to film" in flowing(app)
            before = len(playing(app).kept.session.events)
            await press(pilot, "a", "enter")
            assert playing(app).stage == ANSWER
            assert len(playing(app).kept.session.events) == before

    run(play)


def test_what_followed_says_what_happened_why_and_what_moved() -> None:
    async def play() -> None:
        async with staged((120, 40), kept=raid_play()) as (app, pilot):
            await answer(app, pilot)
            await press(pilot, "1", "a", "enter")
            words = said(app, "situation")
            assert "Three stations run it by evening" in words
            assert "Video is hard to deny" in words
            assert "it answers cover-up" in words
            assert "you answered cover-up +1" in said(app, "moves")

    run(play)


def test_the_numbers_after_a_move_are_those_before_their_next_methods() -> None:
    async def play() -> None:
        async with staged((120, 40), kept=raid_play()) as (app, pilot):
            await answer(app, pilot)
            await press(pilot, "1", "a", "enter")
            assert not any(gate.under_attack for gate in playing(app).board.gates)
            await through(app, pilot)
            assert any(gate.under_attack for gate in playing(app).board.gates)

    run(play)


def test_undo_takes_the_last_decision_back_and_the_scene_stands_again() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play("raid.publish")) as (app, pilot):
            assert "known criminals" in screen_text(app)
            await press(pilot, "u")
            assert "Masked men at the door" in screen_text(app)
            assert "Taken back: Release what you filmed" in screen_text(app)
            assert playing(app).kept.session.events[-1] == Undo()
            await press(pilot, "u")
            assert isinstance(app.screen, PrepareScreen)

    run(play)


def test_the_last_choice_can_be_taken_back_from_the_end() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play("raid.publish", "smear.portraits")) as (app, pilot):
            assert isinstance(app.screen, DebriefScreen)
            await press(pilot, "u")
            assert playing(app).kept.session.position.scene == "smear"

    run(play)


def test_somebody_is_asked_before_what_is_theirs_is_used() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play("raid.publish")) as (app, pilot):
            await answer(app, pilot)
            await press(pilot, "2", "b", "enter")
            assert "Ask Ana: story" in flowing(app)
            assert "broken consent" in flowing(app)
            await press(pilot, "enter")
            assert "yes" in flowing(app)
            await press(pilot, "enter")
            assert "Everybody it concerns said yes" in flowing(app)
            await press(pilot, "enter")
            kept = playing(app).kept.session
            assert kept.line[-3:] == [Ask("ana", "story"), Ask("ana", "face"), Play("smear", "ana_speaks")]
            assert not any(step.cause == "consent" for step in kept.turns()[-1].steps)

    run(play)


def test_playing_without_a_yes_takes_a_choice_of_its_own_and_breaks_the_consent() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play("raid.publish")) as (app, pilot):
            await answer(app, pilot)
            await press(pilot, "2", "b", "enter", "escape")
            assert playing(app).stage == ANSWER
            await press(pilot, "enter", "down", "down", "enter")
            assert playing(app).stage == TOLD
            assert any(step.cause == "consent" for step in playing(app).kept.session.turns()[-1].steps)

    run(play)


def test_whose_yes_you_have_can_be_looked_at_asked_for_and_taken_back() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play("raid.publish")) as (app, pilot):
            await press(pilot, "y")
            assert flowing(app).count("Not asked yet.") == 2
            await press(pilot, "enter")
            assert "They said yes." in flowing(app)
            await press(pilot, "x")
            assert flowing(app).count("Not asked yet.") == 2
            await press(pilot, "escape")
            assert isinstance(app.screen, PlayScreen)

    run(play)


def test_more_than_there_is_time_for_cannot_be_prepared() -> None:
    async def play() -> None:
        async with staged((80, 24), raid()) as (app, pilot):
            await press(pilot, "enter", "space", "down", "space", "down", "space")
            assert "There is time for 2. Take one back first." in screen_text(app)
            assert "2 of 2 chosen" in screen_text(app)
            await press(pilot, "up", "space")
            assert "1 of 2 chosen" in screen_text(app)

    run(play)


def test_the_story_so_far_and_the_last_why_can_be_read_in_between() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play("raid.witnesses")) as (app, pilot):
            await press(pilot, "l")
            assert "Collect signed statements from the queue" in flowing(app)
            await press(pilot, "escape", "w")
            assert "People sign when someone looks after them" in flowing(app)
            await press(pilot, "escape")
            assert isinstance(app.screen, PlayScreen)

    run(play)


def test_another_size_in_the_middle_of_a_play_loses_nothing() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play()) as (app, pilot):
            await answer(app, pilot)
            await press(pilot, "1", "a", "enter")
            assert "Three stations" in flowing(app)
            await pilot.resize_terminal(120, 40)
            await pilot.pause()
            assert "Three stations" in said(app, "situation")
            assert "you answered cover-up" in said(app, "moves")
            await pilot.resize_terminal(43, 46)
            await pilot.pause()
            assert "Three stations" in flowing(app)

    run(play)


def test_a_new_scene_offers_first_a_gate_under_attack_that_can_be_answered() -> None:
    async def play() -> None:
        opened = open_named("paper-menorahs")
        kept = begin(opened, seed=1, ephemeral=True)
        kept.play(Prepare(()))
        kept.play(Play("window", "letter"))
        async with staged((80, 24), opened, kept) as (app, pilot):
            await answer(app, pilot)
            shown = view(kept.session).board
            chosen = shown[playing(app).board.chosen]
            assert shown[0].under_attack and not shown[0].open_moves
            assert chosen.under_attack and chosen.open_moves

    run(play)


def test_keys_typed_ahead_count_in_their_order() -> None:
    async def play() -> None:
        async with staged((120, 40), kept=raid_play()) as (app, pilot):
            for key in ("1", "b", "enter"):
                app.simulate_key(key)
            await pilot.pause(0.2)
            assert playing(app).stage == TOLD
            assert playing(app).kept.session.line[-1] == Play("raid", "witnesses")

    run(play)


def test_keys_typed_while_a_screen_is_still_coming_do_no_harm() -> None:
    async def play() -> None:
        async with staged((120, 40), raid()) as (app, pilot):
            for _ in range(3):
                for key in ("enter", "space", "b", "enter", "1", "a", "enter", "l", "escape", "v", "p", "enter"):
                    app.simulate_key(key)
                await pilot.pause(0.2)
            assert app.is_running
            assert app.kept is not None

    run(play)


def test_the_terminals_own_cursor_follows_the_chosen_row() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play()) as (app, pilot):
            await answer(app, pilot)
            await press(pilot, "1")
            before = app.cursor_position
            await press(pilot, "down")
            assert app.cursor_position.y == before.y + 1
            assert screen_text(app).splitlines()[app.cursor_position.y].lstrip().startswith("▸ 2")

    run(play)
