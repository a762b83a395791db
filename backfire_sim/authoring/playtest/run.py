"""Playtest a scenario: look at every play where that can be done, else at a sample, and say which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from backfire_sim.authoring.explore.limits import Limits, Progress
from backfire_sim.authoring.explore.reading import Reading
from backfire_sim.authoring.explore.tables import Tables
from backfire_sim.authoring.playtest.aloud import aloud
from backfire_sim.authoring.playtest.criteria import criteria
from backfire_sim.authoring.playtest.exact import TooLargeError
from backfire_sim.authoring.playtest.report import Report
from backfire_sim.authoring.playtest.sampled import look_at_a_sample
from backfire_sim.authoring.playtest.whole import look_at_everything
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.collector import collector_off

if TYPE_CHECKING:
    from backfire_sim.authoring.golden import Result

PLAYS = 10_000
"""Random plays in a sample."""
LIMITS = Limits(states=1_500_000, seconds=60.0)


def playtest(
    scenario: Scenario,
    *,
    plays: int | None = None,
    limits: Limits = LIMITS,
    golden: Sequence[Result] = (),
    progress: Progress | None = None,
) -> Report:
    """Playtest a scenario. `plays` asks for a sample of so many; `golden` are results to hold it against."""
    with collector_off():
        tables = Tables(Reading(scenario.rules))
    exact = plays is None
    if plays is None:
        try:
            found = look_at_everything(tables, limits, progress)
        except TooLargeError:
            exact = False
    if not exact:
        found = look_at_a_sample(tables, plays or PLAYS)
    return Report(
        scenario=scenario.id,
        title=scenario.title,
        exact=exact,
        states=found.states,
        plays=0 if exact else plays or PLAYS,
        strategies=tuple(found.ended),
        best_way=found.best_way,
        moves=tuple(found.moves),
        scenes=tuple(found.scenes),
        aloud=aloud(scenario, {scene.scene: scene.reached for scene in found.scenes}),
        tactics=found.tactics,
        preparations=tuple(found.preparations),
        criteria=tuple(criteria(found.ended, found.moves, golden, scenario.case_file is not None)),
        golden=tuple(golden),
    )
