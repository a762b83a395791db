"""Go on with a play of before, also where its scenario has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, prose
from backfire_sim.tui.widgets.menu import Menu, Rows
from backfire_sim.views.words import log_name

if TYPE_CHECKING:
    from backfire_sim.storage.keeper import TakenUp
    from backfire_sim.storage.plays import PlayFound
    from backfire_sim.storage.replay import Differs, Stops
    from backfire_sim.tui.app import BackfireApp


def go_on(app: BackfireApp, play: PlayFound) -> None:
    """Go on with the play, or ask first where it no longer comes out the same. StorageError if it cannot be opened."""
    from backfire_sim.storage.replay import Same

    taken = app.source.take_up(play)
    if isinstance(taken.verdict, Same):
        app.show_play(taken.go_on())
    else:
        app.push_screen(ChangedScreen(taken, taken.verdict))


class ChangedScreen(Page):
    """The scenario has changed since: what comes out otherwise, and the choice."""

    subject = "resume"

    def __init__(self, taken: TakenUp, verdict: Differs | Stops) -> None:
        super().__init__()
        self._taken = taken
        self._verdict = verdict

    def masthead(self) -> tuple[str, str, str]:
        """The scenario's title."""
        return self._taken.opened.scenario.title, "", _("going on")

    def keys(self) -> tuple[Hint, ...]:
        """Choose."""
        return (
            Hint("enter", key("enter"), _("choose")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("escape", key("esc"), _("back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """What changed, and the choice."""
        self._rows = Changed(_what_changed(self._verdict))
        self._rows.show(
            [
                (_("Go on from where it still holds"), _("As a new play; the play of before stays as it was.")),
                (_("Leave it"), ""),
            ]
        )
        yield self._rows

    def on_mount(self) -> None:
        """The choice has the keys."""
        self.activate(self._rows)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Go on, or leave it."""
        from backfire_sim.storage.errors import StorageError

        if at:
            self.action_back()
            return
        try:
            kept = self._taken.go_on()
        except StorageError as error:
            self.say(str(error))
            return
        self.backfire.show_play(kept)

    def action_back(self) -> None:
        """Back to the list."""
        self._taken.close()
        self.dismiss()

    def action_leave(self) -> None:
        """The same."""
        self.action_back()


class Changed(Rows):
    """What changed, over the rows."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(id="thought")
        self._words = words
        self.title = Content(_("The scenario has changed since"))

    def before_rows(self, width: int) -> list[Content]:
        """A sentence a line."""
        first, *rest = self._words
        lines = [BLANK, *prose(first, width), BLANK]
        for each in rest:
            lines += hanging("  · ", each, width)
        return [*lines, BLANK]


def _what_changed(verdict: Differs | Stops) -> list[str]:
    from backfire_sim.storage.replay import Stops

    if isinstance(verdict, Stops):
        said = _("Your choice number {number} cannot happen any more: {why}")
        return [said.format(number=verdict.number, why=verdict.why)]
    first = _("From your choice number {number} on it comes out otherwise than it did.", number=verdict.first.number)
    was = _("{name}: it was {was}, now it is {now}")
    rules, changes = verdict.session.rules, verdict.first.changes[:8]
    return [first, *(was.format(name=log_name(rules, each.name), was=each.was, now=each.now) for each in changes)]
