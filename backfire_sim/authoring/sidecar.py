"""A file of translations as the lines that somebody wrote, so that it can be brought up to date around them.

An entry is kept as it stands: its quotes, its line breaks, the comments in and above it. Only lines that start with
`#>` and `#<` are the program's own: they show a text as it is, and as it was when it was translated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from backfire_sim.scenario.document import Document
from backfire_sim.text import wrap_prose

NOW, BEFORE = "#>", "#<"
_WIDTH = 96
_INDENT = 2
_LONGEST_LINE = 90
_SURELY_PLAIN = re.compile(r"[^\W\d_](?:[\w .,;'’«»()¿?¡!-]*[\w.,;'’»)?!])?")
_KEY_ALONE = re.compile(r"\s*(?P<quote>[\"']?)(?P<key>.+?)(?P=quote)\s*:\s*(#.*)?")
_MARKED = re.compile(r"\s*\w+\s*:\s*[\"']?(?P<mark>\w*)[\"']?(?P<rest>\s+#.*|\s*)")
_LIKE_A_NUMBER = re.compile(r"[0-9]+(?:e[0-9]+)?")


@dataclass
class Block:
    """The lines of one entry."""

    comments: list[str] = field(default_factory=list)
    """The translator's own, above it."""
    before: list[str] = field(default_factory=list)
    now: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    """From its key to its end; none where it is not written in lines of its own."""


@dataclass
class Lines:
    """A file of translations, taken apart."""

    head: list[str] = field(default_factory=list)
    """Everything but the entries."""
    opening: str = "texts:"
    blocks: dict[tuple[str, str], Block] = field(default_factory=dict)
    """By section and key."""
    tail: list[str] = field(default_factory=list)
    """Comments below the last entry of a section."""
    indent: int = _INDENT


def taken_apart(document: Document) -> Lines:
    """The lines of a file of translations that has a good shape."""
    lines, root = document.text.split("\n"), document.root
    found = Lines()
    starts = sorted((document.place((key,), key=True).line - 1, key) for key in root)
    if any(document.place((key,), key=True).column != 1 for key in root):
        # All in one pair of brackets: nothing of how it is written can be kept but its comments.
        found.head = [line.strip() for line in lines if line.lstrip().startswith("#")]
        found.head += [
            f"{key}: {_plain(str(root[key]))}" for key in ("format", "translates", "language") if key in root
        ]
        return found
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    loose = lines[: starts[0][0]]
    for (start, key), end in zip(starts, ends, strict=True):
        inside = lines[start:end]
        below = _cut_comments(inside, 0) if end < len(lines) else []
        if key in ("texts", "orphaned"):
            (found.head if key == "texts" else found.tail).extend(line for line in loose if line.strip())
            if key == "texts" and re.fullmatch(r"texts:\s*#.*", inside[0]):
                found.opening = inside[0]
            _take_entries(found, document, key, start, start + len(inside), lines)
        else:
            found.head += [*loose, *inside]
        loose = below
    found.tail += [line for line in loose if line.strip()]
    return found


def _take_entries(found: Lines, document: Document, section: str, start: int, end: int, lines: list[str]) -> None:
    entries: Mapping[str, object] = document.root[section] or {}
    places = {key: document.place((section, key), key=True) for key in entries}
    order = sorted(entries, key=lambda key: places[key].line)
    stops = [*(places[key].line - 1 for key in order), end]
    comments = lines[start + 1 : stops[0]]
    for key, stop in zip(order, stops[1:], strict=True):
        first = places[key].line - 1
        body = lines[first:stop]
        indent = places[key].column - 1
        below = _cut_comments(body, indent)
        block = Block(body=body)
        _sort_comments(block, comments)
        if not body or not _is_block(body, key) or (found.blocks and indent != found.indent):
            block.comments += [line.strip() for line in body if _is_comment(line)]
            block.body = []
        elif not any(block.body for block in found.blocks.values()):
            found.indent = indent
        found.blocks[(section, key)] = block
        comments = below
    found.tail += [line.strip() for line in comments if _is_comment(line)]


