"""The log of practice: every answer, durable before it counts. Everything else is worked out from it.

It is a file like that of a play, with the same chain and the same lock, and it holds when each answer was given.

    with open_reviews() as log:
        log.add(review)                                  # on the disk when it returns
"""

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from backfire_sim import __version__
from backfire_sim.practice.reviews import Review, from_record, to_record
from backfire_sim.speech import _, later, plural
from backfire_sim.storage.damage import examine, salvage
from backfire_sim.storage.erase import erase
from backfire_sim.storage.errors import (
    DamagedPlayError,
    PlayInUseError,
    PracticeInUseError,
    StorageError,
    because,
)
from backfire_sim.storage.file import ENDING
from backfire_sim.storage.lock import Lock, holder
from backfire_sim.storage.log import MemoryLog, PlayLog, Words
from backfire_sim.storage.paths import places, sync_folder
from backfire_sim.storage.plays import as_it_lies
from backfire_sim.storage.rows import After, Header, Raw, Row, header_from_text, row_from_raw

NAME = "reviews"
PRACTICE = "practice"
"""What stands in the header where a play has its scenario."""

_TRIES = 5
"""How often a file is read that another window is writing to."""


class _File(PlayLog):
    """The file of the reviews: that of a play, with other words."""

    words: ClassVar[Words] = Words(
        none=later("Nothing was practiced yet: there is no file {path}."),
        unkept=later("What you practice cannot be kept in {folder}: {why}."),
        closed=later("Practice has been closed."),
        full=later("The disk is full: the last answer is not kept. Make room on the disk of {folder}."),
        failing=later("The disk of {folder} reports an error: the last answer may not be kept."),
        reopen=later("Open practice again to go on from your last answer."),
    )


class ReviewLog:
    """What was answered so far, and a place to add to it."""

    def __init__(self, log: MemoryLog) -> None:
        """StorageError if it holds something that is no review."""
        self._log = log
        self.reviews: list[Review] = _reviews(log.rows())

    @property
    def path(self) -> Path | None:
        """Where it is kept; None: nowhere."""
        return self._log.path

    def add(self, review: Review) -> None:
        """Keep a review; when this returns it is durable. StorageError if the disk refuses: nothing is added then."""
        record = to_record(review)
        self._log.append(str(len(self.reviews) + 1), record, After())
        self.reviews.append(from_record(record))

    def close(self) -> None:
        """Let go of the file. May be called again."""
        self._log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def open_reviews(*, ephemeral: bool = False) -> ReviewLog:
    """The log of practice, to add to; made if there is none. `ephemeral`: an empty one that is kept nowhere.

    PracticeInUseError (a PlayInUseError) where another window has it; DamagedPlayError, for which `salvage_reviews`
    helps; StorageError if the disk refuses, or if it was written by another version of the program.
    """
    header = Header(scenario=PRACTICE, title=PRACTICE, source="", digest="", program=__version__)
    if ephemeral:
        return ReviewLog(MemoryLog(header))
    path = _path()
    try:
        _settle(path)
        log = _File.create(path.parent, header, NAME)
    except PlayInUseError as error:
        raise PracticeInUseError(error.process) from error
    except DamagedPlayError as error:
        raise _damaged(path) from error
    try:
        found = ReviewLog(log)
    except BaseException:
        log.close()
        raise
    _clear(path, log)
    return found


def read_reviews() -> list[Review]:
    """What was answered so far, read as it lies, open elsewhere or not; nothing where there is none.

    DamagedPlayError, or StorageError, as `open_reviews`.
    """
    path = _path()
    there = path if path.exists() else _longest(_strays(path))
    if there is None:
        return []
    raws = as_it_lies(there)
    for _again in range(_TRIES):
        if raws or holder(there) is None:
            break
        time.sleep(0.05)
        raws = as_it_lies(there)
    return _reviews(_rows(raws or _as_settled(there)))


def salvage_reviews() -> int:
    """Save what can be read of a damaged log, and put the damaged file aside; how many answers were saved.

    PracticeInUseError where another window has it; StorageError if it is whole, or if nothing can be read any more.
    """
    path = _path()
    if not path.is_file():
        raise StorageError(_(_File.words.none, path=path))
    try:
        health = examine(path)
        if health.ok:
            raise StorageError(_("What you practiced is whole: there is nothing to save."))
        if health.header is None:
            said = _("Nothing can be read any more of what you practiced. It stays where it is: {path}.", path=path)
            raise StorageError(said)
        saved = salvage(path)
        _settle(path)
    except PlayInUseError as error:
        raise PracticeInUseError(error.process) from error
    return saved.events


def _path() -> Path:
    return places().practice / f"{NAME}{ENDING}"


def _rows(raws: Iterable[Raw]) -> list[Row]:
    return [row_from_raw(number, raw) for number, raw in enumerate(raws) if number]


def _reviews(rows: Iterable[Row]) -> list[Review]:
    found = []
    for row in rows:
        try:
            found.append(from_record(row.event))
        except ValueError as error:
            said = _(
                "Answer {number} of what you practiced cannot be understood: it may have been kept by another version "
                "of the program.",
                number=row.number,
            )
            raise StorageError(said) from error
    return found


def _as_settled(path: Path) -> list[Raw]:
    """The rows of a file that a process left half done when it was killed: opening it settles what counts."""
    try:
        health = examine(path)
    except PlayInUseError as error:
        raise PracticeInUseError(error.process) from error
    if not health.ok:
        raise _damaged(path)
    return as_it_lies(path)


def _damaged(path: Path) -> DamagedPlayError:
    wrong = [_("The file of what you practiced is damaged: {path}.", path=path)]
    with suppress(StorageError):
        health = examine(path)
        if health.header is not None:
            said = plural(
                "{count} answer from the beginning can be read, and saved.",
                "{count} answers from the beginning can be read, and saved.",
                health.readable,
            )
            wrong.append(said)
        else:
            wrong.append(_("Nothing can be read of it any more."))
    return DamagedPlayError(tuple(wrong))


# Saving a damaged log makes a new file under a name of its own, puts the damaged one aside, and gives the new one the
# name of the log. A process that is killed on the way leaves a file that is no longer, or not yet, the log.


def _strays(path: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(each for each in path.parent.glob(f"*{ENDING}") if each != path and each.is_file())
    return []


def _longest(strays: list[Path]) -> Path | None:
    """The one with the most in it, of those that are whole and hold what was practiced."""
    counted = [
        (len(raws), stray)
        for stray in strays
        if (raws := as_it_lies(stray)) and header_from_text(raws[0].event).scenario == PRACTICE
    ]
    return max(counted)[1] if counted else None


def _settle(path: Path) -> None:
    """Where there is no log, take what was saved of one. PlayInUseError, StorageError."""
    if path.exists() or not _strays(path):
        return
    lock = Lock(path)
    try:
        saved = _longest(_strays(path))
        if saved is not None and not path.exists():
            os.rename(saved, path)
            sync_folder(path.parent)
    except OSError as error:
        raise StorageError(_(_File.words.unkept, folder=path.parent, why=because(error))) from error
    finally:
        lock.release()


def _clear(path: Path, log: PlayLog) -> None:
    """Remove what was saved earlier and is all in the log."""
    for stray in _strays(path):
        raws = as_it_lies(stray)
        if raws and _rows(raws) == log.rows()[: len(raws) - 1]:
            erase(stray)
