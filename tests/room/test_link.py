"""The facilitator's own terminal, over a socket that only this account can open."""

import asyncio
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.events import Prepare
from backfire_sim.room import link, wire
from backfire_sim.room.link import serving, serving_beside
from backfire_sim.room.terminal import NobodyThereError, NotLetInError, Remote
from backfire_sim.storage.meeting import LONGEST_PATH, meeting_folders, meetings, open_meeting_folder
from backfire_sim.table import events as e
from backfire_sim.table.records import BadRecordError, from_plain, shape, to_plain
from backfire_sim.table.setup import Setup
from backfire_sim.views.facilitator import FacilitatorView
from tests.program import surroundings
from tests.room.tables import host_of

HERE = Path(__file__).parent.parent.parent


@contextmanager
def projector(home: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """The program at the projector and the play that it plays; killed at the end."""
    started = [sys.executable, "-m", "tests.room.projector", *words]
    process = subprocess.Popen(started, stdout=subprocess.PIPE, text=True, env=surroundings(home), cwd=HERE)
    try:
        assert process.stdout is not None
        yield process, Path(process.stdout.readline().strip())
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.parametrize("way", [(), ("--by-port",)])
def test_both_programs_killed_in_the_middle_of_a_vote_come_back_to_the_same_screen(home: Path, way: tuple[str]) -> None:
    with projector(home, *way) as (process, play):
        with Remote() as first:
            first.do(e.ReadOn())
            first.do(e.StartChoosing())
            first.do(e.Choose(2, 1))
            assert first.wait(1) or first.view
            first.do(e.Choose(3, 4))
            first.reconnect()
            before = first.view
        assert before.waiting == (1,)
        # Another facilitator's terminal, killed.
        look = (
            "from backfire_sim.room.terminal import Remote; r = Remote(); print(r.view.waiting, flush=True); r.wait(99)"
        )
        other = subprocess.Popen(
            [sys.executable, "-c", look], stdout=subprocess.PIPE, text=True, env=surroundings(home), cwd=HERE
        )
        assert other.stdout is not None and other.stdout.readline() == "(1,)\n"
        other.kill()
        other.wait()
        other.stdout.close()
        began = time.monotonic()
        remote = Remote()
        assert remote.view == before and time.monotonic() - began < 6
        # Now the program at the projector.
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with pytest.raises(NobodyThereError):
            remote.wait(2)
            remote.do(e.Choose(1, 1))
    began = time.monotonic()
    with projector(home, str(play), *way):
        remote.reconnect(within=5)
        assert remote.view == before
        assert time.monotonic() - began < 6, "two seconds, and twice as much again for two cores that others use"
        assert remote.do(e.Choose(1, 1)).ok
        assert remote.do(e.Show()).ok
        assert remote.wait(1) or remote.view
        assert [row.first for row in remote.view.table.spread] == [2, 0, 0, 1]
        remote.close()


def test_a_change_at_the_keyboard_reaches_every_terminal(home: Path) -> None:
    host = host_of(2)
    with serving_beside(host), Remote() as one, Remote() as two:
        host.do(Prepare(("cameras",)))
        for remote in (one, two):
            while remote.revision < host.revision:
                assert remote.wait(2)
            assert remote.view == host.facilitator_view()
        assert one.do(e.ReadOn()).ok
        said = one.do(e.Decide())
        assert not said.ok and said.text
        assert host.table_view().stage == "read"
        while two.revision < host.revision:
            assert two.wait(2)
        assert two.view.table.stage == "read"


def test_the_socket_and_its_folder_are_the_accounts_alone_and_leave_nothing(home: Path) -> None:
    with serving_beside(host_of(2)) as path:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert meetings() == [path]
    assert meetings() == []
    with pytest.raises(NobodyThereError):
        Remote(within=0.1)


def test_another_account_is_not_let_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "_is_our_own", lambda _connection: False)
    with serving_beside(host_of(2)), pytest.raises(NotLetInError):
        Remote(within=0.5)


def test_a_wrong_word_is_not_let_in_where_a_port_is_used(home: Path) -> None:
    with serving_beside(host_of(2), by_port=True) as path:
        told = json.loads(path.read_bytes())
        assert len(told["word"]) == 64 and stat.S_IMODE(path.stat().st_mode) == 0o600
        path.write_text(json.dumps({**told, "word": "0" * 64}))
        with pytest.raises(NotLetInError):
            Remote(within=0.5)


