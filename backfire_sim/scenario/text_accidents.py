"""Accidents of YAML at the start and the end of a text: its quotes, and signs that YAML takes for its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backfire_sim.scenario import mending, repairs
from backfire_sim.scenario.problems import Problem
from backfire_sim.scenario.quotes import never_closed, open_quote
from backfire_sim.scenario.trouble import ENTRY, Trouble, quoted, say

if TYPE_CHECKING:
    from backfire_sim.scenario.document import Document

STARTERS = {
    "@": "the sign @",
    "`": "a backtick",
    "*": "a star, which YAML reads as an alias",
    "&": "the sign &, which YAML reads as an anchor",
    "!": "an exclamation mark, which YAML reads as a tag",
    "%": "a percent sign",
    "[": "a square bracket, which YAML reads as a list",
    "{": "a brace, which YAML reads as the start of keys",
    "|": "the sign |, which YAML reads as the start of a block of lines",
    ">": "the sign >, which YAML reads as the start of a block of lines",
    "?": "a question mark and a space",
    "-": "a dash and a space, which YAML reads as a list",
}
"""Signs that no text can start with unless it stands in quotes."""
_SURELY_TEXT = "@`*!%[{"
"""Those of them that words can have at their start without another meaning being likely."""


def quote(document: Document, trouble: Trouble) -> Problem | None:
    """A quote that is not closed, or that is closed too early."""
    left_open = open_quote(document, trouble.line)
    if left_open is not None:
        return left_open
    if ("quoted scalar" in trouble.words and "end of stream" in trouble.words) or "document indicator" in trouble.words:
        return never_closed(document, trouble.from_line, trouble.from_column)
    line = document.line(trouble.line + 1)
    before = line[: trouble.column].rstrip()
    opened = re.search(r"(?:^|[:\-,{\[]\s+|[{\[])(['\"])", before)
    if opened and before.endswith(("'", '"')) and trouble.column > 0 and line[trouble.column :].strip(" ,}]"):
        quote = opened.group(1)
        entry = ENTRY.match(line)
        if entry and mending.listed(entry["value"]):
            return say(
                document,
                "BF026",
                "Several texts need square brackets around them.",
                trouble.line,
                entry.start("value"),
                len(entry["value"]),
                help_=f"write a list: [{entry['value'].strip()}]",
                fix=repairs.in_brackets(document, trouble.line),
            )
        if quote == "'" and line[trouble.column - 1 : trouble.column] == "'":
            return say(
                document,
                "BF026",
                "An apostrophe ends this text: in single quotes it closes them.",
                trouble.line,
                trouble.column - 1,
                help_="write the apostrophe twice (''), or put the text in double quotes",
                fix=repairs.apostrophe(document, trouble.line),
            )
        return say(
            document,
            "BF026",
            "The text goes on after its closing quote.",
            trouble.line,
            trouble.column,
            len(line) - trouble.column,
            help_="put the whole text in the other kind of quotes: "
            + ("'... \"word\" ...'" if quote == '"' else "\"... 'word' ...\""),
            fix=repairs.in_quotes(document, trouble.line),
        )
    return None


def escape(document: Document, trouble: Trouble) -> Problem | None:
    """A backslash in double quotes."""
    if "escape" not in trouble.words and "hexdecimal" not in trouble.words:
        return None
    line = document.line(trouble.line + 1)
    column = line.rfind("\\", 0, trouble.column + 1)
    return say(
        document,
        "BF026",
        "A backslash in double quotes starts a code, and this is none that YAML knows.",
        trouble.line,
        column if column >= 0 else trouble.column,
        2,
        help_="put the text in single quotes, or write the backslash twice",
    )


def starter(document: Document, trouble: Trouble) -> Problem | None:
    """A text that starts with a sign that YAML takes for its own."""
    for number in dict.fromkeys((trouble.line, trouble.from_line, trouble.line - 1)):
        entry = ENTRY.match(document.line(number + 1))
        if not entry:
            continue
        value, column = entry["value"], entry.start("value")
        sign = value[0]
        if entry["key"].strip() in ("when", "needs") and re.match(r">=?\s*-?\d|>=", value):
            return say(
                document,
                "BF033",
                "A condition needs a name before the comparison: what is compared here?",
                number,
                column,
                len(value),
                help_=f"write the name first, such as `{entry['key'].strip()}: care {value}`",
            )
        if sign not in STARTERS or (sign in "?-" and not value.startswith((sign + " ", sign + "\t"))):
            continue
        if sign in "[{" and not _goes_on_after_bracket(value):
            continue
        if sign in "|>" and re.fullmatch(r"[|>][+-]?\d?[+-]?\s*(#.*)?", value):
            continue
        if sign in "|>":
            return say(
                document,
                "BF024",
                f"After {sign} the text has to begin on the next line.",
                number,
                column,
                len(value),
                help_=f"begin the text on the next line, two spaces further in, or leave the {sign} out",
            )
        return say(
            document,
            "BF024",
            f"This text starts with {STARTERS[sign]}.",
            number,
            column,
            len(value),
            help_=f"put the text in quotes: {entry['key'].strip()}: {quoted(value)}",
            fix=repairs.in_quotes(document, number) if sign in _SURELY_TEXT else None,
        )
    item = re.match(r"^\s*- +(?P<value>[@`*&!%|>].*)$", document.line(trouble.line + 1))
    if item:
        return say(
            document,
            "BF024",
            f"This text starts with {STARTERS[item['value'][0]]}.",
            trouble.line,
            item.start("value"),
            len(item["value"]),
            help_=f"put the text in quotes: - {quoted(item['value'])}",
            fix=repairs.in_quotes(document, trouble.line) if item["value"][0] in _SURELY_TEXT else None,
        )
    if document.line(trouble.line + 1).startswith("%"):
        return say(
            document,
            "BF024",
            "This line starts with a percent sign, which YAML reads as a directive.",
            trouble.line,
            0,
            help_="remove the percent sign, or put the text in quotes",
        )
    return None


def _goes_on_after_bracket(value: str) -> bool:
    """Whether text follows the bracket that closes the first one: `[They] said no`."""
    closing = {"[": "]", "{": "}"}[value[0]]
    depth = 0
    for place, char in enumerate(value):
        if char == value[0]:
            depth += 1
        elif char == closing:
            depth -= 1
            if depth == 0:
                rest = value[place + 1 :].strip()
                return bool(rest) and not rest.startswith(("#", ",", "}", "]"))
    return False
