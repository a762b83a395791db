"""A table at this screen: its host, and the door by which facilitators' terminals come in while the play is open."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from backfire_sim.room.host import TableHost
from backfire_sim.room.link import serving
from backfire_sim.storage.errors import StorageError

if TYPE_CHECKING:
    from backfire_sim.storage.kept import Kept
    from backfire_sim.table.setup import Setup
    from backfire_sim.tui.app import BackfireApp


class AtTable:
    """One play with one table, for as long as the play is open."""

    def __init__(self, kept: Kept, setup: Setup | None) -> None:
        """`setup`: what was agreed on, where no file of the table says so. BadSetupError where it cannot be."""
        self.host = TableHost(kept, setup)
        self.shut = ""
        """Why no facilitator's terminal can come in; empty where one can."""
        self.begun = self.host.resumed
        """Whether the cards have been dealt and the code read."""
        self._door: asyncio.Task[None] | None = None

    def blanks(self, app: BackfireApp) -> None:
        """From now on the facilitator blanks this screen and brings it back, whatever is on it, the look back too."""

        def as_asked() -> None:
            from backfire_sim.tui.screens.table_asides import BlankScreen

            shown = isinstance(app.screen, BlankScreen)
            if self.host.blank and not shown:
                app.push_screen(BlankScreen(app.wake_key, self.host))
            elif shown and not self.host.blank:
                app.pop_screen()

        def changed() -> None:
            app.call_later(as_asked)

        self.host.subscribe(changed)

    def open(self) -> None:
        """Let facilitators' terminals in from now on. Needs the running loop of the app."""
        if self._door is None:
            self._door = asyncio.get_running_loop().create_task(self._serve())

    def close(self) -> None:
        """Let everybody go."""
        if self._door is not None:
            self._door.cancel()
            self._door = None

    async def _serve(self) -> None:
        try:
            async with serving(self.host):
                await asyncio.Event().wait()
        except StorageError as error:
            self.shut = str(error)
