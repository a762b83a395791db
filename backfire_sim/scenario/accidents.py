"""YAML's own complaints, turned into what the author did and what to write instead.

A parser says where it could not go on, which is seldom what went wrong. A dozen accidents cover nearly all of it;
each is recognized by the line it happened on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.scenario.problems import Place, Problem

if TYPE_CHECKING:
    import yaml

    from backfire_sim.scenario.reader import Document

_ENTRY = re.compile(r"^(?P<indent>\s*(?:- )*\s*)(?P<key>[^\s:#'\"{\[][^:#]*?):\s+(?P<value>\S.*)$")
_IN_BRACES = re.compile(r"[{,]\s*[\w-]+:\s+(?P<value>[^,{}\[\]'\"]*)")
_STARTERS = {
    "@": "the sign @",
    "`": "a backtick",
    "*": "a star, which YAML reads as an alias",
    "&": "the sign &, which YAML reads as an anchor",
    "!": "an exclamation mark, which YAML reads as a tag",
    "%": "a percent sign",
    "[": "a square bracket, which YAML reads as a list",
    "{": "a brace, which YAML reads as a map",
    "|": "the sign |, which YAML reads as the start of a block of lines",
    ">": "the sign >, which YAML reads as the start of a block of lines",
    "?": "a question mark and a space",
    "-": "a dash and a space, which YAML reads as a list",
}


class Trouble(NamedTuple):
    """Where the parser stopped (from 0), where it says the trouble began, and its own words."""

    line: int
    column: int
    from_line: int
    from_column: int
    words: str


def diagnose(document: Document, error: yaml.YAMLError) -> Problem:
    """The accident behind a parser's complaint, as one problem."""
    trouble = _trouble(document, error)
    for recognize in (_tab, _quote, _escape, _starter, _braces, _colon, _dash, _indentation):
        problem = recognize(document, trouble)
        if problem is not None:
            return problem
    return _say(
        document,
        "BF020",
        "YAML cannot read this line.",
        trouble.line,
        trouble.column,
        help_="compare it with the lines above: the indentation, the colons and the quotes",
    )


def _trouble(document: Document, error: yaml.YAMLError) -> Trouble:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = getattr(error, "context_mark", None) or mark
    words = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    if mark is None or start is None:
        return Trouble(0, 0, 0, 0, words)
    last = max(0, document.text.count("\n"))
    return Trouble(min(mark.line, last), mark.column, min(start.line, last), start.column, words)


def _say(
    document: Document, code: str, message: str, line: int, column: int, length: int = 1, help_: str = ""
) -> Problem:
    """A problem at a line and column counted from 0."""
    source = document.line(line + 1)
    column = max(0, min(column, len(source)))
    length = max(1, min(length, len(source) - column))
    return document.problem(code, message, place=Place(line + 1, column + 1, length), help=help_)


def _tab(document: Document, trouble: Trouble) -> Problem | None:
    for number in (trouble.line, trouble.line - 1, trouble.from_line):
        line = document.line(number + 1)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            return _say(
                document,
                "BF021",
                "This line is indented with a tab; YAML only takes spaces.",
                number,
                indent.index("\t"),
                help_="replace the tab by spaces, two for each level, and set your editor to insert spaces",
            )
    return None


def _quote(document: Document, trouble: Trouble) -> Problem | None:
    if "quoted scalar" in trouble.words and "end of stream" in trouble.words:
        quote = document.line(trouble.from_line + 1)[trouble.from_column : trouble.from_column + 1]
        return _say(
            document,
            "BF025",
            f"The quote {quote} that opens here is never closed.",
            trouble.from_line,
            trouble.from_column,
            help_=f"close the text with {quote}, or leave both quotes out",
        )
    if "document separator" in trouble.words or "document indicator" in trouble.words:
        return _say(
            document,
            "BF025",
            "A quote that opens here is not closed before the line `---` or `...`.",
            trouble.from_line,
            trouble.from_column,
            help_="close the quote",
        )
    line = document.line(trouble.line + 1)
    before = line[: trouble.column].rstrip()
    opened = re.search(r"(?:^|[:\-,{\[]\s+|[{\[])(['\"])", before)
    if opened and before.endswith(("'", '"')) and trouble.column > 0 and line[trouble.column :].strip(" ,}]"):
        quote = opened.group(1)
        if quote == "'" and line[trouble.column - 1 : trouble.column] == "'":
            return _say(
                document,
                "BF026",
                "An apostrophe ends this text: in single quotes it closes them.",
                trouble.line,
                trouble.column - 1,
                help_="write the apostrophe twice (''), or put the text in double quotes",
            )
        return _say(
            document,
            "BF026",
            "The text goes on after its closing quote.",
            trouble.line,
            trouble.column,
            len(line) - trouble.column,
            help_="put the whole text in the other kind of quotes: "
            + ("'... \"word\" ...'" if quote == '"' else "\"... 'word' ...\""),
        )
    # A quote left open swallows the next quote; what follows that one is then read as loose text.
    if opened is None and trouble.line > 0 and line[trouble.column :].strip():
        for number in range(trouble.line - 1, max(-1, trouble.line - 30), -1):
            earlier = document.line(number + 1)
            found = re.search(r":\s+(['\"])", earlier)
            if found and earlier.count(found.group(1)) % 2:
                return _say(
                    document,
                    "BF025",
                    f"The quote {found.group(1)} that opens here is not closed on its line.",
                    number,
                    found.start(1),
                    help_="close it where the text ends; an apostrophe inside single quotes is written twice ('')",
                )
    return None


