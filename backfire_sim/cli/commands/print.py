"""`backfire print`."""

import argparse

from backfire_sim.cli import OK, SCENARIO


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("scenario", metavar="NAME|FILE", help=SCENARIO)
    add("-o", "--output", metavar="OUT.html", help="file to write; by default ID.html in this folder")
    add("--language", metavar="LANG", default="", help="take the scenario's texts in this language, such as es")


def run(args: argparse.Namespace) -> int:
    """Write guide, cards, boards, tables and tokens as one HTML file, to be printed from a browser."""
    from pathlib import Path

    from backfire_sim.authoring.printing.pack import printed
    from backfire_sim.authoring.printing.write import write
    from backfire_sim.plain.lines import say
    from backfire_sim.storage.shelf import open_named

    scenario = open_named(args.scenario, args.language).scenario
    file = Path(args.output or f"{scenario.id}.html")
    write(printed(scenario), file)
    say([f"Written to {file}. Open it in a browser and print it: one side, black, A4 or US Letter, at 100 %."])
    return OK
