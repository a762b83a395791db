"""`backfire measure`."""

import argparse
from typing import TYPE_CHECKING

from backfire_sim.cli import MISUSE, OK, complain, language_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _
from backfire_sim.training.measure import MOMENTS

if TYPE_CHECKING:
    from backfire_sim.storage.measures import Held

RESULTS = "results"


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    what = _("before, after, back (looking back), later (some weeks after), or results")
    add("moment", nargs="?", choices=(*MOMENTS, RESULTS), metavar=_("MOMENT"), help=what)
    add("--group", action="store_true", help=_("a group's answers, one person after the other, instead of your own"))
    add(
        "--keep",
        nargs="?",
        const="new",
        metavar="ID",
        help=_("keep the counts on this machine; with ID, go on with it"),
    )
    told = _("write the sheets to print (.html, .md), or the results (.md, .csv), to this file")
    add("-o", "--output", metavar="FILE", default="", help=told)
    add("--replace", action="store_true", help=_("write over a file that is there"))
    add("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Answer before and after a training, see what came of it, or write it to a file."""
    moment = args.moment or ""
    if args.output:
        return _write(args, moment)
    if not args.plain and has_screen():
        from backfire_sim.tui.run import run as run_app

        asked = (moment, bool(args.group), args.keep)
        return run_app(choice=args.choice, room="measure", found={"measure-asked": asked})
    from backfire_sim.plain.lines import hear, say
    from backfire_sim.plain.measure import ask, how_to_begin, told

    held = _held(args, moment)
    if moment in ("", RESULTS):
        say(told(held.measured) if moment else [*told(held.measured), "", *how_to_begin()])
        return OK
    there = held.measured.tallies.get(moment)
    kept = f"measure-{held.id}.json" if held.id else ""
    first = there.people + 1 if there is not None and not held.measured.alone else 1
    ask(hear, say, moment, lambda sheet: held.add(moment, sheet), alone=held.measured.alone, first=first, kept=kept)
    say(["", *told(held.measured)])
    return OK


def _held(args: argparse.Namespace, moment: str) -> "Held":
    """What has come in so far. StorageError if a file that was named cannot be read."""
    from backfire_sim.storage.measures import Held, latest, new

    alone = not args.group
    if args.keep and args.keep != "new":
        return Held(alone=alone, id=args.keep)
    if args.keep is None and moment not in ("", RESULTS):
        return Held(alone=alone)
    if moment != "before":
        id_ = latest(alone=alone)
        if id_ or args.keep is None:
            return Held(alone=alone, id=id_)
    return Held(alone=alone, id=new(alone=alone).id)


def _write(args: argparse.Namespace, moment: str) -> int:
    from backfire_sim.documents.measure import form_html, form_markdown, results_csv, results_markdown
    from backfire_sim.documents.saving import save, target
    from backfire_sim.plain.lines import say
    from backfire_sim.training.measure import results

    file = target(args.output)
    ending = file.suffix.casefold()
    if moment == RESULTS and ending in (".md", ".csv"):
        told = results(_held(args, moment).measured)
        content = results_markdown(told) if ending == ".md" else results_csv(told)
    elif moment not in ("", RESULTS) and ending in (".md", ".html"):
        content = form_markdown(moment) if ending == ".md" else form_html(moment, args.language or "en")
    else:
        complain(
            _("backfire: sheets are written as .html or .md, results as .md or .csv; say which moment, or results.")
        )
        return MISUSE
    written = save(content, file, replace=args.replace)
    say([_("Written to {file}.", file=written)])
    return OK
