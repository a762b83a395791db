"""How often random plays pass each scene and move: what a map shows as heat."""

from __future__ import annotations

import numpy as np

from backfire_sim.authoring.explore.reading import Reading
from backfire_sim.authoring.explore.sample import Choice, preparations, sample
from backfire_sim.authoring.explore.tables import Indices, Tables
from backfire_sim.engine.scenario import Scenario

PLAYS = 4_000


def heat(scenario: Scenario, plays: int = PLAYS) -> dict[str, float]:
    """Share of random plays, 0 to 1, that pass each scene (by id) and play each move (as `scene.move`).

    The same every time for the same scenario and number of plays.
    """
    tables = Tables(Reading(scenario.rules))
    chance = np.random.default_rng(plays)
    sets = preparations(scenario.rules)

    def choose(choice: Choice) -> Indices:
        wish = chance.random(choice.is_open.shape, dtype=np.float32)
        return np.asarray(np.where(choice.is_open, wish, -1).argmax(axis=0))

    asking = np.arange(plays) % 2 == 0
    played = sample(tables, [sets[n % len(sets)] for n in range(plays)], choose, asking=asking)
    names = [".".join(move) for move in tables.moves]
    found = dict.fromkeys([*scenario.scenes, *names], 0.0)
    who = np.concatenate([step.plays for step in played.steps])
    moves = np.concatenate([step.moves for step in played.steps])
    for of, things in ((names, moves), (tables.scenes, tables.scene_of_move[moves])):
        once = np.unique(np.stack((who, things)), axis=1)
        for thing, count in zip(*np.unique(once[1], return_counts=True), strict=True):
            found[of[int(thing)]] = int(count) / plays
    return found
