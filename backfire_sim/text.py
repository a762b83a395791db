"""Untrusted text to safe text; how wide it is in a terminal; where its lines break.

Words come from files, from people at a table and from the network. A terminal obeys some characters (escape
sequences, direction overrides) and draws others in no place at all, so every word passes `plain` once, at the
edge where it enters, and is safe everywhere inside.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# What ASCII can do to us; checked first because most text is ASCII and this is one quick scan.
_ASCII_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")

# Direction marks and overrides can make a line read as another one than the file holds.
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# Cc control, Cs surrogates, Co private use, Cn unassigned: nothing that a reader could read.
_UNREADABLE = frozenset({"Cc", "Cs", "Co", "Cn"})

_AS_OTHER = {"\t": " ", "\u2028": "\n", "\u2029": "\n", "\r": ""}

# White space, but not the spaces that hold together what they stand in.
_GAPS = re.compile(r"[^\S\u00a0\u202f]+")

MAX_MARKS = 2
"""Combining marks kept in a row: more are stacked only to spill over the lines above and below."""


def plain(text: str, limit: int | None = None) -> str:
    """`text` in composed form (NFC) without anything a terminal would obey; at most `limit` characters.

    Tabs become one space, line and paragraph separators a line break. Control characters except the line break,
    surrogates, private and unassigned characters, direction overrides and the tag block are dropped, and so is
    every combining mark after the second in a row. `plain(plain(x)) == plain(x)`.
    """
    if not text.isascii():
        text = _plain_beyond_ascii(text)
    elif _ASCII_UNSAFE.search(text):
        text = text.translate(_table(set(text)))
    return text if limit is None else text[:limit]


def is_plain(text: str) -> bool:
    """Whether `plain` would leave `text` as it is."""
    return plain(text) == text


def unsafe_kinds(text: str) -> frozenset[str]:
    """Every character in `text` that `plain` would drop or replace, marks aside.

    Tabs are not among them: they are harmless, and a file has its own rule for them.
    """
    if text.isascii() and not _ASCII_UNSAFE.search(text):
        return frozenset()
    return frozenset(chr(char) for char in _table(set(text)) if chr(char) != "\t")


def one_line(text: str, limit: int | None = None) -> str:
    """`plain` text with every run of white space as one space: for labels, titles and names."""
    return " ".join(plain(text, limit).split())


def bare(text: str) -> str:
    """`text` without case and accents, to compare what people type: `Sí` is `si`."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))


def character_name(char: str) -> str:
    """A name to show for a character that cannot be shown, such as `U+001B (escape)`."""
    known = {"\x1b": "escape", "\x00": "null", "\x07": "bell", "\x08": "backspace", "\x7f": "delete"}
    name = known.get(char) or unicodedata.name(char, "").lower() or "control character"
    return f"U+{ord(char):04X} ({name})"


def width(text: str) -> int:
    """Cells that one line of `plain` text takes in a terminal: 2 for wide characters, 0 for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def fit(text: str, cells: int, ellipsis: str = "…") -> str:
    """`text` cut to at most `cells` cells, ending in `ellipsis` where something was cut off."""
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 0:
        return ""
    return _head(text, room) + ellipsis


def grouped(number: int) -> str:
    """A number for any language: from five digits on in groups of three, parted by spaces that no line breaks at."""
    return str(number) if abs(number) < 10_000 else f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def pad(text: str, cells: int) -> str:
    """`text` followed by spaces up to `cells` cells; longer text stays as it is."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int) -> list[str]:
    """The lines of `text` broken at spaces so that none is wider than `cells`; its own line breaks stay.

    A word wider than a line is cut, a path after one of its folders. An empty line stays an empty line; empty text is
    no line at all.
    """
    if cells < 1:
        raise ValueError("a line needs at least one cell")
    lines: list[str] = []
    for line in text.split("\n") if text else ():
        lines.extend(_wrap_line(line, cells))
    return lines


def paragraphs(text: str) -> list[str]:
    """The paragraphs of prose: an empty line parts them, single line breaks inside one are only spaces."""
    return [" ".join(_words(block)) for block in re.split(r"\n[ ]*\n+", text) if block.strip()]


def wrap_prose(text: str, cells: int) -> list[str]:
    """Prose as lines of at most `cells` cells, refilled by paragraph, one empty line between paragraphs."""
    lines: list[str] = []
    for paragraph in paragraphs(text):
        if lines:
            lines.append("")
        lines.extend(wrap(paragraph, cells))
    return lines


def caret(line: str, column: int, length: int = 1) -> str:
    """A line that underlines `length` characters of `line` from `column` (0 is the first), by terminal cells."""
    start = max(0, min(column, len(line)))
    marked = line[start : start + max(1, length)]
    return " " * width(line[:start]) + "^" * max(1, width(marked))


def _plain_beyond_ascii(text: str) -> str:
    table = _table(set(text))
    if table:
        text = text.translate(table)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    marks = "".join(re.escape(char) for char in set(text) if unicodedata.category(char) in ("Mn", "Me"))
    if marks:
        text = re.sub(f"([{marks}]{{{MAX_MARKS}}})[{marks}]+", r"\1", text)
    return text


def _table(chars: set[str]) -> dict[int, str]:
    """What to write for each of `chars` that may not stay."""
    return {ord(char): _AS_OTHER.get(char, "") for char in chars if char != "\n" and _unsafe(char)}


def _unsafe(char: str) -> bool:
    return (
        char in _AS_OTHER
        or char in _DIRECTION
        or 0xE0000 <= ord(char) <= 0xE007F
        or unicodedata.category(char) in _UNREADABLE
    )


def _cells(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _head(text: str, cells: int) -> str:
    """As many leading characters as fit into `cells`."""
    used = 0
    for place, char in enumerate(text):
        used += _cells(char)
        if used > cells:
            return text[:place]
    return text


def _words(line: str) -> list[str]:
    return [word for word in _GAPS.split(line) if word]


def _wrap_line(line: str, cells: int) -> Iterator[str]:
    current = ""
    used = 0
    for word in _words(line):
        size = width(word)
        if current and used + 1 + size <= cells:
            current += " " + word
            used += 1 + size
            continue
        if current:
            yield current
        while size > cells:
            # A wide character in a one-cell column still has to go somewhere.
            head = _head(word, cells) or word[0]
            folder = head.rfind("/") + 1
            head = head[:folder] if 2 * folder > len(head) else head
            yield head
            word = word[len(head) :]
            size = width(word)
        current, used = word, size
    yield current
