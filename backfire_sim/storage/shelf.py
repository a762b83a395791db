"""Which scenarios there are, and how one is opened by its name or from a file.

A name is a built-in scenario's id or title, or the beginning of its id, in any case; what looks like a path is a
file. What was opened once is kept compiled in the cache, so that opening it again reads neither YAML nor models.
"""

from __future__ import annotations

import json
import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from backfire_sim.storage import cache
from backfire_sim.storage.errors import StorageError, because

if TYPE_CHECKING:
    from backfire_sim.engine.scenario import Scenario
    from backfire_sim.scenario.problems import Problem

LIBRARY = Path(__file__).parent.parent / "library"
"""Folder of the built-in scenarios."""

ENDINGS = (".yaml", ".yml")
_CARDS = "card 1"


class NotFoundError(StorageError):
    """There is no such scenario; the message says what may have been meant."""


class NotPlayableError(StorageError):
    """The scenario's file has problems that keep it from being played."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        self.path = path
        self.problems = problems
        super().__init__(f"{path.name} cannot be played as it stands; backfire check {path.name} says what to mend.")


class Opened(NamedTuple):
    """A scenario ready to be played, and where it came from."""

    scenario: Scenario
    source: str
    """Id of a built-in scenario, or the absolute path of a file."""
    digest: str
    """A hash of the file's bytes, in hex."""
    path: Path


class Card(NamedTuple):
    """What the list says about a scenario."""

    id: str
    title: str
    summary: str
    minutes: int
    difficulty: int
    """1 to 5."""
    for_: tuple[str, ...]
    teaches: tuple[str, ...]
    place: str
    language: str
    case_file: str
    """The year of the history behind it; empty if it is invented."""


def open_named(text: str) -> Opened:
    """Open a scenario by name or path. NotFoundError, NotPlayableError, or StorageError if it cannot be read."""
    return open_path(find(text))


def open_source(source: str) -> Opened:
    """Open a scenario as a play's header names it: the id of a built-in one, or a path. Errors as `open_named`."""
    built_in = built_ins().get(source)
    return open_path(built_in or Path(source))


def built_ins() -> dict[str, Path]:
    """Ids of the built-in scenarios and their files, in the order of the ids."""
    files = sorted(path for path in LIBRARY.iterdir() if path.suffix in ENDINGS and "." not in path.stem)
    return {path.stem: path for path in files}


def find(text: str) -> Path:
    """The file that a name or path means. NotFoundError if there is none."""
    path = Path(text)
    if path.suffix.lower() in ENDINGS or os.sep in text or "/" in text:
        if not path.exists():
            raise NotFoundError(f"There is no file {text}.")
        return path
    known = built_ins()
    wanted = _fold(text)
    if wanted in known:
        return known[wanted]
    starting = [id_ for id_ in known if wanted and id_.startswith(wanted)]
    if len(starting) == 1:
        return known[starting[0]]
    if starting:
        raise NotFoundError(f'"{text}" could be {" or ".join(starting)}. Write more of it.')
    by_title = {_fold(card.title): card.id for card in cards()}
    if wanted in by_title:
        return known[by_title[wanted]]
    if path.is_file():
        return path
    raise NotFoundError(f'There is no scenario "{text}".{_suggestion(wanted, [*known, *by_title], by_title)}')


def open_path(path: Path) -> Opened:
    """Open a scenario file, through the cache. NotPlayableError, or StorageError if it cannot be read."""
    data, digest = _read(path)
    source = path.stem if built_ins().get(path.stem) == path else str(path.absolute())
    return Opened(_scenario(path, data, digest), source, digest, path)


def cards() -> list[Card]:
    """What the list says about every built-in scenario; one that is not fit to be played is left out."""
    found = []
    for path in built_ins().values():
        data, digest = _read(path)
        card = _kept_card(digest)
        if card is None:
            try:
                card = card_of(_scenario(path, data, digest))
            except NotPlayableError:
                continue
            cache.put(_card_key(digest), json.dumps(card).encode())
        found.append(card)
    return found


def card_of(scenario: Scenario) -> Card:
    """What the list says about a scenario."""
    about, case_file = scenario.about, scenario.case_file
    return Card(
        id=scenario.id,
        title=scenario.title,
        summary=" ".join(about.summary.split()),
        minutes=about.minutes,
        difficulty=about.difficulty,
        for_=about.for_,
        teaches=about.teaches,
        place=about.place,
        language=scenario.language,
        case_file=case_file.year if case_file else "",
    )


def _kept_card(digest: str) -> Card | None:
    kept = cache.get(_card_key(digest))
    if kept is None:
        return None
    fields: Any = (tuple(field) if isinstance(field, list) else field for field in json.loads(kept))
    return Card(*fields)


def _card_key(digest: str) -> str:
    from backfire_sim import __version__

    return f"{_CARDS} {__version__} {digest}"


def _scenario(path: Path, data: bytes, digest: str) -> Scenario:
    from backfire_sim.scenario.load import read_text

    loaded = read_text(data, str(path))
    if loaded.scenario is None:
        raise NotPlayableError(path, loaded.problems)
    return loaded.scenario


def _read(path: Path) -> tuple[bytes, str]:
    """A file's bytes and their hash. A file that is too big is cut at a length that the loader still refuses."""
    try:
        with path.open("rb") as file:
            data = file.read(cache.MOST_BYTES + 1)
    except IsADirectoryError:
        raise NotFoundError(f"{path} is a folder, not a scenario.") from None
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {because(error)}.") from error
    return data, blake2b(data, digest_size=16).hexdigest()


def _fold(text: str) -> str:
    return "-".join(text.casefold().replace("_", " ").replace("-", " ").split())


def _suggestion(wanted: str, names: list[str], by_title: dict[str, str]) -> str:
    from backfire_sim.scenario.suggest import nearest

    near = nearest(wanted, names) or next((name for name in names if wanted and wanted in name), None)
    if near is None:
        return " backfire list says which there are."
    return f" Did you mean {by_title.get(near, near)}?"
