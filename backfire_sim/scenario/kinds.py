"""A value of the wrong kind: text where a number should be, a list where ids should be; and what to write instead."""

from __future__ import annotations

import re

from backfire_sim.scenario import kind_repairs
from backfire_sim.scenario.document import Document, Path
from backfire_sim.scenario.kind_repairs import KEYS, LIST, NUMBER, NUMBERS, TEXT, TRUTH, without_signs
from backfire_sim.scenario.problems import Problem
from backfire_sim.scenario.shapes import Key
from backfire_sim.scenario.words import describe

_WANTED = {
    "string_type": TEXT,
    "int_type": NUMBER,
    "int_parsing": NUMBER,
    "bool_type": TRUTH,
    "list_type": LIST,
    "dict_type": KEYS,
    "model_type": KEYS,
    "model_attributes_type": KEYS,
}
_FIRST_KEY = {"debrief": "ask", "certain": "text", "contested": "text", "outcomes": "text"}
"""What an item of a list starts with, where its items have keys."""
_CONDITIONS = ("when", "needs", "agrees")


def wrong_kind(document: Document, kind: str, where: Path, given: object, known: Key | None) -> Problem:
    """The problem of a value at `where` that is not of the kind that its key takes."""
    wanted = _WANTED.get(kind, "something else")
    what = describe(where)
    what = what[:1].upper() + what[1:]
    if wanted == TEXT and isinstance(given, bool | int):
        word = str(given).lower()
        message = f"{what} should be text, but {word} without quotes is read as {shown(given)}."
        fix = document.swap(document.place(where), word, f'"{word}"')
        return document.problem("BF045", message, where, help=f'write "{word}"', fix=fix)
    place = document.value_place(where)
    if wanted == LIST and _is_condition(where):
        help_ = "write a condition such as `care >= 6`, or leave the key out: then it always holds"
        if isinstance(given, dict):
            parts = [f"{name} >= {value}" for name, value in given.items() if type(value) is int]
            help_ = f"write a condition: `{' and '.join(parts)}`" if parts else help_
        message = f"{what} should be a condition, not {shown(given)}."
        return document.problem("BF042", message, where, place=place, help=help_)
    help_ = _help(document, wanted, where, given, known)
    message = f"{what} should be {wanted}, not {shown(given)}."
    fix = kind_repairs.repair(document, wanted, where, given)
    return document.problem("BF042", message, where, place=place, help=help_, fix=fix)


def shown(given: object) -> str:
    """What kind of value it is, in words."""
    if isinstance(given, bool):
        return TRUTH
    if isinstance(given, int):
        return "a number"
    if isinstance(given, str):
        return TEXT
    return LIST if isinstance(given, list) else KEYS


def _help(document: Document, wanted: str, where: Path, given: object, known: Key | None) -> str:
    name = str(where[-1]) if where else ""
    place = document.value_place(where)
    inline = document.line(place.line)[place.column - 1 : place.column] in ("[", "{")
    if wanted == LIST:
        return _list_help(name, given)
    if wanted == NUMBER:
        return _number_help(name, given, known)
    if wanted == TRUTH:
        return "write true or false"
    if wanted == TEXT and isinstance(given, list | dict):
        first = given[0] if isinstance(given, list) and given else None
        if isinstance(first, str) and re.fullmatch(r"[\w.]+", first):
            return f"name only one: `{name}: {first}`"
        return "if the text starts with a bracket or holds a colon, put it in quotes"
    if wanted == KEYS:
        return _keys_help(where, given, inline)
    return ""


def _list_help(name: str, given: object) -> str:
    if isinstance(given, dict):
        if name in _FIRST_KEY:
            return f"write `- ` before the keys of each, such as `- {_FIRST_KEY[name]}: ...`, and no names with a colon"
        return "write the names in square brackets: [" + ", ".join(f"{a}.{b}" for a, b in given.items()) + "]"
    if isinstance(given, str) and re.match(r"-\S", given):
        return "write a space after each dash: `- " + re.split(r"\s-\s?", given[1:])[0] + "`"
    if isinstance(given, str) and len(given) < 60:
        return f"put it in square brackets: [{given}]"
    return "put each entry on its own line with `- `"


def _number_help(name: str, given: object, known: Key | None) -> str:
    text = given.strip() if isinstance(given, str) else ""
    digits = without_signs(text) or text.lstrip("0") or "0"
    if digits.isdigit() and len(digits) < 10:
        return f"write {digits}, without quotes, leading zeros or signs between the digits"
    if digits.isdigit():
        return "this number is larger than anything a scenario counts"
    if text.lower() in NUMBERS:
        return f"write {NUMBERS.index(text.lower())}"
    percent = re.fullmatch(r"(\d{1,6})\s*%", text)
    if percent:
        return f"write {percent[1]}, without the percent sign"
    example = known.example if known and isinstance(known.example, int) else 2
    about = f" ({known.description[:1].lower()}{known.description[1:].rstrip('.')})" if known else ""
    return f"write a whole number in digits, such as `{name}: {example}`{about}"


def _keys_help(where: Path, given: object, inline: bool) -> str:
    name = str(where[-1]) if where else ""
    if isinstance(where[-1] if where else None, int) and isinstance(given, str) and len(where) > 1:
        return f"write `- {_FIRST_KEY.get(str(where[-2]), 'text')}: {given}`"
    if name == "effects":
        return _effects_help(given)
    if isinstance(given, list) and not inline:
        return "write an id with a colon in place of each dash, and its keys indented below it"
    if isinstance(given, list):
        ids = [item for item in given if isinstance(item, str)]
        return "write each id on a line of its own, with a colon" + (f": `{ids[0]}:`" if ids else "") + " and its keys"
    if name in ("agrees", "says", "refuses"):
        return f"write it for each use: {name}: {{story: ...}}"
    if name == "wait":
        return "write `text:` and `goto:` on lines of their own below it"
    return "write its keys on lines of their own, indented, each with a colon"


def _effects_help(given: object) -> str:
    parts = given if isinstance(given, list) else [given]
    steps: list[str] = []
    for part in parts:
        if isinstance(part, dict):
            steps += [f"{name}: {step}" for name, step in part.items() if isinstance(step, str | int)]
        elif isinstance(part, str):
            steps += [f"{name}: {step}" for name, step in re.findall(r"([a-z_][\w.]*)\s*:?\s*([+=−-]?\d+)", part)]
    return "write names and changes in braces: {" + ", ".join(steps or ["visibility: +2", "care: -1"]) + "}"


def _is_condition(where: Path) -> bool:
    return bool(where) and (where[-1] in _CONDITIONS[:2] or (len(where) > 1 and where[-2] == "agrees"))
