"""`backfire table`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from backfire_sim.cli import MISUSE, OK, SCENARIO, complain, language_option, projector_option
from backfire_sim.cli.terminal import has_screen
from backfire_sim.speech import _
from backfire_sim.table.setup import FEWEST_SEATS, HANDS, KEYS, MOST_SEATS, NEEDS, TIES, Setup

if TYPE_CHECKING:
    from backfire_sim.room.host import TableHost
    from backfire_sim.storage.kept import Kept

_MOST_MINUTES = 60


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("scenario", metavar=_("NAME|FILE"), nargs="?", help=_(SCENARIO))
    add("--seats", type=int, metavar="N", help=_("how many people, 2 to 30; 8 if nothing is said"))
    add("--hands", action="store_true", help=_("hands are raised and counted, instead of passing the keyboard round"))
    minutes = _("a timer for talking, of two minutes if nothing is said")
    add("--timer", type=int, nargs="?", const=2, default=0, metavar=_("MINUTES"), help=minutes)
    add("--needs", choices=tuple(NEEDS), default="most", help=_("what counts as decided"))
    add("--ties", choices=tuple(TIES), default="again", help=_("what happens where that decides nothing"))
    add("--predict", action="store_true", help=_("say which of their methods comes next, before it does"))
    add("--roles", action="store_true", help=_("a role for each seat, as a card"))
    add("--plain", action="store_true", help=_("as plain lines, for screen readers and pipes"))
    add("--seed", type=int, metavar="N", help=_("decides chance where the author wrote any"))
    add("--ephemeral", action="store_true", help=_("keep nothing of this play"))
    projector_option(parser)
    language_option(parser)


def run(args: argparse.Namespace) -> int:
    """Play a scenario at a table of many: one screen, silent choices, and a facilitator's terminal if wanted."""
    from backfire_sim.storage.shelf import find

    wrong = _wrong(args)
    if wrong:
        complain(wrong)
        return MISUSE
    path = find(args.scenario, args.language) if args.scenario else None
    lot = args.seed if args.seed is not None else _drawn()
    setup = _setup(args, lot)
    if not args.plain and has_screen():
        from backfire_sim.tui.run import run as run_app

        found = {"table": (args.scenario or "", setup)}
        return run_app(
            seed=args.seed,
            ephemeral=args.ephemeral,
            choice=args.choice,
            projector=args.projector,
            room="table",
            found=found,
        )
    from backfire_sim.plain.console import another, begun, opened
    from backfire_sim.plain.lines import hear, say
    from backfire_sim.plain.table_setup import agree

    if not args.plain:
        say([_("This is no terminal that can be drawn on: here is the play as lines."), ""])
    path = path or another(args.language)
    chosen = opened(path, args.language) if path is not None else None
    if chosen is None:
        return OK
    agreed = agree(setup, hear, say, seed=lot)
    if agreed is None:
        say([_("Nothing was begun.")])
        return OK
    return gather(begun(chosen, seed=args.seed, ephemeral=args.ephemeral), agreed, args, level=chosen.level)


def gather(kept: Kept, setup: Setup | None, args: argparse.Namespace, *, level: str = "", resumed: bool = False) -> int:
    """The table as lines, with the debrief behind it."""
    from backfire_sim.cli.commands.debrief import at_table
    from backfire_sim.plain.console import level_of
    from backfire_sim.plain.table_console import gather as gathered

    def look_back(host: TableHost, level: str) -> None:
        at_table(host, level, args.language)

    return gathered(kept, setup, level=level or level_of(kept.session), resumed=resumed, look_back=look_back)


def _wrong(args: argparse.Namespace) -> str:
    """What cannot be meant, in a sentence; else empty."""
    if args.seats is not None and not FEWEST_SEATS <= args.seats <= MOST_SEATS:
        return _("backfire: --seats can be from {fewest} to {most}.", fewest=FEWEST_SEATS, most=MOST_SEATS)
    if not 0 <= args.timer <= _MOST_MINUTES:
        return _("backfire: --timer can be from 0 to {most} minutes.", most=_MOST_MINUTES)
    return ""


def _drawn() -> int:
    """Decides who holds which card."""
    from secrets import randbelow

    return randbelow(2**32)


def _setup(args: argparse.Namespace, lot: int) -> Setup:
    """What the options ask for, to begin with."""
    from backfire_sim.table.roles import deal

    seats = args.seats or Setup().seats
    return Setup(
        seats=seats,
        way=HANDS if args.hands else KEYS,
        needs=args.needs,
        ties=args.ties,
        talk=args.timer * 60,
        predict=args.predict,
        roles=deal(seats, lot) if args.roles else (),
    )
