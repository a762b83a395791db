"""The cards: one for each principle, with the drills that are variants of it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backfire_sim.engine.drills import FRAME, NEEDS, STATEMENT, Placed
from backfire_sim.scoring.vocabulary import METHODS, RESPONSE_OF_TACTIC, TACTICS


class Card(NamedTuple):
    """A principle, and the drills that ask for it, in the order of the deck."""

    principle: str
    drills: tuple[Placed, ...]


def cards_of(drills: Iterable[Placed]) -> dict[str, Card]:
    """The card of each principle that some drill asks for, in the order in which a newcomer meets them."""
    variants: dict[str, list[Placed]] = {}
    for placed in drills:
        variants.setdefault(placed.principle, []).append(placed)
    place = {principle: number for number, principle in enumerate(newcomers_order())}
    ordered = sorted(variants, key=lambda principle: (place.get(principle, len(place)), principle))
    return {principle: Card(principle, tuple(variants[principle])) for principle in ordered}


def kind_of(principle: str) -> str:
    """What kind of thing a principle asks for: name, next, tactic, missing or write."""
    return principle.partition(":")[0]


def newcomers_order() -> tuple[str, ...]:
    """Every principle, in the order in which a newcomer meets them.

    To see what is being done comes first, so the five methods are among the first ten; between them, and among all
    the others, stand moves and what moves are missing, so that no kind comes in a block.
    """
    names = [f"name:{method}" for method in METHODS]
    missing = [f"missing:{need}" for need in NEEDS]
    tactics = list(_tactics_in_turn())
    nexts = [f"next:{method}" for method in METHODS]
    writing = [f"write:{FRAME}", f"write:{STATEMENT}"]
    first = _spread(names, [tactics[0], missing[0], tactics[1], missing[1], tactics[2]])
    return (*first, *_spread(tactics[3:], _spread(nexts, missing[2:], writing)))


def look_alike(one: str, other: str) -> bool:
    """Whether two principles are easily taken for each other, so that they teach most side by side."""
    kind, what = one.split(":", 1)
    other_kind, other_what = other.split(":", 1)
    if kind != other_kind or what == other_what:
        return False
    if kind == "tactic":
        what, other_what = RESPONSE_OF_TACTIC.get(what, ""), RESPONSE_OF_TACTIC.get(other_what, "")
    return frozenset((what, other_what)) in _TAKEN_FOR_EACH_OTHER


_TAKEN_FOR_EACH_OTHER = {
    frozenset(pair)
    for pair in (
        # Both keep people from what happened: one hides it, the other says that it is being looked into.
        ("cover_up", "official_channels"),
        # A denial is either: that nothing happened, or that it was something else.
        ("cover_up", "reinterpretation"),
        # "They had it coming" speaks of people; "they started it" speaks of the deed.
        ("devaluation", "reinterpretation"),
        # A name put up in public makes somebody small, and makes them afraid.
        ("devaluation", "intimidation_rewards"),
        # A settlement is a procedure, and a price for silence.
        ("official_channels", "intimidation_rewards"),
        ("reveal", "reframe"),
        ("redeem", "reframe"),
        ("redirect", "resist"),
        # Whether it is so, and whether it is believed from this mouth.
        ("evidence", "messenger"),
        # Nobody asked them, and nobody looked after them.
        ("consent", "care"),
        ("consent", "messenger"),
        (FRAME, STATEMENT),
    )
}


def _tactics_in_turn() -> Iterator[str]:
    """The tactics, one of each R in turn."""
    for row in range(max(map(len, TACTICS.values()))):
        yield from (f"tactic:{tactics[row]}" for tactics in TACTICS.values() if row < len(tactics))


def _spread(*lanes: list[str]) -> list[str]:
    """The lanes as one, each spread evenly over the whole, in its own order."""
    placed = [
        ((number + 0.5) / len(lane), at, principle)
        for at, lane in enumerate(lanes)
        for number, principle in enumerate(lane)
    ]
    return [principle for _place, _at, principle in sorted(placed)]
