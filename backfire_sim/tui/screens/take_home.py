"""Take it home: what a file of the debrief would hold, part by part, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.documents import debrief as document
from backfire_sim.documents.debrief import PRIVATE, REASONS
from backfire_sim.documents.debrief_parts import Paper
from backfire_sim.speech import _, sense
from backfire_sim.tui.layout import HUGE, WIDE, Places, column, projected, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.save_as import HTML, MARKDOWN, SaveAs
from backfire_sim.tui.screens.story import Reading, Words
from backfire_sim.tui.widgets import take_home as rows
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.widgets.paper import piece_lines, section_lines
from backfire_sim.tui.widgets.take_home import TakeHomeRows, part_heading
from backfire_sim.views.debrief import DebriefView, debrief_at
from backfire_sim.views.level import WHOLE

if TYPE_CHECKING:
    from backfire_sim.views.beside import BesideView
    from backfire_sim.views.elsewhere import Elsewhere

_LIST = 50
"""Cells of the list where the words of a part stand beside it."""


class TakeHomeScreen(Page):
    """The parts with a mark each; beside them, where there is room, the words of the chosen one."""

    subject = "take_home"
    can_veil = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "save_page", show=False),
        Binding("m", "save_markdown", show=False),
        Binding("r", "read", show=False),
    ]

    def __init__(self, told: DebriefView, elsewhere: Elsewhere | None, beside: BesideView | None = None) -> None:
        """`elsewhere` and `beside`: where they are at hand; without them their parts are not offered."""
        super().__init__()
        self._told, self._elsewhere, self._beside = told, elsewhere, beside
        self.leave_out: frozenset[str] = PRIVATE
        """Ids of the parts that are left out."""

    def paper_at(self, level: str) -> Paper:
        """Everything that the document may hold, told at a level."""
        return Paper(debrief_at(self._told, level), self._elsewhere, self.backfire.own_plan, self._beside)

    @property
    def paper(self) -> Paper:
        """The same at the level that was chosen."""
        return self.paper_at(self.backfire.level)

    @property
    def _private(self) -> frozenset[str]:
        """Parts that hold what is private: a plan that nobody has written in holds nothing."""
        return PRIVATE if self.backfire.own_plan.size else PRIVATE - {"plan"}

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """Which play."""
        return self._told.title, "", _("take it home")

    def keys(self) -> tuple[Hint, ...]:
        """Put in and leave out; write; read."""
        part, doing = self.rows.part, self.rows.doing
        if part is not None:
            enter = _("leave out") if part.included else _("put in")
        else:
            enter = _("read") if doing is not None and doing[0] == rows.READ else _("write")
        return (
            Hint("enter", key("enter"), enter),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("escape", key("esc"), _("back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The parts, and the words of one."""
        self.rows = TakeHomeRows()
        self.words = Words("", self._lines, id="words")
        yield self.rows
        yield self.words

    @property
    def _both(self) -> bool:
        return self.room.width >= WIDE and not self.projecting

    def places(self, body: Region) -> Places:
        """Side by side where there is room."""
        self.rows.alone = not self._both
        if not self._both:
            return {"rows": projected(body) if self.projecting else column(body)}
        if body.width >= HUGE:
            body = Region(body.x + (body.width - 150) // 2, body.y + 1, 150, body.height - 1)
        parts, words = split_right(body, body.width - _LIST - 2)
        return {"rows": parts, "words": words}

    def on_mount(self) -> None:
        """The parts have the keys."""
        self._show()
        self.activate(self.rows)

    def on_resize(self) -> None:
        """One of them or both."""
        self.rows.redraw()
        self.reframe()

    def _show(self) -> None:
        self.rows.missing = self._missing()
        self.rows.show(document.preview(self.paper, self.leave_out), self._private)
        self._show_words()

    def _show_words(self) -> None:
        part, doing = self.rows.part, self.rows.doing
        self.words.title = Content(part.name if part is not None else doing[2] if doing else "")
        self.words.redraw(from_top=True)
        self.reframe()

    def level_changed(self) -> None:
        """The file tells as much of what is heavy as the screen does."""
        self._show()

    # -- What is in a part ---------------------------------------------------------------------------------------------

    def _lines(self, width: int) -> list[Content]:
        part, doing = self.rows.part, self.rows.doing
        if part is None:
            return self._doing_lines(doing[3] if doing else "", width)
        lines = part_heading(part, width)
        if not part.included:
            return lines
        within = "table" if part.part == REASONS else part.part
        sections = document.sections(self.paper, self.leave_out)
        return [*lines, *(each for s in sections if s.id == within for each in piece_lines(s.pieces, width))]

    def _doing_lines(self, about: str, width: int) -> list[Content]:
        lines = [BLANK, *prose(about, width), BLANK]
        for part in self.rows.parts:
            lines += hanging("  · ", part.name, width) if part.included else []
        for said in self.rows.missing:
            lines += [BLANK, *prose(said, width, "$quiet")]
        return lines

    def _missing(self) -> list[str]:
        said = []
        if self._elsewhere is None:
            said.append(_("Where all other plays end is not in it: open that part of the debrief first."))
        if self.backfire.level != WHOLE:
            said.append(_("What they say and do is told as you chose to see it: softened or veiled."))
        return said

    def _whole(self, width: int, level: str) -> list[Content]:
        """The whole document."""
        paper = self.paper_at(level)
        title, outcome, made = document.opening(paper)
        lines = [*hanging("", title, width, "bold"), *hanging("", outcome, width), BLANK]
        lines += [*prose(made, width, "$quiet"), BLANK]
        for section in document.sections(paper, self.leave_out):
            lines += [BLANK, *section_lines(section, width)]
        return lines

    # -- The list ------------------------------------------------------------------------------------------------------

    def reading(self) -> Pane | None:
        """The words of the chosen part."""
        return self.words if self._both else None

    def menu_moved(self, menu: Menu) -> None:
        """Another part."""
        self._show_words()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Put a part in or leave it out; or write, or read."""
        part, doing = self.rows.part, self.rows.doing
        if part is not None:
            self._turn(part.part, put_in=not part.included)
        elif doing is not None:
            {rows.PAGE: self.action_save_page, rows.MARKDOWN: self.action_save_markdown, rows.READ: self.action_read}[
                doing[0]
            ]()

    def _turn(self, part: str, *, put_in: bool) -> None:
        """The reasons stand under what the table chose: they come with it and go with it."""
        if part == "plan" and not self.backfire.own_plan.size:
            self.say(_("Its empty headings stay, to fill in by hand: nothing of yours is in them."))
            return
        if put_in:
            self.leave_out -= {part, "table"} if part == REASONS else {part}
        else:
            self.leave_out |= {part, REASONS} if part == "table" else {part}
        self._show()
        if put_in and part in self._private:
            self.say(_("Put in. Think of who may see the file."))

    # -- Writing and reading -------------------------------------------------------------------------------------------

    def action_save_page(self) -> None:
        """One page with its pictures."""
        self.app.push_screen(SaveAs(self._suggested, (HTML, MARKDOWN), self._make))

    def action_save_markdown(self) -> None:
        """Markdown."""
        self.app.push_screen(SaveAs(self._suggested, (MARKDOWN, HTML), self._make))

    @property
    def _suggested(self) -> str:
        return document.file_name(self.paper, "html").removesuffix(HTML.ending)

    def _make(self, ending: str) -> str:
        if ending == HTML.ending:
            return document.html(self.paper, self.leave_out, self.backfire.source.spoken)
        return document.markdown(self.paper, self.leave_out)

    def action_read(self) -> None:
        """The whole document on the screen."""
        title = sense("a document on the screen", "As it would be written")
        self.app.push_screen(Reading("take_home", self._told.title, title, self._whole, veils=True))

    def action_back(self) -> None:
        """Back to the debrief."""
        self.dismiss()
