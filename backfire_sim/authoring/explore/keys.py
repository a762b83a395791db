"""Plays reduced to states: what nothing reads any more is forgotten, and what is left packs into a few whole numbers.

The packing is exact: two plays have the same words if and only if they stand in the same scene with the same numbers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.conditions import Columns, Flags
from backfire_sim.authoring.explore.rounds import Shape
from backfire_sim.authoring.explore.tables import Indices
from backfire_sim.scoring import board as b

Words = NDArray[np.uint64]
"""[word, play]."""

_ROOM = 2**64
_FLAGS = ("named(", "prepared(", "consents(", "refused(", "thrown(")


class Keys:
    """How the plays of one scenario become states."""

    def __init__(self, shape: Shape) -> None:
        tables = shape.tables
        reading = tables.reading
        self._shape = shape
        self._last = {
            tables.row_of[place]: number for place, number in reading.last_numbers.items() if place in tables.wanted
        }
        self._forgotten: list[tuple[int, Flags]] = []
        for place, gone in reading.forgotten:
            if place in tables.row_of and gone and place not in tables.remembered:
                flags = np.array([scene in gone for scene in tables.scenes], dtype=np.bool_)
                self._forgotten.append((tables.row_of[place], flags))
        self._parts = self._layout(reading.by_conditions)

    def forget(self, columns: Columns, scenes: Indices) -> None:
        """Set to one value what later scenes do not tell apart."""
        for row, last in self._last.items():
            np.minimum(columns[row], last, out=columns[row])
        for row, gone in self._forgotten:
            columns[row] *= ~gone[scenes]

    def words(self, columns: Columns, scenes: Indices) -> Words:
        """The states as words."""
        words = np.empty((len(self._parts), len(scenes)), dtype=np.uint64)
        for number, parts in enumerate(self._parts):
            word = np.zeros(len(scenes), dtype=np.uint64)
            for row, low, radix in parts:
                value = scenes if row < 0 else columns[row] - low if low else columns[row]
                # Whole numbers throughout: a sum of signed and unsigned ones is a float, which forgets what is small.
                word *= np.uint64(radix)
                word += value.astype(np.uint64)
            words[number] = word
        return words

    def _layout(self, conditions_read: frozenset[int]) -> list[list[tuple[int, int, int]]]:
        """(row, lowest value, how many values) of what tells states apart, word by word; row -1 is the scene."""
        tables = self._shape.tables
        derived = {b.SUPPORT, b.SUPPORT_AT_START, *range(b.CEILING, b.CEILING + 4)}
        derived |= {b.MOBILIZATION, *range(b.PRESSURE, b.PRESSURE + 4)} - conditions_read
        names = tables.rules.layout.names
        facts = tables.rules.scenario.facts
        yes_or_no = {place for place, name in enumerate(names) if name in facts or name.startswith(_FLAGS)}
        todo = [(-1, 0, len(tables.scenes) + 1)]
        for place in sorted((tables.wanted - derived) & tables.may_change()):
            row = tables.row_of[place]
            low, high = int(tables.low[row]), int(tables.high[row])
            high = min(high, self._last.get(row, high), 1 if place in yes_or_no else high)
            if high > low:
                todo.append((row, low, high - low + 1))
        landings = self._shape.standing + tables.most_methods + 1
        todo += [(self._shape.here + n, 0, 2) for n in range(tables.most_methods)]
        todo += [(self._shape.back + n, 0, landings) for n in range(len(tables.gates))]
        todo += [(self._shape.stand + n, 0, len(tables.methods)) for n in range(self._shape.standing)]
        parts: list[list[tuple[int, int, int]]] = [[]]
        room = _ROOM
        for part in todo:
            if room < part[2]:
                parts.append([])
                room = _ROOM
            parts[-1].append(part)
            room //= part[2]
        return parts


def mixed(words: Words) -> NDArray[np.uint64]:
    """One number for each state by which to sort; different states rarely share one."""
    if len(words) == 1:
        return np.asarray(words[0])
    mix = np.zeros(words.shape[1], dtype=np.uint64)
    for word in words:
        mix = (mix ^ word) * np.uint64(0x9E3779B97F4A7C15)
        mix ^= mix >> np.uint64(29)
    return mix


def first_of_each(words: Words) -> tuple[Indices, Indices]:
    """Places of the first play in each state, and for every play the number of its state among those."""
    mix = mixed(words)
    order = np.argsort(mix, kind="stable")
    ordered = words[:, order]
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (ordered[:, 1:] != ordered[:, :-1]).any(axis=0)
    member = np.empty(len(order), dtype=np.intp)
    member[order] = np.cumsum(new) - 1
    return order[new], member


class Seen:
    """The states met so far, with their numbers."""

    def __init__(self) -> None:
        self._runs: list[tuple[NDArray[np.uint64], Words, NDArray[np.int64]]] = []
        self.count = 0

    def find(self, words: Words) -> NDArray[np.int64]:
        """The number of each state, -1 where it was not met before."""
        mix = mixed(words)
        found = np.full(len(mix), -1, dtype=np.int64)
        left = np.arange(len(mix))
        for keys, known, numbers in self._runs:
            at = np.minimum(np.searchsorted(keys, mix[left]), len(keys) - 1)
            alike = np.flatnonzero(keys[at] == mix[left])
            alike = alike[(known[:, at[alike]] == words[:, left[alike]]).all(axis=0)]
            if len(alike):
                found[left[alike]] = numbers[at[alike]]
                left = np.delete(left, alike)
        return found

    def add(self, words: Words) -> NDArray[np.int64]:
        """Note states that were not met before, each only once among these; gives back their numbers."""
        numbers = np.arange(self.count, self.count + words.shape[1], dtype=np.int64)
        self.count += words.shape[1]
        if not len(numbers):
            return numbers
        mix = mixed(words)
        order = np.argsort(mix, kind="stable")
        run = mix[order], words[:, order], numbers[order]
        while self._runs and len(self._runs[-1][0]) < 2 * len(run[0]):
            run = _merged(self._runs.pop(), run)
        self._runs.append(run)
        return numbers


def _merged(
    one: tuple[NDArray[np.uint64], Words, NDArray[np.int64]], two: tuple[NDArray[np.uint64], Words, NDArray[np.int64]]
) -> tuple[NDArray[np.uint64], Words, NDArray[np.int64]]:
    keys = np.concatenate((one[0], two[0]))
    order = np.argsort(keys, kind="stable")
    words = np.concatenate((one[1], two[1]), axis=1)
    return keys[order], words[:, order], np.concatenate((one[2], two[2]))[order]
