"""One scene: its methods, its moves, how they turn out and where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from backfire_sim.scenario.checks import drills
from backfire_sim.scenario.checks.changes import change, tactic
from backfire_sim.scenario.checks.findings import Findings
from backfire_sim.scenario.document import Path
from backfire_sim.scenario.names import END
from backfire_sim.scenario.suggest import edits
from backfire_sim.scenario.words import describe
from backfire_sim.scoring.vocabulary import TECHNIQUES

if TYPE_CHECKING:
    from backfire_sim.scenario import models


def check(scene_id: str, scene: models.Scene, findings: Findings) -> None:
    """Everything in one scene, apart from whether anybody gets there."""
    path: Path = ("scenes", scene_id)
    for method_id, method in scene.methods.items():
        _method(method, findings, (*path, "methods", method_id))
    for move_id, move in scene.moves.items():
        where = (*path, "moves", move_id)
        if move_id == "wait":
            findings.add(
                "BF014",
                "A move cannot be called `wait`: that is doing nothing.",
                where,
                key=True,
                help="give the move another id; doing nothing is the scene's own `wait`",
            )
        _move(move, findings, where, f"{scene_id}.{move_id}")
    _wait(scene.wait, findings, (*path, "wait"), f"{scene_id}.wait")
    if scene.drill:
        drills.check(scene.drill, scene.moves, scene_id, findings, (*path, "drill"))
    _formerly(scene, findings, path)


def _method(method: models.Method, findings: Findings, path: Path) -> None:
    change(method, findings, path)
    if method.when:
        findings.condition(method.when, (*path, "when"))
    if method.reaches:
        findings.refer_all(method.reaches, findings.names.audiences, "audience", (*path, "reaches"))
    if method.revokes:
        findings.uses(method.revokes, (*path, "revokes"))
    technique = method.technique
    if technique in TECHNIQUES[method.uses]:
        return
    findings.ids_in_value(technique, (*path, "technique"), TECHNIQUES[method.uses])
    if technique != "deny" and (
        technique.lower().startswith(("deni", "deny")) or edits(technique.lower(), "deny", 1) <= 1
    ):
        findings.add(
            "BF018",
            f"The technique `{technique}` is close to `deny`, which has a rule of its own.",
            (*path, "technique"),
            help="if it is a denial, write `deny`: then evidence weakens it",
        )


def _move(move: models.Move, findings: Findings, path: Path, reference: str) -> None:
    names = findings.names
    tactic(move.r, move.tactic, findings, path)
    if move.when:
        findings.condition(move.when, (*path, "when"))
    if move.needs:
        findings.condition(move.needs, (*path, "needs"))
    if move.voice:
        findings.refer(move.voice, names.voices, "voice", (*path, "voice"))
    if move.reaches:
        findings.refer_all(move.reaches, names.audiences, "audience", (*path, "reaches"))
    if move.uses_consent:
        findings.uses(move.uses_consent, (*path, "uses_consent"))
    if move.why_not and not move.needs:
        findings.add(
            "BF079",
            "`why_not` is never shown: the move has no `needs`.",
            (*path, "why_not"),
            key=True,
            help="add `needs`, or leave `why_not` out",
        )
    _consequence(move, findings, path, move.r)
    _turns_out(move, move.outcomes, findings, path, reference, needs_because=True)


def _wait(wait: models.Wait, findings: Findings, path: Path, reference: str) -> None:
    change(wait, findings, path)
    _turns_out(wait, wait.outcomes, findings, path, reference, needs_because=False)


def _consequence(part: models.Consequence, findings: Findings, path: Path, response: str) -> None:
    change(part, findings, path, response)
    if part.names:
        findings.refer_all(part.names, findings.names.bearers, "bearer", (*path, "names"))
    if part.revokes:
        findings.uses(part.revokes, (*path, "revokes"))


def _turns_out(
    part: models.Move | models.Wait,
    outcomes: list[models.Outcome],
    findings: Findings,
    path: Path,
    reference: str,
    *,
    needs_because: bool,
) -> None:
    """Text, reason and target stand on the move or on every outcome; the last outcome is unconditional."""
    wanted = ("text", "because", "goto") if needs_because else ("text", "goto")
    if part.goto and part.goto not in findings.names.scenes and part.goto != END:
        findings.broken_target(part.goto, (*path, "goto"))
    if not outcomes:
        if part.text and part.goto and (part.because or not needs_because):
            return
        for key in wanted:
            if not getattr(part, key):
                _nothing_said(key, findings, path)
        return
    for place, outcome in enumerate(outcomes):
        where = (*path, "outcomes", place)
        _consequence(outcome, findings, where, getattr(part, "r", ""))
        if outcome.when:
            findings.condition(outcome.when, (*where, "when"))
        if outcome.goto and outcome.goto not in findings.names.scenes and outcome.goto != END:
            findings.broken_target(outcome.goto, (*where, "goto"))
        for key in wanted:
            if not getattr(part, key) and not getattr(outcome, key):
                _nothing_said(key, findings, where)
    for key in wanted:
        if getattr(part, key) and all(getattr(outcome, key) for outcome in outcomes):
            findings.add(
                "BF079",
                f"The `{key}` of {describe(path)} is never used: each of its outcomes has its own.",
                (*path, key),
                key=True,
                help="leave it out here, or in the outcomes that it should stand for",
            )
    _order(outcomes, findings, (*path, "outcomes"))
    if any(outcome.odds for outcome in outcomes):
        findings.reads.add(f"chance({reference})")


def _order(outcomes: list[models.Outcome], findings: Findings, path: Path) -> None:
    """The first whose `when` holds happens: nothing may follow what always holds, and something must always hold."""
    last = outcomes[-1]
    if last.when:
        findings.add(
            "BF072",
            "The last outcome has a `when`, so the move can turn out in no way at all.",
            (*path, len(outcomes) - 1, "when"),
            key=True,
            help="leave its `when` out, or add one more outcome without `when`",
        )
    for place, outcome in enumerate(outcomes[:-1]):
        following = outcomes[place + 1]
        if not outcome.when and not outcome.odds:
            findings.add(
                "BF073",
                "The outcomes after this one never happen: it has no `when`, so it always does.",
                (*path, place),
                help="move it to the end, give it a `when`, or give it and the next ones `odds`",
            )
            return
        if not outcome.when and outcome.odds and not following.odds:
            findings.add(
                "BF073",
                "This outcome never happens: the ones before it are drawn by weight, and one of them always is.",
                (*path, place + 1),
                help="give it `odds` too, or move it before them with a `when`",
            )
            return


def _nothing_said(key: str, findings: Findings, path: Path) -> None:
    what = describe(path)
    code, message, help_ = {
        "text": ("BF070", f"Nothing says what happens after {what}.", "add `text`"),
        "because": (
            "BF071",
            f"Nothing says why {what} helped, or what it overlooked.",
            "add `because`: one or two sentences that explain",
        ),
        "goto": ("BF070", f"Nothing says where {what} leads.", "add `goto` with the id of a scene, or END"),
    }[key]
    findings.lost_targets = findings.lost_targets or key == "goto"
    findings.add(code, message, path, key=True, help=help_)


def _formerly(scene: models.Scene, findings: Findings, path: Path) -> None:
    """An old id that is in use again would lead old plays astray."""
    for place, old in enumerate(scene.formerly):
        if old in findings.names.scenes:
            findings.add(
                "BF015",
                f"`{old}` is the id of a scene in this file, so it cannot be a former id too.",
                (*path, "formerly", place),
                help="leave it out here, or give that scene another id",
            )
        elif findings.former.setdefault(old, path) != path:
            findings.add(
                "BF015",
                f"Two scenes say that they were called `{old}`.",
                (*path, "formerly", place),
                help="leave it to the scene that old plays should go on with",
            )
    former: dict[str, str] = {}
    for move_id, move in scene.moves.items():
        for place, old in enumerate(move.formerly):
            where = (*path, "moves", move_id, "formerly", place)
            if old in scene.moves or old == "wait":
                findings.add(
                    "BF015",
                    f"`{old}` is the id of a move in this scene, so it cannot be a former id too.",
                    where,
                    help="leave it out here, or give that move another id",
                )
            elif former.setdefault(old, move_id) != move_id:
                findings.add(
                    "BF015",
                    f"Two moves say that they were called `{old}`.",
                    where,
                    help="leave it to the move that old plays should go on with",
                )


def former_ids(scene_id: str, value: models.Scene) -> Iterator[tuple[str, str]]:
    """Ids as they were, with what they are now; a move's former id counts under every id its scene had."""
    for old in value.formerly:
        yield old, scene_id
    for move_id, move in value.moves.items():
        for old in move.formerly:
            for name in (scene_id, *value.formerly):
                yield f"{name}.{old}", f"{scene_id}.{move_id}"
