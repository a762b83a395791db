"""One decision, its other choices, and what each would have led to; and going on from one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.tui.layout import HUGE, WIDE, Places, column, projected, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.other_ways import way_lines, whole_way_lines
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.debrief import DebriefView, debrief_at
from backfire_sim.views.otherwise import Decision, OtherWay

if TYPE_CHECKING:
    from backfire_sim.storage.kept import Kept


class WaysScreen(Page):
    """The other choices of one decision, and the chosen one in full beside them; on a small screen after them."""

    subject = "other_ways"
    can_veil = True

    def __init__(self, kept: Kept, told: DebriefView, at: int) -> None:
        super().__init__()
        self.kept = kept
        self._told, self._decision_at = told, at
        self._open = False
        """Whether the chosen way is shown in full, where there is no room for both."""

    @property
    def decision(self) -> Decision:
        """The decision, as it is told at the level that was chosen."""
        return debrief_at(self._told, self.backfire.level).decisions[self._decision_at]

    def masthead(self) -> tuple[str, str, str]:
        """Which decision."""
        decision = self.decision
        when = _("round {round}", round=decision.round) if decision.round else _("before it began")
        return self.kept.session.scenario.title, decision.scene, when

    def keys(self) -> tuple[Hint, ...]:
        """Look, go on from there, back."""
        go_on = self._both or self._open
        return (
            Hint("enter", key("enter"), _("play on from here") if go_on else _("read")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("pagedown", key("PgDn"), _("read on")),
            Hint("escape", key("esc"), _("back")),
        )

    @property
    def _both(self) -> bool:
        return self.room.width >= WIDE and not self.projecting

    def widgets(self) -> Iterable[Widget]:
        """The ways, and one of them."""
        self.ways = Ways(self.decision)
        self.way = Words(_("What it would have led to"), self._lines, id="way")
        yield self.ways
        yield self.way

    def places(self, body: Region) -> Places:
        """Side by side, or one of the two."""
        if self._both:
            if body.width >= HUGE:
                body = Region(body.x + (body.width - 150) // 2, body.y + 2, 150, body.height - 2)
            ways, way = split_right(body, min(body.width // 2, 84))
            return {"ways": ways, "way": way}
        place = projected(body) if self.projecting else column(body)
        return {"way" if self._open else "ways": place}

    def on_mount(self) -> None:
        """The ways have the keys."""
        self.activate(self.ways)

    def on_resize(self) -> None:
        """Both or one."""
        self.reframe()

    def _chosen(self) -> OtherWay:
        return self.decision.ways[self.ways.chosen]

    def _lines(self, width: int) -> list[Content]:
        return whole_way_lines(self._chosen(), width)

    def level_changed(self) -> None:
        """Draw again."""
        self.ways.decision = self.decision
        self.ways.redraw()
        self.way.redraw()

    def menu_moved(self, menu: Menu) -> None:
        """Another way is told."""
        self.way.redraw(from_top=True)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Read it; then go on from it."""
        if self._both or self._open:
            self._ask()
        else:
            self._show(True)

    def _show(self, opened: bool) -> None:
        self._open = opened
        self.activate(None if opened else self.ways)
        self.way.redraw(from_top=True)
        self.reframe()

    def reading(self) -> Pane | None:
        """The way that is told."""
        return self.way if self._both or self._open else None

    def action_go_on(self) -> None:
        """Read on, then go on from here."""
        if not self.way.page():
            self._ask()

    def action_back(self) -> None:
        """To the ways, or to the debrief."""
        if self._open and not self._both:
            self._show(False)
        else:
            self.dismiss()

    def _ask(self) -> None:
        from backfire_sim.tui.screens.asking import Asking

        way = self._chosen()
        words = [
            way.did,
            _(
                "This begins a new play that has come as far as this choice. "
                "The play that you look back at stays as it is."
            ),
        ]
        title = _("Play on from here")
        self.app.push_screen(Asking("other_ways", title, title, words, _("Play on from here")), self._answered)

    def _answered(self, yes: bool | None) -> None:
        from backfire_sim.storage.errors import StorageError

        if not yes:
            return
        try:
            branch = self.backfire.source.branch(self.kept, self._chosen().events)
        except StorageError as error:
            self.say(str(error))
        else:
            self.backfire.show_play(branch)


class Ways(Menu):
    """The other choices of a decision."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(id="ways")
        self.decision = decision
        self.title = Content(_("The other choices"))

    def count(self) -> int:
        """How many there are."""
        return len(self.decision.ways)

    def gap(self, width: int) -> int:
        """An empty line between them."""
        return 1

    def before_rows(self, width: int) -> list[Content]:
        """What was decided."""
        return [BLANK, *hanging("", _("You decided: {what}", what=self.decision.did), width), BLANK]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """One of them: what it is, and where it would have ended."""
        return way_lines(self.decision.ways[at], width, chosen)
