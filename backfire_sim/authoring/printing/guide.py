"""The facilitator's guide as data: every scene with what lands, what can be played, and where it leads."""

from collections.abc import Iterator
from typing import NamedTuple

from backfire_sim.authoring.printing.effects import EVERYONE, Effect, effect, reached, use_label
from backfire_sim.authoring.printing.numbering import Numbering, letters
from backfire_sim.engine.rules import ReadyMethod, ReadyMove, ReadyOutcome, Rules
from backfire_sim.engine.scenario import END, Scene
from backfire_sim.scoring.vocabulary import ANSWER_TO, AUDIENCE_GATES, GATE_OF_METHOD, label
from backfire_sim.views.words import STRENGTHS, short


class MethodGuide(NamedTuple):
    """A method: what lands when its scene opens."""

    number: str
    kind: str
    technique: str
    gate: str
    answered_by: str
    """Label of the R."""
    strength: int
    strength_words: str
    loses_to_evidence: bool
    """It is a cover-up or a denial."""
    softened_by: tuple[str, ...]
    """Numbers of the preparation cards that take a step off."""
    when: str
    whose: tuple[str, ...]
    """Labels of the audiences whose gate it narrows, or `everyone`; empty where the gate is the group's own."""
    until_answered: bool
    text: str
    effect: Effect


class OutcomeGuide(NamedTuple):
    """One way in which a move turns out."""

    mark: str
    """`a`, `b`; empty where there is only one way."""
    when: str
    """What must hold before the move; empty for always."""
    lots: int
    """Above 0: how many lots it has in the draw."""
    text: str
    because: str
    effect: Effect
    to: int
    """Number of the next scene; 0 for the end."""
    to_title: str


class MoveGuide(NamedTuple):
    """A move: what the group can play."""

    number: str
    label: str
    response: str
    """Label of its R; empty for waiting."""
    tactic: str
    when: str
    """What must hold for the card to be laid out at all."""
    needs: str
    """What must hold for it to be played."""
    why_not: str
    voice: str
    reaches: tuple[str, ...]
    consents: tuple[str, ...]
    """`Ana: story` for everything it uses of somebody."""
    risk: str
    outcomes: tuple[OutcomeGuide, ...]

    @property
    def drawn(self) -> bool:
        """Whether chance has a part in how it turns out."""
        return any(outcome.lots for outcome in self.outcomes)


class SceneGuide(NamedTuple):
    """A scene on the facilitator's side."""

    number: int
    title: str
    time: str
    text: str
    veil: str
    notes: str
    comes_from: tuple[int, ...]
    """Numbers of the scenes that lead here."""
    methods: tuple[MethodGuide, ...]
    moves: tuple[MoveGuide, ...]
    """In the author's order, waiting last."""


class OptionGuide(NamedTuple):
    """Something to prepare."""

    number: str
    label: str
    response: str
    tactic: str
    text: str
    because: str
    answers: tuple[str, ...]
    """Labels of the methods that it takes a step off."""
    effect: Effect


class UseGuide(NamedTuple):
    """One thing that a person can be asked for."""

    label: str
    agrees: str
    """What must hold for a yes; empty where it is yes whenever they are asked."""
    yes: str
    no: str


class PersonGuide(NamedTuple):
    """Someone who has to be asked."""

    label: str
    uses: tuple[UseGuide, ...]


class InjectGuide(NamedTuple):
    """Something that only the facilitator sees coming."""

    number: str
    title: str
    text: str
    when: str
    effect: Effect


class EndingGuide(NamedTuple):
    """Words in which a play ends."""

    title: str
    text: str
    when: str


class QuestionGuide(NamedTuple):
    """A question for the debrief."""

    ask: str
    when: str
    about: str


def scenes(rules: Rules, numbering: Numbering) -> list[SceneGuide]:
    """Every scene in the author's order."""
    came: dict[str, dict[int, None]] = {}
    for scene in rules.scenario.scenes.values():
        for target in _targets(scene):
            came.setdefault(target, {})[numbering.scene(scene.id)] = None
    return [_scene(rules, numbering, scene, tuple(came.get(scene.id, ()))) for scene in rules.scenario.scenes.values()]


def options(rules: Rules, numbering: Numbering) -> list[OptionGuide]:
    """What can be prepared."""
    return [
        OptionGuide(
            number=numbering.option(option.id),
            label=option.label,
            response=label(option.response),
            tactic=label(option.tactic),
            text=option.text,
            because=option.because,
            answers=tuple(label(kind) for kind in option.answers),
            effect=effect(rules, rules.bind_change(option.change, "preparation", option.id)),
        )
        for option in rules.options.values()
    ]


