"""One answer to one drill: what is kept of it, and how it stands in the log."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE

GUESSING, FAIRLY, CERTAIN = "guessing", "fairly_sure", "certain"
"""How sure somebody was, said before the answer."""

CONFIDENCES = (GUESSING, FAIRLY, CERTAIN)

_FITS = (STRONG, WORKABLE, BACKFIRES)
_WORDS = ("principle", "drill", "confidence", "answer", "fit")
_YEARS = range(1970, 9000)
"""Beyond them no interval can be counted."""


class Review(NamedTuple):
    """One answer, with how sure somebody was of it, and when."""

    principle: str
    drill: str
    """What the drill is known by: scenario/scene/drill."""
    at: datetime
    """In UTC."""
    confidence: str
    answer: str
    """Empty where a sentence was written: the sentence itself is kept nowhere."""
    fit: str
    """How well it fits; where a sentence was written, by what was ticked."""


def to_record(review: Review) -> dict[str, Any]:
    """What is kept of it. ValueError for one that cannot have been."""
    if review.at.tzinfo is None:
        raise ValueError("the time of a review has a zone")
    record = {**review._asdict(), "at": review.at.astimezone(UTC).isoformat(), "do": "review"}
    from_record(record)
    return record


def from_record(record: Mapping[str, Any]) -> Review:
    """The review that a record stands for. ValueError if it stands for none."""
    if set(record) != {*_WORDS, "at", "do"} or record["do"] != "review":
        raise ValueError("a record of something else")
    if not all(isinstance(value, str) for value in record.values()):
        raise ValueError("a review is words")
    at = datetime.fromisoformat(record["at"])
    if at.utcoffset() is None or at.year not in _YEARS:
        raise ValueError("a time that cannot be placed")
    if record["confidence"] not in CONFIDENCES or record["fit"] not in _FITS:
        raise ValueError("an answer that nobody could have given")
    if not record["principle"] or not record["drill"]:
        raise ValueError("an answer to nothing")
    return Review(at=at.astimezone(UTC), **{name: record[name] for name in _WORDS})
