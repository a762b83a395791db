"""The ways out of a passage: what stands between `[[` and `]]`, in every order and with every sign in use."""

from __future__ import annotations

import re
from typing import NamedTuple

_COMPUTED = re.compile(r"[$_][A-Za-z]|.*\(\s*\)$|`.*`$", re.DOTALL)
_WEB = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|mailto:|www\.", re.IGNORECASE)


class Link(NamedTuple):
    """A way from one passage to another."""

    label: str
    target: str
    line: int
    inside: tuple[str, ...] = ()
    """The conditions around it as they are written, the outermost first."""
    macro: str = ""
    """The macro that makes it, as it is written; empty for a link in double brackets."""
    computed: bool = False
    """Whether only the running story knows where it leads."""
    beside: str = ""
    """Words in parentheses that stand behind it."""

    @property
    def web(self) -> bool:
        """Whether it leads out of the story, to a page of the web."""
        return _WEB.match(self.target) is not None


class Parts(NamedTuple):
    """The parts of a link as they are written."""

    label: str
    target: str
    setter: str = ""
    """What SugarCube carries out when the link is followed."""


def parts(content: str) -> Parts:
    """The parts of what stands between the brackets: `a->b`, `b<-a`, `a|b` or `b`, perhaps with `][$x = 1` behind.

    Of several arrows the rightmost `->` counts, or else the leftmost `<-`, as Twine and Harlowe have it; of several
    `|` the last, because the names of passages should have none.
    """
    core, _, setter = content.partition("][")
    if "->" in core:
        label, _, target = core.rpartition("->")
    elif "<-" in core:
        target, _, label = core.partition("<-")
    elif "|" in core:
        label, _, target = core.rpartition("|")
    else:
        label = target = core
    target = target.strip()
    return Parts(label.strip() or target, target, setter.strip())


def unwrapped(label: str) -> str:
    """A label without the signs that make all of it bold, or slanted, and so on."""
    for sign in ("''", "//", "**", "__", "~~"):
        if label.startswith(sign) and label.endswith(sign) and len(label) > 4:
            return label[2:-2].strip()
    return label


def is_computed(target: str) -> bool:
    """Whether a target is a variable or a calculation and no name."""
    return _COMPUTED.match(target) is not None
