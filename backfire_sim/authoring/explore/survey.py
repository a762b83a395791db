"""What an author, or a tool, asks of a scenario: what is reached, and the shortest way there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from backfire_sim.authoring.explore.conditions import CLASSES
from backfire_sim.authoring.explore.limits import Limits, Progress
from backfire_sim.authoring.explore.reading import Reading
from backfire_sim.authoring.explore.trail import Asked, Begun, TakenBack, Thrown
from backfire_sim.authoring.explore.traversal import Traversal, traverse
from backfire_sim.authoring.walk import PathError, Way, event_of, walk
from backfire_sim.engine.events import IllegalEventError
from backfire_sim.engine.scenario import Outcome, Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scoring.settle import outcome_class

Arrived = Callable[[Session], bool]
"""Whether a play stands where a way was to lead."""

MOST_SEEDS = 2_000
"""Seeds tried for one under which chance falls as a way needs it."""


def survey(
    scenario: Scenario, limits: Limits | None = None, progress: Progress | None = None, *, ends: bool = True
) -> Survey:
    """Look at every state of a scenario within the limits.

    First by what decides where plays go, which mostly has few states; then by everything, for endings and classes.
    Without `ends` the second, which can take long, is left out: scenes, moves and the ways to them are all there.
    """
    limits = limits or Limits()
    reading = Reading(scenario.rules)
    paths = traverse(reading, limits, reading.guards, progress)
    return Survey(scenario, paths, traverse(reading, limits, None, progress) if ends else None)


class Survey:
    """What was reached within the limits of a survey."""

    def __init__(self, scenario: Scenario, paths: Traversal, ends: Traversal | None) -> None:
        self._scenario = scenario
        self._paths = paths
        self._ends = ends or paths
        self.complete = paths.complete
        """Whether every way through the scenes was looked at; if not, what is missing was only not reached."""
        self.complete_to_the_end = self._ends.complete and ends is not None
        """Whether every state was looked at, so that an ending or a class that is missing is never reached."""
        self.states = paths.states
        names = paths.tables
        self.scenes: Mapping[str, int] = dict.fromkeys(scenario.scenes, 0)
        """States in which each scene was open."""
        self.scenes = {**self.scenes, **dict(zip(names.scenes, paths.reached.tolist(), strict=True))}
        self.moves: Mapping[str, int] = {
            f"{scene}.{move}": count for (scene, move), count in zip(names.moves, paths.open_in.tolist(), strict=True)
        }
        """States in which each move, as `scene.move`, was open."""
        arrivals = self._ends.arrivals
        self.endings: Mapping[str, int] = {
            ending: int(count)
            for (ending, _), count in zip(self._ends.tables.endings, arrivals.sum(axis=1), strict=True)
        }
        """Arrivals at each ending."""
        self.outcomes: Mapping[str, int] = dict(zip(CLASSES, arrivals.sum(axis=0).tolist(), strict=True))

    def ways_to(self, scene: str, most: int = 5) -> list[Way]:
        """The shortest way to a scene, and further ones to states that differ from each other."""
        if not self.scenes.get(scene):
            return []
        states = self._paths.trail.states_in(scene)
        spread = [states[n * (len(states) - 1) // max(1, most - 1)] for n in range(most)] if len(states) > 1 else states
        ways = [found for state in dict.fromkeys(int(s) for s in spread) if (found := self._way(state))]
        return list(dict.fromkeys(ways))[:most]

    def way_to_ending(self, ending: str) -> Way | None:
        """A shortest way to an ending; None if none was found."""
        place = next((n for n, (name, _) in enumerate(self._ends.tables.endings) if name == ending), None)
        last = None if place is None else self._ends.end_of.get(place)
        return self._end(last, lambda session: session.position.ending == ending)

    def way_to_outcome(self, outcome: str) -> Way | None:
        """A shortest way to an outcome class; None if none was found."""
        last = self._ends.class_of.get(CLASSES.index(outcome))
        return self._end(last, lambda session: session.over and outcome_class(session.position.values) == outcome)

    def _end(self, last: tuple[int, int] | None, there: Arrived) -> Way | None:
        return None if last is None else way_of(self._scenario, self._ends, last[0], there, last=last[1])

    def _way(self, state: int) -> Way | None:
        scene = self._paths.trail.scene_of(state)
        return way_of(self._scenario, self._paths, state, lambda session: session.position.scene == scene)


def way_of(
    scenario: Scenario, taken: Traversal, state: int, arrived: Arrived, *, last: int | None = None
) -> Way | None:
    """The way to a state, and one more move if asked.

    Where chance decides on the way, it is the way under the first seed with which it arrives. None if none does, or
    if somebody has to take a yes back on the way, which no step says.
    """
    way = plain_way(taken, state, last=last)
    if way is None:
        return None
    drawn = taken.trail.drawn_on_the_way(state)
    chance = bool(drawn) or (last is not None and taken.tables.ready_moves[last].draws_by_chance)
    for seed in range(MOST_SEEDS if chance else 1):
        session = _fallen_so(scenario, replace(way, seed=seed) if chance else way, drawn)
        if session is not None and arrived(session):
            return Way(way.steps, way.prepare, (), seed)
        if session is not None and last is None:
            break  # chance fell as it had to, and yet this is another place
    return None


def _fallen_so(scenario: Scenario, way: Way, drawn: Mapping[int, Collection[Outcome]]) -> Session | None:
    """The play that a way leads to, if chance falls at each of its steps as it has to."""
    try:
        session = walk(scenario, replace(way, steps=()))
        for number, step in enumerate(way.steps):
            turn = session.play(event_of(step))
            if turn is None or (number in drawn and turn.outcome not in drawn[number]):
                return None
    except (PathError, IllegalEventError):
        return None
    return session


def plain_way(taken: Traversal, state: int, *, last: int | None = None) -> Way | None:
    """The same as steps, with no thought of chance; None if somebody has to take a yes back on the way."""
    prepared: tuple[str, ...] = ()
    steps: list[str] = []
    for step in [*taken.trail.steps_to(state), *([] if last is None else [last])]:
        match step:
            case Begun(options):
                prepared = options
            case Asked(person, use):
                steps.append(f"ask:{person}.{use}")
            case Thrown(inject):
                steps.append(f"inject:{inject}")
            case TakenBack():
                return None
            case int():
                steps.append(".".join(taken.tables.moves[step]))
    return Way(tuple(steps), prepared)
