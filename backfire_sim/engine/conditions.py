"""Conditions as values: what must hold, in terms of names and whole numbers.

A condition is a small tree. It is made by the scenario format from one line of text, and read here against a play's
values; nothing of it is ever evaluated as code. `None` stands for "always".
"""

import operator
from collections.abc import Callable, Sequence
from typing import NamedTuple

from backfire_sim.engine.layout import Layout
from backfire_sim.scoring.settle import outcome_class

Values = Sequence[int]
Holds = Callable[[Values], bool]


class Is(NamedTuple):
    """A number stands in a relation to another; a yes/no name is compared with `>= 1`."""

    term: str
    """A name that the layout knows: `care`, `council.support`, `visited(raid)`, a fact or counter."""
    op: str
    number: int


class OutcomeIs(NamedTuple):
    """The outcome class as the play stands now is, or is not, the one named."""

    outcome: str
    equal: bool


class Not(NamedTuple):
    """The part does not hold."""

    part: "Condition"


class All(NamedTuple):
    """Every part holds. It is never equal to `AnyOf` of the same parts, which as a tuple it would be."""

    parts: "tuple[Condition, ...]"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, All) and self.parts == other.parts

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((All, self.parts))


class AnyOf(NamedTuple):
    """At least one part holds. It is never equal to `All` of the same parts, which as a tuple it would be."""

    parts: "tuple[Condition, ...]"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AnyOf) and self.parts == other.parts

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((AnyOf, self.parts))


Condition = Is | OutcomeIs | Not | All | AnyOf

OPERATORS: dict[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def always(_: Values) -> bool:
    """Holds in every position."""
    return True


def bind(condition: Condition | None, layout: Layout) -> Holds:
    """The condition as a function of a play's values. KeyError if it uses a name that the layout does not know."""
    match condition:
        case None:
            return always
        case Is(term, op, number):
            return _comparison(layout, term, OPERATORS[op], number)
        case OutcomeIs(outcome, equal):
            return lambda values: (outcome_class(tuple(values)) == outcome) is equal
        case Not(part):
            holds = bind(part, layout)
            return lambda values: not holds(values)
        case All(parts):
            every = tuple(bind(part, layout) for part in parts)
            return lambda values: all(holds(values) for holds in every)
        case AnyOf(parts):
            some = tuple(bind(part, layout) for part in parts)
            return lambda values: any(holds(values) for holds in some)


def bind_if(condition: Condition | None, layout: Layout) -> Holds | None:
    """As `bind`, but None for a condition that always holds, so that nothing is called for it."""
    return None if condition is None else bind(condition, layout)


def _comparison(layout: Layout, term: str, compare: Callable[[int, int], bool], number: int) -> Holds:
    place = layout.places.get(term)
    if place is not None:
        return lambda values: compare(values[place], number)
    mean = layout.means[term]
    return lambda values: compare(mean(values), number)


def terms(condition: Condition | None) -> set[str]:
    """Every name that the condition reads."""
    match condition:
        case Is(term, _, _):
            return {term}
        case Not(part):
            return terms(part)
        case All(parts) | AnyOf(parts):
            return set().union(*(terms(part) for part in parts))
        case _:
            return set()
