"""Check files each time they are saved, and say what is new and what is gone."""

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import NamedTuple

from backfire_sim.authoring.checking import files_of, look, scenario_beside, untranslated
from backfire_sim.authoring.follow import follow, marks
from backfire_sim.scenario.beside import is_beside
from backfire_sim.scenario.load import digest
from backfire_sim.scenario.opening import read_ordinary
from backfire_sim.scenario.problems import Problem, errors
from backfire_sim.scenario.report import as_text
from backfire_sim.scenario.source import MAX_BYTES

PROVED = "BF1"
"""How the codes begin of what is only looked for in a scenario without errors."""
_MOST_NAMED = 8
_ENDS = "Ctrl+C ends it."

Known = tuple[str, str, str]
"""By what a problem is known again, wherever in its file it now stands."""


class Watched(NamedTuple):
    """One look at the files."""

    lines: list[str]
    """The report, and what has changed below it: there it stays in view, however long the report is."""
    problems: list[Problem]
    news: tuple[str, ...] = ()
    """When which file was saved, what is new and what is gone; nothing at the first look."""


def watch(files: Sequence[str], stop: Event | None = None, *, proved: bool = True) -> Iterator[Watched]:
    """A look at the files now, and one after each save that changed them, until `stop` is set or Ctrl+C is pressed.

    `proved` as in `look`.
    """
    stop = stop or Event()
    # It would say on standard error that Ctrl+C was pressed.
    logging.getLogger("watchfiles").setLevel(logging.ERROR)
    watched = files_of(files)
    since = marks(watched)
    contents = {file: _content(file) for file in watched}
    problems, notes = look(files, proved=proved)
    beside = " and what stands beside it" if len(watched) > len(files) else ""
    watching = f"Watching {_names([Path(file) for file in files])}{beside}. {_ENDS}"
    yield Watched([*_report(files, problems, notes), "", watching], problems)
    hidden: list[Problem] = []
    for saved in follow(watched, stop, since):
        changed = [file for file in watched if file in saved and contents[file] != _content(file)]
        if not changed:
            continue
        contents |= {file: _content(file) for file in changed}
        before = [*problems, *hidden]
        problems, notes = look(files, proved=proved)
        hidden = [problem for problem in _without(before, problems) if _hides(problem, problems)]
        news = tuple(_news(changed, _without(before, hidden), problems))
        yield Watched([*_report(files, problems, notes), "", *news, "", f"Still watching. {_ENDS}"], problems, news)


def _report(files: Sequence[str], problems: list[Problem], notes: list[str]) -> list[str]:
    return [*as_text(problems).rstrip("\n").split("\n"), *notes, *untranslated(files)]


def _news(changed: list[Path], before: list[Problem], now: list[Problem]) -> Iterator[str]:
    new, gone = _without(now, before), _without(before, now)
    counts = [f"{len(new)} new" if new else "nothing new", *([f"{len(gone)} gone"] if gone else [])]
    yield f"{datetime.now():%H:%M:%S}  {_what_happened(changed)}: {', '.join(counts)}."
    for word, problems in (("gone", gone), ("new ", new)):
        for problem in problems[:_MOST_NAMED]:
            where = f"{problem.file}:{problem.line}" if problem.line else problem.file
            yield f"  {word}  {where} {problem.code}: {problem.message}"
        if len(problems) > _MOST_NAMED:
            yield f"  {word}  and {len(problems) - _MOST_NAMED} more"


def _without(problems: list[Problem], others: list[Problem]) -> list[Problem]:
    """The problems that are not among the others, each of equal ones counted."""
    left = Counter(map(_known, others))
    found = []
    for problem in problems:
        if left[_known(problem)]:
            left[_known(problem)] -= 1
        else:
            found.append(problem)
    return found


def _hides(problem: Problem, now: list[Problem]) -> bool:
    """Whether an error keeps this from being looked at: what is proved of a scenario, and what stands beside it."""
    file = Path(problem.file)
    looked_in = scenario_beside(file) if is_beside(file) else file
    proved = problem.code.startswith(PROVED) or looked_in != file
    return proved and any(error.file == str(looked_in) for error in errors(now))


def _known(problem: Problem) -> Known:
    return problem.file, problem.code, problem.message


def _what_happened(changed: list[Path]) -> str:
    there = [file for file in changed if file.exists()]
    gone = [file for file in changed if file not in there]
    said = [f"{_names(there)} saved"] if there else []
    return "; ".join([*said, *([f"{_names(gone)} gone"] if gone else [])])


def _names(files: list[Path]) -> str:
    return " and ".join(file.name for file in files)


def _content(file: Path) -> str:
    """A hash of what a file holds; empty where there is none to be read."""
    try:
        return digest(read_ordinary(file, MAX_BYTES + 1))
    except (OSError, ValueError):
        return ""
