"""A training plan as it is read: the agenda with its minutes, and the part that is chosen."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content

from backfire_sim.speech import _
from backfire_sim.text import width as text_width
from backfire_sim.training.blocks.block import Block, Opening
from backfire_sim.training.matching import Match
from backfire_sim.training.plan import TrainingPlan
from backfire_sim.training.reading import Advice
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.views.planning import HONESTY, made_for, marks, minutes, opens, stages

MARKS = 9
"""Cells for the minutes before the name of a block."""

_TALL = 36
"""Rows from which the stages stand under the names, where there is no room beside them."""

BEFORE, LEFT_OUT = "before", "left_out"
"""Rows that stand for a list: what is to be done before, and scenarios that were not chosen."""


class Item(NamedTuple):
    """A row of the agenda."""

    part: Block | Match | Advice | str
    heading: str = ""
    """What stands above it."""


def items(plan: TrainingPlan) -> list[Item]:
    """Every row: before that day, the blocks, scenarios, those left out, pages."""
    rows = [Item(BEFORE)]
    rows += [Item(block, _("Minute by minute") if not n else "") for n, block in enumerate(plan.blocks)]
    rows += [Item(each, _("Scenarios") if not n else "") for n, each in enumerate(plan.offered)]
    rows += [Item(LEFT_OUT, "" if plan.offered else _("Scenarios"))] if plan.left_out else []
    return rows + [Item(each, _("Pages to read") if not n else "") for n, each in enumerate(plan.pages)]


class Agenda(Menu):
    """The agenda, the scenarios and the pages, a line each."""

    def __init__(self, plan: TrainingPlan) -> None:
        super().__init__(id="agenda")
        self.title = Content(_("The plan"))
        self._items = items(plan)

    def item(self) -> Item:
        """The chosen row."""
        return self._items[self.chosen]

    def count(self) -> int:
        """The rows."""
        return len(self._items)

    def before_rows(self, width: int) -> list[Content]:
        """Ground above."""
        return [BLANK]

    def above(self, at: int, width: int) -> list[Content]:
        """The heading of a group of rows."""
        return [BLANK, heading(self._items[at].heading)] if self._items[at].heading else []

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """One line: minutes and name, or a name."""
        part = self._items[at].part
        style = "bold" if chosen else ""
        if isinstance(part, Block):
            lines = hanging(f"{marks(part):<{MARKS}}", part.title, width, style, mark="$accent")
            if not part.stages:
                return lines
            at = self._stages_at(width)
            if at:
                return [line(lines[0], " " * (at - lines[0].cell_length), (stages(part), "$quiet"))]
            return lines + (hanging(" " * MARKS, stages(part), width, "$quiet") if self.size.height >= _TALL else [])
        return hanging("", title(part), width, style)

    def _stages_at(self, width: int) -> int:
        """The column in which all stages stand beside the names of their blocks; 0 where there is no room for that."""
        parts = [item.part for item in self._items if isinstance(item.part, Block)]
        at = MARKS + max(text_width(part.title) for part in parts) + 2
        return at if at + max(text_width(stages(part)) for part in parts) <= width else 0


class Detail(Menu):
    """The chosen part: words, and what can be opened, each with its number."""

    def __init__(self, plan: TrainingPlan) -> None:
        super().__init__(id="detail")
        self._plan = plan
        self._item = Item(BEFORE)
        self.openings: tuple[Opening, ...] = ()

    def show(self, item: Item) -> None:
        """Show a part from its beginning."""
        self._item = item
        self.openings = openings(item.part, self._plan)
        self.title = Content(title(item.part))
        self.state = line((minutes(item.part), "$quiet")) if isinstance(item.part, Block) else BLANK
        self.chosen = 0
        self.redraw(from_top=True)

    def count(self) -> int:
        """What can be opened."""
        return len(self.openings)

    def before_rows(self, width: int) -> list[Content]:
        """The words."""
        part = self._item.part
        if isinstance(part, Block):
            return [BLANK, *_block(part, width)]
        if isinstance(part, Match):
            return [BLANK, *_match(part, width)]
        if isinstance(part, Advice):
            return [BLANK, *prose(part.reason, width), BLANK]
        return [BLANK, *(_before(self._plan, width) if part == BEFORE else _left_out(self._plan, width))]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """Something to open: its number, its name, how it is called from outside."""
        opening = self.openings[at]
        number = f"{at + 1} " if at < 9 else "  "
        said = f"{opens(opening.kind)}: {opening.label}"
        style = "bold underline" if chosen and self.lit else "underline"
        lines = hanging(number, said, width, style, mark="bold $accent")
        return lines + hanging("  ", opening.command, width, "$quiet")


def title(part: Block | Match | Advice | str) -> str:
    """What a part is called."""
    if isinstance(part, Block):
        return part.title
    if isinstance(part, Match):
        return part.candidate.card.title
    if isinstance(part, Advice):
        return part.opening.label
    return _("Before that day") if part == BEFORE else _("Not chosen, and why")


def openings(part: Block | Match | Advice | str, plan: TrainingPlan) -> tuple[Opening, ...]:
    """What can be opened from a part."""
    if isinstance(part, Block):
        return part.openings
    if isinstance(part, Advice):
        return (part.opening,)
    if isinstance(part, Match):
        return plan.opening_of(part)
    return plan.openings if part == BEFORE else ()


def _block(block: Block, width: int) -> list[Content]:
    lines = [line((_("Minutes {marks}", marks=marks(block)), "$accent"), (f"   {stages(block)}", "$quiet")), BLANK]
    for step in block.steps:
        lines += hanging("  · ", step, width)
    if block.materials:
        lines += [BLANK, heading(_("Ready beforehand"))]
        lines += [each for words in block.materials for each in hanging("  · ", words, width)]
    return [*lines, BLANK, *hanging(_("Why: "), block.why, width, "$quiet"), BLANK]


def _match(match: Match, width: int) -> list[Content]:
    lines = [*prose(match.candidate.card.summary, width), BLANK, heading(_("Why this one"))]
    for reason in match.reasons:
        lines += hanging("  · ", reason, width)
    if match.cautions:
        lines += [BLANK, heading(_("What to know"))]
        lines += [each for words in match.cautions for each in hanging("  ! ", words, width, mark="$mark")]
    notes = match.candidate.card.content_notes
    if notes:
        lines += [BLANK, heading(_("What it holds"))]
        lines += [each for words in notes for each in hanging("  · ", words, width)]
    return [*lines, BLANK]


def _before(plan: TrainingPlan, width: int) -> list[Content]:
    lines = prose(made_for(plan.shape), width)
    for notice in plan.notices:
        lines += [BLANK, *hanging("! ", notice, width, mark="bold $mark")]
    lines += [BLANK]
    for words in plan.before:
        lines += hanging("  · ", words, width)
    if plan.materials:
        lines += [BLANK, heading(_("What has to lie ready"))]
        lines += [each for words in plan.materials for each in hanging("  · ", words, width)]
    return [*lines, BLANK, *prose(_(HONESTY), width, "$quiet"), BLANK]


def _left_out(plan: TrainingPlan, width: int) -> list[Content]:
    lines: list[Content] = []
    for each in plan.left_out:
        lines += [*hanging("", each.title, width, "bold"), *prose(each.why, width, indent=2), BLANK]
    return lines
