"""Quotes that open on a line and are not closed where their text ends: they swallow the lines below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backfire_sim.scenario import repairs
from backfire_sim.scenario.problems import Problem
from backfire_sim.scenario.trouble import say

if TYPE_CHECKING:
    from backfire_sim.scenario.document import Document

_VALUE = re.compile(r"(?P<indent>\s*)(?:- +)*(?:[^\s'\"#{\[\]},:][^'\"{\[#]*?:[ \t]+)?(?=[\"'{\[])")
"""What stands before a value that begins with a quote or a bracket."""
_CLOSED = {"'": re.compile(r"'(?:[^']|'')*'"), '"': re.compile(r'"(?:[^"\\]|\\.)*"')}
_IN_BRACKETS = re.compile(r"[{\[,:]\s*(?=[\"'])")
_BLOCK_OF_LINES = re.compile(r"(?:^|[\s:-])[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_MOST_LINES_OF_A_TEXT = 60


def open_quote(document: Document, last: int) -> Problem | None:
    """The first quote up to line `last` (from 0) that opens and is not closed before the next key or item."""
    number = 0
    while number <= last:
        line = document.line(number + 1)
        if _BLOCK_OF_LINES.search(line):
            number = _after_block(document, number, last)
            continue
        column = _left_open(line)
        if column >= 0:
            end = _end_of_text(document, number, column)
            if end < 0:
                return never_closed(document, number, column)
            number = end
        number += 1
    return None


def never_closed(document: Document, number: int, column: int) -> Problem:
    """A quote at a line and column counted from 0 that is not closed where its text ends."""
    sign = document.line(number + 1)[column : column + 1]
    twice = "; an apostrophe inside single quotes is written twice ('')" if sign == "'" else ""
    return say(
        document,
        "BF025",
        f"The quote {sign} that opens here is not closed on its line.",
        number,
        column,
        max(1, len(document.line(number + 1).rstrip()) - column),
        help_=f"write {sign} at the end of the text, or leave both quotes out" + twice,
        fix=repairs.end_of_quote(document, number, column),
    )


def never_closed_at(document: Document, mark: int) -> Problem:
    """The same for an offset into the text."""
    place = document.at(mark)
    return never_closed(document, place.line - 1, place.column - 1)


def swallows_keys(document: Document, start: int, end: int) -> bool:
    """Whether a text in quotes between two offsets goes on over lines that stand no further in than its own."""
    first = document.text.rfind("\n", 0, start) + 1
    own = _indent(document.text[first:start] + "x")
    lines = document.text[start:end].split("\n")[1:]
    return any(line.strip() and _indent(line) <= own for line in lines)


def _left_open(line: str) -> int:
    """The column of a quote that begins a value and is not closed on its line; -1 where there is none."""
    found = _VALUE.match(line)
    if found is None:
        return -1
    place = found.end()
    if line[place] in "'\"":
        return -1 if _CLOSED[line[place]].match(line, place) else place
    while (opener := _IN_BRACKETS.search(line, place)) is not None:
        place = opener.end()
        closed = _CLOSED[line[place]].match(line, place)
        if closed is None:
            return place
        place = closed.end()
    return -1


def _end_of_text(document: Document, number: int, column: int) -> int:
    """The line on which a quote is closed after all, by a text that goes on further in; -1 where it is not."""
    opening = document.line(number + 1)
    sign, own = opening[column], _indent(opening)
    text = opening[column:]
    for below in range(number + 1, number + _MOST_LINES_OF_A_TEXT):
        line = document.line(below + 1)
        if line.strip() and _indent(line) <= own:
            return -1
        text += "\n" + line
        closed = _CLOSED[sign].match(text)
        if closed is not None:
            rest = text[closed.end() :].strip()
            return below if not rest or rest[0] in ",}]#" else -1
    return -1


def _after_block(document: Document, number: int, last: int) -> int:
    """The line after a block of lines that `|` or `>` begins."""
    own = _indent(document.line(number + 1))
    number += 1
    while number <= last:
        line = document.line(number + 1)
        if line.strip() and _indent(line) <= own:
            return number
        number += 1
    return number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
