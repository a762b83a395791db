"""A question before something that cannot be undone, or that a person should know of first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, prose
from backfire_sim.tui.widgets.menu import Menu, Rows


class Asking(Page):
    """Some sentences, and under them yes or no in words. Dismissed with the answer."""

    def __init__(self, subject: str, name: str, title: str, words: Sequence[str], yes: str, *, no_first: bool = False):
        """`yes`: what is done, in words. `no_first`: stand on leaving it, where yes cannot be taken back."""
        super().__init__()
        self.subject = subject
        self._about, self._title, self._words, self._yes = name, title, words, yes
        self._answers = (False, True) if no_first else (True, False)

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
        """The question."""
        self._rows = Question(self._title, self._words)
        self._rows.show([(self._yes if answer else _("Leave it"), "") for answer in self._answers])
        yield self._rows

    def on_mount(self) -> None:
        """The answers have the keys."""
        self.activate(self._rows)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Yes or no."""
        self.dismiss(self._answers[at])

    def action_back(self) -> None:
        """No."""
        self.dismiss(False)

    def action_leave(self) -> None:
        """No."""
        self.dismiss(False)


class Question(Rows):
    """The sentences over the answers."""

    def __init__(self, title: str, words: Sequence[str]) -> None:
        super().__init__(id="thought")
        self.title = Content(title)
        self._words = words

    def before_rows(self, width: int) -> list[Content]:
        """A paragraph each."""
        lines = [BLANK]
        for each in self._words:
            lines += [*prose(each, width), BLANK]
        return lines
