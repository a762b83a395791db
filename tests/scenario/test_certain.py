"""Which slips are certain: the word can be no other, and no word of its own."""

import pytest

from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.suggest import certain, nearest

KNOWN = ("raid", "smear", "families_warned", "phone_calls", "day_2", "witnesses", "known", "council")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("smaer", "smear"),
        ("smears", "smear"),
        ("Smear", "smear"),
        ("raids", "raid"),
        ("families-warned", "families_warned"),
        ("familieswarned", "families_warned"),
        ("famlies_warnd", "families_warned"),
        ("phonecalls", "phone_calls"),
        ("Day 2", "day_2"),
        ("witneses", "witnesses"),
        ("counicl", "council"),
    ],
)
def test_a_slip(name, near):
    assert nearest(name, KNOWN) == near
    assert certain(name, near, KNOWN)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("day_3", "day_2"),
        ("day_12", "day_2"),
        ("raid_b", "raid"),
        ("said", "raid"),
        ("rail", "raid"),
        ("aid", "raid"),
        ("unknown", "known"),
        ("calls", "phone_calls"),
        ("consul", "council"),
        ("phone_halls", "phone_calls"),
    ],
)
def test_a_word_of_its_own(name, near):
    assert not certain(name, near, KNOWN)


def test_where_two_are_as_near_neither_is_certain():
    assert certain("colour", "colours", ("colours",))
    assert not certain("colour", "colours", ("colours", "colourd"))
    assert not certain("colour", "colourd", ("colours", "colourd"))


CONDITIONS = [
    ("care => 6", "care >= 6"),
    ("care =< 6", "care <= 6"),
    ("care ≥ 6", "care >= 6"),
    ("care = 6", "care == 6"),
    ("care is 6", "care == 6"),
    ("outcome is not backfire", "outcome != backfire"),
    ("care <> 6", "care != 6"),
    ("care >= 6&&warned", "care >= 6 and warned"),
    ("care >= 6 || not warned", "care >= 6 or not warned"),
    ("care >= 6 AND warned", "care >= 6 and warned"),
    ("NOT warned", "not warned"),
    ("care >= 6 and NOT (warned)", "care >= 6 and not  (warned)"),
    ("care >= 6 and !warned", "care >= 6 and not warned"),
    ("(care >= 6 && warned)", "(care >= 6 and warned)"),
    ("3 <= care <= 6", "care >= 3 and care <= 6"),
    ("6 > care", "care < 6"),
    ("visited(“raid”)", "visited(raid)"),
    ("played('raid.publish')", "played(raid.publish)"),
    ("visited(raid", "visited(raid)"),
    ("visted(raid)", "visited(raid)"),
    ("visited(riad)", "visited(raid)"),
    ("played(raid.publsh)", "played(raid.publish)"),
    ("consents(ana, storry)", "consents(ana, story)"),
    ("consents(ana.storry)", "consents(ana.story)"),
    ("visited(raid.publish)", "played(raid.publish)"),
    ("outcome == slow burn", "outcome == slow_burn"),
    ("families-warned", "families_warned"),
    ("raid", "visited(raid)"),
    ("not cameras", "not prepared(cameras)"),
    ("pyrrhic", "outcome == pyrrhic"),
    ("reveal", "played(reveal)"),
    ("warned == yes", "warned"),
    ("warned != true", "not warned"),
    ("visited(raid) == false", "not visited(raid)"),
]
SCENE = "title: T, text: T., wait: {text: T., goto: END}"
SCENARIO = f"""\
format: 1
id: small
title: Small
about: {{summary: S.}}
people: {{ana: {{label: Ana, uses: [story, face]}}}}
facts: {{warned: W, families_warned: F}}
prepare: {{text: P., choose: 1, options: {{cameras: {{r: reveal, tactic: research, label: L}}}}}}
scenes:
  raid:
    {{{SCENE}, moves: {{publish: {{r: reveal, tactic: research, label: L, text: T., because: B., goto: END}}}}}}
endings:
  first:
    when: CONDITION
    title: First
    text: T.
  last: {{title: Last, text: T.}}
"""


def repaired(condition: str) -> str:
    """A condition after its repairs, one after the other."""
    for _ in range(4):
        text = SCENARIO.replace("CONDITION", condition)
        fix = next((problem.fix for problem in read_text(text).problems if problem.fix), None)
        if fix is None:
            break
        (edit,) = fix.edits
        line = text.splitlines()[edit.line - 1]
        line = line[: edit.column - 1] + edit.text + line[edit.column - 1 + edit.length :]
        condition = line.removeprefix("    when: ")
    return condition


@pytest.mark.parametrize(("written", "meant"), CONDITIONS)
def test_conditions_of_another_language_are_put_into_ours(written, meant):
    assert repaired(written) == meant
    assert read_text(SCENARIO.replace("CONDITION", meant)).problems == ()


@pytest.mark.parametrize(
    "written",
    [
        "not 3 <= care <= 6",
        "care >= 6, warned",
        "care >= high",
        "[care >= 6, consents(ana, face]",
        "(care >= 6 and visited(raid",
        "warned or",
        "visited(streets)",
        "care",
        "visited(raid) == 2",
        "two words",
        "backfire >= 2",
    ],
)
def test_conditions_that_leave_a_doubt_are_left_to_their_author(written):
    assert read_text(SCENARIO.replace("CONDITION", written)).problems
    assert repaired(written) == written
