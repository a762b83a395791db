"""A Twine story as neutral values: what a Twee file holds, whoever wrote it, and what was noticed while reading it."""

from __future__ import annotations

from typing import NamedTuple


class Passage(NamedTuple):
    """One passage of a story."""

    name: str
    text: str
    line: int = 0
    """The line of its header in the file, 1 being the first."""
    tags: tuple[str, ...] = ()
    position: str = ""
    """Where it stands on Twine's map, as `x,y`."""
    size: str = ""
    """How large it is there, as `width,height`."""


class Story(NamedTuple):
    """A story without the two passages that only describe it, StoryTitle and StoryData."""

    title: str
    passages: tuple[Passage, ...]
    """In the order of the file, each name once."""
    ifid: str = ""
    format: str = ""
    format_version: str = ""
    start: str = ""
    """The name of the first passage; empty if the file does not say."""
    replaced: tuple[Passage, ...] = ()
    """Passages whose name another one has further down in the file."""


class Remark(NamedTuple):
    """Something that the author of a story should know, in one sentence or two."""

    line: int
    """Where in the Twee file, 1 being the first line; 0 is the file as a whole."""
    text: str
    also: tuple[int, ...] = ()
    """Further lines it is about."""
