"""Words that a number sign takes away: YAML reads ` #` as the start of a comment, also inside what people read."""

from __future__ import annotations

import re
from typing import Any

from backfire_sim.scenario.document import Document

WORDS = frozenset(
    {
        "title",
        "text",
        "label",
        "because",
        "risk",
        "notes",
        "veil",
        "ask",
        "summary",
        "place",
        "target",
        "time",
        "why_not",
        "crosses_the_line",
        "goals",
        "content_notes",
        "aims",
        "listen_for",
        "if_stuck",
        "checklist",
    }
)
"""Keys whose values people read, and lists of such."""
HOLDERS = frozenset({"facts", "sources", "says", "refuses"})
"""Keys that hold words under ids of the author's."""
_TAKEN = re.compile(r"[ \t]+(?P<words>#.*)")
_MOST = 50


def may_take_words(text: str) -> bool:
    """Whether a comment stands behind something on any line."""
    return ("#" in text) and re.search(r"^[ \t]*[^\s#].*[ \t]#", text, re.MULTILINE) is not None


def words_taken(document: Document, event: Any, key: str | None, stack: list[tuple[Any, list[int], bool]]) -> None:
    """Report a comment right after the unquoted words of `event`, which stand under `key` or in a list."""
    found = _TAKEN.match(document.text, event.end_mark.index)
    if found is None or len(document.problems) >= _MOST:
        return
    if key not in WORDS and _outer_key(stack) not in (WORDS if key is None else HOLDERS):
        return
    words = found["words"]
    document.problems.append(
        document.problem(
            "BF034",
            "From this # on, the line is a comment, and nobody who plays sees it.",
            place=document.at(found.start("words"), len(words)),
            help="put the whole text in quotes, or below a | on a line of its own; "
            "if it is meant as a comment, put it on its own line",
        )
    )


def _outer_key(stack: list[tuple[Any, list[int], bool]]) -> str | None:
    """The key under which the map or list stands that is being read."""
    for holder, _, in_map in reversed(stack):
        if in_map and holder:
            return str(next(reversed(holder)))
        return None
    return None
