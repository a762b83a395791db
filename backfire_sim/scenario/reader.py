"""A scenario file as plain values, with the line and column of every key and value.

One pass over the events of PyYAML's C parser builds dictionaries, lists, text, whole numbers, yes/no and nothing
else; the place of each key and value is kept as one offset into the text, and becomes a line and column only when
a problem asks for it. YAML's conveniences that surprise people (anchors, tags, merge keys, `no` as a truth value,
`12:30` as a number) are left out or refused.
"""

from __future__ import annotations

import gc
import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import yaml

from backfire_sim.scenario import source
from backfire_sim.scenario.problems import NOWHERE, Place, Problem
from backfire_sim.text import fit, is_plain, one_line, plain

Path = tuple[str | int, ...]
"""Where a value stands: keys of maps and places in lists (0 is the first), from the top."""

MAX_DEPTH = 12
MAX_EVENTS = 4_000_000

_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_CONSTANTS: dict[str, Any] = {"": None, "null": None, "true": True, "false": False}
_MOST_DOUBLES = 50
_LONGEST_WORDS = 500
"""Characters of a message: it may quote what a file holds, and that can be anything."""


class Document:
    """What a file says. `root` is its value, or None where the file could not be understood at all."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.root: Any = None
        self.problems: list[Problem] = []
        self.whole = True
        """False where something was refused, so that what follows from it would only mislead."""
        self._marks = array("I")
        self._first_mark: dict[int, int] = {}
        self._doubles: set[int] = set()
        self._line_starts: list[int] | None = None

    def place(self, path: Sequence[str | int], key: bool = False) -> Place:
        """Where the value at `path` begins, or with `key` the key that leads to it.

        Parts of `path` that are not in the file are left off from the end: a missing key is reported at its parent.
        """
        offset, length = self._find(path, key)
        return self.at(offset, length)

    def at(self, offset: int, length: int = 1) -> Place:
        """The place of a character offset into the text."""
        starts = self._starts()
        line = bisect_right(starts, offset)
        column = offset - starts[line - 1]
        return Place(line, column + 1, max(1, min(length, len(self.line(line)) - column)))

    def line(self, number: int) -> str:
        """The text of a line, 1 being the first; empty where there is no such line."""
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
            first = self._first_mark.get(id(value))
            if isinstance(value, dict) and part in value:
                order = _order(value, part)
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
                offset, length = self._marks[mark], len(str(part))
            else:
                offset = self._marks[mark + 1]
                length = len(value) if isinstance(value, str) and "\n" not in value else len(str(value))
        return offset, length

    def _start_of_root(self) -> int:
        first = self._first_mark.get(id(self.root))
        return self._marks[first] if first is not None and first < len(self._marks) else 0

    def _starts(self) -> list[int]:
        if self._line_starts is None:
            self._line_starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        return self._line_starts


def read(data: bytes | str, name: str) -> Document:
    """The document in `data`. Never raises for what the file holds: `problems` says what is wrong."""
    text, problems = source.clean(data, name)
    document = Document(name, text)
    document.problems.extend(problems)
    if any(problem.code != "BF004" for problem in problems):
        document.whole = False
        return document
    with collector_off():
        try:
            _build(document, _parser(text))
        except yaml.YAMLError as error:
            from backfire_sim.scenario import accidents

            document.whole = False
            document.root = None
            document.problems.append(accidents.diagnose(document, error))
        except _StopReading as stop:
            document.whole = False
            document.root = None
            document.problems.append(stop.problem)
        except RecursionError:
            document.whole = False
            document.problems.append(document.problem("BF003", "This file is nested too deeply to be read."))
    return document


@contextmanager
def collector_off() -> Iterator[None]:
    """Pause the cyclic collector: a reader makes many objects and no cycles, and the collector walks them all."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _StopReading(Exception):  # noqa: N818 - a signal inside this module, no error of ours
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _parser(text: str) -> Callable[[], Any]:
    if yaml.__with_libyaml__:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]

        return CParser(text).get_event
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PurePython(Reader, Scanner, Parser):
        def __init__(self) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)

    return PurePython().get_event


