"""How much room words take in a drawing, without asking any font: estimates that are safe for the usual ones."""

from __future__ import annotations

from backfire_sim.text import width as cells

_NARROW = frozenset("ijl.,:;'|!`’‘·")
_SLIM = frozenset('ftr()[]{}/\\-I"“”*')
_WIDE = frozenset("mMwW@%—")
MONOSPACED = 0.61
BOLD = 1.08


def breadth(text: str, size: float, bold: bool = False) -> float:
    """About how wide one line of text is at a font size, in a proportional font without serifs."""
    return sum(map(_character, text)) * size * (BOLD if bold else 1.0)


def broken(text: str, size: float, room: float, bold: bool = False, first: float = 0.0) -> list[str]:
    """The lines of a text that fit into `room`; `first` is what is taken of the first line already."""
    lines: list[str] = []
    current = ""
    used = first
    space = breadth(" ", size, bold)
    for word in text.split():
        long = breadth(word, size, bold)
        if current and used + space + long <= room:
            current, used = f"{current} {word}", used + space + long
            continue
        if current:
            lines.append(current)
            used = 0.0
        while long > room and len(word) > 1:
            head = _head(word, size, room - used, bold)
            lines.append(head)
            word, used = word[len(head) :], 0.0
            long = breadth(word, size, bold)
        current, used = word, used + long
    return [*lines, current] if current else lines


def _head(word: str, size: float, room: float, bold: bool) -> str:
    used = 0.0
    for place, char in enumerate(word):
        used += breadth(char, size, bold)
        if used > room:
            return word[: max(1, place)]
    return word


def _character(char: str) -> float:
    if char == " ":
        return 0.3
    if char in _NARROW:
        return 0.27
    if char in _SLIM:
        return 0.37
    if char in _WIDE:
        return 0.92
    if char.isupper():
        return 0.72
    return 0.59 if cells(char) < 2 else 1.05
