"""What a line most likely should have been, so that a file is read on after an accident and all are told in one run.

Only accidents that one line explains are mended, only in memory, and only for the checks that follow: a file with
an accident is never played. A line that was mended gets no finding but its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backfire_sim.scenario.problems import Problem
from backfire_sim.scenario.trouble import ENTRY

if TYPE_CHECKING:
    from backfire_sim.scenario.document import Document

MOST_MENDED = 24
MOST_READ_AGAIN = 4_000_000
"""Characters that are read again in all: a large file is read twice, and not twenty times."""

_STEP = r"(?P<step>[+=−-]?\d+)\s*;?\s*(?=[a-z_][\w.]*\s*:)"


def mended(document: Document, problem: Problem) -> str | None:
    """The line of a problem as it may have been meant; None where one line does not explain the accident."""
    line = document.line(problem.line)
    column = problem.column - 1
    match problem.code:
        case "BF020":
            return line[:column] if line[column : column + 1] in ("]", "}") else None
        case "BF021":
            return _indented_as_above(document, problem.line)
        case "BF022" | "BF023":
            return _parted(line, column)
        case "BF024" | "BF026" | "BF033":
            return _in_quotes(line)
        case "BF025":
            return _without_quote(line, column)
        case "BF027":
            if line[column : column + 1] == "#":
                return line[:column] + "." + line[column + 1 :]
            opens = line[column : column + 1] in ("[", "{")
            return closed(line, column) if opens else aligned(document, problem.line)
        case "BF028":
            return _with_colon(document, problem.line)
        case "BF029":
            return line[:column] + "." + line[column + 1 :]
    return None


def steps_parted(text: str) -> str:
    """`{care: +1 courage: +2}` with the comma that is missing between two changes."""
    return re.sub(_STEP, r"\g<step>, ", text) if re.search(r"[{,]\s*[\w.]+:\s*" + _STEP, text) else text


def lacks_braces(key: str, value: str) -> bool:
    """Whether a value such as `care: +1` holds keys of its own and stands without braces."""
    return key in ("effects", "holds", "start", "leverage", "agrees", "says", "refuses") and bool(
        re.match(r"[a-z_][\w.]*:\s", value)
    )


def _parted(line: str, column: int) -> str | None:
    """A line with one colon or comma too many, or with a comma missing between two steps."""
    parted = steps_parted(line)
    if parted != line:
        return parted
    sign = line[column : column + 1]
    if sign == ",":
        return line[:column] + " " + line[column + 1 :]
    entry = ENTRY.match(line)
    if entry and lacks_braces(entry["key"].strip(), entry["value"]):
        return line[: entry.start("value")] + "{" + entry["value"].strip() + "}"
    if entry and entry["value"][0] not in "{[" and column >= entry.start("value"):
        return line[: entry.start("value")] + _neutral(entry["value"])
    return line[:column] + "." + line[column + 1 :] if sign == ":" else None


def _neutral(value: str) -> str:
    """The words of a value without what YAML would read in them."""
    return re.sub(r"(?<=\s)#", ".", re.sub(r":(?=\s|$)", ".", value))


def _in_quotes(line: str) -> str | None:
    """A line whose value cannot stand as it is, with the value in quotes."""
    entry = ENTRY.match(line) or re.match(r"^\s*- +(?P<value>\S.*)$", line)
    if entry is None or (entry["value"][0] in "{[" and "\\" in entry["value"]):
        return line.replace("\\", "/") if "\\" in line else None
    value = entry["value"].strip()
    if listed(value):
        return line[: entry.start("value")] + "[" + value + "]"
    if "\\" in value and re.fullmatch(r'"[^"]*"', value):
        return line.replace("\\", "/")
    return line[: entry.start("value")] + "'" + value.replace("'", "''") + "'"


def listed(value: str) -> bool:
    """Whether a value is two or more texts in quotes with commas between them."""
    one = r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')"
    return re.fullmatch(rf"{one}(?:\s*,\s*{one})+", value.strip()) is not None


def _without_quote(line: str, column: int) -> str:
    rest = line[column + 1 :].replace('"', " ").replace("'", " ")
    if re.match(r"\s*(?:- +)*(?:[^\s'\"{\[]+:\s+)?$", line[:column]):
        # At the start of a text, where `- ` or `&` would mean something too.
        rest = re.sub(r"^\s*[^\w\s]+", " ", _neutral(rest))
    return line[:column] + " " + rest


def closed(line: str, column: int) -> str | None:
    """A line with the brackets closed that stay open on it."""
    left: list[str] = []
    for sign in re.sub(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", "", line[column:]):
        if sign in "{[":
            left.append("}" if sign == "{" else "]")
        elif sign in "}]" and (not left or left.pop() != sign):
            return None
    return line.rstrip().rstrip(",") + "".join(reversed(left)) if left else None


def _with_colon(document: Document, number: int) -> str | None:
    """A line that is no entry: with its colon where that is all it needs, else left out."""
    line = document.line(number)
    tight = re.match(r"^(\s*(?:- )?[a-z_][\w-]*):(?=[^\s:/])", line)
    if tight:
        return tight[1] + ": " + line[tight.end() :]
    from backfire_sim.scenario.shapes import all_keys

    if re.match(r"\s*-(?=[^\s\d-])", line):
        return line.replace("-", "- ", 1)
    wide = re.match(r"(\s*(?:- +)?[a-z_]\w*)\s*[：﹕ː∶]", line)
    if wide:
        return wide[1] + ": " + _neutral(line[wide.end() :].strip())
    bare = re.match(r"^(\s*(?:- )?)([a-z_]+)\s+(?=\S)", line)
    if bare and bare[2] in all_keys():
        return bare[1] + bare[2] + ": " + _neutral(line[bare.end() :])
    below = _next_line(document, number)
    if line.lstrip().startswith("- ") or (below is not None and _indent(below) > _indent(line)):
        return None
    return ""


def _indented_as_above(document: Document, number: int) -> str | None:
    """A line with spaces for its tabs, as many as the line before or after it has."""
    line = document.line(number)
    words = line.lstrip()
    below, above = _next_line(document, number), _line_before(document, number)
    for other in (below, above):
        if other is None or "\t" in other[: len(other) - len(other.lstrip())]:
            continue
        indent = _indent(other)
        if other is above and re.search(r":\s*$", above):
            indent += 2
        elif other is below and re.search(r":\s*$", line):
            indent = max(0, indent - 2)
        return " " * indent + words
    return None


def aligned(document: Document, number: int) -> str | None:
    """A line that stands a little aside between two lines that stand below each other, and opens nothing."""
    line, below, above = document.line(number), _next_line(document, number), _line_before(document, number)
    if above is None or below is None or re.search(r":\s*$", line):
        return None
    if _indent(above) == _indent(below) != _indent(line) and not above.lstrip().startswith("- "):
        return " " * _indent(above) + line.lstrip()
    if re.search(r":\s*$", above) and 0 < _indent(below) - _indent(above) <= 4:
        return " " * _indent(below) + line.lstrip()
    return None


def _next_line(document: Document, number: int) -> str | None:
    return next((line for n in range(number + 1, number + 6) if (line := document.line(n)).strip()), None)


def _line_before(document: Document, number: int) -> str | None:
    return next((line for n in range(number - 1, max(0, number - 6), -1) if (line := document.line(n)).strip()), None)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
