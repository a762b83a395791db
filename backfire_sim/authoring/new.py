"""A new scenario from a template: a small whole story with notes that teach, under a name and a title of one's own.

A template is a scenario like any other, with golden plays beside it, and can be checked and played where it lies. Only
the lines that say what it is called, where it is and whom it is for are written anew.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from shlex import quote
from typing import NamedTuple, get_args

from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.keys import MAX_LINE, Need
from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.plays import read_plays
from backfire_sim.scenario.schema import schema
from backfire_sim.scenario.suggest import nearest
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import write_authored
from backfire_sim.storage.shelf import ENDINGS
from backfire_sim.text import is_plain, one_line, plain, width

FOLDER = Path(__file__).parent / "templates"
SCHEMA = "scenario.schema.json"
"""The file that a scenario's first line points editors at, beside it."""

TEMPLATES = {
    "minimal": "one audience and five scenes: every plain part of the format",
    "two-targets": "the same threat on both sides of a quarrel: voices, preparation, fairness",
    "consent": "a witness who may say no: whose story it is, and asking",
    "case-file": "after history: what is certain, what is contested, and the sources",
}
"""Every template with what it shows."""


class NotPossibleError(ValueError):
    """A scenario cannot be made of what was asked for; the message says why, and what could be asked for instead."""


class Made(NamedTuple):
    """A new scenario that has been checked, and its golden plays."""

    scenario: str
    plays: str


class Written(NamedTuple):
    """The files of a new scenario."""

    scenario: Path
    plays: Path
    schema: Path | None
    """None where there was one already, which is left as it is."""


# -- What a person may decide ----------------------------------------------------------------------------------


def default(template: str, key: str) -> str:
    """What a template has for one of `KEYS`, as a person would type it."""
    found = _place_of(key).search(_template(template))
    assert found is not None, f"the template {template} has no line for {key}"
    return found["value"].strip("[]")


def worded(key: str, text: str) -> str:
    """What a person wants for one of these keys, as it is written in the file. NotPossibleError says what can be."""
    try:
        return _WORDED[key](text)
    except NotPossibleError as error:
        raise NotPossibleError(f"{key}: {error}") from None


def template_of(words: str) -> str:
    """The template that a person means by its name or its number. NotPossibleError says which there are."""
    names = list(TEMPLATES)
    if words.isascii() and words.isdigit() and 0 < int(words) <= len(names):
        return names[int(words) - 1]
    name = words.strip().casefold().replace("_", "-").replace(" ", "-")
    if name in names:
        return name
    near = nearest(name, names)
    meant = f" Did you mean {near}?" if near else ""
    raise NotPossibleError(f"There is no template {one_line(words, 40)!r}. There are: {', '.join(names)}.{meant}")


def _line(text: str) -> str:
    line = one_line(text)
    if not width(line):
        raise NotPossibleError("there is nothing in it that could be seen. Write a few words.")
    if len(line) > MAX_LINE:
        raise NotPossibleError(f"it has {len(line)} characters, and at most {MAX_LINE} are read. Write it shorter.")
    return _scalar(line)


def _for(text: str) -> str:
    known = get_args(Need)
    chosen = []
    for word in filter(None, (part.strip() for part in text.split(","))):
        need = re.sub(r"[\s-]+", "_", word.casefold())
        if need not in known:
            near = nearest(need, known)
            meant = f" Did you mean {near}?" if near else ""
            raise NotPossibleError(f"{one_line(word, 40)!r} is none of {', '.join(known)}.{meant}")
        chosen.append(need)
    if not chosen:
        raise NotPossibleError(f"write one or more of {', '.join(known)}, with commas between.")
    return f"[{', '.join(dict.fromkeys(chosen))}]"


def _players(text: str) -> str:
    found = re.fullmatch(r"([1-9][0-9]{0,2})(?:\s*[-–]\s*([1-9][0-9]{0,2}))?", text.strip(), re.ASCII)
    if found is None or int(found[1]) > int(found[2] or found[1]):
        raise NotPossibleError("write how many people it is good for, such as 6 or 3-8.")
    return f"{found[1]}-{found[2]}" if found[2] else found[1]


def _minutes(text: str) -> str:
    found = re.fullmatch(r"\s*([1-9][0-9]{0,2})\s*", text, re.ASCII)
    if found is None or int(found[1]) > 600:
        raise NotPossibleError("write a number of minutes from 1 to 600, such as 40.")
    return found[1]


def _language(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", text.strip()):
        raise NotPossibleError("write the language as its two letters, such as en or es.")
    return _scalar(text.strip())


_WORDED: Mapping[str, Callable[[str], str]] = {
    "title": _line,
    "place": _line,
    "for": _for,
    "players": _players,
    "minutes": _minutes,
    "language": _language,
}
KEYS = tuple(_WORDED)
"""What a person may decide about a new scenario."""

_PLAIN = re.compile(r"[^\W\d_][\w '’,.()-]*", re.UNICODE)
"""Words that mean the same without quotes, whatever they are."""


def _scalar(text: str) -> str:
    """One line of text as YAML reads it back: bare where that is safe, or in the kind of quotes that disturbs least."""
    if _PLAIN.fullmatch(text) and text.casefold() not in ("true", "false", "null"):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)


