"""Endings nobody reaches, methods nobody can answer, facts nobody reads, rings, and steps that are always lost."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from backfire_sim.authoring.explore.tables import AT_END
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.proofs.places import Places
from backfire_sim.scenario.condition_text import as_line
from backfire_sim.scenario.document import Path
from backfire_sim.scenario.problems import Problem
from backfire_sim.scoring.vocabulary import ANSWER_TO


def endings(evidence: Evidence, places: Places) -> Iterator[Problem]:
    """Endings to which no play comes."""
    if not any(ending.when for ending in evidence.scenario.endings):
        return
    unseen, proved = evidence.unreached_endings()
    if not proved:
        return
    by_id = {ending.id: ending for ending in evidence.scenario.endings}
    for ending in unseen:
        when = by_id[ending].when
        why = f": `{as_line(when, evidence.scenario.facts)}` never holds when a play ends" if when else ""
        yield places.document.problem(
            "BF107",
            f"No play comes to the ending `{ending}`{why}.",
            places.guard(("endings", ending)),
            key=True,
            help="correct its condition, put it before the ending that takes its plays, or leave it out",
        )


def methods(evidence: Evidence, places: Places) -> Iterator[Problem]:
    """Methods that land and that nobody can answer, neither with a move nor by having prepared."""
    marks, tables = evidence.marks, evidence.tables
    prepared = {kind for option in evidence.rules.options.values() for kind in option.answers}
    for number, ready in enumerate(tables.ready_methods, 1):
        uses = ready.method.uses
        answer = ANSWER_TO[uses]
        if marks.method_landed[number] and not marks.method_answered[number] and uses not in prepared:
            yield places.document.problem(
                "BF108",
                f"Nobody can answer the method `{ready.key}`: no move with `r: {answer}` is open when it has landed.",
                places.method(number),
                key=True,
                help=f"write a move with `r: {answer}` for this scene, or a preparation with `answers: [{uses}]`",
            )


def facts(evidence: Evidence, places: Places) -> Iterator[Problem]:
    """Facts that something sets and no condition asks for."""
    read = set(evidence.scenario.reads)
    for fact in evidence.scenario.facts:
        if fact not in read:
            yield places.document.problem(
                "BF109",
                f"The fact `{fact}` is never read: no condition asks for it.",
                ("facts", fact),
                key=True,
                help=f"write `when: {fact}` where it matters, or leave the fact out",
            )


def rings(evidence: Evidence, places: Places) -> Iterator[Problem]:
    """Ways round through the scenes on which nothing changes at all."""
    quiet = {n for n, scene in enumerate(evidence.reading.scenes) if not scene.methods}
    if not quiet:
        return
    tables = evidence.all_tables
    onward: dict[int, set[int]] = {}
    for outcome in np.flatnonzero(
        (tables.change == 0) & (tables.goto != AT_END) & evidence.marks.outcome_seen
    ).tolist():
        move = places.move_of(outcome)
        scene, target = int(tables.scene_of_move[move]), int(tables.goto[outcome])
        if {scene, target} <= quiet and not tables.ready_moves[move].consents:
            onward.setdefault(scene, set()).add(target)
    said: set[int] = set()
    for start in sorted(onward):
        ring = _ring(onward, start)
        if ring and not said & set(ring):
            said |= set(ring)
            names = [tables.scenes[scene] for scene in (*ring, ring[0])]
            yield places.document.problem(
                "BF110",
                f"Players can go round for ever, and nothing changes: {' -> '.join(f'`{name}`' for name in names)}.",
                ("scenes", tables.scenes[start]),
                key=True,
                help="let something on the way change a number or a fact, or lead one of these moves on",
            )


def steps(evidence: Evidence, places: Places) -> Iterator[Problem]:
    """Steps that are always lost because the number is already at its end."""
    lost: dict[Path, list[int]] = {}
    names = evidence.rules.layout.names
    for number, is_method, place in evidence.lost_steps():
        for path in _where(places, number, is_method, names[place]):
            lost.setdefault(path, []).append(place)
    for path, at in sorted(lost.items(), key=lambda item: places.line(item[0])):
        name = str(path[-1])
        reached = evidence.rules.scenario.audiences
        parts = places.document.get(path[:-2])
        named = parts.get("reaches") if isinstance(parts, dict) else None
        everywhere = len(named or reached) if name in ("visibility", "dignity", "meaning", "support") else 1
        if len(set(at)) >= everywhere:
            amount = places.document.get(path)
            end = "its lowest" if str(amount).startswith(("-", "−")) else "its highest"
            yield places.document.problem(
                "BF111",
                f"This step is always lost: {name} is already at {end} whenever it would take effect.",
                path,
                key=True,
                help="leave the step out, or lower the other steps that lead here",
            )


def _where(places: Places, number: int, is_method: bool, name: str) -> list[Path]:
    """The places in the file where an effect on this number is written for an outcome or a method."""
    wanted = name.rpartition(".")[2]
    holders = [places.method(number)] if is_method else [places.outcome(number), places.move(places.move_of(number))]
    return list(
        dict.fromkeys(
            (*path, "effects", wanted) for path in holders if wanted in (places.document.get((*path, "effects")) or {})
        )
    )


def _ring(onward: dict[int, set[int]], start: int) -> list[int]:
    """The shortest way from a scene back to itself; empty where there is none."""
    before: dict[int, int] = {}
    todo = [start]
    for scene in todo:
        for target in sorted(onward.get(scene, ())):
            if target == start:
                ring = [scene]
                while ring[-1] != start:
                    ring.append(before[ring[-1]])
                return ring[::-1]
            if target not in before:
                before[target] = scene
                todo.append(target)
    return []
