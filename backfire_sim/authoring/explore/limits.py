"""How far an explorer goes, and how it says where it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

Progress = Callable[[int], None]
"""Told how many states were looked at so far."""


class Limits(NamedTuple):
    """Where an exploration stops if it has not seen everything before."""

    states: int = 1_000_000
    seconds: float = 20.0
    injects: bool = True
    """Whether the facilitator's injects may be thrown."""


class StoppedError(Exception):
    """Whoever asked no longer wants to know."""


class Clock:
    """The time an exploration has left."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self._end
