"""What a person is shown while a play goes on."""

from typing import NamedTuple

from backfire_sim.engine.apply import shut_reason
from backfire_sim.engine.position import IN_SCENE, PREPARING, Landed, Position
from backfire_sim.engine.rules import ReadyMove, Rules
from backfire_sim.engine.session import Session
from backfire_sim.scoring import board as b
from backfire_sim.scoring.settle import funnel, power
from backfire_sim.scoring.vocabulary import COSTS, GATES, METHODS, RESPONSES, gloss, label
from backfire_sim.speech import _
from backfire_sim.views import words


class ConsentView(NamedTuple):
    """One use of something that is a person's own."""

    person: str
    use: str
    label: str
    """`Ana: story`: who, in short, and the use."""
    state: str
    """not_asked, yes or no."""


class MoveView(NamedTuple):
    """A move that is shown: open, or greyed with its reason."""

    id: str
    label: str
    response: str
    """One of the five R's; empty for waiting."""
    tactic: str
    """The tactic's label; empty for waiting."""
    open: bool
    why_not: str
    """Why it is greyed; empty if it is open."""
    risk: str
    voice: str
    """Label of who speaks, or empty."""
    reaches: str
    """Who it reaches, in words; empty if everyone."""
    consents: tuple[ConsentView, ...]
    """The consents it uses; playing it without a yes breaks them."""
    answers: bool
    """Its R answers a method that landed this round."""


class MethodView(NamedTuple):
    """A method that has landed."""

    uses: str
    label: str
    technique: str
    text: str
    response: str
    """The R that answers it."""
    strength: str
    """Without effect, slight, solid or strong, in words: what was left of it."""
    felt: bool
    """Whether anything was left of it."""
    softened: str
    """What took strength off it, in words; may be empty."""
    besides: str
    """What else it moved, in words: `Care −1`; may be empty."""
    took: int
    """Most steps that it took from its gate in any audience."""
    again: bool
    """It landed before and nobody answered it."""


class GateRow(NamedTuple):
    """One row of the board: their method at the left, our response at the right, the gate between."""

    gate: str
    method: str
    """Label of the method."""
    response: str
    response_label: str
    value: int
    """0 to 10, over all audiences by size, rounded down."""
    changed: int
    """Steps since the scene before."""
    left: int
    """Of 100 people, how many are still there after this gate."""
    left_words: str
    bottleneck: bool
    under_attack: bool
    """A method against this gate landed this round."""
    open_moves: int


class NumberRow(NamedTuple):
    """A number with its name, its range and what changed."""

    id: str
    label: str
    value: int
    changed: int
    top: int
    gloss: str
    ceiling: int | None = None
    """For a cost: how far it can rise with those named so far."""


class AudienceRow(NamedTuple):
    """One audience: its gates, its funnel and its support."""

    id: str
    label: str
    size: int
    gates: tuple[int, ...]
    """Visibility, dignity, meaning, and the group's momentum and courage."""
    left: tuple[int, ...]
    """Of 100, after each gate."""
    support: int
    changed: int
    """Support since the scene before."""
    bottleneck: str


class OptionView(NamedTuple):
    """Something that can be prepared."""

    id: str
    label: str
    text: str
    response: str
    tactic: str
    answers: tuple[str, ...]
    """Labels of the methods that it softens."""


class PlayView(NamedTuple):
    """Everything a player may see now."""

    scenario: str
    title: str
    phase: str
    """preparing, in_scene or over."""
    round: int
    scene: str
    scene_title: str
    time: str
    text: str
    veil: str
    """One line that can stand for the text; never empty in a scene."""
    methods: tuple[MethodView, ...]
    prepare_text: str
    choose: int
    options: tuple[OptionView, ...]
    prepared: tuple[str, ...]
    """Labels of what was prepared."""
    board: tuple[GateRow, ...]
    moves: tuple[MoveView, ...]
    """In the author's order, waiting last."""
    consents: tuple[ConsentView, ...]
    costs: tuple[NumberRow, ...]
    gains: tuple[NumberRow, ...]
    group: tuple[NumberRow, ...]
    """Care, evidence, capacity where the scenario uses it, and the author's counters."""
    audiences: tuple[AudienceRow, ...]
    unnamed: tuple[str, ...]
    """Labels of bearers not named yet; naming them lifts the ceilings."""
    known: tuple[str, ...]
    """Facts that hold, in the author's words."""
    can_undo: bool
    level: str = "whole"
    """How much of what is heavy is told; see `views.intensity`."""

    def moves_of(self, response: str) -> tuple[MoveView, ...]:
        """The moves of one R."""
        return tuple(move for move in self.moves if move.response == response)


