"""The facilitator's own screen: it shows what only they may see, does what they ask, and comes back to its table."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from backfire_sim.engine.events import Prepare
from backfire_sim.room.host import TableHost
from backfire_sim.room.link import serving
from backfire_sim.room.terminal import Remote
from backfire_sim.storage.meeting import meeting_folders, open_meeting_folder
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.setup import HANDS
from backfire_sim.tui.facilitate import FacilitateApp
from backfire_sim.tui.screens.facilitate import FacilitateScreen
from backfire_sim.tui.screens.facilitate_wait import Tables
from backfire_sim.tui.widgets.facilitating import Acts, Now
from backfire_sim.tui.widgets.facilitators import Agreements, Injects, Leads, Sheet
from backfire_sim.views import facilitating
from backfire_sim.views.facilitator import FacilitatorView
from tests.program import surroundings
from tests.room.tables import host_of, vote
from tests.room.test_link import HERE, projector, values
from tests.tui.stage import IDS, SIZES, Desk, click, flowing, press, run, screen_text


@asynccontextmanager
async def facilitating_at(size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[FacilitateApp, Pilot[None]]]:
    """The facilitator's screen in a terminal of this size; enter is never too soon on it."""
    app = FacilitateApp(Desk())
    app.look_first = 0
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def until(app: FacilitateApp, pilot: Pilot[None], words: str) -> None:
    """Wait until words stand on the screen."""
    for _try in range(60):
        await pilot.pause(0.05)
        if words in flowing(app):
            return
    raise AssertionError(f"{words!r} does not come:\n{screen_text(app)}")


def choosing(seats: int = 5, **agreed: object) -> TableHost:
    """A table at which everyone chooses in silence."""
    host = host_of(seats, ephemeral=True, **agreed)
    for step in (Prepare(("cameras", "code")), e.ReadOn(), e.StartChoosing()):
        assert host.do(step).ok  # type: ignore[arg-type]
    return host


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_one_glance_says_who_has_not_chosen_and_never_what_was_chosen(size: tuple[int, int]) -> None:
    async def play() -> None:
        host = choosing(code=("no_threats",))
        async with facilitating_at(size) as (app, pilot):
            assert "No table is open on this computer yet" in flowing(app)
            async with serving(host):
                await until(app, pilot, "Seats 1, 2, 3, 4 and 5 have not chosen yet.")
                for seat, number in ((3, 1), (1, 2), (4, 4)):
                    host.do(e.Choose(seat, number))
                await until(app, pilot, "Seats 2 and 5 have not chosen yet.")
                before = screen_text(app)
                host.do(e.Choose(3, 4))
                await pilot.pause(0.1)
                assert screen_text(app) == before
                for pane in range(6):
                    await press(pilot, str(pane + 1))
                    assert isinstance(app.screen, FacilitateScreen) and app.screen.shown == pane
                await press(pilot, "3")
                assert "do not read it aloud" in flowing(app)

    run(play)


def test_a_round_is_led_with_enter_alone_and_the_room_follows() -> None:
    async def play() -> None:
        host = host_of(3, ephemeral=True)
        host.do(Prepare(("cameras", "code")))
        async with serving(host), facilitating_at((80, 24)) as (app, pilot):
            for wanted, stage in (("Read on", s.READ), ("Start choosing", s.FIRST)):
                await until(app, pilot, f"enter {wanted}")
                await press(pilot, "enter")
                await until(app, pilot, host.table_view().heading)
                assert host.table_view().stage == stage
            await press(pilot, "enter")
            assert host.table_view().stage == s.FIRST, "nobody has chosen: there is nothing to go on to"
            for seat in (1, 2, 3):
                host.do(e.Choose(seat, 1 + seat % 2))
            for wanted in ("Show the choices", "Let them talk", "Choose again"):
                await until(app, pilot, f"enter {wanted}")
                await press(pilot, "enter")
            await until(app, pilot, "Choose again, in silence")
            vote(host, 1, 1, 2)
            for wanted in ("Decide", "Play it"):
                await until(app, pilot, f"enter {wanted}")
                await press(pilot, "enter")
            await until(app, pilot, "What followed")
            assert host.table.told[-1].move == "publish"

    run(play)


