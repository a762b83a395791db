"""Conditions that stand apart from the ways through the scenes: of injects, consents and questions.

A move that has both a `when` and a `needs` has a spot for each, so that it can be told which of the two is at fault.
"""

from __future__ import annotations

from typing import NamedTuple

from backfire_sim.authoring.explore.reading import Watched
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.document import Path


class Spot(NamedTuple):
    """A condition in the file."""

    kind: str
    """when, needs, inject, agrees or question."""
    path: Path
    watched: Watched
    name: str
    """What it stands on: `scene.move`, the inject, `person.use`; the number of a question."""


def spots_of(scenario: Scenario) -> list[Spot]:
    """All of them, in no order that matters."""
    found = [
        Spot("inject", ("injects", inject.id, "when"), Watched(inject.when), inject.id)
        for inject in scenario.injects
        if inject.when is not None
    ]
    found += [
        Spot("agrees", ("people", person.id, "agrees", use), Watched(condition), f"{person.id}.{use}")
        for person in scenario.people
        for use, condition in person.agrees.items()
    ]
    found += [
        Spot("question", ("debrief", number, "when"), Watched(question.when, at_end=True), str(number))
        for number, question in enumerate(scenario.debrief)
        if question.when is not None
    ]
    for scene_id, scene in scenario.scenes.items():
        for move in scene.moves:
            if move.when is not None and move.needs is not None:
                path: Path = ("scenes", scene_id, "moves", move.id)
                name = f"{scene_id}.{move.id}"
                found.append(Spot("when", (*path, "when"), Watched(move.when, scene_id), name))
                found.append(Spot("needs", (*path, "needs"), Watched(move.needs, scene_id), name))
    return found
