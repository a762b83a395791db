"""The plays on this machine: which can be gone on with, and where each stands."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from backfire_sim.scoring.settle import outcome_of
from backfire_sim.speech import _
from backfire_sim.storage.damage import examine
from backfire_sim.storage.erase import erase
from backfire_sim.storage.errors import PlayInUseError, StorageError, because
from backfire_sim.storage.file import ENDING, connect, look_wrong, read
from backfire_sim.storage.lock import Lock, holder
from backfire_sim.storage.paths import places
from backfire_sim.storage.rows import After, Header, Raw, header_from_text, row_from_raw


@dataclass(frozen=True, slots=True)
class PlayFound:
    """One play file, read without changing it."""

    path: Path
    changed: float
    """When the last event was kept: seconds since 1970, from the file's own time."""
    header: Header | None = None
    """None where it cannot be read."""
    events: int = 0
    after: After = field(default_factory=After)
    """Where the play stood after its last event."""
    wrong: tuple[str, ...] = ()
    """What is wrong with the file, in sentences; `damage.salvage` helps."""
    open_in: int | None = None
    """The process that has it open, 0 if its id is not known; None if none has."""
    gone_on: bool = False
    """Whether another play goes on from it, in the scenario as it is now."""

    @property
    def title(self) -> str:
        """The scenario's title, "" where it cannot be read."""
        return self.header.title if self.header else ""

    @property
    def round(self) -> int:
        """The round that the play was in."""
        return self.after.numbers.get("round", 0)

    @property
    def scene(self) -> str:
        """Id of the scene that was open last."""
        return self.after.scene

    @property
    def over(self) -> bool:
        """Whether it came to its end."""
        return self.after.over

    @property
    def outcome(self) -> str:
        """The class that the play stands in, one of the model's outcome classes; "" before its first event."""
        return outcome_of(self.after.numbers) if self.after.numbers else ""

    @property
    def can_go_on(self) -> bool:
        """Whether the play is whole, closed, not over, and not gone on with as another one."""
        return self.left and not self.wrong and self.open_in is None and self.header is not None

    @property
    def left(self) -> bool:
        """Whether it is one that people mean to go on with: not over, and not gone on with as another one.

        Of a damaged play nobody knows; it is taken to be one.
        """
        return not self.over and not self.gone_on


def found(folder: Path | None = None) -> Iterator[PlayFound]:
    """Every play of a folder (the usual one), the last changed first, read as each is asked for.

    StorageError if the folder is there and cannot be read.
    """
    return looked_at(files(folder))


def files(folder: Path | None = None) -> list[Path]:
    """The files of the plays in a folder (the usual one), the last changed first. StorageError as `found`."""
    folder = folder or places().plays
    try:
        timed = [(path.stat().st_mtime_ns, path) for path in folder.glob(f"*{ENDING}") if path.is_file()]
    except OSError as error:
        raise StorageError(_("{path} cannot be read: {why}.", path=folder, why=because(error))) from error
    return [path for _changed, path in sorted(timed, reverse=True)]


def looked_at(files: Iterable[Path]) -> Iterator[PlayFound]:
    """The plays in these files, which `files` gave in its order: a play that goes on from another comes before it."""
    continued: set[str] = set()
    for path in files:
        with suppress(FileNotFoundError):
            play = _look(path, path.stat().st_mtime_ns / 1e9)
            if play.header is not None and play.header.continues:
                continued.add(play.header.continues)
            yield replace(play, gone_on=True) if path.stem in continued else play


def unfinished(folder: Path | None = None) -> list[PlayFound]:
    """Plays that can be gone on with, the last changed first. Damaged or open ones are only in `found`."""
    return [play for play in found(folder) if play.can_go_on]


def latest_left(most: int, within: int, folder: Path | None = None) -> list[PlayFound]:
    """At most so many of the plays that people mean to go on with, of the files that were changed last.

    Open ones are among them, and damaged ones of which something can be saved. `within`: how many files are looked at,
    because this is for a first screen.
    """
    offered = (play for play in looked_at(files(folder)[:within]) if play.left and (play.events or not play.wrong))
    return list(islice(offered, most))


def since(changed: float) -> tuple[float, int]:
    """Seconds from a time (in seconds since 1970) until now, and the midnights between, where this computer is."""
    from datetime import datetime

    now, then = datetime.now(), datetime.fromtimestamp(changed)
    return (now - then).total_seconds(), (now.date() - then.date()).days


def remove(path: Path) -> None:
    """Remove a play and what belongs to it. PlayInUseError if it is open, StorageError if it cannot be removed."""
    lock = Lock(path)
    try:
        for ending in (".play", ".play-wal", ".play-shm", ".play-journal", ".table"):
            why = erase(path.with_suffix(ending))
            if why:
                raise StorageError(_("{path} cannot be removed: {why}.", path=path.with_suffix(ending), why=why))
    finally:
        lock.release()


def as_it_lies(path: Path) -> list[Raw]:
    """The rows of a play's file, header first, open elsewhere or not: to look at; none where that is not all of it."""
    return _as_it_lies(path, holder(path) is not None)


def _look(path: Path, changed: float) -> PlayFound:
    open_in = holder(path)
    rows = _as_it_lies(path, open_in is not None)
    if rows:
        return _found(path, changed, rows, open_in)
    if open_in is not None:
        return PlayFound(path, changed, open_in=open_in)
    try:
        health = examine(path)
    except PlayInUseError as error:
        return PlayFound(path, changed, open_in=error.process or 0)
    except StorageError as error:
        return PlayFound(path, changed, wrong=(str(error),))
    if health.ok and (rows := _as_it_lies(path, False)):
        return _found(path, changed, rows, None)
    return PlayFound(path, changed, health.header, health.readable, wrong=health.wrong)


def _found(path: Path, changed: float, rows: list[Raw], open_in: int | None) -> PlayFound:
    last = row_from_raw(len(rows) - 1, rows[-1]).after if len(rows) > 1 else After()
    return PlayFound(path, changed, header_from_text(rows[0].event), len(rows) - 1, last, open_in=open_in)


def _as_it_lies(path: Path, is_open: bool) -> list[Raw]:
    """The rows in the file itself, nothing locked and nothing settled; none where that is not the whole story."""
    wal = path.with_name(path.name + "-wal")
    try:
        # A log left by a process that was killed may hold an event more than the file. In a file that is open, only
        # SQLite may open and close anything: a plain handle closed by its own process would drop SQLite's locks.
        if not is_open and ((wal.exists() and wal.stat().st_size) or look_wrong(path)):
            return []
        connection = connect(path, "look")
    except (OSError, sqlite3.Error):
        return []
    try:
        rows, wrong = read(connection, thorough=False)
    finally:
        connection.close()
    return [] if wrong else rows
