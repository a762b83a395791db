"""Where things live, and how folders and files come into being so that only their owner can read them.

The environment variable BACKFIRE_HOME puts everything into one folder: for a USB stick, and for tests. Without it
the system's own folders for data, cache and settings are used.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError, because

APP = "backfire"
HOME_VARIABLE = "BACKFIRE_HOME"

OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600


class Places(NamedTuple):
    """Every place the program writes to of its own accord. Exports go only where a person says."""

    plays: Path
    """Folder of the play files."""
    papers: Path
    """Folder of what a group asked to keep besides its plays: its own plan, answers before and after."""
    practice: Path
    """Folder of what was answered in practice, and when."""
    scenarios: Path
    """Folder for scenarios of one's own: shown beside the built-in ones. Nothing in it is ever written or removed."""
    cache: Path
    """Folder of what can be made again: scenarios read once and kept ready."""
    settings: Path
    """The settings file."""
    help_here: Path
    """Where to get help here, as the trainer wrote it."""


def places() -> Places:
    """The places for this person on this machine. Reads the environment each time; creates nothing."""
    home = os.environ.get(HOME_VARIABLE, "").strip()
    if home:
        folder = Path(home).expanduser().absolute()
        return Places(
            plays=folder / "plays",
            papers=folder / "papers",
            practice=folder / "practice",
            scenarios=folder / "scenarios",
            cache=folder / "cache",
            settings=folder / "settings.toml",
            help_here=folder / "help-here.txt",
        )
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP, appauthor=False)
    data, settings = Path(dirs.user_data_dir), Path(dirs.user_config_dir)
    return Places(
        plays=data / "plays",
        papers=data / "papers",
        practice=data / "practice",
        scenarios=data / "scenarios",
        cache=Path(dirs.user_cache_dir) / "scenarios",
        settings=settings / "settings.toml",
        help_here=settings / "help-here.txt",
    )


def ensure_folder(folder: Path) -> Path:
    """Make a folder of ours, and those above it, readable by the owner alone. StorageError if it cannot be.

    A folder above that already exists keeps its mode: it may be somebody's desktop.
    """
    try:
        missing = [f for f in (folder, *folder.parents) if not f.exists()]
        for each in reversed(missing):
            each.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)
        if not folder.is_dir():
            raise StorageError(_("{folder} is needed as a folder, but it is a file.", folder=folder))
    except OSError as error:
        said = _("The folder {folder} cannot be made: {why}.", folder=folder, why=because(error))
        raise StorageError(said) from error
    # A stick formatted for Windows knows no modes, and the program must still run from it.
    with suppress(OSError):
        if folder.stat().st_mode & 0o077:
            folder.chmod(OWNER_ONLY_FOLDER)
    return folder


def create_file(path: Path) -> int:
    """Create a new file that only its owner can read; its descriptor, open for writing. OSError if it exists."""
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), OWNER_ONLY_FILE)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Systems that cannot sync a folder order their names themselves."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place in one step: after a crash it holds the old content or the new, never half. OSError."""
    scrap = path.with_name(f"{path.name}.{os.urandom(6).hex()}.tmp")
    try:
        descriptor = create_file(scrap)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        scrap.replace(path)
    except OSError:
        with suppress(OSError):
            scrap.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_authored(path: Path, content: bytes) -> None:
    """Put a file of somebody's own in place in one step, with the mode that it had or that new files get. OSError."""
    path = path.resolve()
    try:
        mode = path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    write_whole(path, content)
    with suppress(OSError):
        path.chmod(mode)
