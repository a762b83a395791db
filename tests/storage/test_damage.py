"""Damage is noticed or harmless, never silently wrong; what can be proved is saved; nothing is thrown away."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfire_sim.storage.carve import carve
from backfire_sim.storage.damage import examine, salvage
from backfire_sim.storage.errors import DamagedPlayError, PlayInUseError, StorageError
from backfire_sim.storage.log import PlayLog
from benchmarks.flip_bits import Files, attempt, record
from tests.storage.plays_made import HEADER, event, fill, kept_play, state

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Files, list[object]]:
    return record(tmp_path_factory.mktemp("recorded"))  # type: ignore[return-value]


@settings(max_examples=60, deadline=None)
@given(
    killed=st.booleans(),
    which=st.sampled_from(["", "-wal"]),
    at=st.floats(0, 1, exclude_max=True),
    bit=st.integers(0, 7),
)
def test_a_flipped_bit_anywhere_is_noticed_or_harmless(
    recorded: tuple[Files, Files, list[object]], killed: bool, which: str, at: float, bit: int
) -> None:
    files = recorded[killed]
    which = which if which in files else ""
    content = bytearray(files[which])
    content[int(at * len(content))] ^= 1 << bit
    verdict, _ = attempt({**files, which: bytes(content)}, recorded[2])  # type: ignore[arg-type]
    assert verdict.startswith(("harmless", "noticed")), verdict


@settings(max_examples=40, deadline=None)
@given(st.booleans(), st.sampled_from(["", "-wal"]), st.floats(0, 1), st.binary(max_size=40))
def test_a_file_cut_anywhere_and_written_over_is_noticed_or_harmless(
    recorded: tuple[Files, Files, list[object]], killed: bool, which: str, at: float, more: bytes
) -> None:
    files = recorded[killed]
    which = which if which in files else ""
    content = files[which][: int(at * len(files[which]))] + more
    verdict, _ = attempt({**files, which: content}, recorded[2])  # type: ignore[arg-type]
    assert verdict.startswith(("harmless", "noticed")), verdict


@pytest.mark.parametrize(
    "content", [b"", b"x", b"SQLite format 3\0", b"not a play" * 1000, bytes(8192), b"PK\x03\x04", b"\xff" * 100]
)
def test_a_file_that_is_no_play_is_told_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "abc.play"
    path.write_bytes(content)
    with pytest.raises(DamagedPlayError) as refused:
        PlayLog.open(path)
    assert refused.value.wrong
    health = examine(path)
    assert not health.ok and health.readable == 0 and health.header is None
    with pytest.raises(StorageError, match="stays where it is"):
        salvage(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_no_play(tmp_path: Path) -> None:
    path = tmp_path / "abc.play"
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("CREATE TABLE letters (text)")
    other.commit()
    other.close()
    with pytest.raises(DamagedPlayError, match="does not say that it is a play"):
        PlayLog.open(path)


def tamper(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA secure_delete=ON")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statements", "readable", "said"),
    [
        (["UPDATE event SET after = replace(after, 'gate1', 'gate9') WHERE number = 4"], 3, "Event 4 does not match"),
        (["UPDATE event SET event = '{}' WHERE number = 1"], 0, "Event 1 does not match"),
        (["DELETE FROM event WHERE number = 3"], 2, "Row 3 is missing"),
        (["DELETE FROM event WHERE number = 6"], 5, "1 of 6 events are missing at the end"),
        (["DELETE FROM event WHERE number > 4"], 4, "2 of 6 events are missing at the end"),
        (["UPDATE tip SET rows = 6, last = zeroblob(32)"], 6, "does not agree"),
        (["DELETE FROM tip"], 6, "does not agree"),
        (["UPDATE event SET hash = 'text' WHERE number = 5"], 4, "Row 5 is missing, or does not have the shape"),
        (["UPDATE event SET number = number + 100 WHERE number = 5"], 6, "Row 5 is missing"),
        (["CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END"], 6, "tables"),
        (["PRAGMA user_version=2"], 6, "says something about itself"),
    ],
)
def test_a_play_changed_behind_its_back_is_noticed_and_its_beginning_offered(
    tmp_path: Path, statements: list[str], readable: int, said: str
) -> None:
    path = kept_play(tmp_path, events=6)
    tamper(path, *statements)
    with pytest.raises(DamagedPlayError) as refused:
        PlayLog.open(path)
    assert said in str(refused.value)
    health = examine(path)
    assert (health.ok, health.readable, health.header) == (False, readable, HEADER)


def test_events_of_two_plays_cannot_be_mixed(tmp_path: Path) -> None:
    one, other = kept_play(tmp_path, events=3), kept_play(tmp_path, events=3)
    tamper(
        one,
        f"ATTACH '{other}' AS other",
        "UPDATE event SET after = (SELECT after FROM other.event WHERE number = 2) WHERE number = 3",
    )
    assert examine(one).readable == 2


def test_saving_keeps_the_damaged_file_and_gives_a_play_that_goes_on(tmp_path: Path) -> None:
    path = kept_play(tmp_path, events=6)
    tamper(path, "UPDATE event SET event = '{}' WHERE number = 5")
    damaged = path.read_bytes()
    saved = salvage(path)
    assert saved.events == 4
    assert saved.aside.read_bytes() == damaged
    assert saved.aside.name == f"{path.name}.damaged"
    assert not path.exists()
    with PlayLog.open(saved.path) as log:
        assert log.header == HEADER
        fill(log, 8)
        assert [row.event for row in log.rows()] == [event(n) for n in range(1, 9)]


def test_a_second_damaged_copy_does_not_push_out_the_first(tmp_path: Path) -> None:
    path = kept_play(tmp_path, events=4)
    whole = path.read_bytes()
    for _ in range(2):
        path.write_bytes(whole)
        tamper(path, "DELETE FROM tip")
        salvage(path)
    assert {p.name for p in tmp_path.glob("*.damaged*")} == {f"{path.name}.damaged", f"{path.name}.damaged-2"}


@pytest.mark.parametrize("word", [b'"scene":"scene3"', b'"round":17', b'"round":40', b'"do":"play"'])
@pytest.mark.parametrize("bit", range(8))
def test_a_single_flipped_bit_in_an_event_is_found_and_set_right(tmp_path: Path, word: bytes, bit: int) -> None:
    path = kept_play(tmp_path, events=40)
    whole = path.read_bytes()
    content = bytearray(whole)
    content[whole.rindex(word) + 1] ^= 1 << bit
    path.write_bytes(content)
    assert not examine(path).ok
    with PlayLog.open(salvage(path).path) as log:
        assert [(row.event, row.after) for row in log.rows()] == [(event(n), state(n)) for n in range(1, 41)]


def test_two_flipped_bits_in_an_event_end_what_can_be_proved(tmp_path: Path) -> None:
    path = kept_play(tmp_path, events=6)
    content = path.read_bytes()
    path.write_bytes(content.replace(b'"gate1":3', b'"gate1":0'))
    assert examine(path).readable == 2


def test_words_of_the_file_that_are_no_text_are_damage_like_any_other(tmp_path: Path) -> None:
    path = kept_play(tmp_path, events=3)
    content = path.read_bytes()
    for damaged in (
        content.replace(b"CREATE TABLE tip", b"CREAT\xdf TABLE tip"),
        content.replace(b"CREATE TABLE tip (one", b"CREATE TABLE tip (\xdf,e"),
        content.replace(b"UNIQUE", b"UNI\xdfUE"),
    ):
        assert damaged != content
        path.write_bytes(damaged)
        with pytest.raises(DamagedPlayError):
            PlayLog.open(path)
        assert examine(path).readable == 3


def test_a_whole_play_is_left_alone(tmp_path: Path) -> None:
    path = kept_play(tmp_path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert examine(path).ok
    with pytest.raises(StorageError, match="whole"):
        salvage(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_open_play_is_not_examined(tmp_path: Path) -> None:
    with PlayLog.create(tmp_path, HEADER) as log, pytest.raises(PlayInUseError):
        examine(log.path)


def test_every_event_is_found_when_the_head_of_the_file_is_gone(tmp_path: Path) -> None:
    path = kept_play(tmp_path, events=12)
    content = path.read_bytes()
    path.write_bytes(bytes(4096) + content[4096:])
    assert salvage(path).events == 12


def test_long_events_are_found_page_by_page(tmp_path: Path) -> None:
    with PlayLog.create(tmp_path, HEADER) as log:
        for n in range(1, 6):
            log.append(str(n), {**event(n), "note": "é" * 1500 * n}, state(n))
        rows = log.rows()
    content = log.path.read_bytes()
    assert len(carve(bytes(4096) + content[4096:])) == 1 + len(rows)


def test_the_header_is_made_again_from_its_copy_where_only_row_0_is_lost(tmp_path: Path) -> None:
    path = kept_play(tmp_path, events=5)
    tamper(path, "UPDATE event SET event = '{}', hash = zeroblob(32) WHERE number = 0")
    health = examine(path)
    assert (health.readable, health.header) == (5, HEADER)


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.play")), ids=lambda path: path.stem)
def test_plays_of_earlier_versions_still_open(tmp_path: Path, golden: Path) -> None:
    with PlayLog.open(Path(shutil.copy(golden, tmp_path / "abc.play"))) as log:
        assert log.header == HEADER
        assert [row.event for row in log.rows()] == [event(n) for n in range(1, 7)]
