"""The debrief: what a group looks at after a play, in the order in which it is asked.

Feelings first, then what happened, why, what the other choices would have led to, and only then what all this is like
for the people in the room. Every figure comes from the play itself or from a replay of it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import Ask, Play, Throw, Withdraw
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.session import Session
from backfire_sim.speech import _, later
from backfire_sim.table.state import Table
from backfire_sim.views import otherwise, words
from backfire_sim.views.consequence import Shift, shifts
from backfire_sim.views.ending import EndingView, Link, ending_view
from backfire_sim.views.intensity import calmed, chain_at, ending_at, method_at
from backfire_sim.views.level import VEILED, WHOLE
from backfire_sim.views.otherwise import Decision, decisions
from backfire_sim.views.overlooked import Overlooked, overlooked
from backfire_sim.views.play import MethodView, method_view
from backfire_sim.views.table_told import TableTold, table_told
from backfire_sim.views.why import FunnelAt, Why, funnel_over_time, why

PARTS = {
    "feelings": later("How are you?"),
    "happened": later("What happened"),
    "why": later("Why"),
    "overlooked": later("What we overlooked"),
    "otherwise": later("The other choices"),
    "elsewhere": later("Where all other plays end"),
    "table": later("At the table"),
    "questions": later("To talk about"),
    "history": later("The history behind it"),
    "like_us": later("What is this like for us?"),
    "plan": later("Our own plan"),
    "model": later("What the model leaves out"),
}
"""Every part of the debrief, in its order, with its name; a view lists those that it has."""

FEELINGS = (
    later("How are you? One word is enough, and anybody may pass."),
    later("What stayed with you?"),
    later("What would help before you go on: a break, water, some quiet, a step outside?"),
)
"""Said, not typed; each may be passed over."""

LIKE_US = (
    later("Which of these methods have you seen here? Tell it without names."),
    later("Which gate is the lowest for us now: do people know, care, call it unjust, have somewhere to act, dare?"),
    later("What did we take for obvious that others do not see yet?"),
    later("Who would speak for us whom our neighbors trust? Has anybody asked them?"),
    later("Whose yes would we need, and who would carry the risk?"),
    later("Who is answerable here that nobody names?"),
)
"""For the people in the room. What is said here stays in the room: nothing of it is kept."""

MODEL = (
    later("What would have gone otherwise where you live?"),
    later("Which choice was missing?"),
    later("Which number would you change, and what do you know that the model does not?"),
)
"""To criticize the game itself."""


class Moment(NamedTuple):
    """One round of the play: what they did, what was done, and what it moved."""

    link: Link
    """Round, time, scene, the move, how it turned out and because of what, methods answered and not, cost, support."""
    methods: tuple[MethodView, ...]
    """What the perpetrators did when the round opened."""
    beside: tuple[str, ...]
    """What happened beside the move, before it: people asked, injects. A sentence each."""
    moved: tuple[Shift, ...]
    """The numbers that the move moved, with every reason."""


class DebriefView(NamedTuple):
    """Everything that the debrief of a play shows."""

    scenario: str
    """Id of the scenario."""
    title: str
    place: str
    parts: tuple[tuple[str, str], ...]
    """(id, name) of the parts that this debrief has, in order. `elsewhere` and `plan` are filled by who shows it."""
    feelings: tuple[str, ...]
    ending: EndingView
    """How it ended, with the plane, costs, gains, audiences, questions, checklist and history."""
    timeline: tuple[Moment, ...]
    funnel: tuple[FunnelAt, ...]
    """The opening, then after each round."""
    why: Why
    overlooked: tuple[Overlooked, ...]
    decisions: tuple[Decision, ...]
    """Every decision with what each other open choice would have led to."""
    how: str
    """How the other choices were worked out."""
    like_us: tuple[str, ...]
    model: tuple[str, ...]
    table: TableTold | None
    """What a table of many adds; None where one person or one voice played."""
    level: str = WHOLE
    """How much of what is heavy is told; see `views.intensity`."""


def debrief_view(session: Session, table: Table | None = None) -> DebriefView:
    """The debrief of a play as it stands now, over or not. A long play with all its alternatives takes some 50 ms."""
    rules, turns = session.rules, session.turns()
    ending = ending_view(session)
    found = decisions(rules, turns)
    missed = overlooked(rules, turns) if ending.chain else ()
    told = table_told(rules, turns, table) if table and table.told else None
    has = {
        "overlooked": missed,
        "otherwise": any(decision.ways for decision in found),
        "table": told,
        "questions": ending.questions or ending.checklist,
        "history": ending.history,
    }
    return DebriefView(
        scenario=rules.scenario.id,
        title=rules.scenario.title,
        place=rules.scenario.about.place,
        parts=tuple((part, _(name)) for part, name in PARTS.items() if has.get(part, True)),
        feelings=tuple(_(prompt) for prompt in FEELINGS),
        ending=ending,
        timeline=timeline(rules, turns, ending.chain),
        funnel=funnel_over_time(rules, turns),
        why=why(rules, turns, ending.chain, found),
        overlooked=missed,
        decisions=found,
        how=_(otherwise.HOW),
        like_us=tuple(_(prompt) for prompt in LIKE_US),
        model=tuple(_(prompt) for prompt in MODEL),
        table=told,
    )


def debrief_at(told: DebriefView, level: str) -> DebriefView:
    """What is told of a debrief at this level."""
    if level == WHOLE:
        return told
    ending = ending_at(told.ending, level)
    links = chain_at(tuple(moment.link for moment in told.timeline), level)
    return told._replace(
        ending=ending,
        timeline=tuple(
            moment._replace(link=link, methods=tuple(method_at(method, level) for method in moment.methods))
            for moment, link in zip(told.timeline, links, strict=True)
        ),
        why=told.why._replace(
            methods=tuple(used._replace(text=_told(used.text, level)) for used in told.why.methods),
            decisive=_decision_at(told.why.decisive, level) if told.why.decisive else None,
        ),
        decisions=tuple(_decision_at(decision, level) for decision in told.decisions),
        level=level,
    )


def _decision_at(decision: Decision, level: str) -> Decision:
    ways = (way._replace(text=_told(way.text, level), because=_told(way.because, level)) for way in decision.ways)
    return decision._replace(ways=tuple(ways))


def _told(text: str, level: str) -> str:
    return "" if level == VEILED else calmed(text)


def timeline(rules: Rules, turns: Sequence[Turn], chain: Sequence[Link]) -> tuple[Moment, ...]:
    """The rounds in order."""
    links = iter(chain)
    moments: list[Moment] = []
    beside: list[str] = []
    for turn in turns:
        if isinstance(turn.event, Play) and turn.outcome is not None:
            methods = tuple(method_view(rules, landed) for landed in turn.before.landed)
            moments.append(Moment(next(links), methods, tuple(beside), shifts(rules, turn)))
            beside = []
        else:
            beside += _beside(rules, turn)
    return tuple(moments)


def _beside(rules: Rules, turn: Turn) -> list[str]:
    match turn.event:
        case Ask(person, use):
            said = _("You asked {person} ({use}): yes.") if turn.granted else _("You asked {person} ({use}): no.")
            return [said.format(person=words.short(rules.people[person].label), use=words.use_words(rules, use))]
        case Withdraw(person, use):
            said = _("{person} took a yes back ({use}).")
            return [said.format(person=words.short(rules.people[person].label), use=words.use_words(rules, use))]
        case Throw(inject):
            return [_("It happened besides: {inject}.", inject=rules.injects[inject].title)]
    return []
