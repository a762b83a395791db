"""Golden plays: paths through a scenario, each walked again and held against what it must lead to."""

from pathlib import Path
from typing import Any, NamedTuple

from backfire_sim.authoring.walk import PathError, Way, figures, walk
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.load import load
from backfire_sim.scenario.plays import GoldenPlay, load_plays
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.shelf import NotPlayableError


class Result(NamedTuple):
    """What came of one golden play."""

    id: str
    about: str
    passed: bool
    differs: tuple[str, ...]
    """What came out otherwise, one sentence each; or why the path cannot be walked."""


def run(scenario_file: Path) -> list[Result]:
    """Every golden play of the sidecar of a scenario file, in its order.

    NotPlayableError where the scenario or the sidecar has problems; StorageError where there is no sidecar.
    """
    loaded = load(scenario_file)
    if loaded.scenario is None:
        raise NotPlayableError(scenario_file, loaded.problems)
    plays_file = sidecar(scenario_file)
    if not plays_file.exists():
        raise StorageError(f"{scenario_file.name} has no golden plays: they would stand in {plays_file}.")
    plays = load_plays(plays_file, loaded)
    if not plays.ok:
        raise NotPlayableError(plays_file, plays.problems)
    return [result(loaded.scenario, play) for play in plays.plays]


def result(scenario: Scenario, play: GoldenPlay) -> Result:
    """Walk one golden play and hold it against what it must lead to."""
    came = figures_of(scenario, play)
    if isinstance(came, str):
        return Result(play.id, play.about, False, (came,))
    differs = tuple(
        f"{name} is {_said(came[name])}, not {_said(wanted)}."
        for name, wanted in play.expect.items()
        if came[name] != wanted
    )
    return Result(play.id, play.about, not differs, differs)


def figures_of(scenario: Scenario, play: GoldenPlay) -> dict[str, Any] | str:
    """Every figure that a golden play comes to; or why its path cannot be walked."""
    try:
        return figures(walk(scenario, Way(play.path, play.prepare, play.consent, play.seed), mark=""))
    except PathError as error:
        return str(error)


def _said(value: object) -> str:
    return "none, because no end was reached" if value is None else str(value)
