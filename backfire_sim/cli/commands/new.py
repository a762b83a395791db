"""`backfire new`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.cli import INTERRUPTED, MISUSE, OK, complain

if TYPE_CHECKING:
    from collections.abc import Callable

_FLAGS = {
    "title": "title of the scenario",
    "place": 'a kind of place, such as "a river town"',
    "for": "any of experienced,high_risk,concerned",
    "minutes": "how long a play takes with its debrief",
    "players": "such as 6 or 3-8",
    "language": "language of your texts, such as en",
}
_QUESTIONS = {
    "title": "Title",
    "place": "A kind of place",
    "for": "Whom is it for: experienced, high_risk, concerned",
    "players": "How many players",
    "minutes": "How many minutes, with the debrief",
    "language": "Language of your texts, in two letters",
}


class _Wish(NamedTuple):
    """What a person asked for, in that person's words."""

    template: str
    words: dict[str, str]
    file: str


def options(parser: argparse.ArgumentParser) -> None:
    """What may stand behind it."""
    add = parser.add_argument
    add("file", metavar="FILE", nargs="?", default="", help="file to write; without it, one called after the title")
    add("--template", metavar="NAME", help="minimal, two-targets, consent or case-file; default: minimal")
    for key, what in _FLAGS.items():
        add(f"--{key}", metavar=key.upper(), dest=f"wanted_{key}", help=what)
    add("--force", action="store_true", help="write over files that are there already")
    parser.epilog = "In a terminal, without options, it asks; nothing is written before the last answer."


def run(args: argparse.Namespace) -> int:
    """Write a scenario that can be played as it stands, to be changed piece by piece into one's own."""
    from backfire_sim.authoring import new
    from backfire_sim.plain.lines import say

    words = {key: text for key in new.KEYS if (text := getattr(args, f"wanted_{key}")) is not None}
    asks = not (words or args.template or args.force) and sys.stdin.isatty() and sys.stdout.isatty()
    try:
        wish = _asked(args.file) if asks else _Wish(new.template_of(args.template or "minimal"), words, args.file)
        title = wish.words.get("title") or new.default(wish.template, "title")
        path = new.file_of(wish.file, title)
        wanted = {key: new.worded(key, text) for key, text in wish.words.items()}
        made = new.make(wish.template, new.id_of(path, title), wanted)
    except new.NotPossibleError as error:
        complain(f"backfire: {error}")
        return MISUSE
    except (KeyboardInterrupt, EOFError):
        complain("", "Stopped. Nothing was written.")
        return INTERRUPTED
    say(new.told(new.write(made, path, force=args.force)))
    return OK


def _asked(file: str) -> _Wish:
    """Ask for everything, one line each. KeyboardInterrupt or EOFError where the person has had enough."""
    from functools import partial

    from backfire_sim.authoring import new
    from backfire_sim.plain.lines import say

    if file:
        new.room_for(new.file_of(file, ""))
    say(["A new scenario. Enter takes what stands in brackets; Ctrl+C stops, and nothing is written.", ""])
    say(["Which small story shall it begin from?"])
    say(f"  {number}. {name:<12} {what}" for number, (name, what) in enumerate(new.TEMPLATES.items(), 1))
    template = new.template_of(_answer("Its number or name", "1", new.template_of))
    words: dict[str, str] = {}
    for key, question in _QUESTIONS.items():
        words[key] = _answer(question, new.default(template, key), partial(new.worded, key))
    file = file or _answer(
        "File", str(new.file_of("", words["title"])), lambda name: new.room_for(new.file_of(name, ""))
    )
    return _Wish(template, words, file)


def _answer(question: str, default: str, check: Callable[[str], object]) -> str:
    """What the person types, or the default; asked again until `check` has nothing against it."""
    from backfire_sim.authoring.new import NotPossibleError
    from backfire_sim.plain.lines import hear, say
    from backfire_sim.storage.errors import StorageError
    from backfire_sim.text import fit

    while True:
        line = hear(f"{question} [{fit(default, 60)}]: ")
        if line is None:
            raise EOFError
        try:
            check(line.strip() or default)
        except (NotPossibleError, StorageError) as error:
            say([f"  {error}"])
        else:
            return line.strip() or default
