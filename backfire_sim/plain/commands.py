"""The words that a person can type in plain mode."""

from typing import NamedTuple

from backfire_sim.text import one_line

LONGEST = 200
"""Characters of a typed line that are read; the rest cannot be meant."""

WORDS = (
    "again",
    "moves",
    "methods",
    "board",
    "costs",
    "support",
    "audience",
    "group",
    "people",
    "log",
    "why",
    "ask",
    "withdraw",
    "inject",
    "injects",
    "undo",
    "veil",
    "unveil",
    "pause",
    "end",
    "help",
    "quit",
    "yes",
    "no",
)

_SAME = {"?": "help", "q": "quit", "exit": "quit", "save": "quit", "gains": "support", "y": "yes", "n": "no"}

_TAKING_MORE = ("ask", "withdraw", "inject")

HELP = (
    "A number, or the id of a move, plays it. A move that is not open says why.",
    "ask and the number of a move: ask the people whose yes it needs. people: who can be asked for what. "
    "withdraw: somebody takes a yes back.",
    "again: where you are. moves: what you can do. methods: what they do. board: the five gates. "
    "costs: what it costs them. support: what the movement gains. audience: who is watching. "
    "group: your own. log: your decisions. why: what your last decision led to.",
    "undo: take the last decision back.",
    "pause: stop for a while. veil: hear scenes in one line only; unveil: hear them whole. "
    "end: stop here, kindly, and look back. None of this needs a reason.",
    "injects: for the facilitator, what can come in from outside; inject and its id: let it come in.",
    "quit: leave; what you decided is kept for later.",
)


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


def read_command(line: str) -> Command:
    """What a typed line means. Never fails: whatever it is, it is either a known word or a text to look up."""
    text = one_line(line[:LONGEST])
    first, _, rest = text.partition(" ")
    word = first.casefold()
    word = _SAME.get(word, word)
    if word in WORDS and (not rest or word in _TAKING_MORE):
        return Command(text, word, rest.strip())
    return Command(text, "", "")
