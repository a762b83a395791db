"""The one-line language of conditions: `care >= 6 and not visited(raid)`.

    condition  = or-part ;  or-part = and-part {"or" and-part} ;  and-part = not-part {"and" not-part}
    not-part   = "not" not-part | "(" condition ")" | comparison
    comparison = term [("==" | "!=" | "<" | "<=" | ">" | ">=") (whole number | name)]
    term       = name | name "(" name {"," name} ")"

This module knows the grammar and nothing of what the names mean; `meaning` does. Nothing is ever evaluated.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from backfire_sim.text import character_name

MAX_LENGTH = 300
MAX_DEPTH = 20

_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<number>-?[0-9]+)|(?P<name>[^\W\d]\w*(?:\.\w+)*)"
    r"|(?P<op>==|!=|<=|>=|<>|=>|=<|&&|\|\||[<>=!(),])|(?P<quote>[\"'“”‘’])|(?P<other>.)",
    re.DOTALL,
)
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")


class ConditionError(Exception):
    """The condition cannot be read. `start` and `length` count characters of the condition."""

    def __init__(self, message: str, start: int, length: int = 1, help_: str = "", code: str = "BF050") -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.length = length
        self.help = help_
        self.code = code


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


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int


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
            _Token(match.lastgroup or "", match.group(), match.start())
            for match in _TOKEN.finditer(text)
            if match.lastgroup != "space"
        ]
        self.place = 0
        self.depth = 0

    def whole(self) -> Node:
        node = self.alternatives()
        token = self.peek()
        if token is not None:
            raise self._left_over(token)
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
                raise self._expected("a closing parenthesis )", token)
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
            raise self._wrong_operator(token, term)
        self.place += 1
        right = self.peek()
        if right is None or right.kind not in ("number", "name"):
            if right is not None and right.kind == "quote":
                raise _no_quotes(right)
            raise self._expected(f"a whole number after {token.text}", right)
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
            raise self._expected("a name", None)
        if token.kind == "number":
            raise self._number_first(token)
        if token.kind == "quote":
            raise _no_quotes(token)
        if token.text == "!":
            raise ConditionError("`!` is not used here.", token.start, 1, "write `not`")
        if token.kind != "name" or token.text in ("and", "or"):
            if token.text in COMPARISONS:
                raise ConditionError(
                    f"There is no name before {token.text}.",
                    token.start,
                    len(token.text),
                    f"write what is compared, such as `care {self.text[token.start :].strip()}`",
                    "BF033",
                )
            raise self._expected("a name", token)
        self.place += 1
        if not self.take("("):
            return Term(token.text, token.start, token.start + len(token.text))
        args: list[tuple[str, int]] = []
        while True:
            arg = self.peek()
            if arg is not None and arg.kind == "quote":
                raise _no_quotes(arg)
            if arg is None or arg.kind not in ("name", "number"):
                raise self._expected(f"an id in the parentheses of {token.text}", arg)
            self.place += 1
            args.append((arg.text, arg.start))
            if self.take(")"):
                last = self.tokens[self.place - 1]
                return Term(token.text, token.start, last.start + 1, tuple(args))
            if not self.take(","):
                raise self._not_closed(token, args)

    def peek(self) -> _Token | None:
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

    def _expected(self, what: str, token: _Token | None) -> ConditionError:
        if token is None:
            last = self.tokens[-1].text if self.tokens else ""
            help_ = "add )" if what.endswith(")") else ""
            if last in ("and", "or", "not", *COMPARISONS):
                help_ = f"write what follows `{last}`, or leave it out"
            start = max(0, len(self.text) - 1)
            return ConditionError(f"The condition ends where {what} should follow.", start, 1, help_)
        return ConditionError(f"Here {what} is expected, not `{token.text}`.", token.start, len(token.text))

    def _not_closed(self, call: _Token, args: list[tuple[str, int]]) -> ConditionError:
        error = self._expected("a closing parenthesis )", self.peek())
        if self.peek() is None and call.text in ("consents", "refused") and len(args) == 1:
            # In a list in square brackets YAML parts the text at the comma.
            error.help = f"write a dot for the comma, `{call.text}({args[0][0]}.use)`, or put the condition in quotes"
        return error

    def _wrong_operator(self, token: _Token, term: Term) -> ConditionError:
        help_ = {
            "=": "write == to compare",
            "<>": 'write != for "is not"',
            "=>": 'write >= for "at least"',
            "=<": 'write <= for "at most"',
            "&&": "write `and`",
            "||": "write `or`",
            "!": f'write `not {term.name}`, or != for "is not"',
        }[token.text]
        return ConditionError(f"`{token.text}` is not used here.", token.start, len(token.text), help_)

    def _number_first(self, token: _Token) -> ConditionError:
        rest = self.tokens[self.place + 1 : self.place + 5]
        texts = [part.text for part in rest]
        turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
        if len(rest) >= 2 and texts[0] in turned and rest[1].kind == "name":
            help_ = f"write the name first: {texts[1]} {turned[texts[0]]} {token.text}"
            if len(rest) >= 4 and texts[2] in turned and rest[3].kind == "number":
                help_ = f"write {texts[1]} {turned[texts[0]]} {token.text} and {texts[1]} {texts[2]} {texts[3]}"
            return ConditionError("A comparison starts with the name.", token.start, len(token.text), help_)
        return ConditionError("A condition cannot start with a number.", token.start, len(token.text))

    def _left_over(self, token: _Token) -> ConditionError:
        help_ = {
            "&&": "write `and`",
            "||": "write `or`",
            "AND": "write `and` in small letters",
            "And": "write `and` in small letters",
            "OR": "write `or` in small letters",
            "Or": "write `or` in small letters",
            ",": "join conditions with `and`, or write a list: [first, second]",
            ")": "this parenthesis closes nothing",
            "≥": "write >=",
            "≤": "write <=",
            "≠": "write !=",
            "+": "conditions do not calculate",
            "*": "conditions do not calculate",
            "/": "conditions do not calculate",
            "-": "ids have no dashes: write _ instead",
            "is": "write == to compare",
        }.get(token.text, "join two conditions with `and` or `or`")
        before = self.tokens[self.place - 1] if self.place else None
        if token.kind == "name" and before and before.kind == "name" and token.text.lower() not in ("and", "or", "is"):
            one = f"{before.text}_{token.text}"
            help_ = f"write `{one}` if this is one name; else join two conditions with `and` or `or`"
        if token.kind == "quote":
            return _no_quotes(token)
        if unicodedata.category(token.text[0]) in ("Cf", "Zs"):
            what = character_name(token.text[0])
            return ConditionError(f"The character {what} cannot stand here.", token.start, 1, "type the words again")
        return ConditionError(f"`{token.text}` cannot stand here.", token.start, len(token.text), help_)


def _no_quotes(token: _Token) -> ConditionError:
    return ConditionError("Names in conditions stand without quotes.", token.start, 1, "leave the quotes out")
