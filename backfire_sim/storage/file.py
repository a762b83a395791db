"""The play file as SQLite sees it: how it is made, opened, and read with every doubt.

SQLite's write-ahead log makes each append whole or absent. After each append the log is carried over into the file
itself (`wal_autocheckpoint=1`), so that damage to the write-ahead log can never take back an event that was
acknowledged: SQLite drops a damaged log's tail without a word.
"""

import os
import sqlite3
from pathlib import Path

from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import create_file, sync_folder
from backfire_sim.storage.rows import (
    FIRST,
    HASH_BYTES,
    HEADER_KEY,
    Raw,
    Tip,
    follow,
    header_from_text,
    link,
    row_from_raw,
)

ENDING = ".play"
PAGE = 4096
"""Bytes of a page; fixed, so that a file whose head is lost can still be searched."""

# How SQLite begins such a file: its name, the size of a page, and that both reading and writing go by way of a
# write-ahead log. A bit lost in the last two would only show at the next opening, after more has been written.
_START = b"SQLite format 3\0" + PAGE.to_bytes(2, "big") + b"\2\2"

_APPLICATION = 0x424B4652
_SCHEMA = {
    "event": (
        "CREATE TABLE event (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, event TEXT NOT NULL,"
        " after TEXT NOT NULL, hash BLOB NOT NULL)"
    ),
    "tip": (
        "CREATE TABLE tip (one INTEGER PRIMARY KEY CHECK (one = 1), rows INTEGER NOT NULL, last BLOB NOT NULL,"
        " header TEXT NOT NULL)"
    ),
}
_OBJECTS = sorted(
    [("table", name, name, sql) for name, sql in _SCHEMA.items()]
    + [("index", "sqlite_autoindex_event_1", "event", None)],
    key=str,
)


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Open an existing play file, alone. sqlite3.Error if SQLite cannot.

    Mode "look" reads without touching anything, locks and the write-ahead log included.
    """
    question = "mode=ro&immutable=1" if mode == "look" else f"mode={mode}"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{question}", uri=True, isolation_level=None, timeout=0, check_same_thread=False
    )
    try:
        for pragma in ("locking_mode=EXCLUSIVE", "synchronous=FULL", "fullfsync=ON", "checkpoint_fullfsync=ON"):
            connection.execute(f"PRAGMA {pragma}")
        for pragma in ("secure_delete=ON", "wal_autocheckpoint=1", "cell_size_check=ON", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}")
    except UnicodeDecodeError as error:
        # SQLite quotes the damaged words of a file in its complaint, and Python cannot read them.
        connection.close()
        raise sqlite3.DatabaseError(_("its words cannot be read")) from error
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def make(path: Path, header: str, rows: list[Raw] | None = None) -> None:
    """Write a new play file with a header, and rows if given, in one step: the file is there whole or not at all.

    OSError or sqlite3.Error if it cannot be. The caller holds the play's lock.
    """
    scrap = path.with_suffix(".new")
    forget(scrap)
    os.close(create_file(scrap))
    connection = connect(scrap)
    try:
        connection.execute(f"PRAGMA page_size={PAGE}")
        connection.execute("PRAGMA journal_mode=MEMORY")
        connection.execute("BEGIN")
        connection.execute(f"PRAGMA application_id={_APPLICATION}")
        for sql in _SCHEMA.values():
            connection.execute(sql)
        opening = Raw(HEADER_KEY, header, "", link(FIRST, 0, HEADER_KEY, header, ""))
        whole = [opening, *(rows or [])]
        connection.executemany(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?)", [(number, *raw) for number, raw in enumerate(whole)]
        )
        connection.execute("INSERT INTO tip VALUES (1, ?, ?, ?)", (len(whole), whole[-1].hash, header))
        connection.execute("COMMIT")
        # This one reports a full disk only by not answering as asked.
        if connection.execute("PRAGMA journal_mode=WAL").fetchone() != ("wal",):
            raise sqlite3.OperationalError(_("the disk did not take the file"))
    finally:
        connection.close()
    descriptor = os.open(scrap, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    os.rename(scrap, path)
    sync_folder(path.parent)


def forget(path: Path) -> None:
    """Remove a half-made file and SQLite's companions of it. OSError if one cannot be removed."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def insert(connection: sqlite3.Connection, number: int, raw: Raw) -> None:
    """Add a row and move the tip, in one transaction. sqlite3.Error leaves the file as it was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?)", (number, *raw))
        connection.execute("UPDATE tip SET rows = ?, last = ? WHERE one = 1", (number + 1, raw.hash))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def look_wrong(path: Path) -> str:
    """What is wrong with the file before SQLite is let near it, "" if nothing shows.

    SQLite takes an empty file for a new database, and throws its write-ahead log away.
    """
    try:
        with path.open("rb") as file:
            start = file.read(len(_START))
    except OSError as error:
        return _("The file cannot be read: {why}.", why=because(error))
    if not start:
        return _("The file is empty.")
    return "" if start == _START else _("The beginning of the file is not that of a play.")


def read(connection: sqlite3.Connection, thorough: bool = True) -> tuple[list[Raw], list[str]]:
    """The rows whose chain holds, row 0 first, and everything that is wrong with the file, in sentences.

    Checked are SQLite's own structure (if `thorough`), the tables, every row's shape, key, hash and place, and the tip.
    """
    wrong: list[str] = []
    rows: list[Raw] = []
    try:
        if thorough and connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            wrong.append(_("The inner structure of the file is damaged."))
        if connection.execute("PRAGMA application_id").fetchone() != (_APPLICATION,):
            wrong.append(_("The file does not say that it is a play."))
        if connection.execute("PRAGMA user_version").fetchone() != (0,):
            wrong.append(_("The file says something about itself that no play says."))
        objects = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
        if sorted(objects, key=str) != _OBJECTS:
            return [], [*wrong, _("The tables of the file are not those of a play.")]
        found = connection.execute("SELECT number, key, event, after, hash FROM event ORDER BY number").fetchall()
        tips = connection.execute("SELECT one, rows, last, header FROM tip").fetchall()
    except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
        return rows, [*wrong, _("The file cannot be read to its end ({why}).", why=error)]
    for number, row in enumerate(found):
        if row[0] != number or not _is_raw(row[1:]):
            wrong.append(_("Row {number} is missing, or does not have the shape of a row.", number=number))
            break
        rows.append(Raw(*row[1:]))
    rows, broken = follow(rows)
    if broken:
        wrong.append(broken)
    try:
        for number, raw in enumerate(rows):
            header_from_text(raw.event) if number == 0 else row_from_raw(number, raw)
    except StorageError as error:
        del rows[number:]
        wrong.append(str(error))
    if not wrong:
        wrong += _tip_wrong(tips, rows)
    return rows, wrong


def _is_raw(row: tuple[object, ...]) -> bool:
    key, event, after, digest = row
    return (
        all(isinstance(text, str) for text in (key, event, after))
        and isinstance(digest, bytes)
        and len(digest) == HASH_BYTES
    )


def _tip_wrong(tips: list[tuple[object, ...]], rows: list[Raw]) -> list[str]:
    if not rows:
        return [_("The file holds no header.")]
    tip = Tip(len(rows), rows[-1].hash, rows[0].event)
    if tips == [(1, *tip)]:
        return []
    counted = tips[0][1] if len(tips) == 1 else None
    if isinstance(counted, int) and counted > tip.rows:
        said = _("{missing} of {all} events are missing at the end.")
        return [said.format(missing=counted - tip.rows, all=counted - 1)]
    return [_("The count that is kept beside the events does not agree with them.")]
