"""Every page of the diagnostics is a test: its wrong examples have its problem, its right ones have none."""

import re
from pathlib import Path

import pytest
import yaml

from backfire_sim.authoring import proofs
from backfire_sim.authoring.proofs import prove
from backfire_sim.scenario import catalog
from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.plays import read_plays
from backfire_sim.scenario.problems import WARNINGS
from backfire_sim.scenario.translation import read_translation

BASE = (Path(__file__).parent / "fixtures" / "base.yaml").read_text(encoding="utf-8")
PROVABLE = BASE.replace("a code of conduct}", "a code of conduct, sets: [warned]}")
PROVABLE += "debrief:\n  - ask: Who else should have known?\n    when: warned\n"
"""The same with something that sets its fact, and something that reads it."""
SHOWN_BY_OTHER_TESTS = {"BF001", "BF002"}
"""Codes of files that cannot be shown in a page of text."""

PROVED = {code for code in catalog.codes() if code.startswith("BF1")}
"""Codes of what is only found by looking at every state."""

EXAMPLES = [
    pytest.param(code, example, id=f"{code}-{number}")
    for code in catalog.codes()
    for number, example in enumerate(catalog.page(code).examples, 1)
]


def whole_file(piece: str, base: str = BASE) -> str:
    """The piece in place of the same top-level keys of a scenario that has no problem."""
    keys = set(re.findall(r"^(\w+):", piece, re.MULTILINE))
    kept = [block for block in re.split(r"^(?=\w+:)", base, flags=re.MULTILINE) if block.partition(":")[0] not in keys]
    return "".join(kept) + piece


def problems(text: str, example: catalog.Example, code: str):
    if text.startswith("plays:"):
        return read_plays(text).problems
    if text.startswith("translates:"):
        return read_translation(text, scenario=read_text(BASE)).problems
    if code in PROVED:
        loaded = read_text(whole_file(text, PROVABLE))
        return (*loaded.problems, *prove(loaded).problems)
    return read_text(text if example.whole else whole_file(text)).problems


def test_the_scenario_that_examples_are_put_into_has_no_problem():
    assert read_text(BASE).problems == ()


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_the_wrong_example_has_exactly_the_problem_of_its_page(code, example, monkeypatch):
    if code == "BF029":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
    found = problems(example.wrong, example, code)
    assert {problem.code for problem in found} == {code}
    assert all(problem.message and (problem.line or code == "BF003") for problem in found)


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_the_right_example_has_no_problem(code, example):
    assert problems(example.right, example, code) == ()


@pytest.mark.parametrize("code", catalog.codes())
def test_each_page_explains_itself(code):
    page = catalog.page(code)
    assert page.title != code
    assert page.examples or code in SHOWN_BY_OTHER_TESTS
    assert (page.severity == "warning") == (code in WARNINGS)
    assert catalog.explain(code.lower()).startswith(f"# {code}: ")


def test_every_code_in_the_program_has_a_page():
    folder = Path(catalog.__file__).parent
    files = [*folder.rglob("*.py"), *Path(proofs.__file__).parent.rglob("*.py")]
    used = {code for file in files for code in re.findall(r"\bBF\d{3}\b", file.read_text("utf-8"))}
    assert used == set(catalog.codes())


def test_a_code_is_known_by_its_number_too():
    assert catalog.explain("12") == catalog.explain("bf12") == catalog.explain("BF012")


def test_an_unknown_code_is_answered_with_where_they_are_listed():
    assert "`backfire explain` alone lists them all" in catalog.explain("BF999")
    assert catalog.page("../BF012") is None
