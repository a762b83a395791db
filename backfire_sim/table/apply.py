"""What follows at a table from what happens: the only place that decides it.

table = open_table(setup, Opened(scene, choices))
table = apply(table, StartChoosing())               # NotNowError, in words, where it cannot be
"""

from collections.abc import Callable
from typing import Any

from backfire_sim.speech import _
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.conduct import HOW, LineTest
from backfire_sim.table.deciding import verdict
from backfire_sim.table.events import AskFirstError, NotNowError, TableEvent
from backfire_sim.table.setup import HANDS, KEYS, MOST_SECONDS, TWO_MINUTES, BadSetupError, Setup, checked
from backfire_sim.table.state import Box, Choice, Clock, Round, Table, Told
from backfire_sim.text import one_line

LONGEST_REASON = 280
MOST_REASONS = 30
MOST_TESTS = 100
LONGEST_TRAIL = 50
"""Steps of a round that can be gone back over."""


def open_table(setup: Setup, opened: e.Opened) -> Table:
    """A table before its first choice. BadSetupError where it cannot be set up like this."""
    stage = s.OVER if opened.over else s.READ
    return Table(checked(setup), Round(opened.scene, opened.options, stage, over=opened.over))


def apply(table: Table, event: TableEvent) -> Table:
    """The table after an event. NotNowError, with words for a person, leaves everything as it was."""
    if table.frozen and not isinstance(event, e.Thaw | e.Freeze | e.Tick | e.Opened | e.TakenBack | e.Changed):
        raise NotNowError(_("Everything stands still. Let it go on first."))
    return _DO[type(event)](table, event)


def can(table: Table, event: TableEvent) -> str:
    """Why an event cannot happen now; empty if it can, also where somebody should know something first."""
    try:
        apply(table, event)
    except AskFirstError:
        return ""
    except NotNowError as error:
        return str(error)
    return ""


# -- The order of a round --------------------------------------------------------------------------------------------


def _read_on(table: Table, event: e.ReadOn) -> Table:
    _in(table, s.TOLD)
    return _step(table, table.round._replace(stage=s.OVER if table.round.over else s.READ))


def _start(table: Table, event: e.StartChoosing) -> Table:
    _in(table, s.READ)
    if not table.round.options:
        raise NotNowError(_("There is nothing to choose from by number here: decide together."))
    return _step(table, table.round._replace(stage=s.FIRST))


def _choose(table: Table, event: e.Choose) -> Table:
    if not 1 <= event.number <= s.numbers(table):
        raise NotNowError(_("There is no choice {number} here.", number=event.number))
    return _said(table, event.seat, event.number)


def _pass(table: Table, event: e.Pass) -> Table:
    return _said(table, event.seat, 0)


def _said(table: Table, seat: int, number: int) -> Table:
    _in(table, *s.COUNTING)
    if table.setup.way != KEYS:
        raise NotNowError(_("Hands are counted here: type how many were raised for each choice."))
    if not 1 <= seat <= table.setup.seats:
        raise NotNowError(_("There is no seat {seat} at this table.", seat=seat))
    box = table.round.box
    if seat in box.sealed:
        said = _(
            "Seat {seat} has chosen. Who chose what was never written down, so it cannot be changed after a restart."
        )
        raise NotNowError(said.format(seat=seat))
    chosen = {**dict(box.chosen), seat: number}
    return _now(table, box=box._replace(chosen=tuple(sorted(chosen.items()))))


def _count(table: Table, event: e.Count) -> Table:
    _in(table, *s.COUNTING)
    if table.setup.way != HANDS:
        raise NotNowError(_("Each seat types its own number here."))
    many, seats = s.numbers(table), table.setup.seats
    if not 1 <= event.number <= many:
        raise NotNowError(_("There is no choice {number} here.", number=event.number))
    hands = list(table.round.box.hands or (0,) * many)
    hands[event.number - 1] = event.hands
    if event.hands < 0 or sum(hands) > seats:
        said = _("That would be {hands} hands at a table of {seats}.")
        raise NotNowError(said.format(hands=sum(hands), seats=seats))
    return _now(table, box=table.round.box._replace(hands=tuple(hands)))


def _show(table: Table, event: e.Show) -> Table:
    _in(table, *s.COUNTING)
    if not s.complete(table) and not event.close:
        chosen, seats = s.how_many(table), table.setup.seats
        closing = _("{chosen} of {seats} have chosen. Close without the others?", chosen=chosen, seats=seats)
        raise AskFirstError(f"{closing} {known_when_shown(table)}".strip())
    now, spread = table.round, s.tally(table)
    if now.stage == s.PREDICT:
        return _step(table, now._replace(stage=s.PREDICTED, box=Box(), predicted=spread))
    if now.stage == s.FIRST:
        return _step(table, now._replace(stage=s.SHOWN, box=Box(), first=spread, votes=now.votes + 1))
    return _step(table, now._replace(stage=s.SHOWN_AGAIN, box=Box(), again=spread, votes=now.votes + 1))


