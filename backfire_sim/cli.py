"""The command line: one function for each subcommand, each importing what it needs when it runs.

Exit codes: 0 all well, 1 the answer is no (findings, a golden play that fails, a play that cannot go on), 2 misuse.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

OK, NO, MISUSE, INTERRUPTED, NOBODY_LISTENS = 0, 1, 2, 130, 141

Arguments = argparse.Namespace


def main(argv: Sequence[str] | None = None) -> int:
    """Run `backfire` with these arguments (by default those of the process), and give its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except KeyboardInterrupt:
        _complain("\nStopped. What was decided in a play is kept; backfire resume goes on with it.")
        return INTERRUPTED
    except BrokenPipeError:
        from backfire_sim.plain.lines import quiet

        quiet()
        return NOBODY_LISTENS


def _run(words: list[str]) -> int:
    parser = _parser()
    if words and not words[0].startswith("-") and words[0] not in _COMMANDS:
        parser.error(f'there is no command "{words[0]}".{_near(words[0], _COMMANDS)}')
    args, more = parser.parse_known_args(words)
    # argparse closes a list of words once an option has stood behind it; what comes later still belongs to the list.
    if more and (not hasattr(args, "words") or any(word.startswith("-") for word in more)):
        parser.error(f"this does not belong here: {' '.join(more)}.{_near_option(args, more)}")
    if more:
        args.words = [*args.words, *more]
    from backfire_sim.storage.errors import StorageError

    try:
        return int(args.run(args))
    except StorageError as error:
        return _refused(error)


def _refused(error: Exception) -> int:
    """What cannot be done, in one line; the problems of a scenario as `check` lists them."""
    from backfire_sim.storage.shelf import NotFoundError, NotPlayableError

    if isinstance(error, NotPlayableError):
        from backfire_sim.scenario.report import as_text

        _say([as_text(error.problems).rstrip()])
        return NO
    _complain(f"backfire: {error}")
    return MISUSE if isinstance(error, NotFoundError) else NO


# -- Playing ---------------------------------------------------------------------------------------------------


def _open(args: Arguments) -> int:
    """Open the app; where there is no terminal to draw on, list the scenarios instead."""
    if _has_screen():
        from backfire_sim.tui.app import run

        return run()
    from backfire_sim.plain.opening import shelf
    from backfire_sim.storage.shelf import cards

    why = "This is no terminal that can be drawn on"
    _say([f"{why}: here is the list. backfire play NAME --plain plays one as lines.", "", *shelf(cards())])
    return OK


def _list(args: Arguments) -> int:
    """List the scenarios."""
    from backfire_sim.storage.shelf import cards

    if args.json:
        return _print_json([{name.rstrip("_"): value for name, value in card._asdict().items()} for card in cards()])
    from backfire_sim.plain.opening import shelf

    _say(shelf(cards()))
    return OK


def _play(args: Arguments) -> int:
    """Play a scenario from the beginning."""
    from backfire_sim.storage.shelf import open_named

    opened = open_named(args.scenario)
    if not args.plain and _has_screen():
        from backfire_sim.tui.app import run

        return run(opened, seed=args.seed, ephemeral=args.ephemeral)
    from backfire_sim.plain.console import play

    if not args.plain:
        _say(["This is no terminal that can be drawn on: here is the play as lines.", ""])
    return play(opened, seed=args.seed, ephemeral=args.ephemeral)


def _resume(args: Arguments) -> int:
    """Go on with the play that was changed last, or with the one named."""
    from backfire_sim.plain.resume import choose

    taken = choose(args.play)
    if taken is None:
        return NO
    if not args.plain and _has_screen():
        from backfire_sim.tui.app import run

        return run(kept=taken.go_on())
    from backfire_sim.plain.console import converse

    return converse(taken.go_on(), resumed=True)


# -- Writing scenarios -----------------------------------------------------------------------------------------


def _check(args: Arguments) -> int:
    """Check scenario files and say everything that is wrong with them."""
    from backfire_sim.authoring.checking import UNREACHABLE, problems_of
    from backfire_sim.scenario.report import FORMATS

    problems = problems_of(args.words)
    report = FORMATS[args.format](problems).rstrip("\n")
    _say([report] if report else [])
    if any(problem.code == UNREACHABLE for problem in problems):
        return MISUSE
    return NO if problems else OK


def _explain(args: Arguments) -> int:
    """Explain one of the codes that `check` gives."""
    from backfire_sim.scenario.catalog import explain, page

    if page(args.code) is None:
        _complain(f"backfire: {explain(args.code).rstrip()}")
        return MISUSE
    _say([explain(args.code).rstrip()])
    return OK


def _schema(args: Arguments) -> int:
    """Print the JSON Schema of scenario files."""
    from backfire_sim.scenario.schema import schema

    return _print_json(schema())


