"""The problems found so far in one file, and the small checks that every part needs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any

from backfire_sim.engine.conditions import Condition
from backfire_sim.scenario.document import Document, Path
from backfire_sim.scenario.meaning import Fault, Meaning
from backfire_sim.scenario.names import Names
from backfire_sim.scenario.problems import Place, Problem
from backfire_sim.scenario.spelling import ID, SECTIONS
from backfire_sim.scenario.words import describe

_SECTION_OF = {what: section for section, what in SECTIONS.items()} | {"preparation": "options", "scene": "scenes"}
MINUS = "−"
"""The minus sign of typographers, which is as good as a hyphen before a step."""
_TIGHT = re.compile(r"(?P<name>[a-z_][\w.]*)\s*:\s*(?P<step>[+=−-]?[0-9]+)")
_TURNED = re.compile(r"(?P<step>[+=−-][0-9]+)\s+(?P<name>[a-z_][\w.]*)")
_STEPS = re.compile(r"[+=-][0-9]{1,6}")


class Findings:
    """Collects problems; knows the file, its names and its conditions."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.names = Names(document)
        self.meaning = Meaning(self.names)
        self.problems: list[Problem] = []
        self.reads: set[str] = set()
        self.former: dict[str, Path] = {}
        """Former scene ids, and the scene that claims each."""
        self.lost_targets = bool(document.mended)
        """Whether a way may lead somewhere that nobody can tell: then no scene is surely cut off."""
        self.broken: dict[int, str | None] = {}
        """Place in `problems` of each broken target, with the scene most likely meant."""
        self._broken_again: dict[str, list[int]] = {}

    def add(self, code: str, message: str, path: Path, *, key: bool = False, **more: Any) -> None:
        """Report a problem at a path."""
        self.problems.append(self.document.problem(code, message, path, key=key, **more))

    def ids(self, names: Iterable[str], path: Path) -> None:
        """Ids are small letters, digits and underscores, starting with a letter."""
        for name in names:
            if not ID.fullmatch(name):
                fixed = re.sub(r"[^a-z0-9_]+", "_", name.lower()).strip("_")
                fixed = fixed if ID.fullmatch(fixed) else f"the_{fixed}"[:60].rstrip("_")
                self.add(
                    "BF010",
                    f"`{name}` cannot be an id.",
                    (*path, name),
                    key=True,
                    help=f"ids are small letters, digits and _, starting with a letter: `{fixed}`",
                )

    def refer(self, name: str, known: Collection[str], what: str, path: Path) -> bool:
        """Whether a name exists; if not, a problem with the nearest one."""
        if name in known:
            return True
        if self.names.may_be_there(name, _SECTION_OF.get(what, "")):
            return False
        near = self.names.nearest(name, known)
        if near:
            help_ = f"did you mean `{near}`?"
        elif known and len(known) <= 12:
            help_ = "there are " + ", ".join(known)
        else:
            help_ = "add it to the file, or name one that is there"
        self.add("BF013", f"There is no {what} `{name}`.", path, help=help_)
        return False

    def broken_target(self, target: str, path: Path) -> None:
        """Report a `goto` that names no scene."""
        if self.names.may_be_there(target, "scenes"):
            self.lost_targets = self.lost_targets or target not in self.names.spelled
            return
        earlier = self._broken_again.get(target)
        if earlier is not None:
            earlier.append(self.document.place(path).line)
            return
        near = "END" if target.lower() in ("end", "ende", "the_end") else self.names.nearest(target, self.names.scenes)
        if near is None:
            help_ = "write the id of a scene, or END"
        elif near == "END":
            help_ = "write END in capital letters"
        else:
            line = self.document.place(("scenes", near), key=True).line
            help_ = f"did you mean `{near}`, line {line}?"
        self.lost_targets = self.lost_targets or near is None
        self.broken[len(self.problems)] = near
        self._broken_again[target] = []
        self.add("BF012", f"No scene has the id `{target}`.", path, label="no scene has this id", help=help_)

    def note_repeated_targets(self) -> None:
        """Say once, at the first of several equal broken targets, where the others stand."""
        for place, lines in zip(list(self.broken), self._broken_again.values(), strict=True):
            if lines:
                shown = ", ".join(str(line) for line in lines[:6])
                more = f" and {len(lines) - 6} more" if len(lines) > 6 else ""
                note = f"the same on line{'s' if len(lines) > 1 else ''} {shown}{more}"
                self.problems[place] = self.problems[place].with_note(note)

    def ids_in_value(self, name: str, path: Path) -> None:
        """An id that stands as a value."""
        if not ID.fullmatch(name):
            self.add("BF010", f"`{name}` cannot be an id.", path, help="ids are small letters, digits and _")

    def refer_all(self, names: list[str], known: Collection[str], what: str, path: Path) -> None:
        """The same for a list, where no name may stand twice."""
        for place, name in enumerate(names):
            if self.refer(name, known, what, (*path, place)) and name in names[:place]:
                self.add("BF014", f"The {what} `{name}` is listed twice.", (*path, place), help="leave one out")

    def uses(self, references: list[str], path: Path) -> None:
        """References to consent, as person.use."""
        for place, reference in enumerate(references):
            if self.names.has_use(reference):
                continue
            person, dot, use = reference.partition(".")
            where = (*path, place)
            if not dot:
                self.add(
                    "BF013",
                    f"`{reference}` does not say whose it is and what is used.",
                    where,
                    help="write person.use, such as `ana.story`",
                )
            elif self.refer(person, self.names.people, "person", where):
                self.refer(use, self.names.people[person], f"use of `{person}` called", where)

    def condition(self, lines: list[str], path: Path) -> Condition | None:
        """The condition of a `when` or `needs`; None where there is none, or where it could not be understood."""
        if not lines:
            return None
        faulty = cut = False
        for place, line in enumerate(lines):
            understood = self.meaning.understand(line)
            self.reads |= understood.reads
            # What a comma in brackets cut in two is one slip, not two.
            faults = () if cut and line.endswith(")") else understood.faults
            cut = bool(understood.faults) and line.count("(") > line.count(")")
            for fault in faults:
                faulty = True
                self._fault(fault, line, path, place)
        if not faulty and len(lines) > 1:
            why = self.meaning.contradiction(lines)
            if why:
                self.add("BF053", why, path, key=True, help="a list means that all of its lines hold together")
        return self.meaning.all_of(lines)

    def effects(self, effects: dict[str, Any], path: Path) -> None:
        """Signed whole steps on names that exist."""
        ranges = self.names.effect_ranges
        if None in effects.values():
            effects = self._with_colons(effects, path)
        for name, amount in effects.items():
            if isinstance(amount, str):
                amount = amount.replace(MINUS, "-")
            if name not in ranges and not self.names.may_be_there(name, "counters"):
                self._effect_name(name, path)
            if type(amount) is int and amount < 0:
                amount = str(amount)
            if not (isinstance(amount, str) and _STEPS.fullmatch(amount)):
                self._effect_amount(name, amount, path)
            elif amount in ("+0", "-0"):
                self.add("BF062", f"`{amount}` changes nothing.", (*path, name), help="leave it out")
            elif name in ranges:
                self._effect_range(name, amount, path)

    def _with_colons(self, effects: dict[str, Any], path: Path) -> dict[str, Any]:
        """The effects that are written as such; for those that lack a colon or its space, one problem."""
        meant: dict[str, Any] = {}
        slips = 0
        for name, amount in effects.items():
            tight = _TIGHT.fullmatch(name) if amount is None else None
            turned = _TURNED.fullmatch(name) if amount is None and tight is None else None
            if tight or turned:
                slips += 1
                found = tight or turned
                assert found is not None
                meant[found["name"]] = found["step"]
            else:
                meant[name] = amount
        if not slips:
            return effects
        first = next(name for name, amount in effects.items() if amount is None)
        self.add(
            "BF028",
            "A change is written as a name, a colon, a space and a step.",
            (*path, first),
            key=True,
            help="write {" + ", ".join(f"{name}: {step}" for name, step in meant.items()) + "}",
        )
        return {name: amount for name, amount in effects.items() if amount is not None}

    def _effect_name(self, name: str, path: Path) -> None:
        if name in self.names.facts:
            help_ = f"`{name}` is a fact: write `sets: [{name}]` or `clears: [{name}]`"
        elif name in ("power", "mobilization", "round", "outcome"):
            help_ = "this follows from the rest; change the gates, momentum or courage"
        elif "." in name and name.partition(".")[0] in self.names.audiences:
            help_ = f"write `{name.partition('.')[2]}`, and name the audience under `reaches`"
        else:
            near = self.names.nearest(name, self.names.effects)
            help_ = f"did you mean `{near}`?" if near else "effects change " + ", ".join(self.names.effects[:30])
        self.add("BF061", f"Effects cannot change `{name}`.", (*path, name), key=True, help=help_)

    def _effect_amount(self, name: str, amount: object, path: Path) -> None:
        if type(amount) is int and amount >= 0:
            help_ = f"write +{amount} (add) or ={amount} (set)" if amount else "write =0 (set), or leave it out"
            self.add("BF060", f"`{name}: {amount}` does not say whether it adds or sets.", (*path, name), help=help_)
            return
        if isinstance(amount, str) and re.fullmatch(r"[+=-]?[0-9]{7,}", amount):
            self.add("BF062", f"`{name}` cannot change by so much: the number is too large.", (*path, name))
            return
        shown = "nothing" if amount is None else f"`{amount}`" if isinstance(amount, str | int) else "this"
        self.add(
            "BF062",
            f"`{name}` is changed by {shown}, which is no whole step.",
            (*path, name),
            key=not isinstance(amount, str | int),
            help="write +2 to add, -1 to take away, =3 to set",
        )

    def _effect_range(self, name: str, amount: str, path: Path) -> None:
        low, high = self.names.effect_ranges[name]
        number = int(amount[1:])
        if low is None or high is None:
            return
        if amount[0] == "=" and not low <= number <= high:
            self.add("BF062", f"`{name}` goes from {low} to {high}; it cannot be set to {number}.", (*path, name))
        elif amount[0] != "=" and number > high - low:
            self.add(
                "BF062", f"`{name}` goes from {low} to {high}; a step of {amount} is larger than that.", (*path, name)
            )

    def _fault(self, fault: Fault, line: str, path: Path, place: int) -> None:
        document = self.document
        value = document.get(path)
        where = (*path, place) if isinstance(value, list) else path
        spot = document.place(where)
        source = document.line(spot.line)
        start = spot.column - 1
        if source[start : start + 1] in ("'", '"'):
            start += 1
        if source[start : start + len(line)] == line:
            spot = Place(
                spot.line, start + 1 + fault.start, max(1, min(fault.length, len(source) - start - fault.start))
            )
        self.problems.append(
            document.problem(
                fault.code,
                fault.message,
                place=spot,
                help=fault.help,
                notes=() if source.strip() else (f"in {describe(path)}",),
            )
        )
