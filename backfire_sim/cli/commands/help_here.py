"""`backfire help-here`."""

import argparse
import sys

from backfire_sim.cli import language_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("--edit", metavar=_("FILE"), help=_("take the page from this text file; - reads standard input"))
    add("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Show where to get help here, or take what the trainer wrote."""
    from backfire_sim.plain.lines import say

    if args.edit:
        from backfire_sim.storage import help_here
        from backfire_sim.storage.paths import places

        words = _written(args.edit)
        help_here.write(words)
        left_out = len(words) - help_here.MOST
        if left_out > 0:
            say([_("Only the first {most} letters were kept.", most=help_here.MOST)])
        say([_("Kept in {path}, and nowhere else.", path=places().help_here)])
        return 0
    if not args.plain and has_screen():
        from backfire_sim.tui.run import run as run_app

        return run_app(choice=args.choice, room="help_here")
    from backfire_sim.plain.help_here import how, told
    from backfire_sim.storage import help_here

    say(told())
    if not help_here.read():
        say(["", *how()])
    return 0


def _written(name: str) -> str:
    """What a file holds, or standard input."""
    from pathlib import Path

    from backfire_sim.storage.errors import StorageError, because

    try:
        if name == "-":
            return sys.stdin.buffer.read(1024 * 1024).decode("utf-8", errors="replace")
        with Path(name).open("rb") as file:
            return file.read(1024 * 1024).decode("utf-8-sig", errors="replace")
    except OSError as error:
        raise StorageError(_("{path} cannot be read: {why}.", path=name, why=because(error))) from error
