"""What an author wrote in place of a condition: each slip in words, with what to write instead."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from backfire_sim.scenario.names import CALLS
from backfire_sim.text import character_name

COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
_OTHER_COMPARISONS = {"=": "==", "<>": "!=", "=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "≠": "!="}
_OTHER_WORDS = {"&&": "and", "||": "or", "AND": "and", "And": "and", "OR": "or", "Or": "or"}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_MOST_WORDS = 6


class Repair(NamedTuple):
    """What to write in place of some characters of a condition."""

    start: int
    end: int
    text: str
    if_known: bool = False
    """Only certain if the scenario has this name."""


class ConditionError(Exception):
    """The condition cannot be read. `start` and `length` count characters of the condition."""

    def __init__(
        self,
        message: str,
        start: int,
        length: int = 1,
        help_: str = "",
        code: str = "BF050",
        repair: Repair | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.length = length
        self.help = help_
        self.code = code
        self.repair = repair


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign of a condition, and where it starts."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class Stop(NamedTuple):
    """Where in a condition its reader could not go on."""

    text: str
    tokens: list[Token]
    place: int

    @property
    def token(self) -> Token | None:
        """The token that cannot stand here; None at the end."""
        return self.tokens[self.place] if self.place < len(self.tokens) else None


def expected(stop: Stop, what: str) -> ConditionError:
    """Something else stands where `what` should follow."""
    token = stop.token
    if token is not None:
        return ConditionError(f"Here {what} is expected, not `{token.text}`.", token.start, len(token.text))
    last = stop.tokens[-1].text if stop.tokens else ""
    help_ = "add )" if what.endswith(")") else ""
    if last in ("and", "or", "not", *COMPARISONS):
        help_ = f"write what follows `{last}`, or leave it out"
    return ConditionError(f"The condition ends where {what} should follow.", max(0, len(stop.text) - 1), 1, help_)


def not_closed(stop: Stop, call: Token, args: list[tuple[str, int]]) -> ConditionError:
    """The parentheses of a call that stay open."""
    error = expected(stop, "a closing parenthesis )")
    if stop.token is not None:
        error.repair = _one_name(stop, stop.place - 1)
    elif call.text in ("consents", "refused") and len(args) == 1:
        # In a list in square brackets YAML parts the text at the comma.
        error.help = f"write a dot for the comma, `{call.text}({args[0][0]}.use)`, or put the condition in quotes"
    elif stop.text.count("(") == stop.text.count(")") + 1:
        end = len(stop.text.rstrip())
        error.repair = Repair(call.start, end, f"{stop.text[call.start : end]})")
    return error


def left_open(stop: Stop) -> ConditionError:
    """A parenthesis around a part that stays open."""
    token = stop.token
    return expected(stop, "a closing parenthesis )") if token is None else left_over(stop, token)


def exclamation_mark(token: Token) -> ConditionError:
    """`!` for `not`."""
    repair = Repair(token.start, token.end, "not ")
    return ConditionError("`!` is not used here.", token.start, 1, "write `not`", repair=repair)


def wrong_operator(stop: Stop, token: Token, name: str) -> ConditionError:
    """An operator of another language behind a name."""
    help_ = {
        "=": "write == to compare",
        "<>": 'write != for "is not"',
        "=>": 'write >= for "at least"',
        "=<": 'write <= for "at most"',
        "&&": "write `and`",
        "||": "write `or`",
        "!": f'write `not {name}`, or != for "is not"',
    }[token.text]
    message = f"`{token.text}` is not used here."
    return ConditionError(message, token.start, len(token.text), help_, repair=_in_our_words(stop, token))


def number_first(stop: Stop, token: Token) -> ConditionError:
    """A comparison that is written the other way round, or from two sides."""
    rest = stop.tokens[stop.place + 1 : stop.place + 6]
    texts = [part.text for part in rest]
    if len(rest) < 2 or texts[0] not in _TURNED or rest[1].kind != "name":
        return ConditionError("A condition cannot start with a number.", token.start, len(token.text))
    used, right = 2, f"{texts[1]} {_TURNED[texts[0]]} {token.text}"
    help_ = f"write the name first: {right}"
    if len(rest) >= 4 and texts[2] in _TURNED and rest[3].kind == "number":
        used, right = 4, f"{right} and {texts[1]} {texts[2]} {texts[3]}"
        help_ = f"write {right}"
    # `not` in front would only deny the first half of what is written out as two.
    denied = stop.place > 0 and stop.tokens[stop.place - 1].text == "not"
    sure = not denied and texts[used : used + 1] != ["("]
    repair = Repair(token.start, rest[used - 1].end, right) if sure else None
    return ConditionError("A comparison starts with the name.", token.start, len(token.text), help_, repair=repair)


def left_over(stop: Stop, token: Token) -> ConditionError:
    """Something behind a condition that is whole."""
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
    before = stop.tokens[stop.place - 1] if stop.place else None
    if before is not None and before.text in ("NOT", "Not"):
        small = Repair(before.start, before.end, "not")
        message = f"`{before.text}` cannot stand here."
        return ConditionError(message, before.start, 3, "write `not` in small letters", repair=small)
    if token.kind == "name" and before and before.kind == "name" and token.text.lower() not in ("and", "or", "is"):
        one = f"{before.text}_{token.text}"
        help_ = f"write `{one}` if this is one name; else join two conditions with `and` or `or`"
    if token.kind == "name" and before and before.text in CALLS and token.text.lower() not in ("and", "or", "is"):
        call = Repair(before.start, token.end, f"{before.text}({token.text})")
        message = f"`{token.text}` cannot stand here."
        return ConditionError(message, token.start, len(token.text), f"write `{call.text}`", repair=call)
    if token.kind == "quote":
        return quotes(stop, token)
    if unicodedata.category(token.text[0]) in ("Cf", "Zs"):
        what = character_name(token.text[0])
        return ConditionError(f"The character {what} cannot stand here.", token.start, 1, "type the words again")
    repair = _in_our_words(stop, token) or _is(stop, token) or _one_name(stop, stop.place - 1)
    return ConditionError(f"`{token.text}` cannot stand here.", token.start, len(token.text), help_, repair=repair)


def quotes(stop: Stop, token: Token) -> ConditionError:
    """A name in quotes."""
    error = ConditionError("Names in conditions stand without quotes.", token.start, 1, "leave the quotes out")
    inner = stop.tokens[stop.tokens.index(token) + 1 :][:2]
    if len(inner) == 2 and inner[0].kind in ("name", "number") and inner[1].kind == "quote":
        error.repair = Repair(token.start, inner[1].end, inner[0].text)
    return error


def _in_our_words(stop: Stop, token: Token) -> Repair | None:
    """A sign of another language as the word or sign that stands for it here."""
    if token.text in _OTHER_COMPARISONS:
        return Repair(token.start, token.end, _OTHER_COMPARISONS[token.text])
    word = _OTHER_WORDS.get(token.text)
    if word is None:
        return None
    before = "" if stop.text[: token.start].endswith(" ") else " "
    after = "" if stop.text[token.end :].startswith(" ") else " "
    return Repair(token.start, token.end, before + word + after)


def _is(stop: Stop, token: Token) -> Repair | None:
    """`is` and `is not` as comparisons."""
    following = stop.tokens[stop.place + 1 : stop.place + 3]
    if token.text != "is" or not following:
        return None
    if following[0].text == "not":
        compared = len(following) == 2 and following[1].kind in ("name", "number")
        return Repair(token.start, following[0].end, "!=") if compared else None
    return Repair(token.start, token.end, "==") if following[0].kind in ("name", "number") else None


def _one_name(stop: Stop, place: int) -> Repair | None:
    """Words that may be one name, written apart or with dashes, from the token at `place` on."""
    parts = [stop.tokens[place]] if place >= 0 else []
    for token in stop.tokens[place + 1 : place + 2 * _MOST_WORDS]:
        if token.kind != "name" and token.text != "-":
            break
        parts.append(token)
    words = [part.text for part in parts if part.kind == "name"]
    if len(words) < 2 or parts[0].text != words[0] or parts[-1].text != words[-1]:
        return None
    return Repair(parts[0].start, parts[-1].end, "_".join(words), if_known=True)
