"""Markdown made of plain functions: whatever text is put in comes out as that text and as nothing else.

Every function takes words and gives lines without an end. Words that are Markdown already are `Marked`, which only
the functions here make; everything else is escaped on its way in, so that a title such as `# [x](y) <b>` stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from backfire_sim.text import one_line, paragraphs

_SIGNS = re.compile(r"([\\`*_{}\[\]<>&|~$#])")
"""What means something anywhere in a line."""

_AT_THE_START = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")
"""What means something only where a line begins: lists, rules, underlined headings."""

_ADDRESS = re.compile(r"(?<=:)//|(?<=www)\.", re.IGNORECASE)
"""What some readers make a link of without being asked."""

DEEPEST = 6
"""The lowest level of headings."""


class Marked(str):
    """Words that are Markdown already, made by the functions of this module."""

    __slots__ = ()


def escaped(words: str) -> Marked:
    """Words as they are, on one line."""
    if isinstance(words, Marked):
        return words
    text = _SIGNS.sub(r"\\\1", one_line(words))
    text = _ADDRESS.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), text)
    return Marked(_AT_THE_START.sub(_held, text))


def strong(words: str) -> Marked:
    """Words that stand out; nothing for no words."""
    text = escaped(words)
    return Marked(f"**{text}**") if text else text


def emphasis(words: str) -> Marked:
    """Words said with a little weight; nothing for no words."""
    text = escaped(words)
    return Marked(f"*{text}*") if text else text


def code(words: str) -> Marked:
    """What is typed as it stands, such as a command."""
    text = one_line(words)
    most = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence, space = "`" * (most + 1), " " if most else ""
    return Marked(f"{fence}{space}{text}{space}{fence}") if text else Marked("")


def joined(*pieces: str, by: str = " ") -> Marked:
    """Pieces of one line, those without words left out."""
    return Marked(by.join(text for text in map(escaped, pieces) if text))


def heading(words: str, level: int = 1) -> str:
    """A heading, of level 1 to 6."""
    return f"{'#' * max(1, min(DEEPEST, level))} {escaped(words)}"


def paragraph(words: str) -> str:
    """One paragraph."""
    return escaped(words)


def items(texts: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {escaped(text)}" for text in texts)


def numbered(texts: Iterable[str]) -> str:
    """A list in order."""
    return "\n".join(f"{number}. {escaped(text)}" for number, text in enumerate(texts, 1))


def tasks(texts: Iterable[str]) -> str:
    """A list with a box to tick before each item."""
    return "\n".join(f"- [ ] {escaped(text)}" for text in texts)


def quote(words: str) -> str:
    """Words of somebody else's, or to be read aloud."""
    return "\n>\n".join(f"> {escaped(each)}" for each in paragraphs(words))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table. Every row has as many cells as the head."""
    lines = [head, *rows]
    if any(len(row) != len(head) for row in lines):
        raise ValueError("every row of a table has as many cells as its head")
    drawn = [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in lines]
    return "\n".join([drawn[0], f"|{' --- |' * len(head)}", *drawn[1:]])


def prose(words: str) -> str:
    """Running text: an empty line parts paragraphs, and a line that begins with `- ` is an item of a list."""
    blocks: list[str] = []
    for block in re.split(r"\n[ ]*\n+", words):
        said: list[str] = []
        listed: list[str] = []
        for line in (line.strip() for line in block.split("\n") if line.strip()):
            if line.startswith("- "):
                listed.append(line[2:])
            elif listed:
                listed[-1] += f" {line}"
            else:
                said.append(line)
        blocks += [paragraph(" ".join(said))] if said else []
        blocks += [items(listed)] if listed else []
    return document(*blocks).rstrip("\n")


def document(*blocks: str) -> str:
    """Blocks with an empty line between, those without words left out; one line break at the end."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def _held(found: re.Match[str]) -> str:
    """A number keeps its digits: it is the sign behind it that would make a list."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
