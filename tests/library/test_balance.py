"""What must hold of every built-in scenario (docs/model.md): not by taste, but by playing it."""

import random
from collections.abc import Iterator

import pytest

from backfire_sim.engine.apply import apply, legal_moves
from backfire_sim.engine.events import Ask, Play, Prepare, Start
from backfire_sim.engine.position import OVER, PREPARING, Position
from backfire_sim.engine.rules import Rules
from backfire_sim.scenario.load import load
from backfire_sim.scoring.settle import outcome_class
from backfire_sim.scoring.vocabulary import OUTCOME_CLASSES, RESPONSES
from tests.library import LIBRARY

RANDOM_PLAYS = 1500


def rules_of(name: str) -> Rules:
    loaded = load(LIBRARY / f"{name}.yaml")
    assert loaded.scenario is not None
    return loaded.scenario.rules


def opened(rules: Rules, options: tuple[str, ...], ask: bool) -> Position:
    position = apply(rules, None, Start(0)).after
    if position.phase == PREPARING:
        position = apply(rules, position, Prepare(options)).after
    return asked(rules, position) if ask else position


def asked(rules: Rules, position: Position) -> Position:
    """Everybody asked for everything they have not said yes to."""
    if position.phase != OVER:
        for person in rules.people.values():
            for use in person.uses:
                if not position.values[rules.places[f"consents({person.id}, {use})"]]:
                    position = apply(rules, position, Ask(person.id, use)).after
    return position


def class_of(position: Position) -> str:
    return outcome_class(position.values)


def ends_of_one_r(rules: Rules, position: Position, response: str, ask: bool) -> Iterator[Position]:
    """Every end that is reached by playing moves of one R wherever one is open, and waiting elsewhere."""
    waiting = [position]
    seen = set()
    while waiting:
        position = waiting.pop()
        if position.phase == OVER:
            yield position
            continue
        moves = rules.scene(position.scene).moves
        chosen = [m for m in legal_moves(rules, position) if moves[m].move.response == response] or ["wait"]
        for move in chosen:
            after = apply(rules, position, Play(position.scene, move)).after
            after = asked(rules, after) if ask else after
            if after not in seen:
                seen.add(after)
                waiting.append(after)


def options_of(rules: Rules, response: str) -> tuple[str, ...]:
    preparation = rules.scenario.preparation
    chosen = [option.id for option in rules.options.values() if option.response == response]
    return tuple(chosen[: preparation.choose if preparation else 0])


@pytest.mark.parametrize("name", LIBRARY.names)
def test_doing_nothing_ends_smothered_or_chilled(name: str) -> None:
    rules = rules_of(name)
    position = opened(rules, (), ask=False)
    while position.phase != OVER:
        position = apply(rules, position, Play(position.scene, "wait")).after
    assert class_of(position) in ("smothered", "chilled")


@pytest.mark.parametrize("ask", [True, False], ids=["asking", "not asking"])
@pytest.mark.parametrize("response", RESPONSES)
@pytest.mark.parametrize("name", LIBRARY.names)
def test_one_r_alone_never_reaches_backfire(name: str, response: str, ask: bool) -> None:
    rules = rules_of(name)
    position = opened(rules, options_of(rules, response), ask)
    assert "backfire" not in {class_of(end) for end in ends_of_one_r(rules, position, response, ask)}


def random_play(rules: Rules, chosen: random.Random) -> Position:
    preparation = rules.scenario.preparation
    options = tuple(chosen.sample(list(rules.options), preparation.choose)) if preparation else ()
    position = opened(rules, options, ask=chosen.random() < 0.5)
    while position.phase != OVER:
        move = chosen.choice(legal_moves(rules, position))
        position = apply(rules, position, Play(position.scene, move)).after
    return position


@pytest.mark.parametrize("name", LIBRARY.names)
def test_random_moves_reach_backfire_in_at_most_a_quarter_of_plays_and_no_class_is_out_of_reach(name: str) -> None:
    rules = rules_of(name)
    chosen = random.Random(20)
    ends = [class_of(random_play(rules, chosen)) for _ in range(RANDOM_PLAYS)]
    assert 0 < ends.count("backfire") <= RANDOM_PLAYS / 4
    assert set(ends) <= set(OUTCOME_CLASSES)
    assert len(set(ends)) >= 4
