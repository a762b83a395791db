"""The header of a passage: `:: name [tags] {"position":"x,y"}`, with the signs that a backslash makes harmless."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

_NAME = re.compile(r"(?:\\.|[^\\\[{])*+\\?")
_TAGS = re.compile(r"\[((?:\\.|[^\\\]])*+)(\]?)")
_ESCAPED = re.compile(r"\\(.?)")
_META = re.compile(r"[\\\[\]{}]")
_TWEE_2_PLACE = re.compile(r"<\s*(-?\d{1,9}(?:\.\d{1,9})?)\s*,\s*(-?\d{1,9}(?:\.\d{1,9})?)\s*>")

LONGEST = 2_000
"""Characters of a header that are read."""


class Header(NamedTuple):
    """What a header says, and what in it could not be read, each as part of a sentence about the header."""

    name: str
    tags: tuple[str, ...] = ()
    position: str = ""
    size: str = ""
    faults: tuple[str, ...] = ()


def read(line: str, *, twee_2: bool = False) -> Header:
    """Read what follows the two colons. Nothing is refused: what cannot be read is left out and named.

    `twee_2`: the place on the map may stand at the end as `<x,y>`, as that older form of Twee has it.
    """
    faults: list[str] = []
    if len(line) > LONGEST:
        line = line[:LONGEST]
        faults.append(f"it is longer than {LONGEST:,} characters and is cut")
    line, place = _place_of_twee_2(line) if twee_2 else (line, "")
    found = _NAME.match(line)
    assert found is not None
    name = _unescaped(found[0]).strip()
    rest = line[found.end() :]
    tags: tuple[str, ...] = ()
    if rest.startswith("["):
        block = _TAGS.match(rest)
        assert block is not None
        tags = tuple(_unescaped(tag) for tag in block[1].split())
        rest = rest[block.end() :]
        if not block[2]:
            faults.append("its tags are never closed with ]")
    data, rest = _metadata(rest.strip(), faults)
    if rest:
        faults.append(f"“{rest[:40]}” stands behind it and is left out")
    position, size = (value if isinstance(value := data.get(key), str) else "" for key in ("position", "size"))
    return Header(name, tags, position or place, size, tuple(faults))


def written(name: str, tags: tuple[str, ...] = (), position: str = "", size: str = "") -> str:
    """The whole line; read again it gives the same."""
    line = f":: {escaped(name)}"
    if tags:
        line += f" [{' '.join(escaped(tag) for tag in tags)}]"
    data = {key: value for key, value in (("position", position), ("size", size)) if value}
    return f"{line} {json.dumps(data, separators=(',', ':'))}" if data else line


def escaped(text: str) -> str:
    """A name or tag with a backslash before the signs that would end it."""
    return _META.sub(r"\\\g<0>", text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def _place_of_twee_2(line: str) -> tuple[str, str]:
    line = line.rstrip()
    start = line.rfind("<")
    found = _TWEE_2_PLACE.fullmatch(line, start) if start >= 0 else None
    return (line[:start], f"{found[1]},{found[2]}") if found else (line, "")


def _metadata(text: str, faults: list[str]) -> tuple[dict[str, Any], str]:
    """The metadata that a text begins with, and what follows it."""
    if not text.startswith("{"):
        return {}, text
    try:
        data, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        faults.append("its metadata in { } is not JSON and is left out")
        return {}, ""
    return data, text[end:].strip()
