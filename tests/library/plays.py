"""The golden plays of the built-in scenarios, as sessions."""

from functools import cache

from backfire_sim.authoring.walk import Way, walk
from backfire_sim.engine.session import Session
from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.load import Loaded, load
from backfire_sim.scenario.plays import load_plays
from tests.library import LIBRARY


@cache
def _loaded(name: str) -> Loaded:
    return load(LIBRARY / f"{name}.yaml")


def golden_play(name: str, play: str) -> Session:
    """One golden play of a built-in scenario."""
    loaded = _loaded(name)
    assert loaded.scenario is not None
    found = next(each for each in load_plays(sidecar(LIBRARY / f"{name}.yaml"), loaded).plays if each.id == play)
    return walk(loaded.scenario, Way(found.path, found.prepare, found.consent, found.seed))


def golden_ids(name: str) -> list[str]:
    """The ids of all of them."""
    return [each.id for each in load_plays(sidecar(LIBRARY / f"{name}.yaml"), _loaded(name)).plays]
