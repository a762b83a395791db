"""Plays of before, read to look back at, even where they are open elsewhere: nothing is locked, nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from backfire_sim.engine.session import Session
from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.keeper import take_up
from backfire_sim.storage.plays import PlayFound, as_it_lies, found
from backfire_sim.storage.replay import Differs, Stops, Verdict, verdict
from backfire_sim.storage.rows import header_from_text, row_from_raw
from backfire_sim.storage.shelf import Opened, open_source
from backfire_sim.storage.tables import load as load_table
from backfire_sim.storage.tables import table_path
from backfire_sim.table.state import Table


class LookedBack(NamedTuple):
    """A play as it comes out today."""

    id: str
    path: Path
    session: Session
    opened: Opened
    table: Table | None
    """How its table chose; None where no table played it."""
    notes: tuple[str, ...]
    """What is not as it was, in sentences."""


def look_back(path: Path, language: str = "") -> LookedBack:
    """Read a play. DamagedPlayError, StorageError, and those of `shelf` where its scenario is gone or has faults."""
    rows = as_it_lies(path)
    if rows:
        header = header_from_text(rows[0].event)
        opened = open_source(header.source, language)
        events = [row_from_raw(number, raw) for number, raw in enumerate(rows[1:], 1)]
        came = verdict(opened.scenario, events, header.seed, header.digest, opened.digest)
    else:
        # Opened with every doubt, which puts right what a crash left behind, or says why it cannot.
        taken = take_up(path, language)
        opened, came = taken.opened, taken.verdict
        taken.close()
    table, wrong = load_table(table_path(path))
    notes = (*_notes(came), *((wrong,) if wrong else ()), *((opened.notice,) if opened.notice else ()))
    return LookedBack(path.stem, path, came.session, opened, table, notes)


def latest() -> PlayFound | None:
    """The play that was changed last and can be read, over or not; None if there is none."""
    return next((play for play in found() if not play.wrong and play.events), None)


def named(wanted: str) -> PlayFound:
    """The one play whose id begins like this. StorageError if there is none, or more than one."""
    plays = list(found())
    fitting = [play for play in plays if play.path.stem.startswith(wanted)]
    if len(fitting) == 1:
        return fitting[0]
    said = _('Several plays have the id "{id}".') if fitting else _('No play has the id "{id}".')
    ids = [play.path.stem for play in plays]
    there = _("There are: {ids}.", ids=", ".join(ids[:20])) if ids else _("No play is kept here.")
    raise StorageError(f"{said.format(id=wanted)} {there}")


def _notes(came: Verdict) -> tuple[str, ...]:
    if isinstance(came, Differs):
        said = _("The scenario has changed since: from event {number} on, this is how your play comes out today.")
        return (said.format(number=came.first.number),)
    if isinstance(came, Stops):
        said = _(
            "The scenario has changed since: this is your play up to event {number}; what came after does not fit."
        )
        return (said.format(number=came.number - 1),)
    return ()
