"""What only the facilitator sees: notes, what can come in, what each choice would lead to, who has not chosen yet."""

from itertools import takewhile
from typing import NamedTuple

from backfire_sim.engine.events import Play, Prepare, Throw
from backfire_sim.engine.session import Session
from backfire_sim.scoring import board as b
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.apply import can
from backfire_sim.table.conduct import line_words, probably_tested
from backfire_sim.table.setup import Setup
from backfire_sim.table.state import Table
from backfire_sim.views.consequence import consequence
from backfire_sim.views.play import method_view
from backfire_sim.views.prospects import Lead, Prospect, injects, prospects
from backfire_sim.views.table import TableView, table_view
from backfire_sim.views.table_told import test_round


class InjectRow(NamedTuple):
    """Something that only the facilitator sees coming."""

    id: str
    title: str
    text: str
    thrown: bool
    shut: str
    """Why it cannot be thrown now; empty where it can."""


class LeadRow(NamedTuple):
    """One way a choice can turn out."""

    chance: str
    """`2 of 6`; empty where nothing is left to chance."""
    drawn: bool
    """Whether it is what happens if this is played now."""
    to: str
    """Title of the scene or the ending that it leads to."""
    ends: str
    """How the play ends there, in a word; empty where it goes on."""
    text: str
    because: str
    moves: tuple[str, ...]
    """The numbers that it moves: `Visibility (Neighbors): 3 to 5`."""
    lands: tuple[str, ...]
    """Methods that land then."""


class LeadsRow(NamedTuple):
    """A choice of the open scene, hidden ones included."""

    number: int
    """Its number on the screen; 0 where it cannot be chosen."""
    id: str
    label: str
    response: str
    shut: str
    leads: tuple[LeadRow, ...]


class LineHint(NamedTuple):
    """A line of the code that the round has probably tested."""

    line: str
    words: str
    by: str


class LineTold(NamedTuple):
    """A line of the code that was tested."""

    words: str
    by: str
    how: str
    """held, broken or unsure."""
    round: int


class Step(NamedTuple):
    """Something that can be asked for, and why it cannot be now."""

    do: str
    """As in a command's record: `start_choosing`, `play_it`."""
    why_not: str
    """Empty where it can."""


class FacilitatorView(NamedTuple):
    """Everything the facilitator sees now."""

    title: str
    phase: str
    round: int
    scene: str
    scene_title: str
    time: str
    text: str
    methods: tuple[str, ...]
    """What has landed, in words."""
    notes: str
    aims: tuple[str, ...]
    listen_for: tuple[str, ...]
    if_stuck: tuple[str, ...]
    checklist: tuple[str, ...]
    injects: tuple[InjectRow, ...]
    choices: tuple[LeadsRow, ...]
    table: TableView
    waiting: tuple[int, ...]
    """Seats that have not chosen yet."""
    hands: tuple[int, ...]
    """Where hands are counted: how many were typed for each number so far."""
    setup: Setup
    reasons: tuple[str, ...]
    tests: tuple[LineTold, ...]
    test_hints: tuple[LineHint, ...]
    came_in: str
    """Id of the inject that came in last in this round, while nobody has said which line of the code it tested."""
    steps: tuple[Step, ...]
    kept: bool
    """Whether the play is kept on this machine."""
    blank: bool
    """Whether the shared screen is blank."""
    looking_back: bool
    """Whether the look back is on the shared screen."""


_STEPS: tuple[e.Asked, ...] = (
    e.ReadOn(),
    e.StartChoosing(),
    e.Show(),
    e.Talk(),
    e.RunTimer(),
    e.PauseTimer(),
    e.MoreTime(),
    e.ChooseAgain(),
    e.Decide(),
    e.Objections(0),
    e.Rule(1),
    e.Reason("x"),
    e.Predict(),
    e.Freeze(),
    e.Thaw(),
)

Prospects = tuple[LeadsRow, ...]


def leads_rows(session: Session, table: Table) -> Prospects:
    """What each choice would lead to. It takes playing them all, so whoever shows it often keeps it."""
    numbers = {choice.id: n for n, choice in enumerate(table.round.options, start=1)}
    return tuple(_leads_row(session, each, numbers.get(each.move, 0)) for each in prospects(session))


