"""A question: yes or no, before something that cannot be undone or should be known of first; or one of some rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, choose_or_back
from backfire_sim.tui.widgets.lines import BLANK, prose
from backfire_sim.tui.widgets.menu import Menu, Rows


class _Asked(Page):
    """Some sentences, and under them rows to take one of. Dismissed with whether one was."""

    def __init__(self, subject: str, name: str, title: str, words: Sequence[str], rows: list[tuple[str, str]]) -> None:
        """`name` is what it is about, `title` the question, `words` a paragraph each."""
        super().__init__()
        self.subject = subject
        self._about, self._title, self._words, self._labels = name, title, words, rows

    def masthead(self) -> tuple[str, str, str]:
        """What it is about."""
        return self._about, "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Choose, or back."""
        return choose_or_back()

    def widgets(self) -> Iterable[Widget]:
        """The rows."""
        self._rows = Question(self._title, self._words)
        self._rows.show(self._labels)
        yield self._rows

    def on_mount(self) -> None:
        """They have the keys."""
        self.activate(self._rows)

    def action_back(self) -> None:
        """None of them."""
        self.dismiss(False)

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(False)


class Choosing(_Asked):
    """One of some rows."""

    def __init__(
        self,
        subject: str,
        name: str,
        title: str,
        words: Sequence[str],
        rows: list[tuple[str, str]],
        take: Callable[[int], None],
    ) -> None:
        """`take` is called with the place of the row that is taken; nothing happens where none is."""
        super().__init__(subject, name, title, words, rows)
        self._take = take

    def menu_taken(self, menu: Menu, at: int) -> None:
        """This one."""
        self.dismiss(True)
        self._take(at)


class Asking(_Asked):
    """Yes or no, in words. Dismissed with the answer."""

    def __init__(self, subject: str, name: str, title: str, words: Sequence[str], yes: str, *, no_first: bool = False):
        """`yes`: what is done, in words. `no_first`: stand on leaving it, where yes cannot be taken back."""
        self._answers = (False, True) if no_first else (True, False)
        rows = [(yes if answer else _("Leave it"), "") for answer in self._answers]
        super().__init__(subject, name, title, words, rows)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Yes or no."""
        self.dismiss(self._answers[at])


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
