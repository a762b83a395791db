"""What a condition means in one scenario: names looked up, types and ranges checked, compiled for the engine."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from backfire_sim.engine.conditions import All, AnyOf, Condition, Is, Not, OutcomeIs, terms
from backfire_sim.scenario.condition_slips import ConditionError, Repair
from backfire_sim.scenario.conditions import (
    Comparison,
    Junction,
    Negation,
    Node,
    Term,
    parse,
)
from backfire_sim.scenario.contradictions import bounds, contradiction, in_words, written
from backfire_sim.scenario.names import CALLS, Names
from backfire_sim.scenario.suggest import nearest
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, METHODS, OUTCOME_CLASSES, RESPONSES

_SAMPLES = {
    "visited": "visited(scene)",
    "played": "played(scene.move)` or `played(reveal)",
    "prepared": "prepared(option)",
    "consents": "consents(person, use)",
    "refused": "refused(person, use)",
    "answered": "answered(cover_up)` or `answered(scene.method)",
    "named": "named(bearer)",
    "thrown": "thrown(inject)",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in one condition; `start` counts its characters from 0."""

    code: str
    message: str
    start: int
    length: int
    help: str = ""
    repair: Repair | None = None
    """What to write instead, where that is certain."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A condition as the engine takes it (None where it could not be understood), and what is wrong with it."""

    condition: Condition | None
    faults: tuple[Fault, ...]
    reads: frozenset[str]


