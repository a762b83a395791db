"""Which scenarios there are, and how one is opened by its name or from a file.

A name is a built-in scenario's id or title, or the beginning of its id, in any case; then the file name, id or title
of one in a folder of one's own; what looks like a path is a file. What was opened once is kept compiled in the cache,
so that opening it again reads neither YAML nor models. Every `language` is a tag such as `es` or `pt-BR`: where there
is a translation beside the scenario, its texts are taken.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import lru_cache, reduce
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from backfire_sim import __version__
from backfire_sim.engine.card import Card, Flaw, Shelved, card_of
from backfire_sim.scenario.language import tag, translation_file, wider
from backfire_sim.scenario.opening import NotOrdinaryError, read_ordinary
from backfire_sim.speech import _
from backfire_sim.storage import cache, own
from backfire_sim.storage.errors import StorageError, because

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backfire_sim.engine.scenario import Scenario
    from backfire_sim.scenario.problems import Problem

LIBRARY = Path(__file__).parent.parent / "library"
"""Folder of the built-in scenarios."""

ENDINGS = (".yaml", ".yml")


class NotFoundError(StorageError):
    """There is no such scenario; the message says what may have been meant."""


class NotPlayableError(StorageError):
    """The scenario's file has problems that keep it from being played."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        self.path = path
        self.problems = problems
        said = _("{file} cannot be played as it stands; backfire check {file} says what to mend.", file=path.name)
        super().__init__(said)


class Opened(NamedTuple):
    """A scenario ready to be played, and where it came from."""

    scenario: Scenario
    source: str
    """Id of a built-in scenario, or the absolute path of a file."""
    digest: str
    """A hash of the file's bytes, in hex; the same in every language."""
    path: Path
    notice: str = ""
    """Why the translation that was asked for is not used, though there is one; else empty."""


def open_named(text: str, language: str = "") -> Opened:
    """Open a scenario by name or path. NotFoundError, NotPlayableError, or StorageError if it cannot be read."""
    return open_path(find(text, language), language)


def open_source(source: str, language: str = "") -> Opened:
    """Open a scenario as a play's header names it: the id of a built-in one, or a path. Errors as `open_named`."""
    built_in = built_ins().get(source)
    return open_path(built_in or Path(source), language)


def built_ins() -> dict[str, Path]:
    """Ids of the built-in scenarios and their files, in the order of the ids."""
    files = sorted(path for path in LIBRARY.iterdir() if path.suffix in ENDINGS and "." not in path.stem)
    return {path.stem: path for path in files}


def find(text: str, language: str = "") -> Path:
    """The file that a name or path means, a title in this language too. NotFoundError if there is none."""
    # Asked of `os.path`, not of `pathlib`: a name too long to be one is an error there, and a plain no here.
    path = Path(text)
    if path.suffix.lower() in ENDINGS or os.sep in text or "/" in text:
        if not os.path.exists(path):
            raise NotFoundError(_("There is no file {name}.", name=text))
        return path
    known = built_ins()
    wanted = _fold(text)
    if wanted in known:
        return known[wanted]
    mine = own.named(text.strip())
    if mine is not None:
        return mine
    starting = [id_ for id_ in known if wanted and id_.startswith(wanted)]
    if len(starting) == 1:
        return known[starting[0]]
    if starting:
        ids = reduce(lambda first, last: _("{first} or {last}", first=first, last=last), starting)
        raise NotFoundError(_('"{name}" could be {ids}. Write more of it.', name=text, ids=ids))
    spoken = [*cards(), *(cards(language) if language else ())]
    by_title = {_fold(card.title): card.id for card in spoken}
    if wanted in by_title:
        return known[by_title[wanted]]
    mine, names = _own(wanted, language)
    if mine is not None:
        return mine
    if os.path.isfile(path):
        return path
    said = _('There is no scenario "{name}".', name=text)
    raise NotFoundError(f"{said} {_suggestion(wanted, [*known, *by_title, *names], by_title)}")