def view(session: Session, before: Position | None = None) -> PlayView:
    """What a player may see: changes are counted from `before`, by default the position before the last event."""
    rules, position = session.rules, session.position
    before = before or position
    values = position.values
    scene = rules.scenario.scenes[position.scene] if position.scene else None
    preparation = rules.scenario.preparation
    moves = move_views(rules, position)
    landed = position.landed
    return PlayView(
        scenario=rules.scenario.id,
        title=rules.scenario.title,
        phase=position.phase,
        round=values[b.ROUND],
        scene=position.scene,
        scene_title=scene.title if scene else "",
        time=scene.time if scene else "",
        text=scene.text if scene else "",
        veil=(scene.veil or _("Something happens: {scene}.", scene=scene.title)) if scene else "",
        methods=tuple(method_view(rules, method) for method in landed),
        prepare_text=preparation.text if preparation else "",
        choose=preparation.choose if preparation else 0,
        options=option_views(rules) if position.phase == PREPARING else (),
        prepared=tuple(o.label for o in rules.options.values() if values[rules.places[f"prepared({o.id})"]]),
        board=board_rows(rules, position, before, moves),
        moves=moves,
        consents=consent_views(rules, position),
        costs=cost_rows(rules, values, before.values),
        gains=gain_rows(values, before.values),
        group=group_rows(rules, values, before.values),
        audiences=audience_rows(rules, values, before.values),
        unnamed=unnamed(rules, values),
        known=tuple(text for fact, text in rules.scenario.facts.items() if values[rules.places[fact]]),
        can_undo=session.can_undo,
    )


def unnamed(rules: Rules, values: tuple[int, ...]) -> tuple[str, ...]:
    """Who could be named as answerable and has not been, in short."""
    bearers = rules.bearers.values()
    return tuple(words.short(bearer.label) for bearer in bearers if not values[rules.places[f"named({bearer.id})"]])


def move_views(rules: Rules, position: Position) -> tuple[MoveView, ...]:
    """The moves of the open scene that are not hidden."""
    if position.phase != IN_SCENE:
        return ()
    attacked = {method.uses for method in position.landed}
    answered = {r for r, m in zip(RESPONSES, METHODS, strict=True) if m in attacked}
    shown = []
    for move_id, ready in rules.scene(position.scene).moves.items():
        reason = shut_reason(rules, position, position.scene, move_id)
        if reason != "":
            shown.append(_move_view(rules, position, ready, reason, answered))
    return tuple(shown)


def _move_view(rules: Rules, position: Position, ready: ReadyMove, reason: str | None, answered: set[str]) -> MoveView:
    move = ready.move
    everyone = len(move.reaches) in (0, len(rules.scenario.audiences))
    return MoveView(
        id=move.id,
        label=words.move_words(move),
        response=move.response,
        tactic=label(move.tactic) if move.tactic else "",
        open=reason is None,
        why_not=words.why_shut(rules, move.id, position.scene) if reason else "",
        risk=move.risk,
        voice=rules.voices[move.voice].label if move.voice else "",
        reaches="" if everyone else words.listed([words.audience(rules, name) for name in move.reaches]),
        consents=tuple(consent_view(rules, position, person, use) for place, person, use in ready.consents),
        answers=move.response in answered,
    )


def method_view(rules: Rules, landed: Landed) -> MethodView:
    """A landed method in words."""
    authored = next(m for m in rules.scenario.scenes[landed.scene].methods if m.id == landed.method)
    told_side = [step for step in landed.side if words.is_number(rules, step.place)]
    return MethodView(
        uses=landed.uses,
        label=label(landed.uses),
        technique=words.technique_words(rules, authored.technique),
        text=authored.text,
        response=RESPONSES[METHODS.index(landed.uses)],
        strength=_(words.STRENGTHS[landed.strength]),
        felt=landed.strength > 0,
        softened=words.softened(rules, landed),
        besides=", ".join(f"{_named_place(rules, step.place)} {words.signed(step.amount)}" for step in told_side),
        took=max((steps for place, steps in landed.taken), default=0),
        again=landed.again,
    )


def _named_place(rules: Rules, place: int) -> str:
    whose, what = words.place(rules, place)
    return f"{what} ({whose})" if whose else what


