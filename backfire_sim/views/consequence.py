"""What a decision led to, as a moment: what happened, why, what moved and by how much, and what they do next."""

from typing import NamedTuple

from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import Ask, Play, Prepare, Throw, Withdraw
from backfire_sim.engine.position import Step
from backfire_sim.engine.rules import Rules
from backfire_sim.scoring import board as b
from backfire_sim.scoring.settle import funnel
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later
from backfire_sim.views import words
from backfire_sim.views.play import MethodView, NumberRow, cost_rows, gain_rows, method_view


class Shift(NamedTuple):
    """One number that moved, and every reason for it."""

    whose: str
    """Label of the audience; empty for the group's own."""
    what: str
    before: int
    after: int
    reasons: tuple[str, ...]
    """`the move +2`, `you answered cover-up +1`, `already at the top, 1 lost`."""


class CostShift(NamedTuple):
    """A cost that moved, and who moved it."""

    label: str
    before: int
    after: int
    ceiling: int
    moved_by: tuple[str, ...]
    """`Town council (9 of 100 act, decisive)`, those with most weight first."""


class Consequence(NamedTuple):
    """Everything that followed from one event, in words and numbers."""

    did: str
    """What was done: `Release what you filmed`."""
    response: str
    """One of the five R's, or empty."""
    text: str
    because: str
    risk: str
    granted: bool | None
    """For a question of consent: whether they said yes."""
    answered: tuple[str, ...]
    """Labels of the methods that the R answered."""
    shifts: tuple[Shift, ...]
    """By what the event did, before the round settled."""
    courage_fell_to_care: bool
    bottleneck_before: str
    bottleneck_after: str
    named: tuple[str, ...]
    """Who was publicly named by it, in short; the costs can now rise as far as their share."""
    costs: tuple[CostShift, ...]
    gains: tuple[NumberRow, ...]
    """Support, power and mobilization after the round; all of them, moved or not. Empty where no round ended."""
    methods: tuple[MethodView, ...]
    """What landed when the next scene opened."""
    withheld: bool = False
    """Whether what happened is veiled; see `views.intensity`."""


_CAUSES = {
    "effect": later("the move {steps}"),
    "outcome": later("how it turned out {steps}"),
    "breach": later("a breach of discipline {steps}"),
    "preparation": later("preparation {steps}"),
    "inject": later("the inject {steps}"),
}


def consequence(rules: Rules, turn: Turn) -> Consequence:
    """The turn as a person is told it."""
    did, response, text, risk = _told(rules, turn)
    ended_round = bool(turn.settled)
    start = turn.before.values
    end = turn.settled or turn.after.values
    return Consequence(
        did=did,
        response=response,
        text=text,
        because=_because(rules, turn),
        risk=risk,
        granted=turn.granted,
        answered=tuple(dict.fromkeys(label(method.uses) for method in turn.answered)),
        shifts=shifts(rules, turn),
        courage_fell_to_care=ended_round and turn.settled[b.COURAGE] < turn.moved[b.COURAGE],
        bottleneck_before=label(funnel(rules.board, start).bottleneck),
        bottleneck_after=label(funnel(rules.board, end).bottleneck),
        named=_named(rules, turn),
        costs=_cost_shifts(rules, turn) if ended_round else (),
        gains=gain_rows(end, start) if ended_round else (),
        methods=tuple(method_view(rules, method) for method in turn.after.landed) if turn.opened_a_scene else (),
    )


def shifts(rules: Rules, turn: Turn) -> tuple[Shift, ...]:
    """The numbers that the event moved or tried to move, each with its reasons, in the order they were touched."""
    after = turn.moved or _before_landing(turn)
    reasons: dict[int, list[str]] = {}
    for step in turn.steps:
        if words.is_number(rules, step.place):
            reasons.setdefault(step.place, []).append(_reason(rules, step))
    for lost in turn.lost:
        if lost.place in reasons:
            end = _("already at the top, {steps} lost") if lost.steps > 0 else _("already at the bottom, {steps} lost")
            reasons[lost.place].append(end.format(steps=abs(lost.steps)))
    told = []
    for at, why in reasons.items():
        whose, what = words.place(rules, at)
        told.append(Shift(whose, what, turn.before.values[at], after[at], tuple(why)))
    return tuple(told)


