"""The plane of a play in words: cost to the perpetrators against support for the movement."""

from collections.abc import Sequence

from backfire_sim.speech import _, later
from backfire_sim.views.ending import Point

REGIONS = (
    (later("costly, but few were won"), later("the violence backfired")),
    (later("little came of it"), later("many were won, at little cost to them")),
)
"""The four regions: above left, above right, below left, below right."""


def in_words(path: Sequence[Point], needed_support: int, needed_cost: int) -> str:
    """Where the way began and ended, as a sentence."""
    first, last = path[0], path[-1]
    above = last.cost >= needed_cost
    region = REGIONS[0 if above else 1][1 if last.support >= needed_support else 0]
    return _(
        "You began with {support} of 100 on your side and a cost of {cost}, and ended with {last_support} and "
        "{last_cost}: {region}. "
        "It takes {needed_support} and {needed_cost} to count as backfire.",
        support=first.support,
        cost=first.cost,
        last_support=last.support,
        last_cost=last.cost,
        region=_(region),
        needed_support=needed_support,
        needed_cost=needed_cost,
    )


def points_told(path: Sequence[Point]) -> list[str]:
    """Where the play stood at the opening and after each round, a sentence each."""
    opening, after = (
        _("At the opening: support {support}, mean cost {cost}."),
        _("After round {round}: support {support}, mean cost {cost}."),
    )
    return [
        (after if point.round else opening).format(round=point.round, support=point.support, cost=point.cost)
        for point in path
    ]
