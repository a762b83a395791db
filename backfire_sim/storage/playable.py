"""Every scenario that can be played here, opened: the built-in ones, then those of one's own folders."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from backfire_sim.storage import own
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.shelf import Opened, built_ins, open_path

if TYPE_CHECKING:
    from pathlib import Path


def playable(language: str = "") -> Iterator[Opened]:
    """All of them, one after the other, in the language where they have it; what cannot be opened is left out."""
    for path in [*built_ins().values(), *_own()]:
        with suppress(StorageError, ValueError):
            yield open_path(path, language)


def _own() -> list[Path]:
    with suppress(StorageError):
        return [path for listing in own.listings() for path in listing.files]
    return []
