"""What follows from an event: the only place that decides, and the only place that changes a position.

`apply` is a pure function. It gives back a `Turn`: the position before and after, every step that moved a number with
its cause, and the methods that landed when the next scene opened. Screens, debriefs and `walk` read the turn; nobody
works anything out again.
"""

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.engine.chance import choose_outcome
from backfire_sim.engine.events import (
    Ask,
    End,
    Event,
    IllegalEventError,
    Play,
    Prepare,
    Start,
    Throw,
    Withdraw,
)
from backfire_sim.engine.land import Standing, land
from backfire_sim.engine.position import IN_SCENE, OVER, PREPARING, Landed, Lost, Position, Step
from backfire_sim.engine.rules import Bound, ReadyMove, Rules
from backfire_sim.engine.scenario import END, Outcome
from backfire_sim.scoring import board as b
from backfire_sim.scoring.constants import ANSWER_BONUS, CONSENT_BROKEN_COSTS_CARE, GIVEN_BACK
from backfire_sim.scoring.settle import settle
from backfire_sim.scoring.vocabulary import ANSWER_TO
from backfire_sim.speech import _


class Turn(NamedTuple):
    """One event and all that followed from it."""

    event: Event
    before: Position
    after: Position
    steps: tuple[Step, ...] = ()
    """What the event moved, before the round settled."""
    lost: tuple[Lost, ...] = ()
    """Steps that had no effect because a number was at its end."""
    outcome: Outcome | None = None
    """How the move turned out."""
    answered: tuple[Landed, ...] = ()
    """The landed methods that the move's R answered."""
    moved: tuple[int, ...] = ()
    """Values after the move, before the round settled; empty where no round ended."""
    settled: tuple[int, ...] = ()
    """Values after the round settled, before the next scene opened; empty where no round ended."""
    granted: bool | None = None
    """For a question of consent: whether the person said yes."""

    @property
    def opened_a_scene(self) -> bool:
        """Whether a scene opened, and the methods in `after.landed` landed, because of this event."""
        return self.after.phase == IN_SCENE and (bool(self.settled) or isinstance(self.event, Start | Prepare))

    @property
    def landing(self) -> tuple[Step, ...]:
        """What the methods moved when the next scene opened."""
        if not self.opened_a_scene:
            return ()
        return tuple(step for landed in self.after.landed for step in landing_steps(landed))


def landing_steps(landed: Landed) -> tuple[Step, ...]:
    """Every step that a landed method took."""
    source = f"{landed.scene}.{landed.method}"
    taken = tuple(Step(place, -took, "method", source) for place, took in landed.taken if took)
    return (*taken, *landed.side)


def apply(rules: Rules, position: Position | None, event: Event) -> Turn:
    """The turn that follows from an event. IllegalEventError, with words for a person, if it cannot happen now.

    `Undo` is not among the events here: taking back belongs to whoever keeps the list of events (see `Session`).
    """
    if isinstance(event, Play) and position is not None:
        return _play(rules, position, event)
    if isinstance(event, Start):
        if position is not None:
            raise IllegalEventError(_("The play has already started."))
        return _start(rules, event)
    if position is None:
        raise IllegalEventError(_("The play has not started yet."))
    if position.phase == OVER:
        raise IllegalEventError(_("The play is over. Take the last step back to go on from there."))
    match event:
        case Prepare():
            return _prepare(rules, position, event)
        case Ask():
            return _ask(rules, position, event)
        case Withdraw():
            return _withdraw(rules, position, event)
        case Throw():
            return _throw(rules, position, event)
        case End():
            return Turn(event, position, position._replace(phase=OVER))
    raise IllegalEventError(_("Only the keeper of a play's events can take one back."))


def shut_reason(rules: Rules, position: Position, scene: str, move: str) -> str | None:
    """Why a move cannot be played: None if it can, "" if it is hidden, "needs" if its needs do not hold."""
    if position.phase != IN_SCENE or position.scene != scene:
        return ""
    ready = rules.scene(scene).moves.get(move)
    if ready is None or (ready.when is not None and not ready.when(position.values)):
        return ""
    return None if ready.needs is None or ready.needs(position.values) else "needs"


def legal_moves(rules: Rules, position: Position) -> list[str]:
    """Ids of the moves that can be played now; `wait` is always the last of them."""
    if position.phase != IN_SCENE:
        return []
    scene = rules.scene(position.scene)
    if not scene.conditional:
        return list(scene.moves)
    shut = {move_id for move_id, ready in scene.conditional if not _is_open(ready, position.values)}
    return [move_id for move_id in scene.moves if move_id not in shut]


