"""The facilitator's terminal on standard input and output."""

from collections.abc import Callable

from backfire_sim.plain.console import INTERRUPTED
from backfire_sim.plain.facilitate import Facilitator
from backfire_sim.plain.lines import say
from backfire_sim.plain.listening import Ear, Heard
from backfire_sim.room.terminal import Remote

AGAIN = 0.25
"""Seconds between two tries to reach a table that has stopped."""


def facilitate() -> int:
    """Stay with the table that plays on this computer until the facilitator leaves. NobodyThereError if none does."""
    with Remote() as line, Ear() as ear:

        def listen(hidden: bool, changed: Callable[[], bool]) -> Heard:
            return ear.listen(hidden, changed, watched=line.fileno, seconds=lambda: None if line.connected else AGAIN)

        try:
            Facilitator(line, ear.read, say, listen).run()
        except KeyboardInterrupt:
            say([""])
            return INTERRUPTED
    return 0
