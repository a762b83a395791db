"""Answers before and after a training, where somebody asked to keep them: counts in one small file.

A file holds how many gave each answer, and nothing else: no names, no times, no order, and not which answers came from
one person. Each sheet is in the file before it is said to be kept.
"""

from __future__ import annotations

from typing import Any

from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.papers import KeptPaper, Papers
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


def new(*, alone: bool) -> KeptPaper[Measured]:
    """Begin a file with nothing in it. StorageError if the disk refuses."""
    measured = nothing(alone=alone)
    return KeptPaper(keep(measured), measured)


def add(id_: str, moment: str, sheet: Sheet) -> Measured:
    """Count one sheet more; when this returns it is in the file. StorageError if it cannot be."""
    try:
        measured = count(load(id_), moment, sheet)
    except ValueError as error:
        raise StorageError(_("This sheet cannot be counted: it is not whole, or there are too many.")) from error
    MEASURES.keep(measured, id_)
    return measured


def latest(*, alone: bool) -> str:
    """The id of the file changed last that is one's own, or a group's; empty if there is none."""
    return next((each.id for each in kept() if each.paper.alone == alone), "")


def _as_record(measured: Measured) -> dict[str, Any]:
    moments = {
        moment: {
            "people": tally.people,
            "confidence": [list(counts) for counts in tally.confidence],
            "right": list(tally.right),
            "kinds": [list(pair) for pair in tally.kinds],
        }
        for moment, tally in sorted(measured.tallies.items())
    }
    return {"alone": measured.alone, "moments": moments}


def _read(held: Any) -> Measured:
    if type(held["alone"]) is not bool or not set(held["moments"]) <= set(MOMENTS):
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


MEASURES = Papers("measure", _as_record, _read)
"""Every file of answers that was kept."""

keep, load, kept, ids = MEASURES.keep, MEASURES.load, MEASURES.kept, MEASURES.ids
