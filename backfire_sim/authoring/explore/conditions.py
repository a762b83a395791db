"""Conditions read for many plays at once: a column of values goes in for each name, a column of yes and no comes out.

Equal conditions have one number, whichever move, outcome, method or ending they stand on. Number 0 always holds. A
condition that only joins comparisons by `and` becomes a row of bounds, so that plays in different scenes are looked
at together; any other is looked at in turn, for the plays that it concerns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.engine.conditions import OPERATORS, All, AnyOf, Condition, Is, Not, OutcomeIs
from backfire_sim.engine.layout import Layout
from backfire_sim.scoring.settle import outcome_conditions

Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]
Columns = NDArray[np.int32]
"""One row for each number of a play, one column for each play."""

FAR = 2_000_000
"""Beyond every value a play can have."""

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_BOUNDS: dict[str, Callable[[int], tuple[int, int]]] = {
    "==": lambda n: (n, n),
    "<": lambda n: (-FAR, n - 1),
    "<=": lambda n: (-FAR, n),
    ">": lambda n: (n + 1, FAR),
    ">=": lambda n: (n, FAR),
}


class Bound(NamedTuple):
    """A number lies between two others, both included."""

    row: int
    low: int
    high: int


class Conditions:
    """All conditions of one scenario, by number."""

    def __init__(self, layout: Layout, row_of: dict[int, int]) -> None:
        """`row_of` says in which row of the columns each place of the layout stands."""
        self._layout = layout
        self._row_of = row_of
        self._numbers: dict[Condition | None, int] = {None: 0}
        self._bounds: list[tuple[Bound, ...]] = [()]
        self._functions: dict[int, Callable[[Columns], Any]] = {}
        self._tables: tuple[NDArray[np.intp], Numbers, Numbers] | None = None

    def number(self, condition: Condition | None) -> int:
        """The number of a condition, given when it is first met."""
        known = self._numbers.get(condition)
        if known is not None:
            return known
        number = self._numbers[condition] = len(self._bounds)
        bounds = self._as_bounds(condition)
        if bounds is None:
            self._functions[number] = self._as_function(condition)
        self._bounds.append(bounds or ())
        self._tables = None
        return number

    def hold(self, numbers: NDArray[np.intp], columns: Columns) -> Flags:
        """Whether each play's own condition holds in it."""
        held = np.ones(len(numbers), dtype=np.bool_)
        if not numbers.any():
            return held
        rows, lows, highs = self._table()
        for slot in range(rows.shape[0]):
            plays = np.flatnonzero(rows[slot][numbers] >= 0)
            if len(plays):
                own = numbers[plays]
                values = columns[rows[slot][own], plays]
                held[plays] &= (values >= lows[slot][own]) & (values <= highs[slot][own])
        for number, function in self._functions.items():
            plays = np.flatnonzero(numbers == number)
            if len(plays):
                held[plays] = function(columns.take(plays, axis=1))
        return held

    def holds(self, number: int, columns: Columns) -> Flags:
        """Whether one condition holds in each play."""
        if number == 0:
            return np.ones(columns.shape[1], dtype=np.bool_)
        function = self._functions.get(number)
        if function is not None:
            return np.asarray(function(columns), dtype=np.bool_)
        held = np.ones(columns.shape[1], dtype=np.bool_)
        for row, low, high in self._bounds[number]:
            held &= (columns[row] >= low) & (columns[row] <= high)
        return held

    def _table(self) -> tuple[NDArray[np.intp], Numbers, Numbers]:
        if self._tables is None:
            most = max(len(bounds) for bounds in self._bounds)
            shape = (most, len(self._bounds))
            rows = np.full(shape, -1, dtype=np.intp)
            lows, highs = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int32)
            for number, bounds in enumerate(self._bounds):
                for slot, (row, low, high) in enumerate(bounds):
                    rows[slot, number], lows[slot, number], highs[slot, number] = row, low, high
            self._tables = rows, lows, highs
        return self._tables

    def _as_bounds(self, condition: Condition | None) -> tuple[Bound, ...] | None:
        match condition:
            case Not(Is(term, op, number)):
                return self._as_bounds(Is(term, _OPPOSITE[op], number))
            case Is(term, op, number) if term in self._layout.places and op != "!=":
                low, high = _BOUNDS[op](number)
                row = self._row_of[self._layout.places[term]]
                return (Bound(row, max(low, -FAR), min(high, FAR)),)
            case All(parts):
                every = [self._as_bounds(part) for part in parts]
                if all(bounds is not None for bounds in every):
                    return tuple(bound for bounds in every if bounds is not None for bound in bounds)
        return None

    def _as_function(self, condition: Condition | None) -> Callable[[Columns], Any]:
        match condition:
            case None:
                return lambda columns: np.ones(columns.shape[1], dtype=np.bool_)
            case Is(term, op, number):
                return self._comparison(term, OPERATORS[op], number)
            case OutcomeIs(outcome, equal):
                return lambda columns: (classes(columns) == CLASSES.index(outcome)) == equal
            case Not(part):
                holds = self._as_function(part)
                return lambda columns: ~holds(columns)
            case All(parts):
                every = [self._as_function(part) for part in parts]
                return lambda columns: np.logical_and.reduce([holds(columns) for holds in every])
            case AnyOf(parts):
                some = [self._as_function(part) for part in parts]
                return lambda columns: np.logical_or.reduce([holds(columns) for holds in some])

    def _comparison(self, term: str, compare: Callable[[Any, Any], Any], number: int) -> Callable[[Columns], Any]:
        place = self._layout.places.get(term)
        if place is not None:
            row = self._row_of[place]
            return lambda columns: compare(columns[row], number)
        mean: Callable[[Any], Any] = self._layout.means[term]
        return lambda columns: compare(mean(columns), number)


