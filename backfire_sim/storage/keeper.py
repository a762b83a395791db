"""A play that is being kept: every decision is on the disk before anybody is told that it counts.

Plain mode and the screens play through a `Keeper`, never through a bare `Session`, so that there is one order of
things: the rules say what follows, the log keeps it, and only then does the caller hear of it.

    with begin(opened, seed=1) as keeper:            # or ephemeral=True: kept nowhere
        turn = keeper.play(Play("raid", "publish"))  # durable when it returns
    with carry_on(log, session) as keeper: ...       # a play taken up again
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backfire_sim.engine.events import Event, Start, to_record
from backfire_sim.engine.position import OVER, Position
from backfire_sim.engine.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from backfire_sim.engine.apply import Turn
    from backfire_sim.engine.rules import Rules
    from backfire_sim.engine.scenario import Scenario
    from backfire_sim.storage.log import MemoryLog
    from backfire_sim.storage.rows import After


class Keeper:
    """One play: its session, and the log that holds every event of it. Close it, or use it as a context manager."""

    def __init__(self, session: Session, log: MemoryLog) -> None:
        """Keep what `session` plays in `log`, which holds its events so far."""
        self.session = session
        self.log = log

    @property
    def path(self) -> Path | None:
        """The file of the play; None if it is kept nowhere."""
        return self.log.path

    def play(self, event: Event) -> Turn | None:
        """Let an event happen, keep it, and say what followed; None for Undo.

        IllegalEventError if it cannot happen now, StorageError if the log cannot keep it: the play then stands as it
        stood before.
        """
        before = list(self.session.events)
        turn = self.session.play(event)
        try:
            self._keep(event)
        except BaseException:
            self.session = Session.replay(self.session.scenario, before)
            raise
        return turn

    def close(self) -> None:
        """Let go of the log; another window may then take the play up."""
        self.log.close()

    def __enter__(self) -> Keeper:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _keep(self, event: Event) -> None:
        number = len(self.session.events)
        self.log.append(str(number), to_record(event), after(self.session.rules, self.session.position))


def begin(scenario: Scenario, *, source: str, digest: str = "", seed: int = 0, ephemeral: bool = False) -> Keeper:
    """Begin a play. `source` is the id of a built-in scenario or the path of a file, `digest` the file's SHA-256.

    StorageError if it cannot be kept.
    """
    from backfire_sim import __version__
    from backfire_sim.storage.log import MemoryLog, PlayLog
    from backfire_sim.storage.paths import places
    from backfire_sim.storage.rows import Header

    header = Header(scenario.id, scenario.title, source, digest, seed, __version__)
    keeper = Keeper(Session(scenario, seed), MemoryLog(header) if ephemeral else PlayLog.create(places().plays, header))
    try:
        keeper._keep(Start(seed))
    except BaseException:
        keeper.close()
        raise
    return keeper


def after(rules: Rules, position: Position) -> After:
    """Where a play stands, as a log keeps it."""
    from backfire_sim.storage.rows import After

    numbers = {name: value for name, value in zip(rules.layout.names, position.values, strict=True) if value}
    return After(numbers, position.scene, position.ending, position.phase == OVER)
