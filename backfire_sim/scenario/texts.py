"""Every text of a scenario that a person reads, in the order in which a story is read, each with its path.

Which keys hold such text is marked in `models`, so a new key of that kind is listed without a change here.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

from backfire_sim.scenario.document import Path
from backfire_sim.scenario.shapes import Key, table
from backfire_sim.scoring.vocabulary import LABELS, TECHNIQUES, USES, label, use_of
from backfire_sim.text import paragraphs

WORDS = "words"
"""Where the words for ids stand that people read: uses of consent, and techniques of the author's own."""

_MARK = re.compile(r"[0-9a-f]{8}")
_SCENES_AFTER = "prepare"
_KNOWN_TECHNIQUES = frozenset(LABELS).union(*TECHNIQUES.values())


@dataclass(frozen=True)
class Text:
    """One text that a person reads."""

    path: Path
    """Where it stands in the scenario file; what `words` leads to stands there as an id."""
    source: str
    """The text as it was written."""
    read_as: str
    """`line` or `prose`."""

    @cached_property
    def key(self) -> str:
        """The path as files of translations write it: `scenes.raid.title`, `about.goals.1` for the first goal."""
        return ".".join(str(part + 1) if isinstance(part, int) else part for part in self.path)

    @cached_property
    def mark(self) -> str:
        """What its words are known by: it changes with every word, and not with line breaks."""
        return mark(self.source)


def mark(text: str) -> str:
    """Eight hexadecimal digits of a text's words."""
    return blake2b(" ".join(text.split()).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def as_mark(text: str) -> str:
    """A mark as a file has it; empty where it is none."""
    return text.strip() if _MARK.fullmatch(text.strip()) else ""


def tidy(text: str, read_as: str) -> str:
    """A text as it is shown: a line in one line, prose as paragraphs."""
    return " ".join(text.split()) if read_as == "line" else "\n\n".join(paragraphs(text))


def texts(root: Mapping[str, Any]) -> Iterator[Text]:
    """The texts of a scenario without problems, in story order: what has no letter in it needs no translation."""
    parts = table()["parts"]
    for name, known in parts["Frame"].items():
        if name in root:
            yield from _under(Key(*known), root[name], (name,))
        if name == _SCENES_AFTER:
            scenes = root.get("scenes") or {}
            for scene_id in reading_order(scenes):
                yield from _inside("Scene", scenes[scene_id], ("scenes", scene_id))
    for name, words in _words(root).items():
        yield Text((WORDS, name), words, "line")


def reading_order(scenes: Mapping[str, Any]) -> list[str]:
    """Scenes as a reader comes to them from the first, then those that nothing leads to."""
    first = next(iter(scenes), None)
    order = {} if first is None else {first: None}
    waiting = deque(order)
    while waiting:
        for target in _targets(scenes[waiting.popleft()]):
            if target in scenes and target not in order:
                order[target] = None
                waiting.append(target)
    return [*order, *(scene_id for scene_id in scenes if scene_id not in order)]


def _targets(scene: Mapping[str, Any]) -> Iterator[str]:
    for move in (*(scene.get("moves") or {}).values(), scene.get("wait") or {}):
        yield move.get("goto") or ""
        for outcome in move.get("outcomes") or ():
            yield outcome.get("goto") or ""


def _inside(part: str, value: Any, path: Path) -> Iterator[Text]:
    if isinstance(value, dict):
        for name, known in table()["parts"][part].items():
            if name in value:
                yield from _under(Key(*known), value[name], (*path, name))


def _under(key: Key, value: Any, path: Path) -> Iterator[Text]:
    if isinstance(value, str):
        if key.read_as and any(char.isalpha() for char in value):
            yield Text(path, value, key.read_as)
    elif isinstance(value, dict) and key.part and not key.held:
        yield from _inside(key.part, value, path)
    elif isinstance(value, dict | list):
        for place, each in value.items() if isinstance(value, dict) else enumerate(value):
            if key.part:
                yield from _inside(key.part, each, (*path, place))
            elif key.read_as:
                yield from _under(key, each, (*path, place))


def _words(root: Mapping[str, Any]) -> dict[str, str]:
    """Ids that people read as words, as they read them; what the program itself has words for is not among them."""
    uses = [use for person in (root.get("people") or {}).values() for use in person.get("uses") or ()]
    scenes = (root.get("scenes") or {}).values()
    methods = [method for scene in scenes for method in (scene.get("methods") or {}).values()]
    techniques = [technique for method in methods if (technique := method.get("technique"))]
    own = {technique: label(technique) for technique in techniques if technique not in _KNOWN_TECHNIQUES}
    return {use: use_of(use) for use in uses if use not in USES} | own
