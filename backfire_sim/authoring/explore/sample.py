"""Many plays at once, each chosen by a rule, from the opening to the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.asking import ask_everybody, throw
from backfire_sim.authoring.explore.chances import drawn
from backfire_sim.authoring.explore.conditions import Columns, Flags, Numbers
from backfire_sim.authoring.explore.marks import Marks
from backfire_sim.authoring.explore.rounds import (
    Shape,
    TooManyStandingError,
    at_end,
    ended,
    open_moves,
    open_scenes,
    opening,
    play,
    shape_of,
    take_effect,
)
from backfire_sim.authoring.explore.tables import Indices, Tables
from backfire_sim.engine.rules import Rules

MOST_ROUNDS = 200
"""Where ways go round for ever, a play is given up after so many."""

MOST_ORDERED = 4
"""Larger sets of preparations are looked at in one order only."""

Choose = Callable[["Choice"], Indices]
"""Gives for each play the place, in its scene's list of moves, of the move to play; it must be open."""


Happen = Callable[[Tables, Columns, Indices], None]
"""Changes the columns of these plays, between the opening of a scene and the move that is played in it."""


class Choice(NamedTuple):
    """What a rule may look at when it chooses."""

    shape: Shape
    columns: Columns
    scenes: Indices
    is_open: Flags
    """[place in the scene's list, play]."""
    plays: Indices
    """Which plays these are, of all that were begun."""


class Step(NamedTuple):
    """One round of the plays that were still going on."""

    plays: Indices
    moves: Indices


class Sampled(NamedTuple):
    """Plays that were played."""

    finals: Numbers
    """The play's own values at its end, one column for each play."""
    endings: NDArray[np.int16]
    """Place in `tables.endings`; -1 where the play did not end within the rounds allowed."""
    steps: list[Step]
    prepared: Numbers
    """By play: which set of preparations."""


def sample(
    tables: Tables,
    prepared: Sequence[Sequence[str]],
    choose: Choose,
    *,
    asking: Flags | None = None,
    seeds: NDArray[np.int64] | None = None,
    marks: Marks | None = None,
    most_rounds: int = MOST_ROUNDS,
    happen: Happen | None = None,
) -> Sampled:
    """Play as many plays as there are sets of preparations, all at once.

    `asking` says which plays ask everybody for everything whenever a scene opens; `seeds` decide chance; `happen` is
    what else may happen in each scene.
    """
    standing = 4
    while True:
        try:
            return _sample(shape_of(tables, standing), prepared, choose, asking, seeds, marks, most_rounds, happen)
        except TooManyStandingError:
            standing *= 4


def _sample(
    shape: Shape,
    prepared: Sequence[Sequence[str]],
    choose: Choose,
    asking: Flags | None,
    seeds: NDArray[np.int64] | None,
    marks: Marks | None,
    most_rounds: int,
    happen: Happen | None,
) -> Sampled:
    tables = shape.tables
    count = len(prepared)
    plays = np.arange(count)
    seeds = plays.astype(np.int64) if seeds is None else seeds
    asks = np.zeros(count, dtype=np.bool_) if asking is None else asking
    columns = opening(shape, count)
    sets = prepare(shape, columns, prepared, marks)
    finals = np.zeros((tables.kept, count), dtype=np.int32)
    endings = np.full(count, -1, dtype=np.int16)
    steps: list[Step] = []
    scenes = np.zeros(count, dtype=np.intp)
    open_scenes(shape, columns, scenes, marks)
    while len(plays) and len(steps) < most_rounds:
        if asks.any():
            ask_everybody(tables, columns, asks[plays])
        if happen is not None:
            happen(tables, columns, plays)
        if marks is not None:
            marks.watch(tables, columns, scenes)
        slots = choose(Choice(shape, columns, scenes, open_moves(shape, columns, scenes), plays))
        moves = tables.first_move[scenes] + slots
        steps.append(Step(plays, moves))
        outcomes = drawn(tables, columns, moves, seeds[plays])
        scenes = play(shape, columns, scenes, moves, outcomes, marks)
        over = at_end(scenes)
        if over.any():
            done = np.flatnonzero(over)
            last = columns.take(done, axis=1)
            finals[:, plays[done]] = last[: tables.kept]
            endings[plays[done]] = ended(tables, last, marks)
            if marks is not None:
                marks.watch(tables, last, None)
            on = np.flatnonzero(~over)
            plays, scenes = plays[on], scenes[on]
            columns = columns.take(on, axis=1)
        if len(plays):
            open_scenes(shape, columns, scenes, marks)
    if len(plays):
        finals[:, plays] = columns[: tables.kept]
    return Sampled(finals, endings, steps, sets)


