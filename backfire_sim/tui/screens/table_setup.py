"""A table of many: what it agrees on before it plays. Everything has a good default, so that enter begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.table.conduct import OWN
from backfire_sim.table.setup import LONGEST_OWN_LINE, MOST_SEATS, Setup
from backfire_sim.tui.layout import HUGE, WIDE, Places, column, projected, split_right
from backfire_sim.tui.screens.library import Library
from backfire_sim.tui.screens.note import NoteScreen
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.agreement import BEGIN, AgreementRows, Asked, changed, question
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from backfire_sim.storage.shelf import Opened

ROOM = "table"
"""Found again under this id: the scenario's name or path (empty: the first of the library) and the setup."""


class TableSetup(Page):
    """What is agreed on at the left, the question about a row at the right; one at a time where it is small."""

    subject = "table_setup"
    homeward = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,plus", "nudge(1)", show=False),
        Binding("left,minus", "nudge(-1)", show=False),
        Binding("b", "begin", show=False),
        *(Binding(str(n), f"digit({n})", show=False) for n in range(10)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.setup = Setup()
        self.scenario = ""
        self.opened: Opened | None = None
        self._typed = ""

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """The name."""
        return _("A table of many"), "", _("one screen, a keyboard that goes round")

    def keys(self) -> tuple[Hint, ...]:
        """Begin, change, back."""
        if self.asking:
            return (
                Hint("enter", key("enter"), _("choose")),
                Hint("down", "↑↓", sense("the arrow keys", "move")),
                Hint("escape", key("esc"), _("back")),
            )
        begin = self.rows.row_id == BEGIN
        return (
            Hint("enter", key("enter"), _("begin") if begin else _("change")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            *(() if begin else (Hint("b", "b", _("begin")),)),
            Hint("right", "←→", _("change")),
            Hint("h", "h", sense("the list of scenarios", "home")),
        )

    @property
    def asking(self) -> bool:
        """Whether a question has the keys."""
        return self.active is self.asked

    def widgets(self) -> Iterable[Widget]:
        """What is agreed on, and the question."""
        self.rows = AgreementRows(id="rows")
        self.asked = Asked(id="asked")
        yield self.rows
        yield self.asked

    def places(self, body: Region) -> Places:
        """Beside each other where there is room."""
        if self.projecting:
            return {"asked" if self.asking else "rows": projected(body)}
        if self.room.width < WIDE:
            return {"asked" if self.asking else "rows": column(body)}
        width = 136 if body.width >= HUGE else min(body.width, 120)
        drop = 2 if body.height >= 38 else 0
        middle = Region(body.x + (body.width - width) // 2, body.y + drop, width, body.height - drop)
        rows, asked = split_right(middle, width - 58)
        return {"rows": rows, "asked": asked}

    def on_mount(self) -> None:
        """As somebody left it, or with the defaults; enter begins."""
        scenario, self.setup = self.backfire.found_again.get(ROOM, ("", Setup()))
        self.scenario = str(scenario or "")
        self._open(self.scenario)
        self.activate(self.rows)
        self._show()

    def _open(self, name: str) -> None:
        """Take a scenario, the first of the library where none is named."""
        from backfire_sim.storage.errors import StorageError

        source = self.backfire.source
        try:
            cards = [] if name else source.cards()
            if name or cards:
                self.opened = source.open(name or cards[0].id)
                self.scenario = name
        except StorageError as error:
            self.say(str(error))

    def _show(self) -> None:
        self.backfire.found_again[ROOM] = (self.scenario, self.setup)
        title = self.opened.scenario.title if self.opened else ""
        self.rows.show_agreement(self.setup, title)
        self._show_question()
        self.reframe()

    def _show_question(self) -> None:
        self.asked.show_question(question(self.rows.row_id, self.setup, self.opened), self.setup)

    # -- Changing ----------------------------------------------------------------------------------------------------

    def menu_moved(self, menu: Menu) -> None:
        """Another row, another question."""
        self._typed = ""
        if menu is self.rows:
            self._show_question()
            self.reframe()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Begin, open a question, or answer it."""
        if menu is self.asked:
            self._answer(at)
        elif self.rows.row_id == BEGIN:
            self.action_begin()
        elif self.rows.row_id == "scenario":
            self.app.push_screen(ChooseScenario(), self._chosen)
        elif self.asked.count():
            self.activate(self.asked)
            self.reframe()

    def _answer(self, at: int) -> None:
        answer = self.asked.answers[at]
        if answer.id == OWN and not self.setup.own_line:
            self._write_own_line()
            return
        self.setup = changed(self.setup, self.rows.row_id, answer.id, self.backfire.seed)
        if not self.asked.many or not answer.id:
            self.activate(self.rows)
        self._show()

    def _write_own_line(self) -> None:
        from backfire_sim.tui.screens.write import WriteScreen

        def keep(words: str) -> None:
            self.setup = self.setup._replace(own_line=words.strip())
            if words.strip():
                self.setup = changed(self.setup, "code", OWN, self.backfire.seed)

        name = _("A line of your own")
        writing = WriteScreen("table_setup", name, "", most=LONGEST_OWN_LINE, keep=keep, lines=False)
        self.app.push_screen(writing, lambda kept: self._show())

    def action_nudge(self, by: int) -> None:
        """The next answer, or the one before, without opening the question."""
        if self.asking or not self.asked.count() or self.asked.many:
            return
        ids = [each.id for each in self.asked.answers]
        at = max(0, min(len(ids) - 1, self.asked.taken_at + by))
        self.setup = changed(self.setup, self.rows.row_id, ids[at], self.backfire.seed)
        self._show()

    def action_digit(self, digit: int) -> None:
        """The number of seats, typed."""
        if self.rows.row_id != "seats":
            return
        self._typed = (self._typed + str(digit))[-2:]
        if 2 <= int(self._typed) <= MOST_SEATS:
            self.setup = changed(self.setup, "seats", self._typed, self.backfire.seed)
            self._show()

    def _chosen(self, _done: bool | None) -> None:
        name, self.backfire.chosen_scenario = self.backfire.chosen_scenario, ""
        if name:
            self._open(name)
            self._show()

    def action_back(self) -> None:
        """From the question to the list; from there home."""
        if self.asking:
            self.activate(self.rows)
            self.reframe()
        else:
            super().action_back()

    def action_leave(self) -> None:
        """Back, or home."""
        if self.asking:
            self.action_back()
        else:
            super().action_leave()

    def action_begin(self) -> None:
        """What the scenario holds, and then the table."""
        if self.opened is None:
            self.say(_("Choose a scenario first."))
            return
        self.backfire.found_again[ROOM] = (self.scenario, self.setup)
        self.backfire.show_table_note(self.opened, self.setup)


class TableNote(NoteScreen):
    """The note of a scenario that a table is about to play."""

    def action_leave(self) -> None:
        """Back to what the table agrees on."""
        self.backfire.visit(ROOM)


class ChooseScenario(Library):
    """The library, to take a scenario from for a table."""

    def masthead(self) -> tuple[str, str, str]:
        """What is chosen here."""
        return _("Which scenario?"), "", super().masthead()[2]

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Take it; a file with a fault is shown as ever."""
        from backfire_sim.views.library import Broken

        item = self.list.items[at]
        if isinstance(item, Broken):
            super().menu_taken(menu, at)
            return
        self._remember()
        self.backfire.chosen_scenario = item.name
        self.dismiss(True)

    def action_back(self) -> None:
        """Back, with what there was."""
        self.dismiss(False)

    def action_leave(self) -> None:
        """The same."""
        self.dismiss(False)
