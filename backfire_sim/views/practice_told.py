"""What is said once a decision was made: how well it fits, why, what it does, where to read on, and when it returns."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.engine.drills import (
    BACKFIRES,
    BETTER,
    MISSING,
    NAME,
    NEEDS,
    NEXT,
    RESPONSE_CHOICE,
    STRONG,
    WORKABLE,
    WRITE,
    Placed,
)
from backfire_sim.engine.scenario import Option
from backfire_sim.handbook.book import leaf
from backfire_sim.practice.reviews import CERTAIN, FAIRLY, GUESSING, Review
from backfire_sim.practice.schedule import memories
from backfire_sim.practice.shown import Shown, shown, shown_each
from backfire_sim.scoring.vocabulary import ANSWER_TO, METHODS, gloss, label
from backfire_sim.speech import _, later
from backfire_sim.views import words
from backfire_sim.views.practice import answer, nothing_kept
from backfire_sim.views.practice_shown import Doing, doing
from backfire_sim.views.practice_when import comes_back
from backfire_sim.views.practice_words import answer_label, fit_words, need_gloss, page_of

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from backfire_sim.practice.sitting import Asked


class Reason(NamedTuple):
    """What is said of one answer."""

    id: str
    label: str
    about: str
    """Of a move its R and tactic, of a method its technique and what answers it; else empty."""
    words: str
    fit: str
    """`strong`, `workable` or `backfires`."""
    fit_words: str
    yours: bool


class Told(NamedTuple):
    """Everything that is said of one answer."""

    verdict: str
    best: str
    """Label of the best answer; empty for a sentence."""
    reasons: tuple[Reason, ...]
    """The best answer first, the one that was given second if it was another, then what else there is to say."""
    doing: Doing | None
    """What the best move does, or the method, or the move that is missing something."""
    doing_yours: Doing | None
    """What the move does that was chosen instead."""
    checklist: tuple[str, ...]
    example: str
    what_makes_it_good: str
    """Of a sentence: why the example is one."""
    nothing_kept: str
    """Of a sentence: that it was neither kept nor graded."""
    page: str
    """Id of the page to read on; see `handbook.book`."""
    page_title: str
    page_line: str
    comes_back: str


def told(asked: "Asked", review: Review, reviews_after: Sequence[Review], now: "datetime", zone: "tzinfo") -> Told:
    """What is said of this answer; `reviews_after` ends with it."""
    placed = asked.placed
    written = placed.drill.asks == WRITE
    page = leaf(page_of(asked.principle, placed.drill.tactic))
    memory = memories(reviews_after, zone).get(review.principle)
    best, yours = placed.drill.best, review.answer
    found = _shown(asked)
    does = doing(placed, found[best], best) if best in found else None
    does_yours = doing(placed, found[yours], yours) if yours != best and yours in found else None
    if does and placed.drill.asks == MISSING:
        does = _with_what_is_missing(does)
    if does and does_yours and review.fit == BACKFIRES:
        does_yours = _beside_the_best(does_yours, does)
    return Told(
        verdict=_verdict(placed, review),
        best=answer(placed, best).label if best else "",
        reasons=() if written else tuple(_reasons(asked, yours, found)),
        doing=does,
        doing_yours=does_yours,
        checklist=placed.drill.checklist,
        example=placed.drill.example,
        what_makes_it_good=placed.drill.because if written else "",
        nothing_kept=nothing_kept() if written else "",
        page=page.id,
        page_title=page.title,
        page_line=page.summary,
        comes_back=comes_back(memory.due, now, zone) if memory else "",
    )


_FITS = {
    (STRONG, NAME): later("That fits. Their method here: {best}."),
    (STRONG, NEXT): later("That fits. Most likely next: {best}."),
    (STRONG, MISSING): later("That fits. What is missing: {best}."),
    (WORKABLE, NAME): later("There is something to be said for that. Above all it is this: {best}."),
    (WORKABLE, NEXT): later("There is something to be said for that. More likely still: {best}."),
    (WORKABLE, MISSING): later("There is something to be said for that. What is missing first of all: {best}."),
    (BACKFIRES, NAME): later("Another one fits better. Their method here: {best}."),
    (BACKFIRES, NEXT): later("Another one fits better. Most likely next: {best}."),
    (BACKFIRES, MISSING): later("Another one fits better. What is missing first of all: {best}."),
}
_MOVE_FITS = {
    STRONG: later("That fits best here."),
    WORKABLE: later("There is something to be said for that. Another answer fits better here."),
    BACKFIRES: later("That does not fit here. Another answer fits better."),
}
_HOW_SURE = {
    (STRONG, GUESSING): later("You said that you were guessing, and a guess counts half: this comes back sooner."),
    (STRONG, FAIRLY): later("You were fairly sure, and you had reason to be."),
    (STRONG, CERTAIN): later("You were certain, and you had reason to be."),
    (WORKABLE, GUESSING): later("You said that you were guessing; the reasons give you something to go by."),
    (WORKABLE, FAIRLY): later("You were fairly sure; what makes the difference is worth a look."),
    (WORKABLE, CERTAIN): later("You were certain, so look at what makes the difference."),
    (BACKFIRES, GUESSING): later("You said that you were guessing; the reasons give you something to go by."),
    (BACKFIRES, FAIRLY): later("You were fairly sure, so the reasons are worth a minute."),
    (BACKFIRES, CERTAIN): later(
        "You were certain. This is the kind of error that is remembered best once it is explained, and it comes back "
        "later today."
    ),
}


def _verdict(placed: Placed, review: Review) -> str:
    drill = placed.drill
    if drill.asks == WRITE:
        if review.fit == STRONG:
            return _("You ticked every line. Compare yours with the example, if you like.")
        return _("You left a line open. The example shows one way to have them all.")
    said = _(_FITS.get((review.fit, drill.asks)) or _MOVE_FITS[review.fit], best=answer_label(drill.best))
    return f"{said} {_(_HOW_SURE[review.fit, review.confidence])}"


def _shown(asked: "Asked") -> dict[str, Shown]:
    """What can be shown, by answer; what a method does, or a plan that is missing something, under the best one."""
    placed = asked.placed
    if placed.drill.asks in (RESPONSE_CHOICE, BETTER):
        return shown_each(placed, asked.answers)
    found = shown(placed)
    return {placed.drill.best: found} if found else {}


def _reasons(asked: "Asked", yours: str, found: Mapping[str, Shown]) -> Iterator[Reason]:
    placed = asked.placed
    best = placed.drill.best
    others = [id for id in asked.answers if id not in (best, yours)]
    yield _reason(placed, best, placed.drill.because, yours)
    if yours != best:
        yield _reason(placed, yours, _said_of(placed, yours, found) or _meaning(placed, yours), yours)
    for id in others:
        said = _said_of(placed, id, found)
        if said:
            yield _reason(placed, id, said, yours)


def _reason(placed: Placed, id: str, said: str, yours: str) -> Reason:
    fit = placed.fit(id)
    return Reason(id, answer(placed, id).label, _about(placed, id), said, fit, fit_words(fit), id == yours)


def _about(placed: Placed, id: str) -> str:
    drill = placed.drill
    if drill.asks in (NAME, NEXT) and id in METHODS:
        answered_by = label(ANSWER_TO[id])
        if id != drill.best or not placed.technique:
            return _("{response} answers it", response=answered_by)
        technique = words.technique_words(placed.scenario.rules, placed.technique)
        return _("{technique}; {response} answers it", technique=technique, response=answered_by)
    move = placed.move(id) if drill.asks != MISSING else None
    return _("{response}: {tactic}", response=label(move.response), tactic=label(move.tactic)) if move else ""


def _said_of(placed: Placed, id: str, found: Mapping[str, Shown]) -> str:
    """What the author says of an answer: in the drill, else in the move, where it turned out as it is shown."""
    if id in placed.drill.says:
        return placed.drill.says[id]
    move = placed.move(id) if placed.drill.asks in (RESPONSE_CHOICE, BETTER) else None
    if isinstance(move, Option):
        return move.because
    if move is None:
        return ""
    return (found[id].because if id in found else "") or move.outcomes[-1].because


def _meaning(placed: Placed, id: str) -> str:
    """What an answer means, where its author says nothing of it."""
    if placed.drill.asks == MISSING and id in NEEDS:
        return _("It would be missing if this were so: {what}.", what=need_gloss(id))
    if id in METHODS:
        return _("It would look like this: {what}.", what=gloss(id))
    return ""


def _with_what_is_missing(plan: Doing) -> Doing:
    """The plan, with a word on what its numbers leave out, where they alone would speak for it."""
    if _gained(plan) < 0 or plan.costs_care:
        return plan
    said = _("Counted at once, the plan does well. What is missing shows later, and to those who carry it.")
    return plan._replace(words=(*plan.words, said))


def _beside_the_best(yours: Doing, best: Doing) -> Doing:
    """A move that does not fit, with a word on what its numbers leave out, where they alone would speak for it."""
    if _gained(yours) < _gained(best):
        return yours
    said = _(
        "Counted at once, your answer moves at least as many people as the best one. What speaks against it is in its "
        "reason; much of that shows only later."
    )
    return yours._replace(words=(*yours.words, said))


def _gained(does: Doing) -> int:
    return does.gates[-1].people_after - does.gates[-1].people_before