def test_what_showing_would_tell_is_said_before_it_and_enter_leaves_nobody_out() -> None:
    async def play() -> None:
        host = choosing(3)
        async with serving(host), facilitating_at() as (app, pilot):
            host.do(e.Choose(1, 2))
            await until(app, pilot, "Seats 2 and 3")
            await press(pilot, "s")
            await until(app, pilot, "1 of 3 have chosen. Close without the others?")
            await press(pilot, "enter")
            assert host.table_view().stage == s.FIRST
            host.do(e.Choose(2, 2))
            host.do(e.Choose(3, 2))
            await until(app, pilot, "If all of you chose the same")
            await press(pilot, "enter")
            await until(app, pilot, "This is how your choices spread.")

    run(play)


def test_hands_that_are_more_than_people_are_refused_in_words() -> None:
    async def play() -> None:
        host = choosing(4, way=HANDS)
        async with serving(host), facilitating_at((80, 24)) as (app, pilot):
            await until(app, pilot, "Type how many hands")
            await press(pilot, "enter", "3", "enter")
            await until(app, pilot, "3 of 4")
            await press(pilot, "9", "enter")
            await until(app, pilot, "That would be 12 hands at a table of 4.")
            await press(pilot, "1", "escape")
            await until(app, pilot, "Show the choices")
            assert host.facilitator_view().hands[:2] == (3, 1)

    run(play)


def test_what_is_asked_of_the_table_by_key_and_by_mouse() -> None:
    async def play() -> None:
        host = choosing(3, code=("no_threats", "own"), own_line="We leave together.")
        async with serving(host), facilitating_at() as (app, pilot):
            await until(app, pilot, "have not chosen yet")
            await press(pilot, "b")
            await until(app, pilot, "The shared screen is blank.")
            assert host.blank
            await click(app, pilot, "Bring the shared screen back")
            await click(app, pilot, "Bring the shared screen back")
            await click(app, pilot, "have not chosen yet")
            assert isinstance(app.screen, FacilitateScreen) and app.screen.reading() is app.screen.now
            await press(pilot, "p")
            await until(app, pilot, "enter Let it go on")
            assert host.table_view().frozen and not host.blank
            await press(pilot, "f", "y")
            await until(app, pilot, "Nothing is decided yet that could be played.")
            await press(pilot, "w", "down", "enter")
            await until(app, pilot, "Decided by the facilitator")
            await press(pilot, "r", *"No", "enter")
            await until(app, pilot, "1 reason is kept.")
            await press(pilot, "4", "enter")
            await until(app, pilot, "It cannot be thrown twice.")
            await press(pilot, "enter")
            await pilot.pause(0.2)
            assert [row.thrown for row in host.facilitator_view().injects] == [True]
            await press(pilot, "1")
            await until(app, pilot, "it tests. 6 notes how it held.")
            await press(pilot, "6", "down", "enter", "enter")
            await until(app, pilot, "Tested in round 1: it held.")
            assert "came in" not in flowing(app)
            await press(pilot, "x")
            await until(app, pilot, "Skip it")
            await press(pilot, "enter")
            await until(app, pilot, "Read the scene together.")
            assert host.table.told[-1].move == "wait"
            await press(pilot, "e", "down", "enter")
            await until(app, pilot, "The play is over.")

    run(play)


def test_a_step_that_came_up_under_somebodys_fingers_is_not_taken() -> None:
    async def play() -> None:
        host = host_of(2, ephemeral=True)
        host.do(Prepare(("cameras",)))
        async with serving(host), facilitating_at() as (app, pilot):
            await until(app, pilot, "enter Read on")
            app.look_first = 60
            host.do(e.ReadOn())
            await until(app, pilot, "enter Start choosing")
            await press(pilot, "enter")
            assert "Look first" in flowing(app) and host.table_view().stage == s.READ

    run(play)


def test_a_broken_line_is_said_and_the_screen_comes_back_by_itself() -> None:
    async def play() -> None:
        host = choosing(3)
        async with facilitating_at() as (app, pilot):
            async with serving(host):
                await until(app, pilot, "Seats 1, 2 and 3")
                before = screen_text(app)
            await until(app, pilot, "The line to the table is broken")
            assert "Seats 1, 2 and 3 have not chosen yet." in flowing(app)
            await press(pilot, "s")
            assert "nothing can be asked for until it is back" in flowing(app)
            async with serving(host):
                for _try in range(40):
                    await pilot.pause(0.05)
                    if not app.gone:
                        break
                await pilot.pause(0.1)
                assert screen_text(app) == before

    run(play)


