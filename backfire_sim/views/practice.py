"""A decision to practice as it is asked: who you are, what has happened, and what can be answered."""

from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.engine.drills import BETTER, MISSING, NAME, NEEDS, NEXT, RESPONSE_CHOICE, WRITE, Placed
from backfire_sim.practice.reviews import CONFIDENCES
from backfire_sim.scoring.vocabulary import METHODS, RESPONSE_OF_TACTIC, gloss, label
from backfire_sim.speech import _, later
from backfire_sim.text import paragraphs
from backfire_sim.views.practice_words import (
    answer_label,
    confidence_gloss,
    confidence_label,
    need_gloss,
    to_write,
)

if TYPE_CHECKING:
    from backfire_sim.practice.sitting import Asked

_TITLES = {
    NAME: later("Name the method"),
    RESPONSE_CHOICE: later("Choose an answer"),
    BETTER: later("The better of two"),
    MISSING: later("What is missing"),
    NEXT: later("What comes next"),
    WRITE: later("In your own words"),
}
_ASKS = {
    NAME: later("What are they doing?"),
    RESPONSE_CHOICE: later("What would you do?"),
    NEXT: later("What are they most likely to do next?"),
}


class Answer(NamedTuple):
    """Something that can be chosen."""

    id: str
    label: str
    gloss: str = ""
    """One line in plain words; empty for a move, which speaks for itself."""


class Question(NamedTuple):
    """A decision, before it is answered."""

    kind: str
    """One of `engine.drills.KINDS`."""
    title: str
    """`Name the method`"""
    place: str
    """The scenario that it is from."""
    cue: tuple[str, ...]
    """Who you are and what has happened: paragraphs."""
    how_sure: str
    """The question that comes first."""
    confidences: tuple[Answer, ...]
    ask: str
    answers: tuple[Answer, ...]
    """In the order in which to show them; none where a sentence is written."""
    checklist: tuple[str, ...]
    """What a sentence is checked against once it is written."""
    yours: str
    """For a sentence: that nobody grades it or keeps it; else empty."""
    again: bool
    """It comes back after an answer that was certain and did not fit."""
    again_words: str


def question(asked: "Asked") -> Question:
    """The decision as it is asked."""
    placed, drill = asked.placed, asked.placed.drill
    return Question(
        kind=drill.asks,
        title=_(_TITLES[drill.asks]),
        place=placed.scenario.title,
        cue=tuple(paragraphs(drill.cue)),
        how_sure=_how_sure(drill.asks),
        confidences=tuple(Answer(id, confidence_label(id), confidence_gloss(id)) for id in CONFIDENCES),
        ask=_ask(placed),
        answers=tuple(answer(placed, id) for id in asked.answers),
        checklist=drill.checklist,
        yours=nothing_kept() if drill.asks == WRITE else "",
        again=asked.again,
        again_words=_("This one is back: last time you were certain, and another answer fits better.")
        if asked.again
        else "",
    )


def answer(placed: Placed, id: str) -> Answer:
    """One answer as it can be chosen; nothing in it says whether it is a good one."""
    if placed.drill.asks in (NAME, NEXT) and id in METHODS:
        return Answer(id, label(id), gloss(id))
    if placed.drill.asks == MISSING and id in NEEDS:
        return Answer(id, answer_label(id), need_gloss(id))
    move = placed.move(id)
    return Answer(id, move.label if move else id)


def nothing_kept() -> str:
    """What becomes of a sentence that somebody writes."""
    return _("What you write is not kept, not sent and not graded. What you tick only decides when this comes back.")


def _how_sure(kind: str) -> str:
    if kind == WRITE:
        return _("Before you write: how sure are you that you can?")
    return _("Before you answer: how sure are you that you know?")


def _ask(placed: Placed) -> str:
    drill = placed.drill
    if drill.asks == WRITE:
        return to_write(drill.tactic)
    if drill.asks == MISSING:
        planned = placed.move(drill.move)
        return _("You plan to: {move}. What is missing?", move=(planned.label if planned else drill.move).rstrip("."))
    if drill.asks == BETTER:
        response = label(RESPONSE_OF_TACTIC[placed.tactic])
        return _("Both are {response}. Which is better here?", response=response)
    return _(_ASKS[drill.asks])
