"""The list of what can be played, and the card of the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.content import Content

from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later
from backfire_sim.text import pad
from backfire_sim.text import width as text_width
from backfire_sim.tui.widgets.lines import BLANK, Piece, hanging, labels, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.note import FOR_WHOM

if TYPE_CHECKING:
    from backfire_sim.engine.card import Card
    from backfire_sim.storage.plays import PlayFound

_WHAT_THIS_IS = later(
    "Practice for groups: an incident of political violence or intimidation, what its perpetrators do to smother the "
    "outrage, and five ways to answer, so that the violence costs those behind it and not you."
)


class Languages(NamedTuple):
    """The languages that the program speaks, and the one that it speaks now."""

    names: dict[str, str]
    """Each with its own name for itself."""
    now: str

    def following(self) -> str:
        """The language that comes after this one."""
        known = list(self.names)
        at = known.index(self.now) if self.now in known else 0
        return known[(at + 1) % len(known)]


class Shelf(Menu):
    """The play to go on with, then the scenarios, and the languages if there are several."""

    def __init__(self, cards: list[Card], unfinished: PlayFound | None, languages: Languages) -> None:
        super().__init__(id="shelf")
        self.cards = cards
        self.unfinished = unfinished
        self.languages = languages
        self.title = Content(_("Scenarios"))

    def item(self, row: int) -> PlayFound | Card | Languages:
        """What stands in a row."""
        if self.unfinished is not None:
            if row == 0:
                return self.unfinished
            row -= 1
        return self.cards[row] if row < len(self.cards) else self.languages

    def count(self) -> int:
        """The rows."""
        return len(self.cards) + (self.unfinished is not None) + (len(self.languages.names) > 1)

    def before_rows(self, width: int) -> list[Content]:
        """Room to breathe."""
        return [BLANK]

    def gap(self, width: int) -> int:
        """An empty line between the scenarios."""
        return 1

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A play to go on with, or a scenario."""
        item = self.item(at)
        style = "bold" if chosen else ""
        if isinstance(item, Languages):
            return [line((_("Language"), style)), line("  ", *_names(item))]
        if item is self.unfinished:
            return _left(self.unfinished, width, style)
        return _offered(cast("Card", item), width, style)


def _names(languages: Languages) -> list[Piece]:
    pieces: list[Piece] = []
    for language, name in languages.names.items():
        pieces += [(" · ", "$quiet")] if pieces else []
        pieces += [(name, "bold" if language == languages.now else "$quiet")]
    return pieces


def _left(play: PlayFound, width: int, style: str) -> list[Content]:
    return [
        *hanging("", _("Go on: {scenario}", scenario=play.title), width, f"{style} $accent".strip()),
        *hanging("  ", _where(play), width, "$quiet"),
    ]


def _offered(card: Card, width: int, style: str) -> list[Content]:
    facts = [_("{count} min", count=card.minutes) if card.minutes else "", card.place]
    if card.case_file:
        facts.append(_("a case from history"))
    said = labels([fact for fact in facts if fact], width - 2)
    return [*hanging("", card.title, width, style), *(line("  ", (each, "$quiet")) for each in said)]


class CardPane(Pane):
    """What the chosen row is."""

    def __init__(self) -> None:
        super().__init__(id="card")
        self._draw: Callable[[int], list[Content]] = _nothing

    def show(self, shelf: Shelf) -> None:
        """Show what is chosen on the shelf."""
        item = shelf.item(shelf.chosen) if shelf.count() else None
        if item is None:
            title, self._draw = _("Scenarios"), _nothing
        elif isinstance(item, Languages):
            title, self._draw = _("Language"), _language
        elif item is shelf.unfinished:
            title, self._draw = _("Going on"), partial(_going_on, shelf.unfinished)
        else:
            title, self._draw = item.title, partial(_card, cast("Card", item))
        self.title = Content(title)
        self.redraw(from_top=True)

    def body(self, width: int) -> list[Content]:
        """The card, and what this program is."""
        return [BLANK, *self._draw(width), BLANK, BLANK, *prose(_(_WHAT_THIS_IS), width, "$quiet")]


def _nothing(width: int) -> list[Content]:
    return prose(_("There is no scenario here."), width)


def _language(width: int) -> list[Content]:
    return prose(
        _("Enter goes on to the next language. Scenarios are told in it too, where they have been translated."), width
    )


def _going_on(play: PlayFound, width: int) -> list[Content]:
    words = _("You were in {place}. Everything you decided is here; you go on from your last choice.")
    return [*hanging("", play.title, width, "bold"), BLANK, *prose(words.format(place=_where(play)), width)]


def _card(card: Card, width: int) -> list[Content]:
    lines = [*prose(card.summary, width), BLANK]
    dots = "●" * card.difficulty + "○" * (5 - card.difficulty)
    facts = [
        (_("Minutes"), str(card.minutes)),
        (_("Difficulty"), f"{dots}  {_('{difficulty} of 5', difficulty=card.difficulty)}"),
        (_("Place"), card.place),
        (_("History"), card.case_file),
        (_("Practices"), ", ".join(label(response) for response in card.teaches)),
    ]
    names = max(12, *(text_width(name) + 2 for name, _fact in facts))
    for name, fact in facts:
        lines += hanging(pad(name, names), fact, width, mark="$quiet") if fact else []
    if card.for_:
        lines += [BLANK, line((_("For"), "$quiet"))]
        lines += [each for group in card.for_ for each in hanging("  · ", _(FOR_WHOM[group]), width)]
    return lines


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
