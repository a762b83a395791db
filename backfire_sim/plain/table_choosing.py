"""How a table's numbers are typed: by seat and unseen, or as counted hands; and what is asked of the host."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from backfire_sim.engine.events import Prepare
from backfire_sim.plain import lookup
from backfire_sim.plain.commands import Command as Typed
from backfire_sim.plain.commands import means, typed
from backfire_sim.plain.shape import prose
from backfire_sim.plain.table_steps import number
from backfire_sim.room.commands import Command, PlayIt
from backfire_sim.speech import _
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.setup import HANDS

if TYPE_CHECKING:
    from backfire_sim.room.host import TableHost
    from backfire_sim.views.table import TableView


class Choosing(ABC):
    """What can be typed besides words."""

    host: TableHost
    _asked: Command | None = None
    """What would happen after a yes."""
    _seat = 0
    """The seat that chooses anew; 0: the next that has not chosen."""

    @abstractmethod
    def _say(self, lines: Sequence[str]) -> None:
        """Say some lines."""

    def _ask(self, command: Command) -> bool:
        """Ask the host for something, and say what it says; whether it happened."""
        told = self.host.do(command)
        if told.ask:
            self._asked = all_the_same(command)
            how = _("Type {yes} to do it; anything else leaves it.", yes=typed("yes"))
            self._say(prose(f"{told.text} {how}"))
        elif told.text and not (told.ok and isinstance(command, e.Back)):
            # What was gone back over is told by itself.
            self._say(prose(told.text))
        return told.ok

    def _typed(self, text: str, view: TableView) -> None:
        """A line that is no word."""
        if view.stage in s.COUNTING:
            if view.way == HANDS:
                self._hands(text, view)
            else:
                self._choice(text, view)
        elif view.stage == s.OBJECTIONS and number(text) >= 0:
            self._ask(e.Objections(number(text)))
        elif self._preparing(view):
            self._prepare_at_table(text)
        elif number(text) >= 0:
            self._say(prose(_("Nobody chooses just now. Type {help} for what can be typed.", help=typed("help"))))
        else:
            said = _("“{word}” is not a word I know here. Type {help} for those I know.")
            self._say(prose(said.format(word=text, help=typed("help"))))

    @abstractmethod
    def _preparing(self, view: TableView) -> bool:
        """Whether it is chosen what to get ready."""

    def _choice(self, text: str, view: TableView) -> None:
        # What was typed is not said again: it is somebody's own.
        seat, chosen = self._seat_at(view), number(text)
        if not seat:
            self._say([_("All have chosen.")])
        elif chosen == 0:
            self._pass(seat)
        elif not 0 < chosen <= len(view.choices):
            self._say([_("A number from 1 to {last}, or {word}.", last=len(view.choices), word=typed("pass"))])
        elif self._ask(e.Choose(seat, chosen)):
            self._taken(seat)

    def _do_pass(self, command: Typed) -> None:
        view = self.host.table_view()
        seat = self._seat_at(view)
        if seat:
            self._pass(seat)
        else:
            self._ask(e.Pass(view.seats + 1) if view.stage not in s.COUNTING else e.Pass(0))

    def _pass(self, seat: int) -> None:
        if self._ask(e.Pass(seat)):
            self._taken(seat)

    def _taken(self, seat: int) -> None:
        if self._seat:
            self._say([_("Seat {seat} has chosen anew.", seat=seat)])
        self._seat = 0

    def _do_seat(self, command: Typed) -> None:
        view, seat = self.host.table_view(), number(command.rest)
        if view.stage not in s.COUNTING or view.way == HANDS:
            self._say([_("Nobody chooses by seat just now.")])
        elif not 0 < seat <= view.seats:
            said = _("Type {seat} and a number from 1 to {last}.")
            self._say([said.format(seat=typed("seat"), last=view.seats)])
        else:
            self._seat = seat

    def _seat_at(self, view: TableView) -> int:
        """The seat that the keyboard is with; 0 where it is with none."""
        if view.stage not in s.COUNTING or view.way == HANDS:
            self._seat = 0
        return self._seat or view.next_seat

    def _hands(self, text: str, view: TableView) -> None:
        counts = [number(word) for word in text.replace(",", " ").split()]
        if len(counts) != len(view.choices) or min(counts) < 0:
            said = _("One number for each choice, {last} in all, and 0 where nobody raised a hand.")
            self._say(prose(said.format(last=len(view.choices))))
            return
        if sum(counts) > view.seats:
            said = _("That would be {hands} hands at a table of {seats}.")
            self._say([said.format(hands=sum(counts), seats=view.seats)])
            return
        before = self.host.table.round.box.hands or (0,) * len(counts)
        # Those that become fewer first: at no moment are there more hands than people.
        for n in sorted(range(len(counts)), key=lambda n: counts[n] - before[n]):
            if not self._ask(e.Count(n + 1, counts[n])):
                return
        self._say([_("{counted} of {seats} hands are counted.", counted=sum(counts), seats=view.seats)])

    def _prepare_at_table(self, text: str) -> None:
        options = list(self.host.kept.session.rules.options)
        chosen: list[str] = []
        for word in () if means(text, "none") else text.replace(",", " ").split():
            option = lookup.picked(word, options)
            if option is None:
                said = _("There is no preparation “{word}”. Type numbers from 1 to {last}.")
                self._say(prose(said.format(word=word, last=len(options))))
                return
            chosen.append(option)
        self._ask(Prepare(tuple(chosen)))


def all_the_same(command: Command) -> Command | None:
    """The command as it happens although somebody should know something first."""
    if isinstance(command, e.Show):
        return replace(command, close=True)
    return replace(command, knowing=True) if isinstance(command, PlayIt) else None
