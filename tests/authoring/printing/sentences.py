"""What the guide says has to be so, held against a table with its tokens."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.authoring.printing.paper import Table


def holds(table: Table, sentence: str) -> bool:
    """Whether what the guide says is so."""
    if not sentence:
        return True
    value, rest = _joined(table, sentence)
    assert not rest, f"{sentence!r}: left over {rest!r}"
    return value


def _joined(table: Table, text: str) -> tuple[bool, str]:
    """Parts joined by one word; a mixture stands in parentheses."""
    values, word = [], ""
    while True:
        value, text = _part(table, text)
        values.append(value)
        found = re.match(r" (and|or) ", text)
        if not found:
            return (any if word == "or" else all)(values), text
        assert word in ("", found[1]), "and and or are mixed"
        word, text = found[1], text[found.end() :]


def _part(table: Table, text: str) -> tuple[bool, str]:
    if text.startswith("it is not so that "):
        value, text = _part(table, text.removeprefix("it is not so that "))
        return not value, text
    if text.startswith("("):
        value, text = _joined(table, text[1:])
        assert text.startswith(")")
        return value, text[1:]
    return _fact(table, text)


def _fact(table: Table, text: str) -> tuple[bool, str]:
    found = [(match, say) for pattern, say in _FACTS if (match := re.match(pattern, text))]
    assert found, f"what does this mean? {text!r}"
    match, say = min(found, key=lambda pair: pair[0].end())
    return say(table, match), text[match.end() :]


_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "at least": lambda a, b: a >= b,
    "more than": lambda a, b: a > b,
    "at most": lambda a, b: a <= b,
    "less than": lambda a, b: a < b,
    "exactly": lambda a, b: a == b,
    "not": lambda a, b: a != b,
}


def _compared(table: Table, found: re.Match[str]) -> bool:
    return _COMPARE[found[2]](table.figure(found[1]), int(found[3]))


def _use(table: Table, found: re.Match[str]) -> str:
    return f"{found[1].partition(',')[0].strip()}: {found[2]}"


_END = r"(?= and | or |\)|$)"
_FACTS: list[tuple[str, Callable[[Table, re.Match[str]], bool]]] = [
    (r"([^()“”\[\]]+?) is (at least|more than|at most|less than|exactly|not) (\d+)", _compared),
    (r"(played\(\w+\)) is (less than) (\d+)", _compared),
    (r"you prepared “[^”]*” \[(P\d+)\]", lambda t, m: m[1] in t.prepared),
    (r"you have been at “[^”]*” \[scene (\d+)\]", lambda t, m: int(m[1]) in t.visited),
    (r"you have played “[^”]*” \[(\w+)\]", lambda t, m: m[1] in {move.number for move in t.played}),
    (r"you have played (\w+)", lambda t, m: m[1] in {move.response for move in t.played}),
    (r"you answered the [^“]* at “[^”]*” \[([\d.]+)\]", lambda t, m: m[1] in {x.number for x in t.answered}),
    (r"you have answered ([\w -]+?)" + _END, lambda t, m: m[1] in {x.kind.lower() for x in t.answered}),
    (r"the play stands at ([\w -]+?)" + _END, lambda t, m: t.stands_at().lower() == m[1]),
    (r"the play does not stand at ([\w -]+?)" + _END, lambda t, m: t.stands_at().lower() != m[1]),
    (r"“([^”]*)” has happened \[X\d+\]", lambda t, m: m[1] in t.thrown),
    (r"([^()“”]+?) has been named", lambda t, m: any(b.partition(",")[0].strip() == m[1] for b in t.named)),
    (r"([^()“”]+?) has said yes \(([^)]*)\)", lambda t, m: _use(t, m) in t.yes),
    (r"([^()“”]+?) has said no \(([^)]*)\)", lambda t, m: _use(t, m) in t.no),
    (r"“([^”]*)”(?! has happened)", lambda t, m: m[1] in t.so),
]
"""Every kind of thing that the guide says is so, and how a person at the table sees whether it is."""
