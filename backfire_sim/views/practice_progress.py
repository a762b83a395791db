"""How somebody stands: what is strong and what fades, how sure they were against what fitted, what to play next."""

from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.practice.progress import FADING, IS_STRONG, LEARNING, NEW, Calibration, Progress, Standing, Suggestion
from backfire_sim.practice.reviews import CERTAIN, GUESSING
from backfire_sim.scoring.vocabulary import METHODS, RESPONSES, gloss, label
from backfire_sim.speech import _, later, plural, sense
from backfire_sim.views.practice_when import comes_back, days_until, in_short, nothing_until
from backfire_sim.views.practice_words import (
    confidence_label,
    principle_in_group,
    principle_label,
    principle_within,
)

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

RATE_FROM = 5
"""Answers from which a share of them says anything."""
_JUDGED_FROM = 8
_Z = 1.28
"""Nine times in ten the true share lies on the far side of the bound that is worked out with this."""
_CERTAIN_MAY_MISS = 0.10
_GUESSES_MAY_FIT = 0.50
_NAMED = 3
"""Principles that a reason names."""

_STATES = {
    IS_STRONG: later("strong", "how well something is known"),
    FADING: later("fading", "how well something is known"),
    LEARNING: later("on the way", "how well something is known"),
    NEW: later("not met yet", "how well something is known"),
}


class Row(NamedTuple):
    """How it stands with one principle."""

    principle: str
    label: str
    """What it is called under the title of its group."""
    state: str
    """`strong`, `fading`, `learning` or `new`."""
    state_words: str
    recall: int
    """Of 100, how likely it is to be still known; 0 for what was not met yet."""
    comes_back: str
    """`This comes back in 11 days.`; empty for what was not met yet."""
    missed: str
    """That answers were certain and did not fit; empty where none was."""
    when: str = ""
    """When it comes back, to stand beside it: `tomorrow`, `in 11 days`; empty for what was not met yet."""


class Group(NamedTuple):
    """What belongs together: one of their methods, one of the R's, what can be missing, sentences."""

    id: str
    title: str
    about: str
    """One line in plain words; may be empty."""
    rows: tuple[Row, ...]


class SureRow(NamedTuple):
    """How many of the answers fitted that were given with one confidence."""

    confidence: str
    label: str
    answered: int
    fitted: int
    workable: int
    rate: int | None
    """Of 100; None where there are too few answers to say so."""
    words: str
    """`Certain: 9 of 12 fitted`"""


class Next(NamedTuple):
    """The scenario to play next."""

    source: str
    """What it is opened by."""
    title: str
    words: str
    why: str


class ProgressView(NamedTuple):
    """How somebody stands."""

    summary: str
    """`4 strong, 2 fading, 6 on the way, 27 not met yet.`"""
    groups: tuple[Group, ...]
    sure: tuple[SureRow, ...]
    """Guessing first."""
    sure_words: str
    """Whether somebody is sure too early or too late; only where the counts carry it, else that they do not."""
    due: str
    """What is due today, or until when nothing is."""
    next: Next | None
    answered: int


def progress_view(progress: Progress, now: "datetime", zone: "tzinfo") -> ProgressView:
    """How somebody stands, in words and counts."""
    return ProgressView(
        summary=_summary(progress),
        groups=tuple(_groups(progress.standings, now, zone)),
        sure=tuple(_sure_row(each) for each in progress.calibration),
        sure_words=_sure_words(progress.calibration),
        due=_due(progress.standings, now, zone),
        next=next_play(progress.suggestion),
        answered=progress.answered,
    )


def next_play(suggestion: Suggestion | None) -> Next | None:
    """The scenario to play next, and why; None where none is suggested."""
    if suggestion is None:
        return None
    named = [principle_label(each) for each in suggestion.principles]
    more = len(named) - _NAMED
    if more > 0:
        why = plural(
            "In it you meet again: {principles}, and {count} more.",
            "In it you meet again: {principles}, and {count} more.",
            more,
            principles="; ".join(named[:_NAMED]),
        )
    else:
        why = _("In it you meet again: {principles}.", principles="; ".join(named))
    words = _("Play “{title}” next.") if not suggestion.played else _("Play “{title}” once more.")
    return Next(suggestion.scenario, suggestion.title, words.format(title=suggestion.title), why)


