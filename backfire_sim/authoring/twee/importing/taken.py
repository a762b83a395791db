"""A story sorted: which passages become scenes, which are endings, and which have no place in a scenario."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from backfire_sim.authoring.twee.decode import NotTweeError
from backfire_sim.authoring.twee.importing.ways import Way, Ways
from backfire_sim.authoring.twee.story import Passage, Remark, Story
from backfire_sim.authoring.twee.within.gathering import Reading
from backfire_sim.authoring.twee.within.macros import Dialect, dialect_of
from backfire_sim.authoring.twee.within.markup import read
from backfire_sim.authoring.twee.within.prose import Prose, prose
from backfire_sim.authoring.twee.within.special import is_program, is_special
from backfire_sim.scenario.keys import MAX_ITEMS

MOST_ENDINGS = MAX_ITEMS - 1
"""One is kept for plays that stop elsewhere."""
_RESTART = re.compile(r"\b(?:re-?start|again|start over|from the (?:start|beginning)|new game)\b", re.IGNORECASE)


@dataclass
class Taken:
    """The passages of a story by what becomes of them, each with what it holds."""

    dialect: Dialect
    passages: dict[str, Passage]
    """Those of the story itself, by name."""
    special: dict[str, Passage]
    readings: dict[str, Reading]
    """Special passages' too, unless they are programs."""
    prose: dict[str, Prose]
    ways: dict[str, list[Way]]
    start: str
    scenes: list[str] = field(default_factory=list)
    """The first passage, then the others in the order of the file."""
    endings: list[str] = field(default_factory=list)
    ends: set[str] = field(default_factory=set)
    """The endings, to ask whether a passage is one."""
    parked: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    web: tuple[int, ...] = ()


def take(story: Story) -> Taken:
    """Read every passage and follow every link. NotTweeError where nothing but a program is there."""
    dialect = dialect_of(story.format, [passage.text for passage in story.passages if not is_program(passage)])
    special = {passage.name: passage for passage in story.passages if is_special(passage, dialect)}
    passages = {passage.name: passage for passage in story.passages if passage.name not in special}
    if not passages:
        raise NotTweeError("This file holds only passages that describe or run a story, and none that tells it.")
    readings = {passage.name: read(passage, dialect) for passage in story.passages if not is_program(passage)}
    told = {name: prose(readings[name], dialect) for name in passages}
    ways = Ways(passages, special)
    remarks: list[Remark] = []
    start = _start(story, passages, ways, remarks)
    followed = {name: ways.of(name, told[name].links) for name in passages}
    remarks += ways.remarks()
    web = tuple(link.line for link in ways.web)
    taken = Taken(dialect, passages, special, readings, told, followed, start, remarks=remarks, web=web)
    _sort(taken)
    _say_what_is_open(taken)
    return taken


def _start(story: Story, passages: Mapping[str, Passage], ways: Ways, remarks: list[Remark]) -> str:
    first = next(iter(passages))
    named = ways.target(story.start) if story.start else ""
    if named:
        return named
    start = "Start" if "Start" in passages else first
    opens = f"“{start}” opens the play (line {passages[start].line})."
    if story.start:
        near = ways.near(story.start)
        meant = f" Did you mean “{near}” (line {passages[near].line})?" if near else ""
        text = f"StoryData names “{story.start}” as the first passage, and there is no such passage.{meant}"
        remarks.append(Remark(0, f"{text} Now {opens}"))
    elif start != "Start":
        remarks.append(Remark(0, f"No passage is named as the first, and none is called Start. {opens}"))
    return start


def _sort(taken: Taken) -> None:
    for name in taken.passages:
        _drop_restart(taken, name)
    led_to = {way.target for ways in taken.ways.values() for way in ways}
    for name, passage in taken.passages.items():
        if name == taken.start or taken.ways[name]:
            continue
        if name not in led_to:
            taken.parked.append(name)
        elif len(taken.endings) < MOST_ENDINGS:
            taken.endings.append(name)
        else:
            text = f"“{name}” is one ending more than the {MAX_ITEMS} a scenario may have, and becomes a scene."
            taken.remarks.append(Remark(passage.line, text))
    taken.ends.update(taken.endings)
    apart = {*taken.endings, *taken.parked}
    taken.scenes = [taken.start, *(name for name in taken.passages if name != taken.start and name not in apart)]


def _drop_restart(taken: Taken, name: str) -> None:
    """An ending that only offers to begin again is an ending."""
    ways = taken.ways[name]
    again = [way for way in ways if way.target == taken.start and _RESTART.search(way.link.label)]
    if again and len(again) == len(ways) and name != taken.start:
        taken.ways[name] = []
        text = f"“{name}” only offers to begin again (“{again[0].link.label}”), so it is taken as an ending."
        taken.remarks.append(Remark(again[0].link.line, text))


def _say_what_is_open(taken: Taken) -> None:
    for reading in taken.readings.values():
        for code in reading.open:
            text = f"What opens here is never closed, and stands in the text as it is written: {code.text}"
            taken.remarks.append(Remark(code.line, text))
