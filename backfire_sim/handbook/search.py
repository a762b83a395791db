"""Pages by the words that stand in them, without regard to case and accents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from backfire_sim.text import bare

if TYPE_CHECKING:
    from backfire_sim.handbook.book import Leaf

AROUND = 50
"""Characters that an excerpt shows before the first word that was found, and at least as many after it."""
EXCERPT = 160
"""Characters of an excerpt, at most, without the dots where something was left out."""


class Found(NamedTuple):
    """A page that a search found."""

    id: str
    title: str
    heading: str
    """Of the section that the excerpt is from; empty where it is the page's summary or its opening words."""
    excerpt: str
    """One line of the page, with the words in it where they stand in the text."""
    marks: tuple[tuple[int, int], ...]
    """Where in the excerpt the words stand: beginning and end, in order, none overlapping another."""


def words_of(query: str) -> tuple[str, ...]:
    """The words that are looked for, as they are compared."""
    return tuple(dict.fromkeys(_folded(query).split()))


def those_with(words: Sequence[str], pages: Sequence[Leaf]) -> tuple[Found, ...]:
    """Every page that has all the words: those with them in the title first, then in the summary, then anywhere;
    within these, words that begin as asked before words that only contain it; then in the order of the pages.
    """
    ranked = sorted((rank, place) for place, page in enumerate(pages) if (rank := _rank(page, words)))
    return tuple(_found(pages[place], words) for _rank_, place in ranked)


def _rank(page: Leaf, words: Sequence[str]) -> int:
    """1 is the best hit; 0 is none."""
    text = _folded(page.title)
    for further, more in enumerate(((), (page.summary,), (part for piece in page.sections for part in piece))):
        text = "\n".join((text, *(_folded(part) for part in more)))
        if all(word in text for word in words):
            return 1 + 2 * further + (not all(_begins_a_word(text, word) for word in words))
    return 0


def _begins_a_word(text: str, word: str) -> bool:
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at >= 0


def _found(page: Leaf, words: Sequence[str]) -> Found:
    """The page with an excerpt from the place that has the most of the words, the first such place."""
    places = [("", page.summary), *page.sections]
    heading, text = max(places, key=lambda place: sum(word in _folded(place[1]) for word in words))
    excerpt = _excerpt(" ".join(text.split()), words)
    return Found(page.id, page.title, heading, excerpt, _marks(excerpt, words))


def _excerpt(line: str, words: Sequence[str]) -> str:
    """At most `EXCERPT` characters of a line, cut between words, from a little before the first hit on."""
    marks = _marks(line, words)
    begin = max(0, (marks[0][0] if marks else 0) - AROUND)
    if len(line) - begin < EXCERPT:
        begin = max(0, len(line) - EXCERPT)
    if begin:
        begin = line.find(" ", begin) + 1
    end = len(line) if len(line) - begin <= EXCERPT else line.rfind(" ", begin, begin + EXCERPT)
    if end <= begin:
        end = begin + EXCERPT
    return ("… " if begin else "") + line[begin:end] + (" …" if end < len(line) else "")


def _marks(line: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    text, origin = _folded(line), _origin(line)
    hits = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            hits.append((origin[at], origin[at + len(word) - 1] + 1))
            at = text.find(word, at + len(word))
    apart: list[tuple[int, int]] = []
    for begin, end in sorted(hits):
        if apart and begin < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((begin, end))
    return tuple(apart)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """As it is compared: without case and accents, with every apostrophe the same one."""
    return bare(text).replace("’", "'")


def _origin(line: str) -> Sequence[int]:
    """For each character of the folded line, the place in the line that it comes from."""
    if line.isascii():
        return range(len(line))
    return [place for place, char in enumerate(line) for _each in _folded(char)]
