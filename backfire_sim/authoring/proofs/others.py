"""Facts that nobody reads or sets, and steps that are always lost."""

from __future__ import annotations

from collections.abc import Iterator

from backfire_sim.authoring.proofs.causes import Causes, Node, ever_set
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.proofs.lost import Lost, lost_steps
from backfire_sim.authoring.proofs.places import Places, count
from backfire_sim.scenario.document import Path
from backfire_sim.scenario.problems import Problem

MOST_EACH = 3
"""Steps of one number, lost at one of its ends, that are said one by one."""


def facts(evidence: Evidence, places: Places, causes: Causes) -> Iterator[Problem]:
    """Facts that no condition asks for; and those that are asked for and never set, if nothing else says it."""
    scenario = evidence.scenario
    read = set(scenario.reads)
    ever = ever_set(scenario) if scenario.facts else set()
    for number, fact in enumerate(scenario.facts):
        if fact in read and fact not in ever and Node("fact", number) not in causes.why:
            yield places.document.problem(
                "BF106",
                f"Nothing ever sets the fact `{fact}`, and yet a condition asks for it.",
                ("facts", fact),
                key=True,
                help=f"write `sets: [{fact}]` where it comes about, or leave it out of the conditions",
            )
        if fact not in read:
            yield places.document.problem(
                "BF109",
                f"The fact `{fact}` is never read: no condition asks for it.",
                ("facts", fact),
                key=True,
                help=f"write `when: {fact}` where it matters, or leave the fact out",
            )


def steps(evidence: Evidence, places: Places) -> Iterator[Problem]:
    """Steps that are always lost because the number is already at its end."""
    lost: dict[Path, set[int]] = {}
    names = evidence.rules.layout.names
    for step in lost_steps(evidence):
        for path in _where(places, step, names[step.place]):
            lost.setdefault(path, set()).add(step.place)
    ends: dict[tuple[str, str], list[Path]] = {}
    for path, at in sorted(lost.items(), key=lambda item: places.line(item[0])):
        name = str(path[-1])
        parts = places.document.get(path[:-2])
        named = parts.get("reaches") if isinstance(parts, dict) else None
        of_audiences = name in ("visibility", "dignity", "meaning", "support")
        if len(at) >= (len(named or evidence.scenario.audiences) if of_audiences else 1):
            down = str(places.document.get(path)).startswith(("-", "−"))
            ends.setdefault((name, "its lowest" if down else "its highest"), []).append(path)
    for (name, end), paths in ends.items():
        # Many of one kind have one reason, mostly where a number starts; then they are said once.
        each = paths if len(paths) <= MOST_EACH else paths[:1]
        for path in each:
            lines = list(dict.fromkeys(places.line(other) for other in paths[1:])) if len(each) < len(paths) else []
            more = " and more" if len(lines) > 6 else ""
            note = (
                f"the same is true of {count(len(paths) - 1, 'more step')}, on lines {', '.join(map(str, lines[:6]))}"
            )
            yield places.document.problem(
                "BF111",
                f"This step is always lost: {name} is already at {end} whenever it would take effect.",
                path,
                key=True,
                help="leave the step out, or change the start or the other steps that lead here",
                notes=(note + more,) if lines else (),
            )


def _where(places: Places, step: Lost, name: str) -> list[Path]:
    """The places in the file where an effect on this number is written."""
    wanted = name.rpartition(".")[2]
    holders: list[Path]
    match step.kind, step.which:
        case "option", str(option):
            holders = [("prepare", "options", option)]
        case "inject", str(inject):
            holders = [("injects", inject)]
        case "method", int(method):
            holders = [places.method(method)]
        case _, which:
            outcome = int(which)
            holders = [places.outcome(outcome), places.move(places.move_of(outcome))]
    return list(
        dict.fromkeys(
            (*path, "effects", wanted) for path in holders if wanted in (places.document.get((*path, "effects")) or {})
        )
    )
