"""Golden plays: what passes, what fails and how the difference is told."""

import json
from pathlib import Path

import pytest

from backfire_sim.storage.shelf import built_ins
from tests.program import RAID, backfire

SIDECAR = """\
plays:
  good:
    about: The film, then the priest.
    prepare: [cameras, code]
    path: [raid.publish, smear.portraits]
    expect: {rounds: 2, evidence: 3, ending: contained}
  stops:
    path: [raid.wait]
    expect: {rounds: 1}
"""


@pytest.fixture
def raid(tmp_path: Path) -> Path:
    """A scenario with golden plays that hold."""
    file = tmp_path / "raid.yaml"
    file.write_text(Path(RAID).read_text())
    file.with_name("raid.plays.yaml").write_text(SIDECAR)
    return file


def _changed(raid: Path, before: str, after: str) -> None:
    sidecar = raid.with_name("raid.plays.yaml")
    assert before in sidecar.read_text()
    sidecar.write_text(sidecar.read_text().replace(before, after))


def test_plays_that_hold_pass(raid: Path, tmp_path: Path) -> None:
    done = backfire(tmp_path, "plays", str(raid))
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines() == [
        "PASS good: The film, then the priest.",
        "PASS stops",
        "2 golden plays, all as they should be.",
    ]


def test_every_difference_is_told(raid: Path, tmp_path: Path) -> None:
    _changed(raid, "rounds: 2, evidence: 3, ending: contained", "rounds: 9, evidence: 3, ending: backfired")
    done = backfire(tmp_path, "plays", str(raid))
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "FAIL good: The film, then the priest.",
        "     - ending is contained, not backfired.",
        "     - rounds is 2, not 9.",
        "PASS stops",
        "2 golden plays, 1 failed.",
    ]


def test_an_ending_that_is_not_reached_is_told(raid: Path, tmp_path: Path) -> None:
    _changed(raid, "expect: {rounds: 1}", "expect: {ending: contained}")
    done = backfire(tmp_path, "plays", str(raid))
    assert "ending is none, because no end was reached, not contained." in done.stdout


def test_a_path_that_cannot_be_walked_any_more_fails_with_its_step(raid: Path, tmp_path: Path) -> None:
    _changed(raid, "    prepare: [cameras, code]\n", "")
    done = backfire(tmp_path, "plays", str(raid), "--json")
    assert done.returncode == 1
    good, stops = json.loads(done.stdout)
    assert (good["id"], good["passed"]) == ("good", False)
    assert good["differs"][0].startswith("Step 1, raid.publish")
    assert stops == {"id": "stops", "about": "", "passed": True, "differs": []}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("prepare: [cameras, code]", "prepare: [cameras, code, families]", "prepare: There is time for 2"),
        ("[raid.wait]", "[raid.wait, smear.wait, smear.wait]", "Step 3, smear.wait: the play has already ended"),
    ],
)
def test_what_cannot_be_is_told_in_the_words_of_the_file(
    before: str, after: str, said: str, raid: Path, tmp_path: Path
) -> None:
    _changed(raid, before, after)
    told = backfire(tmp_path, "plays", str(raid)).stdout
    assert f"- {said}" in told
    assert "--" not in told
    assert "Take the last step back" not in told


def test_a_sidecar_with_faults_is_told_as_check_tells_it(raid: Path, tmp_path: Path) -> None:
    _changed(raid, "raid.publish", "raid.publsh")
    done = backfire(tmp_path, "plays", str(raid))
    assert done.returncode == 1
    assert "raid.plays.yaml:5" in done.stdout
    assert "publish" in done.stdout


def test_a_scenario_without_golden_plays_says_where_they_would_stand(tmp_path: Path) -> None:
    done = backfire(tmp_path, "plays", RAID)
    assert done.returncode == 1
    assert "food-bank-raid.plays.yaml" in done.stderr


@pytest.mark.parametrize("name", sorted(built_ins()))
def test_every_built_in_scenario_plays_as_its_golden_plays_say(name: str, tmp_path: Path) -> None:
    done = backfire(tmp_path, "plays", name)
    assert done.returncode == 0, done.stdout
