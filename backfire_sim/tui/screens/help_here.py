"""Where to get help here: what the trainer wrote, to read and to write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _
from backfire_sim.storage import help_here
from backfire_sim.storage.errors import StorageError
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.screens.write import WriteScreen
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, heading, prose


class HelpHereScreen(Page):
    """The page as it is kept, and the way to fill it in."""

    subject = "help_here"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("e", "edit", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._fault = ""

    def masthead(self) -> tuple[str, str, str]:
        """What it is."""
        return _("Where to get help here"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Back, and fill it in."""
        return (
            Hint("escape", key("esc"), _("back")),
            Hint("e", "e", _("change it") if self._text else _("fill it in")),
            Hint("pagedown", key("PgDn"), _("read on")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The page."""
        self._read()
        self.words = Words(_("Where to get help here"), self._drawn, id="thought")
        yield self.words

    def _read(self) -> None:
        try:
            self._text, self._fault = help_here.read(), ""
        except StorageError as error:
            self._text, self._fault = "", str(error)

    def _drawn(self, width: int) -> list[Content]:
        lines: list[Content] = [BLANK]
        if self._fault:
            return [*lines, *prose(self._fault, width, "$mark")]
        if not self._text:
            lines += [*prose(_(help_here.EMPTY), width), BLANK]
            return [*lines, *prose(_("For the trainer: e fills this page in, best before the group comes."), width)]
        return [*lines, *page_lines(self._text, width)]

    def reading(self) -> Words:
        """The page."""
        return self.words

    def action_edit(self) -> None:
        """Write it."""
        words = self._text or help_here.template()
        self.app.push_screen(
            WriteScreen("help_here", _("Where to get help here"), words, most=help_here.MOST, keep=help_here.write),
            self._written,
        )

    def _written(self, kept: bool | None) -> None:
        self._read()
        self.words.redraw(from_top=True)
        self.reframe()
        if kept:
            self.say(_("Kept on this machine, and nowhere else."))

    def action_go_on(self) -> None:
        """Read on, then back."""
        if not self.words.page():
            self.action_back()

    def action_back(self) -> None:
        """Back to where this was called from, or home."""
        self.action_leave()


def page_lines(words: str, width: int) -> list[Content]:
    """The page as it was written, line by line; a line that ends in a colon is a heading."""
    lines: list[Content] = []
    for each in words.split("\n"):
        if each.endswith(":"):
            lines.append(heading(each)) if len(each) <= width else lines.extend(prose(each, width, "bold"))
        else:
            lines += prose(each, width) or [BLANK]
    return lines