@pytest.mark.parametrize(
    "sent",
    [
        b"\n",
        b"{}\n",
        b'{"version": 2, "hello": ""}\n',
        b"x" * (wire.MOST_ASKED + 1),
        wire.hello() + b'{"version": 1, "number": 1, "command": {"do": "opened"}}\n',
        wire.hello() + b"[" * 60_000 + b"\n",
        wire.hello() + b"y" * (wire.MOST_ASKED + 1) + b"\n",
        wire.hello() + b"\xff\xfe\n" * 200,
    ],
)
def test_nonsense_on_the_socket_disturbs_nobody(home: Path, sent: bytes) -> None:
    host = host_of(2)
    with serving_beside(host) as path, Remote() as remote:
        with socket.socket(socket.AF_UNIX) as stranger:
            stranger.connect(str(path))
            with suppress(OSError):
                stranger.sendall(sent)
            assert remote.do(e.Freeze()).ok
        assert host.table_view().frozen


def test_a_terminal_that_never_reads_holds_nobody_up(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "PATIENCE", 0.3)
    host = host_of(2)

    async def run() -> float:
        async with serving(host) as path:
            with socket.socket(socket.AF_UNIX) as deaf:
                deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
                deaf.connect(str(path))
                deaf.sendall(wire.hello())
                began = time.monotonic()
                for n in range(300):
                    host.do(e.Freeze() if n % 2 else e.Thaw())
                    await asyncio.sleep(0)
                taken = time.monotonic() - began
                await asyncio.sleep(0.5)
                return taken

    # Waiting for it each time would take ninety.
    assert asyncio.run(run()) < 30


def test_a_home_that_lies_too_deep_for_a_socket_meets_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path / ("d" * LONGEST_PATH)))
    with tempfile.TemporaryDirectory() as short:
        monkeypatch.setattr("tempfile.tempdir", short)
        with serving_beside(host_of(2)) as path, Remote() as remote:
            assert path.parent.parent == Path(short) and remote.view.phase == "preparing"


def test_a_folder_that_somebody_else_could_have_put_there_is_not_used(short: Path, home: Path) -> None:
    ours, link_to_it = short / "ours", short / "link"
    ours.mkdir(mode=0o700)
    link_to_it.symlink_to(ours)
    with pytest.raises(Exception, match="can be opened by others"):
        open_meeting_folder(link_to_it)
    assert meeting_folders()[0] == home / "room"


def test_a_socket_left_by_a_killed_program_is_cleared_away(home: Path) -> None:
    folder = open_meeting_folder(home / "room")
    left = folder / "gone.sock"
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(str(left))
    with serving_beside(host_of(2)) as path:
        assert meetings() == [path]


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that records know."""
    from types import UnionType
    from typing import Union, get_args, get_origin

    simple = {str: st.text(max_size=8), bool: st.booleans(), int: st.integers(-(2**50), 2**50)}
    if kind in simple:
        return simple[kind]
    origin, inside = get_origin(kind), get_args(kind)
    if origin is tuple and inside[1:] == (Ellipsis,):
        return st.lists(values(inside[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, inside))
    if origin in (Union, UnionType):
        return st.one_of(*(st.none() if each is type(None) else values(each) for each in inside))
    return st.builds(kind, **{name: values(each) for name, each in shape(kind).items()})


@given(values(FacilitatorView))
def test_any_view_is_the_same_after_the_wire_and_holds_nothing_a_terminal_obeys(view: FacilitatorView) -> None:
    line = wire.say(wire.Shown(1, view))
    told = wire.read_said(line)
    assert isinstance(told, wire.Shown)
    assert told == from_plain(wire.Shown, to_plain(told))
    assert all(ord(char) >= 32 or char == "\n" for char in line.decode() if char != "\n")
    assert "\x1b" not in repr(told) and "\\x1b" not in repr(told)
    assert len(told.view.choices) == len(view.choices)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda i: st.lists(i) | st.dictionaries(st.text(max_size=5), i),
    )
)
def test_what_is_no_line_is_a_bad_record_and_nothing_else(data: Any) -> None:
    for read in (wire.read_said, wire.read_ask, wire.read_hello):
        with pytest.raises(BadRecordError):
            read(json.dumps(data).encode())
    with pytest.raises(BadRecordError):
        from_plain(Setup, data)
