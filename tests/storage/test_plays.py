"""The list of plays to go on with."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.scoring.settle import outcome_class
from backfire_sim.storage.errors import PlayInUseError
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.log import PlayLog
from backfire_sim.storage.paths import places
from backfire_sim.storage.plays import found, latest_left, remove, unfinished
from backfire_sim.storage.shelf import open_named
from tests.program import RAID
from tests.storage.plays_made import HEADER, event, fill, kept_play, state


def aged(path: Path, seconds: int) -> Path:
    os.utime(path, (1_000_000_000 - seconds,) * 2)
    return path


def test_no_folder_means_no_plays(tmp_path: Path) -> None:
    assert unfinished(tmp_path / "none") == []
    assert latest_left(3, 9) == []


def test_unfinished_plays_are_listed_latest_first_with_where_they_stand(tmp_path: Path) -> None:
    old = aged(kept_play(tmp_path, 2, replace(HEADER, title="Old")), 200)
    new = aged(kept_play(tmp_path, 5, replace(HEADER, title="New")), 100)
    plays = unfinished(tmp_path)
    assert [(p.path, p.title, p.round, p.scene, p.events) for p in plays] == [
        (new, "New", 5, "scene5", 5),
        (old, "Old", 2, "scene2", 2),
    ]
    assert plays[0].changed == 1_000_000_000 - 100
    assert [p.path for p in latest_left(1, 9, tmp_path)] == [new]
    assert [p.path for p in latest_left(9, 9, tmp_path)] == [new, old]
    assert [p.path for p in latest_left(9, 1, tmp_path)] == [new]


def test_a_play_that_is_over_is_found_but_not_offered(tmp_path: Path) -> None:
    with PlayLog.create(tmp_path, HEADER) as log:
        log.append("1", event(1), state(1, over=True))
    assert unfinished(tmp_path) == []
    assert [p.after.over for p in found(tmp_path)] == [True]


def test_a_play_that_another_goes_on_from_is_not_offered_any_more_unless_that_one_is_removed(tmp_path: Path) -> None:
    before = aged(kept_play(tmp_path), 100)
    after = aged(kept_play(tmp_path, 4, replace(HEADER, continues=before.stem)), 50)
    assert [p.path for p in unfinished(tmp_path)] == [after]
    assert [(p.path, p.gone_on) for p in found(tmp_path)] == [(after, False), (before, True)]
    remove(after)
    assert [p.path for p in unfinished(tmp_path)] == [before]
    assert list(tmp_path.iterdir()) == [before]


def test_a_play_that_is_open_is_not_removed(tmp_path: Path) -> None:
    path = kept_play(tmp_path)
    with PlayLog.open(path), pytest.raises(PlayInUseError):
        remove(path)
    assert path.exists()


def test_the_class_of_a_play_is_told_from_its_last_numbers(tmp_path: Path) -> None:
    with begin(open_named(RAID), seed=1) as kept:
        kept.play(Prepare(("cameras",)))
        kept.play(Play("raid", "publish"))
        values = kept.session.position.values
    assert [p.outcome for p in found()] == [outcome_class(values)]
    assert outcome_class(values) != outcome_class([0] * len(values))


def test_the_usual_folder_is_looked_in_unless_another_is_named() -> None:
    path = kept_play(places().plays)
    assert [p.path for p in unfinished()] == [path]


def test_listing_changes_nothing(tmp_path: Path) -> None:
    path = aged(kept_play(tmp_path), 50)
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert len(unfinished(tmp_path)) == 1
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_damaged_play_is_found_with_what_is_wrong_and_keeps_its_place_in_time(tmp_path: Path) -> None:
    path = kept_play(tmp_path)
    content = path.read_bytes()
    aged(path, 0)
    path.write_bytes(bytes(4096) + content[4096:])
    aged(path, 50)
    (tmp_path / "empty.play").touch()
    assert unfinished(tmp_path) == []
    plays = {p.path.name: p for p in found(tmp_path)}
    assert plays[path.name].title == HEADER.title and plays[path.name].events == 6
    assert all(p.wrong and not p.can_go_on for p in plays.values())
    assert path.stat().st_mtime == 1_000_000_000 - 50


def test_a_play_open_in_another_window_is_found_with_its_process_and_not_offered(tmp_path: Path) -> None:
    path = kept_play(tmp_path)
    code = (
        "import sys; from pathlib import Path; from backfire_sim.storage.log import PlayLog\n"
        "log = PlayLog.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    asked = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline()
        (play,) = found(tmp_path)
        assert (play.open_in, play.title, play.can_go_on) == (other.pid, HEADER.title, False)
        other.kill()
    assert len(unfinished(tmp_path)) == 1


def test_listing_does_not_disturb_the_play_that_is_open_here(tmp_path: Path) -> None:
    with PlayLog.create(tmp_path, HEADER) as log:
        fill(log, 3)
        (play,) = found(tmp_path)
        assert (play.open_in, play.events) == (os.getpid(), 3)
        fill(log, 6)
    assert unfinished(tmp_path)[0].events == 6


def test_a_play_whose_process_was_killed_is_listed_with_its_last_event(tmp_path: Path) -> None:
    with PlayLog.create(tmp_path / "open", HEADER) as log:
        fill(log, 6)
        (tmp_path / "left").mkdir()
        for ending in ("", "-wal"):
            shutil.copy(f"{log.path}{ending}", tmp_path / "left" / f"{log.path.name}{ending}")
    left = aged(tmp_path / "left" / log.path.name, 50)
    (play,) = unfinished(tmp_path / "left")
    assert play.events == 6
    assert left.stat().st_mtime == 1_000_000_000 - 50
