"""Everything that can be proved of a scenario file, as problems that stand in it, root causes first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from backfire_sim.authoring.proofs import dead, others, stuck
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.proofs.places import Places, count, listed
from backfire_sim.scenario.collector import collector_off
from backfire_sim.scenario.load import Loaded
from backfire_sim.scenario.problems import Problem, in_order


class Proof(NamedTuple):
    """What came of looking at every state."""

    problems: tuple[Problem, ...]
    complete: bool
    """Whether every way through the scenes was looked at."""
    note: str
    """What was looked at, in one sentence."""


def prove(loaded: Loaded) -> Proof:
    """What can be proved of a scenario that can be played. A file with errors proves nothing."""
    scenario = loaded.scenario
    if scenario is None:
        return Proof((), False, "")
    with collector_off():
        evidence = Evidence(scenario)
        places = Places(loaded.document, evidence.tables)
        return Proof(in_order(_found(evidence, places)), evidence.complete, _note(evidence))


def _found(evidence: Evidence, places: Places) -> Iterator[Problem]:
    yield from stuck.only_waiting(evidence, places)
    yield from others.facts(evidence, places)
    if not evidence.complete:
        return
    yield from stuck.traps(evidence, places)
    yield from dead.never(evidence, places)
    yield from dead.always(evidence, places)
    yield from others.methods(evidence, places)
    yield from others.rings(evidence, places)
    yield from others.endings(evidence, places)
    yield from others.steps(evidence, places)


def _note(evidence: Evidence) -> str:
    paths = evidence.paths
    if evidence.complete:
        return f"Every way through the scenes was looked at ({count(paths.states, 'state')})."
    unmet = [".".join(key) for key, seen in zip(paths.tables.moves, paths.open_in.tolist(), strict=True) if not seen]
    missing = f" Not open within them: {listed(unmet)}." if unmet else ""
    return f"Looked at {count(paths.states, 'state')} and stopped there; nothing is proved of the others.{missing}"
