"""A play that is being kept: every decision is on the disk before anybody is told that it counts.

Plain mode and the screens play through a `Keeper`, never through a bare `Session`, so that there is one order of
things: the rules say what follows, the log keeps it, and only then does the caller hear of it. A play that nobody
wants kept has a keeper too; it only has no log.
"""

from __future__ import annotations

from typing import Protocol

from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import Event, Record, to_record
from backfire_sim.engine.position import Position
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session


class EventLog(Protocol):
    """What a keeper needs of a log."""

    def append(self, record: Record, state: str) -> None:
        """Keep one event and the digest of the state it led to. It is safe on the disk when this returns."""

    def close(self) -> None:
        """Let go of the file; another process may take the play up."""


class Keeper:
    """One play, its session and its log. Use it as a context manager, or close it."""

    def __init__(self, session: Session, log: EventLog | None = None) -> None:
        """Keep `session` in `log`, which holds its events so far; without a log nothing is kept."""
        self.session = session
        self._log = log

    @property
    def kept(self) -> bool:
        """Whether this play can be gone on with later."""
        return self._log is not None

    def play(self, event: Event) -> Turn | None:
        """Let an event happen, keep it, and say what followed; None for Undo.

        IllegalEventError if it cannot happen now. If the log cannot keep it (OSError), the play stands as it stood.
        """
        before = list(self.session.events)
        turn = self.session.play(event)
        if self._log is not None:
            try:
                self._log.append(to_record(event), digest(self.session.position))
            except BaseException:
                self.session = Session.replay(self.session.scenario, before)
                raise
        return turn

    def close(self) -> None:
        """Let go of the log."""
        if self._log is not None:
            self._log.close()

    def __enter__(self) -> Keeper:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def scratch(scenario: Scenario, seed: int = 0) -> Keeper:
    """A new play that is kept nowhere."""
    return Keeper(Session(scenario, seed))


def digest(position: Position) -> str:
    """A short fingerprint of where a play stands: the same for the same scenario and events on any machine."""
    from hashlib import blake2b

    text = f"{position.phase}|{position.scene}|{position.ending}|{','.join(map(str, position.values))}"
    return blake2b(text.encode(), digest_size=8).hexdigest()
