"""Begin a play, or take one up again, so that it is kept.

with begin(opened, seed=1) as kept: ...                 # a new play; ephemeral=True keeps nothing
taken = take_up(path)                                   # a play of before: look at taken.verdict
with taken.go_on() as kept: ...                         # and go on with it
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from backfire_sim.engine.events import Event, Play, Prepare
from backfire_sim.engine.session import Session
from backfire_sim.storage.kept import Kept
from backfire_sim.storage.log import MemoryLog, PlayLog
from backfire_sim.storage.paths import places
from backfire_sim.storage.replay import Same, Verdict, verdict
from backfire_sim.storage.rows import Header

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from backfire_sim.storage.shelf import Opened


def begin(opened: Opened, *, seed: int | None = None, ephemeral: bool = False) -> Kept:
    """Begin a play of a scenario; without a seed one is drawn. StorageError if it cannot be kept."""
    seed = int.from_bytes(os.urandom(4)) if seed is None else seed
    header = _header(opened, seed)
    log = MemoryLog(header) if ephemeral else PlayLog.create(places().plays, header)
    return _joined(Session(opened.scenario, seed), log)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A play of before, open and locked, and what came of playing its log again. Go on with it, or close it."""

    opened: Opened
    verdict: Verdict
    log: PlayLog

    def go_on(self) -> Kept:
        """Go on from the last choice that still stands. StorageError if the disk refuses.

        Where the scenario has changed so that the log no longer fits, this begins a new play with the events that
        can still happen; the play of before stays as it was.
        """
        if isinstance(self.verdict, Same):
            return _joined(self.verdict.session, self.log)
        self.log.close()
        header = replace(_header(self.opened, self.verdict.session.position.seed), continues=self.log.id)
        return _joined(self.verdict.session, PlayLog.create(places().plays, header))

    def look_back(self) -> Kept:
        """The play to look back at, as it comes out today. Where the scenario has changed, nothing of this is kept."""
        if isinstance(self.verdict, Same):
            return _joined(self.verdict.session, self.log)
        self.log.close()
        return _joined(self.verdict.session, MemoryLog(_header(self.opened, self.verdict.session.position.seed)))

    def close(self) -> None:
        """Let go of the play without going on."""
        self.log.close()


def take_up(path: Path, language: str = "") -> TakenUp:
    """Open a play, lock it, open its scenario (in this language if it can be had), and play the log again.

    PlayInUseError, DamagedPlayError, StorageError as `PlayLog.open`; NotFoundError or NotPlayableError where the
    scenario is gone or no longer fit to be played (see `shelf`).
    """
    from backfire_sim.storage.shelf import open_source

    log = PlayLog.open(path)
    try:
        header = log.header
        opened = open_source(header.source, language)
        found = verdict(opened.scenario, log.rows(), header.seed, header.digest, opened.digest)
    except BaseException:
        log.close()
        raise
    return TakenUp(opened, found, log)


def branch(kept: Kept, events: Sequence[Event]) -> Kept:
    """A new play that goes the same way as `kept`, and then as these events do, up to their first own decision.

    It is kept where the other one is. IllegalEventError if the events cannot be; StorageError if the disk refuses.
    """
    session = Session.replay(kept.session.scenario, until_they_part(kept.session.line, events))
    header = kept.log.header
    log = MemoryLog(header) if kept.log.path is None else PlayLog.create(kept.log.path.parent, header)
    return _joined(session, log)


def until_they_part(line: Sequence[Event], events: Sequence[Event]) -> list[Event]:
    """The events up to and with the first decision that stands otherwise in `line`; people asked before it too."""
    parted = next((n for n, (ours, theirs) in enumerate(zip(line, events, strict=False)) if ours != theirs), len(line))
    decided = (n for n in range(parted, len(events)) if isinstance(events[n], Play | Prepare))
    return list(events[: next(decided, len(events) - 1) + 1])


def _header(opened: Opened, seed: int) -> Header:
    from backfire_sim import __version__

    scenario = opened.scenario
    return Header(scenario.id, scenario.title, opened.source, opened.digest, seed, __version__)


def _joined(session: Session, log: MemoryLog) -> Kept:
    try:
        return Kept(session, log)
    except BaseException:
        log.close()
        raise
