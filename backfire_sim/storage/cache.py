"""Bytes that can be made again, kept to save time: scenarios read once and made ready.

Every failure is a miss. A cache that is full, damaged, read-only or gone costs time and nothing else.
"""

import os
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.paths import ensure_folder, places, write_whole

MOST_BYTES = 32 * 1024 * 1024
"""Bytes the whole cache may take; the entries unused longest go first."""

ENDING = ".bin"
_SUM_BYTES = 32
_SCRAP_SECONDS = 3600


def get(key: str, folder: Path | None = None) -> bytes | None:
    """What was put under a key; None if nothing is there, or it is not whole."""
    path = _path(key, folder)
    try:
        content = path.read_bytes()
    except OSError:
        return None
    total, value = content[:_SUM_BYTES], content[_SUM_BYTES:]
    if total != _sum(key, value):
        return None
    with suppress(OSError):
        os.utime(path)
    return value


def put(key: str, value: bytes, folder: Path | None = None, most: int = MOST_BYTES) -> bool:
    """Keep bytes under a key, in one step; whether they were kept. `most`: bytes the whole cache may take."""
    path = _path(key, folder)
    content = _sum(key, value) + value
    if len(content) > most:
        return False
    try:
        ensure_folder(path.parent)
        _make_room(path.parent, most - len(content), path)
        write_whole(path, content)
    except (OSError, StorageError):
        return False
    return True


def _path(key: str, folder: Path | None) -> Path:
    name = blake2b(key.encode(errors="surrogatepass"), digest_size=16).hexdigest()
    return (folder or places().cache) / f"{name}{ENDING}"


def _sum(key: str, value: bytes) -> bytes:
    return blake2b(value, digest_size=_SUM_BYTES, key=blake2b(key.encode(errors="surrogatepass")).digest()).digest()


def _make_room(folder: Path, room: int, but: Path) -> None:
    entries = []
    for path in folder.iterdir():
        with suppress(OSError):
            known = path.stat()
            if path.suffix == ".tmp" and known.st_mtime < time.time() - _SCRAP_SECONDS:
                path.unlink()
            elif path.suffix == ENDING and path != but:
                entries.append((known.st_mtime_ns, known.st_size, path))
    taken = sum(size for _, size, _ in entries)
    for _, size, path in sorted(entries):
        if taken <= room:
            break
        with suppress(OSError):
            path.unlink()
            taken -= size
