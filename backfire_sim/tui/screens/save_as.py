"""Where to save: a document as a file, in a place that somebody chooses, and over nothing that is there unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.documents.saving import ThereAlreadyError, save, target
from backfire_sim.speech import _, later
from backfire_sim.storage.errors import StorageError
from backfire_sim.text import plain
from backfire_sim.tui.layout import Places, column, projected
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, line
from backfire_sim.tui.widgets.menu import Menu, Rows
from backfire_sim.tui.widgets.writing import Writing, broken

LONGEST = 1000
"""Characters of a path."""


class Format(NamedTuple):
    """A kind of file."""

    ending: str
    """With its dot."""
    label: str
    about: str


MARKDOWN = Format(".md", later("Markdown"), later("Plain text that any editor opens, to go on writing in."))
HTML = Format(
    ".html", later("A page for a browser, and for paper"), later("One file that stands alone; print it from there.")
)
CSV = Format(".csv", later("A table of figures"), later("For a spreadsheet: the figures and nothing else."))

Make = Callable[[str], str]
"""The document for an ending."""

NAME, THERE, DONE = "name", "there", "done"
"""A name is typed; there is such a file already; it is written."""


class SaveAs(Page):
    """A name to type, the formats to choose from, and then the whole path. True where something was written."""

    subject = "save_as"

    def __init__(self, suggested: str, formats: tuple[Format, ...], make: Make) -> None:
        """`suggested`: a name without its ending. `make`: the document for the ending of a format."""
        super().__init__()
        self._suggested, self._formats, self._make = suggested, formats, make
        self.stage = NAME
        self.file = Path()
        """Where it goes, as soon as that is known."""
        self._format = formats[0]

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """What it is."""
        return _("Save a file"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Save it or not."""
        if self.stage == DONE:
            return (Hint("enter", key("enter"), _("back")),)
        enter = Hint("enter", key("enter"), _("save") if self.stage == NAME else _("choose"))
        format_ = (Hint("tab", "tab", _("format")),) if self.stage == NAME and len(self._formats) > 1 else ()
        return (enter, *format_, Hint("escape", key("esc"), _("back")))

    def everywhere(self) -> tuple[Hint, ...]:
        """Letters are written here: only the key that blanks the screen works as everywhere."""
        return super().everywhere()[-1:]

    def widgets(self) -> Iterable[Widget]:
        """The name, the formats, and what is said of them."""
        self.writing = Writing(self._suggested + self._format.ending, most=LONGEST, lines=False, id="name")
        self.writing.title = Content(_("Name of the file"))
        self.writing.written.to(0, len(self._suggested))
        self.rows = Choices()
        yield self.writing
        yield self.rows

    def places(self, body: Region) -> Places:
        """The name above, the rest below."""
        middle = projected(body) if self.projecting else column(body)
        name = min(5, max(3, middle.height // 4))
        upper = Region(middle.x, middle.y, middle.width, name)
        lower = Region(middle.x, middle.y + name, middle.width, middle.height - name)
        return {"name": upper, "choices": lower} if self.stage == NAME else {"choices": middle}

    def on_mount(self) -> None:
        """The name has the keys."""
        self._draw()

    def _draw(self) -> None:
        if self.stage == NAME:
            self.rows.title = Content(_("Format"))
            self.rows.words = [self._where()]
            self.rows.show([(_(each.label), _(each.about)) for each in self._formats])
            self.rows.choose(self._formats.index(self._format))
        elif self.stage == THERE:
            self.rows.title = Content(_("There is such a file already"))
            self.rows.words = [str(self.file), _("If it is replaced, what is in it is gone.")]
            self.rows.show([(_("Another name"), ""), (_("Replace it"), "")])
            self.rows.choose(0)
        else:
            self.rows.title = Content(_("Saved"))
            self.rows.words = [str(self.file), _("Only you can read it. It is yours to move, to print and to delete.")]
            self.rows.show([(_("Back"), "")])
        self.activate(None if self.stage == NAME else self.rows)
        self.rows.redraw(from_top=True)
        self.reframe()

    def _where(self) -> str:
        try:
            return _("It will be {file}", file=target(self.writing.words, self._default))
        except StorageError as error:
            return str(error)

    @property
    def _default(self) -> str:
        return self._suggested + self._format.ending

    # -- Keys --------------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """While the name is typed every key writes, but for those that save, change the format or go back."""
        if self.stage != NAME:
            return
        if event.key == "enter":
            self._save()
        elif event.key == "escape":
            self.dismiss(False)
        elif event.key in ("tab", "down", "shift+tab", "up"):
            by = -1 if event.key in ("shift+tab", "up") else 1
            self._take(self._formats[(self._formats.index(self._format) + by) % len(self._formats)])
        elif self.writing.typed(event):
            self._follow_ending()
            self._draw()
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is written too."""
        if self.stage == NAME:
            self.writing.pasted(event.text)
            self._follow_ending()
            self._draw()
        event.stop()

    def _follow_ending(self) -> None:
        """The ending that is typed chooses the format."""
        typed = self.writing.words.strip().lower()
        self._format = next((each for each in self._formats if typed.endswith(each.ending)), self._format)

    def _take(self, format_: Format) -> None:
        words = self.writing.words
        if words.lower().endswith(self._format.ending):
            column = self.writing.written.column
            words = words[: -len(self._format.ending)] + format_.ending
            self.writing.write(words, column)
        self._format = format_
        self._draw()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """A format; or what is to be done with the file that is there; or back."""
        if self.stage == NAME:
            self._take(self._formats[at])
        elif self.stage == DONE:
            self.dismiss(True)
        elif at:
            self._save(replace=True)
        else:
            self.stage = NAME
            self._draw()

    def menu_touched(self, menu: Menu) -> None:
        """The name keeps the keys while it is typed."""
        if self.stage != NAME:
            super().menu_touched(menu)

    def action_back(self) -> None:
        """Back to the name, or to where this was called from."""
        if self.stage == THERE:
            self.stage = NAME
            self._draw()
        else:
            self.dismiss(self.stage == DONE)

    def action_leave(self) -> None:
        """The same."""
        self.action_back()

    # -- Saving ------------------------------------------------------------------------------------------------------

    def _save(self, *, replace: bool = False) -> None:
        try:
            self.file = target(self.writing.words, self._default)
            save(self._make(self._format.ending), self.file, replace=replace)
        except ThereAlreadyError:
            self.stage = THERE
        except StorageError as error:
            self.stage = NAME
            self._draw()
            self.say(str(error))
            return
        else:
            self.stage = DONE
        self._draw()


class Choices(Rows):
    """What is to be known, and rows to choose from."""

    def __init__(self) -> None:
        super().__init__(id="choices")
        self.words: list[str] = []

    def before_rows(self, width: int) -> list[Content]:
        """A path is never cut: it goes on in the next line."""
        lines = [BLANK]
        for words in self.words:
            lines += [*(line(part) for _first, part in broken(plain(words), max(1, width))), BLANK]
        return lines
