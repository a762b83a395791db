"""Every drill that can be practiced here."""

from backfire_sim.engine.drills import Placed, drills_of
from backfire_sim.scenario.language import wider
from backfire_sim.storage.playable import playable


def deck(language: str = "") -> list[Placed]:
    """The drills of every scenario that can be opened, the built-in ones first, in the language where they have it.

    Where there are drills in the language that was asked for, those of scenarios that nobody has translated are left
    out: a decision that a person cannot read teaches nothing. A copy of a scenario has the same drills under the same
    names: only the first of them counts.
    """
    found: dict[str, Placed] = {}
    for opened in playable(language):
        for placed in drills_of(opened.scenario):
            found.setdefault(placed.id, placed)
    readable = [placed for placed in found.values() if placed.scenario.language in wider(language)]
    return readable or list(found.values())
