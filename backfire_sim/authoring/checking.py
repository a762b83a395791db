"""Check files as the command line is given them: scenarios, and the golden plays beside them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from backfire_sim.scenario.load import Loaded, load
from backfire_sim.scenario.plays import load_plays, sidecar
from backfire_sim.scenario.problems import Problem

PLAYS = ".plays"
UNREACHABLE = "BF001"
"""The code of a file that cannot be read at all."""


def problems_of(files: Sequence[str]) -> list[Problem]:
    """Everything that is wrong with these files, file by file, root causes first.

    Golden plays beside a scenario are checked with it; those that are among the files themselves, in their own place.
    """
    given = {_same(Path(file)) for file in files}
    return [problem for file in files for problem in _problems(Path(file), given)]


def _problems(file: Path, given: set[Path]) -> Iterator[Problem]:
    if Path(file.stem).suffix == PLAYS:
        scenario = file.with_name(Path(file.stem).stem + file.suffix)
        yield from _plays_problems(file, load(scenario) if scenario.is_file() else None)
        return
    loaded = load(file)
    yield from loaded.problems
    beside = sidecar(file)
    if _there(beside) and _same(beside) not in given:
        yield from _plays_problems(beside, loaded)


def _plays_problems(file: Path, scenario: Loaded | None) -> tuple[Problem, ...]:
    """What is wrong with golden plays. Without a sound scenario beside them only their shape can be checked.

    What they name may be missing only because of what is wrong in the scenario, and is not held against them.
    """
    return load_plays(file, scenario if scenario is not None and scenario.ok else None).problems


def _there(file: Path) -> bool:
    try:
        return file.exists()
    except (OSError, ValueError):
        return False


def _same(file: Path) -> Path:
    """The file itself, whichever way it was written."""
    try:
        return file.resolve()
    except (OSError, ValueError, RuntimeError):
        return file
