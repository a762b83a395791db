"""One text to write, and the choice to keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events
from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _, plural
from backfire_sim.storage.errors import StorageError
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.writing import Writing

FEW = 500
"""Letters below which it is said how many there is room for."""


class WriteScreen(Page):
    """A page that is written in: every letter is a letter, ctrl+s keeps, esc goes back. True where it was kept."""

    def __init__(
        self, subject: str, name: str, words: str, *, most: int, keep: Callable[[str], None], lines: bool = True
    ) -> None:
        """`words` to begin with; at most `most` characters; `keep` puts them where they belong (StorageError).

        `lines`: whether there can be more than one; where not, enter keeps too.
        """
        super().__init__()
        self.subject = subject
        self._about, self._before, self._keep = name, words, keep
        self._warned = False
        self.writing = Writing(words, most=most, lines=lines, id="thought")
        self._taking = "ctrl+s" if lines else "enter"
        self.writing.title = Content(_("Write here; {key} keeps it", key=self._taking))

    def masthead(self) -> tuple[str, str, str]:
        """What is written, and how much room is left where that is little."""
        left = self.writing.written.left
        room = plural("room for {count} more letter", "room for {count} more letters", left) if left < FEW else ""
        return self._about, "", room

    def keys(self) -> tuple[Hint, ...]:
        """Keep it or not."""
        return (Hint(self._taking, key(self._taking), _("keep it")), Hint("escape", key("esc"), _("back")))

    def widgets(self) -> Iterable[Widget]:
        """The text."""
        yield self.writing

    def everywhere(self) -> tuple[Hint, ...]:
        """Letters are written here: only the key that blanks the screen works as everywhere."""
        return super().everywhere()[-1:]

    def on_key(self, event: events.Key) -> None:
        """Every key writes, but for those that keep it or go back."""
        if event.key in ("ctrl+s", self._taking):
            self._take()
        elif event.key == "escape":
            self.action_back()
        elif self.writing.typed(event):
            self._warned = False
            self.reframe()
            if self.writing.written.full:
                self.say(_("The page is full."))
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is written too."""
        self.writing.pasted(event.text)
        self.reframe()
        event.stop()

    def _take(self) -> None:
        try:
            self._keep(self.writing.words)
        except StorageError as error:
            self.say(str(error))
        else:
            self.dismiss(True)

    def action_back(self) -> None:
        """Back; what would be lost is said first."""
        if self._warned or self.writing.words.strip() == self._before.strip():
            self.dismiss(False)
            return
        self._warned = True
        self.say(_("This is not kept yet: {key} keeps it; esc once more leaves it as it was.", key=self._taking))
