"""The facilitator's end of the local socket: it sees what the host says, asks, and comes back when the host does.

with Remote() as remote:                    # NobodyThereError where no table plays on this machine
    remote.view                             # FacilitatorView
    remote.do(StartChoosing())              # Said
    remote.wait(1.0)                        # whether something changed within a second
"""

from __future__ import annotations

import json
import socket
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from backfire_sim.room import wire
from backfire_sim.room.commands import Command, Said
from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.meeting import PORT, meetings
from backfire_sim.table.records import BadRecordError
from backfire_sim.views.facilitator import FacilitatorView

_AGAIN = 0.1
"""Seconds between two tries to reach a host."""


class NobodyThereError(StorageError):
    """No table plays on this machine, or it has stopped."""

    def __init__(self) -> None:
        super().__init__(_("No table is playing on this computer now. Start it in the other terminal first."))


class NotLetInError(StorageError):
    """The host is there and lets nobody in from here; the message says why."""


class Remote:
    """A line to a host, for one thread. Views are whole; between two of them nothing is missing."""

    def __init__(self, path: Path | None = None, *, within: float = 2.0) -> None:
        """Come in at this socket, or at the newest that answers. NobodyThereError after so many seconds."""
        self._path = path
        self._socket: socket.socket | None = None
        self._heard = b""
        self._number = 0
        self.revision = -1
        self.view: FacilitatorView
        self.reconnect(within)

    @property
    def connected(self) -> bool:
        """Whether the line holds, as far as is known."""
        return self._socket is not None

    def fileno(self) -> int:
        """For `select`: readable when the host has said something; -1 where the line is broken."""
        return self._socket.fileno() if self._socket is not None else -1

    def reconnect(self, within: float = 2.0) -> None:
        """Come in (again) and take the first view. NobodyThereError after so many seconds."""
        until = time.monotonic() + within
        while True:
            for path in [self._path] if self._path is not None else meetings():
                if self._come_in(path, max(0.2, until - time.monotonic())):
                    return
            if time.monotonic() >= until:
                raise NobodyThereError
            time.sleep(_AGAIN)

    def do(self, command: Command, *, within: float = 5.0) -> Said:
        """Ask for something. NobodyThereError where the host is gone; what was asked may or may not have happened."""
        self._number += 1
        self._send(wire.ask(self._number, command))
        until = time.monotonic() + within
        while (left := until - time.monotonic()) > 0:
            told = self._hear(left)
            if isinstance(told, wire.Answer) and told.number == self._number:
                return told.said
        self._lost()
        raise NobodyThereError

    def wait(self, seconds: float) -> bool:
        """Wait for a change for so long; whether there was one. NobodyThereError where the host is gone."""
        until = time.monotonic() + seconds
        while True:
            told = self._hear(max(0.0, until - time.monotonic()))
            if isinstance(told, wire.Shown):
                return True
            if told is None and time.monotonic() >= until:
                return False

    def close(self) -> None:
        """Hang up."""
        self._lost()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # -- Inside ----------------------------------------------------------------------------------------------------

    def _come_in(self, path: Path, within: float) -> bool:
        self._lost()
        try:
            self._socket, word = _reach(path, within)
            self._send(wire.hello(word))
            until = time.monotonic() + within
            while (left := until - time.monotonic()) > 0:
                if isinstance(self._hear(left), wire.Shown):
                    return True
        except (OSError, ValueError, KeyError, TypeError, NobodyThereError):
            pass
        self._lost()
        return False

    def _send(self, line: bytes) -> None:
        if self._socket is None:
            raise NobodyThereError
        try:
            self._socket.settimeout(5.0)
            self._socket.sendall(line)
        except OSError as error:
            self._lost()
            raise NobodyThereError from error

    def _hear(self, seconds: float) -> wire.Shown | wire.Answer | None:
        """The next thing that the host says; None where it says nothing for so long."""
        line = self._next_line(seconds)
        if line is None:
            return None
        try:
            told = wire.read_said(line)
        except BadRecordError as error:
            self._lost()
            raise NotLetInError(
                _("The table runs another version of the program. Start both from the same one.")
            ) from error
        if isinstance(told, wire.Refused):
            self._lost()
            raise NotLetInError(told.text)
        if isinstance(told, wire.Shown):
            self.revision, self.view = told
        return told

    def _next_line(self, seconds: float) -> bytes | None:
        until = time.monotonic() + seconds
        while b"\n" not in self._heard:
            if self._socket is None:
                raise NobodyThereError
            try:
                self._socket.settimeout(max(0.001, until - time.monotonic()))
                more = self._socket.recv(256 * 1024)
            except TimeoutError:
                return None
            except OSError:
                more = b""
            self._heard += more
            if not more or len(self._heard) > 2 * wire.MOST_SHOWN:
                self._lost()
                raise NobodyThereError
        line, _end, self._heard = self._heard.partition(b"\n")
        return line

    def _lost(self) -> None:
        line, self._socket, self._heard = self._socket, None, b""
        if line is not None:
            with suppress(OSError):
                line.close()


def _reach(path: Path, within: float) -> tuple[socket.socket, str]:
    if path.suffix == PORT:
        told = json.loads(path.read_bytes())
        line = socket.create_connection(("127.0.0.1", int(told["port"])), timeout=within)
        return line, str(told["word"])
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        line.settimeout(within)
        line.connect(str(path))
    except BaseException:
        line.close()
        raise
    return line, ""
