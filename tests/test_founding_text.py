"""Every line of the founding text can be found by a learner: the table in the docs is walked, place by place."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from backfire_sim.cli import COMMANDS
from backfire_sim.handbook.book import leaf, search
from backfire_sim.scoring.vocabulary import COSTS, LABELS, RESPONSES, TACTICS
from backfire_sim.tui.rooms import ROOMS, screen_of

PAGE = (Path(__file__).parent.parent / "docs" / "founding-text.md").read_text(encoding="utf-8")


class Place(NamedTuple):
    """Where a line is found."""

    kind: str
    name: str
    words: str


def rows() -> list[tuple[str, list[Place]]]:
    """The lines of the founding text, each with its places."""
    found = []
    for line in PAGE.splitlines():
        if line.startswith("| ") and not line.startswith("| the founding text"):
            _, said, where, _ = line.split("|")
            places = [Place(*each) for each in re.findall(r"`(\w+) ([^`]+)`(?: “([^”]+)”)?", where)]
            assert len(places) == len(where.split("; ")) == where.count("`") // 2, line
            found.append((said.strip(), places))
    return found


ROWS = rows()


@pytest.mark.parametrize(("said", "places"), ROWS, ids=[said for said, _ in ROWS])
def test_a_line_is_where_the_table_says(said: str, places: list[Place]) -> None:
    assert places
    for place in places:
        match place.kind:
            case "learn":
                page = leaf(place.name)
                text = " ".join(part for section in page.sections for part in section)
                assert place.words, place
                assert place.words in " ".join(f"{page.title} {page.summary} {text}".split()), place
                assert place.name in {found.id for found in search(place.words)}, place
            case "room":
                assert screen_of(place.name)
            case "backfire":
                assert place.name.split()[0] in COMMANDS, place
            case "play":
                assert place.name in LABELS, place
            case _:
                raise AssertionError(place)


def test_no_line_is_left_out() -> None:
    named = {(place.kind, place.name) for _, places in ROWS for place in places}
    tactics = [tactic for each in TACTICS.values() for tactic in each]
    assert named >= {("learn", page) for page in (*RESPONSES, *tactics)}
    assert named >= {("play", name) for name in (*COSTS, "support", "power", "mobilization", *RESPONSES)}
    said = " ".join(line for line, _ in ROWS)
    for words in ("experienced", "high risk", "concerned", "aim 1", "aim 2", "aim 3", "aim 4", "how can we help",
                  "the goal", "creative action", "stay safe", "slowly", "family", "deter"):  # fmt: skip
        assert words in said
    assert {place.name for _, places in ROWS for place in places if place.kind == "room"} <= ROOMS.keys()
