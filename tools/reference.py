"""Print the reference of the scenario format, made from its schema and its codes; with `--write` put it into docs.

python tools/reference.py [--write]
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backfire_sim.scenario import catalog
from backfire_sim.scenario.schema import plays_schema, schema
from backfire_sim.scoring.vocabulary import ANSWER_TO, GATE_OF_METHOD, METHODS, TACTICS, TECHNIQUES, label

PAGE = Path(__file__).parent.parent / "docs" / "reference.md"

INTRODUCTION = """\
# Reference

Every key that a scenario file may hold, every word that it may use, and every code that `check` gives. This page is
made from the program itself, by `tools/reference.py --write`. [Writing a scenario](author.md) explains it all;
[the tutorial](tutorial.md) begins from nothing.

A key that is printed **bold** has to be there. *by id* means a map whose keys are ids that you choose.
"""

OF_CODES = """\
## Codes

`backfire explain CODE` says more about each, with a wrong and a right example. Codes that begin with BF1 are proved
by looking at every state that a play can come to; codes that begin with BF2 are about translations. A warning does not
keep a scenario from being played.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([INTRODUCTION, *_keys(), *_words(), *_codes()]).rstrip() + "\n"


def _keys() -> Iterator[str]:
    scenario = schema()
    yield from _part("The file", scenario, scenario)
    for name, part in scenario["$defs"].items():
        yield from _part(_title(name), part, scenario)
    plays = plays_schema()
    yield "## A file of golden plays\n"
    yield from _part("The file of plays", plays, plays, level=3)
    for name, part in plays["$defs"].items():
        yield from _part(_title(name), part, plays, level=3)


def _part(title: str, part: dict[str, Any], whole: dict[str, Any], level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} {title}\n"
    if part.get("description"):
        yield f"{part['description']}\n"
    yield "| key | value | what it is |"
    yield "|---|---|---|"
    required = set(part.get("required", ()))
    for key, value in part["properties"].items():
        name = f"**`{key}`**" if key in required else f"`{key}`"
        said = value.get("description") or whole["$defs"].get(_refers_to(value), {}).get("description", "")
        yield f"| {name} | {_cell(_kind(value))} | {_cell(said)}{_example(value)} |"
    yield ""


def _kind(value: dict[str, Any]) -> str:
    """What may stand there, in words."""
    if "$ref" in value:
        title = _title(_refers_to(value))
        return f"[{title.lower()}](#{_anchor(title)})"
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        choices = value["enum"]
        if "research" in choices:
            return "a tactic, [see below](#words)"
        return "one of " + ", ".join(f"`{choice}`" for choice in choices)
    if "anyOf" in value:
        kinds = dict.fromkeys(_kind(one) for one in value["anyOf"])
        return " or ".join(kinds)
    match value.get("type"):
        case "array":
            return f"list of: {_kind(value['items'])}" if value.get("items") else "list"
        case "object":
            inner = value.get("additionalProperties")
            return f"by id: {_kind(inner)}" if isinstance(inner, dict) else "map"
        case "integer":
            return _range(value)
        case "boolean":
            return "`true` or `false`"
    return "text"


def _refers_to(value: dict[str, Any]) -> str:
    return str(value.get("$ref", "")).rpartition("/")[2]


def _range(value: dict[str, Any]) -> str:
    low, high = value.get("minimum"), value.get("maximum")
    if low is not None and high is not None:
        return f"{low:,} to {high:,}"
    return f"{low:,} or more" if low is not None else "whole number"


def _example(value: dict[str, Any]) -> str:
    examples = [example for example in value.get("examples", ()) if isinstance(example, str | int)]
    if not examples or isinstance(examples[0], bool) or "enum" in value or "const" in value:
        return ""
    return f" Such as `{_cell(str(examples[0]))}`."


def _words() -> Iterator[str]:
    yield "## Words\n"
    yield "| R | tactics |"
    yield "|---|---|"
    for response, tactics in TACTICS.items():
        yield f"| `{response}` | {', '.join(f'`{tactic}` ({label(tactic).lower()})' for tactic in tactics)} |"
    yield "\n| method | narrows | answered by | techniques in common use |"
    yield "|---|---|---|---|"
    for method in METHODS:
        techniques = ", ".join(f"`{technique}`" for technique in TECHNIQUES[method])
        yield f"| `{method}` | {GATE_OF_METHOD[method]} | {ANSWER_TO[method]} | {techniques} |"
    yield ""


def _codes() -> Iterator[str]:
    yield OF_CODES
    yield "| code | | what it says |"
    yield "|---|---|---|"
    for code in catalog.codes():
        page = catalog.page(code)
        assert page is not None
        yield f"| {code} | {page.severity} | {_cell(page.title)} |"


def _title(name: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() and n else c for n, c in enumerate(name))


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(reference(), encoding="utf-8")
    else:
        print(reference(), end="")
