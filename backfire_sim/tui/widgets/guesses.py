"""A question with what is being guessed, and what was measured beside what was guessed."""

from __future__ import annotations

from textual import events
from textual.content import Content

from backfire_sim import text
from backfire_sim.speech import _, plural
from backfire_sim.training.numbers import Guessing, at_the_end, in_words
from backfire_sim.training.questions import Mark
from backfire_sim.tui.widgets.lines import BLANK, Piece, hanging, line, prose
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.widgets.scale import bars, dot_at, dots, hidden, plot

AIRY = 30
"""Rows of the screen from which the lines have air between them."""


class AskedPane(Pane):
    """The question; under it a hundred dots, or keys to type on unseen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lit = True
        self._game: Guessing | None = None
        self._typed = ""
        self._dots_from = -1
        self._keys: list[tuple[int, int, int, str]] = []

    def show(self, game: Guessing, typed: str, *, from_top: bool = False) -> None:
        """Show this question with what is typed so far."""
        self._game, self._typed = game, typed
        self.title = Content(game.question.title)
        self.state = Content(_state(game))
        self.redraw(from_top=from_top)

    def body(self, width: int) -> list[Content]:
        """The words, and a way to answer."""
        game = self._game
        self._dots_from, self._keys = -1, []
        if game is None:
            return []
        lines = [BLANK, *prose(game.question.ask, width, "bold"), BLANK]
        return lines + (self._seen(game, lines, width) if game.alone else self._unseen(game, lines, width))

    def _seen(self, game: Guessing, above: list[Content], width: int) -> list[Content]:
        value = min(100, int(self._typed)) if self._typed else None
        self._dots_from = len(above)
        said = self._typed if self._typed else "–"
        number = line((said, "bold $accent"), f" {game.question.unit}")
        how = _("Type a number, use the arrows, or click on a dot; enter shows what was measured.")
        return [*dots(value, width), BLANK, number, BLANK, *prose(how, width, "$quiet")]

    def _unseen(self, game: Guessing, above: list[Content], width: int) -> list[Content]:
        who, how = _who_and_how(game)
        lines = hanging("", who, width, "bold $accent")
        lines += [BLANK, self._number(game), BLANK]
        lines += [self._keypad(len(above) + len(lines)), BLANK, *prose(how, width, "$quiet")]
        if game.guesses and not game.people:
            taken = plural("{count} guess is in.", "{count} guesses are in.", len(game.guesses))
            lines += [BLANK, line(taken)]
        return lines

    def _number(self, game: Guessing) -> Content:
        if game.people:
            return hidden(bool(self._typed))
        return line((self._typed or "–", "bold $accent"), f" {game.question.unit}")

    def _keypad(self, row: int) -> Content:
        pieces: list[Piece] = []
        at = 0
        for digit in (*"1234567890", "⌫", "↵"):
            name = {"⌫": "backspace", "↵": "enter"}.get(digit, digit)
            self._keys.append((row, at, at + 2, name))
            pieces += [("[", "$line"), (digit, "bold"), ("]", "$line")]
            at += 3
        return line(*pieces)

    def on_click(self, event: events.Click) -> None:
        """A dot is a guess, a key is that key."""
        row, x = event.y - int(self.ruled) + self.top, event.x - self.margin
        value = dot_at(x, row - self._dots_from, self.across) if self._dots_from >= 0 else None
        pressed = next((name for y, first, last, name in self._keys if y == row and first <= x <= last), "")
        if event.y >= int(self.ruled) and value is not None:
            event.stop()
            self.screen.guess_at(value)  # type: ignore[attr-defined]
        elif event.y >= int(self.ruled) and pressed:
            event.stop()
            self.app.simulate_key(pressed)
        else:
            super().on_click(event)


class ShownPane(Pane):
    """The guesses over what was measured; under them the words."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lit = True
        self._game: Guessing | None = None

    def show(self, game: Guessing, *, from_top: bool = False) -> None:
        """Show what came in and what was measured."""
        self._game = game
        self.title = Content(game.question.title)
        self.state = Content("")
        self.redraw(from_top=from_top)

    def body(self, width: int) -> list[Content]:
        """The picture, the figure, who measured it, what it does not say, and something to talk about."""
        game = self._game
        if game is None:
            return []
        question, room = game.question, min(width, 76)
        gap = [BLANK] if self.app.size.height >= AIRY else []
        lines = [*gap, *hanging("", " ".join(in_words(game)), width, "$quiet"), BLANK, *_picture(game, room), BLANK]
        lines += prose(question.measured, width)
        lines += hanging("", question.source, width, "$quiet") if question.source else []
        said = ((_("What it does not say"), question.not_said), (_("To talk about"), question.talk))
        inset = max(text.width(name) for name, _words in said) + 2
        for name, words in said:
            lines += [*gap, *_named(name, words, width, inset)]
        for each in at_the_end(game) if game.last else []:
            lines += [*gap, *prose(each, width)]
        return lines


def _named(name: str, words: str, width: int, inset: int) -> list[Content]:
    """Words beside their name, or under it where there is no room beside."""
    if width - inset < 40:
        return _over(name, words, width)
    return hanging(text.pad(name, inset), words, width, mark="bold $accent")


def _over(name: str, words: str, width: int) -> list[Content]:
    return [line((name, "bold $accent")), *prose(words, width)]


def _picture(game: Guessing, width: int) -> list[Content]:
    question = game.question
    rows = [(mark, "$ours") for mark in question.marks] + [(mark, "$quiet") for mark in question.also]
    if game.alone and game.guesses:
        yours = Mark(game.guesses[0], game.guesses[0], _("your guess"))
        return bars([(yours, "$accent"), *rows], width)
    if game.guesses:
        return plot(game.guesses, rows, width, _("your guesses"))
    return bars(rows, width) if rows else []


def _state(game: Guessing) -> str:
    if game.people > 1:
        return _("{heard} of {all} have been heard", heard=game.heard, all=game.people)
    return ""


def _who_and_how(game: Guessing) -> tuple[str, str]:
    if game.people:
        who = _("Person {number} of {all}: the keyboard is yours.", number=game.heard + 1, all=game.people)
        how = _(
            "Type a number from 0 to 100 and press enter. Nobody sees it, not even how many digits it has. s passes."
        )
        return who, how
    who = _("Say your numbers.")
    return who, _("Type each number and press enter. When all are in, d shows them.")
