"""A scenario as tables: what every move, outcome and method does, as arrays that many plays look themselves up in.

Scenes, moves, outcomes and methods have numbers; a scene's moves stand next to each other, and so do a move's
outcomes. A change (of an outcome, a method, a preparation or an inject) has a number too; number 0 changes nothing.
Only the numbers of a play that are asked for have tables, so that a question about a few facts costs little.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.changes import Changes, flags
from backfire_sim.authoring.explore.conditions import Conditions, Flags, Numbers, at_most_and_least
from backfire_sim.authoring.explore.reading import Reading
from backfire_sim.engine.conditions import All, Condition
from backfire_sim.engine.layout import means_over
from backfire_sim.engine.rules import ReadyMethod, ReadyMove, ReadyOutcome, ReadyScene, Rules
from backfire_sim.engine.scenario import END
from backfire_sim.scoring import board as b
from backfire_sim.scoring.vocabulary import ANSWER_TO, METHODS

Indices = NDArray[np.intp]

NOBODY = -1
"""The response of `wait`, which answers nothing."""
AT_END = -1
"""Where an outcome leads that ends the play."""


class Consent(NamedTuple):
    """A use of something of a person's."""

    row: int
    person: str
    use: str
    used_by: Flags
    """By move: whether playing it uses this."""


def with_room(board: b.Board) -> b.Board:
    """The board, for columns of 32 bits: so many people that a sum over them needs more are counted in 64."""
    if board.people * b.RANGES["support"][1] < 2**31:
        return board
    crowd = tuple((base, np.int64(size)) for base, size in board.crowd)
    return board._replace(people=np.int64(board.people), crowd=crowd)  # type: ignore[arg-type]


