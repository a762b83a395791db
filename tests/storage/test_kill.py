"""A process killed at any moment loses no event that it acknowledged; a disk that refuses is told in words.

The exhaustive version, every call of every kind, is `benchmarks/kill_every_write.py`.
"""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from backfire_sim.storage import file, log
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.log import PlayLog
from benchmarks.kill_every_write import __file__ as child
from benchmarks.kill_every_write import check, first_call, meet
from tests.storage.plays_made import HEADER, event, fill, kept_play, state

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not on this machine")


@pytest.mark.parametrize("seed", range(4))
def test_a_process_killed_at_a_random_moment_loses_nothing_acknowledged(tmp_path: Path, seed: int) -> None:
    asked = [sys.executable, child, "--child", str(tmp_path), "--events", "3000"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        said = [running.stdout.readline()]
        time.sleep(random.Random(seed).uniform(0, 0.2))
        running.kill()
        said += running.stdout.readlines()
    whole = [line.decode().strip() for line in said if line.endswith(b"\n")]
    assert check(tmp_path, whole, "SIGKILL") in (("", 0), ("", 1))


@needs_strace
@pytest.mark.parametrize("fault", ["killed", "disk full", "input/output error"])
@pytest.mark.parametrize("call", ["pwrite64"])
def test_a_fault_at_a_call_that_writes_loses_nothing_acknowledged(fault: str, call: str) -> None:
    first = first_call(call)
    for n in range(first + 1, first + 40, 6):
        met, wrong, _ = meet(fault, call, n, 2)
        assert not wrong, (n, wrong)
        if not met:
            break
    assert n > first + 1


@pytest.mark.parametrize("done", range(3))
def test_a_crash_between_two_statements_of_an_append_leaves_the_event_out_or_in(tmp_path: Path, done: int) -> None:
    """For systems without strace: the process dies before the n-th statement of an append."""
    path = kept_play(tmp_path, events=2)
    code = (
        "import os, sys; from pathlib import Path; from backfire_sim.storage import file, log\n"
        "from tests.storage.plays_made import event, state\n"
        "class Dying:\n"
        "    def __init__(self, inner): self.inner, self.left = inner, int(sys.argv[2])\n"
        "    in_transaction = False\n"
        "    def execute(self, *args):\n"
        "        if not args[0].startswith('BEGIN'): self.left -= 1\n"
        "        if self.left < 0: os._exit(9)\n"
        "        return self.inner.execute(*args)\n"
        "play = log.PlayLog.open(Path(sys.argv[1]))\n"
        "play._connection = Dying(play._connection)\n"
        "play.append('3', event(3), state(3))\n"
    )
    died = subprocess.run([sys.executable, "-c", code, str(path), str(done)], check=False)
    assert died.returncode == 9
    with PlayLog.open(path) as again:
        assert [row.event for row in again.rows()] == [event(1), event(2)]
        fill(again, 3)


def test_a_full_disk_is_told_the_play_stands_and_goes_on_once_there_is_room(tmp_path: Path) -> None:
    with PlayLog.create(tmp_path, HEADER) as play:
        fill(play, 1)
        connection = play._connection
        assert connection is not None
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(StorageError, match="disk is full: the last event is not kept"):
            play.append("2", {**event(2), "long": "x" * 20_000}, state(2))
        assert len(play) == 1
        connection.execute("PRAGMA max_page_count=1000000")
        fill(play, 3)
    with PlayLog.open(play.path) as play:
        assert [row.event for row in play.rows()] == [event(1), event(2), event(3)]


def test_after_a_disk_error_nothing_more_is_acknowledged_until_the_play_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    def failing(*_: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    with PlayLog.create(tmp_path, HEADER) as play:
        fill(play, 1)
        with monkeypatch.context() as broken:
            broken.setattr(log.file, "insert", failing)
            with pytest.raises(StorageError, match="reports an error"):
                play.append("2", event(2), state(2))
        with pytest.raises(StorageError, match="Open the play again"):
            play.append("2", event(2), state(2))
    with PlayLog.open(play.path) as play:
        fill(play, 2)
    assert file.look_wrong(play.path) == ""
