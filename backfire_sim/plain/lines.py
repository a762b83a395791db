"""Lines in and out: whatever the encoding, whoever hangs up.

Imports nothing of the package but the cleaning of text, so that a line can be said before the rules are loaded. The
cleaning is repeated here although everything from files and people is clean by now: what is typed after a command
goes back out in messages, and a terminal would obey it.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any

from backfire_sim.text import plain

LONGEST = 10_000
"""Bytes of an input line that are read; the rest of the line is dropped."""

_AS_ASCII = str.maketrans(
    {
        "−": "-", "–": "-", "—": "-", "‑": "-", "…": "...", "‘": "'", "’": "'", "“": '"', "”": '"', "•": "*",
        "×": "x", "·": ".", "→": "->", "\u00a0": " ",
    }
)  # fmt: skip


def say(lines: Iterable[str], file: IO[str] | None = None) -> None:
    """Write lines to standard output (or `file`) and send them off. BrokenPipeError if nobody listens any more."""
    out: Any = file or sys.stdout
    if out is None:
        # The process was started without a standard output.
        return
    text = "".join(f"{plain(line)}\n" for line in lines)
    out.write(fitting(text, out.encoding or "utf-8"))
    out.flush()


def fitting(text: str, encoding: str) -> str:
    """The text as the encoding can write it: typographic signs as their plain cousins, the rest as a question mark."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_AS_ASCII).encode(encoding, "replace").decode(encoding, "replace")
    except LookupError:
        return text.translate(_AS_ASCII).encode("ascii", "replace").decode("ascii")
    return text


def hear(prompt: str = "> ") -> str | None:
    """The next line of standard input, without its line break; None at its end. The prompt is for terminals only."""
    if sys.stdin is None or sys.stdin.closed:
        return None
    if prompt and sys.stdin.isatty():
        sys.stdout.write(prompt)
        sys.stdout.flush()
    try:
        source = sys.stdin.buffer
        line = source.readline(LONGEST)
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = source.readline(LONGEST)
    except (OSError, ValueError):
        return None
    if not line:
        return None
    return line.decode("utf-8", "replace").rstrip("\r\n")


def hear_unseen(prompt: str = "> ") -> str | None:
    """As `hear`, but a terminal does not show what is typed."""
    with unseen() as hidden:
        line = hear(prompt)
        if hidden:
            say([""])
    return line


@contextmanager
def unseen() -> Iterator[bool]:
    """While this lasts, a terminal does not show what is typed, nor the end of a line; whether there is one."""
    try:
        import termios

        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
    except (ImportError, AttributeError, OSError, ValueError):
        # A pipe shows nothing anyway; where a system has no such terminals, what is typed is seen.
        yield False
        return
    except termios.error:
        yield False
        return
    without = list(before)
    without[3] &= ~termios.ECHO
    try:
        termios.tcsetattr(terminal, termios.TCSADRAIN, without)
        yield True
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def quiet() -> None:
    """Send what is still to be written nowhere, so that nothing complains when the program ends."""
    import os

    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        except (AttributeError, OSError, ValueError):
            continue
