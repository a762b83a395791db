"""One walk over every state a scenario can come to: what is reached, in how many states, and the shortest way there.

Breadth first, so that the first way found to anything is a shortest one. When there is no room for more states the
walk goes on thinly, a few states in each scene, so that what comes late in a scenario is looked at too; it then says
that it is not complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.asking import ask, questions, refuse, take_back, throw
from backfire_sim.authoring.explore.chances import forks
from backfire_sim.authoring.explore.conditions import CLASSES, Columns, Flags, classes
from backfire_sim.authoring.explore.keys import Keys, Seen, first_of_each
from backfire_sim.authoring.explore.limits import Clock, Limits, Progress
from backfire_sim.authoring.explore.marks import Marks
from backfire_sim.authoring.explore.reading import Reading
from backfire_sim.authoring.explore.rounds import (
    Shape,
    TooManyStandingError,
    at_end,
    ended,
    open_moves,
    open_scenes,
    opening,
    play,
    shape_of,
)
from backfire_sim.authoring.explore.sample import orders, preparations, prepare
from backfire_sim.authoring.explore.tables import Indices, Tables
from backfire_sim.authoring.explore.trail import NO_PARENT, Asked, Edges, TakenBack, Thrown, Trail
from backfire_sim.engine.position import Position

CHUNK = 2048
"""States looked at together: enough to keep arrays busy, few enough to keep them in the processor's caches."""
THIN = 24
"""States still looked at in each scene once there is no room for more."""
UNBOUNDED = 1_000_000
"""The highest value of what has no range of its own: counts, which stop where nothing tells them apart."""


class Layer(NamedTuple):
    """States that are one round further on."""

    columns: Columns
    scenes: Indices
    numbers: NDArray[np.int64]


