"""The tutorial as a person who follows it: the pieces it says to add, the slips it supposes, the commands it shows.

The page is read as it is written for people. These sentences are instructions for the block or command after them:

    Make a file `F`:   At the end of the file, add:   Above|Below the line `L`, add:
    Everywhere, instead of `A`, write `B`.
    Suppose that instead of `A` you had written `B`.   ... in one place, instead of `A`, you had written `B`.
    Suppose that you had left out the line `L`   ... that below the line `L` you had added the line `M`.

What a command must answer stands below it; a line `...` stands for lines left out. `python -m tests.tutorial` writes
the answers anew, to be read before they are kept; those with lines left out it leaves alone.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from backfire_sim.cli import main

PAGE = Path(__file__).parent.parent / "docs" / "tutorial.md"

WHITE = "[ \n]+"
_SENTENCES = {
    "make": "[Mm]ake a file `(?P<file>[^`]+)`:",
    "append": "At the end of the file, add:",
    "above": "Above the line `(?P<above>[^`]+)`, add:",
    "below": "Below the line `(?P<below>[^`]+)`, add:",
    "everywhere": "Everywhere, instead of `(?P<every>[^`]+)`, write `(?P<everywhere>[^`]+)`.",
    "slip": "uppose that (?:in one place, )?instead of `(?P<right>[^`]+)`,? you had written `(?P<wrong>[^`]+)`.",
    "without": "uppose that you had left out the line `(?P<left>[^`]+)`",
    "with": "uppose that below the line `(?P<under>[^`]+)` you had added the line `(?P<added>[^`]+)`.",
    "yaml": "```yaml\n(?P<block>.*?)```",
    "console": "```console\n\\$ \\./backfire (?P<command>[^\n]*)\n(?P<answer>.*?)```",
}
_ALTERNATIVES = (f"(?P<k_{name}>{words.replace(' ', WHITE)})" for name, words in _SENTENCES.items())
_TOLD = re.compile("|".join(_ALTERNATIVES), re.DOTALL)

LEFT_OUT = "..."
Change = Callable[[str], str]
BETWEEN = "\0"
"""Stands between a file and the block that is to be put into it."""


class Shown(NamedTuple):
    """A command that the page shows."""

    section: str
    command: str
    answer: str
    files: dict[str, str]
    """As they are then, with the slip that is supposed, if one is."""
    span: tuple[int, int]
    """Where the answer stands on the page."""


def shown(page: str) -> Iterator[Shown]:
    """Follow the page from an empty folder, and give every command that it shows."""
    files: dict[str, str] = {}
    scenario, made = "", ""
    put: Change | None = None
    slip: Change | None = None
    for told in _TOLD.finditer(page):
        if told["k_make"]:
            made = told["file"]
            scenario = scenario or made
        elif told["k_append"]:
            put = _appended
        elif told["k_above"]:
            put = _beside(told["above"], 0)
        elif told["k_below"]:
            put = _beside(told["below"], 1)
        elif told["k_everywhere"]:
            assert told["every"] in files[scenario], f"nowhere: {told['every']}"
            files[scenario] = files[scenario].replace(told["every"], told["everywhere"])
        elif told["k_slip"]:
            slip = _instead(told["right"], told["wrong"])
        elif told["k_without"]:
            slip = _left_out(told["left"])
        elif told["k_with"]:
            slip = _added(told["under"], told["added"])
        elif told["k_yaml"]:
            assert made or put is not None, f"nothing says where this goes:\n{told['block']}"
            if made:
                files[made] = told["block"]
            elif put is not None:
                files[scenario] = put(files[scenario] + BETWEEN + told["block"])
            made, put = "", None
        else:
            now = files | ({scenario: slip(files[scenario])} if slip else {})
            section = page[: told.start()].rpartition("\n## ")[2].partition("\n")[0]
            yield Shown(section, told["command"], told["answer"], now, told.span("answer"))
            slip = None


def finished(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every section by its title, with the files as they are when it has been followed to its end."""
    sections = re.split(r"^## ", page, flags=re.MULTILINE)
    for number, section in enumerate(sections[1:], 2):
        so_far = "## ".join(sections[:number]) + "```console\n$ ./backfire check\n```\n"
        yield section.partition("\n")[0], list(shown(so_far))[-1].files


def _appended(both: str) -> str:
    return both.replace(BETWEEN, "")


def _beside(line: str, after: int) -> Change:
    def put(both: str) -> str:
        text, _, block = both.partition(BETWEEN)
        lines = text.splitlines(keepends=True)
        lines.insert(_only(line, lines) + after, block)
        return "".join(lines)

    return put


def _instead(right: str, wrong: str) -> Change:
    def slip(text: str) -> str:
        assert right in text, f"nowhere: {right}"
        return text.replace(right, wrong, 1)

    return slip


def _left_out(line: str) -> Change:
    def slip(text: str) -> str:
        lines = text.splitlines(keepends=True)
        del lines[_only(line, lines)]
        return "".join(lines)

    return slip


def _added(under: str, line: str) -> Change:
    def slip(text: str) -> str:
        lines = text.splitlines(keepends=True)
        at = _only(under, lines) + 1
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        lines.insert(at, f"{indent}{line}\n")
        return "".join(lines)

    return slip


def _only(line: str, lines: list[str]) -> int:
    """Where this line stands, which has to be in one place only for the page to be plain."""
    found = [place for place, other in enumerate(lines) if other.strip() == line]
    assert len(found) == 1, f"on {len(found)} lines: {line}"
    return found[0]


def answered(command: str, files: dict[str, str], folder: Path) -> str:
    """What the program really says to a command, in a folder with these files."""
    for file in folder.glob("*.yaml"):
        file.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    heard = StringIO()
    with chdir(folder), redirect_stdout(heard), patch.dict(os.environ, {"BACKFIRE_HOME": str(folder / "home")}):
        main(command.split())
    return heard.getvalue()


def holds(answer: str, heard: str) -> bool:
    """Whether the page quotes what was heard."""
    pieces = (re.escape(piece) for piece in re.split(rf"^{re.escape(LEFT_OUT)}$\n", answer, flags=re.MULTILINE))
    return re.fullmatch("(?:.*\n)*?".join(pieces), heard) is not None


def rewritten(page: str, folder: Path) -> str:
    """The page with every answer as it is now."""
    for each in reversed(list(shown(page))):
        start, end = each.span
        if LEFT_OUT not in each.answer.splitlines():
            page = page[:start] + answered(each.command, each.files, folder) + page[end:]
    return page


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as scrap:
        PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8"), Path(scrap)), encoding="utf-8")
    sys.exit(0)
