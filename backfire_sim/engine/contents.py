"""What a scenario holds, counted: which tactics a group can try in it, which methods are played there and how."""

from backfire_sim.engine.scenario import Scenario


def tactics_of(scenario: Scenario) -> set[str]:
    """Every tactic of which it has a move or a preparation."""
    moves = {move.tactic for scene in scenario.scenes.values() for move in scene.moves}
    prepared = scenario.preparation.options if scenario.preparation else ()
    return moves | {option.tactic for option in prepared}


def techniques_of(scenario: Scenario) -> set[tuple[str, str]]:
    """Every method that is played in it, with the technique."""
    return {(method.uses, method.technique) for scene in scenario.scenes.values() for method in scene.methods}
