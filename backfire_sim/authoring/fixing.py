"""Write the repairs that are certain into a file, and leave every other byte of it as it is.

A repair is only kept if the file is no worse for it: it is checked again after each round, with no more problems than
before, and read at least as far.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from backfire_sim.authoring.checking import files_of, scenario_beside
from backfire_sim.scenario.beside import PLAYS, is_beside
from backfire_sim.scenario.document import Document
from backfire_sim.scenario.load import Loaded, load, read_file, read_text
from backfire_sim.scenario.plays import read_plays
from backfire_sim.scenario.problems import Edit, Fix, Problem
from backfire_sim.scenario.translation import read_translation
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import write_authored

MOST_ROUNDS = 12
_MOST_TRIED_ALONE = 40
_MARK = b"\xef\xbb\xbf"
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")


class Done(NamedTuple):
    """One repair that was made."""

    line: int
    column: int
    what: str


class Looked(NamedTuple):
    """What a check of some bytes found, and how far they could be read."""

    problems: tuple[Problem, ...]
    document: Document
    loaded: Loaded | None = None
    """The scenario, if these are the bytes of one."""

    @property
    def reach(self) -> tuple[bool, int, int]:
        """Whether all was read, the last line that stopped the reading if not, and how few lines were passed over."""
        last = max((problem.line for problem in self.problems), default=0)
        return self.document.whole, 0 if self.document.whole else last, -len(self.document.mended)


Look = Callable[[bytes], Looked]


class Mended(NamedTuple):
    """A file before and after its repairs."""

    file: Path
    before: bytes
    after: bytes
    done: tuple[Done, ...]


def mend(files: Sequence[str]) -> Iterator[Mended]:
    """The repairs of every file that `check` looks at, nothing written yet. A file that cannot be read has none.

    What stands beside a scenario is held against the scenario as it is after its own repairs.
    """
    scenarios: dict[Path, Loaded] = {}
    listed = files_of(files)
    for file in [*(file for file in listed if not is_beside(file)), *(file for file in listed if is_beside(file))]:
        if not file.exists():
            continue
        name, data, problem = read_file(file)
        if problem is not None:
            continue
        done, looked = mended(file, data, look_at(file, name, scenarios))
        if looked.loaded is not None:
            scenarios[file.resolve()] = looked.loaded
        if done.done:
            yield done


def write(mended: Mended) -> None:
    """Put a mended file in the place of the old one, in one step. StorageError leaves the old one as it is."""
    put(mended.file, mended.before, mended.after)


def put(file: Path, before: bytes | None, after: bytes) -> None:
    """Write a file in one step, if it still holds what it held before; None: if there is none yet. StorageError."""
    try:
        now = file.read_bytes() if file.exists() else None
        if now != before:
            raise StorageError(f"{file} was changed in the meantime: nothing was written to it.")
        write_authored(file, after)
    except OSError as error:
        raise StorageError(f"{file} cannot be written: {because(error)}. It is as it was.") from error


def difference(mended: Mended) -> list[str]:
    """The repairs of a file as a unified diff."""
    from difflib import unified_diff

    before, after = (_lines(data) for data in (mended.before, mended.after))
    name = str(mended.file)
    return [line.rstrip("\r\n") for line in unified_diff(before, after, f"{name} (as it is)", f"{name} (--fix)")]


def with_edits(data: bytes, fixes: Iterable[Fix]) -> tuple[bytes, list[Fix]]:
    """The bytes with these repairs made, and which of them were: one that touches an earlier one is left out."""
    taken: dict[int, list[Edit]] = {}
    made: list[Fix] = []
    for fix in fixes:
        new = [edit for edit in fix.edits if edit not in taken.get(edit.line, ())]
        if new and not any(_touch(edit, other) for edit in new for other in taken.get(edit.line, ())):
            made.append(Fix(fix.what, tuple(new)))
            for edit in new:
                taken.setdefault(edit.line, []).append(edit)
    mark = _MARK if data.startswith(_MARK) else b""
    text = data[len(mark) :].decode("utf-8")
    lines = [list(found.groups()) for found in _LINE.finditer(text)]
    for number, edits in taken.items():
        for edit in sorted(edits, key=lambda edit: edit.column, reverse=True):
            line = lines[number - 1][0]
            lines[number - 1][0] = line[: edit.column - 1] + edit.text + line[edit.column - 1 + edit.length :]
    return mark + "".join(line + end for line, end in lines).encode("utf-8"), made


def mended(file: Path, data: bytes, look: Look) -> tuple[Mended, Looked]:
    """The repairs of some bytes of a file, and what a check finds after them."""
    before, looked, done = data, look(data), []
    for _ in range(MOST_ROUNDS):
        data, looked, made = _round(data, looked, look)
        done += [Done(edit.line, edit.column, fix.what) for fix in made for edit in fix.edits]
        if not made:
            break
    told = dict.fromkeys(sorted(done))
    return Mended(file, before, data, tuple(told)), looked


def _round(data: bytes, looked: Looked, look: Look) -> tuple[bytes, Looked, list[Fix]]:
    """Make every repair that is known, or if that does not do the file good, those of them that do."""
    fixes = [problem.fix for problem in looked.problems if problem.fix is not None]
    new, made = with_edits(data, fixes) if fixes else (data, [])
    if not made or new == data:
        return data, looked, []
    after = look(new)
    if not _worse(looked, after):
        return new, after, made
    good: list[Fix] = []
    for fix in made[:_MOST_TRIED_ALONE]:
        tried, _ = with_edits(data, [*good, fix])
        after = look(tried)
        if not _worse(looked, after):
            good, new, looked = [*good, fix], tried, after
    return (new, looked, good) if good else (data, looked, [])


def _worse(before: Looked, after: Looked) -> bool:
    """Whether less of a file can be read, or there is more wrong with as much of it."""
    if before.reach != after.reach:
        return after.reach < before.reach
    return len(after.problems) > len(before.problems)


def look_at(file: Path, name: str, scenarios: dict[Path, Loaded]) -> Look:
    """How the bytes of a file are checked: as a scenario, or as what stands beside one."""
    if not is_beside(file):
        return lambda data: _scenario(read_text(data, name))
    beside = scenario_beside(file)
    known = scenarios.get(beside.resolve()) or (load(beside) if beside.is_file() else None)
    scenario = known if known is not None and known.ok else None
    if Path(file.stem).suffix == PLAYS:
        return lambda data: _beside(read_plays(data, name, scenario), name)
    return lambda data: _beside(read_translation(data, name, scenario), name)


def _scenario(loaded: Loaded) -> Looked:
    return Looked(loaded.problems, loaded.document, loaded)


def _beside(read: object, name: str) -> Looked:
    return Looked(read.problems, read.document or Document(name, ""))  # type: ignore[attr-defined]


def _touch(one: Edit, other: Edit) -> bool:
    return one.column <= other.column + other.length and other.column <= one.column + one.length


def _lines(data: bytes) -> list[str]:
    return [found[0] for found in _LINE.finditer(data.decode("utf-8-sig")) if found[0]]
