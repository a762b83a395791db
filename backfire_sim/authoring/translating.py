"""Make a scenario's file of translations, or bring it up to date, without losing anything that somebody wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from backfire_sim.authoring.sidecar import BEFORE, NOW, Block, Lines, as_comment, taken_apart, written
from backfire_sim.scenario.language import tag, translation_file
from backfire_sim.scenario.load import Loaded, load
from backfire_sim.scenario.opening import read_ordinary
from backfire_sim.scenario.source import MAX_BYTES
from backfire_sim.scenario.texts import WORDS, Text
from backfire_sim.scenario.translation import Entry, Match, Translation, matched, read_translation
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import write_authored
from backfire_sim.storage.shelf import NotPlayableError

_HEAD = """\
# Translations of {id} into {language}.
# Write each one behind `to:`, in the same line, or below it behind a `|`. Comments that start with {now} show the text
# as it is, with {before} as it was when it was translated; they are written anew each time. All other comments are
# yours. Where a text has changed since, there is a line `was:`. When the translation fits again, delete that line.
format: 1
translates: {id}
language: {language}
"""


class Spot(NamedTuple):
    """Something that is left to do, and where."""

    path: str
    file: str
    line: int
    """1 is the first line; 0 where there is none to name."""
    text: str
    """What is to be translated; of an orphan, its translation."""


@dataclass(frozen=True)
class State:
    """How far a translation is."""

    scenario: str
    language: str
    file: Path
    texts: int
    translated: int
    """Texts with a translation that fits."""
    missing: tuple[Spot, ...]
    stale: tuple[Spot, ...]
    orphaned: tuple[Spot, ...]
    changed: bool
    """Whether the file was written, or would have to be."""

    @property
    def complete(self) -> bool:
        """Whether every text has a translation that fits."""
        return not self.missing and not self.stale


def state(scenario_file: Path, language: str) -> State:
    """How far the translations beside a scenario file are. Errors as `refresh`."""
    loaded, translation = _read(scenario_file, language)[:2]
    return _state(loaded, translation, language, translation_file(scenario_file, language), changed=False)


def refresh(scenario_file: Path, language: str) -> State:
    """Make the file of translations beside a scenario file, or bring it up to date, and say how far it is.

    NotPlayableError where the scenario or the file of translations has errors; StorageError if the disk refuses.
    """
    loaded, translation, data = _read(scenario_file, language)
    file = translation_file(scenario_file, language)
    text = refreshed(loaded, translation, language)
    after = read_translation(text, str(file), loaded)
    content = text.replace("\n", "\r\n").encode() if b"\r\n" in data else text.encode()
    if content != data:
        if _bytes(file) != data:
            raise StorageError(f"{file} has just been changed by another program; nothing was written. Try again.")
        try:
            write_authored(file, content)
        except OSError as error:
            raise StorageError(f"{file} cannot be written: {because(error)}.") from error
    return _state(loaded, after, language, file, changed=content != data)


def refreshed(loaded: Loaded, translation: Translation, language: str) -> str:
    """The text of a file of translations brought up to date; a new one where `translation` has no entries yet."""
    assert loaded.scenario is not None and translation.match is not None
    match = translation.match
    lines = taken_apart(translation.document) if translation.document.text.strip() else None
    if lines is None:
        head = _HEAD.format(id=loaded.scenario.id, language=language, now=NOW, before=BEFORE).splitlines()
        return _put_together(Lines(head), match)
    text = _put_together(lines, match)
    if _lost(loaded, match, text):
        # How it was written cannot be kept; what was written can.
        for block in lines.blocks.values():
            block.body = []
        text = _put_together(lines, match)
        if lost := _lost(loaded, match, text):
            raise StorageError(f"{translation.name} cannot be brought up to date without losing {lost}.")
    return text


def _put_together(lines: Lines, match: Match) -> str:
    entries = [list(_entry_of(text, lines, match)) for text in match.texts]
    out = [*_without_empty_end(lines.head), "", lines.opening if entries else "texts: {}"]
    for number, entry in enumerate(entries):
        out += ["", *entry] if number else entry
    if match.orphans:
        out += ["", "orphaned:"]
        for key, orphan in _unlike(match.orphans):
            block = lines.blocks.get((orphan.section, orphan.key), Block())
            out += written(block, key, orphan.of, orphan.was, orphan.to, lines.indent)
    return "\n".join([*out, *([""] if lines.tail else []), *lines.tail]) + "\n"


def _entry_of(text: Text, lines: Lines, match: Match) -> Iterator[str]:
    taken = match.taken.get(text.key)
    if taken is None:
        yield from written(Block(now=as_comment(text.source, NOW)), text.key, text.mark, "", "", lines.indent)
        return
    entry = taken.entry
    block = lines.blocks.get((entry.section, entry.key), Block())
    was = (entry.was or entry.of) if taken.stale and entry.to.strip() else ""
    before = block.before if entry.was else [BEFORE + line[len(NOW) :] for line in block.now]
    shown = Block(block.comments, before if was else [], as_comment(text.source, NOW), block.body)
    yield from written(shown, text.key, text.mark, was, entry.to, lines.indent)


def _unlike(orphans: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Orphans with a key each; what is the same twice is kept once."""
    seen: dict[str, set[str]] = {}
    for entry in orphans:
        key = entry.key.partition("~")[0]
        same = seen.setdefault(key, set())
        if entry.to.strip() not in same:
            same.add(entry.to.strip())
            yield key if len(same) == 1 else f"{key}~{len(same)}", entry


