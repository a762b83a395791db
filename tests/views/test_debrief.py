"""The debrief: what it says of plays that are known, and that it holds of any."""

import time

import pytest
from hypothesis import given

from backfire_sim.engine.events import Ask, Play, Prepare
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scoring import board as b
from backfire_sim.scoring.settle import outcome_class
from backfire_sim.table.setup import Setup
from backfire_sim.table.state import Spread, Table, Told
from backfire_sim.views.beside import beside_view
from backfire_sim.views.debrief import debrief_at, debrief_view
from backfire_sim.views.ending import mean_cost
from backfire_sim.views.level import SOFTENED, VEILED
from tests.engine.test_retrace import made_of
from tests.library import LIBRARY
from tests.library.plays import golden_ids, golden_play
from tests.made import played

COUNT = "the-count-goes-on"


@given(played())
def test_every_other_way_ends_as_a_play_of_its_events_ends(session: Session) -> None:
    told = debrief_view(session)
    end = session.position.values
    for decision in told.decisions:
        for way in decision.ways:
            anew = Session.replay(session.scenario, way.events)
            assert bool(anew.position.ending) == bool(way.ending) >= bool(session.position.ending)
            values = anew.position.values
            assert (way.outcome, way.point.support, way.point.cost) == (
                outcome_class(values), values[b.SUPPORT], mean_cost(values),
            )  # fmt: skip
            assert (way.cost, way.support) == (way.point.cost - mean_cost(end), way.point.support - end[b.SUPPORT])
            assert way.first_difference
            assert way.fits
    assert len(told.timeline) == len(told.funnel) - 1 == len(told.ending.chain)
    assert sum(len(gate.rounds) for gate in told.why.gates) == len(told.timeline)


@pytest.mark.parametrize("name", LIBRARY.names)
def test_golden_plays_have_a_whole_debrief(name: str) -> None:
    for play in golden_ids(name):
        told = debrief_view(golden_play(name, play))
        assert [part for part, _name in told.parts][:5] == ["feelings", "happened", "why", "overlooked", "otherwise"]
        assert told.why.methods
        assert all(decision.open_choices >= 2 for decision in told.decisions), play
        for level in (SOFTENED, VEILED):
            assert debrief_at(told, level).funnel == told.funnel
        veiled = debrief_at(told, VEILED)
        texts = [moment.link.text for moment in veiled.timeline]
        texts += [way.text for decision in veiled.decisions for way in decision.ways]
        assert not any(texts)


def test_what_carried_a_play_is_found_by_trying_the_rest() -> None:
    """The recording without a yes: found as such, and the same choice after asking is there too."""
    told = debrief_view(golden_play(COUNT, "tempting"))
    carried = told.why.decisive
    assert carried is not None
    assert carried.mean_distance == max(decision.mean_distance for decision in told.decisions)
    kinds = {each.kind: each.items for each in told.overlooked}
    assert len(kinds["broken"]) == 2
    assert any("Danny" in line for line in kinds["people"])
    assert any("Gil Stroud" in line and "45" in line for line in kinds["bearers"])


def test_asking_first_is_a_way_of_its_own() -> None:
    told = debrief_view(golden_play(COUNT, "good"))
    asked = [way for way in told.decisions[5].ways if way.kind == "asked"]
    without = [way for way in told.decisions[5].ways if way.without_a_yes]
    assert [way.outcome for way in asked] == ["backfire"]
    assert [way.outcome for way in without] == ["pyrrhic"]
    assert any(isinstance(event, Ask) and event.use == "offer" for event in asked[0].events)


def test_a_play_where_only_waiting_was_open_has_nothing_else_to_show() -> None:
    told = debrief_view(Session(made_of({"a": {}})))
    assert "otherwise" not in dict(told.parts)
    assert told.why.decisive is None
    assert told.why.bottleneck_words


def _long() -> Scenario:
    ids = [f"s{n}" for n in range(12)]
    after = [*ids[1:], "END"]
    return made_of({name: {f"m{n}": to for n in range(7)} | {"wait": to} for name, to in zip(ids, after, strict=True)})


def test_a_play_of_twelve_rounds_is_replayed_in_every_other_way_before_anybody_waits() -> None:
    session = Session(_long())
    while not session.over:
        session.play(Play(session.position.scene, session.legal_moves()[0]))
    began = time.process_time()
    told = debrief_view(session)
    assert time.process_time() - began < 0.5
    assert sum(len(decision.ways) for decision in told.decisions) == 12 * 7


def test_a_table_tells_spreads_reasons_and_what_was_expected() -> None:
    session = golden_play(COUNT, "good")
    prepared = next(event for event in session.line if isinstance(event, Prepare))
    first = next(event for event in session.line if isinstance(event, Play))
    options = tuple(session.rules.scene(first.scene).moves)
    counts = tuple(3 if option == first.move else 1 if n == 0 else 0 for n, option in enumerate(options))
    again = tuple(4 if option == first.move else 0 for option in options)
    ready = tuple(session.rules.options)
    rounds = (
        Told("", ready, "", "", 1, Spread((2,) * len(ready)), None, 0, (), None, ()),
        Told(
            first.scene, options, first.move, "choice", 2, Spread(counts), Spread(again), 0,
            ("They were asked first.",), Spread((0, 4, 0, 0, 0)), ("devaluation",),
        ),
    )  # fmt: skip
    told = debrief_view(session, Table(Setup(seats=4, code=("ask_first",)), told=rounds))
    assert told.table is not None
    assert [chosen.round for chosen in told.table.chosen] == [0, 1]
    assert [tally.taken for tally in told.table.chosen[0].tallies].count(True) == len(prepared.options)
    round_one = told.table.chosen[1]
    assert (round_one.moved, round_one.reasons) == (1, ("They were asked first.",))
    assert [(each.round, each.right, each.of) for each in told.table.expected] == [(2, 4, 4)]
    assert "table" in dict(told.parts)


def test_two_plays_part_where_their_first_choices_differ() -> None:
    good, other = golden_play(COUNT, "good"), golden_play(COUNT, "tempting")
    both = beside_view(good, other)
    assert both.parted == 0
    assert [both.first.ending.outcome, both.second.ending.outcome] == ["backfire", "chilled"]
    assert not any(pair.same_choice for pair in both.pairs)
    same = beside_view(good, golden_play(COUNT, "good"))
    assert same.parted == -1
    assert all(pair.same_choice for pair in same.pairs)
    two = beside_view(good, golden_play("paper-menorahs", "good"))
    assert not two.same_scenario
    assert two.costs


def test_two_plays_that_differ_in_one_move_part_in_its_round() -> None:
    one, two = Session(_long()), Session(_long())
    for session, third in ((one, "m0"), (two, "m1")):
        for number in range(5):
            session.play(Play(session.position.scene, third if number == 2 else "m0"))
    two.play(Play(two.position.scene, "m0"))
    both = beside_view(one, two)
    assert both.parted == 3
    assert [pair.same_choice for pair in both.pairs] == [True, True, False, True, True, False]
    assert both.pairs[5].first is None
