"""The perpetrators' methods land when a scene opens."""

from backfire_sim.engine.position import Landed, Step
from backfire_sim.engine.rules import ReadyMethod, ReadyScene, Rules
from backfire_sim.scoring import board as b
from backfire_sim.scoring.constants import EVIDENCE_BEFORE_DENIAL_WEAKENS, PREPARATION_SOFTENS

Standing = tuple[tuple[str, str], ...]


def land(
    rules: Rules, values: list[int], scene: ReadyScene, standing: Standing
) -> tuple[tuple[Landed, ...], Standing, tuple[Step, ...]]:
    """Let the methods land, changing `values`: first those nobody has answered yet, then the scene's own, in order.

    Gives back what landed, what now stands unanswered, and every step it moved.
    """
    if not standing and not scene.methods:
        return (), (), ()
    landed: list[Landed] = []
    steps: list[Step] = []
    now_standing = list(standing)
    for scene_id, method_id in standing:
        waiting = next(m for m in rules.scene(scene_id).methods if m.method.id == method_id)
        landed.append(_land_one(rules, values, waiting, steps, again=True))
    for ready in scene.methods:
        key = (ready.scene, ready.method.id)
        if key in standing or not ready.when(values):
            continue
        landed.append(_land_one(rules, values, ready, steps, again=False))
        if ready.method.until_answered:
            now_standing.append(key)
    return tuple(landed), tuple(now_standing), tuple(steps)


def _land_one(rules: Rules, values: list[int], ready: ReadyMethod, steps: list[Step], *, again: bool) -> Landed:
    method = ready.method
    strength, softened = _strength(values, ready)
    source = f"{ready.scene}.{method.id}"
    taken = []
    for place in ready.gates:
        took = min(strength, values[place])
        values[place] -= took
        taken.append((place, took))
        if took:
            steps.append(Step(place, -took, "method", source))
    for setting in ready.bound.settings:
        values[setting.place] = setting.amount
    for step in ready.bound.steps:
        low, high = rules.ranges[step.place]
        before = values[step.place]
        values[step.place] = min(high, max(low, before + step.amount))
        steps.append(step._replace(amount=values[step.place] - before))
    for bearer in ready.bound.names:
        rules.name_bearer(values, bearer)
    return Landed(ready.scene, method.id, method.uses, method.strength, strength, tuple(softened), tuple(taken), again)


def _strength(values: list[int], ready: ReadyMethod) -> tuple[int, list[tuple[str, int]]]:
    """What is left of a method's strength after preparation (once) and evidence, and what took it off."""
    strength = ready.method.strength
    softened = []
    ready_for_it = next((option for place, option in ready.softeners if values[place]), None)
    if ready_for_it is not None and strength:
        strength -= PREPARATION_SOFTENS
        softened.append((ready_for_it, PREPARATION_SOFTENS))
    if ready.weakened_by_evidence:
        off = min(strength, max(0, values[b.EVIDENCE] - EVIDENCE_BEFORE_DENIAL_WEAKENS))
        if off:
            strength -= off
            softened.append(("evidence", off))
    return strength, softened
