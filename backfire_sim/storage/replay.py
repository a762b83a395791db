"""Play a log again, in a scenario that may have changed since, and say what came of it.

Events name scenes, moves and people by their ids, so a log outlives new texts and new numbers. Three things can
happen: everything comes out the same; it plays to the end but other numbers come out; or some event cannot happen
any more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backfire_sim.engine.events import IllegalEventError, Start, from_record
from backfire_sim.engine.layout import COUNTED
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.speech import _
from backfire_sim.storage.rows import After, Row


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that came out otherwise."""

    name: str
    """A number's name, or "scene", "ending" or "over"."""
    was: int | str
    now: int | str


@dataclass(frozen=True, slots=True)
class Difference:
    """The first event after which the play stood elsewhere than it did."""

    number: int
    """Counted from 1, the start of the play."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Same:
    """Everything came out as it did."""

    session: Session
    changed_file: bool
    """The scenario's file is another than it was, without a difference for this play."""


@dataclass(frozen=True, slots=True)
class Differs:
    """Every event can still happen, but other numbers, scenes or endings come out."""

    session: Session
    first: Difference


@dataclass(frozen=True, slots=True)
class Stops:
    """An event cannot happen any more."""

    session: Session
    """The play up to the event before; it can go on from here, as a new play."""
    number: int
    why: str
    first: Difference | None
    """Where it came out otherwise before that, if it did."""


Verdict = Same | Differs | Stops


def after(session: Session) -> After:
    """Where a play stands, as the log keeps it beside each event.

    Left out are the counts that exist only because some condition reads them: they come and go with the conditions.
    """
    names, position = session.rules.layout.names, session.position
    numbers = {
        name: value
        for name, value in zip(names, position.values, strict=True)
        if value and not name.startswith(COUNTED)
    }
    return After(numbers, position.scene, position.ending, session.over)


def verdict(scenario: Scenario, rows: Sequence[Row], seed: int, was: str = "", now: str = "") -> Verdict:
    """Play rows again in a scenario. `was` and `now` are the digests of its file then and today.

    Old ids are followed to the new ones where the scenario says `formerly`. A log without events (its process died
    before the first was kept) gives a play that has just started, with `seed`.
    """
    session: Session | None = None
    first: Difference | None = None
    for row in rows:
        try:
            event = from_record(_renamed(row.event, scenario.renamed))
            if session is None:
                if not isinstance(event, Start):
                    raise IllegalEventError(_("A play's first event is its start."))
                session = Session(scenario, event.seed)
            else:
                session.play(event)
        except IllegalEventError as error:
            return Stops(session or Session(scenario, seed), row.number, str(error), first)
        if first is None:
            changes = _changes(row.after, after(session), scenario.renamed)
            first = Difference(row.number, changes) if changes else None
    session = session or Session(scenario, seed)
    return Differs(session, first) if first else Same(session, changed_file=was != now)


def _renamed(record: Mapping[str, Any], renamed: Mapping[str, str]) -> dict[str, Any]:
    event = dict(record)
    if event.get("do") != "play" or not renamed:
        return event
    scene, move = str(event.get("scene")), str(event.get("move"))
    now = renamed.get(scene, scene)
    # A move may have been renamed before or after its scene was, and be noted under either id of the scene.
    for path in (f"{scene}.{move}", f"{now}.{move}"):
        if path in renamed:
            target = renamed[path]
            now, move = target.split(".", 1) if "." in target else (now, target)
            break
    return {**event, "scene": now, "move": move}


def _changes(was: After, now: After, renamed: Mapping[str, str]) -> tuple[Change, ...]:
    found = [
        Change(name, was.numbers.get(name, 0), now.numbers.get(name, 0))
        for name in sorted({*was.numbers, *now.numbers})
        if was.numbers.get(name, 0) != now.numbers.get(name, 0)
    ]
    if renamed.get(was.scene, was.scene) != now.scene:
        found.append(Change("scene", was.scene, now.scene))
    if was.ending != now.ending:
        found.append(Change("ending", was.ending, now.ending))
    if was.over != now.over:
        found.append(Change("over", int(was.over), int(now.over)))
    return tuple(found)
