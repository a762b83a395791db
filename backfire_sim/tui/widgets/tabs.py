"""One line of names to choose from, by number or by a click."""

from textual import events
from textual.content import Content
from textual.message import Message

from backfire_sim import text
from backfire_sim.tui.widgets.drawn import Drawn
from backfire_sim.tui.widgets.lines import Piece, line

FEWEST = 8
"""Cells from which what is left of a name says anything; below that its number stands alone."""


class Tabs(Drawn):
    """Names with their numbers, one of them shown, that one with its whole name, or with none."""

    class Taken(Message):
        """Another name is taken."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(id="tabs")
        self.names = names
        self.shown = 0
        self.first = 0
        """The first name that is offered; those before it are on the screen anyway."""
        self._places: list[tuple[int, int, int]] = []

    def show(self, at: int) -> None:
        """Mark a name as the one shown."""
        self.shown = at
        self.repaint()

    def frame(self, width: int, height: int) -> list[Content]:
        """The names; the one shown stands between brackets."""
        pieces: list[Piece] = []
        self._places = []
        at = 1
        offered = range(self.first, len(self.names))
        whole = self.names[self.shown] if self.names else ""
        # Where even the numbers leave no room for it, the name stands in the rule of the page alone.
        bare = width - 2 - 4 * len(offered)
        whole = whole if text.width(whole) <= bare else ""
        room = bare - text.width(whole)
        most = _most([text.width(self.names[n]) for n in offered if n != self.shown], room)
        for n in offered:
            shown = n == self.shown
            name = whole if shown else text.fit(self.names[n], most)
            before, after = ("[", "]" if name else "] ") if shown else (" ", " ")
            pieces += [
                (before, "bold $accent"),
                (f"{n + 1}" if shown and not name else f"{n + 1} ", "$quiet"),
                (name, "bold" if shown else "$quiet"),
                (after, "bold $accent"),
            ]
            size = text.width(name) + 4
            self._places.append((at, at + size - 1, n))
            at += size
        return [line(" ", *pieces)]

    def on_click(self, event: events.Click) -> None:
        """A click on a name takes it."""
        for first, last, n in self._places:
            if first <= event.x <= last:
                self.post_message(self.Taken(n))


def _most(sizes: list[int], room: int) -> int:
    """The cells that a name may have, so that all of them fit; where that would be too few to read, none."""
    most = max(sizes, default=0)
    while sum(min(size, most) for size in sizes) > max(0, room):
        most -= 1
    return most if most >= min(FEWEST, max(sizes, default=0)) else 0
