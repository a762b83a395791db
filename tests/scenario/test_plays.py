"""Golden plays are read with their lines, and everything they name must exist."""

import pytest

from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.load import load
from backfire_sim.scenario.plays import load_plays, read_plays

from .conftest import FIXTURES

GOOD = """plays:
  good:
    about: Prepared, and with consent.
    prepare: [cameras, families]
    consent: [ana.story]
    path: [raid.publish, 'ask:ana.face', 'inject:leak', smear.wait]
    expect: {ending: contained, outcome: smothered, support: 20}
"""


@pytest.fixture(scope="module")
def scenario():
    return load(FIXTURES / "food-bank-raid.yaml")


def test_a_play_is_what_was_written(scenario):
    plays = read_plays(GOOD, "x.plays.yaml", scenario)
    assert plays.problems == ()
    (play,) = plays.plays
    assert play.path == ("raid.publish", "ask:ana.face", "inject:leak", "smear.wait")
    assert play.prepare == ("cameras", "families")
    assert play.expect == {"ending": "contained", "outcome": "smothered", "support": 20}
    assert (play.seed, play.line) == (0, 2)


@pytest.mark.parametrize(
    ("old", "new", "code", "help_"),
    [
        ("raid.publish", "raid.publsh", "BF013", "publish"),
        ("raid.publish", "rade.publish", "BF013", "raid"),
        ("raid.publish", "raid", "BF090", "scene.move"),
        ("raid.publish", "publish", "BF090", "`raid.publish`"),
        ("'ask:ana.face'", "'ask:ana.fase'", "BF013", "ana.face"),
        ("'inject:leak'", "'inject:leek'", "BF013", "leak"),
        ("'inject:leak'", "'throw:leak'", "BF090", "inject:id"),
        ("[cameras, families]", "[camera, families]", "BF013", "cameras"),
        ("[ana.story]", "[ana.stori]", "BF013", "story"),
        ("ending: contained", "ending: contain", "BF013", "contained"),
        ("outcome: smothered", "outcome: smoothered", "BF043", "smothered"),
        ("support: 20", "suport: 20", "BF041", "support"),
        ("{ending: contained, outcome: smothered, support: 20}", "{}", "BF046", "expect"),
        ("support: 20", "support: 200", "BF044", ""),
        ("about:", "abuot:", "BF041", "about"),
    ],
)
def test_a_slip_in_a_play_is_explained(scenario, old, new, code, help_):
    plays = read_plays(GOOD.replace(old, new), "x.plays.yaml", scenario)
    assert [problem.code for problem in plays.problems] == [code]
    assert help_ in plays.problems[0].help
    assert plays.problems[0].line > 0
    assert plays.plays == ()


@pytest.mark.parametrize("text", ["", "[]", "plays:\n", "plays: {}\n", "- a\n", "a: [\n"])
def test_what_holds_no_plays_is_a_problem(text):
    assert not read_plays(text).ok


def test_the_sidecar_stands_beside_its_scenario(tmp_path):
    assert sidecar(tmp_path / "raid.yaml") == tmp_path / "raid.plays.yaml"
    assert [p.code for p in load_plays(tmp_path / "none.plays.yaml").problems] == ["BF001"]


def test_a_scenario_checked_as_plays_and_plays_as_a_scenario_are_told_apart(tmp_path):
    path = tmp_path / "raid.plays.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert [p.code for p in load(path).problems] == ["BF005"]
