"""Whole plays with all their text: the engine beside a hand-written loop of the same arithmetic, in one run.

    python benchmarks/plays.py [scenes ...]

Both draw the same choices, and must end on the same numbers; the run stops if one play differs. The loop has tuples
prepared beforehand, no history, no conditions beyond `care >= 2`, no ids, no trace.
"""

import gc
import itertools
import random
import statistics
import sys
import time

import story

from backfire_sim.engine.conditions import Is
from backfire_sim.engine.events import Play
from backfire_sim.engine.scenario import About, Change, Ending, Method, Move, Outcome, Scenario, Scene
from backfire_sim.engine.session import Session
from backfire_sim.scoring.board import EVERYONE_RESPONSIBLE, Audience
from backfire_sim.scoring.vocabulary import METHODS, RESPONSES, TACTICS


def scenario(scenes: int) -> Scenario:
    """The generated story as the rules know it."""
    built = {}
    for n, (name, following) in enumerate(story.targets(scenes).items()):
        moves = []
        for k, response in enumerate(RESPONSES):
            gate, care = story.amounts(n, k)
            moves.append(
                Move(
                    f"m{k}",
                    f"Do what {response} asks",
                    (Outcome(story.MOVED, "It met what they did.", following[k]),),
                    response=response,
                    tactic=TACTICS[response][0],
                    needs=Is("care", ">=", 2) if k == 4 else None,
                    change=Change(effects=((story.GATE_NAMES[k], "+", gate), ("care", "+", care))),
                )
            )
        wait = Move("wait", "Wait", (Outcome("Nobody says anything.", "", following[5]),))
        method = Method("theirs", METHODS[n % 5], "label", 1 + n % 2, "They say that it was nothing.")
        built[name] = Scene(name, f"Scene {name}", story.WORDS, tuple(moves), wait, methods=(method,))
    return Scenario(
        id="generated",
        title="Generated",
        about=About("A generated scenario."),
        audiences=tuple(Audience(i, i.title(), size, start, lev) for i, size, start, lev in story.AUDIENCES),
        bearers=(EVERYONE_RESPONSIBLE,),
        scenes=built,
        first=next(iter(built)),
        endings=(Ending("ended", "It ended", "The street is open again."),),
        start=story.START,
    )


def play_engine(made: Scenario, chosen: random.Random) -> tuple[list[str], tuple[int, ...]]:
    """One play through the engine, as the front ends do it: open moves listed, every text taken."""
    session = Session(made)
    texts: list[str] = []
    while not session.over:
        position = session.position
        scene = made.scenes[position.scene]
        texts.append(scene.text)
        texts += [move.label for move in scene.moves]
        texts += [method.text for method in scene.methods]
        open_moves = session.legal_moves()
        turn = session.play(Play(position.scene, open_moves[int(chosen.random() * len(open_moves))]))
        assert turn is not None and turn.outcome is not None
        texts.append(turn.outcome.text)
        texts.append(turn.outcome.because)
    return texts, session.position.values


def tables(made: Scenario) -> dict:
    """The story as the tuples that the hand-written loop runs on."""
    out = {}
    for n, scene in enumerate(made.scenes.values()):
        moves = [(k, *story.amounts(n, k), move.outcomes[0]) for k, move in enumerate(scene.moves)]
        moves.append((5, 0, 0, scene.wait.outcomes[0]))
        labels = tuple(move.label for move in scene.moves)
        method = scene.methods[0]
        out[scene.id] = (scene.text, labels, method.text, n % 5, method.strength, moves)
    return out


