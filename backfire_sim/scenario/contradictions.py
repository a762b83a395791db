"""Conditions that can never hold, because their parts exclude each other."""

from __future__ import annotations

from backfire_sim.scenario.conditions import Comparison, Junction, Negation, Node, Term
from backfire_sim.scoring.vocabulary import LABELS


def contradiction(parts: tuple[Node, ...]) -> str:
    """Two parts joined by `and` that exclude each other; parts inside `or` are each looked at alone."""
    flat: list[Node] = []
    todo = list(parts)
    while todo:
        node = todo.pop(0)
        if isinstance(node, Junction) and node.op == "and":
            todo = [*node.parts, *todo]
        elif isinstance(node, Junction):
            if all(contradiction((part,)) for part in node.parts):
                return contradiction((node.parts[0],))
        else:
            flat.append(node)
    ranges: dict[str, tuple[int, int]] = {}
    said: dict[str, bool] = {}
    for node in flat:
        if isinstance(node, Comparison) and node.number is not None:
            low, high = ranges.get(node.term.name, (-(10**9), 10**9))
            new_low, new_high = bounds(node.op, node.number)
            low, high = max(low, new_low), min(high, new_high)
            if low > high:
                return (
                    f"This is never true: {in_words(node.term.name)} cannot be both "
                    "what one part and what the other part asks for."
                )
            ranges[node.term.name] = (low, high)
        else:
            positive, inner = True, node
            while isinstance(inner, Negation):
                positive, inner = not positive, inner.part
            if isinstance(inner, Comparison) and not inner.op:
                key = written(inner.term)
                if said.setdefault(key, positive) is not positive:
                    return f"This is never true: it asks for `{key}` and for not `{key}`."
    return ""


def bounds(op: str, number: int) -> tuple[int, int]:
    """The lowest and highest value that meet a comparison, ends far beyond any gauge where there is none."""
    far = 10**9
    return {
        "==": (number, number),
        ">=": (number, far),
        ">": (number + 1, far),
        "<=": (-far, number),
        "<": (-far, number - 1),
    }.get(op, (-far, far))


def written(term: Term) -> str:
    """A term as an author writes it."""
    return term.name if term.args is None else f"{term.name}({', '.join(text for text, _ in term.args)})"


def in_words(name: str) -> str:
    """A name as a person reads it in a message."""
    return LABELS[name].lower() if name in LABELS else f"`{name}`"
