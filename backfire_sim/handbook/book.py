"""The book: every page there is to learn from, by chapter, and how a page is found.

The texts stand in the modules beside this one, one for each chapter, marked for the catalogue; what is handed out here
is in the language that was chosen. A chapter is loaded when it is asked for. The pages are written once and read
everywhere: on the screen, as plain lines, in print.
"""

from importlib import import_module
from typing import NamedTuple

from backfire_sim.handbook.search import Found, those_with, words_of
from backfire_sim.speech import _, later
from backfire_sim.text import bare

__all__ = [
    "CHAPTERS",
    "Found",
    "Leaf",
    "Section",
    "chapter_about",
    "chapter_title",
    "every_leaf",
    "leaf",
    "leaves",
    "search",
]


class Section(NamedTuple):
    """A part of a page."""

    heading: str
    """Empty for the page's opening words."""
    text: str
    """Paragraphs with an empty line between them; a line that begins with `- ` is an item of a list."""


class Leaf(NamedTuple):
    """One page."""

    id: str
    """A response, tactic or method has its own id from `scoring.vocabulary`; others begin with their kind: `mistake-`,
    `evidence-`, `term-`, `model-`."""
    chapter: str
    title: str
    summary: str
    """The page in one sentence, for lists."""
    sections: tuple[Section, ...]
    see: tuple[str, ...] = ()
    """Ids of pages to read next."""
    sources: tuple[str, ...] = ()
    """Ids of `handbook.sources.SOURCES`."""


CHAPTERS = ("model", "principles", "tactics", "methods", "mistakes", "evidence", "words")
"""In reading order."""

_TITLES = {
    "model": later("The model"),
    "principles": later("The five principles"),
    "tactics": later("Twenty-two tactics"),
    "methods": later("Their five methods"),
    "mistakes": later("Common mistakes"),
    "evidence": later("What the evidence says"),
    "words": later("Words"),
}
_ABOUT = {
    "model": later("What backfire means here, the five gates, how a play can end, and what the model can not tell."),
    "principles": later("Reveal, redeem, reframe, redirect, resist: what each one is for."),
    "tactics": later("What each tactic is, how to begin, a small example, and what to be careful about."),
    "methods": later("How perpetrators smother outrage, why it works, and what answers it."),
    "mistakes": later("Fifteen mistakes that good people make, why they fail, and what to do instead."),
    "evidence": later("What studies found, how sure it is, and what nobody should claim from it."),
    "words": later("Every word the game uses in a way of its own, in a sentence or two."),
}


def chapter_title(chapter: str) -> str:
    """What a chapter is called."""
    return _(_TITLES[chapter])


def chapter_about(chapter: str) -> str:
    """What a chapter holds, in one sentence."""
    return _(_ABOUT[chapter])


def leaves(chapter: str) -> tuple[Leaf, ...]:
    """The pages of a chapter, in reading order, words by the alphabet; a KeyError if there is no such chapter."""
    pages = tuple(_said(written) for written in _written(chapter))
    return tuple(sorted(pages, key=lambda page: bare(page.title))) if chapter == "words" else pages


def every_leaf() -> tuple[Leaf, ...]:
    """The whole book in reading order."""
    return tuple(found for chapter in CHAPTERS for found in leaves(chapter))


def leaf(id: str) -> Leaf:
    """One page; a KeyError if there is none with this id."""
    for chapter in CHAPTERS:
        for written in _written(chapter):
            if written.id == id:
                return _said(written)
    raise KeyError(id)


def search(query: str) -> tuple[Found, ...]:
    """Every page with all words of the query, best first: in the title, in the summary, then anywhere.

    Case and accents do not matter, and any text may be asked for; a query without a word finds nothing.
    """
    words = words_of(query)
    return those_with(words, every_leaf()) if words else ()


def _written(chapter: str) -> tuple[Leaf, ...]:
    if chapter not in CHAPTERS:
        raise KeyError(chapter)
    pages: tuple[Leaf, ...] = import_module(f"backfire_sim.handbook.{chapter}").LEAVES
    return pages


def _said(written: Leaf) -> Leaf:
    return written._replace(
        title=_(written.title),
        summary=_(written.summary),
        sections=tuple(Section(_(part.heading), _(part.text)) for part in written.sections),
    )
