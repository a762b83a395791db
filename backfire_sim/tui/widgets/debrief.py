"""The parts of a debrief as a list, as lines, and the decisions that can be looked into."""

from __future__ import annotations

from textual.content import Content

from backfire_sim.speech import _
from backfire_sim.tui.widgets.finale import ending_words, history_lines, ledger_lines, plane_part, talk_lines
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.looking_back import funnel_lines, overlooked_lines, timeline_lines, why_lines
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.other_ways import decision_lines, prompts_lines, table_lines
from backfire_sim.views.debrief import DebriefView


class Parts(Menu):
    """The names of the parts with their numbers; the one shown is marked."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(id="parts")
        self.names = names
        self.title = Content(_("Looking back"))

    def count(self) -> int:
        """How many parts there are."""
        return len(self.names)

    def before_rows(self, width: int) -> list[Content]:
        """Room to breathe."""
        return [BLANK]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A number, where a key has it, and a name."""
        number = f"{at + 1} " if at < 9 else "  "
        return hanging(number, self.names[at], width, "bold" if chosen else "$quiet", mark="$quiet")

    def show(self, at: int) -> None:
        """Mark the part that is shown."""
        self.chosen = at
        self.redraw()


class Decisions(Menu):
    """Every decision with how much hung on it."""

    def __init__(self, told: DebriefView) -> None:
        super().__init__(id="decisions")
        self.told = told

    def count(self) -> int:
        """How many decisions there were."""
        return len(self.told.decisions)

    def before_rows(self, width: int) -> list[Content]:
        """How the other choices were worked out."""
        return [BLANK, *prose(self.told.how, width), BLANK]

    def gap(self, width: int) -> int:
        """An empty line between decisions."""
        return 1

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """One decision."""
        return decision_lines(self.told.decisions[at], width, chosen)


def part_lines(told: DebriefView, part: str, width: int, height: int) -> list[Content]:
    """The lines of a part."""
    ending = told.ending
    match part:
        case "feelings":
            helped = hanging("", _("g says where to get help here."), width, "$quiet")
            return [*ending_words(ending, width), BLANK, *prompts_lines(told.feelings, width), *helped]
        case "happened":
            lines = [*plane_part(ending, width, height), BLANK, *funnel_lines(told.funnel, width), BLANK]
            return [*lines, *timeline_lines(told, width), *ledger_lines(ending, width)]
        case "why":
            return why_lines(told.why, width)
        case "overlooked":
            return overlooked_lines(told.overlooked, width)
        case "table" if told.table is not None:
            return table_lines(told.table, width)
        case "questions":
            return talk_lines(ending, width)
        case "history" if ending.history is not None:
            return history_lines(ending.history, width)
        case "like_us":
            said = _("For the people in the room. Nothing of what is said here is kept anywhere.")
            return [BLANK, *prose(said, width, "$quiet"), *prompts_lines(told.like_us, width)]
        case "model":
            return [*prompts_lines(told.model, width), *hanging("", ending.plausible, width, "$quiet")]
    return [line("")]
