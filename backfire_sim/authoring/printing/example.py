"""A round of the scenario itself, played by the engine, to be followed with pencil and tables."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backfire_sim.authoring.printing.effects import EVERYONE
from backfire_sim.authoring.printing.numbering import Numbering, letters
from backfire_sim.authoring.printing.tables import Sums, pressures
from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import WAIT, Play, Prepare
from backfire_sim.engine.position import PREPARING, Landed
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scoring import board as b
from backfire_sim.scoring.settle import funnel
from backfire_sim.scoring.vocabulary import COSTS, label
from backfire_sim.views.consequence import Shift, shifts
from backfire_sim.views.play import method_view
from backfire_sim.views.words import place

_TEACHES = {"voice": 3, "answer": 3, "given_back": 3, "effect": 1, "outcome": 1}
_DISTRACTS = {"consent": -20, "breach": -20}
"""What a first example had better show, and what not."""


class LandedLine(NamedTuple):
    """A method that landed."""

    number: str
    kind: str
    written: int
    strength: int
    softened: str
    took: tuple[str, ...]
    """`1 from Courage`, `2 from Dignity (Neighbors; Shops)`."""
    besides: str
    """What else it moved: `Care −1`; may be empty."""


class AudienceLine(NamedTuple):
    """How an audience settled."""

    label: str
    gates: tuple[int, int, int]
    product: int
    outraged: int
    support_before: int
    support: int
    acting: int


class CostLine(NamedTuple):
    """How a cost settled."""

    label: str
    sums: Sums
    pressure: int
    ceiling: int
    before: int
    after: int

    @property
    def missing(self) -> int:
        """What is missing to the ceiling."""
        return self.ceiling - self.before


class Example(NamedTuple):
    """One round, from the opening of the first scene to the next."""

    scene: int
    scene_title: str
    prepared: tuple[str, ...]
    """Preparation cards, such as `P1 (Train four people to film)`."""
    landed: tuple[LandedLine, ...]
    card: str
    card_label: str
    response: str
    mark: str
    """Which outcome happened; empty where there is only one."""
    shifts: tuple[Shift, ...]
    courage_before: int
    care: int
    momentum: int
    courage: int
    audiences: tuple[AudienceLine, ...]
    costs: tuple[CostLine, ...]
    to: int

    @property
    def steadiness(self) -> int:
        """Momentum times courage."""
        return self.momentum * self.courage


def example(rules: Rules, numbering: Numbering) -> Example:
    """The round of the first scene that shows most of the rules."""
    played = max(_candidates(rules.scenario), key=_worth)
    turns = played.turns()
    turn = turns[-1]
    assert isinstance(turn.event, Play)
    scene, moved, settled = turn.before.scene, turn.moved, turn.settled
    ready = rules.scene(scene).moves[turn.event.move]
    place_of_outcome = next(n for n, each in enumerate(ready.outcomes) if each.outcome is turn.outcome)
    sums = pressures(rules.scenario.audiences)
    return Example(
        scene=numbering.scene(scene),
        scene_title=rules.scenario.scenes[scene].title,
        prepared=tuple(_prepared(rules, numbering, turns)),
        landed=tuple(_landed(rules, numbering, method) for method in turn.before.landed),
        card=numbering.move(scene, turn.event.move),
        card_label=ready.move.label,
        response=label(ready.move.response) if ready.move.response else "",
        mark=letters(place_of_outcome).lower() if len(ready.outcomes) > 1 else "",
        shifts=shifts(rules, turn),
        courage_before=moved[b.COURAGE],
        care=settled[b.CARE],
        momentum=settled[b.MOMENTUM],
        courage=settled[b.COURAGE],
        audiences=tuple(_audiences(rules, moved, settled)),
        costs=tuple(
            CostLine(
                label(cost),
                sums[cost],
                settled[b.PRESSURE + k],
                settled[b.CEILING + k],
                moved[b.COST + k],
                settled[b.COST + k],
            )
            for k, cost in enumerate(COSTS)
        ),
        to=numbering.scene(ready.outcomes[place_of_outcome].outcome.goto),
    )


def _candidates(scenario: Scenario) -> Iterator[Session]:
    """Every move of the first scene, with nothing prepared and with something that answers its methods."""
    for options in ((), *_fitting(scenario)):
        opened = _opened(scenario, options)
        for move in opened.legal_moves():
            session = _opened(scenario, options)
            session.play(Play(session.position.scene, move))
            yield session


def _opened(scenario: Scenario, options: tuple[str, ...]) -> Session:
    session = Session(scenario)
    if session.position.phase == PREPARING:
        session.play(Prepare(options))
    return session


def _fitting(scenario: Scenario) -> Iterator[tuple[str, ...]]:
    """Each preparation that answers a method of the first scene, alone."""
    used = {method.uses for method in scenario.scenes[scenario.first].methods}
    if scenario.preparation is not None and scenario.preparation.choose:
        for option in scenario.preparation.options:
            if not used.isdisjoint(option.answers):
                yield (option.id,)


def _worth(session: Session) -> int:
    """How much of the rules a round shows; the first of the best is taken."""
    turn = session.turns()[-1]
    assert isinstance(turn.event, Play)
    causes = {step.cause for step in turn.steps}
    shown = sum((_TEACHES | _DISTRACTS).get(cause, 0) for cause in causes)
    shown += 2 * any(method.softened for method in turn.before.landed)
    shown += sum(turn.settled[b.COST + k] > turn.moved[b.COST + k] for k in range(len(COSTS)))
    return shown - 5 * (turn.event.move == WAIT)


def _prepared(rules: Rules, numbering: Numbering, turns: Iterable[Turn]) -> Iterator[str]:
    for turn in turns:
        if isinstance(turn.event, Prepare):
            for option in turn.event.options:
                yield f"{numbering.option(option)} ({rules.options[option].label})"


def _landed(rules: Rules, numbering: Numbering, landed: Landed) -> LandedLine:
    seen = method_view(rules, landed)
    took: dict[tuple[str, int], list[str]] = {}
    for at, steps in landed.taken:
        whose, what = place(rules, at)
        took.setdefault((what, steps), []).append(whose)
    return LandedLine(
        number=numbering.method(landed.scene, landed.method),
        kind=label(landed.uses),
        written=landed.written,
        strength=landed.strength,
        softened=seen.softened,
        took=tuple(f"{steps} from {what}{_among(rules, whose)}" for (what, steps), whose in took.items() if steps),
        besides=seen.besides,
    )


def _among(rules: Rules, whose: list[str]) -> str:
    """Audiences in parentheses; nothing for what is the group's own."""
    if not whose[0]:
        return ""
    return f" ({EVERYONE if len(whose) == len(rules.scenario.audiences) else '; '.join(whose)})"


def _audiences(rules: Rules, moved: tuple[int, ...], settled: tuple[int, ...]) -> Iterator[AudienceLine]:
    for n, (audience, base) in enumerate(zip(rules.scenario.audiences, rules.board.bases, strict=True)):
        visibility, dignity, meaning = settled[base : base + 3]
        left = funnel(rules.board, settled, n).left
        yield AudienceLine(
            audience.label,
            (visibility, dignity, meaning),
            visibility * dignity * meaning,
            left[2],
            moved[base + 3],
            settled[base + 3],
            left[4],
        )
