"""What an answer does, in the model's own numbers: played from a state of the scenario that a play can come to."""

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.engine.apply import apply, landing_steps, legal_moves
from backfire_sim.engine.conditions import terms
from backfire_sim.engine.drills import BACKFIRES, MISSING, NAME, NEXT, WRITE, Placed
from backfire_sim.engine.events import Play, Prepare, Start
from backfire_sim.engine.position import Landed, Position
from backfire_sim.engine.rules import Rules
from backfire_sim.practice.reaching import reached, ready_for, unasked
from backfire_sim.scoring import board as b
from backfire_sim.scoring.settle import funnel
from backfire_sim.scoring.vocabulary import GATES

Values = Sequence[int]


class GateMoved(NamedTuple):
    """One gate before and after."""

    gate: str
    before: int
    after: int
    """0 to 10."""
    people_before: int
    people_after: int
    """Of 100 people, how many are still there after this gate."""


class Shown(NamedTuple):
    """What a move or a method did."""

    gates: tuple[GateMoved, ...]
    """All five, in their order."""
    care: tuple[int, int]
    evidence: tuple[int, int]
    because: str = ""
    """Of a move: why it helped here, or what it overlooked, in its author's words."""
    broken: tuple[tuple[str, str], ...] = ()
    """Consents (person, use) that it broke."""
    breach: bool = False
    """It broke the group's own discipline."""
    softens: tuple[str, ...] = ()
    """Of a preparation: the methods that it takes a step off when they come."""
    softened: int = 0
    """Of a method: the steps that evidence or preparation had taken off it."""


def shown(placed: Placed, answer: str = "") -> Shown | None:
    """What happens to the gates and to care; None where there is nothing to play, or no play comes there quickly.

    Of a move, the best one unless another answer is given: before it, when their methods have landed, and after its
    round has settled, before the next scene opens. Of a method: before and after it landed.
    """
    drill = placed.drill
    if drill.asks == WRITE:
        return None
    if drill.asks in (NAME, NEXT):
        return _landing(placed.scenario.rules, *drill.method)
    move = drill.move if drill.asks == MISSING else answer or drill.best
    return shown_each(placed, (move,)).get(move)


def shown_each(placed: Placed, moves: Sequence[str]) -> dict[str, Shown]:
    """What each of these moves does; without those that cannot be shown. All are played from the same place."""
    known = [move for move in moves if placed.move(move)]
    rules = placed.scenario.rules
    if not placed.scene:
        return {move: _option(rules, move) for move in known}
    offered = (placed.drill.move,) if placed.drill.asks == MISSING else placed.answers
    position = _where_open(placed, offered) if known else None
    found = {}
    for move in known:
        ready = _ready(placed, position, move) or _ready(placed, _where_open(placed, (move,)), move)
        if ready is not None:
            found[move] = _played(rules, ready, move)
    return found


def _landing(rules: Rules, scene: str, method: str) -> Shown | None:
    def fit(position: Position) -> int:
        found = _landed(position, scene, method)
        return 0 if found is None else 1 + (found.strength > 0)

    # Evidence takes steps off a denial, so plays with more and with less of it are told apart.
    position = reached(rules, scene, fit, enough=2, telling=(b.EVIDENCE,))
    landed = _landed(position, scene, method) if position else None
    if position is None or landed is None:
        return None
    after = list(position.values)
    for other in reversed(position.landed[position.landed.index(landed) + 1 :]):
        _take_back(after, other)
    before = list(after)
    _take_back(before, landed)
    return _between(rules, before, after)._replace(softened=landed.written - landed.strength)


def _landed(position: Position, scene: str, method: str) -> Landed | None:
    return next((each for each in position.landed if (each.scene, each.method) == (scene, method)), None)


def _take_back(values: list[int], landed: Landed) -> None:
    for step in landing_steps(landed):
        values[step.place] -= step.amount


