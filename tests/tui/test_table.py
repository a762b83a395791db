"""A table of many at one screen: silent choices that nothing shows, the keyboard, the mouse, and the door beside it."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual.pilot import Pilot

from backfire_sim.engine.events import End, Throw
from backfire_sim.room.commands import Blank
from backfire_sim.room.terminal import Remote
from backfire_sim.storage.keeper import begin, take_up
from backfire_sim.storage.tables import table_path
from backfire_sim.table import events as e
from backfire_sim.table.roles import deal
from backfire_sim.table.setup import HANDS, Setup
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens import table_choosing, table_stage
from backfire_sim.tui.screens.debrief import DebriefScreen
from backfire_sim.tui.screens.home import HomeScreen
from backfire_sim.tui.screens.table import TableScreen
from backfire_sim.tui.screens.table_asides import BlankScreen, CardsScreen
from backfire_sim.tui.source import Source
from backfire_sim.views import facilitating
from tests.tui.stage import IDS, SIZES, Desk, click, flowing, press, raid, run, screen_text

EVIL = "\x1b[2J[bold]they[/] \u202esaid\x07 no"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody holds a key down here."""
    monkeypatch.setattr(table_choosing, "HANDOVER", 0.0)


def seated(seats: int = 8, *, ephemeral: bool = True, source: Source | None = None, **agreed: Any) -> BackfireApp:
    """The app at a table that is about to prepare."""
    kept = begin(raid(), seed=1, ephemeral=ephemeral)
    return BackfireApp(source or Desk(), kept=kept, seed=1, agreed=Setup(seats=seats, **agreed))


def at(app: BackfireApp) -> TableScreen:
    assert isinstance(app.screen, TableScreen), app.screen
    return app.screen


async def to(pilot: Pilot[None], app: BackfireApp, stage: str) -> None:
    """Go on until a stage."""
    for _ in range(12):
        if at(app).stage == stage and not at(app).preparing:
            return
        await press(pilot, "b" if at(app).preparing else "enter")
    raise AssertionError(f"{stage} never came; it is {at(app).stage}")


def choose(app: BackfireApp, *numbers: int) -> None:
    """Every seat chooses, as by its key."""
    for number in numbers:
        at(app).action_number(number)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_eight_people_pass_one_keyboard_round_through_a_whole_scenario(size: tuple[int, int]) -> None:
    async def play() -> None:
        app = seated(8)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await to(pilot, app, "first")
            await press(pilot, *"12312312", "enter")
            assert "3" in flowing(app) and at(app).stage == "shown"
            await press(pilot, "enter", "enter")
            choose(app, 1, 1, 1, 1, 1, 2, 2, 2)
            await press(pilot, "enter")
            assert "before" in flowing(app) and "after" in flowing(app)
            await press(pilot, "enter")
            assert "Decided" in flowing(app)
            for _ in range(60):
                if isinstance(app.screen, DebriefScreen):
                    break
                match at(app).stage:
                    case "first":
                        choose(app, 1, 1, 1, 1, 1, 1, 2, 2)
                    case "decided":
                        app.screen.action_go()
                        if not isinstance(app.screen, TableScreen):
                            await press(pilot, "down", "enter")
                            continue
                    case "shown":
                        app.screen.action_decide()
                        continue
                await press(pilot, "enter")
            assert isinstance(app.screen, DebriefScreen)
            assert "table" in [part for part, _name in app.screen.debrief.parts]

    run(play)


def test_the_screen_looks_the_same_whatever_is_pressed() -> None:
    seen: dict[str, list[str]] = {}

    async def play(key: str) -> None:
        app = seated(3)
        async with app.run_test(size=(80, 24)) as pilot:
            await to(pilot, app, "first")
            pictures = []
            for pressed in (key, "1", "left", "left", key, "2"):
                await press(pilot, pressed)
                pictures.append(app.export_screenshot(title=""))
            seen[key] = [picture.partition("<style>")[2].partition("terminal-")[2][20:] for picture in pictures]
            seen[key + " words"] = [screen_text(app)]

    for key in ("0", "1", "3"):
        run(lambda key=key: play(key))  # type: ignore[misc]
    assert len({len(pictures) for pictures in seen.values() if len(pictures) > 1}) == 1
    assert len({words[0] for name, words in seen.items() if "words" in name}) == 1