def people(rules: Rules, numbering: Numbering) -> list[PersonGuide]:
    """Everyone who has to be asked, with when they say yes and in which words."""
    return [
        PersonGuide(
            person.label,
            tuple(
                UseGuide(
                    label=use_label(rules, person.id, use),
                    agrees=numbering.needed(rules, person.agrees.get(use)),
                    yes=person.says.get(use) or f"{short(person.label)} says yes.",
                    no=person.refuses.get(use) or f"{short(person.label)} says no.",
                )
                for use in person.uses
            ),
        )
        for person in rules.scenario.people
    ]


def injects(rules: Rules, numbering: Numbering) -> list[InjectGuide]:
    """What the facilitator can throw in."""
    return [
        InjectGuide(
            number=numbering.inject(inject.id),
            title=inject.title,
            text=inject.text,
            when=numbering.needed(rules, inject.when),
            effect=effect(rules, rules.bind_change(inject.change, "inject", inject.id, inject.reaches)),
        )
        for inject in rules.scenario.injects
    ]


def endings(rules: Rules, numbering: Numbering) -> list[EndingGuide]:
    """The endings, in the order in which they are tried."""
    return [
        EndingGuide(ending.title, ending.text, numbering.needed(rules, ending.when))
        for ending in rules.scenario.endings
    ]


def questions(rules: Rules, numbering: Numbering) -> list[QuestionGuide]:
    """The questions of the debrief."""
    return [
        QuestionGuide(q.ask, numbering.needed(rules, q.when), label(q.about) if q.about else "")
        for q in rules.scenario.debrief
    ]


def _scene(rules: Rules, numbering: Numbering, scene: Scene, comes_from: tuple[int, ...]) -> SceneGuide:
    ready = rules.scene(scene.id)
    return SceneGuide(
        number=numbering.scene(scene.id),
        title=scene.title,
        time=scene.time,
        text=scene.text,
        veil=scene.veil or f"Something happens: {scene.title}.",
        notes=scene.notes,
        comes_from=comes_from,
        methods=tuple(_method(rules, numbering, method) for method in ready.methods),
        moves=tuple(_move(rules, numbering, scene.id, move) for move in ready.moves.values()),
    )


def _method(rules: Rules, numbering: Numbering, ready: ReadyMethod) -> MethodGuide:
    method = ready.method
    gate = GATE_OF_METHOD[method.uses]
    return MethodGuide(
        number=numbering.method(ready.scene, method.id),
        kind=label(method.uses),
        technique=label(method.technique),
        gate=label(gate),
        answered_by=label(ANSWER_TO[method.uses]),
        strength=method.strength,
        strength_words=STRENGTHS[method.strength],
        loses_to_evidence=ready.weakened_by_evidence,
        softened_by=tuple(numbering.option(option) for _, option in ready.softeners),
        when=numbering.needed(rules, method.when),
        whose=(reached(rules, method.reaches) or (EVERYONE,)) if gate in AUDIENCE_GATES else (),
        until_answered=method.until_answered,
        text=method.text,
        effect=effect(rules, ready.bound),
    )


def _move(rules: Rules, numbering: Numbering, scene: str, ready: ReadyMove) -> MoveGuide:
    move = ready.move
    return MoveGuide(
        number=numbering.move(scene, move.id),
        label=move.label,
        response=label(move.response) if move.response else "",
        tactic=label(move.tactic) if move.tactic else "",
        when=numbering.needed(rules, move.when),
        needs=numbering.needed(rules, move.needs),
        why_not=move.why_not,
        voice=rules.voices[move.voice].label if move.voice else "",
        reaches=reached(rules, move.reaches),
        consents=tuple(use_label(rules, person, use) for person, use in move.uses_consent),
        risk=move.risk,
        outcomes=tuple(_outcomes(rules, numbering, ready)),
    )


def _outcomes(rules: Rules, numbering: Numbering, ready: ReadyMove) -> Iterator[OutcomeGuide]:
    several = len(ready.outcomes) > 1
    for place, each in enumerate(ready.outcomes):
        yield _outcome(rules, numbering, each, letters(place).lower() if several else "")


def _outcome(rules: Rules, numbering: Numbering, ready: ReadyOutcome, mark: str) -> OutcomeGuide:
    outcome = ready.outcome
    return OutcomeGuide(
        mark=mark,
        when=numbering.needed(rules, outcome.when),
        lots=outcome.odds,
        text=outcome.text,
        because=outcome.because,
        effect=effect(rules, ready.bound),
        to=numbering.scene(outcome.goto),
        to_title="" if outcome.goto == END else rules.scenario.scenes[outcome.goto].title,
    )


def _targets(scene: Scene) -> Iterator[str]:
    for move in (*scene.moves, scene.wait):
        for outcome in move.outcomes:
            yield outcome.goto
