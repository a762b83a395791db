"""What each kind of page is made of: every page of a kind has the same parts under the same headings."""

from backfire_sim.handbook.book import Leaf, Section
from backfire_sim.scoring.vocabulary import LABELS, TECHNIQUE_LABELS
from backfire_sim.speech import later

HOW_SURE = {
    "measured": later("How sure: measured"),
    "direction": later("How sure: the direction"),
    "theory": later("How sure: theory"),
    "contested": later("How sure: contested"),
}
"""How well a finding is known: measured in size, known in direction only, argued but not tested, or disputed."""


def tactic(
    id: str,
    *,
    summary: str,
    what: str,
    begin: str,
    example: str,
    mistake: str,
    care: str,
    see: tuple[str, ...],
    sources: tuple[str, ...],
) -> Leaf:
    """One of the twenty-two tactics; the example is always an invented one."""
    parts = (
        Section("", what),
        Section(later("How to begin"), begin),
        Section(later("An invented example"), example),
        Section(later("A common mistake"), mistake),
        Section(later("Consent and care"), care),
    )
    return Leaf(id, "tactics", LABELS[id], summary, parts, see, sources)


def method(
    id: str,
    *,
    summary: str,
    what: str,
    why: str,
    answer: str,
    backfires: str,
    techniques: tuple[tuple[str, str], ...],
    see: tuple[str, ...],
    sources: tuple[str, ...],
) -> Leaf:
    """One of the perpetrators' five methods with its techniques, each under its name from the vocabulary."""
    parts = (
        Section("", what),
        Section(later("Why it works"), why),
        Section(later("What answers it"), answer),
        Section(later("When it backfires"), backfires),
        *(Section(TECHNIQUE_LABELS[technique], text) for technique, text in techniques),
    )
    return Leaf(id, "methods", LABELS[id], summary, parts, see, sources)


def mistake(
    id: str,
    title: str,
    *,
    summary: str,
    looks: str,
    fails: str,
    instead: str,
    see: tuple[str, ...],
    sources: tuple[str, ...] = (),
) -> Leaf:
    """A mistake that good people make."""
    parts = (
        Section(later("What it looks like"), looks),
        Section(later("Why it fails"), fails),
        Section(later("What to do instead"), instead),
    )
    return Leaf(id, "mistakes", title, summary, parts, see, sources)


def finding(
    id: str,
    title: str,
    *,
    summary: str,
    found: str,
    tag: str,
    sure: str,
    here: str,
    claim: str,
    see: tuple[str, ...] = (),
    sources: tuple[str, ...],
) -> Leaf:
    """What a study or a group of studies found, how sure it is, and where it ends; `tag` is one of `HOW_SURE`."""
    parts = (
        Section(later("What was found"), found),
        Section(HOW_SURE[tag], sure),
        Section(later("In this game"), here),
        Section(later("Do not claim"), claim),
    )
    return Leaf(id, "evidence", title, summary, parts, see, sources)


def term(
    id: str, word: str, *, short: str, text: str, see: tuple[str, ...] = (), sources: tuple[str, ...] = ()
) -> Leaf:
    """A word with its meaning."""
    return Leaf(id, "words", word, short, (Section("", text),), see, sources)
