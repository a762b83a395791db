"""A program under a pseudo-terminal: when its first frame has arrived, and how long it paints after a key."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence

QUIET = 0.06
"""Seconds without a byte after which a program is taken to have painted."""


class Terminal:
    """A program with a screen of 120 by 40 cells of its own."""

    def __init__(self, command: Sequence[str], env: dict[str, str], columns: int = 120, rows: int = 40) -> None:
        self.began = time.perf_counter()
        self.process, self.screen = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], list(command), env | {"TERM": "xterm-256color", "COLORTERM": "truecolor"})
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.seen = b""

    def wait_for(self, marker: str, seconds: float = 10.0) -> float:
        """Milliseconds from the start until the marker was painted."""
        end = time.perf_counter() + seconds
        while marker.encode() not in self.seen:
            self._read(0.05)
            if time.perf_counter() > end:
                raise TimeoutError(f"{marker!r} was not painted; last: {self.seen[-600:]!r}")
        return 1000 * (time.perf_counter() - self.began)

    def settle(self) -> None:
        """Read until nothing more is painted."""
        while self._read(QUIET * 3):
            pass

    def key(self, keys: bytes) -> tuple[float, int]:
        """Milliseconds from a key to the last byte painted because of it, and how many bytes that was."""
        count = len(self.seen)
        pressed = last = time.perf_counter()
        os.write(self.screen, keys)
        while self._read(QUIET):
            last = time.perf_counter()
        return 1000 * (last - pressed), len(self.seen) - count

    def close(self) -> None:
        """End the program."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.screen)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.screen], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.screen, 65536)
        except OSError:
            return False
        self.seen += data
        return bool(data)
