"""The shape of a scenario in the cells of a terminal: the ids of its scenes, a row for each round, lines between.

A net is everything that leaves one scene, or everything that arrives at one, and has a track of its own, so that no
line has to be guessed. Where a line only passes over another, the one across is broken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from backfire_sim.authoring.map.graph import Graph
from backfire_sim.authoring.map.layers import Layout, Link, layout
from backfire_sim.engine.scenario import END

MOST = 24
"""Scenes of which a shape is drawn at all."""
TALLEST = 60
"""Rows that a shape may have: a longer one no longer shows anything at a glance."""

GAP = 3
UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
LINES = {
    UP | DOWN: "│",
    LEFT | RIGHT: "─",
    UP | RIGHT: "└",
    UP | LEFT: "┘",
    DOWN | RIGHT: "┌",
    DOWN | LEFT: "┐",
    UP | LEFT | RIGHT: "┴",
    DOWN | LEFT | RIGHT: "┬",
    UP | DOWN | RIGHT: "├",
    UP | DOWN | LEFT: "┤",
    UP | DOWN | LEFT | RIGHT: "┼",
}


class _Net(NamedTuple):
    """Columns that are joined between two rows."""

    above: tuple[int, ...]
    below: tuple[int, ...]

    @property
    def straight(self) -> bool:
        return self.above == self.below and len(self.above) == 1

    @property
    def span(self) -> tuple[int, int]:
        columns = (*self.above, *self.below)
        return min(columns), max(columns)


def shape(graph: Graph, width: int) -> list[str]:
    """The drawing, or nothing if it would be too large. Loops, and scenes that nobody gets to, are left out."""
    stops = [stop for stop in graph.stops if stop.reached]
    if len(stops) > MOST:
        return []
    names = [stop.id for stop in stops] + [END]
    number = {name: n for n, name in enumerate(names)}
    depths = [stop.depth - 1 for stop in stops] + [graph.rounds]
    links = [Link(number[stop.id], number[edge.target]) for stop in stops for edge in stop.edges if not edge.back]
    arriving = Counter(link.end for link in links)
    # Room for the name, and for a column of its own for each line that arrives.
    rooms = [max(len(name), 2 * arriving[n]) for n, name in enumerate(names)]
    found = layout(depths, rooms, links, GAP)
    places = _places(found, rooms)
    gutter = len(f"Round {graph.rounds}") + 2
    rows = []
    for level, layer in enumerate(found.layers):
        met: dict[int, list[int]] = {n: [] for n in layer}
        if level:
            nets = _nets(found, places, level, met)
            if nets is None:
                return []
            rows += [(" " * gutter + row).rstrip() for row in _channel(nets)]
        drawn = [_reaching(places[n], names[n], met[n]) if n < len(names) else (places[n].left, "│") for n in layer]
        label = "" if level == graph.rounds else f"Round {level + 1}"
        rows.append(label.ljust(gutter) + _row(drawn))
    return rows if len(rows) <= TALLEST and max(map(len, rows)) <= width else []


class _Place(NamedTuple):
    left: int
    length: int

    @property
    def middle(self) -> int:
        return self.left + (self.length - 1) // 2

    @property
    def columns(self) -> range:
        return range(self.left, self.left + self.length)


def _places(found: Layout, rooms: Sequence[int]) -> list[_Place]:
    """Where everything stands in whole cells, without touching."""
    lengths = [rooms[n] if n < len(rooms) else 1 for n in range(len(found.middles))]
    lefts = [0] * len(lengths)
    for layer in found.layers:
        free = -(10**6)
        for n in layer:
            lefts[n] = max(free, int(found.middles[n]) - (lengths[n] - 1) // 2)
            free = lefts[n] + lengths[n] + GAP - 1
    least = min(lefts) - 1
    return [_Place(left - least, length) for left, length in zip(lefts, lengths, strict=True)]


def _reaching(place: _Place, name: str, met: Sequence[int]) -> tuple[int, str]:
    """A name, made longer where a line arrives beside it; and its first column."""
    left = place.middle - (len(name) - 1) // 2
    before = left - min([left, *met])
    after = max([left + len(name) - 1, *met]) - (left + len(name) - 1)
    return left - before, "─" * before + name + "─" * after


# -- What is joined ------------------------------------------------------------------------------------------------


def _nets(found: Layout, places: list[_Place], level: int, met: dict[int, list[int]]) -> list[_Net] | None:
    """What is joined between a row and the one above it; None where lines could not be told apart.

    Joints come to stand where their line arrives; `met` collects where lines arrive at each name.
    """
    pairs = {pair for chain in found.chains for pair in pairwise(chain) if pair[1] in met}
    into: dict[int, list[int]] = {}
    out: dict[int, list[int]] = {}
    for above, below in sorted(pairs, key=lambda pair: (places[pair[0]].left, places[pair[1]].left)):
        out.setdefault(above, []).append(below)
        into.setdefault(below, []).append(above)
    # Where all that arrive lead nowhere else, they are one net: a comb from above.
    combs = {below for below in into if all(len(out[above]) == 1 for above in into[below])}
    joined = [(into[below], [below]) for below in combs]
    joined += [([above], [below for below in targets if below not in combs]) for above, targets in out.items()]
    nets = []
    taken: set[int] = set()
    for sources, targets in joined:
        starts = [places[above].middle for above in sources]
        others = {places[n].middle for n in found.layers[level - 1] if n not in sources}
        for below in targets:
            wished = places[below].middle
            if below not in combs:
                wished += 2 * into[below].index(sources[0]) - (len(into[below]) - 1)
            elif len(starts) == 1 and starts[0] in places[below].columns:
                wished = starts[0]
            column = _arrival(places[below], wished, others | taken)
            if column is None:
                return None
            taken.add(column)
            met[below].append(column)
            if places[below].length == 1:
                places[below] = _Place(column, 1)
        if targets:
            nets.append(_Net(tuple(starts), tuple(met[below][-1] for below in targets)))
    return nets


def _arrival(place: _Place, wished: int, taken: Collection[int]) -> int | None:
    """The column at which a line arrives: the nearest in which no other line sets out or arrives."""
    columns = sorted(range(place.left - 1, place.left + place.length + 1), key=lambda column: abs(column - wished))
    return next((column for column in columns if column not in taken), None)


# -- The rows between ----------------------------------------------------------------------------------------------


def _channel(nets: Sequence[_Net]) -> list[str]:
    """The rows between two rounds."""
    tracks: list[list[_Net]] = []
    for net in sorted((net for net in nets if not net.straight), key=lambda net: net.span):
        free = next((track for track in tracks if all(_apart(net, other) for other in track)), None)
        if free is None:
            tracks.append([net])
        else:
            free.append(net)
    rows = []
    for level in range(max(1, len(tracks))):
        cells: dict[int, int] = {}
        for net in tracks[level] if tracks else ():
            low, high = net.span
            for column in range(low, high + 1):
                cells[column] = (LEFT if column > low else 0) | (RIGHT if column < high else 0)
            for column in net.above:
                cells[column] |= UP
            for column in net.below:
                cells[column] |= DOWN
        for net in nets:
            passing = _passing(net, tracks, level)
            for column in passing:
                cells[column] = UP | DOWN
        rows.append(_row([(column, LINES[cell]) for column, cell in sorted(cells.items())]))
    return rows


def _passing(net: _Net, tracks: Sequence[Sequence[_Net]], level: int) -> Iterable[int]:
    """The columns in which a net only goes down at this level."""
    if net.straight:
        return net.above
    own = next(n for n, track in enumerate(tracks) if net in track)
    return net.above if level < own else net.below if level > own else ()


def _apart(net: _Net, other: _Net) -> bool:
    return net.span[1] + 1 < other.span[0] or other.span[1] + 1 < net.span[0]


def _row(pieces: Sequence[tuple[int, str]]) -> str:
    row = ""
    for column, text in pieces:
        row = row.ljust(column) + text
    return row
