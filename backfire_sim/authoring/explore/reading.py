"""What of a play's state is still read: the numbers that some of them follow from, and the facts that are done with.

Two plays that differ only in what nothing reads any more are one state to an explorer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from backfire_sim.engine.conditions import All, AnyOf, Condition, Is, Not, OutcomeIs, terms
from backfire_sim.engine.layout import Layout
from backfire_sim.engine.rules import ReadyScene, Rules
from backfire_sim.engine.scenario import END
from backfire_sim.scoring import board as b
from backfire_sim.scoring.constants import BREACHES_TO_ESCALATE
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS

COUNTS = ("visited(", "played(", "answered(", "chance(")


def places_read(condition: Condition | None, layout: Layout) -> set[int]:
    """The places whose values decide whether a condition holds."""
    places = {place for term in terms(condition) for place in _places_of(term, layout)}
    return places | _of_the_class() if _asks_for_the_class(condition) else places


def with_causes(read: Iterable[int], rules: Rules) -> frozenset[int]:
    """The places in `read`, and every place that a later value of one of them may follow from."""
    needed: set[int] = set()
    todo = list(read)
    while todo:
        place = todo.pop()
        if place not in needed:
            needed.add(place)
            todo += _causes(place, rules)
    return frozenset(needed)


def conditions_of(scene: ReadyScene) -> Iterator[Condition | None]:
    """Every condition that is looked at while a scene opens or is left."""
    for method in scene.scene.methods:
        yield method.when
    for move in (*scene.scene.moves, scene.scene.wait):
        yield move.when
        yield move.needs
        for outcome in move.outcomes:
            yield outcome.when


def last_numbers(rules: Rules, scenes: Sequence[ReadyScene]) -> dict[int, int]:
    """For each count that only grows: the value beyond which nothing tells one number from another."""
    most = {b.ROUND: 0, b.BREACHES: BREACHES_TO_ESCALATE, b.BROKEN_CONSENTS: 1}
    most.update({rules.places[name]: 0 for name in rules.layout.names if name.startswith(COUNTS)})
    everywhere = [condition for scene in scenes for condition in conditions_of(scene)]
    for condition in (*everywhere, *_anytime(rules)):
        for comparison in _comparisons(condition):
            place = rules.places.get(comparison.term)
            if place in most:
                most[place] = max(most[place], comparison.number + 1)
    return most


def forgotten(rules: Rules, scenes: Sequence[ReadyScene]) -> list[tuple[int, frozenset[str]]]:
    """(place, scenes) of what the author keeps and of consents: in those scenes, and after them, nothing reads it."""
    own = range(b.FIRST_AUDIENCE + b.AUDIENCE_WIDTH * len(rules.board.audiences), rules.layout.width)
    anytime = {place for condition in _anytime(rules) for place in places_read(condition, rules.layout)}
    comes_from: dict[str, list[str]] = {}
    readers: dict[int, list[str]] = {}
    for scene in scenes:
        for target in targets(scene):
            comes_from.setdefault(target, []).append(scene.scene.id)
        for place in _read_in(rules, scene):
            readers.setdefault(place, []).append(scene.scene.id)
    ids = frozenset(scene.scene.id for scene in scenes)
    return [
        (place, ids - _back_from(readers.get(place, ()), comes_from))
        for place in own
        if place not in anytime and not rules.layout.names[place].startswith("named(")
    ]


def targets(scene: ReadyScene) -> set[str]:
    """The scenes that the moves of a scene may lead to."""
    every = {outcome.goto for move in (*scene.scene.moves, scene.scene.wait) for outcome in move.outcomes}
    return every - {END}


def _read_in(rules: Rules, scene: ReadyScene) -> set[int]:
    places = {place for condition in conditions_of(scene) for place in places_read(condition, rules.layout)}
    places |= {place for ready in scene.moves.values() for place, _, _ in ready.consents}
    return places | {place for method in scene.methods for place, _ in method.softeners}


def _anytime(rules: Rules) -> list[Condition | None]:
    """Conditions that may be looked at in any scene."""
    scenario = rules.scenario
    agreed = [condition for person in scenario.people for condition in person.agrees.values()]
    return [*agreed, *(ending.when for ending in scenario.endings), *(inject.when for inject in scenario.injects)]


def _back_from(starts: Iterable[str], comes_from: dict[str, list[str]]) -> set[str]:
    seen = set(starts)
    todo = list(seen)
    while todo:
        for scene_id in comes_from.get(todo.pop(), ()):
            if scene_id not in seen:
                seen.add(scene_id)
                todo.append(scene_id)
    return seen


def _comparisons(condition: Condition | None) -> Iterator[Is]:
    match condition:
        case Is():
            yield condition
        case Not(part):
            yield from _comparisons(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _comparisons(part)


def _asks_for_the_class(condition: Condition | None) -> bool:
    match condition:
        case OutcomeIs():
            return True
        case Not(part):
            return _asks_for_the_class(part)
        case All(parts) | AnyOf(parts):
            return any(_asks_for_the_class(part) for part in parts)
    return False


def _of_the_class() -> set[int]:
    costs = {b.COST + k for k in range(len(COSTS))}
    return costs | {b.SUPPORT, b.SUPPORT_AT_START, b.CARE, b.COURAGE, b.MOMENTUM, b.EVIDENCE} | _mistakes()


def _mistakes() -> set[int]:
    return {b.BREACHES, b.BROKEN_CONSENTS}


def _places_of(term: str, layout: Layout) -> set[int]:
    place = layout.places.get(term)
    if place is not None:
        return {place}
    if term == "power":
        return {b.PRESSURE + k for k in range(len(COSTS))}
    return {base + AUDIENCE_GATES.index(term) for base in layout.board.bases}


def _causes(place: int, rules: Rules) -> set[int]:
    """The places from which a value follows directly, beside the effects that name it."""
    board = rules.board
    gates = {base + gate for base in board.bases for gate in range(len(AUDIENCE_GATES))}
    pushing = gates | {b.MOMENTUM, b.COURAGE}
    softening = {rules.places[f"prepared({option})"] for option in rules.options} | {b.EVIDENCE}
    if place in gates or place == b.MOMENTUM:
        return softening
    if place == b.COURAGE:
        return softening | {b.CARE}
    if place in (b.CARE, b.BROKEN_CONSENTS):
        return {at for name, at in rules.places.items() if name.startswith("consents(")}
    if b.COST <= place < b.COST + len(COSTS):
        return pushing | {place - b.COST + b.CEILING}
    if b.PRESSURE <= place < b.PRESSURE + len(COSTS) or place == b.MOBILIZATION:
        return pushing
    if b.CEILING <= place < b.CEILING + len(COSTS):
        return {rules.places[f"named({bearer})"] for bearer in rules.bearers}
    if place == b.SUPPORT:
        return {base + len(AUDIENCE_GATES) for base in board.bases}
    base = place - len(AUDIENCE_GATES)
    if base in board.bases:
        return {base + gate for gate in range(len(AUDIENCE_GATES))}
    name = rules.layout.names[place]
    if name.startswith(("consents(", "refused(")):
        person, _, use = name.partition("(")[2].rstrip(")").partition(", ")
        asked = places_read(rules.people[person].agrees.get(use), rules.layout)
        return asked | {rules.places[f"{kind}({person}, {use})"] for kind in ("consents", "refused")}
    return set()
