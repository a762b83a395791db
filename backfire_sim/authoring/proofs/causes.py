"""What never happens and what always holds, as a web of causes: what follows from what.

A move that is never open may cut off scenes; a fact that it would have set may keep other moves shut, and an ending
from being reached. Only what has no such cause is a root; everything else follows from one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from backfire_sim.authoring.explore.tables import AT_END
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.engine.conditions import All, Condition, Is, terms
from backfire_sim.engine.rules import Bound
from backfire_sim.engine.scenario import Change, Scenario, Scene
from backfire_sim.scoring.vocabulary import ANSWER_TO

TOLD_ELSEWHERE = "gone"
"""The kind of what the ways in the file explain by themselves: a scene to which no way leads."""


class Node(NamedTuple):
    """Something that never happens, or a condition that always holds where it is looked at."""

    kind: str
    """What never happens: scene, move, outcome, method, unanswered, ending, spot, fact, gone.

    What always holds: first, last, open, lands, kept.
    `first` is an outcome that always happens, so that those after it never do; `last` an ending; `open` a move that is
    always open; `lands` a method that always lands; `kept` a spot that always holds.
    """
    number: int


Brought = tuple[bool, list[Node]]
"""(Whether anything that happens brings something about, what never happens and would.)"""


class Causes:
    """The web of one scenario; empty where not every way through its scenes was looked at."""

    def __init__(self, evidence: Evidence, *, trapped: bool = False) -> None:
        """`trapped`: some plays never end. What is missing at the end may then follow from that, and is not told."""
        self._evidence = evidence
        self._every_play_ends = not trapped
        self._facts = {fact: n for n, fact in enumerate(evidence.scenario.facts)}
        self._set_anywhere = ever_set(evidence.scenario) if self._facts else set()
        options = evidence.rules.options.values()
        scenes = evidence.scenario.scenes
        gone = set(scenes) - set(evidence.tables.scene_number)
        self._out_of_reach = [change for scene_id in scenes if scene_id in gone for change in changes(scenes[scene_id])]
        """What is done in scenes to which no way leads at all."""
        self._prepared = {kind for option in options for kind in option.answers}
        self.why: dict[Node, list[Node]] = {}
        if evidence.complete:
            self._find()
        for causes in list(self.why.values()):
            for cause in causes:
                self.why.setdefault(cause, [])
        self.roots = [node for node, causes in self.why.items() if not causes and node.kind != "scene"]
        self.follows: dict[Node, list[Node]] = {}
        """What follows from each root, each thing at the first root that brings it about."""
        self._cover()

    def unset(self, condition: Condition | None) -> list[str]:
        """The facts that a condition asks for and nothing anywhere sets."""
        return sorted(term for term in terms(condition) if term in self._facts and term not in self._set_anywhere)

    # -- Finding -----------------------------------------------------------------------------------------------

    def _find(self) -> None:
        self._moves()
        self._methods()
        self._scenes()
        self._spots()
        self._endings()

    def _moves(self) -> None:
        evidence = self._evidence
        marks, tables, reached = evidence.marks, evidence.tables, evidence.paths.reached
        for number in np.flatnonzero(~marks.move_open).tolist():
            scene = int(tables.scene_of_move[number])
            move = tables.ready_moves[number].move
            self.why[Node("move", number)] = (
                self._not_met(move.when, move.needs) if reached[scene] else [Node("scene", scene)]
            )
        deciding = {*tables.open_when[marks.move_shut].tolist(), *tables.method_when[marks.method_failed].tolist()}
        for number in np.flatnonzero((tables.open_when > 0) & marks.move_open).tolist():
            if tables.open_when[number] not in deciding:
                move = tables.ready_moves[number].move
                self.why[Node("open", number)] = self._kept_by(move.when, move.needs)
        for number in np.flatnonzero((tables.method_when > 0) & marks.method_landed).tolist():
            if tables.method_when[number] not in deciding:
                self.why[Node("lands", number)] = self._kept_by(tables.ready_methods[number - 1].method.when)
        move_of = np.repeat(np.arange(len(tables.moves)), np.diff(tables.first_outcome))
        for outcome in np.flatnonzero(~marks.outcome_seen).tolist():
            self.why[Node("outcome", outcome)] = self._why_no_outcome(int(move_of[outcome]), outcome)

    def _why_no_outcome(self, move: int, outcome: int) -> list[Node]:
        marks, tables = self._evidence.marks, self._evidence.tables
        if not marks.move_open[move]:
            return [Node("move", move)]
        when = tables.ready_outcomes[outcome].outcome.when
        if when is not None and not marks.outcome_held[outcome]:
            return self._not_met(when)
        first = int(tables.first_outcome[move])
        taking = [n for n in range(first, outcome) if marks.outcome_seen[n] and not marks.outcome_failed[n]]
        # What is drawn by weight leaves the others of its run their share.
        taking = [n for n in taking if not tables.odds[n : outcome + 1].all()]
        for n in taking[:1]:
            self.why.setdefault(Node("first", n), self._kept_by(tables.ready_outcomes[n].outcome.when))
        return [Node("first", n) for n in taking[:1]]

    def _methods(self) -> None:
        evidence = self._evidence
        marks, tables = evidence.marks, evidence.tables
        for number, ready in enumerate(tables.ready_methods, 1):
            scene = tables.scene_number[ready.scene]
            if not marks.method_landed[number]:
                unreached = [] if evidence.paths.reached[scene] else [Node("scene", scene)]
                self.why[Node("method", number)] = unreached or self._not_met(ready.method.when)
            elif not marks.method_answered[number] and ready.method.uses not in self._prepared:
                anywhere = ready.method.until_answered
                shut = [
                    Node("move", n)
                    for n, move in enumerate(tables.ready_moves)
                    if move.move.response == ANSWER_TO[ready.method.uses]
                    and not marks.move_open[n]
                    and (anywhere or int(tables.scene_of_move[n]) == scene)
                ]
                self.why[Node("unanswered", number)] = shut

    def _scenes(self) -> None:
        tables, reached = self._evidence.tables, self._evidence.paths.reached
        for outcome, target in enumerate(tables.goto.tolist()):
            if target != AT_END and not reached[target] and not self._evidence.marks.outcome_seen[outcome]:
                self.why.setdefault(Node("scene", target), []).append(Node("outcome", outcome))

    def _spots(self) -> None:
        evidence = self._evidence
        for number, (spot, seen) in enumerate(zip(evidence.spots, evidence.spots_seen, strict=True)):
            condition = spot.watched.condition
            if spot.kind in ("when", "needs"):
                if seen.always and self._decides(spot.watched.scene, spot.name):
                    self.why[Node("kept", number)] = self._kept_by(condition)
            elif spot.kind == "question" and not self._every_play_ends:
                continue
            elif seen.never:
                self.why[Node("spot", number)] = self._not_met(condition)
            elif seen.always:
                self.why[Node("kept", number)] = self._kept_by(condition)

    def _decides(self, scene: str | None, name: str) -> bool:
        """Whether a move is sometimes open and sometimes shut: if one part of its guard always holds, that is told."""
        marks, tables = self._evidence.marks, self._evidence.tables
        if scene not in tables.scene_number:
            return False
        number = tables.moves.index((scene, name.rpartition(".")[2]))
        return bool(marks.move_open[number] and marks.move_shut[number])

    def _endings(self) -> None:
        evidence = self._evidence
        if not self._every_play_ends:
            return
        before: list[Node] = []
        for number, ending in enumerate(evidence.scenario.endings):
            come_to, held = evidence.endings_come_to[number], evidence.endings_held[number]
            node = Node("ending", number)
            if before:
                self.why[node] = before[:1]
            elif ending.when is None:
                # What stands after an ending without a condition is a fault of the file, and told there.
                before.append(Node(TOLD_ELSEWHERE, number))
                if come_to.never:
                    self.why[node] = []
            elif come_to.always:
                self.why[Node("last", number)] = self._kept_by(ending.when)
                before.append(Node("last", number))
            elif held.never:
                self.why[node] = self._not_met(ending.when)
            elif come_to.never:
                self.why[node] = []

    # -- Why a condition is never met, or always -----------------------------------------------------------------

    def _kept_by(self, *conditions: Condition | None) -> list[Node]:
        facts = [fact for condition in conditions for fact in self.unset(condition)]
        return [Node("fact", self._facts[fact]) for fact in facts[:1]]

    def _not_met(self, *conditions: Condition | None) -> list[Node]:
        """What never happens that would have set a fact, or counted something, that the conditions ask for."""
        for condition in conditions:
            for part in condition.parts if isinstance(condition, All) else (condition,):
                if isinstance(part, Is) and part.op == ">=" and part.number == 1:
                    live, dead = self._brought_about(part.term)
                    if dead and not live:
                        return dead
        return []

    def _brought_about(self, term: str) -> Brought:
        evidence = self._evidence
        marks, tables = evidence.marks, evidence.tables
        kind, _, inner = term.partition("(")
        inner = inner.rstrip(")")
        if term in self._facts:
            return self._set_by(term)
        if kind == "visited":
            scene = tables.scene_number.get(inner, -1)
            return scene >= 0 and bool(evidence.paths.reached[scene]), [
                Node("scene", scene)
            ] if scene >= 0 else self._gone(inner)
        if kind == "played":
            found = [n for n, key in enumerate(tables.moves) if ".".join(key) == inner]
            found = found or [n for n, ready in enumerate(tables.ready_moves) if ready.move.response == inner]
            live = any(marks.move_open[n] for n in found)
            return live, [Node("move", n) for n in found] or self._gone(inner)
        if kind == "answered":
            found = [n for n, ready in enumerate(tables.ready_methods, 1) if inner in (ready.key, ready.method.uses)]
            live = any(marks.method_answered[n] for n in found)
            live = live or any(
                ready.method.uses in self._prepared
                for ready in tables.ready_methods
                if inner in (ready.key, ready.method.uses)
            )
            dead = [Node("unanswered" if marks.method_landed[n] else "method", n) for n in found]
            return live, dead or self._gone(inner)
        if kind == "thrown":
            return self._spot_of("inject", inner, "spot")
        if kind in ("consents", "refused"):
            return self._spot_of("agrees", inner.replace(", ", "."), "spot" if kind == "consents" else "kept")
        if kind == "named":
            return self._named_by(inner)
        return True, []

    def _set_by(self, fact: str) -> Brought:
        if fact not in self._set_anywhere:
            return False, [Node("fact", self._facts[fact])]
        place = self._evidence.rules.places[fact]
        return self._done_by(
            lambda bound: any(step.place == place and step.amount for step in bound.settings),
            lambda change: fact in change.sets,
        )

    def _named_by(self, bearer: str) -> Brought:
        found = self._evidence.rules.bearers.get(bearer)
        if found is None or found.named:
            return True, []
        return self._done_by(lambda bound: bearer in bound.names, lambda change: bearer in change.names)

    def _done_by(self, bound: Callable[[Bound], bool], change: Callable[[Change], bool]) -> Brought:
        evidence = self._evidence
        marks, tables = evidence.marks, evidence.tables
        outcomes = [n for n, ready in enumerate(tables.ready_outcomes) if bound(ready.bound)]
        methods = [n for n, ready in enumerate(tables.ready_methods, 1) if bound(ready.bound)]
        injects = [self._spot_of("inject", one.id, "spot") for one in evidence.scenario.injects if change(one.change)]
        live = any(marks.outcome_seen[n] for n in outcomes) or any(marks.method_landed[n] for n in methods)
        live = live or any(change(option.change) for option in evidence.rules.options.values())
        live = live or any(thrown for thrown, _ in injects)
        dead = [*(Node("outcome", n) for n in outcomes), *(Node("method", n) for n in methods)]
        dead += [node for _, nodes in injects for node in nodes]
        return live, dead or ([Node(TOLD_ELSEWHERE, -1)] if any(map(change, self._out_of_reach)) else [])

    def _spot_of(self, kind: str, name: str, node: str) -> Brought:
        """Whether a spot is anything but never (or always, for `kept`); and that it is, if it is."""
        evidence = self._evidence
        for number, (spot, seen) in enumerate(zip(evidence.spots, evidence.spots_seen, strict=True)):
            if (spot.kind, spot.name) == (kind, name):
                told = seen.never if node == "spot" else seen.always
                return not told, [Node(node, number)] if told else []
        return node == "spot", []

    def _gone(self, name: str) -> list[Node]:
        """The cause of what only a scene could bring about to which no way leads at all."""
        scene = name.partition(".")[0]
        known = self._evidence.scenario.scenes
        return [Node(TOLD_ELSEWHERE, -1)] if scene in known and scene not in self._evidence.tables.scene_number else []

    # -- What follows from what ----------------------------------------------------------------------------------

    def _cover(self) -> None:
        brings: dict[Node, list[Node]] = {}
        for node, causes in self.why.items():
            for cause in causes:
                brings.setdefault(cause, []).append(node)
        covered: set[Node] = set()
        waiting = iter(list(self.why))
        for root in self._in_turn(waiting, covered):
            todo = [root]
            while todo:
                node = todo.pop()
                if node in covered:
                    continue
                covered.add(node)
                if node != root:
                    self.follows.setdefault(root, []).append(node)
                todo += brings.get(node, [])

    def _in_turn(self, nodes: Iterator[Node], covered: set[Node]) -> Iterator[Node]:
        """The roots; then what is left in rings that only keep each other from happening, each ring by its first."""
        yield from list(self.roots)
        for node in nodes:
            if node not in covered and node.kind != "scene":
                self.roots.append(node)
                yield node


def ever_set(scenario: Scenario) -> set[str]:
    """The facts that anything in the file sets, whether or not it ever happens."""
    every = [inject.change for inject in scenario.injects]
    every += [option.change for option in (scenario.preparation.options if scenario.preparation else ())]
    every += [change for scene in scenario.scenes.values() for change in changes(scene)]
    return {fact for change in every for fact in change.sets}


def changes(scene: Scene) -> Iterator[Change]:
    """Everything that a scene's methods and moves do."""
    for method in scene.methods:
        yield method.change
    for move in (*scene.moves, scene.wait):
        yield move.change
        yield from (outcome.change for outcome in move.outcomes)