def option_views(rules: Rules) -> tuple[OptionView, ...]:
    """What can be prepared."""
    return tuple(
        OptionView(
            id=option.id,
            label=option.label,
            text=option.text,
            response=option.response,
            tactic=label(option.tactic),
            answers=tuple(label(kind) for kind in option.answers),
        )
        for option in rules.options.values()
    )


def consent_views(rules: Rules, position: Position) -> tuple[ConsentView, ...]:
    """Every use of every person, with their answer so far."""
    return tuple(
        consent_view(rules, position, person.id, use) for person in rules.scenario.people for use in person.uses
    )


def consent_view(rules: Rules, position: Position, person: str, use: str) -> ConsentView:
    """One use of one person, with their answer so far."""
    said = [position.values[rules.places[f"{kind}({person}, {use})"]] for kind in ("consents", "refused")]
    return ConsentView(
        person=person,
        use=use,
        label=f"{words.short(rules.people[person].label)}: {words.use_words(rules, use)}",
        state="yes" if said[0] else "no" if said[1] else "not_asked",
    )


def board_rows(rules: Rules, position: Position, before: Position, moves: tuple[MoveView, ...]) -> tuple[GateRow, ...]:
    """The five rows of the board."""
    now, then = funnel(rules.board, position.values), funnel(rules.board, before.values)
    attacked = {method.uses for method in position.landed}
    return tuple(
        GateRow(
            gate=gate,
            method=label(METHODS[n]),
            response=RESPONSES[n],
            response_label=label(RESPONSES[n]),
            value=now.gates[n],
            changed=now.gates[n] - then.gates[n],
            left=now.left[n],
            left_words=_(words.AFTER_GATE[gate]),
            bottleneck=gate == now.bottleneck,
            under_attack=METHODS[n] in attacked,
            open_moves=sum(move.open and move.response == RESPONSES[n] for move in moves),
        )
        for n, gate in enumerate(GATES)
    )


def cost_rows(rules: Rules, values: tuple[int, ...], before: tuple[int, ...]) -> tuple[NumberRow, ...]:
    """The four costs, each with its ceiling."""
    return tuple(
        NumberRow(
            id=cost,
            label=label(cost),
            value=values[b.COST + k],
            changed=values[b.COST + k] - before[b.COST + k],
            top=100,
            gloss=gloss(cost),
            ceiling=values[b.CEILING + k],
        )
        for k, cost in enumerate(COSTS)
    )


def gain_rows(values: tuple[int, ...], before: tuple[int, ...]) -> tuple[NumberRow, ...]:
    """Support, power and mobilization, each of 100."""
    figures = {
        "support": (values[b.SUPPORT], before[b.SUPPORT]),
        "power": (int(power(values)), int(power(before))),
        "mobilization": (values[b.MOBILIZATION], before[b.MOBILIZATION]),
    }
    return tuple(
        NumberRow(id=gain, label=label(gain), value=now, changed=now - then, top=100, gloss=gloss(gain))
        for gain, (now, then) in figures.items()
    )


def group_rows(rules: Rules, values: tuple[int, ...], before: tuple[int, ...]) -> tuple[NumberRow, ...]:
    """Care, evidence, capacity where the scenario starts with any, and the author's counters."""
    ids = ["care", "evidence"] + (["capacity"] if rules.scenario.start.get("capacity") else [])
    rows = []
    for name in (*ids, *(counter.id for counter in rules.scenario.counters)):
        at = rules.places[name]
        rows.append(
            NumberRow(
                id=name,
                label=rules.own_labels.get(name) or label(name),
                value=values[at],
                changed=values[at] - before[at],
                top=rules.ranges[at][1],
                gloss=gloss(name),
            )
        )
    return tuple(rows)


def audience_rows(rules: Rules, values: tuple[int, ...], before: tuple[int, ...]) -> tuple[AudienceRow, ...]:
    """The audiences with their own funnels."""
    rows = []
    for n, audience in enumerate(rules.scenario.audiences):
        own = funnel(rules.board, values, n)
        at = rules.board.bases[n] + 3
        rows.append(
            AudienceRow(
                id=audience.id,
                label=words.audience(rules, audience.id),
                size=audience.size,
                gates=own.gates,
                left=own.left,
                support=values[at],
                changed=values[at] - before[at],
                bottleneck=label(own.bottleneck),
            )
        )
    return tuple(rows)
