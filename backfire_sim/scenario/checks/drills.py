"""Drills: what is asked, and answers that can be given to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from backfire_sim.engine.drills import BETTER, MISSING, NEEDS, NEXT, RESPONSE_CHOICE, WRITE
from backfire_sim.engine.drills import NAME as NAME_METHOD
from backfire_sim.scenario.checks.findings import Findings
from backfire_sim.scenario.document import Path
from backfire_sim.scoring.vocabulary import METHODS, RESPONSE_OF_TACTIC

if TYPE_CHECKING:
    from backfire_sim.scenario.drill_models import Drill
    from backfire_sim.scenario.models import Move, Option

_ALLOWED = {
    NAME_METHOD: {"best", "workable", "says", "method"},
    RESPONSE_CHOICE: {"best", "workable", "worse", "says"},
    BETTER: {"best", "workable", "worse", "says"},
    MISSING: {"best", "workable", "says", "move"},
    NEXT: {"best", "workable", "says", "method"},
    WRITE: {"tactic", "checklist", "example"},
}
"""The keys that each kind of drill may have besides `asks`, `cue` and `because`."""

_WANTED = {
    NAME_METHOD: ("best", "method"),
    RESPONSE_CHOICE: ("best", "worse"),
    BETTER: ("best",),
    MISSING: ("best", "move"),
    NEXT: ("best", "method"),
    WRITE: ("tactic", "checklist", "example"),
}

_FEWEST, _MOST = 3, 5
"""Lines of a checklist."""


def check(
    drills: Mapping[str, Drill],
    moves: Mapping[str, Move] | Mapping[str, Option],
    scene_id: str,
    findings: Findings,
    path: Path,
) -> None:
    """The drills of one scene, or of the preparation (then `scene_id` is empty), with what its moves are."""
    findings.ids(drills, path)
    for drill_id, drill in drills.items():
        where = (*path, drill_id)
        if _has_its_keys(drill, findings, where):
            _method(drill, scene_id, findings, where)
            _answers(drill, moves, findings, where)


def _has_its_keys(drill: Drill, findings: Findings, path: Path) -> bool:
    given = {name for name in set().union(*_ALLOWED.values()) if getattr(drill, name)}
    for name in sorted(given - _ALLOWED[drill.asks]):
        wanted = ", ".join(f"`{each}`" for each in sorted(_ALLOWED[drill.asks]))
        said = f"A drill that asks to `{drill.asks}` has no use for `{name}`."
        findings.add("BF086", said, (*path, name), key=True, help=f"leave it out; it may have {wanted}")
    missing = [name for name in _WANTED[drill.asks] if name not in given]
    for name in missing:
        said = f"A drill that asks to `{drill.asks}` needs `{name}`."
        findings.add("BF086", said, path, key=True, help=f"add `{name}`")
    lines = len(drill.checklist)
    if lines and not _FEWEST <= lines <= _MOST:
        help_ = f"write {_FEWEST} to {_MOST} lines"
        findings.add("BF085", f"A checklist of {lines} cannot be gone through well.", (*path, "checklist"), help=help_)
    if drill.tactic and drill.asks == WRITE and drill.tactic not in RESPONSE_OF_TACTIC:
        findings.refer(drill.tactic, RESPONSE_OF_TACTIC, "tactic", (*path, "tactic"))
    return not missing


def _method(drill: Drill, scene_id: str, findings: Findings, path: Path) -> None:
    """The method whose workings are shown is there, and of the kind that is the best answer."""
    if not drill.method:
        return
    scene, dot, method = drill.method.rpartition(".")
    scenes = findings.names.scenes
    where = (*path, "method")
    if (dot and not findings.refer(scene, scenes, "scene", where)) or not (dot or scene_id):
        if not dot:
            findings.add("BF085", "Nothing has been done yet while people prepare.", where, help="write scene.method")
        return
    methods: Any = (scenes[scene if dot else scene_id] or {}).get("methods") or {}
    if not findings.refer(method, methods, "method", where, f"{scene}." if dot else ""):
        return
    uses = methods[method].get("uses") if isinstance(methods[method], dict) else None
    if drill.best in METHODS and uses in METHODS and uses != drill.best:
        said = f"The best answer is `{drill.best}`, but `{drill.method}` is `{uses}`."
        findings.add("BF085", said, (*path, "best"), help=f"write `best: {uses}`, or name another method")


def _answers(drill: Drill, moves: Mapping[str, Any], findings: Findings, path: Path) -> None:
    if drill.asks == WRITE:
        return
    closed = {NAME_METHOD: METHODS, NEXT: METHODS, MISSING: NEEDS}.get(drill.asks)
    if closed is not None:
        offered: Collection[str] = closed
        known = _known([("best", drill.best)], closed, "answer", findings, path)
        known &= _known([(("workable", n), a) for n, a in enumerate(drill.workable)], closed, "answer", findings, path)
    else:
        given = [("best", drill.best)]
        given += [(("workable", n), a) for n, a in enumerate(drill.workable)]  # type: ignore[misc]
        given += [(("worse", n), a) for n, a in enumerate(drill.worse)]  # type: ignore[misc]
        offered = [answer for _at, answer in given]
        known = _known(given, moves, "move", findings, path)
        if known:
            _fit_together(drill, offered, moves, findings, path)
    if drill.move:
        findings.refer(drill.move, moves, "move", (*path, "move"))
    if drill.best in drill.workable or drill.best in drill.worse or set(drill.workable) & set(drill.worse):
        findings.add("BF085", "One answer is called good and not good at once.", path, key=True, help="decide for one")
    for answer in drill.says:
        if known and (answer not in offered or answer == drill.best):
            said = f"Nobody can give the answer `{answer}` here."
            if answer == drill.best:
                said = f"What is said of the best answer, `{answer}`, stands in `because`."
            findings.add("BF085", said, (*path, "says", answer), key=True, help="leave it out")


def _known(given: list[tuple[Any, str]], known: Collection[str], what: str, findings: Findings, path: Path) -> bool:
    found = [
        findings.refer(answer, known, what, (*path, *(at if isinstance(at, tuple) else (at,)))) for at, answer in given
    ]
    return all(found)


def _fit_together(
    drill: Drill, offered: Collection[str], moves: Mapping[str, Any], findings: Findings, path: Path
) -> None:
    """Two moves of one R, or three or four that are not all of one R."""
    responses = {moves[answer].r for answer in offered}
    if drill.asks == BETTER:
        if len(offered) != 2 or len(responses) != 1:
            said = f"Offered are {len(offered)} moves of {len(responses)} R's, and not two of one R."
            findings.add("BF085", said, path, key=True, help="name `best` and one other move of the same R")
    elif not 3 <= len(offered) <= 4 or len(responses) == 1:
        said = f"Offered are {len(offered)} moves of {len(responses)} R's."
        help_ = "name three or four moves in all, of at least two R's; for two of one R write `better_of_two`"
        findings.add("BF085", said, path, key=True, help=help_)
