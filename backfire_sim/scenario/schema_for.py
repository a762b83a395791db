"""The JSON Schemas with the ids of one scenario in them, so that editors complete scenes, voices, facts by name.

Ids that are not known yet are left to `check`: a schema is made now and then, and a new scene is no mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from backfire_sim.scenario.names import END, Names
from backfire_sim.scenario.reader import read
from backfire_sim.scenario.schema import plays_schema, schema
from backfire_sim.text import fit, one_line

Schema = dict[str, Any]

_ONE = {"goto": "targets", "voice": "voices", "ending": "endings"}
"""Keys that name one thing, and what they name."""
_LISTS = {
    "reaches": "audiences",
    "trusted_by": "audiences",
    "distrusted_by": "audiences",
    "sets": "facts",
    "clears": "facts",
    "names": "bearers",
    "uses_consent": "uses",
    "revokes": "uses",
    "consent": "uses",
    "sources": "sources",
    "prepare": "options",
    "path": "steps",
}
_CONDITIONS = ("when", "needs")
_MOST_EXAMPLES = 300
_LONGEST_WORDS = 120
_KEY = re.compile(r"(?P<indent> *)(?P<key>[A-Za-z_][\w-]*)\s*:(?:\s+(?P<value>.*))?$")


def schema_for(data: bytes | str, *, plays: bool = False) -> Schema:
    """The schema of a scenario file, or of its golden plays, for the scenario in `data`, whatever is wrong with it."""
    document = read(data, "")
    if not isinstance(document.root, dict):
        document.root = outline(document.text)
    names = Names(document)
    made = deepcopy(plays_schema() if plays else schema())
    known = _known(names)
    for part in [made, *made["$defs"].values()]:
        for key, value in part["properties"].items():
            _complete(key, value, known, names)
    made["$defs"] |= {f"{what}_here": _enum(ids) for what, ids in known.items() if ids}
    scenario = document.root.get("id")
    if isinstance(scenario, str) and re.fullmatch(r"[\w-]{1,60}", scenario):
        made["$id"] += f":{scenario}"
        made["title"] += f": {scenario}"
    return made


def outline(text: str) -> dict[str, Any]:
    """The keys of a file by their indentation alone, where it is not YAML at the moment: somebody is typing."""
    root: dict[str, Any] = {}
    stack: list[tuple[int, dict[str, Any]]] = [(-1, root)]
    for line in text.split("\n"):
        found = _KEY.match(line)
        if found is None:
            continue
        indent = len(found["indent"])
        while stack[-1][0] >= indent:
            stack.pop()
        inner: dict[str, Any] = {}
        value = (found["value"] or "").split(" #")[0].strip()
        listed = re.fullmatch(r"\[([\w\s,]*)\]", value)
        holder = stack[-1][1]
        if value and not value.startswith(("{", "#")):
            holder[found["key"]] = re.findall(r"\w+", listed[1]) if listed else value
        else:
            holder[found["key"]] = inner
            stack.append((indent, inner))
    return root


def _known(names: Names) -> dict[str, dict[str, str]]:
    """Every id of a scenario with the words that say what it is, by what it is the id of."""
    people = {
        f"{person}.{use}": _words(names.root, "people", person) for person, uses in names.people.items() for use in uses
    }
    sections = ("audiences", "voices", "bearers", "facts", "endings", "sources")
    known = {
        section: {id_: _words(names.root, section, id_) for id_ in getattr(names, section)} for section in sections
    }
    known["targets"] = {scene: _words(names.root, "scenes", scene) for scene in names.scenes} | {END: "The play ends."}
    known["options"] = {option: _words(names.root.get("prepare"), "options", option) for option in names.options}
    known["uses"] = people
    known["steps"] = dict(_steps(names))
    return known


def _steps(names: Names) -> Iterator[tuple[str, str]]:
    for scene, inside in names.scenes.items():
        for move in names.moves(scene):
            yield f"{scene}.{move}", _words(inside, "moves", move)
        yield f"{scene}.wait", "The group waits."
    yield from ((f"ask:{use}", "Ask for it.") for use in names.all_uses())
    yield from ((f"inject:{inject}", _words(names.root, "injects", inject)) for inject in names.injects)


def _words(holder: object, section: str, id_: str) -> str:
    """What people read for an id: its label, its title, or its text itself."""
    found = holder.get(section, {}) if isinstance(holder, Mapping) else {}
    value = found.get(id_) if isinstance(found, Mapping) else None
    if isinstance(value, Mapping):
        value = value.get("label") or value.get("title")
    return fit(one_line(value), _LONGEST_WORDS) if isinstance(value, str) else ""


def _complete(key: str, value: Schema, known: Mapping[str, Mapping[str, str]], names: Names) -> None:
    """Offer what the scenario has under a key."""
    if key in _ONE and value.get("type") == "string":
        value |= _open(value, _ONE[key], known)
    elif key in _LISTS and value.get("items", {}).get("type") == "string":
        value["items"] = _open(value["items"], _LISTS[key], known)
        value.pop("examples", None)
    elif key in _CONDITIONS:
        value["examples"] = _conditions(names)[:_MOST_EXAMPLES]
    elif key == "effects":
        value["properties"] = {name: dict(value["additionalProperties"]) for name in names.effects}
    elif key in ("agrees", "says", "refuses"):
        uses = dict.fromkeys(use for uses in names.people.values() for use in uses)
        value["properties"] = {use: dict(value["additionalProperties"]) for use in uses}


def _open(value: Schema, what: str, known: Mapping[str, Mapping[str, str]]) -> Schema:
    """A text that is most likely one of those known."""
    if not known[what]:
        return value
    value.pop("examples", None)
    kept = {name: inner for name, inner in value.items() if name != "type"}
    value.clear()
    return {**kept, "anyOf": [{"$ref": f"#/$defs/{what}_here"}, {"type": "string"}]}


def _enum(ids: Mapping[str, str]) -> Schema:
    return {"type": "string", "enum": list(ids), "enumDescriptions": list(ids.values())}


def _conditions(names: Names) -> list[str]:
    """Conditions that this scenario can ask for, as examples to complete from."""
    calls: Iterable[tuple[str, Iterable[str]]] = (
        ("prepared", names.options),
        ("consents", (use.replace(".", ", ") for use in names.all_uses())),
        ("named", names.bearers),
        ("thrown", names.injects),
        ("visited", names.scenes),
        ("played", names.all_moves()),
        ("answered", names.all_methods()),
    )
    said = [*names.facts, *(f"not {fact}" for fact in names.facts), *(f"{counter} >= 1" for counter in names.counters)]
    return [*said, *(f"{call}({about})" for call, ids in calls for about in ids)]