def _where_open(placed: Placed, offered: Sequence[str]) -> Position | None:
    """A position of the scene in which the first of these moves is open, and as many of the others as can be.

    Of several the one in which the first turns out as its author wrote it first, and in which a group stands that has
    looked after its people: a cue tells of no other.
    """
    rules = placed.scenario.rules
    outcomes = rules.scene(placed.scene).moves[offered[0]].move.outcomes
    decides = {name for outcome in outcomes for name in terms(outcome.when)}
    telling = (b.CARE, b.COURAGE, *sorted(rules.places[name] for name in decides if name in rules.places))

    def fit(position: Position) -> int:
        found = [_open(placed, position, each) for each in offered]
        if not found[0]:
            return sum(found)
        whole = min(position.values[b.CARE], position.values[b.COURAGE]) >= _WHOLE
        return len(offered) * found[0] + sum(found) + whole + _turns_out_first(placed, position, offered[0])

    enough = 2 * len(offered) * _AS_IT_SHOULD + 2
    return reached(rules, placed.scene, fit, enough=enough, telling=telling)


_WHOLE = 5
"""Care and courage from which on a group is not spoken of as worn out."""


def _turns_out_first(placed: Placed, position: Position, move: str) -> bool:
    rules = placed.scenario.rules
    ready = _ready(placed, position, move)
    outcomes = rules.scene(placed.scene).moves[move].move.outcomes
    return ready is not None and apply(rules, ready, Play(placed.scene, move)).outcome is outcomes[0]


_AS_IT_SHOULD = 2


def _open(placed: Placed, position: Position, move: str) -> int:
    """0 for a move that is shut, 1 for one that is open, more where all have said yes who should have."""
    rules = placed.scenario.rules
    ready = ready_for(rules, position, move)
    if ready is None:
        return 0
    consents = rules.scene(position.scene).moves[move].consents
    said_yes = _without_asking(placed, move) or all(ready.values[place] for place, _person, _use in consents)
    return _AS_IT_SHOULD if said_yes else 1


def _ready(placed: Placed, position: Position | None, move: str) -> Position | None:
    """The position once those were asked whom the move needs, or as if nobody was; None where the move is shut."""
    rules = placed.scenario.rules
    ready = ready_for(rules, position, move) if position else None
    if ready is None or not _without_asking(placed, move):
        return ready
    without = unasked(rules, ready, rules.scene(placed.scene).moves[move].move.uses_consent)
    return without if move in legal_moves(rules, without) else ready


def _played(rules: Rules, ready: Position, move: str) -> Shown:
    turn = apply(rules, ready, Play(ready.scene, move))
    consents = rules.scene(ready.scene).moves[move].consents
    return _between(rules, ready.values, turn.settled)._replace(
        because=turn.outcome.because if turn.outcome else "",
        broken=tuple((person, use) for place, person, use in consents if not ready.values[place]),
        breach=turn.settled[b.BREACHES] > ready.values[b.BREACHES],
    )


def _without_asking(placed: Placed, move: str) -> bool:
    """Whether what is wrong with the move may be that nobody was asked."""
    if placed.drill.asks == MISSING:
        return placed.drill.best == "consent"
    return placed.fit(move) == BACKFIRES


def _option(rules: Rules, option: str) -> Shown:
    start = apply(rules, None, Start()).after
    turn = apply(rules, start, Prepare((option,)))
    after = list(turn.after.values)
    for step in turn.landing:
        after[step.place] -= step.amount
    return _between(rules, start.values, after)._replace(softens=rules.options[option].answers)


def _between(rules: Rules, before: Values, after: Values) -> Shown:
    was, now = funnel(rules.board, tuple(before)), funnel(rules.board, tuple(after))
    return Shown(
        gates=tuple(
            GateMoved(gate, was.gates[n], now.gates[n], was.left[n], now.left[n]) for n, gate in enumerate(GATES)
        ),
        care=(before[b.CARE], after[b.CARE]),
        evidence=(before[b.EVIDENCE], after[b.EVIDENCE]),
    )
