"""Which scenarios fit what somebody said, each with the reason, and why the others do not."""

from collections.abc import Iterable
from typing import NamedTuple

from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later, plural
from backfire_sim.training.agenda import Shape
from backfire_sim.training.facts import Candidate
from backfire_sim.training.intake import Intake
from backfire_sim.training.worries import WORRIES

EASY = 2
"""Difficulty up to which a scenario suits a first time."""

MOST_OFFERED = 3
"""Scenarios that a plan names with their reasons; the others are there to be asked for."""

_WANTED = {
    "understand": later("You want to understand how political violence shows up, and it was written to show that."),
    "identify": later("You want to spot what perpetrators do, and it was written to practice that."),
    "imagine": later("You want to imagine how you could respond, and it was written to leave room for that."),
    "practice": later("You want to practice, and it was written for that."),
}
_SAID = {
    "exposing": later(
        "You worry about exposing somebody who wants to stay unknown: here people are asked before anything of "
        "theirs is used."
    ),
    "unprepared": later("You worry about not knowing what to prepare: it begins with a time to get ready."),
    "temper": later(
        "You worry about your own people losing their calm: here you are provoked, and what you agreed is tested."
    ),
}
"""Worries that a scenario speaks to in a way of its own."""

_FOR = {
    "experienced": later("It is meant for groups that have experienced a threat or intimidation."),
    "high_risk": later("It is meant for groups at high risk."),
    "concerned": later("It is meant for people who are concerned about political violence."),
}


class Match(NamedTuple):
    """A scenario, and how it fits."""

    candidate: Candidate
    reasons: tuple[str, ...]
    """Why, in words of what was said; never empty."""
    cautions: tuple[str, ...]
    """What does not fit, and what to do about it."""
    points: int
    in_time: bool
    """Whether there is room to play it to its end."""
    fits: bool
    """Whether it fits into the time, speaks to something that was said if anything was, and holds nothing unwanted."""


class LeftOut(NamedTuple):
    """A scenario that is not offered."""

    title: str
    why: str


def matches(intake: Intake, candidates: Iterable[Candidate], shape: Shape, room: int) -> list[Match]:
    """The scenarios that may be offered, the best first. `room`: minutes there are to play one."""
    found = [_match(intake, each, shape, room) for each in candidates if not unwanted(intake, each)]
    return sorted(found, key=lambda each: (-each.fits, -each.points, *_easiest(each.candidate)))


def in_time(lasts: int, room: int) -> bool:
    """Whether what takes about so many minutes can be played in so many: a tenth more is no more than `about`."""
    return 0 < lasts * 10 <= room * 11


def unwanted(intake: Intake, candidate: Candidate) -> tuple[str, ...]:
    """The content notes of a scenario that somebody asked to leave out."""
    return tuple(note for note in candidate.card.content_notes if note in intake.avoid)


def speaks_to(candidate: Candidate, worry: str) -> bool:
    """Whether the scenario plays what somebody worries about: a technique, or without one a tactic that helps."""
    plays, about = candidate.facts.plays, WORRIES[worry]
    if worry == "exposing":
        return candidate.facts.asks
    if worry == "unprepared":
        return candidate.facts.prepares
    return any(each in plays for each in about.techniques)


def left_out(
    intake: Intake, candidates: Iterable[Candidate], offered: Iterable[Match], shape: Shape, room: int
) -> list[LeftOut]:
    """The scenarios that are not offered, each with the reason."""
    there = {each.candidate.name for each in offered}
    return [
        LeftOut(each.card.title, _why_not(intake, each, shape, room)) for each in candidates if each.name not in there
    ]


