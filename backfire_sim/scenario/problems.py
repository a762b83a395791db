"""A problem: one thing wrong in a file, said so that its author can act on it, and the order to read them in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]

_PROVED = {"BF101", "BF103", "BF104", "BF105", "BF106", "BF107", "BF108", "BF109", "BF110", "BF111"}
WARNINGS = frozenset({"BF018", "BF034", "BF054", "BF074", "BF078", "BF079", "BF202", "BF203"} | _PROVED)
"""Codes of what can be played as it stands, and is most likely not meant."""

OF_WHAT_IS_MISSING = frozenset({"BF040", "BF046", "BF070", "BF071"})
"""Codes of what is not there: it may stand on a line that could not be read."""

MOST_SHOWN = 200
"""Problems kept from one file: nobody mends more at a time, and a damaged file could hold millions."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: line and column count from 1 (as editors show them), `length` in characters."""

    line: int
    column: int
    length: int = 1


NOWHERE = Place(0, 0, 0)
"""The file as a whole."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of one line, and what to write in their place; never across a line break.

    Line and column count from 1 in the file as it is saved, before anything of it is cleaned for reading.
    """

    line: int
    column: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair that is certain: there is no second way in which the lines could have been meant."""

    what: str
    """A few words, such as "`smaer` -> `smear`"."""
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `message` stands alone; `help` says what to write instead; `notes` add what follows from it."""

    code: str
    message: str
    file: str = ""
    place: Place = NOWHERE
    source: str = ""
    """The line itself, without its line break; empty where the problem is the file as a whole."""
    label: str = ""
    """A few words at the caret."""
    help: str = ""
    notes: tuple[str, ...] = ()
    path: tuple[str | int, ...] = ()
    """Keys and places that lead to it from the top of the file, where it has such a path."""
    cuts_off: int = 0
    """How many scenes nobody reaches because of this: the more, the earlier it is listed."""
    fix: Fix | None = None
    """What puts it right, where that is certain; `check --fix` writes it."""

    @property
    def severity(self) -> Severity:
        """Errors keep a scenario from being played, warnings do not."""
        return "warning" if self.code in WARNINGS else "error"

    @property
    def line(self) -> int:
        """1 is the first line; 0 means the file as a whole."""
        return self.place.line

    @property
    def column(self) -> int:
        """1 is the first character of the line."""
        return self.place.column

    def with_note(self, note: str, cuts_off: int = 0) -> Problem:
        """The same problem with one more consequence named."""
        return replace(self, notes=(*self.notes, note), cuts_off=max(self.cuts_off, cuts_off))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Root causes first: what cuts off most scenes, then errors before warnings, then by line. No doubles."""
    unique: dict[tuple[str, int, int, str], Problem] = {}
    for problem in problems:
        unique.setdefault((problem.code, problem.line, problem.column, problem.message), problem)
    ordered = sorted(
        unique.values(),
        key=lambda p: (p.severity == "warning", -p.cuts_off, p.file, p.line, p.column, p.code),
    )
    return tuple(ordered[:MOST_SHOWN])


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only what keeps the scenario from being played."""
    return tuple(problem for problem in problems if problem.severity == "error")
