"""The book is whole: everything the game has a name for has its page, and every page leads somewhere that exists."""

from collections import Counter

import pytest

from backfire_sim.handbook.book import CHAPTERS, Leaf, chapter_about, chapter_title, every_leaf, leaf, leaves
from backfire_sim.handbook.pages import HOW_SURE
from backfire_sim.handbook.sources import SOURCES
from backfire_sim.scoring.vocabulary import (
    COSTS,
    GATES,
    METHODS,
    OUTCOME_CLASSES,
    RESPONSE_OF_TACTIC,
    RESPONSES,
    TACTICS,
    TECHNIQUES,
    label,
)

BOOK = every_leaf()
PAGES = {page.id: page for page in BOOK}


def headings(page: Leaf) -> list[str]:
    return [part.heading for part in page.sections]


def test_the_book_is_its_chapters_in_order_and_no_page_is_there_twice() -> None:
    assert [page.chapter for page in BOOK] == [chapter for chapter in CHAPTERS for _page in leaves(chapter)]
    assert len(PAGES) == len(BOOK)
    assert len({(page.chapter, page.title) for page in BOOK}) == len(BOOK)
    for chapter in CHAPTERS:
        assert leaves(chapter) and chapter_title(chapter) and chapter_about(chapter)


def test_what_is_not_there_is_a_key_error() -> None:
    for ask in (leaf, leaves, chapter_title, chapter_about):
        with pytest.raises(KeyError):
            ask("no-such-page")


def test_each_page_is_found_by_its_id() -> None:
    for page in BOOK:
        assert leaf(page.id) == page


def test_every_principle_tactic_and_method_has_a_page_of_its_name() -> None:
    named = {"principles": RESPONSES, "tactics": RESPONSE_OF_TACTIC, "methods": METHODS}
    for chapter, ids in named.items():
        own = [page.id for page in leaves(chapter) if not page.id.startswith(f"{chapter}-")]
        assert own == list(ids)
        assert [leaf(id).title for id in own] == [label(id) for id in own]


def test_every_tactic_says_how_to_begin_what_goes_wrong_and_whom_to_ask() -> None:
    shapes = {tuple(headings(page)) for page in leaves("tactics")}
    assert shapes == {("", "How to begin", "An invented example", "A common mistake", "Consent and care")}


def test_every_technique_has_its_part_on_the_page_of_its_method() -> None:
    for method, techniques in TECHNIQUES.items():
        assert headings(leaf(method)) == [
            "",
            "Why it works",
            "What answers it",
            "When it backfires",
            *(label(technique) for technique in techniques),
        ]
        for part in leaf(method).sections[4:]:
            assert "It works b" in part.text and "The answer is" in part.text and "It can backfire" in part.text


def test_every_principle_leads_to_its_tactics_and_to_the_method_it_answers() -> None:
    for response, method in zip(RESPONSES, METHODS, strict=True):
        assert {method, *TACTICS[response]} <= set(leaf(response).see)
        assert response in leaf(method).see
        for tactic in TACTICS[response]:
            assert response in leaf(tactic).see or set(leaf(tactic).see) & set(TACTICS[response])


def test_there_are_fifteen_mistakes_each_with_a_way_out() -> None:
    assert len(leaves("mistakes")) == 15
    for page in leaves("mistakes"):
        assert headings(page) == ["What it looks like", "Why it fails", "What to do instead"]


def test_every_finding_says_how_sure_it_is_and_where_it_ends() -> None:
    findings = [page for page in leaves("evidence") if "Do not claim" in headings(page)]
    assert len(findings) == 21
    tags = Counter(heading for page in findings for heading in headings(page) if heading in HOW_SURE.values())
    assert sum(tags.values()) == 21 and set(tags) == set(HOW_SURE.values())
    assert "How sure: contested" in headings(leaf("evidence-severe-repression"))
    assert "How sure: contested" in headings(leaf("evidence-selma"))
    assert all(page.sources for page in findings)


def test_every_outcome_class_is_told_in_the_models_words() -> None:
    assert set(headings(leaf("model-outcomes"))) == {"", *(label(name) for name in OUTCOME_CLASSES)}


def test_every_number_of_the_game_is_among_the_words() -> None:
    words = {page.id.removeprefix("term-") for page in leaves("words")}
    numbers = {*GATES, "evidence", "care", "capacity", "support", "power", "mobilization", "cost", "consent"}
    assert numbers <= words
    told = " ".join(part.text for part in leaf("term-cost").sections).lower()
    assert all(label(cost).lower() in told for cost in COSTS)
    titles = [page.title.lower() for page in leaves("words")]
    assert titles == sorted(titles)


def test_every_page_that_is_named_exists_and_none_names_itself() -> None:
    for page in BOOK:
        assert set(page.see) <= PAGES.keys(), page.id
        assert page.id not in page.see and len(set(page.see)) == len(page.see), page.id


def test_every_page_can_be_reached_from_another() -> None:
    assert PAGES.keys() - {id for page in BOOK for id in page.see} <= {page.id for page in leaves("words")}


def test_every_source_that_is_named_exists_and_every_source_is_named() -> None:
    assert {source for page in BOOK for source in page.sources} == SOURCES.keys()


def test_it_is_said_once_that_this_is_not_the_backfire_effect_of_psychology() -> None:
    assert [page.id for page in BOOK if "backfire effect" in str(page)] == ["model-backfire", "term-backfire"]
