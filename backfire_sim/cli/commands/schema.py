"""`backfire schema`."""

import argparse

from backfire_sim.cli import OK
from backfire_sim.cli.terminal import print_json


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    parser.add_argument("--plays", action="store_true", help="of files of golden plays instead")


def run(args: argparse.Namespace) -> int:
    """Print the JSON Schema of scenario files, or of files of golden plays."""
    from backfire_sim.scenario.schema import plays_schema, schema

    print_json(plays_schema() if args.plays else schema())
    return OK
