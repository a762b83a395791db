"""Learning as lines: the chapters, a page with numbers to go on by, words to look for, and the gates to move.

Reading and writing are handed in, so that the same loop runs on a terminal, through a pipe and in a test.
"""

from collections.abc import Callable, Sequence

from backfire_sim.handbook.book import CHAPTERS, leaves, search
from backfire_sim.plain import learn_words as wording
from backfire_sim.plain.learn_words import Typed
from backfire_sim.plain.shape import prose
from backfire_sim.scoring.constants import TOP_OF_GATE
from backfire_sim.scoring.vocabulary import GATES, label
from backfire_sim.speech import _
from backfire_sim.views.gates import SITUATIONS, Gates, answer, moved, turned
from backfire_sim.views.learn import MODEL, known, meant, see_also
from backfire_sim.views.played_where import Index

Read = Callable[[], str | None]
"""The next line of the person, without its line break; None at the end of the input."""

Write = Callable[[Sequence[str]], None]
"""Say some lines, now."""

CONTENTS, SEARCH = "contents", "search:"
"""Places that are no pages: the chapters; what was found, followed by what was looked for."""


class Reader:
    """One person with the book."""

    def __init__(self, read: Read, write: Write, played: Callable[[], Index], *, asks: bool = True) -> None:
        """`played` says where everything is played, when it is first needed. `asks`: say what can be typed."""
        self.read = read
        self.write = write
        self.asks = asks
        self._look = played
        self._played: Index | None = None
        self._past: list[str] = []
        self._at = CONTENTS
        self._numbers: list[str] = []
        """Where the numbers that were told lead."""

    def run(self, place: str = CONTENTS) -> None:
        """Read from a place on until the person leaves or the input ends."""
        if place == MODEL:
            if not self.gates():
                return
        else:
            self.show(place)
        while True:
            line = self._asked(wording.question(len(self._numbers)))
            if line is None or line.word == "quit" or not self._do(line):
                return

    def tell(self, place: str) -> None:
        """Say what stands at a place, and nothing more."""
        if place == MODEL:
            self.write([*wording.opening(), "", *wording.stand(SITUATIONS[0].gates)])
        else:
            self.show(place)

    def show(self, place: str) -> None:
        """Say what stands at a place: CONTENTS, a chapter, the id of a page, or SEARCH with what is looked for."""
        self._at = place
        if place.startswith(SEARCH):
            query = place.removeprefix(SEARCH)
            hits = search(query)
            self._numbers = [hit.id for hit in hits]
            self.write(wording.found(query, hits))
        elif place in CHAPTERS:
            self._numbers = [page.id for page in leaves(place)]
            self.write(wording.chapter(place))
        elif place != CONTENTS and (page := known(place)) is not None:
            self._numbers = [each.id for each in see_also(page)]
            self.write(wording.page(page, self._where().get(page.id, ())))
        else:
            self._at, self._numbers = CONTENTS, list(CHAPTERS)
            self.write(wording.contents())

    def _where(self) -> Index:
        if self._played is None:
            self._played = self._look()
        return self._played

    def _asked(self, question: list[str]) -> Typed | None:
        self.write(["", *question] if self.asks else [""])
        line = self.read()
        self.write([""])
        return None if line is None else wording.read(line)

    def _do(self, line: Typed) -> bool:
        """Do what was typed; whether reading goes on."""
        if line.word == "model":
            return self.gates()
        if line.word == "help":
            self.write(wording.help_with_pages())
        elif line.word == "back":
            self.show(self._past.pop() if self._past else CONTENTS)
        elif line.word == "again" or not line.text:
            self.show(self._at)
        elif line.word == "contents":
            self._go(CONTENTS)
        elif line.word == "search":
            self._go(SEARCH + line.rest)
        elif line.text.isascii() and line.text.isdecimal():
            self._by_number(int(line.text[:6]))
        else:
            self._go(line.text if known(line.text) is not None else SEARCH + line.text)
        return True

    def _by_number(self, number: int) -> None:
        if 0 < number <= len(self._numbers):
            self._go(self._numbers[number - 1])
        elif self._numbers:
            self.write([_("Type a number from 1 to {last}.", last=len(self._numbers))])
        else:
            self.write([_("Nothing here has a number.")])

    def _go(self, place: str) -> None:
        if place != self._at:
            self._past.append(self._at)
        self.show(place)

    # -- The gates -----------------------------------------------------------------------------------------------------

    def gates(self) -> bool:
        """Move the five gates; whether the person reads on afterwards, or has left altogether."""
        now = SITUATIONS[0].gates
        asking = False
        self.write([*wording.opening(), "", *wording.stand(now)])
        while True:
            line = self._asked(wording.gate_question(asking=asking))
            if line is None or line.word == "quit":
                return False
            if line.word == "back":
                if not asking:
                    self.show(self._at)
                    return True
                asking = False
            elif line.word == "guess":
                asking = True
            elif line.word == "situations":
                self.write(wording.situations())
            elif asking:
                asking = self._guess(now, line.text)
            else:
                now = self._turned(now, line)

    def _guess(self, now: Gates, text: str) -> bool:
        """Say what a guess comes to; whether another is awaited because it was no gate."""
        at = wording.gate_meant(text)
        if at is None:
            self.write(_no_gate(text))
            return True
        self.write([said for each in answer(now, GATES[at]) for said in prose(each)])
        return False

    def _turned(self, now: Gates, line: Typed) -> Gates:
        """The gates after what was typed, and what that did."""
        if line.text.isascii() and line.text.isdecimal() and 0 < int(line.text[:6]) <= len(SITUATIONS):
            situation = SITUATIONS[int(line.text[:6]) - 1]
            self.write([*prose(f"{_(situation.name)}. {_(situation.about)}"), *wording.stand(situation.gates)])
            return situation.gates
        name, _space, number = line.text.rpartition(" ")
        at = wording.gate_meant(name)
        steps = number.removeprefix("+").removeprefix("-")
        if at is None or not (steps.isascii() and steps.isdecimal()):
            self.write(_no_gate(line.text) if line.text and line.word != "again" else wording.stand(now))
            return now
        value = min(int(steps[:6]), TOP_OF_GATE)
        to = now[at] + value if number[0] == "+" else now[at] - value if number[0] == "-" else value
        after = turned(now, at, to)
        said = moved(now, after) or _("{gate} stands at {value} already.", gate=label(GATES[at]), value=now[at])
        self.write([*prose(said), *wording.stand(after)])
        return after


def _no_gate(text: str) -> list[str]:
    names = ", ".join(label(gate).lower() for gate in GATES)
    return prose(_("“{words}” is no gate. The gates are: {gates}.", words=text[:40], gates=names))


def place_of(words: str) -> str:
    """The place that words on a command line mean: a page, a chapter, MODEL, or what is found of them."""
    return (meant(words) or SEARCH + words) if words.strip() else CONTENTS