def marked(tables: Tables, plays: int) -> Marks:
    """What plays show that are begun in every way, and go on at random; a third of them waits more often.

    Half of them ask everybody for everything; in a third of them the facilitator throws injects.
    """
    marks = Marks(tables)
    sets = preparations(tables.rules)
    chance = np.random.default_rng(plays)

    def choose(choice: Choice) -> Indices:
        wish = chance.random(choice.is_open.shape, dtype=np.float32)
        count = choice.shape.tables.first_move[choice.scenes + 1] - choice.shape.tables.first_move[choice.scenes]
        patient = choice.plays % 3 == 0
        wish[count[patient] - 1, np.flatnonzero(patient)] += 0.5
        return np.asarray(np.where(choice.is_open, wish, -1).argmax(axis=0))

    def throw_some(tables: Tables, columns: Columns, at: Indices) -> None:
        for inject in tables.injects:
            throw(tables, columns, inject, (at % 3 == 1) & (chance.random(len(at)) < 0.5), marks)

    prepared = [sets[n % len(sets)] for n in range(plays)]
    asking = np.arange(plays) % 2 == 0
    happen = throw_some if tables.injects else None
    played = sample(tables, prepared, choose, asking=asking, marks=marks, happen=happen)
    marks.ending_seen[played.endings[played.endings >= 0]] = True
    return marks


def preparations(rules: Rules) -> list[tuple[str, ...]]:
    """Every set of preparations that a group may choose, the smallest first."""
    preparation = rules.scenario.preparation
    if preparation is None:
        return [()]
    options = [option.id for option in preparation.options]
    return [chosen for count in range(preparation.choose + 1) for chosen in combinations(options, count)]


def orders(rules: Rules, prepared: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The same sets, each in every order that may make a difference: where options pull one number two ways."""
    pulls: dict[str, set[tuple[int, int]]] = {}
    for option in rules.options.values():
        bound = rules.bind_change(option.change, "preparation", option.id)
        pulls[option.id] = {(step.place, step.amount > 0) for step in bound.steps}
        pulls[option.id] |= {(step.place, way) for step in bound.settings for way in (False, True)}

    def at_odds(one: str, other: str) -> bool:
        return any((place, not way) in pulls[other] for place, way in pulls[one])

    found: list[tuple[str, ...]] = []
    for chosen in prepared:
        matter = len(chosen) <= MOST_ORDERED and any(at_odds(*pair) for pair in combinations(chosen, 2))
        found += permutations(chosen) if matter else [chosen]
    return found


def prepare(shape: Shape, columns: Columns, prepared: Sequence[Sequence[str]], marks: Marks | None = None) -> Numbers:
    """Let each play's preparations take effect, in the order given; gives back which set each play has."""
    tables = shape.tables
    if not any(prepared):
        return np.zeros(len(prepared), dtype=np.int32)
    kinds: dict[tuple[str, ...], list[int]] = {}
    for play_number, options in enumerate(prepared):
        kinds.setdefault(tuple(options), []).append(play_number)
    sets = np.zeros(len(prepared), dtype=np.int32)
    for number, (options, members) in enumerate(kinds.items()):
        at = np.array(members, dtype=np.intp)
        sets[at] = number
        if not options:
            continue
        part = columns.take(at, axis=1)
        for option in options:
            row = tables.row_of.get(tables.rules.places[f"prepared({option})"])
            if row is not None:
                part[row] = 1
            if tables.options[option]:
                take_effect(tables, part, np.full(len(at), tables.options[option], dtype=np.intp), marks=marks)
        columns[:, at] = part
    return sets
