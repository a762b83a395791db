"""Kill a play at every call that touches the disk, or let that call fail: is anything lost that was acknowledged?

    python benchmarks/kill_every_write.py [--events 12] [--most 0]

A child process begins a play, keeps events and prints the number of each once `append` has returned. Under `strace`
(Linux) its N-th call that writes, syncs, cuts, renames or removes a file is met by SIGKILL, or fails with "disk full"
or "input/output error", for N = 1, 2, 3 ... until a run has no N-th call. After each run the play must open and hold
every acknowledged event, at most the one that was under way besides, and go on. `--most` stops after that many N.
Exits with 1 on any loss.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.log import PlayLog
from backfire_sim.storage.rows import After, Header

FAULTS = {
    "killed": ("signal=KILL", "write pwrite64 fsync fdatasync ftruncate rename unlink openat chmod fchmod mkdir"),
    "disk full": ("error=ENOSPC", "write pwrite64 mkdir"),
    "input/output error": ("error=EIO", "pread64 pwrite64 fsync fdatasync ftruncate rename unlink"),
}
"""What strace is to do, and at which calls. strace counts each kind of call by itself."""
HEADER = Header("food-bank-raid", "Dawn at the food bank", "food-bank-raid", "", 7)


def event(n: int) -> dict[str, object]:
    """The n-th event."""
    return {"do": "play", "scene": f"scene{n}", "move": "publish"}


def state(n: int) -> After:
    """Where the play stood after it."""
    return After({f"gate{k}": k * n for k in range(20)}, f"scene{n}")


def child(folder: str, count: int) -> int:
    """Begin a play and keep events, then close it and take it up again for as many more."""
    try:
        with PlayLog.create(Path(folder), HEADER) as log:
            print("begun", flush=True)
            path = log.path
            for n in range(1, count + 1):
                log.append(str(n), event(n), state(n))
                print(n, flush=True)
        with PlayLog.open(path) as log:
            for n in range(count + 1, 2 * count + 1):
                log.append(str(n), event(n), state(n))
                print(n, flush=True)
    except StorageError as error:
        print(f"refused: {error}", file=sys.stderr)
        return 3
    return 0


def check(folder: Path, said: list[str], fault: str) -> tuple[str, int]:
    """What is wrong with what the child left ("" if nothing is), and how many unacknowledged events are there."""
    acknowledged = len([line for line in said if line.isdigit()])
    plays = list(folder.glob("*.play"))
    if not plays and "begun" not in said:
        return "", 0
    if len(plays) != 1:
        return f"{len(plays)} play files", 0
    try:
        with PlayLog.open(plays[0]) as log:
            rows = log.rows()
            for n, row in enumerate(rows, start=1):
                if (row.event, row.after.scene) != (event(n), f"scene{n}"):
                    return f"event {n} is another one", 0
            if len(rows) < acknowledged:
                return f"{acknowledged} acknowledged, {len(rows)} there", 0
            if len(rows) > acknowledged + 1:
                return f"{acknowledged} acknowledged, but {len(rows)} there", 0
            log.append(str(len(rows) + 1), {"do": "end"}, After())
    except StorageError as error:
        return f"does not open after {fault}: {error}", 0
    with PlayLog.create(folder, HEADER):
        pass
    strays = [path.name for path in folder.iterdir() if path.suffix not in (".play",)]
    return (f"left behind: {strays}" if strays else ""), len(rows) - acknowledged


def meet(fault: str, call: str, n: int, count: int) -> tuple[bool, str, int]:
    """Run the child with its n-th call of a kind met by a fault: whether it was, what went wrong, events besides."""
    what = FAULTS[fault][0]
    with tempfile.TemporaryDirectory(prefix="kill-") as scratch:
        folder, trace = Path(scratch, "plays"), Path(scratch, "trace")
        # "disk full" stays full; the others strike once.
        when = f"{n}+" if fault == "disk full" else str(n)
        done = subprocess.run(
            ["strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={call}", "-e", f"inject={call}:{what}:when={when}",
             sys.executable, "-B", __file__, "--child", str(folder), "--events", str(count)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        met = "INJECTED" in trace.read_text() or done.returncode in (-9, 137)
        if "Traceback" in done.stderr:
            return met, f"a traceback instead of words: {done.stderr.strip().splitlines()[-1]}", 0
        wrong, besides = check(folder, done.stdout.split(), fault) if folder.exists() else ("", 0)
        return met, wrong, besides


def run(count: int, most: int) -> int:
    """Do it for every fault and print the counts; how many runs went wrong."""
    bad = 0
    for fault, (_, calls) in FAULTS.items():
        start = time.perf_counter()
        points = wrong_here = besides_here = 0
        for call in calls.split():
            n = first_call(call)
            while not most or n < most:
                n += 1
                met, wrong, besides = meet(fault, call, n, count)
                if wrong:
                    wrong_here += 1
                    print(f"    {fault} at {call} {n}: {wrong}")
                if not met:
                    break
                points += 1
                besides_here += besides
        bad += wrong_here
        print(
            f"{fault} at each of {points} calls: {wrong_here} went wrong, {besides_here} unacknowledged events kept"
            f" besides, {time.perf_counter() - start:.0f} s",
            flush=True,
        )
    return bad


def first_call(call: str) -> int:
    """How many calls of a kind Python makes before it runs a line of ours; faults there say nothing about plays."""
    with tempfile.TemporaryDirectory(prefix="kill-") as scratch:
        trace = Path(scratch, "trace")
        asked = [sys.executable, "-B", __file__, "--help"]
        subprocess.run(
            ["strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={call}", *asked], capture_output=True, check=False
        )
        return sum(f"{call}(" in line for line in trace.read_text().splitlines()) - (call == "write")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=12)
    parser.add_argument("--most", type=int, default=0)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        return child(given.child, given.events)
    if shutil.which("strace") is None:
        print("strace is needed for this, on Linux")
        return 2
    return 1 if run(given.events, given.most) else 0


if __name__ == "__main__":
    sys.exit(main())
