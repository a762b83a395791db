"""Every name that a scenario gives to something, read leniently, so that one broken part hides no other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

from backfire_sim.scenario.document import Document
from backfire_sim.scenario.spelling import SECTIONS
from backfire_sim.scenario.suggest import certain, nearest
from backfire_sim.scoring.board import EVERYONE_RESPONSIBLE, GENERAL_PUBLIC, RANGES
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS, GATES, METHODS, OUTCOME_CLASSES, RESPONSES

END = "END"
"""The target that ends a play; the engine knows it by the same word."""

GROUP_NUMBERS = ("momentum", "courage", "care", "evidence", "capacity")
EFFECT_NAMES = (*AUDIENCE_GATES, "support", *GROUP_NUMBERS, *COSTS)
"""What an effect may change, besides the author's own counters."""

NUMBERS: dict[str, tuple[int, int | None]] = {
    **RANGES,
    "mobilization": (0, 100),
    "power": (0, 100),
    "round": (0, None),
    "breaches": (0, None),
    "broken_consents": (0, None),
}
"""Lowest and highest value of every built-in name that a condition may compare; None is no upper end."""

CALLS = ("visited", "played", "prepared", "consents", "refused", "answered", "named", "thrown")

RESERVED = frozenset(
    {
        *NUMBERS,
        *GATES,
        *RESPONSES,
        *METHODS,
        *OUTCOME_CLASSES,
        *CALLS,
        "outcome",
        "and",
        "or",
        "not",
        "true",
        "false",
        "yes",
        "no",
        "null",
        "wait",
        "END",
        "end",
        "ceiling",
        "pressure",
        "support_at_start",
        "chance",
    }
)
"""Words that facts and counters may not take, because conditions and effects already mean something by them."""


MOST_COMPARED = 150_000
"""Names that are looked at for all suggestions of one file, so that a file full of slips is checked in time."""


