"""Everything that is printed of one scenario, as data, and the page that it makes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from backfire_sim.authoring.printing import guide, tables
from backfire_sim.authoring.printing.boards import Boards, boards
from backfire_sim.authoring.printing.effects import Effect
from backfire_sim.authoring.printing.example import Example, example
from backfire_sim.authoring.printing.numbering import Numbering
from backfire_sim.authoring.printing.rules import gate_rows, outcome_rows, rate
from backfire_sim.documents.page import page
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scoring import constants
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS, GATE_OF_METHOD, label
from backfire_sim.views.ending import PLAUSIBLE, History, history

TEMPLATES = Path(__file__).parent / "templates"
"""The templates of what is printed."""

MOST_TOOK = 40
"""Most tokens for what methods took that are printed."""

ROUNDS = 8
"""Rounds that there are sheets for; who needs more copies one."""


class Token(NamedTuple):
    """A token to cut out."""

    name: str
    whose: str
    copies: int = 1
    flat: bool = False
    """For a board of a hundred squares."""


class Pack(NamedTuple):
    """Everything a table needs to play one scenario on paper."""

    scenario: Scenario
    scenes: list[guide.SceneGuide]
    options: list[guide.OptionGuide]
    people: list[guide.PersonGuide]
    injects: list[guide.InjectGuide]
    endings: list[guide.EndingGuide]
    questions: list[guide.QuestionGuide]
    boards: Boards
    example: Example
    history: History | None
    tokens: list[Token]

    @property
    def methods(self) -> list[guide.MethodGuide]:
        """Every method, for its card."""
        return [method for scene in self.scenes for method in scene.methods]

    @property
    def moves(self) -> list[guide.MoveGuide]:
        """Every move that has a card of its own: waiting has one for all scenes."""
        return [move for scene in self.scenes for move in scene.moves if move.response]


def pack(scenario: Scenario) -> Pack:
    """What is printed of a scenario."""
    rules, numbering = scenario.rules, Numbering(scenario)
    scenes = guide.scenes(rules, numbering)
    options = guide.options(rules, numbering)
    injects = guide.injects(rules, numbering)
    moved = {number.what for each in _effects(scenes, options, injects) for number in each.numbers}
    made = boards(rules, moved)
    return Pack(
        scenario=scenario,
        scenes=scenes,
        options=options,
        people=guide.people(rules, numbering),
        injects=injects,
        endings=guide.endings(rules, numbering),
        questions=guide.questions(rules, numbering),
        boards=made,
        example=example(rules, numbering),
        history=history(rules),
        tokens=list(_tokens(scenario, made)),
    )


def printed(scenario: Scenario) -> str:
    """The whole pack as one page of HTML."""
    factor, digits = rate()
    return page(
        "pack.html",
        ("pack.css",),
        title=scenario.title,
        language=scenario.language,
        folder=TEMPLATES,
        pack=pack(scenario),
        about=scenario.about,
        c=constants,
        gates=gate_rows(),
        outcomes=outcome_rows(),
        factor=factor,
        digits=digits,
        products=tables.products(),
        who_act=tables.who_act(),
        support_moves=tables.support_moves(),
        cost_growth=tables.cost_growth(),
        sums=tables.adding_up(scenario.audiences),
        costs=COSTS,
        rounds=ROUNDS,
        plausible=PLAUSIBLE,
    )


def _effects(
    scenes: list[guide.SceneGuide], options: list[guide.OptionGuide], injects: list[guide.InjectGuide]
) -> Iterator[Effect]:
    for scene in scenes:
        yield from (method.effect for method in scene.methods)
        yield from (outcome.effect for move in scene.moves for outcome in move.outcomes)
    yield from (option.effect for option in options)
    yield from (inject.effect for inject in injects)


def _tokens(scenario: Scenario, made: Boards) -> Iterator[Token]:
    """One token for each track, then those that mark what happened."""
    for audience in made.audiences:
        for track in audience.tracks:
            yield Token(track.label, audience.label)
        yield Token(label("support"), audience.label, flat=True)
    for track in (*made.group, *made.counters):
        yield Token(track.label, "")
    for cost in made.costs:
        yield Token(cost.label, "cost", flat=True)
        yield Token(cost.label, "ceiling", flat=True)
    yield Token("Took", "by card ____", min(MOST_TOOK, _most_taken(scenario)))
    yield Token("Stands", "until answered", 3)


def _most_taken(scenario: Scenario) -> int:
    """In how many places the methods of one scene can take something."""
    everyone = len(scenario.audiences)
    return max(
        sum(
            len(method.reaches) or everyone if GATE_OF_METHOD[method.uses] in AUDIENCE_GATES else 1
            for method in scene.methods
        )
        for scene in scenario.scenes.values()
    )
