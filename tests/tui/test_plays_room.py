"""Looking back at plays: all of them, each with what can be done with it."""

from pathlib import Path

import pytest

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.plays import found
from backfire_sim.storage.shelf import open_path
from backfire_sim.tui.screens import beside
from backfire_sim.tui.screens.asking import Asking
from backfire_sim.tui.screens.play import PlayScreen
from backfire_sim.tui.screens.plays import Plays
from tests.program import RAID
from tests.tui.stage import IDS, SIZES, flowing, press, read_whole, run, said, screen_text, staged
from tests.tui.test_coming_and_going import Kiosk
from tests.tui.test_home import kept_play

OVER = ("raid.publish", "smear.portraits")


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_all_plays_are_listed_by_what_can_be_done_with_them(size: tuple[int, int]) -> None:
    kept_play(*OVER, days_ago=9)
    kept_play("raid.publish", days_ago=1)
    damaged = kept_play(days_ago=0)
    damaged.write_bytes(damaged.read_bytes()[:3000])

    async def play() -> None:
        async with staged(size, source=Kiosk()) as (app, pilot):
            app.visit("plays")
            await read_whole(app, pilot)
            told = said(app, "plays")
            order = ["To go on with", "× the file is damaged", "round 2, yesterday", "Over", "ended: ", "9 days ago"]
            places = [told.index(words) for words in order]
            assert places == sorted(places)
            assert "3 plays" in screen_text(app).splitlines()[0]
            assert "What is wrong" in said(app, "card")

    run(play)


def test_a_play_that_is_over_opens_with_its_ending_and_stays_as_it_was() -> None:
    path = kept_play(*OVER)
    before = path.read_bytes()

    async def play() -> None:
        async with staged((120, 40), source=Kiosk()) as (app, pilot):
            app.visit("plays")
            await read_whole(app, pilot)
            await press(pilot, "enter")
            assert app.kept is not None and app.kept.session.over
            app.show_home()

    run(play)
    assert path.read_bytes() == before


def test_looking_back_under_a_changed_scenario_keeps_nothing_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    text = Path(RAID).read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    with begin(open_path(file), seed=1) as kept:
        kept.play(Prepare(("cameras",)))
        for step in OVER:
            kept.play(Play(*step.split(".")))
        assert kept.session.over
    file.write_text(text.replace("{visibility: +3, evidence: +2}", "{visibility: +1, evidence: +2}"), encoding="utf-8")

    async def play() -> None:
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            app.visit("plays")
            await read_whole(app, pilot)
            await press(pilot, "enter")
            await pilot.pause()
            assert "as the play comes out today" in flowing(app) or "how the play comes out today" in flowing(app)
            assert app.kept is not None and app.kept.log.path is None

    run(play)
    assert len(list(found())) == 1


def test_a_play_is_removed_only_after_a_question_that_stands_on_no() -> None:
    kept_play("raid.publish")
    gone = kept_play()

    async def play() -> None:
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            app.visit("plays")
            await read_whole(app, pilot)
            await press(pilot, "d", "enter")
            assert isinstance(app.screen, Plays) and len(app.screen.list.plays) == 2
            await press(pilot, "d")
            assert isinstance(app.screen, Asking)
            await press(pilot, "down", "enter")
            await read_whole(app, pilot)
            assert "The play was removed." in flowing(app)
            assert len(app.screen.list.plays) == 1

    run(play)
    assert not gone.exists() and len(list(found())) == 1


def test_two_plays_that_are_over_are_marked_to_stand_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = kept_play(*OVER, days_ago=2), kept_play(*OVER, days_ago=1)
    kept_play()
    opened: list[tuple[Path, Path]] = []
    monkeypatch.setattr(beside, "show_beside", lambda _page, one, other: opened.append((one, other)))

    async def play() -> None:
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            app.visit("plays")
            await read_whole(app, pilot)
            await press(pilot, "m")
            assert "Only plays that are over" in flowing(app)
            await press(pilot, "end", "m")
            assert "[1] Dawn" in screen_text(app)
            await press(pilot, "up", "m")

    run(play)
    assert opened == [(first, second)]


def test_a_play_goes_on_from_here_too() -> None:
    kept_play("raid.publish")

    async def play() -> None:
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            app.visit("plays")
            await read_whole(app, pilot)
            await press(pilot, "enter")
            assert isinstance(app.screen, PlayScreen)

    run(play)


def test_where_nothing_is_kept_it_says_so() -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            app.visit("plays")
            await read_whole(app, pilot)
            assert "Nothing is kept this time" in flowing(app)
            await press(pilot, "d", "m", "enter", "down")
            assert isinstance(app.screen, Plays)

    run(play)
