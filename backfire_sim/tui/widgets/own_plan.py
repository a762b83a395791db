"""The group's own plan as rows: each heading with its prompt and what was written under it."""

from __future__ import annotations

from textual.content import Content

from backfire_sim.speech import _
from backfire_sim.training.own_plan import APART, BY_ROLE, PARTS, Line, OwnPlan, opening, slots
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, prose
from backfire_sim.tui.widgets.menu import Menu

KEEP, REMOVE = "keep", "remove"
"""The row under the headings."""

TAKE_UP = "take_up:"
"""Begins the id of a row that goes on with a plan kept before; the plan's own id follows."""


class PlanRows(Menu):
    """The headings of seven days and of 72 hours, then whether it is kept."""

    def __init__(self) -> None:
        super().__init__(id="plan")
        self.plan = OwnPlan()
        self.kept = False
        """Whether it is kept on this machine."""
        self.before: tuple[tuple[str, OwnPlan], ...] = ()
        """Plans that were kept before and can be gone on with, each with its id."""
        self._slots = slots()

    def show_plan(self, plan: OwnPlan, *, kept: bool, before: tuple[tuple[str, OwnPlan], ...] = ()) -> None:
        """Show this plan, and under it those `before` it."""
        self.plan, self.kept, self.before = plan, kept, before
        self.chosen = min(self.chosen, self.count() - 1)
        self.redraw()

    def row_id(self, at: int) -> str:
        """Id of the heading in a row, or KEEP or REMOVE, or TAKE_UP and the id of a plan."""
        if at < len(self._slots):
            return self._slots[at].id
        if at > len(self._slots):
            return f"{TAKE_UP}{self.before[at - len(self._slots) - 1][0]}"
        return REMOVE if self.kept else KEEP

    def count(self) -> int:
        """The headings, one row for keeping it, and those for plans kept before."""
        return len(self._slots) + 1 + len(self.before)

    def gap(self, width: int) -> int:
        """An empty line between headings."""
        return 1

    def before_rows(self, width: int) -> list[Content]:
        """Whose it is, and that roles are enough."""
        return [BLANK, *prose(_(APART), width, "$quiet"), BLANK, *prose(_(BY_ROLE), width), BLANK]

    def above(self, at: int, width: int) -> list[Content]:
        """The name of the part of the plan, over its first heading."""
        part = self._slots[at].part if at < len(self._slots) else ""
        before = self._slots[at - 1].part if 0 < at < len(self._slots) else ""
        return [heading(_(PARTS[part])), BLANK] if part and part != before else []

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A heading, its prompt, and the lines under it."""
        style = "bold" if chosen else ""
        if at > len(self._slots):
            kept = _("Go on with a plan kept before: {words}", words=opening(self.before[at - len(self._slots) - 1][1]))
            return hanging("", kept, width, style)
        if at == len(self._slots):
            if self.kept:
                words = _("Kept on this machine, with every change. Take it away from here")
            else:
                words = _("Keep this plan on this machine")
            return hanging("", words, width, style)
        slot = self._slots[at]
        lines = [*hanging("", slot.title, width, style), *prose(slot.prompt, width, "$quiet")]
        return lines + [each for written in self.plan.under(slot.id) for each in line_lines(written, width)]


def line_lines(written: Line, width: int) -> list[Content]:
    """What the group wrote, and who does it."""
    words = _("{what} Who: {who}", what=written.what, who=written.who) if written.who else written.what
    return hanging("  [ ] ", words, width, mark="$accent")