def _own(wanted: str, language: str) -> tuple[Path | None, list[str]]:
    """The file of one's own with this id or title; and what those there are can be called."""
    names: list[str] = []
    for listing in own.listings():
        for path in listing.files:
            names.append(path.stem)
            for told in (shelved(path).card, shelved(path, language).card if language else None):
                if told is not None and wanted and wanted in (told.id, _fold(told.title)):
                    return path, names
    return None, names


def open_path(path: Path, language: str = "") -> Opened:
    """Open a scenario file, through the cache. NotPlayableError, or StorageError if it cannot be read."""
    data = _read(path)
    source = path.stem if built_ins().get(path.stem) == path else str(path.absolute())
    for beside, texts in _translations(path, language):
        scenario = _translated(path, data, beside, texts)
        if scenario is not None:
            return Opened(scenario, source, _digest(data), path)
        said = _("The translation {file} cannot be used as it stands; backfire check {file} says what to mend.")
        notice = said.format(file=beside.name)
        return Opened(_scenario(path, data), source, _digest(data), path, notice)
    return Opened(_scenario(path, data), source, _digest(data), path)


def cards(language: str = "") -> list[Card]:
    """The cards of all built-in scenarios, the easiest and shortest first; one not fit to be played is left out."""
    found = []
    for path in built_ins().values():
        with suppress(NotPlayableError):
            found.append(card(path, language))
    return sorted(found, key=lambda each: (each.difficulty, each.minutes, each.title))


def card(path: Path, language: str = "") -> Card:
    """The card of a scenario file, through the cache. NotPlayableError, or StorageError if it cannot be read."""
    both = _bytes_of(path, language)
    known = _kept_card(both)
    if not isinstance(known, Card):
        known = card_of(open_path(path, language).scenario)
        cache.put(_card_key(both), json.dumps(known).encode())
    return known


def shelved(path: Path, language: str = "", *, built_in: str = "") -> Shelved:
    """The card of a scenario file or why it has none, through the cache. Never an error.

    `built_in`: the id by which it is opened, if it is one of the program's own.
    """
    name = built_in or str(path.absolute())
    try:
        known = _kept_card(_bytes_of(path, language)) or card(path, language)
    except NotPlayableError as error:
        known = _flaw(error.problems)
        cache.put(_card_key(_bytes_of(path, language)), json.dumps({"flaw": known}).encode())
    except (StorageError, ValueError) as error:
        known = Flaw(str(error), 0, 1)
    if isinstance(known, Flaw):
        return Shelved(name, None, known, mine=not built_in)
    first = known.written_in or known.language
    others = (language for language in translations_beside(path) if language != first)
    return Shelved(name, known, None, not built_in, (first, *others))


def library(language: str = "", listings: Iterable[own.Listing] | None = None) -> Iterator[Shelved]:
    """Every scenario, one after the other: the built-in ones, then those of one's own; what is broken too."""
    for id_, path in built_ins().items():
        yield shelved(path, language, built_in=id_)
    for listing in own.listings() if listings is None else listings:
        for path in listing.files:
            yield shelved(path, language)


def translations_beside(path: Path) -> list[str]:
    """The languages for which there is a file of translations beside a scenario, by the names of the files."""
    stem, found = path.name.removesuffix(path.suffix), []
    for name in _names_in(path.parent, os.stat(path.parent).st_mtime_ns):
        middle = name.removeprefix(stem + ".").removesuffix(".yaml")
        if name == f"{stem}.{middle}.yaml" and tag(middle):
            found.append(tag(middle))
    return found


@lru_cache(maxsize=4)
def _names_in(folder: Path, changed: int) -> tuple[str, ...]:
    """The names in a folder, read anew when it was changed."""
    with suppress(OSError):
        return tuple(sorted(os.listdir(folder)))
    return ()


