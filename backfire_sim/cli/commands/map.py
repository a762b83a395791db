"""`backfire map`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from backfire_sim.cli import MISUSE, NO, OK, SCENARIO, complain


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("scenario", metavar="NAME|FILE", help=SCENARIO)
    add("--format", choices=("text", "mermaid", "dot", "svg"), help="default: by the ending of FILE, else text")
    add("--heat", action="store_true", help="with the share of random plays that pass each scene and each move")
    add("--detail", choices=("full", "brief"), help="every move in full, or only its id; default: by size")
    add("--width", type=int, metavar="N", help="columns of the text; default: those of the terminal, at most 100")
    add("-o", "--output", metavar="FILE", help="file to write: .txt, .mmd, .dot or .svg")
    add("--force", action="store_true", help="write over a file that is there already")


def run(args: argparse.Namespace) -> int:
    """Show the scenes of a scenario in rounds, the ways between them, and what has to hold on each."""
    from backfire_sim.authoring import map as maps
    from backfire_sim.storage.shelf import open_named

    file = Path(args.output) if args.output else None
    format_ = args.format or (maps.ENDINGS.get(file.suffix.lower()) if file else "text")
    if format_ is None:
        complain(
            f"backfire: the ending of {file} does not say what to write.",
            "Use .txt, .mmd, .dot or .svg, or add --format.",
        )
        return MISUSE
    if file and file.exists() and not args.force:
        complain(f"backfire: {file} is there already.", "Choose another name, or add --force to write over it.")
        return NO
    opened = open_named(args.scenario)
    if file and file.exists() and file.samefile(opened.path):
        complain(f"backfire: {file} is the scenario itself.", "Choose another name.")
        return NO
    heat = None
    if args.heat:
        from backfire_sim.authoring.heat import heat as measured

        heat = measured(opened.scenario)
    full = None if args.detail is None else args.detail == "full"
    text = maps.drawn(opened.scenario, format_, heat, cells=_width(args.width, file), full=full)
    return _said(text) if file is None else _written(text, file)


def _width(wanted: int | None, file: Path | None) -> int:
    """How wide text may be: as wanted, or as wide as the terminal that it is for."""
    if wanted:
        return wanted
    if file or sys.stdout is None or not sys.stdout.isatty():
        return 80
    import shutil

    return min(100, shutil.get_terminal_size().columns)


def _said(text: str) -> int:
    from backfire_sim.authoring.map.outline import SIGNS, as_ascii
    from backfire_sim.plain.lines import fitting, say

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    can_draw = fitting(SIGNS, encoding) == SIGNS
    say([(text if can_draw else as_ascii(text)).rstrip("\n")])
    return OK


def _written(text: str, file: Path) -> int:
    from backfire_sim.plain.lines import say
    from backfire_sim.storage.errors import because

    try:
        file.write_bytes(text.encode("utf-8"))
    except OSError as error:
        complain(f"backfire: {file} cannot be written: {because(error)}.")
        return NO
    say([f"Written: {file}"])
    return OK
