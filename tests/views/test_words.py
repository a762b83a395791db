"""Conditions as words: every name that a condition may use is said, and what is said can be read in one way only."""

import pytest

from backfire_sim.engine.conditions import All, AnyOf, Condition, Is, Not
from backfire_sim.engine.rules import Rules
from backfire_sim.scenario.load import load
from backfire_sim.views import words
from tests.scenario.conftest import FIXTURES

BASE = load(FIXTURES / "base.yaml").scenario
assert BASE is not None
RULES: Rules = BASE.rules

CARE, EVIDENCE, WARNED = Is("care", ">=", 3), Is("evidence", "<", 2), Is("warned", ">=", 1)


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("named(mayor)", "The mayor's office has been named"),
        ("thrown(leak)", "“A guard talks” has happened"),
        ("consents(ana, story)", "Ana has said yes (story)"),
        ("refused(ana, story)", "Ana has said no (story)"),
        ("prepared(code)", "you prepared “Agree on a code of conduct”"),
        ("visited(raid)", "you have been at “Masked men at the door”"),
        ("played(raid.publish)", "you have played “Release what you filmed”"),
        ("warned", "“The families know that offers will come”"),
    ],
)
def test_every_yes_or_no_name_is_said_as_something_that_is_so(term: str, said: str) -> None:
    assert words.condition(RULES, Is(term, ">=", 1)) == said


@pytest.mark.parametrize(
    ("needed", "said"),
    [
        (All((CARE, EVIDENCE)), "care is at least 3 and evidence is less than 2"),
        (
            All((AnyOf((CARE, WARNED)), EVIDENCE)),
            "(care is at least 3 or “The families know that offers will come”) and evidence is less than 2",
        ),
        (
            AnyOf((CARE, All((EVIDENCE, WARNED)))),
            "care is at least 3 or (evidence is less than 2 and “The families know that offers will come”)",
        ),
        (Not(AnyOf((CARE, EVIDENCE))), "it is not so that (care is at least 3 or evidence is less than 2)"),
    ],
)
def test_joined_parts_inside_others_stand_in_parentheses(needed: Condition, said: str) -> None:
    assert words.condition(RULES, needed) == said
