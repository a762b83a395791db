"""`backfire privacy`."""

import argparse

from backfire_sim.cli import OK


def options(_: argparse.ArgumentParser) -> None:
    """Nothing may stand behind it."""


def run(_: argparse.Namespace) -> int:
    """List every path the program writes to, and what is in it."""
    from backfire_sim.plain.keeping import inventory_lines
    from backfire_sim.plain.lines import say

    say(inventory_lines())
    return OK
