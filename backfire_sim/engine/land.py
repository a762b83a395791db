"""The perpetrators' methods land when a scene opens."""

from backfire_sim.engine.position import Landed, Step
from backfire_sim.engine.rules import ReadyMethod, ReadyScene, Rules
from backfire_sim.scoring import board as b
from backfire_sim.scoring.constants import EVIDENCE_BEFORE_DENIAL_WEAKENS, PREPARATION_SOFTENS

Standing = tuple[tuple[str, str], ...]


def land(rules: Rules, values: list[int], scene: ReadyScene, standing: Standing) -> tuple[tuple[Landed, ...], Standing]:
    """Let the methods land, changing `values`: first those nobody has answered yet, then the scene's own, in order.

    Gives back what landed, and what now stands unanswered.
    """
    if not standing and not scene.methods:
        return (), ()
    landed: list[Landed] = []
    now_standing = list(standing)
    for scene_id, method_id in standing:
        waiting = next(m for m in rules.scene(scene_id).methods if m.method.id == method_id)
        landed.append(_land_one(rules, values, waiting, again=True))
    for ready in scene.methods:
        key = (ready.scene, ready.method.id)
        if key in standing or (ready.when is not None and not ready.when(values)):
            continue
        landed.append(_land_one(rules, values, ready, again=False))
        if ready.method.until_answered:
            now_standing.append(key)
    return tuple(landed), tuple(now_standing)


def _land_one(rules: Rules, values: list[int], ready: ReadyMethod, *, again: bool) -> Landed:
    method = ready.method
    strength = written = method.strength
    softened: tuple[tuple[str, int], ...] = ()
    if ready.softeners or (ready.weakened_by_evidence and values[b.EVIDENCE] > EVIDENCE_BEFORE_DENIAL_WEAKENS):
        strength, softened = _softened(values, ready)
    taken = []
    for place in ready.gates:
        value = values[place]
        took = strength if strength < value else value
        values[place] = value - took
        taken.append((place, took))
    bound = ready.bound
    side = _side_effects(rules, values, ready) if bound.clamps or bound.names else ()
    return Landed(ready.scene, method.id, method.uses, written, strength, softened, tuple(taken), side, again)


def _side_effects(rules: Rules, values: list[int], ready: ReadyMethod) -> tuple[Step, ...]:
    """What a method does beyond its gate, as the steps that really took place."""
    bound = ready.bound
    before = {place: values[place] for place, _, _ in bound.clamps}
    for setting in bound.settings:
        values[setting.place] = setting.amount
    for step in bound.steps:
        values[step.place] += step.amount
    for place, low, high in bound.clamps:
        values[place] = min(high, max(low, values[place]))
    for bearer in bound.names:
        rules.name_bearer(values, bearer)
    if bound.moves_support:
        rules.add_up_support(values)
    return tuple(
        Step(place, values[place] - old, "method", ready.key) for place, old in before.items() if values[place] != old
    )


def _softened(values: list[int], ready: ReadyMethod) -> tuple[int, tuple[tuple[str, int], ...]]:
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
    return strength, tuple(softened)
