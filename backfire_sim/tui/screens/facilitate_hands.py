"""The page on which a facilitator says how many hands were raised for each number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.room.commands import Said
from backfire_sim.speech import _, sense
from backfire_sim.table import events as e
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, prose
from backfire_sim.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from backfire_sim.tui.screens.facilitate import FacilitateScreen
    from backfire_sim.views.facilitator import FacilitatorView

SUBJECT = "facilitate"

MOST_HANDS = 30
"""Hands that can be counted for one choice."""


class CountScreen(Page):
    """How many hands were raised for each number."""

    subject = SUBJECT

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"digit({n})", show=False) for n in range(10)),
        Binding("backspace,delete", "rub_out", show=False),
    ]

    def __init__(self, page: FacilitateScreen) -> None:
        super().__init__()
        self._page = page

    def masthead(self) -> tuple[str, str, str]:
        """How many are counted in all."""
        counted, seats = sum(self.hands.counts), self._page.view.table.seats
        return _("Hands"), "", _("{counted} of {seats}", counted=counted, seats=seats)

    def keys(self) -> tuple[Hint, ...]:
        """Type, go on, be done."""
        return (
            Hint("enter", key("enter"), _("next") if self.hands.chosen < self.hands.count() - 1 else _("done")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("escape", key("esc"), _("back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The choices, each with its number of hands."""
        self.hands = Hands(self._page.view)
        yield self.hands

    def on_mount(self) -> None:
        """They have the keys."""
        self.activate(self.hands)

    def action_digit(self, digit: int) -> None:
        """A digit of the number of hands for the chosen row."""
        self.hands.type(digit)
        self.reframe()

    def action_rub_out(self) -> None:
        """Nothing is typed for it any more."""
        self.hands.rub_out()
        self.reframe()

    def action_move(self, by: int) -> None:
        """To another number; what was typed is counted."""
        self._send(lambda: self.hands.step(by))

    def action_jump(self, to: int) -> None:
        """The same."""
        self._send(lambda: self.hands.jump(to))

    def menu_moved(self, menu: Menu) -> None:
        """What was typed for another row is counted."""
        self._send(lambda: None)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """To the next number; after the last, done."""
        last = at >= self.hands.count() - 1
        self._send(self.action_done if last else lambda: self.hands.step(1))

    def action_done(self) -> None:
        """Back to the table."""
        self.dismiss(True)

    def action_back(self) -> None:
        """What was typed is counted."""
        self._send(self.action_done)

    def action_leave(self) -> None:
        """The same."""
        self.action_back()

    def _send(self, then: Callable[[], None]) -> None:
        typed = self.hands.typed
        if typed is None:
            then()
            self.reframe()
            return
        number, hands = typed

        def answered(said: Said) -> None:
            if not self.is_mounted:
                return
            if said.ok:
                self.hands.counted(number, hands)
                then()
                if self.is_current:
                    self.reframe()
            else:
                self.hands.rub_out()
                self.reframe()
                self.say(said.text)

        self._page.host.ask(e.Count(number, hands), answered)


class Hands(Menu):
    """The choices with what was counted for each, and what is being typed."""

    def __init__(self, view: FacilitatorView) -> None:
        super().__init__(id="thought")
        self.title = Content(_("How many hands for each?"))
        self._choices = view.table.choices
        self._seats = view.table.seats
        self.counts = [*view.hands, *(0 for _each in self._choices)][: len(self._choices)]
        self._typing: tuple[int, str] | None = None
        """The row for which something is typed, and its digits."""

    @property
    def typed(self) -> tuple[int, int] | None:
        """The number and the hands that were typed and not counted yet."""
        if self._typing is None or not self._typing[1]:
            return None
        return self._choices[self._typing[0]].number, int(self._typing[1])

    def type(self, digit: int) -> None:
        """One digit more for the chosen row; no table has more than two."""
        before = self._typing[1] if self._typing is not None and self._typing[0] == self.chosen else ""
        self._typing = self.chosen, f"{before}{digit}"[-2:]
        self.redraw()

    def rub_out(self) -> None:
        """Nothing is typed any more."""
        self._typing = None
        self.redraw()

    def counted(self, number: int, hands: int) -> None:
        """The table has counted so many."""
        for at, choice in enumerate(self._choices):
            if choice.number == number:
                self.counts[at] = hands
        self.rub_out()

    def count(self) -> int:
        """How many choices there are."""
        return len(self._choices)

    def before_rows(self, width: int) -> list[Content]:
        """What the room sees of it."""
        said = _("Type how many, then enter. The shared screen shows only how many are counted in all.")
        return [BLANK, *prose(said, width, "$quiet"), BLANK]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """The hands, then the choice."""
        typing = self._typing[1] if self._typing is not None and self._typing[0] == at else ""
        shown = f"{typing}_" if typing else str(self.counts[at])
        choice = self._choices[at]
        return hanging(
            f"{shown:>3}  {choice.number}  ", choice.label, width, "bold" if chosen else "", mark="bold $ours"
        )
