"""The debrief as lines: part after part or the one that is asked for; the plan can be typed, and all of it saved.

Reading and writing are handed in, so that the same loop runs on a terminal, through a pipe and in a test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from backfire_sim.documents.debrief import PRIVATE, Shown, file_name, html, markdown, preview, sections
from backfire_sim.documents.debrief_parts import Paper
from backfire_sim.documents.pieces import (
    Blank,
    Drawing,
    Heading,
    Items,
    Numbered,
    Para,
    Piece,
    Section,
    Steps,
    Table,
    Tasks,
)
from backfire_sim.plain import plane
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.speech import _, later, plural, sense
from backfire_sim.storage.errors import StorageError
from backfire_sim.text import bare, one_line

if TYPE_CHECKING:
    from backfire_sim.views.ending import EndingView

Read = Callable[[], str | None]
"""The next line of the person, without its line break; None at the end of the input."""

Write = Callable[[Sequence[str]], None]
"""Say some lines, now."""

Complete = Callable[[Paper], Paper]
"""Works out where all other plays end, which can take some seconds; handed in, because lines do no such thing."""

_WORDS = (
    later("parts", "typed"),
    later("all", "typed"),
    later("again", "typed"),
    later("preview", "typed"),
    later("save", "typed"),
    later("with", "typed"),
    later("without", "typed"),
    later("help", "typed"),
    later("quit", "typed"),
)

_SAME = {"q": "quit", "exit": "quit", "?": "help"}


class Debrief:
    """Looks back at one play with one person, or one group that speaks through one keyboard."""

    def __init__(
        self,
        paper: Paper,
        read: Read,
        write: Write,
        *,
        complete: Complete | None = None,
        plan: Callable[[Paper], Paper] | None = None,
        language: str = "en",
    ) -> None:
        """`complete` is called when where all other plays end is first asked for; `plan` where the plan is typed."""
        self.paper = paper
        self.read = read
        self.write = write
        self.leave_out = set(PRIVATE)
        self.language = language
        self._complete = complete
        self._plan = plan
        self._at = -1

    def run(self) -> None:
        """Go through it until the person leaves. Where nobody types, all of it is told."""
        self.write(_opening(self.paper))
        self._show_parts()
        typed = False
        while True:
            if typed or self._at < 0:
                self.write(["", *prose(self._question())])
            line = self.read()
            if line is None:
                if not typed:
                    self.tell_all()
                return
            typed = True
            self.write([""])
            if not self._do(one_line(line, 400)):
                return

    def tell_all(self) -> None:
        """Every part in order, and nothing asked."""
        self._work_out()
        for section in self._sections():
            self.write(["", *told(section, self.paper.told.ending)])

    def _question(self) -> str:
        names = self._names()
        if self._at + 1 < len(names):
            said = _("Press Enter for the next part ({name}), type the number of a part, or {help}.")
            return said.format(name=names[self._at + 1][1], help=_typed("help"))
        said = _("That was the last part. Type the number of a part, {save} to keep it as a file, or {quit}.")
        return said.format(save=_typed("save"), quit=_typed("quit"))

    def _do(self, text: str) -> bool:
        """Do what was typed; whether it goes on."""
        first, _space, rest = text.partition(" ")
        word = _meant(first)
        if word == "quit" and not rest:
            return False
        if not text:
            self._show(min(self._at + 1, len(self._names()) - 1))
        elif word == "parts":
            self._show_parts()
        elif word == "again":
            self._show(max(0, self._at))
        elif word == "all":
            self.tell_all()
        elif word == "preview":
            self._preview()
        elif word in ("with", "without"):
            self._choose(word, rest)
        elif word == "save":
            self._save(rest)
        elif word == "help":
            self.write(_help())
        else:
            self._by_name(text)
        return True

    def _by_name(self, text: str) -> None:
        names = self._names()
        wanted = bare(text)
        if wanted.isascii() and wanted.isdecimal() and 0 < int(wanted[:6]) <= len(names):
            self._show(int(wanted) - 1)
            return
        for at, (part, name) in enumerate(names):
            if wanted == part or bare(name).startswith(wanted):
                self._show(at)
                return
        said = _("“{word}” is no part of this debrief. Type {parts} to hear which there are.")
        self.write(prose(said.format(word=text, parts=_typed("parts"))))

    def _show(self, at: int) -> None:
        names = self._names()
        self._at = at
        part = names[at][0]
        if part == "elsewhere":
            self._work_out()
        if part == "plan" and self._plan is not None:
            self.paper = self._plan(self.paper)
            return
        section = next((section for section in self._sections() if section.id == part), None)
        if section is not None:
            self.write(told(section, self.paper.told.ending))

    def _show_parts(self) -> None:
        named = [f"{number}. {name}" for number, (_part, name) in enumerate(self._names(), 1)]
        self.write(["", _("The parts of this debrief:"), *(line for text in named for line in item(text, "  "))])

    def _names(self) -> list[tuple[str, str]]:
        there = [(section.id, section.name) for section in self._sections()]
        if self.paper.elsewhere is None and self._complete is not None:
            # It is worked out when somebody wants to hear it; its name is known before.
            known = dict(self.paper.told.parts)
            after = [part for part, _name in self.paper.told.parts]
            at = sum(after.index(part) < after.index("elsewhere") for part, _name in there if part in after)
            there.insert(at, ("elsewhere", known["elsewhere"]))
        return there

    def _sections(self) -> list[Section]:
        # On this screen the group may hear its own words; what it saves is another matter.
        return sections(self.paper, leave_out=())

    def _work_out(self) -> None:
        if self.paper.elsewhere is None and self._complete is not None:
            self.paper = self._complete(self.paper)

    def _choose(self, word: str, rest: str) -> None:
        wanted = {part for part in rest.replace(",", " ").split() if part}
        known = {shown.part for shown in preview(self.paper, ())}
        strange = sorted(wanted - known)
        if strange or not wanted:
            said = _("Type {word} and parts of these: {parts}.")
            self.write(prose(said.format(word=_typed(word), parts=", ".join(sorted(known)))))
            return
        if word == "with":
            self.leave_out -= wanted
        else:
            self.leave_out |= wanted
        self._preview()

    def _preview(self) -> None:
        more = _("{take} and names in parentheses take more in, {leave} leaves more out.")
        more = more.format(take=_typed("with"), leave=_typed("without"))
        self.write([*preview_lines(preview(self.paper, self.leave_out)), *prose(more)])

    def _save(self, name: str) -> None:
        self._work_out()
        self.write(preview_lines(preview(self.paper, self.leave_out)))
        try:
            path = saved(self.paper, name, self.leave_out, self.language)
        except StorageError as error:
            self.write(["", *prose(str(error))])
            return
        self.write(["", *prose(_("It was saved as {path}.", path=path))])


def saved(
    paper: Paper, name: str, leave_out: set[str] | frozenset[str], language: str = "en", *, replace: bool = False
) -> Path:
    """Write the debrief into a file: Markdown where the name ends so, else a page. StorageError and its kinds."""
    from backfire_sim.documents.saving import save, target

    as_markdown = name.strip().lower().endswith((".md", ".markdown"))
    path = target(name, file_name(paper))
    if not as_markdown and path.suffix.lower() not in (".html", ".htm"):
        said = _("{name} is neither a page (.html) nor Markdown (.md).", name=path.name)
        raise StorageError(said)
    content = markdown(paper, leave_out) if as_markdown else html(paper, leave_out, language)
    return save(content, path, replace=replace)


def preview_lines(shown: Sequence[Shown]) -> list[str]:
    """What a file would hold, part by part, and how private that is."""
    lines = [_("What the file would hold:")]
    for each in shown:
        if each.included:
            said = _("{name} ({part}): {holds} {private}")
        else:
            said = _("Left out: {name} ({part}). {holds} {private}")
        lines += item(said.format(name=each.name, part=each.part, holds=each.holds, private=each.private))
    return lines


def told(section: Section, ending: EndingView) -> list[str]:
    """A part as lines."""
    return blocks(item(_("Part: {name}", name=section.name), ""), *(_lines(piece, ending) for piece in section.pieces))


def _lines(piece: Piece, ending: EndingView) -> list[str]:
    match piece:
        case Heading(text):
            return item(text, "")
        case Para(text):
            return prose(text)
        case Items(texts) | Tasks(texts):
            return items(texts)
        case Numbered(texts):
            return [line for number, text in enumerate(texts, 1) for line in item(text, f"{number}. ")]
        case Steps(steps):
            return items(f"{who}: {what}" if who else what for _side, who, what in steps)
        case Table(head, rows, said):
            return items(said or (_row(head, row) for row in rows))
        case Drawing("plane", _picture, _words):
            return blocks(plane.in_words(ending), plane.picture(ending))
        case Drawing(_kind, _picture, words):
            return items(words)
        case Blank():
            return []


def _row(head: Sequence[str], row: Sequence[str]) -> str:
    """A row of a table as it is said: its name, then each cell behind the name of its column."""
    cells = [f"{name} {cell}" for name, cell in zip(head[1:], row[1:], strict=True)]
    return f"{row[0]}: {'; '.join(cells)}"


def _opening(paper: Paper) -> list[str]:
    ending = paper.told.ending
    rounds = plural("{count} round", "{count} rounds", len(ending.chain))
    return [
        *item(_("Debrief: {title}, {rounds}.", title=paper.told.title, rounds=rounds), ""),
        *prose(_("Take your time. Nothing has to be said, and nothing that is said is kept.")),
    ]


def _help() -> list[str]:
    words = {word: _typed(word) for word in _WORDS}
    said = [
        _("Enter: the next part. A number, or the first letters of a name: that part. {parts}: which there are."),
        _("{again}: this part once more. {all}: everything from beginning to end."),
        _("{preview}: what a file would hold, and how private that is. {with}, {without}: take parts in or out."),
        _("{save} and a name that ends in .html or .md: write the file. {quit}: leave."),
    ]
    return [line for text in said for line in item(text.format(**words), "")]


def _typed(word: str) -> str:
    return sense("typed", word)


def _meant(text: str) -> str:
    english = {**{word: word for word in _WORDS}, **_SAME}
    known = english | {bare(_typed(word)): word for word in _WORDS}
    return known.get(bare(text.rstrip(".")), "")
