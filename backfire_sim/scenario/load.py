"""Open a scenario file: read and check it, and give the engine's scenario or the problems, never an exception."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from backfire_sim.scenario.collector import collector_off
from backfire_sim.scenario.document import Document
from backfire_sim.scenario.opening import NotOrdinaryError, read_ordinary
from backfire_sim.scenario.problems import Problem, errors, in_order
from backfire_sim.scenario.reader import read
from backfire_sim.scenario.source import MAX_BYTES
from backfire_sim.text import one_line

if TYPE_CHECKING:
    from backfire_sim.engine.scenario import Scenario
    from backfire_sim.scenario.check import Checked


@dataclass(frozen=True)
class Loaded:
    """A scenario file as far as it could be understood."""

    name: str
    """The file, as it is called in problems."""
    problems: tuple[Problem, ...]
    """Root causes first; warnings do not keep it from being played."""
    digest: str
    """A hash of the file's bytes: 32 hexadecimal digits."""
    document: Document
    """The file itself, with the line of every path."""
    checked: Checked | None = None

    @property
    def ok(self) -> bool:
        """Whether it can be played."""
        return not errors(self.problems)

    @cached_property
    def scenario(self) -> Scenario | None:
        """The scenario, ready for a session; None where an error stands in the way."""
        return self.checked.compiled() if self.ok and self.checked is not None else None


def load(path: str | os.PathLike[str]) -> Loaded:
    """Open and check a file. What is wrong with it, or with reaching it, stands in `problems`."""
    name, data, problem = read_file(path)
    if problem is not None:
        return Loaded(name, (problem,), digest(b""), Document(name, ""))
    return read_text(data, name)


def read_file(path: str | os.PathLike[str]) -> tuple[str, bytes, Problem | None]:
    """A file's name as problems call it, its bytes, and what kept it from being read. Never more than the limit."""
    name = one_line(os.fspath(path), 400)
    try:
        return name, read_ordinary(path, MAX_BYTES + 1), None
    except (OSError, ValueError) as error:
        return name, b"", _unreadable(name, error)


def read_text(text: str | bytes, name: str = "scenario.yaml") -> Loaded:
    """Check a scenario that is already in memory; `name` is what problems call it."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    with collector_off():
        document = read(text, name)
        problems = list(document.problems)
        checked = None
        if document.whole:
            from backfire_sim.scenario.check import check

            checked = check(document)
            problems += checked.problems
    return Loaded(name, in_order(problems), digest(data), document, checked)


def digest(data: bytes) -> str:
    """The hash by which a file's content is known: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def _unreadable(name: str, error: OSError | ValueError) -> Problem:
    if isinstance(error, FileNotFoundError):
        message, help_ = "There is no such file.", "check the name and the folder"
    elif isinstance(error, IsADirectoryError):
        message, help_ = "This is a folder, not a file.", "name the YAML file inside it"
    elif isinstance(error, NotOrdinaryError):
        message, help_ = "This is not an ordinary file.", "name a file that is saved on a disk"
    elif isinstance(error, PermissionError):
        message, help_ = "This file may not be read.", "check the permissions of the file and its folder"
    else:
        message, help_ = "This file could not be read.", one_line(getattr(error, "strerror", None) or "", 200)
    return Problem("BF001", message, name, help=help_)
