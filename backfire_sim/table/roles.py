"""Roles as cards: what somebody at the table looks after while all of them choose.

Nobody plays a perpetrator, and nobody is asked to be who they are not: a role is a thing to watch for, not a person.
"""

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.speech import later
from backfire_sim.table.lot import lot


class Role(NamedTuple):
    """One card. Its words are passed through `speech._` when they are shown."""

    id: str
    title: str
    asks: str
    """The question that whoever holds it asks before the group decides."""
    about: str


ROLES = (
    Role(
        "carries_risk",
        later("Those who carry the risk"),
        later("Who pays if this goes wrong, and have they been asked?"),
        later("Speak for the people who would be exposed by a choice. They are asked first, and their no counts."),
    ),
    Role(
        "care",
        later("Keeper of care"),
        later("How are we, and how are those we act with?"),
        later("Watch how people are, in the story and at this table. You may ask for a pause at any time."),
    ),
    Role(
        "evidence",
        later("Keeper of the evidence"),
        later("What do we know, from whom, and could we show it?"),
        later("Keep apart what was seen, what was said and what is guessed."),
    ),
    Role(
        "messenger",
        later("Messenger"),
        later("Who needs to hear this, and from whom would they believe it?"),
        later("Think of those who are not here: how does this sound to them, and who should say it?"),
    ),
    Role(
        "law_process",
        later("Law and process"),
        later("Which rule or office does this touch, and what happens to us while it takes its time?"),
        later("Watch what officials are asked for, what may be done lawfully, and what waiting would cost."),
    ),
    Role(
        "skeptic",
        later("Skeptic"),
        later("What if we are wrong about this?"),
        later("Say what nobody wants to say: what was overlooked, and how the other side would use this choice."),
    ),
)
"""In the order in which they are dealt where there are fewer people than cards."""

BY_ID = {role.id: role for role in ROLES}


def deal(seats: int, seed: int, wanted: Sequence[str] = tuple(BY_ID)) -> tuple[str, ...]:
    """A role for each seat, the first seat's first: everyone has one, and no card lies twice before all lie once."""
    if not wanted:
        return ()
    left = [wanted[n % len(wanted)] for n in range(seats)]
    return tuple(left.pop(lot(seed, f"role {seat}", len(left))) for seat in range(1, seats + 1))
