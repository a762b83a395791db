"""Carry a play over into a scenario whose text has changed, as far as it goes, and say what came out otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.authoring.trying import OutOfRangeError, Tried, numbers
from backfire_sim.authoring.walk import written
from backfire_sim.engine.events import Event, IllegalEventError, to_record
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.storage.replay import Difference, Differs, Stops, after, verdict
from backfire_sim.storage.rows import Row

MOST_NUMBERS = 4
"""Numbers that are said by name; of more, how many."""


FOLLOWING = ("ceiling.", "pressure.", "support_at_start", "mobilization", "over")
"""Beginnings of names that nobody writes into a file: they follow from the others, and are said last."""


class Carried(NamedTuple):
    """A play in the new text."""

    session: Session
    said: tuple[str, ...]
    """What no longer goes, and what comes out otherwise, one sentence each; empty where all is as it was."""
    whole: bool
    """Whether every step could be played again."""


def carry(session: Session, scenario: Scenario) -> Carried:
    """Play the decisions that stand again in a scenario; what was tried is tried again where the play gets that far."""
    if isinstance(session, Tried):
        return _carry_tried(session, scenario)
    rows = _rows(session)
    found = verdict(scenario, rows, session.position.seed)
    if isinstance(found, Stops):
        step = written(session.line[found.number - 1])
        stops = f"Step {found.number - 1}, {step}, can no longer be played: {found.why}"
        differs = (_differs(found.first, session.line),) if found.first else ()
        return Carried(found.session, (stops, *differs), whole=False)
    if isinstance(found, Differs):
        return Carried(found.session, (_differs(found.first, session.line),), whole=True)
    return Carried(found.session, (), whole=True)


def _rows(session: Session) -> list[Row]:
    """The decisions that stand, each with where the play stood after it."""
    so_far = Session(session.scenario, session.position.seed)
    rows = []
    for number, event in enumerate(session.line, 1):
        if number > 1:
            so_far.play(event)
        rows.append(Row(number, str(number), to_record(event), after(so_far)))
    return rows


def _differs(first: Difference, line: Sequence[Event]) -> str:
    """The first difference in one line: where else the play goes, else which numbers are others."""
    opening = first.number == 1
    where = "the opening" if opening else f"step {first.number - 1}, {written(line[first.number - 1])},"
    gone = next((change for change in first.changes if change.name in ("scene", "ending") and change.was), None)
    if gone is not None:
        return f"{where[0].upper()}{where[1:]} now leads to {gone.now or 'no end'}, not to {gone.was}."
    told = sorted(first.changes, key=lambda each: each.name.startswith(FOLLOWING))
    numbers = [f"{each.name} {each.was} → {each.now}" for each in told if isinstance(each.was, int)]
    more = len(numbers) - MOST_NUMBERS
    said = ", ".join(numbers[:MOST_NUMBERS]) + (f" and {more} more" if more > 0 else "")
    return f"Other numbers from {where.rstrip(',')} on: {said}."


def _carry_tried(session: Tried, scenario: Scenario) -> Carried:
    before = carry(session.reached, scenario)
    if not before.whole:
        return before._replace(said=(*before.said, "What you tried went with it."))
    known = {number.name: number for number in numbers(scenario.rules, before.session.position)}
    said, changes = list(before.said), {}
    for name, value in session.changes.items():
        try:
            changes[name] = known[name].checked(value)
        except KeyError:
            said.append(f"{name}, which you tried, is no longer in the file.")
        except OutOfRangeError as error:
            said.append(f"{name} can no longer be {value}, which you tried: {error}")
    tried = Tried(before.session, changes)
    for event in session.since:
        try:
            tried.play(event)
        except IllegalEventError as error:
            said.append(f"{written(event)} can no longer be played: {error}")
            return Carried(tried, tuple(said), whole=False)
    return Carried(tried, tuple(said), whole=True)
