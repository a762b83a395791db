"""One number by which ends of plays can be compared. It serves authors only: no player is ever shown a score.

An end is worth the mean of the four costs to the perpetrators plus the support gained, each in points of 100, as in
the plane that the debrief draws. A backfire stands above all that is none.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from backfire_sim.authoring.explore.conditions import CLASSES, Columns
from backfire_sim.scoring import board as b
from backfire_sim.scoring.vocabulary import COSTS

BACKFIRE = CLASSES.index("backfire")
ABOVE = 1_000.0
"""What puts a backfire above every other end: more than any cost and support together."""


def worth(columns: Columns, kinds: NDArray[np.int8]) -> NDArray[np.float64]:
    """What each end is worth."""
    return np.asarray(points(columns) + ABOVE * (kinds == BACKFIRE))


def points(columns: Columns) -> NDArray[np.float64]:
    """Mean cost plus support gained, -100 to 200."""
    return np.asarray(mean_cost(columns) + (columns[b.SUPPORT] - columns[b.SUPPORT_AT_START]), dtype=np.float64)


def mean_cost(columns: Columns) -> NDArray[np.float64]:
    """Mean of the four costs, 0 to 100."""
    return np.asarray(columns[b.COST : b.COST + len(COSTS)].sum(axis=0) / len(COSTS), dtype=np.float64)


def figures(columns: Columns) -> dict[str, NDArray[np.float64]]:
    """What is said of ends: mean cost, support gained, and care."""
    gained = columns[b.SUPPORT] - columns[b.SUPPORT_AT_START]
    return {"cost": mean_cost(columns), "gained": gained.astype(np.float64), "care": columns[b.CARE].astype(np.float64)}