class Tables:
    """The tables of one scenario, for the places asked for (all of them where none are named)."""

    def __init__(
        self, reading: Reading, wanted: frozenset[int] | None = None, remembered: frozenset[int] = frozenset()
    ) -> None:
        self.reading = reading
        self.remembered = remembered
        """Places whose values count even where nothing reads them any more."""
        self.rules = rules = reading.rules
        self.board = with_room(rules.board)
        self.whole = wanted is None
        self.unsure = False
        """Whether there are conditions of which the places wanted are not enough to say whether they hold."""
        self.wanted = frozenset(range(rules.layout.width)) if wanted is None else wanted
        own = sorted(place for place in self.wanted if place >= self.board.size)
        self.row_of = {place: place for place in range(self.board.size)}
        self.row_of.update({place: self.board.size + n for n, place in enumerate(own)})
        self.kept = self.board.size + len(own)
        """How many rows hold the play's own values; what landed and what stands comes after them."""
        self.settles = self.whole or any(self._follows_from_a_round(place) for place in self.wanted)
        self.steadies = b.COURAGE in self.wanted
        self.low, self.high = self._ranges()
        layout = rules.layout._replace(board=self.board, means=means_over(self.board))
        self.conditions = Conditions(layout, self.row_of)
        self._changes = Changes(self)
        self._fill(reading.scenes)
        self.changes = self._changes.tables()

    # -- Numbering ---------------------------------------------------------------------------------------------

    def _fill(self, scenes: list[ReadyScene]) -> None:
        rules = self.rules
        self.scenes = [ready.scene.id for ready in scenes]
        self.scene_number = {scene_id: n for n, scene_id in enumerate(self.scenes)}
        self.moves: list[tuple[str, str]] = []
        """(scene, move) by number."""
        self.ready_moves: list[ReadyMove] = []
        self.ready_outcomes: list[ReadyOutcome] = []
        self.methods: list[tuple[str, str]] = [("", "")]
        """(scene, method) by number; number 0 is none."""
        self.ready_methods: list[ReadyMethod] = []
        first_move, first_outcome, first_method = [0], [0], [1]
        scene_of_move: list[int] = []
        gates: set[int] = set()
        for number, scene in enumerate(scenes):
            for move_id, ready in scene.moves.items():
                self.moves.append((scene.scene.id, move_id))
                self.ready_moves.append(ready)
                scene_of_move.append(number)
                self.ready_outcomes += ready.outcomes
                first_outcome.append(len(self.ready_outcomes))
                gates.update(ready.bonus)
            first_move.append(len(self.moves))
            for method in scene.methods:
                self.methods.append((method.scene, method.method.id))
                self.ready_methods.append(method)
                gates.update(method.gates)
            first_method.append(len(self.methods))
        self.scene_of_move = np.array(scene_of_move, dtype=np.intp)
        self.first_move = np.array(first_move, dtype=np.intp)
        self.first_outcome = np.array(first_outcome, dtype=np.intp)
        self.first_method = np.array(first_method, dtype=np.intp)
        self.most_moves = int(np.diff(self.first_move).max(initial=0))
        self.most_methods = int(np.diff(self.first_method).max(initial=0))
        self.gates = sorted(gates & self.wanted)
        self.visited = np.array(
            [self.row_of.get(-1 if scene.visited is None else scene.visited, -1) for scene in scenes], dtype=np.intp
        )
        self._fill_moves()
        self._fill_outcomes()
        self._fill_methods()
        self.opening = self._opening(rules)
        self.endings = [
            (ending.id, self.conditions.number(ending.when if self._decidable(ending.when) else None))
            for ending in rules.scenario.endings
        ]
        self.watched = [
            (
                self.conditions.number(watched.condition) if self._decidable(watched.condition) else -1,
                None if watched.scene is None else self.scene_number.get(watched.scene, -1),
                watched.at_end,
            )
            for watched in self.reading.watched
        ]
        """(number of the condition, -1 where too little is known to look at it; scene; whether at the end)."""
        self.options = {option: self._changes.of_option(option) for option in rules.options}
        self.injects = {
            inject.id: (self._changes.of_inject(inject.id), self.row_of.get(rules.places[f"thrown({inject.id})"], -1))
            for inject in rules.injects.values()
        }
        self.inject_when = {
            inject: self.most(rules.injects[inject].when) for inject, (_, row) in self.injects.items() if row >= 0
        }

    def most(self, condition: Condition | None) -> int:
        """The number of what holds whenever a condition may: itself, where the places wanted are enough to tell."""
        return self.conditions.number(self._bounded(condition)[0])

    def least(self, condition: Condition | None) -> int:
        """The number of what holds only if a condition surely does."""
        return self.conditions.number(self._bounded(condition)[1])

    def _bounded(self, condition: Condition | None) -> tuple[Condition | None, Condition | None]:
        if self._decidable(condition):
            return condition, condition
        self.unsure = True
        return at_most_and_least(condition, self._decidable)

    def _fill_moves(self) -> None:
        moves = self.ready_moves
        guards = [_both(m.move.when, m.move.needs) for m in moves]
        self.open_when = np.array([self.most(guard) for guard in guards], dtype=np.intp)
        self.open_unsure = np.array([not self._decidable(guard) for guard in guards], dtype=np.bool_)
        self.response = np.array(
            [_RESPONSE_NUMBER[m.move.response] if m.move.response else NOBODY for m in moves], dtype=np.int8
        )
        self.bonus = {
            place: flags(len(moves), (n for n, m in enumerate(moves) if place in m.bonus)) for place in self.gates
        }
        uses = {(person, use) for move in moves for _, person, use in move.consents}
        self.consents = [
            Consent(
                row,
                person,
                use,
                flags(
                    len(moves), (n for n, m in enumerate(moves) if any(key[1:] == (person, use) for key in m.consents))
                ),
            )
            for person, use in sorted(uses)
            if (row := self.row_of.get(self.rules.places[f"consents({person}, {use})"], -1)) >= 0
        ]
        self.asks_consent = flags(len(moves), (n for n, m in enumerate(moves) if m.consents))

    def _fill_outcomes(self) -> None:
        outcomes = self.ready_outcomes
        self.outcome_when = np.array([self.most(o.outcome.when) for o in outcomes], dtype=np.intp)
        self.outcome_sure = np.array([self.least(o.outcome.when) for o in outcomes], dtype=np.intp)
        self.odds = np.array([o.outcome.odds for o in outcomes], dtype=np.int32)
        self.goto = np.array(
            [AT_END if o.outcome.goto == END else self.scene_number[o.outcome.goto] for o in outcomes], dtype=np.intp
        )
        counts = [move.counts for move in self.ready_moves for _ in move.outcomes]
        self.change = np.array(
            [self._changes.add(o.bound, counted) for o, counted in zip(outcomes, counts, strict=True)], dtype=np.intp
        )
        self.several = np.diff(self.first_outcome) > 1

    def _fill_methods(self) -> None:
        methods = self.ready_methods
        count = len(methods) + 1
        self.method_when = np.array([0, *(self.most(m.method.when) for m in methods)], dtype=np.intp)
        self.method_sure = np.array([0, *(self.least(m.method.when) for m in methods)], dtype=np.intp)
        self.uses = np.array([0, *(_METHOD_NUMBER[m.method.uses] for m in methods)], dtype=np.int8)
        self.strength = np.array([0, *(m.method.strength for m in methods)], dtype=np.int32)
        self.weakened = flags(count, (n for n, m in enumerate(methods, 1) if m.weakened_by_evidence))
        self.until_answered = flags(count, (n for n, m in enumerate(methods, 1) if m.method.until_answered))
        self.side_effect = np.array([0, *(self._changes.add(m.bound, ()) for m in methods)], dtype=np.intp)
        self.reach = {
            place: flags(count, (n for n, m in enumerate(methods, 1) if place in m.gates)) for place in self.gates
        }
        self.softeners = [
            (row, flags(count, (n for n, m in enumerate(methods, 1) if any(at == place for at, _ in m.softeners))))
            for option in self.rules.options
            if (row := self.row_of.get(place := self.rules.places[f"prepared({option})"], -1)) >= 0
        ]
        self.answered_kind = [
            (number, self.row_of[place])
            for kind, number in _METHOD_NUMBER.items()
            if (place := self.rules.places.get(f"answered({kind})", -1)) in self.row_of
        ]
        self.answered_one = np.array(
            [-1, *(self.row_of.get(self.rules.places.get(f"answered({m.key})", -1), -1) for m in methods)],
            dtype=np.intp,
        )
        self.most_standing = int(self.until_answered.sum())
        self.use_of_gate = {place: use for place in self.gates if (use := self._use_of(place))}

    def _use_of(self, place: int) -> int:
        if place == b.MOMENTUM:
            return _METHOD_NUMBER["official_channels"]
        if place == b.COURAGE:
            return _METHOD_NUMBER["intimidation_rewards"]
        gate = (place - b.FIRST_AUDIENCE) % b.AUDIENCE_WIDTH
        return _METHOD_NUMBER[("cover_up", "devaluation", "reinterpretation")[gate]]

    def _opening(self, rules: Rules) -> Numbers:
        values = np.zeros(self.kept, dtype=np.int32)
        for place, value in enumerate(rules.opening()):
            if place in self.row_of:
                values[self.row_of[place]] = value
        return values

    def _ranges(self) -> tuple[Numbers, Numbers]:
        low, high = np.zeros(self.kept, dtype=np.int32), np.zeros(self.kept, dtype=np.int32)
        for place, row in self.row_of.items():
            low[row], high[row] = self.rules.ranges[place]
        return low, high

    def _follows_from_a_round(self, place: int) -> bool:
        if b.COST <= place < b.COST + 4 or b.PRESSURE <= place < b.PRESSURE + 4:
            return True
        supports = {base + 3 for base in self.board.bases}
        return place in supports or place in (b.SUPPORT, b.MOBILIZATION)

    def may_change(self) -> set[int]:
        """The places whose values are not the same in every play at every time."""
        layout = self.rules.layout
        told = (
            "prepared(",
            "consents(",
            "refused(",
            "thrown(",
            "named(",
            "visited(",
            "played(",
            "answered(",
            "chance(",
        )
        changing = {place for name, place in layout.places.items() if name.startswith(told)}
        changing |= {b.ROUND, b.COURAGE, b.CARE, b.BROKEN_CONSENTS, *self.gates}
        changing |= {place for place in self.wanted if self._follows_from_a_round(place)}
        return changing | {place for place, row in self.row_of.items() if row in set(self.changes.touched)}

    def told_apart(self) -> int:
        """How many of the endings, from the first on, can be told with the places wanted."""
        told = [self._decidable(ending.when) for ending in self.rules.scenario.endings]
        return told.index(False) if False in told else len(told)

    def _decidable(self, condition: Condition | None) -> bool:
        """Whether the places wanted are enough to say whether it holds."""
        return self.whole or self.reading.places(condition) <= self.wanted


