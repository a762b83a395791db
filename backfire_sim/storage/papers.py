"""The papers that a group asked to keep besides its plays: a small JSON file each, by kind and by an id.

An id is made of letters that say nothing; a file holds no names of people and no times.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from secrets import choice
from typing import Any, Generic, NamedTuple, TypeVar

from backfire_sim.speech import _
from backfire_sim.storage.erase import erase
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import ensure_folder, places, write_whole

Paper = TypeVar("Paper")

FORMAT = 1

_LETTERS = "bcdfghjkmnpqrstvwxz"
"""No vowels: an id is never a word."""

_LENGTH = 6

_LARGEST = 1_000_000
"""Bytes of a file that are read; a full plan has some two hundred thousand."""


class KeptPaper(NamedTuple, Generic[Paper]):
    """A paper that was kept."""

    id: str
    paper: Paper


class Papers(Generic[Paper]):
    """All papers of one kind: `KIND-ID.json` each."""

    def __init__(self, kind: str, as_record: Callable[[Paper], dict[str, Any]], read: Callable[[Any], Paper]) -> None:
        """`as_record` makes plain data of a paper, `read` a paper of that: ValueError and its like if it is none."""
        self._kind, self._as_record, self._made_of = kind, as_record, read
        self._name = re.compile(rf"{kind}-(\w+)\.json")

    def keep(self, paper: Paper, id_: str = "") -> str:
        """Keep a paper, in a file of its own or anew in that of the id; the id. StorageError if the disk refuses."""
        id_ = id_ or "".join(choice(_LETTERS) for _each in range(_LENGTH))
        path = self.path(id_)
        ensure_folder(path.parent)
        record = {"format": FORMAT, **self._as_record(paper)}
        try:
            write_whole(path, f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace"))
        except OSError as error:
            raise StorageError(_("{path} cannot be written: {why}.", path=path, why=because(error))) from error
        return id_

    def load(self, id_: str) -> Paper:
        """The paper of an id. StorageError if there is none, or if its file is not whole."""
        path = self.path(id_)
        try:
            with path.open("rb") as file:
                written = file.read(_LARGEST + 1)
            record: Any = json.loads(written.decode("utf-8")) if len(written) <= _LARGEST else None
            if isinstance(record, dict) and type(record.get("format")) is int and record["format"] > FORMAT:
                raise StorageError(_("{path} was written by a newer version of this program.", path=path))
            if record["format"] != FORMAT:
                raise ValueError("not of this format")
            return self._made_of(record)
        except OSError as error:
            raise StorageError(_("{path} cannot be read: {why}.", path=path, why=because(error))) from error
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            said = _("{path} is not as this program writes it. It was left as it is.", path=path)
            raise StorageError(said) from error

    def ids(self) -> list[str]:
        """The ids of all of them, the one changed last first."""
        found: list[tuple[int, str]] = []
        with suppress(OSError):
            for path in places().papers.iterdir():
                name = self._name.fullmatch(path.name)
                with suppress(OSError):
                    if name is not None and path.is_file():
                        found.append((-path.stat().st_mtime_ns, name[1]))
        return [id_ for _changed, id_ in sorted(found)]

    def kept(self) -> Iterator[KeptPaper[Paper]]:
        """Every one that can be read, the one changed last first; damaged ones are left out, and left as they are."""
        for id_ in self.ids():
            with suppress(StorageError):
                yield KeptPaper(id_, self.load(id_))

    def remove(self, id_: str) -> None:
        """Overwrite and remove one. StorageError if the disk refuses."""
        path = self.path(id_)
        why = erase(path)
        if why:
            raise StorageError(_("{path} cannot be removed: {why}.", path=path, why=why))

    def path(self, id_: str) -> Path:
        """Where the paper of an id is kept. StorageError if this can be no id."""
        if not re.fullmatch(r"\w{1,40}", id_, re.ASCII):
            raise StorageError(_('Nothing is kept under the id "{id}".', id=id_))
        return places().papers / f"{self._kind}-{id_}.json"
