"""Ways to choose: each says, for many plays at once, how likely each open move is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.rounds import landed_methods
from backfire_sim.authoring.explore.sample import Choice
from backfire_sim.authoring.explore.tables import Indices, Tables
from backfire_sim.engine.rules import Rules
from backfire_sim.scoring import board as b
from backfire_sim.scoring.vocabulary import RESPONSES

Weights = NDArray[np.float32]
"""[place in the scene's list of moves, play]: how likely; every play's add up to 1."""
Weigh = Callable[[Choice], Weights]


class Strategy(NamedTuple):
    """A way to play from beginning to end."""

    id: str
    says: str
    """What it does, in words that follow its name."""
    weigh: Weigh
    prepares: tuple[str, ...] | None
    """The preparations among which it chooses; None for all."""
    asks: tuple[bool, ...] = (True,)
    """Whether it asks people before their story is used; two answers are each given half of the plays."""


def strategies(rules: Rules) -> tuple[Strategy, ...]:
    """Every strategy that the playtester plays without looking ahead."""
    either = (True, False) if rules.people else (True,)
    alone = tuple(
        Strategy(
            response,
            f"only {response}, where such a move is open, and waiting elsewhere",
            _only(number),
            tuple(option.id for option in rules.options.values() if option.response == response),
            either,
        )
        for number, response in enumerate(RESPONSES, 1)
    )
    return (
        Strategy("nothing", "waits in every scene", waiting, ()),
        Strategy("random", "any open move, waiting among them", evenly, None, either),
        *alone,
        Strategy("answer", "a move that answers a method that has just landed", answering, None),
        Strategy("bottleneck", "a move of the R that widens the lowest gate", pushing, None),
    )


def preparation_sets(rules: Rules, strategy: Strategy) -> list[tuple[str, ...]]:
    """The sets of preparations among which a strategy chooses evenly: as many as there is time for."""
    from itertools import combinations

    preparation = rules.scenario.preparation
    if preparation is None:
        return [()]
    options = [
        option.id for option in preparation.options if strategy.prepares is None or option.id in strategy.prepares
    ]
    return list(combinations(options, min(preparation.choose, len(options))))


def waiting(choice: Choice) -> Weights:
    """Always wait: the last move of every scene."""
    return _at(choice, _last(choice))


def evenly(choice: Choice) -> Weights:
    """Any open move."""
    return _shared(choice.is_open.astype(np.float32))


def answering(choice: Choice) -> Weights:
    """A move whose R answers a method that landed; any where none does."""
    responses = _responses(choice)
    answers = np.zeros(choice.is_open.shape, dtype=np.bool_)
    for method in landed_methods(choice.shape, choice.columns, choice.scenes):
        uses = choice.shape.tables.uses[method]
        answers |= (responses == uses) & (uses > 0)
    answers &= choice.is_open
    return _shared(np.where(answers.any(axis=0), answers, choice.is_open).astype(np.float32))


def pushing(choice: Choice) -> Weights:
    """A move of the R that widens the lowest gate for which a move is open."""
    heights = _heights(choice.shape.tables, choice)
    responses = _responses(choice)
    height = np.where(responses > 0, np.take_along_axis(heights, np.maximum(responses - 1, 0), axis=0), np.inf)
    height = np.where(choice.is_open, height, np.inf)
    lowest = height.min(axis=0)
    best = (height == lowest) & choice.is_open
    return _shared(best.astype(np.float32))


def _only(response: int) -> Weigh:
    def weigh(choice: Choice) -> Weights:
        fits = (_responses(choice) == response) & choice.is_open
        some = fits.any(axis=0)
        weights = fits.astype(np.float32)
        last = _last(choice)
        weights[last[~some], np.flatnonzero(~some)] = 1
        return _shared(weights)

    return weigh


def _heights(tables: Tables, choice: Choice) -> NDArray[np.float64]:
    columns, people = choice.columns, tables.board.people
    heights = np.zeros((5, columns.shape[1]))
    for base, size in tables.board.crowd:
        for gate in range(3):
            heights[gate] += size * columns[base + gate]
    heights[3] = columns[b.MOMENTUM] * float(people)
    heights[4] = np.minimum(columns[b.COURAGE], columns[b.CARE]) * float(people)
    return heights


def _responses(choice: Choice) -> NDArray[np.int8]:
    tables = choice.shape.tables
    first, count = tables.first_move[choice.scenes], _last(choice) + 1
    slots = np.arange(tables.most_moves)[:, None]
    at = np.where(slots < count, first + slots, 0)
    return np.where(slots < count, tables.response[at], np.int8(-1))


def _last(choice: Choice) -> Indices:
    tables = choice.shape.tables
    return tables.first_move[choice.scenes + 1] - tables.first_move[choice.scenes] - 1


def _at(choice: Choice, slots: Indices) -> Weights:
    weights = np.zeros(choice.is_open.shape, dtype=np.float32)
    weights[slots, np.arange(len(slots))] = 1
    return weights


def _shared(weights: Weights) -> Weights:
    return np.asarray(weights / weights.sum(axis=0), dtype=np.float32)
