"""Two plays side by side: both ways on one plane, where they parted, and plays that are only read."""

from pathlib import Path

import pytest

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.log import PlayLog
from backfire_sim.storage.shelf import open_named
from backfire_sim.tui.screens.beside import BesideScreen, ChooseBeside, choose_beside
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.plane import BOTH, plane_lines
from backfire_sim.views.ending import Point
from tests.program import RAID
from tests.tui.stage import IDS, SIZES, flowing, press, raid_play, read_whole, run, said, screen_text, staged
from tests.tui.test_coming_and_going import Kiosk

FIRST = ("raid.publish", "smear.portraits")
SECOND = ("raid.publish", "smear.complaint")


def kept_play(*moves: str, source: str = RAID) -> Path:
    with begin(open_named(source), seed=1) as kept:
        kept.play(Prepare(("cameras", "code")))
        for move in moves:
            kept.play(Play(*move.split(".")))
        assert kept.log.path is not None
        return kept.log.path


def beside(*notes: str) -> BesideScreen:
    names = "this play", "the other play"
    return BesideScreen(raid_play(*FIRST).session, raid_play(*SECOND).session, names, notes)


def test_two_ways_are_told_apart_without_any_color() -> None:
    one = [Point(0, 10, 0), Point(1, 30, 20), Point(2, 60, 40)]
    two = [Point(0, 10, 0), Point(1, 30, 20), Point(2, 40, 5)]
    drawn = "".join(each.plain for each in plane_lines(one, 26, 35, 80, 20, two)[1:-2])
    assert "2" in drawn and "B" in drawn
    assert "·" in drawn and "◦" in drawn
    assert BOTH in drawn and "A" not in drawn, "where both stand after a round is said by a sign of its own"
    alone = "".join(each.plain for each in plane_lines(one, 26, 35, 80, 20)[1:-2])
    assert "◦" not in alone and BOTH not in alone


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_ways_rounds_and_ends_of_both_are_read(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size, kept=raid_play(*FIRST)) as (app, pilot):
            app.push_screen(beside("The other play: the scenario has changed since."))
            await pilot.pause()
            assert "! The other play: the scenario has changed since." in said(app, "ways")
            assert "A B ◦" in screen_text(app) and "0 is the opening of both" in said(app, "ways")
            await press(pilot, "2")
            rounds = said(app, "rounds")
            assert "They part in round 2" in rounds
            assert "Both: Release what you filmed" in rounds, "what both decided alike stands there once"
            await press(pilot, "end")
            assert "here they part" in rounds + said(app, "rounds")
            await press(pilot, "right")
            for words in ("What it cost them", "What you won"):
                assert words in said(app, "ends")
            await press(pilot, "escape")
            assert not isinstance(app.screen, BesideScreen)

    run(play)


def test_a_document_of_both_is_a_key_away_and_says_so_in_its_preview() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play(*FIRST)) as (app, pilot):
            app.push_screen(beside())
            await pilot.pause()
            await press(pilot, "s")
            assert "[×] Two plays side by side" in flowing(app)

    run(play)


def test_another_play_is_chosen_and_only_read_even_while_it_is_open_elsewhere() -> None:
    path = kept_play(*SECOND)
    kept_play("raid.publish")
    before = path.read_bytes()

    async def play() -> None:
        async with staged((80, 24), kept=raid_play(*FIRST), source=Kiosk()) as (app, pilot):
            assert app.kept is not None and isinstance(app.screen, Page)
            choose_beside(app.screen, app.kept)
            await read_whole(app, pilot)
            assert isinstance(app.screen, ChooseBeside)
            assert "Of the same scenario" in flowing(app)
            assert len(app.screen.list.plays) == 1, "a play that is not over cannot stand beside one"
            with PlayLog.open(path):
                await press(pilot, "enter")
                assert isinstance(app.screen, BesideScreen)
            PlayLog.open(path).close()

    run(play)
    assert path.read_bytes() == before


def test_where_no_other_play_is_over_it_says_so() -> None:
    async def play() -> None:
        async with staged((80, 24), kept=raid_play(*FIRST), source=Kiosk()) as (app, pilot):
            assert app.kept is not None and isinstance(app.screen, Page)
            choose_beside(app.screen, app.kept)
            await read_whole(app, pilot)
            assert "No other play is over yet" in flowing(app)
            await press(pilot, "enter", "escape")
            assert not isinstance(app.screen, ChooseBeside)

    run(play)


def test_two_marked_plays_of_a_scenario_that_changed_stand_side_by_side_and_say_it(tmp_path: Path) -> None:
    scenario = tmp_path / "raid.yaml"
    scenario.write_bytes(Path(RAID).read_bytes())
    for moves in (FIRST, SECOND):
        kept_play(*moves, source=str(scenario))
    words = scenario.read_text()
    assert words.count("visibility: +3, evidence: +2") == 1
    scenario.write_text(words.replace("visibility: +3, evidence: +2", "visibility: +1, evidence: +2"))

    async def play() -> None:
        async with staged((120, 40), source=Kiosk()) as (app, pilot):
            app.visit("plays")
            await read_whole(app, pilot)
            await press(pilot, "m", "down", "m")
            assert isinstance(app.screen, BesideScreen)
            assert "! The second play: The scenario has changed since" in said(app, "ways")

    run(play)