def _build(document: Document, next_event: Callable[[], Any]) -> None:
    """Turn events into values and marks. One loop without calls per scalar: this is most of the time of a check."""
    scalar_event, end_of_map, end_of_list = yaml.ScalarEvent, yaml.MappingEndEvent, yaml.SequenceEndEvent
    start_of_map, start_of_list, alias_event = yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent
    constants, whole_number = _CONSTANTS, _WHOLE_NUMBER.fullmatch
    marks, first_mark, doubles = document._marks, document._first_mark, document._doubles
    has_tabs = "\t" in document.text
    may_be_labeled = _may_be_labeled(document.text)
    names: dict[str, str] = {}
    same_name = names.setdefault
    stack: list[tuple[Any, list[int], bool]] = []
    holder: Any = None
    here: list[int] = []
    key: str | None = None
    in_map = False
    documents = 0

    for _ in range(MAX_EVENTS):
        event = next_event()
        kind = event.__class__
        if kind is scalar_event:
            value: Any = event.value
            mark = event.start_mark.index
            style = event.style
            if may_be_labeled and (event.anchor is not None or event.tag is not None):
                _refuse_label(document, event, mark)
            if in_map and key is None:
                if style == '"' or has_tabs:
                    value = one_line(value)
                key = same_name(value, value)
                if key in holder:
                    _refuse_double(document, holder, here, key, mark)
                elif key == "<<" and not style:
                    _refuse_merge(document, mark)
                here.append(mark)
                continue
            if not style:
                if len(value) < 20:
                    if value in constants:
                        value = constants[value]
                    elif value[0] in "-0123456789" and whole_number(value):
                        value = int(value)
                    else:
                        value = same_name(value, value)
            elif style == '"' and not is_plain(value):
                _refuse_escape(document, value, mark)
                value = plain(value)
            if has_tabs and value.__class__ is str:
                value = value.replace("\t", " ")
        elif kind is end_of_map or kind is end_of_list:
            first_mark[id(holder)] = len(marks)
            if doubles and in_map:
                here = _without_doubles(here, doubles)
            marks.extend(here)
            if len(stack) == 1:
                document.root = holder
            holder, here, in_map = stack.pop()
            key = None
            continue
        elif kind is start_of_map or kind is start_of_list:
            mark = event.start_mark.index
            if event.anchor is not None or event.tag is not None:
                _refuse_label(document, event, mark)
            value = {} if kind is start_of_map else []
            if in_map and key is None:
                raise _StopReading(_complex_key(document, mark))
            if len(stack) >= MAX_DEPTH:
                raise _StopReading(_too_deep(document, mark))
            if in_map:
                here.append(mark)
                # The first of two equal keys stays, as it was reported.
                holder.setdefault(key, value)
            elif holder is not None:
                here += (mark, mark)
                holder.append(value)
            stack.append((holder, here, in_map))
            holder, here, key, in_map = value, [], None, kind is start_of_map
            continue
        elif kind is alias_event:
            mark = event.start_mark.index
            _refuse_alias(document, event, mark)
            if in_map and key is None:
                key = ""
                here.append(mark)
                continue
            value = None
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _StopReading(_several(document, event.start_mark.index))
            continue
        elif event is None or kind is yaml.StreamEndEvent:
            return
        else:
            continue

        if in_map:
            here.append(mark)
            if key not in holder:
                holder[key] = value
            key = None
        elif holder is None:
            document.root = value
            marks.append(mark)
        else:
            here += (mark, mark)
            holder.append(value)
    raise _StopReading(document.problem("BF003", "This file holds too many keys and values to be a scenario."))


