"""The deck: what there is to practice here, in a language that the learner reads."""

from pathlib import Path

import pytest

from backfire_sim.engine.drills import drills_of
from backfire_sim.storage.deck import deck
from backfire_sim.storage.paths import places
from backfire_sim.storage.shelf import open_path
from tests.program import RAID

DRILL = """\
    drill:
      denied:
        asks: name_method
        cue: You hand out food. Men took two of you; the mayor's office says nothing happened.
        method: denial
        best: cover_up
        because: Who says that it never happened keeps people from knowing.
  smear:
"""


def own_scenario(home: Path, name: str = "mine.yaml") -> Path:
    folder = places().scenarios
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(Path(RAID).read_text(encoding="utf-8").replace("  smear:\n", DRILL, 1), encoding="utf-8")
    return path


def test_drills_of_one_s_own_scenarios_are_practiced_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path))
    before = {placed.id for placed in deck()}
    own_scenario(tmp_path)
    own_scenario(tmp_path, "a-copy.yaml")
    after = [placed.id for placed in deck()]
    assert set(after) - before == {"food-bank-raid/raid/denied"}
    assert len(after) == len(set(after)), "a copy of a scenario brings nothing twice"


def test_a_scenario_that_cannot_be_opened_does_not_keep_anybody_from_practicing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path))
    own_scenario(tmp_path).write_text("scenes: [", encoding="utf-8")
    assert deck()


def test_what_a_learner_cannot_read_is_left_out_where_there_is_something_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path))
    spanish = deck("es")
    assert spanish and {placed.scenario.language for placed in spanish} == {"es"}
    assert {placed.id for placed in deck("es-MX")} == {placed.id for placed in spanish}
    assert len(deck("eo")) == len(deck()), "nothing in this language: what there is"


def test_drills_stay_with_their_scenario_through_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path))
    path = own_scenario(tmp_path)
    read, kept = open_path(path).scenario, open_path(path).scenario
    assert [placed.drill for placed in drills_of(read)] == [placed.drill for placed in drills_of(kept)]
