"""`backfire preview`."""

import argparse

from backfire_sim.cli import MISUSE, SCENARIO, complain
from backfire_sim.cli.terminal import has_screen


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument("scenario", metavar="FILE", help=SCENARIO)
    parser.add_argument("--seed", type=int, metavar="N", default=0, help="decides chance where the author wrote any")


def run(args: argparse.Namespace) -> int:
    """Show the play of a scenario file and what is wrong with it, and follow the file as it is saved."""
    from backfire_sim.storage.shelf import find

    path = find(args.scenario)
    if not path.is_file():
        complain(f"backfire: {path} is not a file.")
        return MISUSE
    if not has_screen():
        complain(
            "backfire: a preview needs a terminal that can be drawn on.",
            f"backfire check {args.scenario} says what is wrong with the file.",
        )
        return MISUSE
    from backfire_sim.tui.preview import run as run_preview

    return run_preview(path, seed=args.seed)
