"""`backfire walk`."""

import argparse

from backfire_sim.cli import MISUSE, OK, SCENARIO, complain
from backfire_sim.cli.terminal import print_json


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("scenario", metavar="NAME|FILE", help=SCENARIO)
    add("--json", action="store_true", help="print JSON")
    add("--seed", type=int, metavar="N", default=0, help="decides chance where the author wrote any")
    add("words", metavar="STEP", nargs="*", help="scene.move, scene.wait, ask:person.use or inject:ID")
    add("--prepare", metavar="A,B", default="", help="what to prepare")
    add("--consent", metavar="PERSON.USE,...", default="", help="whom to ask at the first scene")


def run(args: argparse.Namespace) -> int:
    """Play a path without a screen, and say where it leads and why."""
    from backfire_sim.authoring.walk import PathError, Way, report, walk
    from backfire_sim.storage.shelf import open_named

    opened = open_named(args.scenario)
    way = Way(tuple(args.words), _listed(args.prepare), _listed(args.consent), args.seed)
    try:
        session = walk(opened.scenario, way)
    except PathError as error:
        complain(f"backfire: {error}")
        return MISUSE
    if args.json:
        print_json(report(session))
        return OK
    from backfire_sim.authoring.telling import told
    from backfire_sim.plain.lines import say

    say(told(session))
    return OK


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
