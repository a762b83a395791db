"""What a move, a method or an inject does, in whole steps and in words, all of it added up beforehand."""

from collections.abc import Iterable
from typing import NamedTuple

from backfire_sim.engine.rules import Bound, Rules
from backfire_sim.scoring import board as b
from backfire_sim.scoring.constants import BREACH_COSTS
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, label, use_of
from backfire_sim.views.words import is_number, place, short, signed

EVERYONE = "everyone"


class Number(NamedTuple):
    """A number that moves, and among whom."""

    what: str
    amount: str
    """`+2`, `−1`, or `= 3` where it is set."""
    whose: tuple[str, ...]
    """Labels of audiences, `everyone`, or empty for the group's own."""


class Effect(NamedTuple):
    """Everything that one thing does."""

    numbers: tuple[Number, ...]
    so: tuple[str, ...]
    """Facts that are so from now on."""
    not_so: tuple[str, ...]
    named: tuple[str, ...]
    """Bearers that are named by it."""
    taken_back: tuple[str, ...]
    """Consents that people take back because of it."""
    breaches: int
    """How many breaches of the group's own discipline it is."""
    counted: tuple[str, ...]
    """What is in the numbers already and need not be added: a voice, a breach."""


def effect(rules: Rules, bound: Bound) -> Effect:
    """A change in words, every step of each number added up."""
    settings = {step.place: step.amount for step in bound.settings}
    sums = dict(settings)
    for step in bound.steps:
        sums[step.place] = sums.get(step.place, 0) + step.amount
    amounts = {at: f"= {sums[at]}".replace("-", "−") if at in settings else signed(sums[at]) for at in sums}
    moved = {at: said for at, said in amounts.items() if at in settings or sums[at]}
    breaches = sum(step.amount for step in bound.steps if step.place == b.BREACHES)
    facts = rules.scenario.facts
    names = rules.layout.names
    return Effect(
        numbers=tuple(_numbers(rules, {at: said for at, said in moved.items() if _told_as_number(rules, at)})),
        so=tuple(facts[names[at]] for at, value in settings.items() if names[at] in facts and value),
        not_so=tuple(facts[names[at]] for at, value in settings.items() if names[at] in facts and not value),
        named=tuple(dict.fromkeys(rules.bearers[bearer].label for bearer in bound.names)),
        taken_back=tuple(_consent(rules, names[at]) for at in settings if names[at].startswith("consents(")),
        breaches=breaches,
        counted=tuple(_counted(rules, bound, breaches)),
    )


def reached(rules: Rules, reaches: tuple[str, ...]) -> tuple[str, ...]:
    """Labels of the audiences reached; empty where it is everyone."""
    everyone = len(reaches) in (0, len(rules.scenario.audiences))
    return () if everyone else tuple(rules.audience_labels[audience] for audience in reaches)


def _told_as_number(rules: Rules, at: int) -> bool:
    return is_number(rules, at) and at != b.BREACHES


def _numbers(rules: Rules, amounts: dict[int, str]) -> Iterable[Number]:
    """One line for each number; audiences with the same amount together."""
    bases = rules.board.bases
    for offset, gate in enumerate((*AUDIENCE_GATES, "support")):
        by_amount: dict[str, list[str]] = {}
        for audience, base in zip(rules.scenario.audiences, bases, strict=True):
            if base + offset in amounts:
                by_amount.setdefault(amounts[base + offset], []).append(audience.label)
        for amount, whose in by_amount.items():
            yield Number(label(gate), amount, (EVERYONE,) if len(whose) == len(bases) else tuple(whose))
    for at, amount in amounts.items():
        owner, what = place(rules, at)
        if not owner:
            yield Number(what, amount, ())


def _counted(rules: Rules, bound: Bound, breaches: int) -> Iterable[str]:
    spoken: dict[tuple[str, int], list[str]] = {}
    for step in bound.steps:
        if step.cause == "voice":
            spoken.setdefault((step.source, step.amount), []).append(place(rules, step.place)[0])
    for (voice, amount), audiences in spoken.items():
        trust = "trusted" if amount > 0 else "distrusted"
        whose = "; ".join(dict.fromkeys(audiences))
        yield f"{short(rules.voices[voice].label)}: {signed(amount)} where {trust} ({whose})"
    if breaches:
        yield f"breach: {signed(-BREACH_COSTS * breaches)} on {label('dignity')} and {label('meaning')} for everyone"


def _consent(rules: Rules, name: str) -> str:
    person, _, use = name.removeprefix("consents(").removesuffix(")").partition(", ")
    return use_label(rules, person, use)


def use_label(rules: Rules, person: str, use: str) -> str:
    """`Ana: story`: who, in short, and the use."""
    return f"{short(rules.people[person].label)}: {use_of(use)}"
