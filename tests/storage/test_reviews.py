"""The log of practice keeps what it says it keeps, and speaks of practice where it cannot."""

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backfire_sim.practice.reviews import Review
from backfire_sim.storage import damage, log
from backfire_sim.storage.errors import DamagedPlayError, PlayInUseError, StorageError
from backfire_sim.storage.log import PlayLog
from backfire_sim.storage.paths import places
from backfire_sim.storage.plays import found
from backfire_sim.storage.reviews import NAME, open_reviews, read_reviews, salvage_reviews
from backfire_sim.storage.rows import After, Header
from tests.storage.plays_made import kept_play
from tests.storage.reviews_kept import __file__ as child
from tests.storage.reviews_kept import practice, review, reviews
from tests.storage.test_damage import tamper

ROOT = Path(__file__).parent.parent.parent
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not on this machine")


def speaks_of_practice(error: StorageError) -> bool:
    said = str(error).lower()
    return ("practice" in said or "answer" in said) and not any(word in said for word in ("play ", "plays", "event"))


def test_what_is_added_is_there_in_order_and_goes_on() -> None:
    practice(3)
    practice(7)
    assert read_reviews() == reviews(7)
    with open_reviews() as kept:
        assert kept.reviews == reviews(7)
    assert [path.name for path in places().practice.iterdir()] == ["reviews.play"]


def test_where_nothing_was_practiced_nothing_is_read_and_nothing_is_made(home: Path) -> None:
    assert read_reviews() == []
    assert not home.exists()


def test_the_same_answer_twice_is_two_answers() -> None:
    with open_reviews() as kept:
        kept.add(review(1))
        kept.add(review(1))
    assert read_reviews() == [review(1)] * 2


def test_an_ephemeral_log_writes_nothing(home: Path) -> None:
    with open_reviews(ephemeral=True) as kept:
        kept.add(review(1))
        assert kept.reviews == [review(1)] and kept.path is None
    assert not home.exists()


def test_it_is_read_while_it_is_open_and_stays_as_it_was() -> None:
    with open_reviews() as kept:
        for each in reviews(4):
            kept.add(each)
            assert read_reviews() == kept.reviews
        kept.add(review(5))
    assert read_reviews() == reviews(5)
    path = places().practice / "reviews.play"
    before = path.read_bytes(), path.stat().st_mtime_ns
    read_reviews()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_practice_is_no_play() -> None:
    practice(2)
    assert list(found()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out by other means")
def test_only_the_owner_can_read_it() -> None:
    before = os.umask(0)
    try:
        practice(1)
    finally:
        os.umask(before)
    folder = places().practice
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "reviews.play").stat().st_mode) == 0o600


def test_a_second_window_is_refused_in_words_about_practice() -> None:
    with open_reviews() as kept:
        with pytest.raises(PlayInUseError) as refused:
            open_reviews()
        assert refused.value.process == os.getpid()
        assert speaks_of_practice(refused.value)
        with pytest.raises(PlayInUseError) as refused:
            salvage_reviews()
        assert speaks_of_practice(refused.value)
        kept.add(review(1))
    assert read_reviews() == reviews(1)


def test_two_windows_that_begin_at_once_make_one_log(monkeypatch: pytest.MonkeyPatch) -> None:
    made = log.file.make

    def first_the_other(path: Path, header: str, rows: object = None) -> None:
        monkeypatch.setattr(log.file, "make", made)
        with pytest.raises(PlayInUseError):
            open_reviews()
        made(path, header)

    monkeypatch.setattr(log.file, "make", first_the_other)
    practice(2)
    assert read_reviews() == reviews(2)


def test_a_log_that_another_window_made_a_moment_ago_is_opened_and_not_written_over() -> None:
    path = practice(3)
    with PlayLog.create(path.parent, Header("practice", "Practice", "", ""), NAME) as opened:
        assert len(opened) == 3


def test_a_closed_log_takes_nothing_more() -> None:
    kept = open_reviews()
    kept.close()
    kept.close()
    with pytest.raises(StorageError, match="closed") as refused:
        kept.add(review(1))
    assert speaks_of_practice(refused.value)
    assert kept.reviews == []


