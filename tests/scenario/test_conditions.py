"""Conditions: what they mean, and what an author is told who writes them in another way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.conditions import All, AnyOf, Is, Not, OutcomeIs
from backfire_sim.scenario.conditions import ConditionError, parse
from backfire_sim.scenario.meaning import Meaning
from backfire_sim.scenario.names import Names
from backfire_sim.scenario.reader import read

SCENARIO = """
facts: {warned: They know, filmed: We have it}
counters: {volunteers: {range: 0-40}}
audiences: {council: {}}
bearers: {mayor: {}}
people: {ana: {uses: [story]}}
prepare: {options: {cameras: {}}}
injects: {leak: {}}
scenes: {raid: {moves: {publish: {}}, methods: {denial: {}}}}
"""


@pytest.fixture(scope="module")
def meaning():
    return Meaning(Names(read(SCENARIO, "scenario.yaml")))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("care >= 6", Is("care", ">=", 6)),
        ("warned", Is("warned", ">=", 1)),
        ("not warned", Not(Is("warned", ">=", 1))),
        ("council.support >= 20", Is("council.support", ">=", 20)),
        ("outcome == backfire", OutcomeIs("backfire", True)),
        ("outcome != chilled", OutcomeIs("chilled", False)),
        ("prepared(cameras)", Is("prepared(cameras)", ">=", 1)),
        ("consents(ana,story)", Is("consents(ana, story)", ">=", 1)),
        ("played(raid.publish)", Is("played(raid.publish)", ">=", 1)),
        ("played(raid.wait)", Is("played(raid.wait)", ">=", 1)),
        ("answered(cover_up) and named(mayor)", All((Is("answered(cover_up)", ">=", 1), Is("named(mayor)", ">=", 1)))),
        (
            "warned and care > 3 or filmed",
            AnyOf((All((Is("warned", ">=", 1), Is("care", ">", 3))), Is("filmed", ">=", 1))),
        ),
        (
            "warned and (care > 3 or filmed)",
            All((Is("warned", ">=", 1), AnyOf((Is("care", ">", 3), Is("filmed", ">=", 1))))),
        ),
    ],
)
def test_a_condition_means_what_it_says(meaning, text, condition):
    understood = meaning.understand(text)
    assert understood.faults == ()
    assert understood.condition == condition


@pytest.mark.parametrize(
    ("text", "code", "marked", "help_"),
    [
        ("care = 3", "BF050", "=", "write =="),
        ("care => 3", "BF050", "=>", "write >="),
        ("warned && filmed", "BF050", "&&", "write `and`"),
        ("warned || filmed", "BF050", "||", "write `or`"),
        ("!warned", "BF050", "!", "write `not`"),
        ("care >= 3 AND warned", "BF050", "AND", "small letters"),
        ("3 <= care <= 5", "BF050", "3", "care >= 3 and care <= 5"),
        ("3 < care", "BF050", "3", "care > 3"),
        ("care >= 3 <= 5", "BF050", "<=", "join two comparisons"),
        ("'warned'", "BF050", "'", "quotes"),
        ("care >= 3.5", "BF050", "3.", "whole number"),
        ("care + 1 >= 3", "BF050", "+", "do not calculate"),
        ("warned,filmed", "BF050", ",", "and"),
        ("care ≥ 3", "BF050", "≥", "write >="),
        (">= 3", "BF033", ">=", "care >= 3"),
        ("care > evidence", "BF052", "evidence", "whole number"),
        ("care", "BF052", "care", "care >= 3"),
        ("warned == true", "BF052", "warned == true", "`not warned`"),
        ("visited(raid) >= 2", "BF052", "visited(raid) >= 2", "visited(raid)"),
        ("consents(ana)", "BF052", "consents(ana)", "consents(person, use)"),
        ("outcome >= backfire", "BF052", "outcome >= backfire", "outcome == backfire"),
        ("outcome == backfires", "BF051", "backfires", "did you mean `backfire`"),
        ("backfire", "BF051", "backfire", "outcome == backfire"),
        ("raid", "BF051", "raid", "visited(raid)"),
        ("cameras", "BF051", "cameras", "prepared(cameras)"),
        ("warnd", "BF051", "warnd", "did you mean `warned`"),
        ("otherwise", "BF051", "otherwise", "leave the key out"),
        ("visit(raid)", "BF051", "visit", "did you mean `visited`"),
        ("visited(rayd)", "BF051", "rayd", "did you mean `raid`"),
        ("played(publish)", "BF051", "publish", "write the scene too"),
        ("consents(ana, stori)", "BF051", "stori", "did you mean `story`"),
        ("__import__(os)", "BF051", "__import__", "there are"),
        ("care.__class__ == 1", "BF051", "care.__class__", ""),
        ("courage >= 12", "BF053", "courage >= 12", ""),
        ("volunteers > 40", "BF053", "volunteers > 40", ""),
        ("care < 3 and care > 6", "BF053", "care < 3 and care > 6", ""),
        ("warned and not warned", "BF053", "warned and not warned", ""),
        ("care >= 0", "BF054", "care >= 0", "leave this part out"),
        ("evidence <= 5", "BF054", "evidence <= 5", ""),
        ("care != 11", "BF054", "care != 11", ""),
        ("(" * 21 + "warned" + ")" * 21, "BF055", "(", "list"),
        ("warned and " * 40 + "warned", "BF055", "warned and " * 40 + "warned", "list"),
    ],
)
def test_a_slip_is_underlined_and_explained(meaning, text, code, marked, help_):
    fault = meaning.understand(text).faults[0]
    assert fault.code == code
    assert text[fault.start : fault.start + fault.length] == marked
    assert help_ in fault.help


@pytest.mark.parametrize(
    "text", ["care > 2 and care < 4", "care < 3 or care > 6", "warned or not warned", "round >= 3"]
)
def test_what_can_hold_is_not_called_impossible(meaning, text):
    assert meaning.understand(text).faults == ()


@given(st.text(max_size=80))
def test_any_text_is_a_condition_or_an_error_inside_it(text):
    try:
        parse(text)
    except ConditionError as error:
        assert 0 <= error.start <= len(text)
        assert error.message


WORDS = ["care", "warned", "and", "or", "not", "(", ")", ">=", "3", "visited", "raid", ",", "outcome", "==", "x.y", "'"]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_are_understood_or_explained(meaning, words):
    understood = meaning.understand(" ".join(words))
    assert (understood.condition is None) == any(fault.code != "BF054" for fault in understood.faults)


def test_a_character_that_nobody_sees_is_named():
    with pytest.raises(ConditionError) as caught:
        parse("care\u200b >= 3")
    assert "U+200B" in caught.value.message
