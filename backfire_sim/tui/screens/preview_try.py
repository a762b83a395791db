"""What if? Other gates, numbers, facts and consents, and the play goes on from there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.authoring.trying import OURS, THEIRS, Number, OutOfRangeError, numbers
from backfire_sim.engine.session import Session
from backfire_sim.text import fit, one_line, pad, wrap
from backfire_sim.tui.layout import PHONE, Places
from backfire_sim.tui.screens.preview_page import PreviewPage, table
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.lines import BLANK, line, prose
from backfire_sim.tui.widgets.menu import GUTTER, Menu

_WORDS = (
    "Change what you like, then go on from there. The play says that it stands in a tried state until you take it back."
)


class TryScreen(PreviewPage):
    """A form with every number of the play."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,plus", "add(1)", show=False),
        Binding("left,minus", "add(-1)", show=False),
        Binding("space", "flip", show=False),
        Binding("enter", "go_from_here", show=False),
        Binding("backspace,delete", "as_it_is", show=False),
        Binding("r", "reset", show=False),
        *(Binding(str(n), f"digit({n})", show=False) for n in range(10)),
    ]

    def masthead(self) -> tuple[str, str, str]:
        """Where the play stands."""
        session = self._session
        scene = session.scenario.scenes[session.position.scene].title if session.position.scene else "before it happens"
        return "What if", "", scene

    def keys(self) -> tuple[Hint, ...]:
        """Change, go on, go back."""
        return (
            Hint("enter", "enter", "go on from here", bool(self.form.changes)),
            Hint("right", "←→", "change"),
            Hint("space", "0-9", "set"),
            Hint("r", "r", "reset", bool(self.form.changes) or self.preview.tried is not None),
            Hint("escape", "esc", "back"),
        )

    @property
    def _session(self) -> Session:
        assert self.preview.kept is not None
        return self.preview.kept.session

    def widgets(self) -> Iterable[Widget]:
        """The form."""
        self.form = Form()
        yield self.form

    def places(self, body: Region) -> Places:
        """Wider than words that are read: it is a table."""
        return table(body)

    def on_mount(self) -> None:
        """It has the keys."""
        self.followed()
        self.activate(self.form)

    def followed(self) -> None:
        """The numbers of the text as it is now; what was changed stays so, as far as it goes."""
        self.form.take_up(numbers(self._session.rules, self._session.position))
        self.reframe()

    def _change(self, value: int) -> None:
        try:
            self.form.change(value)
        except OutOfRangeError as error:
            self.say(str(error))
        else:
            self.reframe()

    def action_add(self, by: int) -> None:
        """One more or one less."""
        self._change(self.form.now(self.form.number) + by)

    def action_digit(self, digit: int) -> None:
        """The number as it is typed."""
        self._change(self.form.typed(digit))

    def action_flip(self) -> None:
        """Yes or no."""
        if self.form.number.yes_or_no:
            self._change(1 - self.form.now(self.form.number))

    def menu_taken(self, menu: Menu, at: int) -> None:
        """A second click."""
        self.action_flip()

    def action_as_it_is(self) -> None:
        """This number as it stands in the play."""
        self._change(self.form.number.value)

    def action_reset(self) -> None:
        """All numbers as they stand; where none is changed, back to the play as it was played."""
        if self.form.changes:
            self.form.forget()
            self.reframe()
        elif self.preview.tried is not None:
            self.preview.back_to_played()
            self.author.stand()

    def action_go_from_here(self) -> None:
        """Go on from the numbers as they are set."""
        if not self.form.changes:
            self.say("Nothing is changed yet.")
            return
        self.author.try_out(self.form.changes)

    def action_back(self) -> None:
        """Leave everything as it is."""
        self.dismiss()

    def action_leave(self) -> None:
        """The same."""
        self.dismiss()


