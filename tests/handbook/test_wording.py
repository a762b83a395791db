"""The pages are plain to read and to read aloud, in one spelling, without the words the project avoids."""

import re

import pytest

from backfire_sim.handbook.book import Leaf, every_leaf
from backfire_sim.handbook.sources import SOURCES
from backfire_sim.text import is_plain

BOOK = every_leaf()
AVOIDED = re.compile(
    r"\b(win|wins|winner|winning|won|lose|loses|loser|losing|kill\w*|weaponi\w*|snowflake|both sides|lone wolf|"
    r"victimhood|battle\w*|troops?|enem(y|ies)|war|fight\w*|frontlines?|allies and enemies|3\.5% rule)\b",
    re.IGNORECASE,
)
BRITISH = re.compile(
    r"\b((colou|neighbou|rumou|honou|behaviou|favou|labou)r\w*|"
    r"(organ|mobil|human|critic|minim|recogn|apolog)is(e|ed|es|ing|ation)|"
    r"centres?|defence|offence|licence|programme|grey|judgement|towards|afterwards|whilst|cheque|tyres?|cancelled|"
    r"practis(e|ed|es|ing)|metres?|theatres?)\b",
    re.IGNORECASE,
)
LONGEST_SECTION = 120
LONGEST_SENTENCE = 35
"""Words: more than this and people who listen are lost."""


def texts(page: Leaf) -> list[str]:
    return [page.title, page.summary, *(text for part in page.sections for text in part if text)]


@pytest.mark.parametrize("pattern", [AVOIDED, BRITISH], ids=["avoided", "British"])
def test_no_word_the_project_avoids(pattern: re.Pattern[str]) -> None:
    found = [(page.id, match.group()) for page in BOOK for text in texts(page) for match in pattern.finditer(text)]
    assert found == []


def test_every_part_can_be_read_aloud_in_one_go() -> None:
    for page in BOOK:
        for part in page.sections:
            assert 0 < len(part.text.split()) <= LONGEST_SECTION, (page.id, part.heading)


def test_no_sentence_is_longer_than_a_breath() -> None:
    for page in BOOK:
        for text in texts(page):
            for sentence in re.split(r"(?<=[.?!])[”)]?\s+|\n+", text):
                assert len(sentence.split()) <= LONGEST_SENTENCE, (page.id, sentence)


def test_titles_and_summaries_fit_a_list() -> None:
    for page in BOOK:
        assert len(page.title) <= 60, page.title
        assert 0 < len(page.summary) <= 120, page.summary
        assert page.summary.endswith((".", "?")), page.summary


def test_texts_are_laid_out_as_they_are_read() -> None:
    for page in BOOK:
        for text in texts(page):
            assert is_plain(text) and text == text.strip() and "  " not in text, page.id
            assert '"' not in text and "\n\n\n" not in text, page.id
            for block in text.split("\n\n"):
                items = [line.startswith("- ") for line in block.split("\n")]
                assert all(items) or items == [False], (page.id, block)
    assert all(is_plain(cited) for cited in SOURCES.values())


def test_nobody_is_promised_a_result() -> None:
    promise = re.compile(r"\b(will work|is proven|always works|guarantee[sd]?|works every time)\b", re.IGNORECASE)
    for page in BOOK:
        claims = [part.text for part in page.sections if part.heading != "Do not claim"]
        assert not [text for text in claims if promise.search(text)], page.id
