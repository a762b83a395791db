"""The library: every scenario with its card, what somebody looks for, and files of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.engine.card import Shelved
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, sense
from backfire_sim.text import fit, one_line
from backfire_sim.tui.gathering import Gathering
from backfire_sim.tui.layout import HUGE, PHONE, Places, projected, split_below, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.widgets.drawn import at_once
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import hanging
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.shelf import CardPane, Shelf
from backfire_sim.tui.widgets.sieve import Chip, Sieve
from backfire_sim.views.library import (
    HISTORY,
    WHO_SHORT,
    Broken,
    Filters,
    LibraryView,
    Offer,
    library_view,
    offers,
    played,
    turned,
    values,
)

if TYPE_CHECKING:
    from textual.content import Content

    from backfire_sim.storage.own import Listing
    from backfire_sim.storage.plays import PlayFound

MOST_TYPED = 60
"""Characters of what is looked for."""

_BY_KEY = {"1": "who", "2": "response", "3": "difficulty", "4": "minutes", "6": "language", "7": "kind", "8": "mine"}
_TYPED = {"5": "place", "slash": "words"}
_CLEAR = "0"


class Library(Page):
    """Filters above, the list at the left, the card of the chosen scenario at the right."""

    subject = "library"

    def __init__(self) -> None:
        super().__init__()
        self.filters = Filters()
        self._typing = ""
        """The filter whose words are being typed; empty if none is."""
        self._keep = ""
        self._shelved: Gathering[Shelved] = Gathering(self, self._heard)
        self._plays: Gathering[PlayFound] = Gathering(self, self._heard)
        self._listings: list[Listing] = []
        self._total = 0
        """Scenario files to be read."""
        self._growing = True
        """Whether the list as it was shown last was not the whole yet."""
        self._offers: list[Offer] = []
        self.view: LibraryView = library_view((), Filters())

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """Where this is, and how far it is read."""
        return _("Scenarios"), "", self._reading()

    def _reading(self) -> str:
        if not self._shelved.busy:
            return ""
        return _("reading: {read} of {all}", read=len(self._shelved.things), all=self._total)

    def keys(self) -> tuple[Hint, ...]:
        """Choose and filter; while words are typed, what ends that."""
        if self._typing:
            return (Hint("enter", key("enter"), _("keep these words")), Hint("escape", key("esc"), _("none")))
        clear = Hint(_CLEAR, _CLEAR, _("clear the filters"))
        return (
            Hint("enter", key("enter"), sense("hint", "open")),
            *((clear,) if self.filters.set else ()),
            Hint("h", "h", sense("the list of scenarios", "home")),
            Hint("slash", "/", _("find")),
        )

    def widgets(self) -> Iterable[Widget]:
        """Filters, what they leave, list and card."""
        self.sieve = Sieve(self._pressed)
        self.said = Words("", self._said_lines, id="said")
        self.said.ruled = False
        self.list = Shelf()
        self.card = CardPane()
        yield from (self.sieve, self.said, self.list, self.card)

    def places(self, body: Region) -> Places:
        """Filters and what they leave above; the card beside the list, or under it on a phone."""
        if self.projecting:
            body = projected(body)
        if body.width >= HUGE:
            body = Region(body.x + (body.width - 150) // 2, body.y + 2, 150, body.height - 2)
        rows = self.sieve.rows(body.width)
        lines = len(self._said_lines(body.width - 2))
        sieve = Region(body.x, body.y, body.width, rows)
        said = Region(body.x, body.y + rows, body.width, lines)
        rest = Region(body.x, said.bottom, body.width, max(0, body.bottom - said.bottom))
        if body.width < PHONE or self.projecting:
            shelf, card = split_below(rest, rest.height // 2)
        else:
            shelf, card = split_right(rest, rest.width * 54 // 100)
        return {"sieve": sieve, "said": said, "shelf": shelf, "card": card}

    def _said_lines(self, width: int) -> list[Content]:
        if self._typing:
            said = _("Place: {words}") if self._typing == "place" else _("Find: {words}")
            words = getattr(self.filters, self._typing)
            return hanging("", said.format(words=f"{words}▏"), width, "bold", limit=width)
        if self._shelved.busy and not self._offers:
            return hanging("", _("The scenarios are being read. This takes longer the first time."), width, "$quiet")
        return hanging("", self.view.said, width, "bold" if self.filters.set else "$quiet", limit=width)

    def on_mount(self) -> None:
        """The list has the keys, as it was when somebody left it."""
        self.filters, self._keep = self.backfire.found_again.get("library", (Filters(), ""))
        self.activate(self.list)
        self._look_at_scenarios()
        self._look_at_plays()

    def _look_at_scenarios(self) -> None:
        source = self.backfire.source
        self._listings = source.own_folders()
        self._total = source.built_in() + sum(len(listing.files) for listing in self._listings)
        self._shelved.begin(source.shelved(self._listings))

    def _look_at_plays(self) -> None:
        from backfire_sim.storage.errors import StorageError

        source = self.backfire.source
        try:
            self._plays.begin(source.looked_at(source.plays()))
        except StorageError as error:
            self.say(str(error))

    @property
    def busy(self) -> bool:
        """Whether there is more to be read."""
        return self._shelved.busy or self._plays.busy

    def on_unmount(self) -> None:
        """Nobody needs the rest any more."""
        self._shelved.stop()
        self._plays.stop()
        super().on_unmount()

    # -- What there is -----------------------------------------------------------------------------------------------

    def _heard(self) -> None:
        """More was read."""
        for trouble in filter(None, (self._shelved.trouble, self._plays.trouble)):
            self.say(trouble)
        self._offers, broken = offers(self._shelved.things, played(self._plays.things))
        self.view = library_view(self._offers, self.filters, broken)
        self._show()
        self._growing = self._shelved.busy

    @at_once()
    def _show(self) -> None:
        self.view = library_view(self._offers, self.filters, self.view.broken)
        shown = _("{shown} of {total}", shown=len(self.view.shown), total=self.view.total)
        state, growing = shown if self.filters.set else "", self._growing
        self.list.show(self.view, foot=self._foot(), state=state, keep=self._keep, growing=growing)
        if self._keep and self.list.name_of(self.list.chosen) == self._keep:
            self._keep = ""
        self.sieve.show(self._chips())
        self.said.redraw()
        self.card.show(self.list.item)
        self._remember()
        self.reframe()

    def _remember(self) -> None:
        self.backfire.found_again["library"] = (self.filters, self._keep or self.list.name_of(self.list.chosen))

    def _foot(self) -> tuple[str, ...]:
        if self._shelved.busy:
            return ()
        said = [listing.said for listing in self._listings if listing.said]
        if not any(listing.files for listing in self._listings) and self._listings:
            folder = self._listings[-1].folder
            said.append(_("Scenarios of your own are shown here too. Put their files into {folder}", folder=folder))
        return tuple(said)

    # -- Filters -----------------------------------------------------------------------------------------------------

    def _chips(self) -> tuple[Chip, ...]:
        now = self.filters
        words = {
            "who": _("for: {group}", group=_(WHO_SHORT[now.who])) if now.who else _("for whom"),
            "response": label(now.response) if now.response else _("which R"),
            "difficulty": _("difficulty ≤ {most}", most=now.difficulty) if now.difficulty else _("difficulty"),
            "minutes": _("≤ {count} min", count=now.minutes) if now.minutes else _("minutes"),
            "place": _("place: {words}", words=fit(now.place, 16)) if now.place else _("place"),
            "language": _("in {language}", language=now.language) if now.language else _("language"),
            "kind": (_("from history") if now.kind == HISTORY else _("invented")) if now.kind else _("history"),
            "mine": _("yours"),
            "words": _("find: {words}", words=fit(now.words, 16)) if now.words else _("find"),
        }
        usable = {name: len(values(self._offers, name)) > 1 for name in _BY_KEY.values()}
        keys = {**_BY_KEY, **_TYPED}
        order = sorted(keys, key=lambda each: (each == "slash", each))
        chips = []
        for each in order:
            name = keys[each]
            shown = "/" if each == "slash" else each
            chips.append(Chip(each, shown, words[name], name in now.set, usable.get(name, True)))
        return (*chips, *((Chip(_CLEAR, _CLEAR, _("clear"), True),) if now.set else ()))

    def _pressed(self, pressed: str) -> None:
        """A filter's key, or a click on it."""
        self._typing = ""
        if pressed == _CLEAR:
            self._filter(Filters())
        elif pressed in _TYPED:
            self._typing = _TYPED[pressed]
            self._show()
        elif len(values(self._offers, _BY_KEY[pressed])) > 1 or _BY_KEY[pressed] in self.filters.set:
            self._filter(turned(self._offers, self.filters, _BY_KEY[pressed]))
        else:
            self.say(_("All scenarios here are the same in this: there is nothing to filter by."))

    def _filter(self, filters: Filters) -> None:
        self.filters = filters
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Numbers are filters; while words are typed, keys are letters."""
        if self._typing:
            self._type(event)
        elif event.key in _BY_KEY or event.key in _TYPED or event.key == _CLEAR:
            event.stop()
            self._pressed(event.key)

    def _type(self, event: events.Key) -> None:
        name, words = self._typing, getattr(self.filters, self._typing)
        if event.key == "backspace":
            words = words[:-1]
        elif event.key in ("enter", "down", "up"):
            self._typing = ""
        elif event.key == "escape":
            words, self._typing = "", ""
        elif event.is_printable and event.character:
            words = (words + event.character)[:MOST_TYPED]
        else:
            return
        event.stop()
        self._filter(self.filters.having(name, words if words.strip() else ""))

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted while words are typed."""
        if self._typing:
            words = f"{getattr(self.filters, self._typing)}{one_line(event.text)}"[:MOST_TYPED]
            self._filter(self.filters.having(self._typing, words))

    # -- The list ----------------------------------------------------------------------------------------------------

    def menu_moved(self, menu: Menu) -> None:
        """Another row, another card."""
        self.card.show(self.list.item)
        self._keep = ""
        self._remember()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Open the scenario's note, or what is wrong with the file."""
        from backfire_sim.storage.errors import StorageError
        from backfire_sim.storage.shelf import NotPlayableError
        from backfire_sim.tui.screens.broken import BrokenScreen

        item = self.list.items[at]
        self._remember()
        if isinstance(item, Broken):
            self.app.push_screen(BrokenScreen(item.name), self._again)
            return
        try:
            self.backfire.show_note(self.backfire.source.open(item.name))
        except NotPlayableError:
            self.app.push_screen(BrokenScreen(item.name), self._again)
        except StorageError as error:
            self.say(str(error))

    def action_turn(self, pages: int) -> None:
        """Turn the page of the card where it has more than one, else of the list."""
        if not self.card.page(pages):
            self.list.page_of(pages)

    def _again(self, _answer: bool | None) -> None:
        """Back from a file that was looked at: it may have been mended meanwhile."""
        self._keep = self.list.name_of(self.list.chosen)
        self._look_at_scenarios()
