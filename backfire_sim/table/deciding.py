"""What a spread decides, by the rule that the table agreed on before it played."""

from typing import NamedTuple

from backfire_sim.table import state as s
from backfire_sim.table.lot import lot
from backfire_sim.table.setup import CAREFUL, CONSENT, HALF, LOT, Setup
from backfire_sim.table.state import Choice, Spread


class Verdict(NamedTuple):
    """What follows from a spread."""

    stage: str
    """decided, objections or unsettled."""
    number: int
    """What is decided or proposed, from 1; 0: nothing."""
    how: str
    contenders: tuple[int, ...] = ()
    """Between which the choices did not decide; empty where they did, and where nobody chose anything."""


def verdict(setup: Setup, options: tuple[Choice, ...], spread: Spread, about: str) -> Verdict:
    """What a spread decides. `about` names this one choice for the lot."""
    leading = _leading(setup, spread)
    if len(leading) == 1:
        return _settled(setup, leading[0], s.BY_CHOICE)
    if leading and setup.ties == LOT:
        return _settled(setup, leading[lot(setup.seed, about, len(leading))], s.BY_LOT, leading)
    if leading and setup.ties == CAREFUL:
        return _settled(setup, min(leading, key=lambda n: (options[n - 1].care, n)), s.BY_CARE, leading)
    return Verdict(s.UNSETTLED, 0, "", leading)


def _settled(setup: Setup, number: int, how: str, contenders: tuple[int, ...] = ()) -> Verdict:
    return Verdict(s.OBJECTIONS if setup.needs == CONSENT else s.DECIDED, number, how, contenders)


def _leading(setup: Setup, spread: Spread) -> tuple[int, ...]:
    """The one number that the rule takes, or those between which it does not decide; none where nobody chose."""
    most = max(spread.counts, default=0)
    if not most:
        return ()
    top = _with(spread, {most})
    if setup.needs != HALF or 2 * most > sum(spread.counts) or len(top) > 1:
        return top
    # Less than half are for the first: it is between the first and those who come next.
    return _with(spread, {most, max(count for count in spread.counts if count < most)})


def _with(spread: Spread, counts: set[int]) -> tuple[int, ...]:
    return tuple(n for n, count in enumerate(spread.counts, start=1) if count in counts)
