"""The frame that all screens share: a line above, keys below, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.widget import Widget

from backfire_sim.speech import _
from backfire_sim.tui.layout import Placed, Places, column, frame, magnified, projected
from backfire_sim.tui.widgets.key_hints import Hint, KeyHints
from backfire_sim.tui.widgets.masthead import Masthead
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.level import SOFTENED, VEILED, WHOLE

if TYPE_CHECKING:
    from backfire_sim.tui.app import BackfireApp

SAID_SECONDS = 8.0
"""How long a sentence stands over the keys if nothing else happens."""


class Page(Screen[bool]):
    """A screen with its frame. Subclasses give the widgets between, their name, and their keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", show=False),
        Binding("p", "pause", show=False),
        Binding("v", "veil", show=False),
        Binding("i", "soften", show=False),
        Binding("x", "skip", show=False),
        Binding("z", "projector", show=False),
        Binding("colon,ctrl+p", "palette", show=False),
        Binding("o", "last_page", show=False),
        Binding("t", "theme", show=False),
        Binding("q", "leave", show=False),
        Binding("h", "home", show=False),
        Binding("enter,space", "take", show=False),
        Binding("escape", "back", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("home", "jump(0)", show=False),
        Binding("end", "jump(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]

    AUTO_FOCUS = ""

    subject = "home"
    """Which part of the help is about this screen."""

    homeward = False
    """Whether this is a part of the training: `h` comes home from it and from whatever lies over it; so do escape and
    `q`, unless the screen gives them another way back."""

    can_veil = False
    """Whether there is anything here that can be veiled."""

    can_skip = False
    """Whether there is a scene here that can be left out."""

    def __init__(self) -> None:
        super().__init__()
        self._stand: Places = {}
        self.active: Menu | None = None
        """The list that has the arrows and enter. Textual's own focus would paint the whole screen at every change."""

    # -- For subclasses ----------------------------------------------------------------------------------------------

    def widgets(self) -> Iterable[Widget]:
        """What stands between the line above and the keys."""
        return ()

    def masthead(self) -> tuple[str, str, str]:
        """Name, time of the story, how far."""
        return "Backfire", "", ""

    def keys(self) -> tuple[Hint, ...]:
        """The keys of this screen, the most needed first."""
        return ()

    def places(self, body: Region) -> Places:
        """Where the widgets between stand; a page that holds one thought has one, with the id `thought`."""
        if not self.projecting:
            return {"thought": column(body)}
        large = any(isinstance(each, Pane) and each.id == "thought" and each.magnifies for each in self.children)
        return {"thought": magnified(body) if large else projected(body)}

    def reading(self) -> Pane | None:
        """The pane that the page keys move, and the arrows too where no list is in use."""
        return None

    # -- The frame ---------------------------------------------------------------------------------------------------

    @property
    def room(self) -> Size:
        """The columns that the page's own widgets have, and the rows of the screen, by which a layout is chosen."""
        return self.app.size

    @property
    def projecting(self) -> bool:
        """Whether this is for a projector: one thought per screen, in `layout.projected(body)`, with big figures."""
        return self.backfire.projecting

    @property
    def backfire(self) -> BackfireApp:
        """The app, by its own type."""
        return cast("BackfireApp", self.app)

    def compose(self) -> Iterable[Widget]:
        """The frame and what stands in it."""
        self._hints = KeyHints()
        between = list(self.widgets())
        self._masthead = Masthead(*self.masthead())
        self._hints.here, self._hints.everywhere = self.keys(), self.everywhere()
        yield self._masthead
        for widget in between:
            if isinstance(widget, Menu):
                widget.listener = self
            if isinstance(widget, Pane):
                widget.projected = self.projecting
            yield widget
        yield self._hints

    @property
    def layout(self) -> Placed:
        """Every widget stands where `places` says."""
        return Placed(self._places)

    def _places(self, size: Size) -> Places:
        places, body = frame(size.width, size.height, len(self._hints.said_lines(size.width)))
        self._stand = {**places, **self.places(body)}
        return self._stand

    def rearrange(self) -> None:
        """Put the widgets where they belong now, if that is elsewhere than where they stand."""
        stand = self._stand
        if stand and stand != self._places(self.size):
            self._masthead.refresh(repaint=False, layout=True)

    def reframe(self) -> None:
        """Show the name and the keys as they are now."""
        self._masthead.show(*self.masthead())
        self._hints.show(self.keys(), self.everywhere())
        self.rearrange()

    def say(self, words: str) -> None:
        """Say a sentence over the keys, until the next change or for a while; where nothing may move, until then."""
        self._hints.say(words)
        self.rearrange()
        if not self.backfire.still:
            self.set_timer(SAID_SECONDS, lambda: self._hush(words))

    def _hush(self, words: str) -> None:
        if self._hints.said == words:
            self.reframe()

    def everywhere(self) -> tuple[Hint, ...]:
        """The keys that are at the same place on every screen."""
        veil = _("unveil") if self.backfire.veiled and self.can_veil else _("veil")
        return (
            Hint("question_mark", "?", _("help")),
            Hint("p", "p", _("pause")),
            Hint("v", "v", veil, self.can_veil),
            Hint(self.backfire.panic_key, self.backfire.panic_key, _("blank")),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key does anything before the screen stands."""
        return self.is_mounted and bool(self.size)

    def on_unmount(self) -> None:
        """Let go of the painted ground, for the same reason as every widget does."""
        self.refresh()

    # -- Keys that work everywhere -----------------------------------------------------------------------------------

    def action_help(self) -> None:
        """Help about this screen."""
        from backfire_sim.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.subject))

    def action_palette(self) -> None:
        """Look for something to go to or to do."""
        from backfire_sim.tui.screens.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self))

    def action_pause(self) -> None:
        """Stop for a while."""
        from backfire_sim.tui.screens.pause import PauseScreen

        self.app.push_screen(PauseScreen())

    def action_veil(self) -> None:
        """Show one line instead of the text, or the text again."""
        self._tell_at(WHOLE if self.backfire.veiled else VEILED)

    def action_soften(self) -> None:
        """Tell what is heavy more calmly, or whole again."""
        self._tell_at(WHOLE if self.backfire.level == SOFTENED else SOFTENED)

    def _tell_at(self, level: str) -> None:
        if not self.can_veil:
            self.say(_("There is no scene on this screen that could be softened or veiled."))
            return
        self.backfire.tell_at(level)
        if level == SOFTENED:
            self.say(_("Softened: what they say and do is told in one calm line. i shows it whole."))

    def action_skip(self) -> None:
        """Leave a scene out."""
        self.say(_("There is no scene on this screen that could be skipped."))

    def action_projector(self) -> None:
        """Large type for a projector, or back; for this time only."""
        self.backfire.project(not self.projecting)
        if self.projecting:
            self.say(_("For a projector. Make the letters of the terminal larger too, most often with ctrl and +."))
        else:
            self.say(_("For a table again."))

    def projecting_changed(self) -> None:
        """Stand as the other layout says."""
        for widget in self.children:
            if isinstance(widget, Pane):
                widget.projected = self.projecting
                widget.redraw()
        self.reframe()

    def action_last_page(self) -> None:
        """What stood here before the page was turned."""
        last = self.backfire.last_page
        if last is None:
            self.say(_("No page has been turned yet."))
            return
        from backfire_sim.tui.screens.story import Reading

        self.app.push_screen(Reading("told", _("The last page"), last[0], lambda width, level: last[1]))

    def level_changed(self) -> None:
        """Draw the text again, more or less of it."""

    def action_theme(self) -> None:
        """The next set of colors."""
        self.say(self.backfire.next_theme())

    def action_leave(self) -> None:
        """Leave this screen: home, or back to the one it lies over."""
        if self is self.backfire.standing:
            self._home()
        else:
            self.dismiss()

    def action_back(self) -> None:
        """Back to where this screen was called from."""
        if self is self.backfire.standing:
            self._home()

    @property
    def begun(self) -> bool:
        """Whether something is under way here that would be lost: a letter hit by accident does not end it."""
        return False

    def action_home(self) -> None:
        """Home, from a part of the training."""
        if self.begun:
            self.say(_("Something was begun here and would be lost. esc leaves it."))
        else:
            self._home()

    def _home(self) -> None:
        standing = self.backfire.standing
        if isinstance(standing, Page) and standing.homeward:
            self.backfire.show_home()
        elif self.backfire.kept is not None:
            self.say(_("You are in a play; q leaves it."))

    def action_go_on(self) -> None:
        """On to what comes next, where no list has the keys."""

    def action_take(self) -> None:
        """Take the chosen row, or go on."""
        shown = self._page_shown()
        self._choose_or_go_on()
        if shown is not None and shown != self._page_shown():
            self.backfire.last_page = shown

    def _page_shown(self) -> tuple[str, list[Content]] | None:
        """The title and the lines of what is read."""
        pane = self.reading()
        return pane.lines_in_view() if pane is not None and self.is_current else None

    def _choose_or_go_on(self) -> None:
        if self.active is not None:
            self.active.take()
        else:
            self.action_go_on()

    def action_move(self, by: int) -> None:
        """The row before or after, or the line."""
        pane = self.reading()
        if self.active is not None:
            self.active.step(by)
        elif pane is not None:
            pane.scroll_lines(by)

    def action_jump(self, to: int) -> None:
        """The first row or the last, or the beginning or the end."""
        pane = self.reading()
        if self.active is not None:
            self.active.jump(to)
        elif pane is not None:
            pane.scroll_lines(-pane.top if to == 0 else 100_000)

    def action_turn(self, pages: int) -> None:
        """Turn the page of what is read, or of the list."""
        pane = self.reading()
        if pane is not None:
            pane.page(pages)
        elif self.active is not None:
            self.active.page_of(pages)

    # -- The list in use ---------------------------------------------------------------------------------------------

    def activate(self, menu: Menu | None) -> None:
        """Give the keys to a list, or to none."""
        if menu is not self.active:
            if self.active is not None:
                self.active.light(False)
            self.active = menu
        if menu is not None:
            menu.light(True)

    def menu_touched(self, menu: Menu) -> None:
        """A click brings a list into use."""
        self.activate(menu)

    def menu_moved(self, menu: Menu) -> None:
        """Another row is chosen."""

    def menu_taken(self, menu: Menu, at: int) -> None:
        """The chosen row is taken."""
