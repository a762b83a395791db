"""What was there in a play and was never used: facts of the model, and no blame. Nobody has time for everything."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backfire_sim.engine.apply import Turn, legal_moves
from backfire_sim.engine.events import Ask, Play, Prepare
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import Move
from backfire_sim.scoring import board as b
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS, RESPONSE_OF_TACTIC, TACTICS, label
from backfire_sim.speech import _, plural
from backfire_sim.views import words


class Overlooked(NamedTuple):
    """One kind of thing that was never done."""

    kind: str
    """bearers, audiences, people, broken, voices, preparations, tactics."""
    name: str
    """What a heading says."""
    items: tuple[str, ...]
    """A line each; never empty."""


def overlooked(rules: Rules, turns: Sequence[Turn]) -> tuple[Overlooked, ...]:
    """Everything that was never done, the gravest first; kinds without anything are left out."""
    found = (
        Overlooked("broken", _("Used without a yes"), tuple(_broken(rules, turns))),
        Overlooked("people", _("Nobody asked them"), tuple(_never_asked(rules, turns))),
        Overlooked("bearers", _("Never named as answerable"), tuple(_unnamed(rules, turns))),
        Overlooked("audiences", _("Nothing that you did reached them"), tuple(_unreached(rules, turns))),
        Overlooked("voices", _("Could have spoken, and did not"), tuple(_unheard(rules, turns))),
        Overlooked("preparations", _("Would have been ready for it"), tuple(_unprepared(rules, turns))),
        Overlooked("tactics", _("Open at some moment, and never played"), tuple(_unplayed(rules, turns))),
    )
    return tuple(each for each in found if each.items)


def _broken(rules: Rules, turns: Sequence[Turn]) -> Iterator[str]:
    number = 0
    for turn in turns:
        number += isinstance(turn.event, Play)
        for step in turn.steps:
            if step.place == b.BROKEN_CONSENTS and step.cause == "consent":
                person, _dot, use = step.source.partition(".")
                who = words.short(rules.people[person].label)
                what = words.use_words(rules, use)
                yield _("{person}: {use}, in round {round}.", person=who, use=what, round=number)


def _never_asked(rules: Rules, turns: Sequence[Turn]) -> Iterator[str]:
    asked = {turn.event.person for turn in turns if isinstance(turn.event, Ask)}
    for person in rules.scenario.people:
        if person.id not in asked:
            uses = words.listed([words.use_words(rules, use) for use in person.uses])
            yield _("{person}: {use}.", person=words.short(person.label), use=uses)


def _unnamed(rules: Rules, turns: Sequence[Turn]) -> Iterator[str]:
    values = turns[-1].after.values
    for bearer in rules.scenario.bearers:
        if not values[rules.places[f"named({bearer.id})"]]:
            shares = zip(COSTS, bearer.holds, strict=True)
            held = [_("{cost} {share}", cost=label(cost).lower(), share=share) for cost, share in shares if share]
            if held:
                yield _("{bearer}. Bears, of 100: {shares}.", bearer=bearer.label, shares=", ".join(held))
            else:
                yield f"{bearer.label}."


def _unreached(rules: Rules, turns: Sequence[Turn]) -> Iterator[str]:
    """Audiences none of whose gates anything that the group did ever raised."""
    raised = {step.place for turn in turns if not _by_others(turn) for step in turn.steps if step.amount > 0}
    for audience, base in zip(rules.scenario.audiences, rules.board.bases, strict=True):
        if raised.isdisjoint(range(base, base + len(AUDIENCE_GATES))):
            yield f"{words.audience(rules, audience.id)}."


def _by_others(turn: Turn) -> bool:
    return not isinstance(turn.event, Play | Prepare)


def _unheard(rules: Rules, turns: Sequence[Turn]) -> Iterator[str]:
    """Voices whom somebody trusts, with a move that was open, and that never spoke."""
    heard = {move.voice for move in _played(rules, turns)}
    could = {move.voice for move in _open(rules, turns)}
    for voice in rules.scenario.voices:
        if voice.id in could and voice.id not in heard and voice.trusted_by:
            trusting = words.listed([words.audience(rules, audience) for audience in voice.trusted_by])
            yield _("{voice}. Trusted by: {audiences}.", voice=voice.label, audiences=trusting)


def _unprepared(rules: Rules, turns: Sequence[Turn]) -> Iterator[str]:
    """Preparations not chosen that would have taken a step off a method that landed without one."""
    values = turns[-1].after.values
    landed = [
        (n, method.uses)
        for n, turn in enumerate((turn for turn in turns if turn.opened_a_scene), 1)
        for method in turn.after.landed
        if method.strength and not any(source != "evidence" for source, _steps in method.softened)
    ]
    for option in rules.options.values():
        rounds = dict.fromkeys(n for n, uses in landed if uses in option.answers)
        if rounds and not values[rules.places[f"prepared({option.id})"]]:
            kinds = dict.fromkeys(label(uses).lower() for _n, uses in landed if uses in option.answers)
            yield plural(
                "{option}. A step off: {methods}, in round {rounds}.",
                "{option}. A step off: {methods}, in rounds {rounds}.",
                len(rounds),
                option=option.label,
                methods=words.listed(list(kinds)),
                rounds=words.listed([str(n) for n in rounds]),
            )


def _unplayed(rules: Rules, turns: Sequence[Turn]) -> Iterator[str]:
    """Tactics of moves that were open, and that were neither played nor prepared."""
    prepared = (rules.options[o].tactic for t in turns if isinstance(t.event, Prepare) for o in t.event.options)
    used = {*(move.tactic for move in _played(rules, turns)), *prepared}
    could = {move.tactic for move in _open(rules, turns)} - used
    for tactic in (tactic for tactics in TACTICS.values() for tactic in tactics):
        if tactic in could:
            yield _("{tactic} ({response}).", tactic=label(tactic), response=label(RESPONSE_OF_TACTIC[tactic]))


def _played(rules: Rules, turns: Sequence[Turn]) -> Iterator[Move]:
    for turn in turns:
        if isinstance(turn.event, Play):
            yield rules.scene(turn.event.scene).moves[turn.event.move].move


def _open(rules: Rules, turns: Sequence[Turn]) -> Iterator[Move]:
    for turn in turns:
        if isinstance(turn.event, Play):
            moves = rules.scene(turn.event.scene).moves
            yield from (moves[name].move for name in legal_moves(rules, turn.before))
