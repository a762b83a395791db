"""`backfire debrief`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from backfire_sim.cli import MISUSE, NO, OK, complain, language_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _

if TYPE_CHECKING:
    from pathlib import Path

    from backfire_sim.documents.debrief_parts import Paper
    from backfire_sim.engine.scenario import Scenario
    from backfire_sim.room.host import TableHost
    from backfire_sim.storage.looking_back import LookedBack
    from backfire_sim.training.own_plan import OwnPlan
    from backfire_sim.tui.screens.page import Page


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("play", metavar="ID", nargs="?", help=_("which play, if not the one changed last"))
    add("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    add("--beside", metavar="ID", help=_("another play, to look at both side by side"))
    add("-o", "--output", metavar=_("FILE"), help=_("write it as a page (.html) or as Markdown (.md)"))
    add("--with", dest="take_in", metavar=_("PARTS"), default="", help=_("parts for the file: plan, reasons"))
    add("--without", dest="leave_out", metavar=_("PARTS"), default="", help=_("parts to leave out of the file"))
    add("--plan", metavar="ID", help=_("a plan of your own that was kept, to stand in the file"))
    add("--replace", action="store_true", help=_("write over a file that is there"))
    add("--preview", action="store_true", help=_("say what the file would hold, and how private it is"))
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Look back at a play: on the screen, as lines, or as a file."""
    from backfire_sim.plain.lines import say
    from backfire_sim.plain.shape import prose
    from backfire_sim.storage.looking_back import latest, look_back, named

    found = named(args.play) if args.play else latest()
    if found is None:
        say(prose(_("There is no play to look back at yet. backfire play begins one.")))
        return NO
    on_paper = bool(args.output or args.preview)
    on_screen = not on_paper and not args.plain and has_screen()
    if on_screen and not args.beside:
        return _shown(found.path, args)
    back = look_back(found.path, args.language)
    other = look_back(named(args.beside).path, args.language) if args.beside else None
    if on_screen and other is not None:
        return _shown_beside(back, other, args)
    for note in (*back.notes, *(other.notes if other else ())):
        complain(note)
    paper = _paper(back, other, args)
    if not on_paper:
        return _told(paper, back, args)
    return _written(_complete(paper, back.opened.scenario, back.opened.digest), args)


def _shown(path: Path, args: argparse.Namespace) -> int:
    """The debrief on the screen, whether the play is over or was only left."""
    from backfire_sim.storage.keeper import take_up
    from backfire_sim.storage.plans import load
    from backfire_sim.training.own_plan import OwnPlan
    from backfire_sim.tui.run import run as run_app

    plan = (args.plan, load(args.plan)) if args.plan else ("", OwnPlan())
    kept = take_up(path, args.language).look_back()

    def screen() -> Page:
        from backfire_sim.tui.screens.debrief import DebriefScreen

        return DebriefScreen(kept)

    return run_app(kept=kept, screen=screen, choice=args.choice, plan=plan)


def _shown_beside(back: LookedBack, other: LookedBack, args: argparse.Namespace) -> int:
    """Both on the screen."""
    from backfire_sim.tui.run import run as run_app

    def screen() -> Page:
        from backfire_sim.tui.screens.beside import screen_of

        return screen_of(back, other)

    return run_app(screen=screen, choice=args.choice)


def _paper(back: LookedBack, other: LookedBack | None, args: argparse.Namespace) -> Paper:
    from backfire_sim.documents.debrief_parts import Paper
    from backfire_sim.plain.console import level_of
    from backfire_sim.storage.plans import load
    from backfire_sim.training.own_plan import OwnPlan
    from backfire_sim.views.beside import beside_view
    from backfire_sim.views.debrief import debrief_at, debrief_view

    told = debrief_at(debrief_view(back.session, back.table), level_of(back.session))
    beside = beside_view(back.session, other.session) if other else None
    return Paper(told, None, load(args.plan) if args.plan else OwnPlan(), beside)


def _complete(paper: Paper, scenario: Scenario, digest: str) -> Paper:
    """The same, with where all other plays end."""
    from backfire_sim.authoring.elsewhere import elsewhere
    from backfire_sim.plain.progress import Progress

    with Progress(_("moments of other plays looked at")) as progress:
        return paper._replace(elsewhere=elsewhere(scenario, digest, progress=progress))


def _written(paper: Paper, args: argparse.Namespace) -> int:
    from backfire_sim.documents.debrief import NAMES, PRIVATE, preview
    from backfire_sim.plain.debrief import preview_lines, saved
    from backfire_sim.plain.lines import say
    from backfire_sim.plain.shape import prose

    take_in, leave_out = (set(text.replace(",", " ").split()) for text in (args.take_in, args.leave_out))
    strange = sorted((take_in | leave_out) - NAMES.keys())
    if strange:
        complain(_("There is no part “{part}”. There are: {parts}.", part=strange[0], parts=", ".join(NAMES)))
        return MISUSE
    left = (PRIVATE - take_in) | leave_out
    say(preview_lines(preview(paper, left)))
    if not args.output or args.preview:
        say(["", *prose(_("--with takes parts in by their names in parentheses, --without leaves them out."))])
        return OK
    path = saved(paper, args.output, left, args.language or "en", replace=args.replace)
    say(["", *prose(_("It was saved as {path}.", path=path))])
    return OK


def at_table(host: TableHost, level: str, language: str) -> None:
    """Look back, as lines, at the play of a table that is still open, whether it is kept or not."""
    from backfire_sim.documents.debrief_parts import Paper
    from backfire_sim.views.debrief import debrief_at, debrief_view

    session, log = host.kept.session, host.kept.log
    told = debrief_at(debrief_view(session, host.table), level)
    _talk(Paper(told), session.scenario, log.header.digest, language=language, ephemeral=log.path is None)


def _told(paper: Paper, back: LookedBack, args: argparse.Namespace) -> int:
    _talk(paper, back.opened.scenario, back.opened.digest, language=args.language, plan=args.plan or "")
    return OK


def _talk(
    paper: Paper, scenario: Scenario, digest: str, *, language: str, plan: str = "", ephemeral: bool = False
) -> None:
    """The debrief as lines. `ephemeral`: nothing of it is kept, the group's own plan neither."""
    from backfire_sim.plain.debrief import Debrief
    from backfire_sim.plain.lines import hear, say
    from backfire_sim.plain.own_plan import taken_up, write_plan
    from backfire_sim.storage import plans

    def kept(written: OwnPlan) -> str:
        nonlocal plan
        plan = plans.keep(written, plan)
        return str(plans.plan_path(plan))

    def planned(paper: Paper) -> Paper:
        nonlocal plan
        before = [] if ephemeral or plan or paper.plan.size else [each for each in plans.kept() if each.paper.size]
        if before:
            chosen = taken_up(before, hear, say)
            if chosen is None:
                return paper
            plan, paper = chosen[0], paper._replace(plan=chosen[1])
        return paper._replace(plan=write_plan(paper.plan, hear, say, None if ephemeral else kept, kept=bool(plan)))

    typing = sys.stdin is not None and sys.stdin.isatty()
    Debrief(
        paper,
        hear,
        say,
        complete=lambda paper: _complete(paper, scenario, digest),
        plan=planned if typing else None,
        language=language or "en",
    ).run()
