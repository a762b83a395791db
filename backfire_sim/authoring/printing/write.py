"""A page put into a file, and never over a file that is somebody's own."""

from pathlib import Path

from backfire_sim.documents.page import OURS
from backfire_sim.storage.errors import StorageError, because

_HEAD = 2000
"""Characters in which a page of ours says that it is one."""


def write(html: str, file: Path) -> None:
    """Write a page. A page that this program wrote before is written anew; StorageError for any other file."""
    try:
        if file.exists() and not _ours(file):
            raise StorageError(f"{file} is there already, and backfire did not write it. Name another file with -o.")
        file.write_text(html, encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = because(error) if isinstance(error, OSError) else "this is no name for a file"
        raise StorageError(f"{file} cannot be written: {reason}.") from error


def _ours(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open(encoding="utf-8", errors="replace") as page:
        return OURS in page.read(_HEAD)
