"""What is kept of a passage beside its scene: tags, macros, conditions and comments, as notes for the author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from backfire_sim.authoring.twee.story import Passage
from backfire_sim.authoring.twee.within.gathering import Code, Reading
from backfire_sim.authoring.twee.within.links import Link

MOST = 60
"""Notes of one kind at one scene."""
LONGEST = 300
"""Characters of a macro in a note."""


def of_passage(passage: Passage, reading: Reading) -> list[str]:
    """The notes of a passage."""
    tags = f", tags: {' '.join(passage.tags)}" if passage.tags else ""
    return [f"Twee line {passage.line}{tags}", *of_code(reading.macros), *_comments(reading.comments)]


def of_code(codes: Sequence[Code]) -> Iterator[str]:
    """One note for each macro."""
    yield from _most((f"Twee line {code.line}: {_cut(code.text)}" for code in codes), len(codes))


def of_link(link: Link) -> list[str]:
    """What stands around a link and beside it."""
    notes = [f"Beside the link: {link.beside}"] if link.beside else []
    if link.inside:
        notes.append(f"In Twine only inside {' inside '.join(map(_cut, link.inside))}: perhaps a `when` or a `needs`")
    if link.macro:
        notes.append(f"Made by {_cut(link.macro)}")
    return notes


def _comments(codes: Sequence[Code]) -> Iterator[str]:
    yield from _most((f"Comment: {code.text}" for code in codes), len(codes))


def _most(notes: Iterable[str], count: int) -> Iterator[str]:
    for number, note in enumerate(notes):
        if number == MOST:
            yield f"and {count - MOST} more"
            return
        yield note


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
