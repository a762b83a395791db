"""Does a file have the shape of a scenario? Problems are said in our words, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from pydantic_core import ErrorDetails, ValidationError

from backfire_sim.scenario import slips, spelling
from backfire_sim.scenario.document import Document, Path
from backfire_sim.scenario.kinds import shown
from backfire_sim.scenario.problems import MOST_SHOWN, Problem
from backfire_sim.scenario.shapes import table, validator
from backfire_sim.scenario.words import describe

if TYPE_CHECKING:
    from backfire_sim.scenario import models

_PLACEHOLDERS: dict[str, Any] = {
    "format": 1,
    "id": "id",
    "title": "-",
    "text": "-",
    "about": {"summary": "-"},
    "endings": {"ending": {"title": "-", "text": "-"}},
    "wait": {"text": "-", "goto": "END"},
}
_ENTRIES = ("moves", "methods")


def check(document: Document, part: str, value: object, path: Path) -> tuple[Any, list[Problem]]:
    """`value` as a checked part, or None with every problem of its shape; `path` says where in the file it stands."""
    told: list[Problem] = []
    while True:
        try:
            return validator(part).validate_python(value), told
        except ValidationError as error:
            respelled = _respelled(document, error, part, path)
            if not respelled or len(told) > MOST_SHOWN:
                return None, [*told, *_problems(document, error, part, path)]
            told += respelled


def what_survives(part: str, value: object, problems: list[Problem], path: Path) -> Any:
    """The part of `value` that has a good shape, so that one slip does not hide the next; None if too little is left.

    Moves and methods with a problem are left out; of other keys the whole value, with a stand-in where one is needed.
    """
    if not isinstance(value, dict):
        return None
    left: dict[str, Any] = {key: dict(v) if key in _ENTRIES and isinstance(v, dict) else v for key, v in value.items()}
    for problem in problems:
        inside = problem.path[len(path) :]
        if not inside:
            continue
        key = inside[0]
        if len(inside) > 1 and key in _ENTRIES and isinstance(left.get(key), dict):
            left[key].pop(inside[1], None)
        else:
            left.pop(str(key), None)
    for key, stand_in in _PLACEHOLDERS.items():
        if key in table()["parts"][part]:
            left.setdefault(key, stand_in)
    try:
        return validator(part).validate_python(left)
    except ValidationError:
        return None


def frame(document: Document) -> tuple[models.Frame | None, list[Problem]]:
    """Everything but the scenes, which are checked one at a time."""
    root = {key: value for key, value in document.root.items() if key != "scenes"}
    found, problems = check(document, "Frame", root, ())
    scenes = document.root.get("scenes")
    if scenes is None:
        problems.append(
            document.problem(
                "BF040",
                "`scenes` is missing from the file." if "scenes" not in document.root else "`scenes` is empty.",
                ("scenes",),
                key=True,
                help="add `scenes` with at least one scene in it",
            )
        )
    elif not isinstance(scenes, dict):
        problems.append(
            document.problem(
                "BF042",
                f"`scenes` should be scenes with an id and a colon each, not {shown(scenes)}.",
                ("scenes",),
                key=True,
                help="give each scene an id with a colon, and indent its keys below it",
            )
        )
    elif not scenes:
        problems.append(document.problem("BF046", "`scenes` is empty.", ("scenes",), key=True, help="write a scene"))
    return cast("models.Frame | None", found), problems


def scene(document: Document, scene_id: str, value: object) -> tuple[models.Scene | None, list[Problem]]:
    """One scene."""
    found, problems = check(document, "Scene", value, ("scenes", scene_id))
    return cast("models.Scene | None", found), problems


def _problems(document: Document, error: ValidationError, part: str, path: Path) -> Iterator[Problem]:
    seen: set[Path] = set()
    for count, detail in enumerate(error.errors(include_url=False, include_context=True)):
        if count >= MOST_SHOWN:
            return
        where = (*path, *_in_file(document, path, detail))
        if where in seen or (detail["type"] == "missing" and len(where) == 1 and where[0] in document.misplaced):
            continue
        seen.add(where)
        yield slips.problem(document, detail, part, path, where)


def _respelled(document: Document, error: ValidationError, part: str, path: Path) -> list[Problem]:
    """Misspelled keys, told and then taken as they were meant, so that the same is not missing too."""
    told: list[Problem] = []
    for detail in error.errors(include_url=False, include_context=False)[:MOST_SHOWN]:
        where = (*path, *_in_file(document, path, detail))
        holder = document.get(where[:-1])
        if detail["type"] != "extra_forbidden" or not isinstance(holder, dict) or len(where) < 2:
            continue
        name = str(where[-1])
        known = spelling.known_keys(part, where[len(path) : -1])
        cut = slips.is_text_cut_by_comma(document, where, detail["input"])
        near = None if cut else spelling.meant(name, known, holder)
        if near is not None:
            told.append(spelling.misspelled(document, where, describe(where[:-1]), name, near, known))
            spelling.rename(holder, name, near)
    return told


def _in_file(document: Document, path: Path, detail: ErrorDetails) -> Path:
    """The parts of a location that stand in the file; pydantic adds parts of its own for keys."""
    parts: list[str | int] = []
    value = document.get(path)
    for part in detail["loc"]:
        in_list = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if in_list or (isinstance(value, dict) and part in value):
            value = value[part]
        elif detail["type"] != "missing" or part != detail["loc"][-1]:
            continue
        parts.append(part)
    return tuple(parts)
