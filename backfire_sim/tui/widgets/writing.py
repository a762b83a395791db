"""A place to write in: a text with a cursor that stands still, drawn and cleaned as everything else is."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Offset

from backfire_sim import text
from backfire_sim.tui.widgets.lines import line
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.written import Written


class Writing(Pane):
    """Some text that is being written. The page hands it keys and what is pasted, with `typed` and `pasted`."""

    def __init__(self, words: str = "", *, most: int, lines: bool = True, id: str = "writing") -> None:
        """`most`: characters that it can hold. `lines`: whether it can have more than one line."""
        super().__init__(id=id)
        self.written = Written(words, most=most, lines=lines)
        self.lit = True
        self._rows: list[tuple[int, int, str]] = []
        """What stands in each drawn line: row of the text, first column, words."""

    @property
    def words(self) -> str:
        """What was written."""
        return self.written.words

    def typed(self, event: events.Key) -> bool:
        """Take a key if it writes or moves the cursor; whether it did."""
        if event.key in ("up", "down", "pageup", "pagedown"):
            moved = self._up_or_down({"up": -1, "down": 1}.get(event.key) or self._page(event.key))
        else:
            moved = self.written.key(event.key, event.character)
        if moved:
            self._follow()
        return moved

    def pasted(self, words: str) -> None:
        """Put in what was pasted."""
        self.written.put(words)
        self._follow()

    def write(self, words: str, column: int) -> None:
        """Put one line in place of what was written, with the cursor at a column."""
        self.written.lines = [""]
        self.written.to(0, 0)
        self.written.put(words)
        self.written.to(0, column)
        self._follow()

    def _page(self, key: str) -> int:
        rows = max(1, self.room - 1)
        return -rows if key == "pageup" else rows

    def _up_or_down(self, by: int) -> bool:
        self._lines(self.across)
        at = self._drawn_row()
        to = max(0, min(len(self._rows) - 1, at + by))
        cells = self.written.column - self._rows[at][1]
        row, first, words = self._rows[to]
        self.written.to(row, first + min(cells, len(words)))
        return True

    def _drawn_row(self) -> int:
        """The drawn line in which the cursor stands."""
        row, column = self.written.row, self.written.column
        lines = [n for n, (at, first, _) in enumerate(self._rows) if at == row and first <= column]
        return lines[-1] if lines else 0

    def _follow(self) -> None:
        self._body = None
        if self.across:
            self._lines(self.across)
            at = self._drawn_row()
            self.show_lines(at, at)
        self.repaint()

    def body(self, width: int) -> list[Content]:
        """The text, with the cell of the cursor turned."""
        self._rows = [
            (row, first, part)
            for row, words in enumerate(self.written.lines)
            for first, part in broken(words, max(1, width - 1))
        ]
        at = self._drawn_row()
        return [
            self._drawn(part, self.written.column - first, n == at) for n, (_, first, part) in enumerate(self._rows)
        ]

    def _drawn(self, part: str, column: int, here: bool) -> Content:
        if not here or not self.lit:
            return line(part)
        under = part[column : column + 1] or " "
        return line(part[:column], (under, "reverse"), part[column + 1 :])

    def frame(self, width: int, height: int) -> list[Content]:
        """As any pane; and the terminal's own cursor goes where the next letter will stand."""
        lines = super().frame(width, height)
        if self.lit and self._rows:
            at = self._drawn_row()
            _, first, part = self._rows[at]
            x = text.width(part[: self.written.column - first])
            y = max(0, min(height - 1, at - self.top + int(self.ruled)))
            self.app.cursor_position = self.content_region.offset + Offset(self.margin + x, y)
        return lines

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there."""
        at = event.y - int(self.ruled) + self.top
        if event.y >= int(self.ruled) and at < len(self._rows):
            event.stop()
            row, first, part = self._rows[at]
            cells = max(0, event.x - self.margin)
            column = next((n for n in range(len(part) + 1) if text.width(part[:n]) >= cells), len(part))
            self.written.to(row, first + column)
            self._follow()
        else:
            super().on_click(event)


def broken(words: str, cells: int) -> list[tuple[int, str]]:
    """One line of a text as it is drawn: (first column, part) for each part; nothing of it is left out."""
    parts: list[tuple[int, str]] = []
    first = 0
    while True:
        end, used, space = first, 0, 0
        while end < len(words):
            used += text.width(words[end])
            if used > cells:
                break
            end += 1
            space = end if words[end - 1] == " " else space
        if end == len(words):
            return [*parts, (first, words[first:])]
        end = space if space > first else max(end, first + 1)
        parts.append((first, words[first:end]))
        first = end
