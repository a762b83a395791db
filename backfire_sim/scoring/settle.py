"""The end of a round: who is outraged, who acts, what it costs.

`settle` is the only place that scores. It changes a list of values in place; the values may be whole numbers (one
play) or arrays of them (a batch).
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from backfire_sim.scoring import constants as c
from backfire_sim.scoring.board import (
    BREACHES,
    BROKEN_CONSENTS,
    CARE,
    CEILING,
    COST,
    COURAGE,
    EVIDENCE,
    FIRST_AUDIENCE,
    MOBILIZATION,
    MOMENTUM,
    OWN_PLACES,
    PRESSURE,
    SUPPORT,
    SUPPORT_AT_START,
    Board,
)
from backfire_sim.scoring.constants import RATE, SUPPORT_LOST_IN, SUPPORT_WON_IN
from backfire_sim.scoring.vocabulary import COSTS, GATES


def settle(board: Board, values: Any) -> None:
    """Let a round take effect: courage falls to care, support follows outrage, pressure raises the costs.

    This is the whole arithmetic of the model, for one play and for a batch alike. To keep it true for arrays only
    `+ - * //` and comparisons are used; a comparison counts as 0 or 1.
    """
    courage_falls_to_care(values)
    steadiness = values[MOMENTUM] * values[COURAGE]
    who_act = []
    agree = act = 0
    for base, size in board.crowd:
        felt = values[base] * values[base + 1] * values[base + 2]
        support = values[base + 3]
        gap = felt // 10 - support
        won, lost = (gap + 1) // SUPPORT_WON_IN, -gap // SUPPORT_LOST_IN
        support = values[base + 3] = support + (gap > 0) * won - (gap < 0) * lost
        acting = felt * steadiness // 1000
        who_act.append(acting)
        agree = agree + size * support
        act = act + size * acting
    values[SUPPORT] = agree // board.people
    values[MOBILIZATION] = act // board.people
    for k, holders, leverage in board.levers:
        pressure = 0
        for n, weight in holders:
            pressure = pressure + weight * who_act[n]
        pressure = values[PRESSURE + k] = pressure // leverage
        cost = values[COST + k]
        gained = (values[CEILING + k] - cost) * RATE * pressure // 10_000
        values[COST + k] = cost + gained * (gained > 0)


def courage_falls_to_care(values: Any) -> None:
    """People who are not cared for cannot keep on."""
    courage, care = values[COURAGE], values[CARE]
    values[COURAGE] = courage - (courage - care) * (courage > care)


def power(values: Any) -> Any:
    """Mean of the four pressures, 0 to 100: the leverage of those who act."""
    return sum(values[PRESSURE : PRESSURE + len(COSTS)]) // len(COSTS)


def outcome_conditions(values: Any) -> tuple[tuple[str, Any], ...]:
    """Every outcome class with whether its own condition holds, in the order in which they are looked at.

    The values may be those of one play or columns of many; the last class holds of all that no other holds of.
    """
    gained = values[SUPPORT] - values[SUPPORT_AT_START]
    costs = values[COST] + values[COST + 1] + values[COST + 2] + values[COST + 3]
    costly = (costs >= c.MEAN_COST_OF_BACKFIRE * len(COSTS)) & (gained >= c.SUPPORT_GAINED_FOR_BACKFIRE)
    whole = (values[CARE] >= c.CARE_FLOOR) & (values[BROKEN_CONSENTS] == 0)
    recorded = (values[EVIDENCE] >= c.EVIDENCE_OF_SLOW_BURN) & (values[MOMENTUM] >= c.MOMENTUM_OF_SLOW_BURN)
    return (
        ("escalated", values[BREACHES] >= c.BREACHES_TO_ESCALATE),
        ("chilled", values[COURAGE] <= c.COURAGE_OF_THE_CHILLED),
        ("backfire", costly & whole),
        ("pyrrhic", costly),
        ("slow_burn", recorded),
        ("smothered", True),
    )


def outcome_class(values: list[int] | tuple[int, ...]) -> str:
    """The class of a play that stands like this: the first whose condition holds, in the model's own order."""
    return next(name for name, holds in outcome_conditions(values) if holds)


def outcome_of(named: Mapping[str, int]) -> str:
    """The class of a play of which only the model's own numbers are known, by their names; a missing one is 0."""
    values = [0] * FIRST_AUDIENCE
    for name, place in OWN_PLACES.items():
        values[place] = named.get(name, 0)
    return outcome_class(values)


class Funnel(NamedTuple):
    """Of 100 people, how many are still there after each gate, and the gate that loses most."""

    gates: tuple[int, ...]
    """The five gates as they stand, 0 to 10; courage never above care; for several audiences the mean by size."""
    left: tuple[int, ...]
    """People of 100 after each gate."""
    bottleneck: str


def funnel(board: Board, values: list[int] | tuple[int, ...], audience: int | None = None) -> Funnel:
    """The funnel for one audience (by its number), or over all of them, weighted by size."""
    chosen = range(len(board.bases)) if audience is None else (audience,)
    momentum, courage = values[MOMENTUM], min(values[COURAGE], values[CARE])
    people = sum(board.sizes[n] for n in chosen)
    sums = [0, 0, 0]
    left = [0, 0, 0, 0, 0]
    for n in chosen:
        size, base = board.sizes[n], board.bases[n]
        v, d, m = values[base : base + 3]
        for gate, value in enumerate((v, d, m)):
            sums[gate] += size * value
        after = (
            v * 10,
            v * d,
            v * d * m // 10,
            v * d * m * momentum // 100,
            v * d * m * momentum * courage // 1000,
        )
        for gate, count in enumerate(after):
            left[gate] += size * count
    heights = (*sums, momentum * people, courage * people)
    return Funnel(
        gates=tuple(height // people for height in heights),
        left=tuple(count // people for count in left),
        bottleneck=GATES[heights.index(min(heights))],
    )
