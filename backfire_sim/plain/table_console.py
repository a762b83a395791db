"""A table on standard input and output, with facilitators' terminals let in beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from backfire_sim.plain.console import INTERRUPTED
from backfire_sim.plain.lines import say
from backfire_sim.plain.shape import prose
from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.table.setup import Setup
from backfire_sim.views.level import WHOLE

if TYPE_CHECKING:
    from backfire_sim.room.host import TableHost
    from backfire_sim.storage.kept import Kept

LookBack = Callable[["TableHost", str], None]
"""Looks back at the play of a table, at a level of `views.level`."""

_TICK = 0.5
"""Seconds."""


def gather(
    kept: Kept, setup: Setup | None, *, level: str = WHOLE, resumed: bool = False, look_back: LookBack | None = None
) -> int:
    """Play at a table until people leave, by a word, the end of the input, or Ctrl-C. The exit code."""
    from backfire_sim.plain.listening import Ear
    from backfire_sim.plain.table import TablePlayer
    from backfire_sim.plain.table_setup import agree
    from backfire_sim.room.host import TableHost

    with kept, Ear() as ear:
        host = TableHost(kept, setup)

        def agreed(setup: Setup) -> Setup | None:
            return agree(setup, ear.read, say, seed=kept.session.position.seed)

        player = TablePlayer(
            host,
            ear.read,
            say,
            level=level,
            listen=ear.listen,
            hide=ear.hide,
            agree=agreed,
            debrief=(lambda level: look_back(host, level)) if look_back is not None else None,
        )
        with ExitStack() as open_things:
            open_things.callback(host.subscribe(ear.wake))
            open_things.enter_context(_ticking(host))
            _let_in(host, open_things)
            try:
                player.run(resumed=resumed)
            except KeyboardInterrupt:
                say(["", player.farewell()])
                return INTERRUPTED
    return 0


def _let_in(host: TableHost, open_things: ExitStack) -> None:
    """Let facilitators in, and say how; where there is no place for it, say why and play without."""
    from backfire_sim.room.link import serving_beside

    try:
        open_things.enter_context(serving_beside(host))
    except StorageError as error:
        say([*prose(str(error)), ""])
    else:
        how = _("For the facilitator, in another terminal of this computer: backfire facilitate")
        say([*prose(how), ""])


@contextmanager
def _ticking(host: TableHost) -> Iterator[None]:
    """Tell the host how time goes by, while this lasts."""
    over = Event()

    def tick() -> None:
        before = monotonic()
        while not over.wait(_TICK):
            now = monotonic()
            host.tick(now - before)
            before = now

    thread = Thread(target=tick, name="clock", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
