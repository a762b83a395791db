"""A pane: a rule with a title and a state, and under it lines that scroll inside the pane.

One pane is one widget and draws all its lines in one pass. It keeps its own place in them, so that new words never
change the layout of the screen around it.
"""

from textual import events
from textual.content import Content

from backfire_sim.speech import _, sense
from backfire_sim.tui.layout import MAGNIFIED
from backfire_sim.tui.widgets.drawn import Drawn
from backfire_sim.tui.widgets.lines import BLANK, cut, rule

ACROSS, DOWN = 3, 5
"""Cells of a large letter."""

_LOWEST = 26
"""Rows from which letters are large: five lines of them and the rule."""


class Pane(Drawn):
    """Lines made for the pane's width, under a rule that says what they are and how they stand."""

    margin = 1
    ruled = True
    """Whether the pane begins with its rule."""

    magnifies = False
    """Whether its letters are large on a projector, where there is room for that. Below, `body` and everything about
    lines stay in whole letters and lines, however many cells those take."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = BLANK
        self.state = BLANK
        self.top = 0
        """The first line of the body that is shown."""
        self.lit = False
        """Whether this is the pane in use; its rule is heavy then."""
        self._body: tuple[int, list[Content]] | None = None
        self.projected = False
        """Whether this is for a projector: lines stand apart where all of them have room."""

    # -- What a pane shows: for subclasses -----------------------------------------------------------------------

    def body(self, width: int) -> list[Content]:
        """The lines that scroll."""
        return []

    def pinned(self, width: int) -> list[Content]:
        """The lines that stay at the foot of the pane."""
        return []

    # -- Drawing -------------------------------------------------------------------------------------------------

    def light(self, lit: bool) -> None:
        """Make it the pane in use, or not."""
        if lit != self.lit:
            self.lit = lit
            self.repaint()

    def redraw(self, *, from_top: bool = False) -> None:
        """Draw the pane again because what it shows has changed."""
        self._body = None
        if from_top:
            self.top = 0
        self.repaint()

    def frame(self, width: int, height: int) -> list[Content]:
        """The rule, the lines in view, and those at the foot."""
        foot = self.pinned(width)[: max(0, self.high - 2)]
        room = self._room(len(foot))
        body = self._lines(width)
        self.top = max(0, min(self.top, len(body) - room))
        seen = [cut(each, width) for each in body[self.top : self.top + room]]
        seen += [BLANK] * (room - len(seen))
        drawn = self._magnify([*seen, *foot])
        if self.ruled:
            more = self._more(len(body), room)
            whole = super().across
            drawn.insert(0, rule(self.title, self.state, whole, focused=self.lit, more=more))
        return drawn

    # -- Large letters -------------------------------------------------------------------------------------------

    @property
    def large(self) -> bool:
        """Whether letters are large just now."""
        return self.projected and self.magnifies and self.size.width >= MAGNIFIED and self.size.height >= _LOWEST

    @property
    def across(self) -> int:
        """Letters in a line."""
        return super().across // ACROSS if self.large else super().across

    @property
    def high(self) -> int:
        """Lines of letters that the pane has room for, its rule among them."""
        return (self.size.height - int(self.ruled)) // DOWN + int(self.ruled) if self.large else self.size.height

    @property
    def rows_a_line(self) -> int:
        """Rows of cells that one line takes."""
        return DOWN if self.large else 1

    def _magnify(self, lines: list[Content]) -> list[Content]:
        if not self.large:
            return lines
        from backfire_sim.tui.widgets.letters import large

        return [row for each in lines for row in large(each)]

    def _lines(self, width: int) -> list[Content]:
        if self._body is None or self._body[0] != width:
            lines = self.body(width)
            self._body = width, apart(lines, self._room(0)) if self._stand_apart() else lines
        return self._body[1]

    def _stand_apart(self) -> bool:
        """Whether an empty line may come between any two lines."""
        return self.projected

    def _room(self, foot: int) -> int:
        return max(0, self.high - int(self.ruled) - foot)

    def _more(self, lines: int, room: int) -> str:
        above, below = self.top > 0, self.top + room < lines
        if not above and not below:
            return ""
        said = _("more") if below else sense("of what can be scrolled", "end")
        return f"{'▴' if above else ''}{'▾' if below else ''} {said}"

    # -- Moving through the lines ----------------------------------------------------------------------------------

    @property
    def room(self) -> int:
        """How many lines of the body are in view."""
        return self._room(len(self.pinned(self.across)[: max(0, self.high - 2)]))

    @property
    def more_below(self) -> bool:
        """Whether there are lines that have not come into view yet; not before the pane has its place."""
        return self.across > 0 and self.top + self.room < len(self._lines(self.across))

    def lines_in_view(self) -> tuple[str, list[Content]]:
        """The title, and the lines that are in view."""
        return self.title.plain, self._lines(self.across)[self.top : self.top + self.room]

    def scroll_lines(self, by: int) -> bool:
        """Move by so many lines, as far as there are any; whether anything moved."""
        last = max(0, len(self._lines(self.across)) - self.room)
        to = max(0, min(last, self.top + by))
        if to == self.top:
            return False
        self.top = to
        self.repaint()
        return True

    def page(self, pages: int = 1) -> bool:
        """Move by whole pages, one line kept in view; whether anything moved."""
        return self.scroll_lines(pages * max(1, self.room - 1))

    def show_lines(self, first: int, last: int) -> None:
        """Bring the body's lines from `first` to `last` into view."""
        if last >= self.top + self.room:
            self.top = last - self.room + 1
        self.top = min(self.top, first)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the lines."""
        if self.scroll_lines(3):
            event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the lines."""
        if self.scroll_lines(-3):
            event.stop()

    def on_click(self, event: events.Click) -> None:
        """A click on the rule turns the page: a mouse without a wheel reads everything too."""
        if self.ruled and event.y == 0 and (self.page() or self.scroll_lines(-self.top)):
            event.stop()


def apart(lines: list[Content], room: int) -> list[Content]:
    """The lines with an empty one after each that says anything, if all of them have room then; else as they are."""
    spread = [each for one in lines for each in ((one, BLANK) if one else (one,))]
    return spread if len(spread) <= room + 1 else lines
