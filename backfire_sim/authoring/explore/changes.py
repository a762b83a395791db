"""What changes do, as arrays by change: what an outcome, a method, a preparation or an inject sets, adds and names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from backfire_sim.authoring.explore.conditions import FAR, Flags, Numbers
from backfire_sim.engine.rules import Bound
from backfire_sim.scoring import board as b

if TYPE_CHECKING:
    from backfire_sim.authoring.explore.tables import Tables


class Naming(NamedTuple):
    """A bearer that some changes name."""

    row: int
    names: Flags
    """By change: whether it names the bearer."""
    shares: tuple[tuple[int, int], ...]
    """(row of the ceiling, what it rises by)."""


class ChangeTables(NamedTuple):
    """What the changes do, row by row."""

    total: int
    """How many changes there are, the one that changes nothing among them."""
    settings: dict[int, tuple[Flags, Numbers]]
    """By row: whether a change sets it, and to what."""
    steps: dict[int, Numbers]
    """By row: how many steps each change adds."""
    touched: list[int]
    namings: list[Naming]
    moves_support: bool


class Changes:
    """Collects changes and gives them numbers."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._count = 1
        self._steps: dict[int, dict[int, int]] = {}
        self._settings: dict[int, dict[int, int]] = {}
        self._names: dict[str, list[int]] = {}
        self._moves_support = False

    def add(self, bound: Bound, counts: tuple[int, ...]) -> int:
        """The number of a change; `counts` are places that go up by one with it."""
        row_of, wanted = self._tables.row_of, self._tables.wanted
        steps = [(step.place, step.amount) for step in bound.steps if step.place in wanted]
        steps += [(place, 1) for place in counts if place in wanted]
        settings = [(step.place, step.amount) for step in bound.settings if step.place in wanted]
        named = [name for name in bound.names if self._tables.rules.places[f"named({name})"] in wanted]
        if not (steps or settings or named):
            return 0
        number = self._count
        self._count += 1
        for place, amount in settings:
            self._settings.setdefault(row_of[place], {})[number] = amount
        for place, amount in steps:
            of_row = self._steps.setdefault(row_of[place], {})
            of_row[number] = of_row.get(number, 0) + amount
        for name in named:
            self._names.setdefault(name, []).append(number)
        self._moves_support = self._moves_support or bound.moves_support
        return number

    def of_option(self, option: str) -> int:
        """The number of what a preparation does."""
        rules = self._tables.rules
        return self.add(rules.bind_change(rules.options[option].change, "preparation", option), ())

    def of_inject(self, inject: str) -> int:
        """The number of what an inject does."""
        rules = self._tables.rules
        found = rules.injects[inject]
        return self.add(rules.bind_change(found.change, "inject", inject, found.reaches), ())

    def tables(self) -> ChangeTables:
        """Everything that was added, as arrays by change."""
        settings = {
            row: (flags(self._count, by_change), _numbers(self._count, by_change))
            for row, by_change in self._settings.items()
        }
        steps = {row: _numbers(self._count, by_change) for row, by_change in self._steps.items()}
        rules, row_of = self._tables.rules, self._tables.row_of
        namings = [
            Naming(
                row_of[rules.places[f"named({name})"]],
                flags(self._count, numbers),
                tuple((b.CEILING + k, share) for k, share in enumerate(rules.bearers[name].holds) if share),
            )
            for name, numbers in self._names.items()
        ]
        return ChangeTables(
            self._count, settings, steps, sorted({*self._settings, *self._steps}), namings, self._moves_support
        )


def flags(count: int, set_: Iterable[int]) -> Flags:
    """A yes for each of these numbers, a no for all others below `count`."""
    found = np.zeros(count, dtype=np.bool_)
    found[np.fromiter(set_, dtype=np.intp)] = True
    return found


def _numbers(count: int, by_number: dict[int, int]) -> Numbers:
    numbers = np.zeros(count, dtype=np.int32)
    amounts = [max(-FAR, min(FAR, amount)) for amount in by_number.values()]
    numbers[np.fromiter(by_number, dtype=np.intp, count=len(by_number))] = amounts
    return numbers
