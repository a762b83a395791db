"""Everything that was looked at, before anything is said about it.

First the states that decide where plays go: mostly few. Plays at random and by rule then show most of what can happen
to the numbers; only for what they did not show is every state looked at.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from backfire_sim.authoring.explore.conditions import Flags
from backfire_sim.authoring.explore.limits import Limits
from backfire_sim.authoring.explore.marks import Marks
from backfire_sim.authoring.explore.reading import COUNTS, Reading, Watched
from backfire_sim.authoring.explore.sample import marked
from backfire_sim.authoring.explore.tables import Tables
from backfire_sim.authoring.explore.traversal import Traversal, traverse
from backfire_sim.authoring.proofs.spots import Spot, spots_of
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scoring import board as b
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS

PATHS = Limits(states=200_000, seconds=2.0)
"""How far to look for where plays go."""
LESS = Limits(states=200_000, seconds=1.0)
"""How far to look if less is told apart, each time."""
FURTHER = Limits(states=400_000, seconds=2.5)
"""How far to look for something that plays did not show."""
ALL_IN_ALL = 4.0
"""Seconds after which nothing more is begun."""
PLAYS = 2_000
"""Plays played first."""


class Seen(NamedTuple):
    """Whether a condition was ever seen to hold, and to fail."""

    held: bool
    failed: bool
    sure: bool
    """Whether what was not seen never happens."""

    @property
    def never(self) -> bool:
        """It is proved never to hold."""
        return self.sure and not self.held

    @property
    def always(self) -> bool:
        """It is proved never to fail."""
        return self.sure and self.held and not self.failed


class Evidence:
    """What was seen of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.rules: Rules = scenario.rules
        self._end = time.monotonic() + ALL_IN_ALL
        self.spots: list[Spot] = spots_of(scenario)
        """Conditions that are looked at apart from the moves, outcomes and methods of the scenes."""
        self.reading = Reading(self.rules, [spot.watched for spot in self.spots])
        self.first: Traversal = traverse(self.reading, PATHS, self.reading.guards)
        """The walk in which everything is told that decides where plays go."""
        self.most_states = self.first.states
        """States that were met in the longest look of all."""
        self.without: frozenset[int] = frozenset()
        """Places of which nothing is told, as there would be too many states; what they decide may be so or not."""
        self.paths: Traversal = self.first if self.first.complete else self._told_less()
        """The walk by which things are proved: of everything if it can be, and else of less."""
        self.marks = self.paths.marks
        self.tables = self.paths.tables
        self.guards: frozenset[int] = self.tables.wanted

    def _told_less(self) -> Traversal:
        """A walk over every way in which less is told apart, so that it comes to an end; the first, if none does."""
        guards = self.reading.guards
        for without in hardest(self.rules):
            fewer = self.reading.guards_without(without)
            if fewer == guards or self._left <= 0:
                continue
            guards = fewer
            walked = self.walked(self.reading, LESS, fewer)
            if walked.complete:
                self.without = without
                return walked
        return self.first

    @property
    def exact(self) -> bool:
        """Whether every way through the scenes was looked at with everything told that decides it."""
        return self.first.complete

    @property
    def complete(self) -> bool:
        """Whether every way through the scenes was looked at: then nothing that was not seen ever happens."""
        return self.paths.complete

    @cached_property
    def all_tables(self) -> Tables:
        """The tables of every number."""
        return Tables(self.reading)

    @cached_property
    def played(self) -> Marks:
        """What plays at random showed."""
        return marked(self.all_tables, PLAYS)

    @cached_property
    def spots_seen(self) -> list[Seen]:
        """What was seen of each of the spots: where plays go anyway, in plays, and in states made for it."""
        held, failed = self.marks.watched_held.copy(), self.marks.watched_failed.copy()
        sure = _told(self.tables) & self.complete
        if not (sure | (held & failed)).all():
            held |= self.played.watched_held
            failed |= self.played.watched_failed
        return self._look(self.reading, held, failed, sure)

    def parts_seen(self, parts: Sequence[Watched]) -> list[Seen]:
        """What is seen of conditions that nobody had asked about before: parts of others, mostly."""
        nothing = np.zeros(len(parts), dtype=np.bool_)
        return self._look(Reading(self.rules, parts), nothing, nothing.copy(), nothing.copy())

    def _look(self, reading: Reading, held: Flags, failed: Flags, sure: Flags) -> list[Seen]:
        """Look at states made for what is not decided yet."""
        undecided = np.flatnonzero(~sure & ~(held & failed)) if self.complete else ()
        wanted = [self.also(reading.places(reading.watched[n].condition)) for n in undecided]
        for places in dict.fromkeys(wanted):
            looked = self.walked(reading, FURTHER, places)
            held |= looked.marks.watched_held
            failed |= looked.marks.watched_failed
            sure |= _told(looked.tables) & looked.complete
        return [Seen(*map(bool, seen)) for seen in zip(held, failed, sure, strict=True)]

    @cached_property
    def endings_come_to(self) -> list[Seen]:
        """For each ending: whether a play comes to it, and whether one looks at it and goes on to the next."""
        seen, sure = self._ends
        pairs = zip(seen.come_to, seen.passed_by, strict=True)
        return [Seen(bool(come_to), bool(passed), number < sure) for number, (come_to, passed) in enumerate(pairs)]

    @cached_property
    def endings_held(self) -> list[Seen]:
        """For each ending: whether its condition holds when a play ends, whichever ending the play comes to."""
        seen, sure = self._ends
        found = [Seen(bool(held), False, number < sure) for number, held in enumerate(seen.held)]
        alone = {
            number: Watched(ending.when, at_end=True)
            for number, ending in enumerate(self.scenario.endings)
            if ending.when is not None and not seen.held[number] and number >= sure and self.complete
        }
        for number, looked in zip(alone, self.parts_seen(list(alone.values())), strict=True):
            found[number] = looked
        return found

    @cached_property
    def _ends(self) -> tuple[_Ends, int]:
        """What was seen of the endings, and of how many of them, from the first on, that is all there is."""
        sure = self.tables.told_apart() if self.complete else 0
        count = len(self.scenario.endings)
        seen = _Ends.of(self.marks, sure)
        if sure == count:
            return seen, sure
        seen.add(self.played)
        if not self.complete or all(
            seen.come_to[n] and (seen.passed_by[n] or n == count - 1) for n in range(sure, count)
        ):
            return seen, sure
        read = {place for ending in self.scenario.endings for place in self.reading.places(ending.when)}
        looked = self.walked(self.reading, FURTHER, self.also(read))
        seen.add(looked.marks)
        return seen, count if looked.complete else sure

    def also(self, places: Iterable[int]) -> frozenset[int]:
        """What has to be told so that the values of these places are known, beside where plays go."""
        return self.guards | self.reading.with_causes(places, self.without)

    @property
    def _left(self) -> float:
        return self._end - time.monotonic()

    def walked(
        self, reading: Reading, limits: Limits, wanted: frozenset[int], remembered: frozenset[int] = frozenset()
    ) -> Traversal:
        """A walk within these limits, as far as there is time."""
        limits = limits._replace(seconds=max(0.0, min(limits.seconds, self._left)))
        walked = traverse(reading, limits, wanted, remembered=remembered)
        self.most_states = max(self.most_states, walked.states)
        return walked


