"""`backfire twee`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from backfire_sim.cli import MISUSE, NO, OK, complain

IMPORT, EXPORT = "import", "export"


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add(
        "action", choices=(IMPORT, EXPORT), help="make a scenario file of a Twine story, or a Twine story of a scenario"
    )
    add("source", metavar="FILE|NAME", help="the Twee file to import; the name or file of a scenario to export")
    add("-o", "--output", metavar="OUT", help="file to write; without it, standard output")
    add("--force", action="store_true", help="write over a file that is there already")


def run(args: argparse.Namespace) -> int:
    """Make a scenario file of a Twine story in Twee, or a Twine story of a scenario; say what is lost on the way."""
    out = Path(args.output) if args.output else None
    if out and out.exists() and not args.force:
        complain(f"backfire: {out} is there already.", "Choose another name, or add --force to write over it.")
        return NO
    return (_import if args.action == IMPORT else _export)(args.source, out)


def _import(source: str, out: Path | None) -> int:
    from backfire_sim.authoring.twee.importing.report import report
    from backfire_sim.authoring.twee.importing.story_in import NotTweeError, import_story
    from backfire_sim.scenario.load import read_file

    name, data, problem = read_file(source)
    if problem is not None:
        folder = " If a story is in several files, put them into one first." if Path(source).is_dir() else ""
        complain(f"backfire: {name}: {problem.message}{folder}")
        return MISUSE
    try:
        imported = import_story(data, Path(source).name, Path(source).stem)
    except NotTweeError as error:
        complain(f"backfire: {name}: {error}")
        return NO
    return _put(imported.yaml, source, out, report(imported))


def _export(source: str, out: Path | None) -> int:
    from backfire_sim.authoring.twee.exporting.report import report
    from backfire_sim.authoring.twee.exporting.story_out import export
    from backfire_sim.authoring.twee.write import written
    from backfire_sim.storage.shelf import open_named

    opened = open_named(source)
    exported = export(opened.scenario)
    return _put(written(exported.story), opened.path, out, report(opened.scenario, exported))


def _put(text: str, source: str | Path, out: Path | None, told: list[str]) -> int:
    """Write the text; the report goes to standard error, so that it never gets into a file."""
    from backfire_sim.plain.lines import say
    from backfire_sim.storage.errors import because

    if out is None:
        _put_out(text)
    elif out.exists() and out.samefile(source):
        complain(f"backfire: {out} is the file that is read. Choose another name.")
        return NO
    else:
        try:
            out.write_bytes(text.encode("utf-8"))
        except OSError as error:
            complain(f"backfire: {out} cannot be written: {because(error)}.")
            return NO
        told = [*told, "", f"Written: {out}"]
    say(told, sys.stderr)
    return OK


def _put_out(text: str) -> None:
    """Write a file to standard output as it would stand on the disk: in UTF-8, whatever the terminal speaks."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
