"""What must hold of every built-in scenario and every template (docs/balance.md): not by taste, but by playing it."""

from functools import cache
from pathlib import Path

import pytest

from backfire_sim.authoring import golden, new
from backfire_sim.authoring.playtest.report import Report
from backfire_sim.authoring.playtest.run import playtest
from backfire_sim.scenario.load import load
from tests.library import LIBRARY

FILES = [LIBRARY / f"{name}.yaml" for name in LIBRARY.names] + [new.FOLDER / f"{name}.yaml" for name in new.TEMPLATES]
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)

CLEARLY_BETTER = 2
"""How many times as often as random moves a group reaches backfire that sees what is played, and answers it."""


@cache
def played(file: Path) -> Report:
    scenario = load(file).scenario
    assert scenario is not None
    return playtest(scenario, golden=golden.run(file))


@each_file
def test_every_play_was_looked_at_and_the_whole_list_holds(file: Path) -> None:
    report = played(file)
    assert report.exact
    assert [f"{line.says}: {line.measured}" for line in report.criteria if line.passed is not True] == []
    assert report.passed


@each_file
def test_who_answers_what_is_played_does_clearly_better_than_who_guesses(file: Path) -> None:
    reached = {row.strategy: row.classes["backfire"] for row in played(file).strategies}
    assert min(reached["answer"], reached["bottleneck"]) >= CLEARLY_BETTER * reached["random"]


@each_file
def test_random_moves_end_in_many_ways(file: Path) -> None:
    random = next(row for row in played(file).strategies if row.strategy == "random")
    assert sum(share > 0 for share in random.classes.values()) >= 4


@pytest.mark.parametrize("file", FILES[: len(LIBRARY.names)], ids=lambda file: file.stem)
def test_it_takes_about_as_long_as_it_says(file: Path) -> None:
    scenario = load(file).scenario
    assert scenario is not None
    assert abs(played(file).aloud.minutes - scenario.about.minutes) <= 4
