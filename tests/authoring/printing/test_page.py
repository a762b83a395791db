"""What is printed is whole, harmless and finds its way: for the built-in scenarios, small ones and hostile ones."""

import re
from base64 import b64encode
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from backfire_sim.authoring.printing import pack
from backfire_sim.authoring.printing.pack import printed
from backfire_sim.documents import page as shell
from backfire_sim.documents.page import page
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.load import load, read_text
from backfire_sim.storage.shelf import built_ins
from backfire_sim.text import paragraphs
from tests.authoring.printing.leaf import Leaf, read
from tests.made import scenarios

HOSTILE = """</style></script><img src=x onerror=alert(1)><b>x</b> "' & {{ 7*7 }} {% raw %} <!-- ]]>"""

SMALLEST = """\
format: 1
id: smallest
title: The smallest
about: {summary: Nothing but what has to be there.}
scenes:
  only:
    title: Only
    text: Something happens.
    moves:
      act: {r: reveal, tactic: distribute, label: Act, text: Done., because: So., goto: END}
    wait: {text: Nothing., goto: END}
endings:
  ended: {title: Ended, text: It is over.}
"""

WORDS = {
    "title", "summary", "place", "players", "content_notes", "crosses_the_line", "goals", "label", "text", "because",
    "risk", "why_not", "time", "veil", "notes", "ask", "aims", "listen_for", "if_stuck", "checklist", "year",
}  # fmt: skip
"""Fields that hold words of the author's for people."""


def _scenario(name: str) -> Scenario:
    scenario = load(built_ins()[name]).scenario
    assert scenario is not None
    return scenario


def _smallest() -> Scenario:
    loaded = read_text(SMALLEST, "smallest.yaml")
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def _reworded(value: Any, words: str, field: str = "") -> Any:
    """The value with all words of the author's put as `words`; ids and conditions stay."""
    if isinstance(value, str):
        return words if field in WORDS and value else value
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _reworded(getattr(value, f.name), words, f.name) for f in fields(value)})
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(_reworded(getattr(value, name), words, name) for name in value._fields))
    if isinstance(value, tuple):
        return tuple(_reworded(each, words, field) for each in value)
    if isinstance(value, dict | MappingProxyType) or hasattr(value, "items"):
        texts = {"facts", "sources", "says", "refuses"}
        return {key: _reworded(each, words, "text" if field in texts else field) for key, each in value.items()}
    return value


def _texts(value: Any, field: str = "") -> set[str]:
    """All words of the author's that a table may need; what somebody practices alone is not among them."""
    if field == "drills":
        return set()
    if isinstance(value, str):
        return {value} if field in WORDS and value else set()
    if is_dataclass(value):
        return set().union(*(_texts(getattr(value, f.name), f.name) for f in fields(value)))
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return set().union(*(_texts(getattr(value, name), name) for name in value._fields))
    if isinstance(value, tuple):
        return set().union(*(_texts(each, field) for each in value))
    if hasattr(value, "items"):
        texts = {"facts", "says", "refuses"}
        return set().union(*(_texts(each, "text" if field in texts else field) for each in value.values()))
    return set()


def _harmless(html: str) -> Leaf:
    """Nothing in the page can run or fetch anything, whatever a browser makes of its policy."""
    top = read(html)
    tags = {leaf.tag for leaf in top.walk()}
    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "form", "svg", "base", "input"}
    for leaf in top.walk():
        names = set(leaf.attributes)
        assert not names & {"style", "src", "srcset", "action", "background"}
        assert not any(name.startswith("on") for name in names)
        assert leaf.attributes.get("href", "#").startswith("#")
    assert len(top.all("style")) == 1
    return top


@pytest.mark.parametrize("name", sorted(built_ins()))
def test_every_word_of_the_author_is_printed(name: str) -> None:
    scenario = _scenario(name)
    text = _harmless(printed(scenario)).text
    # Waiting has a card of its own, in the program's words.
    missing = [paragraph for words in _texts(scenario) for paragraph in paragraphs(words) if paragraph not in text]
    assert missing == []


