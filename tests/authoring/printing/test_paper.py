"""Played with pencil and tokens, by what is printed and nothing else, a scenario comes out as in the program."""

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backfire_sim.authoring.printing.effects import use_label
from backfire_sim.authoring.printing.numbering import Numbering, letters
from backfire_sim.authoring.printing.pack import printed
from backfire_sim.authoring.walk import Way, walk
from backfire_sim.engine.apply import Turn, legal_moves
from backfire_sim.engine.events import Ask, Play, Prepare, Throw, Withdraw
from backfire_sim.engine.position import IN_SCENE, OVER, PREPARING
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.load import load
from backfire_sim.scenario.plays import GoldenPlay, load_plays
from backfire_sim.scoring import board as b
from backfire_sim.scoring.settle import outcome_class, power
from backfire_sim.scoring.vocabulary import AUDIENCE_GATES, COSTS, label
from backfire_sim.storage.shelf import built_ins
from tests.authoring.printing.leaf import read
from tests.authoring.printing.paper import Table
from tests.authoring.printing.sheets import Sheets
from tests.made import random_event, scenarios

SCENARIOS = {name: load(path) for name, path in built_ins().items()}


@cache
def built_in_sheets(name: str) -> Sheets:
    scenario = SCENARIOS[name].scenario
    assert scenario is not None
    return Sheets(read(printed(scenario)))


def sheets(scenario: Scenario) -> Sheets:
    """The sheets of a scenario, with tables that have been read already."""
    known = next(iter(SCENARIOS))
    without = re.sub(r'<table class="figures[^"]*" id="table-[a-d].*?</table>', "", printed(scenario), flags=re.DOTALL)
    return Sheets(read(without), built_in_sheets(known))


def golden_plays() -> list[tuple[str, GoldenPlay]]:
    return [
        (name, play) for name, path in built_ins().items() for play in load_plays(sidecar(path), SCENARIOS[name]).plays
    ]


@pytest.mark.parametrize(("name", "play"), golden_plays(), ids=lambda value: getattr(value, "id", value))
def test_golden_plays_come_out_the_same_on_paper(name: str, play: GoldenPlay) -> None:
    scenario = SCENARIOS[name].scenario
    assert scenario is not None
    session = walk(scenario, Way(play.path, play.prepare, play.consent, play.seed))
    _played_again(session, built_in_sheets(name))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_plays_of_scenarios_made_up_at_random_come_out_the_same_on_paper(data: st.DataObject) -> None:
    scenario = data.draw(scenarios())
    printed_sheets = sheets(scenario)
    for seed in range(3):
        session = Session(scenario, seed)
        while session.position.phase != OVER:
            session.play(random_event(data.draw, session))
        _played_again(session, printed_sheets)


def _played_again(session: Session, printed_sheets: Sheets) -> None:
    """Play the events that stand on paper, and hold every token against the engine's numbers after each."""
    table = Table.laid(printed_sheets)
    numbering = Numbering(session.scenario)
    for turn in session.turns():
        _happens(table, session, numbering, turn)
        _agrees(table, session, numbering, turn)


def _happens(table: Table, session: Session, numbering: Numbering, turn: Turn) -> None:
    rules = session.rules
    match turn.event:
        case Prepare(options):
            table.prepare([numbering.option(option) for option in options])
        case Ask(person, use):
            assert table.ask(use_label(rules, person, use)) is turn.granted
        case Withdraw(person, use):
            table.take_back(use_label(rules, person, use))
        case Throw(inject):
            table.throw(numbering.inject(inject))
        case Play(scene, move):
            outcomes = [ready.outcome for ready in rules.scene(scene).moves[move].outcomes]
            at = next(n for n, outcome in enumerate(outcomes) if outcome is turn.outcome)
            table.play(numbering.move(scene, move), letters(at).lower())


def _agrees(table: Table, session: Session, numbering: Numbering, turn: Turn) -> None:
    rules, position = session.rules, turn.after
    values = position.values
    expected = {
        (audience.label, label(gate)): values[base + n]
        for audience, base in zip(rules.scenario.audiences, rules.board.bases, strict=True)
        for n, gate in enumerate((*AUDIENCE_GATES, "support"))
    }
    expected |= {("", label(name)): values[rules.places[name]] for name in ("momentum", "courage", "care", "evidence")}
    expected |= {("", label(cost)): values[b.COST + k] for k, cost in enumerate(COSTS)}
    expected |= {("", counter.label): values[rules.places[counter.id]] for counter in rules.scenario.counters}
    if ("", label("capacity")) in table.tokens:
        expected["", label("capacity")] = values[b.CAPACITY]
    assert table.tokens == expected
    assert list(table.ceilings.values()) == list(values[b.CEILING : b.CEILING + 4])
    assert list(table.pressures.values()) == list(values[b.PRESSURE : b.PRESSURE + 4])
    assert (table.breaches, table.broken) == (values[b.BREACHES], values[b.BROKEN_CONSENTS])
    assert table.together("Support") == values[b.SUPPORT]
    assert table.together("Mobilization") == values[b.MOBILIZATION]
    assert table.figure("power") == power(values)
    assert table.round == values[b.ROUND]
    assert table.so == {text for fact, text in rules.scenario.facts.items() if values[rules.places[fact]]}
    if position.phase == PREPARING:
        return
    assert table.stands_at() == label(outcome_class(values))
    assert [method.number for method in table.standing] == [numbering.method(*key) for key in position.standing]
    if position.phase == IN_SCENE:
        assert table.scene == numbering.scene(position.scene)
        open_now = [numbering.move(position.scene, move) for move in legal_moves(rules, position)]
        assert table.open_cards() == set(open_now)
    if position.ending:
        assert table.ending == next(e.title for e in rules.scenario.endings if e.id == position.ending)
