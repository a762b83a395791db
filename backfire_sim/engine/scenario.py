"""A scenario as the rules know it: frozen, complete, already checked.

The file format compiles to these; nothing here reads a file, and nothing here changes in a play.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from backfire_sim.engine.conditions import Condition
from backfire_sim.scoring.board import Audience, Bearer

if TYPE_CHECKING:
    from backfire_sim.engine.rules import Rules

NOTHING: Mapping[str, Any] = MappingProxyType({})
"""An empty mapping that nobody can write to."""

END = "END"
"""The target of a move that ends the play."""


class Change(NamedTuple):
    """What something does to a play's numbers and facts."""

    effects: tuple[tuple[str, str, int], ...] = ()
    """(name, "+" or "=", amount): whole steps to add (may be negative) or a value to set."""
    sets: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Bearers that are publicly named by it."""
    revokes: tuple[tuple[str, str], ...] = ()
    """Consents (person, use) that it takes back."""
    breach: bool = False
    """It breaks the group's own discipline."""


class Outcome(NamedTuple):
    """One way a move can turn out; a move's first outcome whose `when` holds is the one that happens."""

    text: str
    because: str
    goto: str
    when: Condition | None = None
    odds: int = 0
    """Above 0: one of a run of outcomes drawn by weight."""
    change: Change = Change()


class Move(NamedTuple):
    """Something the group can do in a scene. The move `wait` has no R and no tactic."""

    id: str
    label: str
    outcomes: tuple[Outcome, ...]
    response: str = ""
    tactic: str = ""
    when: Condition | None = None
    needs: Condition | None = None
    why_not: str = ""
    voice: str = ""
    reaches: tuple[str, ...] = ()
    """Audiences; empty means all."""
    uses_consent: tuple[tuple[str, str], ...] = ()
    risk: str = ""
    """Who carries the risk, in one line."""
    change: Change = Change()


class Method(NamedTuple):
    """One of the perpetrators' methods, landing when its scene opens."""

    id: str
    uses: str
    technique: str
    strength: int
    text: str
    when: Condition | None = None
    reaches: tuple[str, ...] = ()
    until_answered: bool = False
    change: Change = Change()


class Drill(NamedTuple):
    """One decision for a person who practices alone."""

    id: str
    asks: str
    """name_method, choose_response, better_of_two, what_is_missing, predict_next or write."""
    cue: str
    """Who the learner is and what has happened."""
    because: str
    best: str = ""
    """A method, the id of a move (of an option of the preparation), or consent, evidence, messenger, care."""
    workable: tuple[str, ...] = ()
    worse: tuple[str, ...] = ()
    """Moves to be offered that are not good answers."""
    says: Mapping[str, str] = NOTHING
    """What is said of another answer."""
    method: tuple[str, str] = ("", "")
    """(scene, method) whose workings are shown."""
    move: str = ""
    """The move that is missing something."""
    tactic: str = ""
    """The tactic that a sentence is for."""
    checklist: tuple[str, ...] = ()
    example: str = ""


class Scene(NamedTuple):
    """A moment in the incident: what is happening, what they do, what the group can do."""

    id: str
    title: str
    text: str
    moves: tuple[Move, ...]
    wait: Move
    methods: tuple[Method, ...] = ()
    time: str = ""
    veil: str = ""
    """One line that can be said instead of the text."""
    notes: str = ""
    """For the facilitator only."""
    formerly: tuple[str, ...] = ()
    drills: tuple[Drill, ...] = ()


class Option(NamedTuple):
    """Something the group can get ready beforehand."""

    id: str
    label: str
    response: str
    tactic: str
    text: str = ""
    because: str = ""
    answers: tuple[str, ...] = ()
    """The kinds of method that it takes a step off."""
    change: Change = Change()


class Preparation(NamedTuple):
    """The time before the incident."""

    text: str
    choose: int
    options: tuple[Option, ...]
    drills: tuple[Drill, ...] = ()

    @property
    def most(self) -> int:
        """How many there is time for, and are there."""
        return min(self.choose, len(self.options))


