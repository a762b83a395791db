"""Translations: the sidecar `NAME.es.yaml`, every text of a scenario in another language, text by text.

Each entry stands under the path of its text and notes a mark of the words it translates, so that a text that has
changed since (stale), one that is gone (orphaned) and one that was only moved or renamed are told apart.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, cast

from backfire_sim.scenario import shape
from backfire_sim.scenario.collector import collector_off
from backfire_sim.scenario.document import Document
from backfire_sim.scenario.load import Loaded, read_file
from backfire_sim.scenario.problems import Problem, errors, in_order
from backfire_sim.scenario.reader import read
from backfire_sim.scenario.texts import Text, as_mark, texts, tidy

if TYPE_CHECKING:
    from backfire_sim.scenario.translation_models import TranslatedText, TranslationFile


class Entry(NamedTuple):
    """One entry of a file of translations."""

    key: str
    """The path of its text, as the file has it."""
    of: str
    """The mark of the text as it was when the file was last refreshed; empty where somebody wrote it by hand."""
    was: str
    """The mark of the text that was translated, where it has changed since; else empty."""
    to: str
    section: str
    """`texts` or `orphaned`."""


class Taken(NamedTuple):
    """An entry and the text that it belongs to."""

    entry: Entry
    stale: bool
    """The text was changed after it was translated."""


@dataclass(frozen=True)
class Match:
    """Which entry belongs to which text."""

    texts: tuple[Text, ...]
    """All texts, in story order."""
    taken: Mapping[str, Taken]
    """By the key of the text; among them entries in which nothing is translated yet."""
    orphans: tuple[Entry, ...]
    """Entries that belong to no text any more, in the order of the file."""

    def missing(self) -> list[Text]:
        """Texts without a translation."""
        return [text for text in self.texts if not self._to(text)]

    def stale(self) -> list[Text]:
        """Texts that were changed after they were translated."""
        return [text for text in self.texts if self._to(text) and self.taken[text.key].stale]

    def current(self) -> int:
        """How many texts have a translation that fits."""
        return len(self.texts) - len(self.missing()) - len(self.stale())

    def translated(self) -> dict[str, str]:
        """What is shown in place of each text that has a translation, by its key."""
        return {text.key: tidy(self._to(text), text.read_as) for text in self.texts if self._to(text)}

    def _to(self, text: Text) -> str:
        taken = self.taken.get(text.key)
        return taken.entry.to.strip() if taken else ""


@dataclass(frozen=True)
class Translation:
    """A file of translations as far as it could be understood."""

    name: str
    document: Document
    problems: tuple[Problem, ...] = ()
    language: str = ""
    entries: tuple[Entry, ...] = ()
    match: Match | None = field(default=None)
    """Where its scenario is known and has no problem."""

    @property
    def ok(self) -> bool:
        """Whether it can be used; warnings do not keep it from that."""
        return not errors(self.problems)


def load_translation(path: str | os.PathLike[str], scenario: Loaded | None = None) -> Translation:
    """Open and check a file of translations; with `scenario`, that they belong to it."""
    name, data, problem = read_file(path)
    if problem is not None:
        return Translation(name, Document(name, ""), (problem,))
    return read_translation(data, name, scenario)


def read_translation(text: str | bytes, name: str = "scenario.es.yaml", scenario: Loaded | None = None) -> Translation:
    """Check translations that are already in memory."""
    from backfire_sim.scenario.checks import translations as checks

    with collector_off():
        document = read(text, name)
        problems = list(document.problems)
        if not document.whole:
            return Translation(name, document, in_order(problems))
        if not isinstance(document.root, dict) or not {"texts", "translates"} & document.root.keys():
            problems.append(checks.holds_none(document))
            return Translation(name, document, in_order(problems))
        value, wrong = shape.check(document, "TranslationFile", document.root, ())
        problems += [problem for problem in wrong if problem.line not in document.mended]
        if value is None:
            return Translation(name, document, in_order(problems))
        found = cast("TranslationFile", value)
        entries = (*_entries(found.texts, "texts"), *_entries(found.orphaned, "orphaned"))
        problems += checks.of_itself(document, found)
        match = None
        if scenario is not None and scenario.ok and scenario.checked is not None:
            match = matched(texts(scenario.document.root), entries, scenario.checked.renamed)
            problems += checks.of_its_scenario(document, found, match, scenario.document.root)
    return Translation(name, document, in_order(problems), found.language, entries, match)


def matched(wanted: Iterable[Text], entries: Sequence[Entry], renamed: Mapping[str, str]) -> Match:
    """Find the entry of every text: under its path, under a path it had formerly, or by its words.

    In a list a path says little, for what was first may be second now: there words go before places.
    """
    all_texts = tuple(wanted)
    by_key = {text.key: text for text in all_texts}
    left: dict[str, Entry] = {}
    spare: dict[int, Entry] = {}
    for place, entry in enumerate(entries):
        key = entry.key if entry.key in by_key else _now_called(entry.key, renamed)
        if entry.section == "texts" and key not in left:
            left[key] = entry
        else:
            spare[place] = entry
    taken: dict[str, Taken] = {}
    for key in [key for key in left if key in by_key and (not _listed(key) or _fits(left[key], by_key[key]))]:
        entry = left.pop(key)
        taken[key] = Taken(entry, not _fits(entry, by_key[key]))
    _take_from_lists(taken, left, [text for text in all_texts if text.key not in taken and _listed(text.key)])
    places = {id(entry): place for place, entry in enumerate(entries)}
    spare |= {places[id(entry)]: entry for entry in left.values()}
    _take_by_words(taken, spare, [text for text in all_texts if text.key not in taken])
    orphans = tuple(spare[place] for place in sorted(spare) if spare[place].to.strip())
    return Match(all_texts, taken, orphans)


def _take_from_lists(taken: dict[str, Taken], left: dict[str, Entry], wanted: Sequence[Text]) -> None:
    """Items that were moved are known by their words; those that were changed by their places, if none is new."""
    lists: dict[str, list[Text]] = defaultdict(list)
    for text in wanted:
        lists[_list_of(text.key)].append(text)
    found: dict[str, list[str]] = defaultdict(list)
    for key in left:
        if _listed(key) and left[key].of:
            found[_list_of(key)].append(key)
    for list_, items in lists.items():
        keys = found[list_]
        changed: list[Text] = []
        for text in items:
            same = next((key for key in keys if _fits(left[key], text)), None)
            if same is None:
                changed.append(text)
            else:
                keys.remove(same)
                taken[text.key] = Taken(left.pop(same), False)
        if len(changed) == len(keys):
            for text, key in zip(changed, keys, strict=True):
                taken[text.key] = Taken(left.pop(key), True)


def _take_by_words(taken: dict[str, Taken], spare: dict[int, Entry], wanted: Sequence[Text]) -> None:
    """A text that now stands somewhere else takes its translation with it, and so does one that comes back."""
    by_words: dict[str, list[int]] = defaultdict(list)
    for place, entry in spare.items():
        if entry.to.strip():
            by_words[entry.was or entry.of].append(place)
    for text in wanted:
        fitting = by_words[text.mark]
        if fitting:
            place = min(fitting, key=lambda place: _distance(spare[place].key, text.key))
            fitting.remove(place)
            taken[text.key] = Taken(spare.pop(place), False)


def _entries(section: Mapping[str, TranslatedText], name: str) -> list[Entry]:
    return [Entry(key, as_mark(each.of), as_mark(each.was), each.to, name) for key, each in section.items()]


def _fits(entry: Entry, text: Text) -> bool:
    """Whether it translates the text as it is now. What was written by hand has no mark, and is believed."""
    return (entry.was or entry.of or text.mark) == text.mark


def _now_called(key: str, renamed: Mapping[str, str]) -> str:
    """A path with the ids that its scene and its move have today."""
    parts = key.split(".")
    if parts[0] != "scenes" or len(parts) < 3:
        return key
    was, now = parts[1], renamed.get(parts[1], parts[1])
    if parts[2] == "moves" and len(parts) > 3:
        for path in (f"{was}.{parts[3]}", f"{now}.{parts[3]}"):
            if path in renamed:
                now, parts[3] = renamed[path].split(".", 1)
                break
    parts[1] = now
    return ".".join(parts)


def _listed(key: str) -> bool:
    return any(part.isdigit() for part in key.split("."))


def _list_of(key: str) -> str:
    return ".".join("*" if part.isdigit() else part for part in key.split("."))


def _distance(was: str, now: str) -> tuple[bool, bool]:
    """The same path is nearest, then one that ends in the same name."""
    return was != now, was.rpartition(".")[2] != now.rpartition(".")[2]
