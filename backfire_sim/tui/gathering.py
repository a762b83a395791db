"""Things that are read from the disk one after the other: at once where that is fast, else beside the app.

The first moment is waited for, so that a short list stands in the first frame and nothing flickers. After that the
app goes on, and is told from time to time how far it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError

if TYPE_CHECKING:
    from textual.screen import Screen

Thing = TypeVar("Thing")

AT_ONCE = 0.1
"""Seconds that are waited for."""

_TICK = 0.25
"""Seconds between two looks at how far it is."""


class Gathering(Generic[Thing]):
    """What has been read so far. A screen hears of it in `heard` whenever there is more, and when it is all."""

    def __init__(self, screen: Screen[bool], heard: Callable[[], None]) -> None:
        self._screen = screen
        self._heard = heard
        self._turn = 0
        self.things: list[Thing] = []
        self.busy = False
        """Whether there is more to come than was told."""
        self._read_whole = False
        self.fault: Exception | None = None
        """What kept the rest from being read, if anything did."""

    @property
    def trouble(self) -> str:
        """A sentence where not everything could be read; else empty."""
        if self.fault is None:
            return ""
        why = str(self.fault) if isinstance(self.fault, StorageError) else type(self.fault).__name__
        return _("Not everything could be read: {why}", why=why)

    def begin(self, things: Iterable[Thing]) -> None:
        """Read these, and forget what was read before."""
        self._turn += 1
        mine = self._turn
        found: list[Thing] = []
        self.things, self.busy, self.fault, self._read_whole = found, True, None, False
        worker = Thread(target=self._read, args=(things, found, mine), daemon=True)
        worker.start()
        worker.join(AT_ONCE)
        self._look(mine)

    def stop(self) -> None:
        """Nobody needs it any more."""
        self._turn += 1
        self.busy = False

    def _read(self, things: Iterable[Thing], found: list[Thing], mine: int) -> None:
        fault: Exception | None = None
        try:
            for each in things:
                if mine != self._turn:
                    return
                found.append(each)
        except Exception as error:
            # What was read stays; the screen says what kept the rest.
            fault = error
        if mine == self._turn:
            self.fault = fault
            self._read_whole = True

    def _look(self, mine: int) -> None:
        if mine != self._turn:
            return
        # Asked before it is told: what arrives in between is told the next time.
        self.busy = not self._read_whole
        self._heard()
        if self.busy:
            self._screen.set_timer(_TICK, lambda: self._look(mine))
