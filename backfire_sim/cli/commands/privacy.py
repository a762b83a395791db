"""`backfire privacy`."""

import argparse

from backfire_sim.cli import OK, language_option


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    language_option(parser)


def run(_: argparse.Namespace) -> int:
    """List every path the program writes to, and what is in it."""
    from backfire_sim.plain.keeping import inventory_lines
    from backfire_sim.plain.lines import say

    say(inventory_lines())
    return OK