def _before_landing(turn: Turn) -> tuple[int, ...]:
    values = list(turn.after.values)
    for step in turn.landing:
        values[step.place] -= step.amount
    return tuple(values)


def _reason(rules: Rules, step: Step) -> str:
    steps = words.signed(step.amount)
    match step.cause:
        case "voice":
            who = words.short(rules.voices[step.source].label)
            said = _("{voice}, trusted here {steps}") if step.amount > 0 else _("{voice}, distrusted here {steps}")
            return said.format(voice=who, steps=steps)
        case "answer":
            return _("you answered {method} {steps}", method=label(step.source).lower(), steps=steps)
        case "given_back":
            return _("part of what their method took comes back {steps}", steps=steps)
        case "consent":
            who = words.short(rules.people[step.source].label)
            return _("{person} had not said yes {steps}", person=who, steps=steps)
        case "set":
            return _("set to {number}", number=step.amount)
    return _(_CAUSES[step.cause], steps=steps)


def _told(rules: Rules, turn: Turn) -> tuple[str, str, str, str]:
    """(what was done, its R, what happened, who carries the risk)."""
    match turn.event:
        case Play(scene, move):
            authored = rules.scene(scene).moves[move].move
            text = turn.outcome.text if turn.outcome else ""
            return words.move_words(authored), authored.response, text, authored.risk
        case Ask(person, use):
            asked = rules.people[person]
            answers = asked.says if turn.granted else asked.refuses
            who = words.short(asked.label)
            default = (_("{person} says yes.") if turn.granted else _("{person} says no.")).format(person=who)
            asked_for = _("Ask {person}: {use}", person=who, use=words.use_words(rules, use))
            return asked_for, "", answers.get(use, default), ""
        case Withdraw(person, use):
            who = rules.people[person].label
            return _("{person} takes back a yes: {use}", person=who, use=words.use_words(rules, use)), "", "", ""
        case Throw(inject):
            return rules.injects[inject].title, "", rules.injects[inject].text, ""
        case Prepare(options):
            chosen = [rules.options[option].label for option in options]
            return words.listed(chosen) if chosen else _("Nothing was prepared"), "", "", ""
    return "", "", "", ""


def _because(rules: Rules, turn: Turn) -> str:
    if isinstance(turn.event, Prepare):
        told = [rules.options[option].because for option in turn.event.options]
        return " ".join(text for text in told if text)
    return turn.outcome.because if turn.outcome else ""


def _cost_shifts(rules: Rules, turn: Turn) -> tuple[CostShift, ...]:
    rows = cost_rows(rules, turn.settled, turn.moved)
    return tuple(
        CostShift(row.label, row.value - row.changed, row.value, row.ceiling or 0, _moved_by(rules, turn.settled, k))
        for k, row in enumerate(rows)
        if row.changed
    )


def _named(rules: Rules, turn: Turn) -> tuple[str, ...]:
    """The bearers that this event named, not those that a method of the next scene may name."""
    then, now = turn.before.values, turn.settled or turn.after.values
    places = ((bearer.label, rules.places[f"named({bearer.id})"]) for bearer in rules.scenario.bearers)
    return tuple(words.short(told) for told, place in places if now[place] > then[place])


_MOVED_BY = (
    later("{audience} ({count} of 100 act; some)"),
    later("{audience} ({count} of 100 act; strong)"),
    later("{audience} ({count} of 100 act; decisive)"),
)
"""By the leverage of an audience, from some to decisive."""


def _moved_by(rules: Rules, values: tuple[int, ...], cost: int) -> tuple[str, ...]:
    weights = []
    for n, audience in enumerate(rules.scenario.audiences):
        count = funnel(rules.board, values, n).left[-1]
        leverage = audience.leverage[cost]
        if leverage and count:
            told = _(_MOVED_BY[leverage - 1], audience=words.audience(rules, audience.id), count=count)
            weights.append((leverage * count, told))
    return tuple(text for weight, text in sorted(weights, key=lambda pair: -pair[0]))
