"""Follow files as they are saved: by whatever way an editor saves them, and on any disk.

Some editors write a file anew in its place, some put another one there, some take it away first. All of these are
one change here, told once the file is quiet. Where a disk does not report changes, looking once a second does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event

QUIET_MS, LONGEST_MS, LOOK_EVERY_MS = 50, 300, 1_000
"""How long a file has to be quiet; how long a busy one is waited for; how often is looked where nothing is told."""

GONE_SECONDS = 0.5
"""How long a file may be away, or empty, before it is told: many editors take it away while they save."""

_STEP_SECONDS = 0.05

Mark = tuple[int, int, int] | None
"""By what a saved file is known again: time, size, number on the disk. None where there is none."""


def follow(files: Sequence[Path], stop: Event, since: Mapping[Path, Mark] | None = None) -> Iterator[frozenset[Path]]:
    """The files that have changed, each time that any has, until `stop` is set. They need not be there yet.

    `since` are marks of the files taken before they were read; without them, what was saved since then is missed.
    """
    known = since or marks(files)
    for _ in _stirrings(files, stop):
        if marks(files) == known:
            continue
        now = _come_back(files, known, stop)
        changed = frozenset(file for file in files if now[file] != known[file])
        known = now
        if changed:
            yield changed


def _stirrings(files: Sequence[Path], stop: Event) -> Iterator[None]:
    """Something may have happened: after each change beside one of the files, and every second anyhow."""
    from watchfiles import watch

    while not stop.is_set():
        folders = _folders(files)
        if folders:
            with suppress(OSError, RuntimeError):
                for _ in watch(
                    *folders,
                    watch_filter=None,
                    debounce=LONGEST_MS,
                    step=QUIET_MS,
                    stop_event=stop,
                    rust_timeout=LOOK_EVERY_MS,
                    yield_on_timeout=True,
                    raise_interrupt=False,
                    recursive=False,
                    ignore_permission_denied=True,
                ):
                    yield
                    if _folders(files) != folders:
                        break
                else:
                    return
        stop.wait(_STEP_SECONDS if folders else LOOK_EVERY_MS / 1_000)
        yield


def _folders(files: Iterable[Path]) -> set[Path]:
    """The folders of the files, and of what they are links to."""
    found = set()
    for file in files:
        with suppress(OSError, RuntimeError, ValueError):
            found |= {file.absolute().parent, file.resolve().parent}
    return {folder for folder in found if folder.is_dir()}


def _come_back(files: Sequence[Path], known: Mapping[Path, Mark], stop: Event) -> Mapping[Path, Mark]:
    """The marks, once every file that was there is there again or has been away for too long."""
    waited = 0.0
    while (now := marks(files)) and waited < GONE_SECONDS and any(_empty(now[f]) > _empty(known[f]) for f in files):
        if stop.wait(_STEP_SECONDS):
            break
        waited += _STEP_SECONDS
    return now


def _empty(mark: Mark) -> bool:
    return mark is None or mark[1] == 0


def marks(files: Iterable[Path]) -> Mapping[Path, Mark]:
    """By what each file would be known again, now."""
    return {file: _mark(file) for file in files}


def _mark(file: Path) -> Mark:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
