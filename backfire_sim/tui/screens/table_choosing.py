"""Choosing at a table: by seat in silence, by hands, or together what is prepared; and showing how it spread."""

from __future__ import annotations

import time
from collections.abc import Callable

from backfire_sim.engine.events import Prepare
from backfire_sim.speech import _
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.setup import HANDS
from backfire_sim.tui.screens.table_keys import RULING, SEATING
from backfire_sim.tui.screens.table_stage import TableStage
from backfire_sim.tui.widgets.menu import Menu

HANDOVER = 0.4
"""Seconds after a choice in which no key counts: one that is held down would choose for the next seat too."""

ONE_KEY = 9
"""Choices up to which one key is a choice; with more of them the number is typed and enter takes it, unseen."""


class Choosing(TableStage):
    """Numbers, hands and marks."""

    def clicked(self, key: str) -> None:
        """Something in the pane was clicked."""
        what, _space, number = key.partition(" ")
        if what == "seat":
            self._seat_is(int(number))
        elif what != "choice":
            self.app.simulate_key(key)
        elif self._counts_hands:
            self._count_for(int(number))
        elif self.typing == RULING:
            self._rule(int(number))
        elif self.stage in s.COUNTING:
            self._choose(int(number))

    def action_number(self, number: int) -> None:
        """A choice, a decision, a count of hands, or a digit of it."""
        if self.table.frozen:
            self.say(_("Everything stands still. g lets it go on."))
        elif self.typing == RULING:
            self._rule(number)
        elif self.typing == SEATING or self.stage == s.OBJECTIONS or self._counts_hands:
            self.typed = (self.typed + str(number)).lstrip("0")[:2] or "0"
            self.now.redraw()
        elif self.stage in s.COUNTING and len(self.table.choices) > ONE_KEY:
            self.typed = (self.typed + str(number))[:2]
        elif self.stage in s.COUNTING:
            self._choose(number)
        elif self.preparing:
            self._tick_option(number - 1)
        elif self.stage == s.READ:
            self.say(_("The scene is being read. Enter begins to choose."))

    @property
    def _counts_hands(self) -> bool:
        return self.stage in s.COUNTING and self.table.way == HANDS

    def _choose(self, number: int) -> None:
        """A seat has chosen: the next one has the keyboard, and nothing tells what was chosen."""
        now = time.monotonic()
        held, self._taken_at = now - self._taken_at < HANDOVER, now
        if held:
            return
        seat = self._turn
        if not seat:
            self.say(_("Everyone has chosen. Enter shows it; s and a seat's number lets that seat choose again."))
        elif number > len(self.table.choices):
            self.say(_("A number from 1 to {most}, please; 0 passes.", most=len(self.table.choices)))
        else:
            self.seat = 0
            self.do(e.Choose(seat, number) if number else e.Pass(seat))

    def action_rub_out(self) -> None:
        """Rub out what is typed."""
        self.typed = self.typed[:-1]
        self.now.redraw()

    def _seat_is(self, seat: int) -> None:
        self.typing, self.typed = "", ""
        if not 1 <= seat <= self.table.seats:
            self.say(_("There is no seat {seat} at this table.", seat=seat))
        else:
            self.seat = 0 if seat == self.table.next_seat else seat
        self._show()

    def action_seat_before(self) -> None:
        """The seat before has the keyboard once more; elsewhere back."""
        if self.stage in s.COUNTING and self.table.way != HANDS and not self.typing:
            turn = self._turn or self.table.seats + 1
            self._seat_is(max(1, turn - 1))
        else:
            self.action_back()

    def action_seat_or_clock(self) -> None:
        """Another seat's turn; while the table talks, the clock stands still or runs."""
        if self.stage == s.TALK:
            self.do(e.PauseTimer() if self.table.clock.running else e.RunTimer())
        elif self.stage in s.COUNTING and self.table.way != HANDS:
            self.typing, self.typed = SEATING, ""
            self._show()

    def _take_hands(self) -> None:
        """What was typed for a choice; then the next one, and after the last what all of them are."""
        if self.typed and self.counting <= len(self.table.choices):
            typed, self.typed = int(self.typed), ""
            if self.do(e.Count(self.counting, typed)):
                self.counting += 1
            self._show()
        elif self.counting <= len(self.table.choices):
            self.say(_("Type how many hands were raised, 0 for none. d shows what is counted so far."))
        else:
            self._reveal()

    def _count_for(self, number: int) -> None:
        self.counting, self.typed = number, ""
        self._show()

    def _reveal(self, *, close: bool = False) -> None:
        """Show how the choices spread; what somebody should know first is asked."""
        if not self.table.chosen and not close:
            self.say(_("Nobody has chosen yet."))
            return
        said = self.host.do(e.Show(close))
        if not said.ask:
            self._catch_up()
            if said.text:
                self.say(said.text)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._reveal(close=True)

        self._ask(_("Show the choices?"), said.text, _("Close and show"), answered)

    def _ask(self, title: str, words: str, yes: str, answered: Callable[[bool | None], None]) -> None:
        from backfire_sim.tui.screens.asking import Asking

        asking = Asking("table", self._now.title, title, [words], yes, no_first=True)
        self.app.push_screen(asking, answered)

    def _rule(self, number: int) -> None:
        self.typing = ""
        self.do(e.Rule(number))
        self._show()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Tick an option, or begin."""
        if menu is self.options:
            self._tick_option(at)

    def _tick_option(self, at: int) -> None:
        if at == len(self._now.options):
            self._prepared()
        elif at < len(self._now.options) and not self.options.toggle(at):
            self.say(_("There is time for {count}. Take one back first.", count=self._now.choose))

    def _prepared(self) -> None:
        """What was ticked is got ready, and it begins; methods are predicted before."""
        if self._predicts:
            self.do(e.Predict())
            return
        chosen = tuple(option.id for option in self._now.options if option.id in self.options.ticked)
        self.do(Prepare(chosen))
