"""The engine's scenario as plain lists, and back again with every value's kind checked.

Each class is described once, field by field in its own order; the description writes and reads. A value of the wrong
kind is a ValueError or TypeError, never a scenario that fails later in a play.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from backfire_sim.engine import scenario as e
from backfire_sim.engine.conditions import OPERATORS, All, AnyOf, Condition, Is, Not, OutcomeIs
from backfire_sim.engine.scenario import Scenario, Scene
from backfire_sim.scoring.board import Audience, Bearer

T = TypeVar("T")

_described: list[str] = []


class Code(NamedTuple):
    """How one kind of value is written and read."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _exactly(kind: type) -> Code:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{kind.__name__} expected")
        return value

    return Code(lambda value: value, read)


TEXT, NUMBER, TRUTH = _exactly(str), _exactly(int), _exactly(bool)


def _many(code: Code) -> Code:
    write, read = code

    def read_all(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise TypeError("list expected")
        return tuple([read(item) for item in value])

    return Code(lambda value: [write(item) for item in value], read_all)


def _row(*codes: Code) -> Code:
    """A tuple with one code for each place."""

    def read(value: Any) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(codes):
            raise TypeError("row expected")
        return tuple([code.read(item) for code, item in zip(codes, value, strict=True)])

    return Code(lambda value: [code.write(item) for code, item in zip(codes, value, strict=True)], read)


def _map(code: Code) -> Code:
    def read(value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise TypeError("map expected")
        return {key: code.read(item) for key, item in value.items()}

    return Code(lambda value: {key: code.write(item) for key, item in value.items()}, read)


def _maybe(code: Code) -> Code:
    return Code(
        lambda value: None if value is None else code.write(value),
        lambda value: None if value is None else code.read(value),
    )


_MISSING = object()


def _record(kind: Callable[..., T], **codes: Code) -> Code:
    """An object of a class, as the list of its fields; later fields that have their default are left off."""
    names = list(kind._fields)  # type: ignore[attr-defined]
    if names != list(codes):
        raise AssertionError(f"{kind} has fields {names}")
    _described.append(",".join(names))
    in_order = list(codes.values())
    defaults = [kind._field_defaults.get(name, _MISSING) for name in names]  # type: ignore[attr-defined]

    def write(value: Any) -> list[Any]:
        given = [getattr(value, name) for name in names]
        while given and given[-1] == defaults[len(given) - 1]:
            given.pop()
        return [code.write(item) for code, item in zip(in_order, given, strict=False)]

    def read(value: Any) -> T:
        if type(value) is not list or len(value) > len(in_order):
            raise TypeError("record expected")
        return kind(*[code.read(item) for code, item in zip(in_order, value, strict=False)])

    return Code(write, read)


def _write_condition(condition: Condition) -> list[Any]:
    match condition:
        case Is(term, op, number):
            return [term, op, number]
        case OutcomeIs(outcome, equal):
            return ["@", outcome, equal]
        case Not(part):
            return ["!", _write_condition(part)]
        case All(parts):
            return ["&", *map(_write_condition, parts)]
        case AnyOf(parts):
            return ["|", *map(_write_condition, parts)]


def _read_condition(value: Any) -> Condition:
    match value:
        case ["@", str(outcome), bool(equal)]:
            return OutcomeIs(outcome, equal)
        case ["!", part]:
            return Not(_read_condition(part))
        case ["&", *parts]:
            return All(tuple(_read_condition(part) for part in parts))
        case ["|", *parts]:
            return AnyOf(tuple(_read_condition(part) for part in parts))
        case [str(term), str(op), int(number)] if op in OPERATORS:
            return Is(term, op, number)
    raise TypeError("condition expected")


TEXTS = _many(TEXT)
PAIRS = _many(_row(TEXT, TEXT))
WHEN = _maybe(Code(_write_condition, _read_condition))
FOUR = _row(NUMBER, NUMBER, NUMBER, NUMBER)

CHANGE = _record(
    e.Change,
    effects=_many(_row(TEXT, TEXT, NUMBER)),
    sets=TEXTS,
    clears=TEXTS,
    names=TEXTS,
    revokes=PAIRS,
    breach=TRUTH,
)
OUTCOME = _record(e.Outcome, text=TEXT, because=TEXT, goto=TEXT, when=WHEN, odds=NUMBER, change=CHANGE)
MOVE = _record(
    e.Move,
    id=TEXT,
    label=TEXT,
    outcomes=_many(OUTCOME),
    response=TEXT,
    tactic=TEXT,
    when=WHEN,
    needs=WHEN,
    why_not=TEXT,
    voice=TEXT,
    reaches=TEXTS,
    uses_consent=PAIRS,
    risk=TEXT,
    change=CHANGE,
)
METHOD = _record(
    e.Method,
    id=TEXT,
    uses=TEXT,
    technique=TEXT,
    strength=NUMBER,
    text=TEXT,
    when=WHEN,
    reaches=TEXTS,
    until_answered=TRUTH,
    change=CHANGE,
)
DRILL = _record(
    e.Drill,
    id=TEXT,
    asks=TEXT,
    cue=TEXT,
    because=TEXT,
    best=TEXT,
    workable=TEXTS,
    worse=TEXTS,
    says=_map(TEXT),
    method=_row(TEXT, TEXT),
    move=TEXT,
    tactic=TEXT,
    checklist=TEXTS,
    example=TEXT,
)
SCENE = _record(
    e.Scene,
    id=TEXT,
    title=TEXT,
    text=TEXT,
    moves=_many(MOVE),
    wait=MOVE,
    methods=_many(METHOD),
    time=TEXT,
    veil=TEXT,
    notes=TEXT,
    formerly=TEXTS,
    drills=_many(DRILL),
)
OPTION = _record(
    e.Option,
    id=TEXT,
    label=TEXT,
    response=TEXT,
    tactic=TEXT,
    text=TEXT,
    because=TEXT,
    answers=TEXTS,
    change=CHANGE,
)
FINDINGS = _many(_record(e.Finding, text=TEXT, sources=TEXTS))
ABOUT = _record(
    e.About,
    summary=TEXT,
    place=TEXT,
    for_=TEXTS,
    players=TEXT,
    minutes=NUMBER,
    difficulty=NUMBER,
    teaches=TEXTS,
    serves=TEXTS,
    goals=TEXTS,
    content_notes=TEXTS,
    crosses_the_line=TEXT,
    setting=TEXT,
    target=TEXT,
    begins=TEXT,
    written_in=TEXT,
    untranslated=NUMBER,
    outdated=NUMBER,
)
FRAME: dict[str, Code] = {
    "id": TEXT,
    "title": TEXT,
    "about": ABOUT,
    "audiences": _many(_record(Audience, id=TEXT, label=TEXT, size=NUMBER, start=FOUR, leverage=FOUR)),
    "bearers": _many(_record(Bearer, id=TEXT, label=TEXT, named=TRUTH, holds=FOUR)),
    "first": TEXT,
    "endings": _many(_record(e.Ending, id=TEXT, title=TEXT, text=TEXT, when=WHEN)),
    "start": _map(NUMBER),
    "reads": TEXTS,
    "language": TEXT,
    "voices": _many(_record(e.Voice, id=TEXT, label=TEXT, trusted_by=TEXTS, distrusted_by=TEXTS)),
    "people": _many(
        _record(
            e.Person,
            id=TEXT,
            label=TEXT,
            uses=TEXTS,
            agrees=_map(Code(_write_condition, _read_condition)),
            says=_map(TEXT),
            refuses=_map(TEXT),
        )
    ),
    "facts": _map(TEXT),
    "counters": _many(_record(e.Counter, id=TEXT, label=TEXT, start=NUMBER, low=NUMBER, high=NUMBER)),
    "preparation": _maybe(_record(e.Preparation, text=TEXT, choose=NUMBER, options=_many(OPTION), drills=_many(DRILL))),
    "injects": _many(_record(e.Inject, id=TEXT, title=TEXT, text=TEXT, when=WHEN, reaches=TEXTS, change=CHANGE)),
    "debrief": _many(_record(e.Question, ask=TEXT, when=WHEN, about=TEXT)),
    "sheet": _record(e.Sheet, aims=TEXTS, listen_for=TEXTS, if_stuck=TEXTS, checklist=TEXTS),
    "case_file": _maybe(_record(e.CaseFile, year=TEXT, place=TEXT, certain=FINDINGS, contested=FINDINGS)),
    "sources": _map(TEXT),
    "renamed": _map(TEXT),
    "words": _map(TEXT),
}
"""Every field of a scenario but its scenes."""


FINGERPRINT = ";".join(_described)
"""Which fields there are: bytes that were written with other fields are not read."""


def encode_frame(scenario: Scenario) -> dict[str, Any]:
    """Everything but the scenes."""
    return {name: code.write(getattr(scenario, name)) for name, code in FRAME.items()}


def decode_frame(value: Any, scenes: Mapping[str, Scene]) -> Scenario:
    """The scenario with these scenes. TypeError, ValueError or KeyError if the value is none that was written here."""
    if type(value) is not dict or set(value) != set(FRAME):
        raise TypeError("frame expected")
    return Scenario(scenes=scenes, **{name: code.read(value[name]) for name, code in FRAME.items()})


def encode_scene(scene: Scene) -> list[Any]:
    """One scene."""
    return SCENE.write(scene)  # type: ignore[no-any-return]


def decode_scene(value: Any) -> Scene:
    """The scene. TypeError or ValueError if the value is none that was written here."""
    return SCENE.read(value)  # type: ignore[no-any-return]