def known_when_shown(table: Table) -> str:
    """What everybody should know before a spread is shown, in a sentence; empty where nothing can be told from it.

    It is said before each of them, alike: asked only of those who are all of one mind, it would give just that away.
    """
    if table.setup.way != KEYS or table.round.stage not in s.VOTING:
        return ""
    return _("If all of you chose the same, everyone will know what each chose.")


def _talk(table: Table, event: e.Talk) -> Table:
    _in(table, s.SHOWN, s.SHOWN_AGAIN, s.UNSETTLED)
    wanted = table.setup.talk
    return _step(table, table.round._replace(stage=s.TALK, clock=Clock(wanted, wanted > 0, wanted > 0)))


def _again(table: Table, event: e.ChooseAgain) -> Table:
    _in(table, s.SHOWN, s.TALK, s.SHOWN_AGAIN, s.UNSETTLED)
    now = table.round._replace(stage=s.AGAIN, clock=Clock(), contenders=(), decided=0, how="", objections=0)
    return _step(table, now)


def _decide(table: Table, event: e.Decide) -> Table:
    _in(table, s.SHOWN, s.TALK, s.SHOWN_AGAIN)
    now = table.round
    assert now.spread is not None
    about = f"{len(table.told)} {now.scene} {now.votes}"
    found = verdict(table.setup, now.options, now.spread, about)
    decided = now._replace(
        stage=found.stage, decided=found.number, how=found.how, contenders=found.contenders, clock=Clock()
    )
    return _step(table, decided)


def _objections(table: Table, event: e.Objections) -> Table:
    _in(table, s.OBJECTIONS)
    if not 0 <= event.hands <= table.setup.seats:
        raise NotNowError(_("There are {seats} at this table.", seats=table.setup.seats))
    now = table.round
    if not event.hands:
        return _step(table, now._replace(stage=s.DECIDED, how=s.BY_CONSENT, objections=0))
    assert now.spread is not None
    liked = tuple(n for n, count in enumerate(now.spread.counts, start=1) if count)
    left = now._replace(stage=s.UNSETTLED, decided=0, how="", objections=event.hands, contenders=liked)
    return _step(table, left)


def _rule(table: Table, event: e.Rule) -> Table:
    _in(table, s.READ, s.FIRST, s.SHOWN, s.TALK, s.AGAIN, s.SHOWN_AGAIN, s.OBJECTIONS, s.UNSETTLED, s.DECIDED)
    if not 1 <= event.number <= len(table.round.options):
        raise NotNowError(_("There is no choice {number} here.", number=event.number))
    ruled = table.round._replace(stage=s.DECIDED, box=Box(), clock=Clock(), decided=event.number, how=s.BY_FACILITATOR)
    return _step(table, ruled)


def _predict(table: Table, event: e.Predict) -> Table:
    if table.round.stage != s.READ or table.round.scene or table.round.over:
        _in(table, s.DECIDED)
    return _step(table, table.round._replace(stage=s.PREDICT))


def _reason(table: Table, event: e.Reason) -> Table:
    if table.round.spread is None and table.round.stage not in (s.DECIDED, s.PREDICT, s.PREDICTED):
        raise NotNowError(_("Reasons can be kept once the choices are shown."))
    text = one_line(event.text, LONGEST_REASON)
    if not text:
        raise NotNowError(_("There is nothing in this reason."))
    if len(table.round.reasons) >= MOST_REASONS:
        raise NotNowError(_("No more than {most} reasons are kept for one choice.", most=MOST_REASONS))
    return _now(table, reasons=(*table.round.reasons, text))


# -- The timer -------------------------------------------------------------------------------------------------------


def _run_timer(table: Table, event: e.RunTimer) -> Table:
    _in(table, s.TALK)
    left = table.round.clock.left or table.setup.talk or TWO_MINUTES
    return _now(table, clock=Clock(left, True, True))


def _pause_timer(table: Table, event: e.PauseTimer) -> Table:
    _in(table, s.TALK)
    return _now(table, clock=table.round.clock._replace(running=False))


def _more_time(table: Table, event: e.MoreTime) -> Table:
    _in(table, s.TALK)
    clock = table.round.clock
    left = min(MOST_SECONDS, clock.left + max(0, event.seconds))
    return _now(table, clock=Clock(left, clock.running or not clock.left, True))


def _tick(table: Table, event: e.Tick) -> Table:
    clock = table.round.clock
    if table.frozen or not clock.running:
        return table
    left = max(0, clock.left - max(0, event.seconds))
    return _now(table, clock=clock._replace(left=left, running=left > 0))


