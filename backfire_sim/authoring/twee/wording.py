"""Small things that both reports say."""

from __future__ import annotations

from collections.abc import Iterable

from backfire_sim.text import wrap

WIDTH = 100
"""Cells of a line; authors read this beside their file."""
MOST_LINES = 12
"""Line numbers that are listed where people hardly go to every one."""


def many(number: int, what: str, plural: str = "") -> str:
    """`1 move`, `2 moves`."""
    return f"{number:,} {what if number == 1 else plural or _plural(what)}"


def lines_of(numbers: Iterable[int], most: int = MOST_LINES) -> str:
    """`line 3`, `lines 3 and 5`, `lines 3, 5, 9 and 12 more`."""
    unique = sorted(set(numbers))
    if len(unique) == 1:
        return f"line {unique[0]}"
    # "and 1 more" would take more room than the number.
    shown = [str(number) for number in unique[: most if len(unique) > most + 1 else most + 1]]
    more = len(unique) - len(shown)
    last = f"{more} more" if more else shown.pop()
    return f"lines {', '.join(shown)} and {last}"


def hung(text: str, inset: str = "") -> list[str]:
    """Text as lines; those after the first stand further in."""
    lines = wrap(text, WIDTH - len(inset) - 2)
    return [f"{inset}{'  ' if number else ''}{line}" for number, line in enumerate(lines)]


def _plural(what: str) -> str:
    return f"{what}es" if what.endswith("ch") else f"{what}s"
