"""A question with its answers to mark, and beside it all questions with what was said."""

from __future__ import annotations

from textual import events
from textual.content import Content

from backfire_sim.speech import _, plural
from backfire_sim.training.intake import Choice, Intake, Question, chosen, said
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu

SIZES = (1, 4, 6, 8, 12, 16, 20, 25, 30, 40, 60, 100)
"""Numbers of people to choose from; any other can be typed."""

NOT_SAID = ""
"""Id of the answer that says nothing: a question that asks for one answer begins with it, so that enter on any row
means that row."""

_AIRY = 30
"""Rows of the pane from which an empty line parts answers that are explained."""


class Answers(Menu):
    """One question. A click marks at once: nothing is lost by it."""

    one_click = True

    def __init__(self) -> None:
        super().__init__(id="answers")
        self._question: Question | None = None
        self._intake = Intake()
        self._first = False
        self.choices: tuple[Choice, ...] = ()

    def show(self, question: Question, intake: Intake, *, first: bool = False) -> None:
        """Show a question with what was said. `first`: say also what becomes of the answers."""
        fresh = self._question is None or question.id != self._question.id
        self._question, self._intake, self._first = question, intake, first
        self.choices = question.choices or _sizes(intake.people)
        if not question.many:
            self.choices = (Choice(NOT_SAID, _("Not sure yet, or it does not matter")), *self.choices)
        self.title = Content(question.ask)
        self.state = line(_("as many as you like") if question.many else "", " ") if question.many else BLANK
        if fresh:
            self.chosen = next((n for n, each in enumerate(self.choices) if self.marked(each.id)), 0)
        self.chosen = min(self.chosen, max(0, len(self.choices) - 1))
        self.redraw(from_top=fresh)
        if fresh:
            self._show_chosen()

    def marked(self, choice: str) -> bool:
        """Whether this is what was said; where one answer is asked for, having said nothing is one too."""
        assert self._question is not None
        taken = chosen(self._intake, self._question.id)
        return choice in taken or (choice == NOT_SAID and not taken)

    def to(self, choice: str) -> None:
        """Choose the row of an answer."""
        self.choose(next((n for n, each in enumerate(self.choices) if each.id == choice), 0))

    def count(self) -> int:
        """The answers."""
        return len(self.choices)

    def gap(self, width: int) -> int:
        """An empty line between answers that are explained, where there is room to breathe."""
        explained = any(each.about for each in self.choices)
        return int(explained and self.size.height >= _AIRY)

    def before_rows(self, width: int) -> list[Content]:
        """Why it is asked."""
        assert self._question is not None
        lines = prose(self._question.help, width, "$quiet")
        if self._first:
            kept = _("Every question may be passed over. Nothing of this is kept: it is gone when the program ends.")
            lines = [*prose(kept, width), BLANK, *lines]
        return [BLANK, *lines, BLANK]

    def row(self, at: int, width: int, chosen_now: bool) -> list[Content]:
        """An answer with its mark."""
        assert self._question is not None
        choice = self.choices[at]
        taken = self.marked(choice.id)
        off, on = ("[ ] ", "[×] ") if self._question.many else ("( ) ", "(●) ")
        style = "bold" if taken or chosen_now else ""
        mark = "bold $ours" if taken else "$quiet"
        lines = hanging(on if taken else off, choice.label, width, style, mark=mark)
        return lines + (hanging("    ", choice.about, width, "$quiet") if choice.about else [])


class Said(Menu):
    """All questions, each with what was said."""

    def __init__(self) -> None:
        super().__init__(id="said")
        self.title = Content(_("Your answers"))
        self._rows: list[tuple[str, str]] = []
        self.at = 0
        """The question that is asked."""

    def show(self, questions: tuple[Question, ...], intake: Intake, at: int) -> None:
        """Show the answers; `at` is the question that is asked."""
        self._rows = [(each.short, said(each, intake)) for each in questions]
        self.at = self.chosen = at
        self.redraw()

    def count(self) -> int:
        """The questions."""
        return len(self._rows)

    def gap(self, width: int) -> int:
        """An empty line between them, where there is room to breathe."""
        return int(self.size.height >= 3 * len(self._rows) + 2)

    def before_rows(self, width: int) -> list[Content]:
        """Ground above."""
        return [BLANK]

    def row(self, at: int, width: int, chosen_now: bool) -> list[Content]:
        """A question in a word, and what was said."""
        short, words = self._rows[at]
        style = "bold" if at == self.at else ""
        return [*hanging("", short, width, style), *hanging("  ", words or "–", width, "$quiet" if not words else "")]

    def on_click(self, event: events.Click) -> None:
        """A click goes to the question."""
        at = self.row_at(event.y)
        if at is None:
            return
        # The menu's own way with a click, which Textual would call too, needs two of them.
        event.prevent_default().stop()
        if self.listener is not None:
            self.listener.menu_taken(self, at)


def _sizes(people: int) -> tuple[Choice, ...]:
    sizes = sorted({*SIZES, *([people] if people else [])})
    return tuple(Choice(str(n), plural("{count} person", "{count} people", n)) for n in sizes)
