"""Where a tactic, a method or a technique is played: scenes of the library, by titles and labels only.

Nothing of how a scene turns out is told, so that a page to learn from spoils no scenario.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from backfire_sim.engine.scenario import Scenario
from backfire_sim.scoring.vocabulary import label


class Moment(NamedTuple):
    """One place in a scenario."""

    scene: str
    """Title of the scene; empty for the time before the incident."""
    label: str
    """The move's or the preparation's own label; of a method its technique."""


class Place(NamedTuple):
    """One scenario with every moment at which something is played."""

    source: str
    """Id of a built-in scenario, or the path of a file."""
    title: str
    moments: tuple[Moment, ...]


FEW = 3
"""So many scenarios are told with several moments each; of more than that one moment each is enough."""
MOST_MOMENTS = 3


def to_tell(places: int) -> int:
    """How many moments of each scenario are told, where so many scenarios play something; the rest is a number."""
    return MOST_MOMENTS if places <= FEW else 1


Index = Mapping[str, tuple[Place, ...]]
"""Responses, tactics, methods and techniques by their ids; what is played nowhere is not in it."""


def played_where(scenarios: Iterable[tuple[str, Scenario]]) -> Index:
    """The index over these scenarios, each with its source, in their order."""
    index: dict[str, list[Place]] = {}
    for source, scenario in scenarios:
        for name, moments in _moments(scenario).items():
            index.setdefault(name, []).append(Place(source, scenario.title, tuple(dict.fromkeys(moments))))
    return {name: tuple(places) for name, places in index.items()}


def _moments(scenario: Scenario) -> dict[str, list[Moment]]:
    """Every moment of a scenario under each name that it is an example of."""
    found: dict[str, list[Moment]] = {}

    def at(scene: str, words: str, *names: str) -> None:
        for name in names:
            if name:
                found.setdefault(name, []).append(Moment(scene, words))

    for option in scenario.preparation.options if scenario.preparation else ():
        at("", option.label, option.response, option.tactic)
    for scene in scenario.scenes.values():
        for method in scene.methods:
            technique = scenario.words.get(method.technique) or label(method.technique)
            at(scene.title, technique, method.uses, method.technique)
        for move in scene.moves:
            at(scene.title, move.label, move.response, move.tactic)
    return found
