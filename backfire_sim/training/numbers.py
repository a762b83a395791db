"""Guess the numbers: one question after the other, guesses that nobody can trace, and what was measured.

A game is a value; each step gives the next one. Guesses are sorted as soon as they come in, so that nothing in a game
says whose is whose, and no game is ever written anywhere.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, replace
from typing import NamedTuple

from backfire_sim.speech import _, plural
from backfire_sim.training.questions import Mark, Question, questions

TOP = 100
"""The end of every scale."""

CLOSE = 5
"""How far a guess may lie from a figure and still be called close."""

MOST_PEOPLE = 60
"""Most guesses to one question."""

FEW = 5
"""Below so many people, everybody can tell whose guess is whose; they are told so before they begin."""


@dataclass(frozen=True, slots=True)
class Guessing:
    """A game where it stands."""

    questions: tuple[Question, ...]
    people: int
    """How many guess, one after the other; 1 is a person alone; 0 is one person typing what all say, until `close`."""
    at: int = 0
    """The question, from 0."""
    guesses: tuple[int, ...] = ()
    """Those of this question, smallest first."""
    passed: int = 0
    """How many of this question would rather not."""
    open: bool = True
    """Whether guesses still come in; once closed, what was measured is shown."""
    first: tuple[int, ...] = ()
    """The guesses of the first question, for the end."""

    @property
    def question(self) -> Question:
        """The question that is asked."""
        return self.questions[self.at]

    @property
    def heard(self) -> int:
        """How many have guessed or passed."""
        return len(self.guesses) + self.passed

    @property
    def last(self) -> bool:
        """Whether this is the last question."""
        return self.at == len(self.questions) - 1

    @property
    def alone(self) -> bool:
        """Whether one person guesses for themself."""
        return self.people == 1


def begin(people: int, *, short: bool = True) -> Guessing:
    """A game at its first question. `people` is 0 to MOST_PEOPLE, see `Guessing.people`."""
    if not 0 <= people <= MOST_PEOPLE:
        raise ValueError("so many people cannot guess")
    return Guessing(questions(short=short), people)


def guess(game: Guessing, value: int | None) -> Guessing:
    """One guess more, 0 to 100, or None from somebody who would rather not. Closes when everybody has been heard."""
    if not game.open or game.heard >= MOST_PEOPLE or (value is not None and not 0 <= value <= TOP):
        raise ValueError("this guess cannot be taken")
    held = list(game.guesses)
    if value is not None:
        insort(held, value)
    game = replace(game, guesses=tuple(held), passed=game.passed + (value is None))
    return close(game) if game.heard == game.people else game


def close(game: Guessing) -> Guessing:
    """No more guesses: now show what was measured."""
    return replace(game, open=False, first=game.guesses if game.at == 0 else game.first)


def again(game: Guessing) -> Guessing:
    """The same question once more, with no guesses: something was mistyped."""
    return replace(game, guesses=(), passed=0, open=True)


def following(game: Guessing) -> Guessing | None:
    """The game at its next question; None after the last."""
    return None if game.last else _at(game, game.at + 1)


def to_the_end(game: Guessing) -> Guessing:
    """The game at its last question: for when time is short."""
    return game if game.last else _at(game, len(game.questions) - 1)


def _at(game: Guessing, at: int) -> Guessing:
    return replace(game, at=at, guesses=(), passed=0, open=True)


# -- What is typed -----------------------------------------------------------------------------------------------------


def read_guess(typed: str) -> int | None:
    """The number that was typed, 0 to 100; None if it is none."""
    found = read_guesses(typed)
    return found[0] if found is not None and len(found) == 1 else None


def read_guesses(typed: str) -> tuple[int, ...] | None:
    """All numbers that were typed in one line, 0 to 100 each; None if anything else stands there, or nothing."""
    words = typed.replace(",", " ").replace(";", " ").replace("%", " ").split()
    if not words or len(words) > MOST_PEOPLE:
        return None
    if not all(word.isascii() and word.isdecimal() and len(word) <= 3 and int(word) <= TOP for word in words):
        return None
    return tuple(int(word) for word in words)


# -- What is shown -----------------------------------------------------------------------------------------------------


class Spread(NamedTuple):
    """Where guesses lie."""

    columns: tuple[int, ...]
    """How many lie in each column, from 0 to 100."""
    middle: float
    """The median: half guessed lower, half higher."""


def place(value: int, columns: int) -> int:
    """The column, from 0, in which a value of 0 to 100 stands."""
    return (value * (columns - 1) + TOP // 2) // TOP


def spread(guesses: tuple[int, ...], columns: int) -> Spread:
    """Guesses, at least one, sorted into at least two columns."""
    counts = [0] * columns
    for each in guesses:
        counts[place(each, columns)] += 1
    return Spread(tuple(counts), median(guesses))


def median(values: tuple[int, ...]) -> float:
    """The middle of at least one value."""
    held = sorted(values)
    half = len(held) // 2
    return float(held[half]) if len(held) % 2 else (held[half - 1] + held[half]) / 2


def number(value: float) -> str:
    """A median as people write it: without a fraction unless it is a half."""
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def figure(mark: Mark) -> str:
    """A measured figure in digits."""
    return str(mark.low) if mark.low == mark.high else _("{low} to {high}", low=mark.low, high=mark.high)


def beside(question: Question, value: float) -> str:
    """How a guess lies to what was measured, in one sentence; empty where nothing was, or not in these units."""
    if not question.marks:
        return ""
    low, high = min(mark.low for mark in question.marks), max(mark.high for mark in question.marks)
    if low <= value <= high:
        if low == high:
            return _("Exactly what was measured.")
        return (
            _("Within what was measured.") if len(question.marks) == 1 else _("Between the figures that were measured.")
        )
    near = low if value < low else high
    away = round(abs(value - near))
    if away <= CLOSE:
        return _("Close to what was measured.")
    return _lower(away) if value < low else _higher(away)


def _lower(away: int) -> str:
    return plural("{count} lower than what was measured.", "{count} lower than what was measured.", away)


def _higher(away: int) -> str:
    return plural("{count} higher than what was measured.", "{count} higher than what was measured.", away)


def in_words(game: Guessing) -> list[str]:
    """What came in, as sentences: the middle, the ends where there are enough people, and who passed."""
    said: list[str] = []
    if game.guesses and game.alone:
        said.append(_("Your guess: {guess}.", guess=game.guesses[0]))
        said += [each for each in [beside(game.question, game.guesses[0])] if each]
    elif game.guesses:
        said.append(
            plural(
                "{count} guess: {middle}.",
                "{count} guesses, from {low} to {high}. Half lie below {middle}, half above.",
                len(game.guesses),
                low=game.guesses[0],
                high=game.guesses[-1],
                middle=number(median(game.guesses)),
            )
        )
    if game.passed and not game.alone:
        said.append(plural("{count} person passed.", "{count} people passed.", game.passed))
    elif not game.guesses:
        said.append(_("No guess this time; that is fine."))
    return said


def at_the_end(game: Guessing) -> list[str]:
    """What the first guess and the last say side by side; nothing if one of them is missing."""
    if not game.first or not game.guesses:
        return []
    first, last = number(median(game.first)), number(median(game.guesses))
    if game.alone:
        return [
            _("For the other side in general you guessed {first}, for your own town {last}.", first=first, last=last)
        ]
    said = _(
        "For the other side in general the middle of your guesses was {first}, for your own town {last}.",
        first=first,
        last=last,
    )
    return [said]
