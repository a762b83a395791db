"""The shape of what is said: lines of at most 72 characters, lists, and blocks with an empty line between them."""

from collections.abc import Iterable, Sequence

from backfire_sim.text import wrap

WIDTH = 72
"""Characters in a line."""


def prose(text: str) -> list[str]:
    """Running text: an empty line parts paragraphs, single line breaks inside one are only spaces."""
    lines: list[str] = []
    paragraph: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            paragraph.append(line.strip())
        elif paragraph:
            lines += ["", *wrap(" ".join(paragraph), WIDTH)] if lines else wrap(" ".join(paragraph), WIDTH)
            paragraph = []
    return lines


def item(text: str, mark: str = "- ") -> list[str]:
    """One item of a list: the mark, and further lines set in under its first word."""
    lines = wrap(" ".join(text.split()), WIDTH - len(mark)) or [""]
    return [mark + lines[0], *(" " * len(mark) + line for line in lines[1:])]


def items(texts: Iterable[str]) -> list[str]:
    """A list, one item after the other."""
    return [line for text in texts for line in item(text)]


def blocks(*parts: Sequence[str]) -> list[str]:
    """Parts with one empty line between those that say anything."""
    lines: list[str] = []
    for part in parts:
        if part:
            lines += ["", *part] if lines else list(part)
    return lines
