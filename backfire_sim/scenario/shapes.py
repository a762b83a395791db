"""The shapes of `models`, ready to check files against without building the models first.

Importing pydantic and building its models takes longer than checking a small scenario. What pydantic would hand to its
core is therefore kept beside this module in `shapes.json`, made by `build_shapes`; a test keeps the two equal. The
file is for one version of the core: with any other the models are built as usual, with the same result, only later.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pydantic_core
from pydantic_core import SchemaValidator

from backfire_sim.scenario.leniency import FUNCTIONS

FILE = Path(__file__).with_name("shapes.json")

IN_MAP = "map"
"""A key holds a map or list of parts, each under an id or a place of its own."""


class Record:
    """A checked part of a file: its keys are attributes."""

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")


class Key(NamedTuple):
    """What is known of one key: the part it leads to, how, and the words that explain it."""

    part: str = ""
    held: str = ""
    description: str = ""
    example: Any = None
    read_as: str = ""
    """`line` or `prose`: the key holds text for people, one or a list or map of them."""


@cache
def table() -> dict[str, Any]:
    """What `shapes.json` holds."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


@cache
def validator(part: str) -> SchemaValidator:
    """What checks a value against a part: `Frame`, `Scene`, `PlaysFile` or `TranslationFile`."""
    known = table()
    if known["core"] != pydantic_core.__version__:
        return _from_models(part)
    return SchemaValidator(_restored(known["checks"][part]))


def keys_at(part: str, path: tuple[str | int, ...]) -> dict[str, Key]:
    """The keys that may stand at a path inside a part; none where the path leads to no part."""
    parts = table()["parts"]
    held = ""
    for step in path:
        if held == IN_MAP:
            # An id of the author's, or a place in a list.
            held = ""
            continue
        part, held = Key(*parts[part].get(step, ("",)))[:2] if isinstance(step, str) else ("", "")
        if not part:
            return {}
    return {} if held == IN_MAP else {name: Key(*known) for name, known in parts[part].items()}


@cache
def all_keys() -> frozenset[str]:
    """Every key that may stand anywhere in a scenario."""
    return frozenset({"scenes"}.union(*table()["parts"].values()))


def _from_models(part: str) -> SchemaValidator:
    from backfire_sim.scenario import build_shapes

    return build_shapes.validator(part)


def _restored(value: Any) -> Any:
    """The core's schema as it was before it was written: classes and functions in place of their names."""
    if isinstance(value, dict):
        if "$function" in value:
            return FUNCTIONS[value["$function"]]
        return {key: Record if key == "cls" else _restored(inner) for key, inner in value.items()}
    return [_restored(inner) for inner in value] if isinstance(value, list) else value
