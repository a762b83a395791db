"""`backfire plays`."""

import argparse

from backfire_sim.cli import NO, OK, SCENARIO
from backfire_sim.cli.terminal import print_json


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument("scenario", metavar="NAME|FILE", help=SCENARIO)
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Run the golden plays of a scenario."""
    from backfire_sim.authoring.golden import run as run_golden
    from backfire_sim.storage.shelf import find

    results = run_golden(find(args.scenario))
    if args.json:
        print_json([result._asdict() for result in results])
    else:
        from backfire_sim.authoring.telling import verdicts
        from backfire_sim.plain.lines import say

        say(verdicts(results))
    return OK if all(result.passed for result in results) else NO
