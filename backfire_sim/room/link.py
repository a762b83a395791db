"""The host's end of the local socket: facilitators' terminals of the same account come in, and nobody else.

async with serving(host): ...          # in a program that has a loop, as the terminal app does
with serving_beside(host): ...         # in one that has none: a thread of its own
"""

from __future__ import annotations

import asyncio
import hmac
import json
import os
import socket
import stat
import struct
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from backfire_sim.room import wire
from backfire_sim.room.commands import Said
from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.log import new_id
from backfire_sim.storage.meeting import PORT, SOCKET, meeting_folders, open_meeting_folder
from backfire_sim.storage.paths import write_whole
from backfire_sim.table.records import BadRecordError

if TYPE_CHECKING:
    from backfire_sim.room.host import TableHost

MOST_TERMINALS = 8
PATIENCE = 10.0
"""Seconds for a first line, and for a terminal to take what is sent to it; whoever is slower may come in again."""

BY_PORT = os.name == "nt"
"""Whether this system meets by a port and a word, for want of sockets that only one account can open."""


@asynccontextmanager
async def serving(host: TableHost, *, by_port: bool = BY_PORT) -> AsyncIterator[Path]:
    """Let facilitators in while this lasts; gives the socket's path. StorageError where no place for it can be had."""
    door = _Door(host, by_port)
    path = await door.open()
    try:
        yield path
    finally:
        await door.close()


@contextmanager
def serving_beside(host: TableHost, *, by_port: bool = BY_PORT) -> Iterator[Path]:
    """The same in a thread of its own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="room", daemon=True)
    thread.start()
    door = _Door(host, by_port)
    try:
        path = asyncio.run_coroutine_threadsafe(door.open(), loop).result()
        try:
            yield path
        finally:
            asyncio.run_coroutine_threadsafe(door.close(), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class _Terminal:
    """One facilitator's terminal. Of views it is only ever sent the newest."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.writer = writer
        self.wake = asyncio.Event()
        self.seen = -1
        self.answers: list[bytes] = []


