"""One window at a time on one play.

The lock is the system's own on a small file beside the play, so it is gone the moment its holder dies and no stale
lock can be left. The file holds the process id, for the message. A lock on a file of its own is needed because closing
any second handle on a SQLite file would drop the locks that SQLite itself holds on it.
"""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from backfire_sim.speech import _
from backfire_sim.storage.errors import PlayInUseError, StorageError, because
from backfire_sim.storage.paths import OWNER_ONLY_FILE

# Windows locks bytes, and bytes that are locked cannot be read: the lock stands far behind the process id.
_LOCKED_BYTE = 1 << 30


def lock_path(play: Path) -> Path:
    """The lock file of a play file."""
    return play.with_suffix(".lock")


class Lock:
    """A held lock. `release` may be called more than once."""

    def __init__(self, play: Path, tries: int = 6) -> None:
        """Take the lock of a play file; PlayInUseError if another holds it, in this process or another.

        It is tried a few times, 50 ms apart: a list of plays being made holds each lock for an instant.
        """
        self.path = lock_path(play)
        self._descriptor: int | None = None
        for left in range(tries - 1, -1, -1):
            try:
                self._descriptor = self._take_whole()
                break
            except PlayInUseError:
                if not left:
                    raise
                time.sleep(0.05)
            except OSError as error:
                said = _("{folder} cannot be written to: {why}.", folder=self.path.parent, why=because(error))
                raise StorageError(said) from error

    def _take_whole(self) -> int:
        descriptor = _take(self.path)
        # The holder before may have removed the file between our opening and our locking it.
        while not _is_at(descriptor, self.path):
            os.close(descriptor)
            descriptor = _take(self.path)
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.write(descriptor, str(os.getpid()).encode())
        return descriptor

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is None:
            return
        # Unlinked while still held, so that nobody can lock a file that is about to vanish unnoticed.
        with suppress(OSError):
            if _is_at(self._descriptor, self.path):
                self.path.unlink()
        os.close(self._descriptor)
        self._descriptor = None
        if sys.platform == "win32":
            with suppress(OSError):
                self.path.unlink()


def holder(play: Path) -> int | None:
    """Id of the process that has a play open; 0 if one does and its id is not known; None if none does."""
    if not lock_path(play).exists():
        return None
    try:
        Lock(play, tries=1).release()
    except PlayInUseError as error:
        return error.process or 0
    except StorageError:
        return None
    return None


def _take(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, OWNER_ONLY_FILE)
    try:
        _lock(descriptor)
    except (BlockingIOError, PermissionError):
        process = _written_in(descriptor)
        os.close(descriptor)
        raise PlayInUseError(process) from None
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _written_in(descriptor: int) -> int | None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return int(os.read(descriptor, 20))
    except (OSError, ValueError):
        return None


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path, follow_symlinks=False))
    except OSError:
        return False
