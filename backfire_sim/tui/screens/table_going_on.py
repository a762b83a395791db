"""What enter does at a table: on to what comes next at each stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from backfire_sim.room.commands import PlayIt
from backfire_sim.speech import _
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.tui.screens.table_choosing import Choosing
from backfire_sim.tui.screens.table_keys import RULING, SEATING
from backfire_sim.tui.screens.table_stage import NUMBERS, PREDICTED, WORDS


class GoingOn(Choosing):
    """One stage after the other."""

    def action_go_on(self) -> None:
        """What comes next."""
        if self.table.frozen:
            self.say(_("Everything stands still. g lets it go on."))
        elif self.typing == SEATING:
            self._seat_is(int(self.typed or 0))
        elif self.typing != RULING and not (self._long and self.now.page()):
            self._next[self.stage](self)

    def _from_told(self) -> None:
        shown = self.shown
        if (shown is self.moved and not self.turns and self.situation.page()) or shown.page():
            return
        parts = [WORDS, NUMBERS] if self.turns else [NUMBERS]
        parts += [PREDICTED] if self.table.predictions else []
        later = [part for part in parts if part > (self.part or parts[0])]
        if not later:
            self.do(e.ReadOn())
            return
        self.part = later[0]
        self._show()

    def _from_reading(self) -> None:
        if not self.situation.page() and not self.situation.turn(1):
            self.do(e.StartChoosing())

    def _from_counting(self) -> None:
        if self._counts_hands:
            self._take_hands()
        elif self.typed:
            typed, self.typed = int(self.typed), ""
            self._choose(typed)
        else:
            self._reveal()

    def _talk(self) -> None:
        self.do(e.Talk())

    def _choose_again(self) -> None:
        self.do(e.ChooseAgain())

    def _decide(self) -> None:
        self.do(e.Decide())

    def _objects(self) -> None:
        self.do(e.Objections(int(self.typed or 0)))
        self.typed = ""

    def _from_decided(self) -> None:
        if self._predicts:
            self.do(e.Predict())
        else:
            self._play_it()

    def _play_it(self) -> None:
        """Play what is decided; where somebody has not said yes, they are asked first."""
        said = self.host.do(PlayIt())
        self._catch_up()
        if not said.ask:
            if said.text:
                self.say(said.text)
            return
        from backfire_sim.tui.screens.consent import ConsentScreen

        chosen = next(row.id for row in self.table.choices if row.number == self.table.decided)
        move = next(each for each in self._now.moves if each.id == chosen)
        self.app.push_screen(ConsentScreen(self.kept, move), self.after_asking)

    def after_asking(self, play_it: bool | None) -> None:
        """Somebody was asked: what they said counts, and what is decided may be played now."""
        self.host.catch_up()
        self._catch_up()
        if play_it and self.stage in (s.DECIDED, s.PREDICTED):
            self.do(PlayIt(knowing=True))

    _next: ClassVar[dict[str, Callable[[GoingOn], object]]] = {
        s.TOLD: _from_told,
        s.READ: _from_reading,
        s.FIRST: _from_counting,
        s.AGAIN: _from_counting,
        s.PREDICT: _from_counting,
        s.SHOWN: _talk,
        s.TALK: _choose_again,
        s.SHOWN_AGAIN: _decide,
        s.OBJECTIONS: _objects,
        s.UNSETTLED: _talk,
        s.DECIDED: _from_decided,
        s.PREDICTED: _play_it,
        s.OVER: lambda screen: screen.backfire.show_ending(screen.kept),
    }
