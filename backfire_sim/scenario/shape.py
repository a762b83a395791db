"""Does a file have the shape of a scenario? Pydantic decides; the problems are said in our words, with their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from pydantic_core import ErrorDetails, ValidationError

from backfire_sim.scenario.problems import MOST_SHOWN, Problem
from backfire_sim.scenario.reader import Document, Path
from backfire_sim.scenario.shapes import keys_at, table, validator
from backfire_sim.scenario.suggest import nearest

if TYPE_CHECKING:
    from backfire_sim.scenario import models

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
}
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LISTED = {"outcomes": "outcome", "debrief": "question", "certain": "finding", "contested": "finding"}


def check(document: Document, part: str, value: object, path: Path) -> tuple[Any, list[Problem]]:
    """`value` as a checked part, or None with every problem of its shape; `path` says where in the file it stands."""
    try:
        return validator(part).validate_python(value), []
    except ValidationError as error:
        return None, list(_problems(document, error, part, path))


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


def _problems(document: Document, error: ValidationError, part: str, path: Path) -> Iterator[Problem]:
    seen: set[Path] = set()
    for count, detail in enumerate(error.errors(include_url=False, include_context=True)):
        if count >= MOST_SHOWN:
            return
        where = (*path, *_in_file(document, path, detail))
        if where in seen:
            continue
        seen.add(where)
        yield _problem(document, detail, part, path, where)


def _in_file(document: Document, path: Path, detail: ErrorDetails) -> Path:
    """The parts of a location that stand in the file; pydantic adds parts of its own for keys."""
    parts: list[str | int] = []
    value = document.get(path)
    for part in detail["loc"]:
        in_list = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if in_list or (isinstance(value, dict) and part in value):
            value = value[part]
        elif detail["type"] != "missing" or part != detail["loc"][-1]:
            continue
        parts.append(part)
    return tuple(parts)


def _problem(document: Document, detail: ErrorDetails, part: str, path: Path, where: Path) -> Problem:
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    name = str(where[-1]) if where else ""
    if kind == "missing":
        return _missing(document, part, path, where, name)
    if kind == "extra_forbidden":
        return _extra(document, part, path, where, name, given)
    if detail["loc"] and detail["loc"][-1] == "[key]":
        options = context.get("expected", "")
        return document.problem(
            "BF041", f"`{name}` is no key here.", where, key=True, help=f"there are {_either(options)}"
        )
    if given is None:
        return document.problem(
            "BF046",
            f"{_start(describe(where))} is empty.",
            where,
            key=True,
            help="write something after the colon, or leave the key out" + _hidden_comma(document, where),
        )
    if kind == "literal_error":
        return _not_one_of(document, where, name, str(given), str(context.get("expected", "")))
    limits = _limits(document, kind, context, where, given)
    return limits or _wrong_kind(document, kind, where, name, given)


def _missing(document: Document, part: str, path: Path, where: Path, name: str) -> Problem:
    known = keys_at(part, where[len(path) : -1]).get(name)
    example = f", such as `{name}: {known.example}`" if known and known.example is not None else ""
    description = known.description if known else ""
    return document.problem(
        "BF040",
        f"`{name}` is missing from {describe(where[:-1])}.",
        where[:-1],
        key=True,
        help=f"add `{name}`{example}",
        notes=(f"{name}: {description}",) if description else (),
    )


def _extra(document: Document, part: str, path: Path, where: Path, name: str, given: object) -> Problem:
    known = keys_at(part, where[len(path) : -1])
    holder = describe(where[:-1])
    in_braces = _in_braces(document, where)
    if in_braces and (given is None or " " in name):
        return document.problem(
            "BF023",
            f"Inside {{ }} a comma ends the text: `{name}` is read as a key of {holder}.",
            where,
            key=True,
            help="put the text with the comma in quotes, or write the keys on lines of their own",
        )
    near = nearest(name, known)
    return document.problem(
        "BF041",
        f"`{name}` is no key of {holder}." if holder != "the file" else f"`{name}` is no key of a scenario.",
        where,
        key=True,
        help=f"did you mean `{near}`?" if near else "the keys here are " + ", ".join(known),
    )


def _not_one_of(document: Document, where: Path, name: str, given: str, expected: str) -> Problem:
    words = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    words = [word for word in words if word]
    if name == "format":
        return document.problem(
            "BF007",
            f"This file is written in format {given}; this program reads format 1.",
            where,
            help="get a newer version of the program" if given.isdigit() else "write `format: 1`",
        )
    near = nearest(given, words)
    return document.problem(
        "BF043",
        f"`{given}` is not one of the words that {_field(where)} can be.",
        where,
        help=(f"did you mean `{near}`? " if near else "") + "It is one of " + ", ".join(words) + ".",
    )


def _limits(document: Document, kind: str, context: dict[str, Any], where: Path, given: object) -> Problem | None:
    what = _start(describe(where))
    match kind:
        case "greater_than_equal" | "less_than_equal" | "int_parsing_size":
            low, high = context.get("ge"), context.get("le")
            text = f"at least {low}" if low is not None else f"at most {high}"
            return document.problem("BF044", f"{what} is {given}; it has to be {text}.", where)
        case "string_too_short" | "too_short":
            return document.problem(
                "BF046", f"{what} is empty.", where, key=True, help="write something, or leave it out"
            )
        case "string_too_long":
            size = len(given) if isinstance(given, str) else 0
            return document.problem(
                "BF047",
                f"{what} has {size} characters; at most {context.get('max_length')} are read.",
                where,
                help="shorten it, or spread it over more than one scene",
            )
        case "too_long":
            size = len(given) if isinstance(given, list | dict) else 0
            return document.problem(
                "BF047", f"{what} holds {size} entries; at most {context.get('max_length')} are read.", where, key=True
            )
    return None


def _wrong_kind(document: Document, kind: str, where: Path, name: str, given: object) -> Problem:
    wanted = {
        "string_type": "text",
        "int_type": "a whole number",
        "int_parsing": "a whole number",
        "bool_type": "true or false",
        "list_type": "a list",
        "dict_type": "a map of keys",
        "model_type": "a map of keys",
        "model_attributes_type": "a map of keys",
    }.get(kind, "something else")
    what = _start(describe(where))
    shown = _shown(given)
    if wanted == "text" and isinstance(given, bool | int):
        word = str(given).lower()
        return document.problem(
            "BF045", f"{what} should be text, but {word} without quotes is {shown}.", where, help=f'write "{word}"'
        )
    help_ = ""
    if wanted == "a list" and isinstance(given, str):
        help_ = (
            f"put it in square brackets: [{given}]" if len(given) < 60 else "put each entry on its own line with `- `"
        )
    elif wanted == "a whole number" and isinstance(given, str):
        digits = given.strip().lstrip("0") or "0"
        if digits.isdigit() and len(digits) < 10:
            help_ = f"write {digits}, without quotes or leading zeros"
        elif digits.isdigit():
            help_ = "this number is larger than anything a scenario counts"
    elif wanted == "true or false":
        help_ = "write true or false"
    elif wanted == "text" and isinstance(given, list | dict):
        help_ = "if the text starts with a bracket or holds a colon, put it in quotes"
    elif wanted == "a map of keys":
        help_ = "write its keys on lines of their own, indented, each with a colon"
        if isinstance(given, list):
            help_ = "write ids with a colon in place of the dashes"
    return document.problem("BF042", f"{what} should be {wanted}, not {shown}.", where, help=help_)


def _shown(given: object) -> str:
    if isinstance(given, bool):
        return "a yes or no"
    if isinstance(given, int):
        return "a number"
    if isinstance(given, str):
        return "text"
    return "a list" if isinstance(given, list) else "a map of keys"


def _in_braces(document: Document, where: Path) -> bool:
    """Whether the key at `where` stands in a map written with braces on one line."""
    place = document.place(where, key=True)
    before = document.line(place.line)[: place.column - 1]
    return before.count("{") > before.count("}")


def _hidden_comma(document: Document, where: Path) -> str:
    if where and " " in str(where[-1]) and _in_braces(document, where):
        return "; a comma inside { } ends a text, so put text with a comma in quotes"
    return ""


def _field(where: Path) -> str:
    names = [str(part) for part in where if isinstance(part, str)]
    return f"`{names[-1]}`" if names else "this"


def _start(words: str) -> str:
    return words[:1].upper() + words[1:]


def _either(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ") if expected else "others"


_PLACEHOLDERS: dict[str, Any] = {
    "format": 1,
    "id": "id",
    "title": "-",
    "text": "-",
    "about": {"summary": "-"},
    "endings": {"ending": {"title": "-", "text": "-"}},
    "wait": {"text": "-", "goto": "END"},
}
_ENTRIES = ("moves", "methods")


def what_survives(part: str, value: object, problems: list[Problem], path: Path) -> Any:
    """The part of `value` that has a good shape, so that one slip does not hide the next; None if too little is left.

    Moves and methods with a problem are left out; of other keys the whole value, with a stand-in where one is needed.
    """
    if not isinstance(value, dict):
        return None
    left: dict[str, Any] = {key: dict(v) if key in _ENTRIES and isinstance(v, dict) else v for key, v in value.items()}
    for problem in problems:
        inside = problem.path[len(path) :]
        if not inside:
            continue
        key = inside[0]
        if len(inside) > 1 and key in _ENTRIES and isinstance(left.get(key), dict):
            left[key].pop(inside[1], None)
        else:
            left.pop(str(key), None)
    for key, stand_in in _PLACEHOLDERS.items():
        if key in table()["parts"][part]:
            left.setdefault(key, stand_in)
    try:
        return validator(part).validate_python(left)
    except ValidationError:
        return None


def frame(document: Document) -> tuple[models.Frame | None, list[Problem]]:
    """Everything but the scenes, which are checked one at a time."""
    root = {key: value for key, value in document.root.items() if key != "scenes"}
    found, problems = check(document, "Frame", root, ())
    scenes = document.root.get("scenes")
    if scenes is None:
        problems.append(
            document.problem(
                "BF040",
                "`scenes` is missing from the file." if "scenes" not in document.root else "`scenes` is empty.",
                ("scenes",),
                key=True,
                help="add `scenes` with at least one scene in it",
            )
        )
    elif not isinstance(scenes, dict):
        problems.append(
            document.problem(
                "BF042",
                f"`scenes` should be a map of keys, not {_shown(scenes)}.",
                ("scenes",),
                key=True,
                help="give each scene an id with a colon, and indent its keys below it",
            )
        )
    elif not scenes:
        problems.append(document.problem("BF046", "`scenes` is empty.", ("scenes",), key=True, help="write a scene"))
    return cast("models.Frame | None", found), problems


def scene(document: Document, scene_id: str, value: object) -> tuple[models.Scene | None, list[Problem]]:
    """One scene."""
    found, problems = check(document, "Scene", value, ("scenes", scene_id))
    return cast("models.Scene | None", found), problems
