"""No command: open the app, or where there is no terminal to draw on, list the scenarios instead."""

import argparse
import sys

from backfire_sim.cli import COMMANDS, OK
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _

ROOMS = (
    "plan",
    "numbers",
    "learn",
    "practice",
    "list",
    "play",
    "resume",
    "table",
    "debrief",
    "measure",
    "settings",
    "help-here",
)
"""The commands that are parts of the training, in the order that a newcomer needs."""


def run(args: argparse.Namespace) -> int:
    """Open the app."""
    if has_screen():
        from backfire_sim.tui.run import run as run_app

        return run_app(choice=args.choice, projector=getattr(args, "projector", False))
    from backfire_sim.plain.library import library_lines, looked_through, own_lines
    from backfire_sim.plain.lines import say
    from backfire_sim.plain.shape import item
    from backfire_sim.views.library import Filters

    found = looked_through(Filters(), args.language)
    told = _(
        "This is no terminal that can be drawn on: here is what there is. backfire play NAME plays a scenario as lines."
    )
    commands = (item(_(COMMANDS[name]), f"backfire {name:<10} ") for name in ROOMS if name in COMMANDS)
    say([told, "", *(line for lines in commands for line in lines), "", *library_lines(found, Filters()), *own_lines()])
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return OK
    from backfire_sim.plain.console import choose, play

    path = choose(found.shown)
    return OK if path is None else play(path, seed=None, ephemeral=False, language=args.language)
