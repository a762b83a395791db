"""What a person sees when they sit down: what this is, the plays to go on with, and what is here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from backfire_sim.speech import _, later
from backfire_sim.text import width as text_width
from backfire_sim.tui.widgets.lines import BLANK, Piece, cut, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.views.plays import title

if TYPE_CHECKING:
    from backfire_sim.storage.plays import PlayFound
    from backfire_sim.tui.rooms import Room

WHAT_THIS_IS = later(
    "Practice for groups: an incident of political violence or intimidation, what its perpetrators do to smother the "
    "outrage, and five ways to answer, so that the violence costs those behind it and not you."
)

BESIDE = 58
"""Columns from which what a part is for stands beside its name."""

AIRY, APART, TIGHT, BARE = 3, 2, 1, 0
"""Empty lines between all rows; between their kinds; none, and the first sentence of each row alone; names alone."""


class Languages(NamedTuple):
    """The languages that the program speaks, and the one that it speaks now."""

    names: dict[str, str]
    """Each with its own name for itself."""
    now: str

    def following(self) -> str:
        """The language that comes after this one."""
        known = list(self.names)
        at = known.index(self.now) if self.now in known else 0
        return known[(at + 1) % len(known)]


class Left(NamedTuple):
    """A play to go on with."""

    play: PlayFound
    where: str
    """Where it stands and how long ago that was."""


class Part(NamedTuple):
    """A part of the training."""

    id: str
    room: Room
    number: str
    """The digit that opens it, from 1; the tenth part has 0. Empty if none does."""
    letter: str
    """The letter that opens it; empty if none does."""


Item = Left | Part | Languages


class Entrance(Menu):
    """The first screen's one list."""

    ruled = False

    def __init__(self, items: list[Item], *, told: str = "") -> None:
        """`told`: a sentence about the plays that could not be read."""
        super().__init__(id="thought")
        self.items = items
        self._told = told
        self._air = AIRY

    def count(self) -> int:
        """The rows."""
        return len(self.items)

    def body(self, width: int) -> list[Content]:
        """The list with as much air in it as there is room for."""
        for self._air in (AIRY, APART, TIGHT, BARE):
            lines = super().body(width)
            # A little to scroll is better than names alone.
            if len(lines) <= self.size.height or (self._air == TIGHT and 4 * len(lines) <= 5 * self.size.height):
                break
        return lines

    def on_resize(self) -> None:
        """Other rows, other air."""
        self.redraw()

    def gap(self, width: int) -> int:
        """An empty line between the rows where there is room."""
        return int(self._air == AIRY and width >= BESIDE)

    def before_rows(self, width: int) -> list[Content]:
        """What this is."""
        lines = [*([BLANK] if self._air > TIGHT else []), *prose(_(WHAT_THIS_IS), width), BLANK]
        return lines + ([*prose(self._told, width, "bold $mark"), BLANK] if self._told else [])

    def above(self, at: int, width: int) -> list[Content]:
        """A heading where another kind of row begins."""
        item, before = self.items[at], self.items[at - 1] if at else None
        if type(item) is type(before):
            return []
        space = [BLANK] if at and self._air > TIGHT and not self.gap(width) else []
        if isinstance(item, Languages):
            return space
        words = _("Go on where you left") if isinstance(item, Left) else _("What is here")
        return [*space, _heading(words, width), *([BLANK] if self.gap(width) else [])]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A play, a part, or the languages."""
        item = self.items[at]
        style = "bold" if chosen else ""
        if isinstance(item, Left):
            return self._two(line((title(item.play), f"{style} $accent".strip())), item.where, width, at)
        if isinstance(item, Languages):
            return self._two(line("   ", (_("Language"), style)), line(*_names(item)), width, at)
        name = _(item.room.name)
        number = f"{item.number}  " if item.number else "   "
        return self._two(line((number, "$accent"), (name, style)), _(item.room.about), width, at, inset=3)

    def _two(self, name: Content, about: str | Content, width: int, at: int, inset: int = 2) -> list[Content]:
        """A name, and beside it or below it what it is for."""
        if width < BESIDE and self._air == BARE and at != self.chosen and isinstance(self.items[at], Part):
            return [cut(name, width)]
        if width < BESIDE:
            if isinstance(about, Content):
                return [cut(name, width), line("   ", about)]
            told = [about] if text_width(about) + 3 <= width else about.replace(". ", ".\n", 1).split("\n")
            return [cut(name, width), *(each for part in told for each in prose(part, width, "$quiet", indent=3))]
        column = self._column(width)
        if isinstance(about, Content):
            return [line(name, " " * max(2, column - name.cell_length), about)]
        if name.cell_length + 2 > column:
            return [cut(name, width), *hanging(" " * column, about, width, "$quiet")]
        room = width - column
        if self._air <= TIGHT and at != self.chosen:
            about = _in_short(about, room)
        first, *more = hanging("", about, room, "$quiet", limit=room)
        return [line(name, " " * (column - name.cell_length), first), *(line(" " * column, each) for each in more)]

    def _column(self, width: int) -> int:
        names = [text_width(_(item.room.name)) + 3 for item in self.items if isinstance(item, Part)]
        names += [text_width(title(item.play)) for item in self.items if isinstance(item, Left)]
        return min(max([12, *names]) + 3, width // 2)


def _in_short(about: str, width: int) -> str:
    """The first sentence, where it has room in one line and not all of it has."""
    first, stop, _more = about.partition(". ")
    return f"{first}." if stop and text_width(about) > width > text_width(first) else about


def _heading(words: str, width: int) -> Content:
    rest = max(0, width - text_width(words) - 1)
    return line((words, "bold"), " ", ("─" * rest, "$line"))


def _names(languages: Languages) -> list[Piece]:
    pieces: list[Piece] = []
    for language, name in languages.names.items():
        pieces += [(" · ", "$quiet")] if pieces else []
        pieces += [(name, "bold" if language == languages.now else "$quiet")]
    return pieces


def parts(listed: list[tuple[str, Room]], taken: str) -> list[Part]:
    """The parts with the keys that open them; letters in `taken` are other keys already."""
    used = set(taken)
    found: list[Part] = []
    for at, (id_, room) in enumerate(listed, 1):
        letter = _(room.name)[:1].casefold()
        letter = letter if letter.isascii() and letter.isalpha() and letter not in used else ""
        used.add(letter)
        found.append(Part(id_, room, str(at % 10) if at <= 10 else "", letter))
    return found
