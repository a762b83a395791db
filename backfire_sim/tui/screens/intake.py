"""How can we help: what a group needs, asked one question at a time, and answered with a plan for a training."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.training.intake import (
    MOST_PEOPLE,
    Intake,
    Question,
    choose,
    forget,
    people_in,
    questions,
)
from backfire_sim.tui.behind import Behind
from backfire_sim.tui.layout import HUGE, WIDE, Places, column, projected, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.answers import NOT_SAID, Answers, Said
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from backfire_sim.training.facts import Candidate
    from backfire_sim.tui.widgets.pane import Pane

ROOM = "plan"
"""Found again under this id: the answers, and whether the plan for them is to be shown at once."""


class IntakeScreen(Page):
    """One question at a time; on a wide screen all of them stand beside it, with what was said."""

    subject = "plan"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False),
        Binding("enter", "go_on", show=False),
        Binding("right,tab", "turn_to(1)", show=False),
        Binding("left,shift+tab", "turn_to(-1)", show=False),
        Binding("d", "done", show=False),
        Binding("c", "clear", show=False),
        Binding("backspace", "rub_out", show=False),
        *(Binding(str(n), f"digit({n})", show=False) for n in range(10)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.intake = Intake()
        self.at = 0
        """The question that is asked, from 0."""
        self._candidates: list[Candidate] | None = None
        """The scenarios; None until they are read."""
        self._waiting = False
        """Whether the plan is to be shown as soon as they are."""
        self._typed = ""
        self._ask()

    def _ask(self) -> None:
        cards = [each.card for each in self._candidates or ()]
        languages = self.backfire.source.languages() if self.is_attached else {}
        self.questions: tuple[Question, ...] = questions(cards, sorted(languages.items()))
        self.at = min(self.at, len(self.questions) - 1)

    @property
    def question(self) -> Question:
        """The question that is asked."""
        return self.questions[self.at]

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """The name, and which question."""
        place = _("question {number} of {all}", number=self.at + 1, all=len(self.questions))
        return _("How can we help?"), _("nothing of this is kept"), place

    def keys(self) -> tuple[Hint, ...]:
        """Mark, go on, go back."""
        last = self.at == len(self.questions) - 1
        return (
            Hint("enter", key("enter"), sense("hint", "plan") if last else _("next")),
            Hint("space", key("space"), _("mark")),
            *((Hint("left", "←", sense("hint", "back")),) if self.at else ()),
            Hint("d", "d", sense("hint", "plan")),
            *(() if self.at and self.room.width < WIDE else (Hint("h", "h", sense("the list of scenarios", "home")),)),
            Hint("c", "c", _("clear all")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The question, and all of them."""
        self.said = Said()
        self.answers = Answers()
        yield self.said
        yield self.answers

    @property
    def _beside(self) -> bool:
        return self.room.width >= WIDE and not self.projecting

    def places(self, body: Region) -> Places:
        """All questions at the left where there is room."""
        if self.projecting:
            return {"answers": projected(body)}
        if not self._beside:
            return {"answers": column(body)}
        width = 130 if body.width >= HUGE else min(body.width, 116)
        drop = 2 if body.height >= 38 else 0
        middle = Region(body.x + (body.width - width) // 2, body.y + drop, width, body.height - drop)
        said, answers = split_right(middle, width - 42)
        return {"said": said, "answers": answers}

    def on_mount(self) -> None:
        """The first question, or the plan again; the scenarios are read meanwhile."""
        self.intake, self._waiting = self.backfire.found_again.get(ROOM, (Intake(), False))
        self._behind = Behind(self.app)
        self._ask()
        self._show()
        source = self.backfire.source
        self._behind.do(lambda stale: source.candidates(), self._read, lambda error: self._read([]))

    def on_unmount(self) -> None:
        """Nobody needs the scenarios any more."""
        self._behind.stop()
        super().on_unmount()

    def _read(self, candidates: list[Candidate]) -> None:
        self._candidates = candidates
        now = self.question.id
        self._ask()
        self.at = next((n for n, each in enumerate(self.questions) if each.id == now), self.at)
        self._show()
        if self._waiting:
            self.action_done()

    def _show(self) -> None:
        self.backfire.found_again[ROOM] = (self.intake, False)
        self.answers.show(self.question, self.intake, first=self.at == 0)
        self.said.show(self.questions, self.intake, self.at)
        self.activate(self.answers)
        self.reframe()

    def reading(self) -> Pane | None:
        """The question, where it is longer than the screen."""
        return None

    # -- Answering ---------------------------------------------------------------------------------------------------

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Mark an answer, or go to another question."""
        if menu is self.said:
            self._to(at)
            return
        choice = self.answers.choices[at]
        if choice.id == NOT_SAID:
            self.intake = forget(self.intake, self.question.id)
            self._typed = ""
        elif self.question.id == "people":
            people = int(choice.id)
            self.intake = self.intake._replace(people=0 if people == self.intake.people else people)
            self._typed = ""
        else:
            self.intake = choose(self.intake, self.question, choice.id)
        self._show()

    def action_mark(self) -> None:
        """Mark the chosen answer, or take the mark away."""
        self.answers.take()

    def action_digit(self, digit: int) -> None:
        """A digit is part of the number of people; elsewhere it marks the answer at that place."""
        if self.question.id != "people":
            row = digit - 1 if self.question.many else digit
            if digit > 0 and row < self.answers.count():
                self.answers.choose(row)
                self.answers.take()
            return
        self._type(self._typed + str(digit))

    def action_rub_out(self) -> None:
        """Take away the last digit."""
        if self.question.id == "people":
            typed = self._typed or (str(self.intake.people) if self.intake.people else "")
            self._type(typed[:-1])

    def _type(self, typed: str) -> None:
        people = people_in(typed)
        if people is None:
            self.say(_("From 1 to {most} people, please.", most=MOST_PEOPLE))
            return
        self._typed = typed
        self.intake = self.intake._replace(people=people)
        self._show()
        self.answers.to(str(people))

    def action_clear(self) -> None:
        """Forget every answer."""
        self.intake = Intake()
        self._to(0)
        self.say(_("Every answer is forgotten."))

    # -- From question to question -----------------------------------------------------------------------------------

    def action_go_on(self) -> None:
        """The next question, or the plan; where one answer is asked for, with the chosen one."""
        chosen = self.answers.choices[self.answers.chosen].id
        if not self.question.many and not self.answers.marked(chosen):
            self.answers.take()
        if self.at == len(self.questions) - 1:
            self.action_done()
        else:
            self._to(self.at + 1)

    def action_turn_to(self, by: int) -> None:
        """The next question or the one before."""
        self._to(self.at + by)

    def _to(self, at: int) -> None:
        self._typed = ""
        self.at = max(0, min(len(self.questions) - 1, at))
        self._show()

    def action_done(self) -> None:
        """The plan for what has been said so far."""
        if self._candidates is None:
            self._waiting = True
            self.say(_("Reading the scenarios …"))
            return
        from backfire_sim.training.plan import plan
        from backfire_sim.tui.screens.training import TrainingScreen

        self._waiting = False
        self.backfire.found_again[ROOM] = (self.intake, True)
        self.app.push_screen(TrainingScreen(plan(self.intake, self._candidates)), self._back)

    def _back(self, _done: bool | None) -> None:
        """Back from the plan: the answers can be changed."""
        self.backfire.found_again[ROOM] = (self.intake, False)
