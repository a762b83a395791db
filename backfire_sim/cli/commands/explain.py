"""`backfire explain`."""

import argparse

from backfire_sim.cli import MISUSE, OK, complain


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument(
        "code", metavar="CODE", nargs="?", help="such as BF012; without one, all of them with their titles"
    )


def run(args: argparse.Namespace) -> int:
    """Explain one of the codes that `check` gives, or list them."""
    from backfire_sim.plain.lines import say
    from backfire_sim.scenario.catalog import codes, explain, page

    if args.code is None:
        from backfire_sim.authoring.telling import codes_told

        say(codes_told(found for code in codes() if (found := page(code)) is not None))
        return OK
    if page(args.code) is None:
        complain(f"backfire: {explain(args.code).rstrip()}")
        return MISUSE
    say([explain(args.code).rstrip()])
    return OK
