"""YAML's own complaints, turned into what the author did and what to write instead.

A parser says where it could not go on, which is seldom what went wrong. A dozen accidents cover nearly all of it;
each is recognized by the line it happened on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backfire_sim.scenario import mending, repairs
from backfire_sim.scenario.line_accidents import dash_before_id, foreign, tight_dash, too_far_left, wide_colon
from backfire_sim.scenario.problems import Problem
from backfire_sim.scenario.shapes import all_keys
from backfire_sim.scenario.spelling import ID
from backfire_sim.scenario.text_accidents import STARTERS, escape, quote, starter
from backfire_sim.scenario.trouble import ENTRY, Trouble, quoted, say

if TYPE_CHECKING:
    import yaml

    from backfire_sim.scenario.document import Document


def diagnose(document: Document, error: yaml.YAMLError) -> Problem:
    """The accident behind a parser's complaint, as one problem."""
    trouble = _trouble(document, error)
    for recognize in _ACCIDENTS:
        problem = recognize(document, trouble)
        if problem is not None:
            return problem
    return say(
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


def _tab(document: Document, trouble: Trouble) -> Problem | None:
    for number in (trouble.line, trouble.line - 1, trouble.from_line):
        line = document.line(number + 1)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            return say(
                document,
                "BF021",
                "This line is indented with a tab; YAML only takes spaces.",
                number,
                indent.index("\t"),
                help_="replace the tab by spaces, two for each level, and set your editor to insert spaces",
                fix=repairs.spaces_for_tabs(document, number),
            )
    return None


def _braces(document: Document, trouble: Trouble) -> Problem | None:
    if "flow" not in trouble.words:
        return None
    line = document.line(trouble.line + 1)
    at = line[trouble.column : trouble.column + 1]
    if at == "?":
        return say(
            document,
            "BF029",
            "Inside { } a question mark has to stand in quotes.",
            trouble.line,
            trouble.column,
            help_="put the text in quotes, or write the keys on lines of their own",
        )
    if at == ":" and trouble.line == trouble.from_line:
        whole = re.search(r"\{[^{}]*\}?", line[trouble.from_column :])
        steps = mending.steps_parted(whole[0]) if whole else ""
        if whole and steps != whole[0]:
            return say(
                document,
                "BF023",
                "A comma is missing inside { }.",
                trouble.line,
                trouble.from_column,
                len(whole[0]),
                help_=f"write a comma between two changes: {steps}",
                fix=repairs.swap(
                    document, trouble.line, trouble.from_column, trouble.from_column + len(whole[0]), steps
                ),
            )
        return say(
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
        opening = document.line(trouble.from_line + 1)
        hidden = re.search(rf"(?<=\s)#.*{re.escape(closer)}", opening[trouble.from_column :])
        if hidden:
            return say(
                document,
                "BF027",
                f"From this # on, the line is a comment, so the {closer} that should close it is not read.",
                trouble.from_line,
                trouble.from_column + hidden.start(),
                len(hidden[0]),
                help_="put the text that holds the # in quotes",
            )
        return say(
            document,
            "BF027",
            f"The {opener} that opens here is not closed with {closer}.",
            trouble.from_line,
            trouble.from_column,
            help_=f"close it with {closer} at the end of the line",
            fix=repairs.end_of_brackets(document, trouble.from_line, trouble.from_column),
        )
    if at == ",":
        return say(
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
    entry = ENTRY.match(line)
    if "mapping values" in trouble.words and entry and trouble.column >= entry.start("value"):
        value = entry["value"]
        if mending.lacks_braces(entry["key"].strip(), value):
            return say(
                document,
                "BF022",
                "Keys that stand on one line need braces around them.",
                trouble.line,
                entry.start("value"),
                len(value),
                help_=f"write {{{value.strip()}}}",
                fix=repairs.in_braces(document, trouble.line),
            )
        return say(
            document,
            "BF022",
            "A colon and a space inside this text make YAML read it as another key.",
            trouble.line,
            trouble.column,
            help_=f"put the text in quotes: {entry['key'].strip()}: {quoted(value)}",
            fix=repairs.in_quotes(document, trouble.line),
        )
    if "block sequence entries" in trouble.words and entry:
        return say(
            document,
            "BF024",
            f"This text starts with {STARTERS['-']}.",
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
                return say(
                    document,
                    "BF028",
                    f"After `{tight['key']}:` a space is missing.",
                    number,
                    tight.end("key"),
                    help_=f"write `{tight['key']}: {tight['value'].strip()}`",
                    fix=repairs.space_after_colon(document, number, tight.end("key")),
                )
        if "expected ':'" in trouble.words:
            return say(
                document,
                "BF028",
                "This line is neither a key with a colon nor an item with a dash.",
                trouble.from_line,
                trouble.from_column,
                len(document.line(trouble.from_line + 1)),
                help_=_no_key(document.line(trouble.from_line + 1)),
                fix=repairs.colon_put(document, trouble.from_line),
            )
    if "mapping values" in trouble.words:
        return _deeper(document, trouble)
    return None


def _no_key(line: str) -> str:
    """What to write for a line without a colon: a key that is there is most likely meant as one."""
    word = line.strip().partition(" ")[0]
    if word in all_keys():
        return f"write a colon behind `{word}` if it is the key; text that goes on is indented further than its key"
    if ID.fullmatch(line.strip()):
        return f"write `{line.strip()}:` if more belongs to it; text that goes on is indented further than its key"
    return "write `key: value`; text that goes on is indented further than its key; a list item needs `- `"


def _deeper(document: Document, trouble: Trouble) -> Problem | None:
    """A key indented further than the line before it, which already has its value."""
    above = trouble.line - 1
    while above >= 0 and not document.line(above + 1).strip():
        above -= 1
    indent = len(document.line(trouble.line + 1)) - len(document.line(trouble.line + 1).lstrip())
    indent_above = len(document.line(above + 1)) - len(document.line(above + 1).lstrip())
    if above >= 0 and indent > indent_above:
        return say(
            document,
            "BF027",
            f"This line is indented further than line {above + 1}, which already has its value.",
            trouble.line,
            indent,
            help_="give keys that belong together the same number of spaces",
            fix=repairs.beside_its_neighbors(document, trouble.line),
        )
    return None


def _dash(document: Document, trouble: Trouble) -> Problem | None:
    if "expected '-' indicator" not in trouble.words and "block collection" not in trouble.words:
        return None
    return say(
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
        return say(
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
    return say(
        document,
        "BF027",
        "The indentation of this line fits no line above it.",
        trouble.line,
        trouble.column,
        help_="give keys that belong together the same number of spaces",
        fix=repairs.beside_its_neighbors(document, trouble.line),
    )


_ACCIDENTS = (
    _tab,
    foreign,
    quote,
    escape,
    starter,
    _braces,
    wide_colon,
    tight_dash,
    dash_before_id,
    _colon,
    _dash,
    too_far_left,
    _indentation,
)
"""In this order: what is surely the cause comes before what may only follow from it."""
