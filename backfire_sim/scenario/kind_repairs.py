"""A value of the wrong kind as it must have been meant: `[council]` for `council`, `40` for `40%`, `true` for `yes`."""

from __future__ import annotations

import re

from backfire_sim.scenario import repairs
from backfire_sim.scenario.document import Document, Path
from backfire_sim.scenario.problems import Fix, Place

TEXT, NUMBER, TRUTH, LIST, KEYS = "text", "a whole number", "true or false", "a list", "keys with a colon each"
NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

_HELD_IN_KEYS = frozenset({"debrief", "certain", "contested", "outcomes"})
"""Lists whose items have keys."""
_WORDS_FIRST: dict[str | int, str] = {"debrief": "ask", "contested": "text"}
"""Lists of words for people, and the one key that their items have to have."""
_LIKE_A_KEY = re.compile(r"[a-z_]+\s*[:：﹕ː∶]")
_TRUTHS = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
_IDS = re.compile(r"[\w.]+(?:\s*,\s*[\w.]+)*")
_WORDS = re.compile(r"[^\s,\[\]{}:#&*!|>%@`'\"-][^,\[\]{}:#'\"]*")
_STEP = re.compile(r"([a-z_][\w.]*)\s*:?\s*([+=−-]\d{1,6})")
_FLAT = re.compile(r"\[[^\[\]{}#'\"]*\]|\{[^\[\]{}#'\"]*\}")


def repair(document: Document, wanted: str, where: Path, given: object) -> Fix | None:
    """What puts a value of the wrong kind right; None where that is not certain."""
    if wanted == KEYS and len(where) > 1 and where[-2] in _WORDS_FIRST and isinstance(given, str):
        return None if _LIKE_A_KEY.match(given) else _key_put(document, where, _WORDS_FIRST[where[-2]])
    meant = _meant(wanted, str(where[-1]) if where else "", given)
    if not meant:
        return None
    if isinstance(given, str):
        return _in_place_of_text(document, where, given, meant)
    place = document.value_place(where)
    written = _FLAT.match(document.line(place.line), place.column - 1)
    return document.swap(place, written[0], meant) if written else None


def without_signs(text: str) -> str:
    """The digits of a number that was written with signs between them, as in 6,000; empty where it is none."""
    return re.sub(r"\D", "", text) if re.fullmatch(r"\d{1,3}(?:[.,_' \u00a0\u202f]\d{3})+", text.strip()) else ""


def _in_place_of_text(document: Document, where: Path, given: str, meant: str) -> Fix | None:
    """The fix for a text, which loses its quotes if it has any."""
    place = document.place(where)
    sign = document.line(place.line)[place.column - 1 : place.column]
    if sign not in ("'", '"'):
        return document.swap(place, given, meant)
    closed = document.line(place.line)[place.column :].startswith(given + sign)
    edit = document.edit(Place(place.line, place.column, len(given) + 2), meant) if closed else None
    return Fix(f"`{sign}{given}{sign}` -> `{meant}`", (edit,)) if edit else None


def _key_put(document: Document, where: Path, key: str) -> Fix | None:
    """The key that an item of a list begins with, where the item is only its words."""
    place = document.place(where)
    dash = re.fullmatch(r"\s*(- +)", document.line(place.line)[: place.column - 1])
    if dash is None or not repairs.alone(document, place.line - 1, dash.start(1)):
        return None
    column = place.column - 1
    return repairs.swap(document, place.line - 1, column, column, f"{key}: ", f"`{key}:` before the words")


def _meant(wanted: str, name: str, given: object) -> str:
    if isinstance(given, str):
        text = given.strip()
        if wanted == NUMBER:
            return _number(text)
        if wanted == TRUTH:
            return _TRUTHS.get(text.lower(), "")
        if wanted == LIST and name not in _HELD_IN_KEYS:
            return f"[{text}]" if _IDS.fullmatch(text) or (_WORDS.fullmatch(text) and len(text) < 100) else ""
        return _steps([text]) if wanted == KEYS and name == "effects" else ""
    if isinstance(given, list) and wanted == KEYS and name == "effects":
        return _steps(given)
    if isinstance(given, list) and wanted == TEXT and name in ("goto", "voice"):
        return str(given[0]) if len(given) == 1 and isinstance(given[0], str) and _IDS.fullmatch(given[0]) else ""
    if isinstance(given, dict) and wanted == LIST and name in ("uses_consent", "revokes", "consent"):
        plain = all(isinstance(use, str) and re.fullmatch(r"\w+", use) for use in given.values())
        return f"[{', '.join(f'{person}.{use}' for person, use in given.items())}]" if plain and given else ""
    return ""


def _number(text: str) -> str:
    percent = re.fullmatch(r"(\d{1,6})\s*%", text)
    digits = percent[1] if percent else without_signs(text) if "." not in text else ""
    digits = digits or (text if text.isascii() and text.isdigit() else "")
    if digits:
        return digits.lstrip("0") or "0" if len(digits) < 10 else ""
    return str(NUMBERS.index(text.lower())) if text.lower() in NUMBERS else ""


def _steps(parts: list[object]) -> str:
    """Changes in braces, where each part is one; empty where a sign is missing."""
    found: list[str] = []
    for part in parts:
        step = _STEP.fullmatch(part.strip()) if isinstance(part, str) else None
        if step is None:
            return ""
        found.append(f"{step[1]}: {step[2]}")
    return f"{{{', '.join(found)}}}" if found else ""
