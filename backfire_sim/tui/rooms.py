"""Where the app can go from its first screen: one line for each, imported when somebody goes there."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from backfire_sim.speech import later

if TYPE_CHECKING:
    from textual.screen import Screen


class Room(NamedTuple):
    """A part of the training."""

    name: str
    """What a person reads in the list of what is here; marked with `later`."""
    about: str
    """What it is for, and in a second sentence how long it takes: at most 48 characters; marked with `later`."""
    screen: str
    """Module of `tui.screens` and the name of its screen, joined by a colon. The screen needs no arguments."""


ROOMS: dict[str, Room] = {
    "plan": Room(
        later("How can we help?"),
        later("Say what you need, and get a plan. 3 minutes."),
        "intake:IntakeScreen",
    ),
    "measure": Room(
        later("Before and after"),
        later("What a training changed. 5 minutes each time."),
        "measure:Measure",
    ),
    "numbers": Room(
        later("Guess the numbers"),
        later("What people believe of each other. 10 minutes."),
        "numbers:Numbers",
    ),
    "learn": Room(
        later("Learn"),
        later("The model to try out, and pages. 5 minutes each."),
        "learn:LearnScreen",
    ),
    "practice": Room(
        later("Practice for one"),
        later("Ten decisions, and misses come back. 10 minutes."),
        "practice:Practice",
    ),
    "library": Room(later("Scenarios"), later("Play an incident through. 20 to 60 minutes."), "library:Library"),
    "table": Room(
        later("A table of many"),
        later("A whole group at one screen. 40 to 90 minutes."),
        "table_setup:TableSetup",
    ),
    "plays": Room(
        later("Looking back at plays"),
        later("Go on, or see how one ended. 5 to 20 minutes."),
        "plays:Plays",
    ),
    "settings": Room(
        later("Settings"),
        later("Colors, language, projector. 2 minutes."),
        "settings:SettingsScreen",
    ),
    "help_here": Room(
        later("Where to get help here"),
        later("Who can be talked to, here and nearby. 1 minute."),
        "help_here:HelpHereScreen",
    ),
}
"""By id. The first screen lists them in `ORDER`, wherever they stand here."""

ORDER = ("plan", "numbers", "learn", "practice", "library", "table", "plays", "measure", "settings", "help_here")
"""The order that a newcomer needs; a room that is not named here comes after them all."""


def listed() -> list[tuple[str, Room]]:
    """Every room there is, with its id, in the order of the first screen."""
    places = {room: place for place, room in enumerate(ORDER)}
    return sorted(ROOMS.items(), key=lambda each: places.get(each[0], len(places)))


def screen_of(room: str) -> Screen[Any]:
    """The screen of a room. KeyError if there is no such room."""
    module, _colon, name = ROOMS[room].screen.partition(":")
    made: Screen[Any] = getattr(import_module(f"backfire_sim.tui.screens.{module}"), name)()
    made.homeward = True  # type: ignore[attr-defined]
    return made
