"""The report of a scenario that has too many plays to look at all of them: a sample, and said to be one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from backfire_sim.authoring.explore.conditions import CLASSES, classes
from backfire_sim.authoring.explore.sample import Choice, Choose, Sampled, sample
from backfire_sim.authoring.explore.tables import Indices, Tables
from backfire_sim.authoring.playtest.report import Ended, MoveFound, OptionFound, SceneFound
from backfire_sim.authoring.playtest.strategies import Strategy, Weigh, preparation_sets, strategies
from backfire_sim.authoring.playtest.whole import Found, tactics
from backfire_sim.authoring.playtest.worth import BACKFIRE, figures, points, worth

OTHERS = 20
"""Each strategy but the random one is given this part of the plays."""
FEWEST = 100


def look_at_a_sample(tables: Tables, plays: int, seed: int = 0) -> Found:
    """Play so many plays at random, and a part of that by each other strategy."""
    rows: list[Ended] = []
    best: tuple[float, tuple[str, ...]] = (-np.inf, ())
    random: Plays | None = None
    extremes: list[tuple[float, Ended]] = []
    for number, strategy in enumerate(strategies(tables.rules)):
        count = plays if strategy.id == "random" else max(FEWEST, plays // OTHERS)
        one = Plays(tables, strategy, count, seed * 1000 + number)
        rows.append(one.ended(strategy.id, strategy.says))
        top, bottom = int(one.worth.argmax()), int(one.worth.argmin())
        best = max(best, (float(one.worth[top]), one.way(top)))
        extremes += [(float(one.worth[at]), one.only(at)) for at in (top, bottom)]
        if strategy.id == "random":
            random = one
    assert random is not None
    high, low = max(extremes, key=lambda pair: pair[0])[1], min(extremes, key=lambda pair: pair[0])[1]
    rows.append(high._replace(strategy="best", says="the best play of the sample"))
    rows.append(low._replace(strategy="worst", says="the worst play of the sample"))
    moves = random.moves()
    return Found(
        0, rows, best[1], moves, random.scenes(moves), tactics(tables, random.chosen / plays), random.preparations()
    )


class Plays:
    """The plays of one strategy."""

    def __init__(self, tables: Tables, strategy: Strategy, count: int, seed: int) -> None:
        self.tables = tables
        sets = preparation_sets(tables.rules, strategy)
        self._prepared = [sets[n % len(sets)] for n in range(count)]
        chance = np.random.default_rng(seed)
        asks = chance.random(count) < 0.5 if len(strategy.asks) > 1 else np.ones(count, dtype=np.bool_)
        seeds = chance.integers(0, 2**31, count, dtype=np.int64)
        self._open = np.zeros(len(tables.moves))
        choose = self._counting(drawn_by(strategy.weigh, chance))
        self.played: Sampled = sample(tables, self._prepared, choose, asking=asks, seeds=seeds)
        finals = self.played.finals
        self.kinds = classes(finals)
        self.worth = worth(finals, self.kinds)
        self._points = points(finals)
        self.backfires = (self.kinds == BACKFIRE).astype(np.float64)
        self.count = count
        moves = len(tables.moves)
        self.chosen = np.zeros(moves)
        self._sums = np.zeros((2, moves))
        for step in self.played.steps:
            self.chosen += np.bincount(step.moves, minlength=moves)
            for row, value in enumerate((self.backfires, self._points)):
                self._sums[row] += np.bincount(step.moves, weights=value[step.plays], minlength=moves)

    def ended(self, name: str, says: str) -> Ended:
        """Where they end."""
        return self._row(name, says, np.arange(self.count))

    def only(self, play: int) -> Ended:
        """Where one of them ends."""
        return self._row("", "", np.array([play]))

    def way(self, play: int) -> tuple[str, ...]:
        """What one of them did."""
        taken = [step.moves[step.plays == play] for step in self.played.steps]
        names = [".".join(self.tables.moves[int(moves[0])]) for moves in taken if len(moves)]
        return (*self._prepared[play], *names)

    def moves(self) -> list[MoveFound]:
        """What each move does."""
        tables = self.tables
        visits = np.bincount(tables.scene_of_move, weights=self.chosen, minlength=len(tables.scenes))
        found = []
        for number, (scene, move) in enumerate(tables.moves):
            ready, chosen = tables.ready_moves[number].move, float(self.chosen[number])
            visited = float(visits[tables.scene_number[scene]])
            found.append(
                MoveFound(
                    scene,
                    move,
                    ready.response,
                    ready.tactic,
                    reached=chosen / self.count,
                    open=float(self._open[number] / visited) if visited else 0.0,
                    backfire=float(self._sums[0, number]) / chosen if chosen else None,
                    points=float(self._sums[1, number]) / chosen if chosen else None,
                    best=None,
                    dominated_by="",
                )
            )
        return found

    def scenes(self, moves: Sequence[MoveFound]) -> list[SceneFound]:
        """How far the averages of a scene's moves lie apart."""
        by_scene: dict[str, list[MoveFound]] = {}
        for move in moves:
            by_scene.setdefault(move.scene, []).append(move)
        return [
            SceneFound(
                scene,
                sum(move.reached for move in found),
                100 * _spread([move.backfire for move in found]),
                _spread([move.points for move in found]),
            )
            for scene, found in by_scene.items()
        ]

    def preparations(self) -> list[OptionFound]:
        """How plays with a preparation differ from those without."""
        found = []
        for option in self.tables.rules.options:
            has = np.array([option in options for options in self._prepared], dtype=np.bool_)
            if has.all() or not has.any():
                continue
            differences = [float(v[has].mean() - v[~has].mean()) for v in (self.backfires, self._points)]
            found.append(OptionFound(option, float(has.mean()), 100 * differences[0], differences[1], None))
        return found

    def _row(self, name: str, says: str, plays: Indices) -> Ended:
        tables, shown = self.tables, figures(self.played.finals)
        endings = self.played.endings[plays]
        return Ended(
            name,
            says,
            exact=False,
            plays=len(plays),
            classes={kind: float((self.kinds[plays] == n).mean()) for n, kind in enumerate(CLASSES)},
            endings={ending: float((endings == n).mean()) for n, (ending, _) in enumerate(tables.endings)},
            cost=float(shown["cost"][plays].mean()),
            gained=float(shown["gained"][plays].mean()),
        )

    def _counting(self, choose: Choose) -> Choose:
        """The same rule; counts how often each move is open."""

        def chosen(choice: Choice) -> Indices:
            slots, plays = np.nonzero(choice.is_open)
            moves = self.tables.first_move[choice.scenes[plays]] + slots
            self._open += np.bincount(moves, minlength=len(self._open))
            return choose(choice)

        return chosen


def drawn_by(weigh: Weigh, chance: np.random.Generator) -> Choose:
    """A rule that draws a move by its weight."""

    def choose(choice: Choice) -> Indices:
        weights = weigh(choice)
        lot = chance.random(weights.shape[1], dtype=np.float32)
        passed = np.cumsum(weights, axis=0)
        slots = (passed <= lot).sum(axis=0)
        last = weights.shape[0] - 1 - (weights[::-1] > 0).argmax(axis=0)
        return np.asarray(np.minimum(slots, last))

    return choose


def _spread(values: list[float | None]) -> float:
    known = [value for value in values if value is not None]
    return max(known) - min(known) if known else 0.0
