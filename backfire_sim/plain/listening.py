"""Listening to the keyboard while something may happen elsewhere: a facilitator's terminal, a timer, a host that stops.

Only a terminal can be listened to like this. Through a pipe, and where a system cannot wait for both, what happened
meanwhile is noticed before the next line is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from types import TracebackType
from typing import Final, Self

from backfire_sim.plain.lines import hear, say, unseen


class News:
    """Instead of a line: something has happened."""


NEWS: Final = News()

Heard = str | None | News
"""A line, None at the end of the input, or NEWS."""

Listen = Callable[[bool, Callable[[], bool]], Heard]
"""Waits for a line, unseen or not, or until something has changed, which is asked whenever something may have."""


def line_first(others: Sequence[int], seconds: float | None = None) -> bool:
    """Wait for a line, one of these files, or so many seconds; whether to read a line now."""
    if sys.stdin is None or sys.stdin.closed or not sys.stdin.isatty() or os.name == "nt":
        return True
    from select import select

    keyboard = sys.stdin.fileno()
    ready, _none, _none = select([keyboard, *(each for each in others if each >= 0)], [], [], seconds)
    return keyboard in ready


class Ear:
    """Hears lines, and wakes where another thread says that something has happened."""

    def __init__(self) -> None:
        self._woken, self._waker = os.pipe()
        os.set_blocking(self._woken, False)
        os.set_blocking(self._waker, False)
        self._hidden: AbstractContextManager[bool] | None = None
        self._is_hidden = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.hide(False)
        os.close(self._woken)
        os.close(self._waker)

    def wake(self) -> None:
        """Something may have happened. From any thread."""
        # A full pipe wakes as well as one byte more would.
        with suppress(OSError):
            os.write(self._waker, b"!")

    def read(self) -> str | None:
        """The next line, whatever happens meanwhile."""
        line = hear()
        if self._is_hidden:
            say([""])
        return line

    def listen(
        self,
        hidden: bool,
        changed: Callable[[], bool],
        *,
        watched: Callable[[], int] = lambda: -1,
        seconds: Callable[[], float | None] = lambda: None,
    ) -> Heard:
        """As `Listen`. What is typed stays unseen from one hidden line to the next, so that nothing slips through.

        `watched` is a file that is readable when something may have changed; after so many `seconds` it may have, too.
        """
        self.hide(hidden)
        if changed():
            return NEWS
        prompt = "> "
        if sys.stdin is not None and sys.stdin.isatty():
            sys.stdout.write(prompt)
            sys.stdout.flush()
        while not line_first([self._woken, watched()], seconds()):
            with suppress(BlockingIOError):
                os.read(self._woken, 1000)
            if changed():
                say([""])
                return NEWS
        line = hear("")
        if self._is_hidden:
            say([""])
        return line

    def hide(self, hidden: bool) -> None:
        """Let what is typed from now on be unseen, or seen again."""
        if hidden and self._hidden is None:
            self._hidden = unseen()
            self._is_hidden = self._hidden.__enter__()
        elif not hidden and self._hidden is not None:
            self._hidden.__exit__(None, None, None)
            self._hidden, self._is_hidden = None, False