def _is_open(ready: ReadyMove, values: Sequence[int]) -> bool:
    return (ready.when is None or ready.when(values)) and (ready.needs is None or ready.needs(values))


def _start(rules: Rules, event: Start) -> Turn:
    opening = Position(PREPARING, "", rules.opening(), (), (), "", event.seed)
    if rules.scenario.preparation is not None:
        return Turn(event, opening, opening)
    return Turn(event, opening, _open_scene(rules, list(opening.values), rules.scenario.first, (), event.seed))


def _prepare(rules: Rules, position: Position, event: Prepare) -> Turn:
    preparation = rules.scenario.preparation
    if preparation is None or position.phase != PREPARING:
        raise IllegalEventError(_("There is nothing to prepare now."))
    unknown = [option for option in event.options if option not in rules.options]
    if unknown:
        known = ", ".join(rules.options)
        raise IllegalEventError(
            _('There is no preparation "{id}" here. There are: {known}.', id=unknown[0], known=known)
        )
    if len(set(event.options)) < len(event.options):
        raise IllegalEventError(_("The same preparation was chosen twice."))
    if len(event.options) > preparation.choose:
        raise IllegalEventError(
            _("There is time for {most} of these, not {chosen}.", most=preparation.choose, chosen=len(event.options))
        )
    values = list(position.values)
    steps: list[Step] = []
    lost: list[Lost] = []
    for option_id in event.options:
        bound = rules.bind_change(rules.options[option_id].change, "preparation", option_id)
        values[rules.places[f"prepared({option_id})"]] = 1
        steps += _take_effect(rules, values, bound, (), lost)
    after = _open_scene(rules, values, rules.scenario.first, (), position.seed)
    return Turn(event, position, after, tuple(steps), tuple(lost))


def _ask(rules: Rules, position: Position, event: Ask) -> Turn:
    place = _consent_place(rules, position, event.person, event.use)
    person = rules.people[event.person]
    if position.values[place]:
        raise IllegalEventError(_("{person} has already said yes to this.", person=person.label))
    values = list(position.values)
    granted = rules.agrees(event.person, event.use)(position.values)
    values[place if granted else rules.places[f"refused({event.person}, {event.use})"]] = 1
    if granted:
        values[rules.places[f"refused({event.person}, {event.use})"]] = 0
    return Turn(event, position, position._replace(values=tuple(values)), granted=granted)


def _withdraw(rules: Rules, position: Position, event: Withdraw) -> Turn:
    place = _consent_place(rules, position, event.person, event.use)
    if not position.values[place]:
        raise IllegalEventError(_("{person} has not said yes to this.", person=rules.people[event.person].label))
    values = list(position.values)
    values[place] = 0
    return Turn(event, position, position._replace(values=tuple(values)))


def _consent_place(rules: Rules, position: Position, person: str, use: str) -> int:
    place = rules.places.get(f"consents({person}, {use})")
    if place is None:
        raise IllegalEventError(_('Nobody here can be asked for "{id}".', id=f"{person}.{use}"))
    if position.phase != IN_SCENE:
        raise IllegalEventError(_("People can be asked once the first scene is open."))
    return place


def _throw(rules: Rules, position: Position, event: Throw) -> Turn:
    inject = rules.injects.get(event.inject)
    if inject is None:
        raise IllegalEventError(_('There is no inject "{id}" here.', id=event.inject))
    if position.phase != IN_SCENE:
        raise IllegalEventError(_("An inject can be thrown once the first scene is open."))
    thrown = rules.places[f"thrown({inject.id})"]
    if position.values[thrown]:
        raise IllegalEventError(_('The inject "{inject}" has been thrown already.', inject=inject.title))
    if not rules.may_throw(inject.id)(position.values):
        raise IllegalEventError(_('The inject "{inject}" does not fit the play as it stands.', inject=inject.title))
    values = list(position.values)
    values[thrown] = 1
    lost: list[Lost] = []
    bound = rules.bind_change(inject.change, "inject", inject.id, inject.reaches)
    steps = _take_effect(rules, values, bound, (), lost)
    return Turn(event, position, position._replace(values=tuple(values)), tuple(steps), tuple(lost))


