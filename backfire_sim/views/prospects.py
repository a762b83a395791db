"""What each choice would lead to from where a play stands: worked out by playing it, and thrown away again."""

from __future__ import annotations

from typing import NamedTuple

from backfire_sim.engine.apply import Turn, apply, shut_reason
from backfire_sim.engine.chance import possible_outcomes
from backfire_sim.engine.events import Play
from backfire_sim.engine.position import IN_SCENE, Position
from backfire_sim.engine.rules import ReadyMove, Rules
from backfire_sim.engine.scenario import Inject
from backfire_sim.engine.session import Session
from backfire_sim.scoring.settle import outcome_class
from backfire_sim.speech import _
from backfire_sim.views import words

MOST_SEEDS = 300
"""Seeds that are tried to see an outcome that chance would not draw now."""


class Lead(NamedTuple):
    """One way a choice can turn out."""

    turn: Turn
    odds: int
    """Its weight among those that are drawn by chance; 0 where nothing is."""
    of: int
    """The weights of all of them."""
    drawn: bool
    """Whether it is the one that happens with the play's own seed."""
    to: str
    """Title of the scene or of the ending that it leads to."""
    ends: str
    """The class in which the play ends; empty where it goes on."""


class Prospect(NamedTuple):
    """A choice of the scene that is open."""

    move: str
    label: str
    response: str
    """One of the five R's; empty for waiting."""
    shut: str
    """Why it cannot be played now; empty where it can."""
    leads: tuple[Lead, ...]
    """What happens first, then what chance could bring instead. Empty where it cannot be played."""


class Chance(NamedTuple):
    """An inject, and whether it can be thrown."""

    inject: Inject
    thrown: bool
    shut: str
    """Why it cannot be thrown now; empty where it can."""


def prospects(session: Session) -> tuple[Prospect, ...]:
    """Every choice of the scene that is open, hidden ones included, in the author's order with waiting last."""
    rules, position = session.rules, session.position
    if position.phase != IN_SCENE:
        return ()
    return tuple(_prospect(rules, position, ready) for ready in rules.scene(position.scene).moves.values())


def injects(session: Session) -> tuple[Chance, ...]:
    """Every inject of the scenario."""
    rules, position = session.rules, session.position
    return tuple(_chance(rules, position, inject) for inject in rules.injects.values())


def _prospect(rules: Rules, position: Position, ready: ReadyMove) -> Prospect:
    move = ready.move
    reason = shut_reason(rules, position, position.scene, move.id)
    shut = ""
    if reason == "":
        shut = _("Hidden until {condition}.", condition=words.condition(rules, move.when))
    elif reason is not None:
        shut = words.why_shut(rules, move.id, position.scene)
    leads = () if shut else _leads(rules, position, ready)
    return Prospect(move.id, words.move_words(move), move.response, shut, leads)


def _leads(rules: Rules, position: Position, ready: ReadyMove) -> tuple[Lead, ...]:
    possible = [each.outcome for each in possible_outcomes(ready, position.values)]
    event = Play(position.scene, ready.move.id)
    now = apply(rules, position, event)
    total = sum(outcome.odds for outcome in possible) if len(possible) > 1 else 0
    leads = [_lead(rules, now, total, drawn=True)]
    wanted = [outcome for outcome in possible if outcome is not now.outcome]
    for seed in range(MOST_SEEDS if wanted else 0):
        turn = apply(rules, position._replace(seed=seed), event)
        if any(turn.outcome is outcome for outcome in wanted):
            wanted = [outcome for outcome in wanted if outcome is not turn.outcome]
            leads.append(_lead(rules, turn, total, drawn=False))
        if not wanted:
            break
    return tuple(leads)


def _lead(rules: Rules, turn: Turn, total: int, *, drawn: bool) -> Lead:
    odds = turn.outcome.odds if turn.outcome is not None and total else 0
    if turn.after.ending:
        ending = next(each for each in rules.scenario.endings if each.id == turn.after.ending)
        return Lead(turn, odds, total, drawn, ending.title, outcome_class(turn.after.values))
    return Lead(turn, odds, total, drawn, rules.scenario.scenes[turn.after.scene].title, "")


def _chance(rules: Rules, position: Position, inject: Inject) -> Chance:
    if position.values[rules.places[f"thrown({inject.id})"]]:
        return Chance(inject, True, _("It has been thrown."))
    if position.phase != IN_SCENE:
        return Chance(inject, False, _("It can be thrown while a scene is open."))
    if not rules.may_throw(inject.id)(position.values):
        return Chance(inject, False, _("It fits only when {condition}.", condition=words.condition(rules, inject.when)))
    return Chance(inject, False, "")
