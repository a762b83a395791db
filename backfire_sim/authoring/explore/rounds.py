"""A round of many plays at once: what `engine.apply` does to one play, done to columns.

Every function changes the columns in place. What comes out is the same, to the last integer, as playing each play by
itself; a test holds the two against each other.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.conditions import Columns, Flags, Numbers
from backfire_sim.authoring.explore.marks import Marks
from backfire_sim.authoring.explore.tables import AT_END, Indices, Tables
from backfire_sim.scoring import board as b
from backfire_sim.scoring.constants import (
    ANSWER_BONUS,
    CONSENT_BROKEN_COSTS_CARE,
    EVIDENCE_BEFORE_DENIAL_WEAKENS,
    GIVEN_BACK,
    PREPARATION_SOFTENS,
)
from backfire_sim.scoring.settle import courage_falls_to_care, settle
from backfire_sim.scoring.vocabulary import METHODS


class TooManyStandingError(Exception):
    """More methods stand unanswered in one play than there is room for: make the columns again with more."""


class Shape(NamedTuple):
    """Which rows the columns of a scenario have, and what stands where after the play's own values."""

    tables: Tables
    standing: int
    """How many methods may stand unanswered at once."""

    @property
    def here(self) -> int:
        """First row of: the scene's own methods, in order; 1 if it landed this round and does not stand."""
        return self.tables.kept

    @property
    def back(self) -> int:
        """First row of: for each gate, how many methods took something from it this round."""
        return self.here + self.tables.most_methods

    @property
    def stand(self) -> int:
        """First row of: methods that stand unanswered, by number, oldest first; 0 for none."""
        return self.back + len(self.tables.gates)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.stand + self.standing


def shape_of(tables: Tables, standing: int = 4) -> Shape:
    """The shape of a scenario's columns with room for so many standing methods, or all there are."""
    return Shape(tables, min(standing, tables.most_standing))


def opening(shape: Shape, plays: int) -> Columns:
    """So many plays before anything has happened."""
    columns = np.zeros((shape.rows, plays), dtype=np.int32)
    columns[: shape.tables.kept] = shape.tables.opening[:, None]
    return columns


def open_moves(shape: Shape, columns: Columns, scenes: Indices) -> Flags:
    """For each place in a scene's list of moves, and each play: whether that move is open."""
    tables = shape.tables
    count = tables.first_move[scenes + 1] - tables.first_move[scenes]
    is_open = np.zeros((tables.most_moves, len(scenes)), dtype=np.bool_)
    for slot in range(tables.most_moves):
        there = slot < count
        conditions = tables.open_when[np.where(there, tables.first_move[scenes] + slot, 0)]
        is_open[slot] = there & tables.conditions.hold(np.where(there, conditions, 0), columns)
    return is_open


def take_effect(
    tables: Tables,
    columns: Columns,
    change: Indices,
    extra: dict[int, Numbers] | None = None,
    marks: Marks | None = None,
) -> None:
    """Set, then add every step, then clamp once; then name bearers, and bring the support of all up to date."""
    tabled = tables.changes
    extra = extra or {}
    for row in sorted({*tabled.touched, *extra}):
        values = before = columns[row]
        if row in tabled.settings:
            sets, numbers = tabled.settings[row]
            chosen = sets[change]
            if chosen.any():
                values = np.where(chosen, numbers[change], values)
        if row in extra:
            values = values + extra[row]
        without = values
        if row in tabled.steps:
            values = values + tabled.steps[row][change]
        if values is before:
            continue
        np.maximum(values, tables.low[row], out=values)
        np.minimum(values, tables.high[row], out=values)
        if marks is not None and values is not without:
            if without is not before:
                without = np.clip(without, tables.low[row], tables.high[row])
            marks.moved(row, change[values != without])
        columns[row] = values
    for naming in tabled.namings:
        newly = naming.names[change] & (columns[naming.row] == 0)
        columns[naming.row] |= newly
        for row, share in naming.shares:
            columns[row] += share * newly
    if tabled.moves_support:
        add_up_support(tables, columns)


def add_up_support(tables: Tables, columns: Columns) -> None:
    """Bring the support of all together up to date with that of each audience."""
    total = sum(size * columns[base + 3] for base, size in tables.board.crowd)
    columns[b.SUPPORT] = total // tables.board.people


