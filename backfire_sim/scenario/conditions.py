"""The one-line language of conditions: `care >= 6 and not visited(raid)`.

    condition  = or-part ;  or-part = and-part {"or" and-part} ;  and-part = not-part {"and" not-part}
    not-part   = "not" not-part | "(" condition ")" | comparison
    comparison = term [("==" | "!=" | "<" | "<=" | ">" | ">=") (whole number | name)]
    term       = name | name "(" name {"," name} ")"

This module knows the grammar and nothing of what the names mean; `meaning` does. Nothing is ever evaluated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from backfire_sim.scenario import condition_slips as slips
from backfire_sim.scenario.condition_slips import COMPARISONS, ConditionError, Stop, Token

MAX_LENGTH = 300
MAX_DEPTH = 20

_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<number>-?[0-9]+)|(?P<name>[^\W\d]\w*(?:\.\w+)*)"
    r"|(?P<op>==|!=|<=|>=|<>|=>|=<|&&|\|\||[<>=!(),])|(?P<quote>[\"'“”‘’])|(?P<other>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A name, or with `args` a call such as `visited(raid)`; `args` hold the words and where each starts."""

    name: str
    start: int
    end: int
    args: tuple[tuple[str, int], ...] | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A term compared with a whole number or with a word; without an operator it has to be yes or no."""

    term: Term
    op: str = ""
    number: int | None = None
    word: str = ""
    right: int = 0
    """Where the right side starts."""
    end: int = 0


@dataclass(frozen=True, slots=True)
class Negation:
    """`not` a part."""

    part: Node
    start: int


@dataclass(frozen=True, slots=True)
class Junction:
    """Parts joined by `and`, or by `or`."""

    op: str
    parts: tuple[Node, ...]


Node = Comparison | Negation | Junction


def parse(text: str) -> Node:
    """The tree of a condition. ConditionError says what is wrong, where, and what to write instead."""
    if len(text) > MAX_LENGTH:
        raise ConditionError(
            f"This condition has {len(text)} characters; at most {MAX_LENGTH} are read.",
            0,
            len(text),
            "split it into a list, one condition a line: all of them have to hold",
            "BF055",
        )
    if not text.strip():
        raise ConditionError("This condition is empty.", 0, 1, "write one, or leave the key out: then it always holds")
    return _Parser(text).whole()


class _Parser:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [
            Token(match.lastgroup or "", match.group(), match.start())
            for match in _TOKEN.finditer(text)
            if match.lastgroup != "space"
        ]
        self.place = 0
        self.depth = 0

    def whole(self) -> Node:
        node = self.alternatives()
        token = self.peek()
        if token is not None:
            raise slips.left_over(self.stop(), token)
        return node

    def alternatives(self) -> Node:
        parts = [self.conjunction()]
        while self.take("or"):
            parts.append(self.conjunction())
        return parts[0] if len(parts) == 1 else Junction("or", tuple(parts))

    def conjunction(self) -> Node:
        parts = [self.negation()]
        while self.take("and"):
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else Junction("and", tuple(parts))

    def negation(self) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ConditionError(
                f"This condition is nested more than {MAX_DEPTH} levels deep.",
                self.peek_start(),
                1,
                "split it into a list, one condition a line",
                "BF055",
            )
        token = self.peek()
        node: Node
        if token is not None and token.kind == "name" and token.text == "not":
            self.place += 1
            node = Negation(self.negation(), token.start)
        elif token is not None and token.text == "(":
            self.place += 1
            node = self.alternatives()
            if not self.take(")"):
                raise slips.left_open(self.stop())
        else:
            node = self.comparison()
        self.depth -= 1
        return node

    def comparison(self) -> Comparison:
        term = self.term()
        token = self.peek()
        if token is None or token.kind != "op" or token.text in "(),":
            return Comparison(term, end=term.end)
        if token.text not in COMPARISONS:
            raise slips.wrong_operator(self.stop(), token, term.name)
        self.place += 1
        right = self.peek()
        if right is None or right.kind not in ("number", "name"):
            if right is not None and right.kind == "quote":
                raise slips.quotes(self.stop(), right)
            raise slips.expected(self.stop(), f"a whole number after {token.text}")
        self.place += 1
        end = right.start + len(right.text)
        after = self.peek()
        if after is not None and after.text in COMPARISONS:
            raise ConditionError(
                "Two comparisons in a row cannot be read.",
                after.start,
                len(after.text),
                f"join two comparisons with `and`: {term.name} {token.text} {right.text} and {term.name} ...",
            )
        if right.kind == "number":
            if len(right.text) > 9:
                raise ConditionError(
                    "This number is too large.", right.start, len(right.text), "no gauge goes that far"
                )
            if after is not None and after.kind == "other" and after.text in ".,%":
                raise ConditionError(
                    "Only whole numbers are compared.", right.start, len(right.text) + 1, "write a whole number"
                )
            return Comparison(term, token.text, number=int(right.text), right=right.start, end=end)
        return Comparison(term, token.text, word=right.text, right=right.start, end=end)

    def term(self) -> Term:
        token = self.peek()
        if token is None:
            raise slips.expected(self.stop(), "a name")
        if token.kind == "number":
            raise slips.number_first(self.stop(), token)
        if token.kind == "quote":
            raise slips.quotes(self.stop(), token)
        if token.text == "!":
            raise slips.exclamation_mark(token)
        if token.kind != "name" or token.text in ("and", "or"):
            if token.text in COMPARISONS:
                raise ConditionError(
                    f"There is no name before {token.text}.",
                    token.start,
                    len(token.text),
                    f"write what is compared, such as `care {self.text[token.start :].strip()}`",
                    "BF033",
                )
            raise slips.expected(self.stop(), "a name")
        self.place += 1
        if not self.take("("):
            return Term(token.text, token.start, token.start + len(token.text))
        args: list[tuple[str, int]] = []
        while True:
            arg = self.peek()
            if arg is not None and arg.kind == "quote":
                raise slips.quotes(self.stop(), arg)
            if arg is None or arg.kind not in ("name", "number"):
                raise slips.expected(self.stop(), f"an id in the parentheses of {token.text}")
            self.place += 1
            args.append((arg.text, arg.start))
            if self.take(")"):
                last = self.tokens[self.place - 1]
                return Term(token.text, token.start, last.start + 1, tuple(args))
            if not self.take(","):
                raise slips.not_closed(self.stop(), token, args)

    def stop(self) -> Stop:
        return Stop(self.text, self.tokens, self.place)

    def peek(self) -> Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def peek_start(self) -> int:
        token = self.peek()
        return token.start if token else len(self.text)

    def take(self, text: str) -> bool:
        token = self.peek()
        if token is not None and token.text == text and token.kind != "quote":
            self.place += 1
            return True
        return False
