"""The words that a person can type in plain mode."""

from collections.abc import Mapping
from typing import NamedTuple

from backfire_sim.speech import _, later, sense
from backfire_sim.text import bare, one_line

LONGEST = 200
"""Characters of a typed line that are read; the rest cannot be meant."""

WORDS = (
    later("again", "typed"),
    later("moves", "typed"),
    later("methods", "typed"),
    later("board", "typed"),
    later("costs", "typed"),
    later("support", "typed"),
    later("audience", "typed"),
    later("group", "typed"),
    later("people", "typed"),
    later("log", "typed"),
    later("why", "typed"),
    later("ask", "typed"),
    later("withdraw", "typed"),
    later("inject", "typed"),
    later("injects", "typed"),
    later("undo", "typed"),
    later("safety", "typed"),
    later("pause", "typed"),
    later("soften", "typed"),
    later("veil", "typed"),
    later("unveil", "typed"),
    later("skip", "typed"),
    later("end", "typed"),
    later("here", "typed"),
    later("blank", "typed"),
    later("help", "typed"),
    later("quit", "typed"),
    later("yes", "typed"),
    later("no", "typed"),
)
"""Every command. In another language it has a word of that language too, and the one here goes on being understood."""

SAME = {
    "?": "help",
    later("q", "typed"): "quit",
    later("exit", "typed"): "quit",
    later("save", "typed"): "quit",
    later("gains", "typed"): "support",
    later("back", "typed"): "undo",
    later("y", "typed"): "yes",
    later("n", "typed"): "no",
}

ANSWERS = (later("none", "typed"), later("play", "typed"), later("begin", "typed"))
"""Words that are understood where a question has just been asked."""

TAKING_MORE = ("ask", "withdraw", "inject")

_HELP = (
    later("A number, or the id of a move, plays it. A move that is not open says why."),
    later(
        "{ask} and the number of a move: ask the people whose yes it needs. {people}: who can be asked for what. "
        "{withdraw}: somebody takes a yes back."
    ),
    later(
        "{again}: where you are. {moves}: what you can do. {methods}: what they do. {board}: the five gates. "
        "{costs}: what it costs them. {support}: what the movement gains. {audience}: who is watching. "
        "{group}: your own. {log}: your decisions. {why}: what your last decision led to."
    ),
    later("{undo}: take the last decision back."),
    later(
        "{pause}: stop for a while. {soften}: hear what they say and do in one calm line; {veil}: hear scenes in one "
        "line only; {unveil}: hear them whole. {skip}: leave this scene out. {end}: stop here, kindly, and look back. "
        "{here}: where to get help here. {blank}: clear the screen. {safety}: all of this, one by one. None of it "
        "needs a reason."
    ),
    later("{injects}: for the facilitator, what can come in from outside; {inject} and its id: let it come in."),
    later("{quit}: leave; what you decided is kept for later."),
)


def typed(word: str) -> str:
    """The word that people type for a command, in their language."""
    return sense("typed", word)


def means(text: str, *words: str) -> bool:
    """Whether a typed text is one of these words, in English or in the language that is spoken."""
    return PLAYING.meant(text.strip().rstrip(".")) in words


def told() -> list[str]:
    """What can be typed, a paragraph for each kind."""
    words = {word: typed(word) for word in WORDS}
    return [_(text, **words) for text in _HELP]


class Command(NamedTuple):
    """A line that was typed."""

    text: str
    """The line, made safe and in one piece."""
    word: str
    """One of WORDS, or empty."""
    rest: str
    """What follows the word."""

    @property
    def known(self) -> bool:
        """Whether it begins with a word that is known."""
        return bool(self.word)


class Vocabulary(NamedTuple):
    """The words that can be typed in one place."""

    words: tuple[str, ...]
    same: Mapping[str, str]
    """Other words for some of them."""
    taking_more: tuple[str, ...]
    """Those behind which something may stand."""
    longest: int = LONGEST
    """Characters of a typed line that are read; the rest cannot be meant."""

    def read(self, line: str) -> Command:
        """What a typed line means. Never fails: whatever it is, it is either a known word or a text to look up."""
        text = one_line(line[: self.longest])
        first, _, rest = text.partition(" ")
        word = self.meant(first)
        if word in self.words and (not rest or word in self.taking_more):
            return Command(text, word, rest.strip())
        return Command(text, "", "")

    def meant(self, text: str) -> str:
        """The word that is meant by a typed one, in English or in the language that is spoken; empty if none is."""
        english = {**{word: word for word in self.words}, **self.same}
        return (english | {bare(typed(word)): meant for word, meant in english.items()}).get(bare(text), "")


PLAYING = Vocabulary(WORDS, {**SAME, **{word: word for word in ANSWERS}}, TAKING_MORE)
"""The words of a play."""


def read_command(line: str) -> Command:
    """What a line means that was typed in a play."""
    return PLAYING.read(line)
