"""What a person reads before a play begins, and in the list of scenarios."""

from typing import NamedTuple

from backfire_sim.engine.scenario import Scenario
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later, plural
from backfire_sim.views.level import SOFTENED, VEILED, WHOLE

FOR_WHOM = {
    "experienced": later("groups that have experienced a threat or intimidation"),
    "high_risk": later("groups at high risk"),
    "concerned": later("people concerned about political violence"),
}

CHOICES = later(
    "You can pause, veil a scene, or stop kindly at any time, without giving a reason. None of that is kept."
)


AS_SET = ""
"""Instead of a level: as much as the settings say."""
ANOTHER, NOT_TODAY = "another", "not_today"
"""Instead of a level: no play, or none of this."""

_SOFTENED = later("Begin softened: their words in one calm line")
_VEILED = later("Begin veiled: every scene in one line")
_WAYS_TO_BEGIN = {
    WHOLE: ((later("Begin"), AS_SET), (_SOFTENED, SOFTENED), (_VEILED, VEILED)),
    SOFTENED: (
        (later("Begin softened, as it is meant: their words in one calm line"), SOFTENED),
        (_VEILED, VEILED),
        (later("Begin whole"), WHOLE),
    ),
    VEILED: (
        (later("Begin veiled, as it is meant: every scene in one line"), VEILED),
        (_SOFTENED, SOFTENED),
        (later("Begin whole"), WHOLE),
    ),
}


class Way(NamedTuple):
    """What can be chosen after the note."""

    words: str
    leads_to: str
    """One of `views.level.LEVELS`, AS_SET, ANOTHER or NOT_TODAY."""


def ways_on(begins: str) -> tuple[Way, ...]:
    """What can be chosen after the note of a scenario that begins at this level unless people say otherwise."""
    others = (later("Another scenario"), ANOTHER), (later("Not today"), NOT_TODAY)
    return tuple(Way(_(words), leads_to) for words, leads_to in (*_WAYS_TO_BEGIN[begins], *others))


class NoteView(NamedTuple):
    """The card of a scenario: what it is, for whom, what it holds that may be heavy, and what choices you have."""

    id: str
    title: str
    summary: str
    place: str
    players: str
    minutes: int
    difficulty: int
    teaches: tuple[str, ...]
    goals: tuple[str, ...]
    content_notes: tuple[str, ...]
    crosses_the_line: str
    case_file: str
    """`Billings, Montana, 1993` for a case file, else empty."""
    target: str
    """Who is attacked; or empty."""
    choices: str
    translation: str
    """A sentence where some texts are not translated; else empty."""


def untranslated(count: int) -> str:
    """A sentence about the texts that a translation lacks; empty where it lacks none."""
    if not count:
        return ""
    return plural(
        "The translation is not finished: {count} text is still in the language in which it was written.",
        "The translation is not finished: {count} texts are still in the language in which they were written.",
        count,
    )


def note_view(scenario: Scenario) -> NoteView:
    """The card of a scenario."""
    about, case_file = scenario.about, scenario.case_file
    return NoteView(
        id=scenario.id,
        title=scenario.title,
        summary=about.summary,
        place=about.place,
        players=about.players,
        minutes=about.minutes,
        difficulty=about.difficulty,
        teaches=tuple(label(response) for response in about.teaches),
        goals=about.goals,
        content_notes=about.content_notes,
        crosses_the_line=about.crosses_the_line,
        case_file=f"{case_file.place}, {case_file.year}" if case_file else "",
        target=about.target,
        choices=_(CHOICES),
        translation=untranslated(about.untranslated),
    )
