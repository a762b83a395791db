"""A document as it will be written, as lines to read before anything is: pictures in the words that stand for them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from backfire_sim import text
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
from backfire_sim.speech import _
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, line, prose

_GAP = 2
"""Cells between the columns of a table."""


def section_lines(section: Section, width: int) -> list[Content]:
    """A section under its name."""
    return [*hanging("", section.name, width, "bold $accent"), BLANK, *piece_lines(section.pieces, width)]


def piece_lines(pieces: Sequence[Piece], width: int) -> list[Content]:
    """The pieces of a section, an empty line after each but the small headings."""
    lines: list[Content] = []
    for piece in pieces:
        lines += _lines(piece, width)
        lines += [] if isinstance(piece, Heading) else [BLANK]
    return lines


def _lines(piece: Piece, width: int) -> list[Content]:
    match piece:
        case Heading(words):
            return hanging("", words, width, "bold")
        case Para(words, quiet):
            return prose(words, width, "$quiet" if quiet else "")
        case Items(words):
            return _listed("  · ", words, width)
        case Numbered(words):
            return [
                each for n, said in enumerate(words, 1) for each in hanging(f"{n:>3}  ", said, width, mark="$quiet")
            ]
        case Tasks(words):
            return _listed("  [ ] ", words, width)
        case Steps(steps):
            return [each for _side, who, what in steps for each in hanging("  · ", f"{who} {what}".strip(), width)]
        case Table(head, rows):
            return table_lines(head, rows, width)
        case Drawing(_kind, _picture, words):
            said = _("[A picture, in the page. In Markdown it stands in words:]")
            return [*hanging("", said, width, "$quiet"), *_listed("  · ", words, width)]
        case Blank(lines):
            return [line(("  " + "_" * min(40, max(8, width - 4)), "$line"))] * lines


def _listed(mark: str, words: Sequence[str], width: int) -> list[Content]:
    return [each for said in words for each in hanging(mark, said, width, mark="$quiet")]


def table_lines(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[Content]:
    """A table in columns where it fits; else row by row, each cell after the name of its column."""
    cells = [[text.one_line(cell) for cell in row] for row in (head, *rows)]
    sizes = [max(text.width(row[at]) for row in cells) for at in range(len(head))]
    if sum(sizes) + _GAP * (len(sizes) - 1) <= width:
        gap = " " * _GAP
        drawn = [
            gap.join(text.pad(cell, size) for cell, size in zip(row, sizes, strict=True)).rstrip() for row in cells
        ]
        return [line((each, "" if n else "$quiet")) for n, each in enumerate(drawn)]
    lines: list[Content] = []
    for row in cells[1:]:
        lines += hanging("", row[0], width, "bold")
        for name, cell in zip(head[1:], row[1:], strict=True):
            lines += hanging("    ", _("{name}: {cell}", name=name, cell=cell), width) if cell else []
    return lines or [heading(" · ".join(cells[0]))]
