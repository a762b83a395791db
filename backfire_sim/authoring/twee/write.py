"""A story as a Twee 3 file."""

from __future__ import annotations

import json

from backfire_sim.authoring.twee import header
from backfire_sim.authoring.twee.story import Story


def written(story: Story) -> str:
    """The whole file: its title, its data, then passage by passage; read again it gives the same story."""
    data = {
        "ifid": story.ifid,
        "format": story.format,
        "format-version": story.format_version,
        "start": story.start,
    }
    told = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False, indent=2)
    parts = [f":: StoryTitle\n{_content(story.title)}", f":: StoryData\n{told}"]
    for passage in story.passages:
        head = header.written(passage.name, passage.tags, passage.position, passage.size)
        parts.append(f"{head}\n{_content(passage.text)}")
    return "\n\n\n".join(parts) + "\n"


def _content(text: str) -> str:
    """Text in which no line is taken for the header of a passage; the backslash is Twine's own way to write that."""
    return "\n".join(f"\\{line}" if line.startswith("::") else line for line in text.rstrip().split("\n"))
