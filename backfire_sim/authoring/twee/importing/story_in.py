"""Import a Twee file: its bytes in, a scenario file in the making and a report to its author out."""

from __future__ import annotations

from typing import NamedTuple

from backfire_sim.authoring.twee.decode import NotTweeError, decode
from backfire_sim.authoring.twee.importing.as_yaml import as_yaml
from backfire_sim.authoring.twee.importing.draft import Draft
from backfire_sim.authoring.twee.importing.drafting import draft
from backfire_sim.authoring.twee.importing.taken import Taken, take
from backfire_sim.authoring.twee.parse import parse
from backfire_sim.authoring.twee.story import Remark, Story
from backfire_sim.scenario.check import MAX_SCENES
from backfire_sim.scenario.collector import collector_off
from backfire_sim.scenario.source import MAX_BYTES

__all__ = ["Imported", "NotTweeError", "import_story"]


class Imported(NamedTuple):
    """What has become of a Twee file."""

    story: Story
    taken: Taken
    draft: Draft
    remarks: tuple[Remark, ...]
    """In the order of the file; first what is about all of it."""
    yaml: str


def import_story(data: bytes, source: str, name: str) -> Imported:
    """Make a scenario file of a Twee file. NotTweeError where there is no story in it.

    `source` is what the file is called, `name` the title of a story that has none.
    """
    with collector_off():
        text, about_file = decode(data)
        story, about_story = parse(text, name)
        taken = take(story)
        if len(taken.scenes) > MAX_SCENES:
            has = f"This story has {len(taken.scenes):,} passages with links"
            raise NotTweeError(f"{has}, and a scenario at most {MAX_SCENES:,} scenes.")
        made = draft(story, taken, source)
        yaml = as_yaml(made)
        remarks = [*about_file, *about_story, *taken.remarks]
        if len(yaml.encode()) > MAX_BYTES:
            most = f"{MAX_BYTES // 1_000_000} MB"
            remarks.append(Remark(0, f"What was made of the story is larger than the {most} that a scenario may hold."))
        return Imported(story, taken, made, tuple(sorted(remarks, key=lambda remark: remark.line)), yaml)
