"""Where the program that plays and the facilitator's own terminal meet: a folder that nobody else here can open.

In it stands, while a table plays, one socket for each (on Windows a file with a port and a word). Both programs look in
the same places in the same order, so that nothing has to be told to either.
"""

import os
import stat
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.paths import HOME_VARIABLE, ensure_folder, places

SOCKET, PORT = ".sock", ".port"
"""How the names end: a socket; a file that says on which port of this machine to ask, and with which word."""

LONGEST_PATH = 100
"""Bytes of a socket's path that every system takes."""

_NAME = 24


def meeting_folders() -> list[Path]:
    """The folders in which the two may meet, the best first. Made by nobody yet."""
    beside = places().cache.parent / "room"
    found = [beside]
    if not os.environ.get(HOME_VARIABLE, "").strip():
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        if runtime and _is_ours(Path(runtime)):
            found.insert(0, Path(runtime) / "backfire")
    # A home that lies deep, or on a stick where no socket can stand: the system's own place for what does not last.
    short = blake2b(str(beside).encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()
    found.append(Path(tempfile.gettempdir()) / f"backfire-{short}")
    return found


def open_meeting_folder(folder: Path) -> Path:
    """Make such a folder. StorageError where it is not ours alone, or its path leaves no room for a socket's name."""
    if os.name != "nt" and len(os.fsencode(folder)) + 1 + _NAME > LONGEST_PATH:
        raise StorageError(_("The path of {folder} is too long for a socket.", folder=folder))
    ensure_folder(folder)
    if not _is_ours(folder):
        raise StorageError(_("The folder {folder} can be opened by others on this machine.", folder=folder))
    return folder


def standing_folders() -> list[Path]:
    """Those of them that are there and belong to this account alone."""
    return [folder for folder in meeting_folders() if _is_ours(folder)]


def meetings() -> list[Path]:
    """Every socket or port file there is, the newest first; some may be left over from a program that was killed."""
    found: list[tuple[float, Path]] = []
    for folder in standing_folders():
        with suppress(OSError):
            for path in folder.iterdir():
                if path.suffix in (SOCKET, PORT):
                    with suppress(OSError):
                        found.append((path.lstat().st_mtime, path))
    return [path for _when, path in sorted(found, reverse=True)]


def _is_ours(folder: Path) -> bool:
    """Whether a folder is there, is no link, and belongs to this account alone."""
    try:
        known = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(known.st_mode):
        return False
    if os.name == "nt":
        return True
    return known.st_uid == os.getuid() and not stat.S_IMODE(known.st_mode) & 0o077
