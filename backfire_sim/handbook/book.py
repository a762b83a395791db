"""The book: every page there is to learn from, by chapter, and how a page is found.

The texts stand in the modules beside this one, marked for the catalogue; what is handed out here is in the language
that was chosen. The pages are written once and read everywhere: on the screen, as plain lines, in print.
"""

from typing import NamedTuple


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
