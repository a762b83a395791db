"""Paths in words: which scene, move or outcome a problem is about."""

from __future__ import annotations

from backfire_sim.scenario.document import Path

_PARTS = {
    "scenes": "the scene",
    "moves": "the move",
    "methods": "the method",
    "audiences": "the audience",
    "voices": "the voice",
    "bearers": "the bearer",
    "people": "the person",
    "counters": "the counter",
    "options": "the option",
    "injects": "the inject",
    "endings": "the ending",
    "facts": "the fact",
    "plays": "the play",
    "texts": "the text",
    "orphaned": "the text",
}
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LISTED = {"outcomes": "outcome", "debrief": "question", "certain": "finding", "contested": "finding"}


def describe(path: Path) -> str:
    """A path in words: `the first outcome of the move `publish``."""
    for end in range(len(path), 0, -1):
        part = path[end - 1]
        before = path[end - 2] if end > 1 else ""
        if isinstance(part, int) and before in _LISTED:
            holder = describe(path[: end - 2])
            which = _ORDER[part] if part < len(_ORDER) else f"{part + 1}th"
            return f"the {which} {_LISTED[str(before)]}" + (f" of {holder}" if holder != "the file" else "")
        if before in _PARTS:
            return f"{_PARTS[str(before)]} `{part}`"
        if part == "wait":
            return "the `wait` of " + describe(path[: end - 1])
        if end == len(path) and isinstance(part, str):
            inner = describe(path[: end - 1])
            return f"`{part}`" + (f" of {inner}" if inner != "the file" else "")
    return "the file"
