"""The group's own plans, where somebody asked to keep one: a small file each, apart from every play.

A file holds the lines as they were typed and nothing else: no play, no group, no time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import choice
from typing import Any, NamedTuple

from backfire_sim.speech import _
from backfire_sim.storage.erase import erase
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import ensure_folder, places, write_whole
from backfire_sim.training.own_plan import MOST_LINES, SLOTS, OwnPlan, with_line

FORMAT = 1

_LETTERS = "bcdfghjkmnpqrstvwxz"
"""No vowels: an id is never a word."""

_LENGTH = 6

_NAME = re.compile(r"plan-(\w+)\.json")

_LARGEST = 1_000_000
"""Bytes; a full plan of ours has some two hundred thousand."""


class KeptPlan(NamedTuple):
    """A plan that was kept."""

    id: str
    plan: OwnPlan


def keep(plan: OwnPlan, id_: str = "") -> str:
    """Keep a plan, in a file of its own or anew in that of the id; the id. StorageError if the disk refuses."""
    id_ = id_ or "".join(choice(_LETTERS) for _each in range(_LENGTH))
    path = plan_path(id_)
    record = {
        "format": FORMAT,
        "plan": {slot: [{"what": line.what, "who": line.who} for line in lines] for slot, lines in plan.lines},
    }
    ensure_folder(path.parent)
    try:
        write_whole(path, json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
    except OSError as error:
        raise StorageError(_("{path} cannot be written: {why}.", path=path, why=because(error))) from error
    return id_


def load(id_: str) -> OwnPlan:
    """The plan of an id. StorageError if there is none, or if its file is not whole."""
    path = plan_path(id_)
    try:
        with path.open("rb") as file:
            written = file.read(_LARGEST + 1)
        record = json.loads(written.decode("utf-8")) if len(written) <= _LARGEST else None
        if isinstance(record, dict) and isinstance(record.get("format"), int) and record["format"] > FORMAT:
            raise StorageError(_("{path} was written by a newer version of this program.", path=path))
        return _read(record)
    except OSError as error:
        raise StorageError(_("{path} cannot be read: {why}.", path=path, why=because(error))) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        said = _("{path} is not a plan as this program writes them. It was left as it is.", path=path)
        raise StorageError(said) from error


def kept() -> Iterator[KeptPlan]:
    """Every plan that can be read, the last changed first; damaged ones are left out, and left as they are."""
    found: list[tuple[int, str]] = []
    with suppress(OSError):
        for path in places().papers.iterdir():
            match = _NAME.fullmatch(path.name)
            with suppress(OSError):
                if match and path.is_file():
                    found.append((path.stat().st_mtime_ns, match[1]))
    for _changed, id_ in sorted(found, reverse=True):
        with suppress(StorageError):
            yield KeptPlan(id_, load(id_))


def remove(id_: str) -> None:
    """Overwrite and remove a plan. StorageError if the disk refuses."""
    why = erase(plan_path(id_))
    if why:
        raise StorageError(_("{path} cannot be removed: {why}.", path=plan_path(id_), why=why))


def plan_path(id_: str) -> Path:
    """Where the plan of an id is kept. StorageError if this can be no id."""
    if not re.fullmatch(r"\w{1,40}", id_, re.ASCII):
        raise StorageError(_('No plan has the id "{id}".', id=id_))
    return places().papers / f"plan-{id_}.json"


def _read(record: Any) -> OwnPlan:
    if record["format"] != FORMAT:
        raise ValueError
    plan = OwnPlan()
    known = {slot.id for slot in SLOTS}
    for slot, lines in record["plan"].items():
        if slot not in known or len(lines) > MOST_LINES:
            raise ValueError
        for line in lines:
            if not isinstance(line["what"], str) or not isinstance(line["who"], str):
                raise TypeError
            plan = with_line(plan, slot, line["what"], line["who"])
    return plan
