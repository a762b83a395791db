"""The command line: which commands there are, and what is said when a line cannot be understood.

A command is a module of `cli.commands`: `options` says what may stand behind it, `run` carries it out and gives the
exit code. Each imports what it needs when it runs, and only the command that was asked for is loaded at all.

Exit codes: 0 all well, 1 the answer is no (findings, a golden play that fails, a play that cannot go on), 2 misuse.
"""

from __future__ import annotations

import argparse
import os
import sys

# The name alone is what type checkers look for; importing it from `typing` would cost a seventh of `--help`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from types import ModuleType
    from typing import Any, NoReturn

    from backfire_sim.storage.language import Choice

OK, NO, MISUSE, INTERRUPTED, NOBODY_LISTENS = 0, 1, 2, 130, 141

# Marks for the catalogue, as `speech.later` is: `--help` would pay for a module more.
later = str

COMMANDS = {
    "list": later("list the scenarios"),
    "play": later("play a scenario"),
    "resume": later("go on with a play from its last choice"),
    "table": later("play with many at one screen: everyone chooses in silence, then you talk and decide"),
    "facilitate": later("what only the facilitator sees of a table, in a second terminal of this computer"),
    "debrief": later("look back at a play: what happened, why, and what else could have been"),
    "learn": later("pages to learn from: the model, the five principles, tactics, methods, evidence"),
    "practice": later("ten minutes alone: small decisions, and what you missed comes back"),
    "plan": later("how can we help: a plan for a training of 20, 90 or 180 minutes"),
    "numbers": later("guess the numbers: what people believe of each other, and what was measured"),
    "measure": later("before and after: ten short questions, to see what a training changed"),
    "settings": later("show the settings, or change one"),
    "help-here": later("where to get help here, as the trainer wrote it"),
    "new": later("begin a scenario of your own from a small story"),
    "check": later("check scenario files; exit code 1 if anything is wrong"),
    "explain": later("explain a code that check gives"),
    "schema": later("print the JSON Schema of scenario files, for editors"),
    "map": later("draw a scenario: scenes in rounds, and the ways between them"),
    "playtest": later("say where plays end, by strategy, and what every choice is worth"),
    "preview": later("see a scenario while you write it: the play, what is wrong, and every scene"),
    "walk": later("play a path without a screen, and say where it leads and why"),
    "plays": later("run the golden plays of a scenario"),
    "bless": later("turn a play into a golden play of its scenario"),
    "diff": later("say what changed in how a scenario behaves, between two versions of it"),
    "translate": later("make a scenario's file of translations, or bring it up to date"),
    "print": later("write guide, cards and boards as one page, to play a scenario on paper"),
    "twee": later("make a scenario file of a Twine story, or a Twine story of a scenario"),
    "privacy": later("list every path the program writes to, and what is in it"),
    "wipe": later("remove everything the program has kept, or only what you practiced"),
}
"""Every command with what it does, in the order in which help lists them."""

PLAYERS = (
    "",
    "list",
    "play",
    "resume",
    "table",
    "facilitate",
    "debrief",
    "learn",
    "practice",
    "plan",
    "numbers",
    "measure",
    "settings",
    "help-here",
    "privacy",
    "wipe",
)
"""The commands, and the app, that speak the language a person chose. The tools for authors speak English."""

