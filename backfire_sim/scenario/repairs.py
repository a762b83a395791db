"""What repairs a line that YAML cannot read, where there is only one way in which it can have been meant.

Lines and columns count from 0 here, as in `trouble`. Each function gives None where the line leaves a doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backfire_sim.scenario import mending
from backfire_sim.scenario.comments import HOLDERS, WORDS
from backfire_sim.scenario.problems import Fix, Place
from backfire_sim.scenario.shapes import all_keys
from backfire_sim.scenario.trouble import ENTRY
from backfire_sim.text import one_line

if TYPE_CHECKING:
    from backfire_sim.scenario.document import Document

_ITEM = re.compile(r"^(?P<indent>\s*)- +(?P<value>\S.*)$")
_LISTS = frozenset({"goals", "content_notes", "aims", "listen_for", "if_stuck", "checklist"})
_ONE_WORD = re.compile(r"^\s*(?:- )?(?P<key>goto|tactic|r|uses|technique|voice)(?P<gap>\s+)[\w.]+\s*$")
_FLAT = re.compile(r"[a-z_]\w*:\s+[^\s,{}\[\]:#'\"]+(?:,\s*[a-z_]\w*:\s+[^\s,{}\[\]:#'\"]+)*")
_WORD_APOSTROPHES = re.compile(r"'(?:[^']|(?<=\w)'(?=\w))*'")
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_MOST_TABS = 5000
_TRANSLATION = "to"
"""The key behind which a translation stands, in a file of its own."""


def swap(document: Document, number: int, start: int, end: int, text: str, what: str = "") -> Fix | None:
    """Other characters in place of some of a line."""
    edit = document.edit(Place(number + 1, start + 1, end - start), text)
    old = document.line(number + 1)[start:end]
    return Fix(what or f"`{one_line(old, 60)}` -> `{one_line(text, 60)}`", (edit,)) if edit else None


def in_quotes(document: Document, number: int) -> Fix | None:
    """The words of a line put into quotes, the whole of them."""
    found = _words(document, number)
    if found is None:
        return None
    start, words = found
    key = re.compile(rf"(?:^|[\s{{,])(?:{'|'.join(all_keys())}):(?:\s|$)")
    if key.search(words):
        # Perhaps a line break is missing, and no quotes.
        return None
    return swap(document, number, start, start + len(words), _quoted(words), "put into quotes")


def in_brackets(document: Document, number: int) -> Fix | None:
    """Several texts in quotes put into the brackets of a list."""
    entry = ENTRY.match(document.line(number + 1))
    if entry is None or entry["key"].strip() not in _LISTS or not alone(document, number, entry.start("key")):
        return None
    words = entry["value"].rstrip()
    return swap(document, number, entry.start("value"), entry.start("value") + len(words), f"[{words}]")


def in_braces(document: Document, number: int) -> Fix | None:
    """Keys on one line put into the braces they need."""
    entry = ENTRY.match(document.line(number + 1))
    words = entry["value"].rstrip() if entry else ""
    if entry is None or not _FLAT.fullmatch(words) or not alone(document, number, entry.start("key")):
        return None
    return swap(document, number, entry.start("value"), entry.start("value") + len(words), f"{{{words}}}")


def apostrophe(document: Document, number: int) -> Fix | None:
    """The apostrophes inside single quotes written twice."""
    found = _words(document, number)
    if found is None or not _WORD_APOSTROPHES.fullmatch(found[1]):
        return None
    start, words = found
    return swap(document, number, start, start + len(words), "'" + words[1:-1].replace("'", "''") + "'")


def end_of_quote(document: Document, number: int, column: int) -> Fix | None:
    """A double quote at the end of a text that has only one, at its beginning."""
    line = document.line(number + 1).rstrip()
    entry = ENTRY.match(line) or _ITEM.match(line)
    if entry is None or entry.start("value") != column or entry["value"][0] != '"' or "\\" in line:
        return None
    if '"' in entry["value"][1:] or " #" in line or not alone(document, number, _start(entry)):
        return None
    return swap(document, number, len(line), len(line), '"', "closed the quote")


def end_of_brackets(document: Document, number: int, column: int) -> Fix | None:
    """The brackets closed that stay open on a line, where nothing of what follows can belong to them."""
    line = document.line(number + 1).rstrip()
    closed = mending.closed(line, column)
    if line.count(line[column]) > 1:
        # It may be one further in that is not closed.
        return None
    if closed is None or " #" in line or not alone(document, number, len(line) - len(line.lstrip())):
        return None
    end = len(line.rstrip(","))
    return swap(document, number, end, len(line), closed[end:], f"closed with {closed[end:]}")


def spaces_before(document: Document, number: int, column: int) -> Fix | None:
    """A line moved to the column of its neighbors."""
    line = document.line(number + 1)
    indent = len(line) - len(line.lstrip(" "))
    if indent > column:
        return swap(document, number, column, indent, "", f"moved to column {column + 1}")
    return swap(document, number, 0, 0, " " * (column - indent), f"moved to column {column + 1}")


def beside_its_neighbors(document: Document, number: int) -> Fix | None:
    """A key that stands one space aside between two lines that stand below each other."""
    line, meant = document.line(number + 1), mending.aligned(document, number + 1)
    entries = [ENTRY.match(text) for text in (line, _near_line(document, number, -1), _near_line(document, number, 1))]
    if meant is None or abs(len(meant) - len(line)) != 1:
        return None
    if any(entry is None or entry["key"] not in all_keys() or entry["value"][0] == "#" for entry in entries):
        return None
    return spaces_before(document, number, len(meant) - len(meant.lstrip()))


def space_after_colon(document: Document, number: int, column: int) -> Fix | None:
    """A space behind the colon of a key that is known."""
    line = document.line(number + 1)
    key = line[:column].strip().removeprefix("- ").strip()
    if key not in all_keys():
        return None
    return swap(document, number, column, column + 1, ": ", f"`{key}:` with its space")


def space_after_dash(document: Document, number: int, column: int) -> Fix | None:
    """A space behind the dash of an item, where its neighbors are items too."""
    around = (_near_line(document, number, -1), _near_line(document, number, 1))
    if not any(line[:column].strip() == "" and line[column:].startswith("- ") for line in around):
        return None
    return swap(document, number, column, column + 1, "- ", "a space after the dash")


def ordinary_colon(document: Document, number: int, column: int) -> Fix | None:
    """The colon that YAML knows in place of one that only looks like it."""
    line = document.line(number + 1)
    key = line[:column].strip().removeprefix("- ").strip()
    if key not in all_keys():
        return None
    space = "" if line[column + 1 : column + 2] in ("", " ") else " "
    return swap(document, number, column, column + 1, f":{space}", f"`{key}:` with an ordinary colon")


def colon_put(document: Document, number: int) -> Fix | None:
    """The colon behind a key that takes one word, and has one behind it."""
    found = _ONE_WORD.match(document.line(number + 1))
    if found is None:
        return None
    return swap(document, number, found.end("key"), found.end("gap"), ": ", f"`{found['key']}:` with its colon")


def spaces_for_tabs(document: Document, number: int) -> Fix | None:
    """Spaces for tabs: two for each where the whole file is indented by tabs, else as the lines around have them."""
    lines = document.text.split("\n")
    tabbed = [n for n, line in enumerate(lines) if "\t" in _lead(line)]
    if all("\t" in _lead(line) and " " not in _lead(line) for line in lines if _lead(line) and line.strip()):
        if len(tabbed) > _MOST_TABS:
            return None
        fixes = [swap(document, n, 0, len(_lead(lines[n])), "  " * len(_lead(lines[n]))) for n in tabbed]
        edits = tuple(edit for fix in fixes if fix is not None for edit in fix.edits)
        return Fix("spaces for tabs", edits) if len(edits) == len(tabbed) else None
    lead = _lead(lines[number])
    tabs, spaces = lead.count("\t"), lead.count(" ")
    usual = {size * tabs + spaces for size in (2, 4, 8)} & _columns(document, lines, number)
    if len(usual) != 1:
        return None
    return swap(document, number, 0, len(lead), " " * usual.pop(), "spaces for tabs")


def _columns(document: Document, lines: list[str], number: int) -> set[int]:
    """The columns at which a line can stand, as the lines around it have it."""
    above, below = _near_line(document, number, -1), _near_line(document, number, 1)
    held_by = next(
        (line for line in reversed(lines[:number]) if line.strip() and len(_lead(line)) < len(_lead(above))), ""
    )
    if "\t" in _lead(above) or _BLOCK.search(above) or _BLOCK.search(held_by):
        # After a block of lines it may belong to the text, or end it.
        return set()
    if re.search(r":\s*$", above):
        steps = [len(_lead(line)) for line in lines if line.strip() and _lead(line) and "\t" not in _lead(line)]
        return {len(_lead(above)) + min(steps, default=2)}
    opens = re.search(r":\s*$", lines[number]) is not None or _BLOCK.search(lines[number]) is not None
    if _lead(above) == _lead(below) and not opens:
        return {len(_lead(above))}
    found, least = set(), len(_lead(above)) + 1
    for line in reversed(lines[:number]):
        if line.strip() and "\t" not in _lead(line) and len(_lead(line)) < least:
            least = len(_lead(line))
            found.add(least)
        if least == 0:
            break
    return {column for column in found if not opens or column < len(_lead(below))}


def _words(document: Document, number: int) -> tuple[int, str] | None:
    """Where the words of a line start that a person reads, and the words; None unless the line is all there is."""
    line = document.line(number + 1)
    entry = ENTRY.match(line) or _ITEM.match(line)
    if entry is None or " #" in line or not alone(document, number, _start(entry)):
        return None
    named = entry.groupdict().get("key", "").strip()
    if named not in (*WORDS, _TRANSLATION) and _holder(document, number) not in (HOLDERS if named else WORDS):
        return None
    return entry.start("value"), entry["value"].rstrip()


def _quoted(words: str) -> str:
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def _start(entry: re.Match[str]) -> int:
    return entry.start("key") if "key" in entry.groupdict() else len(entry["indent"])


def _holder(document: Document, number: int) -> str:
    """The key below which a line stands."""
    own = len(_lead(document.line(number + 1)))
    for above in range(number - 1, max(-1, number - 200), -1):
        line = document.line(above + 1)
        if line.strip() and not line.lstrip().startswith("#") and len(_lead(line)) < own:
            found = re.match(r"\s*([a-z_]+):\s*(?:#.*)?$", line)
            return found[1] if found else ""
    return ""


def alone(document: Document, number: int, column: int) -> bool:
    """Whether what starts on a line, at a column, ends on it: the next line stands no further in."""
    return len(_lead(_near_line(document, number, 1))) <= column


def _near_line(document: Document, number: int, step: int) -> str:
    """The next line up or down that is not empty; empty where there is none near."""
    for near in range(1, 50):
        line = document.line(number + 1 + step * near)
        if line.strip():
            return line
    return ""


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]
