"""The facilitator's end of the local socket for a program that has a loop, as the terminal app: it stays attached.

attached = Attached(shown)          # shown(view) at each change; shown(None) while no host is there
asyncio.create_task(attached.run()) # comes back by itself, within half a second of the host; cancel it to leave
said = await attached.do(StartChoosing())
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from backfire_sim.room import wire
from backfire_sim.room.commands import Command, Said
from backfire_sim.room.terminal import NobodyThereError
from backfire_sim.speech import _
from backfire_sim.storage.meeting import PORT, meetings
from backfire_sim.table.records import BadRecordError
from backfire_sim.views.facilitator import FacilitatorView

AGAIN = 0.25
"""Seconds between two tries to reach a host."""

PATIENCE = 5.0
"""Seconds for an answer."""

FIRST = 2.0
"""Seconds in which a host that is there says something."""


_NOBODY = (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What comes of a socket at which nobody answers, and of a port file that says nothing."""


class Found(NamedTuple):
    """A table on this machine that answers."""

    path: Path
    view: FacilitatorView | None
    """None where it lets nobody in."""
    refused: str
    """Why it lets nobody in; empty where it does."""


class Attached:
    """A line to a host that is taken up again whenever it breaks."""

    def __init__(self, shown: Callable[[FacilitatorView | None], None], path: Path | None = None) -> None:
        """`shown` is called in the loop. `path`: this socket, and not the newest that answers."""
        self._shown = shown
        self._path = path
        self._writer: asyncio.StreamWriter | None = None
        self._number = 0
        self._asked: dict[int, asyncio.Future[Said]] = {}
        self.refused = ""
        """Why the host that is there lets nobody in; empty where it does, and where none is there."""

    async def run(self) -> None:
        """Stay attached until this is cancelled."""
        while True:
            for path in [self._path] if self._path is not None else await asyncio.to_thread(meetings):
                if await self.attend(path):
                    break
            await asyncio.sleep(AGAIN)

    async def do(self, command: Command) -> Said:
        """Ask for something. NobodyThereError where the host is gone; what was asked may or may not have happened."""
        if self._writer is None:
            raise NobodyThereError
        self._number += 1
        number = self._number
        answer = self._asked[number] = asyncio.get_running_loop().create_future()
        try:
            self._writer.write(wire.ask(number, command))
            return await asyncio.wait_for(answer, PATIENCE)
        except (OSError, TimeoutError) as error:
            raise NobodyThereError from error
        finally:
            self._asked.pop(number, None)

    def leave(self) -> None:
        """Let go of the host that is attended to; `attend` ends."""
        if self._writer is not None:
            self._writer.close()

    async def attend(self, path: Path) -> bool:
        """Listen to the host at this socket to its end, once; whether there was one."""
        reached = False
        try:
            reader, writer = await _come_in(path)
        except _NOBODY:
            self.refused = ""
            return False
        try:
            while line := await (reader.readline() if reached else asyncio.wait_for(reader.readline(), FIRST)):
                told = wire.read_said(line)
                if isinstance(told, wire.Refused):
                    self.refused = told.text
                    break
                if isinstance(told, wire.Answer):
                    waiting = self._asked.get(told.number)
                    if waiting is not None and not waiting.done():
                        waiting.set_result(told.said)
                    continue
                reached, self.refused, self._writer = True, "", writer
                self._shown(told.view)
        except wire.OtherVersionError:
            self.refused = _other_version()
        except (OSError, TimeoutError, ValueError, BadRecordError):
            pass
        finally:
            self._writer = None
            writer.close()
            for each in self._asked.values():
                if not each.done():
                    each.set_exception(NobodyThereError())
            if reached:
                self._shown(None)
        return reached


async def look_round(but: Path | None = None) -> list[Found]:
    """Every table on this machine that answers now, the newest first. `but`: leave this socket out."""
    found = await asyncio.gather(*(_look(path) for path in await asyncio.to_thread(meetings) if path != but))
    return [each for each in found if each is not None]


async def _look(path: Path) -> Found | None:
    """Take the first view of the host at a socket, and go again; None where nobody is there, or nobody who speaks."""
    try:
        reader, writer = await _come_in(path)
    except _NOBODY:
        return None
    try:
        told = wire.read_said(await asyncio.wait_for(reader.readline(), FIRST))
    except wire.OtherVersionError:
        return Found(path, None, _other_version())
    except (OSError, TimeoutError, ValueError, BadRecordError):
        return None
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
    match told:
        case wire.Refused(text):
            return Found(path, None, text)
        case wire.Shown(_, view):
            return Found(path, view, "")
    return None


def _other_version() -> str:
    return _("The table runs another version of the program. Start both from the same one.")


async def _come_in(path: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    if path.suffix == PORT:
        told = json.loads(path.read_bytes())
        port, word = int(told["port"]), str(told["word"])
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=wire.MOST_SHOWN)
    else:
        word = ""
        reader, writer = await asyncio.open_unix_connection(path, limit=wire.MOST_SHOWN)
    writer.write(wire.hello(word))
    return reader, writer
