"""Words as SugarCube shows them, untouched by its signs.

Exports are written for SugarCube: of the formats that come with Twine it leaves plain text alone the most. Harlowe
takes brackets and words with a colon in parentheses for its own, Chapbook and Snowman read Markdown.
"""

from __future__ import annotations

import re
from html import unescape

from backfire_sim.authoring.twee.within.links import unwrapped
from backfire_sim.text import one_line

FORMAT, VERSION = "SugarCube", "2.36.1"
"""The story format, in a version that Twine has had for years; a newer one of the same kind takes its place."""

_ACTIVE = re.compile(
    r"[<{\[$&\\`|*_~^@]|''|//|==|\"\"\"|/%|-{4}|\([ ]*[A-Za-z][\w-]*[ ]*:|^(?:[!#+>•:=-]|\d+\.)", re.MULTILINE
)
_OPENS_LINK = re.compile(r"\[(?=\[)")
_END_OF_NOWIKI = re.compile(r"</(?=nowiki)", re.IGNORECASE)
_IN_LABELS = str.maketrans({"[": "(", "]": ")", "|": "/", "<": "‹", ">": "›"})


def words(text: str) -> str:
    """One paragraph. Where a sign in it would mean something, all of it is marked as plain words."""
    text = one_line(text)
    if not _ACTIVE.search(text):
        return text
    # Twine draws its map from double brackets wherever they stand.
    text = _OPENS_LINK.sub("[ ", text)
    return f"<nowiki>{_END_OF_NOWIKI.sub('< /', text)}</nowiki>"


def label(text: str) -> str:
    """The words of a link, in which the signs of links have no place: they are put in signs that look alike."""
    text = unwrapped(one_line(text)).replace("->", "→").replace("<-", "←").translate(_IN_LABELS)
    if text.count('"') % 2:
        text = text.replace('"', "”")
    return text if unescape(text) == text else text.replace("&", "＆")


def comment(text: str) -> str:
    """Words that only those who edit the story see."""
    return f"<!-- {_OPENS_LINK.sub('[ ', one_line(text)).replace('--', '—').replace('->', '→')} -->"
