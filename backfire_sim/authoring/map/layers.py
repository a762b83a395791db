"""A layered layout over numbers: which layer, which order within it, how far across. It knows nothing of scenes.

Things stand in layers from the top down, and links lead from one layer to a lower one. A link over several layers
gets a joint of no width in each layer between, so that lines have a place of their own. The order within the layers
comes from each thing's middle among its neighbors (the barycenter), swept down and up, and the best order seen is kept.
Then each layer is set as near to its neighbors as the widths allow, by pooling those that get in each other's way.
Everything is decided by the numbers given and their order alone, so that the same map is always drawn the same.
"""

from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

SWEEPS = 12
SETTLINGS = 24
STRAIGHT = (1.0, 2.0, 8.0)
"""How much a link wants to be straight: between two things, between a thing and a joint, between two joints."""


class Link(NamedTuple):
    """What leads from one thing to another in a lower layer."""

    start: int
    end: int
    weight: float = 1.0
    """How much more than others it wants to be straight."""


class Layout(NamedTuple):
    """Where everything stands; joints have the numbers after those of the things."""

    layers: list[list[int]]
    """By layer, from left to right."""
    middles: list[float]
    """Across, by number; 0 is the left edge of the leftmost thing."""
    chains: list[list[int]]
    """For each link what it goes through: from, joints, to."""
    width: float


def layout(layer_of: Sequence[int], widths: Sequence[float], links: Sequence[Link], gap: float) -> Layout:
    """Lay out things with these layers and widths, `gap` apart. Every link leads to a lower layer."""
    jointed = _jointed(layer_of, links)
    sizes = [*widths, *[0.0] * (len(jointed.layer_of) - len(widths))]
    layers = _ordered(jointed)
    middles = _set_across(jointed, layers, sizes, gap)
    left = min((middles[n] - sizes[n] / 2 for n in range(len(sizes))), default=0.0)
    middles = [middle - left for middle in middles]
    width = max((middles[n] + sizes[n] / 2 for n in range(len(sizes))), default=0.0)
    return Layout(layers, middles, jointed.chains, width)


class _Jointed(NamedTuple):
    layer_of: list[int]
    chains: list[list[int]]
    above: list[list[tuple[int, float]]]
    """By number: its neighbors in the layer above, and how much it wants to stand right under each."""
    below: list[list[tuple[int, float]]]


def _jointed(layer_of: Sequence[int], links: Sequence[Link]) -> _Jointed:
    layers = list(layer_of)
    chains = []
    for start, end, _ in links:
        joints = range(len(layers), len(layers) + layer_of[end] - layer_of[start] - 1)
        layers.extend(range(layer_of[start] + 1, layer_of[end]))
        chains.append([start, *joints, end])
    above: list[list[tuple[int, float]]] = [[] for _ in layers]
    below: list[list[tuple[int, float]]] = [[] for _ in layers]
    for chain, link in zip(chains, links, strict=True):
        for upper, lower in pairwise(chain):
            weight = link.weight * STRAIGHT[(upper >= len(layer_of)) + (lower >= len(layer_of))]
            below[upper].append((lower, weight))
            above[lower].append((upper, weight))
    return _Jointed(layers, chains, above, below)


# -- The order within the layers -----------------------------------------------------------------------------------


def _ordered(jointed: _Jointed) -> list[list[int]]:
    layers: list[list[int]] = [[] for _ in range(max(jointed.layer_of, default=-1) + 1)]
    for number, layer in enumerate(jointed.layer_of):
        layers[layer].append(number)
    best, fewest = layers, _crossings(jointed, layers)
    current = [list(layer) for layer in layers]
    for sweep in range(SWEEPS):
        if not fewest:
            break
        neighbors = jointed.below if sweep % 2 else jointed.above
        in_turn = reversed(current) if sweep % 2 else iter(current)
        places = _places(current, len(jointed.layer_of))
        for each in in_turn:
            _sort_by_neighbors(each, neighbors, places)
        crossings = _crossings(jointed, current)
        if crossings < fewest:
            best, fewest = [list(layer) for layer in current], crossings
    return best


def _places(layers: Sequence[Sequence[int]], count: int) -> list[int]:
    places = [0] * count
    for layer in layers:
        for place, number in enumerate(layer):
            places[number] = place
    return places


def _sort_by_neighbors(layer: list[int], neighbors: Sequence[Sequence[tuple[int, float]]], places: list[int]) -> None:
    middle = {
        number: sum(places[n] for n, _ in neighbors[number]) / len(neighbors[number])
        if neighbors[number]
        else float(places[number])
        for number in layer
    }
    layer.sort(key=lambda number: (middle[number], places[number]))
    for place, number in enumerate(layer):
        places[number] = place


def _crossings(jointed: _Jointed, layers: Sequence[Sequence[int]]) -> int:
    places = _places(layers, len(jointed.layer_of))
    total = 0
    for layer in layers:
        met: list[int] = []
        for number in layer:
            ends = sorted(places[n] for n, _ in jointed.below[number])
            total += sum(len(met) - bisect_right(met, end) for end in ends)
            for end in ends:
                insort(met, end)
    return total


# -- How far across ------------------------------------------------------------------------------------------------


def _set_across(jointed: _Jointed, layers: Sequence[Sequence[int]], sizes: Sequence[float], gap: float) -> list[float]:
    middles = [0.0] * len(sizes)
    for layer in layers:
        _settle(layer, [0.0] * len(layer), [1.0] * len(layer), sizes, gap, middles)
    both = [above + below for above, below in zip(jointed.above, jointed.below, strict=True)]
    for turn in range(SETTLINGS):
        last = turn == SETTLINGS - 1
        neighbors = both if last else jointed.below if turn % 2 else jointed.above
        for layer in reversed(layers) if turn % 2 else layers:
            wished, weights = [], []
            for number in layer:
                total = pull = 0.0
                for neighbor, weight in neighbors[number]:
                    total += weight
                    pull += weight * middles[neighbor]
                wished.append(pull / total if total else middles[number])
                # What nothing pulls at keeps out of the way of what has a wish.
                weights.append(total or 0.01)
            _settle(layer, wished, weights, sizes, gap, middles)
    return middles


def _settle(
    layer: Sequence[int],
    wished: Sequence[float],
    weights: Sequence[float],
    sizes: Sequence[float],
    gap: float,
    middles: list[float],
) -> None:
    """Set a layer as near to its wishes as order and distance allow (least squares, by pooling)."""
    apart = 0.0
    offsets = []
    for place, number in enumerate(layer):
        if place:
            apart += (sizes[layer[place - 1]] + sizes[number]) / 2 + gap
        offsets.append(apart)
    pools: list[tuple[float, float, int]] = []
    """(where, weight, how many) of neighbors that stand as close as they can."""
    for wish, offset, weight in zip(wished, offsets, weights, strict=True):
        where, heavy, many = wish - offset, weight, 1
        while pools and pools[-1][0] >= where:
            other, weighs, more = pools.pop()
            where = (where * heavy + other * weighs) / (heavy + weighs)
            heavy, many = heavy + weighs, many + more
        pools.append((where, heavy, many))
    settled = (where for where, _, many in pools for _ in range(many))
    for number, offset, where in zip(layer, offsets, settled, strict=True):
        middles[number] = where + offset
