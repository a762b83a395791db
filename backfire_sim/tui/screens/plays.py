"""Looking back at plays: go on with one, see again how one ended, put two side by side, remove one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, plural, sense
from backfire_sim.tui.gathering import Gathering
from backfire_sim.tui.layout import HUGE, PHONE, Places, column, projected, split_below, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.drawn import at_once
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.play_list import PlayCard, PlayList
from backfire_sim.views.ago import ago
from backfire_sim.views.plays import title

if TYPE_CHECKING:
    from backfire_sim.storage.plays import PlayFound


class Plays(Page):
    """The list at the left, what is known of the chosen play at the right."""

    subject = "plays"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "mark", show=False),
        Binding("d,delete", "remove", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._plays: Gathering[PlayFound] = Gathering(self, self._heard)
        self._files: list[Path] = []

    def masthead(self) -> tuple[str, str, str]:
        """Where this is, and how far it is read."""
        if self._plays.busy:
            read = _("reading: {read} of {all}", read=len(self._plays.things), all=len(self._files))
        else:
            read = plural("{count} play", "{count} plays", len(self._plays.things))
        return _("Looking back at plays"), "", read

    def keys(self) -> tuple[Hint, ...]:
        """Go on or look back, mark, remove."""
        play = self.list.play
        does, can = _("go on"), play is not None and play.open_in is None
        if play is not None and play.wrong:
            does, can = _("save what is left"), play.events > 0
        elif play is not None and play.over:
            does = _("look back")
        mark = Hint("m", "m", _("compare"), play is not None and play.over)
        return (
            Hint("enter", key("enter"), does, can),
            mark,
            Hint("d", "d", sense("a play", "remove"), play is not None),
            Hint("h", "h", sense("the list of scenarios", "home")),
        )

    def widgets(self) -> Iterable[Widget]:
        """List and card."""
        self.list = PlayList()
        self.card = PlayCard()
        yield self.list
        yield self.card

    def places(self, body: Region) -> Places:
        """The card beside the list; under it on a phone."""
        if self.projecting:
            body = projected(body)
        if self.list.play is None:
            return {"plays": column(body)}
        if body.width >= HUGE:
            body = Region(body.x + (body.width - 150) // 2, body.y + 3, 150, body.height - 3)
        if body.width < PHONE or self.projecting:
            plays, card = split_below(body, body.height // 2)
        else:
            plays, card = split_right(body, body.width * 52 // 100)
        return {"plays": plays, "card": card}

    def on_mount(self) -> None:
        """The list has the keys."""
        self.activate(self.list)
        self._read()

    @property
    def busy(self) -> bool:
        """Whether there is more to be read."""
        return self._plays.busy

    def on_unmount(self) -> None:
        """Nobody needs the rest any more."""
        self._plays.stop()
        super().on_unmount()

    def _read(self) -> None:
        from backfire_sim.storage.errors import StorageError

        source = self.backfire.source
        try:
            self._files = source.plays()
        except StorageError as error:
            self._files = []
            self.say(str(error))
        self._plays.begin(source.looked_at(self._files))

    @at_once()
    def _heard(self) -> None:
        from backfire_sim.storage.plays import since

        plays = self._plays.things
        if self._plays.trouble:
            self.say(self._plays.trouble)
        self._when = {play.path: ago(*since(play.changed)) for play in plays}
        empty = _("No play is kept here yet. Every play you begin is listed here, from its first decision on.")
        if self.backfire.source.ephemeral:
            empty = _(
                "Nothing is kept this time, as it was asked for at the start. So there is nothing to look back at."
            )
        self.list.show(list(plays), self._when, empty=_("Reading …") if self._plays.busy else empty)
        self._show_card()

    def _show_card(self) -> None:
        play = self.list.play
        self.card.show(play, self._when.get(play.path, "") if play else "")
        self.reframe()

    def menu_moved(self, menu: Menu) -> None:
        """Another play."""
        self._show_card()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Go on, look back, or say what is in the way."""
        from backfire_sim.tui.screens.resume import take_up

        if self.list.play is not None:
            take_up(self, self.list.play)

    # -- Two side by side ----------------------------------------------------------------------------------------------

    def action_mark(self) -> None:
        """Mark a play that is over, or unmark it; the second one that is marked opens both."""
        play = self.list.play
        if play is None:
            return
        if not play.over or play.wrong:
            self.say(_("Only plays that are over stand side by side."))
            return
        if play.path in self.list.marked:
            self.list.marked = ()
        else:
            self.list.marked = (*self.list.marked, play.path)
        self.list.redraw()
        if len(self.list.marked) < 2:
            self.say(
                _("Marked. Mark a second one, and both stand side by side.") if self.list.marked else _("Unmarked.")
            )
            return
        from backfire_sim.tui.screens.beside import show_beside

        first, second = self.list.marked
        self.list.marked = ()
        self.list.redraw()
        show_beside(self, first, second)

    # -- Removing ------------------------------------------------------------------------------------------------------

    def action_remove(self) -> None:
        """Ask, and remove the chosen play."""
        from backfire_sim.tui.screens.asking import Asking

        play = self.list.play
        if play is None:
            return
        words = [
            _("Its decisions and everything kept with it are erased. This cannot be taken back."),
            _("Other plays of the same scenario stay."),
        ]
        asking = Asking("plays", title(play), _("Remove this play?"), words, _("Remove it"), no_first=True)
        self.app.push_screen(asking, lambda yes: self._removed(play) if yes else None)

    def _removed(self, play: PlayFound) -> None:
        from backfire_sim.storage.errors import StorageError

        try:
            self.backfire.source.remove(play)
        except StorageError as error:
            self.say(str(error))
            return
        self._read()
        self.say(_("The play was removed."))
