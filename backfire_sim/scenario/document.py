"""A file that was read: its values, its text, and the place in the text of every key and value."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from backfire_sim.scenario.problems import NOWHERE, Edit, Fix, Place, Problem
from backfire_sim.text import fit, one_line

Path = tuple[str | int, ...]
"""Where a value stands: keys of maps and places in lists (0 is the first), from the top."""

_LARGE = 100
"""Keys of a map from which on looking through them one by one for each would take long."""

_LONGEST_WORDS = 500
"""Cells of a message: it may quote what a file holds, and that can be anything."""


class Document:
    """What a file says. `root` is its value, or None where the file could not be understood at all."""

    def __init__(self, name: str, text: str, saved: Mapping[int, str] | None = None) -> None:
        self.name = name
        self.text = text
        self.saved = saved or {}
        """Lines (1 is the first) that are saved in another way than they are read, as they are saved."""
        self.root: Any = None
        self.problems: list[Problem] = []
        self.whole = True
        """False where something was refused, so that what follows from it would only mislead."""
        self.marks = array("I")
        """Offsets into the text: for each map its keys and values in turn, for each list its items twice."""
        self.first_mark: dict[int, int] = {}
        """Where in `marks` a map or list begins, by its identity."""
        self.doubles: set[int] = set()
        """Offsets of keys that were written before in the same map; they have no marks."""
        self.mended: dict[int, str] = {}
        """Lines (1 is the first) that were mended in memory so that the file could be read on, as they were written:
        so they are shown, and nothing but what was mended is said of them."""
        self.spelled: dict[str, str] = {}
        """Ids that were written in a way no id can be, and how they are read."""
        self.unsure: set[str] = set()
        """Sections whose ids could not all be read: what is named from them may be there."""
        self.misplaced: set[str] = set()
        """Top-level keys that stand in another place."""
        self._line_starts: list[int] | None = None
        self._orders: dict[int, dict[str | int, int]] = {}

    def place(self, path: Sequence[str | int], key: bool = False) -> Place:
        """Where the value at `path` begins, or with `key` the key that leads to it.

        Parts of `path` that are not in the file are left off from the end: a missing key is reported at its parent.
        """
        offset, length = self._find(path, key)
        return self.at(offset, length)

    def value_place(self, path: Sequence[str | int]) -> Place:
        """Where the value at `path` itself begins if it does so on the line of its key, else the place of the key."""
        at_key = self.place(path, key=True)
        holder = self.get(path[:-1]) if path else None
        first = self.first_mark.get(id(holder))
        if not isinstance(holder, dict) or first is None or path[-1] not in holder:
            return self.place(path)
        if not isinstance(holder[path[-1]], dict | list):
            return self.place(path)
        offset = self.marks[first + 2 * order_of(holder, path[-1]) + 1]
        value = self.at(offset)
        if value.line != at_key.line:
            return at_key
        return self.at(offset, len(self.line(value.line).rstrip()) - value.column + 1)

    def at(self, offset: int, length: int = 1) -> Place:
        """The place of a character offset into the text."""
        starts = self._starts()
        line = bisect_right(starts, offset)
        column = offset - starts[line - 1]
        return Place(line, column + 1, max(1, min(length, len(self.line(line)) - column)))

    def line(self, number: int) -> str:
        """The text of a line, 1 being the first; empty where there is no such line."""
        if number in self.mended:
            return self.mended[number]
        return self._read_line(number)

    def mend(self, number: int, line: str) -> None:
        """Read a line as another one from here on."""
        start = self._starts()[number - 1]
        end = start + len(self._read_line(number))
        self.text = self.text[:start] + line + self.text[end:]
        self._line_starts = None

    def give_up(self) -> None:
        """Note that the text could not be read to its end."""
        self.whole = False
        self.start_again()

    def start_again(self) -> None:
        """Forget what was read."""
        self.root = None
        self.marks = array("I")
        self.first_mark.clear()
        self._orders.clear()
        self.doubles.clear()

    def misses_a_line(self, line: int) -> bool:
        """Whether a line was left out of what stands further in below `line`: what seems missing there may be on it."""
        own = _indent(self.line(line))
        for number in self.mended:
            if number > line and not self._read_line(number).strip():
                between = (self._read_line(n) for n in range(line + 1, number))
                if all(_indent(text) > own for text in between if text.strip()):
                    return True
        return False

    def _read_line(self, number: int) -> str:
        starts = self._starts()
        if not 1 <= number <= len(starts):
            return ""
        start = starts[number - 1]
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[start:end]

    def written(self, path: Sequence[str | int]) -> str:
        """The characters with which the value at `path` starts, to the end of its line: how it was written."""
        offset, _ = self._find(path, False)
        end = self.text.find("\n", offset)
        return self.text[offset : end if end >= 0 else None]

    def problem(
        self,
        code: str,
        message: str,
        path: Sequence[str | int] | None = None,
        *,
        key: bool = False,
        place: Place | None = None,
        **more: Any,
    ) -> Problem:
        """A problem of this file at a path or a place, with the line itself."""
        if place is None:
            place = NOWHERE if path is None else self.place(path, key)
        more.setdefault("path", tuple(path or ()))
        if "help" in more:
            more["help"] = fit(one_line(more["help"]), _LONGEST_WORDS)
        message = fit(one_line(message), _LONGEST_WORDS)
        return Problem(code, message, self.name, place, self.line(place.line).replace("\t", " "), **more)

    def edit(self, place: Place, text: str) -> Edit | None:
        """Other characters in place of those at a place; None where the line is not read as it is saved."""
        saved = self.saved.get(place.line)
        if saved is None:
            return Edit(place.line, place.column, place.length, text)
        if unicodedata.normalize("NFC", saved) != self.line(place.line):
            return None
        start, end = (_apart(saved, count) for count in (place.column - 1, place.column - 1 + place.length))
        return Edit(place.line, start + 1, end - start, text)

    def swap(self, place: Place, old: str, new: str, after: str = "", what: str = "") -> Fix | None:
        """The fix that puts one word in place of another, which stands at a place, behind a quote or `after` others.

        None where the file does not hold the word there, letter by letter.
        """
        line, start = self.line(place.line), place.column - 1
        if not line.startswith(after + old, start):
            start += line[start : start + 1] in ("'", '"')
        if not old or not line.startswith(after + old, start):
            return None
        edit = self.edit(Place(place.line, start + len(after) + 1, len(old)), new)
        if edit is None:
            return None
        return Fix(what or f"`{one_line(old, 60)}` -> `{one_line(new, 60)}`", (edit,))

    def get(self, path: Sequence[str | int]) -> Any:
        """The value at `path`, None where there is none."""
        value = self.root
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def _find(self, path: Sequence[str | int], key: bool) -> tuple[int, int]:
        value = self.root
        offset, length = self._start_of_root(), 1
        for depth, part in enumerate(path):
            first = self.first_mark.get(id(value))
            if isinstance(value, dict) and part in value:
                order = self._order(value, part)
                wants_key = (key and depth == len(path) - 1) or isinstance(value[part], dict | list)
            elif isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value):
                order, wants_key = part, False
            else:
                break
            if first is None:
                break
            mark = first + 2 * order
            value = value[part]
            if wants_key:
                offset, length = self.marks[mark], len(str(part))
            else:
                offset = self.marks[mark + 1]
                length = len(value) if isinstance(value, str) and "\n" not in value else len(str(value))
        return offset, length

    def _order(self, value: dict[str, Any], part: str | int) -> int:
        """At which place a key stands in a map; of a large one all are noted, for other keys will be asked for too."""
        if len(value) < _LARGE:
            return order_of(value, part)
        known = self._orders.get(id(value), {})
        if part not in known:
            known = self._orders[id(value)] = {name: order for order, name in enumerate(value)}
        return known[part]

    def _start_of_root(self) -> int:
        first = self.first_mark.get(id(self.root))
        return self.marks[first] if first is not None and first < len(self.marks) else 0

    def _starts(self) -> list[int]:
        if self._line_starts is None:
            self._line_starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        return self._line_starts


def order_of(value: dict[str, Any], part: str | int) -> int:
    """At which place a key stands in a map; 0 where it does not."""
    for order, name in enumerate(value):
        if name == part:
            return order
    return 0


def _apart(saved: str, count: int) -> int:
    """How many characters of a saved line make the first `count` of it as it is read, in composed form."""
    end = count
    while end < len(saved) and len(unicodedata.normalize("NFC", saved[: end + 1])) <= count:
        end += 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