def play(
    shape: Shape, columns: Columns, scenes: Indices, moves: Indices, outcomes: Indices, marks: Marks | None = None
) -> Indices:
    """Play each play's move with its outcome and let the round settle. Gives back the scenes it leads to.

    The next scenes are not opened yet: see `open_scenes`. `AT_END` is the end.
    """
    tables = shape.tables
    response = tables.response[moves]
    slots = landed_methods(shape, columns, scenes)
    answered = np.zeros(len(moves), dtype=np.int32)
    for method in slots:
        answered += tables.uses[method] == response
    extra = _answer_steps(shape, columns, moves, response, answered)
    if tables.consents:
        _break_consents(tables, columns, moves, extra)
    if marks is not None:
        for method in slots:
            marks.method_answered[method[tables.uses[method] == response]] = True
    take_effect(tables, columns, tables.change[outcomes], extra, marks)
    if answered.any():
        _count_answers(tables, columns, slots, response, answered)
        _no_longer_standing(shape, columns, response)
    if tables.settles:
        settle(tables.board, columns)
    elif tables.steadies:
        courage_falls_to_care(columns)
    return tables.goto[outcomes]


def open_scenes(
    shape: Shape, columns: Columns, scenes: Indices, marks: Marks | None = None, wished: Flags | None = None
) -> None:
    """Open each play's scene: the round is counted and the methods land, oldest standing first, then its own.

    `wished` says, for each place in a scene's list of methods and each play, whether one lands that may land or not.
    """
    tables = shape.tables
    columns[b.ROUND] += 1
    visited = tables.visited[scenes]
    if (visited >= 0).any():
        plays = np.flatnonzero(visited >= 0)
        columns[visited[plays], plays] += 1
    columns[shape.here : shape.stand] = 0
    for slot in range(shape.standing):
        _land(shape, columns, columns[shape.stand + slot].astype(np.intp), marks)
    count = tables.first_method[scenes + 1] - tables.first_method[scenes]
    for slot in range(tables.most_methods):
        there = slot < count
        if not there.any():
            continue
        method = np.where(there, tables.first_method[scenes] + slot, 0)
        lands = there & tables.conditions.hold(tables.method_when[method], columns)
        if marks is not None:
            marks.method_landed[method[lands]] = True
            marks.method_failed[method[there & ~lands]] = True
        if wished is not None:
            surely = tables.conditions.hold(np.where(there, tables.method_sure[method], 0), columns)
            lands &= wished[slot] | surely
            if marks is not None:
                marks.method_failed[method[there & ~surely]] = True
        for standing in range(shape.standing):
            lands &= columns[shape.stand + standing] != method
        method = np.where(lands, method, 0)
        _land(shape, columns, method, marks)
        stays = tables.until_answered[method]
        columns[shape.here + slot] = lands & ~stays
        if stays.any():
            _stand(shape, columns, np.where(stays, method, 0))


def ended(tables: Tables, columns: Columns, marks: Marks | None = None) -> NDArray[np.int16]:
    """Which ending each play comes to, as a place in `tables.endings`."""
    found = np.full(columns.shape[1], -1, dtype=np.int16)
    for place, (_, condition) in enumerate(tables.endings):
        left = found < 0
        holds = tables.conditions.holds(condition, columns)
        if marks is not None:
            marks.ending_failed[place] |= bool((left & ~holds).any())
            marks.ending_held[place] |= bool(holds.any())
        found[left & holds] = place
    return found


def at_end(scenes: Indices) -> Flags:
    """Which of these targets are the end of a play."""
    return np.asarray(scenes == AT_END)


# -- Answers and consent ---------------------------------------------------------------------------------------


def landed_methods(shape: Shape, columns: Columns, scenes: Indices) -> list[Indices]:
    """The methods that landed this round: one array for each way a method can be there, 0 where there is none."""
    tables = shape.tables
    standing = [columns[shape.stand + slot].astype(np.intp) for slot in range(shape.standing)]
    first = tables.first_method[scenes]
    own = [
        np.where(columns[shape.here + slot] > 0, first + slot, 0)
        for slot in range(tables.most_methods)
        if columns[shape.here + slot].any()
    ]
    return [*standing, *own]


