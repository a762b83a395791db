"""The first screen: what can be played, and the play to go on with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.scoring.vocabulary import label
from backfire_sim.tui.layout import HUGE, PHONE, Places, split_below, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.lines import BLANK, hanging, labels, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.note import FOR_WHOM

if TYPE_CHECKING:
    from backfire_sim.storage.plays import PlayFound
    from backfire_sim.storage.shelf import Card

_WHAT_THIS_IS = (
    "Practice for groups: an incident of political violence or intimidation, what its perpetrators do to smother the "
    "outrage, and five ways to answer, so that the violence costs those behind it and not you."
)


class HomeScreen(Page):
    """The scenarios with a card for the chosen one; first of all the play to go on with."""

    subject = "home"

    def masthead(self) -> tuple[str, str, str]:
        """The program's name and what it is."""
        return "Backfire", "making political violence backfire", "nothing leaves this machine"

    def keys(self) -> tuple[Hint, ...]:
        """Choose, colors, leave."""
        return (
            Hint("enter", "enter", "open"),
            Hint("down", "↑↓", "move"),
            Hint("t", "t", "colors"),
            Hint("q", "q", "quit"),
        )

    def widgets(self) -> Iterable[Widget]:
        """The list and the card."""
        from backfire_sim.storage.errors import StorageError

        said = ""
        try:
            self._unfinished = self.backfire.source.unfinished()
        except StorageError as error:
            self._unfinished, said = None, str(error)
        self._cards = self.backfire.source.cards()
        self.list = Shelf(self._cards, self._unfinished)
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
        self._show_card()

    def _show_card(self) -> None:
        at = self.list.card_at(self.list.chosen)
        self.card.show(None if at is None else self._cards[at], self._unfinished if at is None else None)

    def menu_moved(self, menu: Menu) -> None:
        """Another row, another card."""
        self._show_card()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Open the scenario's note, or go on with the play."""
        from backfire_sim.storage.errors import StorageError

        card = self.list.card_at(at)
        try:
            if card is not None:
                self.backfire.show_note(self.backfire.source.open(self._cards[card].id))
            elif self._unfinished is not None:
                from backfire_sim.tui.screens.resume import go_on

                go_on(self.backfire, self._unfinished)
        except StorageError as error:
            self.say(str(error))

    def action_leave(self) -> None:
        """Quit."""
        self.app.exit()


class Shelf(Menu):
    """The play to go on with, then the scenarios."""

    def __init__(self, cards: list[Card], unfinished: PlayFound | None) -> None:
        super().__init__(id="shelf")
        self._cards = cards
        self._unfinished = unfinished
        self.title = Content("Scenarios")

    def card_at(self, row: int) -> int | None:
        """The card of a row; None for the play to go on with."""
        at = row - (self._unfinished is not None)
        return at if at >= 0 else None

    def count(self) -> int:
        """The rows."""
        return len(self._cards) + (self._unfinished is not None)

    def before_rows(self, width: int) -> list[Content]:
        """Room to breathe."""
        return [BLANK]

    def gap(self, width: int) -> int:
        """An empty line between the scenarios."""
        return 1

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A play to go on with, or a scenario."""
        card = self.card_at(at)
        style = "bold" if chosen else ""
        if card is None:
            play = self._unfinished
            assert play is not None
            return [
                *hanging("", f"Go on: {play.title}", width, f"{style} $accent".strip()),
                *hanging("  ", _where(play), width, "$quiet"),
            ]
        shown = self._cards[card]
        facts = [f"{shown.minutes} min" if shown.minutes else "", shown.place]
        if shown.case_file:
            facts.append("a case from history")
        said = labels([fact for fact in facts if fact], width - 2)
        return [*hanging("", shown.title, width, style), *(line("  ", (each, "$quiet")) for each in said)]


class CardPane(Pane):
    """What the chosen scenario is."""

    def __init__(self) -> None:
        super().__init__(id="card")
        self._card: Card | None = None
        self._play: PlayFound | None = None

    def show(self, card: Card | None, play: PlayFound | None) -> None:
        """Show a card, or the play to go on with."""
        self._card, self._play = card, play
        self.title = Content(card.title if card else "Going on")
        self.redraw(from_top=True)

    def body(self, width: int) -> list[Content]:
        """The card, and what this program is."""
        card, play = self._card, self._play
        if card is not None:
            lines = [BLANK, *prose(card.summary, width), BLANK]
            dots = "●" * card.difficulty + "○" * (5 - card.difficulty)
            facts = [
                ("Minutes", str(card.minutes)),
                ("Difficulty", f"{dots}  {card.difficulty} of 5"),
                ("Place", card.place),
                ("History", card.case_file),
            ]
            facts.append(("Practices", ", ".join(label(response) for response in card.teaches)))
            lines += [
                each for name, fact in facts if fact for each in hanging(f"{name:<12}", fact, width, mark="$quiet")
            ]
            if card.for_:
                lines += [BLANK, line(("For", "$quiet"))]
                lines += [each for group in card.for_ for each in hanging("  · ", FOR_WHOM[group], width)]
        elif play is not None:
            words = f"You were in {_where(play)}. Everything you decided is here; you go on from your last choice."
            lines = [BLANK, *hanging("", play.title, width, "bold"), BLANK, *prose(words, width)]
        else:
            lines = [BLANK, *prose("There is no scenario here.", width)]
        return [*lines, BLANK, BLANK, *prose(_WHAT_THIS_IS, width, "$quiet")]


def _where(play: PlayFound) -> str:
    from datetime import datetime

    when = datetime.fromtimestamp(play.changed)
    place = f"round {play.round}" if play.round else "the preparation"
    return f"{place}, {when.strftime('%A')} {when.day} {when.strftime('%B, %H:%M')}"
