"""The parts that a document can have, each with its mark; and under them what can be done with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.content import Content

from backfire_sim.documents.debrief import Shown
from backfire_sim.speech import _, sense
from backfire_sim.text import fit, pad
from backfire_sim.text import width as width_of
from backfire_sim.tui.widgets.lines import BLANK, Piece, hanging, heading, line, prose
from backfire_sim.tui.widgets.menu import Menu

PAGE, MARKDOWN, READ = "page", "markdown", "read"
"""What can be done, by id."""

_ROOMY = 70
"""Cells from which what is in a part stands beside its name."""


def what_to_do() -> tuple[tuple[str, str, str, str], ...]:
    """(id, key, name, explanation) of everything that can be done."""
    return (
        (PAGE, "s", _("Write one HTML file with the pictures"), _("For a browser, and to print. It stands alone.")),
        (MARKDOWN, "m", _("Write Markdown"), _("Plain text, to go on writing in. Pictures are told in words.")),
        (READ, "r", _("Read it first"), _("The whole document as it would be written, on this screen.")),
    )


class TakeHomeRows(Menu):
    """Parts to put in or leave out, and what to do with the document. A click marks at once: nothing is lost by it."""

    one_click = True

    def __init__(self) -> None:
        super().__init__(id="rows")
        self.title = Content(_("What is in it"))
        self.parts: Sequence[Shown] = ()
        self.missing: Sequence[str] = ()
        """What is not in it though somebody might look for it, in sentences."""
        self._private: Collection[str] = ()
        self.alone = True
        """Whether nothing beside the list says what is in the chosen part."""

    def show(self, parts: Sequence[Shown], private: Collection[str]) -> None:
        """Show these parts, as they are marked now, and which of them hold what is private."""
        self.parts, self._private = parts, private
        self.state = line((_("{count} of {all} parts", count=self.taken, all=len(parts)), "$quiet"), " ")
        self.redraw()

    @property
    def taken(self) -> int:
        """How many parts are in."""
        return sum(part.included for part in self.parts)

    @property
    def part(self) -> Shown | None:
        """The chosen part; None where the chosen row is one of the others."""
        return self.parts[self.chosen] if self.chosen < len(self.parts) else None

    @property
    def doing(self) -> tuple[str, str, str, str] | None:
        """What the chosen row does, where it is no part."""
        at = self.chosen - len(self.parts)
        return what_to_do()[at] if 0 <= at < len(what_to_do()) else None

    def count(self) -> int:
        """Parts, then what can be done."""
        return len(self.parts) + len(what_to_do())

    def before_rows(self, width: int) -> list[Content]:
        """Nothing is written yet."""
        said = _("Nothing is written yet. Put in what you want to take home; what is private is left out at first.")
        lines = [BLANK, *prose(said, width), BLANK]
        taken = self.count() + 2 + (self._foot(width) + 1 if self.alone else 0)
        return lines if taken + len(lines) <= self.size.height else []

    def above(self, at: int, width: int) -> list[Content]:
        """What can be done stands apart."""
        return [BLANK] if at == len(self.parts) else []

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A part with its mark, or something to do with its key."""
        if at >= len(self.parts):
            _id, key, name, _about = what_to_do()[at - len(self.parts)]
            return hanging(f"{key:>2}  ", name, width, "bold" if chosen else "", mark="bold $accent")
        part = self.parts[at]
        mark = ("[×] ", "bold $ours") if part.included else ("[ ] ", "$quiet")
        style = "bold" if chosen else "" if part.included else "$quiet"
        private = sense("a part of a document", "private")
        tag: list[Piece] = [(f"  {private}", "bold $mark")] if part.part in self._private else []
        if width < _ROOMY:
            room = width - 4 - (width_of(private) + 2 if tag else 0)
            return [line(mark, (fit(part.name, room), style), *tag)]
        names = max(width_of(each.name) for each in self.parts) + 2
        room = width - 4 - names - (width_of(private) + 2 if tag else 0)
        return [line(mark, (pad(part.name, names), style), (fit(part.holds, room), "$quiet"), *tag)]

    def pinned(self, width: int) -> list[Content]:
        """What is in the chosen part, and how private that is; always as many lines, so that the list stands still."""
        if not self.alone:
            return []
        part, doing = self.part, self.doing
        if part is not None:
            lines = _about(part, width)
        else:
            lines = hanging("", doing[3] if doing else "", width)
            lines += [each for said in self.missing for each in hanging("", said, width, "$quiet")]
        rows = self._foot(width)
        return [BLANK, *lines[:rows], *[BLANK] * (rows - len(lines))]

    def _foot(self, width: int) -> int:
        """Rows that the longest of these texts needs, as far as there is room for them."""
        missing = 1 + sum(len(hanging("", said, width)) for said in self.missing)
        most = max([missing, *(len(_about(part, width)) for part in self.parts)])
        return min(most, max(3, self.size.height // 4))


def _about(part: Shown, width: int) -> list[Content]:
    return [*hanging("", part.holds, width), *hanging("", part.private, width, "$quiet")]


def part_heading(part: Shown, width: int) -> list[Content]:
    """What is in a part and how private that is, over its words."""
    lines = [BLANK, *_about(part, width), BLANK]
    return lines if part.included else [*lines, heading(_("Left out of the document."))]
