"""Pages to learn from: chapters at the left, the page at the right; on a small screen one of the two at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.handbook.book import CHAPTERS
from backfire_sim.speech import _, sense
from backfire_sim.text import one_line
from backfire_sim.tui.behind import Behind, Stale
from backfire_sim.tui.layout import HUGE, WIDE, Places, column, projected, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.contents import Contents
from backfire_sim.tui.widgets.drawn import at_once
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.leaf import LeafPane
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.views.learn import MODEL, known

if TYPE_CHECKING:
    from backfire_sim.tui.widgets.pane import Pane
    from backfire_sim.views.played_where import Index


ROOM = "learn"
"""Found again under this id: the page to begin with, and what to look for."""


class LearnScreen(Page):
    """The book. It can be a room of its own, or lie over another screen, to which it leads back."""

    subject = "learn"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", show=False),
        Binding("m", "model", show=False),
        Binding("tab", "link(1)", show=False),
        Binding("shift+tab", "link(-1)", show=False),
        Binding("left,backspace", "back", show=False),
        Binding("right", "into", show=False),
        *(Binding(str(n + 1), f"follow({n})", show=False) for n in range(9)),
    ]

    def __init__(self, page: str = "") -> None:
        """`page`: the id of the page to begin with; without one it begins with the contents, or where it was left."""
        super().__init__()
        self._first, self._find = page, ""
        self._past: list[tuple[str, int]] = []
        """The pages that were left by a link, each with its first line on the screen."""
        self._direct = False
        """Whether the page was asked for by its id, and not chosen in the contents."""
        self._reading = False
        """Whether the page has the keys; on a small screen it alone is shown then."""

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """Where we are."""
        return _("Learn"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Reading, looking for words, or choosing a page."""
        find = Hint("slash", "/", sense("hint", "find"))
        leave = Hint("q", "q", sense("hint", "back") if self._lies_over else _("leave"))
        gates = Hint("m", "m", sense("hint", "gates"))
        enter = key("enter")
        if self.contents.typing:
            return (
                Hint("enter", enter, sense("hint", "open")),
                Hint("down", "↑↓", sense("the arrow keys", "move")),
                Hint("escape", key("esc"), _("stop finding")),
            )
        if self._reading:
            return (
                Hint("enter", enter, sense("of a link", "follow") if self._can_follow else _("read on")),
                Hint("escape", key("esc"), _("back")),
                find,
                gates,
                leave,
                Hint("tab", "tab", sense("hint", "links"), bool(self.leaf.links)),
            )
        return (
            Hint("enter", enter, sense("hint", "open")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            find,
            gates,
            leave,
        )

    def widgets(self) -> Iterable[Widget]:
        """The contents and the page."""
        self.contents = Contents()
        self.leaf = LeafPane()
        yield self.contents
        yield self.leaf

    @property
    def beside(self) -> bool:
        """Whether contents and page stand side by side."""
        return self.room.width >= WIDE and not self.projecting

    def places(self, body: Region) -> Places:
        """Side by side in the middle, or one of the two."""
        if not self.beside:
            return {"leaf" if self._reading else "contents": projected(body) if self.projecting else column(body)}
        if body.width < HUGE:
            contents, leaf = split_right(body, body.width - 42)
        else:
            middle = Region(body.x + (body.width - 136) // 2, body.y + 2, 136, body.height - 2)
            contents, leaf = split_right(middle, 82)
        return {"contents": contents, "leaf": leaf}

    def on_mount(self) -> None:
        """Begin where it was asked for, and look meanwhile for the scenes that play each thing."""
        if not self._first:
            self._first, self._find = self.backfire.found_again.pop(ROOM, ("", ""))
        self._behind = Behind(self.app)
        self._look_where_played()
        if self._find:
            self.contents.find(self._find)
            self._to_contents()
        elif self._first == MODEL:
            self._to_contents()
            self.call_after_refresh(self.action_model)
        elif self._first in CHAPTERS:
            self.contents.toggle(self._first)
            self._to_contents()
        elif self._first and known(self._first) is not None:
            self._direct = True
            self._open(self._first)
        else:
            self._to_contents()

    def on_unmount(self) -> None:
        """Nobody needs to know any more where things are played."""
        self._behind.stop()
        super().on_unmount()

    def _look_where_played(self) -> None:
        def then(index: Index) -> None:
            self.leaf.tell(index)
            self.reframe()

        def work(stale: Stale) -> Index:
            return self.backfire.source.played_where()

        at_hand = self.backfire.source.played
        if at_hand is not None:
            self.leaf.tell(at_hand)
        else:
            self._behind.do(work, then, lambda error: then({}))

    # -- Showing -----------------------------------------------------------------------------------------------------

    @at_once()
    def _open(self, id: str, top: int = 0) -> None:
        """Read a page."""
        page = known(id)
        if page is None:
            return
        self._reading = True
        self.contents.type_on(False)
        self.contents.locate(id)
        self.leaf.show(page, top)
        self.activate(self.leaf)
        self.reframe()

    @at_once()
    def _to_contents(self) -> None:
        """Choose a page."""
        self._reading = self._direct = False
        self._past.clear()
        self.activate(self.contents)
        self._preview()
        self.reframe()

    def _preview(self) -> None:
        """Beside the contents stands what is chosen in them."""
        item = self.contents.item()
        if item is None:
            return
        page = known(item.id)
        if page is not None:
            self.leaf.show(page)
        else:
            self.leaf.show_chapter(item.id if item.kind == "chapter" else "")

    @property
    def _can_follow(self) -> bool:
        return bool(self.leaf.links) and self.leaf.sees(self.leaf.chosen)

    @property
    def _lies_over(self) -> bool:
        """Whether this lies over another screen, to which it leads back."""
        return self is not self.backfire.standing

    def on_resize(self) -> None:
        """On a larger screen the page stands beside the contents."""
        self.reframe()

    # -- Choosing ----------------------------------------------------------------------------------------------------

    def menu_moved(self, menu: Menu) -> None:
        """Another row of the contents: its page beside it."""
        if menu is self.contents:
            self._preview()

    @at_once()
    def menu_touched(self, menu: Menu) -> None:
        """A click brings contents or page into use."""
        self._reading = menu is self.leaf
        self.activate(menu)
        self.reframe()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Open what is chosen in the contents, or follow a link of the page."""
        if menu is self.leaf:
            self.action_follow(at)
            return
        item = self.contents.item(at)
        if item is None:
            return
        if item.kind == "model":
            self.action_model()
        elif item.kind == "chapter":
            self.contents.toggle(item.id)
            self._preview()
        else:
            self._past.clear()
            self._open(item.id)

    def action_follow(self, at: int) -> None:
        """Go where a link leads, by its place in the list, from 0."""
        if at >= len(self.leaf.links) or not (self._reading or self.beside):
            return
        link = self.leaf.links[at]
        if link.place is not None:
            self._to_scenario(link.to)
        elif link.to == MODEL:
            self.action_model()
        else:
            if self.leaf.leaf is not None and self._reading:
                self._past.append((self.leaf.leaf.id, self.leaf.top))
            self._open(link.to)

    def _to_scenario(self, source: str) -> None:
        """The note of a scenario, from which it can be begun."""
        from backfire_sim.storage.errors import StorageError

        if self._in_a_play:
            self.say(_("You are in a play. Leave that first: then this scenario can be begun from the list."))
            return
        try:
            opened = self.backfire.source.open(source)
        except StorageError as error:
            self.say(str(error))
            return
        if self.leaf.leaf is not None:
            self.backfire.found_again[ROOM] = (self.leaf.leaf.id, "")
        self.backfire.show_note(opened, back=ROOM)

    @property
    def _in_a_play(self) -> bool:
        """Whether a play that is not over, or an author's try of one, waits under this."""
        from backfire_sim.tui.screens.asides import Asides

        kept = self.backfire.kept
        return (kept is not None and not kept.session.over) or any(
            isinstance(screen, Asides) for screen in self.app.screen_stack
        )

    def action_model(self) -> None:
        """The five gates, to move."""
        from backfire_sim.tui.screens.gates import GatesScreen

        if not self.contents.typing:
            self.app.push_screen(GatesScreen())

    # -- Reading -----------------------------------------------------------------------------------------------------

    def reading(self) -> Pane | None:
        """The page that page keys move, while it is read."""
        return self.leaf if self._reading else None

    def action_move(self, by: int) -> None:
        """Read on, or the next row."""
        if self._reading:
            self.leaf.read_on(by)
            self.reframe()
        else:
            super().action_move(by)

    def action_turn(self, pages: int) -> None:
        """Turn the page that is read, also from beside it."""
        if self._reading or self.beside:
            self.leaf.turn(pages)
            self.reframe()
        else:
            super().action_turn(pages)

    def action_jump(self, to: int) -> None:
        """The beginning or the end."""
        if self._reading:
            self.leaf.scroll_lines(-self.leaf.top if to == 0 else 100_000)
            self.leaf.turn(0)
            self.reframe()
        else:
            super().action_jump(to)

    def action_link(self, by: int) -> None:
        """The next link, or the one before; from the contents, into the page."""
        if not self._reading:
            self.action_into()
        elif self.leaf.links:
            unseen = not self.leaf.sees(self.leaf.chosen)
            at = self.leaf.chosen if unseen else (self.leaf.chosen + by) % len(self.leaf.links)
            self.leaf.choose(at)
            self.leaf.show_chosen()
            self.reframe()

    def action_into(self) -> None:
        """From the contents into the page."""
        if not self._reading and self.active is self.contents:
            item = self.contents.item()
            if item is not None and item.kind == "chapter" and item.id == self.contents.open and self.beside:
                self.menu_touched(self.leaf)
            else:
                self.contents.take()

    def action_take(self) -> None:
        """Open what is chosen; on a page, read on until a link is in view, then follow it."""
        if self._reading and not self._can_follow:
            if not self.leaf.turn(1):
                self.action_back()
            self.reframe()
        else:
            super().action_take()

    def action_back(self) -> None:
        """To the page before, to the contents, or to where this was opened from."""
        if self._reading and self._past:
            self._open(*self._past.pop())
        elif self._reading and not (self._direct and self._lies_over):
            self._to_contents()
        elif self.contents.finding:
            self.contents.stop_finding()
            self._to_contents()
        else:
            self.action_leave()

    # -- Looking for words -------------------------------------------------------------------------------------------

    @at_once()
    def action_find(self) -> None:
        """Type what to look for."""
        self.contents.find(self.contents.typed)
        self.contents.type_on(True)
        self._to_contents()

    def on_key(self, event: events.Key) -> None:
        """While something is looked for, keys are letters."""
        if not self.contents.typing:
            return
        if event.key == "backspace":
            self._look_for(self.contents.typed[:-1])
        elif event.is_printable and event.character:
            self._look_for(self.contents.typed + event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is looked for too."""
        if self.contents.typing:
            self._look_for(self.contents.typed + one_line(event.text))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click on a key below is that key, and no letter."""
        if self.contents.typing:
            self.contents.type_on(False)
            self.reframe()

    @at_once()
    def _look_for(self, typed: str) -> None:
        self.contents.find(typed)
        self._preview()
        self.reframe()
