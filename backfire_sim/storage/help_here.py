"""Where to get help here: a page of plain text that the trainer writes, and nobody else needs to know of.

The program knows no number and no address: those age, and are other ones in every town.
"""

from pathlib import Path

from backfire_sim.speech import _, later
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import ensure_folder, places, write_whole
from backfire_sim.text import plain

MOST = 8000
"""Characters that are kept: a page or three."""

_MOST_BYTES = 64 * 1024

HEADINGS = (
    later("Who looks after us in this room today:"),
    later("People near here to talk to:"),
    later("A crisis line that is open now:"),
    later("Legal aid:"),
    later("Digital security:"),
    later("A place to go if somebody cannot go home:"),
)
"""What a trainer may want to fill in."""

EMPTY = later(
    "Nobody has filled this in yet.\n\n"
    "Turn to the person who leads this training, or to somebody in this room whom you trust. Say as much as you want "
    "to, or only that you want to step outside together. If somebody is in danger now, call the emergency number of "
    "where you are."
)
"""What is said where nothing was filled in."""


def template() -> str:
    """The headings to fill in."""
    return "\n\n".join(f"{_(heading)}\n" for heading in HEADINGS).rstrip("\n") + "\n"


def cleaned(text: str) -> str:
    """The text as it is kept: plain, no spaces at the ends of lines, at most MOST characters."""
    lines = [line.rstrip() for line in plain(text.replace("\r\n", "\n"))[:MOST].split("\n")]
    return "\n".join(lines).strip("\n")


def filled_in(text: str) -> bool:
    """Whether the text says more than the headings alone."""
    return bool(text.strip()) and cleaned(text).split() != cleaned(template()).split()


def read(path: Path | None = None) -> str:
    """What the trainer wrote; empty where nobody did. StorageError if it is there and cannot be read."""
    path = path or places().help_here
    try:
        with path.open("rb") as file:
            text = cleaned(file.read(_MOST_BYTES).decode("utf-8", errors="replace"))
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise StorageError(_("{path} cannot be read: {why}.", path=path, why=because(error))) from error
    return text if filled_in(text) else ""


def write(text: str, path: Path | None = None) -> None:
    """Keep what the trainer wrote, in one step. StorageError if the disk refuses."""
    path = path or places().help_here
    ensure_folder(path.parent)
    try:
        write_whole(path, f"{cleaned(text)}\n".encode())
    except OSError as error:
        raise StorageError(_("It cannot be kept in {path}: {why}.", path=path, why=because(error))) from error
