"""Every way a scenario can go, round by round: how likely each is under each strategy, and what each choice leads to.

States of one round that nothing tells apart any more are one. Forwards, each strategy's plays flow through the states;
backwards, every state learns what the best, the worst and a random way to go on lead to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.asking import ask_everybody
from backfire_sim.authoring.explore.chances import forks
from backfire_sim.authoring.explore.conditions import Columns, classes
from backfire_sim.authoring.explore.keys import Keys, first_of_each
from backfire_sim.authoring.explore.limits import Clock, Limits, Progress
from backfire_sim.authoring.explore.rounds import (
    Shape,
    at_end,
    ended,
    open_moves,
    open_scenes,
    opening,
    play,
    shape_of,
)
from backfire_sim.authoring.explore.sample import Choice, preparations, prepare
from backfire_sim.authoring.explore.tables import Indices, Tables, longest
from backfire_sim.authoring.playtest.strategies import Strategy, preparation_sets
from backfire_sim.authoring.playtest.worth import BACKFIRE, figures, worth

CHUNK = 2048
MOST_ROUNDS = 60
FAR_TOO_MANY = 20
"""How many times more states than allowed may be foreseen before it is not worth going on."""
Amounts = NDArray[np.float64]


class Choices(NamedTuple):
    """Everything that can be chosen in the states of one round."""

    state: NDArray[np.int32]
    move: NDArray[np.int32]
    fork: NDArray[np.int32]
    """By way it may turn out: which choice it belongs to."""
    odds: Amounts
    into: NDArray[np.int32]
    """By way it may turn out: the state of the next round, or -1 - the end."""


class Round(NamedTuple):
    """The states of one round."""

    scenes: NDArray[np.int32]
    choices: Choices
    flow: NDArray[np.float64]
    """[strategy, state]: the share of that strategy's plays that pass."""
    taken: NDArray[np.float64]
    """[strategy, choice]: the share of its plays that choose this here."""


class Ends(NamedTuple):
    """Every way in which plays end."""

    classes: NDArray[np.int8]
    endings: NDArray[np.int16]
    worth: Amounts
    share: NDArray[np.float64]
    """[strategy, end]: share of that strategy's plays."""
    finals: dict[str, Amounts]
    """Mean cost, support gained and other figures by name."""


class TooLargeError(Exception):
    """There are more states than the limits allow; a sample will have to do."""