# -- Around the round ------------------------------------------------------------------------------------------------


def _arrange(table: Table, event: e.Arrange) -> Table:
    if table.round.stage in s.COUNTING and not table.round.box.empty:
        raise NotNowError(_("People are choosing just now. Close this choice first, or go back to its beginning."))
    try:
        setup = checked(event.setup)
    except BadSetupError as error:
        raise NotNowError(str(error)) from error
    if table.round.votes and setup.seats != table.setup.seats:
        raise NotNowError(_("Seats can be added or taken away before the first choice of a round."))
    return table._replace(setup=setup)


def _note_test(table: Table, event: e.NoteTest) -> Table:
    if event.line not in table.setup.code or event.how not in HOW:
        raise NotNowError(_("This line is not in the code of conduct of this table."))
    noted = LineTest(event.line, one_line(event.by, 100), event.how, len(table.told) + 1)
    others = [each for each in table.tests if (each.line, each.by, each.round) != (noted.line, noted.by, noted.round)]
    return table._replace(tests=(*others, noted)[-MOST_TESTS:])


def _freeze(table: Table, event: e.Freeze) -> Table:
    return table._replace(frozen=True)


def _thaw(table: Table, event: e.Thaw) -> Table:
    return table._replace(frozen=False)


def _back(table: Table, event: e.Back) -> Table:
    if not table.round.box.empty:
        return _now(table, box=Box())
    if not table.trail:
        raise NotNowError(_("This round has just begun."))
    before = table.trail[-1]
    # What people said why is theirs, and nobody should have to say it twice.
    return table._replace(round=before._replace(reasons=table.round.reasons), trail=table.trail[:-1])


def _opened(table: Table, event: e.Opened) -> Table:
    now = table.round
    told = Told(
        now.scene,
        tuple(choice.id for choice in now.options),
        event.move,
        now.how if event.move else "",
        now.votes,
        now.first,
        now.again,
        now.objections,
        now.reasons,
        now.predicted,
        event.landed,
    )
    after = Round(event.scene, event.options, s.TOLD, over=event.over)
    return table._replace(round=after, told=(*table.told, told), trail=())


def _taken_back(table: Table, event: e.TakenBack) -> Table:
    tests = tuple(test for test in table.tests if test.round < len(table.told))
    opened = Round(event.scene, event.options)
    return table._replace(round=opened, told=table.told[:-1], trail=(), tests=tests)


def _changed(table: Table, event: e.Changed) -> Table:
    if event.options == table.round.options:
        return table
    if _ids(event.options) == _ids(table.round.options):
        # A yes or a no makes some choices more careful than others; nobody has to choose anew for it.
        trail = tuple(each._replace(options=event.options) for each in table.trail)
        return table._replace(round=table.round._replace(options=event.options), trail=trail)
    stage = s.TOLD if table.round.stage == s.TOLD else s.READ
    changed = Round(table.round.scene, event.options, stage, reasons=table.round.reasons, over=table.round.over)
    return table._replace(round=changed, trail=())


def _ids(options: tuple[Choice, ...]) -> list[str]:
    return [each.id for each in options]


def _in(table: Table, *stages: str) -> None:
    if table.round.stage not in stages:
        raise NotNowError(_("This does not fit now: {now}", now=_(s.NOW[table.round.stage])))


def _now(table: Table, **changed: Any) -> Table:
    return table._replace(round=table.round._replace(**changed))


def _step(table: Table, after: Round) -> Table:
    """Go over to another step of the round, and remember how this one began."""
    clock = table.round.clock._replace(running=False)
    began = table.round._replace(box=Box(), clock=clock)
    return table._replace(round=after, trail=(*table.trail, began)[-LONGEST_TRAIL:])


_DO: dict[type, Callable[[Table, Any], Table]] = {
    e.Arrange: _arrange,
    e.ReadOn: _read_on,
    e.StartChoosing: _start,
    e.Choose: _choose,
    e.Pass: _pass,
    e.Count: _count,
    e.Show: _show,
    e.Talk: _talk,
    e.RunTimer: _run_timer,
    e.PauseTimer: _pause_timer,
    e.MoreTime: _more_time,
    e.Tick: _tick,
    e.ChooseAgain: _again,
    e.Decide: _decide,
    e.Objections: _objections,
    e.Rule: _rule,
    e.Reason: _reason,
    e.Predict: _predict,
    e.NoteTest: _note_test,
    e.Freeze: _freeze,
    e.Thaw: _thaw,
    e.Back: _back,
    e.Opened: _opened,
    e.TakenBack: _taken_back,
    e.Changed: _changed,
}
