"""States in which a group is stuck: nothing but waiting is left, or no way leads to an end any more."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.survey import Arrived, way_of
from backfire_sim.authoring.explore.tables import longest
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.proofs.places import Places, count, listed, told
from backfire_sim.authoring.walk import Way, walk
from backfire_sim.engine.conditions import terms
from backfire_sim.engine.events import WAIT
from backfire_sim.scenario.condition_text import as_line
from backfire_sim.scenario.problems import Problem


def only_waiting(evidence: Evidence, places: Places) -> Iterator[Problem]:
    """Scenes in which every move can be shut at the same time."""
    tables = evidence.tables
    for scene, state in sorted(evidence.paths.only_wait.items()):
        scene_id = tables.scenes[scene]
        moves = range(int(tables.first_move[scene]), int(tables.first_move[scene + 1]) - 1)
        if not any(evidence.marks.move_open[move] for move in moves):
            continue
        way = way_of(evidence.scenario, evidence.paths, state, _only_waiting_in(scene_id))
        each = "its only move has a condition" if len(moves) == 1 else f"all {len(moves)} moves have conditions"
        yield places.document.problem(
            "BF101",
            f"Players can get stuck in `{scene_id}`: no move is open but waiting.",
            ("scenes", scene_id),
            key=True,
            help="give one move no `when` and no `needs`, or make the conditions cover every case",
            notes=_notes(f"{each}; none of them holds {_state(evidence, scene_id, way)}", told(way)),
        )


def traps(evidence: Evidence, places: Places) -> Iterator[Problem]:
    """Scenes from which, as things stand, every way leads round and none to an end."""
    paths = evidence.paths
    if not evidence.complete or longest(evidence.tables):
        return
    caught = np.flatnonzero(~_can_end(paths.edges, paths.states))
    if not len(caught):
        return
    scene_of = [paths.scene_of(int(state)) for state in caught[:2000]]
    first, scene_id = int(caught[0]), scene_of[0]
    others = sorted(set(scene_of) - {scene_id})
    way = way_of(evidence.scenario, paths, first, lambda session: session.position.scene == scene_id)
    notes = [_exits(evidence, {scene_id, *others})]
    if others:
        notes.append(f"the same is true in {count(len(others), 'more scene')}: {listed(others)}")
    yield places.document.problem(
        "BF102",
        f"Players can get stuck in `{scene_id}`: from there no way leads to END any more.",
        ("scenes", scene_id),
        key=True,
        help="give one of the ways out no condition, or let something on the way round make it hold",
        notes=_notes(f"it is so {_state(evidence, scene_id, way)}", *notes, told(way)),
        cuts_off=len(others),
    )


def _only_waiting_in(scene_id: str) -> Arrived:
    return lambda session: session.position.scene == scene_id and session.legal_moves() == [WAIT]


def _notes(*notes: str) -> tuple[str, ...]:
    return tuple(note for note in notes if note)


def _can_end(edges: list[tuple[NDArray[np.int64], NDArray[np.int64]]], states: int) -> NDArray[np.bool_]:
    """Which states have a way to an end."""
    sources = np.concatenate([source for source, _ in edges])
    targets = np.concatenate([target for _, target in edges])
    can_end = np.zeros(states, dtype=np.bool_)
    frontier = np.unique(sources[targets < 0])
    order = np.argsort(targets, kind="stable")
    sources, targets = sources[order], targets[order]
    while len(frontier):
        can_end[frontier] = True
        low, high = np.searchsorted(targets, frontier), np.searchsorted(targets, frontier, side="right")
        into = np.concatenate([sources[a:b] for a, b in zip(low, high, strict=True)]) if len(low) else frontier[:0]
        frontier = np.unique(into[~can_end[into]])
    return can_end


def _state(evidence: Evidence, scene_id: str, way: Way | None) -> str:
    """What the conditions of a scene's moves read, as it stands at the end of a way."""
    if way is None:
        return "in some states"
    values = walk(evidence.scenario, way).position.values
    layout = evidence.rules.layout
    scene = evidence.rules.scene(scene_id)
    read = sorted({t for move in scene.moves.values() for c in (move.move.when, move.move.needs) for t in terms(c)})
    said = []
    for term in read[:8]:
        place = layout.places.get(term)
        value = values[place] if place is not None else layout.means[term](values)
        flag = term in evidence.scenario.facts or term.startswith(("prepared(", "consents(", "refused(", "named("))
        said.append(f"`{term}` is {('yes' if value else 'no') if flag else value}")
    return f"when {', '.join(said)}" if said else "there"


def _exits(evidence: Evidence, scenes: set[str]) -> str:
    """The moves that would lead out of these scenes, with the conditions that keep them shut."""
    found = []
    for scene_id in sorted(scenes):
        for move_id, ready in evidence.rules.scene(scene_id).moves.items():
            leads = {outcome.goto for outcome in ready.move.outcomes}
            if leads - scenes and (ready.move.needs or ready.move.when):
                written = as_line(ready.move.needs or ready.move.when, evidence.scenario.facts)
                found.append(f"`{scene_id}.{move_id}` only if `{written}`")
    return f"what would lead out: {'; '.join(found[:4])}" if found else ""
