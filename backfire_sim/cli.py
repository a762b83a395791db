"""The command line: one function for each subcommand, each importing what it needs when it runs.

Exit codes: 0 all well, 1 the answer is no (findings, a golden play that fails, a play that cannot go on), 2 misuse.
"""

from __future__ import annotations

import argparse
import sys

# The name alone is what type checkers look for; importing it from `typing` would cost a seventh of `--help`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from typing import Any, NoReturn

OK, NO, MISUSE, INTERRUPTED, NOBODY_LISTENS = 0, 1, 2, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run `backfire` with these arguments (by default those of the process), and give its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except KeyboardInterrupt:
        _complain("\nStopped.")
        return INTERRUPTED
    except BrokenPipeError:
        from backfire_sim.plain.lines import quiet

        quiet()
        return NOBODY_LISTENS


def _run(words: list[str]) -> int:
    command = words[0] if words else ""
    if command.startswith("-"):
        parser = _top_parser()
    elif command in _COMMANDS:
        parser = _parser_of(command)
    elif words:
        _top_parser().error(f'there is no command "{command}".{_near(command, _COMMANDS)}')
    else:
        return _carried_out("", argparse.Namespace())
    args, more = parser.parse_known_args(words[1:] if command in _COMMANDS else words)
    # argparse closes a list of words once an option has stood behind it; what comes later still belongs to the list.
    if more and (not hasattr(args, "words") or any(word.startswith("-") for word in more)):
        parser.error(f"this does not belong here: {' '.join(more)}.{parser.near_option(more)}")
    if more:
        args.words = [*args.words, *more]
    return _carried_out(command if command in _COMMANDS else "", args)


def _carried_out(command: str, args: argparse.Namespace) -> int:
    from backfire_sim.storage.errors import StorageError

    try:
        return _COMMANDS[command][0](args) if command else _open()
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


def _open() -> int:
    """Open the app; where there is no terminal to draw on, list the scenarios instead."""
    if _has_screen():
        from backfire_sim.tui.app import run

        return run()
    from backfire_sim.plain.opening import shelf
    from backfire_sim.storage.shelf import cards

    found = cards()
    _say(["This is no terminal that can be drawn on: here is the list. backfire play NAME --plain plays one as lines."])
    _say(["", *shelf(found)])
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return OK
    from backfire_sim.plain.console import choose, play

    path = choose(found)
    return OK if path is None else play(path, seed=None, ephemeral=False)


def _list(args: argparse.Namespace) -> int:
    """List the scenarios."""
    from backfire_sim.storage.shelf import cards

    if args.json:
        return _print_json([{name.rstrip("_"): value for name, value in card._asdict().items()} for card in cards()])
    from backfire_sim.plain.opening import shelf

    _say(shelf(cards()))
    return OK


def _play(args: argparse.Namespace) -> int:
    """Play a scenario from the beginning."""
    from backfire_sim.storage.shelf import find, open_path

    path = find(args.scenario)
    if not args.plain and _has_screen():
        from backfire_sim.tui.app import run

        return run(open_path(path), seed=args.seed, ephemeral=args.ephemeral)
    from backfire_sim.plain.console import play

    if not args.plain:
        _say(["This is no terminal that can be drawn on: here is the play as lines.", ""])
    return play(path, seed=args.seed, ephemeral=args.ephemeral)


def _resume(args: argparse.Namespace) -> int:
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


def _check(args: argparse.Namespace) -> int:
    """Check scenario files and say everything that is wrong with them."""
    from backfire_sim.authoring.checking import UNREACHABLE, problems_of
    from backfire_sim.scenario.report import FORMATS

    problems = problems_of(args.words)
    report = FORMATS[args.format](problems).rstrip("\n")
    _say([report] if report else [])
    if any(problem.code == UNREACHABLE for problem in problems):
        return MISUSE
    return NO if problems else OK


def _explain(args: argparse.Namespace) -> int:
    """Explain one of the codes that `check` gives, or list them."""
    from backfire_sim.scenario.catalog import codes, explain, page

    if args.code is None:
        from backfire_sim.authoring.telling import codes_told

        _say(codes_told(found for code in codes() if (found := page(code)) is not None))
        return OK
    if page(args.code) is None:
        _complain(f"backfire: {explain(args.code).rstrip()}")
        return MISUSE
    _say([explain(args.code).rstrip()])
    return OK


