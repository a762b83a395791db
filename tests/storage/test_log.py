"""What is appended is there, once, whole and in order, and one window has it at a time."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfire_sim.storage.errors import KeyUsedError, PlayInUseError, StorageError
from backfire_sim.storage.log import MemoryLog, PlayLog
from backfire_sim.storage.rows import After, Header, header_from_text, header_to_text
from tests.storage.plays_made import HEADER, afters, event, fill, kept_play, records, state


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(records, afters), max_size=8))
def test_any_events_come_back_equal_and_in_order(events: list[tuple[dict[str, Any], After]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with PlayLog.create(Path(folder), HEADER) as log:
            for n, (record, after) in enumerate(events):
                log.append(f"key {n}", record, after)
        with PlayLog.open(log.path) as again:
            assert [(row.key, row.event, row.after) for row in again.rows()] == [
                (f"key {n}", record, after) for n, (record, after) in enumerate(events)
            ]
            assert again.header == HEADER


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 2)), max_size=12))
def test_a_key_means_one_event_for_ever(tries: list[tuple[str, int]]) -> None:
    meant: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder, PlayLog.create(Path(folder), HEADER) as log:
        for key, content in tries:
            if meant.setdefault(key, content) == content:
                log.append(key, event(content), state(content))
            else:
                with pytest.raises(KeyUsedError):
                    log.append(key, event(content), state(content))
            assert [(row.key, row.event) for row in log.rows()] == [(k, event(c)) for k, c in meant.items()]


def test_repeating_an_append_says_that_nothing_was_added(tmp_path: Path) -> None:
    with PlayLog.create(tmp_path, HEADER) as log:
        assert log.append("1", event(1), state(1)) is True
        assert log.append("1", event(1), state(1)) is False
    with PlayLog.open(log.path) as log:
        assert log.append("1", event(1), state(1)) is False
        assert len(log) == 1


def test_the_same_event_with_other_numbers_is_another_content(tmp_path: Path) -> None:
    with PlayLog.create(tmp_path, HEADER) as log:
        log.append("1", event(1), state(1))
        with pytest.raises(KeyUsedError, match="already stands for event 1"):
            log.append("1", event(1), state(2))


def test_a_play_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = kept_play(tmp_path, events=3)
    with PlayLog.open(path) as log:
        fill(log, 5)
    with PlayLog.open(path) as log:
        assert [row.event for row in log.rows()] == [event(n) for n in range(1, 6)]
        assert [row.number for row in log.rows()] == [1, 2, 3, 4, 5]


def test_long_events_are_kept_whole(tmp_path: Path) -> None:
    long = {"do": "note", "text": "ä" * 100_000}
    with PlayLog.create(tmp_path, HEADER) as log:
        log.append("1", long, state(1))
    with PlayLog.open(log.path) as log:
        assert log.rows()[0].event == long


@pytest.mark.parametrize("key", ["", "x" * 201, "line\nbreak", "\x00", "\ud800"])
def test_what_cannot_be_a_key_is_refused_and_nothing_is_kept(tmp_path: Path, key: str) -> None:
    with PlayLog.create(tmp_path, HEADER) as log:
        with pytest.raises(ValueError):
            log.append(key, event(1), state(1))
        assert len(log) == 0


@pytest.mark.parametrize("record", [{"x": float("nan")}, {"x": "y" * 1_000_001}, {"x": 10**5000}])
def test_what_json_cannot_say_is_refused_and_the_play_goes_on(tmp_path: Path, record: dict[str, Any]) -> None:
    with PlayLog.create(tmp_path, HEADER) as log:
        with pytest.raises(ValueError):
            log.append("1", record, state(1))
        fill(log, 1)
    with PlayLog.open(log.path) as log:
        assert len(log) == 1


def test_an_acknowledged_event_is_in_the_play_file_itself_not_only_in_its_write_ahead_log(tmp_path: Path) -> None:
    with PlayLog.create(tmp_path / "a", HEADER) as log:
        fill(log, 4)
        copy = tmp_path / "copy.play"
        copy.write_bytes(log.path.read_bytes())
    with PlayLog.open(copy) as log:
        assert len(log) == 4


def test_a_second_window_in_another_process_is_refused_with_the_process_and_admitted_when_the_first_dies(
    tmp_path: Path,
) -> None:
    path = kept_play(tmp_path)
    code = (
        "import sys; from pathlib import Path; from backfire_sim.storage.log import PlayLog\n"
        "log = PlayLog.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    asked = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None and first.stdout.readline() == b"open\n"
        with pytest.raises(PlayInUseError, match=rf"open in another window \(process {first.pid}\)") as refused:
            PlayLog.open(path)
        assert refused.value.process == first.pid
        first.kill()
    with PlayLog.open(path) as log:
        assert len(log) == 6
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_second_window_in_the_same_process_is_refused_and_does_no_harm_to_the_first(tmp_path: Path) -> None:
    with PlayLog.create(tmp_path, HEADER) as log:
        with pytest.raises(PlayInUseError):
            PlayLog.open(log.path)
        fill(log, 2)
    with PlayLog.open(log.path) as log:
        assert len(log) == 2


def test_another_program_that_has_the_file_locked_is_a_refusal_and_not_damage(tmp_path: Path) -> None:
    path = kept_play(tmp_path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(PlayInUseError):
        PlayLog.open(path)
    other.close()
    PlayLog.open(path).close()


def test_a_closed_play_takes_nothing_more(tmp_path: Path) -> None:
    log = PlayLog.create(tmp_path, HEADER)
    log.close()
    log.close()
    with pytest.raises(StorageError, match="closed"):
        log.append("1", event(1), state(1))
    assert len(log) == 0


def test_a_closed_play_is_one_file(tmp_path: Path) -> None:
    path = kept_play(tmp_path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out by other means")
def test_only_the_owner_can_read_a_play(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with PlayLog.create(tmp_path / "plays", HEADER) as log:
            fill(log, 1)
            modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in log.path.parent.iterdir()}
            assert set(modes.values()) == {0o600} and len(modes) == 3, modes
            assert stat.S_IMODE(log.path.parent.stat().st_mode) == 0o700
    finally:
        os.umask(before)


def test_a_play_file_holds_no_clock_time_and_no_account(tmp_path: Path) -> None:
    def kept() -> bytes:
        return shutil.copy(kept_play(tmp_path), tmp_path / "copy").read_bytes()

    first = kept()
    os.utime(tmp_path)
    assert kept() == first
    assert str(Path.home()).encode() not in first


def test_no_play_at_a_path_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="There is no play at"):
        PlayLog.open(tmp_path / "none.play")
    with pytest.raises(StorageError, match="There is no play at"):
        PlayLog.open(tmp_path)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StorageError, match=r"cannot be made|is needed as a folder"):
        PlayLog.create(tmp_path / "taken" / "plays", HEADER)
    with pytest.raises(StorageError, match="is needed as a folder"):
        PlayLog.create(tmp_path / "taken", HEADER)


def test_beginning_a_play_clears_away_what_a_killed_beginning_left(tmp_path: Path) -> None:
    for name in ("abc.new", "abc.new-journal", "abc.lock", "def.lock"):
        (tmp_path / name).write_text("9")
    path = kept_play(tmp_path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_play_that_is_being_begun_elsewhere_is_left_alone(tmp_path: Path) -> None:
    from backfire_sim.storage.lock import Lock

    begun = tmp_path / "abc.play"
    lock = Lock(begun)
    begun.with_suffix(".new").write_text("being made")
    path = kept_play(tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {path.name, "abc.new", "abc.lock"}
    lock.release()


def test_a_title_from_a_stranger_cannot_command_the_terminal(tmp_path: Path) -> None:
    header = Header("x", "A\x1b]0;title\x07 play\u202e", "x", "")
    with PlayLog.open(kept_play(tmp_path, header=header)) as log:
        assert log.header.title == "A]0;title play"


@settings(deadline=None)
@given(st.text(), st.text(), st.integers())
def test_a_header_comes_back_equal(scenario: str, source: str, seed: int) -> None:
    header = Header(scenario, "Title", source, "", seed, "1.0")
    assert header_from_text(header_to_text(header)) == header


def test_a_play_in_memory_answers_like_one_on_disk_and_writes_nothing(tmp_path: Path, home: Path) -> None:
    with MemoryLog(HEADER) as memory, PlayLog.create(tmp_path / "disk", HEADER) as disk:
        for log in (memory, disk):
            fill(log, 3)
            assert log.append("1", event(1), state(1)) is False
            with pytest.raises(KeyUsedError):
                log.append("1", event(2), state(2))
        assert memory.rows() == disk.rows()
        assert (len(memory), memory.header) == (len(disk), disk.header)
        assert memory.path is None
    assert not home.exists()
