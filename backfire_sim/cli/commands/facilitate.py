"""`backfire facilitate`."""

import argparse

from backfire_sim.cli import OK, language_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """What only the facilitator sees of the table that plays on this computer."""
    if not args.plain and has_screen():
        from backfire_sim.tui.facilitate import run_facilitator

        return run_facilitator(args.choice)
    from backfire_sim.plain.facilitate_console import facilitate

    return facilitate() or OK