def facilitator_view(
    table: Table,
    session: Session,
    *,
    leads: Prospects | None = None,
    kept: bool = True,
    blank: bool = False,
    looking_back: bool = False,
) -> FacilitatorView:
    """What the facilitator sees. `leads`: what `leads_rows` gave for the play as it stands, if it was asked before."""
    rules, position = session.rules, session.position
    scene = rules.scenario.scenes[position.scene] if position.scene else None
    sheet = rules.scenario.sheet
    return FacilitatorView(
        title=rules.scenario.title,
        phase=position.phase,
        round=position.values[b.ROUND],
        scene=position.scene,
        scene_title=scene.title if scene else "",
        time=scene.time if scene else "",
        text=scene.text if scene else "",
        methods=tuple(_method_words(session, n) for n in range(len(position.landed))),
        notes=scene.notes if scene else "",
        aims=sheet.aims,
        listen_for=sheet.listen_for,
        if_stuck=sheet.if_stuck,
        checklist=sheet.checklist,
        injects=tuple(
            InjectRow(each.inject.id, each.inject.title, each.inject.text, each.thrown, each.shut)
            for each in injects(session)
        ),
        choices=leads_rows(session, table) if leads is None else leads,
        table=table_view(table, session),
        waiting=s.waiting(table),
        hands=table.round.box.hands,
        setup=table.setup,
        reasons=table.round.reasons,
        tests=tuple(_test_row(table, n) for n in range(len(table.tests))),
        test_hints=_hints(table, session),
        came_in=_came_in(table, session),
        steps=(
            *(Step(e.do_name(type(step)), can(table, step)) for step in _STEPS),
            Step("play_it", "" if _may_play(table) else _("Nothing is decided yet that could be played.")),
            Step("back", "" if _may_go_back(table, session) else _("There is nothing to go back to.")),
        ),
        kept=kept,
        blank=blank,
        looking_back=looking_back,
    )


def _may_play(table: Table) -> bool:
    now = table.round
    return not table.frozen and now.stage in (s.DECIDED, s.PREDICTED) and now.decided > 0


def _may_go_back(table: Table, session: Session) -> bool:
    return not table.frozen and (bool(table.trail) or not table.round.box.empty or session.can_undo)


def _method_words(session: Session, n: int) -> str:
    method = method_view(session.rules, session.position.landed[n])
    said = _("{method} ({technique}), {strength}: {text}")
    return said.format(method=method.label, technique=method.technique, strength=method.strength, text=method.text)


def _leads_row(session: Session, prospect: Prospect, number: int) -> LeadsRow:
    leads = tuple(_lead_row(session, lead) for lead in prospect.leads)
    return LeadsRow(number, prospect.move, prospect.label, prospect.response, prospect.shut, leads)


def _lead_row(session: Session, lead: Lead) -> LeadRow:
    told = consequence(session.rules, lead.turn)
    moved = [(f"{m.what} ({m.whose})" if m.whose else m.what, m.before, m.after) for m in told.shifts]
    return LeadRow(
        chance=_("{odds} of {all}", odds=lead.odds, all=lead.of) if lead.odds else "",
        drawn=lead.drawn,
        to=lead.to,
        ends=label(lead.ends) if lead.ends else "",
        text=told.text,
        because=told.because,
        moves=tuple(
            _("{what}: {before} to {after}", what=what, before=before, after=after)
            for what, before, after in moved
            if before != after
        ),
        lands=tuple(method.label for method in told.methods),
    )


def _test_row(table: Table, n: int) -> LineTold:
    test = table.tests[n]
    return LineTold(line_words(test.line, table.setup.own_line), test.by, test.how, test_round(table, test))


def _came_in(table: Table, session: Session) -> str:
    if not table.setup.code:
        return ""
    since = takewhile(lambda event: not isinstance(event, Play | Prepare), reversed(session.line))
    thrown = next((event.inject for event in since if isinstance(event, Throw)), "")
    return "" if thrown in {test.by for test in table.tests} else thrown


def _hints(table: Table, session: Session) -> tuple[LineHint, ...]:
    """Lines that what has landed, or what was played last, puts to the test and that nobody has spoken about yet."""
    if not table.setup.code:
        return ()
    rules, position = session.rules, session.position
    landed = [(at.scene, at.method) for at in position.landed]
    techniques = tuple(
        method.technique for scene, key in landed for method in rules.scenario.scenes[scene].methods if method.id == key
    )
    breach, unasked = _broken(session)
    lines = probably_tested(table.setup.code, techniques, breach=breach, unasked=unasked)
    spoken = {test.line for test in table.tests if test.round == len(table.told) + 1}
    by = techniques[0] if techniques else "move"
    return tuple(LineHint(line, line_words(line, table.setup.own_line), by) for line in lines if line not in spoken)


def _broken(session: Session) -> tuple[bool, bool]:
    """Whether the last decision broke the group's discipline, and whether it used something without a yes."""
    if not isinstance(session.line[-1], Play):
        return False, False
    turn = session.turns()[-1]
    before, after = turn.before.values, turn.after.values
    return after[b.BREACHES] > before[b.BREACHES], after[b.BROKEN_CONSENTS] > before[b.BROKEN_CONSENTS]
