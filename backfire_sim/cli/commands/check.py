"""`backfire check`."""

import argparse
import os
import sys
from collections.abc import Sequence

from backfire_sim.cli import INTERRUPTED, MISUSE, NO, OK, complain

_CLEAR = "\x1b[H\x1b[2J"


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument(
        "words", metavar="FILE", nargs="+", help="scenario file; golden plays and translations beside it too"
    )
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text", help="default: text")
    parser.add_argument("--no-proof", action="store_true", help="only read the files; do not look at every state")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--fix", action="store_true", help="write the repairs that are certain into the files")
    how.add_argument("--diff", action="store_true", help="show what --fix would write, and write nothing")
    how.add_argument("--watch", action="store_true", help="say it anew each time a file is saved")


def run(args: argparse.Namespace) -> int:
    """Check scenario files and say everything that is wrong with them."""
    from backfire_sim.authoring.checking import UNREACHABLE, look, untranslated
    from backfire_sim.plain.lines import say
    from backfire_sim.scenario.report import FORMATS

    if args.watch:
        return _watch(args)
    if args.diff:
        return _diff(args.words)
    if args.fix:
        _fix(args.words, args.format)
    problems, notes = look(args.words, proved=not args.no_proof)
    report = FORMATS[args.format](problems).rstrip("\n")
    say([report] if report else [])
    if args.format == "text":
        say(notes)
        say(untranslated(args.words))
    if any(problem.code == UNREACHABLE for problem in problems):
        return MISUSE
    return NO if problems else OK


def _fix(files: Sequence[str], form: str) -> None:
    """Write what is certain, and say it: where a program reads the report, not in the middle of it."""
    from backfire_sim.authoring.fixing import mend, write
    from backfire_sim.plain.lines import say

    out = None if form == "text" else sys.stderr
    repaired = False
    for mended in mend(files):
        write(mended)
        say([f"fixed {mended.file}:{line}:{column}: {what}" for line, column, what in mended.done], out)
        repaired = True
    say([""] if repaired else [], out)


def _diff(files: Sequence[str]) -> int:
    """Show what would be written. Exit code 1 if that is anything, as for a check that finds something to do."""
    from backfire_sim.authoring.fixing import difference, mend
    from backfire_sim.plain.lines import say
    from backfire_sim.scenario.load import read_file
    from backfire_sim.scenario.report import as_text

    unreadable = [problem for file in files if (problem := read_file(file)[2]) is not None]
    if unreadable:
        say([as_text(unreadable).rstrip()])
        return MISUSE
    repairs = 0
    for mended in mend(files):
        repairs += len(mended.done)
        say(difference(mended))
    what = "1 repair" if repairs == 1 else f"{repairs} repairs"
    complain(
        f"{what}; nothing was written. --fix writes them." if repairs else "Nothing here can be repaired by --fix."
    )
    return NO if repairs else OK


def _watch(args: argparse.Namespace) -> int:
    if args.format != "text":
        complain("backfire: --watch tells people what is wrong, in words; for programs leave --watch out.")
        return MISUSE
    from backfire_sim.authoring.watching import watch
    from backfire_sim.plain.lines import say

    last = INTERRUPTED
    clear = sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")
    try:
        for watched in watch(args.words, proved=not args.no_proof):
            last = NO if watched.problems else OK
            if clear and watched.news:
                sys.stdout.write(_CLEAR)
            say(watched.lines)
    except KeyboardInterrupt:
        pass
    say([""] if clear else [])
    return last
