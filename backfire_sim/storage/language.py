"""Which language is spoken: the one asked for, else the one in the settings, else the computer's; and its catalogue.

Scenarios and the program's own words are translated apart. A scenario can speak a language that the program does not,
and the other way round; what is not there in the language chosen is in the language it was written in.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim import speech
from backfire_sim.scenario.language import tag, wider
from backfire_sim.speech import _, later
from backfire_sim.storage.settings import SYSTEM, Settings, load
from backfire_sim.text import one_line

if TYPE_CHECKING:
    from gettext import GNUTranslations

CATALOGUES = Path(__file__).parent.parent / "locale"
"""Folder of the catalogues, one folder a language."""

DOMAIN = "backfire"
ENGLISH = "en"
_NAME = later("English", "own name")

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says which language its people read; the first that says anything is believed."""


class Choice(NamedTuple):
    """What was chosen."""

    language: str
    """The tag of the language, for scenarios: the program itself may not speak it."""
    passed_over: str = ""
    """A sentence where somebody named a language that the program does not speak; else empty."""


def speak(asked: str = "", settings: Settings | None = None) -> Choice:
    """Choose the language and speak it from now on. `asked`: what a person wrote, a tag such as `es`."""
    named = asked or _set(settings)
    language = tag(named) if named else _of_the_system()
    ours = spoken_for(language)
    speech.speak_with(_catalogue(ours))
    if not named or ours != ENGLISH or _is_english(language):
        return Choice(language or ENGLISH)
    said = _("Backfire does not speak “{language}”, and goes on in English. It speaks: {languages}.")
    languages = ", ".join(f"{code} ({name})" for code, name in spoken().items())
    return Choice(language or ENGLISH, said.format(language=one_line(named, 40), languages=languages))


def spoken() -> dict[str, str]:
    """The tags of the languages that the program speaks, each with its own name for itself; English first."""
    there = sorted(tag(path.parent.parent.name) for path in CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    names = {each: catalogue.pgettext("own name", _NAME) for each in there if (catalogue := _catalogue(each))}
    return {ENGLISH: _NAME} | names


def spoken_for(language: str) -> str:
    """What the program speaks where this language is chosen: `es` for `es-MX`; English where it knows none."""
    return next((each for each in wider(language) if _catalogue(each) is not None), ENGLISH)


def _set(settings: Settings | None) -> str:
    found = (settings or load()[0]).language
    return "" if found == SYSTEM else found


def _of_the_system() -> str:
    """The first language of the computer's that the program speaks; else the first; else English."""
    said = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    wanted = [found for each in said.split(":") if (found := tag(each))]
    known = (found for found in wanted if _is_english(found) or spoken_for(found) != ENGLISH)
    return next(known, wanted[0] if wanted else ENGLISH)


def _is_english(language: str) -> bool:
    return ENGLISH in wider(language)


@cache
def _catalogue(language: str) -> GNUTranslations | None:
    path = CATALOGUES / language.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not path.is_file():
        return None
    from gettext import GNUTranslations

    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError):
        # A catalogue that cannot be read is none: English is understood by more people than an error.
        return None
