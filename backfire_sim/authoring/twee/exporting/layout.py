"""Where passages stand on Twine's map: the opening on top, each round below the one before, the end at the bottom."""

from __future__ import annotations

from backfire_sim.authoring.map.graph import Graph
from backfire_sim.engine.scenario import END

STEP = 150
"""From one passage to the next, across and down; a passage is 100 wide and high."""
MARGIN = 100
_SWEEPS = 4


def positions(graph: Graph) -> dict[str, str]:
    """The place of every scene, and of END, as Twine writes it: `x,y` of the upper left corner."""
    depth = {stop.id: stop.depth for stop in graph.stops}
    # What nothing leads to stands below everything else.
    below = max((stop.depth for stop in graph.stops if stop.reached), default=0)
    depth |= {stop.id: below + stop.depth for stop in graph.stops if not stop.reached}
    depth[END] = max(depth.values()) + 1
    rows: dict[int, list[str]] = {}
    for id_, row in depth.items():
        rows.setdefault(row, []).append(id_)
    ordered = [rows[row] for row in sorted(rows)]
    near = _neighbors(graph)
    across = {id_: float(column) for ids in ordered for column, id_ in enumerate(ids)}
    for _ in range(_SWEEPS):
        for ids in ordered:
            _put_in_order(ids, across, near)
    widest = max(map(len, ordered))
    found: dict[str, str] = {}
    for number, ids in enumerate(ordered):
        left = MARGIN + (widest - len(ids)) * STEP // 2
        found |= {id_: f"{left + column * STEP},{MARGIN + number * STEP}" for column, id_ in enumerate(ids)}
    return found


def _neighbors(graph: Graph) -> dict[str, list[str]]:
    near: dict[str, list[str]] = {END: []}
    near |= {stop.id: [] for stop in graph.stops}
    for edge in graph.edges:
        near[edge.source].append(edge.target)
        near[edge.target].append(edge.source)
    return near


def _put_in_order(row: list[str], across: dict[str, float], near: dict[str, list[str]]) -> None:
    """Let everything in a row stand as near as it can to what it is linked with."""
    wanted = {
        id_: sum(across[other] for other in near[id_]) / len(near[id_]) if near[id_] else across[id_] for id_ in row
    }
    row.sort(key=lambda id_: wanted[id_])
    middle = (len(row) - 1) / 2
    for column, id_ in enumerate(row):
        across[id_] = column - middle
