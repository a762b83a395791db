"""A Twee file as a story: its passages with their lines, and what is wrong with the file itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from backfire_sim.authoring.twee import header
from backfire_sim.authoring.twee.decode import instead
from backfire_sim.authoring.twee.story import Passage, Remark, Story
from backfire_sim.text import one_line, plain

_HEADER = re.compile(r"^::(.*)$", re.MULTILINE)
_NO_HEADER = re.compile(r"^\\::", re.MULTILINE)
"""How Twine writes a line that begins with two colons and is no header."""
_TITLE, _DATA = "StoryTitle", "StoryData"
_DATA_HEADER = re.compile(rf"^::[ ]*{_DATA}\b", re.MULTILINE)
_IFID = re.compile(r"[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}")
_JUST_BEGUN = 60


def parse(text: str, name: str = "") -> tuple[Story, list[Remark]]:
    """The story in a text, and remarks in the order of the file. NotTweeError where there is no passage.

    `name` is the title of a story that has none of its own.
    """
    remarks: list[Remark] = []
    passages = list(_passages(text, remarks))
    if not passages:
        raise instead(text)
    kept, replaced = _each_once(passages, remarks)
    told = kept.pop(_TITLE, None)
    title = one_line(told.text, 300) if told else ""
    if not title:
        title = name
        remarks.append(Remark(told.line if told else 0, f"The story has no title in {_TITLE}. It is called “{name}”."))
    data = _story_data(kept.pop(_DATA, None), remarks)
    story = Story(
        title,
        tuple(kept.values()),
        data.get("ifid", ""),
        data.get("format", ""),
        data.get("format-version", ""),
        data.get("start", ""),
        tuple(replaced),
    )
    return story, remarks


def _passages(text: str, remarks: list[Remark]) -> Iterator[Passage]:
    twee_2 = _DATA_HEADER.search(text) is None
    line, counted, found = 1, 0, _HEADER.search(text)
    if found and (before := text[: found.start()].strip()):
        first = text.count("\n", 0, len(text[: found.start()]) - len(text[: found.start()].lstrip())) + 1
        remarks.append(
            Remark(first, f"“{one_line(before, _JUST_BEGUN)}” stands before the first passage and is left out.")
        )
    while found:
        following = _HEADER.search(text, found.end())
        line += text.count("\n", counted, found.start())
        counted = found.start()
        read = header.read(found[1], twee_2=twee_2)
        for fault in read.faults:
            remarks.append(Remark(line, f"The header of “{one_line(read.name, _JUST_BEGUN)}” is not right: {fault}."))
        name = read.name
        if not name:
            name = f"Passage of line {line}"
            remarks.append(Remark(line, f"A passage has no name. It is called “{name}”."))
        body = text[found.end() + 1 : following.start() if following else len(text)]
        yield Passage(name, _NO_HEADER.sub("::", body.rstrip()), line, read.tags, read.position, read.size)
        found = following


def _each_once(passages: list[Passage], remarks: list[Remark]) -> tuple[dict[str, Passage], list[Passage]]:
    """The passages by name, the last of each name, and those that another one replaces."""
    kept: dict[str, Passage] = {}
    replaced = []
    earlier: dict[str, list[int]] = {}
    for passage in passages:
        if passage.name in kept:
            replaced.append(kept.pop(passage.name))
            earlier.setdefault(passage.name, []).append(replaced[-1].line)
        kept[passage.name] = passage
    for name, lines in earlier.items():
        last = kept[name]
        count = "Two" if len(lines) == 1 else f"{len(lines) + 1}"
        remarks.append(
            Remark(
                lines[0],
                f"{count} passages are called “{one_line(name, _JUST_BEGUN)}”. "
                f"The last one, in line {last.line}, "
                "is used; what it replaces stands as a comment at the end.",
                (*lines[1:], last.line),
            )
        )
    return kept, replaced


def _story_data(passage: Passage | None, remarks: list[Remark]) -> dict[str, str]:
    """What StoryData says in words; everything else in it is about Twine's own screen."""
    if passage is None:
        remarks.append(
            Remark(0, f"There is no {_DATA}, so neither the story format nor the IFID is known. Twee 1 and 2 had none.")
        )
        return {}
    try:
        data: Any = json.loads(passage.text)
    except (ValueError, RecursionError) as error:
        line = passage.line + getattr(error, "lineno", 0)
        remarks.append(Remark(line, f"{_DATA} is not JSON and is left out: {_why(error)}."))
        return {}
    if not isinstance(data, dict):
        remarks.append(Remark(passage.line, f"{_DATA} is JSON, but no block in {{ }}, and is left out."))
        return {}
    told = {key: plain(value, 300).strip() for key, value in data.items() if isinstance(value, str)}
    ifid = told.get("ifid", "")
    if not ifid:
        remarks.append(Remark(passage.line, f"{_DATA} has no ifid, which Twee 3 asks for. A scenario needs none."))
    elif not _IFID.fullmatch(ifid):
        remarks.append(
            Remark(passage.line, f"The ifid “{ifid[:_JUST_BEGUN]}” is no UUID in capital letters, as Twee 3 asks for.")
        )
    return told


def _why(error: Exception) -> str:
    return getattr(error, "msg", "") or "it is nested too deeply"
