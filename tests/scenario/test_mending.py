"""After an accident on one line a file is read on, so that one run tells of all of them, each on its own line."""

import pytest

from backfire_sim.scenario import mending
from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.reader import read

OPENING = "    title: Masked men at the door"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OPENING, '    title: "Masked men at the door'),
        (OPENING, "    title: 'Masked men at the door"),
        ("        when: not families_warned", '        when: "not families_warned'),
        ("title: Dawn at the food bank", 'title: "Dawn at the food bank'),
        ("priest:   {label: Father Tomas", "priest:   {label: 'Father Tomas"),
    ],
)
def test_a_quote_that_is_left_open_is_named_where_it_opens(food_bank, old, new):
    assert old in food_bank
    text = food_bank.replace(old, new, 1)
    found = [(p.code, p.line, p.column) for p in read_text(text).problems]
    line = text[: text.index(new)].count("\n") + 1
    quote = min(n for n in (new.find("'"), new.find('"')) if n >= 0) + 1
    assert found == [("BF025", line, quote + text.splitlines()[line - 1].index(new))]


def test_a_text_in_quotes_may_go_on_further_in():
    document = read("a:\n  b: \"one\n    two\"\n  c: 'three\n\n    four'\n", "file.yaml")
    assert document.problems == []
    assert document.root == {"a": {"b": "one two", "c": "three\nfour"}}


def test_quotes_that_swallow_lines_without_an_error_are_found_too():
    (problem,) = read('a:\n  b: "one\n  c: two\n  d: three"\n', "file.yaml").problems
    assert (problem.code, problem.line) == ("BF025", 2)


def test_many_accidents_are_told_in_one_run_each_on_its_line(food_bank):
    changes = [
        (OPENING, '    title: "Masked men at the door', "BF025"),
        ("title: Dawn at the food bank", "title: Dawn: the food bank", "BF022"),
        ("        tactic: interviews", "\ttactic: interviews", "BF021"),
        ("        uses: cover_up", "        uses:cover_up", "BF028"),
        ("minutes: 40", "minutes: @40", "BF024"),
        ("care: 7", "care: 77", "BF044"),
        ("goto: END", "goto: nowhere_at_all", "BF012"),
    ]
    text = food_bank
    for old, new, _ in changes:
        assert old in text
        text = text.replace(old, new, 1)
    found = {(p.code, p.line) for p in read_text(text).problems}
    assert found == {(code, text[: text.index(new)].count("\n") + 1) for _, new, code in changes}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("minutes: 40", 'minutes: "C:\\40"', "BF026"),
        ("title: Dawn at the food bank", "title: 'It's dawn'", "BF026"),
        ("visibility: +3, evidence: +2", "visibility: +3; evidence: +2", "BF023"),
        ("visibility: +3, evidence: +2", "visibility: +3 evidence: +2", "BF023"),
        ("        goto: smear\n      witnesses", "        goto smear\n      witnesses", "BF028"),
        ("evidence: +2}", "evidence: +2}}", "BF020"),
        ("        tactic: interviews", "         tactic: interviews", "BF027"),
        ("\nscenes:", "\n// the scenes\nscenes:", "BF028"),
        ("names: [mayor]", "names: [mayor", "BF027"),
        ("title: Dawn at the food bank", "title: &a Dawn", "BF030"),
    ],
)
def test_an_accident_on_one_line_hides_nothing_and_causes_nothing(food_bank, old, new, code):
    assert old in food_bank
    text = food_bank.replace(old, new, 1).replace("difficulty: 2", "difficulty: 22")
    assert sorted(p.code for p in read_text(text).problems) == sorted([code, "BF044"])


def test_what_is_mended_in_memory_is_shown_as_it_was_written(food_bank):
    text = food_bank.replace("minutes: 40", "minutes: @40")
    loaded = read_text(text)
    assert [p.source for p in loaded.problems] == ["  minutes: @40"]
    assert not loaded.ok
    assert loaded.scenario is None


def test_nothing_seems_missing_that_stands_on_a_line_that_could_not_be_read(food_bank):
    text = food_bank.replace("        tactic: interviews", "        tactic - interviews")
    assert [p.code for p in read_text(text).problems] == ["BF028"]


def test_tries_are_bounded():
    document = read("".join(f"k{n}: a: b\n" for n in range(500)), "file.yaml")
    assert len(document.problems) == mending.MOST_MENDED + 1
    assert not document.whole
