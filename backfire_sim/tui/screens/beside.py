"""Two plays side by side: both ways on one plane, their rounds next to each other, costs and gains of both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, plural, sense
from backfire_sim.tui.gathering import Gathering
from backfire_sim.tui.layout import HUGE, WIDE, Places, column, projected, split_below, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.widgets.beside import ends_lines, rounds_lines, way_lines
from backfire_sim.tui.widgets.drawn import at_once
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.widgets.tabs import Tabs
from backfire_sim.views.ago import ago
from backfire_sim.views.beside import BesideView, beside_view
from backfire_sim.views.plays import stands_when, title

if TYPE_CHECKING:
    from pathlib import Path

    from backfire_sim.engine.session import Session
    from backfire_sim.storage.kept import Kept
    from backfire_sim.storage.looking_back import LookedBack
    from backfire_sim.storage.plays import PlayFound

_LEFT = 58
"""Cells of the plane and the numbers, where the rounds stand beside them."""

_ENDS = 18
"""Rows of the numbers under the plane."""


class BesideScreen(Page):
    """Everything at once on a wide screen; on a small one a part at a time."""

    subject = "beside"
    homeward = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "take_home", show=False),
        Binding("right,tab,n", "part(1)", show=False),
        Binding("left,shift+tab", "part(-1)", show=False),
        *(Binding(str(n + 1), f"show({n})", show=False) for n in range(3)),
    ]

    def __init__(
        self, first: Session, second: Session, names: tuple[str, str] | None = None, notes: tuple[str, ...] = ()
    ) -> None:
        """`names`: what each is called, without a time or a person. `notes`: what is not as it was, in sentences."""
        super().__init__()
        self._first = first
        self.told: BesideView = beside_view(first, second, names)
        self._notes = notes
        self.at = 0
        """The part that has the keys, and on a small screen the one that is shown."""

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """Which scenario."""
        rounds = plural("{count} round", "{count} rounds", len(self.told.pairs))
        return self.told.title, _("two plays side by side"), rounds

    def keys(self) -> tuple[Hint, ...]:
        """Read on; the other parts; take it home."""
        return (
            Hint("enter", key("enter"), _("on")),
            Hint("right", "←→", _("parts")),
            Hint("s", "s", _("take home")),
            Hint("escape", key("esc"), _("back")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The names of the parts, and the parts."""
        names = _("Both ways"), _("Round by round"), _("Where they ended")
        self.tabs = Tabs((_("Ways"), _("Rounds"), _("Ends")))
        self.parts = (
            Words(names[0], self._way, id="ways"),
            Words(names[1], lambda width: rounds_lines(self.told, width), id="rounds"),
            Words(names[2], lambda width: ends_lines(self.told, width, self.parts[2].size.height), id="ends"),
        )
        yield self.tabs
        yield from self.parts

    def _way(self, width: int) -> list[Content]:
        return way_lines(self.told, self._notes, width, self.parts[0].size.height - 1)

    @property
    def _all(self) -> bool:
        return self.room.width >= WIDE and not self.projecting

    def places(self, body: Region) -> Places:
        """Two columns, three on a very wide screen, or one part under the names of all."""
        if not self._all:
            tabs = Region(body.x, body.y, body.width, 1)
            below = Region(body.x, body.y + 1, body.width, body.height - 1)
            return {"tabs": tabs, self.reading().id or "": projected(below) if self.projecting else column(below)}
        if body.width >= HUGE:
            third = (body.width - 4) // 3
            ways = Region(body.x, body.y, third, body.height)
            rounds = Region(body.x + third + 2, body.y, third, body.height)
            ends = Region(body.x + 2 * third + 4, body.y, third, body.height)
            return {"ways": ways, "rounds": rounds, "ends": ends}
        left, rounds = split_right(body, body.width - _LEFT - 2)
        left = Region(left.x, left.y, _LEFT, left.height)
        ways, ends = split_below(left, min(_ENDS, left.height // 2))
        return {"ways": ways, "rounds": rounds, "ends": ends}

    def on_mount(self) -> None:
        """Both ways first."""
        self._show(0)

    def on_resize(self) -> None:
        """All of it, or a part at a time."""
        for part in self.parts:
            part.redraw()
        self.rearrange()

    def _show(self, at: int) -> None:
        self.at = max(0, min(len(self.parts) - 1, at))
        self.tabs.show(self.at)
        for n, part in enumerate(self.parts):
            part.light(n == self.at)
        self.reframe()

    def on_tabs_taken(self, message: Tabs.Taken) -> None:
        """Another part."""
        self._show(message.at)

    def reading(self) -> Pane:
        """The part that has the keys."""
        return self.parts[self.at]

    # -- Keys --------------------------------------------------------------------------------------------------------

    def action_show(self, at: int) -> None:
        """A part, by its number."""
        self._show(at)

    def action_part(self, by: int) -> None:
        """The part before or after."""
        self._show(self.at + by)

    def action_go_on(self) -> None:
        """Read on; then the next part."""
        if not self.reading().page():
            self._show(self.at + 1)

    def action_take_home(self) -> None:
        """A document of the first play, with both side by side in it."""
        from backfire_sim.tui.screens.take_home import TakeHomeScreen
        from backfire_sim.views.debrief import debrief_view

        self.app.push_screen(TakeHomeScreen(debrief_view(self._first), None, self.told))

    def action_back(self) -> None:
        """Back to where this was called from."""
        if self is self.backfire.standing:
            self.action_home()
        else:
            self.dismiss()


# -- Which two ---------------------------------------------------------------------------------------------------------


def show_beside(page: Page, first: Path, second: Path) -> None:
    """Read two plays and show them side by side; where that cannot be, the page says why."""
    from backfire_sim.storage.errors import StorageError

    source = page.backfire.source
    try:
        one, two = source.look_back(first), source.look_back(second)
    except StorageError as error:
        page.say(str(error))
        return
    page.app.push_screen(screen_of(one, two))


def screen_of(first: LookedBack, second: LookedBack) -> BesideScreen:
    """Two plays that were read, side by side."""
    names = _("the first play"), _("the second play")
    notes = tuple(_noted(name, note) for name, play in zip(names, (first, second), strict=True) for note in play.notes)
    return BesideScreen(first.session, second.session, names, notes)


def beside_this(session: Session, other: LookedBack) -> BesideScreen:
    """The play that is looked back at, and another one that was read."""
    names = _("this play"), _("the other play")
    notes = tuple(_noted(names[1], note) for note in other.notes)
    return BesideScreen(session, other.session, names, notes)


def _noted(name: str, note: str) -> str:
    return _("{play}: {note}", play=f"{name[:1].upper()}{name[1:]}", note=note)


def choose_beside(page: Page, kept: Kept) -> None:
    """Let a person choose another play of this machine that is over, and show it beside this one."""
    page.app.push_screen(ChooseBeside(kept))


class ChooseBeside(Page):
    """The other plays that are over: those of the same scenario first."""

    subject = "beside"

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self._kept = kept
        self._plays: Gathering[PlayFound] = Gathering(self, self._heard)

    def masthead(self) -> tuple[str, str, str]:
        """Beside which play."""
        return self._kept.session.scenario.title, "", _("another play beside it")

    def keys(self) -> tuple[Hint, ...]:
        """Choose, or back."""
        return (
            Hint("enter", key("enter"), _("choose"), bool(self.list.plays)),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("escape", key("esc"), _("back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The plays."""
        self.list = OtherPlays(self._kept.session.scenario.id)
        yield self.list

    def on_mount(self) -> None:
        """The plays have the keys, and come one after the other."""
        from backfire_sim.storage.errors import StorageError

        self.activate(self.list)
        source = self.backfire.source
        try:
            files = [path for path in source.plays() if path != self._kept.log.path]
        except StorageError as error:
            files = []
            self.say(str(error))
        self._plays.begin(source.looked_at(files))

    def on_unmount(self) -> None:
        """Nobody needs the rest any more."""
        self._plays.stop()
        super().on_unmount()

    @property
    def busy(self) -> bool:
        """Whether there is more to be read."""
        return self._plays.busy

    @at_once()
    def _heard(self) -> None:
        from backfire_sim.storage.plays import since

        over = [play for play in self._plays.things if play.over and not play.wrong]
        empty = _("No other play is over yet. Play the scenario once more, and both can stand side by side.")
        if self.backfire.source.ephemeral:
            empty = _("Nothing is kept this time, so there is no other play.")
        when = {play.path: ago(*since(play.changed)) for play in over}
        self.list.show(over, when, _("Reading …") if self._plays.busy else empty)
        self.reframe()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Read it, and show both."""
        from backfire_sim.storage.errors import StorageError

        try:
            other = self.backfire.source.look_back(self.list.plays[at].path)
        except StorageError as error:
            self.say(str(error))
            return
        self.app.switch_screen(beside_this(self._kept.session, other))

    def action_back(self) -> None:
        """Back."""
        self.dismiss()


class OtherPlays(Menu):
    """Plays that are over, those of one scenario before those of others."""

    def __init__(self, scenario: str) -> None:
        super().__init__(id="thought")
        self.title = Content(_("Which play beside it?"))
        self.plays: list[PlayFound] = []
        self._scenario = scenario
        self._when: dict[Path, str] = {}
        self._empty = ""

    def show(self, plays: list[PlayFound], when: dict[Path, str], empty: str) -> None:
        """Show these; `empty` is said where there are none."""
        chosen = self.plays[self.chosen].path if self.plays else None
        self.plays = sorted(plays, key=self._other)
        self._when, self._empty = when, empty
        self.chosen = next((at for at, play in enumerate(self.plays) if play.path == chosen), 0)
        self.redraw()

    def _other(self, play: PlayFound) -> bool:
        return play.header is None or play.header.scenario != self._scenario

    def count(self) -> int:
        """How many plays."""
        return len(self.plays)

    def before_rows(self, width: int) -> list[Content]:
        """What is said where there are none."""
        said = _("It is only read: it stays as it is.") if self.plays else self._empty
        return [BLANK, *prose(said, width, "$quiet" if self.plays else ""), BLANK]

    def above(self, at: int, width: int) -> list[Content]:
        """A heading where another kind begins."""
        other = self._other(self.plays[at])
        if at and self._other(self.plays[at - 1]) == other:
            return []
        name = _("Of other scenarios") if other else _("Of the same scenario")
        return [*([BLANK] if at else []), heading(name)]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """Its title, how it ended, and how long ago."""
        play = self.plays[at]
        return [
            *hanging("", title(play), width, "bold" if chosen else ""),
            *hanging("  ", stands_when(play, self._when.get(play.path, "")), width, "$quiet"),
        ]