def test_a_key_that_is_held_down_chooses_for_one_seat_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_choosing, "HANDOVER", 60.0)

    async def play() -> None:
        app = seated(3)
        async with app.run_test(size=(80, 24)) as pilot:
            await to(pilot, app, "first")
            at(app)._taken_at = -60.0
            choose(app, 2, 2, 2)
            assert at(app).table.chosen == 1

    run(play)


def test_a_seat_chooses_otherwise_until_all_see_it_and_what_showing_would_tell_is_said_before() -> None:
    async def play() -> None:
        app = seated(3)
        async with app.run_test(size=(80, 24)) as pilot:
            await to(pilot, app, "first")
            await press(pilot, "1", "2", "s", "2", "enter", "1")
            assert "Seat 3 of 3" in flowing(app)
            await press(pilot, "enter")
            assert "2 of 3 have chosen" in flowing(app)
            await press(pilot, "down", "enter")
            assert [row.first for row in at(app).table.spread] == [2, 0, 0]
            await press(pilot, "escape")
            choose(app, 1, 1, 3)
            await pilot.pause()
            assert "If all of you chose the same" in flowing(app)
            await press(pilot, "enter")
            assert [row.first for row in at(app).table.spread] == [2, 0, 1]

    run(play)


def test_the_mouse_alone() -> None:
    async def play() -> None:
        app = seated(2)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await click(app, pilot, "begin", last=True)
            for _ in range(5):
                if at(app).stage == "first":
                    break
                await click(app, pilot, "enter")
            await click(app, pilot, "Post that the mayor")
            await click(app, pilot, "1●")
            await click(app, pilot, "Collect signed")
            await click(app, pilot, "Post that the mayor")
            await click(app, pilot, "enter show")
            await click(app, pilot, "d decide")
            assert at(app).stage == "unsettled"
            await click(app, pilot, "f facilitator")
            await click(app, pilot, "Collect signed")
            assert at(app).stage == "decided" and at(app).table.decided == 1
            await click(app, pilot, "enter play it")
            assert at(app).stage == "told"

    run(play)


