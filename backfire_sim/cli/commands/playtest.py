"""`backfire playtest`."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from backfire_sim.cli import MISUSE, NO, OK, SCENARIO, complain
from backfire_sim.cli.terminal import print_json

if TYPE_CHECKING:
    from backfire_sim.authoring.playtest.several import Task


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("scenarios", metavar="NAME|FILE", nargs="*", help=f"{SCENARIO}; several give one line each")
    add("--library", action="store_true", help="all built-in scenarios")
    add("--json", action="store_true", help="print JSON; of several, a list")
    add("--plays", type=_count, metavar="N", help="a sample of N random plays, even where all could be looked at")
    add("--states", type=_count, metavar="N", help="look at no more than N states before a sample is taken instead")


def run(args: argparse.Namespace) -> int:
    """Say where plays of a scenario end, by strategy, and what every choice is worth."""
    from backfire_sim.authoring.playtest.run import LIMITS
    from backfire_sim.authoring.playtest.several import Task
    from backfire_sim.storage.shelf import built_ins, find

    limits = LIMITS._replace(states=args.states) if args.states else LIMITS
    paths = [*(built_ins().values() if args.library else ()), *map(find, args.scenarios)]
    tasks = [Task(path, args.plays, limits) for path in paths]
    if not tasks:
        complain("backfire playtest: name a scenario, or say --library for all built-in ones.")
        return MISUSE
    passed = _alone(tasks[0], args.json) if len(tasks) == 1 else _several(tasks, args.json)
    return OK if passed else NO


def _alone(task: "Task", as_json: bool) -> bool:
    from backfire_sim.authoring.playtest.several import with_golden
    from backfire_sim.plain.lines import say
    from backfire_sim.plain.progress import Progress

    with Progress("states looked at") as progress:
        report = with_golden(task, progress)
    if as_json:
        print_json(report.as_record())
    else:
        from backfire_sim.authoring.playtest.told import told

        say(told(report))
    return report.passed


def _several(tasks: "Sequence[Task]", as_json: bool) -> bool:
    from backfire_sim.authoring.playtest.several import Refused, each_of
    from backfire_sim.authoring.playtest.told import brief_legend, in_brief
    from backfire_sim.plain.lines import say

    records, passed = [], True
    say([] if as_json else brief_legend())
    for report in each_of(tasks):
        passed &= not isinstance(report, Refused) and report.passed
        if isinstance(report, Refused):
            complain(report.why)
            records.append({"file": str(report.path), "passed": False, "why": report.why})
        elif as_json:
            records.append(report.as_record())
        else:
            say(in_brief(report))
    if as_json:
        print_json(records)
    return passed


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 100_000_000:
        raise argparse.ArgumentTypeError("a number from 1 to 100,000,000 is needed")
    return number
