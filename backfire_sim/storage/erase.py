"""Make files go away, content first.

The content is overwritten and cut off before the name is removed, as far as the file system honors it. What cannot be
promised: flash disks and memory cards write elsewhere and keep the old cells for a while; file systems that copy on
write or keep snapshots (btrfs, ZFS, APFS), backups, cloud folders, and the swap space may hold older copies. Against
somebody who takes the machine apart only the encryption of the whole disk helps, or a play that is never kept.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

from backfire_sim.storage.errors import because
from backfire_sim.storage.paths import sync_folder

_CHUNK = bytes(64 * 1024)


def erase(path: Path) -> str:
    """Overwrite and remove a file; "" or why it is still there. A link is removed, what it points to is left alone."""
    try:
        known = path.lstat()
    except FileNotFoundError:
        return ""
    except OSError as error:
        return because(error)
    # A file that cannot be overwritten is still removed, which is more than nothing.
    if stat.S_ISREG(known.st_mode):
        with suppress(OSError):
            _overwrite(path)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return because(error)
    sync_folder(path.parent)
    return ""


def _overwrite(path: Path) -> None:
    flags = os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except PermissionError:
        path.chmod(0o600)
        descriptor = os.open(path, flags)
    try:
        left = os.fstat(descriptor).st_size
        while left > 0:
            left -= os.write(descriptor, _CHUNK[:left])
        os.fsync(descriptor)
        os.ftruncate(descriptor, 0)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
