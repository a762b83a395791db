"""What a checker of shapes complains about, said as the slip that an author made, with what to write instead."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from backfire_sim.scenario import spelling
from backfire_sim.scenario.document import Document, Path
from backfire_sim.scenario.problems import Problem
from backfire_sim.scenario.shapes import keys_at
from backfire_sim.scenario.suggest import nearest
from backfire_sim.scenario.words import describe


def problem(document: Document, detail: ErrorDetails, part: str, path: Path, where: Path) -> Problem:
    """One complaint about `where`, inside the part that stands at `path`, as the author's slip."""
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
    known = spelling.known_keys(part, where[len(path) : -1])
    holder = describe(where[:-1])
    if is_text_cut_by_comma(document, where, given):
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
        case "string_too_short" | "too_short" | "string_pattern_mismatch":
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
    kind_given = shown(given)
    if wanted == "text" and isinstance(given, bool | int):
        word = str(given).lower()
        return document.problem(
            "BF045", f"{what} should be text, but {word} without quotes is {kind_given}.", where, help=f'write "{word}"'
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
    return document.problem("BF042", f"{what} should be {wanted}, not {kind_given}.", where, help=help_)


def shown(given: object) -> str:
    """What kind of value it is, in words."""
    if isinstance(given, bool):
        return "a yes or no"
    if isinstance(given, int):
        return "a number"
    if isinstance(given, str):
        return "text"
    return "a list" if isinstance(given, list) else "a map of keys"


def is_text_cut_by_comma(document: Document, where: Path, given: object) -> bool:
    """Whether what is read as a key is the rest of a text with a comma in it."""
    return (given is None or " " in str(where[-1])) and _in_braces(document, where)


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
