"""A document put where a person says, and over nothing that is there unless they say that too."""

from __future__ import annotations

from pathlib import Path

from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import write_whole


class ThereAlreadyError(StorageError):
    """There is a file of this name; nothing was written."""

    def __init__(self, file: Path) -> None:
        self.file = file
        super().__init__(_("{file} is there already. Nothing was written.", file=file))


def target(name: str, suggested: str = "") -> Path:
    """The whole path that a person means: in the folder they are in unless they name another.

    A folder means the suggested name in it. StorageError if nothing can be written there.
    """
    typed = name.strip()
    try:
        file = Path(typed or suggested).expanduser().absolute()
        if typed.endswith(("/", "\\")) or file.is_dir():
            file = file / suggested
        if not file.parent.is_dir():
            raise StorageError(_("There is no folder {folder}.", folder=file.parent))
        if file.is_dir() or not file.name:
            raise StorageError(_("{file} is a folder, not a file.", file=file))
    except (OSError, ValueError, RuntimeError) as error:
        # RuntimeError: a `~somebody` whom the system does not know. ValueError: a name with a zero byte.
        reason = because(error) if isinstance(error, OSError) else _("this is no name for a file")
        raise StorageError(_("Nothing can be saved as {name}: {why}.", name=typed, why=reason)) from error
    return file


def save(content: str | bytes, file: Path, *, replace: bool = False) -> Path:
    """Write a document so that only its owner can read it; the whole path.

    ThereAlreadyError if there is such a file and it is not to be replaced; StorageError if the disk refuses.
    """
    try:
        if file.exists() and not replace:
            raise ThereAlreadyError(file)
        if file.exists() and not file.is_file():
            raise StorageError(_("{file} is not an ordinary file. Nothing was written.", file=file))
        # A link stays a link: what it leads to is what is written.
        write_whole(file.resolve(), content.encode("utf-8", "replace") if isinstance(content, str) else content)
    except (OSError, ValueError, RuntimeError) as error:
        reason = because(error) if isinstance(error, OSError) else _("this is no name for a file")
        raise StorageError(_("{file} cannot be written: {why}.", file=file, why=reason)) from error
    return file
