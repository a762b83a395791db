"""What never happens, and why: each root cause once, with everything that follows from it.

A move that is never open may cut off scenes; a fact that it would have set may keep other moves shut. Only what has
no such cause is a finding, and it says how much follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from backfire_sim.authoring.explore.tables import AT_END
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.proofs.places import Places, count, listed
from backfire_sim.engine.conditions import All, Condition, Is
from backfire_sim.engine.scenario import Inject, Option
from backfire_sim.scenario.condition_text import as_line
from backfire_sim.scenario.document import Path
from backfire_sim.scenario.problems import Problem


class Node(NamedTuple):
    """A thing that never happens; or an outcome that always does, and keeps the later ones from happening."""

    kind: str
    """scene, move, outcome, method or always."""
    number: int


Causes = dict[Node, list[Node]]


def never(evidence: Evidence, places: Places) -> Iterator[Problem]:
    """Moves never open, conditions never or always true, and what they cut off."""
    causes = _causes(evidence, places)
    covered: dict[Node, Node] = {}
    roots: list[Node] = [node for node, why in causes.items() if not why and node.kind != "scene"]
    while True:
        follows = _cover(causes, roots, covered)
        left = [node for node in causes if node not in covered and node.kind not in ("scene",)]
        if not left:
            break
        roots.append(left[0])
    for root in roots:
        yield _problem(evidence, places, root, follows.get(root, []))


def always(evidence: Evidence, places: Places) -> Iterator[Problem]:
    """Conditions that held whenever they were looked at, of moves and methods.

    A condition that decides something in one scene may always hold in another: it is one rule for all of them.
    """
    marks, tables = evidence.marks, evidence.tables
    facts = evidence.scenario.facts
    decide = set(tables.open_when[marks.move_shut].tolist()) | set(tables.method_when[marks.method_failed].tolist())
    for number, ready in enumerate(tables.ready_moves):
        if tables.open_when[number] in decide or not marks.move_open[number]:
            continue
        if ready.when or ready.needs:
            path = places.move(number)
            written = as_line(ready.move.needs or ready.move.when, facts)
            name = ".".join(tables.moves[number])
            yield _always(places, places.guard(path), f"The move `{name}` is always open: `{written}`")
    for number, method in enumerate(tables.ready_methods, 1):
        if tables.method_when[number] not in decide and method.method.when and marks.method_landed[number]:
            written = as_line(method.method.when, facts)
            yield _always(places, places.guard(places.method(number)), f"`{written}` decides nothing here: it")


def _always(places: Places, path: Path, subject: str) -> Problem:
    return places.document.problem(
        "BF105",
        f"{subject} holds in every state in which it is looked at.",
        path,
        key=True,
        help="leave the condition out, or ask for something that can be otherwise here",
    )


def _causes(evidence: Evidence, places: Places) -> Causes:
    marks, tables, reached = evidence.marks, evidence.tables, evidence.paths.reached
    causes: Causes = {}
    for number, ready in enumerate(tables.ready_moves):
        scene = int(tables.scene_of_move[number])
        if not marks.move_open[number]:
            dead = Node("move", number)
            causes[dead] = [] if reached[scene] else [Node("scene", scene)]
            causes[dead] = causes[dead] or _unset(evidence, _both(ready.move.when, ready.move.needs))
        for outcome in range(int(tables.first_outcome[number]), int(tables.first_outcome[number + 1])):
            if not marks.outcome_seen[outcome]:
                causes[Node("outcome", outcome)] = _why_no_outcome(evidence, number, outcome)
    for number, method in enumerate(tables.ready_methods, 1):
        if not marks.method_landed[number]:
            scene = tables.scene_number[method.scene]
            why = [] if reached[scene] else [Node("scene", scene)]
            causes[Node("method", number)] = why or _unset(evidence, method.method.when)
    for outcome, target in enumerate(tables.goto.tolist()):
        if target != AT_END and not reached[target] and not marks.outcome_seen[outcome]:
            causes.setdefault(Node("scene", target), []).append(Node("outcome", outcome))
    for whys in list(causes.values()):
        for cause in whys:
            causes.setdefault(cause, [])
    return causes


def _why_no_outcome(evidence: Evidence, move: int, outcome: int) -> list[Node]:
    marks, tables = evidence.marks, evidence.tables
    if not marks.move_open[move]:
        return [Node("move", move)]
    if marks.outcome_failed[outcome]:
        return _unset(evidence, tables.ready_outcomes[outcome].outcome.when)
    first = int(tables.first_outcome[move])
    earlier = [n for n in range(first, outcome) if marks.outcome_seen[n] and not marks.outcome_failed[n]]
    return [Node("always", earlier[0])] if earlier else []


def _both(one: Condition | None, other: Condition | None) -> Condition | None:
    return All((one, other)) if one is not None and other is not None else one or other


def _unset(evidence: Evidence, condition: Condition | None) -> list[Node]:
    """What never happens that would have set a fact, or counted something, that the condition asks for."""
    parts = condition.parts if isinstance(condition, All) else (condition,)
    for part in parts:
        if isinstance(part, Is) and part.op == ">=" and part.number == 1:
            live, dead = _setters(evidence, part.term)
            if dead and not live:
                return dead
    return []


def _setters(evidence: Evidence, term: str) -> tuple[bool, list[Node]]:
    """(whether anything that happens brings it about, what never happens and would)."""
    marks, tables = evidence.marks, evidence.tables
    kind, _, inner = term.partition("(")
    inner = inner.rstrip(")")
    if kind == "visited" and inner in tables.scene_number:
        scene = tables.scene_number[inner]
        return bool(evidence.paths.reached[scene]), [Node("scene", scene)]
    found = [Node("outcome", n) for n, o in enumerate(tables.ready_outcomes) if _sets(evidence, n, term)]
    if kind == "played":
        found = [Node("move", n) for n, key in enumerate(tables.moves) if ".".join(key) == inner]
    live = any(marks.outcome_seen[n.number] if n.kind == "outcome" else marks.move_open[n.number] for n in found)
    methods = [Node("method", n) for n, m in enumerate(tables.ready_methods, 1) if term in m.method.change.sets]
    live = live or any(marks.method_landed[node.number] for node in methods)
    others: list[Option | Inject] = [*evidence.rules.options.values(), *evidence.rules.injects.values()]
    live = live or any(term in other.change.sets for other in others)
    return live or (kind not in ("visited", "played") and "(" in term), [*found, *methods]


def _sets(evidence: Evidence, outcome: int, fact: str) -> bool:
    tables = evidence.tables
    ready = tables.ready_outcomes[outcome]
    return any(
        step.cause == "set" and step.amount == 1 and evidence.rules.layout.names[step.place] == fact
        for step in ready.bound.settings
    )


def _cover(causes: Causes, roots: list[Node], covered: dict[Node, Node]) -> dict[Node, list[Node]]:
    """Everything that follows from each root, each thing counted at the first root that brings it about."""
    brings: dict[Node, list[Node]] = {}
    for node, why in causes.items():
        for cause in why:
            brings.setdefault(cause, []).append(node)
    covered.clear()
    follows: dict[Node, list[Node]] = {}
    for root in roots:
        todo = [root]
        while todo:
            node = todo.pop()
            if node in covered:
                continue
            covered[node] = root
            if node != root:
                follows.setdefault(root, []).append(node)
            todo += brings.get(node, [])
    return follows


def _problem(evidence: Evidence, places: Places, root: Node, follows: list[Node]) -> Problem:
    tables, facts = evidence.tables, evidence.scenario.facts
    path: Path
    if root.kind == "move":
        ready = tables.ready_moves[root.number]
        written = as_line(_both(ready.move.when, ready.move.needs), facts)
        path = places.guard(places.move(root.number))
        code, help_ = "BF103", _what_to_do(evidence, _both(ready.move.when, ready.move.needs))
        message = f"The move `{'.'.join(tables.moves[root.number])}` is never open: `{written}` never holds there."
    elif root.kind == "method":
        method = tables.ready_methods[root.number - 1]
        written = as_line(method.method.when, facts)
        path = places.guard(places.method(root.number))
        code, help_ = "BF104", _what_to_do(evidence, method.method.when)
        message = f"The method `{method.key}` never lands: `{written}` never holds when its scene opens."
    elif root.kind == "always":
        written = as_line(tables.ready_outcomes[root.number].outcome.when, facts)
        path = places.guard(places.outcome(root.number))
        code, help_ = "BF105", "ask for something that can be otherwise here, or leave out the outcomes after it"
        message = f"`{written}` always holds here, so the outcomes after it never happen."
    else:
        outcome = tables.ready_outcomes[root.number].outcome
        path = places.guard(places.outcome(root.number))
        code, help_ = "BF104", _what_to_do(evidence, outcome.when)
        message = f"This outcome never happens: `{as_line(outcome.when, facts)}` never holds when the move is played."
    notes, cut = _following(evidence, follows)
    return places.document.problem(code, message, path, key=True, help=help_, notes=notes, cuts_off=cut)


def _what_to_do(evidence: Evidence, condition: Condition | None) -> str:
    parts = condition.parts if isinstance(condition, All) else (condition,)
    for part in parts:
        if isinstance(part, Is) and part.term in evidence.scenario.facts and part.op == ">=":
            live, dead = _setters(evidence, part.term)
            if not live and not dead:
                return f"nothing ever sets `{part.term}`: write `sets: [{part.term}]` where it comes about"
    return "correct the condition, or change what leads here so that it can hold"


def _following(evidence: Evidence, follows: list[Node]) -> tuple[tuple[str, ...], int]:
    tables = evidence.tables
    scenes = sorted({node.number for node in follows if node.kind == "scene"})
    there = {tables.scenes[number] for number in scenes}
    moves = [".".join(tables.moves[node.number]) for node in follows if node.kind == "move"]
    moves = sorted(move for move in moves if move.partition(".")[0] not in there)
    notes = []
    if scenes:
        names = listed([tables.scenes[number] for number in scenes])
        notes.append(f"this cuts off {count(len(scenes), 'scene')}, which nobody reaches: {names}")
    if moves:
        notes.append(f"because of it {count(len(moves), 'more move')} cannot be opened: {listed(moves)}")
    return tuple(notes), len(scenes)
