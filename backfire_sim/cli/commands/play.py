"""`backfire play`."""

import argparse

from backfire_sim.cli import SCENARIO, language_option, projector_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("scenario", metavar=_("NAME|FILE"), help=_(SCENARIO))
    add("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    add("--seed", type=int, metavar="N", help=_("decides chance where the author wrote any"))
    add("--ephemeral", action="store_true", help=_("keep nothing of this play"))
    projector_option(parser)
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Play a scenario from the beginning."""
    from backfire_sim.storage.shelf import find, open_path

    path = find(args.scenario, args.language)
    if not args.plain and has_screen():
        from backfire_sim.tui.run import run as run_app

        return run_app(
            open_path(path, args.language),
            seed=args.seed,
            ephemeral=args.ephemeral,
            choice=args.choice,
            projector=args.projector,
        )
    from backfire_sim.plain.console import play

    if not args.plain:
        from backfire_sim.plain.lines import say

        say([_("This is no terminal that can be drawn on: here is the play as lines."), ""])
    return play(path, seed=args.seed, ephemeral=args.ephemeral, language=args.language)
