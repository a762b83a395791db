"""How a sitting begins and how it ends: what is due, what fitted, what comes back when, and the ways out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE
from backfire_sim.handbook.book import leaf
from backfire_sim.practice.cards import kind_of
from backfire_sim.practice.progress import Suggestion
from backfire_sim.practice.reviews import Review
from backfire_sim.practice.schedule import memories
from backfire_sim.practice.sitting import MOST_CARDS, Ahead, Sitting
from backfire_sim.speech import _, plural
from backfire_sim.views.learn import pieces
from backfire_sim.views.practice_progress import next_play
from backfire_sim.views.practice_when import in_short, nothing_until
from backfire_sim.views.practice_words import fit_words, principle_label, tactic_to_prepare, ticked_words

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

BEGIN, ANYWAY, STANDING, PLAY, PREPARE, STOP = "begin", "anyway", "progress", "play", "prepare", "stop"
"""The ways on from a page of practice."""


class Way(NamedTuple):
    """A way on."""

    id: str
    label: str
    words: str = ""
    """What it is, or why."""
    to: str = ""
    """For PLAY what the scenario is opened by, for PREPARE the id of the page."""


class Opening(NamedTuple):
    """What a person reads before the first decision."""

    words: tuple[str, ...]
    """What there is, a sentence each."""
    how: tuple[str, ...]
    """How it goes; empty for those who have been here before."""
    ways: tuple[Way, ...]
    """What can be chosen, the one that is meant first."""


class Return(NamedTuple):
    """What was answered in this sitting, and when it comes back."""

    principle: str
    label: str
    fit: str
    """Of the last answer to it."""
    fit_words: str
    when: str
    """`later today`, `tomorrow`, `in 11 days`"""


class Closing(NamedTuple):
    """What a person reads at the end."""

    words: tuple[str, ...]
    returns: tuple[Return, ...]
    """What comes back soonest first."""
    ways: tuple[Way, ...]
    """What to do next: a scenario where one is suggested, one step of preparation, or to stop."""


def opening(ahead: Ahead, now: "datetime", zone: "tzinfo") -> Opening:
    """What there is to practice, in words, and how to begin."""
    stop = Way(STOP, _("Not now"))
    standing = [Way(STANDING, _("How it stands"))] if ahead.practiced else []
    if ahead.due or ahead.new:
        begin = Way(BEGIN, _("Begin"), _("Ten decisions or ten minutes at most. You can stop after any of them."))
        return Opening(tuple(_there_is(ahead)), _how(ahead), (begin, *standing, stop))
    if not ahead.practiced:
        return Opening((_("There is nothing to practice: no scenario here has a decision for it."),), (), (stop,))
    words = nothing_until(ahead.next_due, now, zone) if ahead.next_due else _("Nothing is due.")
    anyway = Way(ANYWAY, _("Practice anyway"), _("What would come back soonest comes now."))
    return Opening((words,), (), (stop, anyway, *standing))


def closing(
    sitting: Sitting,
    reviews: Sequence[Review],
    suggestion: Suggestion | None,
    now: "datetime",
    zone: "tzinfo",
) -> Closing:
    """What came of a sitting; `reviews` is the whole log, those of this sitting at its end."""
    stop = Way(STOP, _("Stop here"), _("That is enough for today.") if sitting.told else "")
    ways = [*_play(suggestion), *_prepare(sitting.told), stop]
    if not sitting.told:
        return Closing((_("Nothing was answered, so nothing changes."), *_left(sitting)), (), tuple(ways))
    returns = _returns(sitting, reviews, now, zone)
    return Closing((*_came_of(sitting.told), *_left(sitting)), returns, tuple(ways))


def _there_is(ahead: Ahead) -> list[str]:
    said = []
    if ahead.due:
        said.append(plural("{count} is due.", "{count} are due.", ahead.due))
    if ahead.at_once:
        said.append(
            plural(
                "You were certain of {count} where another answer fits better: that comes first.",
                "You were certain of {count} where other answers fit better: those come first.",
                ahead.at_once,
            )
        )
    now = MOST_CARDS - ahead.new
    if ahead.due > now:
        said.append(_("{count} of them come now, those that have waited longest. The others can wait.", count=now))
    if ahead.new:
        said.append(plural("{count} is new.", "{count} are new.", ahead.new))
    return said


def _how(ahead: Ahead) -> tuple[str, ...]:
    if ahead.practiced:
        return ()
    return (
        _("Each time you read what has happened, say how sure you are, and then answer."),
        _("Afterward you read why one answer fits best. What you missed comes back before you forget it."),
        _("Nobody counts your days or compares you with others. Nothing that you answer leaves this computer."),
    )


def _came_of(told: Sequence[Review]) -> list[str]:
    written = [review for review in told if kind_of(review.principle) == "write"]
    fits = [review.fit for review in told if review not in written]
    said = [plural("You made {count} decision.", "You made {count} decisions.", len(fits))] if fits else []
    said += [_counted(fit, fits.count(fit)) for fit in (STRONG, WORKABLE, BACKFIRES) if fit in fits]
    if written:
        said.append(plural("You wrote {count} sentence.", "You wrote {count} sentences.", len(written)))
    mended = _mended(told)
    if mended:
        named = "; ".join(principle_label(principle) for principle in mended)
        said.append(_("Missed first and found the second time: {principles}.", principles=named))
    return said


def _counted(fit: str, count: int) -> str:
    if fit == STRONG:
        return plural("{count} fitted best.", "{count} fitted best.", count)
    if fit == BACKFIRES:
        return plural("{count} did not fit.", "{count} did not fit.", count)
    return plural("{count} had something to be said for it.", "{count} had something to be said for them.", count)


def _mended(told: Sequence[Review]) -> list[str]:
    """What did not fit at first and fitted when it came again in the same sitting."""
    missed = dict.fromkeys(review.principle for review in told if review.fit == BACKFIRES)
    last = {review.principle: review.fit for review in told}
    return [principle for principle in missed if last[principle] == STRONG]


def _left(sitting: Sitting) -> list[str]:
    said = []
    if sitting.skipped:
        said.append(
            plural(
                "{count} was left out; it comes another time.",
                "{count} were left out; they come another time.",
                sitting.skipped,
            )
        )
    if sitting.asked:
        said.append(
            plural(
                "{count} is still open; it comes next time.",
                "{count} are still open; they come next time.",
                len(sitting.asked),
            )
        )
    return said


def _returns(sitting: Sitting, reviews: Sequence[Review], now: "datetime", zone: "tzinfo") -> tuple[Return, ...]:
    known = memories(reviews, zone)
    last = {review.principle: review.fit for review in sitting.told}
    met = sorted((known[principle] for principle in last if principle in known), key=lambda memory: memory.due)
    return tuple(
        Return(
            memory.principle,
            principle_label(memory.principle),
            last[memory.principle],
            _how_it_went(memory.principle, last[memory.principle]),
            in_short(memory.due, now, zone),
        )
        for memory in met
    )


def _how_it_went(principle: str, fit: str) -> str:
    return ticked_words(fit) if kind_of(principle) == "write" else fit_words(fit)


def _play(suggestion: Suggestion | None) -> list[Way]:
    found = next_play(suggestion)
    return [Way(PLAY, found.words, found.why, found.source)] if found else []


def _prepare(told: Sequence[Review]) -> list[Way]:
    """One step from the page of what was hardest in this sitting."""
    if not told:
        return []
    hardest = min(told, key=lambda review: (BACKFIRES, WORKABLE, STRONG).index(review.fit))
    page = leaf(tactic_to_prepare(hardest.principle))
    begin = pieces(page.sections[1].text)[0].text
    return [Way(PREPARE, _("One step of preparation: {tactic}", tactic=page.title), begin, page.id)]
