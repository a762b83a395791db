"""How far something has come that takes longer than half a second, on a line of its own that goes away again."""

from __future__ import annotations

import sys
import time
from types import TracebackType

_AFTER, _EVERY = 0.5, 0.2


class Progress:
    """Counts on standard error, if that is a terminal; says nothing before half a second has passed."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._began = self._said = time.monotonic()
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __call__(self, count: int) -> None:
        """Say how many there are so far."""
        now = time.monotonic()
        if now - self._began < _AFTER or now - self._said < _EVERY or not _is_terminal():
            return
        self._said, self._shown = now, True
        sys.stderr.write(f"\r{count:,} {self._what}, {now - self._began:.0f} s ")
        sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
