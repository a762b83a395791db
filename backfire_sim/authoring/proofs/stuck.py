"""States in which a group is stuck: nothing but waiting is left, or no way leads to an end any more."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.conditions import Flags
from backfire_sim.authoring.explore.survey import way_of
from backfire_sim.authoring.explore.tables import AT_END, Indices, longest
from backfire_sim.authoring.explore.trail import Thrown, joined
from backfire_sim.authoring.explore.traversal import Traversal
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.walk import Way, walk
from backfire_sim.engine.events import WAIT
from backfire_sim.engine.session import Session

MOST_WITNESSES = 200
"""States among which the one is chosen to which the shortest way leads."""

SEARCHING = 0.7
"""Seconds for which is looked for one to which a way can really be walked."""


class Stuck(NamedTuple):
    """A scene in which a group is stuck, and the shortest way there."""

    scene: int
    way: Way | None
    only_waiting: bool
    """Nothing is open but waiting."""


class Trap(NamedTuple):
    """Scenes through which plays go round and never come to an end any more."""

    stuck: Stuck
    scenes: tuple[int, ...]
    """All that one goes round through, in the order of the file."""
    leading: tuple[int, ...]
    """Scenes in which it may be too late already."""
    too_late: tuple[str, ...]
    """The first steps of the way there, after which it is too late; empty where that is the whole way."""


def only_waiting(evidence: Evidence) -> Iterator[Stuck]:
    """Scenes in which every move can be shut at the same time, and nobody can be asked for anything that opens one."""
    said: set[int] = set()
    for walked in dict.fromkeys((evidence.first, evidence.paths)):
        states = walked.trail.only_waiting
        states = np.sort(states[~_can_ask_for_more(walked, states)])
        scenes = walked.trail.scenes_of(states)
        for scene in sorted({*scenes.tolist()} - said):
            found = _nearest(evidence, walked, states[scenes == scene])
            if found is not None and _open_at(evidence, found[1]) == [WAIT]:
                said.add(scene)
                yield Stuck(scene, found[1], True)


def traps(evidence: Evidence) -> Iterator[Trap]:
    """Scenes from which, as things stand, every way leads round and none to an end."""
    paths, tables = evidence.paths, evidence.tables
    if not evidence.complete or longest(tables):
        return
    caught = ~_can_end(paths)
    states = np.flatnonzero(caught)
    if not len(states):
        return
    scenes = paths.trail.scenes_of(states)
    rings = _last_rings(paths, caught)
    every = {scene for ring in rings for scene in ring}
    leading = tuple(sorted(set(np.unique(scenes).tolist()) - every))
    for ring in sorted(rings, key=lambda ring: int(states[np.isin(scenes, ring)][0])):
        first = {scene: int(states[scenes == scene][0]) for scene in ring}
        ways_out = [scene for scene in ring if _leads_out(evidence, scene, ring)] or ring
        scene = min(ways_out, key=lambda scene: first[scene])
        found = _nearest(evidence, paths, states[scenes == scene])
        if found is None:
            continue
        state, way = found
        stuck = Stuck(scene, way, _open_at(evidence, way) == [WAIT])
        # Where less is told apart, what a way passes may be other states than those by which it was found.
        too_late = _too_late(paths, caught, state, way) if evidence.exact else ()
        yield Trap(stuck, tuple(sorted(ring)), leading if evidence.exact else (), too_late)


def _nearest(evidence: Evidence, walked: Traversal, states: NDArray[np.int64]) -> tuple[int, Way] | None:
    """One of these states to which a shortest way leads, and the way: it was walked, and leads to one of them."""
    wanted = set(states.tolist())

    def arrived(play: Session) -> bool:
        return not play.over and walked.state_of(play.position) in wanted

    end = time.monotonic() + SEARCHING
    for state in sorted(states[:MOST_WITNESSES].tolist(), key=lambda state: len(walked.trail.steps_to(state))):
        way = way_of(evidence.scenario, walked, state, arrived)
        if way is not None:
            return state, way
        if time.monotonic() > end:
            break
    return None


def _open_at(evidence: Evidence, way: Way) -> list[str]:
    return walk(evidence.scenario, way).legal_moves()


def _can_ask_for_more(paths: Traversal, states: NDArray[np.int64]) -> Flags:
    """In which of these states people can be asked for something, or give back a yes, so that a move opens."""
    free = [-n - 1 for n, happening in enumerate(paths.trail.happenings) if not isinstance(happening, Thrown)]
    stuck = np.zeros(paths.states, dtype=np.bool_)
    stuck[states] = True
    if free:
        every = joined(paths.trail.edges)
        asked = np.isin(every.by, free)
        sources, targets = every.sources[asked], every.targets[asked]
        while len(helped := np.unique(sources[stuck[sources] & ((targets < 0) | ~stuck[targets])])):
            stuck[helped] = False
    return np.asarray(~stuck[states])


def _can_end(paths: Traversal) -> Flags:
    """Which states have a way to an end."""
    every = joined(paths.trail.edges)
    sources, targets = every.sources, every.targets
    can_end = np.zeros(paths.states, dtype=np.bool_)
    frontier = np.unique(sources[targets < 0])
    order = np.argsort(targets, kind="stable")
    sources, targets = sources[order], targets[order]
    while len(frontier):
        can_end[frontier] = True
        low, high = np.searchsorted(targets, frontier), np.searchsorted(targets, frontier, side="right")
        into = np.concatenate([sources[a:b] for a, b in zip(low, high, strict=True)]) if len(low) else frontier[:0]
        frontier = np.unique(into[~can_end[into]])
    return can_end


def _last_rings(paths: Traversal, caught: Flags) -> list[list[int]]:
    """The scenes in which plays that are caught go round in the end: those that lead nowhere but to each other."""
    every = joined(paths.trail.edges)
    inside = caught[every.sources]
    pairs = np.stack((paths.trail.scenes_of(every.sources[inside]), paths.trail.scenes_of(every.targets[inside])))
    onward: dict[int, set[int]] = {}
    for source, target in np.unique(pairs, axis=1).T.tolist():
        onward.setdefault(source, set()).add(target)
    reach: dict[int, frozenset[int]] = {}
    for scene in onward:
        reach[scene] = _reach(onward, scene)
    last = [scene for scene in onward if all(scene in reach[target] for target in reach[scene])]
    return [list(ring) for ring in dict.fromkeys(tuple(sorted(reach[scene])) for scene in last)]


def _reach(onward: dict[int, set[int]], start: int) -> frozenset[int]:
    seen = set(onward.get(start, ()))
    todo = list(seen)
    while todo:
        for target in onward.get(todo.pop(), ()):
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return frozenset(seen)


def _leads_out(evidence: Evidence, scene: int, ring: Iterable[int]) -> bool:
    """Whether a move of this scene could lead out of a ring."""
    tables = evidence.tables
    inside = set(ring)
    first, last = int(tables.first_move[scene]), int(tables.first_move[scene + 1])
    outcomes: Indices = tables.goto[int(tables.first_outcome[first]) : int(tables.first_outcome[last])]
    return any(target == AT_END or target not in inside for target in outcomes.tolist())


def _too_late(paths: Traversal, caught: Flags, state: int, way: Way) -> tuple[str, ...]:
    """The steps of a way up to the first state on it from which no end can be reached."""
    after = 0
    while (parent := paths.trail.parent_of(state)) >= 0 and caught[parent]:
        state, after = parent, after + 1
    return way.steps[: len(way.steps) - after] if after else ()
