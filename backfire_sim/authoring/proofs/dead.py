"""What never happens and what always holds, said once for each root cause, with everything that follows from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from backfire_sim.authoring.explore.reading import Watched
from backfire_sim.authoring.proofs.causes import TOLD_ELSEWHERE, Causes, Node
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.proofs.following import following
from backfire_sim.authoring.proofs.places import Places, first_landing, told
from backfire_sim.engine.conditions import All, Condition
from backfire_sim.scenario.condition_text import as_line
from backfire_sim.scenario.document import Path
from backfire_sim.scenario.problems import Problem
from backfire_sim.scoring.vocabulary import ANSWER_TO

CORRECT = "correct the condition, or change what leads here so that it can hold"
LEAVE_OUT = "leave the condition out, or ask for something that can be otherwise here"


class Telling:
    """Makes problems of the roots in a web of causes."""

    def __init__(self, evidence: Evidence, places: Places, causes: Causes) -> None:
        self._evidence = evidence
        self._places = places
        self._causes = causes
        self._tables = evidence.tables
        self._facts = evidence.scenario.facts

    def problems(self, told_already: Collection[Node], more: Mapping[Node, tuple[str, ...]]) -> Iterator[Problem]:
        """A problem for each root that was not told already; `more` are notes that belong to some of them."""
        for root in self._causes.roots:
            if root in told_already or root.kind == TOLD_ELSEWHERE:
                continue
            follows = self._causes.follows.get(root, [])
            say = self._of_fact if root.kind == "fact" else self._problem
            problem = say(root, follows, more.get(root, ()))
            if problem is not None:
                yield problem

    def help(self, conditions: Iterator[Condition | None] | tuple[Condition | None, ...]) -> str:
        """What to do about conditions that never hold together."""
        for condition in conditions:
            for fact in self._causes.unset(condition):
                return _set_it(fact)
        return CORRECT

    def _problem(self, root: Node, follows: list[Node], more: tuple[str, ...]) -> Problem | None:
        code, message, path, help_ = self._said(root)
        notes, cut = following(self._evidence, follows)
        if root.kind == "unanswered":
            more = (*more, *self._landing(root.number))
        return self._places.document.problem(
            code, message, path, key=True, help=help_, notes=(*notes, *more), cuts_off=cut
        )

    def _of_fact(self, root: Node, follows: list[Node], more: tuple[str, ...]) -> Problem | None:
        """A fact that nothing ever sets: said at the first condition that asks for it, with the others below."""
        fact = list(self._facts)[root.number]
        asking = [node for node in follows if root in self._causes.why[node] and node.kind != TOLD_ELSEWHERE]
        if not asking:
            return None
        lines = {node: self._places.line(self._said(node)[2]) for node in asking}
        first = min(asking, key=lambda node: lines[node])
        notes, cut = following(self._evidence, [node for node in follows if node not in asking])
        others = sorted({line for node, line in lines.items()} - {lines[first]})
        if others:
            shown = ", ".join(map(str, others[:6])) + (" and more" if len(others) > 6 else "")
            notes = (*notes, f"`{fact}` is asked for in vain on line{'s' if len(others) > 1 else ''} {shown} too")
        code, message, path, _ = self._said(first)
        return self._places.document.problem(
            code, message, path, key=True, help=_set_it(fact), notes=(*notes, *more), cuts_off=cut
        )

    # -- Each kind in words ----------------------------------------------------------------------------------------

    def _said(self, node: Node) -> tuple[str, str, Path, str]:
        """(code, message, path, what to do)."""
        match node.kind:
            case "move":
                return self._move(node.number)
            case "outcome" | "first":
                return self._outcome(node.number, always=node.kind == "first")
            case "method":
                method = self._tables.ready_methods[node.number - 1]
                why = f"{self._written(method.method.when)} never holds when its scene opens"
                message = f"The method `{method.key}` never lands: {why}."
                path = self._places.guard(self._places.method(node.number))
                return "BF104", message, path, self.help((method.method.when,))
            case "unanswered":
                return self._unanswered(node.number)
            case "ending" | "last":
                return self._ending(node.number, always=node.kind == "last")
            case "spot":
                return self._spot_never(node.number)
            case "kept":
                return self._spot_always(node.number)
            case "open":
                ready = self._tables.ready_moves[node.number]
                path = self._places.guard(self._places.move(node.number))
                written = self._written(ready.move.when, ready.move.needs)
                name = ".".join(self._tables.moves[node.number])
                return "BF105", f"The move `{name}` is always open: {written} {_EVERY_TIME}", path, LEAVE_OUT
            case _:
                method = self._tables.ready_methods[node.number - 1]
                path = self._places.guard(self._places.method(node.number))
                written = self._written(method.method.when)
                return "BF105", f"{written} decides nothing here: it {_EVERY_TIME}", path, LEAVE_OUT

    def _move(self, number: int) -> tuple[str, str, Path, str]:
        move = self._tables.ready_moves[number].move
        scene = self._tables.moves[number][0]
        path = self._places.move(number)
        key, condition = ("needs", move.needs) if move.needs is not None else ("when", move.when)
        if move.when is not None and move.needs is not None:
            seen = self._evidence.parts_seen([Watched(move.when, scene), Watched(move.needs, scene)])
            if seen[0].never:
                key, condition = "when", move.when
            elif not seen[1].never:
                condition = All((move.when, move.needs))
        where, condition = self._pinned((*path, key), condition, scene)
        name = ".".join(self._tables.moves[number])
        message = f"The move `{name}` is never open: {self._written(condition)} never holds there."
        return "BF103", message, where, self.help((move.when, move.needs))

    def _outcome(self, number: int, *, always: bool) -> tuple[str, str, Path, str]:
        outcome = self._tables.ready_outcomes[number].outcome
        written = self._written(outcome.when)
        path = self._places.guard(self._places.outcome(number))
        if always:
            help_ = "ask for something that can be otherwise here, or leave out the outcomes after it"
            return "BF105", f"{written} always holds here, so the outcomes after it never happen.", path, help_
        if outcome.when is None or self._evidence.marks.outcome_held[number]:
            held = f"whenever {written} holds, " if outcome.when else ""
            message = f"This outcome never happens: {held}one before it takes its place."
            return "BF104", message, path, "change the conditions of those before it, or put it before them"
        scene = self._tables.moves[self._places.move_of(number)][0]
        path, condition = self._pinned(path, outcome.when, scene)
        message = f"This outcome never happens: {self._written(condition)} never holds when the move is played."
        return "BF104", message, path, self.help((outcome.when,))

    def _ending(self, number: int, *, always: bool) -> tuple[str, str, Path, str]:
        ending = self._evidence.scenario.endings[number]
        path = self._places.guard(("endings", ending.id))
        written = self._written(ending.when)
        after = len(self._evidence.scenario.endings) - number - 1
        if always:
            those = "the ending after it is" if after == 1 else f"the {after} endings after it are"
            help_ = "ask for something that can be otherwise, or leave out this `when` and all that comes after it"
            message = f"{written} always holds when the ending `{ending.id}` is looked at, so {those} never reached."
            return "BF105", message, path, help_
        if ending.when is not None and self._evidence.endings_held[number].never:
            path, condition = self._pinned(path, ending.when, None, at_end=True)
            why = f"{self._written(condition)} never holds when a play ends"
            return "BF107", f"No play comes to the ending `{ending.id}`: {why}.", path, self.help((ending.when,))
        why = (
            f"whenever {written} holds, an ending before it does too"
            if ending.when
            else "those before it take every play"
        )
        help_ = (
            "put it before the ending that takes its plays, change the conditions of those before it, or leave it out"
        )
        return "BF107", f"No play comes to the ending `{ending.id}`: {why}.", path, help_

    def _unanswered(self, number: int) -> tuple[str, str, Path, str]:
        ready = self._tables.ready_methods[number - 1]
        answer = ANSWER_TO[ready.method.uses]
        message = f"Nobody can answer the method `{ready.key}`: no move with `r: {answer}` is open when it has landed."
        where = "this scene or one that comes after it" if ready.method.until_answered else "this scene"
        help_ = f"write a move with `r: {answer}` for {where}, or a preparation with `answers: [{ready.method.uses}]`"
        return "BF108", message, self._places.method(number), help_

    def _landing(self, number: int) -> tuple[str, ...]:
        """How it comes to land, and the moves that would answer it if they were open then."""
        ready = self._tables.ready_methods[number - 1]
        moves = self._evidence.rules.scene(ready.scene).moves.values()
        shut = [
            f"`{ready.scene}.{move.move.id}` is shut then: it asks for {self._written(move.move.when, move.move.needs)}"
            for move in moves
            if move.move.response == ANSWER_TO[ready.method.uses]
        ]
        return (*shut[:3], told(first_landing(self._evidence, number)))

    def _spot_never(self, number: int) -> tuple[str, str, Path, str]:
        spot = self._evidence.spots[number]
        path, condition = self._pinned(spot.path, spot.watched.condition, None, at_end=spot.watched.at_end)
        written = self._written(condition)
        match spot.kind:
            case "inject":
                message = f"The inject `{spot.name}` never fits: {written} never holds."
            case "agrees":
                message = f"`{spot.name}` is never agreed to: {written} never holds."
            case _:
                message = f"This question is never asked: {written} never holds when a play ends."
        return "BF104", message, path, self.help((spot.watched.condition,))

    def _spot_always(self, number: int) -> tuple[str, str, Path, str]:
        spot = self._evidence.spots[number]
        written = self._written(spot.watched.condition)
        match spot.kind:
            case "inject":
                message = f"The inject `{spot.name}` always fits: {written} holds in every state of every scene."
            case "agrees":
                message = f"`{spot.name}` is always agreed to: {written} holds in every state of every scene."
            case "question":
                message = f"This question is always asked: {written} holds whenever a play ends."
            case kind:
                message = f"This `{kind}` of the move `{spot.name}` decides nothing: {written} {_EVERY_TIME}"
        return "BF105", message, spot.path, LEAVE_OUT

    # -- Where exactly -----------------------------------------------------------------------------------------------

    def _pinned(
        self, path: Path, condition: Condition | None, scene: str | None, *, at_end: bool = False
    ) -> tuple[Path, Condition | None]:
        """The one part of a condition that never holds, and its line in the file; or else the whole."""
        if not isinstance(condition, All):
            return path, condition
        parts = condition.parts
        seen = self._evidence.parts_seen([Watched(part, scene, at_end) for part in parts])
        never = [place for place, one in enumerate(seen) if one.never]
        if len(never) != 1:
            return path, condition
        lines = self._places.document.get(path)
        listed = isinstance(lines, list) and len(lines) == len(parts)
        return ((*path, never[0]) if listed else path), parts[never[0]]

    def _written(self, *conditions: Condition | None) -> str:
        """The conditions as one line, in backticks."""
        every = [condition for condition in conditions if condition is not None]
        return f"`{as_line(every[0] if len(every) == 1 else All(tuple(every)), self._facts)}`" if every else ""


_EVERY_TIME = "holds in every state in which it is looked at."


def _set_it(fact: str) -> str:
    return f"nothing ever sets `{fact}`: write `sets: [{fact}]` where it comes about"
