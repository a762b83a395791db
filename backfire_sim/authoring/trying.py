"""Try a state that was not reached by playing: what if this gate stood higher, that fact held, she had said yes?

A position is a value, so a tried one is made from a reached one; the play then goes on from there by the same rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from backfire_sim.engine.apply import Turn, apply
from backfire_sim.engine.events import Event, IllegalEventError, Undo
from backfire_sim.engine.position import Position
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.session import Session
from backfire_sim.scoring import board as b
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS, label
from backfire_sim.views import words

OURS, THEIRS = "Your own people", "What it costs them"
FACTS, PREPARED, NAMED, CONSENTS = "What has happened", "What was prepared", "Who has been named", "Who has said yes"
"""What numbers belong to, where it is no audience."""

GROUP = ("momentum", "courage", "care", "evidence", "capacity")


class OutOfRangeError(ValueError):
    """The number cannot have this value; the message says which it can have."""


class Number(NamedTuple):
    """One number of a play that can be tried otherwise; a fact is one from 0 to 1."""

    name: str
    """As conditions call it."""
    part: str
    """What it belongs to, in words: an audience, the group, the facts."""
    label: str
    value: int
    low: int
    high: int

    @property
    def yes_or_no(self) -> bool:
        """Whether it is something that holds or does not."""
        return self.part in (FACTS, PREPARED, NAMED, CONSENTS)

    def said(self, value: int) -> str:
        """A value of it in words."""
        if self.yes_or_no:
            return f"{self.label}: {'yes' if value else 'no'}"
        return f"{self.label} {value}" if self.part in (OURS, THEIRS) else f"{self.part}: {self.label} {value}"

    def checked(self, value: int) -> int:
        """The value itself. OutOfRangeError where the number cannot have it."""
        if not self.low <= value <= self.high:
            raise OutOfRangeError(f"{self.label} goes from {self.low} to {self.high}.")
        return value


def numbers(rules: Rules, position: Position) -> tuple[Number, ...]:
    """Every number that can be tried otherwise, with its value now, in the order in which a person looks for them."""
    scenario = rules.scenario
    found: list[Number] = []

    def add(name: str, part: str, said: str) -> None:
        place = rules.places[name]
        low, high = (0, 1) if part in (FACTS, PREPARED, NAMED, CONSENTS) else rules.ranges[place]
        found.append(Number(name, part, said, position.values[place], low, high))

    for name in GROUP:
        add(name, OURS, label(name))
    for counter in scenario.counters:
        add(counter.id, OURS, counter.label)
    for audience in scenario.audiences:
        for gate in (*AUDIENCE_GATES, "support"):
            add(f"{audience.id}.{gate}", audience.label, label(gate))
    for cost in COSTS:
        add(cost, THEIRS, label(cost))
    for fact, said in scenario.facts.items():
        add(fact, FACTS, said)
    for person in scenario.people:
        for use in person.uses:
            add(f"consents({person.id}, {use})", CONSENTS, f"{words.short(person.label)}: {use.replace('_', ' ')}")
    for option in rules.options.values():
        add(f"prepared({option.id})", PREPARED, option.label)
    for bearer in scenario.bearers:
        add(f"named({bearer.id})", NAMED, words.short(bearer.label))
    return tuple(found)


def tried_position(rules: Rules, position: Position, changes: Mapping[str, int]) -> Position:
    """The position with these numbers, by name; what adds up from them is brought in step.

    OutOfRangeError for a value that its number cannot have, KeyError for a name that nothing here has.
    """
    known = {number.name: number for number in numbers(rules, position)}
    values = list(position.values)
    for name, value in changes.items():
        known[name].checked(value)
        kind, _, inside = name.rstrip(")").partition("(")
        if kind == "named":
            _name(rules, values, inside, value)
        values[rules.places[name]] = value
        if kind == "consents" and value:
            values[rules.places[f"refused({inside})"]] = 0
    rules.add_up_support(values)
    return position._replace(values=tuple(values))


def _name(rules: Rules, values: list[int], bearer: str, value: int) -> None:
    """The ceilings follow those who are named."""
    if value:
        rules.name_bearer(values, bearer)
    elif values[rules.places[f"named({bearer})"]]:
        for k, share in enumerate(rules.bearers[bearer].holds):
            values[b.CEILING + k] -= share


class Tried(Session):
    """A play that goes on from a tried state. Everything before that was played; taking back stops there."""

    __slots__ = ("_from", "_opening", "changes", "reached")

    def __init__(self, reached: Session, changes: Mapping[str, int]) -> None:
        """`reached` stays as it is. OutOfRangeError and KeyError as `tried_position`."""
        self.rules = reached.rules
        self.reached = reached
        """The play as it stood before this was tried."""
        self.changes = dict(changes)
        self.events = list(reached.events)
        self.line = list(reached.line)
        self._from = len(self.line)
        self._opening = tried_position(reached.rules, reached.position, changes)
        self._position = self._opening

    @property
    def since(self) -> list[Event]:
        """What was played since."""
        return self.line[self._from :]

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back since."""
        return bool(self.since)

    @property
    def played(self) -> Session:
        """The play as it was really played, before anything was tried."""
        return self.reached.played if isinstance(self.reached, Tried) else self.reached

    @property
    def all_changes(self) -> dict[str, int]:
        """Everything that was tried since the play was really played."""
        before = self.reached.all_changes if isinstance(self.reached, Tried) else {}
        return {**before, **self.changes}

    def turns(self) -> list[Turn]:
        """The turns that were played before, then those since."""
        return [*self.reached.turns(), *self._turns_since()]

    def _turns_since(self) -> list[Turn]:
        turns: list[Turn] = []
        position = self._opening
        for event in self.since:
            turns.append(apply(self.rules, position, event))
            position = turns[-1].after
        return turns

    def _undo(self) -> None:
        if not self.can_undo:
            raise IllegalEventError("There is nothing to take back since this state was tried.")
        self.events.append(Undo())
        self.line.pop()
        turns = self._turns_since()
        self._position = turns[-1].after if turns else self._opening