class Names:
    """What can be referred to in one scenario."""

    def __init__(self, document: Document) -> None:
        root = document.root if isinstance(document.root, dict) else {}
        self.root: dict[str, Any] = root
        self._may_compare = MOST_COMPARED
        self.spelled = document.spelled
        self.facts = _keys(root, "facts")
        self.audiences = _keys(root, "audiences") or {GENERAL_PUBLIC.id: {}}
        self.voices = _keys(root, "voices")
        self.bearers = _keys(root, "bearers") or {EVERYONE_RESPONSIBLE.id: {}}
        self.people = {person: _texts(_get(value, "uses")) for person, value in _keys(root, "people").items()}
        self.options = _keys(_get(root, "prepare"), "options")
        self.scenes = _keys(root, "scenes")
        self.injects = _keys(root, "injects")
        self.endings = _keys(root, "endings")
        self.sources = _keys(root, "sources")
        self.counters = {name: _range(_get(value, "range")) for name, value in _keys(root, "counters").items()}
        self.unsure = document.unsure | _unreadable(root)
        self._unread_uses = {
            person
            for person, value in _keys(root, "people").items()
            if not isinstance(_get(value, "uses"), list) or not isinstance(value, dict)
        }

    def nearest(self, name: str, known: Collection[str]) -> str | None:
        """The known name that was most likely meant; None too once a file has used up what looking may cost."""
        if self._may_compare < len(known):
            return None
        self._may_compare -= len(known)
        return nearest(name, known)

    def certain(self, name: str, near: str | None, known: Collection[str]) -> bool:
        """Whether the nearest name is the one that was meant, without a doubt."""
        # An id in capitals is none yet, and will be called otherwise.
        if near is None or near != near.lower() or self._may_compare < len(known):
            return False
        self._may_compare -= len(known)
        return certain(name, near, known)

    @cached_property
    def numbers(self) -> Mapping[str, tuple[int | None, int | None]]:
        """Every name that can be compared with a number, with its range; an audience's as `council.support`."""
        own: dict[str, tuple[int | None, int | None]] = {**self.counters}
        for audience in self.audiences:
            for gate in (*AUDIENCE_GATES, "support"):
                own[f"{audience}.{gate}"] = RANGES[gate]
        own.update(NUMBERS)
        return own

    @cached_property
    def effects(self) -> tuple[str, ...]:
        """Every name that an effect may change."""
        return (*EFFECT_NAMES, *self.counters)

    @cached_property
    def effect_ranges(self) -> dict[str, tuple[int | None, int | None]]:
        """The range of every name that an effect may change."""
        return {name: self.numbers.get(name, (None, None)) for name in self.effects}

    def is_called(self, name: str) -> bool:
        """Whether anything that a condition can name has this name."""
        own = (self.facts, self.scenes, self.options, self.bearers, self.injects, self.people)
        uses = (use for uses in self.people.values() for use in uses)
        return name in self.numbers or name in OUTCOME_CLASSES or any(name in each for each in (*own, uses))

    def moves(self, scene: str) -> dict[str, Any]:
        """The moves of a scene by id, empty where there is no such scene."""
        return _keys(self.scenes.get(scene), "moves")

    def methods(self, scene: str) -> dict[str, Any]:
        """The methods of a scene by id."""
        return _keys(self.scenes.get(scene), "methods")

    def has_move(self, reference: str) -> bool:
        """Whether `scene.move` exists; `scene.wait` always does."""
        scene, _, move = reference.partition(".")
        scene, move = self.spelled.get(scene, scene), self.spelled.get(move, move)
        return scene in self.scenes and (move == "wait" or move in self.moves(scene))

    def has_method(self, reference: str) -> bool:
        """Whether `scene.method` exists."""
        scene, _, method = reference.partition(".")
        scene, method = self.spelled.get(scene, scene), self.spelled.get(method, method)
        return method in self.methods(scene)

    def has_use(self, reference: str) -> bool:
        """Whether `person.use` exists."""
        person, _, use = reference.partition(".")
        person = self.spelled.get(person, person)
        return use in self.people.get(person, ()) or person in self._unread_uses

    def may_be_there(self, name: str, section: str) -> bool:
        """Whether a name that is not known may be all right: it was misspelled where it stands, or its section could
        not be read. Either is a finding of its own, from which this would only follow."""
        return name in self.spelled or section in self.unsure

    def all_moves(self) -> tuple[str, ...]:
        """Every `scene.move`, for suggestions."""
        return tuple(f"{scene}.{move}" for scene in self.scenes for move in self.moves(scene))

    def all_methods(self) -> tuple[str, ...]:
        """Every `scene.method`, for suggestions."""
        return tuple(f"{scene}.{method}" for scene in self.scenes for method in self.methods(scene))

    def all_uses(self) -> tuple[str, ...]:
        """Every `person.use`, for suggestions."""
        return tuple(f"{person}.{use}" for person, uses in self.people.items() for use in uses)


def parse_range(text: object) -> tuple[int, int] | None:
    """The two ends of a range such as `0-40`; None if it is none."""
    if not isinstance(text, str):
        return None
    low, dash, high = text.replace("–", "-").partition("-")
    low, high = low.strip(), high.strip()
    if not (dash and low.isascii() and low.isdigit() and high.isascii() and high.isdigit()):
        return None
    if len(low) > 6 or len(high) > 6:
        return None
    return int(low), int(high)


def _range(text: object) -> tuple[int | None, int | None]:
    """The ends of a range; no ends where it is none, or is turned around."""
    ends = parse_range(text)
    return ends if ends is not None and ends[0] < ends[1] else (None, None)


def _unreadable(root: dict[str, Any]) -> set[str]:
    """Sections that are not written as ids with a colon each, or hold an id that conditions take for something else."""
    found = {section for section in (*SECTIONS, "scenes") if section in root and not isinstance(root[section], dict)}
    if "prepare" in root and not isinstance(_get(root["prepare"], "options"), dict):
        found.add("options")
    return found | {section for section in ("facts", "counters") if not RESERVED.isdisjoint(_keys(root, section))}


def _get(value: object, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _keys(value: object, key: str) -> dict[str, Any]:
    found = _get(value, key)
    return found if isinstance(found, dict) else {}


def _texts(value: object) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
