"""`backfire learn`."""

import argparse
import sys
from typing import TYPE_CHECKING

from backfire_sim.cli import NO, OK, language_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _

if TYPE_CHECKING:
    from backfire_sim.views.played_where import Index


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument(
        "words",
        metavar=_("WORDS"),
        nargs="*",
        help=_("a page, by its id or title; or words to look for. “model”: the five gates, to move yourself"),
    )
    parser.add_argument("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Open the pages to learn from, at a page or at what is found."""
    from backfire_sim.plain.learn import SEARCH, Reader, place_of

    words = " ".join(args.words)
    place = place_of(words)
    if not args.plain and has_screen():
        from backfire_sim.tui.run import run as run_app

        looked_for = place.startswith(SEARCH)
        return run_app(choice=args.choice, room="learn", found={"learn": ("", words) if looked_for else (place, "")})
    from backfire_sim.handbook.book import search
    from backfire_sim.plain.lines import hear, say

    def played() -> "Index":
        from backfire_sim.storage.playable import playable
        from backfire_sim.views.played_where import played_where

        return played_where((opened.source, opened.scenario) for opened in playable(args.language))

    typing = sys.stdin is not None and sys.stdin.isatty()
    reader = Reader(hear, say, played, asks=typing)
    # Printed and done: where words are given, and nobody sits before both the keyboard and the screen.
    if (words and not typing) or (typing and not sys.stdout.isatty()):
        reader.tell(place)
        return OK if not place.startswith(SEARCH) or search(words) else NO
    reader.run(place)
    return OK
