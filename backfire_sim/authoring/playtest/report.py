"""What a playtest found, as values: the same whether every play was looked at or only a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from backfire_sim.authoring.playtest.aloud import Aloud

if TYPE_CHECKING:
    from backfire_sim.authoring.golden import Result


class Ended(NamedTuple):
    """Where the plays of one strategy end."""

    strategy: str
    says: str
    exact: bool
    """Whether all of its plays were looked at; else it is a sample of `plays`."""
    plays: int
    """How many plays the sample has; 0 where it is exact."""
    classes: dict[str, float]
    """Share of plays by outcome class, 0 to 1."""
    endings: dict[str, float]
    """Share of plays by ending."""
    cost: float
    """Mean of the four costs, over all its plays."""
    gained: float
    """People of 100 won since the opening, over all its plays."""


class MoveFound(NamedTuple):
    """What a move does, over the random plays that come to its scene."""

    scene: str
    move: str
    response: str
    tactic: str
    reached: float
    """Share of random plays that choose it."""
    open: float
    """Of the plays that come to its scene, the share in which it is open."""
    backfire: float | None
    """Share of the plays that end as a backfire after it, if they go on at random; None if it is never chosen."""
    points: float | None
    """Mean cost plus support gained at the end, if they go on at random."""
    best: float | None
    """Of the states in which it is open beside others, the share in which none is better, if all goes best from there
    on; ties are shared. None in a sample."""
    dominated_by: str
    """A move of the same scene that is open wherever this one is, never worse, and sometimes better; or empty."""


class SceneFound(NamedTuple):
    """How much is decided in a scene."""

    scene: str
    reached: float
    """Share of random plays that come to it."""
    decides: float
    """By how many points of 100 the share of backfires differs between its best and its worst open move, on average,
    if plays go on at random; in a sample, between the moves' averages."""
    points: float
    """The same for mean cost plus support gained."""


class OptionFound(NamedTuple):
    """What a preparation is worth: with it, less without it, over all other choices."""

    option: str
    reached: float
    """Share of random plays that prepare it."""
    backfire: float
    """Difference in the share of backfires of random plays, in points of 100."""
    points: float
    """Difference in mean cost plus support gained, of random plays."""
    best: float | None
    """The same where all goes best; None in a sample. A backfire counts a thousand points here."""
    reach_with: float = 0.0
    """Of the sets of preparations with it, the share from which all that goes best leads to backfire."""
    reach_without: float = 0.0
    """The same of those without it."""


class Criterion(NamedTuple):
    """One line of the list that must hold of a scenario (docs/balance.md)."""

    says: str
    passed: bool | None
    """None where it could not be decided."""
    measured: str


class Report(NamedTuple):
    """Everything that a playtest found."""

    scenario: str
    title: str
    exact: bool
    states: int
    """States looked at; 0 in a sample."""
    plays: int
    """Random plays in the sample; 0 where all plays were looked at."""
    strategies: tuple[Ended, ...]
    best_way: tuple[str, ...]
    """The way that the best strategy takes, or the best play of the sample: preparations, then moves."""
    moves: tuple[MoveFound, ...]
    scenes: tuple[SceneFound, ...]
    aloud: Aloud
    """What a random play takes of a group."""
    tactics: dict[str, float]
    """How often each tactic is played in a random play."""
    preparations: tuple[OptionFound, ...]
    criteria: tuple[Criterion, ...]
    golden: tuple[Result, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing failed that could be decided, golden plays among it."""
        return all(c.passed is not False for c in self.criteria) and all(result.passed for result in self.golden)

    def as_record(self) -> dict[str, Any]:
        """The report as plain data for `--json`; shares with four decimals."""
        return {**_rounded(self), "passed": self.passed}


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    if hasattr(value, "_asdict"):
        return {key: _rounded(inner) for key, inner in value._asdict().items()}
    return [_rounded(inner) for inner in value] if isinstance(value, (tuple, list)) else value
