"""`backfire wipe`."""

import argparse

from backfire_sim.cli import NO, OK, language_option
from backfire_sim.speech import _


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument("--practice", action="store_true", help=_("only what you practiced alone, and nothing else"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask first"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Remove everything that was kept, or only what was practiced."""
    from backfire_sim.plain.keeping import wipe, wipe_practice

    remove = wipe_practice if args.practice else wipe
    return OK if remove(sure=args.yes) else NO
