"""Whatever is typed, the search answers, and what it finds has what was asked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backfire_sim.handbook.book import Found, every_leaf, leaf, search
from backfire_sim.handbook.search import EXCERPT, words_of
from backfire_sim.text import bare
from tests.speech.strange import strange

BOOK = every_leaf()
WORDS = sorted({word for page in BOOK for part in page.sections for word in part.text.split()})


def ids(query: str) -> list[str]:
    return [found.id for found in search(query)]


def whole(found: Found) -> str:
    page = leaf(found.id)
    return bare("\n".join((page.title, page.summary, *(text for part in page.sections for text in part))))


def test_nothing_asked_is_nothing_found() -> None:
    assert search("") == search(" \n\t") == search("\u0301") == ()


def test_a_title_comes_before_a_summary_and_a_summary_before_a_text() -> None:
    pages = {page.id: page for page in BOOK}
    found = [pages[id] for id in ids("consent")]
    where = [0 if "consent" in page.title.lower() else 1 if "consent" in page.summary.lower() else 2 for page in found]
    assert where == sorted(where) and {0, 2} <= set(where)
    assert ids("cover-up")[0] == "cover_up"


def test_case_accents_and_apostrophes_do_not_matter() -> None:
    assert ids("RÉVÉAL") == ids("reveal") != []
    assert ids("Greensboro’s") == ids("greensboro's") != []


def test_all_words_must_be_there_in_any_order() -> None:
    assert ids("family warn") == ids("warn family") and set(ids("family warn")) < set(ids("family"))
    assert ids("family zzz") == []


def test_an_excerpt_shows_where_the_words_stand_and_under_which_heading() -> None:
    found = next(found for found in search("vases"))
    assert (found.id, found.heading) == ("campaign_process", "An invented example")
    assert [found.excerpt[begin:end] for begin, end in found.marks] == ["vases"]


def test_pages_are_searched_in_the_language_that_is_spoken() -> None:
    with strange():
        assert search("dignity") == ()
    assert search("dignity")


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=30), st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)))
def test_whatever_is_asked_what_is_found_has_it(query: str) -> None:
    found = search(query)
    assert found == search(query)
    assert len({hit.id for hit in found}) == len(found)
    for hit in found:
        assert all(word in whole(hit).replace("’", "'") for word in words_of(query))
        assert len(hit.excerpt) <= EXCERPT + 4 and "\n" not in hit.excerpt
        edges = [edge for mark in hit.marks for edge in mark]
        assert edges == sorted(edges) and all(begin < end <= len(hit.excerpt) for begin, end in hit.marks)
        for begin, end in hit.marks:
            assert any(word in bare(hit.excerpt[begin:end]).replace("’", "'") for word in words_of(query))
