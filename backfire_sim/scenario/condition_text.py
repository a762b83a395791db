"""A condition back as the line an author would write; read again, it is the same condition."""

from __future__ import annotations

from collections.abc import Collection

from backfire_sim.engine.conditions import All, AnyOf, Condition, Is, Not, OutcomeIs

_ANY_OF, _ALL, _PART = 0, 1, 2
"""How tightly a condition binds; what stands inside something tighter needs parentheses."""


def as_line(condition: Condition | None, facts: Collection[str]) -> str:
    """The condition as one line, such as `care >= 6 and not visited(raid)`; empty for one that always holds.

    `facts` are the ids of the scenario's facts: they are yes or no, and are not compared.
    """
    return "" if condition is None else _written(condition, facts, _ANY_OF)


def as_list(condition: Condition | None, facts: Collection[str]) -> list[str]:
    """The condition as lines that all have to hold: shorter to read where several are joined by `and`."""
    match condition:
        case None:
            return []
        case All(parts):
            return [as_line(part, facts) for part in parts]
        case _:
            return [as_line(condition, facts)]


def _written(condition: Condition, facts: Collection[str], inside: int) -> str:
    match condition:
        case Is(term, ">=", 1) if "(" in term or term in facts:
            return term
        case Is(term, op, number):
            return f"{term} {op} {number}"
        case OutcomeIs(outcome, equal):
            return f"outcome {'==' if equal else '!='} {outcome}"
        case Not(part):
            return f"not {_written(part, facts, _PART)}"
        case All((part,)) | AnyOf((part,)):
            return _written(part, facts, inside)
        case All(parts):
            return _joined(" and ", [_written(part, facts, _PART) for part in parts], inside > _ALL)
        case AnyOf(parts):
            return _joined(" or ", [_written(part, facts, _ALL) for part in parts], inside > _ANY_OF)


def _joined(word: str, parts: list[str], in_parentheses: bool) -> str:
    line = word.join(parts)
    return f"({line})" if in_parentheses else line
