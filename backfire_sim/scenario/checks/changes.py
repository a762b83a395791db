"""What moves, options, methods and injects have in common: effects, facts, tactics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backfire_sim.scenario.checks import effects
from backfire_sim.scenario.checks.findings import Findings
from backfire_sim.scenario.document import Path
from backfire_sim.scenario.suggest import certain, nearest
from backfire_sim.scoring.vocabulary import GATES, RESPONSE_OF_TACTIC, RESPONSES, TACTICS

if TYPE_CHECKING:
    from backfire_sim.scenario import models


def change(part: models.Change, findings: Findings, path: Path, response: str = "") -> None:
    """Effects signed and on names that exist; facts that exist, and not set and cleared at once.

    `response` is the R of the move or option whose change it is.
    """
    if part.effects:
        widens = GATES[RESPONSES.index(response)] if response else ""
        effects.check(part.effects, findings, (*path, "effects"), widens)
    if part.sets:
        findings.refer_all(part.sets, findings.names.facts, "fact", (*path, "sets"))
    if part.clears:
        findings.refer_all(part.clears, findings.names.facts, "fact", (*path, "clears"))
        for place, fact in enumerate(part.clears):
            if fact in part.sets:
                findings.add(
                    "BF014",
                    f"The fact `{fact}` is both set and cleared here.",
                    (*path, "clears", place),
                    help="leave it in one of the two lists",
                )


def tactic(response: str, name: str, findings: Findings, path: Path) -> None:
    """A tactic belongs to its R."""
    if RESPONSE_OF_TACTIC.get(name) == response:
        return
    own = TACTICS[response]
    right = RESPONSE_OF_TACTIC.get(name)
    if right is not None:
        findings.add(
            "BF016",
            f"The tactic `{name}` belongs to {right}, not to {response}.",
            (*path, "tactic"),
            help=f"write `r: {right}`, or one of the tactics of {response}: " + ", ".join(own),
        )
        return
    near = nearest(name, own) or nearest(name, RESPONSE_OF_TACTIC)
    sure = near is not None and near in own and certain(name, near, RESPONSE_OF_TACTIC)
    findings.add(
        "BF017",
        f"There is no tactic `{name}`.",
        (*path, "tactic"),
        help=(f"did you mean `{near}`? " if near else "") + f"The tactics of {response} are " + ", ".join(own) + ".",
        fix=findings.document.swap(findings.document.place((*path, "tactic")), name, near) if near and sure else None,
    )
