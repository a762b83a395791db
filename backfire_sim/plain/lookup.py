"""Which move, preparation, person or inject a typed number or id stands for."""

from collections.abc import Sequence

from backfire_sim.plain.commands import typed
from backfire_sim.plain.wording import in_order
from backfire_sim.speech import _
from backfire_sim.views.play import MoveView, PlayView


def picked(word: str, ids: Sequence[str]) -> str | None:
    """The id that a number (from 1) or an id stands for; None if it stands for none."""
    if word.isascii() and word.isdecimal():
        number = int(word[:6])
        return ids[number - 1] if 0 < number <= len(ids) else None
    return next((known for known in ids if known == word), None)


def move(view: PlayView, word: str) -> MoveView | None:
    """The move that a number or an id stands for, open or not."""
    shown = in_order(view)
    wanted = picked(word, [move.id for move in shown])
    return next((move for move in shown if move.id == wanted), None)


def number(view: PlayView, shown: MoveView) -> int:
    """The number of a move as it is listed, from 1."""
    return in_order(view).index(shown) + 1


def open_moves(view: PlayView) -> list[tuple[str, bool]]:
    """Every move as it is numbered, and whether it is open: where this differs, a number may mean something else."""
    return [(shown.id, shown.open) for shown in in_order(view)]


def uses(view: PlayView, word: str) -> list[tuple[str, str]]:
    """(person, use) that a word after `ask` stands for: `ana.story`, `ana`, or a move, for whatever it still lacks."""
    person, _, use = word.partition(".")
    named = [(c.person, c.use) for c in view.consents if c.person == person and (c.use == use or not use)]
    if named:
        return named
    meant = move(view, word)
    return [(c.person, c.use) for c in meant.consents if c.state != "yes"] if meant is not None else []


def nobody_to_ask(view: PlayView, words: str) -> str:
    """Why nobody is asked for what was typed after `ask`."""
    meant = move(view, words)
    if meant is None:
        said = _("Nobody is asked for “{words}”. Type {ask} alone to hear who can be asked.")
        return said.format(words=words, ask=typed("ask"))
    if meant.consents:
        return _("Everybody whose yes move {number} needs has given it.", number=number(view, meant))
    return _("Move {number} needs nobody's yes.", number=number(view, meant))
