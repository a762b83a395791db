"""Before there is a table to facilitate: how to start one, or which of several it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widget import Widget

from backfire_sim import text
from backfire_sim.speech import _, later, sense
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from backfire_sim.room.attached import Found
    from backfire_sim.tui.facilitate import FacilitateApp


_BY_ITSELF = later(
    "This screen comes to it by itself, as soon as it is open. Both must run under the same account on this computer; "
    "nothing goes over a network."
)


class WaitScreen(Page):
    """Waits for a table, or lets one be chosen."""

    subject = "facilitate"

    @property
    def host(self) -> FacilitateApp:
        """The app, by its own type."""
        return cast("FacilitateApp", self.app)

    def masthead(self) -> tuple[str, str, str]:
        """What it is."""
        return _("Facilitate"), _("only for you"), ""

    def keys(self) -> tuple[Hint, ...]:
        """Choose a table where there are some."""
        leave = Hint("q", "q", sense("hint", "leave"))
        if not self.tables.count():
            return (leave,)
        return (
            Hint("enter", key("enter"), _("go to it")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            leave,
        )

    def widgets(self) -> Iterable[Widget]:
        """The words, and the tables."""
        self.tables = Tables()
        yield self.tables

    def on_mount(self) -> None:
        """The tables have the keys."""
        self.activate(self.tables)
        self.told()

    def told(self) -> None:
        """Other tables than before, or none."""
        if self.tables.take_up(self.host.tables):
            self.reframe()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Go to a table."""
        found = self.tables.found[at]
        self.say(_("Going there …"))
        self.host.attend(found.path)

    def action_leave(self) -> None:
        """Close this screen."""
        self.app.exit()

    def action_home(self) -> None:
        """There is none here."""


class Tables(Menu):
    """How to start a table, or the tables to choose from."""

    def __init__(self) -> None:
        super().__init__(id="thought")
        self.title = Content(_("Waiting for a table"))
        self.found: list[Found] = []
        self._refused: list[str] = []

    def take_up(self, found: list[Found]) -> bool:
        """Show these; whether they are others than before."""
        chosen = self.found[self.chosen].path if self.chosen < len(self.found) else None
        before = self.found, self._refused
        self.found = [each for each in found if each.view is not None]
        self._refused = list(dict.fromkeys(each.refused for each in found if each.refused))
        if before == (self.found, self._refused):
            return False
        paths = [each.path for each in self.found]
        self.chosen = paths.index(chosen) if chosen in paths else 0
        self.title = Content(_("Which table?") if self.found else _("Waiting for a table"))
        self.redraw()
        return True

    def count(self) -> int:
        """How many there are."""
        return len(self.found)

    def gap(self, width: int) -> int:
        """Each stands alone."""
        return 1

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """The play, and where it is."""
        view = self.found[at].view
        assert view is not None
        lines = hanging("", text.one_line(view.title), width, "bold")
        return lines + hanging(
            "", " · ".join(part for part in (view.scene_title, view.table.heading) if part), width, "$quiet"
        )

    def before_rows(self, width: int) -> list[Content]:
        """What is to be done, and why nobody is let in where that is so."""
        lines = [BLANK]
        for each in self._refused:
            lines += [*hanging("× ", each, width, "bold $mark"), BLANK]
        if self.found:
            return [*lines, *prose(_("These tables are open on this computer."), width), BLANK]
        return [
            *lines,
            *prose(
                _("No table is open on this computer yet. Start one in the terminal that the projector shows:"), width
            ),
            BLANK,
            line(("    backfire table", "bold $accent")),
            line(("    backfire resume", "bold $accent"), "   ", (_("if it was stopped"), "$quiet")),
            BLANK,
            *prose(_(_BY_ITSELF), width),
            BLANK,
            *prose(_("Keep this window off the projector: it says what only you should know."), width, "$quiet"),
        ]