def _cut_comments(lines: list[str], indent: int) -> list[str]:
    """Take the comments and empty lines off the end that belong to what follows; deeper ones belong to a text."""
    end = len(lines)
    while end > 1:
        line = lines[end - 1]
        inset = len(line) - len(line.lstrip())
        if line.strip() and not (line.lstrip().startswith("#") and inset <= indent):
            break
        end -= 1
    cut = lines[end:]
    del lines[end:]
    return cut


def _sort_comments(block: Block, comments: list[str]) -> None:
    for line in map(str.strip, comments):
        if line.startswith(NOW):
            block.now.append(line)
        elif line.startswith(BEFORE):
            block.before.append(line)
        elif line:
            block.comments.append(line)


def _is_comment(line: str) -> bool:
    """Whether a line is a comment of the translator's own."""
    return line.lstrip().startswith("#") and not line.lstrip().startswith((NOW, BEFORE))


def _is_block(body: list[str], key: str) -> bool:
    found = _KEY_ALONE.fullmatch(body[0])
    return found is not None and found["key"] == key


# -- Writing ------------------------------------------------------------------------------------------------------


def written(block: Block, key: str, of: str, was: str, to: str, indent: int) -> Iterator[str]:
    """The lines of an entry: as they stood but for its key and its marks, or new where they cannot be kept."""
    space = " " * indent
    for comment in (*block.comments, *block.before, *block.now):
        yield space + comment
    body = _marked(block.body, key, of, was)
    yield from body or _new_body(key, of, was, to, indent)


def as_comment(text: str, sign: str) -> list[str]:
    """A text as comments that start with a sign."""
    return [f"{sign} {line}".rstrip() for line in wrap_prose(text, _WIDTH)]


def as_value(text: str, indent: int) -> list[str]:
    """A text as it stands behind a key: in the same line, or below a `|`."""
    if "\n" in text or len(text) > _LONGEST_LINE:
        return ["|", *(" " * indent + line if line else "" for line in wrap_prose(text, _WIDTH - indent))]
    return [_plain(text)]


def _new_body(key: str, of: str, was: str, to: str, indent: int) -> Iterator[str]:
    space, inner = " " * indent, " " * (indent + _INDENT)
    yield f"{space}{_plain(key)}:"
    if of:
        yield f"{inner}of: {_mark(of)}"
    if was:
        yield f"{inner}was: {_mark(was)}"
    first, *more = as_value(to, indent + 2 * _INDENT)
    yield f"{inner}to: {first}"
    yield from more


def _marked(body: list[str], key: str, of: str, was: str) -> list[str]:
    """The same lines under this key and with these marks; none where that cannot be done line by line."""
    if not body:
        return []
    lines = list(body)
    if not _is_block(lines, key):
        space = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
        comment = re.search(r":(?P<comment>\s+#.*)?$", lines[0])
        lines[0] = f"{space}{_plain(key)}:{(comment and comment['comment']) or ''}"
    inner = next((line for line in lines[1:] if line.strip() and not line.lstrip().startswith("#")), "")
    space = inner[: len(inner) - len(inner.lstrip())]
    for name, mark, after in (("of", of, 1), ("was", was, 2)):
        place = next(
            (n for n, line in enumerate(lines) if line.startswith(space + name) and _named(line) == name), None
        )
        if place is None:
            if mark:
                lines.insert(min(after, len(lines)), f"{space}{name}: {_mark(mark)}")
            continue
        simple = _MARKED.fullmatch(lines[place])
        if simple is None:
            return []
        if not mark:
            del lines[place]
        elif simple["mark"] != mark:
            lines[place] = f"{space}{name}: {_mark(mark)}{simple['rest'].rstrip()}"
    return lines


def _named(line: str) -> str:
    """The key that a line starts with."""
    return line.partition(":")[0].strip()


def _mark(mark: str) -> str:
    """A mark, in quotes where another program would take it for a number."""
    return f'"{mark}"' if _LIKE_A_NUMBER.fullmatch(mark) else mark


def _plain(text: str) -> str:
    """One line as YAML: as it is where it is read back the same, else in quotes."""
    from backfire_sim.scenario.reader import read

    if _SURELY_PLAIN.fullmatch(text) and text not in ("null", "true", "false"):
        return text
    tried = read(f"to: {text}\n", "")
    same = bool(text) and not tried.problems and tried.root == {"to": text}
    return text if same else json.dumps(text, ensure_ascii=False)