def at_most_and_least(
    condition: Condition | None, told: Callable[[Condition], bool]
) -> tuple[Condition | None, Condition | None]:
    """A condition that holds whenever this one may, and one that holds only if it does, both of what can be told."""
    match condition:
        case None:
            return None, None
        case Not(part):
            most, least = at_most_and_least(part, told)
            return _opposite(least), _opposite(most)
        case All(parts):
            pairs = [at_most_and_least(part, told) for part in parts]
            return _all(most for most, _ in pairs), _all(least for _, least in pairs)
        case AnyOf(parts):
            pairs = [at_most_and_least(part, told) for part in parts]
            return _any(most for most, _ in pairs), _any(least for _, least in pairs)
        case _:
            return (condition, condition) if told(condition) else (None, _NEVER)


_NEVER = Is("round", "<", 0)


def _opposite(condition: Condition | None) -> Condition | None:
    return _NEVER if condition is None else None if condition == _NEVER else Not(condition)


def _all(conditions: Iterable[Condition | None]) -> Condition | None:
    parts = tuple(condition for condition in conditions if condition is not None)
    return _NEVER if _NEVER in parts else All(parts) if parts else None


def _any(conditions: Iterable[Condition | None]) -> Condition | None:
    parts = [condition for condition in conditions if condition != _NEVER]
    whole = tuple(part for part in parts if part is not None)
    return None if len(whole) < len(parts) else AnyOf(whole) if whole else _NEVER


def _outcome_names() -> tuple[str, ...]:
    nothing = np.zeros((64, 1), dtype=np.int32)
    return tuple(name for name, _ in outcome_conditions(nothing))


CLASSES = _outcome_names()
"""The outcome classes, in the order in which the model looks at them; a play's class is a place in this list."""


def classes(columns: Columns) -> NDArray[np.int8]:
    """The outcome class of every play as it stands, as a place in `CLASSES`."""
    found = np.full(columns.shape[1], len(CLASSES) - 1, dtype=np.int8)
    pairs: Iterable[tuple[str, Any]] = outcome_conditions(columns)
    for place, (_, holds) in reversed(list(enumerate(pairs))):
        found[np.broadcast_to(holds, found.shape)] = place
    return found
