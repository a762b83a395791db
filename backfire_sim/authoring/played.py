"""A play from the log, played again for an author: only if it comes out as it did."""

from __future__ import annotations

from pathlib import Path

from backfire_sim.authoring.blessing import NotBlessedError
from backfire_sim.authoring.walk import written
from backfire_sim.engine.events import End, IllegalEventError, Start, Undo, Withdraw, from_record
from backfire_sim.engine.session import Session
from backfire_sim.scenario.load import Loaded
from backfire_sim.storage.errors import DamagedPlayError
from backfire_sim.storage.log import PlayLog
from backfire_sim.storage.plays import PlayFound, found
from backfire_sim.storage.replay import Change, Difference, Differs, Stops, verdict
from backfire_sim.storage.rows import Row
from backfire_sim.storage.shelf import NotPlayableError, built_ins

LAST = "last"
_MOST_CHANGES = 6
_ANEW = " Play it anew and bless that."


def played(loaded: Loaded, wanted: str = LAST) -> Session:
    """The play of a scenario that was changed last, or whose id begins with `wanted`, as it stands.

    NotBlessedError where there is none, or where it comes out otherwise in the scenario as it is now.
    """
    scenario = loaded.scenario
    if scenario is None:
        raise NotPlayableError(Path(loaded.name), loaded.problems)
    play = _last(scenario.id, Path(loaded.name)) if wanted == LAST else _named(wanted, scenario.id)
    try:
        with PlayLog.open(play.path) as log:
            rows, header = log.rows(), log.header
    except DamagedPlayError as error:
        name = play.path.stem
        saves = f"backfire resume {name} saves what can be read."
        raise NotBlessedError(f"The play {name} is damaged: {error} {saves}") from error
    found_again = verdict(scenario, rows, header.seed, header.digest, loaded.digest)
    match found_again:
        case Stops(number=number, why=why, first=first):
            said = f"{_differs(first, rows)} " if first else ""
            event = _event(rows[number - 1])
            raise NotBlessedError(f"This play cannot be played again: {said}Event {number}, {event}: {why}{_ANEW}")
        case Differs(first=first):
            raise NotBlessedError(f"This play comes out otherwise now. {_differs(first, rows)}{_ANEW}")
    return found_again.session


def _last(scenario: str, file: Path) -> PlayFound:
    """The play changed last, of this very file before one of another file with the same id."""
    sources = (str(file.absolute()), str(file.resolve()), file.stem if built_ins().get(file.stem) == file else "")
    plays = [play for play in found() if play.header is not None and play.header.scenario == scenario]
    own = [play for play in plays if play.header is not None and play.header.source in sources]
    if not plays:
        raise NotBlessedError(f"No play of {scenario} is kept here. Play it first: backfire play {file.name}")
    return (own or plays)[0]


def _named(wanted: str, scenario: str) -> PlayFound:
    plays = [play for play in found() if play.path.stem.startswith(wanted)]
    if len(plays) != 1:
        ids = ", ".join(play.path.stem for play in found() if play.header and play.header.scenario == scenario)
        what = "Several plays have" if plays else "No play has"
        raise NotBlessedError(f'{what} the id "{wanted}".' + (f" Of {scenario} there are: {ids}." if ids else ""))
    header = plays[0].header
    if header is not None and header.scenario != scenario:
        raise NotBlessedError(f"{plays[0].path.stem} is a play of {header.scenario}, not of {scenario}.")
    return plays[0]


def _differs(first: Difference, rows: list[Row]) -> str:
    changes = [_said(change) for change in first.changes[:_MOST_CHANGES]]
    more = f" and {len(first.changes) - _MOST_CHANGES} more" if len(first.changes) > _MOST_CHANGES else ""
    return f"After {_event(rows[first.number - 1])}: {', '.join(changes)}{more}."


def _said(change: Change) -> str:
    was, now = (value if value != "" else "none" for value in (change.was, change.now))
    return f"{change.name} was {was} and is {now}"


def _event(row: Row) -> str:
    """An event in a word or two."""
    try:
        event = from_record(dict(row.event))
    except IllegalEventError:
        return "which is none that is known"
    match event:
        case Withdraw(person, use):
            return f"a yes taken back, {person}.{use}"
        case Start() | Undo() | End():
            return type(event).__name__.lower()
    return written(event)
