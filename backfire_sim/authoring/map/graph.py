"""A scenario as its author thinks of it: scenes in rounds, the ways between them, what has to hold on each.

One neutral value that every way of drawing reads: frozen, comparable, in the author's order, without colors or places.
Every text in it is one line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from backfire_sim.authoring.map.rounds import earliest, openings, rounds
from backfire_sim.engine.scenario import END, Method, Outcome, Scenario, Scene
from backfire_sim.scenario.condition_text import as_line
from backfire_sim.text import one_line

NOWHERE = 0
"""The round of a scene that nothing leads to."""


class Landing(NamedTuple):
    """A method that lands where its scene opens."""

    id: str
    uses: str
    technique: str
    strength: int
    until_answered: bool
    when: str


class Goto(NamedTuple):
    """One way on: a move, or one of the ways it can turn out."""

    scene: str
    move: str
    number: int
    """Which of the move's outcomes, from 0."""
    of: int
    """How many the move has."""
    target: str
    response: str
    """Empty for waiting."""
    label: str
    when: str
    """What has to hold for the move to be seen, as the author writes it."""
    needs: str
    """What has to hold for the move to be open."""
    turns: str
    """When this is how it turns out: `if care >= 6`, `odds 3 of 4`, `otherwise`; empty where it always is."""

    @property
    def key(self) -> str:
        """`scene.move`, as conditions, paths and counts name it."""
        return f"{self.scene}.{self.move}"

    @property
    def waits(self) -> bool:
        """Whether the group does nothing."""
        return not self.response


class Edge(NamedTuple):
    """All ways from one scene to another."""

    source: str
    target: str
    gotos: tuple[Goto, ...]
    back: bool
    """It closes a loop."""

    @property
    def waits(self) -> bool:
        """Whether only doing nothing leads this way."""
        return all(goto.waits for goto in self.gotos)

    def by_move(self) -> list[tuple[Goto, ...]]:
        """The ways, those of one move together."""
        return [tuple(gotos) for _, gotos in groupby(self.gotos, key=lambda goto: goto.move)]


class Stop(NamedTuple):
    """A scene on the map."""

    id: str
    title: str
    time: str
    round: int
    """The last round in which it can open, loops aside; 0 if nothing leads to it."""
    earliest: int
    """The first one; 0 if nothing leads to it."""
    depth: int
    """How far down it stands: its round, or what would be its round among the scenes that nothing leads to."""
    methods: tuple[Landing, ...]
    edges: tuple[Edge, ...]
    """Where it leads, in the order of the moves."""

    @property
    def reached(self) -> bool:
        """Whether moves lead here from the opening."""
        return self.round != NOWHERE


class Readied(NamedTuple):
    """Something that can be got ready beforehand."""

    id: str
    response: str
    label: str


class Finish(NamedTuple):
    """An ending."""

    id: str
    title: str
    when: str
    """Empty for the last, which is for all that is left."""


class Graph(NamedTuple):
    """The whole map."""

    id: str
    title: str
    first: str
    choose: int
    """How many of the options can be got ready."""
    options: tuple[Readied, ...]
    stops: tuple[Stop, ...]
    """In the author's order."""
    endings: tuple[Finish, ...]
    rounds: int
    """How many there are, loops aside."""

    @property
    def edges(self) -> Iterator[Edge]:
        """All edges, in the author's order."""
        return (edge for stop in self.stops for edge in stop.edges)

    def in_rounds(self) -> dict[int, list[Stop]]:
        """The scenes that are reached, by round."""
        found: dict[int, list[Stop]] = {number: [] for number in range(1, self.rounds + 1)}
        for stop in self.stops:
            if stop.reached:
                found[stop.round].append(stop)
        return found

    def unreached(self) -> list[Stop]:
        """The scenes that nothing leads to."""
        return [stop for stop in self.stops if not stop.reached]


def graph(scenario: Scenario) -> Graph:
    """The map of a scenario."""
    facts = frozenset(scenario.facts)
    scenes = list(scenario.scenes.values())
    ways = {scene.id: _by_target(_gotos(scene, facts)) for scene in scenes}
    following = {name: [target for target in targets if target != END] for name, targets in ways.items()}
    placed = rounds([scenario.first], following)
    first = earliest(scenario.first, following)
    apart = {scene.id: None for scene in scenes if scene.id not in placed.last}
    aside = rounds(openings(list(apart), following), {id_: _among(apart, following[id_]) for id_ in apart})
    back = placed.back | aside.back
    preparation = scenario.preparation
    return Graph(
        id=scenario.id,
        title=one_line(scenario.title),
        first=scenario.first,
        choose=preparation.choose if preparation else 0,
        options=tuple(Readied(o.id, o.response, one_line(o.label)) for o in preparation.options) if preparation else (),
        stops=tuple(
            Stop(
                scene.id,
                one_line(scene.title),
                one_line(scene.time),
                placed.last.get(scene.id, NOWHERE),
                first.get(scene.id, NOWHERE),
                placed.last.get(scene.id) or aside.last[scene.id],
                tuple(_landing(method, facts) for method in scene.methods),
                tuple(
                    Edge(scene.id, target, tuple(gotos), (scene.id, target) in back)
                    for target, gotos in ways[scene.id].items()
                ),
            )
            for scene in scenes
        ),
        endings=tuple(Finish(e.id, one_line(e.title), as_line(e.when, facts)) for e in scenario.endings),
        rounds=max(placed.last.values()),
    )


def _among(known: Collection[str], names: Iterable[str]) -> list[str]:
    return [name for name in names if name in known]


def _by_target(gotos: Iterable[Goto]) -> dict[str, list[Goto]]:
    found: dict[str, list[Goto]] = {}
    for goto in gotos:
        found.setdefault(goto.target, []).append(goto)
    return found


def _gotos(scene: Scene, facts: Collection[str]) -> Iterator[Goto]:
    for move in (*scene.moves, scene.wait):
        turns = _turns(move.outcomes, facts)
        for number, (outcome, said) in enumerate(zip(move.outcomes, turns, strict=True)):
            yield Goto(
                scene=scene.id,
                move=move.id,
                number=number,
                of=len(turns),
                target=outcome.goto,
                response=move.response,
                label=one_line(move.label),
                when=as_line(move.when, facts),
                needs=as_line(move.needs, facts),
                turns=said,
            )


def _turns(outcomes: tuple[Outcome, ...], facts: Collection[str]) -> list[str]:
    """For each outcome, when it is the one that happens."""
    if len(outcomes) == 1:
        return [""]
    said: list[str] = []
    # Outcomes with odds that follow each other are one draw.
    for odds, run in groupby(outcomes, key=lambda outcome: outcome.odds > 0):
        group = list(run)
        drawn = odds and len(group) > 1
        total = sum(outcome.odds for outcome in group)
        sure = all(outcome.when is None for outcome in group)
        for outcome in group:
            words = [f"if {as_line(outcome.when, facts)}"] if outcome.when is not None else []
            if drawn:
                words.append(f"odds {outcome.odds} of {total}" if sure else f"odds {outcome.odds}")
            said.append(", ".join(words) or "otherwise")
    return said


def _landing(method: Method, facts: Collection[str]) -> Landing:
    return Landing(
        method.id,
        method.uses,
        one_line(method.technique),
        method.strength,
        method.until_answered,
        as_line(method.when, facts),
    )
