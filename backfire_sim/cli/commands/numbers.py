"""`backfire numbers`."""

import argparse

from backfire_sim.cli import MISUSE, OK, complain, language_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _
from backfire_sim.training.numbers import MOST_PEOPLE


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    people = _("how many guess, one after the other; 0: one person types what all say")
    add("--people", type=int, metavar="N", default=None, help=people)
    add("--all", action="store_true", help=_("all eleven questions instead of the eight of the ten minutes"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Guess the numbers, alone or as a group."""
    if args.people is not None and not 0 <= args.people <= MOST_PEOPLE:
        complain(_("backfire: --people can be from 0 to {most}.", most=MOST_PEOPLE))
        return MISUSE
    if not args.plain and has_screen():
        from backfire_sim.tui.run import run as run_app

        found = {"numbers": (args.people, not args.all)}
        return run_app(choice=args.choice, room="numbers", found=found)
    from backfire_sim.plain.lines import hear, hear_unseen, say
    from backfire_sim.plain.numbers import play

    play(hear, say, people=1 if args.people is None else args.people, short=not args.all, unseen=hear_unseen)
    return OK
