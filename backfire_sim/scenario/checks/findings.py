"""The problems found so far in one file, and the small checks that every part needs."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from backfire_sim.engine.conditions import Condition
from backfire_sim.scenario.document import Document, Path
from backfire_sim.scenario.meaning import Fault, Meaning
from backfire_sim.scenario.names import Names
from backfire_sim.scenario.problems import Fix, Place, Problem
from backfire_sim.scenario.spelling import ID, SECTIONS
from backfire_sim.scenario.words import describe

_SECTION_OF = {what: section for section, what in SECTIONS.items()} | {"preparation": "options", "scene": "scenes"}


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
        self._broken_again: dict[str, list[Path]] = {}

    def add(self, code: str, message: str, path: Path, *, key: bool = False, **more: Any) -> None:
        """Report a problem at a path."""
        self.problems.append(self.document.problem(code, message, path, key=key, **more))

    def ids(self, names: Collection[str], path: Path) -> None:
        """Ids are small letters, digits and underscores, starting with a letter."""
        for name in names:
            if not ID.fullmatch(name):
                fixed = re.sub(r"[^a-z0-9_]+", "_", name.lower()).strip("_")
                fixed = fixed if ID.fullmatch(fixed) else f"the_{fixed}"[:60].rstrip("_")
                place = self.document.place((*path, name), key=True)
                self.add(
                    "BF010",
                    f"`{name}` cannot be an id.",
                    (*path, name),
                    key=True,
                    help=f"ids are small letters, digits and _, starting with a letter: `{fixed}`",
                    fix=self.document.swap(place, name, fixed) if fixed not in names else None,
                )

    def refer(self, name: str, known: Collection[str], what: str, path: Path, after: str = "") -> bool:
        """Whether a name exists; if not, a problem with the nearest one. `after` stands before it in the value."""
        if name in known:
            return True
        if self.names.may_be_there(name, _SECTION_OF.get(what, "")):
            return False
        near = self.names.nearest(name, known)
        if near:
            help_ = f"did you mean `{near}`?"
        elif shown := _shown_as(name, known):
            help_ = f"write its id, `{shown}`: what players read is only for them"
        elif "," in name and all(part.strip() in known for part in name.split(",")):
            help_ = "name one of them only"
        elif known and len(known) <= 12:
            help_ = "there are " + ", ".join(known)
        else:
            help_ = "add it to the file, or name one that is there"
        sure = near if self.names.certain(name, near, known) else None
        fix = self.document.swap(self.document.place(path), name, sure, after) if sure else None
        self.add("BF013", f"There is no {what} `{name}`.", path, help=help_, fix=fix)
        return False

    def broken_target(self, target: str, path: Path) -> None:
        """Report a `goto` that names no scene."""
        if self.names.may_be_there(target, "scenes"):
            self.lost_targets = self.lost_targets or target not in self.names.spelled
            return
        earlier = self._broken_again.get(target)
        if earlier is not None:
            earlier.append(path)
            return
        near = "END" if target.lower() in ("end", "ende", "the_end") else self.names.nearest(target, self.names.scenes)
        if near is None:
            shown = _shown_as(target, self.names.scenes)
            help_ = f"write its id, `{shown}`" if shown else "write the id of a scene, or END"
        elif near == "END":
            help_ = "write END in capital letters"
        else:
            line = self.document.place(("scenes", near), key=True).line
            help_ = f"did you mean `{near}`, line {line}?"
        self.lost_targets = self.lost_targets or near is None
        self.broken[len(self.problems)] = near
        self._broken_again[target] = []
        sure = target.lower() == "end" if near == "END" else self.names.certain(target, near, self.names.scenes)
        fix = self.document.swap(self.document.place(path), target, near) if near and sure else None
        self.add("BF012", f"No scene has the id `{target}`.", path, label="no scene has this id", help=help_, fix=fix)

    def note_repeated_targets(self) -> None:
        """Say once, at the first of several equal broken targets, where the others stand."""
        for place, (target, paths) in zip(list(self.broken), self._broken_again.items(), strict=True):
            if paths:
                lines = [self.document.place(path).line for path in paths]
                shown = ", ".join(str(line) for line in lines[:6])
                more = f" and {len(lines) - 6} more" if len(lines) > 6 else ""
                note = f"the same on line{'s' if len(lines) > 1 else ''} {shown}{more}"
                problem = self.problems[place].with_note(note)
                self.problems[place] = replace(problem, fix=self._everywhere(problem.fix, target, paths))

    def _everywhere(self, fix: Fix | None, target: str, paths: list[Path]) -> Fix | None:
        """The same repair at each of several places; None unless all of them can be repaired."""
        if fix is None:
            return None
        again = [self.document.swap(self.document.place(path), target, fix.edits[0].text) for path in paths]
        more = [edit for each in again if each is not None for edit in each.edits]
        return replace(fix, edits=(*fix.edits, *more)) if len(more) == len(paths) else None

    def ids_in_value(self, name: str, path: Path, known: Collection[str]) -> None:
        """An id that stands as a value, most likely one of those that are known."""
        if not ID.fullmatch(name):
            meant = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
            fix = self.document.swap(self.document.place(path), name, meant) if meant in known else None
            help_ = "ids are small letters, digits and _" + (f": `{meant}`" if ID.fullmatch(meant) else "")
            self.add("BF010", f"`{name}` cannot be an id.", path, help=help_, fix=fix)

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
                uses = ", ".join(f"`{use}`" for use in self.names.all_uses()[:6])
                self.add(
                    "BF013",
                    f"`{reference}` does not say whose it is and what is used.",
                    where,
                    help=f"write person.use: there are {uses}" if uses else "write person.use, such as `ana.story`",
                )
            elif self.refer(person, self.names.people, "person", where):
                self.refer(use, self.names.people[person], f"use of `{person}` called", where, f"{person}.")

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

    def _fault(self, fault: Fault, line: str, path: Path, place: int) -> None:
        document = self.document
        value = document.get(path)
        where = (*path, place) if isinstance(value, list) else path
        spot = document.place(where)
        source = document.line(spot.line)
        start = spot.column - 1
        if source[start : start + 1] in ("'", '"'):
            start += 1
        fix = None
        if source[start : start + len(line)] == line:
            if fault.repair is not None:
                first, last, put, _ = fault.repair
                fix = document.swap(Place(spot.line, start + first + 1, last - first), line[first:last], put)
            spot = Place(
                spot.line, start + 1 + fault.start, max(1, min(fault.length, len(source) - start - fault.start))
            )
        self.problems.append(
            document.problem(
                fault.code,
                fault.message,
                place=spot,
                help=fault.help,
                fix=fix,
                notes=() if source.strip() else (f"in {describe(path)}",),
            )
        )


def _shown_as(words: str, known: Collection[str]) -> str | None:
    """The one id whose label or title begins with these words: what players read, written where an id belongs."""
    if not isinstance(known, Mapping) or len(words) < 4:
        return None
    begins = words.casefold()
    shown = [
        name
        for name, value in known.items()
        if isinstance(value, dict)
        and any(str(value.get(key, "")).casefold().startswith(begins) for key in ("label", "title"))
    ]
    return shown[0] if len(shown) == 1 else None