def _escape(document: Document, trouble: Trouble) -> Problem | None:
    if "escape" not in trouble.words:
        return None
    line = document.line(trouble.line + 1)
    column = line.rfind("\\", 0, trouble.column + 1)
    return _say(
        document,
        "BF026",
        "In double quotes a backslash starts a code, and this is none that YAML knows.",
        trouble.line,
        column if column >= 0 else trouble.column,
        2,
        help_="write two backslashes, or put the text in single quotes",
    )


def _starter(document: Document, trouble: Trouble) -> Problem | None:
    for number in dict.fromkeys((trouble.line, trouble.from_line, trouble.line - 1)):
        entry = _ENTRY.match(document.line(number + 1))
        if not entry:
            continue
        value, column = entry["value"], entry.start("value")
        sign = value[0]
        if entry["key"].strip() in ("when", "needs") and re.match(r">=?\s*-?\d|>=", value):
            return _say(
                document,
                "BF033",
                "A condition needs a name before the comparison: what is compared here?",
                number,
                column,
                len(value),
                help_=f"write the name first, such as `{entry['key'].strip()}: care {value}`",
            )
        if sign not in _STARTERS or (sign in "?-" and not value.startswith((sign + " ", sign + "\t"))):
            continue
        if sign in "[{" and not _goes_on_after_bracket(value):
            continue
        if sign in "|>" and re.fullmatch(r"[|>][+-]?\d?[+-]?\s*(#.*)?", value):
            continue
        return _say(
            document,
            "BF024",
            f"This text starts with {_STARTERS[sign]}.",
            number,
            column,
            len(value),
            help_=f"put the text in quotes: {entry['key'].strip()}: {_quoted(value)}",
        )
    item = re.match(r"^\s*- +(?P<value>[@`*&!%|>].*)$", document.line(trouble.line + 1))
    if item:
        return _say(
            document,
            "BF024",
            f"This text starts with {_STARTERS[item['value'][0]]}.",
            trouble.line,
            item.start("value"),
            len(item["value"]),
            help_=f"put the text in quotes: - {_quoted(item['value'])}",
        )
    if document.line(trouble.line + 1).startswith("%"):
        return _say(
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


def _braces(document: Document, trouble: Trouble) -> Problem | None:
    if "flow" not in trouble.words:
        return None
    line = document.line(trouble.line + 1)
    at = line[trouble.column : trouble.column + 1]
    if at == "?":
        return _say(
            document,
            "BF029",
            "Inside { } a question mark has to stand in quotes.",
            trouble.line,
            trouble.column,
            help_="put the text in quotes, or write the keys on lines of their own",
        )
    if at == ":" and trouble.line == trouble.from_line:
        return _say(
            document,
            "BF022",
            "A colon and a space inside this text make YAML read it as another key.",
            trouble.line,
            trouble.column,
            help_="put the text in quotes",
        )
    opener = document.line(trouble.from_line + 1)[trouble.from_column : trouble.from_column + 1]
    if opener in ("{", "[") and (trouble.line > trouble.from_line or not line[trouble.column :].strip()):
        closer = "}" if opener == "{" else "]"
        return _say(
            document,
            "BF027",
            f"The {opener} that opens here is not closed with {closer}.",
            trouble.from_line,
            trouble.from_column,
            help_=f"close it with {closer} at the end of the line",
        )
    if at == ",":
        return _say(
            document,
            "BF023",
            "There is nothing before this comma.",
            trouble.line,
            trouble.column,
            help_="remove the comma; if it belongs to a text, put that text in quotes",
        )
    return None


def _colon(document: Document, trouble: Trouble) -> Problem | None:
    if "not allowed" not in trouble.words and "expected ':'" not in trouble.words:
        return None
    line = document.line(trouble.line + 1)
    entry = _ENTRY.match(line)
    if "mapping values" in trouble.words and entry and trouble.column >= entry.start("value"):
        value = entry["value"]
        return _say(
            document,
            "BF022",
            "A colon and a space inside this text make YAML read it as another key.",
            trouble.line,
            trouble.column,
            help_=f"put the text in quotes: {entry['key'].strip()}: {_quoted(value)}",
        )
    if "block sequence entries" in trouble.words and entry:
        return _say(
            document,
            "BF024",
            f"This text starts with {_STARTERS['-']}.",
            trouble.line,
            trouble.column,
            help_="put each item on a line of its own below the key, or put the text in quotes",
        )
    # A line without `: ` inside a map; the parser complains one or more lines later.
    if "expected ':'" in trouble.words or "mapping values" in trouble.words:
        for number in dict.fromkeys((trouble.from_line, trouble.line, trouble.line - 1)):
            if number < 0:
                continue
            text = document.line(number + 1)
            tight = re.match(r"^\s*(?:- )?(?P<key>[a-z_][\w-]*):(?P<value>[^\s:/].*)$", text)
            if tight:
                return _say(
                    document,
                    "BF028",
                    f"After `{tight['key']}:` a space is missing.",
                    number,
                    tight.end("key"),
                    help_=f"write `{tight['key']}: {tight['value'].strip()}`",
                )
        if "expected ':'" in trouble.words:
            return _say(
                document,
                "BF028",
                "This line is neither a key with a colon nor an item with a dash.",
                trouble.from_line,
                trouble.from_column,
                len(document.line(trouble.from_line + 1)),
                help_="write `key: value`; text that goes on is indented further than its key; a list item needs `- `",
            )
    if "mapping values" in trouble.words:
        return _deeper(document, trouble)
    return None


def _deeper(document: Document, trouble: Trouble) -> Problem | None:
    """A key indented further than the line before it, which already has its value."""
    above = trouble.line - 1
    while above >= 0 and not document.line(above + 1).strip():
        above -= 1
    indent = len(document.line(trouble.line + 1)) - len(document.line(trouble.line + 1).lstrip())
    indent_above = len(document.line(above + 1)) - len(document.line(above + 1).lstrip())
    if above >= 0 and indent > indent_above:
        return _say(
            document,
            "BF027",
            f"This line is indented further than line {above + 1}, which already has its value.",
            trouble.line,
            indent,
            help_="give keys of the same map the same indentation",
        )
    return None


def _dash(document: Document, trouble: Trouble) -> Problem | None:
    if "expected '-' indicator" not in trouble.words and "block collection" not in trouble.words:
        return None
    return _say(
        document,
        "BF028",
        "This line stands in a list, but has no dash.",
        trouble.line,
        trouble.column,
        len(document.line(trouble.line + 1)),
        help_="put `- ` before a new item, or indent the line further if it belongs to the item above",
    )


def _indentation(document: Document, trouble: Trouble) -> Problem | None:
    if "block mapping" not in trouble.words:
        return None
    line = document.line(trouble.line + 1)
    rest = line[trouble.column :].strip()
    if rest and trouble.column > len(line) - len(line.lstrip()):
        what = "This bracket closes nothing." if rest[0] in "]}" else "YAML cannot read the rest of this line."
        return _say(
            document,
            "BF020",
            what,
            trouble.line,
            trouble.column,
            len(rest),
            help_="put the whole text in quotes, or remove what does not belong there",
        )
    if not line.strip():
        return None
    return _say(
        document,
        "BF027",
        "The indentation of this line fits no line above it.",
        trouble.line,
        trouble.column,
        help_="give keys of the same map the same number of spaces",
    )


def _quoted(value: str) -> str:
    """The text of a line as one quoted text, shortened if it is long."""
    value = value.strip()
    if len(value) > 60:
        value = value[:57] + "..."
    return '"' + value + '"' if '"' not in value else "'" + value.replace("'", "''") + "'"