def _may_be_labeled(text: str) -> bool:
    """Whether an anchor or a tag can stand anywhere: `&` or `!` where a value may begin."""
    return text[:1] in ("&", "!") or any(before + sign in text for before in " \n\t[{,:" for sign in "&!")


def _order(value: dict[str, Any], part: str | int) -> int:
    for order, name in enumerate(value):
        if name == part:
            return order
    return 0


def _refuse_double(document: Document, holder: dict[str, Any], here: list[int], key: str, mark: int) -> None:
    doubles = document._doubles
    doubles.add(mark)
    if len(document.problems) >= _MOST_DOUBLES:
        return
    first = _without_doubles(here, doubles)[2 * _order(holder, key)]
    line = document.at(first).line
    document.problems.append(
        document.problem(
            "BF011",
            f"`{key}` is written twice in the same place; the first is on line {line}.",
            place=document.at(mark, len(key)),
            label=f"first written on line {line}",
            help="give one of the two another name, or put what both hold under one of them",
        )
    )


def _without_doubles(here: list[int], doubles: set[int]) -> list[int]:
    """Marks of keys and values, in turn, without those of keys that were written before."""
    pairs = zip(here[::2], here[1::2], strict=False)
    return [mark for pair in pairs if pair[0] not in doubles for mark in pair]


def _refuse(document: Document, code: str, message: str, mark: int, length: int, help_: str) -> None:
    document.whole = False
    if len(document.problems) < _MOST_DOUBLES:
        document.problems.append(
            document.problem(code, message, place=document.at(mark, length), help=help_),
        )


def _refuse_label(document: Document, event: Any, mark: int) -> None:
    if event.anchor is not None:
        _refuse(
            document,
            "BF030",
            f"`&{event.anchor}` is an anchor; scenarios do not use anchors.",
            mark,
            len(event.anchor) + 1,
            "if this is text that starts with &, put it in quotes; otherwise write the value out where it is used",
        )
    else:
        tag = document.text[mark : mark + 40].split(" ")[0].split("\n")[0]
        _refuse(
            document,
            "BF031",
            f"`{tag}` is a YAML tag; scenarios do not use tags.",
            mark,
            len(tag),
            "if this is text that starts with !, put it in quotes; otherwise leave the tag out",
        )


def _refuse_alias(document: Document, event: Any, mark: int) -> None:
    _refuse(
        document,
        "BF030",
        f"`*{event.anchor}` is an alias; scenarios do not use aliases.",
        mark,
        len(event.anchor) + 1,
        "if this is text that starts with *, put it in quotes; otherwise write the value out here",
    )


def _refuse_merge(document: Document, mark: int) -> None:
    _refuse(
        document,
        "BF030",
        "`<<` is a merge key; scenarios do not use merge keys.",
        mark,
        2,
        "write the keys out here",
    )


def _refuse_escape(document: Document, value: str, mark: int) -> None:
    bad = source.first_unsafe(value)
    if bad and len(document.problems) < _MOST_DOUBLES:
        document.problems.append(
            document.problem(
                "BF004",
                f"This text holds the character {bad}, which a reader cannot see.",
                place=document.at(mark),
                help="write the text without it",
            )
        )


def _complex_key(document: Document, mark: int) -> Problem:
    return document.problem(
        "BF032",
        "A key has to be one plain word, not a list or a map.",
        place=document.at(mark),
        help="if this is text with a colon in it, put the whole text in quotes",
    )


def _too_deep(document: Document, mark: int) -> Problem:
    return document.problem(
        "BF003",
        f"This is nested more than {MAX_DEPTH} levels deep; a scenario needs far fewer.",
        place=document.at(mark),
        help="check the indentation and the brackets above this line",
    )


def _several(document: Document, mark: int) -> Problem:
    return document.problem(
        "BF006",
        "A second document starts here; a scenario is one document.",
        place=document.at(mark, 3),
        help="remove the line `---`, or put what follows in a file of its own",
    )
