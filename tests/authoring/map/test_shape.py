"""The shape in the cells of a terminal: what a finger that follows the lines arrives at is what the scenario says."""

import re

import pytest
from hypothesis import given

from backfire_sim.authoring.map.graph import Graph, graph
from backfire_sim.authoring.map.shape import DOWN, LEFT, LINES, RIGHT, UP, shape
from backfire_sim.engine.scenario import END, Scenario
from backfire_sim.storage.shelf import open_named
from tests.authoring.map.made import tangles

OPEN = {sign: sides for sides, sign in LINES.items()}
STEPS = {UP: (-1, 0), DOWN: (1, 0), LEFT: (0, -1), RIGHT: (0, 1)}
ACROSS = {UP: DOWN, DOWN: UP, LEFT: RIGHT, RIGHT: LEFT}


def followed(rows: list[str], names: set[str]) -> set[tuple[str, str]]:
    """Every (from, to) that the lines join, going down from each name."""
    grid = {(y, x): char for y, row in enumerate(rows) for x, char in enumerate(row)}
    at = {}
    for y, row in enumerate(rows):
        start = re.match(r"Round \d+ ", row)
        shift = start.end() if start else 0
        for word in re.finditer(r"─*(\w+)─*", row[shift:]):
            if word[1] in names:
                at.update({(y, x + shift): word[1] for x in range(*word.span())})
    found = set()
    for (y, x), name in at.items():
        # Lines leave from below the name.
        todo = [(y + 1, x, DOWN)]
        seen = set()
        while todo:
            row, column, way = step = todo.pop()
            if step in seen:
                continue
            seen.add(step)
            if (row, column) in at:
                found.add((name, at[row, column]))
                continue
            sides = OPEN.get(grid.get((row, column), " "), 0)
            if not sides & ACROSS[way] and sides == UP | DOWN and way in (LEFT, RIGHT):
                # A line that passes over: the one across goes on behind it.
                sides = LEFT | RIGHT
            if sides & ACROSS[way]:
                for side, (down, right) in STEPS.items():
                    # From a line across several may go down; none leads back up to another scene than it came from.
                    if sides & side and side not in (ACROSS[way], UP):
                        todo.append((row + down, column + right, side))
    return found


def wanted(found: Graph) -> set[tuple[str, str]]:
    reached = {stop.id for stop in found.stops if stop.reached}
    return {(edge.source, edge.target) for edge in found.edges if edge.source in reached and not edge.back}


def below_joints(found: Graph, rows: list[str]) -> set[tuple[str, str]]:
    return followed(rows, {stop.id for stop in found.stops} | {END})


@pytest.mark.parametrize("name", ["the-count-goes-on", "paper-menorahs"])
def test_the_lines_of_a_built_in_scenario_lead_where_its_moves_lead(name: str) -> None:
    found = graph(open_named(name).scenario)
    rows = shape(found, 80)
    assert rows
    assert below_joints(found, rows) == wanted(found)


@given(tangles())
def test_the_lines_lead_where_the_moves_lead(scenario: Scenario) -> None:
    found = graph(scenario)
    rows = shape(found, 78)
    if rows:
        assert below_joints(found, rows) == wanted(found)
        assert max(map(len, rows)) <= 78
        assert not any(row.endswith(" ") for row in rows)


def test_there_is_no_shape_where_there_is_no_room() -> None:
    assert shape(graph(open_named("the-count-goes-on").scenario), 20) == []
