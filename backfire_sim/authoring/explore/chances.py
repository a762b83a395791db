"""How the moves of many plays may turn out: one outcome, or several by weight."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.conditions import Columns
from backfire_sim.authoring.explore.marks import Marks
from backfire_sim.authoring.explore.tables import Indices, Tables
from backfire_sim.engine.chance import draw


class Forks(NamedTuple):
    """Every way in which the moves may turn out; a move with three ways stands here three times."""

    play: Indices
    outcome: Indices
    odds: NDArray[np.int32]
    """Weight beside the others of the same play; 1 where it is the only one."""
    together: NDArray[np.int32]
    """All weights of the same play."""


def forks(tables: Tables, columns: Columns, moves: Indices, marks: Marks | None = None) -> Forks:
    """The outcomes that each play's move may have now; where too little is known, each that may come first."""
    first = tables.first_outcome[moves]
    chosen = first.copy()
    several = np.flatnonzero(tables.several[moves])
    if not len(several):
        if marks is not None:
            marks.outcome_seen[chosen] = True
        ones = np.ones(len(moves), dtype=np.int32)
        return Forks(np.arange(len(moves)), chosen, ones, ones)
    count = (tables.first_outcome[moves + 1] - first)[several]
    part = columns.take(several, axis=1)
    held = [
        (slot < count)
        & tables.conditions.hold(tables.outcome_when[np.where(slot < count, first[several] + slot, 0)], part)
        for slot in range(int(count.max()))
    ]
    sure = held
    if tables.unsure:
        sure = [
            (slot < count)
            & tables.conditions.hold(tables.outcome_sure[np.where(slot < count, first[several] + slot, 0)], part)
            for slot in range(len(held))
        ]
    where = np.argmax(sure, axis=0)
    chosen[several] = first[several] + where
    if marks is not None:
        for slot, holds in enumerate(held):
            marks.outcome_failed[first[several[slot < where]] + slot] = True
            marks.outcome_held[first[several[holds]] + slot] = True
    drawn = np.flatnonzero(tables.odds[chosen[several]] > 0)
    plays, outcomes = [np.arange(len(moves))], [chosen]
    odds = [np.maximum(tables.odds[chosen], 1)]
    running = np.zeros(len(several), dtype=np.bool_)
    running[drawn] = True
    for slot in range(1, len(held)):
        later = running & (slot > where) & (slot < count)
        at = np.where(slot < count, first[several] + slot, 0)
        running &= (slot <= where) | (later & (tables.odds[at] > 0))
        joins = np.flatnonzero(later & running & held[slot])
        if marks is not None:
            marks.outcome_failed[at[later & running & ~sure[slot]]] = True
        plays.append(several[joins])
        outcomes.append(at[joins])
        odds.append(tables.odds[at[joins]])
    for slot, (holds, surely) in enumerate(zip(held, sure, strict=True) if tables.unsure else ()):
        unsure = np.flatnonzero(holds & ~surely & (slot < where))
        plays.append(several[unsure])
        outcomes.append(first[several[unsure]] + slot)
        odds.append(np.ones(len(unsure), dtype=np.int32))
    play, weight = np.concatenate(plays), np.concatenate(odds)
    if marks is not None:
        marks.outcome_seen[np.concatenate(outcomes)] = True
    together = np.bincount(play, weights=weight, minlength=len(moves)).astype(np.int32)
    return Forks(play, np.concatenate(outcomes), weight, together[play])


def drawn(tables: Tables, columns: Columns, moves: Indices, seeds: NDArray[np.int64]) -> Indices:
    """The outcome that happens in each play, drawn as a single play with that seed would draw it."""
    found = forks(tables, columns, moves)
    if len(found.play) == len(moves):
        return found.outcome
    chosen = found.outcome[: len(moves)].copy()
    unsure: dict[int, list[tuple[int, int]]] = {}
    totals = dict(zip(found.play.tolist(), found.together.tolist(), strict=True))
    split = np.flatnonzero(np.bincount(found.play, minlength=len(moves))[found.play] > 1)
    for at in split.tolist():
        unsure.setdefault(int(found.play[at]), []).append((int(found.outcome[at]), int(found.odds[at])))
    for play, ways in unsure.items():
        scene, move = tables.moves[moves[play]]
        visit = int(columns[tables.row_of[tables.rules.places[f"chance({scene}.{move})"]], play])
        lot = draw(int(seeds[play]), scene, move, visit, totals[play])
        for outcome, odds in sorted(ways):
            lot -= odds
            if lot < 0:
                chosen[play] = outcome
                break
    return chosen
