"""A decision to practice: what has happened, what can be answered, and a sentence to check line by line."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content

from backfire_sim.speech import _
from backfire_sim.text import width as text_width
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import GUTTER, Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.practice import Answer, Question

NONE = -1
"""No row is chosen at first: one that stood there already would be taken too often."""

_BESIDE = 40
"""Cells from which what an answer means stands beside it."""


class Cue(Pane):
    """Who you are and what has happened; the question stays at the foot."""

    def __init__(self) -> None:
        super().__init__(id="cue")
        self.stands: Callable[[], object] = bool
        """Called when it has its place: how much of it is in view is known then."""
        self._question: Question | None = None
        self._veiled = False

    def show(self, question: Question, *, veiled: bool) -> None:
        """Show a decision; veiled, only that there is one."""
        self._question, self._veiled = question, veiled
        self.title = Content(question.title)
        self.state = line((question.place, "$quiet"))
        self.redraw(from_top=True)

    def body(self, width: int) -> list[Content]:
        """What has happened, a paragraph each."""
        question = self._question
        if question is None:
            return []
        if self._veiled:
            return prose(_("What happened is veiled. v shows it, x leaves this card out."), width, "$quiet")
        lines = prose(question.again_words, width, "$quiet") if question.again else []
        return [*lines, *prose("\n\n".join(question.cue), width)]

    def pinned(self, width: int) -> list[Content]:
        """What is asked."""
        return [BLANK, *prose(self._question.ask, width, "bold $accent")] if self._question else []

    def on_resize(self) -> None:
        """It has its place."""
        self.stands()

    def wants(self, width: int) -> int:
        """Rows that it needs to show everything at this width."""
        return 1 + len(self.body(width)) + len(self.pinned(width))


class Choices(Menu):
    """Answers with their numbers; none is chosen at first."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.answers: tuple[Answer, ...] = ()
        self.brief = False
        """Whether there is no room for what answers mean, but of the chosen one."""
        self.airy = False
        """Whether there is room for an empty line between the answers."""
        self.open = True
        """Whether one can be chosen now."""
        self.chosen = NONE

    def show(self, title: str, answers: tuple[Answer, ...]) -> None:
        """Show these answers, none of them chosen."""
        self.title, self.state = Content(title), BLANK
        self.answers, self.chosen = answers, NONE
        self.redraw(from_top=True)

    def count(self) -> int:
        """The answers."""
        return len(self.answers)

    def fit(self, *, brief: bool, airy: bool) -> None:
        """Leave out what answers mean, or say it; apart or not. Drawn anew with the layout that asks for it."""
        if (brief, airy) != (self.brief, self.airy):
            self.brief, self.airy, self._body = brief, airy, None
            self.call_after_refresh(self.repaint)

    def gap(self, width: int) -> int:
        """An empty line between the answers where there is room."""
        return int(self.airy)

    def _gap(self, width: int, taken: int) -> int:
        return self.gap(width)

    def on_click(self, event: events.Click) -> None:
        """Where none can be chosen yet, a click says so; else it is one like any other."""
        if not self.open and self.row_at(event.y) is not None:
            # The menu's own way with a click comes after this one.
            event.prevent_default().stop()
            if self.listener is not None:
                self.listener.menu_touched(self)

    def step(self, by: int) -> None:
        """The answer before or after; from none to the first, or upward to the last."""
        if self.chosen == NONE:
            self.choose(0 if by > 0 else self.count() - 1)
        else:
            super().step(by)

    def take(self) -> None:
        """Take the chosen answer; where none is, nothing is taken for it."""
        if self.chosen == NONE:
            self.screen.say(_("Choose one with the arrows, its number or a click. x leaves this card out."))  # type: ignore[attr-defined]
        else:
            super().take()

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """Its number, what it is, and what that means."""
        answer, style = self.answers[at], "bold" if chosen or self.lit else ""
        mark = f"{at + 1}  "
        lines = hanging(mark, answer.label, width, style, mark="$accent" if self.lit else "$quiet")
        if not answer.gloss or (self.brief and not chosen):
            return lines
        inset = self._inset()
        if inset and width - inset >= _BESIDE:
            told = hanging("", answer.gloss, width - inset, "$quiet", limit=width - inset)
            first = line(lines[0], " " * max(1, inset - lines[0].cell_length), told[0])
            return [first, *(line(" " * inset, each) for each in told[1:])]
        return [*lines, *hanging("   ", answer.gloss, width, "$quiet")]

    def _inset(self) -> int:
        """Cells before what answers mean, where all of them stand in one column."""
        longest = max((text_width(each.label) for each in self.answers), default=0)
        return longest + 5 if longest <= 28 else 0

    def wants(self, width: int, *, brief: bool) -> int:
        """Rows that it needs at this width, whichever of them is chosen."""
        before, self.brief = self.brief, brief
        rows = [len(self.row(at, width - GUTTER, False)) for at in range(self.count())]
        more = [len(self.row(at, width - GUTTER, True)) - rows[at] for at in range(self.count()) if self.open]
        self.brief = before
        return 1 + sum(rows) + max(more, default=0)


class Checklist(Menu):
    """The lines to check one's own sentence against, ticked or not, and the row that goes on."""

    def __init__(self) -> None:
        super().__init__(id="checklist")
        self.lines: tuple[str, ...] = ()
        self.ticked: set[int] = set()
        self._words = ""

    def show(self, words: str, lines: tuple[str, ...]) -> None:
        """Show the sentence and what to check it against; what is ticked stays so."""
        self._words, self.lines = words, lines
        self.title = Content(_("Check it against this"))
        self.redraw()

    def begin(self) -> None:
        """Nothing is ticked yet."""
        self.ticked = set()
        self.chosen = 0

    def toggle(self, at: int) -> None:
        """Tick a line, or take the tick away."""
        self.ticked ^= {at}
        self.redraw()

    def count(self) -> int:
        """The lines, and the row that goes on."""
        return len(self.lines) + 1

    def before_rows(self, width: int) -> list[Content]:
        """What was written."""
        words = self._words.strip() or _("You wrote nothing. You can check what you have in mind.")
        style = "" if self._words.strip() else "$quiet"
        how = _("Tick what your words have. Only you judge; nobody grades them.")
        return [BLANK, *prose(words, width, style, indent=2), BLANK, *prose(how, width, "$quiet"), BLANK]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A line with its tick, or the row that goes on."""
        style = "bold" if chosen else ""
        if at == len(self.lines):
            return [BLANK, line((_("That is all: show the example"), style or "bold"))]
        on = at in self.ticked
        mark = "bold $ours" if on else "$quiet"
        return hanging("[×] " if on else "[ ] ", self.lines[at], width, style, mark=mark)
