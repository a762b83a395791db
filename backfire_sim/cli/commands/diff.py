"""`backfire diff`."""

import argparse

from backfire_sim.cli import NO, OK
from backfire_sim.cli.terminal import print_json


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument("old", metavar="OLD", help="the scenario file as it was, or the name of a built-in scenario")
    parser.add_argument("new", metavar="NEW", help="the scenario file as it is now")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Say what changed in how a scenario behaves; exit code 1 if anything did."""
    from backfire_sim.authoring.diff import compare, told
    from backfire_sim.plain.lines import say
    from backfire_sim.plain.progress import Progress
    from backfire_sim.storage.shelf import find

    with Progress("states looked at") as progress:
        found = compare(find(args.old), find(args.new), progress)
    if args.json:
        print_json(found.as_record())
    else:
        say(told(found))
    return OK if found.none else NO
