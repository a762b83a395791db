"""A language nobody speaks: the program's words in Cyrillic letters, a scenario's in Greek ones.

What is still in Latin letters then was said by neither: it is English that no catalogue reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from backfire_sim import speech
from backfire_sim.scenario.texts import texts
from backfire_sim.storage.language import spoken
from backfire_sim.storage.shelf import Opened, open_path

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщ"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψωϙϟ"

_PLACEHOLDER = re.compile(r"(\{[^{}]*\}|%\(\w+\)[a-z]|%[a-z])")

WORDS = re.compile(r"[A-Za-z][A-Za-z'’-]+")
"""Words in Latin letters; a letter alone is the name of a key."""

NAMES = {
    "Backfire",
    "backfire",
    "resume",
    "list",
    "ctrl",
    "dusk",
    "contrast-dark",
    "contrast-light",
    "lamplight",
    "morning",
    "paper",
}
"""What has the same name in every language: the program, what is typed to start it, a key, sets of colors."""


def in_letters(text: str, letters: str) -> str:
    """The text in other letters, as wide as it was."""
    return text.translate(str.maketrans(_LATIN + _LATIN.upper(), letters + letters.upper()))


class Strange:
    """A catalogue that has a translation of everything."""

    def gettext(self, message: str) -> str:
        """The message in Cyrillic letters; what will be put in keeps its name."""
        pieces = _PLACEHOLDER.split(message)
        return "".join(piece if n % 2 else in_letters(piece, _CYRILLIC) for n, piece in enumerate(pieces))

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form for the count."""
        return self.gettext(one if count == 1 else many)

    def pgettext(self, context: str, message: str) -> str:
        """The same in every sense."""
        return self.gettext(message)


@contextmanager
def strange() -> Iterator[None]:
    """Within this, the program speaks the language nobody speaks."""
    speech.speak_with(Strange())
    try:
        yield
    finally:
        speech.speak_with(None)


def strange_scenario(file: Path, folder: Path) -> Opened:
    """A scenario with a translation of all its texts into Greek letters, opened in it."""
    copy = folder / file.name
    copy.write_bytes(file.read_bytes())
    root = yaml.safe_load(file.read_text(encoding="utf-8"))
    told = {text.key: {"to": in_letters(text.source, _GREEK)} for text in texts(root)}
    translation = {"format": 1, "translates": root["id"], "language": "el", "texts": told}
    copy.with_suffix(".el.yaml").write_text(yaml.safe_dump(translation, allow_unicode=True), encoding="utf-8")
    opened = open_path(copy, "el")
    assert opened.scenario.language == "el"
    return opened


def english(lines: Iterable[str], *also: str) -> set[str]:
    """The words in Latin letters among these lines that are no names; every language says its own name itself."""
    text = "\n".join(lines)
    for name in spoken().values():
        text = text.replace(name, "")
    return set(WORDS.findall(text)) - NAMES - set(also)