def test_of_several_tables_one_is_chosen() -> None:
    async def play() -> None:
        one, two = choosing(3), host_of(2, ephemeral=True)
        async with serving(one), serving(two), facilitating_at((80, 24)) as (app, pilot):
            await until(app, pilot, "Which table?")
            await click(app, pilot, "Decide together what you get ready.")
            await click(app, pilot, "Decide together what you get ready.")
            await until(app, pilot, "Getting ready")
            await press(pilot, "0")
            await until(app, pilot, "Which table?")

    run(play)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (b'{"version": 99, "say": "shown"}\n', "The table runs another version of the program."),
        (b'{"version": 1, "say": "refused", "told": {"text": "\\u001b]0;no\\u0007Not \\u001b[2Jyou."}}\n', "Not"),
        (b"\x1b[2J\xff garbage \n", "No table is open"),
        (b'{"version": 1, "say": "shown", "told": {"revision": 1, "view": {}}}\n', "No table is open"),
    ],
)
def test_whoever_sits_at_the_socket_the_screen_stands(
    short: Path, monkeypatch: pytest.MonkeyPatch, said: bytes, shown: str
) -> None:
    monkeypatch.setenv("BACKFIRE_HOME", str(short))

    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        await writer.drain()
        writer.close()

    async def play() -> None:
        folder = open_meeting_folder(meeting_folders()[0])
        peer = await asyncio.start_unix_server(answer, folder / "x.sock")
        async with peer, facilitating_at((80, 24)) as (app, pilot):
            await until(app, pilot, shown)
            await pilot.pause(0.3)
            assert shown in flowing(app)
            assert not [char for char in screen_text(app) if ord(char) < 32 and char != "\n"]

    run(play)


@settings(max_examples=40)
@given(values(FacilitatorView), st.sampled_from(s.STAGES), st.sampled_from((1, 43, 66)))
def test_any_view_can_be_drawn(view: FacilitatorView, stage: str, width: int) -> None:
    for each in (view, view._replace(table=view.table._replace(stage=stage))):
        for kind in (Now, Acts, Leads, Injects, Sheet, Agreements):
            pane = kind()
            pane.view = each
            pane.rename()
            pane.pinned(width)
            pane.body(width)
        Tables().before_rows(width)
        for do in facilitating.KEYS:
            facilitating.act(each, do)


@contextmanager
def own_screen(home: Path) -> Iterator["subprocess.Popen[str]"]:
    """The facilitator's own screen as a process."""
    started = [sys.executable, "-m", "tests.tui.facilitator"]
    process = subprocess.Popen(started, stdout=subprocess.PIPE, text=True, env=surroundings(home), cwd=HERE)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def shown_by(process: "subprocess.Popen[str]", words: str, *, there: bool = True) -> list[str]:
    """The lines of the screen, as soon as words stand on it."""
    assert process.stdout is not None
    for line in process.stdout:
        told = json.loads(line)
        if told["there"] == there and any(words in each for each in told["lines"]):
            return list(told["lines"])
    raise AssertionError(f"{words!r} does not come")


def test_killed_in_the_middle_of_a_vote_either_end_comes_back_to_the_same_screen(home: Path) -> None:
    waiting = "Seats 1 and 3 have not chosen yet."
    with projector(home) as (shared, play), Remote() as hand:
        for step in (e.ReadOn(), e.StartChoosing(), e.Choose(2, 1)):
            assert hand.do(step).ok
        with own_screen(home) as killed:
            before = shown_by(killed, waiting)
            os.kill(killed.pid, signal.SIGKILL)
        began = time.monotonic()
        with own_screen(home) as again:
            assert shown_by(again, waiting) == before
            assert time.monotonic() - began < 6, "two seconds, and twice as much again for two cores that others use"
            os.kill(shared.pid, signal.SIGKILL)
            assert any("line to the table is broken" in each for each in shown_by(again, "broken", there=False))
            began = time.monotonic()
            with projector(home, str(play)), Remote(within=5) as hand_again:
                assert shown_by(again, waiting) == before
                assert time.monotonic() - began < 6
                assert hand_again.do(e.Choose(1, 1)).ok and hand_again.do(e.Choose(3, 4)).ok
                shown_by(again, "Show the choices")
