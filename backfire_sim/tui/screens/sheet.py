"""One sheet: five questions of confidence, five cases, one thing on the screen at a time; then the next person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.measures import Held
from backfire_sim.training.cases import KINDS, cases
from backfire_sim.training.measure import ITEMS, STEPS, Sheet, asked, form_for, is_empty, moment_name
from backfire_sim.training.typed_sheets import LETTERS
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.scale import bar

NONE = -1
"""No answer is chosen at first: one that stood there already would be taken too often."""

BETWEEN, ASKING = "between", "asking"
"""Between two people; a question."""


class SheetScreen(Page):
    """The questions of one person after the other."""

    subject = "sheet"

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"tens({n})", show=False) for n in range(10)),
        Binding("plus,equals_sign", "tens(10)", show=False),
        *(Binding(letter, f"letter({n})", show=False) for n, letter in enumerate(LETTERS)),
        Binding("s", "leave_out", show=False),
        Binding("left,backspace", "before", show=False),
        Binding("f", "other_form", show=False),
    ]

    def __init__(self, held: Held, moment: str) -> None:
        super().__init__()
        self.held, self.moment = held, moment
        self.alone = held.measured.alone
        tally = held.measured.tallies.get(moment)
        self.seat = 1 if self.alone or tally is None else tally.people + 1
        self.stage = ASKING if self.alone else BETWEEN
        self._begin()

    def _begin(self) -> None:
        self.at = 0
        self.form = form_for(self.moment, self.seat)
        self.answers: list[int | None] = [None] * (len(ITEMS) + (len(KINDS) if self.form else 0))

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """The moment, and how far."""
        name = _("Before and after: {moment}", moment=moment_name(self.moment))
        if self.stage == BETWEEN:
            return name, "", _("person {number}", number=self.seat)
        return name, "", _("{number} of {all}", number=self.at + 1, all=len(self.answers))

    def keys(self) -> tuple[Hint, ...]:
        """Answer, leave out, go back one."""
        enter = Hint("enter", key("enter"), _("choose"))
        if self.stage == BETWEEN:
            return enter, Hint("f", "f", _("other form")), Hint("escape", key("esc"), _("back"))
        tens = Hint("5", "0-9 +", _("tens")) if self.at < len(ITEMS) else Hint("a", "a-e", _("choose"))
        return (
            enter,
            tens,
            Hint("s", "s", _("leave out")),
            Hint("left", "←", _("one back")),
            Hint("escape", key("esc"), _("stop")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The question with its answers."""
        self.answering = Answering(id="thought")
        yield self.answering

    def on_mount(self) -> None:
        """The answers have the keys."""
        self.activate(self.answering)
        self._show()

    def _show(self) -> None:
        pane = self.answering
        pane.state = Content("")
        if self.stage == BETWEEN:
            pane.title = Content(_("Person {number}", number=self.seat))
            pane.show_between(_welcome(self.held.id, self.form))
        elif self.at < len(ITEMS):
            pane.title = Content(_("How confident"))
            pane.show_steps(asked(self.moment, self.at), self.answers[self.at])
        else:
            case = cases(self.form)[self.at - len(ITEMS)]
            pane.title = Content(case.name)
            pane.show_case(case.text, case.ask, case.options, self.answers[self.at])
        self.reframe()

    # -- Answering ---------------------------------------------------------------------------------------------------

    def menu_taken(self, menu: Menu, at: int) -> None:
        """An answer; or the next person, or everybody has been."""
        if self.stage == BETWEEN:
            if at:
                self.dismiss(True)
                return
            self.stage = ASKING
            self._show()
        else:
            self._answer(STEPS[at] if self.at < len(ITEMS) else at)

    def action_tens(self, tens: int) -> None:
        """A step of confidence, by its first digit; + is 100."""
        if self.stage == ASKING and self.at < len(ITEMS):
            self._answer(STEPS[tens])

    def action_letter(self, at: int) -> None:
        """An option of a case, by its letter."""
        if self.stage == ASKING and self.at >= len(ITEMS) and at < self.answering.count():
            self._answer(at)

    def action_leave_out(self) -> None:
        """No answer to this one."""
        if self.stage == ASKING:
            self._answer(None)

    def _answer(self, value: int | None) -> None:
        self.answers[self.at] = value
        if self.at + 1 < len(self.answers):
            self.at += 1
            self._show()
        else:
            self._whole()

    def action_before(self) -> None:
        """The question before."""
        if self.stage == ASKING and self.at:
            self.at -= 1
            self._show()

    def action_other_form(self) -> None:
        """The other form, for a sheet from paper or a seat that was changed."""
        if self.stage == BETWEEN and self.form:
            self.form = "B" if self.form == "A" else "A"
            self._show()

    def _whole(self) -> None:
        """The sheet is whole: count it, then the next person, or what we would say."""
        sheet = Sheet(tuple(self.answers[: len(ITEMS)]), self.form, tuple(self.answers[len(ITEMS) :]))
        said = _("Nothing was answered, so nothing is counted. That is fine.")
        if not is_empty(sheet):
            try:
                self.held.add(self.moment, sheet)
            except (StorageError, ValueError) as error:
                self.say(str(error))
                return
            said = _("Thank you. It is counted.")
            self.seat += 1
        if self.alone:
            self._review(sheet)
            return
        self._begin()
        self.stage = BETWEEN
        self._show()
        self.say(said)

    def _review(self, sheet: Sheet) -> None:
        from backfire_sim.tui.screens.measured import MeasuredScreen

        self.dismiss(True)
        self.app.call_later(self.app.push_screen, MeasuredScreen(self.held, own=sheet))

    @property
    def begun(self) -> bool:
        """Whether there are answers that would be lost."""
        return True

    def action_back(self) -> None:
        """Stop; what is whole was counted."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """The same."""
        self.dismiss(True)


class Answering(Menu):
    """A question and the answers to choose from."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._above: tuple[tuple[str, str], ...] = ()
        self._options: tuple[str, ...] = ()
        self._steps = self._lettered = False

    def show_between(self, words: tuple[str, ...]) -> None:
        """Before somebody begins."""
        self._set(tuple((each, "") for each in words), (_("Begin"), _("That was everybody")), 0)

    def show_steps(self, question: str, chosen: int | None) -> None:
        """How confident, in tens."""
        at = NONE if chosen is None else STEPS.index(chosen)
        self._set(((question, "bold"),), tuple(str(step) for step in STEPS), at, steps=True)

    def show_case(self, text: str, question: str, options: tuple[str, ...], chosen: int | None) -> None:
        """A case with its options."""
        self._set(((text, ""), (question, "bold")), options, NONE if chosen is None else chosen, lettered=True)

    def _set(
        self,
        above: tuple[tuple[str, str], ...],
        options: tuple[str, ...],
        at: int,
        *,
        steps: bool = False,
        lettered: bool = False,
    ) -> None:
        self._above, self._options, self._steps, self._lettered, self.chosen = above, options, steps, lettered, at
        self.redraw(from_top=True)

    def step(self, by: int) -> None:
        """The answer before or after; from none to the middle one, or the first."""
        if self.chosen == NONE:
            self.choose(len(self._options) // 2 if self._steps else 0)
        else:
            super().step(by)

    def take(self) -> None:
        """Take the chosen answer; where none is, nothing is taken for it."""
        if self.chosen == NONE:
            self.screen.say(_("Choose one with the arrows or its key; s leaves it out."))  # type: ignore[attr-defined]
        else:
            super().take()

    def count(self) -> int:
        """How many answers there are."""
        return len(self._options)

    def gap(self, width: int) -> int:
        """Air between the options of a case where there is room."""
        return int(not self._steps and self.size.height >= 30)

    def before_rows(self, width: int) -> list[Content]:
        """The question."""
        lines = [BLANK]
        for words, style in self._above:
            lines += [*prose(words, width, style), BLANK]
        return lines

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A step as a bar, or an option with its letter."""
        if self._steps:
            ends = {0: _("not at all"), len(STEPS) - 1: _("completely")}
            return [bar(STEPS[at], ends.get(at, ""), width, chosen=chosen)]
        mark = f"{LETTERS[at]}  " if self._lettered else ""
        return hanging(mark, self._options[at], width, "bold" if chosen else "", mark="$accent")


def _welcome(id_: str, form: str) -> tuple[str, ...]:
    where = _("The counts are kept in measure-{id}.", id=id_) if id_ else _("Nothing is kept after the app closes.")
    words = (
        _(
            "The keyboard is yours. No name is asked, and what you choose does not stay on the screen. s leaves one "
            "out."
        ),
        _("For the facilitator: is the projector off? Sit in the same order before and after."),
    )
    if form:
        sheet = _(
            "This one is form {form}. For a sheet from paper, f changes the form; then ten keys type it in.", form=form
        )
        return (*words, sheet, where)
    return (*words, where)