@pytest.mark.parametrize("name", [*sorted(built_ins()), "smallest"])
def test_hostile_words_are_shown_and_nothing_else(name: str) -> None:
    scenario = _smallest() if name == "smallest" else _scenario(name)
    top = _harmless(printed(_reworded(replace(scenario, language='en" onload="x'), HOSTILE)))
    assert HOSTILE in top.one("h1.title").text
    assert top.text.count("{{ 7*7 }}") > 10
    assert top.one("html").attributes["lang"] == 'en" onload="x'


def test_the_policy_allows_this_one_style_and_nothing_else() -> None:
    html = printed(_smallest())
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    policy = next(meta for meta in read(html).all("meta") if "http-equiv" in meta.attributes)
    assert policy.attributes["content"].split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert not re.search(r"url\(|@import|@font-face|expression", style[1])


def test_no_template_puts_anything_in_unescaped() -> None:
    for template in (*shell.TEMPLATES.rglob("*.html"), *pack.TEMPLATES.rglob("*.html")):
        assert not re.search(r"\|\s*safe|autoescape|Markup", template.read_text(encoding="utf-8")), template


def test_the_smallest_scenario_has_all_that_it_needs_and_nothing_empty() -> None:
    top = _harmless(printed(_smallest()))
    assert top.one("section.audience").one("h1").text == "The general public"
    assert "Table E" not in top.text
    assert not top.all("#prepare") + top.all("#people") + top.all("#case-file")
    assert top.one("#example").text.count("No method lands in this scene.") == 1
    for table in top.all("table"):
        assert table.all("td"), table.text


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scenarios())
def test_every_scenario_can_be_printed_and_every_reference_leads_somewhere(scenario: Scenario) -> None:
    top = _harmless(printed(scenario))
    ids = [leaf.id for leaf in top.walk() if leaf.id]
    assert len(ids) == len(set(ids))
    targets = {leaf.attributes["href"][1:] for leaf in top.walk() if "href" in leaf.attributes}
    assert targets <= set(ids)


def test_long_words_and_long_texts_are_printed_whole() -> None:
    scenario = _scenario("the-count-goes-on")
    long = "A" * 300 + " " + "word " * 1500 + "end"
    assert _harmless(printed(_reworded(scenario, long))).one("h1.title").text == long


@pytest.mark.parametrize("name", sorted(built_ins()))
def test_move_cards_tell_nothing_of_what_the_move_does(name: str) -> None:
    scenario = _scenario(name)
    top = read(printed(scenario))
    cards = top.all("td.ours")
    assert len(cards) == sum(len(scene.moves) for scene in scenario.scenes.values())
    shown = " ".join(card.text for card in cards)
    assert not any(card.all(".number") for card in cards)
    for scene in scenario.scenes.values():
        for move in scene.moves:
            for outcome in move.outcomes:
                assert outcome.text.split("\n")[0] not in shown
                assert outcome.because.split("\n")[0] not in shown


@pytest.mark.parametrize("name", sorted(built_ins()))
def test_every_card_has_its_place_in_the_guide(name: str) -> None:
    top = read(printed(_scenario(name)))
    in_guide = {move.one("h4").text.partition(" · ")[0] for move in top.all("div.move")}
    in_guide |= {method.one("b").text.partition(" · ")[0] for method in top.all("div.method")}
    on_cards = {card.one("p.corner").text for kind in ("ours", "theirs") for card in top.all(f"td.{kind}")}
    scenes = {section.one("h2").text.partition(" · ")[0] for section in top.all("section.scene")}
    assert on_cards == in_guide - {f"{scene}W" for scene in scenes}


def test_what_only_the_facilitator_may_know_stands_on_no_board_and_no_card() -> None:
    scenario = _scenario("the-count-goes-on")
    top = read(printed(scenario))
    seen = " ".join(leaf.text for kind in ("section.board", "td.card") for leaf in top.all(kind))
    hidden = [*scenario.facts.values(), *(inject.title for inject in scenario.injects)]
    hidden += [scene.notes for scene in scenario.scenes.values() if scene.notes]
    assert [words for words in hidden if words in seen] == []


def test_another_page_can_share_the_shell() -> None:
    html = page("shell.html", title=HOSTILE)
    assert _harmless(html).one("title").text == " ".join(HOSTILE.split())
