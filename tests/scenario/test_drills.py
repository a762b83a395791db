"""Drills of a scenario: which slips are told, where, and what comes out of a good one."""

from pathlib import Path

import pytest

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE, drills_of
from backfire_sim.scenario.load import read_text

RAID = (Path(__file__).parent / "fixtures" / "food-bank-raid.yaml").read_text(encoding="utf-8")

CUE = "        cue: You hand out food. Men took two of you this morning; the mayor's office says nothing happened.\n"
WHY = "        because: One sentence that says why.\n"


def with_drill(lines: str) -> str:
    """The scenario with a drill in its first scene."""
    drill = f"    drill:\n      it:\n{CUE}{WHY}" + "".join(f"        {line}\n" for line in lines.strip().splitlines())
    return RAID.replace("\n  smear:\n", f"\n{drill}  smear:\n", 1)


def codes(lines: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in read_text(with_drill(lines)).problems]


@pytest.mark.parametrize(
    "lines",
    [
        "asks: name_method\nmethod: denial\nbest: cover_up\nworkable: [reinterpretation]",
        "asks: predict_next\nmethod: smear.record\nbest: devaluation\nsays: {cover_up: It did not hold.}",
        "asks: choose_response\nbest: publish\nworkable: [witnesses]\nworse: [angry_post]",
        "asks: better_of_two\nbest: publish\nworse: [witnesses]",
        "asks: what_is_missing\nmove: witnesses\nbest: care",
        "asks: write\ntactic: translate\nchecklist: [a, b, c]\nexample: On Monday two of us were taken.",
    ],
)
def test_a_good_drill_of_each_kind_has_no_problem(lines: str) -> None:
    assert codes(lines) == []


@pytest.mark.parametrize(
    ("lines", "code", "said"),
    [
        ("asks: name_method\nmethod: denail\nbest: cover_up", "BF013", "There is no method `denail`."),
        ("asks: predict_next\nmethod: smaer.record\nbest: devaluation", "BF013", "There is no scene `smaer`."),
        ("asks: name_method\nmethod: denial\nbest: coverup", "BF013", "There is no answer `coverup`."),
        ("asks: name_method\nmethod: denial\nbest: devaluation", "BF085", "but `denial` is `cover_up`"),
        ("asks: better_of_two\nbest: publish\nworse: [angry_post]", "BF085", "2 moves of 2 R's"),
        ("asks: better_of_two\nbest: publish\nworse: [publsh]", "BF013", "There is no move `publsh`."),
        ("asks: choose_response\nbest: publish\nworse: [witnesses]", "BF085", "2 moves of 1 R's"),
        ("asks: better_of_two\nbest: publish\nworkable: [publish]", "BF085", "good and not good at once"),
        ("asks: what_is_missing\nmove: nobody\nbest: care", "BF013", "There is no move `nobody`."),
        ("asks: what_is_missing\nmove: witnesses\nbest: courage", "BF013", "There is no answer `courage`."),
        ("asks: what_is_missing\nbest: care", "BF086", "needs `move`"),
        ("asks: write\ntactic: translate\nchecklist: [a, b]\nexample: So.", "BF085", "A checklist of 2"),
        ("asks: write\ntactic: translat\nchecklist: [a, b, c]\nexample: So.", "BF013", "There is no tactic"),
        (
            "asks: write\nbest: publish\ntactic: translate\nchecklist: [a, b, c]\nexample: So.",
            "BF086",
            "no use for `best`",
        ),
        (
            "asks: better_of_two\nbest: publish\nworse: [witnesses]\nsays: {publish: Well done.}",
            "BF085",
            "stands in `because`",
        ),
        (
            "asks: better_of_two\nbest: publish\nworse: [witnesses]\nsays: {angry_post: No.}",
            "BF085",
            "Nobody can give the answer",
        ),
    ],
)
def test_a_slip_in_a_drill_is_told_once_and_exactly(lines: str, code: str, said: str) -> None:
    found = codes(lines)
    assert [each[0] for each in found] == [code], found
    assert said in found[0][1]


def test_a_misspelled_kind_says_which_there_are() -> None:
    found = codes("asks: name_the_method\nmethod: denial\nbest: cover_up")
    assert found[0][0] == "BF043" and "name_method" in str(read_text(with_drill("asks: name_the_method")).problems)


def test_a_drill_knows_its_answers_what_fits_and_what_it_is_a_variant_of() -> None:
    scenario = read_text(with_drill("asks: choose_response\nbest: publish\nworkable: [witnesses]\nworse: [angry_post]"))
    assert scenario.scenario is not None
    (placed,) = drills_of(scenario.scenario)
    assert placed.id == "food-bank-raid/raid/it"
    assert placed.answers == ("publish", "witnesses", "angry_post")
    assert [placed.fit(answer) for answer in placed.answers] == [STRONG, WORKABLE, BACKFIRES]
    assert (placed.tactic, placed.principle) == ("distribute", "tactic:distribute")


@pytest.mark.parametrize(
    ("lines", "principle", "technique"),
    [
        ("asks: name_method\nmethod: denial\nbest: cover_up", "name:cover_up", "deny"),
        ("asks: predict_next\nmethod: smear.record\nbest: devaluation", "next:devaluation", "publish_record"),
        ("asks: what_is_missing\nmove: witnesses\nbest: care", "missing:care", ""),
        ("asks: write\ntactic: translate\nchecklist: [a, b, c]\nexample: So.", "write:frame", ""),
        ("asks: write\ntactic: announce_prepared\nchecklist: [a, b, c]\nexample: So.", "write:statement", ""),
    ],
)
def test_what_a_drill_is_a_variant_of(lines: str, principle: str, technique: str) -> None:
    scenario = read_text(with_drill(lines)).scenario
    assert scenario is not None
    (placed,) = drills_of(scenario)
    assert (placed.principle, placed.technique) == (principle, technique)


def test_the_preparation_can_hold_drills_of_its_options() -> None:
    drill = (
        "  drill:\n    first:\n      asks: better_of_two\n      cue: Two weeks before. You have time for one.\n"
        "      best: families\n      worse: [announce]\n      because: They are who is asked first.\n"
    )
    scenario = read_text(RAID.replace("\nscenes:", f"\n{drill}\nscenes:", 1))
    assert scenario.problems == () and scenario.scenario is not None
    (placed,) = drills_of(scenario.scenario)
    assert (placed.id, placed.principle) == ("food-bank-raid//first", "tactic:warn_others")
