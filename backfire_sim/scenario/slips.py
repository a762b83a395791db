"""What a checker of shapes complains about, said as the slip that an author made, with what to write instead."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import ErrorDetails

from backfire_sim.scenario import repairs, spelling
from backfire_sim.scenario.document import Document, Path
from backfire_sim.scenario.kinds import wrong_kind
from backfire_sim.scenario.problems import Fix, Place, Problem
from backfire_sim.scenario.shapes import Key, keys_at
from backfire_sim.scenario.suggest import certain, nearest
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
        fix = _slip(document, document.place(where, key=True), name, _listed(options))
        help_ = f"there are {_either(options)}"
        return document.problem("BF041", f"`{name}` is no key here.", where, key=True, help=help_, fix=fix)
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
    known = keys_at(part, where[len(path) : -1]).get(name)
    limits = _limits(document, kind, context, where, given, known)
    return limits or wrong_kind(document, kind, where, given, known)


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
        number = re.search(r"\d{1,3}(?:,\d{3})+(?!\d)", document.line(document.place(where, key=True).line))
        if re.fullmatch(r"\d{3}", name) and number:
            digits = number[0].replace(",", "")
            line = document.place(where, key=True).line
            return document.problem(
                "BF023",
                "Inside { } a comma ends the number.",
                where,
                key=True,
                help=f"write {digits}, without a comma",
                fix=document.swap(Place(line, number.start() + 1), number[0], digits),
            )
        return document.problem(
            "BF023",
            f"Inside {{ }} a comma ends the text: `{name}` is read as a key of {holder}.",
            where,
            key=True,
            help="put the text with the comma in quotes, or write the keys on lines of their own",
        )
    near = nearest(name, known)
    free = near is not None and near not in (document.get(where[:-1]) or {})
    return document.problem(
        "BF041",
        f"`{name}` is no key of {holder}." if holder != "the file" else f"`{name}` is no key of a scenario.",
        where,
        key=True,
        help=f"did you mean `{near}`?" if near else "the keys here are " + ", ".join(known),
        fix=_slip(document, document.place(where, key=True), name, known) if free else None,
    )


def _not_one_of(document: Document, where: Path, name: str, given: str, expected: str) -> Problem:
    words = _listed(expected)
    place = document.place(where)
    if name == "format" and given == "1":
        written = document.line(place.line)[place.column - 1 :][:3]
        return document.problem(
            "BF007",
            "The number of the format stands in quotes.",
            where,
            help="write `format: 1`, without quotes",
            fix=repairs.swap(document, place.line - 1, place.column - 1, place.column + 2, "1")
            if written in ('"1"', "'1'")
            else None,
        )
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
        fix=_slip(document, place, given, words),
    )


def _slip(document: Document, place: Place, given: str, known: list[str]) -> Fix | None:
    """The known word in place of one that can only be a slip of it."""
    near = nearest(given, known)
    return document.swap(place, given, near) if near is not None and certain(given, near, known) else None


def _listed(expected: str) -> list[str]:
    words = (word.strip("' ") for word in expected.replace(" or ", ", ").split(","))
    return [word for word in words if word]


def _limits(
    document: Document, kind: str, context: dict[str, Any], where: Path, given: object, known: Key | None
) -> Problem | None:
    what = _start(describe(where))
    match kind:
        case "greater_than_equal" | "less_than_equal" | "int_parsing_size":
            low, high = context.get("ge"), context.get("le")
            text = f"at least {low}" if low is not None else f"at most {high}"
            about = f"{known.description}" if known else ""
            return document.problem("BF044", f"{what} is {given}; it has to be {text}.", where, help=about)
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
