"""Guess the numbers, as lines: a question, a guess or many, and what was measured.

Reading and writing are handed in. With more than one person each types unseen, where the terminal allows it, or one
types all numbers in one line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backfire_sim.plain.commands import means, typed
from backfire_sim.plain.shape import prose
from backfire_sim.speech import _, plural
from backfire_sim.text import one_line
from backfire_sim.training.numbers import (
    FEW,
    Guessing,
    at_the_end,
    begin,
    close,
    figure,
    following,
    guess,
    in_words,
    read_guesses,
    to_the_end,
)
from backfire_sim.training.questions import Question

Read = Callable[[], str | None]
Write = Callable[[Sequence[str]], None]


def play(read: Read, write: Write, *, people: int = 1, short: bool = True, unseen: Read | None = None) -> None:
    """Ask every question until the last, or until somebody leaves. `unseen` reads without showing what is typed."""
    game: Guessing | None = begin(people, short=short)
    assert game is not None
    write(_opening(game))
    while game is not None:
        write(["", *_asked(game)])
        after = _heard(game, read if game.people < 2 or unseen is None else unseen, write)
        if after is None:
            write(["", *prose(_farewell())])
            return
        if after.at != game.at:
            game = after
            continue
        write(["", *told(after)])
        if after.last:
            break
        write(["", *prose(_on())])
        line = read()
        if line is None or means(line, "quit"):
            write(["", *prose(_farewell())])
            return
        game = to_the_end(after) if means(line, "end") else following(after)
    write(["", *prose(_farewell())])


def _opening(game: Guessing) -> list[str]:
    lines = prose(
        _(
            "Guess the numbers. Everybody guesses; then you see what was measured, by whom, and what it does not say. "
            "A guess far off is what this is for: most people's are. Nothing is kept."
        )
    )
    if 1 < game.people < FEW:
        lines += [
            "",
            *prose(_("With so few people everybody can tell whose guess is whose. Guess only what you like.")),
        ]
    return lines


def _asked(game: Guessing) -> list[str]:
    question = game.question
    place = _("{title}. Question {number} of {all}.", title=question.title, number=game.at + 1, all=len(game.questions))
    return [*prose(place), *prose(question.ask), *prose(_how(game))]


def _how(game: Guessing) -> str:
    if game.alone:
        return _("Type a number from 0 to 100, or press Enter to see.")
    if game.people:
        return _("One after the other: type a number from 0 to 100, or press Enter to pass.")
    return _("Type everybody's numbers in one line, from 0 to 100, or press Enter to see.")


def _heard(game: Guessing, read: Read, write: Write) -> Guessing | None:
    """The game with its guesses in; at another question if somebody asked for the last; None if they leave."""
    while game.open:
        if game.people > 1:
            write([_("Person {number} of {all}:", number=game.heard + 1, all=game.people)])
        line = read()
        if line is None or means(line, "quit"):
            return None
        if means(line, "end") and not game.last:
            return to_the_end(game)
        game = _taken(game, one_line(line[:400]), write)
    return game


def _taken(game: Guessing, line: str, write: Write) -> Guessing:
    if not line:
        return guess(game, None) if game.people else close(game)
    values = read_guesses(line)
    room = game.people - game.heard if game.people else len(values or ())
    if values is None or (len(values) > 1 and len(values) > room) or (game.alone and len(values) > 1):
        write(prose(_("Numbers from 0 to 100, please, and no more of them than there are people.")))
        return game
    for value in values:
        game = guess(game, value)
    if game.people > 1 and game.open:
        write([plural("Taken; {count} to go.", "Taken; {count} to go.", game.people - game.heard)])
    return close(game) if not game.people else game


def told(game: Guessing) -> list[str]:
    """What was guessed and what was measured, as sentences."""
    question = game.question
    lines = prose(" ".join(in_words(game)))
    lines += ["", *figures(question), *prose(question.measured)]
    lines += ["", *prose(_("Source: {source}", source=question.source))] if question.source else []
    lines += ["", *prose(_("What it does not say: {words}", words=question.not_said))]
    lines += ["", *prose(_("To talk about: {words}", words=question.talk))]
    if game.last:
        lines += [line for each in at_the_end(game) for line in ["", *prose(each)]]
    return lines


def figures(question: Question) -> list[str]:
    """The measured figures, one in a line."""
    said = [
        _("{name}: {figure} {unit}.", name=mark.name.capitalize(), figure=figure(mark), unit=question.unit)
        for mark in (*question.marks, *question.also)
    ]
    return [*said, ""] if question.marks else []


def _on() -> str:
    return _("Press Enter for the next question. {end} goes to the last one, {quit} leaves.", **_words("end", "quit"))


def _words(*words: str) -> dict[str, object]:
    return {word: typed(word) for word in words}


def _farewell() -> str:
    return _("That was all. Nothing of it was kept.")
