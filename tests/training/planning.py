"""Answers and scenarios made up, for tests of the plan and of what is drawn of it."""

from hypothesis import strategies as st

from backfire_sim.engine.card import Card
from backfire_sim.scoring.vocabulary import METHODS, RESPONSES, TACTICS, TECHNIQUES
from backfire_sim.training.facts import Candidate, Facts
from backfire_sim.training.intake import AIMS, GROUPS, LENGTHS, MOST_PEOPLE, SETTINGS, Intake
from backfire_sim.training.worries import WORRIES

HOSTILE = "# [x](javascript:y) <b onclick=z>| &amp; {name} `rm` [/x] [@click=app.quit]no[/]"
NOTES = ("threats", "fire", HOSTILE)
_NAMES = sorted({*METHODS, *RESPONSES, *(t for each in (TACTICS, TECHNIQUES) for ts in each.values() for t in ts)})


def _some(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=len(names)).map(tuple)


intakes = st.builds(
    Intake,
    groups=_some(GROUPS),
    people=st.integers(0, MOST_PEOPLE) | st.integers(0, 8),
    minutes=st.sampled_from((0, *LENGTHS)),
    setting=st.sampled_from(("", *SETTINGS)),
    worries=_some(tuple(WORRIES)),
    wants=_some(AIMS),
    responses=_some(RESPONSES),
    avoid=_some(NOTES),
    language=st.sampled_from(("", "en", "es", "pt-BR")),
)


def card(title: str = "A scenario", **changed: object) -> Card:
    """A card with what a test needs."""
    plain = Card("made", title, "", 30, 1, (), (), "", "en", "", "", (), (), "", "", "", 0)
    return plain._replace(**changed)  # type: ignore[arg-type]


cards = st.builds(
    card,
    st.sampled_from(("A", "B", HOSTILE)),
    minutes=st.integers(0, 90),
    difficulty=st.integers(1, 5),
    for_=_some(GROUPS),
    teaches=_some(RESPONSES),
    content_notes=_some(NOTES),
    language=st.sampled_from(("en", "es")),
    untranslated=st.integers(0, 3),
)
facts = st.builds(
    Facts,
    st.frozensets(st.sampled_from(_NAMES)),
    _some(AIMS),
    prepares=st.booleans(),
    asks=st.booleans(),
    languages=_some(("en", "es")),
)
shelves = st.lists(st.builds(Candidate, st.text(min_size=1, max_size=9), st.just("made"), cards, facts), max_size=6)
