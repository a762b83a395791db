"""A play in progress together with its log: nothing has happened until it is kept.

kept = Kept(Session(scenario, seed), PlayLog.create(places().plays, header))     # a new play
kept = Kept(verdict.session, log)                    # going on, where the verdict on the log is Same
kept = Kept(verdict.session, PlayLog.create(...))    # going on where it Differs or Stops: as a new play
"""

from types import TracebackType
from typing import Self

from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import Event, to_record
from backfire_sim.engine.session import Session
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.log import MemoryLog
from backfire_sim.storage.replay import after


class Kept:
    """One play of one scenario, each event of it kept before anybody is told of it."""

    def __init__(self, session: Session, log: MemoryLog) -> None:
        """Bind them; events that the log lacks are written first.

        KeyUsedError if the log holds other events, or other numbers, than this session: it is another play.
        """
        self.session = session
        self.log = log
        so_far: Session | None = None
        for number, event in enumerate(session.events, start=1):
            if so_far is None:
                so_far = Session(session.scenario, session.position.seed)
            else:
                so_far.play(event)
            log.append(str(number), to_record(event), after(so_far))

    def play(self, event: Event) -> Turn | None:
        """Let an event happen and keep it. IllegalEventError or StorageError leave the play as it was before."""
        turn = self.session.play(event)
        try:
            self.log.append(str(len(self.session.events)), to_record(event), after(self.session))
        except StorageError:
            self.session = Session.replay(self.session.scenario, self.session.events[:-1])
            raise
        return turn

    def close(self) -> None:
        """Let go of the log."""
        self.log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
