"""The filters of the library in a line or two, each with its number; a click is the number."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.content import Content

from backfire_sim import text
from backfire_sim.tui.widgets.drawn import Drawn
from backfire_sim.tui.widgets.lines import Piece, line


class Chip(NamedTuple):
    """One filter."""

    key: str
    shown: str
    """The key as a person reads it."""
    words: str
    """What it filters by, or what it is set to."""
    set: bool = False
    usable: bool = True
    """Whether it would tell anything apart."""


class Sieve(Drawn):
    """Filters side by side, in as many lines as they need."""

    margin = 1

    def __init__(self, pressed: Callable[[str], None]) -> None:
        super().__init__(id="sieve")
        self._pressed = pressed
        self.chips: tuple[Chip, ...] = ()
        self._places: list[tuple[int, int, int, str]] = []

    def show(self, chips: tuple[Chip, ...]) -> None:
        """Show these."""
        self.chips = chips
        self.repaint()

    def rows(self, width: int) -> int:
        """Lines that the filters need in so many columns."""
        return len(self._rows(max(8, width - 2)))

    def _rows(self, width: int) -> list[list[Chip]]:
        rows: list[list[Chip]] = [[]]
        taken = 0
        for chip in self.chips:
            size = _size(chip)
            if rows[-1] and taken + 2 + size > width:
                rows.append([])
                taken = 0
            taken += size + (2 if rows[-1] else 0)
            rows[-1].append(chip)
        return rows

    def frame(self, width: int, height: int) -> list[Content]:
        """The filters; those that are set are bold."""
        lines = []
        self._places = []
        for y, row in enumerate(self._rows(width)):
            pieces: list[Piece] = []
            at = self.margin
            for chip in row:
                self._places.append((y, at, at + _size(chip), chip.key))
                at += _size(chip) + 2
                pieces += [*_drawn(chip), "  "]
            lines.append(line(*pieces))
        return lines

    def on_click(self, event: events.Click) -> None:
        """A click on a filter is its key."""
        for row, first, last, key in self._places:
            if event.y == row and first <= event.x <= last:
                event.stop()
                self._pressed(key)
                return


def _size(chip: Chip) -> int:
    return text.width(chip.shown) + 1 + text.width(chip.words)


def _drawn(chip: Chip) -> list[Piece]:
    if not chip.usable:
        return [(f"{chip.shown} {chip.words}", "$shut")]
    return [(chip.shown, "bold $accent"), (f" {chip.words}", "bold" if chip.set else "$quiet")]
