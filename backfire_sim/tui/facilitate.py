"""The facilitator's own terminal: a small app that stays attached to the table that plays on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from backfire_sim.room.attached import AGAIN, Attached, Found, look_round
from backfire_sim.room.commands import Command, Said
from backfire_sim.room.terminal import NobodyThereError
from backfire_sim.speech import _
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.facilitate import LOOK_FIRST, FacilitateScreen
from backfire_sim.tui.screens.facilitate_wait import WaitScreen
from backfire_sim.tui.source import Source

if TYPE_CHECKING:
    from textual.screen import Screen

    from backfire_sim.storage.language import Choice
    from backfire_sim.views.facilitator import FacilitatorView

SLOWLY = 1.0
"""Seconds between two looks at the tables while somebody chooses among them."""


class FacilitateApp(BackfireApp):
    """Waits for a table, shows what only its facilitator sees, and comes back to it by itself."""

    def __init__(self, source: Source, *, said: str = "") -> None:
        super().__init__(source, said=said)
        self.projecting = False
        self.view: FacilitatorView | None = None
        """What was seen last of the table; None where none was chosen."""
        self.gone = False
        """Whether the line is broken, so that `view` is how it stood then."""
        self.refused = ""
        """Why the chosen table lets nobody in any more; empty where it does, and where it is not there."""
        self.tables: list[Found] = []
        """The tables that answered last."""
        self.choosing = False
        """Whether somebody wants to choose among the tables, even if there is only one."""
        self.look_first = LOOK_FIRST
        """Seconds after a new step in which enter does not take it."""
        self._path: Path | None = None
        """The chosen table."""
        self._there: set[Path] = set()
        """Other tables that were there when the line broke."""
        self._attached = Attached(self._shown)

    # -- Screens -----------------------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[bool]:
        """Waiting, until there is a table."""
        self.standing = WaitScreen()
        return self.standing

    def show_home(self) -> None:
        """Back to the table, or to waiting for one."""
        self._go(FacilitateScreen() if self.view is not None else WaitScreen())

    def on_mount(self) -> None:
        """Begin to look for a table."""
        self.run_worker(self._follow(), name="table")

    def action_panic(self) -> None:
        """Blank this screen; what happens at the table meanwhile is shown when it comes back."""
        from backfire_sim.tui.screens.panic import PanicScreen

        if not isinstance(self.screen, PanicScreen):
            self.clear_notifications()
            self.push_screen(PanicScreen(self.wake_key), self._awake)

    def _awake(self, _none: None) -> None:
        self.call_later(self._tell)

    def _tell(self) -> None:
        """Show how things stand, on the screen that fits, unless somebody wants it blank."""
        from backfire_sim.tui.screens.panic import PanicScreen

        if isinstance(self.screen, PanicScreen):
            return
        if self.view is not None and isinstance(self.standing, WaitScreen):
            self._go(FacilitateScreen())
            return
        if self.view is None and isinstance(self.standing, FacilitateScreen):
            self._go(WaitScreen())
            return
        for screen in self.screen_stack:
            if isinstance(screen, FacilitateScreen | WaitScreen) and screen.is_mounted:
                screen.told()

    # -- Which table -------------------------------------------------------------------------------------------------

    async def _follow(self) -> None:
        """Stay with the chosen table as long as it is there, and look for one while it is not."""
        while True:
            path = self._path
            if path is not None and await self._attached.attend(path):
                self._there = {each.path for each in await look_round(but=path)}
                # Not at once: a host that lets go of everybody must not be asked without end.
                await asyncio.sleep(AGAIN)
                continue
            self.refused = self._attached.refused if path is not None else ""
            self.tables = await look_round()
            if self._path == path and self._choose():
                continue
            self.call_later(self._tell)
            await asyncio.sleep(SLOWLY if len(self.tables) > 1 and self._path is None else AGAIN)

    def _choose(self) -> bool:
        """Take the only table there is to take, if there is one; whether another one is chosen now."""
        open_ = [each.path for each in self.tables if each.view is not None]
        self.choosing = self.choosing and bool(open_)
        if self.choosing or self._path in open_:
            return False
        if self._path is not None:
            # The table comes back under its own name. One that is opened only now is probably its next play.
            open_ = [path for path in open_ if path not in self._there]
        if len(open_) != 1:
            return False
        self._path = open_[0]
        return True

    def attend(self, path: Path) -> None:
        """Go to this table."""
        self._path, self.choosing = path, False

    def choose_again(self) -> None:
        """Let go of the table, and let somebody choose among those that are there."""
        self._path, self.choosing = None, True
        self.view, self.gone, self.refused = None, False, ""
        self._attached.leave()
        self._tell()

    def _shown(self, view: FacilitatorView | None) -> None:
        """What the table shows now; None: the line is broken."""
        if self._path is None:
            return
        if view is None:
            self.gone = True
        else:
            self.view, self.gone, self.refused = view, False, ""
        self.call_later(self._tell)

    # -- Asking ------------------------------------------------------------------------------------------------------

    def ask(self, command: Command, answered: Callable[[Said], None]) -> None:
        """Ask the table for something; `answered` hears what became of it."""
        self.run_worker(self._ask(command, answered), name="ask")

    async def _ask(self, command: Command, answered: Callable[[Said], None]) -> None:
        try:
            said = await self._attached.do(command)
        except NobodyThereError:
            words = _("The line broke before the table answered. Look, when it is back, whether it happened.")
            said = Said(False, words)
        # Behind the view that was sent before it: what is said stays to be read.
        self.call_later(answered, said)


def run_facilitator(choice: Choice | None = None, *, said: str = "") -> int:
    """Run the facilitator's own screen until they leave it; the process's exit code.

    `choice` is the language that was chosen. `said`: a sentence to say on the first screen.
    """
    source = Source(language=choice.language if choice else "")
    app = FacilitateApp(source, said=said or (choice.passed_over if choice else ""))
    app.run()
    return app.return_code or 0