class _Door:
    """The server."""

    def __init__(self, host: TableHost, by_port: bool) -> None:
        self.host = host
        self.by_port = by_port
        self.path: Path
        self.word = ""
        self._terminals: set[_Terminal] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._line: tuple[int, bytes] = (-1, b"")

    async def open(self) -> Path:
        """Open the door in the first folder that takes it."""
        self._loop = asyncio.get_running_loop()
        refused: list[str] = []
        kept = self.host.kept.log.path
        name = kept.stem if kept is not None else new_id()
        for folder in meeting_folders():
            try:
                open_meeting_folder(folder)
                _sweep(folder)
                await (self._open_port(folder, name) if self.by_port else self._open_socket(folder, name))
            except StorageError as error:
                refused.append(str(error))
            except OSError as error:
                refused.append(f"{folder}: {because(error)}")
            else:
                self._known = self.path.lstat()
                self._end = self.host.subscribe(self._changed)
                return self.path
        said = _("There is no place where a facilitator's terminal could come in. {why}", why=" ".join(refused))
        raise StorageError(said)

    async def _open_socket(self, folder: Path, name: str) -> None:
        self.path = folder / f"{name}{SOCKET}"
        with suppress(FileNotFoundError):
            self.path.unlink()
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            listening.bind(str(self.path))
            self.path.chmod(0o600)
            self._server = await asyncio.start_unix_server(self._come_in, sock=listening, limit=wire.MOST_ASKED)
        except BaseException:
            listening.close()
            raise

    async def _open_port(self, folder: Path, name: str) -> None:
        self.path = folder / f"{name}{PORT}"
        self.word = os.urandom(32).hex()
        self._server = await asyncio.start_server(self._come_in, "127.0.0.1", 0, limit=wire.MOST_ASKED)
        port = self._server.sockets[0].getsockname()[1]
        write_whole(self.path, json.dumps({"port": port, "word": self.word}).encode())

    async def close(self) -> None:
        """Let everybody go, and leave nothing behind."""
        self._end()
        self._server.close()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        with suppress(OSError):
            # Another program may stand there by now.
            if os.path.samestat(self.path.lstat(), self._known):
                self.path.unlink()

    # -- One terminal ----------------------------------------------------------------------------------------------

    async def _come_in(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        terminal = _Terminal(writer)
        sending: asyncio.Task[None] | None = None
        try:
            refused = await self._refusal(reader, writer)
            if refused:
                writer.write(wire.say(wire.Refused(refused)))
                return
            self._terminals.add(terminal)
            sending = asyncio.create_task(self._send(terminal))
            await self._listen(reader, terminal)
        except (OSError, TimeoutError, ValueError, asyncio.IncompleteReadError):
            # Gone, too slow, or speaking nonsense: the table plays on.
            pass
        except asyncio.CancelledError:
            # The door closes. Python's streams would report a task that was cancelled as a fault, over the screen.
            pass
        finally:
            self._terminals.discard(terminal)
            self._tasks.discard(task)
            if sending is not None:
                sending.cancel()
            writer.close()

    async def _refusal(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> str:
        """Why nobody may come in here; empty if they may."""
        if not self.by_port and not _is_our_own(writer.get_extra_info("socket")):
            return _("Only the account that plays may come in.")
        try:
            word = wire.read_hello(await asyncio.wait_for(reader.readline(), PATIENCE))
        except BadRecordError:
            return _("This terminal runs another version of the program. Start both from the same one.")
        if not hmac.compare_digest(word.encode(), self.word.encode()):
            return _("Only the account that plays may come in.")
        if len(self._terminals) >= MOST_TERMINALS:
            return _("There are {most} terminals here already. Close one of them first.", most=MOST_TERMINALS)
        return ""

    async def _listen(self, reader: asyncio.StreamReader, terminal: _Terminal) -> None:
        while line := await reader.readline():
            number = 0
            try:
                number, command = wire.read_ask(line)
                said = self.host.do(command)
            except BadRecordError:
                said = Said(False, _("The host does not understand this."))
            if len(terminal.answers) > 64:
                raise ValueError("it asks and never listens")
            terminal.answers.append(wire.say(wire.Answer(number, said)))
            terminal.wake.set()

    async def _send(self, terminal: _Terminal) -> None:
        """Send the newest view and what was answered, as fast as the terminal takes it; drop one that takes nothing."""
        terminal.wake.set()
        try:
            while True:
                await terminal.wake.wait()
                terminal.wake.clear()
                revision, line = self._newest()
                if revision != terminal.seen:
                    terminal.writer.write(line)
                    terminal.seen = revision
                answers, terminal.answers = terminal.answers, []
                terminal.writer.writelines(answers)
                await asyncio.wait_for(terminal.writer.drain(), PATIENCE)
        except (OSError, TimeoutError):
            terminal.writer.transport.abort()

    def _newest(self) -> tuple[int, bytes]:
        revision = self.host.revision
        if self._line[0] != revision:
            self._line = revision, wire.say(wire.Shown(revision, self.host.facilitator_view()))
        return self._line

    def _changed(self) -> None:
        """The host has changed, in whatever thread."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        for terminal in self._terminals:
            terminal.wake.set()


def _is_our_own(connection: socket.socket) -> bool:
    """Whether the process at the other end runs under this account, where the system says so."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _process, account, _group = struct.unpack("3i", told)
    return bool(account == os.getuid())


def _sweep(folder: Path) -> None:
    """Remove the sockets of programs that were killed: nobody answers at them."""
    for path in folder.glob(f"*{SOCKET}"):
        with suppress(OSError):
            if not stat.S_ISSOCK(path.lstat().st_mode):
                continue
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asked:
                asked.settimeout(0.5)
                try:
                    asked.connect(str(path))
                except ConnectionRefusedError:
                    path.unlink()