class Traversal:
    """The walk itself, and what it has met."""

    def __init__(self, tables: Tables, limits: Limits, standing: int = 4) -> None:
        self.tables = tables
        self.limits = limits
        self.shape: Shape = shape_of(tables, standing)
        self.keys = Keys(self.shape)
        self.marks = Marks(tables)
        self.complete = True
        self._seen = Seen()
        self.reached = np.zeros(len(tables.scenes), dtype=np.int64)
        """States in which each scene was open."""
        self.open_in = np.zeros(len(tables.moves), dtype=np.int64)
        """States in which each move was open."""
        self.end_of: dict[int, tuple[int, int]] = {}
        """By ending: the first (state, move) that comes to it."""
        self.class_of: dict[int, tuple[int, int]] = {}
        """By outcome class: the same."""
        self.arrivals = np.zeros((len(tables.endings), len(CLASSES)), dtype=np.int64)
        self._questions = list(questions(tables))
        self._unsure = [one for one in self._questions if one.agrees != one.surely and one.refused >= 0]
        self._injects = [inject for inject in tables.injects if limits.injects and self._matters(inject)]
        self._sets = orders(tables.rules, preparations(tables.rules))
        self.trail = Trail(
            tables,
            self._sets,
            [
                *(Asked(question.person, question.use) for question in self._questions),
                *(Thrown(inject) for inject in self._injects),
                *(TakenBack(question.person, question.use) for question in self._questions),
                *(Asked(question.person, question.use) for question in self._unsure),
            ],
        )
        """How everything that was met was come to."""
        most = max(int(tables.high[row]) for row in tables.row_of.values() if tables.high[row] < UNBOUNDED)
        self._small = np.dtype(np.int16 if max(most, len(tables.methods)) < np.iinfo(np.int16).max else np.int32)
        """What a number of a state fits in while it waits."""
        self._clock = Clock(limits.seconds)

    @property
    def states(self) -> int:
        """How many states were met."""
        return self._seen.count

    def run(self, progress: Progress | None = None) -> None:
        """Walk until everything was seen or a limit is met."""
        layer = self._begin()
        while len(layer.scenes):
            found = []
            for start in range(0, len(layer.scenes), CHUNK):
                if self._clock.over:
                    self.complete = False
                    return
                part = slice(start, start + CHUNK)
                found.append(self._expand(Layer(layer.columns[:, part], layer.scenes[part], layer.numbers[part])))
                if progress is not None:
                    progress(self.states)
            layer = _joined(found, self.shape.rows)

    def state_of(self, position: Position) -> int:
        """The number of the state in which a single play stands with a scene open; -1 if it was not met."""
        tables, shape = self.tables, self.shape
        columns = np.zeros((shape.rows, 1), dtype=np.int32)
        for place, row in tables.row_of.items():
            columns[row] = position.values[place]
        scene = tables.scene_number[position.scene]
        number = {key: n for n, key in enumerate(tables.methods)}
        for landed in position.landed:
            method = number[landed.scene, landed.method]
            if not landed.again and not tables.until_answered[method]:
                columns[shape.here + method - int(tables.first_method[scene])] = 1
            for place, taken in landed.taken:
                if place in tables.gates:
                    columns[shape.back + tables.gates.index(place)] += taken > 0
        for slot, key in enumerate(position.standing[: shape.standing]):
            columns[shape.stand + slot] = number[key]
        scenes = np.array([scene], dtype=np.intp)
        self.keys.forget(columns, scenes)
        return int(self._seen.find(self.keys.words(columns, scenes))[0])

    def _matters(self, inject: str) -> bool:
        change, row = self.tables.injects[inject]
        thrown = self.tables.rules.places[f"thrown({inject})"]
        return row >= 0 and (change > 0 or thrown in self.tables.reading.by_conditions)

    # -- Beginning ---------------------------------------------------------------------------------------------

    def _begin(self) -> Layer:
        columns = opening(self.shape, len(self._sets))
        prepare(self.shape, columns, self._sets, self.marks)
        scenes = np.zeros(len(self._sets), dtype=np.intp)
        none = np.full(len(scenes), NO_PARENT, dtype=np.int64)
        return self._opened(columns, scenes, none, np.arange(len(scenes), dtype=np.int32))[0]

    def _either_way(self, scenes: Indices) -> tuple[Indices, Flags | None]:
        """The plays again, once for each way in which methods may land or not; and which of them land."""
        methods = np.arange(self.tables.most_methods)[:, None]
        first = self.tables.first_method
        there = methods < first[scenes + 1] - first[scenes]
        number = np.where(there, first[scenes] + methods, 0)
        unsure = self.tables.method_when[number] != self.tables.method_sure[number]
        if not unsure.any():
            return np.arange(len(scenes)), None
        ways = 2 ** unsure.sum(axis=0)
        plays = np.repeat(np.arange(len(scenes)), ways)
        way = np.arange(len(plays)) - np.repeat(np.cumsum(ways) - ways, ways)
        place = np.cumsum(unsure, axis=0) - 1
        return plays, ~unsure[:, plays] | ((way >> place[:, plays]) & 1 > 0)

    # -- Going on ----------------------------------------------------------------------------------------------

    def _expand(self, layer: Layer) -> Layer:
        tables, shape = self.tables, self.shape
        columns = layer.columns.astype(np.int32)
        is_open = open_moves(shape, columns, layer.scenes)
        self._note_open(layer, is_open)
        self.marks.watch(tables, columns, layer.scenes)
        slots, states = np.nonzero(is_open)
        moves = tables.first_move[layer.scenes[states]] + slots
        columns = columns.take(states, axis=1)
        found = forks(tables, columns, moves, self.marks)
        if len(found.play) > len(moves):
            columns, moves, states = columns.take(found.play, axis=1), moves[found.play], states[found.play]
        by = found.outcome.astype(np.int32)
        scenes = play(shape, columns, layer.scenes[states], moves, found.outcome, self.marks)
        sources = layer.numbers[states]
        over = at_end(scenes)
        if over.any():
            done = np.flatnonzero(over)
            self._note_ends(columns.take(done, axis=1), sources[done], moves[done])
            self.trail.edges.append(Edges(sources[done], np.full(len(done), -1, dtype=np.int64), by[done]))
            on = np.flatnonzero(~over)
            columns, scenes, sources, moves = columns.take(on, axis=1), scenes[on], sources[on], moves[on]
            by = by[on]
        following, into, plays = self._opened(columns, scenes, sources, moves.astype(np.int32))
        self.trail.edges.append(Edges(sources[plays], into, by[plays]))
        return following

    def _opened(
        self, columns: Columns, scenes: Indices, parents: NDArray[np.int64], steps: NDArray[np.int32]
    ) -> tuple[Layer, NDArray[np.int64], Indices]:
        """Open the scenes. (The states not met before, the number of the state for every play, which play it was.)

        A play stands there more than once if a method may land or not.
        """
        plays = np.arange(len(scenes))
        if not len(scenes):
            return Layer(columns, scenes, parents), parents, plays
        wished = None
        if self.tables.unsure and self.tables.most_methods:
            plays, wished = self._either_way(scenes)
            columns, scenes, parents, steps = columns.take(plays, axis=1), scenes[plays], parents[plays], steps[plays]
        open_scenes(self.shape, columns, scenes, self.marks, wished)
        self.keys.forget(columns, scenes)
        layer, numbers = self._met(columns, scenes, parents, steps)
        layers = [layer]
        # What happens may let something else happen: a call, and then she says yes. So all is tried again after each.
        while len(layer.scenes):
            layer = _joined(list(self._happened(layer)), self.shape.rows)
            layers.append(layer)
        return _joined(layers, self.shape.rows), numbers, plays

    def _happened(self, layer: Layer) -> Iterator[Layer]:
        """The states not met before to which one thing leads that may happen in a scene, beside its moves."""
        for number in range(len(self.trail.happenings)):
            able = np.flatnonzero(self._can_happen(number, layer.columns))
            if not len(able):
                continue
            other = layer.columns.take(able, axis=1).astype(np.int32)
            changed = np.flatnonzero(self._happen(number, other))
            if len(changed):
                plays = able[changed]
                other, own = other.take(changed, axis=1), layer.scenes[plays]
                self.keys.forget(other, own)
                by = np.full(len(plays), -number - 1, dtype=np.int32)
                further, into = self._met(other, own, layer.numbers[plays], by)
                self.trail.edges.append(Edges(layer.numbers[plays], into, by))
                yield further

    def _can_happen(self, number: int, columns: Columns) -> Flags:
        """In which plays it is not ruled out at once: who has said yes is not asked, and what is thrown stays so."""
        asked, thrown = len(self._questions), len(self._questions) + len(self._injects)
        if number < asked:
            return np.asarray(columns[self._questions[number].granted] == 0)
        if number < thrown:
            return np.asarray(columns[self.tables.injects[self._injects[number - asked]][1]] == 0)
        if number < thrown + asked:
            return np.asarray(columns[self._questions[number - thrown].granted] > 0)
        return np.asarray(columns[self._unsure[number - thrown - asked].granted] == 0)

    def _happen(self, number: int, columns: Columns) -> Flags:
        """Let something happen in every play in which it can; gives back in which anything changed."""
        asked, thrown = len(self._questions), len(self._questions) + len(self._injects)
        if number < asked:
            return ask(self.tables, columns, self._questions[number], np.ones(columns.shape[1], dtype=np.bool_))
        if number < thrown:
            return throw(self.tables, columns, self._injects[number - asked], marks=self.marks)
        if number < thrown + asked:
            return take_back(columns, self._questions[number - thrown])
        return refuse(self.tables, columns, self._unsure[number - thrown - asked])

    def _met(
        self, columns: Columns, scenes: Indices, parents: NDArray[np.int64], steps: NDArray[np.int32]
    ) -> tuple[Layer, NDArray[np.int64]]:
        words = self.keys.words(columns, scenes)
        firsts, member = first_of_each(words)
        known = self._seen.find(words[:, firsts])
        fresh = np.flatnonzero(known < 0)
        fresh = fresh[np.argsort(firsts[fresh], kind="stable")]
        kept = self._with_room(scenes[firsts[fresh]])
        fresh = fresh[kept]
        at = firsts[fresh]
        known[fresh] = self._seen.add(words[:, at])
        self.trail.add(parents[at], steps[at], scenes[at], ~self._landed(columns, at))
        np.add.at(self.reached, scenes[at], 1)
        return Layer(columns.take(at, axis=1).astype(self._small), scenes[at], known[fresh]), known[member]

    def _landed(self, columns: Columns, plays: Indices) -> Flags:
        """In which of these plays a method landed this round."""
        shape = self.shape
        rows = [*range(shape.here, shape.back), *range(shape.stand, shape.rows)]
        landed = np.zeros(len(plays), dtype=np.bool_)
        for row in rows:
            landed |= columns[row, plays] > 0
        return landed

    def _with_room(self, scenes: Indices) -> Indices:
        """Which of these new states may be kept: all, until there is no room; then a few in each scene."""
        if self.states + len(scenes) <= self.limits.states:
            return np.arange(len(scenes))
        self.complete = False
        order = np.argsort(scenes, kind="stable")
        ordered = scenes[order]
        starts = np.searchsorted(ordered, ordered, side="left")
        rank = np.arange(len(ordered)) - starts
        return np.sort(order[self.reached[ordered] + rank < THIN])

    # -- Taking notes ------------------------------------------------------------------------------------------

    def _note_open(self, layer: Layer, is_open: Flags) -> None:
        tables = self.tables
        count = tables.first_move[layer.scenes + 1] - tables.first_move[layer.scenes]
        for slot in range(is_open.shape[0]):
            there = slot < count
            moves = tables.first_move[layer.scenes[there]] + slot
            np.add.at(self.open_in, moves[is_open[slot][there]], 1)
            self.marks.move_open[moves[is_open[slot][there]]] = True
            self.marks.move_shut[moves[~is_open[slot][there] | tables.open_unsure[moves]]] = True
        stuck = np.flatnonzero((is_open.sum(axis=0) == 1) & (count > 1))
        if len(stuck):
            self.trail.note_only_waiting(layer.numbers[stuck])

    def _note_ends(self, columns: Columns, states: NDArray[np.int64], moves: Indices) -> None:
        endings, kinds = ended(self.tables, columns, self.marks), classes(columns)
        self.marks.watch(self.tables, columns, None)
        np.add.at(self.arrivals, (endings, kinds), 1)
        self.marks.ending_seen[endings] = True
        for found, first in ((endings, self.end_of), (kinds, self.class_of)):
            for value, place in zip(*np.unique(found, return_index=True), strict=True):
                first.setdefault(int(value), (int(states[place]), int(moves[place])))


def traverse(
    reading: Reading,
    limits: Limits,
    wanted: frozenset[int] | None,
    progress: Progress | None = None,
    *,
    remembered: frozenset[int] = frozenset(),
) -> Traversal:
    """Walk over every state, telling states apart by the places wanted (by all, where none are named).

    What nothing reads any more is forgotten on the way, but for what has to be `remembered`.
    """
    tables = Tables(reading, wanted, remembered)
    standing = 4
    while True:
        going = Traversal(tables, limits, standing)
        try:
            going.run(progress)
            return going
        except TooManyStandingError:
            standing *= 4


def _joined(layers: list[Layer], rows: int) -> Layer:
    layers = [layer for layer in layers if len(layer.scenes)]
    if len(layers) == 1:
        return layers[0]
    if not layers:
        return Layer(np.zeros((rows, 0), dtype=np.int32), np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.int64))
    return Layer(
        np.concatenate([layer.columns for layer in layers], axis=1),
        np.concatenate([layer.scenes for layer in layers]),
        np.concatenate([layer.numbers for layer in layers]),
    )