class Played:
    """All plays of a scenario in which people are always asked, or never."""

    def __init__(
        self,
        tables: Tables,
        strategies: Sequence[Strategy],
        limits: Limits,
        *,
        asks: bool,
        progress: Progress | None = None,
    ) -> None:
        self.tables = tables
        self.strategies = [strategy for strategy in strategies if asks in strategy.asks]
        self.asks = asks
        self.shape: Shape = shape_of(tables, tables.most_standing)
        self._keys = Keys(self.shape)
        self._limits, self._clock = limits, Clock(limits.seconds)
        self._longest = longest(tables) or MOST_ROUNDS
        self.sets = preparations(tables.rules)
        self.rounds: list[Round] = []
        self.states = 0
        self._ends: list[
            tuple[NDArray[np.int8], NDArray[np.int16], Amounts, NDArray[np.float64], dict[str, Amounts]]
        ] = []
        self._end_count = 0
        self._forwards(progress)
        self.ends = self._gathered()

    # -- Forwards ----------------------------------------------------------------------------------------------

    def _forwards(self, progress: Progress | None) -> None:
        columns, scenes, flow = self._begin()
        sizes: list[int] = []
        while len(scenes):
            self.states += len(scenes)
            sizes.append(len(scenes))
            if self._too_many(sizes) or len(sizes) > MOST_ROUNDS or self._clock.over:
                raise TooLargeError
            found: list[tuple[Columns, Indices, NDArray[np.float64], Choices, NDArray[np.float64]]] = []
            for start in range(0, len(scenes), CHUNK):
                part = slice(start, start + CHUNK)
                found.append(self._expand(columns[:, part].astype(np.int32), scenes[part], flow[:, part], start))
                if progress is not None:
                    progress(self.states)
            columns, next_scenes, next_flow = self._keep(scenes, flow, found)
            scenes, flow = next_scenes, next_flow

    def _begin(self) -> tuple[Columns, Indices, NDArray[np.float64]]:
        columns = opening(self.shape, len(self.sets))
        prepare(self.shape, columns, self.sets)
        scenes = np.zeros(len(self.sets), dtype=np.intp)
        flow = np.zeros((len(self.strategies), len(self.sets)))
        for number, strategy in enumerate(self.strategies):
            chosen = preparation_sets(self.tables.rules, strategy)
            for options in chosen:
                flow[number, self.sets.index(options)] += 1 / len(chosen) / len(strategy.asks)
        return self._open(columns, scenes), scenes, flow

    def _open(self, columns: Columns, scenes: Indices) -> Columns:
        open_scenes(self.shape, columns, scenes)
        if self.asks:
            ask_everybody(self.tables, columns, np.ones(columns.shape[1], dtype=np.bool_))
        self._keys.forget(columns, scenes)
        return columns

    def _expand(
        self, columns: Columns, scenes: Indices, flow: NDArray[np.float64], start: int
    ) -> tuple[Columns, Indices, NDArray[np.float64], Choices, NDArray[np.float64]]:
        tables, shape = self.tables, self.shape
        is_open = open_moves(shape, columns, scenes)
        slots, states = np.nonzero(is_open)
        moves = tables.first_move[scenes[states]] + slots
        choice = Choice(shape, columns, scenes, is_open, states)
        taken = np.stack([s.weigh(choice)[slots, states] * flow[n, states] for n, s in enumerate(self.strategies)])
        columns = columns.take(states, axis=1)
        found = forks(tables, columns, moves)
        odds = found.odds / found.together
        if len(found.play) > len(moves):
            columns = columns.take(found.play, axis=1)
        after = play(shape, columns, scenes[states[found.play]], moves[found.play], found.outcome)
        arriving = taken[:, found.play] * odds
        over = at_end(after)
        into = np.zeros(len(after), dtype=np.int32)
        if over.any():
            done = np.flatnonzero(over)
            into[done] = -1 - self._note_ends(columns.take(done, axis=1), arriving[:, done])
            on = np.flatnonzero(~over)
            columns, after, arriving = columns.take(on, axis=1), after[on], arriving[:, on]
        else:
            on = np.arange(len(after))
        if len(on):
            self._open(columns, after)
        firsts, member = first_of_each(self._keys.words(columns, after))
        into[on] = member
        flow = np.stack([sums(member, row, len(firsts)) for row in arriving])
        choices = Choices(
            (states + start).astype(np.int32), moves.astype(np.int32), found.play.astype(np.int32), odds, into
        )
        small = np.int16 if int(columns.max(initial=0)) < np.iinfo(np.int16).max else np.int32
        return columns.take(firsts, axis=1).astype(small), after[firsts], flow, choices, taken

    def _keep(
        self,
        scenes: Indices,
        flow: NDArray[np.float64],
        found: list[tuple[Columns, Indices, NDArray[np.float64], Choices, NDArray[np.float64]]],
    ) -> tuple[Columns, Indices, NDArray[np.float64]]:
        """Note a round that was looked at; gives back the states of the next one."""
        columns = np.concatenate([part[0] for part in found], axis=1)
        following = np.concatenate([part[1] for part in found])
        arriving = np.concatenate([part[2] for part in found], axis=1)
        if len(found) > 1:
            firsts, member = first_of_each(self._keys.words(columns, following))
        else:
            firsts = member = np.arange(len(following))
        state_at = choice_at = 0
        parts: list[Choices] = []
        for _, after, _, choices, _ in found:
            into = np.where(
                choices.into >= 0,
                member[np.clip(choices.into, 0, max(0, len(after) - 1)) + state_at] if len(after) else 0,
                choices.into,
            )
            parts.append(choices._replace(fork=choices.fork + choice_at, into=into.astype(np.int32)))
            state_at += len(after)
            choice_at += len(choices.state)
        whole = Choices(*(np.concatenate(column) for column in zip(*parts, strict=True)))
        taken = np.concatenate([part[4] for part in found], axis=1)
        self.rounds.append(Round(scenes.astype(np.int32), whole, flow, taken))
        next_flow = np.stack([sums(member, row, len(firsts)) for row in arriving])
        return columns.take(firsts, axis=1), following[firsts], next_flow

    def _note_ends(self, columns: Columns, arriving: NDArray[np.float64]) -> NDArray[np.int32]:
        kinds, endings = classes(columns), ended(self.tables, columns)
        numbers = np.arange(self._end_count, self._end_count + len(kinds), dtype=np.int32)
        self._end_count += len(kinds)
        self._ends.append((kinds, endings, worth(columns, kinds), arriving, figures(columns)))
        return numbers

    def _gathered(self) -> Ends:
        if not self._ends:
            raise TooLargeError
        share = np.concatenate([part[3] for part in self._ends], axis=1)
        finals = [part[4] for part in self._ends]
        return Ends(
            np.concatenate([part[0] for part in self._ends]),
            np.concatenate([part[1] for part in self._ends]),
            np.concatenate([part[2] for part in self._ends]),
            share,
            {name: np.concatenate([figure[name] for figure in finals]) for name in finals[0]},
        )

    def _too_many(self, sizes: list[int]) -> bool:
        if self.states > self._limits.states:
            return True
        if len(sizes) < 4 or sizes[-1] < 500:
            return False
        growth = min(sizes[-1] / sizes[-2], sizes[-2] / max(1, sizes[-3]))
        left = self._longest - len(sizes)
        return growth > 1 and sizes[-1] * growth ** (left / 2) > FAR_TOO_MANY * self._limits.states

    # -- Backwards ---------------------------------------------------------------------------------------------

    def backwards(self, at_ends: Amounts, how: str) -> tuple[list[Amounts], list[Amounts]]:
        """What every choice and every state is worth, if the play goes on by the best, worst or a random choice.

        By round: the choices' worth, then the states'.
        """
        of_choices: list[Amounts] = []
        of_states: list[Amounts] = []
        following = np.zeros(0)
        for this in reversed(self.rounds):
            choices = this.choices
            over = choices.into < 0
            reached = np.where(over, at_ends[np.where(over, -1 - choices.into, 0)], 0.0)
            if len(following):
                reached = np.where(over, reached, following[np.where(over, 0, choices.into)])
            worths = sums(choices.fork, reached * choices.odds, len(choices.state))
            following = summed(worths, choices.state, len(this.scenes), how)
            of_choices.append(worths)
            of_states.append(following)
        return of_choices[::-1], of_states[::-1]

    def backfires(self) -> Amounts:
        """1 for every end that is a backfire, else 0."""
        return np.asarray(self.ends.classes == BACKFIRE, dtype=np.float64)


def sums(of: NDArray[Any], weights: Amounts, count: int) -> Amounts:
    """The weights added up by what each belongs to."""
    return np.bincount(of, weights=weights, minlength=count).astype(np.float64, copy=False)


def summed(worths: Amounts, state: NDArray[np.int32], states: int, how: str) -> Amounts:
    """What states are worth whose choices are worth this much: the best, the worst, or the mean of them."""
    if how == "random":
        counts = np.bincount(state, minlength=states)
        return np.asarray(sums(state, worths, states) / np.maximum(counts, 1))
    found = np.full(states, -np.inf if how == "best" else np.inf)
    (np.maximum if how == "best" else np.minimum).at(found, state, worths)
    return found
