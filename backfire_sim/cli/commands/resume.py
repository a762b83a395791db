"""`backfire resume`."""

import argparse

from backfire_sim.cli import NO, language_option, projector_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    parser.add_argument("play", metavar="ID", nargs="?", help=_("which play, if not the one changed last"))
    projector_option(parser)
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Go on with the play that was changed last, or with the one named."""
    from backfire_sim.plain.resume import choose

    taken = choose(args.play, args.language)
    if taken is None:
        return NO
    from backfire_sim.storage.tables import table_path

    # The play that goes on may be a new one, where the scenario has changed: whether it has a table is asked before.
    with_table = taken.log.path is not None and table_path(taken.log.path).exists()
    if not args.plain and has_screen():
        from backfire_sim.tui.run import run as run_app

        return run_app(kept=taken.go_on(), choice=args.choice, projector=args.projector)
    if with_table:
        from backfire_sim.cli.commands.table import gather

        return gather(taken.go_on(), None, args, resumed=True)
    from backfire_sim.plain.console import converse, level_of

    kept = taken.go_on()
    return converse(kept, level=level_of(kept.session), resumed=True)