class _Ends(NamedTuple):
    """By ending: whether a play came to it, whether one looked at it in vain, whether its condition held."""

    come_to: Flags
    passed_by: Flags
    held: Flags

    @classmethod
    def of(cls, marks: Marks, known: int) -> _Ends:
        """What marks say of so many endings, from the first on; of the others nothing."""
        told = np.arange(len(marks.ending_seen)) < known
        return cls(marks.ending_seen & told, marks.ending_failed & told, marks.ending_held & told)

    def add(self, marks: Marks) -> None:
        """And what other marks say, of all."""
        for mine, theirs in zip(self, (marks.ending_seen, marks.ending_failed, marks.ending_held), strict=True):
            mine |= theirs


def hardest(rules: Rules) -> Iterator[frozenset[int]]:
    """What makes most states, more of it each time: costs and support, gates, the group's own, counts."""
    bases = rules.board.bases
    gates = len(AUDIENCE_GATES)
    drifting = {b.SUPPORT, b.MOBILIZATION, *range(b.COST, b.COST + len(COSTS))}
    drifting |= {*range(b.PRESSURE, b.PRESSURE + len(COSTS)), *(base + gates for base in bases)}
    hard = frozenset(drifting)
    yield hard
    hard |= {base + gate for base in bases for gate in range(gates)}
    yield hard
    hard |= {b.MOMENTUM, b.COURAGE, b.CARE, b.EVIDENCE, b.CAPACITY, b.BROKEN_CONSENTS}
    yield hard
    names = rules.layout.names
    counters = {rules.places[counter.id] for counter in rules.scenario.counters}
    yield hard | counters | {b.ROUND, *(place for place, name in enumerate(names) if name.startswith(COUNTS))}


def _told(tables: Tables) -> Flags:
    """Of which watched conditions enough is known to look at them."""
    return np.array([number >= 0 for number, _, _ in tables.watched], dtype=np.bool_)
