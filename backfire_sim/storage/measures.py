"""Answers before and after a training, where somebody asked to keep them: counts in one small file.

A file holds how many gave each answer, and nothing else: no names, no times, no order, and not which answers came from
one person. Each sheet is in the file before it is said to be kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import choice
from typing import Any, NamedTuple

from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import ensure_folder, places, write_whole
from backfire_sim.training.cases import KINDS
from backfire_sim.training.measure import (
    ITEMS,
    MOMENTS,
    MOST_PEOPLE,
    STEPS,
    Measured,
    Sheet,
    Tally,
    count,
    has_cases,
    nothing,
)

FORMAT = 1

_LETTERS = "bcdfghjkmnpqrstvwxz"
"""No vowels: an id is never a word."""

_LENGTH = 6

_NAME = re.compile(r"measure-(\w+)\.json")

_LARGEST = 100_000
"""Bytes; a file of ours has about two thousand."""


class KeptMeasure(NamedTuple):
    """A file of answers."""

    id: str
    measured: Measured


class Held:
    """Answers as they come in: in memory, and in a file too once somebody has asked for that."""

    def __init__(self, *, alone: bool, id: str = "") -> None:
        """Nothing yet; or what a file holds, which goes on in it. StorageError if it cannot be read."""
        self.id = id
        """The file's; empty where nothing is kept."""
        self.measured = load(id) if id else nothing(alone=alone)

    def add(self, moment: str, sheet: Sheet) -> None:
        """Count one sheet more; when this returns it is kept, if it is to be. StorageError: it was not counted."""
        self.measured = add(self.id, moment, sheet) if self.id else count(self.measured, moment, sheet)

    def keep(self) -> None:
        """From now on in a file of its own, and what has come in so far too. StorageError if the disk refuses."""
        if not self.id:
            self.id = keep(self.measured)

    def keep_in(self, id: str) -> None:
        """Go on with a file; what is in memory only stays behind. StorageError if it cannot be read."""
        self.measured, self.id = load(id), id

    def keep_no_more(self) -> None:
        """From now on in memory only. The file stays as it is."""
        self.id = ""


def new(*, alone: bool) -> KeptMeasure:
    """Begin a file with nothing in it. StorageError if the disk refuses."""
    id_ = "".join(choice(_LETTERS) for _each in range(_LENGTH))
    measured = nothing(alone=alone)
    _write(id_, measured)
    return KeptMeasure(id_, measured)


def add(id_: str, moment: str, sheet: Sheet) -> Measured:
    """Count one sheet more; when this returns it is in the file. StorageError if it cannot be."""
    try:
        measured = count(load(id_), moment, sheet)
    except ValueError as error:
        raise StorageError(_("This sheet cannot be counted: it is not whole, or there are too many.")) from error
    _write(id_, measured)
    return measured


def keep(measured: Measured) -> str:
    """Put what was held in memory until now into a file of its own; its id. StorageError if the disk refuses."""
    begun = new(alone=measured.alone)
    _write(begun.id, measured)
    return begun.id


def load(id_: str) -> Measured:
    """The answers of a file. StorageError if there is none, or if it is not whole."""
    path = _path(id_)
    try:
        with path.open("rb") as file:
            written = file.read(_LARGEST + 1)
        return _read(json.loads(written.decode("utf-8")) if len(written) <= _LARGEST else None)
    except OSError as error:
        raise StorageError(_("{path} cannot be read: {why}.", path=path, why=because(error))) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        said = _("{path} is not a file of answers as this program writes them. It was left as it is.", path=path)
        raise StorageError(said) from error


def kept() -> Iterator[KeptMeasure]:
    """Every file that can be read, the one changed last first. What cannot be read is passed over."""
    for id_ in ids():
        with suppress(StorageError):
            yield KeptMeasure(id_, load(id_))


def latest(*, alone: bool) -> str:
    """The id of the file changed last that is one's own, or a group's; empty if there is none."""
    return next((each.id for each in kept() if each.measured.alone == alone), "")


def ids() -> list[str]:
    """The ids of all files, the one changed last first."""
    found: list[tuple[int, str]] = []
    with suppress(OSError):
        for path in places().papers.iterdir():
            name = _NAME.fullmatch(path.name)
            with suppress(OSError):
                if name is not None and path.is_file():
                    found.append((-path.stat().st_mtime_ns, name[1]))
    return [id_ for _changed, id_ in sorted(found)]


def _path(id_: str) -> Path:
    if not re.fullmatch(r"\w{1,40}", id_, re.ASCII):
        raise StorageError(_("No answers are kept under this id."))
    return places().papers / f"measure-{id_}.json"


def _write(id_: str, measured: Measured) -> None:
    path = _path(id_)
    ensure_folder(path.parent)
    moments = {
        moment: {
            "people": tally.people,
            "confidence": [list(counts) for counts in tally.confidence],
            "right": list(tally.right),
            "kinds": [list(pair) for pair in tally.kinds],
        }
        for moment, tally in sorted(measured.tallies.items())
    }
    held = {"format": FORMAT, "alone": measured.alone, "moments": moments}
    try:
        write_whole(path, f"{json.dumps(held, sort_keys=True)}\n".encode())
    except OSError as error:
        raise StorageError(_("{path} cannot be written: {why}.", path=path, why=because(error))) from error


def _read(held: Any) -> Measured:
    if held["format"] != FORMAT or type(held["alone"]) is not bool or not set(held["moments"]) <= set(MOMENTS):
        raise ValueError("not of this format")
    tallies = {moment: _tally(moment, each) for moment, each in held["moments"].items()}
    if held["alone"] and any(tally.people > 1 for tally in tallies.values()):
        raise ValueError("one person's own has one sheet at a time")
    return Measured(held["alone"], tallies)


def _tally(moment: str, held: Any) -> Tally:
    people = _number(held["people"], MOST_PEOPLE)
    confidence = tuple(_counts(each, len(STEPS), people) for each in held["confidence"])
    right = _counts(held["right"], len(KINDS) + 1, people)
    kinds = tuple(_pair(each, people) for each in held["kinds"])
    if len(confidence) != len(ITEMS) or len(kinds) != len(KINDS):
        raise ValueError("another number of questions")
    if not has_cases(moment) and (any(right) or any(answered for _saw, answered in kinds)):
        raise ValueError("there are no cases at this moment")
    return Tally(people, confidence, right, kinds)


def _counts(held: Any, length: int, people: int) -> tuple[int, ...]:
    counts = tuple(_number(each, people) for each in held)
    if len(counts) != length or sum(counts) > people:
        raise ValueError("not counts of these people")
    return counts


def _pair(held: Any, people: int) -> tuple[int, int]:
    saw, answered = held
    return _number(saw, _number(answered, people)), answered


def _number(held: Any, most: int) -> int:
    if type(held) is not int or not 0 <= held <= most:
        raise ValueError("not a count")
    return held