def _schema(args: argparse.Namespace) -> int:
    """Print the JSON Schema of scenario files, or of files of golden plays."""
    from backfire_sim.scenario.schema import plays_schema, schema

    return _print_json(plays_schema() if args.plays else schema())


def _walk(args: argparse.Namespace) -> int:
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


def _plays(args: argparse.Namespace) -> int:
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


def _privacy(args: argparse.Namespace) -> int:
    """List every path the program writes to, and what is in it."""
    from backfire_sim.plain.keeping import inventory_lines

    _say(inventory_lines())
    return OK


def _wipe(args: argparse.Namespace) -> int:
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
_WIDTH = 80
_WHAT = "Practice making political violence backfire on those who use it."


def _top_parser() -> _Parser:
    """What stands before a command."""
    from backfire_sim import __version__

    listed = "\n".join(f"  {name:<10}{summary}" for name, (_, summary) in _COMMANDS.items())
    parser = _Parser(
        prog="backfire",
        usage="backfire [COMMAND] [--help] [--version]",
        description=f"{_WHAT}\nWithout a command the app opens.",
        epilog=f"commands:\n{listed}\n\nbackfire COMMAND --help says more about a command.",
    )
    parser.add_argument("--version", action="version", version=f"backfire {__version__}")
    return parser


def _parser_of(command: str) -> _Parser:
    """What stands behind one command. Only this one is made: the others would cost time at every start."""
    summary = _COMMANDS[command][1]
    parser = _Parser(prog=f"backfire {command}", description=f"{summary[0].upper()}{summary[1:]}.")
    add = parser.add_argument
    if command in ("play", "walk", "plays"):
        add("scenario", metavar="NAME|FILE", help=_SCENARIO)
    if command in ("list", "walk", "plays"):
        add("--json", action="store_true", help="print JSON")
    if command in ("play", "resume"):
        add("--plain", action="store_true", help="as plain lines, for screen readers and pipes")
    if command in ("play", "walk"):
        seed = 0 if command == "walk" else None
        add("--seed", type=int, metavar="N", default=seed, help="decides chance where the author wrote any")
    match command:
        case "play":
            add("--ephemeral", action="store_true", help="keep nothing of this play")
        case "resume":
            add("play", metavar="ID", nargs="?", help="which play, if not the one changed last")
        case "check":
            add("words", metavar="FILE", nargs="+", help="scenario file; golden plays beside it are checked too")
            add("--format", choices=("text", "json", "github"), default="text", help="default: text")
        case "schema":
            add("--plays", action="store_true", help="of files of golden plays instead")
        case "explain":
            add("code", metavar="CODE", nargs="?", help="such as BF012; without one, all of them with their titles")
        case "walk":
            add("words", metavar="STEP", nargs="*", help="scene.move, scene.wait, ask:person.use or inject:ID")
            add("--prepare", metavar="A,B", default="", help="what to prepare")
            add("--consent", metavar="PERSON.USE,...", default="", help="whom to ask at the first scene")
        case "wipe":
            add("--yes", action="store_true", help="do not ask first")
    return parser


def _formatter(prog: str) -> argparse.HelpFormatter:
    # A width of its own spares argparse the modules that it would ask for the terminal's.
    return argparse.RawDescriptionHelpFormatter(prog, width=_WIDTH)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with what may have been meant."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_formatter, **settings)

    def error(self, message: str) -> NoReturn:
        _complain(f"backfire: {message}", f"{self.prog} --help says more.")
        raise SystemExit(MISUSE)

    def near_option(self, words: Sequence[str]) -> str:
        """What may have been meant by the first of these words that looks like an option."""
        word = next((word for word in words if word.startswith("-")), "")
        return _near(word.partition("=")[0], self._option_string_actions) if word else ""


def _near(word: str, known: Collection[str]) -> str:
    from backfire_sim.scenario.suggest import nearest

    near = nearest(word, known)
    return f" Did you mean {near}?" if near else ""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _has_screen() -> bool:
    import os

    # Textual draws on standard error, so that has to be a terminal too.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if any(stream is None or not stream.isatty() for stream in streams):
        return False
    return os.environ.get("TERM", "") not in ("", "dumb")


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
