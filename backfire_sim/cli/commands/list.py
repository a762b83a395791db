"""`backfire list`."""

import argparse

from backfire_sim.cli import OK, language_option
from backfire_sim.cli.terminal import print_json
from backfire_sim.plain.lines import say
from backfire_sim.speech import _
from backfire_sim.storage.shelf import cards


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument("--json", action="store_true", help=_("print JSON"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """List the scenarios."""
    if args.json:
        print_json(
            [{name.rstrip("_"): value for name, value in card._asdict().items()} for card in cards(args.language)]
        )
        return OK
    from backfire_sim.plain.opening import shelf

    say(shelf(cards(args.language)))
    return OK
