"""The pane in which a table chooses: drawn as large as it fits, with everything in it clickable."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.geometry import Size

from backfire_sim.tui.widgets.pane import ACROSS, DOWN, Pane
from backfire_sim.tui.widgets.table_lines import Draw, Drawing, Target


class Now(Pane):
    """One step of the table."""

    def __init__(self, take: Callable[[str], None], *, id: str | None = None) -> None:
        """`take` hears the key of what was clicked."""
        super().__init__(id=id)
        self._take = take
        self._draw: Draw = lambda width, rows: Drawing([])
        self._targets: tuple[Target, ...] = ()
        self.lit = True

    def show(self, title: str, draw: Draw, state: str = "") -> None:
        """Show what this draws."""
        self._draw = draw
        self.title, self.state = Content(title), Content(state)
        self.magnifies = False
        self.redraw(from_top=True)

    def fits_large(self, place: Size) -> bool:
        """Whether all of it can stand there in large letters."""
        width, rows = (place.width - 2 * self.margin) // ACROSS, (place.height - 1) // DOWN
        return len(self._draw(width, rows).lines) <= rows

    def body(self, width: int) -> list[Content]:
        """The largest design that fits."""
        drawing = self._draw(width, self.high - int(self.ruled))
        self._targets = drawing.targets
        return drawing.lines

    def _stand_apart(self) -> bool:
        """The designs have their own gaps."""
        return False

    def on_click(self, event: events.Click) -> None:
        """A choice, a seat or a key."""
        row = (event.y - int(self.ruled)) // self.rows_a_line + self.top
        x = (event.x - self.margin) // (ACROSS if self.large else 1)
        hit = (t for t in self._targets if t.first <= row <= t.last and t.left <= x < t.right)
        target = next(hit, None)
        if event.y < int(self.ruled) or target is None:
            super().on_click(event)
            return
        event.prevent_default().stop()
        self._take(target.key)
