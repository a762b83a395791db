"""What of a play's state is still read: the numbers that some of them follow from, and the facts that are done with.

Two plays that differ only in what nothing reads any more are one state to an explorer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from backfire_sim.engine.conditions import All, AnyOf, Condition, Is, Not, OutcomeIs, terms
from backfire_sim.engine.rules import ReadyScene, Rules
from backfire_sim.engine.scenario import END
from backfire_sim.scoring import board as b
from backfire_sim.scoring.constants import BREACHES_TO_ESCALATE
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS

COUNTS = ("visited(", "played(", "answered(", "chance(")


class Watched(NamedTuple):
    """A condition of which somebody wants to know whether it ever holds, and ever fails."""

    condition: Condition
    scene: str | None = None
    """Looked at in every state of this scene; None: of all scenes, or at the end."""
    at_end: bool = False
    """Looked at when a play has ended."""


class Reading:
    """What the scenes that can be reached read, worked out once for every walk through them."""

    def __init__(self, rules: Rules, watched: Sequence[Watched] = ()) -> None:
        self.rules = rules
        self.watched = tuple(watched)
        """Conditions that somebody wants to know about, beside those that plays go by."""
        self.scenes = _reachable(rules)
        """The opening first, then as the file has them."""
        self._places: dict[Condition | None, frozenset[int]] = {}

    def places(self, condition: Condition | None) -> frozenset[int]:
        """The places whose values decide whether a condition holds."""
        known = self._places.get(condition)
        if known is None:
            found = {place for term in terms(condition) for place in self.places_of(term)}
            known = frozenset(found | _OF_THE_CLASS if _asks_for_the_class(condition) else found)
            self._places[condition] = known
        return known

    def with_causes(self, read: Iterable[int], without: frozenset[int] = frozenset()) -> frozenset[int]:
        """The places in `read`, and every place that a later value of one of them may follow from.

        What decides whether an inject fits or somebody agrees is left out if it would need places `without` which the
        rest can be told: it may then be so or not.
        """
        needed = self._follow({*read})
        while True:
            more = [self._follow(places) for place in needed for places in self._decided_by.get(place, ())]
            added = {place for each in more if not (each - needed) & without for place in each}
            if added <= needed:
                return frozenset(needed)
            needed |= added

    @cached_property
    def guards(self) -> frozenset[int]:
        """The places from which it follows what is open, what happens and what lands: all but the words of endings."""
        return self.guards_without(frozenset())

    def guards_without(self, without: frozenset[int]) -> frozenset[int]:
        """The same, as far as it can be told without some places."""
        needed: set[int] = set()
        for condition in {condition for scene in self._conditions for condition in scene}:
            for part in _comparisons(condition):
                follow = self._follow(self.places(part))
                if not follow & without:
                    needed |= follow
        return self.with_causes(needed, without)

    def _follow(self, read: set[int] | frozenset[int]) -> set[int]:
        """Some places, and those from which their values follow, whatever is decided elsewhere."""
        needed: set[int] = set()
        todo = list(read)
        while todo:
            place = todo.pop()
            if place not in needed:
                needed.add(place)
                todo += self._follows_from(place)
                todo += self._thrown_by.get(place, ())
        return needed

    @cached_property
    def by_conditions(self) -> frozenset[int]:
        """The places that any condition reads, of scenes, people, injects and endings."""
        conditions = {c for scene in self._conditions for c in scene} | set(self._anytime)
        return frozenset(place for condition in conditions for place in self.places(condition))

    @cached_property
    def last_numbers(self) -> dict[int, int]:
        """For each count that only grows: the value beyond which nothing tells one number from another."""
        most = {b.ROUND: 0, b.BREACHES: BREACHES_TO_ESCALATE, b.BROKEN_CONSENTS: 1}
        places = self.rules.places
        most.update({places[name]: 0 for name in self.rules.layout.names if name.startswith(COUNTS)})
        for condition in {c for scene in self._conditions for c in scene} | set(self._anytime):
            for comparison in _comparisons(condition):
                if isinstance(comparison, Is) and (place := places.get(comparison.term)) in most:
                    most[place] = max(most[place], comparison.number + 1)
        return most

    @cached_property
    def forgotten(self) -> list[tuple[int, frozenset[str]]]:
        """(place, scenes) of what the author keeps and of consents: there, and after them, nothing reads it."""
        own = range(b.FIRST_AUDIENCE + b.AUDIENCE_WIDTH * len(self.rules.board.audiences), self.rules.layout.width)
        anytime = {place for condition in self._anytime for place in self.places(condition)}
        comes_from: dict[str, list[str]] = {}
        readers: dict[int, list[str]] = {}
        for scene, conditions in zip(self.scenes, self._conditions, strict=True):
            for target in targets(scene):
                comes_from.setdefault(target, []).append(scene.scene.id)
            for place in self._read_in(scene, conditions):
                readers.setdefault(place, []).append(scene.scene.id)
        ids = frozenset(scene.scene.id for scene in self.scenes)
        names = self.rules.layout.names
        return [
            (place, ids - _back_from(readers.get(place, ()), comes_from))
            for place in own
            if place not in anytime and not names[place].startswith(("named(", "thrown("))
        ]

    @cached_property
    def _conditions(self) -> list[frozenset[Condition]]:
        """By scene: the conditions that are looked at while it opens or is left."""
        return [frozenset(c for c in conditions_of(scene) if c is not None) for scene in self.scenes]

    @cached_property
    def _anytime(self) -> list[Condition]:
        """Conditions that may be looked at in any scene."""
        scenario = self.rules.scenario
        agreed = [condition for person in scenario.people for condition in person.agrees.values()]
        others = [*(ending.when for ending in scenario.endings), *(inject.when for inject in scenario.injects)]
        others += [watched.condition for watched in self.watched if watched.scene is None]
        return [*agreed, *(condition for condition in others if condition is not None)]

    def _read_in(self, scene: ReadyScene, conditions: frozenset[Condition]) -> set[int]:
        places = {place for condition in conditions for place in self.places(condition)}
        places |= {place for ready in scene.moves.values() for place, _, _ in ready.consents}
        return places | {place for method in scene.methods for place, _ in method.softeners}

    def places_of(self, term: str) -> set[int]:
        """The places whose values decide what a name stands for."""
        layout = self.rules.layout
        place = layout.places.get(term)
        if place is not None:
            return {place}
        if term == "power":
            return {b.PRESSURE + k for k in range(len(COSTS))}
        return {base + AUDIENCE_GATES.index(term) for base in layout.board.bases}

    @cached_property
    def _thrown_by(self) -> dict[int, set[int]]:
        """By place: whether those injects were thrown that change it."""
        rules = self.rules
        thrown_by: dict[int, set[int]] = {}
        for inject in rules.injects.values():
            bound = rules.bind_change(inject.change, "inject", inject.id, inject.reaches)
            changed = {step.place for step in (*bound.steps, *bound.settings)}
            for place in changed | {rules.places[f"named({name})"] for name in bound.names}:
                thrown_by.setdefault(place, set()).add(rules.places[f"thrown({inject.id})"])
        return thrown_by

    @cached_property
    def _decided_by(self) -> dict[int, list[frozenset[int]]]:
        """By place: what the conditions read by which an inject is thrown or somebody says yes."""
        rules = self.rules
        decided: dict[int, list[frozenset[int]]] = {
            rules.places[f"thrown({inject.id})"]: [self.places(inject.when)] for inject in rules.injects.values()
        }
        for person in rules.people.values():
            for use, condition in person.agrees.items():
                for kind in ("consents", "refused"):
                    decided[rules.places[f"{kind}({person.id}, {use})"]] = [self.places(condition)]
        return decided

    def _follows_from(self, place: int) -> Iterable[int]:
        rules = self.rules
        bases = rules.board.bases
        gates = {base + gate for base in bases for gate in range(len(AUDIENCE_GATES))}
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
            return {base + len(AUDIENCE_GATES) for base in bases}
        if place - len(AUDIENCE_GATES) in bases:
            return {place - len(AUDIENCE_GATES) + gate for gate in range(len(AUDIENCE_GATES))}
        name = rules.layout.names[place]
        if name.startswith(("consents(", "refused(")):
            person, _, use = name.partition("(")[2].rstrip(")").partition(", ")
            return {rules.places[f"{kind}({person}, {use})"] for kind in ("consents", "refused")}
        return ()


def conditions_of(scene: ReadyScene) -> Iterator[Condition | None]:
    """Every condition that is looked at while a scene opens or is left."""
    for method in scene.scene.methods:
        yield method.when
    for move in (*scene.scene.moves, scene.scene.wait):
        yield move.when
        yield move.needs
        for outcome in move.outcomes:
            yield outcome.when


def targets(scene: ReadyScene) -> set[str]:
    """The scenes that the moves of a scene may lead to."""
    every = {outcome.goto for move in (*scene.scene.moves, scene.scene.wait) for outcome in move.outcomes}
    return every - {END}


def _reachable(rules: Rules) -> list[ReadyScene]:
    first = rules.scenario.first
    seen = {first}
    todo = [first]
    while todo:
        for target in targets(rules.scene(todo.pop())):
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return [rules.scene(first), *(rules.scene(one) for one in rules.scenario.scenes if one in seen and one != first)]


def _back_from(starts: Iterable[str], comes_from: dict[str, list[str]]) -> set[str]:
    seen = set(starts)
    todo = list(seen)
    while todo:
        for scene_id in comes_from.get(todo.pop(), ()):
            if scene_id not in seen:
                seen.add(scene_id)
                todo.append(scene_id)
    return seen


def _comparisons(condition: Condition | None) -> Iterator[Is | OutcomeIs]:
    match condition:
        case Is() | OutcomeIs():
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


_OF_THE_CLASS = {
    *range(b.COST, b.COST + len(COSTS)),
    *(b.SUPPORT, b.SUPPORT_AT_START, b.CARE, b.COURAGE, b.MOMENTUM, b.EVIDENCE, b.BREACHES, b.BROKEN_CONSENTS),
}