def play_loop(prepared: dict, first: str, chosen: random.Random) -> tuple[list[str], tuple[int, ...]]:
    """One play by hand."""
    texts: list[str] = []
    momentum, courage, care, evidence = 4, 6, 7, 0
    gates = [list(start) for _, _, start, _ in story.AUDIENCES]
    sizes = [size for _, size, _, _ in story.AUDIENCES]
    leverage = [[row[k] for _, _, _, row in story.AUDIENCES] for k in range(4)]
    leverage_in_all = [sum(row) for row in leverage]
    people = sum(sizes)
    costs = [0, 0, 0, 0]
    pressures = [0, 0, 0, 0]
    mobilization = 0
    scene = first
    while True:
        text, labels, method_text, kind, strength, moves = prepared[scene]
        texts.append(text)
        texts.extend(labels)
        texts.append(method_text)
        off = strength
        if kind == 0 and evidence > 2:
            off = max(0, off - (evidence - 2))
        took = []
        if kind < 3:
            for row in gates:
                t = off if row[kind] >= off else row[kind]
                row[kind] -= t
                took.append(t)
        elif kind == 3:
            t = off if momentum >= off else momentum
            momentum -= t
        else:
            t = off if courage >= off else courage
            courage -= t
        open_moves = moves if care >= 2 else moves[:4] + moves[5:]
        move, gate, care_step, outcome = open_moves[int(chosen.random() * len(open_moves))]
        answered = move == kind
        if move < 3:
            for n, row in enumerate(gates):
                value = row[move] + gate
                if answered:
                    value += 1 + (1 if took[n] else 0)
                row[move] = 10 if value > 10 else value
        elif move == 3:
            momentum += gate + ((1 + (1 if t else 0)) if answered else 0)
            momentum = 10 if momentum > 10 else momentum
        elif move == 4:
            courage += gate + ((1 + (1 if t else 0)) if answered else 0)
            courage = 10 if courage > 10 else courage
        care += care_step
        care = 0 if care < 0 else care
        courage = care if courage > care else courage
        acting = []
        for row in gates:
            felt = row[0] * row[1] * row[2]
            outraged, support = felt // 10, row[3]
            if outraged > support:
                row[3] = support + (outraged - support + 1) // 2
            elif outraged < support:
                row[3] = support - (support - outraged) // 6
            acting.append(felt * momentum * courage // 1000)
        total = 0
        for size, x in zip(sizes, acting, strict=True):
            total += size * x
        mobilization = total // people
        for k in range(4):
            total = 0
            for lev, x in zip(leverage[k], acting, strict=True):
                total += lev * x
            pressure = pressures[k] = total // leverage_in_all[k] if leverage_in_all[k] else 0
            gained = (100 - costs[k]) * 90 * pressure // 10_000
            if gained > 0:
                costs[k] += gained
        texts.append(outcome.text)
        texts.append(outcome.because)
        if outcome.goto == "END":
            return texts, (
                momentum,
                courage,
                care,
                evidence,
                *costs,
                *pressures,
                mobilization,
                *itertools.chain(*gates),
            )
        scene = outcome.goto


def same(values: tuple[int, ...]) -> tuple[int, ...]:
    """The engine's values in the order of the hand-written loop's."""
    return (*values[0:4], *values[8:12], *values[16:20], values[21], *values[23 : 23 + 4 * len(story.AUDIENCES)])


def rate(play, *story_: object, seconds: float = 0.7) -> float:
    """Plays a second."""
    chosen = random.Random(11)
    count = 0
    began = time.perf_counter()
    while (spent := time.perf_counter() - began) < seconds:
        play(*story_, chosen)
        count += 1
    return count / spent


def main() -> int:
    """Print plays a second and the ratio; each round times both in turn."""
    for scenes in [int(size) for size in sys.argv[1:]] or [100, 1000, 10_000]:
        made = scenario(scenes)
        prepared = tables(made)
        for seed in range(200):
            ours, loops = random.Random(seed), random.Random(seed)
            texts, values = play_engine(made, ours)
            loop_texts, loop_values = play_loop(prepared, made.first, loops)
            if texts != loop_texts or same(values) != loop_values:
                print(f"play {seed} differs: {same(values)} and {loop_values}")
                return 1
        for seed in range(1500):  # a scene is made ready when a play first opens it; time the plays, not that
            play_engine(made, random.Random(seed))
        gc.collect()
        gc.freeze()
        ratios, engine_rates, loop_rates = [], [], []
        for _ in range(5):
            engine_rates.append(rate(play_engine, made))
            loop_rates.append(rate(play_loop, prepared, made.first))
            ratios.append(engine_rates[-1] / loop_rates[-1])
        print(
            f"{scenes:>6} scenes: engine {statistics.median(engine_rates):>7,.0f} plays/s, "
            f"loop {statistics.median(loop_rates):>7,.0f}, ratio {statistics.median(ratios):.2f} "
            f"({min(ratios):.2f} to {max(ratios):.2f})"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
