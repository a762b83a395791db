"""How a play ended and how it got there: the ending, its class, the plane, the chain of decisions, the questions."""

from typing import NamedTuple

from backfire_sim.engine.apply import Turn
from backfire_sim.engine.conditions import bind
from backfire_sim.engine.events import Play, Prepare
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.session import Session
from backfire_sim.scoring import board as b
from backfire_sim.scoring.constants import CARE_FLOOR, MEAN_COST_OF_BACKFIRE, SUPPORT_GAINED_FOR_BACKFIRE
from backfire_sim.scoring.settle import funnel, outcome_class
from backfire_sim.scoring.vocabulary import COSTS, gloss, label
from backfire_sim.speech import _, later
from backfire_sim.views import words
from backfire_sim.views.play import (
    AudienceRow,
    NumberRow,
    audience_rows,
    cost_rows,
    gain_rows,
    group_rows,
    unnamed,
)

PLAUSIBLE = later(
    "Plausible under this model, no more. No study gives the chance that a local threat backfires; "
    "the studies give direction and rough size."
)


class Point(NamedTuple):
    """Where the play stood on the plane after a round."""

    round: int
    """0 is the opening."""
    support: int
    """People of 100 who side with the movement."""
    cost: int
    """Mean of the four costs, 0 to 100, rounded down."""


class Link(NamedTuple):
    """One decision in the chain."""

    round: int
    time: str
    scene: str
    did: str
    response: str
    """One of the five R's, or empty for waiting."""
    answered: tuple[str, ...]
    """Labels of the methods it answered."""
    unanswered: tuple[str, ...]
    """Labels of the methods that landed and were not answered."""
    text: str
    because: str
    bottleneck: str
    """The gate that lost most after the round."""
    cost: int
    """What it added to the mean cost."""
    support: int
    """What it added to support; may be negative."""


class Cited(NamedTuple):
    """A statement about history with the sources it rests on, in full."""

    text: str
    sources: tuple[str, ...]


class History(NamedTuple):
    """The case file's panel."""

    year: str
    place: str
    certain: tuple[Cited, ...]
    contested: tuple[Cited, ...]


class EndingView(NamedTuple):
    """Everything the end of a play shows."""

    title: str
    text: str
    outcome: str
    """One of the outcome classes."""
    outcome_label: str
    outcome_words: str
    why: tuple[str, ...]
    """The figures that put the play in its class, one a line."""
    path: tuple[Point, ...]
    needed_support: int
    """Support from which the play would count as backfire, if the costs are there too."""
    needed_cost: int
    chain: tuple[Link, ...]
    prepared: tuple[str, ...]
    costs: tuple[NumberRow, ...]
    gains: tuple[NumberRow, ...]
    group: tuple[NumberRow, ...]
    audiences: tuple[AudienceRow, ...]
    unnamed: tuple[str, ...]
    questions: tuple[str, ...]
    checklist: tuple[str, ...]
    history: History | None
    plausible: str
    withheld: bool = False
    """Whether its words are veiled; see `views.intensity`."""


def ending_view(session: Session) -> EndingView:
    """The end of the play as it stands now; a play that was stopped early has an ending without words of its own."""
    rules, position = session.rules, session.position
    turns = session.turns()
    values, opening = position.values, rules.opening()
    ending = next((ending for ending, when in rules.endings if ending.id == position.ending), None)
    outcome = outcome_class(values)
    return EndingView(
        title=ending.title if ending else _("You stopped here"),
        text=ending.text if ending else _("The play stands where you left it."),
        outcome=outcome,
        outcome_label=label(outcome),
        outcome_words=gloss(outcome),
        why=why_this_class(values),
        path=path(rules, turns),
        needed_support=min(100, values[b.SUPPORT_AT_START] + SUPPORT_GAINED_FOR_BACKFIRE),
        needed_cost=MEAN_COST_OF_BACKFIRE,
        chain=chain(rules, turns),
        prepared=tuple(
            rules.options[option].label
            for turn in turns
            if isinstance(turn.event, Prepare)
            for option in turn.event.options
        ),
        costs=cost_rows(rules, values, opening),
        gains=gain_rows(values, opening),
        group=group_rows(rules, values, opening),
        audiences=audience_rows(rules, values, opening),
        unnamed=unnamed(rules, values),
        questions=tuple(q.ask for q in rules.scenario.debrief if bind(q.when, rules.layout)(values)),
        checklist=rules.scenario.sheet.checklist,
        history=history(rules),
        plausible=_(PLAUSIBLE),
    )


