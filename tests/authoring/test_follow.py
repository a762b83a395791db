"""A file is followed however an editor saves it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from backfire_sim.authoring.follow import follow

SOON = 5.0
"""Seconds in which a change must be told, also on a busy machine."""


@contextmanager
def following(*files: Path) -> Iterator[Queue[set[str]]]:
    """Follow files: the names of what changed, change by change."""
    stop, told = Event(), Queue[set[str]]()

    def tell() -> None:
        for changed in follow(files, stop):
            told.put({file.name for file in changed})

    thread = Thread(target=tell, daemon=True)
    thread.start()
    Event().wait(0.3)
    try:
        yield told
    finally:
        stop.set()
        thread.join(SOON)
        assert not thread.is_alive()


def write_in_place(file: Path) -> None:
    file.write_text("changed", encoding="utf-8")


def put_another_in_its_place(file: Path) -> None:
    beside = file.with_name(".new")
    beside.write_text("changed", encoding="utf-8")
    os.replace(beside, file)


def keep_a_copy_and_write_anew(file: Path) -> None:
    file.rename(file.with_name(file.name + "~"))
    file.write_text("changed", encoding="utf-8")


def empty_it_first(file: Path) -> None:
    file.write_text("", encoding="utf-8")
    Event().wait(0.2)
    file.write_text("changed", encoding="utf-8")


@pytest.mark.parametrize("save", [write_in_place, put_another_in_its_place, keep_a_copy_and_write_anew, empty_it_first])
def test_a_save_is_told_once_and_when_it_is_whole(save: Callable[[Path], None], tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("as it was", encoding="utf-8")
    with following(file) as told:
        save(file)
        assert told.get(timeout=SOON) == {"a.yaml"}
        assert file.read_text(encoding="utf-8") == "changed"
        Event().wait(0.7)
        assert told.empty()


def test_a_file_that_goes_and_comes_back_later_is_told_both_times(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("as it was", encoding="utf-8")
    with following(file) as told:
        file.unlink()
        assert told.get(timeout=SOON) == {"a.yaml"}
        file.write_text("again", encoding="utf-8")
        assert told.get(timeout=SOON) == {"a.yaml"}


def test_a_file_may_begin_later_than_its_folder_and_other_files_are_nothing_to_it(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "a.yaml"
    with following(file, tmp_path / "b.yaml") as told:
        (tmp_path / "other.yaml").write_text("x", encoding="utf-8")
        file.parent.mkdir()
        file.write_text("new", encoding="utf-8")
        assert told.get(timeout=SOON) == {"a.yaml"}
        (tmp_path / "b.yaml").write_text("x", encoding="utf-8")
        assert told.get(timeout=SOON) == {"b.yaml"}


def test_a_link_is_followed_to_its_file(tmp_path: Path) -> None:
    real = tmp_path / "far" / "real.yaml"
    real.parent.mkdir()
    real.write_text("as it was", encoding="utf-8")
    link = tmp_path / "near" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(real)
    with following(link) as told:
        put_another_in_its_place(real)
        assert told.get(timeout=SOON) == {"link.yaml"}