def _flaw(problems: tuple[Problem, ...]) -> Flaw:
    first = next((each for each in problems if each.severity == "error"), problems[0])
    return Flaw(first.message, first.line, len(problems))


def _bytes_of(path: Path, language: str) -> bytes:
    """What a scenario's card is made from: its file, and that of its translations."""
    data = _read(path)
    translation = next(_translations(path, language), None)
    return data if translation is None else _both(data, translation[1])


def _kept_card(data: bytes) -> Card | Flaw | None:
    kept = cache.get(_card_key(data))
    if kept is None:
        return None
    told: Any = json.loads(kept)
    if isinstance(told, dict):
        return Flaw(*told["flaw"])
    fields: Any = (tuple(field) if isinstance(field, list) else field for field in told)
    return Card(*fields)


def _card_key(data: bytes) -> str:
    shape = " ".join(Card._fields).encode()
    return f"card-{__version__}-{_digest(shape + data)}"


def _scenario(path: Path, data: bytes) -> Scenario:
    """The scenario in a file's bytes: from the cache, or read, checked and put there."""
    from backfire_sim.scenario import compiled

    key = compiled.key(data)
    kept = cache.get(key)
    scenario = None if kept is None else compiled.loads(kept, data)
    if scenario is None:
        from backfire_sim.scenario.load import read_text

        loaded = read_text(data, str(path))
        scenario = loaded.scenario
        if scenario is None:
            raise NotPlayableError(path, loaded.problems)
        cache.put(key, compiled.dumps(scenario, data))
    return scenario


def _translations(path: Path, language: str) -> Iterator[tuple[Path, bytes]]:
    """The file of translations for a language beside a scenario, with its bytes; none where there is none."""
    for each in wider(tag(language)):
        beside = translation_file(path, each)
        if os.path.isfile(beside):
            with suppress(StorageError):
                yield beside, _read(beside)
                return


def _translated(path: Path, data: bytes, beside: Path, texts: bytes) -> Scenario | None:
    """The scenario with translated texts, from the cache or made and put there; None where they cannot be used."""
    from backfire_sim.scenario import compiled

    both = _both(data, texts)
    key = compiled.key(both)
    kept = cache.get(key)
    scenario = None if kept is None else compiled.loads(kept, both)
    if scenario is None:
        from backfire_sim.scenario.load import read_text
        from backfire_sim.scenario.overlay import translated
        from backfire_sim.scenario.translation import read_translation

        loaded = read_text(data, str(path))
        if not loaded.ok:
            raise NotPlayableError(path, loaded.problems)
        translation = read_translation(texts, str(beside), loaded)
        if not translation.ok:
            return None
        scenario = translated(loaded, translation)
        cache.put(key, compiled.dumps(scenario, both))
    return scenario


def _both(data: bytes, texts: bytes) -> bytes:
    """The bytes that a translated scenario is made from: those of its own file and of its translations."""
    return b"\0".join((data, texts))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _read(path: Path) -> bytes:
    """A file's bytes. A file that is too big is cut at a length that the loader still refuses."""
    try:
        return read_ordinary(path, cache.MOST_BYTES + 1)
    except IsADirectoryError:
        raise NotFoundError(_("{path} is a folder, not a scenario.", path=path)) from None
    except NotOrdinaryError:
        raise NotFoundError(_("{path} is not an ordinary file.", path=path)) from None
    except OSError as error:
        raise StorageError(_("{path} cannot be read: {why}.", path=path, why=because(error))) from error


def _fold(text: str) -> str:
    return "-".join(text.casefold().replace("_", " ").replace("-", " ").split())


def _suggestion(wanted: str, names: list[str], by_title: dict[str, str]) -> str:
    from backfire_sim.scenario.suggest import nearest

    near = nearest(wanted, names) or next((name for name in names if wanted and wanted in name), None)
    if near is None:
        return _("backfire list says which there are.")
    return _("Did you mean {name}?", name=by_title.get(near, near))
