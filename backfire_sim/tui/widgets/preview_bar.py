"""What stands around a preview: which version this is, and the keys that only an author has."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message

from backfire_sim import text
from backfire_sim.tui.layout import PHONE
from backfire_sim.tui.widgets.drawn import Drawn
from backfire_sim.tui.widgets.key_hints import Hint, KeyHints
from backfire_sim.tui.widgets.lines import line

MOST_LINES = 6
"""Lines of the banner, whatever there is to say."""

Said = tuple[str, str, str]
"""A mark, words, and their style."""


class Banner(Drawn):
    """Lines over the play that are only there when there is something to know: it is not what the file says now."""

    class Clicked(Message):
        """The banner was clicked."""

    def __init__(self) -> None:
        super().__init__(id="banner")
        self.said: tuple[Said, ...] = ()

    def show(self, said: tuple[Said, ...]) -> bool:
        """Show these; whether they are others than before."""
        changed = said != self.said
        self.said = said
        self.repaint()
        return changed

    def lines_for(self, width: int) -> list[Content]:
        """The lines at this width; most often none."""
        lines = []
        for mark, words, style in self.said:
            inset = text.width(mark) + 1
            for n, each in enumerate(text.wrap(text.one_line(words), max(8, width - inset - 1))):
                lines.append(line(" ", (f"{mark} " if n == 0 else " " * inset, style), (each, style)))
        return lines[:MOST_LINES]

    def frame(self, width: int, height: int) -> list[Content]:
        """The lines."""
        return self.lines_for(width)

    def on_click(self, event: events.Click) -> None:
        """A click leads to what it is about."""
        event.stop()
        self.post_message(self.Clicked())


class Tools(KeyHints):
    """The author's own keys, and how the file stands."""

    def __init__(self) -> None:
        super().__init__(id="tools")
        self.state = ""

    def stand(self, here: tuple[Hint, ...], state: str) -> None:
        """Show these keys, and this at the right."""
        if (here, state) != (self.here, self.state):
            self.here, self.state = here, state
            self.repaint()

    def frame(self, width: int, height: int) -> list[Content]:
        """The keys; how the file stands at the right of them, or under them where the screen is narrow."""
        self._places = []
        state = line((text.fit(self.state, width - 2), "$quiet"))
        if width < PHONE:
            return [self._left(width, 0), line(" ", state)]
        left = self._left(width - state.cell_length - 3, 0)
        return [line(left, " " * (width - left.cell_length - state.cell_length - 1), state)]
