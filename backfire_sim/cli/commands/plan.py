"""`backfire plan`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from backfire_sim.cli import MISUSE, NO, OK, complain, language_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.scoring.vocabulary import RESPONSES
from backfire_sim.speech import _
from backfire_sim.training.intake import AIMS, GROUPS, LENGTHS, MOST_PEOPLE, SETTINGS, Intake
from backfire_sim.training.worries import WORRIES

if TYPE_CHECKING:
    from pathlib import Path

    from backfire_sim.training.plan import TrainingPlan


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("--people", type=int, metavar="N", default=0, help=_("how many people"))
    add("--minutes", type=int, choices=LENGTHS, default=0, help=_("how much time there is"))
    add("--setting", choices=SETTINGS, default="", help=_("how people sit; paper: no computer for those who take part"))
    add("--for", dest="groups", action="append", choices=GROUPS, default=[], help=_("who is coming; may be said again"))
    worries = _("what you worry about; may be said again")
    add("--worry", dest="worries", action="append", choices=tuple(WORRIES), metavar="WORRY", default=[], help=worries)
    add("--want", dest="wants", action="append", choices=AIMS, default=[], help=_("what you want; may be said again"))
    work = _("one of the five R's to work on; may be said again")
    add("--work-on", dest="responses", action="append", choices=RESPONSES, default=[], help=work)
    add("-o", "--output", metavar="FILE", default="", help=_("write the plan to FILE.md or FILE.html"))
    add("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    language_option(parser)
    said = _("worries: {worries}", worries=", ".join(WORRIES))
    parser.epilog = "\n".join(_folded(said))


def run(args: argparse.Namespace) -> int:
    """Ask what a group needs, and make a plan for its training."""
    if not 0 <= args.people <= MOST_PEOPLE:
        complain(_("backfire: --people can be from 1 to {most}.", most=MOST_PEOPLE))
        return MISUSE
    intake = _said(args)
    if not args.plain and not args.output and has_screen():
        from backfire_sim.tui.run import run as run_app

        return run_app(choice=args.choice, room="plan", found={"plan": (intake, intake != Intake())})
    from backfire_sim.plain.lines import hear, say
    from backfire_sim.storage.candidates import candidates
    from backfire_sim.training.plan import plan

    known = candidates(args.language)
    asked = intake == Intake() and not args.output
    if asked:
        from backfire_sim.plain.plan import ask
        from backfire_sim.storage.language import spoken
        from backfire_sim.training.intake import questions

        form = questions([each.card for each in known], sorted(spoken().items()))
        answered = ask(form, hear, say)
        if answered is None:
            return OK
        intake = answered
    made = plan(intake, known)
    if args.output:
        return _written(made, args.output, args.language)
    from backfire_sim.plain.plan import save_it, told

    say(["", *told(made)] if asked else told(made))
    if asked and sys.stdin is not None and sys.stdin.isatty():
        save_it(hear, say, lambda name, replace: _kept(made, name, args.language, replace=replace))
    return OK


def _said(args: argparse.Namespace) -> Intake:
    """What was said on the line, each list in the order of the form."""
    return Intake(
        groups=tuple(each for each in GROUPS if each in args.groups),
        people=args.people,
        minutes=args.minutes,
        setting=args.setting,
        worries=tuple(each for each in WORRIES if each in args.worries),
        wants=tuple(each for each in AIMS if each in args.wants),
        responses=tuple(each for each in RESPONSES if each in args.responses),
    )


def _written(made: TrainingPlan, name: str, language: str) -> int:
    from backfire_sim.plain.lines import say

    said = _kept(made, name, language)
    if not said:
        complain(_("backfire: {file} is there already. Name another file with -o.", file=_target(name)))
        return NO
    say([said])
    return OK


def _kept(made: TrainingPlan, name: str, language: str, *, replace: bool = False) -> str:
    """Write the plan: what came of it; empty where there is such a file already. StorageError if it cannot be."""
    from backfire_sim.documents.saving import ThereAlreadyError, save
    from backfire_sim.documents.training_plan import as_html, as_markdown

    file = _target(name)
    page = file.suffix.lower() in (".html", ".htm")
    try:
        save(as_html(made, language or "en") if page else as_markdown(made), file, replace=replace)
    except ThereAlreadyError:
        return ""
    return _("Written to {file}.", file=file)


def _target(name: str) -> Path:
    from backfire_sim.documents.saving import target
    from backfire_sim.views.planning import FILE

    return target(name, f"{FILE}.md")


def _folded(words: str) -> list[str]:
    from backfire_sim.text import wrap

    return wrap(words, 78)
