"""Where all other plays of a scenario end: every way where that can be done in a short while, else a sample.

The playtester's own plays, of two of its strategies only, and nothing looked at that a debrief does not show.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np

from backfire_sim.authoring.explore.conditions import CLASSES
from backfire_sim.authoring.explore.limits import Limits, Progress
from backfire_sim.authoring.explore.reading import Reading
from backfire_sim.authoring.explore.tables import Tables
from backfire_sim.authoring.playtest.exact import Played, TooLargeError
from backfire_sim.authoring.playtest.sampled import Plays
from backfire_sim.authoring.playtest.strategies import Strategy, strategies
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.collector import collector_off
from backfire_sim.scoring import board as b
from backfire_sim.scoring.vocabulary import OUTCOME_CLASSES
from backfire_sim.storage import cache
from backfire_sim.views.elsewhere import CELL, Cell, Elsewhere, Manner

LIMITS = Limits(states=600_000, seconds=10.0)
PLAYS = 10_000
"""Plays of each manner in a sample."""

MANNERS = ("random", "answer")

VERSION = 1
"""Of what is put into the cache; another version there is not read."""


def elsewhere(
    scenario: Scenario,
    digest: str = "",
    *,
    limits: Limits = LIMITS,
    plays: int = PLAYS,
    progress: Progress | None = None,
) -> Elsewhere:
    """Where all other plays end. `digest` is that of the scenario's file, under which it is kept for the next time.

    `progress` is told how many states were looked at so far. The same every time for the same scenario.
    """
    from backfire_sim import __version__

    key = f"elsewhere {VERSION} {__version__} {digest} {limits} {plays}" if digest else ""
    known = _read(cache.get(key)) if key else None
    if known is not None:
        return known
    with collector_off():
        tables = Tables(Reading(scenario.rules))
    chosen = [strategy for strategy in strategies(tables.rules) if strategy.id in MANNERS]
    try:
        found = _everything(tables, chosen, limits, progress)
    except TooLargeError:
        found = _sample(tables, chosen, plays, progress)
    if key:
        cache.put(key, json.dumps(found).encode())
    return found


def _everything(tables: Tables, chosen: Sequence[Strategy], limits: Limits, progress: Progress | None) -> Elsewhere:
    states = 0
    parts: dict[str, list[tuple[Any, ...]]] = {strategy.id: [] for strategy in chosen}
    for asks in (True, False) if tables.rules.people else (True,):
        before = states

        def count(so_far: int, before: int = before) -> None:
            if progress is not None:
                progress(before + so_far)

        played = Played(tables, chosen, limits, asks=asks, progress=count)
        ends = played.ends
        for number, strategy in enumerate(played.strategies):
            share = ends.share[number]
            parts[strategy.id].append((share, ends.classes, ends.endings, ends.finals["cost"], ends.finals["gained"]))
        states += played.states
    manners = (_manner(tables, name, *_joined(parts[name])) for name in MANNERS)
    return Elsewhere(complete=True, plays=0, states=states, manners=tuple(manners))


def _sample(tables: Tables, chosen: Sequence[Strategy], plays: int, progress: Progress | None) -> Elsewhere:
    found = []
    for number, name in enumerate(MANNERS):
        strategy = next(strategy for strategy in chosen if strategy.id == name)
        one = Plays(tables, strategy, plays, number)
        even = np.full(plays, 1 / plays)
        finals = one.played.finals
        cost = finals[b.COST : b.COST + 4].sum(axis=0) / 4
        gained = finals[b.SUPPORT] - finals[b.SUPPORT_AT_START]
        found.append(_manner(tables, name, even, one.kinds, one.played.endings, cost, gained))
        if progress is not None:
            progress(plays * (number + 1))
    return Elsewhere(complete=False, plays=plays, states=0, manners=tuple(found))


def _joined(parts: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(np.concatenate([part[n] for part in parts]) for n in range(5))


def _manner(tables: Tables, name: str, share: Any, kinds: Any, endings: Any, cost: Any, gained: Any) -> Manner:
    """Shares of classes, of endings, and of the cells of the plane; a play that never ended has no ending."""
    by_class = np.bincount(kinds, weights=share, minlength=len(CLASSES))
    by_ending = np.bincount(endings[endings >= 0], weights=share[endings >= 0], minlength=len(tables.endings))
    start = tables.rules.opening()[b.SUPPORT_AT_START]
    cells = 100 // CELL + 1
    across = np.clip((gained + start) // CELL, 0, cells - 1).astype(np.int64)
    up = np.clip(cost // CELL, 0, cells - 1).astype(np.int64)
    cloud = np.bincount(across * cells + up, weights=share, minlength=cells * cells)
    known = dict(zip(CLASSES, by_class.tolist(), strict=True))
    return Manner(
        id=name,
        classes=tuple((kind, known[kind]) for kind in OUTCOME_CLASSES),
        endings=tuple((ending, float(part)) for (ending, _), part in zip(tables.endings, by_ending, strict=True)),
        cost=float(share @ cost),
        support=float(share @ gained),
        cloud=tuple(
            Cell(int(at // cells) * CELL, int(at % cells) * CELL, float(cloud[at])) for at in np.flatnonzero(cloud)
        ),
    )


def _read(kept: bytes | None) -> Elsewhere | None:
    """What the cache had; None where it is not as it was put there."""
    try:
        complete, plays, states, manners = json.loads(kept or b"null")
        return Elsewhere(
            complete,
            plays,
            states,
            tuple(
                Manner(
                    name,
                    tuple((kind, share) for kind, share in classes),
                    tuple((ending, share) for ending, share in endings),
                    cost,
                    support,
                    tuple(Cell(*cell) for cell in cloud),
                )
                for name, classes, endings, cost, support, cloud in manners
            ),
        )
    except (TypeError, ValueError):
        return None
