"""Find the rows of a play in the bytes of its file, whatever has become of SQLite's own structure.

A row is recognised by the shape of a SQLite record, and proved by the chain of hashes: what is found here either fits
behind the row before it, to the last bit, or is not used. So the head of the file, its page tables and its index may
all be lost, and the events are still there.
"""

import re
from collections.abc import Iterator

from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.file import PAGE
from backfire_sim.storage.rows import (
    FIRST,
    HASH_BYTES,
    HEADER_KEY,
    MAX_TEXT,
    Raw,
    header_from_text,
    link,
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


def carve(play: bytes, wal: bytes = b"") -> list[Raw]:
    """The longest run of rows, row 0 first, that can be proved from the bytes of a play file and its log; or none."""
    found = list(dict.fromkeys([*_events(play, play), *_events(wal, play)]))
    best: list[Raw] = []
    for opening in _openings(found, [*_headers(play, play), *_headers(wal, play)]):
        rows = _chain(opening, found)
        if len(rows) > len(best):
            best = rows
    return best


def _openings(found: list[Raw], headers: list[str]) -> Iterator[Raw]:
    """Every row 0 that can be: those found, and those made again from the copy of the header."""
    texts = dict.fromkeys([raw.event for raw in found if raw.key == HEADER_KEY] + headers)
    known = {raw.hash for raw in found if raw.key == HEADER_KEY}
    for text in texts:
        opening = Raw(HEADER_KEY, text, "", link(FIRST, 0, HEADER_KEY, text, ""))
        try:
            header_from_text(text)
        except StorageError:
            continue
        # A header made from the copy alone counts only if a row, or the hash beside it, vouches for it.
        if opening.hash in known or any(_fits(opening.hash, 1, raw) for raw in found):
            yield opening


def _chain(opening: Raw, found: list[Raw]) -> list[Raw]:
    rows = [opening]
    rest = [raw for raw in found if raw.key != HEADER_KEY]
    at = 0
    while rest:
        # Rows mostly lie in order, so the next is sought from where the last was found.
        order = (*range(at, len(rest)), *range(at))
        place = next((n for n in order if _fits(rows[-1].hash, len(rows), rest[n])), None)
        if place is None:
            break
        try:
            row_from_raw(len(rows), rest[place])
        except StorageError:
            break
        rows.append(rest.pop(place))
        at = place
    return rows


def _fits(before: bytes, number: int, raw: Raw) -> bool:
    return raw.hash == link(before, number, raw.key, raw.event, raw.after)


def _events(data: bytes, play: bytes) -> Iterator[Raw]:
    for match in _EVENT.finditer(data):
        numbers = [_varint(match[group]) for group in (2, 3, 4)]
        lengths = [(number - 13) // 2 for number in numbers]
        head = match[1][0]
        if head != 3 + sum(len(match[group]) for group in (2, 3, 4)) or any(n < 13 or n % 2 == 0 for n in numbers):
            continue
        columns = _columns(data, play, match.start(), head, [*lengths, HASH_BYTES])
        if columns is not None:
            key, event, after, digest = columns
            try:
                yield Raw(key.decode(), event.decode(), after.decode(), digest)
            except UnicodeDecodeError:
                continue


def _headers(data: bytes, play: bytes) -> Iterator[str]:
    for match in _TIP.finditer(data):
        number = _varint(match[3])
        if match[1][0] != 4 + len(match[3]) or number < 13 or number % 2 == 0:
            continue
        count = {8: 0, 9: 0, 5: 6, 6: 8}.get(match[2][0], match[2][0])
        columns = _columns(data, play, match.start(), match[1][0], [count, HASH_BYTES, (number - 13) // 2])
        if columns is not None:
            try:
                yield columns[2].decode()
            except UnicodeDecodeError:
                continue


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
