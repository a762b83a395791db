"""Ways round through the scenes on which nothing changes, however often they are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

import numpy as np

from backfire_sim.authoring.explore.conditions import Flags
from backfire_sim.authoring.explore.reading import conditions_of, targets
from backfire_sim.authoring.explore.survey import way_of
from backfire_sim.authoring.explore.tables import AT_END
from backfire_sim.authoring.explore.trail import Edges, joined
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.proofs.places import Places, in_scene, told
from backfire_sim.authoring.walk import PathError, Way, walk
from backfire_sim.engine.conditions import Condition
from backfire_sim.engine.events import WAIT
from backfire_sim.scenario.problems import Problem
from backfire_sim.scoring import board as b
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS

Ring = list[tuple[int, int]]
"""(state, outcome that leads from it to the next one, the last of them back to the first)."""
Onward = dict[int, list[tuple[int, int]]]
"""By state: (the state that follows, the outcome by which it does)."""

MOST_LOOKED_AT = 200
"""States in which a ring is looked for; there are never many, unless nothing changes anywhere."""


def rings(evidence: Evidence, places: Places, told_already: Collection[int]) -> Iterator[Problem]:
    """Rings of scenes in which a play can go round for ever without a number or a fact changing.

    `told_already` are scenes in which players are stuck: that they go round there is no news. A ring that takes
    waiting counts only where nothing else that leads round there changes anything either: that one can also wait in
    a place to which one comes back is no fault.
    """
    said = set(told_already)
    around = _Around(evidence)
    for ring in _rings(evidence, places):
        moves = [places.move_of(outcome) for _, outcome in ring]
        tables = evidence.tables
        scenes = [int(tables.scene_of_move[move]) for move in moves]
        waits = any(tables.moves[move][1] == WAIT for move in moves)
        if said & set(scenes) or (waits and not around.idle(scenes[0])) or around.leads_on(scenes):
            continue
        names = [tables.scenes[scene] for scene in (*scenes, scenes[0])]
        steps = [".".join(tables.moves[move]) for move in moves]
        way = way_of(evidence.scenario, evidence.paths, ring[0][0], in_scene(names[0]))
        if way is None or not _goes_round(evidence, way, steps, names[0]):
            continue
        said |= set(scenes)
        yield places.document.problem(
            "BF110",
            f"Players can go round for ever, and nothing changes: {' -> '.join(f'`{name}`' for name in names)}.",
            ("scenes", names[0]),
            key=True,
            help="let something on the way change a number or a fact, or lead one of these moves on",
            notes=(told(way), f"from there round and round: {'; '.join(steps)}"),
        )


def _goes_round(evidence: Evidence, way: Way, steps: list[str], scene: str) -> bool:
    """Whether one can really go that way, and then twice round."""
    try:
        play = walk(evidence.scenario, replace(way, steps=(*way.steps, *steps, *steps)))
    except PathError:
        return False
    return not play.over and play.position.scene == scene


def _rings(evidence: Evidence, places: Places) -> Iterator[Ring]:
    """Rings of states on which nothing changes: first those that are all moves, then those on which one waits."""
    if all(scene.methods for scene in evidence.reading.scenes):
        return
    tables, paths = evidence.all_tables, evidence.paths
    uses = np.repeat(tables.asks_consent, np.diff(tables.first_outcome))
    idle: Flags = (tables.change == 0) & (tables.goto != AT_END) & ~uses
    edges = joined(paths.trail.edges)
    edges = _where(edges, edges.by >= 0)
    edges = _where(edges, idle[edges.by])
    edges = _where(edges, paths.trail.quiet(edges.sources) & paths.trail.quiet(edges.targets))
    waiting = np.array([move == WAIT for _, move in tables.moves], dtype=np.bool_)
    waits = np.repeat(waiting, np.diff(tables.first_outcome))[edges.by]
    for some in (_where(edges, ~waits), edges):
        onward: Onward = {}
        for source, target, by in zip(*(part.tolist() for part in some), strict=True):
            onward.setdefault(source, []).append((target, by))
        done: set[int] = set()
        for state in sorted(_trimmed(onward))[:MOST_LOOKED_AT]:
            ring = [] if state in done else _shortest(onward, state)
            done |= {one for one, _ in ring}
            if ring:
                yield ring


def _where(edges: Edges, chosen: Flags) -> Edges:
    return Edges(edges.sources[chosen], edges.targets[chosen], edges.by[chosen])


def _trimmed(onward: Onward) -> set[int]:
    """The states that are left when those are taken away that no ring can go through: without a way on, or back."""
    left = set(onward)
    while True:
        entered = {target for state in left for target, _ in onward[state]}
        stay = {state for state in left & entered if any(target in left for target, _ in onward[state])}
        if stay == left:
            return left
        left = stay


def _shortest(onward: Onward, start: int) -> Ring:
    """The shortest ring through a state; empty where there is none."""
    before: dict[int, tuple[int, int]] = {}
    todo = [start]
    for state in todo:
        for target, by in onward.get(state, ()):
            if target == start:
                ring = [(state, by)]
                while ring[-1][0] != start:
                    ring.append(before[ring[-1][0]])
                return ring[::-1]
            if target not in before:
                before[target] = (state, by)
                todo.append(target)
    return []


class _Around:
    """What is around a ring: whether going round, or the rounds that pass, bring anything."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._scenes = evidence.reading.scenes
        self._number = evidence.tables.scene_number

    def idle(self, scene: int) -> bool:
        """Whether nothing that leads from here back to here changes anything, and no method lands on the way."""
        tables = self._evidence.all_tables
        ahead = self._ahead([scene])
        together = {other for other in ahead if scene in self._ahead([other])}
        if any(self._scenes[one].methods for one in together):
            return False
        for one in together:
            first, last = int(tables.first_move[one]), int(tables.first_move[one + 1])
            for outcome in range(int(tables.first_outcome[first]), int(tables.first_outcome[last])):
                if int(tables.goto[outcome]) in together and tables.change[outcome]:
                    return False
        return True

    def leads_on(self, ring: list[int]) -> bool:
        """Whether something later reads that rounds have passed, that support or costs drifted, or who was here."""
        reading, rules = self._evidence.reading, self._evidence.rules
        drifting = {b.ROUND, b.SUPPORT, b.MOBILIZATION, *range(b.COST, b.COST + len(COSTS))}
        drifting |= {*range(b.PRESSURE, b.PRESSURE + len(COSTS))}
        drifting |= {base + len(AUDIENCE_GATES) for base in rules.board.bases}
        counted = {self._scenes[one].visited for one in ring} | {b.ROUND}
        scenario = rules.scenario
        anytime: list[Condition | None] = [inject.when for inject in scenario.injects]
        anytime += [condition for person in scenario.people for condition in person.agrees.values()]
        ahead = [c for one in {*ring, *self._ahead(ring)} for c in conditions_of(self._scenes[one])]
        ends = [ending.when for ending in scenario.endings]
        return any(reading.places(c) & (drifting | counted) for c in (*anytime, *ahead)) or any(
            reading.places(c) & counted for c in ends
        )

    def _ahead(self, scenes: Iterable[int]) -> set[int]:
        """The scenes to which ways lead from these."""
        seen: set[int] = set()
        todo = list(scenes)
        while todo:
            for target in targets(self._scenes[todo.pop()]):
                number = self._number[target]
                if number not in seen:
                    seen.add(number)
                    todo.append(number)
        return seen
