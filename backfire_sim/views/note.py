"""What a person reads before a play begins, and in the list of scenarios."""

from typing import NamedTuple

from backfire_sim.engine.scenario import Scenario
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later, plural

FOR_WHOM = {
    "experienced": later("groups that have experienced a threat or intimidation"),
    "high_risk": later("groups at high risk"),
    "concerned": later("people concerned about political violence"),
}

CHOICES = later(
    "You can pause, veil a scene, or stop kindly at any time, without giving a reason. None of that is kept."
)


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
        choices=_(CHOICES),
        translation=untranslated(about.untranslated),
    )
