"""Spaces that are no spaces, and characters without width, where they make a key or a word another one.

They are pasted along from web pages and word processors. Inside a sentence they do no harm and stay.
"""

from __future__ import annotations

import re
from dataclasses import replace

from backfire_sim.scenario.problems import Edit, Fix, Place, Problem
from backfire_sim.text import character_name, plain

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_JOINS = "\u00ad\u200b-\u200d\u2060"
_ANY = re.compile(f"[{_SPACES}{_JOINS}]")
_JOIN = re.compile(f"[{_JOINS}]")
_MOST_LISTED = 20

_BEFORE_A_KEY = re.compile(
    rf"^[ \t]*(?P<odd>[{_SPACES}{_JOINS}][ \t{_SPACES}{_JOINS}]*)(?=(?:- +)?\w[\w-]*\s*:(?:\s|$)|- )"
)
_IN_A_KEY = re.compile(
    rf"(?:^\s*(?:- +)?|[{{,]\s*)(?P<odd>[a-z0-9_]*[{_SPACES}{_JOINS}][a-z0-9_{_SPACES}{_JOINS}]*)(?=\s*:(?:\s|$))"
)
_IN_A_WORD = re.compile(rf":\s+(?P<odd>[a-z0-9_.]*[{_JOINS}][a-z0-9_.{_JOINS}]*)(?=\s*(?:#.*)?$)")


def uncover(text: str, name: str) -> tuple[str, list[Problem]]:
    """The text without such characters in keys, before them and in ids, and a problem for each line that had one."""
    if text.isascii() or not _ANY.search(text):
        return text, []
    problems: list[Problem] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.isascii() or not _ANY.search(line):
            continue
        told = None
        for pattern in (_BEFORE_A_KEY, _IN_A_KEY, _IN_A_WORD):
            found = pattern.search(line)
            if found is None:
                continue
            odd = _ANY.search(found["odd"])
            if odd is not None and told is None:
                what = "stands in front of this key" if pattern is _BEFORE_A_KEY else "stands inside this word"
                told = Problem(
                    "BF004",
                    f"The character {character_name(odd.group())} {what}; it looks like "
                    + ("nothing." if _JOIN.match(odd.group()) else "a space and is none."),
                    name,
                    Place(number + 1, found.start("odd") + odd.start() + 1),
                    plain(lines[number]),
                    help="type a space in its place" if pattern is _BEFORE_A_KEY else "type the word again",
                )
            put = _as_spaces(found["odd"]) if pattern is _BEFORE_A_KEY else _ANY.sub("", found["odd"])
            line = line[: found.start("odd")] + put + line[found.end("odd") :]
        if told is not None and len(problems) < _MOST_LISTED:
            problems.append(replace(told, fix=_fix(number + 1, lines[number], line)))
        lines[number] = line
    return "\n".join(lines), problems


def _fix(number: int, saved: str, read: str) -> Fix:
    """What makes of a line as it is saved the line as it is read: one stretch from the first odd sign to the last."""
    start = next((n for n, (a, b) in enumerate(zip(saved, read, strict=False)) if a != b), len(read))
    end = 0
    while end < min(len(saved), len(read)) - start and saved[-1 - end] == read[-1 - end]:
        end += 1
    edit = Edit(number, start + 1, len(saved) - end - start, read[start : len(read) - end])
    return Fix("without characters that cannot be seen", (edit,))


def _as_spaces(odd: str) -> str:
    return "".join("" if _JOIN.match(char) else " " for char in odd)
