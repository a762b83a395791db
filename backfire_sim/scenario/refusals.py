"""What YAML allows and a scenario does not: said where it stands, with what to write instead."""

from __future__ import annotations

import re
from typing import Any

from backfire_sim.scenario import repairs, source
from backfire_sim.scenario.document import Document, order_of
from backfire_sim.scenario.problems import Fix, Problem

_MOST_DOUBLES = 50


def double_key(document: Document, holder: dict[str, Any], here: list[int], key: str, mark: int) -> None:
    """A key that was written before in the same map: the first one stays."""
    doubles = document.doubles
    doubles.add(mark)
    if len(document.problems) >= _MOST_DOUBLES:
        return
    first = without_doubles(here, doubles)[2 * order_of(holder, key)]
    line = document.at(first).line
    document.problems.append(
        document.problem(
            "BF011",
            f"`{key}` is written twice in the same place; the first is on line {line}.",
            place=document.at(mark, len(key)),
            label=f"first written on line {line}",
            help="give one of the two another name, or put what both hold under one of them",
        )
    )


def without_doubles(here: list[int], doubles: set[int]) -> list[int]:
    """Marks of keys and values, in turn, without those of keys that were written before."""
    pairs = zip(here[::2], here[1::2], strict=False)
    return [mark for pair in pairs if pair[0] not in doubles for mark in pair]


def _refuse(
    document: Document, code: str, message: str, mark: int, length: int, help_: str, fix: Fix | None = None
) -> None:
    place = document.at(mark, length)
    document.mended.setdefault(place.line, document.line(place.line))
    if len(document.problems) < _MOST_DOUBLES:
        document.problems.append(
            document.problem(code, message, place=place, help=help_, fix=fix),
        )


def label(document: Document, event: Any, mark: int) -> None:
    """An anchor or a tag."""
    if event.anchor is not None:
        _refuse(
            document,
            "BF030",
            f"`&{event.anchor}` is an anchor; scenarios do not use anchors.",
            mark,
            len(event.anchor) + 1,
            "if this is text that starts with &, put it in quotes; otherwise write the value out where it is used",
        )
        return
    tag = document.text[mark : mark + 40].split(" ")[0].split("\n")[0]
    place = document.at(mark)
    if re.fullmatch(r"\s*(?:- )?(?:when|needs):\s+![a-z].*", document.line(place.line)):
        fix = repairs.swap(document, place.line - 1, place.column - 1, place.column, "not ", "`!` -> `not`")
        help_ = f"write `not {tag.lstrip('!')}`"
        _refuse(document, "BF031", "`!` is not used in conditions.", mark, len(tag), help_, fix)
        return
    _refuse(
        document,
        "BF031",
        f"`{tag}` is a YAML tag; scenarios do not use tags.",
        mark,
        len(tag),
        "if this is text that starts with !, put it in quotes; otherwise leave the tag out",
        None if tag.startswith(("!!", "!<")) else repairs.in_quotes(document, place.line - 1),
    )


def alias(document: Document, event: Any, mark: int) -> None:
    """An alias."""
    _refuse(
        document,
        "BF030",
        f"`*{event.anchor}` is an alias; scenarios do not use aliases.",
        mark,
        len(event.anchor) + 1,
        "if this is text that starts with *, put it in quotes; otherwise write the value out here",
    )


def merge_key(document: Document, mark: int) -> None:
    """A merge key."""
    _refuse(
        document,
        "BF030",
        "`<<` is a merge key; scenarios do not use merge keys.",
        mark,
        2,
        "write the keys out here",
    )


def escape(document: Document, value: str, mark: int) -> None:
    """An unsafe character written as a code in double quotes."""
    bad = source.first_unsafe(value)
    if bad and len(document.problems) < _MOST_DOUBLES:
        document.problems.append(
            document.problem(
                "BF004",
                f"This text holds the character {bad}, which a reader cannot see.",
                place=document.at(mark),
                help="write the text without it",
            )
        )


def complex_key(document: Document, mark: int) -> Problem:
    """A list or map in place of a key."""
    return document.problem(
        "BF032",
        "A key has to be one plain word, not a list or a block of keys.",
        place=document.at(mark),
        help="if this is text with a colon in it, put the whole text in quotes",
    )


def too_deep(document: Document, mark: int, max_depth: int) -> Problem:
    """Too many levels."""
    return document.problem(
        "BF003",
        f"This is nested more than {max_depth} levels deep; a scenario needs far fewer.",
        place=document.at(mark),
        help="check the indentation and the brackets above this line",
    )


def several_documents(document: Document, mark: int) -> Problem:
    """A second document in one file."""
    return document.problem(
        "BF006",
        "A second document starts here; a scenario is one document.",
        place=document.at(mark, 3),
        help="remove the line `---`, or put what follows in a file of its own",
    )
