"""What a play file holds, row by row, and the chain of hashes that ties the rows together.

Row 0 is the header. Every row carries a hash over the hash before it, its number, its key, its event and its numbers,
so a row that was changed, swapped, dropped from the middle or taken from another play is noticed. The chain alone
cannot prove that rows are missing at the end; the tip, kept beside the rows and written in the same transaction,
holds how many there are and the last hash. None of this is a signature: it finds accidents, not a forger who can
write the whole file anew.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple

from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.text import one_line

FORMAT = 1
"""Version of the play file that this program writes, and the only one it reads."""

MAX_KEY = 200
"""Characters of an event key."""

MAX_TEXT = 1_000_000
"""Characters of one event or of its numbers, written as JSON."""

HASH_BYTES = 32
FIRST = bytes(HASH_BYTES)
"""The hash before row 0."""

HEADER_KEY = ""
"""Key of row 0; an event key is never empty."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a play needs to be found and played again. No names, no clock time: nothing about people."""

    scenario: str
    """Id of the scenario."""
    title: str
    source: str
    """Id of a built-in scenario, or the path of a scenario file."""
    digest: str
    """SHA-256 of the scenario file, in hex; "" if it is not known."""
    seed: int = 0
    program: str = ""
    """Version of the program that began the play."""
    format: int = FORMAT
    continues: str = ""
    """Id of the play that this one went on from, as a new play, where its scenario had changed; else empty."""


@dataclass(frozen=True, slots=True)
class After:
    """Where the play stood after an event, to compare with when it is replayed."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    """Every number that is not 0, by the name conditions use for it."""
    scene: str = ""
    ending: str = ""
    over: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One event of a play. `number` counts from 1."""

    number: int
    key: str
    event: Mapping[str, Any]
    after: After


class Raw(NamedTuple):
    """A row as it stands in the file."""

    key: str
    event: str
    after: str
    hash: bytes


class Tip(NamedTuple):
    """What is kept beside the rows: how many there are (row 0 included), the last hash, a copy of the header."""

    rows: int
    last: bytes
    header: str


def link(before: bytes, number: int, key: str, event: str, after: str) -> bytes:
    """The hash of a row, given the hash of the row before it."""
    return link_bytes(before, number, (key.encode(), event.encode(), after.encode()))


def link_bytes(before: bytes, number: int, content: tuple[bytes, ...]) -> bytes:
    """The same, of key, event and numbers as the bytes that lie in the file."""
    parts = [str(number).encode(), *content]
    whole = b"".join([len(part).to_bytes(8, "big") + part for part in parts])
    return blake2b(before + whole, digest_size=HASH_BYTES, person=b"backfire-play-1").digest()


def check_key(key: str) -> str:
    """The key, if it can be one: 1 to 200 printable characters. ValueError."""
    if not (0 < len(key) <= MAX_KEY and key.isprintable()):
        raise ValueError(f"an event key has 1 to {MAX_KEY} printable characters: {key!r}")
    return key


def to_text(value: Mapping[str, Any]) -> str:
    """A record as JSON, the same text for the same record. ValueError for what JSON cannot say or is too long."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    if len(text) > MAX_TEXT:
        raise ValueError(f"a record may have {MAX_TEXT:,} characters, this one has {len(text):,}")
    return text


def after_to_text(after: After) -> str:
    """Where the play stood, as JSON; what is empty is left out."""
    numbers = {name: value for name, value in after.numbers.items() if value}
    whole = {"numbers": numbers, "scene": after.scene, "ending": after.ending, "over": after.over}
    return to_text({name: value for name, value in whole.items() if value})


def header_to_text(header: Header) -> str:
    """The header as JSON; that it continues nothing is not said."""
    record = asdict(header)
    if not header.continues:
        del record["continues"]
    return to_text(record)


def header_from_text(text: str) -> Header:
    """The header that the text holds. StorageError if it holds none that this version can read."""
    record = _record(text)
    if record.get("format") != FORMAT:
        raise StorageError(_("This play was written by another version of the program, which this one cannot read."))
    kinds = {"scenario": str, "title": str, "source": str, "digest": str, "seed": int, "program": str}
    if "continues" in record:
        kinds["continues"] = str
    if set(record) != {*kinds, "format"} or not all(type(record[n]) is kind for n, kind in kinds.items()):
        raise StorageError(_("The header of this play is not one that the program writes."))
    # The title goes to screens, and the file may come from a stranger.
    return Header(**{**record, "title": one_line(record["title"])})


def row_from_raw(number: int, raw: Raw) -> Row:
    """The row that a raw row stands for. StorageError if it stands for none."""
    record = _record(raw.after)
    numbers, scene = record.get("numbers", {}), record.get("scene", "")
    ending, over = record.get("ending", ""), record.get("over", False)
    if not (
        isinstance(numbers, dict)
        and all(type(value) is int for value in numbers.values())
        and isinstance(scene, str)
        and isinstance(ending, str)
        and isinstance(over, bool)
    ):
        raise StorageError(_("Event {number} does not say where the play stood after it.", number=number))
    return Row(number, raw.key, _record(raw.event), After(numbers, scene, ending, over))


def follow(rows: Iterable[Raw]) -> tuple[list[Raw], str]:
    """The rows from the first on whose chain holds, and what is wrong with the next one ("" if nothing is)."""
    good: list[Raw] = []
    before = FIRST
    for number, raw in enumerate(rows):
        if raw.hash != link(before, number, raw.key, raw.event, raw.after) or (number == 0) != (raw.key == HEADER_KEY):
            if number == 0:
                said = _("The header does not match its check sum: the file was changed, or the disk is failing.")
            else:
                said = _("Event {number} does not match its check sum: the file was changed, or the disk is failing.")
            return good, said.format(number=number)
        before = raw.hash
        good.append(raw)
    return good, ""


def _record(text: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise StorageError(_("A row of this play holds something that is no record.")) from error
    if not isinstance(record, dict):
        raise StorageError(_("A row of this play holds something that is no record."))
    return record