SCENARIO = later("name of a scenario (see backfire list), or path of a scenario file")
_WIDTH = 80
_WHAT = later("Practice making political violence backfire on those who use it.")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `backfire` with these arguments (by default those of the process), and give its exit code."""
    words = _language_last(list(sys.argv[1:] if argv is None else argv))
    try:
        return _run(words)
    except KeyboardInterrupt:
        complain(_("\nStopped."))
        return INTERRUPTED
    except BrokenPipeError:
        from backfire_sim.plain.lines import quiet

        quiet()
        return NOBODY_LISTENS


def _language_last(words: list[str]) -> list[str]:
    """A language that is said before a command belongs to that command."""
    taken = 2 if words[:1] == ["--language"] else int(bool(words) and words[0].startswith("--language="))
    return [*words[taken:], *words[:taken]] if words[taken : taken + 1] and words[taken] in PLAYERS else words


def _run(words: list[str]) -> int:
    command = words[0] if words else ""
    if command in PLAYERS or (command not in COMMANDS and _maybe_not_english(words)):
        _speak(_asked(words))
    if command.startswith("-"):
        parser = _top_parser()
    elif command in COMMANDS:
        parser = _parser_of(command)
    elif words:
        said = _('there is no command "{name}".', name=command)
        _top_parser().error(f"{said}{_near(command, COMMANDS)}")
    else:
        return _carried_out("", argparse.Namespace())
    args, more = parser.parse_known_args(words[1:] if command in COMMANDS else words)
    # argparse closes a list of words once an option has stood behind it; what comes later still belongs to the list.
    if more and (not hasattr(args, "words") or any(word.startswith("-") for word in more)):
        said = _("this does not belong here: {what}.", what=" ".join(more))
        parser.error(f"{said}{parser.near_option(more)}")
    if more:
        args.words = [*args.words, *more]
    return _carried_out(command if command in COMMANDS else "", args)


def _carried_out(command: str, args: argparse.Namespace) -> int:
    from backfire_sim.storage.errors import StorageError

    if command in PLAYERS:
        args.choice = _speak(getattr(args, "language", ""))
        args.language = args.choice.language
        if args.choice.passed_over:
            complain(args.choice.passed_over)
    try:
        return int(_module_of(command or "open").run(args))
    except StorageError as error:
        return _refused(error)


def _speak(asked: str) -> Choice:
    """Choose the language to speak, for argparse too."""
    from backfire_sim.storage.language import speak

    choice = speak(asked)
    if choice.language != "en":
        from backfire_sim.cli.argparse_words import translate

        translate(argparse)
    return choice


def _asked(words: Sequence[str]) -> str:
    """The language that the line asks for, looked for before the line is understood: its faults are said in it."""
    for at, word in enumerate(words):
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language":
            return "".join(words[at + 1 : at + 2])
    return ""


def _maybe_not_english(words: Sequence[str]) -> bool:
    """Whether help may have to speak another language; looking closer would load parts of the program."""
    variables = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    said = _asked(words) or next((os.environ[name] for name in variables if os.environ.get(name)), "C")
    return not said.startswith(("en", "C", "POSIX"))


def _(words: str, **named: object) -> str:
    """As `speech._`, without loading it where nothing but English has been asked for."""
    speech = sys.modules.get("backfire_sim.speech")
    return str(speech._(words, **named)) if speech else words.format(**named) if named else words


def _module_of(command: str) -> ModuleType:
    from importlib import import_module

    return import_module(f"backfire_sim.cli.commands.{command.replace('-', '_')}")


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

    listed = "\n".join(f"  {name:<11}{_(summary)}" for name, summary in COMMANDS.items())
    more = _("backfire COMMAND --help says more about a command.")
    parser = Parser(
        prog="backfire",
        usage=_("backfire [COMMAND] [--language LANG] [--projector] [--help] [--version]"),
        description=f"{_(_WHAT)}\n{_('Without a command the app opens.')}",
        epilog=f"{_('commands:')}\n{listed}\n\n{more}",
    )
    told = _("show program's version number and exit")
    parser.add_argument("--version", action="version", version=f"backfire {__version__}", help=told)
    projector_option(parser)
    language_option(parser)
    return parser


def language_option(parser: argparse.ArgumentParser) -> None:
    """That a person may say which language is to be spoken."""
    told = _("language to speak, such as es; else that of the settings, else the computer's")
    parser.add_argument("--language", metavar=_("LANG"), default="", help=told)


def projector_option(parser: argparse.ArgumentParser) -> None:
    """That a person may lay everything out for a projector."""
    parser.add_argument("--projector", action="store_true", help=_("one thought per screen, for a projector"))


def _parser_of(command: str) -> Parser:
    """What stands behind one command. Only this one is made: the others would cost time at every start."""
    summary = _(COMMANDS[command])
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
        complain(f"backfire: {message}", _("{program} --help says more.", program=self.prog))
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
    return f" {_('Did you mean {name}?', name=near)}" if near else ""
