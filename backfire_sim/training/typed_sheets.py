"""A whole sheet typed in one line, from paper: `40 30 50 20 60 A b d c a e`."""

from backfire_sim.training.cases import FORMS, OPTIONS
from backfire_sim.training.measure import ITEMS, STEPS, Sheet, has_cases

LETTERS = "abcde"
"""What the options of a case are called, on paper and where they are typed."""

LEFT_OUT = "-"
"""What is typed for an answer that was left out."""


def read_step(typed: str) -> int | None:
    """How confident, from what was typed: one of STEPS, or None if it is none of them."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 3 and int(typed) in STEPS else None


def read_option(typed: str, at: int) -> int | None:
    """The option of the case at a place, from its letter or its number; None if there is none."""
    word = typed.strip().casefold().rstrip(".)")
    if word.isascii() and word.isdecimal() and len(word) == 1:
        found = int(word) - 1
    elif len(word) == 1 and word in LETTERS:
        found = LETTERS.index(word)
    else:
        return None
    return found if 0 <= found < OPTIONS[at] else None


def read_sheet(typed: str, moment: str) -> Sheet | None:
    """The sheet that a line holds; `-` stands for what was left out. None if it is not a whole sheet."""
    words = typed.replace(",", " ").replace(";", " ").split()
    cased = has_cases(moment)
    if len(words) != len(ITEMS) + (1 + len(OPTIONS) if cased else 0):
        return None
    steps = [None if word == LEFT_OUT else read_step(word) for word in words[: len(ITEMS)]]
    if any(step is None and word != LEFT_OUT for step, word in zip(steps, words, strict=False)):
        return None
    if not cased:
        return Sheet(tuple(steps))
    form, letters = words[len(ITEMS)].upper(), words[len(ITEMS) + 1 :]
    picks = [None if word == LEFT_OUT else read_option(word, at) for at, word in enumerate(letters)]
    if form not in FORMS or any(pick is None and word != LEFT_OUT for pick, word in zip(picks, letters, strict=True)):
        return None
    return Sheet(tuple(steps), form, tuple(picks))
