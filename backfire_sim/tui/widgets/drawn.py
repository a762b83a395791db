"""A widget that is lines of content: everything the app shows passes through here on its way to the terminal.

Only lines that changed are painted again. Whatever the text, no control character reaches the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby, pairwise

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey or be turned around by. Text is clean long before; this is the last gate."""


_waiting: set[Drawn] | None = None
"""Widgets that are to be painted when the change in progress is whole; None while there is none."""


@contextmanager
def at_once() -> Iterator[None]:
    """Within this, widgets change as often as they like; each is drawn once, at the end."""
    global _waiting
    if _waiting is not None:
        yield
        return
    _waiting = set()
    try:
        yield
    finally:
        waiting, _waiting = _waiting, None
        for widget in waiting:
            widget.repaint()


class Drawn(Widget):
    """Lines for the widget's size. Subclasses say which in `frame`, and call `repaint` when they have changed."""

    ALLOW_SELECT = False

    margin = 0
    """Cells of ground at the left and at the right of every line."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._frame: list[Content] = []
        self._frame_size = (0, 0)
        self._strips: dict[int, Strip] = {}
        self._rich: dict[tuple[str, ...], RichStyle] = {}

    def frame(self, width: int, height: int) -> list[Content]:
        """The lines for this size; missing ones are empty."""
        return []

    @property
    def across(self) -> int:
        """Cells between the margins."""
        return max(0, self.size.width - 2 * self.margin)

    def repaint(self) -> None:
        """Draw again, and paint the lines that are not as they were."""
        if _waiting is not None:
            _waiting.add(self)
            return
        width, height = self.size
        if (width, height) != self._frame_size or not self.is_mounted or not width:
            self._frame_size = (0, 0)
            self.refresh()
            return
        before, self._frame = self._frame, self._padded(height)
        changed = [y for y, (old, new) in enumerate(zip(before, self._frame, strict=True)) if not new.is_same(old)]
        for y in changed:
            self._strips.pop(y, None)
        # Lines that follow each other are one region: fewer regions, less to write.
        runs = [list(run) for _, run in groupby(enumerate(changed), lambda pair: pair[1] - pair[0])]
        if runs:
            self.refresh(*(Region(0, run[0][1], width, len(run)) for run in runs))

    def render(self) -> Content:
        """All lines as one text."""
        return Content("\n").join(self._lines_now())

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines ready for the terminal.

        This goes past Textual's cache of styled lines: nothing here has borders or padding to be added, and a line
        that was not changed is at hand as it was painted.
        """
        strips = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        whole = crop.x == 0 and crop.width == self.size.width
        return strips if whole else [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """One line, ready for the terminal."""
        lines = self._lines_now()
        strip = self._strips.get(y)
        if strip is None:
            line = lines[y] if y < len(lines) else Content("")
            strip = Strip(self._segments(line)).adjust_cell_length(self.size.width, self._style(()))
            for filter_ in self.app.get_line_filters():
                if not isinstance(filter_, ANSIToTruecolor):  # no color here is one of the terminal's own
                    strip = strip.apply_filter(filter_, self.background_colors[1])
            strip = self._strips[y] = strip.simplify()
        return strip

    def on_unmount(self) -> None:
        """Let go of every painted line: Textual remembers the last thousand widgets, and would keep theirs."""
        self._frame = []
        self._strips.clear()
        self._rich.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Other colors: every style is looked up anew."""
        self._strips.clear()
        self._rich.clear()
        super().notify_style_update()

    def _lines_now(self) -> list[Content]:
        width, height = self.size
        if (width, height) != self._frame_size:
            self._frame_size = (width, height)
            self._frame = self._padded(height)
            self._strips.clear()
        return self._frame

    def _padded(self, height: int) -> list[Content]:
        lines = self.frame(self.across, height)[:height] if self.across and height else []
        return lines + [Content("")] * (height - len(lines))

    def _segments(self, line: Content) -> list[Segment]:
        text, spans = line.plain, line.spans
        cuts = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
        ground = [Segment(" " * self.margin, self._style(()))] if self.margin else []
        return ground + [
            Segment(
                _safe(text[start:end]),
                self._style(tuple(str(span.style) for span in spans if span.start <= start and span.end >= end)),
            )
            for start, end in pairwise(cuts)
            if start < len(text)
        ]

    def _style(self, names: tuple[str, ...]) -> RichStyle:
        found = self._rich.get(names)
        if found is None:
            style = self.visual_style
            for name in names:
                if name:
                    style += Style.parse(name)
            found = self._rich[names] = style.rich_style
        return found


def _safe(text: str) -> str:
    return _OBEYED.sub(" ", text) if _OBEYED.search(text) else text