def _lost(loaded: Loaded, match: Match, text: str) -> str:
    """The path of a translation that is not in `text` as it was; empty where all are."""
    after = read_translation(text, "", loaded)
    if after.match is None or not after.ok:
        return "what is in it"
    was, now = match.translated(), after.match.translated()
    for key in was:
        if now.get(key) != was[key]:
            return key
    if [text.key for text in match.stale()] != [text.key for text in after.match.stale()]:
        return "what has changed"
    kept = {" ".join(entry.to.split()) for entry in after.match.orphans}
    return next((entry.key for entry in match.orphans if " ".join(entry.to.split()) not in kept), "")


def _without_empty_end(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def _read(scenario_file: Path, language: str) -> tuple[Loaded, Translation, bytes]:
    loaded = load(scenario_file)
    if not loaded.ok or loaded.checked is None:
        raise NotPlayableError(scenario_file, loaded.problems)
    own = tag(loaded.document.root.get("language") or "en")
    if language == own:
        raise StorageError(f"{scenario_file.name} is written in {own} itself; name the language to translate it into.")
    file = translation_file(scenario_file, language)
    data = _bytes(file)
    if not data.strip():
        from backfire_sim.scenario.document import Document
        from backfire_sim.scenario.texts import texts

        nothing = matched(texts(loaded.document.root), (), {})
        return loaded, Translation(str(file), Document(str(file), ""), language=language, match=nothing), data
    translation = read_translation(data, str(file), loaded)
    if not translation.ok or translation.match is None:
        raise NotPlayableError(file, translation.problems)
    return loaded, translation, data


def _bytes(file: Path) -> bytes:
    try:
        return read_ordinary(file, MAX_BYTES + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StorageError(f"{file} cannot be read: {because(error)}.") from error


def _state(loaded: Loaded, translation: Translation, language: str, file: Path, *, changed: bool) -> State:
    match = translation.match
    assert match is not None and loaded.scenario is not None

    def spots(texts: Iterable[Text]) -> tuple[Spot, ...]:
        return tuple(_spot(text, loaded, translation, match.taken.get) for text in texts)

    return State(
        scenario=loaded.scenario.id,
        language=language,
        file=file,
        texts=len(match.texts),
        translated=match.current(),
        missing=spots(match.missing()),
        stale=spots(match.stale()),
        orphaned=tuple(
            Spot(entry.key, translation.name, _line(translation, entry), " ".join(entry.to.split()))
            for entry in match.orphans
        ),
        changed=changed,
    )


def _spot(text: Text, loaded: Loaded, translation: Translation, taken: Callable[[str], object]) -> Spot:
    """A text in the file of translations, or where it has no entry there yet, in the scenario."""
    found = taken(text.key)
    source = " ".join(text.source.split())
    if found is not None:
        return Spot(text.key, translation.name, _line(translation, found.entry), source)  # type: ignore[attr-defined]
    line = 0 if text.path[0] == WORDS else loaded.document.place(text.path).line
    return Spot(text.key, loaded.name, line, source)


def _line(translation: Translation, entry: Entry) -> int:
    return translation.document.place((entry.section, entry.key), key=True).line
