"""A regular scenario of any size, the same for every benchmark: one scene a round for twenty rounds, paths that merge.

Each scene has about sixty words, one method, five moves (one for each R, the last needs care) and `wait`. Built as
rules' values for the play benchmark, and as a YAML file for the ones that read files.
"""

import random
from collections.abc import Iterator

from backfire_sim.scoring.vocabulary import METHODS, RESPONSES, TACTICS

ROUNDS = 20
AUDIENCES = (
    ("neighbors", 4000, (3, 6, 5, 15), (0, 2, 0, 0)),
    ("council", 40, (2, 4, 4, 5), (3, 0, 0, 1)),
    ("shops", 300, (2, 5, 4, 8), (0, 0, 2, 0)),
)
START = {"momentum": 4, "courage": 6, "care": 7, "evidence": 0, "capacity": 8}
GATE_NAMES = ("visibility", "dignity", "meaning", "momentum", "courage")
WORDS = (
    "On the morning after, the street is quiet and the shutters are half down. A woman sweeps glass into a box. "
    "Two men in a parked car watch her. The paper has called it an accident. Someone has written a name on the "
    "wall and someone else has painted over it. You meet at seven in the back of the bakery."
)
MOVED = "By evening it is on every table in town."


def layers(scenes: int) -> list[list[str]]:
    """The scenes' ids by round: one opens the play, then each round has six times as many, up to an even width."""
    width = 1
    while sum(min(6**layer, width + 1) for layer in range(ROUNDS)) <= scenes:
        width += 1
    return [[f"s{layer}_{n}" for n in range(min(6**layer, width))] for layer in range(ROUNDS)]


def targets(scenes: int, seed: int = 7) -> dict[str, list[str]]:
    """Where each of a scene's six choices leads; every scene can be reached."""
    shuffled = random.Random(seed)
    by_round = layers(scenes)
    out: dict[str, list[str]] = {}
    for layer, ids in enumerate(by_round):
        following = by_round[layer + 1][:] if layer + 1 < ROUNDS else ["END"]
        shuffled.shuffle(following)
        for n, scene in enumerate(ids):
            out[scene] = [following[(6 * n + k) % len(following)] for k in range(6)]
    return out


def amounts(scene: int, move: int) -> tuple[int, int]:
    """Steps that a move adds to its gate, and to care."""
    return 1 + (scene + move) % 3, -((scene + move) % 4 == 0)


def yaml_lines(scenes: int) -> Iterator[str]:
    """The scenario as the lines of a file that `check` finds nothing wrong with."""
    yield "format: 1\nid: generated\ntitle: Generated\nlanguage: en\nabout:\n  summary: A generated scenario."
    yield "  crosses_the_line: Broken windows. A picket would not have been political violence."
    yield "  players: 3-8\n  minutes: 40\n  for: [concerned]\n  teaches: [reveal]\n  content_notes: [threats]"
    yield "audiences:"
    costs = ("political", "standing", "economic", "legal")
    for name, size, (v, d, m, s), leverage in AUDIENCES:
        words = ("none", "some", "strong", "decisive")
        levels = ", ".join(f"{cost}: {words[level]}" for cost, level in zip(costs, leverage, strict=True) if level)
        yield f"  {name}: {{label: {name.title()}, size: {size}, start: {{visibility: {v}, dignity: {d}, "
        yield f"    meaning: {m}, support: {s}}}, leverage: {{{levels}}}}}"
    yield "start: {" + ", ".join(f"{name}: {value}" for name, value in START.items()) + "}"
    yield "scenes:"
    for n, (scene, following) in enumerate(targets(scenes).items()):
        method = METHODS[n % 5]
        yield f"  {scene}:\n    title: Scene {scene}\n    text: |\n      {WORDS}\n    methods:\n      theirs:"
        yield f"        uses: {method}\n        technique: label\n        strength: {1 + n % 2}"
        yield "        text: They say that it was nothing.\n    moves:"
        for k, response in enumerate(RESPONSES):
            gate, care = amounts(n, k)
            yield f"      m{k}:\n        r: {response}\n        tactic: {TACTICS[response][0]}"
            effects = f"{GATE_NAMES[k]}: +{gate}" + (", care: -1" if care else "")
            yield f"        label: Do it\n        effects: {{{effects}}}"
            if k == 4:
                yield "        needs: care >= 2"
            yield f"        text: {MOVED}\n        because: It met what they did.\n        goto: {following[k]}"
        yield f"    wait:\n      text: Nobody says anything.\n      goto: {following[5]}"
    yield "endings:\n  ended:\n    title: It ended"
    yield "    text: The street is open again.\ndebrief:\n  - ask: What did you see?"


def write_yaml(scenes: int, path: str) -> None:
    """Write the scenario to a file."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(yaml_lines(scenes)) + "\n")
