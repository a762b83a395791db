"""One line of keys at the foot of every screen, each of which can be clicked; the safety keys are at the right."""

from typing import NamedTuple

from textual import events
from textual.content import Content

from backfire_sim import text
from backfire_sim.speech import _, later, sense
from backfire_sim.tui.layout import PHONE
from backfire_sim.tui.widgets.drawn import Drawn
from backfire_sim.tui.widgets.lines import Piece, line

WAYS_OUT = ("escape", "h", "q")
"""Keys that lead out of a screen: the first of them that a screen names is shown however narrow it is."""

MOST_SAID = 3
"""Most lines of something said."""


class Hint(NamedTuple):
    """A key and what it does."""

    key: str
    """As the program names it: `enter`, `question_mark`."""
    shown: str
    """As a person reads it: `?`."""
    does: str
    usable: bool = True
    """Whether it does anything just now; if not, it says why when it is pressed."""


KEYS = (later("enter", "key"), later("esc", "key"), later("space", "key"), later("PgDn", "key"), later("PgUp", "key"))
"""The keys with a name written on them."""


def key(name: str) -> str:
    """What is written on a key."""
    return sense("key", name)


def choose_or_back() -> tuple[Hint, ...]:
    """The keys of a page that is nothing but rows to choose from."""
    return (
        Hint("enter", key("enter"), _("choose")),
        Hint("down", "↑↓", sense("the arrow keys", "move")),
        Hint("escape", key("esc"), _("back")),
    )


class KeyHints(Drawn):
    """The keys of the screen at the left, those that are the same everywhere at the right."""

    def __init__(self, *, id: str = "hints") -> None:
        super().__init__(id=id)
        self.here: tuple[Hint, ...] = ()
        self.everywhere: tuple[Hint, ...] = ()
        self.said = ""
        """A sentence to say over the keys, until the next change."""
        self._places: list[tuple[int, int, int, str]] = []

    def show(self, here: tuple[Hint, ...], everywhere: tuple[Hint, ...]) -> None:
        """Show these keys, and stop saying anything else."""
        if (here, everywhere, "") != (self.here, self.everywhere, self.said):
            self.here, self.everywhere, self.said = here, everywhere, ""
            self.repaint()

    def say(self, words: str) -> None:
        """Say something over the keys."""
        self.said = words
        self.repaint()

    def said_lines(self, width: int) -> list[str]:
        """What is said, in lines; most often none."""
        return text.wrap(text.one_line(self.said), max(8, width - 2))[:MOST_SAID]

    def frame(self, width: int, height: int) -> list[Content]:
        """What is said, then the keys: in one line, or two where the screen is narrow."""
        said = [line((f" {each}", "bold $mark")) for each in self.said_lines(width)]
        row = len(said)
        self._places = []
        if width < PHONE:
            return [*said, self._left(width, row), self._right(width, row + 1, alone=True)]
        right = self._right(width, row, alone=False)
        left = self._left(width - right.cell_length - 1, row)
        return [*said, line(left, " " * (width - left.cell_length - right.cell_length), right)]

    def _left(self, room: int, row: int) -> Content:
        pieces: list[Piece] = []
        at = 1
        for hint in _fitting(self.here, room):
            size = _size(hint)
            pieces += [" ", *_drawn(hint), " "]
            self._places.append((row, at, at + size, hint.key))
            at += size + 2
        return line(*pieces)

    def _right(self, cells: int, row: int, *, alone: bool) -> Content:
        short = alone and sum(len(h.shown) + len(h.does) + 3 for h in self.everywhere) > cells
        sizes = [_size(hint) for hint in self.everywhere]
        gap = 1 if short else 2
        total = sum(sizes) + gap * len(sizes)
        at = 1 if alone else cells - total + 1
        pieces: list[Piece] = []
        for hint, size in zip(self.everywhere, sizes, strict=True):
            pieces += [" ", *_drawn(hint), " " * (gap - 1)]
            self._places.append((row, at, at + size, hint.key))
            at += size + gap
        return line(*pieces)

    def on_click(self, event: events.Click) -> None:
        """A click on a key is the key."""
        for row, first, last, key in self._places:
            if event.y == row and first <= event.x <= last:
                event.stop()
                self.app.simulate_key(key)
                return


def _size(hint: Hint) -> int:
    return text.width(hint.shown) + 1 + text.width(hint.does)


def _fitting(hints: tuple[Hint, ...], room: int) -> list[Hint]:
    """As many as there is room for, the first ones first; the way out of the screen is always among them."""
    out = next((hint for hint in hints if hint.key in WAYS_OUT), None)
    shown: list[Hint] = []
    left = room - 1 - (_size(out) + 2 if out else 0)
    for hint in hints:
        if hint is out:
            left += _size(hint) + 2
        if _size(hint) > left:
            break
        shown.append(hint)
        left -= _size(hint) + 2
    if out is not None and out not in shown:
        shown.append(out)
    return shown


def _drawn(hint: Hint) -> list[Piece]:
    if not hint.usable:
        return [(f"{hint.shown} {hint.does}", "$shut")]
    return [(hint.shown, "bold $accent"), (f" {hint.does}", "$quiet")]
