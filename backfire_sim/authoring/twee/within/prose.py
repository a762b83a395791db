"""What people read of a passage: sentences without the signs of any story format, and without its list of choices."""

from __future__ import annotations

import re
from typing import NamedTuple

from backfire_sim.authoring.twee.within.gathering import FIRST_SIGN, Reading
from backfire_sim.authoring.twee.within.links import Link
from backfire_sim.authoring.twee.within.macros import Dialect
from backfire_sim.authoring.twee.within.visible import visible
from backfire_sim.text import one_line, plain

_SIGN = re.compile("[\ue000-\uf8ff]")
_STYLES = tuple(
    re.compile(pattern)
    for pattern in (
        r"''([^\n']*(?:'[^\n']+)*)''",
        r"(?<!:)//([^\n/]+(?:/[^\n/]+)*)(?<!:)//",
        r"\*\*([^*\n]+)\*\*",
        r"__([^_\n]+)__",
        r"~~([^~\n]+)~~",
        r"\^\^([^^\n]+)\^\^",
        r"@@(?:[^@;\n]*;)?([^@\n]*)@@",
        r"(?<![\w*])\*([^*\s][^*\n]*)\*(?![\w*])",
    )
)
_MARKDOWN = re.compile(r"(?<!\w)_([^_\s][^_\n]*)_(?!\w)")
_HEADING = re.compile(r"(?:!{1,6}|#{1,6})[ ]*(?=\S)")
_BULLET = re.compile(r"(?:[*#+>•-]+|\d+\.)[ ]+")
_RULE = re.compile(r"(?:-{4,}|\*{3,}|[=<>]{2,})$")
_BETWEEN = re.compile(r"(?:[\s|/\\·•*,.;:–—>#+-]|\bor\b|\band\b)*", re.IGNORECASE)
_BEHIND = re.compile(r"\s*\((?P<words>[^\n]*)\)\.?\s*")


class Prose(NamedTuple):
    """A passage as people read it."""

    title: str
    """The heading it begins with; empty if it has none."""
    paragraphs: tuple[str, ...]
    links: tuple[Link, ...]
    """The ways out, with the words that stood beside them."""


def prose(reading: Reading, dialect: Dialect) -> Prose:
    """Make sentences of what was read. A line that only offers links is left out; a link in a sentence is its label."""
    text = reading.text.replace("\\\n", "") if dialect in ("", "sugarcube") else reading.text
    for style in _STYLES:
        text = style.sub(r"\1", text)
    markdown = dialect in ("chapbook", "snowman")
    if markdown:
        text = _MARKDOWN.sub(r"\1", text)
    title = ""
    lines: list[str] = []
    beside: dict[Link, str] = {}
    for line in text.split("\n"):
        line = line.strip()
        if _RULE.match(line):
            line = ""
        if _only_links(line, reading, beside):
            lines.append("")
            continue
        heading = _HEADING.match(line)
        if heading and (line.startswith("!") or dialect != "sugarcube"):
            line = line[heading.end() :]
            if not title and not any(lines):
                title = visible(one_line(_filled(line, reading)))
                continue
        lines.append(_filled(line, reading))
    links = tuple(link._replace(beside=beside[link]) if link in beside else link for link in reading.links)
    return Prose(title, tuple(_paragraphs(lines, markdown)), links)


def _only_links(line: str, reading: Reading, beside: dict[Link, str]) -> bool:
    """Whether a line is nothing but links, or one with words in parentheses behind it; those words are kept."""
    links = [link for sign in _SIGN.findall(line) if isinstance(link := _meant(sign, reading), Link)]
    if not links:
        return False
    bullet = _BULLET.match(line)
    rest = line[bullet.end() :] if bullet else line
    if _BETWEEN.fullmatch(_SIGN.sub(" ", rest)) and len(links) == len(_SIGN.findall(line)):
        return True
    behind = _BEHIND.fullmatch(rest, 1) if _SIGN.match(rest) else None
    if behind is None or len(links) > 1:
        return False
    beside[links[0]] = one_line(_filled(behind["words"], reading), 300)
    return True


def _filled(line: str, reading: Reading) -> str:
    """A line with the labels of its links, and its verbatim parts as they are."""
    bullet = _BULLET.match(line)
    if bullet and bullet[0][0] in "*#+>-":
        line = "• " + line[bullet.end() :]
    return _SIGN.sub(lambda sign: _shown(_meant(sign[0], reading)), line)


def _meant(sign: str, reading: Reading) -> Link | str:
    place = ord(sign) - FIRST_SIGN
    return reading.signs[place] if place < len(reading.signs) else ""


def _shown(what: Link | str) -> str:
    return what.label if isinstance(what, Link) else what


def _paragraphs(lines: list[str], markdown: bool) -> list[str]:
    """In Markdown an empty line parts paragraphs; elsewhere every line is one, as the story shows it."""
    blocks: list[list[str]] = [[]]
    for line in (part for whole in lines for part in whole.split("\n")):
        words = " ".join(visible(plain(line)).split())
        if words:
            blocks[-1].append(words)
        if not words or not markdown:
            blocks.append([])
    return [" ".join(block) for block in blocks if block]