def longest(tables: Tables) -> int:
    """How many rounds the longest way through the scenes has; 0 where ways can go round for ever."""
    after: dict[int, set[int]] = {}
    for outcome, move in enumerate(np.repeat(np.arange(len(tables.moves)), np.diff(tables.first_outcome))):
        target = int(tables.goto[outcome])
        if target >= 0:
            after.setdefault(int(tables.scene_of_move[move]), set()).add(target)
    waits = dict.fromkeys(range(len(tables.scenes)), 0)
    for targets in after.values():
        for target in targets:
            waits[target] += 1
    depth = dict.fromkeys(waits, 1)
    todo = [scene for scene, count in waits.items() if not count]
    done = 0
    while todo:
        scene = todo.pop()
        done += 1
        for target in after.get(scene, ()):
            depth[target] = max(depth[target], depth[scene] + 1)
            waits[target] -= 1
            if not waits[target]:
                todo.append(target)
    return max(depth.values()) if done == len(waits) else 0


def _both(when: Condition | None, needs: Condition | None) -> Condition | None:
    if when is None or needs is None:
        return needs if when is None else when
    return All((when, needs))


_METHOD_NUMBER = {method: number for number, method in enumerate(METHODS, 1)}
_RESPONSE_NUMBER = {ANSWER_TO[method]: number for method, number in _METHOD_NUMBER.items()}
