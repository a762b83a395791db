"""What must hold of every built-in scenario and every template (docs/balance.md): not by taste, but by playing it.

One test for each, because what it takes is the playtest, and that is done once.
"""

from pathlib import Path

import pytest

from backfire_sim.authoring import new
from backfire_sim.authoring.playtest.report import Ended, Report
from backfire_sim.authoring.playtest.run import playtest
from backfire_sim.authoring.playtest.several import Task, with_golden
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.load import load
from tests.library import LIBRARY

BUILT_IN = [LIBRARY / f"{name}.yaml" for name in LIBRARY.names]
TEMPLATES = [new.FOLDER / f"{name}.yaml" for name in new.TEMPLATES]

CLEARLY_BETTER = 2
"""How many times as often as random moves a group reaches backfire that sees what is played, and answers it."""

ABOUT = 4
"""Minutes by which what is worked out may differ from what is written down."""

SAMPLED = 8000


@pytest.mark.parametrize("file", [*BUILT_IN, *TEMPLATES], ids=lambda file: file.stem)
def test_it_is_balanced(file: Path) -> None:
    scenario = load(file).scenario
    assert scenario is not None
    report = with_golden(Task(file))
    assert report.exact, "every play was looked at"
    assert [f"{line.says}: {line.measured}" for line in report.criteria if line.passed is not True] == []
    assert report.passed
    _answering_does_clearly_better_than_guessing(report)
    _random_moves_end_in_many_ways(report)
    _a_sample_comes_near(report, scenario)
    if file in BUILT_IN:
        assert abs(report.aloud.minutes - scenario.about.minutes) <= ABOUT, f"{report.aloud.minutes:.0f} minutes"


def _answering_does_clearly_better_than_guessing(report: Report) -> None:
    reached = {row.strategy: row.classes["backfire"] for row in report.strategies}
    assert min(reached["answer"], reached["bottleneck"]) >= CLEARLY_BETTER * reached["random"]


def _random_moves_end_in_many_ways(report: Report) -> None:
    random = next(row for row in report.strategies if row.strategy == "random")
    assert sum(share > 0 for share in random.classes.values()) >= 4


def _a_sample_comes_near(report: Report, scenario: Scenario) -> None:
    sampled = playtest(scenario, plays=SAMPLED)
    assert not sampled.exact and sampled.plays == SAMPLED
    for one, other in zip(report.strategies, sampled.strategies, strict=True):
        assert one.strategy == other.strategy
        if one.strategy not in ("best", "worst"):
            _near(one, other)


def _near(exact: Ended, sampled: Ended) -> None:
    for kind, share in exact.classes.items():
        error = (max(0.0, share * (1 - share)) / sampled.plays) ** 0.5
        assert abs(share - sampled.classes[kind]) <= 5 * error + 0.002, (exact.strategy, kind)
