"""Lines that stand where none of their kind can: signs of other programs, a dash or key too far left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backfire_sim.scenario import repairs
from backfire_sim.scenario.problems import Problem
from backfire_sim.scenario.shapes import all_keys
from backfire_sim.scenario.trouble import ENTRY, Trouble, say

if TYPE_CHECKING:
    from backfire_sim.scenario.document import Document

_DELETE = "delete this line"
_FOREIGN = (
    (re.compile(r"\s*(```|~~~)"), "This line marks a piece of code on a page; it is no part of a scenario.", _DELETE),
    (re.compile(r"(<{7}|={7}|>{7})"), "This mark was left when two versions of the file were joined.", _DELETE),
    (re.compile(r"\s*(//|/\*|<!--)"), "This is no comment here.", "comments start with #: `# {words}`"),
)
_KEY = re.compile(r"\s*(?P<dash>- +)?(?P<key>[^\s:#'\"{\[][^:#]*?):(?P<rest>\s.*)?$")


def foreign(document: Document, trouble: Trouble) -> Problem | None:
    """A line of another program's: the fence of a code block, a merge, another language's comment."""
    numbers = [trouble.line, trouble.from_line, trouble.line - 1]
    if "document start" in trouble.words:
        numbers.insert(0, _first_words(document))
    for number in dict.fromkeys(number for number in numbers if number >= 0):
        line = document.line(number + 1)
        for pattern, message, help_ in _FOREIGN:
            found = pattern.match(line)
            if found:
                words = line.strip().lstrip("/*<!-").removesuffix("-->").removesuffix("*/").strip()
                help_ = help_.format(words=words)
                slashes = found[1] == "//"
                fix = repairs.swap(document, number, found.start(1), found.end(1), "#") if slashes else None
                return say(document, "BF028", message, number, found.start(1), len(line), help_, fix)
    if "document start" not in trouble.words:
        return None
    first = document.line(numbers[0] + 1)
    if numbers[0] < trouble.line and not _KEY.match(first):
        return say(
            document,
            "BF028",
            "This line is neither a key with a colon nor a comment.",
            numbers[0],
            0,
            len(first),
            help_="delete it, or what was pasted in front of it",
        )
    return None


def tight_dash(document: Document, trouble: Trouble) -> Problem | None:
    """An item of a list without the space after its dash."""
    for number in dict.fromkeys((trouble.from_line, trouble.line, trouble.line - 1)):
        line = document.line(number + 1)
        found = re.match(r"\s*-(?=[^\s\d-])", line)
        if found:
            return say(
                document,
                "BF028",
                "A space is missing after the dash.",
                number,
                found.end() - 1,
                help_=f"write `- {line.strip()[1:].strip()}`",
                fix=repairs.space_after_dash(document, number, found.end() - 1),
            )
    return None


def dash_before_id(document: Document, trouble: Trouble) -> Problem | None:
    """A dash before an id, where ids with a colon stand below each other."""
    if "'-' indicator" not in trouble.words and "block collection" not in trouble.words:
        return None
    first, here = _KEY.match(document.line(trouble.from_line + 1)), _KEY.match(document.line(trouble.line + 1))
    above = next(
        (found for n in range(trouble.from_line, 0, -1) if (found := _KEY.match(document.line(n)))),
        None,
    )
    if not (first and first["dash"] and here and not here["dash"] and above and not (above["rest"] or "").strip()):
        return None
    holder = above["key"]
    if holder not in HOLDERS_OF_IDS or here["key"] in all_keys():
        return None
    line = document.line(trouble.from_line + 1)
    if first["key"] in all_keys():
        help_ = "write an id with a colon in place of the dash, and the keys indented below it"
    else:
        help_ = f"remove the dash: `{first['key']}:`"
    return say(
        document,
        "BF028",
        f"What stands under `{holder}` has ids with a colon, and no dashes.",
        trouble.from_line,
        line.index("-"),
        help_=help_,
    )


def too_far_left(document: Document, trouble: Trouble) -> Problem | None:
    """An id further left than its neighbors, which leaves the lines after it without a place."""
    if "block mapping" not in trouble.words or trouble.column != _indent(document.line(trouble.line + 1)):
        return None
    number = trouble.line - 1
    while number > 0 and (not (line := document.line(number + 1)).strip() or _indent(line) >= trouble.column):
        number -= 1
    line = document.line(number + 1)
    found = _KEY.match(line)
    here = _KEY.match(document.line(trouble.line + 1))
    if found is None or found["dash"] or found["key"] in all_keys() or (here and here["key"] in all_keys()):
        # Beside a key of the format no id can be too far left: something else is.
        return None
    indent = _indent(line)
    for above in range(number - 1, -1, -1):
        other = document.line(above + 1)
        if not other.strip() or _indent(other) > trouble.column or other.lstrip().startswith("#"):
            continue
        if _indent(other) == trouble.column and _KEY.match(other):
            return say(
                document,
                "BF027",
                f"`{found['key']}` stands further left than its neighbors on lines {above + 1} and {trouble.line + 1}.",
                number,
                indent,
                len(found["key"]),
                help_=f"put {trouble.column} spaces before it, as they have",
                fix=repairs.spaces_before(document, number, trouble.column),
            )
        if _indent(other) <= indent:
            sibling = _KEY.match(other)
            if _indent(other) == indent and sibling and sibling["key"] in all_keys():
                continue
            return None
    return None


def wide_colon(document: Document, trouble: Trouble) -> Problem | None:
    """A colon of another script, which looks like one and is none."""
    for number in dict.fromkeys((trouble.from_line, trouble.line, trouble.line - 1)):
        line = document.line(number + 1)
        found = re.match(r"\s*(?:- +)?[a-z_]\w*\s*(?P<colon>[：﹕ː∶])", line)
        if found and not ENTRY.match(line):
            column = found.start("colon")
            return say(
                document,
                "BF028",
                "This is a wide colon, which YAML does not know.",
                number,
                column,
                help_=f"write `{line[:column].strip()}: {line[column + 1 :].strip()}`",
                fix=repairs.ordinary_colon(document, number, column),
            )
    return None


HOLDERS_OF_IDS = frozenset(
    {
        "audiences",
        "voices",
        "bearers",
        "people",
        "facts",
        "counters",
        "options",
        "scenes",
        "methods",
        "moves",
        "injects",
        "endings",
        "sources",
    }
)
"""Keys under which the author's own ids stand."""


def _first_words(document: Document) -> int:
    """The first line (from 0) that is neither empty nor a comment."""
    number = 0
    while number < 1000 and (not document.line(number + 1).strip() or document.line(number + 1).lstrip()[0] == "#"):
        number += 1
    return number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
