"""Everything that was looked at, before anything is said about it.

First the states that decide where plays go: mostly few. Plays at random and by rule then show most of what can happen
to the numbers; only for what they did not show is every state looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from backfire_sim.authoring.explore.limits import Limits
from backfire_sim.authoring.explore.marks import Marks
from backfire_sim.authoring.explore.reading import Reading
from backfire_sim.authoring.explore.sample import marked
from backfire_sim.authoring.explore.tables import Tables
from backfire_sim.authoring.explore.traversal import Traversal, traverse
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import Scenario

PATHS = Limits(states=120_000, seconds=1.5)
"""How far to look for where plays go."""
ENDS = Limits(states=400_000, seconds=4.0)
"""How far to look for an ending that plays did not come to."""
STEPS = Limits(states=60_000, seconds=0.5)
"""How far to look, number by number, for a step that plays never saw take effect."""
PLAYS = 2_000
"""Plays played first."""
MOST_NUMBERS = 12
"""Numbers that are looked at one by one."""
MOST_SCENES_STEP_BY_STEP = 200
"""In larger scenarios a step that is always lost is not looked for: it would take longer than all the rest."""


class Evidence:
    """What was seen of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.rules: Rules = scenario.rules
        self.reading = Reading(self.rules)
        self.paths: Traversal = traverse(self.reading, PATHS, self.reading.guards)
        self.marks = self.paths.marks
        self.tables = self.paths.tables
        self.whole: Marks | None = None
        """What plays showed; None until they were played."""

    @cached_property
    def all_tables(self) -> Tables:
        """The tables of every number."""
        return Tables(self.reading)

    @property
    def complete(self) -> bool:
        """Whether every way through the scenes was looked at."""
        return self.paths.complete

    def unreached_endings(self) -> tuple[list[str], bool]:
        """Endings that no play came to, and whether none can."""
        played = self._played()
        ids = [ending for ending, _ in self.all_tables.endings]
        unseen = [n for n, seen in enumerate(played.ending_seen) if not seen]
        if not unseen or not self.complete:
            return [ids[n] for n in unseen], False
        ends = traverse(self.reading, ENDS, None)
        return [ids[n] for n in unseen if not ends.marks.ending_seen[n]], ends.complete

    def lost_steps(self) -> Iterator[tuple[int, bool, int]]:
        """(number of an outcome or method, whether it is a method, place): steps that never move anything, proved."""
        if not self.complete or len(self.reading.scenes) > MOST_SCENES_STEP_BY_STEP:
            return
        played = self._played()
        unseen = self._never_effective(self.all_tables, played)
        for place in sorted({place for _, _, place in unseen})[:MOST_NUMBERS]:
            wanted = self.reading.guards | self.reading.with_causes({place})
            looked = traverse(self.reading, STEPS, wanted)
            if looked.complete:
                still = self._never_effective(looked.tables, looked.marks)
                yield from sorted(step for step in unseen & still if step[2] == place)

    def _played(self) -> Marks:
        if self.whole is None:
            self.whole = marked(self.all_tables, PLAYS)
        return self.whole

    def _never_effective(self, tables: Tables, marks: Marks) -> set[tuple[int, bool, int]]:
        place_of = {row: place for place, row in tables.row_of.items()}
        found: set[tuple[int, bool, int]] = set()
        for row, steps in tables.changes.steps.items():
            asleep = (steps != 0) & ~marks.effective[row]
            happens = self.marks.outcome_seen & asleep[tables.change]
            found |= {(int(n), False, place_of[row]) for n in np.flatnonzero(happens)}
            lands = self.marks.method_landed & asleep[tables.side_effect]
            found |= {(int(n), True, place_of[row]) for n in np.flatnonzero(lands)}
        return found
