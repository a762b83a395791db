"""Flip single bits anywhere in a play, and cut it anywhere: is the damage noticed, or harmless, and what is saved?

    python benchmarks/flip_bits.py [--flips 10000] [--cuts 1000] [--seed 1]

Two plays are damaged: one closed, and one whose process was killed, with its write-ahead log beside it. Damage that is
not noticed must leave every event as it was, and the play must go on; damage that is noticed must come as words, and
what is saved must be a beginning of the play. Exits with 1 if anything else happens once.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from backfire_sim.storage.damage import examine, salvage
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.file import PAGE
from backfire_sim.storage.log import PlayLog
from backfire_sim.storage.rows import After, Header, Row

EVENTS = 20
HEADER = Header("food-bank-raid", "Dawn at the food bank", "food-bank-raid", "ab" * 32, 7, "1.0")

Files = dict[str, bytes]
"""Content by what the file's name ends in: "" for the play, "-wal" for its write-ahead log."""


def record(folder: Path) -> tuple[Files, Files, list[Row]]:
    """A play as it lies closed, as it lies after a kill, and its events."""
    with PlayLog.create(folder, HEADER) as log:
        for n in range(1, EVENTS + 1):
            numbers = {f"neighbors.gate{k}": (k * n) % 11 for k in range(24)}
            log.append(str(n), {"do": "play", "scene": f"scene{n}", "move": "publish"}, After(numbers, f"scene{n}"))
        rows = log.rows()
        killed = {ending: _with_ending(log.path, ending).read_bytes() for ending in ("", "-wal")}
    return {"": log.path.read_bytes()}, killed, rows


def attempt(files: Files, rows: list[Row]) -> tuple[str, int]:
    """What became of a damaged play, in one word, and how many of its events could be read."""
    folder = Path(tempfile.mkdtemp(prefix="flip-"))
    try:
        path = folder / "abc.play"
        for ending, content in files.items():
            _with_ending(path, ending).write_bytes(content)
        return _attempt(path, rows)
    except Exception as error:  # the point of the exercise: nothing else may ever come out
        return f"FAILED {type(error).__name__}: {error}", 0
    finally:
        shutil.rmtree(folder)


def _attempt(path: Path, rows: list[Row]) -> tuple[str, int]:
    try:
        with PlayLog.open(path) as log:
            if log.rows() != rows or log.header != HEADER:
                return "WRONG and not noticed", len(log)
            log.append("next", {"do": "end"}, After())
        with PlayLog.open(path) as log:
            return ("harmless" if log.rows()[:-1] == rows else "WRONG after going on"), len(rows)
    except StorageError:
        pass
    health = examine(path)
    if health.ok:
        return "FAILED: refused, yet found whole", 0
    try:
        saved = salvage(path)
    except StorageError:
        return ("noticed, nothing left" if not health.readable else "FAILED to save"), 0
    with PlayLog.open(saved.path) as log:
        if log.header != HEADER or log.rows() != rows[: len(log)] or len(log) != health.readable:
            return "WRONG after saving", len(log)
        return "noticed", len(log)


def flips(files: Files, count: int, chance: random.Random) -> Iterator[Files]:
    """Copies of the files with one bit flipped, anywhere."""
    places = [(ending, at) for ending, content in files.items() for at in range(len(content))]
    for _ in range(count):
        ending, at = chance.choice(places)
        content = bytearray(files[ending])
        content[at] ^= 1 << chance.randrange(8)
        yield {**files, ending: bytes(content)}


def heads(files: Files) -> Iterator[Files]:
    """Copies of the files with one bit flipped of the first page, which says what the file is, blanks aside."""
    for at, byte in enumerate(files[""][:PAGE]):
        for bit in range(8 if byte or at < 100 else 0):
            content = bytearray(files[""])
            content[at] ^= 1 << bit
            yield {**files, "": bytes(content)}


def cuts(files: Files, count: int, chance: random.Random) -> Iterator[Files]:
    """Copies of the files with one of them cut short, or a page of it gone blank."""
    for n in range(count):
        ending = chance.choice(list(files))
        content = bytearray(files[ending])
        at = chance.randrange(len(content) + 1)
        if n % 2:
            del content[at:]
        else:
            at -= at % 512
            content[at : at + 4096] = bytes(len(content[at : at + 4096]))
        yield {**files, ending: bytes(content)}


def run(flip_count: int, cut_count: int, seed: int) -> int:
    """Do it all and print the counts; how many attempts went wrong."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        closed, killed, rows = record(Path(folder))
    bad = 0
    for name, files in (("closed", closed), ("killed", killed)):
        for what, damaged in (
            ("bit flipped anywhere", flips(files, flip_count // 2, chance)),
            ("each bit of the first page", heads(files)),
            ("cut short or blanked", cuts(files, cut_count // 2, chance)),
        ):
            found: Counter[str] = Counter()
            saved: Counter[str] = Counter()
            start = time.perf_counter()
            for each in damaged:
                verdict, events = attempt(each, rows)
                found[verdict] += 1
                saved[verdict] += events
            bad += sum(n for verdict, n in found.items() if not verdict.startswith(("harmless", "noticed")))
            print(f"{name} play, {what}: {sum(found.values())} attempts in {time.perf_counter() - start:.0f} s")
            for verdict, n in found.most_common():
                print(f"    {n:6}  {verdict}; {saved[verdict] / n:.1f} of {len(rows)} events readable on average")
    print(f"{bad} went wrong")
    return bad


def _with_ending(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flips", type=int, default=10_000)
    parser.add_argument("--cuts", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    return 1 if run(given.flips, given.cuts, given.seed) else 0


if __name__ == "__main__":
    sys.exit(main())
