"""What is gathered while the text of a passage is taken apart: words, ways out, macros, each with its line."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from backfire_sim.authoring.twee.within.links import Link, is_computed, unwrapped
from backfire_sim.authoring.twee.within.visible import label as as_label
from backfire_sim.text import one_line, plain

FIRST_SIGN = 0xE000
MOST = 1_000
"""Links, verbatim parts, macros and so on that are kept of one passage; more are only counted."""
LONGEST = 2_000
"""Characters of a macro that are looked at."""
LONGEST_LABEL = 300
GAP = "…"
"""What stands in a sentence for a value that only the running story knows."""

_MADE = re.compile(r"<<[^<>]*+>>|<%[^%]*+%>|</?[A-Za-z][^<>]*+>")


class Code(NamedTuple):
    """A macro, or another piece of a story's program, as it is written."""

    line: int
    text: str
    part: bool = False
    """Whether it only goes on with a macro before it, as `<<else>>` does."""


class Reading(NamedTuple):
    """What a passage holds."""

    text: str
    """What people read. A link or a verbatim part is one sign of the private range, which no file's text holds."""
    signs: tuple[Link | str, ...]
    """What the signs stand for, from `FIRST_SIGN` on."""
    links: tuple[Link, ...]
    """Every way out, those that macros make too."""
    macros: tuple[Code, ...]
    """What was not translated."""
    comments: tuple[Code, ...]
    values: tuple[int, ...]
    """Lines in which a variable stands in the text."""
    shows: tuple[str, ...]
    """Passages that macros put into this one."""
    open: tuple[Code, ...]
    """What is opened and never closed."""
    pictures: int = 0
    more_links: int = 0
    """Those beyond the ones that are kept."""
    more_macros: int = 0


class Gathering:
    """Takes what is found, from left to right."""

    def __init__(self, text: str, line: int) -> None:
        self.text = text
        self.line, self._counted = line, 0
        self.inside: list[tuple[str, int]] = []
        """Conditions around this place, each with where it ends; -1 where a closing macro says so."""
        self.values: list[int] = []
        self.shows: list[str] = []
        self.pictures = 0
        self._out: list[str] = []
        self._signs: list[Link | str] = []
        self._links: list[Link] = []
        self._macros: list[Code] = []
        self._comments: list[Code] = []
        self._open: list[Code] = []
        self._begun: tuple[str, Code, int] | None = None
        self._more_links = self._more_macros = 0

    def gathered(self) -> Reading:
        """All of it."""
        self.drop_begun()
        return Reading(
            "".join(self._out),
            tuple(self._signs),
            tuple(self._links),
            tuple(self._macros),
            tuple(self._comments),
            tuple(self.values),
            tuple(dict.fromkeys(self.shows)),
            tuple(self._open),
            self.pictures,
            self._more_links,
            self._more_macros,
        )

    def come_to(self, place: int) -> None:
        """Count the lines up to a place."""
        self.line += self.text.count("\n", self._counted, place)
        self._counted = place

    def words(self, start: int, end: int) -> int:
        """The text between two places is read as it stands; the answer is where it ends."""
        if start < end:
            words = self.text[start:end]
            self._out.append(plain(unescape(words)) if "&" in words else words)
        return end

    def say(self, words: str) -> None:
        """Words that stand in place of something."""
        self._out.append(words)

    def verbatim(self, words: str) -> None:
        """Words in which no sign means anything."""
        self._sign(words, words)

    def way(self, label: str, target: str, macro: str = "", *, jump: bool = False) -> None:
        """A way out. A jump happens by itself, so nothing of it stands in the text."""
        if len(self._links) >= MOST:
            self._more_links += 1
            return
        shown = as_label(unwrapped(one_line(unescape(_MADE.sub("", label)))), target, LONGEST_LABEL)
        around = tuple(one_line(condition, 200) for condition, _ in self.inside)
        link = Link(shown, target, self.line, around, one_line(macro, 200), not target or is_computed(target))
        self._links.append(link)
        if not jump:
            self._sign(link, shown)

    def begin(self, label: str, macro: str) -> None:
        """A link begins whose target comes later, if it comes."""
        self.drop_begun()
        self._begun = label, Code(self.line, one_line(macro, LONGEST)), len(self._macros)

    def jump(self, target: str, macro: str) -> None:
        """The story goes on by itself, or when the link is followed that was begun before."""
        if self._begun is None:
            self.way(target, target, macro, jump=True)
            return
        label, maker, _ = self._begun
        self._begun = None
        self.way(label, target, f"{maker.text} {macro}")

    def drop_begun(self) -> None:
        """No target came for the link that was begun: it only changes what stands in the passage."""
        if self._begun is not None:
            _, macro, place = self._begun
            self._begun = None
            self._macros.insert(place, macro)
            if len(self._macros) > MOST:
                self._macros.pop()
                self._more_macros += 1

    def code(self, text: str, *, part: bool = False) -> None:
        """A macro that nobody translates."""
        self._keep(Code(self.line, one_line(text, LONGEST), part))

    def comment(self, text: str) -> None:
        """A comment of the author of the story."""
        if (words := one_line(text, LONGEST)) and len(self._comments) < MOST:
            self._comments.append(Code(self.line, words))

    def never_closed(self, start: int, end: int) -> int:
        """What opens here stays open, and is read as it stands."""
        if len(self._open) < MOST:
            self._open.append(Code(self.line, one_line(self.text[start : start + 40])))
        return self.words(start, end)

    def _keep(self, code: Code) -> None:
        if len(self._macros) < MOST:
            self._macros.append(code)
        else:
            self._more_macros += 1

    def _sign(self, what: Link | str, otherwise: str) -> None:
        if len(self._signs) < 2 * MOST:
            self._out.append(chr(FIRST_SIGN + len(self._signs)))
            self._signs.append(what)
        else:
            self._out.append(otherwise)
