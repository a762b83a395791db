"""What was ever seen while plays were looked at: each thing that happened, and each condition that failed."""

from __future__ import annotations

import numpy as np

from backfire_sim.authoring.explore.conditions import Flags
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
        self.method_landed = _none_of(methods)
        self.method_failed = _none_of(methods)
        self.method_answered = _none_of(methods)
        """A move was open that answers it while it had landed."""
        self.ending_seen = _none_of(len(tables.endings))
        self.ending_failed = _none_of(len(tables.endings))
        self.effective = {row: _none_of(tables.changes.total) for row in tables.changes.touched}
        """By row and change: whether the change ever moved that number."""

    def moved(self, row: int, changes: Indices) -> None:
        """Note that these changes moved a number."""
        if row in self.effective:
            self.effective[row][changes] = True


def _none_of(count: int) -> Flags:
    return np.zeros(count, dtype=np.bool_)
