"""The first screen: what can be played, and the play to go on with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.tui.layout import HUGE, PHONE, Places, split_below, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.shelf import CardPane, Languages, Shelf

if TYPE_CHECKING:
    from backfire_sim.engine.card import Card


class HomeScreen(Page):
    """The scenarios with a card for the chosen one; first of all the play to go on with."""

    subject = "home"

    def __init__(self, *, at_the_end: bool = False) -> None:
        """`at_the_end`: begin with the last row, where the language was changed just now."""
        super().__init__()
        self._at_the_end = at_the_end

    def masthead(self) -> tuple[str, str, str]:
        """The program's name and what it is."""
        return "Backfire", _("making political violence backfire"), _("nothing leaves this machine")

    def keys(self) -> tuple[Hint, ...]:
        """Choose, colors, leave."""
        return (
            Hint("enter", key("enter"), sense("hint", "open")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("t", "t", _("colors")),
            Hint("q", "q", sense("hint", "quit")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The list and the card."""
        from backfire_sim.storage.errors import StorageError

        said = ""
        try:
            unfinished = self.backfire.source.unfinished()
        except StorageError as error:
            unfinished, said = None, str(error)
        source = self.backfire.source
        self.list = Shelf(source.cards(), unfinished, Languages(source.languages(), source.spoken))
        self.card = CardPane()
        yield self.list
        yield self.card
        if said:
            self.call_after_refresh(self.say, said)

    def places(self, body: Region) -> Places:
        """The card beside the list; under it on a phone."""
        if body.width < PHONE:
            shelf, card = split_below(body, body.height // 2)
        elif body.width < HUGE:
            shelf, card = split_right(body, body.width * 56 // 100)
        else:
            middle = Region(body.x + (body.width - 150) // 2, body.y + 3, 150, body.height - 3)
            shelf, card = split_right(middle, 84)
        return {"shelf": shelf, "card": card}

    def on_mount(self) -> None:
        """The list has the keys."""
        self.activate(self.list)
        if self._at_the_end:
            self.list.jump(-1)
        self.card.show(self.list)

    def menu_moved(self, menu: Menu) -> None:
        """Another row, another card."""
        self.card.show(self.list)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Open the scenario's note, go on with the play, or speak the next language."""
        from backfire_sim.storage.errors import StorageError

        item = self.list.item(at)
        try:
            if isinstance(item, Languages):
                self.backfire.speak(item.following())
            elif item is self.list.unfinished:
                from backfire_sim.tui.screens.resume import go_on

                go_on(self.backfire, self.list.unfinished)
            else:
                self.backfire.show_note(self.backfire.source.open(cast("Card", item).id))
        except StorageError as error:
            self.say(str(error))

    def action_leave(self) -> None:
        """Quit."""
        self.app.exit()
