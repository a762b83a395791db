"""`backfire list`."""

import argparse

from backfire_sim.cli import OK, complain, language_option
from backfire_sim.cli.terminal import print_json
from backfire_sim.plain.lines import say
from backfire_sim.speech import _
from backfire_sim.views.library import HISTORY, INVENTED, Filters
from backfire_sim.views.note import FOR_WHOM


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    from backfire_sim.scoring.vocabulary import RESPONSES

    add = parser.add_argument
    add("--for", dest="who", choices=tuple(FOR_WHOM), default="", help=_("only what is for this group of people"))
    add("--r", dest="response", choices=RESPONSES, default="", help=_("only what practices this R"))
    add("--difficulty", type=int, choices=range(1, 6), default=0, help=_("at most this difficult, 1 to 5"))
    add("--minutes", type=int, metavar="N", default=0, help=_("at most so many minutes long"))
    add("--place", metavar=_("WORDS"), default="", help=_("only where the place has these words"))
    add("--told-in", dest="told_in", metavar=_("LANG"), default="", help=_("only what can be played in this language"))
    add("--kind", choices=(HISTORY, INVENTED), default="", help=_("only cases from history, or only invented ones"))
    add("--mine", action="store_true", help=_("only from a folder of your own"))
    add("--find", metavar=_("WORDS"), default="", help=_("only where title, summary, place or goals have these words"))
    add("--plain", action="store_true", help=_("as plain lines, which it always is"))
    add("--json", action="store_true", help=_("print JSON"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """List the scenarios."""
    from backfire_sim.plain.library import as_records, library_lines, looked_through, own_lines
    from backfire_sim.text import one_line

    filters = Filters(
        who=args.who,
        response=args.response,
        difficulty=args.difficulty,
        minutes=max(0, args.minutes),
        place=one_line(args.place),
        language=one_line(args.told_in),
        kind=args.kind,
        mine=args.mine,
        words=one_line(args.find),
    )
    view = looked_through(filters, args.language)
    if args.json:
        print_json(as_records(view))
    else:
        say(library_lines(view, filters))
    complain(*own_lines())
    return OK
