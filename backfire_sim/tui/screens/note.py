"""Before a scenario begins: what it is, what it holds that may be heavy, and a choice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.text import wrap
from backfire_sim.tui.layout import Places, column, magnified, split_below
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, labels, line, prose
from backfire_sim.tui.widgets.menu import Menu, Rows
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.note import ANOTHER, AS_SET, NOT_TODAY, NoteView, note_view, ways_on

if TYPE_CHECKING:
    from backfire_sim.storage.shelf import Opened


ROOMY = 26
"""Rows from which a line stays empty between the note and the choice."""

LIST = "library"
"""The room in which the other scenarios are."""


class NoteScreen(Page):
    """The note, and under it: begin, softened or veiled, another scenario, or not today."""

    subject = "note"
    homeward = True

    def __init__(self, opened: Opened, back: str = LIST) -> None:
        """`back`: the room that it was opened from, an id of `rooms.ROOMS`."""
        super().__init__()
        self.opened = opened
        self._from = back
        self._view = note_view(opened.scenario)
        self._ways = ways_on(opened.scenario.about.begins)
        if opened.notice:
            self._view = self._view._replace(translation=opened.notice)

    def masthead(self) -> tuple[str, str, str]:
        """The scenario's title."""
        return "Backfire", "", _("before it begins")

    def keys(self) -> tuple[Hint, ...]:
        """Choose and take; page where the note is long."""
        return (
            Hint("enter", key("enter"), _("choose")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("pagedown", key("PgDn"), _("read on")),
            Hint("q", "q", _("leave")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The note in the middle, the choice under it."""
        self._note = NotePane(self._view, self.backfire.panic_key, self.backfire.wake_key)
        self._choice = Rows(id="begin")
        self._choice.title = Content(_("Your choice"))
        self._choice.show([(way.words, "") for way in self._ways])
        yield self._note
        yield self._choice

    def places(self, body: Region) -> Places:
        """The choice under the note."""
        if self.projecting:
            return {"begin" if self.active is self._choice else "note": magnified(body)}
        middle = column(body)
        rows = sum(len(wrap(way.words, max(8, middle.width - 4))) for way in self._ways)
        note, choice = split_below(middle, rows + 1)
        if body.height >= ROOMY:
            note = Region(note.x, note.y, note.width, note.height - 1)
        return {"note": note, "begin": choice}

    def on_mount(self) -> None:
        """The choice has the keys; for a projector it comes after the note."""
        self._choose(not self.projecting)

    def _choose(self, choosing: bool) -> None:
        self._note.light(not choosing)
        self.activate(self._choice if choosing else None)
        self.reframe()

    def projecting_changed(self) -> None:
        """The note first."""
        super().projecting_changed()
        self._choose(not self.projecting)

    def action_go_on(self) -> None:
        """For a projector: read on, then the choice."""
        if not self._note.page():
            self._choose(True)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Begin, or go back: to the list, or home for today."""
        leads_to = self._ways[at].leads_to
        if leads_to == ANOTHER:
            self.another()
            return
        if leads_to == NOT_TODAY:
            self.backfire.show_home()
            return
        self.backfire.level = self.backfire.settings.intensity if leads_to == AS_SET else leads_to
        from backfire_sim.storage.errors import StorageError

        try:
            kept = self.backfire.source.begin(self.opened, self.backfire.seed)
        except StorageError as error:
            self.say(str(error))
            return
        self.backfire.show_play(kept)

    def another(self) -> None:
        """To the other scenarios."""
        if self._from == LIST:
            self.action_leave()
        else:
            self.backfire.visit(LIST)

    def action_leave(self) -> None:
        """Back to where it was opened: the list, a plan, a page."""
        self.backfire.visit(self._from)

    def action_back(self) -> None:
        """From the choice to the note, where each has its own page; else back to where it was opened."""
        if self.projecting and self.active is self._choice:
            self._choose(False)
        else:
            self.action_leave()

    def reading(self) -> Pane:
        """The note."""
        return self._note


class NotePane(Pane):
    """The note itself."""

    magnifies = True

    def __init__(self, note: NoteView, panic_key: str, wake_key: str) -> None:
        super().__init__(id="note")
        self.title = Content(note.title)
        self._view = note
        self._keys = panic_key, wake_key

    def body(self, width: int) -> list[Content]:
        """Every part that is there."""
        note = self._view
        panic, wake = self._keys
        facts = [_("{players} people", players=note.players) if note.players else ""]
        facts += [_("{count} minutes", count=note.minutes) if note.minutes else ""]
        facts += [_("difficulty {difficulty} of 5", difficulty=note.difficulty), note.place]
        lines = [line((each, "$quiet")) for each in labels([fact for fact in facts if fact], width)]
        if note.case_file:
            lines += [line((_("From history: {place_and_year}", place_and_year=note.case_file), "$quiet"))]
        lines += [BLANK, *prose(note.summary, width), BLANK]
        if note.target:
            lines += [*hanging("", _("Attacked: {whom}", whom=note.target), width), BLANK]
        if note.translation:
            lines += [*prose(note.translation, width), BLANK]
        if note.content_notes:
            lines += [line((_("What it holds"), "bold"))]
            for heavy in note.content_notes:
                lines += hanging("  · ", heavy, width)
            lines += [BLANK]
        lines += [line((_("You can always stop"), "bold"))]
        keys = _(
            "{panic} blanks the screen at once, and then only {wake} brings it back. p pauses and lists all that "
            "helps: i lowers the intensity, v veils, x skips a scene.",
            panic=panic,
            wake=wake,
        )
        lines += [*hanging("  ", keys, width), *hanging("  ", note.choices, width)]
        lines += [BLANK]
        if note.goals:
            lines += [line((_("What you practice"), "bold"))]
            for goal in note.goals:
                lines += hanging("  · ", goal, width)
            lines += [BLANK]
        if note.crosses_the_line:
            lines += [line((_("What crosses the line here, and what does not"), "bold"))]
            lines += prose(note.crosses_the_line, width, indent=2, limit=64)
        return lines
