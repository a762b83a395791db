"""A list to choose from: one row is chosen with the arrows or a click, and taken with enter or a second click."""

from typing import Protocol

from textual import events
from textual.content import Content
from textual.geometry import Offset

from backfire_sim.tui.widgets.lines import BLANK, fill, hanging, line, prose
from backfire_sim.tui.widgets.pane import Pane

GUTTER = 2
"""Cells before each row, where the mark of the chosen one stands."""


class Listener(Protocol):
    """Who hears of a menu, at once: a message would arrive after keys that were typed ahead."""

    def menu_touched(self, menu: "Menu") -> None:
        """The menu was clicked while another pane was in use."""

    def menu_moved(self, menu: "Menu") -> None:
        """Another row is chosen."""

    def menu_taken(self, menu: "Menu", at: int) -> None:
        """The chosen row is taken."""


class Menu(Pane):
    """Rows of one or more lines, one of them chosen. Keys come from the page, while the menu is the one in use."""

    one_click = False
    """Whether the first click takes a row too, and does not only choose it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.listener: Listener | None = None
        self.chosen = 0
        """The chosen row, from 0."""
        self._spans: list[tuple[int, int]] = []

    # -- For subclasses --------------------------------------------------------------------------------------------

    def count(self) -> int:
        """How many rows there are."""
        return 0

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """The lines of one row, without the gutter."""
        return []

    def gap(self, width: int) -> int:
        """Empty lines after each row."""
        return 0

    def before_rows(self, width: int) -> list[Content]:
        """Lines above the first row."""
        return []

    def above(self, at: int, width: int) -> list[Content]:
        """Lines above one row that belong to no row, such as a heading."""
        return []

    def after_rows(self, width: int) -> list[Content]:
        """Lines below the last row."""
        return []

    # -- Drawing ---------------------------------------------------------------------------------------------------

    def body(self, width: int) -> list[Content]:
        """All rows with their gutter."""
        lines = self.before_rows(width)
        self._spans = []
        rows = [self.row(at, width - GUTTER, at == self.chosen) for at in range(self.count())]
        gap = self._gap(width, len(lines) + sum(map(len, rows)))
        for at, drawn in enumerate(rows):
            chosen = at == self.chosen
            lines += self.above(at, width)
            self._spans.append((len(lines), len(lines) + len(drawn) - 1))
            for n, each in enumerate(drawn):
                mark = ("▸ ", "bold $accent") if chosen and n == 0 else ("  ", "")
                ground = "on $cursor" if chosen and self.lit else ""
                row = line(mark, each)
                lines.append(fill(row, width, ground) if ground else row)
            lines += [BLANK] * gap
        after = self.after_rows(width)
        # Nothing but an empty line below the screen is not worth a word that there is more.
        return [*lines, *after] if after or not gap or not rows else lines[:-gap]

    def _gap(self, width: int, taken: int) -> int:
        """As `gap` says; for a projector at least one where there is room for it."""
        return max(self.gap(width), int(self.projected and taken + self.count() <= self.high - 2))

    def _stand_apart(self) -> bool:
        """Rows have their own gaps."""
        return self.projected and not self._spans

    # -- Choosing --------------------------------------------------------------------------------------------------

    def choose(self, at: int) -> None:
        """Make a row the chosen one, and show it."""
        if not 0 <= at < self.count():
            return
        moved = at != self.chosen
        self.chosen = at
        self._body = None
        self._show_chosen()
        self.repaint()
        if moved and self.listener is not None:
            self.listener.menu_moved(self)

    def frame(self, width: int, height: int) -> list[Content]:
        """As any pane; and the terminal's own cursor goes to the chosen row, for magnifiers and braille displays."""
        lines = super().frame(width, height)
        if self.lit and self.chosen < len(self._spans):
            row = int(self.ruled) + (self._spans[self.chosen][0] - self.top) * self.rows_a_line
            self.app.cursor_position = self.content_region.offset + Offset(self.margin, max(0, min(height - 1, row)))
        return lines

    def _show_chosen(self) -> None:
        if not self.across:
            return
        lines = self._lines(self.across)
        if self.chosen < len(self._spans):
            first, last = self._spans[self.chosen]
            # What stands above the first row and below the last is seen with it.
            at_end = self.chosen == len(self._spans) - 1 > 0
            self.show_lines(0 if self.chosen == 0 else first, len(lines) - 1 if at_end else last)

    def row_at(self, y: int) -> int | None:
        """The row at a line of the pane, counted from its upper edge."""
        seen = (y - int(self.ruled)) // self.rows_a_line
        if y < int(self.ruled) or seen >= self.room:
            return None
        line = seen + self.top
        return next((at for at, (first, last) in enumerate(self._spans) if first <= line <= last), None)

    def step(self, by: int) -> None:
        """Choose the row before or after."""
        self.choose(max(0, min(self.count() - 1, self.chosen + by)))

    def jump(self, to: int) -> None:
        """Choose the first or the last row."""
        self.choose(to if to >= 0 else self.count() - 1)

    def page_of(self, pages: int) -> None:
        """Turn the page; the chosen row stays where the lines have gone out of view."""
        if not self.page(pages):
            self.jump(0 if pages < 0 else -1)

    def take(self) -> None:
        """Take the chosen row."""
        if self.count() and self.listener is not None:
            self.listener.menu_taken(self, self.chosen)

    def on_click(self, event: events.Click) -> None:
        """The first click chooses, a click on the chosen row takes it; of one on the rule the pane hears by itself."""
        at = self.row_at(event.y)
        if at is None:
            return
        event.stop()
        if at == self.chosen and self.lit:
            self.take()
            return
        if self.listener is not None:
            self.listener.menu_touched(self)
        self.choose(at)
        if self.one_click:
            self.take()

    def light(self, lit: bool) -> None:
        """The chosen row lies on a ground of its own while the menu is in use."""
        if lit != self.lit:
            self._body = None
        super().light(lit)


class Rows(Menu):
    """A menu of plain labels, each with an explanation under it if there is one."""

    magnifies = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: list[tuple[str, str]] = []
        """(label, explanation)."""

    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def gap(self, width: int) -> int:
        """An empty line between rows that are explained."""
        return int(any(explanation for _, explanation in self.rows))

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A label and its explanation."""
        label, explanation = self.rows[at]
        lines = hanging("", label, width, "bold" if chosen else "")
        return lines + (prose(explanation, width, "$quiet") if explanation else [])

    def show(self, rows: list[tuple[str, str]]) -> None:
        """Show these rows, the first one chosen."""
        self.rows = rows
        self.chosen = min(self.chosen, max(0, len(rows) - 1))
        self.redraw()
