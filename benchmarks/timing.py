"""Timing whole processes in turns, so that whatever else the machine does falls on all of them alike."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "BACKFIRE_HOME")
}


def once(command: Sequence[str], env: dict[str, str], *, first_line: bool = False) -> float:
    """Milliseconds from starting a command to its end, or to its first byte of output."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        first = time.perf_counter()
        process.stdout.read()
        process.wait()
    return 1000 * ((first if first_line else time.perf_counter()) - began)


def in_turns(
    commands: dict[str, Sequence[str]], env: dict[str, str], *, rounds: int = 9, first_line: bool = False
) -> dict[str, list[float]]:
    """Every command once a round, after one unmeasured round."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for n in range(rounds + 1):
        for name, command in commands.items():
            spent = once(command, env, first_line=first_line)
            if n:
                taken[name].append(spent)
    return taken


def peak_memory(command: Sequence[str], env: dict[str, str]) -> float:
    """Most megabytes that a command held at once."""
    code = (
        "import resource, subprocess, sys; "
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], env=env, capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def row(name: str, taken: Sequence[float], unit: str = "ms") -> str:
    """Minimum, median and maximum in one line."""
    return f"{name:<34} {min(taken):>8.1f} {statistics.median(taken):>8.1f} {max(taken):>8.1f} {unit}"


def ratio(taken: Sequence[float], beside: Sequence[float]) -> str:
    """The median of the ratios round by round."""
    ratios = [a / b for a, b in zip(taken, beside, strict=True)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
