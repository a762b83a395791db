"""`backfire play`."""

import argparse

from backfire_sim.cli import SCENARIO
from backfire_sim.cli.terminal import has_screen


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("scenario", metavar="NAME|FILE", help=SCENARIO)
    add("--plain", action="store_true", help="as plain lines, for screen readers and pipes")
    add("--seed", type=int, metavar="N", help="decides chance where the author wrote any")
    add("--ephemeral", action="store_true", help="keep nothing of this play")


def run(args: argparse.Namespace) -> int:
    """Play a scenario from the beginning."""
    from backfire_sim.storage.shelf import find, open_path

    path = find(args.scenario)
    if not args.plain and has_screen():
        from backfire_sim.tui.app import run as run_app

        return run_app(open_path(path), seed=args.seed, ephemeral=args.ephemeral)
    from backfire_sim.plain.console import play

    if not args.plain:
        from backfire_sim.plain.lines import say

        say(["This is no terminal that can be drawn on: here is the play as lines.", ""])
    return play(path, seed=args.seed, ephemeral=args.ephemeral)