# -- Making it -------------------------------------------------------------------------------------------------


def make(template: str, id_: str, wanted: Mapping[str, str]) -> Made:
    """A scenario with this id from a template, with the lines that a person wants otherwise (as `worded` gives them).

    It has been checked, and so have its golden plays: NotPossibleError if anything at all would be found in it.
    """
    text = _put(_template(template), "id", _scalar(id_))
    for key, value in wanted.items():
        text = _put(text, key, value)
    made = Made(text, _read(f"{template}.plays.yaml"))
    scenario = read_text(made.scenario)
    for problem in (*scenario.problems, *read_plays(made.plays, scenario=scenario).problems):
        raise NotPossibleError(f"This cannot stand in a scenario. {problem.message}")
    return made


def file_of(words: str, title: str) -> Path:
    """The file that a person means by these words; without any, one called after the title. NotPossibleError."""
    path = Path(words) if words else Path(f"{_slug(title) or 'my-scenario'}.yaml")
    if not is_plain(words):
        raise NotPossibleError(f"The name {plain(words)} holds a character that cannot be seen. Type it again.")
    if path.is_dir():
        raise NotPossibleError(f"{path} is a folder. Write the name of a file in it, such as {path / 'my-town.yaml'}.")
    if path.suffix.lower() not in ENDINGS:
        path = path.with_name(f"{path.name}.yaml")
    if "." in path.stem:
        raise NotPossibleError(
            f"A second dot in {path.name} is for what belongs to a scenario (NAME.plays.yaml, NAME.es.yaml). "
            f"Leave it out: {path.stem.replace('.', '-')}{path.suffix}"
        )
    return path


def id_of(path: Path, title: str) -> str:
    """The id of the scenario in this file: its name in small letters, digits and dashes; else the title's."""
    return _slug(path.stem) or _slug(title) or "my-scenario"


def room_for(path: Path, *, force: bool = False) -> None:
    """StorageError where no new scenario can be put: nothing that is there is written over unless `force`."""
    if not os.path.isdir(path.absolute().parent):
        raise StorageError(f"There is no folder {path.parent}. Make it first.")
    there = [str(file) for file in (path, sidecar(path)) if os.path.lexists(file)]
    if there and not force:
        raise StorageError(
            f"{' and '.join(there)} {'are' if len(there) > 1 else 'is'} there already. "
            "Choose another name, or add --force to write over."
        )


def write(made: Made, path: Path, *, force: bool = False) -> Written:
    """Put a new scenario, its golden plays and the schema for editors in place: all of them or none.

    StorageError as `room_for`, or if the disk refuses. A schema that is there already is left as it is.
    """
    room_for(path, force=force)
    files = {path: made.scenario, sidecar(path): made.plays}
    beside = path.with_name(SCHEMA)
    if not os.path.lexists(beside):
        files[beside] = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    begun: list[Path] = []
    try:
        for file, text in files.items():
            if force and os.path.lexists(file):
                write_authored(file, text.encode())
            else:
                with file.open("xb") as new:
                    begun.append(file)
                    new.write(text.encode())
    except BaseException as error:
        for file in begun:
            with suppress(OSError):
                file.unlink()
        if isinstance(error, OSError):
            raise StorageError(f"{path} cannot be written: {because(error)}.") from error
        raise
    return Written(path, sidecar(path), beside if beside in files else None)


def told(written: Written) -> list[str]:
    """What was written, and what to do next."""
    file = quote(str(written.scenario))
    steps = {
        "play": "play it as it is",
        "preview": "see it while you write; it follows the file",
        "check": "hear what is wrong, after every piece that you change",
        "plays": "walk its golden plays again",
        "playtest": "learn what each choice is worth",
    }
    lines = [
        f"Written: {written.scenario}",
        f"         {written.plays}, its golden plays",
        *([f"         {written.schema}, with which editors complete and explain the keys"] if written.schema else []),
        "",
        "A small story stands in it, so that everything works from the start. Make it yours piece by piece:",
    ]
    commands = {f"backfire {command} {file}": what for command, what in steps.items()}
    widest = max(map(len, commands))
    return [*lines, *(f"  {command:<{widest}}  {what}" for command, what in commands.items())]


@cache
def _template(name: str) -> str:
    return _read(f"{name}.yaml")


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _place_of(key: str) -> re.Pattern[str]:
    indent = "" if key in ("id", "title", "language") else "  "
    return re.compile(rf"^{indent}{key}: (?P<value>.*)$", re.MULTILINE)


def _put(text: str, key: str, value: str) -> str:
    """The text with another value in the first line that has this key; `about` stands before all that could have it."""
    return _place_of(key).sub(lambda found: found[0].removesuffix(found["value"]) + value, text, count=1)


def _slug(text: str) -> str:
    """Small letters, digits and dashes that begin with a letter; nothing if the text has none of our letters."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", bare.replace("'", "")).strip("-")
    if words and not words[0].isalpha():
        words = f"the-{words}"
    return words[:60].rstrip("-")
