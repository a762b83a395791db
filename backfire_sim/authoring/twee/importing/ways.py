"""Where the links of a story lead: to passages that are there, to some that are not, out of it, or nobody can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from backfire_sim.authoring.twee.story import Passage, Remark
from backfire_sim.authoring.twee.within.links import Link
from backfire_sim.scenario.suggest import nearest
from backfire_sim.text import one_line

MOST_COMPARED = 150_000
"""Names that are looked at for all suggestions of one story, so that one full of slips is read in time."""
_SHORT = 80


class Way(NamedTuple):
    """A link and the passage it leads to."""

    link: Link
    target: str
    """The name of a passage of the story; empty where there is none."""
    broken: bool = False
    """Whether it names a passage that is not there."""
    near: str = ""
    """The passage most likely meant by one that is not there."""


class Ways:
    """Follows links, and remembers what is wrong with them."""

    def __init__(self, passages: Mapping[str, Passage], special: Mapping[str, Passage]) -> None:
        self._passages = passages
        self._special = special
        self._folded: dict[str, str] = {}
        for name in passages:
            self._folded.setdefault(_fold(name), name)
        self._near: dict[str, str] = {}
        self._may_compare = MOST_COMPARED
        self._broken: dict[str, list[Link]] = {}
        self._respelled: dict[tuple[str, str], list[Link]] = {}
        self._unknown: list[Link] = []
        self._selves: list[tuple[str, Link]] = []
        self.web: list[Link] = []

    def of(self, name: str, links: Iterable[Link]) -> list[Way]:
        """The ways out of a passage, without those that leave the story, and each only once."""
        ways: dict[tuple[str, str], Way] = {}
        for link in links:
            way = self._followed(link)
            if way is None:
                continue
            if way.target == name:
                self._selves.append((name, link))
            ways.setdefault((link.label, way.target or link.target), way)
        return list(ways.values())

    def target(self, name: str) -> str:
        """The passage of that name, whatever its capitals; empty if there is none."""
        return name if name in self._passages else self._folded.get(_fold(name), "")

    def near(self, name: str) -> str:
        """The passage that was most likely meant; empty if none is near."""
        if name not in self._near:
            enough = self._may_compare >= len(self._passages)
            self._may_compare -= len(self._passages) if enough else 0
            self._near[name] = (nearest(name[:200], self._passages) or "") if enough else ""
        return self._near[name]

    def remarks(self) -> list[Remark]:
        """What is to be said about the links that were followed."""
        said = [self._about_broken(target, links) for target, links in self._broken.items()]
        for (written, name), links in self._respelled.items():
            meant = f"“{_short(name)}” (line {self._passages[name].line})"
            text = f"A link to “{_short(written)}” is taken to mean {meant}: Twine minds capitals and spaces."
            said.append(_at(links, text))
        for name, link in self._selves:
            text = f"The link “{_short(link.label)}” leads back to its own passage, “{_short(name)}”."
            said.append(Remark(link.line, text))
        for link in self._unknown:
            where = f"“{_short(link.target)}”" if link.target else f"the macro {_short(link.macro)}"
            text = f"Where the link “{_short(link.label)}” leads, only the running story knows ({where})."
            said.append(Remark(link.line, text))
        return said

    def _followed(self, link: Link) -> Way | None:
        if link.target in self._passages:
            return Way(link, link.target)
        if link.web:
            self.web.append(link)
            return None
        if link.computed:
            self._unknown.append(link)
            return Way(link, "")
        respelled = self._folded.get(_fold(link.target))
        if respelled is not None:
            self._respelled.setdefault((link.target, respelled), []).append(link)
            return Way(link, respelled)
        self._broken.setdefault(link.target, []).append(link)
        return Way(link, "", True, self.near(link.target))

    def _about_broken(self, target: str, links: list[Link]) -> Remark:
        shown = {link.label for link in links}
        what = f"The link “{_short(shown.pop())}” leads" if len(shown) == 1 else "Links lead"
        if target in self._special:
            why = f"“{_short(target)}”, which is no part of the story"
        else:
            why = f"“{_short(target)}”, and there is no such passage"
        turned = next((link.label for link in links if link.label in self._passages), "")
        near = "" if turned else self.near(target)
        meant = ""
        if turned and turned != target:
            named = f"“{_short(turned)}” (line {self._passages[turned].line})"
            meant = f" Are its two parts the wrong way round? There is a passage {named}."
        elif near:
            meant = f" Did you mean “{_short(near)}” (line {self._passages[near].line})?"
        return _at(links, f"{what} to {why}.{meant}")


def _at(links: list[Link], text: str) -> Remark:
    lines = tuple(dict.fromkeys(link.line for link in links))
    return Remark(lines[0], text, lines[1:])


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def _short(text: str) -> str:
    return one_line(text, _SHORT)
