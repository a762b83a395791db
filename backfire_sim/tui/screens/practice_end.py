"""The end of a sitting: what came of it, what comes back when, and the ways out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.practice.progress import progress
from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.text import width as text_width
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.practice import ROOM, Deck
from backfire_sim.tui.widgets.key_hints import Hint, choose_or_back
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, line, padded, prose
from backfire_sim.tui.widgets.menu import Menu, Rows
from backfire_sim.tui.widgets.practice_told import MARKS
from backfire_sim.views.practice_sitting import PLAY, PREPARE, STANDING, Closing, Return, Way, closing

if TYPE_CHECKING:
    from backfire_sim.practice.sitting import Sitting

_ROOMY = 34
"""Rows from which every way on is explained."""

_WHEN = 18
"""Cells of the column that says when."""


class PracticeEnd(Page):
    """What came of it, and under it what could come next."""

    subject = "practice"

    BINDINGS: ClassVar[list[BindingType]] = [Binding(str(n + 1), f"row({n})", show=False) for n in range(4)]

    def __init__(self, deck: Deck, sitting: Sitting, *, late: bool) -> None:
        """`late`: whether it ended because the time was over."""
        super().__init__()
        self._deck, self._sitting, self._late = deck, sitting, late

    def masthead(self) -> tuple[str, str, str]:
        """The name."""
        return _("Practice for one"), "", _("the end")

    def keys(self) -> tuple[Hint, ...]:
        """Choose, or go back."""
        return choose_or_back()

    def widgets(self) -> Iterable[Widget]:
        """What came of it, over the ways on."""
        source, deck = self.backfire.source, self._deck
        now, zone = source.now(), source.zone()
        standing = progress(deck.cards, deck.reviews, now, zone, deck.scenarios)
        told = closing(self._sitting, deck.reviews, standing.suggestion, now, zone)
        *before, stop = told.ways
        self.ways = (*before, Way(STANDING, _("How it stands")), stop)
        self.rows = Came(told, late=self._late)
        self.rows.show([(way.label, way.words) for way in self.ways])
        yield self.rows

    def on_mount(self) -> None:
        """The ways on have the keys."""
        self.activate(self.rows)

    def action_row(self, at: int) -> None:
        """A row, by its number."""
        if at < self.rows.count():
            self.rows.choose(at)
            self.rows.take()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Play a scenario, prepare a step, see how it stands, or stop."""
        way = self.ways[at]
        if way.id == PLAY:
            show_scenario(self, way.to)
        elif way.id == PREPARE:
            from backfire_sim.tui.screens.learn import LearnScreen

            self.app.push_screen(LearnScreen(way.to))
        elif way.id == STANDING:
            from backfire_sim.tui.screens.practice_progress import PracticeProgress

            self.app.push_screen(PracticeProgress(self._deck))
        else:
            self.backfire.show_home()

    def action_back(self) -> None:
        """Back to the room."""
        self.dismiss(True)


class Came(Rows):
    """What came of it, over the ways on."""

    def __init__(self, told: Closing, *, late: bool) -> None:
        super().__init__(id="thought")
        self.title = Content(_("Ten minutes are over") if late else _("That was it"))
        self._told = told

    def gap(self, width: int) -> int:
        """No lines between: what came of it and the ways on are seen together."""
        return 0

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A way on; where rows are few, only the chosen one is explained."""
        label, _words = self.rows[at]
        if chosen or self.size.height >= _ROOMY:
            return super().row(at, width, chosen)
        return hanging("", label, width)

    def before_rows(self, width: int) -> list[Content]:
        """What came of it, and what comes back when."""
        told = self._told
        lines = [BLANK]
        first, *rest = told.words
        lines += [*prose(first, width, "bold $accent"), *prose(" ".join(rest), width), BLANK]
        if told.returns:
            longest = min(max(text_width(each.label) for each in told.returns) + 2, max(8, width - 20))
            lines.append(heading(_("What comes back, and when")))
            for found in told.returns:
                lines += return_lines(found, width, longest)
            lines += [BLANK]
        return [*lines, heading(_("What next?"))]


def return_lines(found: Return, width: int, longest: int) -> list[Content]:
    """What comes back: how it fitted as a sign, its name, when, and where there is room how it fitted in words."""
    lines = hanging(f"{MARKS[found.fit]} ", found.label, longest + 2, mark="$accent")
    lines[-1] = line(padded(lines[-1], longest + 2), (found.when, "$quiet"))
    column = longest + _WHEN
    if column + text_width(found.fit_words) <= width:
        lines[-1] = line(padded(lines[-1], column), (found.fit_words, "$quiet"))
    return lines


def show_scenario(page: Page, source: str) -> None:
    """The note of a scenario, from which it can be begun; or why it cannot be opened."""
    try:
        opened = page.backfire.source.open(source)
    except StorageError as error:
        page.say(str(error))
        return
    page.backfire.show_note(opened, back=ROOM)
