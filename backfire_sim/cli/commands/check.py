"""`backfire check`."""

import argparse

from backfire_sim.cli import MISUSE, NO, OK


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument(
        "words", metavar="FILE", nargs="+", help="scenario file; golden plays and translations beside it too"
    )
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: text")


def run(args: argparse.Namespace) -> int:
    """Check scenario files and say everything that is wrong with them."""
    from backfire_sim.authoring.checking import UNREACHABLE, problems_of, untranslated
    from backfire_sim.plain.lines import say
    from backfire_sim.scenario.report import FORMATS

    problems = problems_of(args.words)
    report = FORMATS[args.format](problems).rstrip("\n")
    say([report] if report else [])
    if args.format == "text":
        say(untranslated(args.words))
    if any(problem.code == UNREACHABLE for problem in problems):
        return MISUSE
    return NO if problems else OK
