"""What everybody at a table sees beside the play: never a choice before all are shown, never anybody's own."""

from typing import NamedTuple

from backfire_sim.engine.position import IN_SCENE, Position
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.session import Session
from backfire_sim.scoring.vocabulary import METHODS, gloss, label
from backfire_sim.speech import _, later
from backfire_sim.table import state as s
from backfire_sim.table.apply import known_when_shown
from backfire_sim.table.conduct import line_words
from backfire_sim.table.roles import BY_ID
from backfire_sim.table.setup import HANDS, NEEDS, TIES
from backfire_sim.table.state import Choice, Spread, Table
from backfire_sim.views import words
from backfire_sim.views.play import MoveView, move_views


class ChoiceRow(NamedTuple):
    """Something that can be chosen by its number: a move, or, while you predict, a method."""

    number: int
    id: str
    label: str
    response: str
    """One of the five R's; empty for waiting and for methods."""
    about: str
    """The tactic, or what the method is."""
    risk: str
    voice: str
    unasked: tuple[str, ...]
    """Uses of what is somebody's own, to which they have not said yes: `Ana: story`."""


class SpreadRow(NamedTuple):
    """How many chose something."""

    number: int
    label: str
    first: int
    again: int
    """After talking; 0 where nobody was asked again."""


class PredictionRow(NamedTuple):
    """A method, and how many said that it would come next."""

    method: str
    label: str
    said: int
    landed: bool


class RoleCard(NamedTuple):
    """A role, and who holds it."""

    seat: int
    role: str
    title: str
    asks: str
    about: str


class ClockView(NamedTuple):
    """The timer."""

    on: bool
    running: bool
    left: int
    """Seconds."""
    words: str
    """`1:40`; empty where there is none."""


class TableView(NamedTuple):
    """Everything about the table that the room may see now."""

    stage: str
    heading: str
    """What happens now, in a sentence or two."""
    seats: int
    way: str
    chosen: int
    """How many have chosen or passed."""
    next_seat: int
    """Whose turn at the keyboard it is; 0 where it is nobody's."""
    waiting: tuple[int, ...]
    """Seats that have not chosen yet, while the keyboard is passed round."""
    complete: bool
    known_when_shown: str
    """Once all have chosen in silence: what everybody should know before it is shown; else empty."""
    choices: tuple[ChoiceRow, ...]
    spread: tuple[SpreadRow, ...]
    """Empty until it is shown."""
    asked_again: bool
    """Whether `again` counts in the spread."""
    passed: int
    missing: int
    """Seats that passed, and that had not chosen when it was closed, the last time."""
    contenders: tuple[int, ...]
    decided: int
    """Number of what is decided or proposed; 0: nothing."""
    decided_words: str
    how: str
    """How it was decided, in a sentence."""
    objections: int
    reasons: int
    """How many reasons are kept for the talk afterwards."""
    clock: ClockView
    predictions: tuple[PredictionRow, ...]
    """What was predicted before the last decision was played, now that it has landed."""
    rules: tuple[str, ...]
    """How this table decides."""
    roles: tuple[RoleCard, ...]
    code: tuple[str, ...]
    frozen: bool


_HOW = {
    s.BY_CHOICE: later("Decided by your choice: {choice}."),
    s.BY_CONSENT: later("Decided, and nobody objects: {choice}."),
    s.BY_LOT: later("Decided by lot: {choice}."),
    s.BY_CARE: later("Decided as the more careful choice: {choice}."),
    s.BY_FACILITATOR: later("Decided by the facilitator: {choice}."),
}


def choices(rules: Rules, position: Position) -> tuple[Choice, ...]:
    """What can be chosen now, in the author's order, each with its place by how careful it is.

    The most careful uses least of what people have not said yes to; then names nobody who carries a risk.
    """
    shown = [move for move in move_views(rules, position) if move.open]
    order = sorted(range(len(shown)), key=lambda n: (len(_unasked(shown[n])), bool(shown[n].risk), n))
    return tuple(Choice(move.id, order.index(n)) for n, move in enumerate(shown))


def table_view(table: Table, session: Session) -> TableView:
    """What the room sees of a table."""
    now = table.round
    rows = _choice_rows(table, session)
    counted = now.again or now.first
    waiting = s.waiting(table)
    chosen_words = _move_words(session, table, now.decided)
    return TableView(
        stage=now.stage,
        heading=_heading(table, session, waiting, chosen_words),
        seats=table.setup.seats,
        way=table.setup.way,
        chosen=s.how_many(table) if now.stage in s.COUNTING else 0,
        next_seat=waiting[0] if waiting else 0,
        waiting=waiting,
        complete=s.complete(table),
        known_when_shown=known_when_shown(table) if s.complete(table) else "",
        choices=rows,
        spread=_spread_rows(table, session),
        asked_again=now.again is not None,
        passed=counted.passed if counted and now.stage not in s.VOTING else 0,
        missing=counted.missing if counted and now.stage not in s.VOTING else 0,
        contenders=now.contenders,
        decided=now.decided,
        decided_words=chosen_words,
        how=_(_HOW[now.how], choice=chosen_words) if now.how and now.stage != s.OBJECTIONS else "",
        objections=now.objections,
        reasons=len(now.reasons),
        clock=_clock(table),
        predictions=_predictions(table),
        rules=(_(NEEDS[table.setup.needs]), _(TIES[table.setup.ties])),
        roles=_roles(table),
        code=tuple(line_words(line, table.setup.own_line) for line in table.setup.code),
        frozen=table.frozen,
    )


