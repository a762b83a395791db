"""Go on with a play of before, also where its scenario has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, choose_or_back
from backfire_sim.tui.widgets.lines import BLANK, hanging, prose
from backfire_sim.tui.widgets.menu import Menu, Rows
from backfire_sim.views.plays import title
from backfire_sim.views.words import log_name

if TYPE_CHECKING:
    from backfire_sim.storage.keeper import TakenUp
    from backfire_sim.storage.plays import PlayFound
    from backfire_sim.storage.replay import Differs, Stops
    from backfire_sim.tui.app import BackfireApp


def take_up(page: Page, play: PlayFound) -> None:
    """Go on with a play, look back at one that is over, or say what keeps it from that and what can be done."""
    from backfire_sim.storage.errors import DamagedPlayError, StorageError

    try:
        if play.wrong:
            _ask_to_save(page, play, play.wrong)
        elif play.over:
            _look_back(page.backfire, play)
        else:
            go_on(page.backfire, play)
    except DamagedPlayError as error:
        _ask_to_save(page, play, error.wrong)
    except StorageError as error:
        page.say(str(error))


def _look_back(app: BackfireApp, play: PlayFound) -> None:
    from backfire_sim.storage.replay import Same

    taken = app.source.take_up(play)
    same = isinstance(taken.verdict, Same)
    app.take_up(taken.look_back())
    if not same:
        app.call_after_refresh(_say_that_it_changed, app)


def _say_that_it_changed(app: BackfireApp) -> None:
    if isinstance(app.screen, Page):
        said = _("The scenario has changed since: this is how the play comes out today. The play stays as it is.")
        app.screen.say(said)


def _ask_to_save(page: Page, play: PlayFound, wrong: tuple[str, ...]) -> None:
    """Offer to put what can be read of a damaged play into a new one."""
    from backfire_sim.storage.errors import StorageError
    from backfire_sim.tui.screens.asking import Asking

    if not play.events:
        page.say(_("Nothing of this play can be read any more. It stays where it is: {path}", path=play.path))
        return
    words = [*wrong, _("The damaged file is put aside, nothing of it is deleted.")]
    go = _("Save what can be read, and go on from event {number}", number=play.events)

    def answered(yes: bool | None) -> None:
        if not yes:
            return
        try:
            saved = page.backfire.source.salvage(play)
            go_on(page.backfire, replace(play, path=saved.path))
        except StorageError as error:
            page.say(str(error))

    asking = Asking("resume", title(play), _("This play's file is damaged"), words, go)
    page.app.push_screen(asking, answered)


def go_on(app: BackfireApp, play: PlayFound) -> None:
    """Go on with the play, or ask first where it no longer comes out the same. StorageError if it cannot be opened."""
    from backfire_sim.storage.replay import Same

    taken = app.source.take_up(play)
    if isinstance(taken.verdict, Same):
        app.take_up(taken.go_on())
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
        return choose_or_back()

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
        self.backfire.take_up(kept)

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
