"""Whether there is a screen to draw on, and values as JSON."""

from __future__ import annotations

import sys


def has_screen() -> bool:
    """Whether the three streams are a terminal that can be drawn on."""
    import os

    # Textual draws on standard error, so that has to be a terminal too.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if any(stream is None or not stream.isatty() for stream in streams):
        return False
    return os.environ.get("TERM", "") not in ("", "dumb")


def print_json(value: object) -> None:
    """Print a value as JSON, set in by two."""
    import json

    from backfire_sim.plain.lines import say

    say([json.dumps(value, indent=2)])
