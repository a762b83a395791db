"""Text without spaces that are none and characters that nobody sees: pages of the web are full of them."""

from __future__ import annotations

import re

from backfire_sim.text import one_line

_HIDDEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060") | dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000", " "))
_LOST_JOINER = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f])")
"""Joiners mean something only between letters, or pictures, that are not of our alphabet."""
_WIDE_SPACES = re.compile("[\u2000-\u200a]")


def visible(text: str) -> str:
    """Text without spaces that are none, and without characters that have no width."""
    if text.isascii():
        return text
    return _LOST_JOINER.sub("", _WIDE_SPACES.sub(" ", text.translate(_HIDDEN))).strip()


def label(text: str, otherwise: str, longest: int) -> str:
    """One line that people can see, of at most so many characters; `otherwise` where nothing can be seen of it."""
    return visible(one_line(text)[:longest]) or visible(one_line(otherwise)[:longest]) or "…"
