"""`backfire settings`."""

import argparse

from backfire_sim.cli import MISUSE, complain, language_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("name", metavar=_("NAME"), nargs="?", help=_("which setting to change"))
    add("value", metavar=_("VALUE"), nargs="?", help=_("what it is to be"))
    add("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Show the settings, or change one."""
    from backfire_sim.plain.lines import say

    if args.name is not None and args.value is None:
        complain(_("backfire: what is {name} to be? backfire settings --plain lists what there is.", name=args.name))
        return MISUSE
    if args.name is not None:
        from backfire_sim.plain.settings import change
        from backfire_sim.tui.doubts import doubt

        say(change(args.name, args.value, doubt))
        return 0
    if not args.plain and has_screen():
        from backfire_sim.tui.run import run as run_app

        return run_app(choice=args.choice, room="settings")
    from backfire_sim.plain.settings import told

    say(told())
    return 0
