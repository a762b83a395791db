"""The ways through the scenes: which ones nobody reaches, and from which ones no way leads to the end."""

from __future__ import annotations

from collections.abc import Iterator
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
            notes=(f"with it, {_count(others + 1, 'scene')} are cut off: only it leads to the others",)
            if others
            else (),
            cuts_off=len(behind),
        )
        if count >= _MOST_ROOTS:
            return


def _report_traps(findings: Findings, ways: Ways, reached: set[str]) -> None:
    """One problem for each ring of scenes that leads nowhere else; what only leads there is counted with it."""
    back: Ways = {}
    ends: list[str] = []
    for scene_id, targets in ways.items():
        for target in targets:
            if target == END:
                ends.append(scene_id)
            else:
                back.setdefault(target, []).append(scene_id)
    can_end = _reach(back, ends)
    trapped = {scene_id for scene_id in ways if scene_id in reached and scene_id not in can_end}
    if not trapped:
        return
    before = _nearest_first(findings)
    left = dict.fromkeys(scene_id for scene_id in before if scene_id in trapped)
    for _ in range(_MOST_ROOTS):
        if not left:
            return
        ring, leading = _ring_behind(next(iter(left)), ways, back)
        leading = [scene_id for scene_id in leading if scene_id in left]
        scene_id = next(scene_id for scene_id in before if scene_id in ring)
        left = {one: None for one in left if one not in ring and one not in leading}
        others = len(ring) + len(leading) - 1
        path = _path_to(scene_id, before)
        notes = [f"the same is true of {_count(others, 'more scene')}"] if others else []
        sure = "" if all(_is_plain(findings.names.scenes, step) for step in path) else ", if its moves are open"
        notes += [f"shortest way there{sure}: {'; '.join(path)}"] if path else []
        findings.add(
            "BF075",
            f"From the scene `{scene_id}` no way leads to END: a play can never finish.",
            ("scenes", scene_id),
            key=True,
            help="write `goto: END` in one of the moves that come after it",
            notes=tuple(notes),
            cuts_off=others + 1,
        )


def _ring_behind(scene_id: str, ways: Ways, back: Ways) -> tuple[set[str], list[str]]:
    """The scenes of a ring that a scene leads into and that leads nowhere else, and those that lead into the ring."""
    for _ in range(_MOST_ROOTS):
        ahead = [*_reach_in_turn(ways, [scene_id])]
        behind = _reach(back, [scene_id])
        if all(one in behind for one in ahead):
            return set(ahead), [one for one in behind if one not in set(ahead)]
        # The last scene that was come to is the likeliest to stand where no way leads on.
        scene_id = next(one for one in reversed(ahead) if one not in behind)
    return {scene_id}, []


def _nearest_first(findings: Findings) -> dict[str, tuple[str, str]]:
    """Every scene that is reached, the nearest to the opening first, with the (scene, move) from which it is."""
    scenes = findings.names.scenes
    first = next(iter(scenes))
    before = {first: ("", "")}
    todo = [first]
    for scene_id in todo:
        for move, target in _steps(scenes[scene_id], findings.names.spelled):
            if target in scenes and target not in before:
                before[target] = (scene_id, move)
                todo.append(target)
    return before


def _path_to(scene_id: str, before: dict[str, tuple[str, str]]) -> list[str]:
    """The steps of a path to a scene, `scene.move` each."""
    path: list[str] = []
    while before[scene_id][0]:
        scene_id, move = before[scene_id]
        path.append(f"{scene_id}.{move}")
    return path[::-1]


def _is_plain(scenes: dict[str, Any], step: str) -> bool:
    """Whether a move is always open, and always leads to the same scene."""
    scene_id, _, move = step.partition(".")
    part = scenes[scene_id].get("wait") if move == "wait" else (scenes[scene_id].get("moves") or {}).get(move)
    return isinstance(part, dict) and not {"when", "needs", "outcomes"} & part.keys()


def _reach(ways: Ways, start: list[str]) -> set[str]:
    """Every scene that can be reached from some."""
    return set(_reach_in_turn(ways, start))


def _reach_in_turn(ways: Ways, start: list[str]) -> dict[str, None]:
    """The same, the nearest first."""
    seen = dict.fromkeys(scene_id for scene_id in start if scene_id != END)
    todo = list(seen)
    for scene_id in todo:
        for target in ways.get(scene_id, ()):
            if target not in seen and target != END:
                seen[target] = None
                todo.append(target)
    return seen


def _targets(scene: Any, spelled: dict[str, str]) -> list[str]:
    """Where a scene's moves lead, read from the file as it stands, whatever else is wrong with it."""
    return [target for _, target in _steps(scene, spelled)]


def _steps(scene: Any, spelled: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(move, where it leads) of a scene."""
    if not isinstance(scene, dict):
        return
    moves = scene.get("moves")
    inner = moves.items() if isinstance(moves, dict) else enumerate(moves) if isinstance(moves, list) else ()
    for move, part in (*inner, ("wait", scene.get("wait"))):
        if isinstance(part, dict):
            outcomes = part.get("outcomes")
            for holder in (part, *(outcomes if isinstance(outcomes, list) else ())):
                target = holder.get("goto") if isinstance(holder, dict) else None
                if isinstance(target, str):
                    yield str(move), spelled.get(target, target)
                elif isinstance(target, list):
                    yield from ((str(move), name) for name in target if isinstance(name, str))
            if isinstance(outcomes, dict):
                yield from _steps({"moves": outcomes}, spelled)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
