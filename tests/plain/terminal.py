"""The program at a terminal of its own: what reaches it is recorded, and what is typed is typed."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.program import START, surroundings

PATIENCE = 20.0
"""Seconds."""


class Terminal:
    """One process at one terminal."""

    def __init__(self, home: Path, *words: str, echo: bool = False) -> None:
        """`echo`: whether the terminal itself shows what is typed, as it does for people."""
        self.raw = b""
        """Everything that reached the terminal."""
        self._from = 0
        self._master, slave = pty.openpty()
        mode = termios.tcgetattr(slave)
        mode[3] = mode[3] | termios.ECHO if echo else mode[3] & ~termios.ECHO
        termios.tcsetattr(slave, termios.TCSANOW, mode)
        self.process = subprocess.Popen(
            [*START, *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=surroundings(home),
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()
        os.close(self._master)

    @property
    def text(self) -> str:
        """Everything that reached the terminal since the last line typed, line ends as spaces."""
        return " ".join(self.raw[self._from :].decode("utf-8", "replace").split())

    def type(self, line: str) -> None:
        """Type a line and Enter."""
        self._from = len(self.raw)
        os.write(self._master, line.encode() + b"\n")

    def press(self, keys: str) -> None:
        """Press keys, or paste."""
        self.press_bytes(keys.encode())

    def press_bytes(self, keys: bytes) -> None:
        """The same for what may be no text."""
        self._from = len(self.raw)
        os.write(self._master, keys)

    def until(self, wanted: str) -> str:
        """Everything since the last line typed, once it holds this."""
        until = time.monotonic() + PATIENCE
        while not re.search(wanted, self.text):
            if time.monotonic() > until or not self._read(until - time.monotonic()):
                raise AssertionError(f"{wanted!r} never came: {self.text[-600:]!r}")
        return self.text

    def kill(self) -> None:
        """As a power cut would."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        while self._read(0.0):
            pass

    def _read(self, seconds: float) -> bool:
        ready, _none, _nothing = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            more = os.read(self._master, 65536)
        except OSError:
            # All who held the other end are gone.
            return False
        self.raw += more
        return bool(more)