def _summary(progress: Progress) -> str:
    if not progress.answered:
        return _("Nothing was practiced yet. A sitting takes ten minutes at most.")
    states = [each.state for each in progress.standings]
    return _(
        "{strong} strong, {fading} fading, {learning} on the way, {new} not met yet.",
        strong=states.count(IS_STRONG),
        fading=states.count(FADING),
        learning=states.count(LEARNING),
        new=states.count(NEW),
    )


def _groups(standings: Sequence[Standing], now: "datetime", zone: "tzinfo") -> list[Group]:
    groups = [(method, label(method), gloss(method)) for method in METHODS]
    groups += [(response, label(response), gloss(response)) for response in RESPONSES]
    groups.append(("missing", _("What a plan can be missing"), ""))
    groups.append(("write", _("In your own words"), ""))
    found = []
    for id, title, about in groups:
        rows = tuple(_row(each, now, zone) for each in standings if principle_in_group(each.principle) == id)
        if rows:
            found.append(Group(id, title, about, rows))
    return found


def _row(standing: Standing, now: "datetime", zone: "tzinfo") -> Row:
    memory = standing.memory
    return Row(
        principle=standing.principle,
        label=principle_within(standing.principle),
        state=standing.state,
        state_words=sense("how well something is known", _STATES[standing.state]),
        recall=round(100 * standing.recall),
        comes_back=comes_back(memory.due, now, zone) if memory else "",
        missed=plural(
            "{count} answer was certain and did not fit.",
            "{count} answers were certain and did not fit.",
            standing.missed,
        )
        if standing.missed
        else "",
        when=in_short(memory.due, now, zone) if memory else "",
    )


def _due(standings: Sequence[Standing], now: "datetime", zone: "tzinfo") -> str:
    due = [each.memory.due for each in standings if each.memory]
    today = sum(days_until(each, now, zone) <= 0 for each in due)
    if today:
        return plural("{count} is due today.", "{count} are due today.", today)
    return nothing_until(min(due), now, zone) if due else ""


def _sure_row(counted: Calibration) -> SureRow:
    named = confidence_label(counted.confidence)
    said = _("{confidence}: {fitted} of {answered} fitted")
    if counted.workable:
        said = _("{confidence}: {fitted} of {answered} fitted, {workable} more had something to be said for them")
    rate = round(100 * counted.strong / counted.answered) if counted.answered >= RATE_FROM else None
    return SureRow(
        counted.confidence,
        named,
        counted.answered,
        counted.strong,
        counted.workable,
        rate,
        said.format(confidence=named, fitted=counted.strong, answered=counted.answered, workable=counted.workable)
        if counted.answered
        else _("{confidence}: no answer yet", confidence=named),
    )


def _sure_words(calibration: Sequence[Calibration]) -> str:
    by = {each.confidence: each for each in calibration}
    certain, guessing = by[CERTAIN], by[GUESSING]
    said = []
    if certain.answered >= _JUDGED_FROM and _at_least(certain.backfires, certain.answered) > _CERTAIN_MAY_MISS:
        said.append(
            _(
                "Of {answered} answers that you were certain of, {missed} did not fit. Before you say “certain”, ask "
                "once what would speak against it.",
                answered=certain.answered,
                missed=certain.backfires,
            )
        )
    if guessing.answered >= _JUDGED_FROM and _at_least(guessing.strong, guessing.answered) > _GUESSES_MAY_FIT:
        said.append(
            _(
                "Of {answered} guesses {fitted} fitted. What feels like a guess often is more than that.",
                answered=guessing.answered,
                fitted=guessing.strong,
            )
        )
    if said:
        return " ".join(said)
    if certain.answered < _JUDGED_FROM and guessing.answered < _JUDGED_FROM:
        return _("There are too few answers yet to say whether you are sure too early or too late.")
    return _("Nothing in these counts says that you are sure too early or too late.")


def _at_least(hits: int, of: int) -> float:
    """The lowest share that these counts still go with (Wilson's lower bound)."""
    share, z = hits / of, _Z * _Z
    spread = _Z * sqrt(share * (1 - share) / of + z / (4 * of * of))
    return (share + z / (2 * of) - spread) / (1 + z / of)