class Voice(NamedTuple):
    """Someone who can speak for the group's cause, and what the audiences make of them."""

    id: str
    label: str
    trusted_by: tuple[str, ...] = ()
    distrusted_by: tuple[str, ...] = ()


class Person(NamedTuple):
    """Someone whose story, face or words are theirs to give. The answer to every use is no until they say yes."""

    id: str
    label: str
    uses: tuple[str, ...]
    agrees: Mapping[str, Condition] = NOTHING
    """What must hold for them to say yes; a use without an entry is granted when asked."""
    says: Mapping[str, str] = NOTHING
    refuses: Mapping[str, str] = NOTHING


class Counter(NamedTuple):
    """A whole number of the author's own."""

    id: str
    label: str
    start: int
    low: int
    high: int


class Inject(NamedTuple):
    """Something only the facilitator sees coming."""

    id: str
    title: str
    text: str
    when: Condition | None = None
    reaches: tuple[str, ...] = ()
    change: Change = Change()


class Ending(NamedTuple):
    """The words in which a play ends; the first whose `when` holds."""

    id: str
    title: str
    text: str
    when: Condition | None = None


class Question(NamedTuple):
    """A question for the debrief."""

    ask: str
    when: Condition | None = None
    about: str = ""


class Finding(NamedTuple):
    """A statement about history with the sources it rests on."""

    text: str
    sources: tuple[str, ...] = ()


class CaseFile(NamedTuple):
    """What is certain and what is contested about the history behind a scenario."""

    year: str
    place: str
    certain: tuple[Finding, ...]
    contested: tuple[Finding, ...]


class About(NamedTuple):
    """What a person reads before they choose a scenario."""

    summary: str
    place: str = ""
    for_: tuple[str, ...] = ()
    players: str = ""
    minutes: int = 0
    difficulty: int = 1
    teaches: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    content_notes: tuple[str, ...] = ()
    crosses_the_line: str = ""
    setting: str = ""
    """rural, small_town, suburb, city or campus; empty where nobody said."""
    target: str = ""
    """Who is attacked."""
    begins: str = "whole"
    """How much of what is heavy is told at first: whole, softened or veiled."""
    written_in: str = ""
    """The language that it was written in, where this is a translation; else empty."""
    untranslated: int = 0
    """How many of a translation's texts are still in that language."""
    outdated: int = 0
    """How many of them were changed after they were translated."""


class Sheet(NamedTuple):
    """The facilitator's sheet."""

    aims: tuple[str, ...] = ()
    listen_for: tuple[str, ...] = ()
    if_stuck: tuple[str, ...] = ()
    checklist: tuple[str, ...] = ()
    """What the group takes home."""


NO_SHEET = Sheet()


@dataclass(frozen=True)
class Scenario:
    """Everything a play needs."""

    id: str
    title: str
    about: About
    audiences: tuple[Audience, ...]
    bearers: tuple[Bearer, ...]
    scenes: Mapping[str, Scene]
    """By id; may be decoded only when asked for."""
    first: str
    """The scene that opens the play."""
    endings: tuple[Ending, ...]
    start: Mapping[str, int]
    """momentum, courage, care, evidence, capacity."""
    reads: tuple[str, ...] = ()
    """Every name that a condition anywhere reads."""
    language: str = "en"
    """What most of the texts are in."""
    voices: tuple[Voice, ...] = ()
    people: tuple[Person, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    counters: tuple[Counter, ...] = ()
    preparation: Preparation | None = None
    injects: tuple[Inject, ...] = ()
    debrief: tuple[Question, ...] = ()
    sheet: Sheet = NO_SHEET
    case_file: CaseFile | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Ids as they were: a scene's old id, or `scene.move` as it was, to what it is now."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Words for ids that people read (uses of consent, techniques), where a translation has them."""

    @cached_property
    def rules(self) -> "Rules":
        """The scenario made ready to play; built once, shared by all plays of it."""
        from backfire_sim.engine.rules import Rules

        return Rules(self)
