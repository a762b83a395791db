"""Playtest several scenarios, as many at a time as the machine has processors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from backfire_sim.authoring.explore.limits import Limits, Progress
from backfire_sim.authoring.playtest.report import Report
from backfire_sim.authoring.playtest.run import LIMITS, playtest
from backfire_sim.scenario.beside import sidecar
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.shelf import open_path


class Task(NamedTuple):
    """One scenario file to be playtested."""

    path: Path
    plays: int | None = None
    """Random plays of a sample; None to look at everything, where that can be done."""
    limits: Limits = LIMITS


def with_golden(task: Task, progress: Progress | None = None) -> Report:
    """Playtest one scenario, and run the golden plays beside it. StorageError and its kinds as `open_path`."""
    scenario = open_path(task.path).scenario
    golden = []
    if sidecar(task.path).exists():
        from backfire_sim.authoring.golden import run

        golden = run(task.path)
    return playtest(scenario, plays=task.plays, limits=task.limits, golden=golden, progress=progress)


class Refused(NamedTuple):
    """A scenario file that could not be playtested."""

    path: Path
    why: str


def each_of(tasks: Sequence[Task]) -> Iterator[Report | Refused]:
    """The reports in the order of the tasks, each as soon as it is there; one that is refused holds up no other."""
    from concurrent.futures import ProcessPoolExecutor
    from os import cpu_count

    with ProcessPoolExecutor(min(len(tasks), cpu_count() or 1)) as processors:
        yield from processors.map(_tried, tasks)


def _tried(task: Task) -> Report | Refused:
    try:
        return with_golden(task)
    except StorageError as error:
        return Refused(task.path, str(error))