def mean_cost(values: tuple[int, ...]) -> int:
    """Mean of the four costs, 0 to 100, rounded down."""
    return sum(values[b.COST : b.COST + len(COSTS)]) // len(COSTS)


def why_this_class(values: tuple[int, ...]) -> tuple[str, ...]:
    """The figures that decided the class, in words."""
    gained = values[b.SUPPORT] - values[b.SUPPORT_AT_START]
    said = [
        _(
            "Mean cost to the perpetrators: {cost} of 100 ({high} or more counts as high).",
            cost=mean_cost(values),
            high=MEAN_COST_OF_BACKFIRE,
        ),
        _(
            "Support gained since the opening: {gained} of 100 people ({much} or more counts).",
            gained=gained,
            much=SUPPORT_GAINED_FOR_BACKFIRE,
        ),
        _(
            "Care for your own people: {care} of 10 (below {floor} is too little).",
            care=values[b.CARE],
            floor=CARE_FLOOR,
        ),
        _(
            "Evidence on record: {evidence} of 5. Momentum: {momentum} of 10. Courage: {courage} of 10.",
            evidence=values[b.EVIDENCE],
            momentum=values[b.MOMENTUM],
            courage=values[b.COURAGE],
        ),
    ]
    if values[b.BROKEN_CONSENTS]:
        said.append(_("Consents broken: {count}.", count=values[b.BROKEN_CONSENTS]))
    if values[b.BREACHES]:
        said.append(_("Breaches of your own discipline: {count}.", count=values[b.BREACHES]))
    return tuple(said)


def path(rules: Rules, turns: list[Turn]) -> tuple[Point, ...]:
    """The way over the plane: the opening, then a point after each round."""
    opening = rules.opening()
    points = [Point(0, opening[b.SUPPORT], mean_cost(opening))]
    for turn in turns:
        if turn.settled:
            points.append(Point(len(points), turn.settled[b.SUPPORT], mean_cost(turn.settled)))
    return tuple(points)


def chain(rules: Rules, turns: list[Turn]) -> tuple[Link, ...]:
    """The decisions in order, each with what it answered and what it added."""
    links: list[Link] = []
    for turn in turns:
        if not isinstance(turn.event, Play) or turn.outcome is None:
            continue
        scene = rules.scenario.scenes[turn.event.scene]
        move = rules.scene(scene.id).moves[turn.event.move].move
        answered = dict.fromkeys(label(method.uses) for method in turn.answered)
        landed = dict.fromkeys(label(method.uses) for method in turn.before.landed)
        links.append(
            Link(
                round=len(links) + 1,
                time=scene.time,
                scene=scene.title,
                did=words.move_words(move),
                response=move.response,
                answered=tuple(answered),
                unanswered=tuple(method for method in landed if method not in answered),
                text=turn.outcome.text,
                because=turn.outcome.because,
                bottleneck=label(funnel(rules.board, turn.settled).bottleneck),
                cost=mean_cost(turn.settled) - mean_cost(turn.before.values),
                support=turn.settled[b.SUPPORT] - turn.before.values[b.SUPPORT],
            )
        )
    return tuple(links)


def history(rules: Rules) -> History | None:
    """The case file's panel with its sources written out."""
    case_file, sources = rules.scenario.case_file, rules.scenario.sources
    if case_file is None:
        return None
    certain, contested = (
        tuple(Cited(finding.text, tuple(sources[source] for source in finding.sources)) for finding in findings)
        for findings in (case_file.certain, case_file.contested)
    )
    return History(case_file.year, case_file.place, certain, contested)
