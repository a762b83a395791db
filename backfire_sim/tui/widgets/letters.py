"""Letters three cells wide and five high, for a projector: any line of content, made large.

Each letter is drawn on five by seven dots, four dots to a cell. A sign that has no drawing stands in the middle of
its place as it is, so that every language can still be read.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from itertools import accumulate

from textual.content import Content, Span

from backfire_sim.text import width
from backfire_sim.tui.widgets.pane import ACROSS, DOWN

_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_ABOVE = {
    "\u0300": ".#...",
    "\u0301": "...#.",
    "\u0302": ".###.",
    "\u0303": ".##.#",
    "\u0308": ".#.#.",
    "\u030c": ".#.#.",
}
_BELOW = {"\u0327": "..#.."}
_LINES = {"━": (4, 5), "─": (4,)}


def large(content: Content) -> list[Content]:
    """A line as five lines, every letter three times as wide; its styles go with it."""
    rows: list[list[str]] = [[] for _ in range(DOWN)]
    for char in content.plain:
        for row, part in zip(rows, _drawn(char), strict=True):
            row.append(part)
    return [_joined(row, content) for row in rows]


def _joined(parts: list[str], content: Content) -> Content:
    """One of the five rows, with the styles of the line."""
    ends = [0, *accumulate(len(part) for part in parts)]
    last = len(parts)
    # A line under each of the five rows would be four too many.
    spans = [
        Span(ends[span.start], ends[min(span.end, last)], str(span.style).replace("underline", "").strip())
        for span in content.spans
    ]
    return Content("".join(parts), spans=spans, strip_control_codes=False)


@cache
def _drawn(char: str) -> tuple[str, ...]:
    """The five rows of a letter."""
    if char in _LINES:
        return _cells([("######" if row in _LINES[char] else "......") for row in range(2 * DOWN)])
    if char in "│┃┆┊":
        return _cells([".." + ("#" if char in "│┃" or row % 2 == 0 else ".") + "..." for row in range(2 * DOWN)])
    if char == " ":
        return (" " * ACROSS,) * DOWN
    letter, marks = _taken_apart(char)
    dots = _table().get("ı" if letter == "i" and marks else letter)
    if dots is None or any(mark not in _ABOVE and mark not in _BELOW for mark in marks):
        return _as_it_is(char)
    rows = ["......", *(f"{row}." for row in dots)]
    rows += ["......"] * (2 * DOWN - len(rows))
    for mark in marks:
        if mark in _ABOVE:
            rows[1 if letter.islower() else 0] = f"{_ABOVE[mark]}."
        else:
            rows[8] = f"{_BELOW[mark]}."
    return _cells(rows)


def _taken_apart(char: str) -> tuple[str, str]:
    apart = unicodedata.normalize("NFD", char)
    return apart[:1], apart[1:]


def _cells(rows: list[str]) -> tuple[str, ...]:
    """Dots to cells, two by two."""
    return tuple(
        "".join(
            _QUARTERS[
                (rows[y][x] == "#")
                + 2 * (rows[y][x + 1] == "#")
                + 4 * (rows[y + 1][x] == "#")
                + 8 * (rows[y + 1][x + 1] == "#")
            ]
            for x in range(0, 2 * ACROSS, 2)
        )
        for y in range(0, 2 * DOWN, 2)
    )


def _as_it_is(char: str) -> tuple[str, ...]:
    """A sign that has no drawing, in the middle of the place of as many letters as it has cells."""
    cells = width(char)
    if not cells:
        return ("", "", char, "", "")
    room = ACROSS * cells
    before = (room - cells) // 2
    blank = " " * room
    return (blank, blank, " " * before + char + " " * (room - cells - before), blank, blank)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    text = files("backfire_sim.tui.widgets").joinpath("letters.txt").read_text(encoding="utf-8")
    return {line[0]: tuple(line[2:].split()) for line in text.splitlines() if line}
