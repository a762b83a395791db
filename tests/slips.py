"""Slips of a hand in a file: a letter, a bracket, a space, a sign. Each is made on one line, and only there."""

import random
import re
from collections.abc import Callable

Slip = Callable[[random.Random, str], str]
"""A line with a slip in it; the same line where it has no room for one."""


def _letter(rng: random.Random, line: str) -> str:
    words = list(re.finditer(r"[a-z][a-z_]{3,}", line))
    if not words:
        return line
    word = rng.choice(words)
    n = rng.randrange(word.start(), word.end() - 1)
    return rng.choice(
        [
            line[:n] + line[n + 1] + line[n] + line[n + 2 :],
            line[:n] + line[n + 1 :],
            line[:n] + line[n] + line[n:],
            line[:n] + rng.choice("abcdefghijklmnopqrstuvwxyz_") + line[n + 1 :],
            line[:n] + line[n].upper() + line[n + 1 :],
        ]
    )


def _lost(rng: random.Random, line: str) -> str:
    n = rng.randrange(len(line))
    return line[:n] + line[n + 1 :]


def _moved(rng: random.Random, line: str) -> str:
    spaces = rng.choice([1, 2, -1, -2])
    return " " * spaces + line if spaces > 0 else line.removeprefix(" " * -spaces)


def _tab(rng: random.Random, line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return "\t" * max(1, indent // rng.choice([2, 4, 8])) + line.lstrip() if indent else line


def _quoted(rng: random.Random, line: str) -> str:
    before, colon, after = line.partition(": ")
    return before + colon + rng.choice(['"', "'", "@", "["]) + after + rng.choice(["", "'", "] x"]) if colon else line


def _colon(rng: random.Random, line: str) -> str:
    return line.replace(": ", rng.choice([":", " : ", "： ", " "]), 1)


def _bracket(rng: random.Random, line: str) -> str:
    places = [found.start() for found in re.finditer(r"[\[\]{}]", line)]
    if not places:
        return line
    n = rng.choice(places)
    return line[:n] + line[n + 1 :]


def _operator(rng: random.Random, line: str) -> str:
    if not re.search(r"(when|needs|agrees):", line):
        return line
    pairs = [(">=", "=>"), ("==", "="), (" and ", " && "), ("not ", "!"), ("not ", "NOT "), ("<=", "=<"), ("(", '("')]
    return line.replace(*rng.choice(pairs), 1)


def _dash(rng: random.Random, line: str) -> str:
    return line.replace("_", rng.choice(["-", " ", ""]), 1)


def _unseen(rng: random.Random, line: str) -> str:
    n = rng.randrange(len(line) + 1)
    return line[:n] + rng.choice("\u200b\u00a0\u202e\x07\u2028") + line[n:]


def _sign(rng: random.Random, line: str) -> str:
    return re.sub(r": [+-](\d)", lambda found: ": " + rng.choice(["", "–", "+ ", "="]) + found[1], line, count=1)


def _number(rng: random.Random, line: str) -> str:
    return re.sub(r": (\d+)\b", lambda found: rng.choice([': "%s"', ": %s%%", ": 0%s"]) % found[1], line, count=1)


SLIPS: tuple[Slip, ...] = (
    _letter, _letter, _lost, _moved, _tab, _quoted, _colon, _bracket, _operator, _dash, _unseen, _sign, _number,
)  # fmt: skip


def slip(rng: random.Random, text: str) -> str:
    """The text with one slip on one line that is neither empty nor a comment."""
    lines = text.split("\n")
    while True:
        number, make = rng.randrange(len(lines)), rng.choice(SLIPS)
        line = lines[number]
        if line.strip() and not line.lstrip().startswith("#") and (changed := make(rng, line)) != line:
            lines[number] = changed
            return "\n".join(lines)
