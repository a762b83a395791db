"""What to do about a play file that is not whole: say what is wrong, and save what can be proved."""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from backfire_sim.speech import _, plural
from backfire_sim.storage.carve import carve
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.file import connect, look_wrong, read
from backfire_sim.storage.lock import Lock
from backfire_sim.storage.log import PlayLog
from backfire_sim.storage.paths import sync_folder
from backfire_sim.storage.rows import Header, Raw, header_from_text

DAMAGED = ".damaged"
"""What a damaged file's name ends in once it is put aside."""


@dataclass(frozen=True, slots=True)
class Health:
    """How a play file is."""

    ok: bool
    readable: int
    """Events from the first on that can be proved to be as they were written."""
    wrong: tuple[str, ...] = ()
    """What is wrong, in sentences; empty if nothing is."""
    header: Header | None = None
    """What was being played; None if that cannot be read any more."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of a damaged play."""

    path: Path
    """The new play file; the play can go on from here."""
    events: int
    aside: Path
    """Where the damaged file is now, as it was."""


def examine(path: Path) -> Health:
    """Read a play file with every doubt and change nothing in it but what opening it always settles.

    PlayInUseError if the play is open, StorageError if the file is not there or may not be read.

    A file is found whole if SQLite's own structure holds, every row's hash follows from the row before, and the count
    and last hash kept beside the rows agree. Two things cannot be noticed: a copy from an earlier moment put in place
    of the file, and a forger who writes all hashes anew.
    """
    if not path.is_file():
        raise StorageError(_("There is no play at {path}.", path=path))
    lock = Lock(path)
    try:
        return _examine(path)[0]
    finally:
        lock.release()


def salvage(path: Path) -> Salvaged:
    """Put the readable beginning of a damaged play into a new play file beside it, and the damaged file aside.

    The new file is complete and has been read back before the damaged one is renamed; nothing is deleted.
    StorageError if the play is whole, or if not even its header can be read; the file then stays where it is.
    """
    if not path.is_file():
        raise StorageError(_("There is no play at {path}.", path=path))
    lock = Lock(path)
    try:
        health, rows = _examine(path)
        if health.ok:
            raise StorageError(_("This play is whole: there is nothing to save from it."))
        if not rows:
            raise StorageError(_("Nothing in this file can be read any more. It stays where it is."))
        with PlayLog.restore(path.parent, rows) as log:
            new, events = log.path, len(log)
        try:
            return Salvaged(new, events, _put_aside(path))
        except OSError as error:
            said = _("{path} cannot be renamed: {why}. What was saved is in {new}.")
            raise StorageError(said.format(path=path, why=because(error), new=new)) from error
    finally:
        lock.release()


def _examine(path: Path) -> tuple[Health, list[Raw]]:
    try:
        before = path.stat()
        play, wal = path.read_bytes(), _read_if_there(path.with_name(path.name + "-wal"))
    except OSError as error:
        raise StorageError(_("{path} cannot be read: {why}.", path=path, why=because(error))) from error
    problem = look_wrong(path)
    wrong = [problem] if problem else []
    rows: list[Raw] = []
    if not wrong:
        try:
            rows, wrong = _read(path)
        except sqlite3.Error as error:
            wrong = [_("The file cannot be opened ({why}).", why=error)]
        # Looking is no change: the list of plays goes by when each was last played.
        with suppress(OSError):
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    if not wrong:
        return Health(True, len(rows) - 1, (), header_from_text(rows[0].event)), rows
    carved = carve(play, wal)
    rows = max(rows, carved, key=len)
    if not rows:
        return Health(False, 0, (*wrong, _("Nothing in it can be read."))), []
    count = len(rows) - 1
    said = plural(
        "{count} event from the beginning can be read and proved.",
        "{count} events from the beginning can be read and proved.",
        count,
    )
    wrong.append(said)
    return Health(False, count, tuple(wrong), header_from_text(rows[0].event)), rows


def _read(path: Path) -> tuple[list[Raw], list[str]]:
    connection = connect(path)
    try:
        return read(connection)
    finally:
        connection.close()


def _read_if_there(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _put_aside(path: Path) -> Path:
    aside = path.with_name(path.name + DAMAGED)
    for number in range(2, 1000):
        if not aside.exists():
            break
        aside = path.with_name(f"{path.name}{DAMAGED}-{number}")
    for ending in ("-wal", ""):
        companion = path.with_name(path.name + ending)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + ending))
    sync_folder(path.parent)
    return aside
