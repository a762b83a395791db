"""Find the rows of a play in the bytes of its file, whatever has become of SQLite's own structure.

A row is recognised by the shape of a SQLite record, and proved by the chain of hashes: what is found here either fits
behind the row before it, to the last bit, or is not used. So the head of the file, its page tables and its index may
all be lost, and the events are still there.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.file import PAGE
from backfire_sim.storage.rows import (
    FIRST,
    HASH_BYTES,
    HEADER_KEY,
    MAX_TEXT,
    Raw,
    header_from_text,
    link_bytes,
    row_from_raw,
)

# A record begins with the length of its own head, then one number per column that says kind and length. The first
# column of both tables is the row's number, which SQLite keeps elsewhere and writes here as 0.
_NUMBER = rb"([\x80-\xff]{0,3}[\x00-\x7f])"
_EVENT = re.compile(rb"(?=([\x06-\x0f])\x00" + _NUMBER * 3 + rb"\x4c)", re.DOTALL)
_TIP = re.compile(rb"(?=([\x05-\x0f])\x00([\x01-\x06\x08\x09])\x4c" + _NUMBER + rb")", re.DOTALL)

# What stays on the page of a record too long for it, and where the rest is (the file format's own arithmetic).
_WHOLE_AT_MOST = PAGE - 35
_PART_AT_LEAST = (PAGE - 12) * 32 // 255 - 23

# Trying every bit takes about 2 microseconds each; a row has some thousands.
_MEND_AMONG = 16
_MEND_AT_MOST = 4000


class Found(NamedTuple):
    """What may be a row, as its bytes lie in the file."""

    content: tuple[bytes, ...]
    hash: bytes


def carve(play: bytes, wal: bytes = b"") -> list[Raw]:
    """The longest run of rows, row 0 first, that can be proved from the bytes of a play file and its log; or none.

    Where the run breaks at a row with a single bit flipped, the bit is found by trying each: the hash tells.
    """
    found = list(dict.fromkeys([*_events(play, play), *_events(wal, play)]))
    best: list[Raw] = []
    for opening in _openings(found, [*_headers(play, play), *_headers(wal, play)]):
        rows = _chain(opening, [each for each in found if each.content[0] != HEADER_KEY.encode()])
        if len(rows) > len(best):
            best = rows
    return best


def _openings(found: list[Found], headers: list[bytes]) -> Iterator[Raw]:
    """Every row 0 that can be: those found, and those made again from the copy of the header."""
    openings = [each for each in found if each.content[0] == HEADER_KEY.encode()]
    known = {each.hash for each in openings}
    for text in dict.fromkeys([each.content[1] for each in openings] + headers):
        content = (HEADER_KEY.encode(), text, b"")
        digest = link_bytes(FIRST, 0, content)
        # A header made from the copy alone counts only if a row, or the hash beside it, vouches for it.
        if digest in known or any(link_bytes(digest, 1, each.content) == each.hash for each in found):
            raw = _readable(0, Found(content, digest))
            if raw is not None:
                yield raw


def _chain(opening: Raw, rest: list[Found]) -> list[Raw]:
    rows = [opening]
    at = 0
    while rest:
        before, number = rows[-1].hash, len(rows)
        # Pages lie in order and rows within a page the other way round, so the next is sought near the last.
        order = sorted(range(len(rest)), key=lambda n: abs(n - at))
        place = next((n for n in order if link_bytes(before, number, rest[n].content) == rest[n].hash), None)
        if place is not None:
            raw = _readable(number, rest[place])
        else:
            place, raw = _mended(before, number, [(n, rest[n]) for n in order[:_MEND_AMONG]])
        if raw is None:
            break
        rows.append(raw)
        rest.pop(place)
        at = place
    return rows


def _mended(before: bytes, number: int, near: list[tuple[int, Found]]) -> tuple[int, Raw | None]:
    """A row that fits once one bit of it is flipped back, and its place; none if there is no such row."""
    for place, each in near:
        digest = link_bytes(before, number, each.content)
        if (int.from_bytes(digest, "big") ^ int.from_bytes(each.hash, "big")).bit_count() == 1:
            return place, _readable(number, Found(each.content, digest))
        if sum(map(len, each.content)) > _MEND_AT_MOST:
            continue
        for part, data in enumerate(each.content):
            tried = bytearray(data)
            for at in range(len(tried)):
                for bit in range(8):
                    tried[at] ^= 1 << bit
                    content = (*each.content[:part], bytes(tried), *each.content[part + 1 :])
                    if link_bytes(before, number, content) == each.hash:
                        return place, _readable(number, Found(content, each.hash))
                    tried[at] ^= 1 << bit
    return 0, None


def _readable(number: int, found: Found) -> Raw | None:
    try:
        key, event, after = (part.decode() for part in found.content)
        raw = Raw(key, event, after, found.hash)
        if number == 0:
            header_from_text(raw.event)
        else:
            row_from_raw(number, raw)
    except (UnicodeDecodeError, StorageError):
        return None
    return raw


def _events(data: bytes, play: bytes) -> Iterator[Found]:
    for match in _EVENT.finditer(data):
        numbers = [_varint(match[group]) for group in (2, 3, 4)]
        lengths = [(number - 13) // 2 for number in numbers]
        head = match[1][0]
        if head != 3 + sum(len(match[group]) for group in (2, 3, 4)) or any(n < 13 or n % 2 == 0 for n in numbers):
            continue
        columns = _columns(data, play, match.start(), head, [*lengths, HASH_BYTES])
        if columns is not None:
            key, event, after, digest = columns
            yield Found((key, event, after), digest)


def _headers(data: bytes, play: bytes) -> Iterator[bytes]:
    for match in _TIP.finditer(data):
        number = _varint(match[3])
        if match[1][0] != 4 + len(match[3]) or number < 13 or number % 2 == 0:
            continue
        count = {8: 0, 9: 0, 5: 6, 6: 8}.get(match[2][0], match[2][0])
        columns = _columns(data, play, match.start(), match[1][0], [count, HASH_BYTES, (number - 13) // 2])
        if columns is not None:
            yield columns[2]


def _columns(data: bytes, play: bytes, start: int, head: int, lengths: list[int]) -> list[bytes] | None:
    size = head + sum(lengths)
    if size > 3 * MAX_TEXT:
        return None
    payload = data[start : start + size] if size <= _WHOLE_AT_MOST else _long(data, play, start, size)
    if len(payload) < size:
        return None
    columns, at = [], head
    for length in lengths:
        columns.append(payload[at : at + length])
        at += length
    return columns


def _long(data: bytes, play: bytes, start: int, size: int) -> bytes:
    """A record that goes on over further pages."""
    part = _PART_AT_LEAST + (size - _PART_AT_LEAST) % (PAGE - 4)
    part = part if part <= _WHOLE_AT_MOST else _PART_AT_LEAST
    payload = data[start : start + part]
    page = int.from_bytes(data[start + part : start + part + 4], "big")
    for _ in range(size // (PAGE - 4) + 2):
        if len(payload) >= size or not 0 < page <= len(play) // PAGE:
            break
        at = (page - 1) * PAGE
        payload += play[at + 4 : at + PAGE]
        page = int.from_bytes(play[at : at + 4], "big")
    return payload[:size]


def _varint(data: bytes) -> int:
    value = 0
    for byte in data:
        value = value << 7 | byte & 0x7F
    return value
