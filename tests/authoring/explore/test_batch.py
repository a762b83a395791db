"""Property 9 of the model: a batch of plays equals as many single plays, to the last integer."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfire_sim.authoring.explore.conditions import CLASSES, classes
from backfire_sim.authoring.explore.reading import Reading
from backfire_sim.authoring.explore.sample import Choice, Sampled, preparations, sample
from backfire_sim.authoring.explore.tables import Indices, Tables
from backfire_sim.engine.events import Ask, Play, Prepare
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scenario.load import load
from backfire_sim.scoring.settle import outcome_class
from tests.library import LIBRARY
from tests.made import HUGE, STEPS, scenarios

PLAYS = 24


def played(
    scenario: Scenario, seed: int, plays: int = PLAYS
) -> tuple[Tables, Sampled, list[tuple[str, ...]], list[bool]]:
    tables = Tables(Reading(scenario.rules))
    chance = np.random.default_rng(seed)

    def choose(choice: Choice) -> Indices:
        return np.where(choice.is_open, chance.random(choice.is_open.shape), -1).argmax(axis=0)

    sets = preparations(scenario.rules)
    prepared = [sets[n % len(sets)] for n in range(plays)]
    asking = chance.random(plays) < 0.5
    return tables, sample(tables, prepared, choose, asking=asking), prepared, asking.tolist()


def alone(
    scenario: Scenario, prepared: tuple[str, ...], asks: bool, moves: list[tuple[str, str]], seed: int
) -> Session:
    """The same play by itself."""
    session = Session(scenario, seed)
    if scenario.preparation is not None:
        session.play(Prepare(prepared))
    ask_all(session, asks)
    for scene, move in moves:
        session.play(Play(scene, move))
        ask_all(session, asks)
    return session


def ask_all(session: Session, asks: bool) -> None:
    if asks and not session.over:
        for person in session.rules.people.values():
            for use in person.uses:
                if not session.position.values[session.rules.places[f"consents({person.id}, {use})"]]:
                    session.play(Ask(person.id, use))


def assert_equal_to_single_plays(scenario: Scenario, seed: int, plays: int = PLAYS) -> None:
    tables, batch, prepared, asking = played(scenario, seed, plays)
    moves: list[list[tuple[str, str]]] = [[] for _ in range(plays)]
    for step in batch.steps:
        for play, move in zip(step.plays.tolist(), step.moves.tolist(), strict=True):
            moves[play].append(tables.moves[move])
    found = classes(batch.finals)
    for play in range(plays):
        session = alone(scenario, prepared[play], asking[play], moves[play], play)
        assert session.over
        assert tuple(batch.finals[:, play].tolist()) == session.position.values
        assert tables.endings[batch.endings[play]][0] == session.position.ending
        assert CLASSES[found[play]] == outcome_class(session.position.values)


@settings(max_examples=30, deadline=None)
@given(scenarios(), st.integers(0, 1000))
def test_a_batch_of_plays_equals_single_plays(scenario: Scenario, seed: int) -> None:
    assert_equal_to_single_plays(scenario, seed)


@settings(max_examples=10, deadline=None)
@given(scenarios(steps=STEPS | HUGE), st.integers(0, 1000))
def test_a_batch_holds_its_ranges_as_single_plays_do_whatever_the_steps(scenario: Scenario, seed: int) -> None:
    assert_equal_to_single_plays(scenario, seed)


@pytest.mark.parametrize("name", LIBRARY.names)
def test_batches_of_the_library_equal_single_plays(name: str) -> None:
    scenario = load(LIBRARY / f"{name}.yaml").scenario
    assert scenario is not None
    assert_equal_to_single_plays(scenario, 1, plays=300)
