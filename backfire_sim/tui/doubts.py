"""What is wrong with a setting that its file cannot know of: colors, keys and languages are the app's own."""

from __future__ import annotations

import re
from pathlib import Path

from backfire_sim.speech import _
from backfire_sim.storage.settings import SYSTEM, Settings

_PANIC = re.compile(r"ctrl\+[a-z]|f([1-9]|1[0-2])")

TAKEN = frozenset(f"ctrl+{letter}" for letter in "acehijmpqsuz")
"""Keys that mean something else, here or to a terminal."""


def doubt(name: str, settings: Settings) -> str:
    """Why a setting cannot stay as it is, in a sentence; empty where nothing is wrong."""
    match name:
        case "theme":
            return _theme(settings.theme)
        case "panic_key":
            return panic_key(settings.panic_key)
        case "language":
            return _language(settings.language)
        case "scenarios":
            return _folder(settings.scenarios)
    return ""


def panic_key(key: str) -> str:
    """Why a key cannot be the one that blanks the screen."""
    if key in TAKEN:
        return _("{key} is in use for something else. Take another letter with ctrl, or a function key.", key=key)
    if not _PANIC.fullmatch(key):
        return _("{key} cannot blank the screen: it has to be ctrl and a letter, or a key from f1 to f12.", key=key)
    return ""


def _theme(theme: str) -> str:
    from backfire_sim.tui.themes import NAMES

    if theme in NAMES:
        return ""
    return _("There are no colors called “{name}”. There are: {names}.", name=theme, names=", ".join(NAMES))


def _language(language: str) -> str:
    from backfire_sim.storage.language import spoken

    languages = spoken()
    if language in (SYSTEM, *languages):
        return ""
    known = ", ".join(f"{code} ({name})" for code, name in languages.items())
    return _("Backfire does not speak “{language}”. It speaks: {known}.", language=language, known=known)


def _folder(folder: str) -> str:
    if not folder or Path(folder).expanduser().is_dir():
        return ""
    return _("There is no folder {folder}.", folder=folder)
