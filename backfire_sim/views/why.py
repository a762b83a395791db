"""Why a play went as it did: the gates that lost most, the decision that carried most, what became of the methods."""

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import Play
from backfire_sim.engine.rules import Rules
from backfire_sim.scoring.settle import funnel
from backfire_sim.scoring.vocabulary import GATES, RESPONSES, label
from backfire_sim.speech import _, plural
from backfire_sim.views import otherwise, words
from backfire_sim.views.ending import Link
from backfire_sim.views.otherwise import Decision, decisive
from backfire_sim.views.play import method_view


class FunnelAt(NamedTuple):
    """Of 100 people, how many were still there after each gate."""

    round: int
    """0 is the opening."""
    gates: tuple[int, ...]
    """The five gates, 0 to 10."""
    left: tuple[int, ...]
    """People of 100 after each gate."""
    bottleneck: str
    """Id of the gate that lost most."""


class GateTime(NamedTuple):
    """How long a gate was the one that lost most."""

    gate: str
    label: str
    response: str
    """The R that widens it."""
    rounds: tuple[int, ...]
    """The rounds after which it was the bottleneck; may be empty."""


class MethodUsed(NamedTuple):
    """A method that the perpetrators used, and what became of it."""

    uses: str
    label: str
    technique: str
    response: str
    """The R that answers it."""
    text: str
    rounds: tuple[int, ...]
    """The rounds in which it landed; more than one where it landed again until it was answered."""
    answered: int
    """The round in which its R was played; 0 for never."""
    strength: str
    """What was left of it when it first landed, in words."""


class Why(NamedTuple):
    """Bottlenecks, decisive moments, and methods."""

    gates: tuple[GateTime, ...]
    """All five, in their order."""
    bottleneck_words: str
    """Which gate was the lowest longest, as a sentence."""
    decisive: Decision | None
    """The decision whose other choices would have changed the end most; None where no choice changes anything."""
    decisive_words: tuple[str, ...]
    """What it was, and how it was found."""
    moved_most: Link | None
    """The round in which cost and support together moved most."""
    moved_most_words: str
    methods: tuple[MethodUsed, ...]
    answered_words: str
    """How many of the methods were answered, as a sentence."""


def funnel_over_time(rules: Rules, turns: Sequence[Turn]) -> tuple[FunnelAt, ...]:
    """The funnel at the opening and after each round."""
    stands = [rules.opening(), *(turn.settled for turn in turns if turn.settled)]
    found = []
    for number, values in enumerate(stands):
        now = funnel(rules.board, values)
        found.append(FunnelAt(number, now.gates, now.left, now.bottleneck))
    return tuple(found)


def why(rules: Rules, turns: Sequence[Turn], chain: Sequence[Link], found: Sequence[Decision]) -> Why:
    """What held the play back, what decided it, and what became of the methods."""
    over_time = funnel_over_time(rules, turns)[1:]
    gates = tuple(
        GateTime(
            gate,
            label(gate),
            label(RESPONSES[n]),
            tuple(at.round for at in over_time if at.bottleneck == gate),
        )
        for n, gate in enumerate(GATES)
    )
    methods = methods_used(rules, turns)
    most = max(chain, key=lambda link: abs(link.cost) + abs(link.support), default=None)
    carried = decisive(found)
    return Why(
        gates=gates,
        bottleneck_words=_bottleneck_words(gates),
        decisive=carried,
        decisive_words=_decisive_words(carried) if carried else (),
        moved_most=most if most and (most.cost or most.support) else None,
        moved_most_words=_moved_most_words(most) if most and (most.cost or most.support) else "",
        methods=methods,
        answered_words=_answered_words(methods),
    )


def methods_used(rules: Rules, turns: Sequence[Turn]) -> tuple[MethodUsed, ...]:
    """Every method that landed, in the order in which they first did, with the round in which it was answered."""
    found: dict[tuple[str, str, int], MethodUsed] = {}
    latest: dict[tuple[str, str], tuple[str, str, int]] = {}
    number = 0
    for turn in turns:
        if isinstance(turn.event, Play):
            for landed in turn.answered:
                key = latest[landed.scene, landed.method]
                found[key] = found[key]._replace(answered=number)
        if not turn.opened_a_scene:
            continue
        number += 1
        for landed in turn.after.landed:
            told = method_view(rules, landed)
            name = landed.scene, landed.method
            if landed.again and name in latest:
                key = latest[name]
                found[key] = found[key]._replace(rounds=(*found[key].rounds, number))
                continue
            latest[name] = key = (*name, number)
            found[key] = MethodUsed(
                told.uses,
                told.label,
                told.technique,
                label(told.response),
                told.text,
                rounds=(number,),
                answered=0,
                strength=told.strength,
            )
    return tuple(found.values())


def _bottleneck_words(gates: Sequence[GateTime]) -> str:
    longest = max(gates, key=lambda gate: len(gate.rounds))
    if not longest.rounds:
        return _("No round has ended yet.")
    return plural(
        "{gate} lost most people for {count} round of {all}; {response} widens it.",
        "{gate} lost most people for {count} rounds of {all}; {response} widens it.",
        len(longest.rounds),
        gate=longest.label,
        all=sum(len(gate.rounds) for gate in gates),
        response=longest.response,
    )


def _decisive_words(decision: Decision) -> tuple[str, ...]:
    where = _("Before it began") if not decision.round else _("Round {round}", round=decision.round)
    moved = _(
        "{where}: {did}. The other open choices end {distance} away on the plane on average, in cost and support "
        "together; {count} of {all} end in another class.",
        where=where,
        did=decision.did,
        distance=decision.mean_distance,
        count=decision.other_outcomes,
        all=decision.open_choices,
    )
    return moved, _(otherwise.FURTHEST)


def _moved_most_words(link: Link) -> str:
    return _(
        "Most moved at once in round {round}, with “{did}”: mean cost {cost}, support {support}.",
        round=link.round,
        did=link.did,
        cost=words.signed(link.cost),
        support=words.signed(link.support),
    )


def _answered_words(methods: Sequence[MethodUsed]) -> str:
    if not methods:
        return _("No method landed.")
    answered = sum(bool(method.answered) for method in methods)
    return plural(
        "Of {count} method that landed you answered {answered} with its own R.",
        "Of {count} methods that landed you answered {answered} with their own R.",
        len(methods),
        answered=answered,
    )
