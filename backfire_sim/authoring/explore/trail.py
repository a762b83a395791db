"""What a walk over the states leaves behind: how each state was come to, and every way from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.conditions import Flags
from backfire_sim.authoring.explore.tables import Indices, Tables
from backfire_sim.engine.scenario import Outcome

NO_PARENT = -1
"""The parent of a state with which plays begin."""


class Begun(NamedTuple):
    """How a state without a parent came about."""

    prepared: tuple[str, ...]


class Asked(NamedTuple):
    """A state came from another one because somebody was asked."""

    person: str
    use: str


class Thrown(NamedTuple):
    """A state came from another one because an inject was thrown."""

    inject: str


class TakenBack(NamedTuple):
    """A state came from another one because somebody took a yes back; no step of a path says that."""

    person: str
    use: str


Happening = Asked | Thrown | TakenBack
"""What may happen in a scene beside the moves of the group."""


class Edges(NamedTuple):
    """Ways from states to states; an end is state -1."""

    sources: NDArray[np.int64]
    targets: NDArray[np.int64]
    by: NDArray[np.int32]
    """The outcome, by number; below 0: what happened, -1 the first of `Trail.happenings`."""


class Trail:
    """Everything by which a state can be come to again."""

    def __init__(self, tables: Tables, prepared: Sequence[tuple[str, ...]], happenings: Sequence[Happening]) -> None:
        self._tables = tables
        self._prepared = prepared
        self.happenings = happenings
        """What may happen in every scene, beside its moves."""
        self.edges: list[Edges] = []
        self._parents: list[NDArray[np.int64]] = []
        self._steps: list[NDArray[np.int32]] = []
        self._scenes: list[NDArray[np.int32]] = []
        self._quiet: list[Flags] = []
        self._only_waiting: list[NDArray[np.int64]] = []

    def add(self, parents: NDArray[np.int64], steps: NDArray[np.int32], scenes: Indices, quiet: Flags) -> None:
        """More states, each with the one it came from, how, the scene that is open, and whether no method landed."""
        self._parents.append(parents)
        self._steps.append(steps)
        self._scenes.append(scenes.astype(np.int32))
        self._quiet.append(quiet)

    def note_only_waiting(self, states: NDArray[np.int64]) -> None:
        """States in which nothing but waiting is open, though the scene has moves."""
        self._only_waiting.append(states)

    @property
    def only_waiting(self) -> NDArray[np.int64]:
        """The states in which nothing but waiting is open, though the scene has moves; the nearest first."""
        return np.asarray(_all(self._only_waiting), dtype=np.int64)

    def scene_of(self, state: int) -> str:
        """The scene that is open in a state."""
        return self._tables.scenes[int(_all(self._scenes)[state])]

    def scenes_of(self, states: Indices) -> Indices:
        """The numbers of the scenes that are open in these states."""
        return np.asarray(_all(self._scenes)[states], dtype=np.intp)

    def states_in(self, scene: str) -> Indices:
        """Every state in which a scene is open, the nearest first."""
        return np.flatnonzero(_all(self._scenes) == self._tables.scene_number[scene])

    def quiet(self, states: Indices) -> Flags:
        """In which of these states no method has landed."""
        return np.asarray(_all(self._quiet)[states], dtype=np.bool_)

    def parent_of(self, state: int) -> int:
        """The state from which a state was first come to; below 0 for those with which plays begin."""
        return int(_all(self._parents)[state])

    def steps_to(self, state: int) -> list[Begun | Happening | int]:
        """How a state is come to: how it began, then each question, inject and move (by number), in order."""
        parents, steps = _all(self._parents), _all(self._steps)
        back: list[Begun | Happening | int] = []
        while state >= 0:
            back.append(self._step(int(steps[state]), int(parents[state])))
            state = int(parents[state])
        return back[::-1]

    def drawn_on_the_way(self, state: int) -> dict[int, list[Outcome]]:
        """By step of the way to a state, after the beginning: the outcomes it may have, where chance decides."""
        tables = self._tables
        steps = [step for step in self.steps_to(state) if not isinstance(step, Begun)]
        found: dict[int, list[Outcome]] = {}
        for number in range(len(steps) - 1, -1, -1):
            step, parent = steps[number], self.parent_of(state)
            if isinstance(step, int) and tables.ready_moves[step].draws_by_chance:
                first, end = tables.first_outcome[step : step + 2]
                between = [edges.by[(edges.sources == parent) & (edges.targets == state)] for edges in self.edges]
                by = np.unique(np.concatenate(between))
                own = by[(by >= first) & (by < end)].tolist()
                found[number] = [tables.ready_outcomes[outcome].outcome for outcome in own]
            state = parent
        return found

    def _step(self, step: int, parent: int) -> Begun | Happening | int:
        if parent == NO_PARENT:
            return Begun(self._prepared[step])
        return step if step >= 0 else self.happenings[-step - 1]


def joined(edges: Sequence[Edges]) -> Edges:
    """All edges as one."""
    return Edges(*(np.concatenate(parts) for parts in zip(*edges, strict=True)))


def _all(parts: list[NDArray[np.int64]] | list[NDArray[np.int32]] | list[Flags]) -> NDArray[np.int64]:
    """The parts as one, from now on."""
    if len(parts) > 1:
        parts[:] = [np.concatenate(parts)]
    return parts[0] if parts else np.zeros(0, dtype=np.int64)  # type: ignore[return-value]
