"""Practice for one as lines: a decision, how sure you are, your answer, and what is said of it.

Reading, writing, the time and the place where answers are kept are handed in, so that the same loop runs on a terminal,
through a pipe and in a test. The end of the input is the same as `quit`: what was answered is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from backfire_sim.engine.drills import WRITE
from backfire_sim.handbook.book import leaf
from backfire_sim.plain import learn_words
from backfire_sim.plain import practice_words as wording
from backfire_sim.plain.commands import Command
from backfire_sim.plain.shape import prose
from backfire_sim.practice.grading import fit_of_ticks
from backfire_sim.practice.reviews import Review
from backfire_sim.practice.sitting import ENOUGH, MOST_CARDS, Asked, Sitting, answered, skipped, too_late
from backfire_sim.speech import _
from backfire_sim.views.practice import Answer, Question, question
from backfire_sim.views.practice_told import told

if TYPE_CHECKING:
    from backfire_sim.storage.reviews import ReviewLog

Read = Callable[[], str | None]
"""The next line of the person, without its line break; None at the end of the input."""

Write = Callable[[Sequence[str]], None]
"""Say some lines, now."""

Now = Callable[[], datetime]
"""What time it is, in UTC."""


class _LeftError(Exception):
    """Somebody wants to stop."""


class _SkippedError(Exception):
    """Somebody leaves a card out."""


class Practice:
    """One person with the cards of one sitting."""

    def __init__(self, read: Read, write: Write, log: ReviewLog, now: Now, zone: tzinfo) -> None:
        self.read = read
        self.write = write
        self.log = log
        self.now = now
        self.zone = zone
        self.sitting: Sitting
        """How far it has come."""

    def run(self, sitting: Sitting, *, timed: bool = True) -> Sitting:
        """Ask card after card until the last, until the person leaves, or (if `timed`) until ten minutes are over.

        StorageError if an answer cannot be kept: those before it are.
        """
        self.sitting = sitting
        try:
            while (current := self.sitting.current) is not None:
                if timed and too_late(self.sitting, self.now()):
                    self.write(["", *prose(wording.time_is_over())])
                    break
                self._card(current)
        except _LeftError:
            pass
        return self.sitting

    def _card(self, current: Asked) -> None:
        shown = question(current)
        again = wording.asked(shown, self.sitting.number, self.sitting.of)
        self.write(["", *again])
        try:
            review = self._review(current, shown, again)
        except _SkippedError:
            self.sitting = skipped(self.sitting)
            self.write(["", *prose(_("Left out; it comes another time."))])
            return
        self.log.add(review)
        self.sitting = answered(self.sitting, review)
        said = told(current, review, self.log.reviews, self.now(), self.zone)
        lines = wording.told(said, current.placed.drill.asks)
        self.write(["", *lines])
        last = self.sitting.current is None
        if len(self.sitting.told) == ENOUGH and self.sitting.of <= MOST_CARDS and not last:
            self.write(["", *prose(_("Five are done. Stopping here is as good as going on."))])
        self._on(lines, said.page, last=last)

    # -- Asking ----------------------------------------------------------------------------------------------------

    def _review(self, current: Asked, shown: Question, again: list[str]) -> Review:
        """What is answered, how sure it was said before."""
        drill = current.placed.drill
        sure = self._choice(wording.how_sure(shown), shown.confidences, again)
        if drill.asks == WRITE:
            answer, fit = "", self._sentence(drill.checklist, again)
        else:
            answer = self._choice(wording.your_answer(shown), shown.answers, again)
            fit = current.placed.fit(answer)
        return Review(current.principle, current.placed.id, self.now(), sure, answer, fit)

    def _choice(self, ask: list[str], choices: Sequence[Answer], again: list[str]) -> str:
        self.write(["", *ask])
        while not (found := wording.meant(self._line(again, ask).text, choices)):
            self.write(wording.a_number(len(choices)))
        return found

    def _sentence(self, checklist: Sequence[str], again: list[str]) -> str:
        """How well a sentence fits, by what is ticked. The sentence itself is heard and forgotten."""
        ask = wording.your_sentence()
        self.write(["", *ask])
        self._line(again, ask)
        ask = wording.checklist(checklist)
        self.write(["", *ask])
        while True:
            line = self._line(again, ask)
            if not line.text:
                ticked = sum(self._ticked(each, number, again) for number, each in enumerate(checklist, 1))
            elif line.word in ("all", "none"):
                ticked = len(checklist) if line.word == "all" else 0
            else:
                meant = wording.ticks_meant(line.text, len(checklist))
                if meant is None:
                    self.write(ask)
                    continue
                ticked = meant
            return fit_of_ticks(ticked, len(checklist))

    def _ticked(self, line: str, number: int, again: list[str]) -> bool:
        ask = wording.one_line_of_it(line, number)
        self.write(ask)
        while (word := self._line(again, ask).word) not in ("yes", "no"):
            self.write(ask)
        return word == "yes"

    def _line(self, again: list[str], ask: list[str]) -> Command:
        """What was typed, once it is no word that is understood at every question."""
        while True:
            line = self.read()
            if line is None:
                raise _LeftError
            found = wording.PRACTICING.read(line)
            if found.word == "quit":
                raise _LeftError
            if found.word == "skip":
                raise _SkippedError
            if found.word == "help":
                self.write(["", *wording.help_here(), "", *ask])
            elif found.word == "again":
                self.write(["", *again, "", *ask])
            elif found.word == "page":
                self.write(["", *prose(_("The page comes after your answer: it would give it away.")), "", *ask])
            else:
                return found

    # -- Going on ----------------------------------------------------------------------------------------------------

    def _on(self, told_before: list[str], page: str, *, last: bool) -> None:
        """Wait until the person goes on."""
        ask = wording.on(last=last)
        self.write(["", *ask])
        while True:
            line = self.read()
            word = "quit" if line is None else wording.PRACTICING.read(line).word
            if word == "quit":
                raise _LeftError
            if word == "page":
                self.write(["", *learn_words.page(leaf(page)._replace(see=()), ()), "", *ask])
            elif word == "again":
                self.write(["", *told_before, "", *ask])
            elif word == "help":
                self.write(["", *wording.help_here(), "", *ask])
            else:
                return
