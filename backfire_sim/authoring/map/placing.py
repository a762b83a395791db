"""Where the parts of the drawn map stand, and which way the lines between them run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.authoring.map import marks as m
from backfire_sim.authoring.map import parts
from backfire_sim.authoring.map import wording as w
from backfire_sim.authoring.map.graph import Edge, Graph, Stop
from backfire_sim.authoring.map.layers import Layout, Link, layout
from backfire_sim.authoring.map.parts import Part
from backfire_sim.engine.scenario import END

FAR = 6
"""Rounds over which a line is still drawn; a way that goes farther names its target instead."""

GAP = 28.0
"""Between parts that stand side by side."""
_CROWD = 8
"""When more ways than these lead to the end, only those of the last round are drawn as lines."""
_FIRM = 6.0
"""The only ways out of a scene stand right under it."""
_UNDER = 22.0
"""Between a scene and its ways."""
_BETWEEN = 54.0
"""Between the ways of one round and the scenes of the next."""
_APART = 22.0
"""Between lines that meet the same part."""
_TRACK = 9.0
"""Between lines that run beside each other."""
_WIDE = 4
"""From so many ways on they stand in two columns, if there is room."""
_PAGE = 4
"""Columns that a page may always have."""


class Line(NamedTuple):
    """A line between two parts."""

    kind: str
    path: str
    thick: float
    says: str
    head: m.Point | None


class Placed(NamedTuple):
    """A part of the map, laid out."""

    parts: list[tuple[Part, float, float]]
    lines: list[Line]
    bands: list[tuple[int, float]]
    """(round, how far down it begins)."""
    width: float
    height: float


def place(graph: Graph, stops: Sequence[Stop], heat: w.Heat | None, whole: bool) -> Placed:
    """Lay out some scenes of a map; the `whole` map has what comes before and after."""
    gathered = _gather(graph, stops, heat, whole)
    found = layout(gathered.layer_of, [part.width for part in gathered.parts], gathered.links, GAP)
    loops = _loops(gathered, found.width)
    tops, bottoms = _down(gathered, found.layers, loops)
    spots = [
        (part, found.middles[n] - part.width / 2, tops[gathered.layer_of[n]]) for n, part in enumerate(gathered.parts)
    ]
    return Placed(
        parts=spots,
        lines=_lines(gathered, found, loops, tops, bottoms, heat),
        bands=[(layer // 2 + 1, tops[layer]) for layer in range(1, len(found.layers) - 1, 2)] if whole else [],
        width=max([found.width, *(loop.lane for loop in loops)]),
        height=tops[-1],
    )


# -- What there is -------------------------------------------------------------------------------------------------


class _Gathered(NamedTuple):
    parts: list[Part]
    layer_of: list[int]
    """0 for what comes before; then for each round one layer of scenes and one of the ways out of them."""
    links: list[Link]
    edges: dict[int, Edge]
    """By the number of the part that shows its ways."""
    back: list[tuple[int, int]]
    """Ways that close a loop: (number of the ways, number of the scene)."""


def _gather(graph: Graph, stops: Sequence[Stop], heat: w.Heat | None, whole: bool) -> _Gathered:
    gathered = _Gathered([], [], [], {}, [])

    def add(part: Part, layer: int) -> int:
        gathered.parts.append(part)
        gathered.layer_of.append(layer)
        return len(gathered.parts) - 1

    scene_at = {}
    depths = {stop.id: stop.depth for stop in stops}
    for stop in stops:
        scene_at[stop.id] = add(parts.scene(stop, stop.id == graph.first, heat), 2 * stop.depth - 1)
    if whole:
        depths[END] = max(depths.values()) + 1
        scene_at[END] = add(parts.after(graph, min(3, len(graph.endings))), 2 * depths[END] - 1)
    if whole and graph.options:
        before = add(parts.before(graph, min(2, len(graph.options))), 0)
        gathered.links.append(Link(before, scene_at[graph.first]))
    titles, roomy = w.titles(graph), _roomy(stops)
    crowded = sum(edge.target == END for stop in stops for edge in stop.edges) > _CROWD
    for stop in stops:
        for edge in stop.edges:
            far = 1 if edge.target == END and crowded else FAR
            drawn = edge.target in depths and abs(depths[edge.target] - stop.depth) <= far
            columns = 2 if len(edge.gotos) >= _WIDE and stop.depth in roomy else 1
            to = f"↑ back to {titles[edge.target]}" if edge.back else "" if drawn else f"→ {titles[edge.target]}"
            number = add(parts.ways(edge, columns, heat, to), 2 * stop.depth)
            gathered.edges[number] = edge
            gathered.links.append(Link(scene_at[stop.id], number, _FIRM if len(stop.edges) == 1 else 1.0))
            if drawn and edge.back:
                gathered.back.append((number, scene_at[edge.target]))
            elif drawn:
                gathered.links.append(Link(number, scene_at[edge.target]))
    return gathered


def _roomy(stops: Sequence[Stop]) -> set[int]:
    """Depths at which many ways may stand in two columns: where the page gets no wider by it than it has to be."""
    narrow: dict[int, int] = {}
    wide: dict[int, int] = {}
    for edge, depth in ((edge, stop.depth) for stop in stops for edge in stop.edges):
        narrow[depth] = narrow.get(depth, 0) + 1
        wide[depth] = wide.get(depth, 0) + (2 if len(edge.gotos) >= _WIDE else 1)
    page = max(_PAGE, *narrow.values())
    return {depth for depth, count in wide.items() if count <= page}


# -- How far down --------------------------------------------------------------------------------------------------


class _Loop(NamedTuple):
    """A way back: out below its ways, up a lane at the right, and into its scene from above."""

    ways: int
    scene: int
    out: int
    """Which track it takes below its ways."""
    into: int
    """Which track it takes above its scene."""
    lane: float


def _loops(gathered: _Gathered, width: float) -> list[_Loop]:
    """The ways back, each with tracks and a lane on which it meets no other."""
    loops = []
    tracks: dict[int, int] = {}
    """By layer: how many tracks are taken above it."""
    lanes: list[int] = []
    """By lane: the highest layer that is taken; they are filled from the bottom of the map up."""
    spans = sorted(gathered.back, key=lambda pair: (-gathered.layer_of[pair[0]], -gathered.layer_of[pair[1]], pair))
    for ways, scene in spans:
        bottom, top = gathered.layer_of[ways] + 1, gathered.layer_of[scene]
        lane = next((n for n, taken in enumerate(lanes) if bottom < taken), len(lanes))
        lanes[lane : lane + 1] = [top]
        out = tracks[bottom] = tracks.get(bottom, -1) + 1
        into = tracks[top] = tracks.get(top, -1) + 1
        loops.append(_Loop(ways, scene, out, into, width + GAP + lane * _TRACK))
    return loops


def _down(
    gathered: _Gathered, layers: Sequence[Sequence[int]], loops: Sequence[_Loop]
) -> tuple[list[float], list[float]]:
    """Where each layer begins, and at last the whole ends; and where each layer ends."""
    tracks: dict[int, int] = {}
    for loop in loops:
        for layer, track in ((gathered.layer_of[loop.ways] + 1, loop.out), (gathered.layer_of[loop.scene], loop.into)):
            tracks[layer] = max(tracks.get(layer, 0), track + 1)
    tops, bottoms = [], []
    down = 0.0
    for number, things in enumerate(layers):
        if number % 2:
            down += (_BETWEEN if number > 1 or layers[0] else 0) + _TRACK * tracks.get(number, 0)
        elif number:
            down += _UNDER
        height = max((gathered.parts[n].height for n in things if n < len(gathered.parts)), default=0.0)
        tops.append(down)
        down += height
        bottoms.append(down)
    # Ways back from the last round run below everything.
    tops.append(down + _TRACK * tracks[len(layers)] + _UNDER if len(layers) in tracks else down)
    return tops, bottoms


# -- The lines -----------------------------------------------------------------------------------------------------


def _lines(
    gathered: _Gathered,
    found: Layout,
    loops: Sequence[_Loop],
    tops: Sequence[float],
    bottoms: Sequence[float],
    heat: w.Heat | None,
) -> list[Line]:
    out, into = _ports(gathered, found, loops)
    lines = []
    for number, chain in enumerate(found.chains):
        start, end = chain[0], chain[-1]
        leads = gathered.edges.get(start)
        edge = leads or gathered.edges.get(end)
        layer = gathered.layer_of[start]
        # Down to where the layer ends first, so that no line runs behind a longer neighbor.
        points = [(out[number], tops[layer] + gathered.parts[start].height), (out[number], bottoms[layer])]
        for passed, joint in enumerate(chain[1:-1], layer + 1):
            points += [(found.middles[joint], tops[passed]), (found.middles[joint], bottoms[passed])]
        tip = (into[number], tops[gathered.layer_of[end]])
        pointed = end not in gathered.edges
        points.append((tip[0], tip[1] - 7) if pointed else tip)
        lines.append(_line(edge, m.curve(points), tip if pointed else None, heat))
    for number, loop in enumerate(loops, len(found.chains)):
        part = gathered.parts[loop.ways]
        middle = found.middles[loop.ways]
        layer, target = gathered.layer_of[loop.ways], gathered.layer_of[loop.scene]
        low = tops[layer + 1] - _UNDER + 6 - _TRACK * loop.out
        high = tops[target] - _UNDER + 6 - _TRACK * loop.into
        tip = (into[number], tops[target])
        bends = [(middle, low), (loop.lane, low), (loop.lane, high), (tip[0], high), (tip[0], tip[1] - 7)]
        path = m.corners([(middle, tops[layer] + part.height), *bends])
        lines.append(_line(gathered.edges[loop.ways], path, tip, heat))
    return lines


def _line(edge: Edge | None, path: str, tip: m.Point | None, heat: w.Heat | None) -> Line:
    kind = "way" if edge is None else "back" if edge.back else "idle" if edge.waits else "way"
    thick = 1.6
    if heat is not None and edge is not None:
        moves = {goto.key for goto in edge.gotos}
        thick = 1.0 + 5.0 * min(1.0, sum(heat.get(key, 0.0) for key in moves))
    return Line(kind, path, thick, f"{edge.source} → {edge.target}" if edge else "", tip)


def _ports(gathered: _Gathered, found: Layout, loops: Sequence[_Loop]) -> tuple[dict[int, float], dict[int, float]]:
    """How far across each line leaves its part and enters the next, by the number of its chain; loops come after."""
    leaving: dict[int, list[tuple[float, int]]] = {}
    entering: dict[int, list[tuple[float, int]]] = {}
    for number, chain in enumerate(found.chains):
        leaving.setdefault(chain[0], []).append((found.middles[chain[1]], number))
        entering.setdefault(chain[-1], []).append((found.middles[chain[-2]], number))
    for number, loop in enumerate(loops, len(found.chains)):
        entering.setdefault(loop.scene, []).append((loop.lane, number))
    return _beside_each_other(gathered, found, leaving), _beside_each_other(gathered, found, entering)


def _beside_each_other(
    gathered: _Gathered, found: Layout, meeting: dict[int, list[tuple[float, int]]]
) -> dict[int, float]:
    places = {}
    for part, lines in meeting.items():
        step = min(_APART, (gathered.parts[part].width - 40) / len(lines))
        for n, (_, number) in enumerate(sorted(lines)):
            places[number] = found.middles[part] + (n - (len(lines) - 1) / 2) * step
    return places
