"""The bytes of a file as clean text: encoding, line breaks, characters nobody can see, and limits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from backfire_sim.scenario.invisible import uncover
from backfire_sim.scenario.problems import NOWHERE, Edit, Fix, Place, Problem
from backfire_sim.text import character_name, plain, unsafe_kinds

MAX_BYTES = 32 * 1024 * 1024
MAX_LINE = 20_000
_MOST_LISTED = 20

_OTHER_KINDS = {
    b"PK\x03\x04": "a document of a word processor (or an archive)",
    b"\xd0\xcf\x11\xe0": "a document of a word processor",
    b"{\\rtf": "a document in RTF",
    b"%PDF": "a PDF",
}
"""How files begin that were saved by something other than a text editor."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Cleaned(NamedTuple):
    """The text of a file as it is read, what was wrong with it, and its lines that are saved in another way."""

    text: str
    problems: list[Problem]
    saved: dict[int, str] = {}  # noqa: RUF012 - never changed
    """By number, 1 being the first."""


def clean(data: bytes | str, name: str) -> Cleaned:
    """The text of a file with `\\n` line breaks, composed, without unsafe characters; and what was wrong with it.

    Tabs stay: where they stand decides whether they are a mistake. After any problem other than BF004 the text is
    only good for showing.
    """
    if len(data) > MAX_BYTES:
        return Cleaned("", [_too_big(name)])
    # Half of a surrogate pair can come from a file name or a terminal, never from a UTF-8 file.
    text = data.removeprefix("\ufeff") if isinstance(data, str) else _decoded(data, name)
    if isinstance(text, Problem):
        return Cleaned("", [text])
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    saved = text
    problems = _unseen(text, name)
    if problems or not text.isascii():
        text = _seen(text)
    as_saved = text is saved or text == saved
    text, odd = uncover(text, name)
    # A line that was cleaned before does not stand so in the file: there the first cleaning is mended first.
    problems += odd if as_saved else (replace(problem, fix=None) for problem in odd)
    problems += _long_lines(text, name)
    return Cleaned(text, problems, _differing(saved, text))


def _decoded(data: bytes, name: str) -> str | Problem:
    for start, kind in _OTHER_KINDS.items():
        if data.startswith(start):
            return Problem(
                "BF002",
                f"This file is {kind}, not plain text.",
                name,
                help="open it in its program, choose Save As and the kind plain text (.txt), in UTF-8; "
                "then give it a name that ends in .yaml",
            )
    if data.startswith(_UTF16_MARKS) or (len(data) > 3 and data[1::2].count(0) > len(data) // 4):
        return Problem(
            "BF002",
            "This file is saved as UTF-16, not as UTF-8.",
            name,
            help="in your editor choose Save As and the encoding UTF-8",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, name)


def _seen(text: str) -> str:
    """The text without what a reader cannot see."""
    # Keep the tabs; a separator becomes a space here, or the rest of the text would fall out of its place.
    text = text.replace("\u2028", " ").replace("\u2029", " ").replace("\ufeff", "")
    return "\t".join(plain(part) for part in text.split("\t"))


def _differing(saved: str, text: str) -> dict[int, str]:
    if saved is text or saved == text:
        return {}
    pairs = zip(saved.split("\n"), text.split("\n"), strict=True)
    return {number: line for number, (line, read) in enumerate(pairs, 1) if line != read}


def first_unsafe(text: str) -> str:
    """The name of the first character that may not stay in `text`; empty where all may."""
    bad = unsafe_kinds(text)
    return character_name(next(char for char in text if char in bad)) if bad else ""


def _too_big(name: str) -> Problem:
    return Problem(
        "BF003",
        f"This file holds more than {MAX_BYTES // 1_000_000} MB, the most that a scenario may hold.",
        name,
        help="check that this is the right file",
    )


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    start = before.rfind(b"\n") + 1
    end = data.find(b"\n", error.start)
    shown = plain(data[start : end if end >= 0 else len(data)][:400].decode("utf-8", "replace"))
    column = len(before[start:].decode("utf-8", "replace")) + 1
    return Problem(
        "BF002",
        "This file is not saved as UTF-8: a character here is written in another encoding.",
        name,
        Place(line, column),
        shown,
        help="in your editor choose Save As and the encoding UTF-8",
    )


def _unseen(text: str, name: str) -> list[Problem]:
    problems: list[Problem] = []
    bad = "".join(re.escape(char) for char in unsafe_kinds(text))
    if not bad:
        return problems
    pattern = re.compile(f"[{bad}]")
    line = 1
    counted = start = 0
    while len(problems) < _MOST_LISTED and (found := pattern.search(text, start)):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        first = text.rfind("\n", 0, counted) + 1
        end = text.find("\n", counted)
        start = end + 1 if end >= 0 else len(text)
        line_end = end if end >= 0 else len(text)
        shown = text[first:start][:400].rstrip("\n")
        last = max(each.end() for each in pattern.finditer(text, counted, line_end))
        problems.append(
            Problem(
                "BF004",
                f"This line holds the character {character_name(found.group())}, which a reader cannot see.",
                name,
                Place(line, len(plain(text[first:counted])) + 1),
                plain(shown.replace("\u2028", " ").replace("\u2029", " ")),
                help="delete it; if nothing shows, type the line again",
                fix=Fix(
                    f"without {character_name(found.group())}",
                    (Edit(line, counted - first + 1, last - counted, _seen(text[counted:last])),),
                ),
            )
        )
    return problems


def _long_lines(text: str, name: str) -> list[Problem]:
    found = re.search(rf"^.{{{MAX_LINE + 1}}}", text, re.MULTILINE)
    if not found:
        return []
    line = text.count("\n", 0, found.start()) + 1
    return [
        Problem(
            "BF003",
            f"Line {line} is longer than {MAX_LINE:,} characters.",
            name,
            Place(line, 1) if line else NOWHERE,
            found.group()[:200],
            help="break the text into several lines under `|`",
        )
    ]
