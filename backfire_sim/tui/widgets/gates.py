"""The five gates to be moved by hand, what that does to 100 people, and situations to look at."""

from __future__ import annotations

import re

from textual import events
from textual.content import Content

from backfire_sim.scoring.constants import TOP_OF_GATE
from backfire_sim.scoring.vocabulary import GATES, gloss, label
from backfire_sim.speech import _
from backfire_sim.text import pad
from backfire_sim.text import width as text_width
from backfire_sim.tui.widgets.board import Board
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.gates import HOW_FAR, SITUATIONS, Gates, Situation, answer, people, rows

_TRACK = re.compile("━*●─*")
_BRIEF = 16
"""Rows of the pane up to which nothing stands between its sentences."""

_BAR = 40
"""Most cells of a bar that stands for 100 people."""


class GateBoard(Board):
    """The board of a play without its moves: every gate is a bead that can be moved."""

    def show_gates(self, gates: Gates, before: Gates, *, asking: bool) -> None:
        """Show the gates; changes are counted from `before`. `asking`: the bottleneck is not given away."""
        self.show(rows(gates, before, asking=asking), open=False)

    def count(self) -> int:
        """The gates."""
        return len(self.gates)

    def on_click(self, event: events.Click) -> None:
        """A click on a gate chooses it; one on its line moves the bead there."""
        at = self.row_at(event.y)
        if at is None:
            return
        event.stop()
        value = self._value_at(event.x, event.y)
        if self.listener is not None:
            self.listener.menu_touched(self)
        self.choose(at)
        if value is not None and isinstance(self.listener, Turner):
            self.listener.turn_to(at, value)

    def _value_at(self, x: int, y: int) -> int | None:
        """What the gate would be at if its bead were moved to this cell; None beside the line."""
        drawn = self.frame(self.across, self.size.height)[y].plain
        track = _TRACK.search(drawn)
        if track is None:
            return None
        start = text_width(drawn[: track.start()]) + self.margin
        cells = len(track.group())
        if not start - 1 <= x <= start + cells:
            return None
        return max(0, min(TOP_OF_GATE, round((x - start) * TOP_OF_GATE / (cells - 1))))


class Turner:
    """A page that hears where a bead was moved to."""

    def turn_to(self, at: int, value: int) -> None:
        """The gate with this number, from 0, is to be at this value."""


class Seen(Pane):
    """What the gates let through, in words and as 100 people; or the question about one step more."""

    def __init__(self) -> None:
        super().__init__(id="seen")
        self.title = Content(_("Of 100 people"))
        self._gates: Gates = SITUATIONS[0].gates
        self._said: list[str] = []
        self._asked = False
        self._guessed = ""

    def show(self, gates: Gates, said: list[str], *, asked: bool, guessed: str = "") -> None:
        """Show these gates with what is said of them. `asked`: a guess is awaited; `guessed`: the gate that was."""
        self._gates, self._said, self._asked, self._guessed = gates, said, asked, guessed
        self.title = Content(_("One step more") if asked or guessed else _("Of 100 people"))
        self.redraw(from_top=True)

    def body(self, width: int) -> list[Content]:
        """The words, then the picture, then how far to trust it."""
        lines: list[Content] = []
        if self._asked:
            question = _(
                "One gate may be opened by one step, and only one. At which does that bring the most people to act? "
                "Choose a row and press enter. You will see all five."
            )
            lines += prose(question, width, "bold")
        elif self._guessed:
            first, *rest = answer(self._gates, self._guessed)
            lines += prose(first, width, "bold")
            for each in rest:
                lines += hanging("  · ", each, width)
        else:
            for n, each in enumerate(self._said):
                lines += [*([BLANK] if n and self.size.height > _BRIEF else []), *prose(each, width)]
        lines += [BLANK, *funnel_lines(self._gates, width), BLANK]
        return [*lines, heading(_("How far to trust this")), *prose(_(HOW_FAR), width, "$quiet")]


def funnel_lines(gates: Gates, width: int) -> list[Content]:
    """100 people, and how many of them are left after each gate: a bar each."""
    told = [(100, _("at the start")), *people(gates)]
    names = max(text_width(words) for _count, words in told)
    cells = min(_BAR, width - names - 8)
    lines = []
    for count, words in told:
        bar = "█" * max(int(count > 0), round(count * cells / 100)) if cells >= 10 else ""
        lines.append(line((f"{count:>4} ", "bold"), (pad(words, names + 2), ""), (bar, "$ours")))
    return lines


class SituationRows(Menu):
    """Stands of the gates to look at, and the question."""

    def __init__(self) -> None:
        super().__init__(id="situations")
        self.title = Content(_("Look at"))

    def situation(self, at: int) -> Situation | None:
        """The situation in a row; None for the question."""
        return SITUATIONS[at] if at < len(SITUATIONS) else None

    def count(self) -> int:
        """The situations and the question."""
        return len(SITUATIONS) + 1

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A name; where there is room, what it is."""
        situation = self.situation(at)
        style = "bold" if chosen else ""
        if situation is None:
            return hanging("? ", _("One step more: which gate helps most?"), width, style or "$accent")
        lines = hanging("", _(situation.name), width, style)
        roomy = self.size.height >= 3 * self.count() + 4
        return lines + (prose(_(situation.about), width, "$quiet") if roomy else [])

    def gap(self, width: int) -> int:
        """An empty line between the rows where there is room."""
        return int(self.size.height >= 3 * self.count() + 4)

    def above(self, at: int, width: int) -> list[Content]:
        """The question stands apart."""
        apart = at == len(SITUATIONS) and not self.gap(width) and self.size.height > self.count() + 2
        return [BLANK] if apart else []


def gate_words(at: int) -> str:
    """What a gate asks, in one line."""
    gate = GATES[at]
    return _("{gate}: {question}", gate=label(gate), question=gloss(gate))
