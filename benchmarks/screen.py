"""The app under a pseudo-terminal of 120 by 40 cells, beside a bare Textual app of the same shape, in turns.

    python benchmarks/screen.py [rounds]

Start: from the process to the marker of its first frame; the app opens at home, where the plays of the rounds before
are listed, at a note, and at the first scene of a kept play, opened before.
Key: from the key to the last byte painted because of it, a move applied and kept.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import timing
from terminal import Terminal

HERE = Path(__file__).parent
BACKFIRE = str(Path(sys.executable).with_name("backfire"))
BARE = [sys.executable, str(HERE / "bare_app.py")]
PLAIN = "1\nnone\nquit\n"


def settled(command: list[str], env: dict[str, str], marker: str) -> tuple[Terminal, float]:
    """A program with its first frame painted, and the milliseconds that took."""
    terminal = Terminal(command, env)
    first = terminal.wait_for(marker)
    terminal.settle()
    return terminal, first


def main() -> int:
    """Print starts, keys, and their ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    starts: dict[str, list[float]] = {"bare": [], "home": [], "note": [], "resumed play": []}
    keys: dict[str, list[float]] = {
        "bare: move the mark": [],
        "bare: choose": [],
        "move the mark": [],
        "play a move": [],
    }
    with tempfile.TemporaryDirectory() as folder:
        env = timing.ENVIRONMENT | {"BACKFIRE_HOME": folder}
        for n in range(rounds + 1):
            terminal, first = settled(BARE, env, "choice 4")
            starts["bare"].append(first)
            for _ in range(4):
                keys["bare: move the mark"].append(terminal.key(b"\x1b[B")[0])
            keys["bare: choose"].append(terminal.key(b"\r")[0])
            terminal.close()

            terminal, first = settled([BACKFIRE], env, "nothing leaves this machine")
            starts["home"].append(first)
            terminal.close()

            terminal, first = settled([BACKFIRE, "play", "the-count-goes-on"], env, "fourteen votes")
            starts["note"].append(first)
            terminal.close()

            subprocess.run(
                [BACKFIRE, "play", "the-count-goes-on", "--plain", "--seed", "1"],
                input=PLAIN, text=True, env=env, capture_output=True, check=False,
            )  # fmt: skip
            terminal, first = settled([BACKFIRE, "resume"], env, "Fourteen votes")
            starts["resumed play"].append(first)
            for _ in range(4):
                keys["move the mark"].append(terminal.key(b"\x1b[B")[0])
            for key in (b"5", b"\r"):
                terminal.key(key)
            keys["play a move"].append(terminal.key(b"\r")[0])
            if b"What you did" not in terminal.seen:
                print("the move was not played")
                return 1
            terminal.close()
            if n == 0:
                for taken in (*starts.values(), *keys.values()):
                    taken.clear()
    print("milliseconds                            min   median      max")
    for name, taken in (*starts.items(), *keys.items()):
        print(timing.row(name, taken))
    print("start, home beside bare:         ", timing.ratio(starts["home"], starts["bare"]))
    print("start, note beside bare:         ", timing.ratio(starts["note"], starts["bare"]))
    print("start, resumed play beside bare: ", timing.ratio(starts["resumed play"], starts["bare"]))
    print("key, the mark moved:", _beside(keys, "move the mark", "bare: move the mark"))
    print("key, a move played: ", _beside(keys, "play a move", "bare: choose"))
    return 0


def _beside(keys: dict[str, list[float]], ours: str, bare: str) -> str:
    """Where other work shares the cores, the median of so few keys wanders; the least is what the key itself costs."""
    median = statistics.median(keys[ours]) / statistics.median(keys[bare])
    return f"median {median:.2f}, least {min(keys[ours]) / min(keys[bare]):.2f} times bare"


if __name__ == "__main__":
    os.environ.pop("NO_COLOR", None)
    raise SystemExit(main())
