"""Stories as their authors write them, what an import makes of them, and the work that is left after it."""

import re
from typing import Any

from backfire_sim.authoring.twee.importing.as_yaml import as_yaml
from backfire_sim.authoring.twee.importing.report import report
from backfire_sim.authoring.twee.importing.story_in import Imported, import_story
from backfire_sim.scenario.load import Loaded, read_text

SUGARCUBE = """\
:: StoryTitle
The Vigil
:: StoryData
{
  "ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC",
  "format": "SugarCube",
  "start": "Friday"
}

"""
"""The beginning of a story about which nothing is to be said."""
FIRST = SUGARCUBE.count("\n") + 1
"""The line on which what follows it begins: 10."""


def imported(text: str | bytes) -> Imported:
    """What becomes of a Twee file."""
    return import_story(text.encode() if isinstance(text, str) else text, "vigil.twee", "vigil")


def story(passages: str) -> Imported:
    """What becomes of a story in SugarCube with these passages; the first of them is on line `FIRST`."""
    return imported(SUGARCUBE + passages)


def said(found: Imported) -> str:
    """The report as one text without line breaks, so that a sentence can be looked for."""
    return " ".join(" ".join(report(found)).split())


def remarks(found: Imported) -> list[tuple[int, str]]:
    """Every remark with its first line."""
    return [(remark.line, remark.text) for remark in found.remarks]


def scenes(found: Imported) -> dict[str, Any]:
    """The scenes of the file that was made, read as a scenario is read."""
    return dict(loaded(found).document.root["scenes"])


def loaded(found: Imported) -> Loaded:
    """The file that was made, checked."""
    return read_text(as_yaml(found.draft), "vigil.yaml")


def to_dos(yaml: str) -> list[int]:
    """The lines that an author is sent to, 1 being the first."""
    return [number for number, line in enumerate(yaml.split("\n"), 1) if line.strip().startswith("# TO DO: ")]


def filled_in(yaml: str) -> str:
    """The file as it is when its author has done what it says."""
    yaml = yaml.replace("r: TO_DO", "r: reveal").replace("tactic: TO_DO", "tactic: research")
    yaml = re.sub(r"# because: .*", "because: People could see it for themselves.", yaml)
    return re.sub(r"(# TO DO: (?:there is|in Twine).*(?:\n *#  .*)*\n *goto: ).*", r"\1END", yaml)
