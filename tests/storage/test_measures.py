"""Answers that somebody asked to keep: whole, unlinked, listed and wiped."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.storage import measures, papers
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.paths import places
from backfire_sim.storage.privacy import inventory, wipe
from backfire_sim.training.measure import Measured, Sheet

SHEET = Sheet((10, 20, None, 40, 100), "A", (1, 2, 0, 1, None))
BACK = Sheet((0, 10, 20, 30, 40))


def filled(people: int = 3) -> str:
    id_ = measures.new(alone=False).id
    for _person in range(people):
        measures.add(id_, "before", SHEET)
    measures.add(id_, "back", BACK)
    return id_


def test_what_was_counted_is_read_back_as_it_was() -> None:
    id_ = filled()
    found = measures.load(id_)
    assert found.tallies["before"].people == 3
    assert found.tallies["before"].confidence[0][1] == 3
    assert measures.latest(alone=False) == id_ and measures.latest(alone=True) == ""
    held = measures.Held(alone=False)
    held.add("before", SHEET)
    assert list(places().papers.iterdir()) == [places().papers / f"measure-{id_}.json"]
    held.keep()
    assert measures.load(held.id) == held.measured
    held.add("after", SHEET)
    assert measures.load(held.id) == held.measured


def test_a_file_holds_counts_and_no_name_time_or_order() -> None:
    written = (places().papers / f"measure-{filled()}.json").read_text()
    assert set(json.loads(written)) == {"alone", "format", "moments"}
    assert set(json.loads(written)["moments"]["before"]) == {"people", "confidence", "right", "kinds"}


def test_it_is_listed_and_wiped() -> None:
    path = places().papers / f"measure-{filled()}.json"
    assert path in {kept.path for kept in inventory()}
    assert path.stat().st_mode & 0o077 == 0
    assert wipe().complete and not path.exists()


def test_a_kill_in_the_middle_loses_no_sheet_that_was_said_to_be_kept(home: Path) -> None:
    id_ = measures.new(alone=False).id
    code = (
        "import sys\nfrom backfire_sim.storage import measures\nfrom backfire_sim.training.measure import Sheet\n"
        "for n in range(10_000):\n"
        f"    measures.add({id_!r}, 'back', Sheet((0, 10, 20, 30, 40)))\n"
        "    print(n + 1, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        told = 0
        while told < 12:
            told = int(other.stdout.readline())
        os.kill(other.pid, signal.SIGKILL)
        rest = other.stdout.read().split()
    told = int(rest[-1]) if rest else told
    assert measures.load(id_).tallies["back"].people in (told, told + 1)
    assert wipe().complete


@pytest.mark.parametrize(
    ("field", "value"),
    [("people", 2), ("people", "3"), ("people", True), ("right", [3]), ("kinds", [[4, 3]] * 5), ("confidence", [])],
)
def test_a_file_that_is_not_whole_is_refused_and_left_as_it_is(field: str, value: object) -> None:
    id_ = filled()
    path = places().papers / f"measure-{id_}.json"
    held = json.loads(path.read_text())
    held["moments"]["before"][field] = value
    path.write_text(json.dumps(held))
    before = path.read_bytes()
    with pytest.raises(StorageError, match="not as this program writes it"):
        measures.load(id_)
    with pytest.raises(StorageError):
        measures.add(id_, "before", SHEET)
    assert path.read_bytes() == before
    assert list(measures.kept()) == []


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_a_file_of_answers_or_refused(written: bytes) -> None:
    places().papers.mkdir(parents=True, exist_ok=True)
    (places().papers / "measure-x.json").write_bytes(written)
    try:
        assert isinstance(measures.load("x"), Measured)
    except StorageError as error:
        assert "measure-x.json" in str(error)


def test_nested_without_end_is_refused_too() -> None:
    places().papers.mkdir(parents=True, exist_ok=True)
    (places().papers / "measure-x.json").write_text("[" * 90_000)
    with pytest.raises(StorageError):
        measures.load("x")


@pytest.mark.parametrize("id_", ["", "../settings", "a/b", "x" * 60, "é"])
def test_an_id_is_never_a_way_to_another_file(id_: str) -> None:
    with pytest.raises(StorageError):
        measures.load(id_)


def test_where_the_disk_refuses_the_sheet_is_not_said_to_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    held = measures.Held(alone=False)
    held.keep()

    def refuse(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(papers, "write_whole", refuse)
    with pytest.raises(StorageError, match="No space left"):
        held.add("before", SHEET)
    assert not held.measured.tallies
