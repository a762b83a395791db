"""Scenarios of one's own, beside the built-in ones: in which folders they are, and which files count.

Nothing in these folders is ever written, moved or removed by the program. A folder is only there if a person made it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from backfire_sim.scenario.beside import is_beside
from backfire_sim.speech import _, plural
from backfire_sim.storage.errors import because
from backfire_sim.storage.paths import places
from backfire_sim.storage.settings import Settings, load

ENDINGS = (".yaml", ".yml")

MOST_FILES = 500
"""Files of a folder that are looked at: somebody may name a folder of something else altogether."""


class Listing(NamedTuple):
    """A folder of one's own."""

    folder: Path
    files: tuple[Path, ...]
    """The scenario files in it, by name."""
    there: bool = True
    """Whether there is such a folder."""
    said: str = ""
    """Why not all of it can be shown; else empty."""


def folders(settings: Settings | None = None) -> list[Path]:
    """The program's own place for them, and the folder that a person named in the settings."""
    named = (settings or load()[0]).scenarios
    # Not `resolve`: a folder on a stick that is not plugged in is still that folder.
    return list(dict.fromkeys([places().scenarios, *([Path(named).expanduser().absolute()] if named else [])]))


def listings(settings: Settings | None = None) -> list[Listing]:
    """Every folder of one's own with the scenario files in it. Names are read, no file is opened but translations."""
    return [listing(folder) for folder in folders(settings)]


def listing(folder: Path) -> Listing:
    """The scenario files of a folder."""
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, ValueError):
        return Listing(folder, (), there=False)
    except OSError as error:
        return Listing(folder, (), said=_("{path} cannot be read: {why}.", path=folder, why=because(error)))
    # What begins with a dot is hidden by whoever made it: editors, and systems that leave their marks on a stick.
    found = [folder / name for name in names if name.lower().endswith(ENDINGS) and not name.startswith(".")]
    left_out, found = len(found) - MOST_FILES, found[:MOST_FILES]
    said = ""
    if left_out > 0:
        said = plural(
            "{folder} holds more files than are shown: {count} is left out.",
            "{folder} holds more files than are shown: {count} are left out.",
            left_out,
            folder=folder,
        )
    return Listing(folder, tuple(path for path in found if not is_beside(path)), said=said)


def named(text: str, settings: Settings | None = None) -> Path | None:
    """The file of one's own whose name, without its ending, is this one; None if there is none."""
    if not text or os.sep in text or "/" in text:
        return None
    for folder in folders(settings):
        for name in (f"{text}{ending}" for ending in ENDINGS):
            with suppress(ValueError, OSError):
                if (folder / name).is_file():
                    return folder / name
    return None
