"""The log of one play: every event, durable before it counts. The log is the save.

    with PlayLog.create(places().plays, header) as log:
        log.append("1", to_record(event), after)        # on the disk when it returns

Each play is one SQLite file. A process killed at any moment leaves a file that opens and holds every event whose
`append` returned. `MemoryLog` has the same methods and writes nothing at all.
"""

import os
import sqlite3
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, NamedTuple, Self

from backfire_sim.speech import _, later
from backfire_sim.storage import file
from backfire_sim.storage.erase import erase
from backfire_sim.storage.errors import DamagedPlayError, KeyUsedError, PlayInUseError, StorageError, because
from backfire_sim.storage.lock import Lock
from backfire_sim.storage.paths import ensure_folder
from backfire_sim.storage.rows import (
    FIRST,
    HEADER_KEY,
    After,
    Header,
    Raw,
    Row,
    after_to_text,
    check_key,
    header_from_text,
    header_to_text,
    link,
    row_from_raw,
    to_text,
)

_ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_ID_LENGTH = 12


class Words(NamedTuple):
    """What is said where something cannot be done; `{path}`, `{folder}` and `{why}` are put in."""

    none: str
    unkept: str
    closed: str
    full: str
    failing: str
    reopen: str


PLAY_WORDS = Words(
    none=later("There is no play at {path}."),
    unkept=later("No play can be kept in {folder}: {why}."),
    closed=later("This play has been closed."),
    full=later("The disk is full: the last event is not kept. Make room on the disk of {folder}."),
    failing=later("The disk of {folder} reports an error: the last event may not be kept."),
    reopen=later("Open the play again to go on from its last event."),
)


def new_id() -> str:
    """A random id for a play: 12 letters and digits, none that looks like another. It says nothing about the play."""
    # Drawn from 16 random bytes: 64 bits more than the id has, so that no letter is likelier than another.
    drawn, letters = int.from_bytes(os.urandom(16)), ""
    while len(letters) < _ID_LENGTH:
        drawn, place = divmod(drawn, len(_ID_LETTERS))
        letters += _ID_LETTERS[place]
    return letters