def test_enter_goes_on_once_what_comes_next_is_predicted_before_it_begins() -> None:
    async def play() -> None:
        app = seated(2, predict=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await press(pilot, "1", "b")
            choose(app, 1, 2)
            await press(pilot, "enter", "enter")
            assert at(app).stage == "told" and at(app).host.kept.session.events[-1].options

    run(play)


def test_a_tie_is_shown_between_its_choices_and_all_of_it_fits() -> None:
    async def play() -> None:
        app = seated(4, ties="facilitator")
        async with app.run_test(size=(80, 24)) as pilot:
            await to(pilot, app, "first")
            choose(app, 1, 1, 2, 2)
            await press(pilot, "enter", "d")
            assert "It is between 1 and 2." in flowing(app) and "more" not in flowing(app)
            at(app).do(e.Freeze())
            await pilot.pause()
            assert "━ Pause ━" in flowing(app)

    run(play)


def test_hands_are_counted_and_objections_too() -> None:
    async def play() -> None:
        app = seated(5, way=HANDS, needs="consent")
        async with app.run_test(size=(80, 24)) as pilot:
            await to(pilot, app, "first")
            await press(pilot, "3", "enter", "2", "enter", "0", "enter", "enter")
            assert [row.first for row in at(app).table.spread] == [3, 2, 0]
            await press(pilot, "d", "1", "enter")
            assert at(app).stage == "unsettled" and "Somebody objects" in flowing(app)
            await press(pilot, "a", "escape", "escape", "d", "enter")
            assert at(app).stage == "decided"

    run(play)


def test_a_reason_is_words_only_and_is_kept_for_the_debrief() -> None:
    async def play() -> None:
        app = seated(3)
        async with app.run_test(size=(80, 24)) as pilot:
            await to(pilot, app, "first")
            choose(app, 1, 1, 2)
            await press(pilot, "enter", "d", "n")
            app.screen.writing.pasted(EVIL)  # type: ignore[attr-defined]
            await press(pilot, "enter")
            assert "1 reason is kept" in flowing(app)
            reason = at(app).host.table.round.reasons[0]
            assert reason.endswith("[bold]they[/] said no") and "\x1b" not in reason
            assert "they" not in flowing(app)

    run(play)


def test_killed_in_the_middle_of_a_choice_it_goes_on_there() -> None:
    async def play() -> None:
        source = Source()
        app = seated(4, ephemeral=False, source=source)
        async with app.run_test(size=(80, 24)) as pilot:
            await to(pilot, app, "first")
            await press(pilot, "2", "3")
            assert app.kept is not None and app.kept.log.path is not None
            path = app.kept.log.path
            app.kept.log.close()
            app.kept = None
        assert table_path(path).exists()
        app = BackfireApp(source, kept=take_up(path).go_on(), seed=1)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "Seat 3 of 4" in flowing(app)
            await press(pilot, "2", "2", "enter")
            assert [row.first for row in at(app).table.spread] == [0, 3, 1]
            await press(pilot, "q")
            assert isinstance(app.screen, HomeScreen)

    run(play)


def test_what_the_facilitator_does_is_seen_and_what_only_they_may_know_is_not() -> None:
    """Through the socket: the shared screen follows, and never holds a note, or an inject that is still to come."""

    async def play() -> None:
        app = seated(2, ephemeral=False)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(0.2)
            path = next(Path(p) for p in _sockets())
            import asyncio

            remote = await asyncio.to_thread(Remote, path)

            async def ask(command: Any) -> None:
                assert (await asyncio.to_thread(remote.do, command)).ok
                await pilot.pause(0.05)

            session = at(app).kept.session
            secrets = [inject.title for inject in session.rules.injects.values()]
            secrets += [inject.text for inject in session.rules.injects.values()]
            notes = [note.text for note in remote.view.notes] if hasattr(remote.view, "notes") else []
            seen: list[str] = []
            await to(pilot, app, "read")
            seen.append(flowing(app))
            await ask(e.StartChoosing())
            assert "Seat 1 of 2" in flowing(app)
            seen.append(flowing(app))
            await ask(e.Freeze())
            assert "Everything stands still" in flowing(app)
            await press(pilot, "1", "g")
            assert at(app).table.chosen == 0
            await ask(Blank())
            assert isinstance(app.screen, BlankScreen) and not flowing(app)
            await press(pilot, "enter", "ctrl+x")
            await ask(Blank(False))
            await press(pilot, app.wake_key)
            for number in (1, 2):
                choose(app, number)
                seen.append(flowing(app))
            await ask(e.Show())
            seen.append(flowing(app))
            await press(pilot, "enter", "d")
            seen.append(flowing(app))
            for words in (*secrets, *notes):
                assert not any(" ".join(words.split()) in each for each in seen)
            inject = next(iter(session.rules.injects))
            await ask(Throw(inject))
            assert "Something comes in" in flowing(app)
            assert session.rules.injects[inject].title[:20] in flowing(app)
            await press(pilot, "escape")
            remote.close()

    run(play)


def _sockets() -> list[Path]:
    from backfire_sim.storage.meeting import meetings

    return list(meetings())


def test_before_it_begins_everything_has_a_default_and_enter_begins() -> None:
    async def play() -> None:
        app = BackfireApp(Desk(), seed=1, room="table")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "8 people" in flowing(app)
            await press(pilot, "down", "down", "1", "2", "down", "right", "end", "up", "enter", "enter", "escape")
            assert "12 people" in flowing(app) and "1 line" in flowing(app)
            await press(pilot, "home", "enter", "enter")
            assert isinstance(app.screen, CardsScreen) and "threaten" in flowing(app)
            await press(pilot, "enter")
            assert at(app).host.table.setup._replace(seed=0) == Setup(seats=12, way=HANDS, code=("no_threats",))

    run(play)


@pytest.mark.parametrize("size", [(100, 30), (120, 40)], ids=["100x30", "120x40"])
def test_where_all_that_is_agreed_on_can_be_seen_nothing_says_that_there_is_more(size: tuple[int, int]) -> None:
    async def play() -> None:
        app = BackfireApp(Desk(), room="table")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            assert "The facilitator's terminal" in flowing(app) and "▾ more" not in screen_text(app)

    run(play)


def test_cards_go_round_first_and_the_table_may_grow_between_two_choices() -> None:
    async def play() -> None:
        app = seated(3, roles=deal(3, 1), code=("ask_first",))
        async with app.run_test(size=(43, 46)) as pilot:
            await pilot.pause()
            assert "Seat 1" in flowing(app)
            await press(pilot, "enter", "enter", "enter", "enter", "c", "down", "enter")
            assert "4 people" in flowing(app) and len(at_table(app).roles) == 4
            await press(pilot, "escape")
            await to(pilot, app, "first")
            assert "Seat 1 of 4" in flowing(app)

    run(play)


def at_table(app: BackfireApp) -> Setup:
    assert app.at_table is not None
    return app.at_table.host.table.setup


def test_the_clock_of_the_talk_stands_still_while_anything_lies_over_it(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(table_stage, "time", SimpleNamespace(monotonic=lambda: now[0]))

    async def play() -> None:
        app = seated(2, talk=60)
        async with app.run_test(size=(80, 24)) as pilot:
            await to(pilot, app, "first")
            choose(app, 1, 2)
            await press(pilot, "enter", "enter")
            screen = at(app)

            async def a_second_after(*keys: str) -> int:
                await press(pilot, *keys)
                screen._tick()
                now[0] += 1.0
                screen._tick()
                return screen.host.table.round.clock.left

            assert await a_second_after() == 59
            assert await a_second_after("p") == 59
            assert await a_second_after("p") == 58
            assert await a_second_after("s", "plus") == 118 and "stands still" in flowing(app)

    run(play)


def test_a_scene_can_be_skipped_and_the_last_decision_taken_back() -> None:
    async def play() -> None:
        app = seated(2)
        async with app.run_test(size=(80, 24)) as pilot:
            await to(pilot, app, "first")
            first = at(app)._now.scene
            await press(pilot, "x", "enter")
            assert at(app).stage == "read" and at(app)._now.scene != first
            await press(pilot, "u")
            assert at(app).stage == "read" and at(app)._now.scene == first

    run(play)


def test_nothing_is_played_under_the_look_back_and_from_there_the_way_leads_to_the_table() -> None:
    async def play() -> None:
        app = seated(3)
        async with app.run_test(size=(80, 24)) as pilot:
            await to(pilot, app, "first")
            host = at(app).host
            choose(app, 1, 2)
            await press(pilot, "p", "e")
            assert isinstance(app.screen, DebriefScreen)
            assert not host.do(e.Back()).ok and not host.do(e.Choose(3, 1)).ok and not host.do(End()).ok
            assert "look back" in facilitating.waiting_for(host.facilitator_view())
            host.do(Blank())
            await pilot.pause()
            assert isinstance(app.screen, BlankScreen)
            host.do(Blank(False))
            await pilot.pause()
            assert isinstance(app.screen, DebriefScreen)
            await press(pilot, "u")
            assert at(app).stage == "first" and at(app).table.chosen == 2 and host.do(e.Choose(3, 1)).ok
            host.do(End())
            await pilot.pause()
            assert isinstance(app.screen, DebriefScreen) and host.kept.session.over
            assert not host.do(e.Back()).ok and host.kept.session.over
            await press(pilot, "u")
            assert at(app).stage == "read" and at(app).host is host and not host.kept.session.over

    run(play)
