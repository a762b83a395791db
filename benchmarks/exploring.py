"""The author's tools: batches of plays beside a hand-written numpy loop, states a second, `playtest` as a process.

    python benchmarks/exploring.py

The loop plays the same generated story with the same arithmetic, the same draws, and nothing else: no conditions
beyond `care >= 2`, no ids, no statistics. Both must come to the same numbers; the run stops if one play differs.
"""

import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import plays
import story
import timing

from backfire_sim.authoring.explore.limits import Limits
from backfire_sim.authoring.explore.reading import Reading
from backfire_sim.authoring.explore.sample import Choice, sample
from backfire_sim.authoring.explore.tables import Indices, Tables
from backfire_sim.authoring.explore.traversal import traverse
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scoring import board as b
from backfire_sim.storage.shelf import open_named

NAMES = ("the-count-goes-on", "paper-menorahs")
PLAYS = 4096
ROUNDS = 9


class Loop:
    """The story as arrays, and the loop over them."""

    def __init__(self, scenes: int) -> None:
        following = story.targets(scenes)
        number = {scene: n for n, scene in enumerate(following)}
        self.goto = np.array([[number.get(target, -1) for target in targets] for targets in following.values()])
        count = len(following)
        self.gate = np.zeros((count, 6), dtype=np.int32)
        self.care = np.zeros((count, 6), dtype=np.int32)
        for n in range(count):
            for k in range(5):
                self.gate[n, k], self.care[n, k] = story.amounts(n, k)
        self.kind = np.arange(count) % 5
        self.strength = (1 + np.arange(count) % 2).astype(np.int32)

    def play(self, lots: np.ndarray) -> list[np.ndarray]:
        """Play as many plays as each row of `lots` has columns; gives back the group's numbers, costs and audiences."""
        n = lots.shape[1]
        scene = np.zeros(n, dtype=np.intp)
        momentum, courage, care = (np.full(n, value, dtype=np.int32) for value in (4, 6, 7))
        audiences = [[np.full(n, value, dtype=np.int32) for value in start] for _, _, start, _ in story.AUDIENCES]
        leverage = [[row[k] for _, _, _, row in story.AUDIENCES] for k in range(4)]
        costs = [np.zeros(n, dtype=np.int32) for _ in range(4)]
        for lot in lots:
            kind, strength = self.kind[scene], self.strength[scene]
            took = []
            for row in audiences:
                for gate in range(3):
                    t = np.minimum(strength, row[gate]) * (kind == gate)
                    row[gate] = row[gate] - t
                    took.append(t > 0)
            t = np.minimum(strength, momentum) * (kind == 3)
            momentum, took_momentum = momentum - t, t > 0
            t = np.minimum(strength, courage) * (kind == 4)
            courage, took_courage = courage - t, t > 0
            open_moves = 5 + (care >= 2)
            move = (lot * open_moves).astype(np.intp)
            move += (move == 4) & (care < 2)
            gate, answered = self.gate[scene, move], move == kind
            for a, row in enumerate(audiences):
                for g in range(3):
                    chosen = move == g
                    more = chosen * (gate + answered) + (chosen & answered & took[3 * a + g])
                    row[g] = np.minimum(row[g] + more, 10)
            chosen = move == 3
            momentum = np.minimum(momentum + chosen * (gate + answered) + (chosen & answered & took_momentum), 10)
            chosen = move == 4
            courage = np.minimum(courage + chosen * (gate + answered) + (chosen & answered & took_courage), 10)
            care = np.maximum(care + self.care[scene, move], 0)
            courage = np.minimum(courage, care)
            steadiness = momentum * courage
            acting = []
            for row in audiences:
                felt = row[0] * row[1] * row[2]
                gap = felt // 10 - row[3]
                row[3] = row[3] + np.where(gap > 0, (gap + 1) // 2, -(-gap // 6))
                acting.append(felt * steadiness // 1000)
            for k in range(4):
                whole = sum(leverage[k])
                if whole:
                    pressure = sum(w * x for w, x in zip(leverage[k], acting, strict=True) if w) // whole
                    costs[k] = costs[k] + (100 - costs[k]) * 90 * pressure // 10_000
            scene = self.goto[scene, move]
        return [momentum, courage, care, *costs, *(value for row in audiences for value in row)]


def batch(tables: Tables, lots: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same plays through the explorer, with count, sum and sum of squares of the costs for every choice."""
    rounds = iter(lots)

    def choose(choice: Choice) -> Indices:
        lot = next(rounds)
        open_moves = choice.is_open.sum(axis=0)
        place = (lot * open_moves).astype(np.intp)
        return place + ((place >= 4) & ~choice.is_open[4])

    played = sample(tables, [()] * lots.shape[1], choose)
    score = played.finals[b.COST : b.COST + 4].sum(axis=0).astype(np.float64)
    statistics_ = np.zeros((3, len(tables.moves)))
    for step in played.steps:
        worth = score[step.plays]
        for row, weights in enumerate((None, worth, worth * worth)):
            statistics_[row] += np.bincount(step.moves, weights=weights, minlength=len(tables.moves))
    return played.finals, statistics_


def compare(scenes: int) -> None:
    """Print the ratio of a batch with statistics to the loop without, in turns."""
    tables = Tables(Reading(plays.scenario(scenes).rules))
    loop = Loop(scenes)
    chance = np.random.default_rng(5)
    ours, theirs = [], []
    for n in range(ROUNDS + 1):
        lots = chance.random((story.ROUNDS, PLAYS))
        began = time.perf_counter()
        by_hand = loop.play(lots)
        between = time.perf_counter()
        finals, _ = batch(tables, lots)
        ended = time.perf_counter()
        places = [
            b.MOMENTUM,
            b.COURAGE,
            b.CARE,
            *range(b.COST, b.COST + 4),
            *range(b.FIRST_AUDIENCE, tables.board.size),
        ]
        for place, values in zip(places, by_hand, strict=True):
            assert (finals[place] == values).all(), place
        if n:
            theirs.append(PLAYS / (between - began))
            ours.append(PLAYS / (ended - between))
    ratios = [a / c for a, c in zip(ours, theirs, strict=True)]
    spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
    print(
        f"{scenes:>6} scenes: loop {statistics.median(theirs):>10,.0f} plays/s, batch with statistics "
        f"{statistics.median(ours):>9,.0f}; ratio {spread}"
    )


def states(scenario: Scenario) -> None:
    """Print how long it takes to look at a million states that differ in any number."""
    began = time.perf_counter()
    walked = traverse(Reading(scenario.rules), Limits(states=1_000_000, seconds=120), None)
    spent = time.perf_counter() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    edges = sum(len(edges.sources) for edges in walked.trail.edges)
    print(f"{scenario.id}: {walked.states:,} states, {edges:,} transitions in {spent:.1f} s; peak {most:.0f} MB so far")


def processes() -> None:
    """Print how long `playtest` takes as a whole process, the first time and from the cache."""
    backfire = str(Path(sys.executable).with_name("backfire"))
    with tempfile.TemporaryDirectory() as folder:
        env = timing.ENVIRONMENT | {"BACKFIRE_HOME": f"{folder}/home"}
        path = f"{folder}/generated.yaml"
        story.write_yaml(1000, path)
        command = [backfire, "playtest", path, "--plays", "10000"]
        first = timing.once(command, env)
        taken = timing.in_turns({"playtest": command}, env, rounds=5)["playtest"]
        print(f"playtest of 10,000 plays, 1,000 scenes: {first:.0f} ms the first time")
        print(timing.row("from the second time on", taken))
        for name in NAMES:
            taken = timing.in_turns({name: [backfire, "playtest", name]}, env, rounds=3)[name]
            print(timing.row(f"playtest {name}, every play", taken))


def main() -> int:
    """Print all of it."""
    for scenes in (100, 1000, 10_000):
        compare(scenes)
    for scenario in (plays.scenario(1000), *(open_named(name).scenario for name in NAMES)):
        states(scenario)
    processes()
    return 0


if __name__ == "__main__":
    sys.exit(main())
