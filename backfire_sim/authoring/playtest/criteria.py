"""What must hold of a scenario, from the page about balancing, held against what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from backfire_sim.authoring.playtest.report import Criterion, Ended, MoveFound
from backfire_sim.scoring.vocabulary import RESPONSES, label

if TYPE_CHECKING:
    from backfire_sim.authoring.golden import Result

MOST_OF_RANDOM = 0.25
"""Random moves may reach backfire in at most this share of plays."""
MOST_OFTEN_BEST = 0.60
"""A move may be the best in at most this share of the states in which it is open."""
HISTORICAL = "historical"
"""Id of the golden play that goes the way that history went."""


def criteria(
    ended: Sequence[Ended], moves: Sequence[MoveFound], golden: Sequence[Result], is_case_file: bool
) -> Iterator[Criterion]:
    """Every line of the list, in its order."""
    by_id = {row.strategy: row for row in ended}
    nothing = by_id["nothing"].classes
    quiet = nothing["smothered"] + nothing["chilled"]
    yield Criterion("Doing nothing ends smothered or chilled", quiet > 1 - 1e-9, f"{_percent(quiet)} of such plays")
    reached = {response: by_id[response].classes["backfire"] for response in RESPONSES}
    alone = [f"{label(response)} {_percent(share)}" for response, share in reached.items() if share > 0]
    yield Criterion("One R alone never reaches backfire", not alone, ", ".join(alone) or "none does")
    random = by_id["random"].classes["backfire"]
    yield Criterion(
        f"Random moves reach it in at most {_percent(MOST_OF_RANDOM)} of plays",
        random <= MOST_OF_RANDOM,
        f"{_percent(random, MOST_OF_RANDOM)}{_sample(by_id['random'])}",
    )
    best = max(row.classes["backfire"] for row in ended)
    sure = best > 0 or by_id["best"].exact
    yield Criterion("Some path reaches it", best > 0 if sure else None, "found" if best > 0 else "none was found")
    yield _often_best(moves)
    if is_case_file:
        history = next((result for result in golden if result.id == HISTORICAL), None)
        measured = (
            "there is no golden play `historical`" if history is None else "; ".join(history.differs) or "it does"
        )
        yield Criterion("The historical path ends in its historical class", bool(history and history.passed), measured)


def _often_best(moves: Sequence[MoveFound]) -> Criterion:
    says = f"No move is the best in more than {_percent(MOST_OFTEN_BEST)} of the states in which it is open"
    known = [move for move in moves if move.best is not None]
    if not known:
        return Criterion(says, None, "only found by looking at every play")
    often = sorted((m for m in known if (m.best or 0) > MOST_OFTEN_BEST), key=lambda m: -(m.best or 0))
    top = often or [max(known, key=lambda move: move.best or 0)]
    return Criterion(
        says, not often, ", ".join(f"{m.scene}.{m.move} {_percent(m.best or 0, MOST_OFTEN_BEST)}" for m in top[:5])
    )


def _sample(row: Ended) -> str:
    return "" if row.exact else f" of {row.plays:,} plays"


def _percent(share: float, limit: float | None = None) -> str:
    """A share in percent; one that is above its limit has as many places as it takes to see that."""
    said = f"{100 * share:.1f} %" if 0 < share < 0.1 else f"{100 * share:.0f} %"
    if limit is None or share <= limit or said != _percent(limit):
        return said
    return next((more for places in (1, 2) if float((more := f"{100 * share:.{places}f} %")[:-2]) > 100 * limit), said)
