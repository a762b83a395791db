"""Steps that never move anything: what plays do not show to matter, tried from where plays can really come to."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.limits import Limits
from backfire_sim.authoring.explore.marks import Marks
from backfire_sim.authoring.explore.survey import plain_way
from backfire_sim.authoring.explore.tables import Tables
from backfire_sim.authoring.explore.trail import joined
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.walk import PathError, walk
from backfire_sim.engine.apply import Turn, apply
from backfire_sim.engine.events import Play
from backfire_sim.engine.session import Session

STEPS = Limits(states=60_000, seconds=0.5)
"""How far to look, number by number, for a step that plays never saw take effect."""
MOST_NUMBERS = 12
"""Numbers that are looked at one by one."""
MOST_SCENES = 500
"""In larger scenarios such steps are not looked for: it would take longer than all the rest."""
MOST_STATES = 16
"""States from which an outcome is tried whose steps plays have not shown."""
TRYING = 1.0
"""Seconds for that."""


class Lost(NamedTuple):
    """A step that never moves anything."""

    kind: str
    """outcome, method, option or inject."""
    which: int | str
    """The number of an outcome or a method; the id of an option or an inject."""
    place: int


def lost_steps(evidence: Evidence) -> Iterator[Lost]:
    """Steps that never move anything, proved."""
    if not evidence.complete or len(evidence.reading.scenes) > MOST_SCENES:
        return
    unseen = _never_effective(evidence, evidence.all_tables, evidence.played)
    for shown in _shown_from_there(evidence, unseen):
        unseen.pop(shown, None)
    for place in sorted({lost.place for lost in unseen})[:MOST_NUMBERS]:
        looked = evidence.walked(evidence.reading, STEPS, evidence.also({place}), frozenset({place}))
        if looked.complete:
            still = _never_effective(evidence, looked.tables, looked.marks)
            for lost in unseen:
                happens = lost.kind != "inject" or lost.which in looked.marks.thrown
                if lost.place == place and lost in still and happens:
                    yield lost


def _never_effective(evidence: Evidence, tables: Tables, marks: Marks) -> dict[Lost, None]:
    """The steps of what happens at all that marks have not seen to move anything."""
    place_of = {row: place for place, row in tables.row_of.items()}
    found: dict[Lost, None] = {}
    for row, steps in tables.changes.steps.items():
        asleep = (steps != 0) & ~marks.effective[row]
        place = place_of[row]
        happens = evidence.marks.outcome_seen & asleep[tables.change]
        found.update(dict.fromkeys(Lost("outcome", int(n), place) for n in np.flatnonzero(happens)))
        lands = evidence.marks.method_landed & asleep[tables.side_effect]
        found.update(dict.fromkeys(Lost("method", int(n), place) for n in np.flatnonzero(lands)))
        found.update({Lost("option", option, place): None for option, n in tables.options.items() if asleep[n]})
        found.update({Lost("inject", inject, place): None for inject, (n, _) in tables.injects.items() if asleep[n]})
    return found


def _shown_from_there(evidence: Evidence, unseen: Iterable[Lost]) -> Iterator[Lost]:
    """Steps that do move something when their outcome happens in a state to which a way is known."""
    end = time.monotonic() + TRYING
    tables = evidence.tables
    of_outcome: dict[int, list[Lost]] = {}
    for lost in unseen:
        if isinstance(lost.which, int) and lost.kind == "outcome":
            of_outcome.setdefault(lost.which, []).append(lost)
    if not of_outcome:
        return
    edges = joined(evidence.paths.trail.edges)
    move_of = np.repeat(np.arange(len(tables.moves)), np.diff(tables.first_outcome))
    for outcome, of_it in of_outcome.items():
        scene, move = tables.moves[move_of[outcome]]
        left = set(of_it)
        for session in _plays_at(evidence, np.unique(edges.sources[edges.by == outcome])):
            if not left or time.monotonic() > end:
                break
            if move not in session.legal_moves():
                continue
            turn = apply(session.rules, session.position, Play(scene, move))
            left -= (shown := {lost for lost in left if _took_effect(tables, turn, lost)})
            yield from shown


def _plays_at(evidence: Evidence, states: NDArray[np.int64]) -> Iterator[Session]:
    """Plays that stand in some of these states."""
    for state in dict.fromkeys(states[np.linspace(0, len(states) - 1, MOST_STATES, dtype=np.intp)].tolist()):
        way = plain_way(evidence.paths, state)
        if way is None:
            continue
        try:
            session = walk(evidence.scenario, way)
        except PathError:
            continue
        if not session.over and session.position.scene == evidence.paths.trail.scene_of(state):
            yield session


def _took_effect(tables: Tables, turn: Turn, lost: Lost) -> bool:
    """Whether a step of an outcome moved its number in a turn: whether a clamp left anything of it."""
    ready = tables.ready_outcomes[int(lost.which)]
    if turn.outcome is not ready.outcome:  # by chance it turned out otherwise
        return False
    step = sum(step.amount for step in ready.bound.steps if step.place == lost.place)
    swallowed = sum(one.steps for one in turn.lost if one.place == lost.place)
    low, high = tables.rules.ranges[lost.place]
    reached = turn.moved[lost.place] + swallowed
    return min(high, max(low, reached)) != min(high, max(low, reached - step))
