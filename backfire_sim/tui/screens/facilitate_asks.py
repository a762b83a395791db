"""What a facilitator is asked before something is done at the table: numbers, choices, reasons, yes or no."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.engine.events import End, Throw
from backfire_sim.room.commands import Blank, Command, PlayIt, Said, Skip
from backfire_sim.speech import _, sense
from backfire_sim.table import events as e
from backfire_sim.table.conduct import BROKEN, HELD, UNSURE
from backfire_sim.tui.screens.asking import Asking
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, prose
from backfire_sim.tui.widgets.menu import Menu, Rows
from backfire_sim.views import facilitating

if TYPE_CHECKING:
    from backfire_sim.tui.screens.facilitate import FacilitateScreen
    from backfire_sim.views.facilitator import FacilitatorView, InjectRow

SUBJECT = "facilitate"

LONGEST_REASON = 280

MOST_HANDS = 30

_AT_ONCE: dict[str, Command] = {
    "read_on": e.ReadOn(),
    "start_choosing": e.StartChoosing(),
    "show": e.Show(),
    "talk": e.Talk(),
    "run_timer": e.RunTimer(),
    "pause_timer": e.PauseTimer(),
    "more_time": e.MoreTime(),
    "choose_again": e.ChooseAgain(),
    "decide": e.Decide(),
    "predict": e.Predict(),
    "play_it": PlayIt(),
    "back": e.Back(),
    "freeze": e.Freeze(),
    "thaw": e.Thaw(),
    "blank": Blank(True),
    "unblank": Blank(False),
}
"""What needs nothing more than to be asked for."""


def begin(page: FacilitateScreen, do: str) -> None:
    """Do it, or ask what has to be known first."""
    if do in _AT_ONCE:
        ask_for(page, _AT_ONCE[do])
    else:
        _ASKED[do](page)


def ask_for(page: FacilitateScreen, command: Command, *, done: str = "") -> None:
    """Ask the table for something; where something should be known first, say so and ask.

    `done`: a sentence to say once it has happened.
    """

    def answered(said: Said) -> None:
        if said.ask:
            _know_first(page, command, said.text)
            return
        words = " ".join(part for part in (done if said.ok else "", said.text) if part)
        if words:
            page.say(words)

    page.host.ask(command, answered)


def _know_first(page: FacilitateScreen, command: Command, words: str) -> None:
    knowing = _knowing(command)
    if knowing is None:
        page.say(words)
        return

    def done(yes: bool | None) -> None:
        if yes:
            ask_for(page, knowing)

    title, yes = (
        (_("Play it"), _("Play it without")) if isinstance(command, PlayIt) else (_("Show the choices"), _("Show it"))
    )
    page.app.push_screen(Asking(SUBJECT, title, title, [words], yes, no_first=True), done)


def _knowing(command: Command) -> Command | None:
    """The same, by somebody who knows what should be known first."""
    match command:
        case PlayIt(knowing=False):
            return PlayIt(knowing=True)
        case e.Show(close=False):
            return e.Show(close=True)
    return None


# -- Before it is done -----------------------------------------------------------------------------------------------


def throw(page: FacilitateScreen, inject: InjectRow) -> None:
    """Throw an inject, after a question."""
    if inject.shut:
        page.say(inject.shut)
        return
    words = [
        inject.text,
        _("The shared screen shows it at once, with what follows from it. It cannot be thrown twice."),
    ]

    def done(yes: bool | None) -> None:
        if yes:
            ask_for(page, Throw(inject.id), done=_("Thrown. The shared screen shows it."))

    page.app.push_screen(Asking(SUBJECT, _("Inject"), inject.title, words, _("Throw it")), done)


def _end(page: FacilitateScreen) -> None:
    words = [
        _("The play ends here, for everybody, and the shared screen goes on to the look back."),
        _("It begins with how people are. Nobody has to give a reason."),
    ]

    def done(yes: bool | None) -> None:
        if yes:
            ask_for(page, End())

    title = _("End kindly")
    page.app.push_screen(Asking(SUBJECT, title, title, words, _("End it, and look back"), no_first=True), done)


def _skip(page: FacilitateScreen) -> None:
    from backfire_sim.table import state as s
    from backfire_sim.tui.screens.pause import SKIPPING

    if page.view.table.stage == s.TOLD:
        ask_for(page, Skip())
        return

    def done(yes: bool | None) -> None:
        if yes:
            ask_for(page, Skip())

    title = _("Skip this scene")
    page.app.push_screen(Asking(SUBJECT, title, title, [_(SKIPPING)], _("Skip it")), done)


def _reason(page: FacilitateScreen) -> None:
    from backfire_sim.tui.screens.write import WriteScreen

    def keep(words: str) -> None:
        if words.strip():
            ask_for(page, e.Reason(words))

    page.app.push_screen(WriteScreen(SUBJECT, _("A reason, unnamed"), "", most=LONGEST_REASON, keep=keep, lines=False))


def note_test(page: FacilitateScreen, line: str, words: str) -> None:
    """Ask how a line of the code held."""
    by = facilitating.tested_by(page.view, line)
    hows = (HELD, BROKEN, UNSURE)
    labels = [(_("It held"), ""), (_("It was broken"), ""), (_("They are not sure"), "")]

    def take(at: int) -> None:
        ask_for(page, e.NoteTest(line, by, hows[at]))

    page.app.push_screen(Choosing(_("A line that was tested"), words, "", labels, take))


def _rule(page: FacilitateScreen) -> None:
    view = page.view
    contenders = set(view.table.contenders)
    rows = sorted(view.table.choices, key=lambda row: (row.number not in contenders, row.number))
    labels = [
        (f"{row.number}  {row.label}", _("The choices did not decide about it.") if row.number in contenders else "")
        for row in rows
    ]
    about = _("The shared screen shows what you take, and that the facilitator decided. Say why aloud.")

    def take(at: int) -> None:
        ask_for(page, e.Rule(rows[at].number))

    page.app.push_screen(Choosing(_("Decide it yourself"), _("Which one?"), about, labels, take))


def _objections(page: FacilitateScreen) -> None:
    most = max(0, min(MOST_HANDS, page.view.table.seats))
    labels = [(_("Nobody objects"), ""), *((str(n), "") for n in range(1, most + 1))]
    about = _("Nobody has to say why. One objection is enough: then they talk and choose again, or you decide.")

    def take(at: int) -> None:
        ask_for(page, e.Objections(at))

    page.app.push_screen(Choosing(_("Objections"), _("How many object?"), about, labels, take))


def _count(page: FacilitateScreen) -> None:
    page.app.push_screen(CountScreen(page))


_ASKED: dict[str, Callable[[FacilitateScreen], None]] = {
    "end": _end,
    "skip": _skip,
    "reason": _reason,
    "rule": _rule,
    "objections": _objections,
    "count": _count,
}


class Choosing(Page):
    """Some words and rows to take one of."""

    subject = SUBJECT

    def __init__(
        self, name: str, title: str, words: str, rows: list[tuple[str, str]], take: Callable[[int], None]
    ) -> None:
        """`take` is called with the place of the row that is taken; nothing happens where none is."""
        super().__init__()
        self._about, self._title, self._words, self._labels, self._taken = name, title, words, rows, take

    def masthead(self) -> tuple[str, str, str]:
        """What it is about."""
        return self._about, "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Choose, or back."""
        return (
            Hint("enter", key("enter"), _("choose")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("escape", key("esc"), _("back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The rows."""
        self.rows = Explained(self._title, self._words)
        self.rows.show(self._labels)
        yield self.rows

    def on_mount(self) -> None:
        """They have the keys."""
        self.activate(self.rows)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """This one."""
        self.dismiss(True)
        self._taken(at)

    def action_back(self) -> None:
        """None of them."""
        self.dismiss(False)

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(False)


class Explained(Rows):
    """Rows under some words."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__(id="thought")
        self.title = Content(title)
        self._words = words

    def before_rows(self, width: int) -> list[Content]:
        """The words."""
        return [BLANK, *(prose(self._words, width) if self._words else []), BLANK]


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
