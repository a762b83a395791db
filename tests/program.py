"""The program as a person starts it: a process of its own, with a home of its own."""

import os
import subprocess
import sys
from pathlib import Path

SCENARIOS = Path(__file__).parent / "scenario" / "fixtures"
RAID = str(SCENARIOS / "food-bank-raid.yaml")

START = [sys.executable, "-m", "backfire_sim"]


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """The environment of a process that keeps everything in `home` and speaks English, whatever this computer does."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONIOENCODING", "TERM")}
    return {**kept, "BACKFIRE_HOME": str(home), "LANGUAGE": "en", "TERM": "xterm", **more}


def backfire(home: Path, *words: str, typed: str | bytes = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end with these lines typed in."""
    given = typed.encode() if isinstance(typed, str) else typed
    done = subprocess.run(
        [*START, *words], input=given, capture_output=True, env=surroundings(home, **more), timeout=60
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    )


def begin(home: Path, *words: str) -> subprocess.Popen[str]:
    """Start a command and talk to it line by line."""
    return subprocess.Popen(
        [*START, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=surroundings(home),
    )


def until(process: subprocess.Popen[str], wanted: str) -> list[str]:
    """The lines that a process says up to and including the first one that holds `wanted`."""
    assert process.stdout is not None
    heard = []
    for line in process.stdout:
        heard.append(line.rstrip("\n"))
        if wanted in line:
            return heard
    raise AssertionError(f"{wanted!r} was never said: {heard[-20:]}")


def tell(process: subprocess.Popen[str], line: str) -> None:
    """Type a line."""
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()
