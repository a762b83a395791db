"""The facilitator's terminal on standard input and output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from backfire_sim.plain.commands import means, typed
from backfire_sim.plain.console import INTERRUPTED
from backfire_sim.plain.facilitate import Facilitator
from backfire_sim.plain.lines import say
from backfire_sim.plain.listening import Ear, Heard
from backfire_sim.plain.shape import prose
from backfire_sim.room.terminal import NobodyThereError, Remote
from backfire_sim.speech import _

AGAIN = 0.25
"""Seconds between two tries to reach a table."""


def facilitate(path: Path | None = None) -> int:
    """Stay with the table that plays on this computer until the facilitator leaves. The exit code.

    At a terminal a table is waited for; through a pipe it is a NobodyThereError where none plays. `path`: this socket.
    """
    with Ear() as ear:
        try:
            line = _met(ear, path)
            if line is None:
                return 0
            with line:
                Facilitator(line, ear.read, say, _listening(ear, line)).run()
        except KeyboardInterrupt:
            say([""])
            return INTERRUPTED
    return 0


def _listening(ear: Ear, line: Remote) -> Callable[[bool, Callable[[], bool]], Heard]:
    def listen(hidden: bool, changed: Callable[[], bool]) -> Heard:
        return ear.listen(hidden, changed, watched=line.fileno, seconds=lambda: None if line.connected else AGAIN)

    return listen


def _met(ear: Ear, path: Path | None) -> Remote | None:
    """A line to a table, once there is one; None where somebody leaves before."""
    found: list[Remote] = []

    def looked() -> bool:
        try:
            found.append(Remote(path, within=0.0))
        except NobodyThereError:
            return False
        return True

    if not looked():
        if sys.stdin is None or not sys.stdin.isatty():
            raise NobodyThereError
        said = _("No table is open on this computer yet. It is waited for; {quit} leaves.", quit=typed("quit"))
        say(prose(said))
        while not found:
            heard = ear.listen(False, looked, seconds=lambda: AGAIN)
            if heard is None or (isinstance(heard, str) and means(heard, "quit")):
                return None
    return found[0]