class Meaning:
    """Reads the conditions of one scenario; the same words are only worked out once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._known: dict[str, Understood] = {}
        self._clashes: dict[tuple[str, ...], str] = {}

    def understand(self, text: str) -> Understood:
        """One line of condition."""
        understood = self._known.get(text)
        if understood is None:
            understood = self._known[text] = self._understand(text)
        return understood

    def all_of(self, lines: Iterable[str]) -> Condition | None:
        """The condition that holds when every line does; None where there is no line. Faulty lines are left out."""
        parts = tuple(part for part in (self.understand(line).condition for line in lines) if part is not None)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else All(parts)

    def contradiction(self, lines: list[str]) -> str:
        """Why the lines of a list can never hold together; empty where they can."""
        together = tuple(lines)
        why = self._clashes.get(together)
        if why is None:
            good = not any(self.understand(line).faults for line in lines)
            why = contradiction(tuple(parse(line) for line in lines)) if good else ""
            self._clashes[together] = why
        return why

    def _understand(self, text: str) -> Understood:
        try:
            node = parse(text)
        except ConditionError as error:
            repair = error.repair
            if repair is not None and repair.if_known and not self.names.is_called(repair.text):
                repair = None
            fault = Fault(error.code, error.message, error.start, error.length, error.help, repair)
            return Understood(None, (fault,), frozenset())
        reading = _Reading(self.names)
        condition = reading.read(node)
        if not reading.faults:
            why = contradiction((node,))
            if why:
                reading.faults.append(Fault("BF053", why, 0, len(text), "correct one of the two parts"))
        faults = tuple(reading.faults)
        if condition is None or any(fault.code != "BF054" for fault in faults):
            return Understood(None, faults, frozenset())
        return Understood(condition, faults, frozenset(terms(condition)))


class _Reading:
    """One walk over a condition's tree."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.faults: list[Fault] = []

    def read(self, node: Node) -> Condition | None:
        if isinstance(node, Negation):
            part = self.read(node.part)
            return None if part is None else Not(part)
        if isinstance(node, Junction):
            parts = [self.read(part) for part in node.parts]
            good = tuple(part for part in parts if part is not None)
            if len(good) < len(parts):
                return None
            return All(good) if node.op == "and" else AnyOf(good)
        return self._comparison(node)

    def _comparison(self, node: Comparison) -> Condition | None:
        term = node.term
        if term.args is not None:
            return self._call(node)
        if term.name == "outcome":
            return self._outcome(node)
        if term.name in self.names.facts:
            return self._fact(node)
        bounds = self.names.numbers.get(term.name)
        if bounds is None:
            self._unknown(term, alone=not node.op)
            return None
        if not node.op:
            return self._refuse(
                "BF052",
                f"`{term.name}` is a number, not a yes or no.",
                term.start,
                term.end,
                f"compare it, such as `{term.name} >= 3`",
            )
        if node.number is None:
            if node.word in self.names.numbers:
                return self._refuse(
                    "BF052",
                    "Two names cannot be compared with each other.",
                    node.right,
                    node.end,
                    f"compare each with a whole number, such as `{term.name} >= 3`",
                )
            return self._refuse(
                "BF052",
                f"`{term.name}` is compared with a whole number, not with `{node.word}`.",
                node.right,
                node.end,
                f"write `{term.name} {node.op} 3`, for example",
            )
        self._range(node, *bounds)
        return Is(term.name, node.op, node.number)

    def _range(self, node: Comparison, low: int | None, high: int | None) -> None:
        """Report a comparison that no value of the name can meet, or that every value does."""
        assert node.number is not None
        from_, to = bounds(node.op, node.number)
        name = in_words(node.term.name)
        goes = f"{name} goes from {low} to {high}" if high is not None else f"{name} starts at {low}"
        outside = (high is not None and from_ > high) or (low is not None and to < low)
        if node.op == "!=":
            never, always = False, (low is not None and node.number < low) or (high is not None and node.number > high)
        else:
            never = outside
            always = low is not None and from_ <= low and (to >= 10**9 or (high is not None and to >= high))
        if never:
            self._fault(
                "BF053", f"This is never true: {goes}.", node.term.start, node.end, "compare with a number inside"
            )
        elif always:
            self._fault(
                "BF054",
                f"This is always true: {goes}.",
                node.term.start,
                node.end,
                "leave this part out, or correct it",
            )

    def _fact(self, node: Comparison) -> Condition | None:
        name = node.term.name
        if not node.op:
            return Is(name, ">=", 1)
        return self._refuse(
            "BF052",
            f"`{name}` is a fact: it is yes or no, and is not compared.",
            node.term.start,
            node.end,
            f"write `{name}` or `not {name}`",
            _yes_or_no(node),
        )

    def _outcome(self, node: Comparison) -> Condition | None:
        term = node.term
        if not node.op or node.op not in ("==", "!="):
            return self._refuse(
                "BF052",
                "`outcome` is compared with the name of a class, by == or !=.",
                term.start,
                node.end,
                "write `outcome == backfire`",
            )
        if node.word not in OUTCOME_CLASSES:
            near = nearest(node.word, OUTCOME_CLASSES) if node.word else None
            return self._refuse(
                "BF051",
                f"No outcome class is called `{node.word or node.number}`.",
                node.right,
                node.end,
                f"did you mean `{near}`?" if near else "the classes are " + ", ".join(OUTCOME_CLASSES),
                self._slip(node.word, near, OUTCOME_CLASSES, node.right),
            )
        return OutcomeIs(node.word, node.op == "==")

    def _call(self, node: Comparison) -> Condition | None:
        term = node.term
        args = [text for text, _ in term.args or ()]
        if term.name not in CALLS:
            near = nearest(term.name, CALLS)
            denies = term.name.lower() == "not"
            help_ = f"did you mean `{near}`?" if near else "there are " + ", ".join(f"{call}( )" for call in CALLS)
            return self._refuse(
                "BF051",
                f"There is no `{term.name}( )` in conditions.",
                term.start,
                term.start + len(term.name),
                "write `not` in small letters" if denies else help_,
                Repair(term.start, term.start + 3, "not ")
                if denies
                else self._slip(term.name, near, CALLS, term.start),
            )
        wanted = 2 if term.name in ("consents", "refused") else 1
        if wanted == 2 and len(args) == 1 and "." in args[0]:
            args = args[0].split(".", 1)
        if len(args) != wanted:
            return self._refuse(
                "BF052",
                f"`{term.name}` takes {'two ids' if wanted == 2 else 'one id'}.",
                term.start,
                term.end,
                f"write `{_SAMPLES[term.name]}`",
            )
        if node.op:
            return self._refuse(
                "BF052",
                f"`{written(term)}` is yes or no, and is not compared.",
                term.start,
                node.end,
                f"write `{written(term)}` or `not {written(term)}`",
                _yes_or_no(node),
            )
        if not self._known_argument(term, args):
            return None
        return Is(f"{term.name}({', '.join(args)})", ">=", 1)

    def _known_argument(self, term: Term, args: list[str]) -> bool:
        names, first = self.names, args[0]
        known: Collection[str]
        match term.name:
            case "visited":
                good, known, what = first in names.scenes, names.scenes, "scene"
            case "prepared":
                good, known, what = first in names.options, names.options, "preparation"
            case "named":
                good, known, what = first in names.bearers, names.bearers, "bearer"
            case "thrown":
                good, known, what = first in names.injects, names.injects, "inject"
            case "played":
                good = first in RESPONSES or names.has_move(first)
                known, what = (*RESPONSES, *names.all_moves()), "move"
            case "answered":
                good = first in METHODS or names.has_method(first)
                known, what = (*METHODS, *names.all_methods()), "method"
            case _:
                reference = ".".join(args)
                good, known, what = names.has_use(reference), (), "use"
                if not good:
                    if first not in names.people:
                        known, what = names.people, "person"
                    else:
                        known, what, first = names.people[first], f"use of {first}", args[1]
        if good:
            return True
        section = {"preparation": "options", "person": "people"}.get(what, what + "s")
        if self.names.may_be_there(first, section):
            return False
        where = (term.args or ((first, term.start),))[-1 if what.startswith("use of") else 0]
        # `ana.face` in one word: the use stands behind the dot.
        start = where[1] + (where[0].rfind(".") + 1 if what.startswith("use of") else 0)
        near = self.names.nearest(first, known)
        repair = self._slip(first, near, known, start)
        help_ = f"did you mean `{near}`?" if near else ""
        if not help_ and term.name in ("played", "answered") and "." not in first:
            help_ = f"write the scene too: `{_SAMPLES[term.name]}`"
        if not help_ and what == "scene" and self.names.has_move(first):
            help_ = f"write `played({first})`"
            repair = Repair(term.start, term.end, f"played({first})")
        if not help_ and known:
            help_ = "there are " + ", ".join(known) if len(known) <= 12 else f"name a {what} that is in the file"
        self._fault("BF051", f"There is no {what} `{first}`.", start, start + len(first), help_, repair)
        return False

    def _unknown(self, term: Term, alone: bool) -> None:
        """Report a name that nothing has. `alone`: it is not compared."""
        name, repair = term.name, None
        meant = self._meant_by(name)
        if meant:
            help_ = f"write `{meant[0]}`"
            repair = Repair(term.start, term.end, meant[0]) if alone and len(meant) == 1 else None
        elif name in CALLS:
            help_ = f"write `{_SAMPLES[name]}`"
        elif name in ("AND", "OR", "NOT", "And", "Or", "Not"):
            help_ = f"write `{name.lower()}` in small letters"
            repair = Repair(term.start, term.end, name.lower())
        elif name.lower() in ("always", "true", "yes", "otherwise", "else", "default"):
            help_ = "leave the key out: without a condition it always holds"
        elif self._may_be_there(name):
            return
        elif name.count(".") == 1 and name.partition(".")[0] in self.names.audiences:
            help_ = "an audience has visibility, dignity, meaning and support: write " + (
                f"`{name.partition('.')[2]}` alone" if name.partition(".")[2] in self.names.numbers else "one of them"
            )
        elif name.count(".") == 1 and name.partition(".")[2] in (*AUDIENCE_GATES, "support"):
            help_ = f"there is no audience `{name.partition('.')[0]}`; there are " + ", ".join(self.names.audiences)
        else:
            known = (*self.names.facts, *self.names.numbers, "outcome")
            near = nearest(name, known)
            repair = self._slip(name, near, known, term.start)
            help_ = (
                f"did you mean `{near}`?" if near else "a fact or counter has to be listed under `facts` or `counters`"
            )
        self._fault("BF051", f"Nothing is called `{name}`.", term.start, term.end, help_, repair)

    def _meant_by(self, name: str) -> list[str]:
        """The conditions about what has this name, where it is no condition by itself."""
        names = self.names
        found = {
            f"outcome == {name}": name in OUTCOME_CLASSES,
            f"visited({name})": name in names.scenes,
            f"prepared({name})": name in names.options,
            f"played({name})": name in RESPONSES or names.has_move(name),
            f"answered({name})": name in METHODS,
        }
        return [condition for condition, there in found.items() if there]

    def _slip(self, name: str, near: str | None, known: Collection[str], start: int) -> Repair | None:
        """The nearest name in place of one that can be nothing else."""
        sure = near is not None and self.names.certain(name, near, known)
        return Repair(start, start + len(name), near) if near is not None and sure else None

    def _may_be_there(self, name: str) -> bool:
        may_be_there = self.names.may_be_there
        if "." in name:
            return may_be_there(name.partition(".")[0], "audiences")
        return may_be_there(name, "facts") or may_be_there(name, "counters")

    def _refuse(
        self, code: str, message: str, start: int, end: int, help_: str = "", repair: Repair | None = None
    ) -> Condition | None:
        """Report a fault that leaves no condition."""
        self._fault(code, message, start, end, help_, repair)
        return None

    def _fault(
        self, code: str, message: str, start: int, end: int, help_: str = "", repair: Repair | None = None
    ) -> None:
        self.faults.append(Fault(code, message, start, max(1, end - start), help_, repair))


def _yes_or_no(node: Comparison) -> Repair | None:
    """What is compared with yes or no, said without a comparison."""
    side = str(node.number) if node.number is not None else node.word.lower()
    truth = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(side)
    if truth is None or node.op not in ("==", "!="):
        return None
    said = written(node.term)
    return Repair(node.term.start, node.end, said if truth == (node.op == "==") else f"not {said}")
