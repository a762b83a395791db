"""The command line: which commands there are, and what is said when a line cannot be understood.

A command is a module of `cli.commands`: `options` says what may stand behind it, `run` carries it out and gives the
exit code. Each imports what it needs when it runs, and only the command that was asked for is loaded at all.

Exit codes: 0 all well, 1 the answer is no (findings, a golden play that fails, a play that cannot go on), 2 misuse.
"""

from __future__ import annotations

import argparse
import sys

# The name alone is what type checkers look for; importing it from `typing` would cost a seventh of `--help`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from types import ModuleType
    from typing import Any, NoReturn

OK, NO, MISUSE, INTERRUPTED, NOBODY_LISTENS = 0, 1, 2, 130, 141

COMMANDS = {
    "list": "list the scenarios",
    "play": "play a scenario",
    "resume": "go on with a play from its last choice",
    "new": "begin a scenario of your own from a small story",
    "check": "check scenario files; exit code 1 if anything is wrong",
    "explain": "explain a code that check gives",
    "schema": "print the JSON Schema of scenario files, for editors",
    "walk": "play a path without a screen, and say where it leads and why",
    "plays": "run the golden plays of a scenario",
    "translate": "make a scenario's file of translations, or bring it up to date",
    "privacy": "list every path the program writes to, and what is in it",
    "wipe": "remove everything the program has kept",
}
"""Every command with what it does, in the order in which help lists them."""

SCENARIO = "name of a built-in scenario (see backfire list), or path of a scenario file"
_WIDTH = 80
_WHAT = "Practice making political violence backfire on those who use it."


def main(argv: Sequence[str] | None = None) -> int:
    """Run `backfire` with these arguments (by default those of the process), and give its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except KeyboardInterrupt:
        complain("\nStopped.")
        return INTERRUPTED
    except BrokenPipeError:
        from backfire_sim.plain.lines import quiet

        quiet()
        return NOBODY_LISTENS


def _run(words: list[str]) -> int:
    command = words[0] if words else ""
    if command.startswith("-"):
        parser = _top_parser()
    elif command in COMMANDS:
        parser = _parser_of(command)
    elif words:
        _top_parser().error(f'there is no command "{command}".{_near(command, COMMANDS)}')
    else:
        return _carried_out("", argparse.Namespace())
    args, more = parser.parse_known_args(words[1:] if command in COMMANDS else words)
    # argparse closes a list of words once an option has stood behind it; what comes later still belongs to the list.
    if more and (not hasattr(args, "words") or any(word.startswith("-") for word in more)):
        parser.error(f"this does not belong here: {' '.join(more)}.{parser.near_option(more)}")
    if more:
        args.words = [*args.words, *more]
    return _carried_out(command if command in COMMANDS else "", args)


def _carried_out(command: str, args: argparse.Namespace) -> int:
    from backfire_sim.storage.errors import StorageError

    try:
        return int(_module_of(command or "open").run(args))
    except StorageError as error:
        return _refused(error)


def _module_of(command: str) -> ModuleType:
    from importlib import import_module

    return import_module(f"backfire_sim.cli.commands.{command}")


def _refused(error: Exception) -> int:
    """What cannot be done, in one line; the problems of a scenario as `check` lists them."""
    from backfire_sim.storage.shelf import NotFoundError, NotPlayableError

    if isinstance(error, NotPlayableError):
        from backfire_sim.plain.lines import say
        from backfire_sim.scenario.report import as_text

        say([as_text(error.problems).rstrip()])
        return NO
    complain(f"backfire: {error}")
    return MISUSE if isinstance(error, NotFoundError) else NO


def _top_parser() -> Parser:
    """What stands before a command."""
    from backfire_sim import __version__

    listed = "\n".join(f"  {name:<10}{summary}" for name, summary in COMMANDS.items())
    parser = Parser(
        prog="backfire",
        usage="backfire [COMMAND] [--help] [--version]",
        description=f"{_WHAT}\nWithout a command the app opens.",
        epilog=f"commands:\n{listed}\n\nbackfire COMMAND --help says more about a command.",
    )
    parser.add_argument("--version", action="version", version=f"backfire {__version__}")
    return parser


def _parser_of(command: str) -> Parser:
    """What stands behind one command. Only this one is made: the others would cost time at every start."""
    summary = COMMANDS[command]
    parser = Parser(prog=f"backfire {command}", description=f"{summary[0].upper()}{summary[1:]}.")
    _module_of(command).options(parser)
    return parser


def _formatter(prog: str) -> argparse.HelpFormatter:
    # A width of its own spares argparse the modules that it would ask for the terminal's.
    return argparse.RawDescriptionHelpFormatter(prog, width=_WIDTH)


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with what may have been meant."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_formatter, **settings)

    def error(self, message: str) -> NoReturn:
        """Say it and leave."""
        complain(f"backfire: {message}", f"{self.prog} --help says more.")
        raise SystemExit(MISUSE)

    def near_option(self, words: Sequence[str]) -> str:
        """What may have been meant by the first of these words that looks like an option."""
        word = next((word for word in words if word.startswith("-")), "")
        return _near(word.partition("=")[0], self._option_string_actions) if word else ""


def complain(*lines: str) -> None:
    """Say on standard error what cannot be done."""
    from backfire_sim.plain.lines import say

    say(lines, sys.stderr)


def _near(word: str, known: Collection[str]) -> str:
    from backfire_sim.scenario.suggest import nearest

    near = nearest(word, known)
    return f" Did you mean {near}?" if near else ""
