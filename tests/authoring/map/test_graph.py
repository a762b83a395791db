"""The neutral map: rounds, loops, scenes nobody gets to, and every way with what has to hold on it."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from backfire_sim.authoring.map.graph import graph
from backfire_sim.authoring.map.rounds import earliest, openings, rounds
from backfire_sim.engine.conditions import Is, Not
from backfire_sim.engine.scenario import END, Outcome, Scenario
from backfire_sim.storage.shelf import open_named
from tests.authoring.map.made import gotos, tangles
from tests.program import RAID


@pytest.fixture(scope="module")
def raid() -> Scenario:
    return open_named(RAID).scenario


@given(tangles())
def test_every_way_of_a_scenario_is_on_its_map_once(scenario: Scenario) -> None:
    drawn = {(edge.source, edge.target): [goto.move for goto in edge.gotos] for edge in graph(scenario).edges}
    assert drawn == gotos(scenario)


@given(tangles())
def test_every_way_that_is_no_loop_leads_down(scenario: Scenario) -> None:
    found = graph(scenario)
    depth = {stop.id: stop.depth for stop in found.stops} | {END: 10**6}
    reached = {stop.id: stop.reached for stop in found.stops} | {END: False}
    for edge in found.edges:
        if not edge.back and reached[edge.source] == reached[edge.target]:
            assert depth[edge.source] < depth[edge.target]


@given(tangles())
def test_reached_is_what_ways_lead_to_from_the_opening(scenario: Scenario) -> None:
    met, queue = {scenario.first}, [scenario.first]
    for name in queue:
        for source, target in gotos(scenario):
            if source == name and target != END and target not in met:
                met.add(target)
                queue.append(target)
    found = graph(scenario)
    assert {stop.id for stop in found.stops if stop.reached} == met
    assert all(1 <= stop.earliest <= stop.round <= found.rounds for stop in found.stops if stop.reached)


def test_a_scene_stands_in_the_last_round_in_which_it_can_open() -> None:
    following = {"a": ["b", "d"], "b": ["c"], "c": ["d"], "d": []}
    assert rounds(["a"], following).last == {"a": 1, "b": 2, "c": 3, "d": 4}
    assert earliest("a", following) == {"a": 1, "b": 2, "c": 3, "d": 2}


def test_loops_are_the_ways_back_to_where_one_came_from() -> None:
    following = {"a": ["b"], "b": ["c", "b"], "c": ["a", "d"], "d": ["b"]}
    found = rounds(["a"], following)
    assert found.back == {("b", "b"), ("c", "a"), ("d", "b")}
    assert found.last == {"a": 1, "b": 2, "c": 3, "d": 4}


def test_a_very_long_story_is_no_trouble() -> None:
    following = {n: [n + 1] for n in range(20_000)} | {20_000: []}
    named = {str(n): [str(t) for t in after] for n, after in following.items()}
    assert rounds(["0"], named).last["20000"] == 20_001


def test_scenes_nobody_gets_to_begin_where_nothing_leads() -> None:
    following = {"x": ["y"], "y": ["z"], "z": ["y"], "ring": ["ring"]}
    assert openings(["y", "x", "z", "ring"], following)[:2] == ["x", "ring"]


def test_what_has_to_hold_is_written_as_the_author_writes_it(raid: Scenario) -> None:
    found = {goto.key: goto for edge in graph(raid).edges for goto in edge.gotos if not goto.number}
    assert found["raid.publish"].needs == "prepared(cameras)"
    assert found["raid.witnesses"].turns == "if care >= 6"
    assert found["raid.wait"].waits
    turns = [goto.turns for edge in graph(raid).edges for goto in edge.gotos if goto.key == "raid.witnesses"]
    assert turns == ["if care >= 6", "otherwise"]
    assert [ending.when for ending in graph(raid).endings] == ["outcome == backfire", ""]
    assert graph(raid).stops[1].methods[1].when == "not families_warned"


def test_odds_are_told_out_of_all_that_are_drawn_from(raid: Scenario) -> None:
    def turns(*outcomes: tuple[object, int]) -> list[str]:
        scene = raid.scenes["raid"]
        made = tuple(Outcome("So.", "", "smear", when, odds) for when, odds in outcomes)  # type: ignore[arg-type]
        move = scene.moves[0]._replace(outcomes=made)
        changed = replace(raid, scenes={**raid.scenes, "raid": scene._replace(moves=(move, *scene.moves[1:]))})
        edge = next(iter(graph(changed).edges))
        return [goto.turns for goto in edge.gotos if goto.move == move.id]

    warned = Is("families_warned", ">=", 1)
    assert turns((None, 3), (None, 1)) == ["odds 3 of 4", "odds 1 of 4"]
    assert turns((warned, 0), (None, 3), (None, 1)) == ["if families_warned", "odds 3 of 4", "odds 1 of 4"]
    # While one is only sometimes in the draw, there is no total.
    assert turns((Not(warned), 3), (None, 1)) == ["if not families_warned, odds 3", "odds 1"]
    assert turns((warned, 0), (None, 1)) == ["if families_warned", "otherwise"]


@given(tangles())
def test_the_same_scenario_gives_the_same_map(scenario: Scenario) -> None:
    assert graph(scenario) == graph(replace(scenario))
    assert [stop.id for stop in graph(scenario).stops] == list(scenario.scenes)
    assert Counter(edge.source for edge in graph(scenario).edges).keys() == set(scenario.scenes)
