"""`backfire translate`."""

from __future__ import annotations

import argparse

from backfire_sim.cli import MISUSE, NO, OK, SCENARIO, complain
from backfire_sim.cli.terminal import print_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from backfire_sim.authoring.translating import Spot, State

MOST_SHOWN = 12
_WIDTH = 110


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("scenario", metavar="NAME|FILE", help=SCENARIO)
    add("language", metavar="LANG", help="the language to translate into, as a tag: es, fr, pt-BR")
    add("--check", action="store_true", help="write nothing; exit code 1 if anything is missing or has changed")
    add("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Make a scenario's file of translations, or bring it up to date, and say what is left to do."""
    from backfire_sim.authoring.translating import refresh, state
    from backfire_sim.plain.lines import say
    from backfire_sim.scenario.language import tag
    from backfire_sim.storage.shelf import find

    language = tag(args.language)
    if not language:
        complain(f'backfire: "{args.language}" is no tag of a language: it is two or three letters, as es or pt-BR.')
        return MISUSE
    found = (state if args.check else refresh)(find(args.scenario), language)
    if args.json:
        print_json(_record(found))
    else:
        say(list(_told(found, check=args.check)))
    return OK if found.complete or not args.check else NO


def _told(state: State, *, check: bool) -> Iterator[str]:
    from backfire_sim.text import fit

    counts = [f"{state.texts} texts", f"{state.translated} translated", f"{len(state.missing)} missing"]
    counts.append(f"{len(state.stale)} changed since they were translated")
    if state.orphaned:
        counts.append(f"{len(state.orphaned)} orphaned")
    yield f"{state.scenario} in {state.language}: {', '.join(counts)}."
    if not check:
        yield f"{'Written' if state.changed else 'Up to date'}: {state.file}"
    for heading, spots in (
        ("Missing", state.missing),
        ("Changed since they were translated", state.stale),
        ("Orphaned: their texts are no longer in the scenario", state.orphaned),
    ):
        shown = spots if check else spots[:MOST_SHOWN]
        yield from ["", f"{heading}:"] if spots else []
        yield from (fit(f"  {_place(spot)}  {spot.path}  {spot.text}", _WIDTH) for spot in shown)
        if len(shown) < len(spots):
            yield f"  and {len(spots) - len(shown)} more; --check lists them all"


def _place(spot: Spot) -> str:
    return f"{spot.file}:{spot.line}" if spot.line else spot.file


def _record(state: State) -> dict[str, object]:
    lists = {name: [spot._asdict() for spot in getattr(state, name)] for name in ("missing", "stale", "orphaned")}
    return {
        "scenario": state.scenario,
        "language": state.language,
        "file": str(state.file),
        "texts": state.texts,
        "translated": state.translated,
        **lists,
        "complete": state.complete,
        "written": state.changed,
    }