class MemoryLog:
    """A play that is kept nowhere: it is gone when the program ends, also by a crash."""

    path: Path | None = None
    """Where the play is kept; None: nowhere."""

    def __init__(self, header: Header) -> None:
        text = header_to_text(header)
        self._raws = [Raw(HEADER_KEY, text, "", link(FIRST, 0, HEADER_KEY, text, ""))]
        self._numbers: dict[str, int] = {HEADER_KEY: 0}
        self._turn = threading.Lock()

    @property
    def header(self) -> Header:
        """What is being played."""
        return header_from_text(self._raws[0].event)

    def __len__(self) -> int:
        return len(self._raws) - 1

    def rows(self) -> list[Row]:
        """Every event so far, in order."""
        return [row_from_raw(number, raw) for number, raw in enumerate(self._raws) if number]

    def append(self, key: str, event: Mapping[str, Any], after: After) -> bool:
        """Add an event; when this returns it is durable (in a MemoryLog: as durable as the process).

        `key` names the event once and for all, 1 to 200 printable characters. The same key with the same event and
        numbers changes nothing and gives False; with others it is a KeyUsedError. ValueError for a key that cannot be
        one and for an event that JSON cannot say. StorageError if the disk refuses; the log then holds what it held.
        """
        event_text, after_text = to_text(event), after_to_text(after)
        with self._turn:
            known = self._numbers.get(check_key(key))
            if known is not None:
                if self._raws[known][1:3] == (event_text, after_text):
                    return False
                said = _('The event key "{key}" already stands for event {number}, which is another one.')
                raise KeyUsedError(said.format(key=key, number=known))
            number = len(self._raws)
            digest = link(self._raws[-1].hash, number, key, event_text, after_text)
            raw = Raw(key, event_text, after_text, digest)
            self._keep(number, raw)
            self._raws.append(raw)
            self._numbers[key] = number
        return True

    def close(self) -> None:
        """Let go of the play. May be called again; nothing can be appended afterwards to a log on disk."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _keep(self, number: int, raw: Raw) -> None:
        pass


class PlayLog(MemoryLog):
    """A play kept in a file, and locked against a second window while it is open."""

    path: Path
    words: ClassVar[Words] = PLAY_WORDS

    def __init__(self, path: Path, lock: Lock, connection: sqlite3.Connection, raws: list[Raw]) -> None:
        """Only for `create` and `open`."""
        self.path = path
        self._raws = raws
        self._numbers = {raw.key: number for number, raw in enumerate(raws)}
        self._turn = threading.Lock()
        self._lock = lock
        self._connection: sqlite3.Connection | None = connection
        self._failed = ""

    @classmethod
    def create(cls, folder: Path, header: Header, name: str = "") -> Self:
        """Begin a play in a folder (made if need be). StorageError if the disk refuses.

        `name`: what its file is called, without the ending, instead of a new id; one that is there already is opened.
        """
        return cls._create(folder, header_to_text(header), [], name)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Go on with a play. PlayInUseError, DamagedPlayError (see `damage`), or StorageError if it cannot be read."""
        if not path.is_file():
            raise StorageError(_(cls.words.none, path=path))
        return cls._open(path, Lock(path))

    @classmethod
    def restore(cls, folder: Path, raws: list[Raw]) -> Self:
        """Begin a play from rows whose chain holds, row 0 first, as `damage.salvage` does. StorageError."""
        return cls._create(folder, raws[0].event, raws[1:])

    @property
    def id(self) -> str:
        """The play's id: its file name without the ending."""
        return self.path.stem

    def close(self) -> None:
        """Let go of the file and of its lock."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()
            self._lock.release()

    @classmethod
    def _create(cls, folder: Path, header: str, rows: list[Raw], name: str = "") -> Self:
        ensure_folder(folder)
        _tidy(folder)
        path = folder / f"{name or new_id()}{file.ENDING}"
        lock = Lock(path)
        if path.exists():
            return cls._open(path, lock)
        try:
            file.make(path, header, rows)
        except (OSError, sqlite3.Error) as error:
            with suppress(OSError):
                file.forget(path.with_suffix(".new"))
            lock.release()
            why = because(error) if isinstance(error, OSError) else str(error)
            raise StorageError(_(cls.words.unkept, folder=folder, why=why)) from error
        return cls._open(path, lock)

    @classmethod
    def _open(cls, path: Path, lock: Lock) -> Self:
        connection = None
        try:
            wrong = [problem] if (problem := file.look_wrong(path)) else []
            raws: list[Raw] = []
            if not wrong:
                connection = file.connect(path)
                raws, wrong = file.read(connection)
            if not wrong and connection is not None:
                # Said now rather than at the first decision: a file that can be read but not written to.
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("UPDATE tip SET one = 1")
                connection.execute("ROLLBACK")
                return cls(path, lock, connection, raws)
        except sqlite3.Error as error:
            wrong = [_plain(error, path, cls.words)]
            if _is_busy(error):
                _let_go(connection, lock)
                raise PlayInUseError(None) from error
            if _is_refusal(error, path):
                _let_go(connection, lock)
                raise StorageError(wrong[0]) from error
        _let_go(connection, lock)
        raise DamagedPlayError(tuple(wrong))

    def _keep(self, number: int, raw: Raw) -> None:
        if self._connection is None:
            raise StorageError(_(self.words.closed))
        if self._failed:
            raise StorageError(self._failed)
        try:
            file.insert(self._connection, number, raw)
        except sqlite3.Error as error:
            said = _plain(error, self.path, self.words)
            if not _is_full(error):
                # After a failed sync nobody knows what the disk holds: only opening the file again tells.
                self._failed = f"{said} {_(self.words.reopen)}"
            raise StorageError(self._failed or said) from error


def _tidy(folder: Path) -> None:
    """Remove what a process killed while beginning a play left behind, and the tables of plays that are gone."""
    for scrap in folder.glob("*.new"):
        with suppress(OSError, StorageError):
            lock = Lock(scrap)
            file.forget(scrap)
            lock.release()
    for table in folder.glob("*.table"):
        if not table.with_suffix(file.ENDING).exists():
            erase(table)
    for stale in folder.glob("*.lock"):
        if not stale.with_suffix(file.ENDING).exists():
            with suppress(OSError, StorageError):
                Lock(stale).release()


def _let_go(connection: sqlite3.Connection | None, lock: Lock) -> None:
    if connection is not None:
        with suppress(sqlite3.Error):
            connection.close()
    lock.release()


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _is_busy(error: sqlite3.Error) -> bool:
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _is_full(error: sqlite3.Error) -> bool:
    return _code(error) == sqlite3.SQLITE_FULL


def _is_refusal(error: sqlite3.Error, path: Path) -> bool:
    """Whether the disk or the account is in the way, and not the content of the file."""
    if _code(error) == sqlite3.SQLITE_READONLY:
        return not os.access(path, os.W_OK)
    return _code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)


def _plain(error: sqlite3.Error, path: Path, words: Words) -> str:
    match _code(error):
        case sqlite3.SQLITE_FULL:
            said = _(words.full)
        case sqlite3.SQLITE_IOERR:
            said = _(words.failing)
        case sqlite3.SQLITE_READONLY:
            said = _("{path} may be read but not written to.")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            said = _("{path} cannot be opened. May this account read and write there?")
        case _:
            return _("The file is damaged ({why}).", why=error)
    return said.format(path=path, folder=path.parent)
