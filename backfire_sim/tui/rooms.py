"""Where the app can go from its first screen: one line for each, imported when somebody goes there."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from textual.screen import Screen


class Room(NamedTuple):
    """A part of the training."""

    name: str
    """What a person reads in the list of what is here."""
    about: str
    """One sentence: what it is for and how long it takes."""
    screen: str
    """Module of `tui.screens` and the name of its screen, joined by a colon. The screen needs no arguments."""


ROOMS: dict[str, Room] = {}
"""By id, in the order in which the first screen lists them."""


def screen_of(room: str) -> Screen[Any]:
    """The screen of a room. KeyError if there is no such room."""
    module, _colon, name = ROOMS[room].screen.partition(":")
    made: Screen[Any] = getattr(import_module(f"backfire_sim.tui.screens.{module}"), name)()
    return made
