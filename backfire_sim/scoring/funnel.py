"""The arithmetic of the funnel, once.

Every function takes whole numbers, or arrays of whole numbers of the same length, and gives back the same kind. A
single play calls them with integers, a batch of plays with columns; there is no second implementation. To keep that
true only `+ - * //` and comparisons are used, never `min`, `max` or `if`.
"""

from typing import Any

from backfire_sim.scoring.constants import RATE, SUPPORT_LOST_IN, SUPPORT_WON_IN

Whole = Any
"""A whole number, or an array of them."""


def lower_of(a: Whole, b: Whole) -> Whole:
    """The lower of two numbers."""
    return a - (a - b) * (a > b)


def not_negative(a: Whole) -> Whole:
    """The number, or 0 where it is below."""
    return a * (a > 0)


def clamped(a: Whole, low: int, high: int) -> Whole:
    """The number brought into low..high."""
    return a + (low - a) * (a < low) - (a - high) * (a > high)


def felt(visibility: Whole, dignity: Whole, meaning: Whole) -> Whole:
    """The product of an audience's three gates, 0 to 1000."""
    return visibility * dignity * meaning


def outraged(felt_: Whole) -> Whole:
    """Of 100 people in an audience, how many know, see people, and call it unjust."""
    return felt_ // 10


def acting(felt_: Whole, momentum: Whole, courage: Whole) -> Whole:
    """Of 100 people in an audience, how many act and keep acting."""
    return felt_ * momentum * courage // 1000


def support_after(support: Whole, outraged_: Whole) -> Whole:
    """Support after a round, 0 to 100: won quickly (half the gap), lost slowly (a sixth)."""
    gap = outraged_ - support
    return support + (gap > 0) * ((gap + 1) // SUPPORT_WON_IN) - (gap < 0) * ((-gap) // SUPPORT_LOST_IN)


def cost_after(cost: Whole, ceiling: Whole, pressure: Whole) -> Whole:
    """A cost after a round, 0 to 100: it moves towards its ceiling with the pressure and never falls."""
    return cost + not_negative((ceiling - cost) * RATE * pressure // 10_000)


def weighted_mean(values: list[Whole], weights: tuple[int, ...], total: int) -> Whole:
    """Floor of the mean of the values under the weights; 0 where no weight is."""
    if total == 0:
        return 0 * values[0]
    mean = values[0] * weights[0]
    for value, weight in zip(values[1:], weights[1:], strict=True):
        mean = mean + value * weight
    return mean // total
