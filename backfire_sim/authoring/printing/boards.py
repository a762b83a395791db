"""The boards as data: every track with where its token starts."""

from collections.abc import Iterable
from typing import NamedTuple

from backfire_sim.authoring.printing.tables import Sums, pressures
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import Voice
from backfire_sim.scoring import board as b
from backfire_sim.scoring.board import Audience
from backfire_sim.scoring.constants import TOP_OF_CAPACITY, TOP_OF_EVIDENCE, TOP_OF_GATE
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS, LEVERAGE, gloss, label
from backfire_sim.views.words import short

MOST_CELLS = 41
"""Longest track that is drawn; a longer one is written down instead."""

_HOLD = {steps: word for word, steps in LEVERAGE.items()}


class Track(NamedTuple):
    """A number with its range."""

    label: str
    gloss: str
    low: int
    high: int
    start: int

    @property
    def cells(self) -> tuple[int, ...]:
        """Every place of its token; none where there are too many to draw."""
        return tuple(range(self.low, self.high + 1)) if self.high - self.low < MOST_CELLS else ()


class AudienceBoard(NamedTuple):
    """One audience: its own gates and its support."""

    label: str
    size: int
    tracks: tuple[Track, ...]
    support: int
    """At the start."""
    holds: tuple[tuple[str, str], ...]
    """(cost, how strong a hold on it)."""
    trusts: tuple[str, ...]
    distrusts: tuple[str, ...]


class CostBoard(NamedTuple):
    """One cost to the perpetrators."""

    label: str
    gloss: str
    ceiling: int
    """At the start, with those named from the beginning."""
    sums: Sums
    """Whose acting presses on it."""


class BearerRow(NamedTuple):
    """Someone who can be made to pay, and their share of each cost."""

    label: str
    named: bool
    shares: tuple[int, ...]


class Boards(NamedTuple):
    """Every board of a scenario."""

    audiences: tuple[AudienceBoard, ...]
    group: tuple[Track, ...]
    counters: tuple[Track, ...]
    costs: tuple[CostBoard, ...]
    bearers: tuple[BearerRow, ...]
    support: int
    """Of all together, at the start."""


def boards(rules: Rules, moved: Iterable[str]) -> Boards:
    """Every board. `moved` are the labels of all numbers that anything moves: what nothing moves needs no track."""
    scenario, opening = rules.scenario, rules.opening()
    sums = pressures(scenario.audiences)
    return Boards(
        audiences=tuple(_audience(audience, scenario.voices) for audience in scenario.audiences),
        group=tuple(_group(rules, set(moved))),
        counters=tuple(Track(c.label, "", c.low, c.high, c.start) for c in scenario.counters),
        costs=tuple(
            CostBoard(label(cost), gloss(cost), opening[b.CEILING + k], sums[cost]) for k, cost in enumerate(COSTS)
        ),
        bearers=tuple(BearerRow(bearer.label, bearer.named, bearer.holds) for bearer in scenario.bearers),
        support=opening[b.SUPPORT],
    )


def _audience(audience: Audience, voices: tuple[Voice, ...]) -> AudienceBoard:
    *gates, support = audience.start
    return AudienceBoard(
        label=audience.label,
        size=audience.size,
        tracks=tuple(
            Track(label(gate), gloss(gate), 0, TOP_OF_GATE, start)
            for gate, start in zip(AUDIENCE_GATES, gates, strict=True)
        ),
        support=support,
        holds=tuple((label(cost), _HOLD[hold]) for cost, hold in zip(COSTS, audience.leverage, strict=True) if hold),
        trusts=tuple(short(voice.label) for voice in voices if audience.id in voice.trusted_by),
        distrusts=tuple(short(voice.label) for voice in voices if audience.id in voice.distrusted_by),
    )


def _group(rules: Rules, moved: set[str]) -> Iterable[Track]:
    opening = rules.opening()
    tops = {"evidence": TOP_OF_EVIDENCE, "capacity": TOP_OF_CAPACITY}
    for name in ("momentum", "courage", "care", "evidence", "capacity"):
        start = opening[rules.places[name]]
        if name != "capacity" or start or label(name) in moved:
            yield Track(label(name), gloss(name), 0, tops.get(name, TOP_OF_GATE), start)
