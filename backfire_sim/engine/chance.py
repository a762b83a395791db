"""Chance, only where an author wrote it, and the same every time the same play is replayed.

A draw is keyed by the seed, the scene, the move and how often that move was played before. Text inserted elsewhere
in a scenario therefore never changes another draw, and no generator has a state that could be lost.
"""

from backfire_sim.engine.conditions import Values
from backfire_sim.engine.rules import ReadyMove, ReadyOutcome


def draw(seed: int, scene: str, move: str, visit: int, total: int) -> int:
    """A whole number from 0 up to, not including, `total`; even to within one part in 2**64 / total."""
    from hashlib import blake2b

    key = f"{seed}|{scene}|{move}|{visit}".encode()
    return int.from_bytes(blake2b(key, digest_size=16).digest(), "big") % total


def possible_outcomes(ready: ReadyMove, values: Values) -> list[ReadyOutcome]:
    """The outcomes that may happen now: one, or the run of weighted outcomes that begins with the first that holds."""
    outcomes = ready.outcomes
    if len(outcomes) == 1:
        return [outcomes[0]]
    first = next(n for n, outcome in enumerate(outcomes) if outcome.when is None or outcome.when(values))
    if not outcomes[first].outcome.odds:
        return [outcomes[first]]
    run = [outcomes[first]]
    for outcome in outcomes[first + 1 :]:
        if not outcome.outcome.odds:
            break
        if outcome.when is None or outcome.when(values):
            run.append(outcome)
    return run


def choose_outcome(ready: ReadyMove, values: Values, seed: int, scene: str, visit: int) -> ReadyOutcome:
    """The outcome that happens: the only one possible, or the one drawn by weight."""
    possible = possible_outcomes(ready, values)
    if len(possible) == 1:
        return possible[0]
    lot = draw(seed, scene, ready.move.id, visit, sum(outcome.outcome.odds for outcome in possible))
    for outcome in possible:
        lot -= outcome.outcome.odds
        if lot < 0:
            return outcome
    raise AssertionError("the weights add up to the total that was drawn from")