def _walk(args: Arguments) -> int:
    """Play a path without a screen, and say where it leads and why."""
    from backfire_sim.authoring.walk import PathError, Way, report, walk
    from backfire_sim.storage.shelf import open_named

    opened = open_named(args.scenario)
    way = Way(tuple(args.words), _listed(args.prepare), _listed(args.consent), args.seed)
    try:
        session = walk(opened.scenario, way)
    except PathError as error:
        _complain(f"backfire: {error}")
        return MISUSE
    if args.json:
        return _print_json(report(session))
    from backfire_sim.authoring.telling import told

    _say(told(session))
    return OK


def _plays(args: Arguments) -> int:
    """Run the golden plays of a scenario."""
    from backfire_sim.authoring.golden import run
    from backfire_sim.storage.shelf import find

    results = run(find(args.scenario))
    if args.json:
        _print_json([result._asdict() for result in results])
    else:
        from backfire_sim.authoring.telling import verdicts

        _say(verdicts(results))
    return OK if all(result.passed for result in results) else NO


# -- What is kept ----------------------------------------------------------------------------------------------


def _privacy(args: Arguments) -> int:
    """List every path the program writes to, and what is in it."""
    from backfire_sim.plain.keeping import inventory_lines

    _say(inventory_lines())
    return OK


def _wipe(args: Arguments) -> int:
    """Remove everything that was kept."""
    from backfire_sim.plain.keeping import wipe

    return OK if wipe(sure=args.yes) else NO


_COMMANDS = {
    "list": (_list, "list the scenarios"),
    "play": (_play, "play a scenario"),
    "resume": (_resume, "go on with a play from its last choice"),
    "check": (_check, "check scenario files; exit code 1 if anything is wrong"),
    "explain": (_explain, "explain a code that check gives"),
    "schema": (_schema, "print the JSON Schema of scenario files, for editors"),
    "walk": (_walk, "play a path without a screen, and say where it leads and why"),
    "plays": (_plays, "run the golden plays of a scenario"),
    "privacy": (_privacy, "list every path the program writes to, and what is in it"),
    "wipe": (_wipe, "remove everything the program has kept"),
}

_SCENARIO = "name of a built-in scenario (see backfire list), or path of a scenario file"


def _parser() -> "_Parser":
    from backfire_sim import __version__

    parser = _Parser(
        prog="backfire",
        description="Practice making political violence backfire on those who use it. Without a command the app opens.",
        epilog="backfire COMMAND --help says more about a command.",
    )
    parser.add_argument("--version", action="version", version=f"backfire {__version__}")
    parser.set_defaults(run=_open)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    made: dict[str, _Parser] = {}
    for name, (run, summary) in _COMMANDS.items():
        made[name] = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
        made[name].set_defaults(run=run, parser=made[name])
    for name in ("play", "walk", "plays"):
        made[name].add_argument("scenario", metavar="NAME|FILE", help=_SCENARIO)
    for name in ("list", "walk", "plays"):
        made[name].add_argument("--json", action="store_true", help="print JSON")
    for name in ("play", "resume"):
        made[name].add_argument("--plain", action="store_true", help="as plain lines, for screen readers and pipes")
    for name, default in (("play", None), ("walk", 0)):
        made[name].add_argument(
            "--seed", type=int, metavar="N", default=default, help="decides chance where the author wrote any"
        )
    made["play"].add_argument("--ephemeral", action="store_true", help="keep nothing of this play")
    made["resume"].add_argument("play", metavar="ID", nargs="?", help="which play, if not the one changed last")
    made["check"].add_argument("words", metavar="FILE", nargs="+", help="scenario file")
    made["check"].add_argument("--format", choices=("text", "json", "github"), default="text", help="default: text")
    made["explain"].add_argument("code", metavar="CODE", help="such as BF012")
    made["walk"].add_argument(
        "words", metavar="STEP", nargs="*", help="scene.move, scene.wait, ask:person.use or inject:ID"
    )
    made["walk"].add_argument("--prepare", metavar="A,B", default="", help="what to prepare")
    made["walk"].add_argument("--consent", metavar="PERSON.USE,...", default="", help="whom to ask at the first scene")
    made["wipe"].add_argument("--yes", action="store_true", help="do not ask first")
    return parser


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with what may have been meant."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        _complain(f"backfire: {message}", f"{self.prog} --help says more.")
        raise SystemExit(MISUSE)


def _near(word: str, known: Iterable[str]) -> str:
    from backfire_sim.scenario.suggest import nearest

    near = nearest(word, known)
    return f" Did you mean {near}?" if near else ""


def _near_option(args: Arguments, words: Sequence[str]) -> str:
    option = next((word for word in words if word.startswith("-")), "")
    known = [name for action in getattr(args, "parser", _parser())._actions for name in action.option_strings]
    return _near(option.partition("=")[0], known) if option else ""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _has_screen() -> bool:
    import os

    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")


def _say(lines: Iterable[str]) -> None:
    from backfire_sim.plain.lines import say

    say(lines)


def _complain(*lines: str) -> None:
    from backfire_sim.plain.lines import say

    say(lines, sys.stderr)


def _print_json(value: object) -> int:
    import json

    _say([json.dumps(value, indent=2)])
    return OK
