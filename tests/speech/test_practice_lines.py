"""Practice for one as lines, in a language that nobody speaks: nothing of it is left in English."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, repeat
from pathlib import Path

import pytest

from backfire_sim.engine.drills import drills_of
from backfire_sim.plain import practice_ends as ends
from backfire_sim.plain.practice import Practice
from backfire_sim.practice.cards import Card, cards_of
from backfire_sim.practice.progress import Playable, progress
from backfire_sim.practice.sitting import Sitting, ahead, plan
from backfire_sim.storage.reviews import open_reviews
from backfire_sim.storage.shelf import Opened, built_ins
from backfire_sim.views.practice_progress import progress_view
from backfire_sim.views.practice_sitting import closing, opening
from tests.speech.strange import english, strange, strange_scenario

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path / "home"))
    with strange():
        yield strange_scenario(built_ins()["friday-night"], tmp_path)


def practiced(cards: dict[str, Card], lines: Sequence[str]) -> tuple[list[str], Sitting, list[str]]:
    """What is said while everything is answered with these lines over and over, and afterwards."""
    said: list[str] = []
    typed = chain.from_iterable(repeat(lines, 40))
    log = open_reviews(ephemeral=True)
    practicing = Practice(lambda: next(typed, None), said.extend, log, lambda: NOON, UTC)
    sitting = practicing.run(plan(cards, [], NOON, UTC))
    found = progress(cards, log.reviews, NOON, UTC, [])
    said += ends.ended(closing(sitting, log.reviews, found.suggestion, NOON, UTC))
    said += ends.standing(progress_view(found, NOON, UTC))
    return said, sitting, [review.fit for review in log.reviews]


def without_commands(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if not line.strip().startswith("backfire ")]


@pytest.mark.parametrize("lines", [["?", "x", "3", "1", ""], ["3", "2", "?", ""], ["1", "", "1", "2", ""]])
def test_no_line_of_a_sitting_is_in_english(opened: Opened, lines: list[str]) -> None:
    drills = list(drills_of(opened.scenario))
    for begin in range(0, len(drills), 4):
        cards = cards_of(drills[begin : begin + 4])
        said, sitting, fits = practiced(cards, lines)
        assert fits and sitting.told
        assert not english(without_commands(said))


def test_neither_how_it_begins_nor_what_is_next_is_in_english(opened: Opened) -> None:
    cards = cards_of(drills_of(opened.scenario))
    first = opening(ahead(cards, [], NOON, UTC), NOON, UTC)
    nothing = opening(ahead({}, [], NOON, UTC), NOON, UTC)
    said = [*ends.began(first, kept=True, begins=True), *ends.began(nothing, kept=False, begins=False)]
    log = open_reviews(ephemeral=True)
    typed = iter(["3", "1", "", "3", "1", ""])
    practicing = Practice(lambda: next(typed, None), lambda _lines: None, log, lambda: NOON, UTC)
    sitting = practicing.run(plan(cards, [], NOON, UTC))
    found = progress(cards, log.reviews, NOON, UTC, [Playable("x", opened.scenario, False)])
    assert found.suggestion is not None
    said += ends.ended(closing(sitting, log.reviews, found.suggestion, NOON, UTC))
    said += ends.standing(progress_view(found, NOON, UTC))
    assert not english(without_commands(said))
