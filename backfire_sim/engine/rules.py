"""A scenario made ready to play: names turned into places, conditions into functions, effects into steps.

Scenes are made ready when a play first opens them, so that a long scenario opens as fast as a short one.
"""

from typing import NamedTuple

from backfire_sim.engine.conditions import Holds, bind, bind_if
from backfire_sim.engine.layout import Layout
from backfire_sim.engine.position import Step
from backfire_sim.engine.scenario import (
    Change,
    Inject,
    Method,
    Move,
    Option,
    Outcome,
    Person,
    Scenario,
    Scene,
)
from backfire_sim.scoring import board as b
from backfire_sim.scoring.board import Board
from backfire_sim.scoring.constants import BREACH_COSTS, DISTRUSTED_VOICE, TRUSTED_VOICE
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, GATE_OF_METHOD, GATE_OF_RESPONSE, METHODS


class Bound(NamedTuple):
    """A change with its names resolved."""

    steps: tuple[Step, ...]
    settings: tuple[Step, ...]
    """`amount` is the value set, before any step is added."""
    names: tuple[str, ...]
    clamps: tuple[tuple[int, int, int], ...]
    """(place, lowest, highest) for every place it touches."""
    moves_support: bool
    """It changes the support of an audience, and so that of all together."""


NO_CHANGE = Change()
NOTHING_BOUND = Bound((), (), (), (), False)
"""What a change comes to that changes nothing."""


class ReadyOutcome(NamedTuple):
    """An outcome of one move, with everything that is certain once it happens."""

    outcome: Outcome
    when: Holds | None
    bound: Bound


class ReadyMove(NamedTuple):
    """A move of one scene, ready to play."""

    move: Move
    when: Holds | None
    """Whether it is shown; None for always."""
    needs: Holds | None
    outcomes: tuple[ReadyOutcome, ...]
    bonus: tuple[int, ...]
    """Places of the gate that the move's R widens, in the audiences it reaches; empty for `wait`."""
    consents: tuple[tuple[int, str, str], ...]
    """(place of the consent, person, use)."""
    counts: tuple[int, ...]
    """Places to count up when it is played."""
    draws_by_chance: bool


class ReadyMethod(NamedTuple):
    """A method of one scene, ready to land."""

    scene: str
    key: str
    """`scene.method`."""
    method: Method
    when: Holds | None
    gates: tuple[int, ...]
    softeners: tuple[tuple[int, str], ...]
    """(place, id) of the preparations that take a step off."""
    weakened_by_evidence: bool
    bound: Bound


class ReadyScene(NamedTuple):
    """A scene ready to open."""

    scene: Scene
    methods: tuple[ReadyMethod, ...]
    moves: dict[str, ReadyMove]
    """In the author's order, `wait` last."""
    conditional: tuple[tuple[str, ReadyMove], ...]
    """The moves that are not always open."""
    visited: int | None
    """Place of its count, where something reads it."""


