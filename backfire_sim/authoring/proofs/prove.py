"""Everything that can be proved of a scenario file, as problems that stand in it, root causes first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from backfire_sim.authoring.explore.reading import conditions_of
from backfire_sim.authoring.proofs import others
from backfire_sim.authoring.proofs.causes import Causes
from backfire_sim.authoring.proofs.dead import Telling
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.proofs.places import Places, count, listed
from backfire_sim.authoring.proofs.rings import rings
from backfire_sim.authoring.proofs.stuck import only_waiting, traps
from backfire_sim.authoring.proofs.stuck_words import StuckTelling
from backfire_sim.engine.conditions import terms
from backfire_sim.scenario.collector import collector_off
from backfire_sim.scenario.load import Loaded
from backfire_sim.scenario.problems import Problem, in_order


class Proof(NamedTuple):
    """What came of looking at every state."""

    problems: tuple[Problem, ...]
    complete: bool
    """Whether every way through the scenes was looked at."""
    note: str
    """What was looked at, in a sentence or two."""


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
    caught = list(traps(evidence))
    causes = Causes(evidence, trapped=bool(caught))
    yield from others.facts(evidence, places, causes)
    telling = Telling(evidence, places, causes)
    stuck = StuckTelling(evidence, places, causes, telling)
    round_and_round: set[int] = set()
    for trap in caught:
        round_and_round |= {*trap.scenes, *trap.leading}
        yield stuck.trap(trap)
    for waiting in only_waiting(evidence):
        problem = stuck.waiting(waiting) if waiting.scene not in round_and_round else None
        if problem is not None:
            yield problem
    if evidence.complete:
        yield from telling.problems(stuck.told, stuck.more)
        yield from rings(evidence, places, round_and_round)
        yield from others.steps(evidence, places)


def _note(evidence: Evidence) -> str:
    first = evidence.first
    if not evidence.exact:
        keys = zip(first.tables.moves, first.open_in.tolist(), evidence.marks.move_open.tolist(), strict=True)
        unmet = [".".join(key) for key, states, may_be in keys if not states and may_be]
        missing = f" Not open within them, and maybe later: {listed(unmet)}." if unmet else ""
        if not evidence.complete:
            return (
                f"Looked at {count(first.states, 'state')} and stopped there; nothing is proved of the others.{missing}"
            )
        either = listed(_either_way(evidence))
        return (
            f"Looked at {count(first.states, 'state')} and stopped there. What is said of all states holds whatever"
            f" becomes of {either}.{missing}"
        )
    said = f"Every way through the scenes was looked at ({count(first.states, 'state')})."
    unmet = [*_unmet(evidence)]
    if unmet:
        said += f" Not met within {count(evidence.most_states, 'state')}, but there may be more: {', '.join(unmet)}."
    return said


def _either_way(evidence: Evidence) -> list[str]:
    """What is asked for and was not told apart: by name, as conditions call it."""
    reading = evidence.reading
    asked = {term for scene in reading.scenes for condition in conditions_of(scene) for term in terms(condition)}
    return sorted(term for term in asked if not reading.places_of(term) <= evidence.guards) or ["the outcome class"]


def _unmet(evidence: Evidence) -> Iterator[str]:
    """What was looked for and not found, where not every state could be looked at."""
    endings = zip(evidence.scenario.endings, evidence.endings_come_to, evidence.endings_held, strict=True)
    for ending, come_to, held in endings:
        if not (come_to.held or come_to.sure or held.never):
            yield f"the ending `{ending.id}`"
    for spot, seen in zip(evidence.spots, evidence.spots_seen, strict=True):
        if spot.kind in _NAMES and not (seen.held or seen.sure):
            yield f"{_NAMES[spot.kind]} {f'`{spot.name}`' if spot.kind != 'question' else int(spot.name) + 1}"


_NAMES = {"inject": "the inject", "agrees": "a yes to", "question": "question"}
