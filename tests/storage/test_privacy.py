"""Everything the program writes is listed, and everything can be made to go away."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from backfire_sim.storage import cache, erase
from backfire_sim.storage.damage import salvage
from backfire_sim.storage.log import PlayLog
from backfire_sim.storage.paths import places
from backfire_sim.storage.privacy import inventory, wipe
from backfire_sim.storage.reviews import open_reviews, salvage_reviews
from backfire_sim.storage.settings import Settings, save
from tests.storage.plays_made import HEADER, fill, kept_play, state
from tests.storage.reviews_kept import WORD, practice

PLANTED = "quokka-marmalade"


def litter() -> None:
    """One of everything: a play, a damaged one put aside, what kills left behind, cache, settings."""
    folder = places().plays
    planted = replace(HEADER, title=f"Title {PLANTED}", source=f"/home/{PLANTED}.yaml")
    kept_play(folder, header=planted)
    damaged = kept_play(folder, header=planted)
    damaged.write_bytes(bytes(4096) + damaged.read_bytes()[4096:])
    salvage(damaged)
    with PlayLog.create(folder, planted) as log:
        log.append("1", {"do": "note", "text": PLANTED}, state(1))
        for ending in ("", "-wal"):
            (folder / f"killed.play{ending}").write_bytes(Path(f"{log.path}{ending}").read_bytes())
        for name in ("killed.play-shm", "killed.play-journal", "killed.lock", "half.new", "half.new-wal"):
            (folder / name).write_text(PLANTED)
        (folder / "other.play.damaged-2-wal").write_text(PLANTED)
    damaged = practice(3)
    damaged.write_bytes(bytes(4096) + damaged.read_bytes()[4096:])
    salvage_reviews()
    for name in ("killed.play", "reviews.play-wal", "reviews.play-shm", "killed.lock", "half.new"):
        (places().practice / name).write_text(PLANTED)
    cache.put(PLANTED, PLANTED.encode())
    (places().cache / ("0" * 32 + ".bin.0123456789ab.tmp")).write_text(PLANTED)
    for name in ("plan-a1.json", "measure-b2.json", "plan-a1.json.0123456789ab.tmp"):
        places().papers.mkdir(exist_ok=True)
        (places().papers / name).write_text(PLANTED)
    for name in ("killed.table", "killed.table.0123456789ab.tmp"):
        (folder / name).write_text(PLANTED)
    save(Settings())
    places().help_here.write_text(PLANTED)
    places().settings.with_name("settings.toml.0123456789ab.tmp").write_text(PLANTED)


def test_every_file_the_program_made_is_listed_with_what_is_in_it(home: Path) -> None:
    litter()
    listed = {kept.path: kept for kept in inventory()}
    there = {path for path in home.rglob("*") if path.is_file()}
    assert len(there) > 10
    assert there <= set(listed)
    assert all(kept.what.endswith(".") for kept in listed.values())
    assert all(listed[path].exists for path in there)
    assert all(listed[path].bytes == path.stat().st_size for path in there)


def test_the_places_are_listed_before_anything_is_there(home: Path) -> None:
    assert [(kept.path, kept.exists) for kept in inventory()] == [
        (home / "plays", False),
        (home / "papers", False),
        (home / "practice", False),
        (home / "scenarios", False),
        (home / "cache", False),
        (home / "settings.toml", False),
        (home / "help-here.txt", False),
    ]


def test_after_a_wipe_nothing_is_there(home: Path) -> None:
    litter()
    before = {path for path in home.rglob("*") if path.is_file()}
    report = wipe()
    assert report.complete
    assert before <= set(report.removed)
    assert list(home.rglob("*")) == []
    assert wipe().complete


def test_practice_can_be_wiped_alone(home: Path) -> None:
    litter()
    others = {path: path.read_bytes() for path in home.rglob("*") if path.is_file() and path.parent.name != "practice"}
    report = wipe(only="practice")
    assert report.complete
    assert not places().practice.exists()
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == others
    assert wipe(only="practice").complete
    practice(1)
    (places().practice / "Hamlet.txt").write_text("To be")
    report = wipe(only="practice")
    assert [path.name for path in places().practice.iterdir()] == ["Hamlet.txt"]
    assert any("not of this program" in said for said in report.warnings)
    with pytest.raises(ValueError):
        wipe(only="plays")


def test_practice_that_is_wiped_is_overwritten_first(home: Path) -> None:
    os.link(practice(4), home.parent / "second name")
    assert WORD.encode() in (home.parent / "second name").read_bytes()
    assert wipe(only="practice").complete
    assert (home.parent / "second name").read_bytes() == b""


def test_practice_that_is_open_is_told_when_it_is_wiped(home: Path) -> None:
    with open_reviews():
        report = wipe(only="practice")
        assert report.warnings == (
            f"Practice is still open in a window (process {os.getpid()}): close it, then wipe again.",
        )
    assert wipe(only="practice").complete


def test_what_is_listed_of_practice_says_that_it_holds_times(home: Path) -> None:
    practice(1)
    (told,) = (kept for kept in inventory() if kept.path.name == "reviews.play")
    assert "when, in UTC" in told.what


def test_a_wipe_overwrites_before_it_removes(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    litter()
    files = [path for path in home.rglob("*") if path.is_file()]
    for number, path in enumerate(files):
        os.link(path, home.parent / f"second name {number}")
    assert any(PLANTED.encode() in path.read_bytes() for path in home.parent.glob("second name *"))
    wipe()
    left = b"".join(path.read_bytes() for path in home.parent.glob("second name *"))
    assert left.replace(str(os.getpid()).encode(), b"") == b""

    path = home.parent / "one file"
    path.write_text(PLANTED * 10_000)
    seen: list[bytes] = []
    monkeypatch.setattr(erase.os, "ftruncate", lambda *_: seen.append(path.read_bytes()))
    assert erase.erase(path) == ""
    assert seen == [bytes(len(PLANTED) * 10_000)]


def test_files_of_others_in_our_folders_are_left_and_told(home: Path) -> None:
    litter()
    hamlet = places().plays / "Hamlet.txt"
    hamlet.write_text("To be")
    (home / "letter.txt").write_text("Dear")
    report = wipe()
    assert not report.complete
    assert any("not of this program" in said for said in report.warnings)
    assert {path for path in home.rglob("*") if path.is_file()} == {hamlet, home / "letter.txt"}


def test_what_a_link_points_to_is_left_alone(home: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    places().plays.mkdir(parents=True)
    (places().plays / "abc.play").symlink_to(outside)
    assert wipe().complete
    assert outside.read_text() == "mine"
    assert not (places().plays / "abc.play").is_symlink()


def test_a_play_open_in_another_window_is_told_with_its_process_and_removed_all_the_same(home: Path) -> None:
    path = kept_play(places().plays)
    code = (
        "import sys; from pathlib import Path; from backfire_sim.storage.log import PlayLog\n"
        "log = PlayLog.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.readline()\n"
        "from backfire_sim.storage.errors import StorageError\n"
        "from backfire_sim.storage.rows import After\n"
        "try: log.append('x', {'do': 'note', 'text': 'QUOKKA'}, After())\n"
        "except StorageError: pass\n"
        "log.close()"
    )
    asked = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline()
        report = wipe()
        assert any(f"still open in a window (process {other.pid})" in said for said in report.warnings)
        assert not path.exists()
        _, said = other.communicate(b"\n")
        assert said == b"" and other.returncode == 0
    assert list(home.rglob("*")) == []


def test_a_file_that_cannot_be_removed_is_told_and_the_rest_goes(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    litter()
    stubborn = places().settings
    unlink = Path.unlink

    def refusing(path: Path, missing_ok: bool = False) -> None:
        if path == stubborn:
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refusing)
    report = wipe()
    assert report.left == ((stubborn, "Permission denied"),)
    assert [path for path in home.rglob("*") if path.is_file()] == [stubborn]
    assert stubborn.read_bytes() == b""


def test_a_read_only_play_is_wiped(home: Path) -> None:
    path = kept_play(places().plays)
    path.chmod(0o400)
    assert wipe().complete
    assert not path.exists()


def test_a_closed_play_holds_nothing_of_what_was_only_tried(home: Path) -> None:
    with PlayLog.create(places().plays, HEADER) as log:
        fill(log, 2)
        connection = log._connection
        assert connection is not None
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE tip SET header = ?", (PLANTED * 400,))
        connection.execute("ROLLBACK")
        fill(log, 3)
    assert PLANTED.encode() not in log.path.read_bytes()
