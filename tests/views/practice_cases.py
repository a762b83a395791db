"""Decisions to practice for tests, in the scenario of the food bank."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from backfire_sim.engine.drills import STRONG, Placed, drills_of
from backfire_sim.practice.reviews import CERTAIN, Review
from backfire_sim.practice.sitting import Asked
from backfire_sim.scenario.load import read_text
from backfire_sim.views.practice_told import Told, told

RAID = (Path(__file__).parents[1] / "scenario" / "fixtures" / "food-bank-raid.yaml").read_text(encoding="utf-8")
CHICAGO = ZoneInfo("America/Chicago")
MONDAY = datetime(2026, 5, 4, 18, tzinfo=UTC)
CUE = "You hand out food. Men took two of you this morning; the mayor's office says nothing happened."

NAME = (
    "asks: name_method\nmethod: denial\nbest: cover_up\nworkable: [reinterpretation]\n"
    "says: {devaluation: Nobody is insulted.}"
)
NEXT = "asks: predict_next\nmethod: smear.offer\nbest: intimidation_rewards"
CHOICE = "asks: choose_response\nbest: publish\nworkable: [witnesses]\nworse: [angry_post]"
BETTER = "asks: better_of_two\nbest: publish\nworse: [witnesses]\nsays: {witnesses: They are afraid today.}"
WRITE = (
    "asks: write\ntactic: name_the_wrong\nchecklist: [What was done, To whom, Why it is wrong]\nexample: Men took Ana."
)
CONSENT = "asks: what_is_missing\nmove: ana_speaks\nbest: consent"
CARE = "asks: what_is_missing\nmove: witnesses\nbest: care"


def case(lines: str, scene: str = "raid", text: str = RAID) -> Placed:
    """A decision with these lines, in the first scene, the second (`smear`) or the preparation (empty)."""
    if not scene:
        drill = _drill(lines, "  ")
        found = read_text(text.replace("\nscenes:", f"\n{drill}\nscenes:", 1))
    elif scene == "raid":
        found = read_text(text.replace("\n  smear:\n", f"\n{_drill(lines, '    ')}  smear:\n", 1))
    else:
        found = read_text(text.replace("\ninjects:", f"\n{_drill(lines, '    ')}\ninjects:", 1))
    assert found.scenario is not None and not found.problems, found.problems
    (placed,) = drills_of(found.scenario)
    return placed


def _drill(lines: str, pad: str) -> str:
    body = [f"cue: {CUE}", "because: One sentence that says why.", *lines.splitlines()]
    return f"{pad}drill:\n{pad}  it:\n" + "".join(f"{pad}    {line}\n" for line in body)


def asked(placed: Placed, *, again: bool = False) -> Asked:
    return Asked(placed.principle, placed, placed.answers, again)


def review(placed: Placed, answer: str, confidence: str = CERTAIN, at: datetime = MONDAY, fit: str = "") -> Review:
    fit = fit or (placed.fit(answer) if answer else STRONG)
    return Review(placed.principle, placed.id, at, confidence, answer, fit)


def told_of(
    placed: Placed, answer: str, confidence: str = CERTAIN, *, before: Sequence[Review] = (), fit: str = ""
) -> Told:
    """What is said to somebody who gives this answer on that Monday, one in the afternoon in Chicago."""
    given = review(placed, answer, confidence, fit=fit)
    return told(asked(placed), given, [*before, given], MONDAY, CHICAGO)
