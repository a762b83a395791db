"""`backfire schema`."""

import argparse

from backfire_sim.cli import MISUSE, OK, complain
from backfire_sim.cli.terminal import print_json


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument("--plays", action="store_true", help="of files of golden plays instead")
    parser.add_argument(
        "--for", dest="scenario", metavar="NAME|FILE", help="with the ids of this scenario, to complete them by name"
    )


def run(args: argparse.Namespace) -> int:
    """Print the JSON Schema of scenario files, or of files of golden plays."""
    if args.scenario is not None:
        from backfire_sim.scenario.load import read_file
        from backfire_sim.scenario.schema_for import schema_for
        from backfire_sim.storage.shelf import find

        name, data, problem = read_file(find(args.scenario))
        if problem is not None:
            complain(f"backfire: {name}: {problem.message}")
            return MISUSE
        print_json(schema_for(data, plays=args.plays))
        return OK
    from backfire_sim.scenario.schema import plays_schema, schema

    print_json(plays_schema() if args.plays else schema())
    return OK
