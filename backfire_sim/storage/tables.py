"""The table beside its play: `plays/ID.table`, written whole after each event, gone with the play.

It says who has chosen and how many chose what, so that a choice goes on after a crash. Which seat chose which is in
no file, and what stood in the file before is overwritten where the disk allows it.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from backfire_sim.speech import _
from backfire_sim.storage.erase import erase
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import write_whole
from backfire_sim.table.records import BadRecordError, from_plain, to_plain
from backfire_sim.table.setup import BadSetupError, checked
from backfire_sim.table.sound import is_sound
from backfire_sim.table.state import Table, sealed

ENDING = ".table"
VERSION = 1
_MOST_BYTES = 4 * 1024 * 1024


def table_path(play: Path) -> Path:
    """The file of the table that plays this play."""
    return play.with_suffix(ENDING)


def save(path: Path, table: Table) -> None:
    """Keep a table. StorageError if the disk refuses; what was kept before is then still there."""
    record = {"version": VERSION, "table": to_plain(sealed(table))}
    before = _opened(path)
    try:
        write_whole(path, json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode())
    except OSError as error:
        said = _("What the table decides cannot be kept in {path}: {why}. The play itself is kept.")
        raise StorageError(said.format(path=path, why=because(error))) from error
    else:
        _blank(before)
    finally:
        if before is not None:
            os.close(before)


def load(path: Path) -> tuple[Table | None, str]:
    """The table of a play, None where there is none; and a sentence if one cannot be gone on with, else ""."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except FileNotFoundError:
        return None, ""
    except OSError as error:
        said = _("The table of this play cannot be read ({path}: {why}). It is set up anew; the play is as it was.")
        return None, said.format(path=path, why=because(error))
    try:
        record = json.loads(data)
        if record["version"] != VERSION:
            said = _("The table of this play was kept by another version of the program. It is set up anew.")
            return None, said
        table = from_plain(Table, record["table"])
        if not is_sound(table):
            raise BadRecordError("the table contradicts itself")
        return table._replace(setup=checked(table.setup), frozen=False), ""
    except (ValueError, KeyError, TypeError, RecursionError, BadSetupError):
        said = _("The file {name} is damaged. The table is set up anew; the play is as it was.", name=path.name)
        return None, said


def remove(path: Path) -> str:
    """Forget the table of a play; "" or why it is still there."""
    return erase(path)


def _opened(path: Path) -> int | None:
    """The file as it is before it is replaced; None where there is none, and where open files cannot be replaced."""
    if os.name == "nt":
        return None
    with suppress(OSError):
        return os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    return None


def _blank(before: int | None) -> None:
    if before is not None:
        with suppress(OSError):
            os.pwrite(before, bytes(os.fstat(before).st_size), 0)
            os.fsync(before)
