"""The facilitator's own screen: where the table is, what to do next, and what the room must not see."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim import text
from backfire_sim.speech import _, sense
from backfire_sim.tui.layout import HUGE, TALL, WIDE, Places, split_below, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.drawn import at_once
from backfire_sim.tui.widgets.facilitating import Acts, Now, Viewed
from backfire_sim.tui.widgets.facilitators import Agreements, Injects, Leads, Sheet
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.widgets.preview_bar import Banner
from backfire_sim.tui.widgets.tabs import Tabs
from backfire_sim.views import facilitating

if TYPE_CHECKING:
    from backfire_sim.tui.facilitate import FacilitateApp
    from backfire_sim.views.facilitator import FacilitatorView

LOOK_FIRST = 0.5
"""Seconds after a new step in which enter does not take it: somebody else may have gone on just then."""

NOW, ACTS = 0, 1


class FacilitateScreen(Page):
    """One pane at a time on a small screen; two or three columns on larger ones."""

    subject = "facilitate"

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n + 1), f"tab({n})", show=False) for n in range(6)),
        Binding("right,tab", "turn_tab(1)", show=False),
        Binding("left,shift+tab", "turn_tab(-1)", show=False),
        *(Binding(each, f"do('{each}')", show=False) for each in sorted({*facilitating.KEYS.values()} - {"+"})),
        Binding("plus,equals_sign", "do('+')", show=False),
        Binding("0", "other_table", show=False),
        Binding("h", "help_here", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.shown = NOW
        """The pane that has the keys; on a small screen it alone is shown."""
        self._beside = 2
        """The pane that was shown last in the column with the tabs."""
        self._step = ("", 0.0)
        """What comes next, and since when."""
        self._was_gone = False

    # -- The frame ---------------------------------------------------------------------------------------------------

    @property
    def host(self) -> FacilitateApp:
        """The app, by its own type."""
        return cast("FacilitateApp", self.app)

    @property
    def view(self) -> FacilitatorView:
        """What was seen last."""
        assert self.host.view is not None
        return self.host.view

    def masthead(self) -> tuple[str, str, str]:
        """The play, that it is not for the room, and how far."""
        view = self.host.view
        if view is None:
            return _("Facilitate"), "", ""
        round_ = _("round {n}", n=view.round) if view.scene else ""
        return text.one_line(view.title), _("only for you"), round_

    def keys(self) -> tuple[Hint, ...]:
        """What enter does here, then what is needed most."""
        if self.host.view is None:
            return ()
        view, gone = self.view, self.host.gone
        by_pane: dict[int, tuple[Hint, ...]] = {
            3: (Hint("enter", key("enter"), _("throw it"), not gone and self._fits),),
            5: (Hint("enter", key("enter"), _("note a test"), not gone and bool(self.agreements.count())),),
            2: (Hint("pagedown", key("PgDn"), _("read on")),),
            4: (Hint("pagedown", key("PgDn"), _("read on")),),
        }
        enter = by_pane.get(self.shown, ())
        if self.shown in (NOW, ACTS):
            act = facilitating.next_act(view)
            if self.shown == ACTS and self.acts.acts:
                act = self.acts.acts[self.acts.chosen]
            enter = (Hint("enter", key("enter"), act.label, not gone and not act.why_not),) if act else ()
        blank = Hint("b", "b", _("bring it back") if view.blank else _("blank theirs"), not gone)
        back = (Hint("escape", key("esc"), _("now")),) if self.shown != NOW else ()
        return (*enter, *back, Hint("tab", "tab", sense("hint", "next pane")), blank)

    @property
    def _fits(self) -> bool:
        inject = self.injects.inject
        return inject is not None and not inject.shut

    def everywhere(self) -> tuple[Hint, ...]:
        """As everywhere; pausing is for the whole table here."""
        hints = list(super().everywhere())
        if self.host.view is not None and self.view.table.frozen:
            hints[1] = Hint("p", "p", _("go on"))
        return tuple(hints)

    def widgets(self) -> Iterable[Widget]:
        """The panes."""
        self.now, self.acts = Now(), Acts()
        self.leads, self.injects, self.sheet, self.agreements = Leads(), Injects(), Sheet(), Agreements()
        self.panes: tuple[Viewed, ...] = (
            self.now, self.acts, self.leads, self.injects, self.sheet, self.agreements
        )  # fmt: skip
        self.banner = Banner()
        self.tabs = Tabs((
            _("Now"), _("Do"), _("Leads to"), _("Injects"), _("Sheet"), _("Roles and agreements")
        ))  # fmt: skip
        yield from (self.banner, self.tabs, *self.panes)

    @property
    def columns(self) -> int:
        """Panes side by side."""
        width, height = self.room
        return 1 if width < WIDE or height < 30 else 2 if width < HUGE else 3

    def places(self, body: Region) -> Places:
        """For each size a layout of its own."""
        banner, body = self._banner_above(body)
        if self.columns == 1:
            upper, pane = _above(body, 1)
            return {**banner, "tabs": upper, self.panes[self.shown].id or "": pane}
        if self.columns == 2:
            left, right = split_right(body, body.width - max(56, body.width * 48 // 100))
            return {**banner, **self._own_column(left), **self._tabbed(right)}
        left, rest = split_right(body, body.width - 72)
        middle, right = split_right(rest, rest.width - 66)
        return {**banner, **self._own_column(left), "leads": middle, **self._tabbed(right)}

    def _banner_above(self, body: Region) -> tuple[Places, Region]:
        upper, rest = _above(body, len(self.banner.lines_for(body.width)))
        return ({"banner": upper} if upper.height else {}), rest

    def _own_column(self, column: Region) -> Places:
        now, acts = split_below(column, max(12, column.height * (40 if column.height < TALL else 38) // 100))
        return {"now": now, "acts": acts}

    def _tabbed(self, column: Region) -> Places:
        upper, pane = _above(column, 1)
        return {"tabs": upper, self.panes[max(self._beside, self.columns)].id or "": pane}

    def on_mount(self) -> None:
        """What the table is like now."""
        self.told()

    def on_resize(self) -> None:
        """Another size, another layout."""
        self.go_to(self.shown)

    def reading(self) -> Pane | None:
        """The pane in use."""
        return self.panes[self.shown]

    # -- What is seen ------------------------------------------------------------------------------------------------

    @at_once()
    def told(self) -> None:
        """Something has changed, or the line has."""
        view, gone = self.host.view, self.host.gone
        if view is None:
            return
        act = facilitating.next_act(view)
        step = f"{view.table.stage} {view.round} {act.do if act else ''}"
        went_on = (step, gone) != (self._step[0], self._was_gone)
        if step != self._step[0]:
            self._step = step, time.monotonic()
        self._was_gone = gone
        for pane in self.panes:
            pane.take_up(view, gone=gone)
        self.banner.show(self._banner_words())
        if went_on:
            self._hints.said = ""
        self.go_to(self.shown)

    def _banner_words(self) -> tuple[tuple[str, str, str], ...]:
        if not self.host.gone:
            return ()
        if self.host.refused:
            return (("×", self.host.refused, "bold $mark"),)
        said = _(
            "The line to the table is broken: the program at the projector has stopped. This is how it stood. "
            "backfire resume goes on with it there, and this screen comes back by itself. 0 looks for another table."
        )
        return (("×", said, "bold $mark"),)

    @at_once()
    def go_to(self, at: int) -> None:
        """Give the keys to a pane, and show it."""
        self.shown = at
        if at >= self.columns:
            self._beside = at
        self.tabs.first = 0 if self.columns == 1 else self.columns
        self.tabs.show(at if self.columns == 1 else max(self._beside, self.columns))
        pane = self.panes[at]
        for each in self.panes:
            each.light(each is pane)
        self.activate(pane if isinstance(pane, Menu) else None)
        self.reframe_quietly()

    def reframe_quietly(self) -> None:
        """The keys as they are now; what is said stays to be read."""
        said = self._hints.said
        self.reframe()
        if said:
            self._hints.say(said)
            self.rearrange()

    # -- Keys and clicks ---------------------------------------------------------------------------------------------

    def action_tab(self, at: int) -> None:
        """A pane by its number."""
        self.go_to(at)

    def action_turn_tab(self, by: int) -> None:
        """The next pane."""
        self.go_to((self.shown + by) % len(self.panes))

    def on_tabs_taken(self, event: Tabs.Taken) -> None:
        """A click on a name."""
        self.go_to(event.at)

    def on_click(self) -> None:
        """A click on a pane that is only read brings it into use."""
        for at, pane in enumerate(self.panes):
            if pane.is_mouse_over and at != self.shown:
                self.go_to(at)

    def menu_touched(self, menu: Menu) -> None:
        """A click brings a list into use."""
        self.go_to(next(at for at, pane in enumerate(self.panes) if pane.id == menu.id))

    def menu_moved(self, menu: Menu) -> None:
        """Enter does something else now."""
        self.reframe_quietly()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Do it; throw it; note how a line held."""
        if menu is self.acts:
            self._take(self.acts.acts[at].do, by_enter=at == 0)
        elif menu is self.injects:
            self._when_there(self._throw)
        elif menu is self.agreements:
            self._when_there(self._note_test)

    def action_go_on(self) -> None:
        """What comes next; on a page that is only read, read on."""
        if self.shown != NOW:
            self.panes[self.shown].page()
            return
        act = facilitating.next_act(self.view) if self.host.view is not None else None
        if act is None:
            self.say(facilitating.waiting_for(self.view) if self.host.view is not None else "")
        else:
            self._take(act.do, by_enter=True)

    def action_do(self, pressed: str) -> None:
        """What a key does."""
        if self.host.view is None:
            return
        act = facilitating.by_key(self.view, pressed)
        if act is not None:
            self._take(act.do)

    def action_skip(self) -> None:
        """Leave a scene out."""
        self.action_do(facilitating.KEYS["skip"])

    def action_pause(self) -> None:
        """Everything stands still for everybody, or goes on."""
        self.action_do(facilitating.KEYS["freeze"])

    def action_veil(self) -> None:
        """Nobody but the facilitator sees this screen."""
        self.say(_("Only you see this screen. What the room sees is blanked with b."))

    def action_soften(self) -> None:
        """The same."""
        self.action_veil()

    def action_projector(self) -> None:
        """This screen is never for a projector."""
        self.say(_("This screen is only for you. Large type is for the table's own screen: press z there."))

    def action_help_here(self) -> None:
        """Where to get help here."""
        from backfire_sim.tui.screens.help_here import HelpHereScreen

        self.app.push_screen(HelpHereScreen())

    def action_other_table(self) -> None:
        """Go over to another table on this machine."""
        self.host.choose_again()

    def action_back(self) -> None:
        """Back to what is now."""
        self.go_to(NOW)

    def action_leave(self) -> None:
        """Close this screen; the table plays on."""
        self.app.exit()

    def action_home(self) -> None:
        """There is none here."""

    # -- Doing -------------------------------------------------------------------------------------------------------

    def _when_there(self, do: object) -> None:
        if self.host.gone:
            self.say(_("The line to the table is broken; nothing can be asked for until it is back."))
        elif callable(do):
            do()

    def _take(self, do: str, *, by_enter: bool = False) -> None:
        """Do something, unless it cannot be done, or has come up under somebody's fingers."""
        why_not = facilitating.why_not(self.view, do)
        if self.host.gone:
            self._when_there(None)
        elif why_not:
            self.say(why_not)
        elif by_enter and time.monotonic() - self._step[1] < self.host.look_first:
            self.say(_("The table has just gone on. Look first; then press it again."))
        else:
            from backfire_sim.tui.screens.facilitate_asks import begin

            begin(self, do)

    def _throw(self) -> None:
        from backfire_sim.tui.screens.facilitate_asks import throw

        inject = self.injects.inject
        if inject is not None:
            throw(self, inject)

    def _note_test(self) -> None:
        from backfire_sim.tui.screens.facilitate_asks import note_test

        line, words = self.agreements.line_chosen
        if line:
            note_test(self, line, words)


def _above(region: Region, rows: int) -> tuple[Region, Region]:
    """The topmost rows, and the rest."""
    rows = min(rows, region.height)
    return (
        Region(region.x, region.y, region.width, rows),
        Region(region.x, region.y + rows, region.width, region.height - rows),
    )