class Rules:
    """The rules of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.board = Board.of(scenario.audiences)
        self.layout = Layout.of(self.board, _own_names(scenario), scenario.reads)
        self.places = self.layout.places
        self.ranges = self._ranges()
        self.audience_labels = {audience.id: audience.label for audience in scenario.audiences}
        self.own_labels = {counter.id: counter.label for counter in scenario.counters}
        self.bearers = {bearer.id: bearer for bearer in scenario.bearers}
        self.voices = {voice.id: voice for voice in scenario.voices}
        self.endings = tuple((ending, bind(ending.when, self.layout)) for ending in scenario.endings)
        self.options: dict[str, Option] = {
            option.id: option for option in (scenario.preparation.options if scenario.preparation else ())
        }
        self.injects: dict[str, Inject] = {inject.id: inject for inject in scenario.injects}
        self.people: dict[str, Person] = {person.id: person for person in scenario.people}
        self._answered_kinds = {kind: self.places.get(f"answered({kind})") for kind in METHODS}
        self._supports = {base + len(AUDIENCE_GATES) for base in self.board.bases}
        self._of_audiences = {
            gate: tuple(self.places[f"{audience.id}.{gate}"] for audience in scenario.audiences)
            for gate in (*AUDIENCE_GATES, "support")
        }
        self._scenes: dict[str, ReadyScene] = {}

    def scene(self, scene_id: str) -> ReadyScene:
        """The scene, made ready on first use. KeyError if there is none."""
        ready = self._scenes.get(scene_id)
        if ready is None:
            ready = self._scenes[scene_id] = self._ready(self.scenario.scenes[scene_id])
        return ready

    def opening(self) -> tuple[int, ...]:
        """The values of a play before anything has happened."""
        values = [0] * self.layout.width
        for name, value in self.scenario.start.items():
            values[self.places[name]] = value
        for audience, base in zip(self.scenario.audiences, self.board.bases, strict=True):
            values[base : base + b.AUDIENCE_WIDTH] = audience.start
        for counter in self.scenario.counters:
            values[self.places[counter.id]] = counter.start
        for bearer in self.scenario.bearers:
            if bearer.named:
                self.name_bearer(values, bearer.id)
        self.add_up_support(values)
        values[b.SUPPORT_AT_START] = values[b.SUPPORT]
        return tuple(values)

    def add_up_support(self, values: list[int]) -> None:
        """Bring the support of all together up to date with that of each audience: their mean by size."""
        support = sum(size * values[base + len(AUDIENCE_GATES)] for base, size in self.board.crowd)
        values[b.SUPPORT] = support // self.board.people

    def name_bearer(self, values: list[int], bearer_id: str) -> None:
        """Name a bearer: what they hold of each cost now counts towards its ceiling."""
        place = self.places[f"named({bearer_id})"]
        if not values[place]:
            values[place] = 1
            for k, share in enumerate(self.bearers[bearer_id].holds):
                values[b.CEILING + k] += share

    def agrees(self, person: str, use: str) -> Holds:
        """What must hold for the person to say yes to this use."""
        return bind(self.people[person].agrees.get(use), self.layout)

    def may_throw(self, inject: str) -> Holds:
        """What must hold for the inject to fit."""
        return bind(self.injects[inject].when, self.layout)

    def answered_places(self, scene: str, method: str, uses: str) -> tuple[int, ...]:
        """Places that count an answer to this method, where something reads them."""
        found = (self._answered_kinds[uses], self.places.get(f"answered({scene}.{method})"))
        return tuple(place for place in found if place is not None)

    def bind_change(self, change: Change, cause: str, source: str, reaches: tuple[str, ...] = ()) -> Bound:
        """Resolve a change's names; effects on an audience's numbers go to the audiences reached."""
        if change == NO_CHANGE:
            return NOTHING_BOUND
        steps: list[Step] = []
        settings: list[Step] = []
        for name, sign, amount in change.effects:
            places = self._places_of(name, reaches)
            if sign == "+":
                steps.extend(Step(place, amount, cause, source) for place in places)
            else:
                settings.extend(Step(place, amount, "set", source) for place in places)
        settings.extend(Step(self.places[fact], 1, "set", source) for fact in change.sets)
        settings.extend(Step(self.places[fact], 0, "set", source) for fact in change.clears)
        settings.extend(
            Step(self.places[f"consents({person}, {use})"], 0, "set", source) for person, use in change.revokes
        )
        if change.breach:
            steps.append(Step(b.BREACHES, 1, "breach", source))
            steps.extend(
                Step(base + gate, -BREACH_COSTS, "breach", source) for base in self.board.bases for gate in (1, 2)
            )
        return self._bound(tuple(steps), tuple(settings), change.names)

    def _bound(self, steps: tuple[Step, ...], settings: tuple[Step, ...], names: tuple[str, ...]) -> Bound:
        touched = dict.fromkeys(step.place for step in (*settings, *steps))
        clamps = tuple((place, *self.ranges[place]) for place in touched)
        moves_support = not self._supports.isdisjoint(touched)
        return Bound(steps, settings, names, clamps, moves_support)

    def _places_of(self, name: str, reaches: tuple[str, ...]) -> tuple[int, ...]:
        everywhere = self._of_audiences.get(name)
        if everywhere is None:
            return (self.places[name],)
        return tuple(self.places[f"{audience}.{name}"] for audience in reaches) if reaches else everywhere

    def _ready(self, scene: Scene) -> ReadyScene:
        moves = {move.id: self._ready_move(scene.id, move) for move in (*scene.moves, scene.wait)}
        return ReadyScene(
            scene=scene,
            methods=tuple(self._ready_method(scene.id, method) for method in scene.methods),
            moves=moves,
            conditional=tuple((name, ready) for name, ready in moves.items() if ready.when or ready.needs),
            visited=self.places.get(f"visited({scene.id})"),
        )

    def _ready_method(self, scene_id: str, method: Method) -> ReadyMethod:
        return ReadyMethod(
            scene=scene_id,
            key=f"{scene_id}.{method.id}",
            method=method,
            when=bind_if(method.when, self.layout),
            gates=self._places_of(GATE_OF_METHOD[method.uses], method.reaches),
            softeners=tuple(
                (self.places[f"prepared({option.id})"], option.id)
                for option in self.options.values()
                if method.uses in option.answers
            ),
            weakened_by_evidence=method.uses == "cover_up" or method.technique == "deny",
            bound=self.bind_change(method.change, "method", f"{scene_id}.{method.id}", method.reaches),
        )

    def _ready_move(self, scene_id: str, move: Move) -> ReadyMove:
        key = f"{scene_id}.{move.id}"
        shared = self.bind_change(move.change, "effect", key, move.reaches)
        outcomes = tuple(self._ready_outcome(key, move, shared, outcome) for outcome in move.outcomes)
        counted = (f"played({key})", f"played({move.response})", f"chance({key})")
        return ReadyMove(
            move=move,
            when=bind_if(move.when, self.layout),
            needs=bind_if(move.needs, self.layout),
            outcomes=outcomes,
            bonus=self._places_of(GATE_OF_RESPONSE[move.response], move.reaches) if move.response else (),
            consents=tuple(
                (self.places[f"consents({person}, {use})"], person, use) for person, use in move.uses_consent
            ),
            counts=tuple(self.places[name] for name in counted if name in self.places),
            draws_by_chance=any(outcome.odds for outcome in move.outcomes),
        )

    def _ready_outcome(self, key: str, move: Move, shared: Bound, outcome: Outcome) -> ReadyOutcome:
        own = self.bind_change(outcome.change, "outcome", key, move.reaches)
        when = bind_if(outcome.when, self.layout)
        if own is NOTHING_BOUND and not move.voice:
            return ReadyOutcome(outcome, when, shared)
        steps = (*shared.steps, *own.steps)
        bound = self._bound(
            steps=(*steps, *self._voice_steps(move, steps)),
            settings=(*shared.settings, *own.settings),
            names=(*shared.names, *own.names),
        )
        return ReadyOutcome(outcome, when, bound)

    def _voice_steps(self, move: Move, steps: tuple[Step, ...]) -> list[Step]:
        """A trusted voice adds to each gate that the move raises; a distrusted one takes more away."""
        if not move.voice:
            return []
        voice = self.voices[move.voice]
        raised: dict[int, int] = {}
        for step in steps:
            if step.cause in ("effect", "outcome"):
                raised[step.place] = raised.get(step.place, 0) + step.amount
        spoken = []
        for audience, base in zip(self.scenario.audiences, self.board.bases, strict=True):
            weight = (
                TRUSTED_VOICE
                if audience.id in voice.trusted_by
                else DISTRUSTED_VOICE
                if audience.id in voice.distrusted_by
                else 0
            )
            if weight:
                spoken += [
                    Step(base + gate, weight, "voice", voice.id)
                    for gate in range(len(AUDIENCE_GATES))
                    if raised.get(base + gate, 0) > 0
                ]
        return spoken

    def _ranges(self) -> tuple[tuple[int, int], ...]:
        """Lowest and highest value of every place."""
        ranges = {counter.id: (counter.low, counter.high) for counter in self.scenario.counters}
        ranges.update(b.RANGES)
        unbounded = (0, 1_000_000)
        return tuple(ranges.get(name) or ranges.get(name.rpartition(".")[2]) or unbounded for name in self.layout.names)


def _own_names(scenario: Scenario) -> list[str]:
    names = [*scenario.facts, *(counter.id for counter in scenario.counters)]
    names += [f"named({bearer.id})" for bearer in scenario.bearers]
    if scenario.preparation:
        names += [f"prepared({option.id})" for option in scenario.preparation.options]
    for person in scenario.people:
        names += [f"consents({person.id}, {use})" for use in person.uses]
        names += [f"refused({person.id}, {use})" for use in person.uses]
    return [*names, *(f"thrown({inject.id})" for inject in scenario.injects)]
