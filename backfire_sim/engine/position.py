"""Where a play stands."""

from typing import NamedTuple

PREPARING, IN_SCENE, OVER = "preparing", "in_scene", "over"


class Step(NamedTuple):
    """One reason why one number moved, in whole steps. Several may move the same number; they add up, then clamp."""

    place: int
    amount: int
    cause: str
    """effect, outcome, voice, answer, given_back, breach, consent, method, inject, preparation, set."""
    source: str
    """Id of the move, method, voice, person, option or inject behind it."""


class Landed(NamedTuple):
    """A method that landed this round, and what it took."""

    scene: str
    method: str
    uses: str
    written: int
    """Strength as the author wrote it, 1 to 3."""
    strength: int
    """What was left of it, 0 to 3, after preparation and evidence."""
    softened: tuple[tuple[str, int], ...]
    """(preparation option or "evidence", steps taken off)."""
    taken: tuple[tuple[int, int], ...]
    """(place, steps) really taken from the gate: a gate never falls below 0."""
    side: tuple[Step, ...]
    """What it moved beyond its gate."""
    again: bool
    """It landed in an earlier round, nobody answered it, and it landed again."""


class Position(NamedTuple):
    """A play at one moment: a value that never changes."""

    phase: str
    """preparing, in_scene or over."""
    scene: str
    """The scene that is open, or the last one; empty while preparing."""
    values: tuple[int, ...]
    """Every number of the play, by the places of the scenario's layout."""
    landed: tuple[Landed, ...]
    """The methods that landed this round."""
    standing: tuple[tuple[str, str], ...]
    """(scene, method) of methods marked `until_answered` that nobody has answered yet, oldest first."""
    ending: str
    """Id of the ending; empty while the play goes on, or when the group stopped before one."""
    seed: int


class Lost(NamedTuple):
    """Steps that had no effect because the number was already at its end."""

    place: int
    steps: int
