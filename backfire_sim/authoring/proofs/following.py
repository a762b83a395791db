"""What follows from a root cause, as notes below it."""

from __future__ import annotations

from collections.abc import Iterable

from backfire_sim.authoring.proofs.causes import Node
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.proofs.places import count, listed


def following(evidence: Evidence, follows: Iterable[Node]) -> tuple[tuple[str, ...], int]:
    """(notes, how many scenes nobody reaches because of it)."""
    tables = evidence.tables
    of: dict[str, list[int]] = {}
    for node in follows:
        of.setdefault(node.kind, []).append(node.number)
    scenes = sorted(of.get("scene", ()))
    there = {tables.scenes[number] for number in scenes}
    moves = sorted(".".join(tables.moves[number]) for number in of.get("move", ()))
    moves = [move for move in moves if move.partition(".")[0] not in there]
    methods = [tables.ready_methods[number - 1].key for number in of.get("unanswered", ())]
    endings = [evidence.scenario.endings[number].id for number in sorted(of.get("ending", ()))]
    spots = [evidence.spots[number] for number in of.get("spot", ())]
    injects = [spot.name for spot in spots if spot.kind == "inject"]
    agreed = [spot.name for spot in spots if spot.kind == "agrees"]
    cut_off = listed([tables.scenes[number] for number in scenes])
    said = [
        (scenes, f"this cuts off {count(len(scenes), 'scene')}, which nobody reaches: {cut_off}"),
        (moves, f"because of it {count(len(moves), 'more move')} cannot be opened: {listed(moves)}"),
        (methods, f"because of it nobody can answer {listed(methods)}"),
        (injects, f"because of it these injects never fit: {listed(injects)}"),
        (agreed, f"because of it nobody agrees to {listed(agreed)}"),
        (endings, f"because of it no play comes to {listed(endings)}"),
    ]
    return tuple(note for names, note in said if names), len(scenes)
