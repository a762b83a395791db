"""The first screen: what this is, the plays to go on with, and everything that is here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.tui.layout import TALL, WIDE, Places, column, projected
from backfire_sim.tui.rooms import listed
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.entrance import Entrance, Item, Languages, Left, Part, parts
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from backfire_sim.storage.plays import PlayFound

_TAKEN = "hijkpqtvx"
"""Letters that do something else on every screen."""

_COLUMN = 110
"""Columns of the list on a wide screen."""


class HomeScreen(Page):
    """One list: the plays that were left, the parts of the training in the order a newcomer needs, the languages."""

    subject = "home"

    def __init__(self, *, at_the_end: bool = False) -> None:
        """`at_the_end`: begin with the last row, where the language was changed just now."""
        super().__init__()
        self._at_the_end = at_the_end
        self._warned = False
        """Whether it was said what would be lost by leaving."""

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
        """The list."""
        from backfire_sim.storage.errors import StorageError

        source, told = self.backfire.source, ""
        items: list[Item] = []
        try:
            items += [Left(play, _where(play)) for play in source.left()]
        except StorageError as error:
            told = str(error)
        items += parts(listed(), _TAKEN)
        languages = Languages(source.languages(), source.spoken)
        items += [languages] if len(languages.names) > 1 else []
        self.list = Entrance(items, told=told)
        yield self.list

    def places(self, body: Region) -> Places:
        """A column in the middle."""
        if self.projecting:
            return {"thought": projected(body)}
        if body.width < WIDE:
            return {"thought": column(body)}
        drop = 3 if body.height > TALL + 6 else 0
        width = min(body.width, _COLUMN)
        return {"thought": Region(body.x + (body.width - width) // 2, body.y + drop, width, body.height - drop)}

    def on_mount(self) -> None:
        """The list has the keys."""
        self.activate(self.list)
        if self._at_the_end:
            self.list.jump(-1)

    def on_key(self, event: events.Key) -> None:
        """A number or a first letter opens its part."""
        for item in self.list.items:
            if isinstance(item, Part) and event.character and event.character in (item.number, item.letter):
                event.stop()
                self.backfire.visit(item.id)
                return

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Open a part, go on with a play, or speak the next language."""
        item = self.list.items[at]
        if isinstance(item, Languages):
            self.backfire.speak(item.following())
        elif isinstance(item, Part):
            self.backfire.visit(item.id)
        else:
            from backfire_sim.tui.screens.resume import take_up

            take_up(self, item.play)

    def action_leave(self) -> None:
        """Quit; where something that was typed would be lost, only when it is said again."""
        from backfire_sim.tui.unkept import unkept

        lost = "" if self._warned else unkept(self.backfire)
        if lost:
            self._warned = True
            self.say(lost)
        else:
            self.app.exit()


def _where(play: PlayFound) -> str:
    from backfire_sim.storage.plays import since
    from backfire_sim.views.ago import ago
    from backfire_sim.views.plays import stands_when

    return stands_when(play, ago(*since(play.changed)))
