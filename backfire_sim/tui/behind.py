"""Work that takes longer than a person should wait for a key: done beside the app, the newest wins.

A thread of its own, and not one of asyncio's: leaving the program never waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from textual.app import App

Result = TypeVar("Result")

Stale = Callable[[], bool]
"""Whether nobody needs the work any more."""


class Behind:
    """One kind of work, one piece at a time. A newer piece makes the one before stale."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._turn = 0
        self._one_at_a_time = Lock()
        self.busy = False
        """Whether a piece is being done that is still needed."""

    def do(
        self,
        work: Callable[[Stale], Result],
        then: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do a piece of work; the app hears what came of it, unless it is stale by then."""
        self._turn += 1
        self.busy = True
        mine = self._turn

        def stale() -> bool:
            return mine != self._turn or not self._app.is_running

        def heard(tell: Callable[[], None]) -> None:
            if not stale():
                self.busy = False
                tell()

        def run() -> None:
            with self._one_at_a_time:
                if stale():
                    return
                try:
                    result = work(stale)
                except Exception as error:
                    # Nothing of this may be lost, and nothing of it may end a person's work: the app says it.
                    fault = error
                    self._app.call_later(heard, lambda: failed(fault))
                else:
                    self._app.call_later(heard, lambda: then(result))

        Thread(target=run, daemon=True).start()

    def stop(self) -> None:
        """What is being done is not needed any more."""
        self._turn += 1
        self.busy = False
