"""The backfire model to be moved by hand: five gates, and at once what they let through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.scoring.vocabulary import GATES
from backfire_sim.speech import _, sense
from backfire_sim.tui.layout import HUGE, PHONE, TALL, WIDE, Places, split_below, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.drawn import at_once
from backfire_sim.tui.widgets.gates import GateBoard, Seen, SituationRows, Turner, gate_words
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.gates import SITUATIONS, Gates, moved, turned, why

_BOARD, _AIRY, _PHONE_BOARD = 7, 15, 11
"""Rows of the board: plain, with empty lines between the gates, and with two lines a gate."""


class GatesScreen(Page, Turner):
    """Move a gate with the arrows or the mouse; load a situation; guess which gate helps most."""

    subject = "gates"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,minus", "turn_by(-1)", show=False),
        Binding("right,plus", "turn_by(1)", show=False),
        Binding("tab,shift+tab", "other", show=False),
        Binding("g", "guess", show=False),
        Binding("s", "situation", show=False),
        *(Binding(str(n + 1), f"gate({n})", show=False) for n in range(len(GATES))),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.gates: Gates = SITUATIONS[0].gates
        self._before: Gates = self.gates
        self._told = ""
        """What a situation is, while nothing in it has been moved."""
        self.asking = False
        """Whether a guess is awaited."""
        self.guessed = ""
        """The gate that was guessed, while it is told what each step would do."""

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """Where we are."""
        return _("Learn"), "", _("the five gates")

    def keys(self) -> tuple[Hint, ...]:
        """Move a gate, load a situation, guess."""
        back = Hint("escape", key("esc"), _("back"))
        move = Hint("down", "↑↓", sense("the arrow keys", "move"))
        if self.asking:
            return Hint("enter", key("enter"), sense("hint", "guess this gate")), move, back
        if self.active is self.situations:
            return Hint("enter", key("enter"), _("choose")), move, Hint("tab", "tab", sense("hint", "gates")), back
        return (
            Hint("down", "↑↓", sense("hint", "gate")),
            Hint("right", "←→", sense("the arrow keys", "move")),
            Hint("g", "g", sense("hint", "guess")),
            back,
            Hint("s", "s", sense("hint", "situations")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The gates, what they let through, and situations to look at."""
        self.board = GateBoard(id="board")
        self.seen = Seen()
        self.situations = SituationRows()
        yield self.board
        yield self.seen
        yield self.situations

    def places(self, body: Region) -> Places:
        """The gates above; under them what they let through, with the situations beside it, or on a phone below."""
        if body.width < PHONE:
            rest, situations = split_below(body, 9)
            board = Region(rest.x, rest.y, rest.width, _PHONE_BOARD)
            seen = split_below(rest, rest.height - _PHONE_BOARD)[1]
            return {"board": board, "seen": seen, "situations": situations}
        if body.width < WIDE or body.height < TALL - 2:
            board, lower = split_below(body, body.height - _BOARD)
            seen, situations = split_right(lower, 30)
            return {"board": board, "seen": seen, "situations": situations}
        if body.width >= HUGE:
            body = Region(body.x + (body.width - 150) // 2, body.y + 2, 150, body.height - 2)
        left, situations = split_right(body, 40 if body.width < 150 else 50)
        board, seen = split_below(left, left.height - _AIRY)
        return {"board": board, "seen": seen, "situations": situations}

    def reading(self) -> Pane | None:
        """What the gates let through."""
        return self.seen

    def on_mount(self) -> None:
        """The gates have the keys."""
        self.activate(self.board)
        self._load(0)

    # -- Showing -----------------------------------------------------------------------------------------------------

    @at_once()
    def _show(self) -> None:
        self.board.show_gates(self.gates, self._before, asking=self.asking)
        said = [moved(self._before, self.gates) or self._told or gate_words(self.board.chosen), why(self.gates)]
        self.seen.show(self.gates, said, asked=self.asking, guessed=self.guessed)
        self.reframe()

    def _load(self, at: int) -> None:
        situation = SITUATIONS[at]
        self.gates = self._before = situation.gates
        self._told = f"{_(situation.name)}. {_(situation.about)}"
        self.asking, self.guessed = False, ""
        self._show()

    # -- Moving ------------------------------------------------------------------------------------------------------

    def turn_to(self, at: int, value: int) -> None:
        """A gate is at this value now; the last one moved is the one that is told of."""
        after = turned(self.gates, at, value)
        if after == self.gates:
            if not self.asking:
                self.say(_("This gate is fully open.") if value > 0 else _("This gate is closed."))
            return
        self._before, self.gates = self.gates, after
        self.asking, self.guessed = False, ""
        self._show()

    def action_turn_by(self, steps: int) -> None:
        """The chosen gate a step wider or narrower."""
        self.activate(self.board)
        at = self.board.chosen
        self.turn_to(at, self.gates[at] + steps)

    def action_gate(self, at: int) -> None:
        """A gate, by its number."""
        self.activate(self.board)
        self.board.choose(at)
        self.reframe()

    def menu_moved(self, menu: Menu) -> None:
        """Another gate: what it asks is said until it is moved."""
        if menu is self.board and not self.asking and not self.guessed:
            self._before, self._told = self.gates, ""
            self._show()

    def menu_touched(self, menu: Menu) -> None:
        """A click brings gates or situations into use."""
        super().menu_touched(menu)
        self.reframe()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Load a situation, ask, or take a guess."""
        if menu is self.situations:
            if self.situations.situation(at) is None:
                self.action_guess()
            else:
                self._load(at)
        elif self.asking:
            self.asking, self.guessed = False, GATES[at]
            self._show()
        elif self.guessed:
            self.guessed = ""
            self._show()
        else:
            self.say(_("→ opens this gate by a step, ← closes it. A click on its line moves it there."))

    def action_guess(self) -> None:
        """Ask which gate's step helps most."""
        self.asking, self.guessed = True, ""
        self._before = self.gates
        self.activate(self.board)
        self._show()

    def action_situation(self) -> None:
        """To the situations."""
        self.activate(self.situations)
        self.reframe()

    def action_other(self) -> None:
        """From the gates to the situations, or back."""
        self.activate(self.board if self.active is self.situations else self.situations)
        self.reframe()

    def action_take(self) -> None:
        """Take the chosen row."""
        if self.active is not None:
            self.active.take()

    def action_back(self) -> None:
        """Out of the question, or back to where this was opened from."""
        if self.asking or self.guessed:
            self.asking, self.guessed = False, ""
            self._show()
        elif self.active is self.situations:
            self.action_other()
        else:
            self.action_leave()