def _play(rules: Rules, position: Position, event: Play) -> Turn:
    ready = _checked(rules, position, event)
    before = position.values
    values = list(before)
    visit = values[rules.places[f"chance({event.scene}.{event.move})"]] if ready.draws_by_chance else 0
    chosen = choose_outcome(ready, before, position.seed, event.scene, visit)
    response = ready.move.response
    answered = tuple([method for method in position.landed if ANSWER_TO[method.uses] == response])
    extra = _answer_steps(ready, answered) if answered else []
    if ready.consents:
        extra += _broken_consents(ready, before)
    lost: list[Lost] = []
    steps = _take_effect(rules, values, chosen.bound, extra, lost)
    for place in ready.counts:
        values[place] += 1
    standing = _still_standing(rules, values, answered, position.standing) if answered else position.standing
    moved = tuple(values)
    settle(rules.board, values)
    settled = tuple(values)
    outcome = chosen.outcome
    if outcome.goto == END:
        ending = next(ending.id for ending, holds in rules.endings if holds(settled))
        after = Position(OVER, position.scene, settled, (), standing, ending, position.seed)
    else:
        after = _open_scene(rules, values, outcome.goto, standing, position.seed)
    return Turn(event, position, after, steps, tuple(lost), outcome, answered, moved, settled)


def _still_standing(rules: Rules, values: list[int], answered: tuple[Landed, ...], standing: Standing) -> Standing:
    """The methods that still stand once these are answered; the answers are counted where something reads them."""
    for method in answered:
        for place in rules.answered_places(method.scene, method.method, method.uses):
            values[place] += 1
    done = {(method.scene, method.method) for method in answered}
    return tuple(key for key in standing if key not in done)


def _checked(rules: Rules, position: Position, event: Play) -> ReadyMove:
    if position.phase == OVER:
        raise IllegalEventError(_("The play is over. Take the last step back to go on from there."))
    if position.phase == PREPARING:
        raise IllegalEventError(_("Prepare first; the first scene opens after that."))
    if event.scene != position.scene:
        raise IllegalEventError(
            _('The play is in the scene "{scene}", not in "{other}".', scene=position.scene, other=event.scene)
        )
    ready = rules.scene(event.scene).moves.get(event.move)
    if ready is None:
        known = ", ".join(rules.scene(event.scene).moves)
        said = _('The scene "{scene}" has no move "{id}". It has: {known}.')
        raise IllegalEventError(said.format(scene=event.scene, id=event.move, known=known))
    if not _is_open(ready, position.values):
        raise IllegalEventError(_('The move "{id}" is not open now.', id=event.move))
    return ready


def _answer_steps(ready: ReadyMove, answered: Sequence[Landed]) -> list[Step]:
    """One step more on the gate, once, and from each answered method a step back of what it took."""
    steps = [Step(place, ANSWER_BONUS, "answer", answered[0].uses) for place in ready.bonus]
    for method in answered:
        source = f"{method.scene}.{method.method}"
        steps += [Step(place, min(GIVEN_BACK, taken), "given_back", source) for place, taken in method.taken if taken]
    return steps


def _broken_consents(ready: ReadyMove, values: Sequence[int]) -> list[Step]:
    broken = [(person, use) for place, person, use in ready.consents if not values[place]]
    steps = [Step(b.BROKEN_CONSENTS, 1, "consent", f"{person}.{use}") for person, use in broken]
    exposed = dict.fromkeys(person for person, _ in broken)
    return steps + [Step(b.CARE, -CONSENT_BROKEN_COSTS_CARE, "consent", person) for person in exposed]


def _take_effect(
    rules: Rules, values: list[int], bound: Bound, extra: Sequence[Step], lost: list[Lost]
) -> tuple[Step, ...]:
    """Set, then add every step, then clamp once; gives back all of them, and notes what a clamp swallowed."""
    for place, amount, _cause, _source in bound.settings:
        values[place] = amount
    for place, amount, _cause, _source in bound.steps:
        values[place] += amount
    clamps = bound.clamps
    if extra:
        for place, amount, _cause, _source in extra:
            values[place] += amount
        clamps += tuple([(place, *rules.ranges[place]) for place, _amount, _cause, _source in extra])
    for place, low, high in clamps:
        value = values[place]
        if value > high:
            lost.append(Lost(place, value - high))
            values[place] = high
        elif value < low:
            lost.append(Lost(place, value - low))
            values[place] = low
    for bearer in bound.names:
        rules.name_bearer(values, bearer)
    if bound.moves_support:
        rules.add_up_support(values)
    if not (extra or bound.settings):
        return bound.steps
    return (*bound.settings, *bound.steps, *extra)


def _open_scene(rules: Rules, values: list[int], scene_id: str, standing: Standing, seed: int) -> Position:
    """The position with the scene open: the round is counted and the methods have landed."""
    ready = rules.scene(scene_id)
    values[b.ROUND] += 1
    if ready.visited is not None:
        values[ready.visited] += 1
    landed, standing = land(rules, values, ready, standing)
    return Position(IN_SCENE, scene_id, tuple(values), landed, standing, "", seed)
