"""A condition written back as text is the condition that was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.conditions import All, AnyOf, Condition, Is, Not, OutcomeIs
from backfire_sim.scenario.condition_text import as_line, as_list
from backfire_sim.scenario.meaning import Meaning
from backfire_sim.scenario.names import Names
from backfire_sim.scenario.reader import read

FACTS = ("warned", "filmed")
MEANING = Meaning(
    Names(
        read(
            """
facts: {warned: They know, filmed: We have it}
counters: {volunteers: {range: 0-40}}
audiences: {council: {}}
people: {ana: {uses: [story]}}
scenes: {raid: {moves: {publish: {}}, methods: {denial: {}}}}
""",
            "scenario.yaml",
        )
    )
)

PARTS = st.sampled_from(
    [
        Is("warned", ">=", 1),
        Is("filmed", ">=", 1),
        Is("care", ">=", 6),
        Is("evidence", ">=", 1),
        Is("volunteers", "!=", 4),
        Is("council.support", "<", 20),
        Is("visited(raid)", ">=", 1),
        Is("played(raid.publish)", ">=", 1),
        Is("consents(ana, story)", ">=", 1),
        OutcomeIs("backfire", True),
        OutcomeIs("chilled", False),
    ]
)


def _deeper(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return parts.map(Not) | several.map(All) | several.map(AnyOf)


@given(st.recursive(PARTS, _deeper, max_leaves=8))
def test_what_is_written_is_read_as_the_same_condition(condition: Condition) -> None:
    line = as_line(condition, FACTS)
    understood = MEANING.understand(line)
    # Two parts can contradict each other, which a reader is told; what was read is another matter.
    if all(fault.code == "BF053" for fault in understood.faults) and understood.faults:
        return
    assert understood.condition == condition


@given(st.recursive(PARTS, _deeper, max_leaves=8))
def test_a_list_of_lines_means_the_same(condition: Condition) -> None:
    lines = as_list(condition, FACTS)
    if any(MEANING.understand(line).faults for line in lines):
        return
    assert MEANING.all_of(lines) == condition


@pytest.mark.parametrize(
    "line",
    [
        "care >= 6",
        "evidence >= 1",
        "not warned",
        "warned and (care > 3 or filmed)",
        "warned and care > 3 or filmed",
        "not (warned or filmed)",
        "(warned and filmed) and care > 3",
        "played(raid.publish) and not consents(ana, story)",
        "outcome != chilled",
    ],
)
def test_a_line_comes_back_as_it_was_written(line: str) -> None:
    assert as_line(MEANING.understand(line).condition, FACTS) == line


def test_what_always_holds_is_no_line() -> None:
    assert as_line(None, FACTS) == ""
    assert as_list(None, FACTS) == []
