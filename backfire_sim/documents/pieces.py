"""What a document is made of, before anybody says whether it becomes a page, Markdown, or lines that are read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.documents import markdown as md
from backfire_sim.documents.svg import Picture


class Heading(NamedTuple):
    """A heading within a section."""

    text: str
    minor: bool = False
    """One level lower."""


class Para(NamedTuple):
    """Running text; an empty line parts paragraphs."""

    text: str
    quiet: bool = False
    """A remark beside the matter."""


class Items(NamedTuple):
    """A list."""

    texts: Sequence[str]


class Numbered(NamedTuple):
    """A list in order."""

    texts: Sequence[str]


class Steps(NamedTuple):
    """What one after the other did: (`theirs`, `ours` or `so`; who, or what it is; what)."""

    lines: Sequence[tuple[str, str, str]]


class Tasks(NamedTuple):
    """A list with a box to tick before each item."""

    texts: Sequence[str]


class Table(NamedTuple):
    """A table whose first column names its rows."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    said: Sequence[str] = ()
    """The rows as sentences, to be read aloud; without them each cell is said behind the name of its column."""


class Drawing(NamedTuple):
    """A picture and the same in words."""

    kind: str
    """plane, funnel, costs, elsewhere, beside."""
    picture: Picture
    words: Sequence[str]


class Blank(NamedTuple):
    """Room to write by hand."""

    lines: int


Piece = Heading | Para | Items | Numbered | Steps | Tasks | Table | Drawing | Blank


class Section(NamedTuple):
    """A part of a document."""

    id: str
    name: str
    pieces: Sequence[Piece]


def kind(piece: Piece) -> str:
    """How a template calls it."""
    return type(piece).__name__.lower()


def as_markdown(section: Section, level: int = 2) -> str:
    """A section as Markdown; pictures as their words."""
    blocks = [md.heading(section.name, level)]
    blocks += [_in_markdown(piece, level + 1) for piece in section.pieces]
    return md.document(*blocks).rstrip("\n")


def _in_markdown(piece: Piece, level: int) -> str:
    match piece:
        case Heading(text, minor):
            return md.heading(text, level + minor)
        case Para(text, quiet):
            return md.emphasis(text) if quiet else md.prose(text)
        case Items(texts):
            return md.items(texts)
        case Numbered(texts):
            return md.numbered(texts)
        case Steps(lines):
            return md.items(md.joined(md.strong(f"{who}:" if who else ""), what) for _side, who, what in lines)
        case Tasks(texts):
            return md.tasks(texts)
        case Table(head, rows, _):
            return md.table(head, rows)
        case Drawing(_, _, words):
            return md.items(words)
        case Blank(lines):
            return md.tasks(["\u00a0" * 3] * min(lines, 3))
