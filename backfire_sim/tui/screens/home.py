"""The first screen: what can be played, and the play to go on with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later, sense
from backfire_sim.text import pad
from backfire_sim.text import width as text_width
from backfire_sim.tui.layout import HUGE, PHONE, Places, split_below, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, labels, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.note import FOR_WHOM

if TYPE_CHECKING:
    from backfire_sim.storage.plays import PlayFound
    from backfire_sim.storage.shelf import Card

_WHAT_THIS_IS = later(
    "Practice for groups: an incident of political violence or intimidation, what its perpetrators do to smother the "
    "outrage, and five ways to answer, so that the violence costs those behind it and not you."
)


class HomeScreen(Page):
    """The scenarios with a card for the chosen one; first of all the play to go on with."""

    subject = "home"

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
        self.title = Content(_("Scenarios"))

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
                *hanging("", _("Go on: {scenario}", scenario=play.title), width, f"{style} $accent".strip()),
                *hanging("  ", _where(play), width, "$quiet"),
            ]
        shown = self._cards[card]
        facts = [_("{count} min", count=shown.minutes) if shown.minutes else "", shown.place]
        if shown.case_file:
            facts.append(_("a case from history"))
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
        self.title = Content(card.title if card else _("Going on"))
        self.redraw(from_top=True)

    def body(self, width: int) -> list[Content]:
        """The card, and what this program is."""
        card, play = self._card, self._play
        if card is not None:
            lines = [BLANK, *prose(card.summary, width), BLANK]
            dots = "●" * card.difficulty + "○" * (5 - card.difficulty)
            facts = [
                (_("Minutes"), str(card.minutes)),
                (_("Difficulty"), f"{dots}  {_('{difficulty} of 5', difficulty=card.difficulty)}"),
                (_("Place"), card.place),
                (_("History"), card.case_file),
            ]
            facts.append((_("Practices"), ", ".join(label(response) for response in card.teaches)))
            names = max(12, *(text_width(name) + 2 for name, fact in facts))
            for name, fact in facts:
                lines += hanging(pad(name, names), fact, width, mark="$quiet") if fact else []
            if card.for_:
                lines += [BLANK, line((_("For"), "$quiet"))]
                lines += [each for group in card.for_ for each in hanging("  · ", _(FOR_WHOM[group]), width)]
        elif play is not None:
            words = _("You were in {place}. Everything you decided is here; you go on from your last choice.")
            words = words.format(place=_where(play))
            lines = [BLANK, *hanging("", play.title, width, "bold"), BLANK, *prose(words, width)]
        else:
            lines = [BLANK, *prose(_("There is no scenario here."), width)]
        return [*lines, BLANK, BLANK, *prose(_(_WHAT_THIS_IS), width, "$quiet")]


def _where(play: PlayFound) -> str:
    from datetime import datetime

    when = datetime.fromtimestamp(play.changed)
    return _(
        "{place}, {weekday} {day} {month}, {time}",
        place=_("round {number}", number=play.round) if play.round else _("the preparation"),
        weekday=_(_WEEKDAYS[when.weekday()]),
        day=when.day,
        month=_(_MONTHS[when.month - 1]),
        time=when.strftime("%H:%M"),
    )


_WEEKDAYS = (
    later("Monday"),
    later("Tuesday"),
    later("Wednesday"),
    later("Thursday"),
    later("Friday"),
    later("Saturday"),
    later("Sunday"),
)
_MONTHS = (
    later("January"),
    later("February"),
    later("March"),
    later("April"),
    later("May"),
    later("June"),
    later("July"),
    later("August"),
    later("September"),
    later("October"),
    later("November"),
    later("December"),
)
