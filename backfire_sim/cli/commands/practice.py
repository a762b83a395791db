"""`backfire practice`."""

import argparse
import sys
from typing import TYPE_CHECKING

from backfire_sim.cli import MISUSE, NO, OK, complain, language_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _

if TYPE_CHECKING:
    from pathlib import Path

STATS, ANKI, TRY = "stats", "anki", "try"


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    what = _(
        "stats: how it stands with each principle; anki: write all decisions to FILE.apkg, a deck for Anki; "
        "try: every decision of the scenario FILE, for whoever wrote them"
    )
    add("what", nargs="?", choices=(STATS, ANKI, TRY), metavar=_("stats|anki|try"), help=what)
    add("file", nargs="?", metavar="FILE", default="", help=_("the deck to write, or the scenario to try"))
    add("--anyway", action="store_true", help=_("practice though nothing is due"))
    add("--replace", action="store_true", help=_("write over a deck that is there"))
    add("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Practice alone, see how it stands, or write the decisions as a deck for Anki."""
    if args.what == ANKI:
        return _exported(args)
    if args.what == TRY:
        return _tried(args)
    if args.file:
        complain(_("backfire: this does not belong here: {what}.", what=args.file))
        return MISUSE
    if args.what == STATS:
        from backfire_sim.plain.practice_console import stats

        return stats(args.language)
    if not args.plain and has_screen():
        from backfire_sim.tui.run import run as run_app

        return run_app(choice=args.choice, room="practice", found={"practice-anyway": bool(args.anyway)})
    from backfire_sim.plain.practice_console import practice

    return practice(args.language, anyway=args.anyway)


def _tried(args: argparse.Namespace) -> int:
    """All decisions of one scenario."""
    if not args.file:
        complain(_("backfire: say which scenario: backfire practice try FILE"))
        return MISUSE
    from backfire_sim.plain.practice_console import tried

    return tried(args.file, args.language)


def _exported(args: argparse.Namespace) -> int:
    """Write the deck. StorageError if the disk refuses."""
    import time

    from backfire_sim.documents.anki import ENDING, FILE, deck_file
    from backfire_sim.documents.saving import target
    from backfire_sim.plain.lines import say
    from backfire_sim.speech import plural
    from backfire_sim.storage.deck import deck

    file = target(args.file, FILE)
    if file.suffix.casefold() != ENDING:
        complain(_("backfire: a deck for Anki is written as a file that ends in .apkg."))
        return MISUSE
    drills = deck(args.language)
    if not _saved(deck_file(drills, time.time()), file, replace=args.replace):
        return NO
    told = plural("{count} note", "{count} notes", len(drills))
    say([_("Written to {file}: {notes}. In Anki, File, then Import.", file=file, notes=told)])
    return OK


def _saved(content: bytes, file: "Path", *, replace: bool) -> bool:
    """Whether it was written: over a file that is there only where somebody says so."""
    from backfire_sim.documents.saving import ThereAlreadyError, save

    try:
        save(content, file, replace=replace)
    except ThereAlreadyError as there:
        if not _typing():
            complain(f"backfire: {there} {_('With --replace it is written over.')}")
            return False
        from backfire_sim.plain.commands import typed
        from backfire_sim.plain.console import confirmed
        from backfire_sim.plain.shape import prose

        question = _("{file} is there already. Type {yes} to write over it.", file=file, yes=typed("yes"))
        if not confirmed(prose(question)):
            from backfire_sim.plain.lines import say

            say([_("Nothing was written.")])
            return False
        save(content, file, replace=True)
    return True


def _typing() -> bool:
    """Whether somebody sits at the keyboard to be asked."""
    return sys.stdin is not None and sys.stdin.isatty()
