"""Scenarios of one's own: which files count, what is said of broken ones, and how they are found by name."""

import os
from pathlib import Path

import pytest

from backfire_sim.engine.card import Flaw
from backfire_sim.storage import own, shelf
from backfire_sim.storage.paths import places
from backfire_sim.storage.settings import Settings, save
from backfire_sim.storage.shelf import NotFoundError, find, library, shelved
from tests.program import RAID

TEXT = Path(RAID).read_text(encoding="utf-8")


@pytest.fixture
def mine(home: Path) -> Path:
    """A folder of one's own, made by the person, with a scenario in it."""
    folder = places().scenarios
    folder.mkdir(parents=True)
    (folder / "union-hall.yaml").write_text(TEXT.replace("Dawn at the food bank", "The union hall"), encoding="utf-8")
    return folder


def test_only_scenario_files_count_and_nothing_is_written_there(mine: Path) -> None:
    for name in ("notes.txt", ".hidden.yaml", "._union-hall.yaml", "union-hall.plays.yaml"):
        (mine / name).write_text("x: 1\n")
    (mine / "union-hall.es.yaml").write_text("translates: food-bank-raid\nlanguage: es\n")
    (mine / "second.part.two.yml").write_text("x: 1\n")
    before = sorted(os.listdir(mine))
    assert [path.name for path in own.listing(mine).files] == ["second.part.two.yml", "union-hall.yaml"]
    list(library("es"))
    assert sorted(os.listdir(mine)) == before


def test_a_folder_that_nobody_made_is_not_made(home: Path) -> None:
    assert [(each.there, each.files, each.said) for each in own.listings()] == [(False, (), "")]
    assert not places().scenarios.exists()


def test_the_folder_of_the_settings_is_shown_beside_the_usual_one(mine: Path, tmp_path: Path) -> None:
    other = tmp_path / "on a stick"
    other.mkdir()
    (other / "second.yaml").write_text(TEXT, encoding="utf-8")
    save(Settings(scenarios=str(other)))
    names = [Path(each.name).name for each in library() if each.mine]
    assert names == ["union-hall.yaml", "second.yaml"]
    assert find("second") == other / "second.yaml"


def test_a_broken_file_is_told_by_its_first_finding_the_same_from_the_cache(mine: Path) -> None:
    broken = mine / "broken.yaml"
    broken.write_text(TEXT.replace("goto: smear", "goto: smaer", 1), encoding="utf-8")
    told = [shelved(broken) for _ in range(2)]
    assert told[0] == told[1]
    flaw = told[0].flaw
    assert told[0].card is None and flaw is not None and "smaer" in flaw.said
    assert TEXT.splitlines()[flaw.line - 1].strip() == "goto: smear"
    broken.write_text(TEXT, encoding="utf-8")
    assert shelved(broken).card is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_what_is_no_file_is_listed_with_what_it_is_and_never_waited_for(mine: Path) -> None:
    os.mkfifo(mine / "pipe.yaml")
    os.mkfifo(mine / "pipe.es.yaml")
    (mine / "folder.yaml").mkdir()
    (mine / "gone.yaml").symlink_to(mine / "nowhere")
    (mine / "empty.yaml").write_bytes(b"")
    (mine / "binary.yaml").write_bytes(bytes(range(256)) * 9)
    flaws = {Path(each.name).name: each.flaw for each in library() if each.mine and each.flaw}
    assert set(flaws) == {"pipe.yaml", "pipe.es.yaml", "folder.yaml", "gone.yaml", "empty.yaml", "binary.yaml"}
    assert "not an ordinary file" in flaws["pipe.yaml"].said
    assert "is a folder" in flaws["folder.yaml"].said
    assert all(isinstance(flaw, Flaw) and flaw.said and flaw.findings for flaw in flaws.values())


def test_a_folder_that_cannot_be_read_says_so(mine: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    said = own.listing(file / "below").said or own.listing(file).said
    assert "cannot be read" in said


def test_of_very_many_files_some_are_left_out_and_that_is_said(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "MOST_FILES", 2)
    for n in range(4):
        (mine / f"n{n}.yaml").write_text("")
    listing = own.listing(mine)
    assert len(listing.files) == 2
    assert "3 are left out" in listing.said


@pytest.mark.parametrize("name", ["union-hall", "food-bank-raid", "The Union Hall"])
def test_ones_own_scenario_is_found_by_file_name_id_and_title(name: str, mine: Path) -> None:
    assert find(name) == mine / "union-hall.yaml"


def test_a_built_in_scenario_goes_before_one_of_the_same_name_and_both_are_listed(mine: Path) -> None:
    (mine / "paper-menorahs.yaml").write_text(TEXT, encoding="utf-8")
    assert find("paper-menorahs") == shelf.built_ins()["paper-menorahs"]
    names = [each.name for each in library()]
    assert {"paper-menorahs", str(mine / "paper-menorahs.yaml")} <= set(names)
    assert len(names) == len(set(names))


def test_a_name_that_is_none_may_have_meant_ones_own(mine: Path) -> None:
    with pytest.raises(NotFoundError, match="Did you mean union-hall"):
        find("unoin-hall")
