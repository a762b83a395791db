"""The debrief: how everybody is, what happened, why, what else could have been, and what is taken home.

One part at a time, in the order in which a group talks: feelings before figures, the story before the reasons, and
only then what all this is like for the people in the room.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.engine.events import IllegalEventError, Undo
from backfire_sim.speech import _, plural, sense
from backfire_sim.tui.elsewhere import ElsewhereBehind
from backfire_sim.tui.layout import COLUMN, HUGE, WIDE, Places, column, magnified, projected, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.widgets.debrief import Decisions, Parts, part_lines
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.own_plan import PlanRows
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.widgets.tabs import Tabs
from backfire_sim.views.debrief import DebriefView, debrief_at, debrief_view

if TYPE_CHECKING:
    from backfire_sim.storage.kept import Kept
    from backfire_sim.table.state import Table

PICTURES = frozenset({"happened", "elsewhere", "table"})
"""Parts that are drawn as much as written: large letters would leave no room for them."""

_LIST = 30
"""Cells of the list of parts, where it stands beside the part."""


class DebriefScreen(Page):
    """The parts at the left and one of them at the right; on a small screen one part at a time."""

    subject = "debrief"
    can_veil = True
    homeward = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", show=False),
        Binding("s", "take_home", show=False),
        Binding("b", "beside", show=False),
        Binding("g", "help_here", show=False),
        Binding("right,tab,n", "part(1)", show=False),
        Binding("left,shift+tab", "part(-1)", show=False),
        *(Binding(str(n + 1), f"show({n})", show=False) for n in range(9)),
    ]

    def __init__(self, kept: Kept, table: Table | None = None) -> None:
        """`table`: how the table stood that played it, where it is at hand; else what was kept of it."""
        super().__init__()
        self.kept = kept
        self._whole: DebriefView = debrief_view(kept.session, table or self._table())
        self._at = 0

    def _table(self) -> Table | None:
        """The table that played it, if one did."""
        from backfire_sim.storage.tables import load, table_path

        return load(table_path(self.kept.log.path))[0] if self.kept.log.path is not None else None

    @property
    def debrief(self) -> DebriefView:
        """What is told of it at the level that was chosen."""
        return debrief_at(self._whole, self.backfire.level)

    @property
    def part_id(self) -> str:
        """Id of the part that is shown."""
        return self._whole.parts[self._at][0]

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """Title, and how many rounds it took."""
        rounds = plural("{count} round", "{count} rounds", len(self._whole.timeline))
        return self.kept.session.scenario.title, _("looking back"), rounds

    def keys(self) -> tuple[Hint, ...]:
        """Go through the parts; take it home; try the other choice; home."""
        wide = self.size.width >= WIDE
        if self.kept.session.over:
            undo = _("take the last choice back") if wide else _("undo")
        else:
            undo = _("go on playing") if wide else _("play on")
        return (
            Hint("enter", key("enter"), sense("hint", "open") if self.active else _("on")),
            Hint("right", "←→", _("parts")),
            Hint("s", "s", _("take home")),
            Hint("u", "u", undo),
            Hint("h", "h", sense("the list of scenarios", "home")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The names of the parts, and the part that is shown: words, decisions, or the group's own plan."""
        names = tuple(name for _id, name in self._whole.parts)
        self.tabs, self.parts = Tabs(names), Parts(names)
        self.part = Words("", self._lines, id="part")
        self.decisions = Decisions(self._whole)
        self.plan = PlanRows()
        self._elsewhere = ElsewhereBehind(self)
        yield from (self.tabs, self.parts, self.part, self.decisions, self.plan)

    @property
    def _beside(self) -> bool:
        return self.room.width >= WIDE and not self.projecting

    @property
    def shown(self) -> Pane:
        """The pane that shows the part."""
        return {"otherwise": self.decisions, "plan": self.plan}.get(self.part_id, self.part)

    def places(self, body: Region) -> Places:
        """The list of parts beside the part, or one line of their names over it."""
        shown = self.shown.id or ""
        if not self._beside:
            below = Region(body.x, body.y + 1, body.width, body.height - 1)
            tabs = Region(body.x, body.y, body.width, 1)
            return {"tabs": tabs, shown: self._alone(below)}
        if body.width >= HUGE:
            body = Region(body.x + (body.width - 150) // 2, body.y + 1, 150, body.height - 1)
        parts, right = split_right(body, body.width - _LIST - 2)
        room = right.width if self.part_id == "happened" else min(right.width, COLUMN + 6)
        return {"parts": parts, shown: Region(right.x, right.y, room, right.height)}

    def _alone(self, below: Region) -> Region:
        if self.part_id in PICTURES:
            return projected(below, HUGE) if self.projecting else column(below)
        if not self.projecting:
            return column(below)
        return magnified(below) if self.shown is self.part else projected(below)

    def on_mount(self) -> None:
        """Feelings first."""
        self._show(0)

    def on_unmount(self) -> None:
        """What is still being looked for is not needed any more."""
        self._elsewhere.stop()

    def on_resize(self) -> None:
        """One part or two panes."""
        self.rearrange()

    # -- A part ------------------------------------------------------------------------------------------------------

    def _lines(self, width: int) -> list[Content]:
        if self.part_id == "elsewhere":
            return self._elsewhere.lines(width, self._whole.ending.outcome)
        return part_lines(self.debrief, self.part_id, width, self.part.size.height)

    def _show(self, at: int) -> None:
        self._at = max(0, min(len(self._whole.parts) - 1, at))
        self.tabs.show(self._at)
        self.parts.show(self._at)
        if self._at > 1:
            # Looked for while people read on: it takes seconds, and a file to take home has it then.
            self._elsewhere.begin(self.kept)
        self.part.magnifies = self.part_id not in PICTURES
        self.shown.title = Content(self._whole.parts[self._at][1])
        self.activate(self.shown if isinstance(self.shown, Menu) else None)
        self.decisions.told = self.debrief
        self._show_plan()
        self.shown.redraw(from_top=True)
        self.reframe()

    def _show_plan(self) -> None:
        if self.part_id != "plan":
            return
        from backfire_sim.tui.screens.own_plan import kept_before

        app = self.backfire
        self.plan.show_plan(app.own_plan, kept=bool(app.own_plan_id), before=kept_before(app))

    def look_again(self) -> None:
        """The same part of the debrief, of the play as it stands now."""
        part = self.part_id
        self._whole = debrief_view(self.kept.session, self._table())
        ids = [each for each, _name in self._whole.parts]
        self.tabs.names = self.parts.names = tuple(name for _id, name in self._whole.parts)
        self._show(ids.index(part) if part in ids else 0)

    def redraw_part(self) -> None:
        """Draw the part again, because more of it is known."""
        self.shown.redraw()

    def level_changed(self) -> None:
        """Draw again, more or less of it."""
        self.decisions.told = self.debrief
        self.decisions.redraw()
        self.part.redraw()

    def on_tabs_taken(self, message: Tabs.Taken) -> None:
        """Another part."""
        self._show(message.at)

    def menu_touched(self, menu: Menu) -> None:
        """The list of parts never has the keys: they belong to what is shown."""
        if menu is not self.parts:
            super().menu_touched(menu)

    def menu_moved(self, menu: Menu) -> None:
        """A click on the name of a part shows it."""
        if menu is self.parts and menu.chosen != self._at:
            self._show(menu.chosen)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """A decision with its other choices, or a heading of the plan."""
        if menu is self.decisions:
            from backfire_sim.tui.screens.other_ways import WaysScreen

            if not self._whole.decisions[at].ways:
                self.say(_("Nothing else was open."))
            else:
                self.app.push_screen(WaysScreen(self.kept, self._whole, at))
        elif menu is self.plan:
            from backfire_sim.tui.screens.own_plan import plan_row_taken

            plan_row_taken(self, self.plan.row_id(at), self._show_plan)

    def reading(self) -> Pane | None:
        """The part."""
        return self.part if self.shown is self.part else None

    # -- Keys --------------------------------------------------------------------------------------------------------

    def action_show(self, at: int) -> None:
        """A part, by its number."""
        if at < len(self._whole.parts):
            self._show(at)

    def action_part(self, by: int) -> None:
        """The part before or after."""
        self._show(self._at + by)

    def action_go_on(self) -> None:
        """Read on; then the next part."""
        if not self.part.page():
            self._show(self._at + 1)

    def action_take_home(self) -> None:
        """See what would be in a file to take home, and write it."""
        from backfire_sim.tui.screens.take_home import TakeHomeScreen

        self.app.push_screen(TakeHomeScreen(self._whole, self._elsewhere.found))

    def action_help_here(self) -> None:
        """Who can be talked to, as the trainer wrote it."""
        from backfire_sim.tui.screens.help_here import HelpHereScreen

        self.app.push_screen(HelpHereScreen())

    def action_beside(self) -> None:
        """Another play beside this one."""
        from backfire_sim.tui.screens.beside import choose_beside

        choose_beside(self, self.kept)

    def action_undo(self) -> None:
        """Take the last choice back and go on from there; a play that was only stopped just goes on."""
        from backfire_sim.storage.errors import StorageError

        if self.kept.session.over:
            try:
                self.kept.play(Undo())
            except (IllegalEventError, StorageError) as error:
                self.say(str(error))
                return
        self.backfire.show_play(self.kept)
