"""`backfire map` as an author meets it."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.program import RAID, backfire


def test_a_scenario_is_drawn_in_the_terminal(tmp_path: Path) -> None:
    done = backfire(tmp_path, "map", RAID)
    assert done.returncode == 0
    assert '└─▶ "They were known criminals" (smear)' in done.stdout
    assert "Reveal    Release what you filmed, to the regional station (publish)" in done.stdout
    assert "needs prepared(cameras)" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_terminal_that_knows_only_plain_signs_gets_those(tmp_path: Path) -> None:
    done = backfire(tmp_path, "map", RAID, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "?" not in done.stdout
    assert "+-> " in done.stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [("map.svg", "<svg "), ("map.dot", "digraph "), ("map.mmd", "flowchart TD"), ("map.txt", "Dawn at the food bank")],
)
def test_the_ending_of_the_file_says_what_is_written(name: str, begins: str, tmp_path: Path) -> None:
    file = tmp_path / name
    done = backfire(tmp_path / "home", "map", RAID, "-o", str(file))
    assert done.returncode == 0
    assert file.read_text(encoding="utf-8").startswith(begins)


def test_nothing_is_written_over_unless_it_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text("mine")
    refused = backfire(tmp_path / "home", "map", RAID, "-o", str(file))
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    assert file.read_text() == "mine"
    assert backfire(tmp_path / "home", "map", RAID, "-o", str(file), "--force").returncode == 0
    assert ElementTree.parse(file)


def test_the_scenario_itself_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(Path(RAID).read_text(encoding="utf-8"), encoding="utf-8")
    done = backfire(tmp_path / "home", "map", str(file), "-o", str(file), "--force", "--format", "svg")
    assert done.returncode == 1
    assert file.read_text(encoding="utf-8").startswith("#")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([RAID, "-o", "map.png"], 2, "does not say what to write"),
        ([RAID, "-o", "no/such/folder/map.svg"], 1, "cannot be written"),
        ([RAID, "--format", "png"], 2, "invalid choice"),
        (["nowhere"], 2, "There is no scenario"),
    ],
)
def test_what_cannot_be_drawn_is_said(words: list[str], code: int, said: str, tmp_path: Path) -> None:
    done = backfire(tmp_path, "map", *words)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_heat_comes_from_random_plays(tmp_path: Path) -> None:
    done = backfire(tmp_path, "map", RAID, "--heat")
    assert done.returncode == 0
    assert "█100 %  Masked men at the door (raid)" in done.stdout


def test_detail_is_as_wished(tmp_path: Path) -> None:
    brief = backfire(tmp_path, "map", RAID, "--detail", "brief").stdout
    assert "├" in brief or "└" in brief
    assert "publish, witnesses×2, angry_post, wait" in brief
    assert "Release what you filmed" not in brief
