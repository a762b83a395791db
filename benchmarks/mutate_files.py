"""Scenario files damaged at random: each is either explained or can be played; nothing raises, nothing hangs.

    python benchmarks/mutate_files.py [files] [seed]

Every file that still passes is opened again from its compiled form and played at random to its end in both, and both
plays must agree to the last number.
"""

import random
import sys
import time
from collections import Counter
from pathlib import Path

from backfire_sim.engine.apply import legal_moves
from backfire_sim.engine.events import Play, Prepare
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scenario import compiled
from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.report import as_text

LIBRARY = Path(__file__).parent.parent / "backfire_sim" / "library"
JUNK = [
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "&a ",
    "*a",
    "!!x ",
    "|\n",
    ">\n",
    "\t",
    "\x00",
    "\x1b[2J",
    "é",
    "𝕏",
    "'",
    '"',
    "#",
    "%",
    "<<: ",
]
JUNK += [
    "when: care >= 99\n",
    "goto: nowhere\n",
    "effects: {care: 2}\n",
    "99999999999999999999",
    "-1",
    "null",
    "yes",
    "? ",
    "\u202e",
]
MOVES_AT_MOST = 200


def damaged(source: bytes, chance: random.Random) -> bytes:
    """The file with one to six things done to it."""
    data = bytearray(source)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data))
        match chance.randrange(7):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                del data[at : at + chance.choice([1, 2, 10, 200])]
            case 2:
                data[at:at] = chance.choice(JUNK).encode()
            case 3:
                lines = data.split(b"\n")
                one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[other] = lines[other], lines[one]
                data = bytearray(b"\n".join(lines))
            case 4:
                lines = data.split(b"\n")
                lines.insert(chance.randrange(len(lines)), chance.choice(lines))
                data = bytearray(b"\n".join(lines))
            case 5:
                lines = data.split(b"\n")
                lines[chance.randrange(len(lines))] = b""
                data = bytearray(b"\n".join(lines))
            case 6:
                words = bytes(data).split(b" ")
                words[chance.randrange(len(words))] = chance.choice(words)
                data = bytearray(b" ".join(words))
        data = data or bytearray(b" ")
    return bytes(data)


def played(made: Scenario, seed: int) -> tuple[int, ...]:
    """A random play, to its end or two hundred moves."""
    chance = random.Random(seed)
    session = Session(made, seed)
    if made.preparation is not None:
        session.play(Prepare(()))
    for _ in range(MOVES_AT_MOST):
        if session.over:
            break
        scene = session.position.scene
        session.play(Play(scene, chance.choice(legal_moves(session.rules, session.position))))
    return session.position.values


def main() -> int:
    """Print what became of the files; stop at the first that raises or plays differently."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance = random.Random(seed)
    sources = [path.read_bytes() for path in sorted(LIBRARY.glob("*.yaml")) if "." not in path.stem]
    became: Counter[str] = Counter()
    slowest = 0.0
    for n in range(files):
        data = damaged(chance.choice(sources), chance)
        began = time.perf_counter()
        loaded = read_text(data, "damaged.yaml")
        text = as_text(loaded.problems)
        slowest = max(slowest, time.perf_counter() - began)
        if "\x1b" in text or "\x00" in text:
            print(f"file {n}: a control character in what is printed")
            return 1
        made = loaded.scenario
        if made is None:
            if not loaded.problems:
                print(f"file {n}: not playable, and nothing said why")
                return 1
            became["explained"] += 1
            continue
        again = compiled.loads(compiled.dumps(made, data), data)
        if again is None or played(made, n) != played(again, n):
            print(f"file {n}: the compiled scenario plays differently")
            return 1
        became["still playable"] += 1
    print(f"{files} damaged files: {dict(became)}; 0 went wrong; slowest {1000 * slowest:.0f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
