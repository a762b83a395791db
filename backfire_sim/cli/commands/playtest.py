"""`backfire playtest`."""

import argparse

from backfire_sim.cli import NO, OK, SCENARIO
from backfire_sim.cli.terminal import print_json


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("scenario", metavar="NAME|FILE", help=SCENARIO)
    add("--json", action="store_true", help="print JSON")
    add("--plays", type=_count, metavar="N", help="a sample of N random plays, even where all could be looked at")
    add("--states", type=_count, metavar="N", help="look at no more than N states before a sample is taken instead")


def run(args: argparse.Namespace) -> int:
    """Say where plays of a scenario end, by strategy, and what every choice is worth."""
    from backfire_sim.authoring.playtest.run import LIMITS, playtest
    from backfire_sim.plain.lines import say
    from backfire_sim.plain.progress import Progress
    from backfire_sim.scenario.beside import sidecar
    from backfire_sim.storage.shelf import find, open_path

    path = find(args.scenario)
    scenario = open_path(path).scenario
    golden = []
    if sidecar(path).exists():
        from backfire_sim.authoring.golden import run as run_golden

        golden = run_golden(path)
    limits = LIMITS._replace(states=args.states) if args.states else LIMITS
    with Progress("states looked at") as progress:
        report = playtest(scenario, plays=args.plays, limits=limits, golden=golden, progress=progress)
    if args.json:
        print_json(report.as_record())
    else:
        from backfire_sim.authoring.playtest.told import told

        say(told(report))
    return OK if report.passed else NO


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 100_000_000:
        raise argparse.ArgumentTypeError("a number from 1 to 100,000,000 is needed")
    return number