def test_a_full_disk_is_told_and_practice_goes_on_once_there_is_room() -> None:
    with open_reviews() as kept:
        kept.add(review(1))
        connection = kept._log._connection  # type: ignore[attr-defined]
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(StorageError, match="disk is full: the last answer is not kept") as refused:
            kept.add(review(2)._replace(answer="x" * 20_000))
        assert speaks_of_practice(refused.value)
        assert kept.reviews == [review(1)]
        connection.execute("PRAGMA max_page_count=1000000")
        kept.add(review(2))
    assert read_reviews() == reviews(2)


def test_after_a_disk_error_nothing_more_is_acknowledged_until_practice_is_opened_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(*_: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    with open_reviews() as kept:
        kept.add(review(1))
        with monkeypatch.context() as broken:
            broken.setattr(log.file, "insert", failing)
            with pytest.raises(StorageError, match="reports an error"):
                kept.add(review(2))
        with pytest.raises(StorageError, match="Open practice again") as refused:
            kept.add(review(2))
        assert speaks_of_practice(refused.value)
        assert kept.reviews == reviews(1)
    practice(3)
    assert read_reviews() == reviews(3)


def test_a_folder_that_cannot_be_is_told() -> None:
    places().practice.parent.mkdir()
    places().practice.write_text("a file")
    with pytest.raises(StorageError, match="needed as a folder"):
        open_reviews()
    assert read_reviews() == []


# Processes that are killed.


def left_behind(said: list[str]) -> str:
    """What is wrong with what a killed process left; empty if nothing is."""
    acknowledged = len([line for line in said if line.isdigit()])
    there = read_reviews()
    if not acknowledged <= len(there) <= acknowledged + 1:
        return f"{acknowledged} acknowledged, {len(there)} there"
    with open_reviews() as kept:
        if kept.reviews != there or there != reviews(len(there)):
            return "others are there"
        kept.add(review(len(there) + 1))
    return "" if read_reviews() == reviews(len(there) + 1) else "it does not go on"


@pytest.mark.parametrize("seed", range(4))
def test_a_process_killed_at_a_random_moment_loses_no_answer(seed: int) -> None:
    asked = [sys.executable, "-m", "tests.storage.reviews_kept", "2000"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, cwd=ROOT) as running:
        assert running.stdout is not None
        said = [running.stdout.readline()]
        time.sleep(random.Random(seed).uniform(0, 0.2))
        running.kill()
        said += running.stdout.readlines()
    assert left_behind([line.decode().strip() for line in said if line.endswith(b"\n")]) == ""


def strace(tmp_path: Path, call: str, *inject: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    trace = tmp_path / "trace"
    asked = ["strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={call}", *inject, sys.executable, "-B", child, "2"]
    told = subprocess.run(
        asked, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    return told, [line for line in trace.read_text().splitlines() if f"{call}(" in line]


@needs_strace
@pytest.mark.parametrize("fault", ["signal=KILL", "error=ENOSPC", "error=EIO"])
def test_a_fault_at_a_call_that_writes_loses_no_answer(tmp_path: Path, home: Path, fault: str) -> None:
    _, calls = strace(tmp_path, "pwrite64")
    assert len(calls) > 30
    met = 0
    for n in range(1, len(calls) + 1, 5):
        shutil.rmtree(home, ignore_errors=True)
        when = f"{n}+" if fault == "error=ENOSPC" else f"{n}"
        done, _ = strace(tmp_path, "pwrite64", "-e", f"inject=pwrite64:{fault}:when={when}")
        assert "Traceback" not in done.stderr, done.stderr
        met += done.returncode != 0
        assert left_behind(done.stdout.split()) == "", n
    assert met > 5


# Damage.


def test_damage_is_told_in_words_and_what_can_be_read_is_saved() -> None:
    path = practice(6)
    tamper(path, "UPDATE event SET event = '{}' WHERE number = 5")
    damaged = path.read_bytes()
    readings: tuple[Callable[[], object], ...] = (open_reviews, read_reviews)
    for reading in readings:
        with pytest.raises(DamagedPlayError, match="4 answers from the beginning") as refused:
            reading()
        assert all("Event" not in said and "a play" not in said for said in refused.value.wrong)
    assert salvage_reviews() == 4
    assert read_reviews() == reviews(4)
    assert (path.parent / "reviews.play.damaged").read_bytes() == damaged
    assert {each.name for each in path.parent.iterdir()} == {"reviews.play", "reviews.play.damaged"}
    practice(6)
    assert read_reviews() == reviews(6)
    with pytest.raises(StorageError, match="whole"):
        salvage_reviews()


@pytest.mark.parametrize("content", [b"", b"x", b"not a play" * 1000, bytes(8192)])
def test_a_file_that_is_no_log_is_told_and_left_where_it_is(content: bytes) -> None:
    path = practice(1)
    path.write_bytes(content)
    for reading in (open_reviews, read_reviews):
        with pytest.raises(DamagedPlayError, match="Nothing can be read of it"):
            reading()
    with pytest.raises(StorageError, match="stays where it is") as refused:
        salvage_reviews()
    assert speaks_of_practice(refused.value) or "practiced" in str(refused.value)
    assert path.read_bytes() == content


def test_nothing_to_save_is_said() -> None:
    with pytest.raises(StorageError, match="Nothing was practiced yet"):
        salvage_reviews()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_noticed_or_harmless(home: Path, at: float, bit: int) -> None:
    shutil.rmtree(home, ignore_errors=True)
    path = practice(5)
    content = bytearray(path.read_bytes())
    content[int(at * len(content))] ^= 1 << bit
    path.write_bytes(content)
    try:
        with open_reviews() as kept:
            assert kept.reviews == reviews(5)
            kept.add(review(6))
        assert read_reviews() == reviews(6)
    except DamagedPlayError:
        assert salvage_reviews() >= 4
        saved = read_reviews()
        assert saved == reviews(len(saved))


@pytest.mark.parametrize(
    "record",
    [{}, {"do": "play"}, {"do": "review", "at": "never"}, {"do": "review", "mood": 3}],
)
def test_an_answer_of_another_version_is_told_and_no_traceback(record: dict[str, object]) -> None:
    path = practice(2)
    with PlayLog.open(path) as other:
        other.append("3", record, After())
    for reading in (open_reviews, read_reviews):
        with pytest.raises(StorageError, match="Answer 3 of what you practiced cannot be understood"):
            reading()
    with PlayLog.open(path) as other:
        assert len(other) == 3


@pytest.mark.parametrize("name", ["_put_aside", "rename"])
def test_saving_that_is_cut_short_loses_nothing(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = practice(6)
    tamper(path, "DELETE FROM tip")

    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as cut, pytest.raises(Killed):
        cut.setattr(
            damage if name == "_put_aside" else sys.modules[open_reviews.__module__].os, name, _late(name, killed)
        )
        salvage_reviews()
    if name == "rename":
        assert not path.exists()
        assert read_reviews() == reviews(6)
    else:
        with pytest.raises(DamagedPlayError):
            read_reviews()
        assert salvage_reviews() == 6
    with open_reviews() as kept:
        assert kept.reviews == reviews(6)
        kept.add(review(7))
    assert read_reviews() == reviews(7)
    assert {each.name for each in path.parent.iterdir()} == {"reviews.play", "reviews.play.damaged"}


def _late(name: str, killed: Callable[..., None]) -> Callable[..., None]:
    """Of the renamings, the one that gives the log its name; of all else the first."""
    renamed = os.rename

    def rename(source: Path, target: Path) -> None:
        if Path(target).name == "reviews.play" and not str(source).endswith(".new"):
            killed()
        renamed(source, target)

    return rename if name == "rename" else killed


def test_a_play_that_somebody_put_there_is_not_taken_for_practice() -> None:
    kept_play(places().practice)
    assert read_reviews() == []
    practice(2)
    assert read_reviews() == reviews(2)
    assert len(list(places().practice.glob("*.play"))) == 2


def test_reviews_come_back_equal_to_the_microsecond() -> None:
    odd = review(1)._replace(at=review(1).at.replace(microsecond=123456), answer="ä\n\x1b[31m", drill="x/y/z")
    with open_reviews() as kept:
        kept.add(odd)
        assert kept.reviews == [odd]
    assert read_reviews() == [odd]


def test_one_that_cannot_be_is_not_added() -> None:
    with open_reviews() as kept:
        with pytest.raises(ValueError):
            kept.add(Review("", "", review(1).at, "certain", "", "strong"))
        assert kept.reviews == []
    assert read_reviews() == []
