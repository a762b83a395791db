"""An id that cannot be one, put right where it is written and everywhere it is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from backfire_sim.scenario.document import Document, Path
from backfire_sim.scenario.problems import Edit, Fix, Place

_NAMING = frozenset(
    {
        "goto", "voice", "reaches", "trusted_by", "distrusted_by", "sets", "clears", "names", "uses_consent",
        "revokes", "sources", "when", "needs",
    }
)  # fmt: skip
"""Keys whose values name ids, or hold conditions that do."""
_MOST = 2000


class Renames:
    """The places of one file that name ids; looked for once, and only if an id has to be put right."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._found: list[tuple[Path, str, bool]] | None = None

    def everywhere(self, where: Path, old: str, new: str) -> Fix | None:
        """The fix that gives an id another spelling; None unless every place that names it can be put right."""
        document = self.document
        first = document.swap(document.place(where, key=True), old, new)
        if first is None or not re.search(r"\w", old):
            return None
        word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
        edits = list(first.edits)
        for path, text, key in self._places():
            times = len(word.findall(text)) if old in text else 0
            if times:
                found = list(self._edits(path, key, word, text, new))
                if len(found) < times or len(edits) > _MOST:
                    return None
                edits += found
        return Fix(first.what, tuple(edits))

    def _edits(self, path: Path, key: bool, word: re.Pattern[str], text: str, new: str) -> Iterator[Edit]:
        place = self.document.place(path, key=key)
        line = self.document.line(place.line)
        start = line.find(text, place.column - 1, place.column + len(text))
        for found in word.finditer(text) if start >= 0 else ():
            spot = Place(place.line, start + found.start() + 1, len(found[0]))
            edit = self.document.edit(spot, new)
            if edit is not None:
                yield edit

    def _places(self) -> list[tuple[Path, str, bool]]:
        if self._found is None:
            self._found = list(naming(self.document.root, (), False))
        return self._found


def naming(value: Any, path: Path, names: bool) -> Iterator[tuple[Path, str, bool]]:
    """Every text that names ids with its path; keys too where they do."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if path and path[-1] == "effects":
                yield (*path, key), str(key), True
            agrees = bool(path) and path[-1] == "agrees"
            # The section of the sources itself holds their texts by their ids.
            yield from naming(inner, (*path, key), agrees or (key in _NAMING and (*path, key) != ("sources",)))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from naming(inner, (*path, place), names)
    elif names and isinstance(value, str):
        yield path, value, False