def _choice_rows(table: Table, session: Session) -> tuple[ChoiceRow, ...]:
    if table.round.stage == s.PREDICT:
        return tuple(ChoiceRow(n, m, label(m), "", gloss(m), "", "", ()) for n, m in enumerate(METHODS, start=1))
    known = {move.id: move for move in move_views(session.rules, session.position)}
    return tuple(
        _choice_row(number, known[choice.id])
        for number, choice in enumerate(table.round.options, start=1)
        if choice.id in known
    )


def _choice_row(number: int, move: MoveView) -> ChoiceRow:
    return ChoiceRow(
        number, move.id, move.label, move.response, move.tactic, move.risk, move.voice, tuple(_unasked(move))
    )


def _unasked(move: MoveView) -> list[str]:
    return [consent.label for consent in move.consents if consent.state != "yes"]


def _move_words(session: Session, table: Table, number: int) -> str:
    if not number or session.position.phase != IN_SCENE:
        return ""
    ready = session.rules.scene(session.position.scene).moves.get(table.round.options[number - 1].id)
    return words.move_words(ready.move) if ready else ""


def _spread_rows(table: Table, session: Session) -> tuple[SpreadRow, ...]:
    now = table.round
    # While everyone chooses again, the first spread would tell each of them what the others think.
    if now.first is None or now.stage in s.VOTING:
        return ()
    again = now.again or Spread((0,) * len(now.options))
    return tuple(
        SpreadRow(n, _move_words(session, table, n), first, second)
        for n, (first, second) in enumerate(zip(now.first.counts, again.counts, strict=True), start=1)
    )


def _predictions(table: Table) -> tuple[PredictionRow, ...]:
    """What was said before the last decision, once what really came is on the screen."""
    if not table.told or table.round.stage == s.PREDICT:
        return ()
    last = table.told[-1]
    if last.predicted is None:
        return ()
    counted = zip(METHODS, last.predicted.counts, strict=True)
    return tuple(PredictionRow(method, label(method), said, method in last.landed) for method, said in counted)


def _roles(table: Table) -> tuple[RoleCard, ...]:
    held = ((seat, BY_ID.get(role)) for seat, role in enumerate(table.setup.roles, start=1))
    return tuple(RoleCard(seat, r.id, _(r.title), _(r.asks), _(r.about)) for seat, r in held if r is not None)


def _clock(table: Table) -> ClockView:
    clock = table.round.clock
    shown = clock.on and table.round.stage == s.TALK
    told = f"{clock.left // 60}:{clock.left % 60:02}" if shown else ""
    return ClockView(shown, clock.running and not table.frozen, clock.left if shown else 0, told)


def _heading(table: Table, session: Session, waiting: tuple[int, ...], chosen: str) -> str:
    now = table.round
    if table.frozen:
        return _("Everything stands still until you go on.")
    match now.stage:
        case s.TOLD:
            return _("What followed")
        case s.READ if not now.scene:
            return _("Decide together what you get ready.")
        case s.READ:
            return _("Read the scene together. Nobody chooses yet.")
        case s.FIRST | s.AGAIN | s.PREDICT:
            return _counting(table, waiting)
        case s.SHOWN | s.SHOWN_AGAIN:
            return _("This is how your choices spread.")
        case s.TALK if now.clock.on and not now.clock.left:
            return _("The time is up. Finish your sentence; more time can be given.")
        case s.TALK:
            return _("Talk: why this, and why not? One say for everyone before anyone gets a second.")
        case s.OBJECTIONS:
            return _("Most are for this: {choice}. Does anybody object?", choice=chosen)
        case s.UNSETTLED if now.objections:
            return _("Somebody objects. Talk and choose again, or let the facilitator decide.")
        case s.UNSETTLED:
            return _("Your choices decide nothing yet. Talk and choose again, or let the facilitator decide.")
        case s.DECIDED:
            return _(_HOW[now.how], choice=chosen) if now.how else chosen
        case s.PREDICTED:
            return _("Your predictions are in. What they really do next shows when your choice is played.")
    return _("The play is over.")


def _counting(table: Table, waiting: tuple[int, ...]) -> str:
    asked = {
        s.FIRST: _("What should the group do? Choose in silence."),
        s.AGAIN: _("Choose again, in silence. You may choose the same."),
        s.PREDICT: _("Which of their five methods comes next? Say it before it lands."),
    }[table.round.stage]
    if table.setup.way == HANDS:
        return f"{asked} {_('Hands are counted for each number.')}"
    if waiting:
        return f"{asked} {_('The keyboard is with seat {seat}.', seat=waiting[0])}"
    return f"{asked} {_('Everyone has chosen.')}"
