"""Misspelled keys and ids, told once and then taken as they were meant, so that nothing else is said to be missing.

A key is only taken for another if that one is known at its place, is near, and is not there yet. What a file holds is
changed in memory alone; a file with a misspelled key or id is never played.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from backfire_sim.scenario.document import Document, Path
from backfire_sim.scenario.problems import MOST_SHOWN, Problem
from backfire_sim.scenario.renames import Renames
from backfire_sim.scenario.shapes import keys_at
from backfire_sim.scenario.suggest import certain, nearest

ID = re.compile(r"[a-z][a-z0-9_]{0,59}")

SECTIONS = {
    "audiences": "audience",
    "voices": "voice",
    "bearers": "bearer",
    "people": "person",
    "facts": "fact",
    "counters": "counter",
    "injects": "inject",
    "endings": "ending",
    "sources": "source",
}
"""Top-level keys, besides the scenes, under which ids of the author's stand; and what one of each is called."""


def respell(document: Document) -> list[Problem]:
    """Put the keys and ids of a file right in memory; `document.spelled` and `document.unsure` note what was done."""
    root = document.root
    problems: list[Problem] = []
    renames = Renames(document)
    _respell_keys(document, "Frame", (), (), problems)
    scenes = root.get("scenes")
    if isinstance(scenes, dict):
        problems += _belongs_to_the_left(document, root, scenes)
    _respell_keys(document, "Frame", ("prepare",), ("prepare",), problems)
    for section, what in SECTIONS.items():
        _respell_ids(renames, (section,), what, problems)
    _respell_ids(renames, ("prepare", "options"), "option", problems)
    _respell_ids(renames, ("scenes",), "scene", problems)
    known = keys_at("Scene", ()).keys()
    for scene_id, scene in scenes.items() if isinstance(scenes, dict) else ():
        if isinstance(scene, dict):
            if not scene.keys() <= known:
                _respell_keys(document, "Scene", ("scenes", scene_id), (), problems)
            for key, what in (("methods", "method"), ("moves", "move")):
                if isinstance(scene.get(key), dict):
                    _respell_ids(renames, ("scenes", scene_id, key), what, problems)
        if len(problems) > MOST_SHOWN:
            break
    return problems


def meant(name: str, known: Iterable[str], there: Iterable[str]) -> str | None:
    """The key that `name` is most likely a slip of, and that is not there yet; None where nothing is near."""
    missing = [key for key in known if key not in there]
    near = nearest(name, missing)
    if near is None:
        folded = name.casefold()
        near = next((key for key in missing if len(key) >= 4 and (folded.startswith(key) or key == folded + "s")), None)
    return near


def known_keys(part: str, path: Path) -> list[str]:
    """The keys that may stand at a path inside a part; `scenes` among those of the file itself."""
    known = list(keys_at(part, path))
    if part == "Frame" and not path:
        known.insert(known.index("injects"), "scenes")
    return known


def rename(holder: dict[str, Any], old: str, new: str) -> None:
    """Give one key another name, in its place."""
    items = [(new if key == old else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(items)


def misspelled(document: Document, where: Path, holder: str, name: str, near: str, known: Collection[str]) -> Problem:
    """A key that is known under another spelling."""
    of = "a scenario" if holder == "the file" else holder
    fix = document.swap(document.place(where, key=True), name, near) if certain(name, near, known) else None
    message, help_ = f"`{name}` is no key of {of}.", f"did you mean `{near}`?"
    problem = document.problem("BF041", message, where, key=True, help=help_, fix=fix)
    # Without its path it does not make the rest of what it stands in look broken.
    return replace(problem, path=())


def _respell_keys(document: Document, part: str, path: Path, inside: Path, problems: list[Problem]) -> None:
    from backfire_sim.scenario.words import describe

    holder = document.get(path) if path else document.root
    if not isinstance(holder, dict):
        return
    known = known_keys(part, inside)
    for name in [key for key in holder if key not in known]:
        near = meant(name, known, holder)
        if near is not None:
            problems.append(misspelled(document, (*path, name), describe(path), name, near, known))
            rename(holder, name, near)


def _respell_ids(renames: Renames, path: Path, what: str, problems: list[Problem]) -> None:
    document = renames.document
    holder = document.get(path)
    if not isinstance(holder, dict):
        return
    for name in [name for name in holder if not ID.fullmatch(name)]:
        near = _as_id(name)
        help_ = f"ids are small letters, digits and _, starting with a letter: `{near or what + '_1'}`"
        problem = document.problem("BF010", f"`{name}` cannot be an id.", (*path, name), key=True, help=help_)
        free = bool(near) and near not in holder
        fix = renames.everywhere((*path, name), name, near) if free else None
        problems.append(replace(problem, path=(), fix=fix))
        if free:
            rename(holder, name, near)
            document.spelled[name] = near
        else:
            document.unsure.add(str(path[-1]))
        if len(problems) > MOST_SHOWN:
            return


def _as_id(name: str) -> str:
    """The id that a name most likely was meant to be; empty where nothing of it can be one."""
    fixed = re.sub(r"[^a-z0-9_]+", "_", name.lower()).strip("_")[:60]
    if fixed and not ID.fullmatch(fixed):
        short = fixed.lstrip("0123456789_")
        fixed = short if len(short) > 2 else f"the_{fixed}"[:60]
    return fixed


def _belongs_to_the_left(document: Document, root: dict[str, Any], scenes: dict[str, Any]) -> list[Problem]:
    """A top-level key that stands indented among the scenes: it and what follows it are taken out of them."""
    top = set(known_keys("Frame", ())) - {"scenes", "start", "title", "id"}
    found = next((name for name in scenes if name in top and name not in root), None)
    if found is None or (isinstance(scenes[found], dict) and "moves" in scenes[found]):
        return []
    problem = document.problem(
        "BF027",
        f"`{found}` stands among the scenes; it belongs at the left margin.",
        ("scenes", found),
        key=True,
        help="remove the spaces before it",
    )
    after = False
    for name in list(scenes):
        after = after or name == found
        if after and (name == found or not _is_scene(scenes[name])):
            if name in top:
                document.misplaced.add(name)
            del scenes[name]
    document.unsure |= document.misplaced
    return [replace(problem, path=())]


def _is_scene(value: object) -> bool:
    return isinstance(value, dict) and ("moves" in value or "wait" in value)
