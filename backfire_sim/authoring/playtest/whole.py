"""The report of a scenario of which every play was looked at."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.conditions import CLASSES
from backfire_sim.authoring.explore.limits import Limits, Progress
from backfire_sim.authoring.explore.tables import Tables
from backfire_sim.authoring.playtest.exact import Amounts, Choices, Played, Round, sums
from backfire_sim.authoring.playtest.report import Ended, MoveFound, OptionFound, SceneFound
from backfire_sim.authoring.playtest.strategies import Strategy, strategies
from backfire_sim.authoring.playtest.worth import ABOVE

_ALMOST = 1e-6


class Found(NamedTuple):
    """What looking at every play tells."""

    states: int
    ended: list[Ended]
    best_way: tuple[str, ...]
    moves: list[MoveFound]
    scenes: list[SceneFound]
    tactics: dict[str, float]
    preparations: list[OptionFound]


class Tally:
    """Sums over states, by scene and by move, while people are asked and while they are not."""

    def __init__(self, tables: Tables) -> None:
        scenes, moves = len(tables.scenes), len(tables.moves)
        self.tables = tables
        self.reached = np.zeros(scenes)
        self.decides = np.zeros(scenes)
        self.points_decided = np.zeros(scenes)
        self.chosen = np.zeros(moves)
        self.open = np.zeros(moves)
        self.backfire = np.zeros(moves)
        self.points = np.zeros(moves)
        self.best = np.zeros(moves)
        self.beside = np.zeros(moves)
        """States in which the move is open beside others."""
        slots = tables.most_moves
        self.worse = np.zeros((slots, slots, scenes), dtype=np.bool_)
        """[one, other, scene]: the other was worse than the one somewhere, or not open where the one was."""
        self.better = np.zeros((slots, slots, scenes), dtype=np.bool_)


def look_at_everything(tables: Tables, limits: Limits, progress: Progress | None = None) -> Found:
    """Look at every play. TooLargeError if there are more states than the limits allow."""
    every = strategies(tables.rules)
    tally = Tally(tables)
    states = 0
    summaries: list[_Summary] = []
    for asks in (True, False) if tables.rules.people else (True,):
        played = Played(tables, every, limits, asks=asks, progress=progress)
        states += played.states
        summaries.append(_summary(played, tally))
        del played
    best = max(summaries, key=lambda summary: summary.best_worth)
    worst = min(summaries, key=lambda summary: summary.worst_worth)
    rows = [_combined(strategy, summaries) for strategy in every]
    rows.append(best.best._replace(says="looks ahead at everything, and chooses what ends best"))
    rows.append(worst.worst._replace(says="looks ahead at everything, and chooses what ends worst"))
    return Found(
        states,
        rows,
        best.best_way,
        _moves(tally),
        _scenes(tally),
        tactics(tables, tally.chosen),
        _preparations(tables, summaries),
    )


class _SetFound(NamedTuple):
    """What a set of preparations leads to."""

    options: tuple[str, ...]
    backfire: float
    """Share of backfires, if plays go on at random."""
    points: float
    best: float
    """What it is worth where all goes best."""


class _Summary(NamedTuple):
    """What is kept of the plays in which people are asked, or are not."""

    shares: dict[str, tuple[NDArray[np.float64], NDArray[np.float64], float, float]]
    """By strategy: shares of classes and endings, mean cost and support gained, each weighed by its share of plays."""
    best_worth: float
    worst_worth: float
    best: Ended
    worst: Ended
    best_way: tuple[str, ...]
    of_sets: list[_SetFound]


def _summary(played: Played, tally: Tally) -> _Summary:
    ends = played.ends
    points = ends.finals["cost"] + ends.finals["gained"]
    best_choices, best_states = played.backwards(ends.worth, "best")
    worst_choices, worst_states = played.backwards(ends.worth, "worst")
    backfire_choices, backfire_states = played.backwards(played.backfires(), "random")
    point_choices, point_states = played.backwards(points, "random")
    number = next(n for n, strategy in enumerate(played.strategies) if strategy.id == "random")
    for at, this in enumerate(played.rounds):
        _note(tally, this, number, backfire_choices[at], point_choices[at])
        _compare(tally, this, best_choices[at])
    shares = {strategy.id: _shares(played, ends.share[n]) for n, strategy in enumerate(played.strategies)}
    first = int(best_states[0].argmax())
    last = int(worst_states[0].argmin())
    best_flow, way = _follow(played, best_choices, first)
    worst_flow, _ = _follow(played, [-worth for worth in worst_choices], last)
    sets = [
        _SetFound(options, float(backfire_states[0][n]), float(point_states[0][n]), float(best_states[0][n]))
        for n, options in enumerate(played.sets)
    ]
    return _Summary(
        shares,
        float(best_states[0][first]),
        float(worst_states[0][last]),
        _ended("best", "", played, _shares(played, best_flow), 1.0),
        _ended("worst", "", played, _shares(played, worst_flow), 1.0),
        way,
        sets,
    )


def _shares(played: Played, share: Amounts) -> tuple[NDArray[np.float64], NDArray[np.float64], float, float]:
    ends = played.ends
    classes = sums(ends.classes, share, len(CLASSES))
    endings = sums(ends.endings, share, len(played.tables.endings))
    return classes, endings, float(share @ ends.finals["cost"]), float(share @ ends.finals["gained"])


def _ended(
    name: str,
    says: str,
    played: Played,
    shares: tuple[NDArray[np.float64], NDArray[np.float64], float, float],
    whole: float,
) -> Ended:
    classes, endings, cost, gained = shares
    return Ended(
        name,
        says,
        exact=True,
        plays=0,
        classes={kind: float(share) / whole for kind, share in zip(CLASSES, classes, strict=True)},
        endings={
            ending: float(share) / whole for (ending, _), share in zip(played.tables.endings, endings, strict=True)
        },
        cost=cost / whole,
        gained=gained / whole,
    )


def _combined(strategy: Strategy, summaries: list[_Summary]) -> Ended:
    parts = [summary.shares[strategy.id] for summary in summaries if strategy.id in summary.shares]
    classes = sum((part[0] for part in parts), np.zeros(len(CLASSES)))
    endings = sum((part[1] for part in parts), np.zeros(len(parts[0][1])))
    ids = list(summaries[0].best.endings)
    return Ended(
        strategy.id,
        strategy.says,
        exact=True,
        plays=0,
        classes=dict(zip(CLASSES, classes.tolist(), strict=True)),
        endings=dict(zip(ids, endings.tolist(), strict=True)),
        cost=sum(part[2] for part in parts),
        gained=sum(part[3] for part in parts),
    )


def _follow(played: Played, worths: list[Amounts], start: int) -> tuple[Amounts, tuple[str, ...]]:
    """The share of plays at each end if the worthiest choice is always made, and the likeliest way that they take."""
    share = np.zeros(len(played.ends.classes))
    way = list(played.sets[start])
    flow = {start: 1.0}
    walked: int | None = start
    for this, worth in zip(played.rounds, worths, strict=True):
        following: dict[int, float] = {}
        ahead: int | None = None
        for state, amount in flow.items():
            choice = _best_choice(this.choices, worth, state)
            forks = np.flatnonzero(this.choices.fork == choice)
            if state == walked:
                way.append(".".join(played.tables.moves[int(this.choices.move[choice])]))
                likeliest = int(forks[np.argmax(this.choices.odds[forks])])
                ahead = int(this.choices.into[likeliest])
            for fork in forks.tolist():
                into, odds = int(this.choices.into[fork]), float(this.choices.odds[fork])
                if into < 0:
                    share[-1 - into] += amount * odds
                else:
                    following[into] = following.get(into, 0.0) + amount * odds
        walked = ahead if ahead is not None and ahead >= 0 else None
        flow = following
    return share, tuple(way)


def _best_choice(choices: Choices, worth: Amounts, state: int) -> int:
    mine = np.flatnonzero(choices.state == state)
    return int(mine[worth[mine].argmax()])


def _note(tally: Tally, this: Round, random: int, backfire: Amounts, points: Amounts) -> None:
    choices = this.choices
    flow, taken = this.flow[random], this.taken[random]
    scenes, moves = len(tally.reached), len(tally.chosen)
    tally.reached += np.bincount(this.scenes, weights=flow, minlength=scenes)
    tally.chosen += np.bincount(choices.move, weights=taken, minlength=moves)
    tally.open += np.bincount(choices.move, weights=flow[choices.state], minlength=moves)
    tally.backfire += np.bincount(choices.move, weights=taken * backfire, minlength=moves)
    tally.points += np.bincount(choices.move, weights=taken * points, minlength=moves)
    for worth, total in ((backfire, tally.decides), (points, tally.points_decided)):
        highest = np.full(len(this.scenes), -np.inf)
        lowest = np.full(len(this.scenes), np.inf)
        np.maximum.at(highest, choices.state, worth)
        np.minimum.at(lowest, choices.state, worth)
        total += np.bincount(this.scenes, weights=flow * (highest - lowest), minlength=scenes)


def _compare(tally: Tally, this: Round, worth: Amounts) -> None:
    """Which moves are best where, and which are never better than another."""
    tables, choices = tally.tables, this.choices
    count = len(this.scenes)
    slots = choices.move - tables.first_move[this.scenes[choices.state]]
    table = np.full((tables.most_moves, count), -np.inf)
    table[slots, choices.state] = worth
    is_open = table > -np.inf
    several = is_open.sum(axis=0) > 1
    best = (table >= table.max(axis=0) - _ALMOST) & is_open
    shared = (best / best.sum(axis=0))[slots, choices.state] * several[choices.state]
    tally.best += np.bincount(choices.move, weights=shared, minlength=len(tally.best))
    tally.beside += np.bincount(choices.move, weights=several[choices.state], minlength=len(tally.best))
    for one in range(tables.most_moves):
        there = is_open[one]
        for other in range(tables.most_moves):
            if one != other:
                worse = there & (table[other] < table[one] - _ALMOST)
                better = there & (table[other] > table[one] + _ALMOST)
                tally.worse[one, other, np.unique(this.scenes[worse])] = True
                tally.better[one, other, np.unique(this.scenes[better])] = True


def _moves(tally: Tally) -> list[MoveFound]:
    tables = tally.tables
    found = []
    for number, (scene, move) in enumerate(tables.moves):
        at = tables.scene_number[scene]
        chosen = float(tally.chosen[number])
        beside = float(tally.beside[number])
        ready = tables.ready_moves[number].move
        found.append(
            MoveFound(
                scene,
                move,
                ready.response,
                ready.tactic,
                reached=chosen,
                open=float(tally.open[number] / tally.reached[at]) if tally.reached[at] else 0.0,
                backfire=float(tally.backfire[number]) / chosen if chosen else None,
                points=float(tally.points[number]) / chosen if chosen else None,
                best=float(tally.best[number]) / beside if beside else None,
                dominated_by=_dominator(tally, number, at) if beside else "",
            )
        )
    return found


def _dominator(tally: Tally, move: int, scene: int) -> str:
    tables = tally.tables
    first = int(tables.first_move[scene])
    one = move - first
    for other in range(int(tables.first_move[scene + 1]) - first):
        if other != one and not tally.worse[one, other, scene] and tally.better[one, other, scene]:
            return tables.moves[first + other][1]
    return ""


def _scenes(tally: Tally) -> list[SceneFound]:
    return [
        SceneFound(
            scene,
            float(tally.reached[n]),
            decides=float(100 * tally.decides[n] / tally.reached[n]) if tally.reached[n] else 0.0,
            points=float(tally.points_decided[n] / tally.reached[n]) if tally.reached[n] else 0.0,
        )
        for n, scene in enumerate(tally.tables.scenes)
    ]


def tactics(tables: Tables, chosen: Amounts) -> dict[str, float]:
    """How often each tactic is played, from how often each move is chosen; the most frequent first."""
    found: dict[str, float] = {}
    for ready, times in zip(tables.ready_moves, chosen.tolist(), strict=True):
        if ready.move.tactic:
            found[ready.move.tactic] = found.get(ready.move.tactic, 0.0) + times
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _preparations(tables: Tables, summaries: list[_Summary]) -> list[OptionFound]:
    preparation = tables.rules.scenario.preparation
    if preparation is None:
        return []
    full = [row for summary in summaries for row in summary.of_sets if len(row.options) == preparation.most]
    found = []
    for option in preparation.options:
        with_it = [row for row in full if option.id in row.options]
        without = [row for row in full if option.id not in row.options]
        differences = [
            float(np.mean([getattr(row, name) for row in with_it]) - np.mean([getattr(row, name) for row in without]))
            if with_it and without
            else 0.0
            for name in ("backfire", "points", "best")
        ]
        backfire, points, best = differences
        reach = [sum(row.best > ABOVE / 2 for row in rows) / max(1, len(rows)) for rows in (with_it, without)]
        found.append(OptionFound(option.id, len(with_it) / len(full), 100 * backfire, points, best, *reach))
    return found
