"""The program's own words, in the language that was chosen.

Every sentence that people read passes one of these functions on its way out. English is what stands in the code, and
needs nothing else; another language is a catalogue, handed to `speak_with` by `storage.language`. What is said in the
code is also what a catalogue looks words up by, so a sentence is always whole: what changes in it has a name in
braces, and is never put together from pieces.
"""

# The name alone is what type checkers look for: `--help` and plain mode would pay for importing `typing`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Catalogue(Protocol):
        """What knows the words of one language; the catalogues of gettext are such."""

        def gettext(self, message: str, /) -> str:
            """The words for these."""

        def ngettext(self, one: str, many: str, count: int, /) -> str:
            """The words for these, in the form that goes with the count."""

        def pgettext(self, context: str, message: str, /) -> str:
            """The words for these where they are said in this sense."""


_catalogue: "Catalogue | None" = None


def speak_with(catalogue: "Catalogue | None") -> None:
    """Say everything with this catalogue from now on; None is English."""
    global _catalogue
    _catalogue = catalogue


def _(words: str, /, **named: object) -> str:
    """These words in the language that was chosen, with what is named in braces put in."""
    if _catalogue is not None and words:
        words = _catalogue.gettext(words)
    return words.format(**named) if named else words


def plural(one: str, many: str, count: int, /, **named: object) -> str:
    """One or many: the form that goes with `count`, which also stands for `{count}` if `named` says nothing else."""
    words = one if count == 1 else many
    if _catalogue is not None:
        words = _catalogue.ngettext(one, many, count)
    return words.format(**{"count": count, **named})


def sense(meant: str, words: str, /, **named: object) -> str:
    """Words that another language says otherwise in other places; `meant` tells those who translate which is meant."""
    if _catalogue is not None:
        words = _catalogue.pgettext(meant, words)
    return words.format(**named) if named else words


def later(words: str, meant: str = "", /) -> str:
    """The same words: a mark for the catalogue, for words in a table. `_` or `sense` says them when they are shown."""
    return words
