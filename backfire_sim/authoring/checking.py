"""Check files as the command line is given them: scenarios, and files of golden plays beside them."""

from collections.abc import Sequence
from pathlib import Path

from backfire_sim.scenario.load import load
from backfire_sim.scenario.plays import load_plays
from backfire_sim.scenario.problems import Problem

PLAYS = ".plays"
UNREACHABLE = "BF001"
"""The code of a file that cannot be read at all."""


def problems_of(files: Sequence[str]) -> list[Problem]:
    """Everything that is wrong with these files, file by file, root causes first."""
    return [problem for file in files for problem in _problems(Path(file))]


def _problems(file: Path) -> tuple[Problem, ...]:
    if Path(file.stem).suffix != PLAYS:
        return load(file).problems
    # Golden plays name things of the scenario they stand beside; without it only their shape can be checked.
    scenario = file.with_name(Path(file.stem).stem + file.suffix)
    return load_plays(file, load(scenario) if scenario.is_file() else None).problems
