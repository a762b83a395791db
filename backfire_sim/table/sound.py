"""Whether a table that was read from a file is one that the rest can rely on."""

from backfire_sim.scoring.vocabulary import METHODS
from backfire_sim.table.conduct import LINES, OWN
from backfire_sim.table.setup import HANDS
from backfire_sim.table.state import (
    AGAIN,
    COUNTING,
    DECIDED,
    OBJECTIONS,
    PREDICT,
    PREDICTED,
    SHOWN,
    SHOWN_AGAIN,
    STAGES,
    TALK,
    Box,
    Round,
    Spread,
    Table,
    numbers,
)


def is_sound(table: Table) -> bool:
    """Whether a table that was read from a file agrees with itself, as far as everything else relies on it."""
    now, many = table.round, len(table.round.options)
    rounds = (now, *table.trail)
    return (
        all(each.stage in STAGES and len(each.options) == many and each.scene == now.scene for each in rounds)
        and all(_is_counted(each) for each in rounds)
        and all(_fits(spread, len(told.options)) for told in table.told for spread in (told.first, told.again))
        and all(_fits(told.predicted, len(METHODS)) for told in table.told)
        and {*(test.line for test in table.tests)} <= {*LINES, OWN}
        and _is_sealed(table)
    )


def _is_counted(now: Round) -> bool:
    many = len(now.options)
    needs_spread = now.stage in (SHOWN, TALK, AGAIN, SHOWN_AGAIN, OBJECTIONS)
    needs_number = now.stage in (OBJECTIONS, DECIDED) or (now.stage in (PREDICT, PREDICTED) and bool(now.scene))
    return (
        all(0 < number <= many for number in now.contenders)
        and 0 <= now.decided <= many
        and min(now.objections, now.votes, now.clock.left) >= 0
        and _fits(now.first, many)
        and _fits(now.again, many)
        and _fits(now.predicted, len(METHODS))
        and (now.spread is not None or not needs_spread)
        and (now.decided > 0 or not needs_number)
    )


def _fits(spread: Spread | None, many: int) -> bool:
    return spread is None or (len(spread.counts) == many and min(*spread.counts, spread.passed, spread.missing) >= 0)


def _is_sealed(table: Table) -> bool:
    box, many, seats = table.round.box, numbers(table), table.setup.seats
    if box.empty:
        return True
    if table.round.stage not in COUNTING or any(round.box != Box() for round in table.trail):
        return False
    if table.setup.way == HANDS:
        return (
            box == Box(hands=box.hands) and len(box.hands) == many and min(box.hands) >= 0 and sum(box.hands) <= seats
        )
    return (
        box == Box(sealed=box.sealed, sealed_counts=box.sealed_counts)
        and len({*box.sealed}) == len(box.sealed) == sum(box.sealed_counts)
        and {*box.sealed} <= {*range(1, seats + 1)}
        and len(box.sealed_counts) == many + 1
        and min(box.sealed_counts) >= 0
    )
