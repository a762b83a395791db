"""The bytes of a file that somebody named: of an ordinary file, and never more than a limit."""

from __future__ import annotations

import errno
import os
import stat

_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotOrdinaryError(OSError):
    """A pipe, a device or a socket: it may have no end, or never begin."""


def read_ordinary(path: str | os.PathLike[str], most: int) -> bytes:
    """The first `most` bytes of an ordinary file. NotOrdinaryError for anything else that is no folder, OSError and
    ValueError as `open` raises them.

    What is opened is asked what it is, without waiting: a pipe that nobody writes to would be waited for forever.
    """
    descriptor = os.open(path, os.O_RDONLY | _AT_ONCE)
    try:
        kind = os.fstat(descriptor).st_mode
    except OSError:
        os.close(descriptor)
        raise
    if not stat.S_ISREG(kind):
        os.close(descriptor)
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        raise NotOrdinaryError(errno.EINVAL, "It is not an ordinary file")
    with os.fdopen(descriptor, "rb") as file:
        return file.read(most)