def _match(intake: Intake, candidate: Candidate, shape: Shape, room: int) -> Match:
    card = candidate.card
    said = [*_heard(intake, candidate)]
    points = sum(worth for worth, _reason in said)
    reasons = [reason for _worth, reason in said]
    cautions = []
    if card.difficulty <= EASY:
        points += 1
        reasons.append(_("It is easy enough for a first time."))
    lasts = shape.lasts(card.minutes)
    fitting = in_time(lasts, room)
    if fitting:
        points += 4
        reasons.append(_in_time(lasts, shape))
    elif lasts:
        points -= min(6, (lasts - room) // 5)
        cautions.append(_too_long(lasts, room))
    else:
        cautions.append(_("It does not say how long it takes: play it yourself first."))
    if card.difficulty > EASY + 1:
        points -= 1
        cautions.append(
            _("It is not an easy one ({difficulty} of 5): play it yourself first.", difficulty=card.difficulty)
        )
    if _other_language(intake, candidate):
        points -= 3
        cautions.append(_("It is not told in the language you chose."))
    if not reasons:
        reasons.append(_("It is the nearest that is here."))
    heard = bool(said) or not _anything_said(intake)
    return Match(candidate, tuple(reasons), tuple(cautions), points, fitting, fitting and heard)


def _heard(intake: Intake, candidate: Candidate) -> Iterable[tuple[int, str]]:
    """What was said that this scenario speaks to: (how much it counts, the reason)."""
    card, facts = candidate.card, candidate.facts
    spoken_to = [worry for worry in intake.worries if speaks_to(candidate, worry)]
    played = [worry for worry in spoken_to if worry not in _SAID]
    if played:
        worries = "; ".join(_(WORRIES[worry].inside) for worry in played)
        yield (
            4 * len(played),
            _("You worry about {worries}. It happens here, and something can be done.", worries=worries),
        )
    for worry in spoken_to:
        if worry in _SAID:
            yield 4, _(_SAID[worry])
    for response in intake.responses:
        if response in card.teaches:
            yield 4, _("You want to work on {response}: it teaches that.", response=label(response))
        elif response in facts.plays:
            yield 1, _("You want to work on {response}: it can be played in it.", response=label(response))
    for group in intake.groups:
        if group in card.for_:
            yield 3, _(_FOR[group])
    for want in intake.wants:
        if want in facts.serves:
            yield 1, _(_WANTED[want])


def _in_time(lasts: int, shape: Shape) -> str:
    if shape.alone:
        return _("It takes about {minutes} minutes alone, and there is room for that.", minutes=lasts)
    if shape.paper:
        return _("It takes about {minutes} minutes on paper, and there is room for that.", minutes=lasts)
    return _("It takes about {minutes} minutes, and there is room for that.", minutes=lasts)


def _too_long(lasts: int, room: int) -> str:
    return _(
        "It takes about {minutes} minutes, and there are {room}. "
        "Play as far as you come, end kindly, and talk about that.",
        minutes=lasts,
        room=room,
    )


def _why_not(intake: Intake, candidate: Candidate, shape: Shape, room: int) -> str:
    card = candidate.card
    notes = unwanted(intake, candidate)
    if notes:
        return plural(
            "It holds what you asked to leave out: {notes}.",
            "It holds what you asked to leave out: {notes}.",
            len(notes),
            notes="; ".join(notes),
        )
    lasts = shape.lasts(card.minutes)
    if lasts and not in_time(lasts, room):
        return _("It takes about {minutes} minutes, and there are {room} to play.", minutes=lasts, room=room)
    if _other_language(intake, candidate):
        return _("It is not told in the language you chose.")
    if _anything_said(intake) and not [*_heard(intake, candidate)]:
        return _("It speaks to nothing that you said.")
    return _("It would fit too; what is named above speaks to more of what you said, or is easier to begin with.")


def _anything_said(intake: Intake) -> bool:
    return bool(intake.worries or intake.responses or intake.groups or intake.wants)


def _other_language(intake: Intake, candidate: Candidate) -> bool:
    told = candidate.facts.languages or (candidate.card.language,)
    return bool(intake.language) and _base(intake.language) not in {_base(each) for each in told}


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _easiest(candidate: Candidate) -> tuple[int, int, str]:
    return candidate.card.difficulty, candidate.card.minutes, candidate.card.title
