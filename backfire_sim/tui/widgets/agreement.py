"""What a table agrees on, row by row, and the question about each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from backfire_sim.speech import _, later, plural
from backfire_sim.table.conduct import LINES, OWN, line_words
from backfire_sim.table.roles import ROLES, deal
from backfire_sim.table.setup import FEWEST_SEATS, MOST_SEATS, NEEDS, TIES, TWO_MINUTES, WAYS, Setup
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.views.note import note_view

if TYPE_CHECKING:
    from backfire_sim.storage.shelf import Opened

BEGIN = "begin"

ROWS = (BEGIN, "scenario", "seats", "way", "needs", "ties", "talk", "predict", "roles", "code", "facilitator")
"""The rows, by what of the agreement they change."""

_NAMES = {
    "begin": later("Begin"),
    "scenario": later("Scenario"),
    "seats": later("How many you are"),
    "way": later("How you choose"),
    "needs": later("What decides"),
    "ties": later("Where that decides nothing"),
    "talk": later("Clock for the talk"),
    "predict": later("Predict what comes next"),
    "roles": later("Role cards"),
    "code": later("Code of conduct"),
    "facilitator": later("The facilitator's terminal"),
}

_SHORT = {
    "keys": later("silently, at the keyboard"),
    "hands": later("by raised hands"),
    "most": later("most people"),
    "half": later("more than half"),
    "consent": later("most, if nobody objects"),
    "again": later("talk, and choose again"),
    "facilitator": later("the facilitator decides"),
    "lot": later("the lot"),
    "careful": later("the more careful choice"),
}

_TALKS = (0, 60, TWO_MINUTES, 180, 300, 600)


class Answer(NamedTuple):
    """Something that can be agreed on."""

    id: str
    label: str
    about: str = ""
    taken: bool = False


class Question(NamedTuple):
    """What one row is about."""

    title: str
    words: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    many: bool = False
    """Whether more than one answer can be taken."""


def question(row: str, setup: Setup, opened: Opened | None) -> Question:
    """The question about a row, with what is agreed on marked."""
    title = _(_NAMES[row])
    match row:
        case "seats":
            seats = tuple(
                Answer(str(n), _people(n), taken=n == setup.seats) for n in range(FEWEST_SEATS, MOST_SEATS + 1)
            )
            words = _("Two people can share a seat. Nobody is asked for a name; a seat is a number.")
            return Question(title, (words,), seats)
        case "way" | "needs" | "ties":
            table = {"way": WAYS, "needs": NEEDS, "ties": TIES}[row]
            now = getattr(setup, row)
            answers = tuple(Answer(each, _(_SHORT[each]), _(about), each == now) for each, about in table.items())
            return Question(title, (), answers)
        case "talk":
            words = _("With a clock, two minutes are a good beginning. It can be stopped, and more time given.")
            return Question(title, (words,), tuple(Answer(str(n), _talk(n), "", n == setup.talk) for n in _TALKS))
        case "predict":
            words = _(
                "Before each decision is played, everyone says which of the five methods comes next. It takes one "
                "more round at the keyboard, and teaches most about how methods follow each other."
            )
            yes = Answer("yes", _("yes"), "", setup.predict)
            return Question(title, (words,), (Answer("", _("no"), "", not setup.predict), yes))
        case "roles":
            words = _("Each seat gets a card with one thing to watch for. Nobody plays the perpetrators.")
            deal_out = Answer("yes", _("deal cards"), ", ".join(_(role.title) for role in ROLES), bool(setup.roles))
            return Question(title, (words,), (Answer("", _("no cards"), "", not setup.roles), deal_out))
        case "code":
            words = _("Lines that hold in the play and are tested in it. Choose some, or write one.")
            return Question(title, (words,), _lines(setup), many=True)
        case "scenario" if opened is not None:
            note = note_view(opened.scenario)
            facts = [_("{count} minutes", count=note.minutes)] if note.minutes else []
            facts += [_("difficulty {difficulty} of 5", difficulty=note.difficulty)]
            return Question(note.title, (note.summary, " · ".join(facts), _("Enter opens the library.")))
        case "facilitator":
            return Question(title, _facilitator(), (Answer("", _("back to the list"), "", True),))
    begin = _(
        "Enter begins: first the note of the scenario, to be read aloud; then cards and code, if you want them. Each "
        "round you read, choose in silence, see how the choices spread, talk, choose again, and decide."
    )
    return Question(title, (begin, _("Names are never asked for. Who chose what is not written down anywhere.")))


def _facilitator() -> tuple[str, ...]:
    return (
        _("In a second terminal on this computer, that nobody else sees, the facilitator types:"),
        "    backfire facilitate",
        _(
            "It shows the notes and the events that can be thrown, freezes and blanks the shared screen, and does all "
            "that the keyboard here does. Nothing of it ever stands on the shared screen. It is not needed: the keys "
            "here are enough."
        ),
    )


def _lines(setup: Setup) -> tuple[Answer, ...]:
    lines = [Answer(each, _(words), "", each in setup.code) for each, words in LINES.items()]
    own = line_words(OWN, setup.own_line) if setup.own_line else _("A line of your own …")
    return (*lines, Answer(OWN, own, "", OWN in setup.code))


def _people(seats: int) -> str:
    return plural("{count} person", "{count} people", seats)


def _talk(seconds: int) -> str:
    return plural("{count} minute", "{count} minutes", seconds // 60) if seconds else _("no clock")


def changed(setup: Setup, row: str, answer: str, seed: int) -> Setup:
    """The agreement with another answer. `seed` decides which seat gets which card."""
    match row:
        case "seats":
            seats = int(answer)
            return setup._replace(seats=seats, roles=deal(seats, seed) if setup.roles else ())
        case "way":
            return setup._replace(way=answer)
        case "needs":
            return setup._replace(needs=answer)
        case "ties":
            return setup._replace(ties=answer)
        case "talk":
            return setup._replace(talk=int(answer))
        case "predict":
            return setup._replace(predict=bool(answer))
        case "roles":
            return setup._replace(roles=deal(setup.seats, seed) if answer else ())
        case "code":
            taken = {*setup.code} ^ {answer}
            return setup._replace(code=tuple(each for each in (*LINES, OWN) if each in taken))
    return setup


class AgreementRows(Menu):
    """Every row with what is agreed on."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = Content(_("What you agree on"))
        self._said: dict[str, str] = {}

    @property
    def row_id(self) -> str:
        """What the chosen row is about."""
        return ROWS[self.chosen]

    def show_agreement(self, setup: Setup, scenario: str) -> None:
        """Show what is agreed on."""
        code = plural("{count} line", "{count} lines", len(setup.code)) if setup.code else _("none")
        self._said = {
            "begin": "",
            "scenario": scenario,
            "seats": _people(setup.seats),
            "way": _(_SHORT[setup.way]),
            "needs": _(_SHORT[setup.needs]),
            "ties": _(_SHORT[setup.ties]),
            "talk": _talk(setup.talk),
            "predict": _("yes") if setup.predict else _("no"),
            "roles": _("dealt") if setup.roles else _("none"),
            "code": code,
            "facilitator": "backfire facilitate",
        }
        self.redraw()

    def count(self) -> int:
        """The rows."""
        return len(ROWS)

    def gap(self, width: int) -> int:
        """An empty line between them where there is room to breathe."""
        return int(self.high >= 2 * len(ROWS) + 6)

    def before_rows(self, width: int) -> list[Content]:
        """What this is."""
        if self.high < len(ROWS) + 6:
            return [BLANK]
        words = _("Many people, one screen: everyone chooses in silence, then you see how it spread, talk, and decide.")
        return [BLANK, *prose(words, width, "$quiet"), BLANK]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """Its name, and what is agreed on."""
        row = ROWS[at]
        name = _(_NAMES[row])
        if row == BEGIN:
            return [line((name, "bold $accent"))]
        inset = min(28, width // 2)
        if len(name) + 2 > inset:
            return [
                *hanging("", name, width, "bold" if chosen else "$quiet"),
                *hanging("  ", self._said[row], width, "bold"),
            ]
        return hanging(name.ljust(inset), self._said[row], width, "bold", mark="bold" if chosen else "$quiet")


class Asked(Menu):
    """The question about a row, with its answers to mark."""

    one_click = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._question = Question("", ())

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What can be answered."""
        return self._question.answers

    @property
    def many(self) -> bool:
        """Whether more than one answer can be taken."""
        return self._question.many

    @property
    def taken_at(self) -> int:
        """The answer that is agreed on."""
        return next((n for n, each in enumerate(self.answers) if each.taken), 0)

    def show_question(self, asked: Question, setup: Setup) -> None:
        """Show a question; what is agreed on is the chosen row."""
        fresh = asked.title != self._question.title
        self._question = asked
        self.title = Content(asked.title)
        if fresh or not asked.many:
            self.chosen = self.taken_at
        self.redraw(from_top=fresh)
        if self.count():
            self._show_chosen()

    def count(self) -> int:
        """The answers."""
        return len(self.answers)

    def gap(self, width: int) -> int:
        """An empty line between answers that are explained."""
        return int(any(each.about for each in self.answers))

    def before_rows(self, width: int) -> list[Content]:
        """What it is about."""
        lines = [BLANK]
        for each in self._question.words:
            command = each.startswith("    ")
            lines += (
                [line((each, "bold $accent"))] if command else prose(each, width, "" if not self.count() else "$quiet")
            )
            lines += [BLANK]
        return lines

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """An answer with its mark."""
        answer = self.answers[at]
        off, on = ("[ ] ", "[×] ") if self.many else ("( ) ", "(●) ")
        mark = on if answer.taken else off
        style = "bold" if answer.taken or (chosen and self.lit) else ""
        lines = hanging(mark, answer.label, width, style, mark="bold $ours" if answer.taken else "$quiet")
        return lines + (hanging("    ", answer.about, width, "$quiet") if answer.about else [])