class Form(Menu):
    """One number a row: what it belongs to, its name, its value between a minus and a plus, and its range."""

    def __init__(self) -> None:
        super().__init__(id="thought")
        self.title = Content("What if it stood like this?")
        self.numbers: tuple[Number, ...] = ()
        self.changes: dict[str, int] = {}
        """By name, what is set otherwise than it stands."""
        self._typed = ""
        self._minus = self._plus = 0

    # -- The numbers -------------------------------------------------------------------------------------------------

    def take_up(self, found: tuple[Number, ...]) -> None:
        """These are the numbers."""
        known = {number.name: number for number in found}
        self.numbers = found
        self.changes = {
            name: value
            for name, value in self.changes.items()
            if name in known and known[name].low <= value <= known[name].high and known[name].value != value
        }
        self.chosen = min(self.chosen, max(0, len(found) - 1))
        self._show()

    @property
    def number(self) -> Number:
        """The chosen one."""
        return self.numbers[self.chosen]

    def now(self, number: Number) -> int:
        """Its value as it is set."""
        return self.changes.get(number.name, number.value)

    def change(self, value: int) -> None:
        """Set the chosen number. OutOfRangeError where it cannot have this value."""
        number = self.number
        if number.checked(value) == number.value:
            self.changes.pop(number.name, None)
        else:
            self.changes[number.name] = value
        self._show()

    def typed(self, digit: int) -> int:
        """The value that the digits typed so far make; too long, they begin anew."""
        high = self.number.high
        self._typed = self._typed + str(digit)
        if int(self._typed) > high and len(self._typed) > 1:
            self._typed = str(digit)
        return int(self._typed)

    def forget(self) -> None:
        """Every number as it stands."""
        self.changes = {}
        self._show()

    def _show(self) -> None:
        changed = len(self.changes)
        self.state = line((f"{changed} changed", "bold $mark")) if changed else BLANK
        self.redraw()

    # -- Drawing -----------------------------------------------------------------------------------------------------

    def choose(self, at: int) -> None:
        """Another number: what is typed begins anew."""
        self._typed = ""
        super().choose(at)

    def count(self) -> int:
        """How many there are."""
        return len(self.numbers)

    def before_rows(self, width: int) -> list[Content]:
        """What this is for."""
        return [BLANK, *prose(_WORDS, width, "$quiet"), BLANK]

    def row(self, at: int, across: int, chosen: bool) -> list[Content]:
        """One number."""
        number = self.numbers[at]
        narrow = across < PHONE
        part = 0 if narrow else min(30, across // 3)
        name = max(8, min(40, across - part - (9 if narrow else 26)))
        value = self.now(number)
        first = at == 0 or self.numbers[at - 1].part != number.part
        said = ("yes" if value else "no") if number.yes_or_no else str(value)
        was = ("yes" if number.value else "no") if number.yes_or_no else str(number.value)
        changed = number.name in self.changes
        self._minus, self._plus = part + name, part + name + 7
        arrows = (" ", " ") if number.yes_or_no else ("−", "+")
        scale = "" if number.yes_or_no else f"{number.low} to {number.high}"
        style = "bold" if chosen else ""
        audience = narrow and not number.yes_or_no and number.part not in (OURS, THEIRS)
        said_of = f"{number.label} · {number.part}" if audience else number.label
        label, *more = wrap(one_line(said_of), name - 1) or [""]
        head = line(
            (pad(fit(number.part, part - 1) if first else "", part), "$quiet"),
            (pad(label, name), style),
            (arrows[0], "bold $accent"),
            (f"{said:^6}", "bold $mark" if changed else "bold"),
            (arrows[1], "bold $accent"),
            ("" if narrow else pad(f"  {scale}", 11), "$quiet"),
            (f" was {was}" if changed and not narrow else "", "$quiet"),
        )
        return [head, *(line(" " * part, (each, style)) for each in more)]

    def on_click(self, event: events.Click) -> None:
        """A click on the minus or the plus changes the number; anywhere else it chooses."""
        at = self.row_at(event.y)
        x = event.x - self.margin - GUTTER
        by = -1 if x == self._minus else 1 if x == self._plus else 0
        if at is None or not by or self.numbers[at].yes_or_no:
            super().on_click(event)
            return
        event.stop()
        self.choose(at)
        page = self.screen
        if isinstance(page, TryScreen):
            page.action_add(by)
