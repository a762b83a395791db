"""No command: open the app, or where there is no terminal to draw on, list the scenarios instead."""

import argparse
import sys

from backfire_sim.cli import OK
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _


def run(args: argparse.Namespace) -> int:
    """Open the app."""
    if has_screen():
        from backfire_sim.tui.app import run as run_app

        return run_app(choice=args.choice, projector=getattr(args, "projector", False))
    from backfire_sim.plain.lines import say
    from backfire_sim.plain.opening import shelf
    from backfire_sim.storage.shelf import cards

    found = cards(args.language)
    told = _(
        "This is no terminal that can be drawn on: here is the list. backfire play NAME --plain plays one as lines."
    )
    say([told, "", *shelf(found)])
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return OK
    from backfire_sim.plain.console import choose, play

    path = choose(found)
    return OK if path is None else play(path, seed=None, ephemeral=False, language=args.language)
