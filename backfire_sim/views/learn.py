"""Pages to learn from, as they are looked up and read: what a page is, where it leads, where it rests."""

from typing import NamedTuple

from backfire_sim.handbook.book import CHAPTERS, Leaf, chapter_title, every_leaf, leaf, search
from backfire_sim.handbook.sources import SOURCES
from backfire_sim.scoring.vocabulary import (
    ANSWER_TO,
    GATE_OF_METHOD,
    GATE_OF_RESPONSE,
    METHODS,
    RESPONSE_OF_TACTIC,
    RESPONSES,
    label,
)
from backfire_sim.speech import _
from backfire_sim.text import bare

MODEL = "model"
"""Stands for the page on which the five gates can be moved, wherever the id of a page is expected."""


def known(id: str) -> Leaf | None:
    """The page with this id; None if there is none."""
    try:
        return leaf(id)
    except KeyError:
        return None


def meant(words: str) -> str:
    """The id of the page or chapter that is meant by its id, its title, or words that only one page has; else empty."""
    wanted = _folded(words)
    if not wanted:
        return ""
    if wanted == MODEL:
        return MODEL
    pages = every_leaf()
    names = {_folded(name): chapter for chapter in CHAPTERS for name in (chapter, chapter_title(chapter))}
    names |= {_folded(page.title): page.id for page in pages} | {_folded(page.id): page.id for page in pages}
    if wanted in names:
        return names[wanted]
    found = search(words)
    return found[0].id if len(found) == 1 else ""


def kind(page: Leaf) -> str:
    """What a page is about in the model, in a few words; empty for pages that stand for no part of it."""
    if page.id in RESPONSES:
        method = METHODS[RESPONSES.index(page.id)]
        gate = label(GATE_OF_RESPONSE[page.id]).lower()
        return _("widens {gate}, answers {method}", gate=gate, method=label(method).lower())
    if page.id in METHODS:
        gate = label(GATE_OF_METHOD[page.id]).lower()
        return _("narrows {gate}; {response} answers it", gate=gate, response=label(ANSWER_TO[page.id]))
    if page.id in RESPONSE_OF_TACTIC:
        return _("a tactic of {response}", response=label(RESPONSE_OF_TACTIC[page.id]))
    return ""


class Piece(NamedTuple):
    """A paragraph, or an item of a list."""

    item: bool
    text: str
    """In one line."""


def pieces(text: str) -> list[Piece]:
    """The paragraphs and items of a section, in order."""
    found: list[Piece] = []
    fresh = True
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words.startswith("- "):
            found.append(Piece(True, words[2:]))
        elif words and fresh:
            found.append(Piece(False, words))
        elif words:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {words}")
        fresh = not words
    return found


def see_also(page: Leaf) -> tuple[Leaf, ...]:
    """The pages to read next that there are."""
    found = (known(id) for id in page.see if id != page.id)
    return tuple(each for each in found if each is not None)


def sources(page: Leaf) -> tuple[str, ...]:
    """Where a page has what it says, each with author, title and year."""
    return tuple(SOURCES[id] for id in page.sources if id in SOURCES)


def _folded(words: str) -> str:
    return " ".join(bare(words).replace("_", " ").replace("-", " ").split())
