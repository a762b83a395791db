"""The facilitator's end of the local socket for a program that has a loop, as the terminal app: it stays attached.

attached = Attached(shown)          # shown(view) at each change; shown(None) while no host is there
asyncio.create_task(attached.run()) # comes back by itself, within half a second of the host; cancel it to leave
said = await attached.do(StartChoosing())
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

from backfire_sim.room import wire
from backfire_sim.room.commands import Command, Said
from backfire_sim.room.terminal import NobodyThereError
from backfire_sim.storage.meeting import PORT, meetings
from backfire_sim.table.records import BadRecordError
from backfire_sim.views.facilitator import FacilitatorView

AGAIN = 0.25
"""Seconds between two tries to reach a host."""

PATIENCE = 5.0
"""Seconds for an answer."""


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
                if await self._converse(path):
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

    async def _converse(self, path: Path) -> bool:
        """Listen to the host at this socket to its end; whether there was one."""
        reached = False
        try:
            reader, writer, word = await _reach(path)
        except (OSError, ValueError, KeyError, TypeError):
            return False
        try:
            writer.write(wire.hello(word))
            while line := await reader.readline():
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
        except (OSError, ValueError, BadRecordError):
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


async def _reach(path: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter, str]:
    if path.suffix == PORT:
        told = json.loads(path.read_bytes())
        reader, writer = await asyncio.open_connection("127.0.0.1", int(told["port"]), limit=wire.MOST_SHOWN)
        return reader, writer, str(told["word"])
    reader, writer = await asyncio.open_unix_connection(path, limit=wire.MOST_SHOWN)
    return reader, writer, ""