def _answer_steps(
    shape: Shape, columns: Columns, moves: Indices, response: NDArray[np.int8], answered: Numbers
) -> dict[int, Numbers]:
    tables = shape.tables
    any_answered = answered > 0
    extra: dict[int, Numbers] = {}
    if not any_answered.any():
        return extra
    for place, gate in enumerate(tables.gates):
        given_back = (response == tables.use_of_gate[gate]) * columns[shape.back + place]
        bonus = tables.bonus[gate][moves] & any_answered
        extra[gate] = given_back * GIVEN_BACK + bonus * np.int32(ANSWER_BONUS)
    return extra


def _break_consents(tables: Tables, columns: Columns, moves: Indices, extra: dict[int, Numbers]) -> None:
    if not tables.asks_consent[moves].any():
        return
    broken = np.zeros(len(moves), dtype=np.int32)
    exposed: dict[str, Flags] = {}
    for consent in tables.consents:
        breaks = consent.used_by[moves] & (columns[consent.row] == 0)
        broken += breaks
        exposed[consent.person] = exposed.get(consent.person, np.False_) | breaks
    people = sum((flags.astype(np.int32) for flags in exposed.values()), np.zeros(len(moves), dtype=np.int32))
    extra[b.BROKEN_CONSENTS] = broken
    extra[b.CARE] = people * np.int32(-CONSENT_BROKEN_COSTS_CARE)


def _count_answers(
    tables: Tables, columns: Columns, slots: list[Indices], response: NDArray[np.int8], answered: Numbers
) -> None:
    for use, row in tables.answered_kind:
        columns[row] += answered * (response == use)
    if (tables.answered_one >= 0).any():
        for method in slots:
            rows = np.where(tables.uses[method] == response, tables.answered_one[method], -1)
            plays = np.flatnonzero(rows >= 0)
            columns[rows[plays], plays] += 1


def _no_longer_standing(shape: Shape, columns: Columns, response: NDArray[np.int8]) -> None:
    if not shape.standing:
        return
    standing = columns[shape.stand :]
    left = np.where(shape.tables.uses[standing] == response, 0, standing)
    order = np.argsort(left == 0, axis=0, kind="stable")
    columns[shape.stand :] = np.take_along_axis(left, order, axis=0)


# -- Landing ---------------------------------------------------------------------------------------------------


def _land(shape: Shape, columns: Columns, method: Indices, marks: Marks | None) -> None:
    """Let one method land in each play; number 0 does nothing."""
    tables = shape.tables
    if not method.any():
        return
    strength = tables.strength[method]
    ready = np.zeros(len(method), dtype=np.bool_)
    for row, softens in tables.softeners:
        softened = softens[method]
        if softened.any():
            ready |= softened & (columns[row] > 0)
    strength = strength - (ready & (strength > 0)) * np.int32(PREPARATION_SOFTENS)
    weakened = tables.weakened[method]
    if weakened.any():
        surplus = np.maximum(columns[b.EVIDENCE] - EVIDENCE_BEFORE_DENIAL_WEAKENS, 0)
        strength = strength - np.minimum(strength, surplus) * weakened
    used = np.bincount(tables.uses[method], minlength=len(METHODS) + 1)
    for place, gate in enumerate(tables.gates):
        if used[tables.use_of_gate[gate]]:
            took = np.minimum(strength, columns[gate]) * tables.reach[gate][method]
            columns[gate] -= took
            columns[shape.back + place] += took > 0
    side_effect = tables.side_effect[method]
    if side_effect.any():
        plays = np.flatnonzero(side_effect)
        part = columns.take(plays, axis=1)
        take_effect(tables, part, side_effect[plays], marks=marks)
        columns[:, plays] = part


def _stand(shape: Shape, columns: Columns, method: Indices) -> None:
    """Add a method to those that stand, in the first free place of each play."""
    waiting = method > 0
    for slot in range(shape.standing):
        free = waiting & (columns[shape.stand + slot] == 0)
        columns[shape.stand + slot] = np.where(free, method, columns[shape.stand + slot])
        waiting &= ~free
    if waiting.any():
        raise TooManyStandingError
