"""The ways through the scenes: which ones nobody reaches, and from which ones no way leads to the end."""

from __future__ import annotations

from typing import Any

from backfire_sim.scenario.checks.findings import Findings
from backfire_sim.scenario.names import END

Ways = dict[str, list[str]]

_MOST_ROOTS = 20


def check(findings: Findings) -> None:
    """Report what is cut off, once for each cause and never for each scene."""
    scenes = findings.names.scenes
    if not scenes:
        return
    ways = {scene_id: _targets(scene, findings.names.spelled) for scene_id, scene in scenes.items()}
    first = next(iter(scenes))
    reached = _reach(ways, [first])
    cut_off = [scene_id for scene_id in scenes if scene_id not in reached]
    if cut_off:
        cut_off = _blame_broken_targets(findings, ways, reached, cut_off)
    if cut_off and not findings.lost_targets:
        _report_cut_off(findings, ways, cut_off)
    if not findings.broken:
        _report_traps(findings, ways, reached)


def _blame_broken_targets(findings: Findings, ways: Ways, reached: set[str], cut_off: list[str]) -> list[str]:
    """Say at each broken target how many scenes it cuts off; give back those that it does not explain."""
    for place, near in list(findings.broken.items())[:_MOST_ROOTS]:
        if near is None:
            continue
        beyond = _reach(ways, [near]) - reached
        if beyond:
            problem = findings.problems[place]
            findings.problems[place] = problem.with_note(f"this cuts off {_count(len(beyond), 'scene')}", len(beyond))
    meant = [near for near in findings.broken.values() if near is not None]
    explained = _reach(ways, meant)
    return [scene_id for scene_id in cut_off if scene_id not in explained]


def _report_cut_off(findings: Findings, ways: Ways, cut_off: list[str]) -> None:
    """One problem for each scene from which the other unreached ones could be reached."""
    left = set(cut_off)
    entered = {target for scene_id in cut_off for target in ways[scene_id] if target != scene_id}
    # Rings have no scene that nobody enters: the first one left of them stands for them.
    starts = [*(scene_id for scene_id in cut_off if scene_id not in entered), *cut_off]
    for count, root in enumerate(scene_id for scene_id in starts if scene_id in left):
        behind = _reach(ways, [root]) & left
        left -= behind
        others = len(behind) - 1
        findings.add(
            "BF074",
            f"Nobody reaches the scene `{root}`: no open way leads to it.",
            ("scenes", root),
            key=True,
            help=f"write `goto: {root}` in a move or a `wait`, or remove the scene",
            notes=(f"this cuts off {_count(others, 'more scene')}",) if others else (),
            cuts_off=len(behind),
        )
        if count >= _MOST_ROOTS:
            return


def _report_traps(findings: Findings, ways: Ways, reached: set[str]) -> None:
    back: Ways = {}
    ends: list[str] = []
    for scene_id, targets in ways.items():
        for target in targets:
            if target == END:
                ends.append(scene_id)
            else:
                back.setdefault(target, []).append(scene_id)
    can_end = _reach(back, ends)
    trapped = [scene_id for scene_id in ways if scene_id in reached and scene_id not in can_end]
    if trapped:
        findings.add(
            "BF075",
            f"From the scene `{trapped[0]}` no way leads to END: a play can never finish.",
            ("scenes", trapped[0]),
            key=True,
            help="write `goto: END` in one of the moves that come after it",
            notes=(f"the same is true of {_count(len(trapped) - 1, 'more scene')}",) if len(trapped) > 1 else (),
            cuts_off=len(trapped),
        )


def _reach(ways: Ways, start: list[str]) -> set[str]:
    """Every scene that can be reached from some."""
    seen = {scene_id for scene_id in start if scene_id != END}
    todo = list(seen)
    while todo:
        for target in ways.get(todo.pop(), ()):
            if target not in seen and target != END:
                seen.add(target)
                todo.append(target)
    return seen


def _targets(scene: Any, spelled: dict[str, str]) -> list[str]:
    """Where a scene's moves lead, read from the file as it stands, whatever else is wrong with it."""
    found: list[str] = []
    if not isinstance(scene, dict):
        return found
    moves = scene.get("moves")
    inner = moves.values() if isinstance(moves, dict) else moves if isinstance(moves, list) else ()
    for part in (scene.get("wait"), *inner):
        if isinstance(part, dict):
            outcomes = part.get("outcomes")
            for holder in (part, *(outcomes if isinstance(outcomes, list) else ())):
                target = holder.get("goto") if isinstance(holder, dict) else None
                if isinstance(target, str):
                    found.append(spelled.get(target, target))
                elif isinstance(target, list):
                    found += [name for name in target if isinstance(name, str)]
            if isinstance(outcomes, dict):
                found += _targets({"moves": outcomes}, spelled)
    return found


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
