"""`backfire bless`."""

import argparse

from backfire_sim.cli import MISUSE, OK, SCENARIO, complain


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("scenario", metavar="NAME|FILE", help=SCENARIO)
    add("play", metavar="PLAY", nargs="?", default="last", help="id of a play, or last: its play that was changed last")
    add("--id", metavar="ID", default="", help="what the golden play is to be called")
    add("--about", metavar="TEXT", default="", help="what it shows, in a sentence")
    add("--so-far", action="store_true", help="bless a play that is not over as far as it went")
    add("--update", metavar="ID", default="", help="accept what this golden play leads to now")


def run(args: argparse.Namespace) -> int:
    """Turn a play into a golden play of its scenario, or accept the new figures of one."""
    from backfire_sim.authoring.blessing import bless, update
    from backfire_sim.authoring.played import played
    from backfire_sim.plain.lines import say
    from backfire_sim.scenario.load import load
    from backfire_sim.storage.shelf import find

    if bool(args.id) == bool(args.update):
        complain("backfire: a play needs an id to be called by: --id ID; --update ID changes a golden play instead.")
        return MISUSE
    loaded = load(find(args.scenario))
    if args.update:
        done = update(loaded, args.update)
        changed = f"{args.update} now expects: {', '.join(done.changed)}. Written to {done.file}."
        say([changed if done.changed else f"{args.update} leads where it should: nothing to accept."])
        return OK
    done = bless(loaded, played(loaded, args.play), args.id, args.about, so_far=args.so_far)
    steps = "1 step" if len(done.play.path) == 1 else f"{len(done.play.path)} steps"
    ends = done.play.expect.get("ending", "no end yet")
    say([f"Blessed as {args.id}: {steps}, outcome {done.play.expect['outcome']}, {ends}. Written to {done.file}."])
    return OK
