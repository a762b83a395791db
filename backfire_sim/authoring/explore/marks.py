"""What was ever seen while plays were looked at: each thing that happened, and each condition that failed."""

from __future__ import annotations

import numpy as np

from backfire_sim.authoring.explore.conditions import Columns, Flags
from backfire_sim.authoring.explore.tables import Indices, Tables


class Marks:
    """One flag for each move, outcome, method, ending and step of a scenario."""

    def __init__(self, tables: Tables) -> None:
        moves, outcomes, methods = len(tables.moves), len(tables.ready_outcomes), len(tables.methods)
        self.move_open = _none_of(moves)
        self.move_shut = _none_of(moves)
        """It was not open while its scene was."""
        self.outcome_seen = _none_of(outcomes)
        self.outcome_failed = _none_of(outcomes)
        """It was looked at, and its condition did not hold."""
        self.outcome_held = _none_of(outcomes)
        """Its condition held, though another outcome may have come before it."""
        self.method_landed = _none_of(methods)
        self.method_failed = _none_of(methods)
        self.method_answered = _none_of(methods)
        """A move was open that answers it while it had landed."""
        self.ending_seen = _none_of(len(tables.endings))
        self.ending_failed = _none_of(len(tables.endings))
        """It was looked at, and its condition did not hold."""
        self.ending_held = _none_of(len(tables.endings))
        """Its condition held when a play ended, though another ending may have come before it."""
        self.thrown: set[str] = set()
        """Injects that fitted somewhere."""
        self.watched_held = _none_of(len(tables.watched))
        self.watched_failed = _none_of(len(tables.watched))
        self.effective = {row: _none_of(tables.changes.total) for row in tables.changes.touched}
        """By row and change: whether the change ever moved that number."""

    def watch(self, tables: Tables, columns: Columns, scenes: Indices | None) -> None:
        """Look at the watched conditions of these plays: in their scenes, or at their end where there are none."""
        for place, (number, scene, at_end) in enumerate(tables.watched):
            if number < 0 or at_end != (scenes is None) or (self.watched_held[place] and self.watched_failed[place]):
                continue
            here = columns if scenes is None or scene is None else columns[:, scenes == scene]
            holds = tables.conditions.holds(number, here)
            self.watched_held[place] |= bool(holds.any())
            self.watched_failed[place] |= not holds.all()

    def moved(self, row: int, changes: Indices) -> None:
        """Note that these changes moved a number."""
        if row in self.effective:
            self.effective[row][changes] = True


def _none_of(count: int) -> Flags:
    return np.zeros(count, dtype=np.bool_)
