"""Where a YAML parser stopped, and how the accidents behind it are reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.scenario.problems import Fix, Place, Problem

if TYPE_CHECKING:
    from backfire_sim.scenario.document import Document

ENTRY = re.compile(r"^(?P<indent>\s*(?:- )*\s*)(?P<key>[^\s:#'\"{\[][^:#]*?):\s+(?P<value>\S.*)$")
"""A line with a key and, after the colon, a value."""


class Trouble(NamedTuple):
    """Where the parser stopped (from 0), where it says the trouble began, and its own words."""

    line: int
    column: int
    from_line: int
    from_column: int
    words: str


def say(
    document: Document,
    code: str,
    message: str,
    line: int,
    column: int,
    length: int = 1,
    help_: str = "",
    fix: Fix | None = None,
) -> Problem:
    """A problem at a line and column counted from 0."""
    source = document.line(line + 1)
    column = max(0, min(column, len(source)))
    length = max(1, min(length, len(source) - column))
    return document.problem(code, message, place=Place(line + 1, column + 1, length), help=help_, fix=fix)


def quoted(value: str) -> str:
    """The text of a line as one quoted text, shortened if it is long."""
    value = value.strip()
    if len(value) > 60:
        value = value[:57] + "..."
    return '"' + value + '"' if '"' not in value else "'" + value.replace("'", "''") + "'"
