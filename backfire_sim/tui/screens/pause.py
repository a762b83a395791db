"""Time for whatever is needed. Nothing is counted and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _, later, sense
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, line, prose
from backfire_sim.tui.widgets.menu import Menu, Rows

_CALM = later(
    "There is no clock. Nobody has to give a reason, and nothing of this is kept.\n\n"
    "Look up from the screen. Feel the floor under your feet. If somebody needs to leave the room, somebody they "
    "trust can go with them."
)


class PauseScreen(Page):
    """A quiet page with the ways on."""

    subject = "pause"

    def masthead(self) -> tuple[str, str, str]:
        """Nothing of the story."""
        return _("Paused"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Choose."""
        return (
            Hint("enter", key("enter"), _("choose")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The quiet words, then the choice."""
        self._rows = Calm(id="thought")
        playing = self.backfire.kept is not None
        self._ways = ["on", *(["end"] if playing else []), "leave"]
        words = {
            "on": (_("Go on"), ""),
            "end": (_("End kindly here, and look back"), _("The play can still be gone on with later.")),
            "leave": (
                _("Leave the program"),
                _("What you decided is kept.") if playing and self._kept_on_disk() else "",
            ),
        }
        self._rows.show([words[way] for way in self._ways])
        yield self._rows

    def _kept_on_disk(self) -> bool:
        return self.backfire.kept is not None and self.backfire.kept.log.path is not None

    def on_mount(self) -> None:
        """The choice has the keys."""
        self.activate(self._rows)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """One of the ways on."""
        way = self._ways[at]
        if way == "leave":
            self.app.exit()
            return
        self.dismiss()
        if way == "end" and self.backfire.kept is not None:
            self.app.call_later(self.backfire.show_ending, self.backfire.kept)

    def action_pause(self) -> None:
        """The same key goes on."""
        self.dismiss()

    def action_back(self) -> None:
        """Go on."""
        self.dismiss()


class Calm(Rows):
    """The quiet words over the rows."""

    ruled = False

    def before_rows(self, width: int) -> list[Content]:
        """A few quiet words."""
        return [BLANK, BLANK, line((_("Paused"), "bold $accent")), BLANK, *prose(_(_CALM), width), BLANK]
