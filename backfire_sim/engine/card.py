"""A scenario in short: what a person reads about it before it is opened."""

from typing import NamedTuple

from backfire_sim.engine.scenario import Scenario


class Card(NamedTuple):
    """What a person reads about a scenario before it is opened."""

    id: str
    title: str
    summary: str
    minutes: int
    difficulty: int
    """1 to 5."""
    for_: tuple[str, ...]
    """experienced, high_risk, concerned."""
    teaches: tuple[str, ...]
    place: str
    language: str
    case_file: str
    """Place and year of the history behind it; empty if it is invented."""
    players: str
    goals: tuple[str, ...]
    content_notes: tuple[str, ...]
    crosses_the_line: str
    setting: str
    """rural, small_town, suburb, city or campus; or empty."""
    target: str
    """Who is attacked; or empty."""
    untranslated: int
    """How many texts of a translation are still in the language in which they were written."""
    written_in: str = ""
    """The language it was written in, where this is a translation."""


class Flaw(NamedTuple):
    """Why a scenario file cannot be played."""

    said: str
    """The first finding."""
    line: int
    """The line it is on, from 1; 0 for the file as a whole."""
    findings: int
    """How many there are."""


class Shelved(NamedTuple):
    """A scenario on the shelf: its card, or why it has none."""

    name: str
    """What opens it: the id of a built-in scenario, or the path of a file."""
    card: Card | None
    flaw: Flaw | None = None
    """Where there is no card."""
    mine: bool = False
    """Whether it is from a folder of one's own."""
    languages: tuple[str, ...] = ()
    """The languages it can be played in, that in which it was written first."""


def card_of(scenario: Scenario) -> Card:
    """The card of a scenario."""
    about, case_file = scenario.about, scenario.case_file
    return Card(
        id=scenario.id,
        title=scenario.title,
        summary=" ".join(about.summary.split()),
        minutes=about.minutes,
        difficulty=about.difficulty,
        for_=about.for_,
        teaches=about.teaches,
        place=about.place,
        language=scenario.language,
        case_file=f"{case_file.place}, {case_file.year}" if case_file else "",
        players=about.players,
        goals=about.goals,
        content_notes=about.content_notes,
        crosses_the_line=about.crosses_the_line,
        setting=about.setting,
        target=about.target,
        untranslated=about.untranslated,
        written_in=about.written_in,
    )
