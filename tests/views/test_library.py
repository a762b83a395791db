"""Looking through the library: filters only ever keep out, and what is said is what is shown."""

from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.card import Card, Flaw, Shelved
from backfire_sim.scoring.vocabulary import OUTCOME_CLASSES, RESPONSES
from backfire_sim.views.library import (
    HISTORY,
    INVENTED,
    SETTINGS,
    Broken,
    Filters,
    Offer,
    Played,
    flaw_words,
    in_short,
    in_words,
    library_view,
    matches,
    offers,
    turned,
    values,
)
from backfire_sim.views.note import FOR_WHOM

WORDS = st.sampled_from(["", "church", "Córdoba", "river town", "night", "x"])


def some(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(strategy, unique=True, max_size=3).map(tuple)


CARDS = st.builds(
    Card,
    id=st.sampled_from(["a", "b", "c"]),
    title=WORDS,
    summary=WORDS,
    minutes=st.integers(5, 120),
    difficulty=st.integers(1, 5),
    for_=some(st.sampled_from(list(FOR_WHOM))),
    teaches=some(st.sampled_from(RESPONSES)),
    place=WORDS,
    language=st.sampled_from(["en", "es", "pt-BR"]),
    case_file=st.sampled_from(["", "Billings, 1993"]),
    players=st.just("3-8"),
    goals=some(WORDS),
    content_notes=st.just(()),
    crosses_the_line=st.just(""),
    setting=st.sampled_from(["", *SETTINGS]),
    target=WORDS,
    untranslated=st.just(0),
)
SHELF = st.lists(
    st.builds(Offer, st.text(max_size=3), CARDS, st.booleans(), some(st.sampled_from(["en", "es"]))), max_size=12
)
FILTERS = st.builds(
    Filters,
    who=st.sampled_from(["", *FOR_WHOM]),
    response=st.sampled_from(["", *RESPONSES]),
    difficulty=st.integers(0, 5),
    minutes=st.sampled_from([0, 15, 30, 60]),
    place=WORDS,
    language=st.sampled_from(["", "en", "es", "pt"]),
    kind=st.sampled_from(["", HISTORY, INVENTED]),
    mine=st.booleans(),
    words=WORDS,
)
TURNED = ("who", "response", "difficulty", "minutes", "language", "kind", "mine")


@given(SHELF, FILTERS)
def test_what_is_shown_passes_each_filter_alone_and_keeps_its_order(shelf: list[Offer], filters: Filters) -> None:
    view = library_view(shelf, filters)
    alone = [filters.without(name) for name in filters.set]
    assert [offer for offer in shelf if matches(offer, filters)] == list(view.shown)
    for fewer in alone:
        assert set(view.shown) <= set(library_view(shelf, fewer).shown)
    only = [Filters()._replace(**{name: getattr(filters, name)}) for name in filters.set]
    assert list(view.shown) == [offer for offer in shelf if all(matches(offer, one) for one in only)]


@given(SHELF, FILTERS)
def test_what_is_said_counts_what_is_shown_and_names_every_filter(shelf: list[Offer], filters: Filters) -> None:
    view = library_view(shelf, filters)
    if filters.set:
        assert view.said.startswith(f"{len(view.shown)} of {len(shelf)}: ")
        assert all(words in view.said for words in in_words(filters))
    else:
        assert view.shown == tuple(shelf)
    assert bool(view.loosen) == (not view.shown and bool(shelf))


@given(SHELF, FILTERS)
def test_the_filter_to_loosen_is_one_that_leaves_most(shelf: list[Offer], filters: Filters) -> None:
    view = library_view(shelf, filters)
    if not view.loosen:
        return
    left = {name: len(library_view(shelf, filters.without(name)).shown) for name in filters.set}
    most = max(left.values())
    if most:
        best = [name for name, count in left.items() if count == most]
        assert any(in_words(Filters()._replace(**{n: getattr(filters, n)}))[0] in view.loosen for n in best)
        assert str(most) in view.loosen
    else:
        assert "no single filter" in view.loosen


@given(SHELF, st.sampled_from(TURNED))
def test_a_filter_goes_through_all_its_values_and_comes_back_to_none(shelf: list[Offer], name: str) -> None:
    filters, seen = Filters(), []
    for _turn in values(shelf, name):
        filters = turned(shelf, filters, name)
        seen.append(getattr(filters, name))
    assert filters == Filters()
    assert len(set(seen)) == len(seen)
    for value in seen[:-1]:
        shown = library_view(shelf, Filters()._replace(**{name: value})).shown
        assert shown, f"{name} offers {value}, which matches nothing"


def card(**fields: object) -> Card:
    blank = Card(
        "a",
        "A night by the river",
        "",
        30,
        2,
        ("concerned",),
        ("reveal",),
        "Córdoba",
        "en",
        "",
        "",
        (),
        (),
        "",
        "",
        "",
        0,
    )
    return blank._replace(**fields)


def test_words_are_found_without_case_and_accents_and_in_any_order() -> None:
    offer = Offer("a", card())
    assert matches(offer, Filters(words="RIVER night"))
    assert matches(offer, Filters(place="cordoba"))
    assert not matches(offer, Filters(words="river day"))


def test_broken_files_of_ones_own_are_never_hidden_and_those_of_the_program_never_shown() -> None:
    flaw = Flaw("Scene `smaer` is not there.", 12, 3)
    shelf = [Shelved("a", card()), Shelved("/mine/b.yaml", None, flaw, mine=True), Shelved("built-in", None, flaw)]
    good, bad = offers(shelf)
    assert [offer.name for offer in good] == ["a"]
    view = library_view(good, Filters(who="high_risk"), bad)
    assert (view.shown, view.broken) == ((), (Broken("/mine/b.yaml", flaw),))
    assert flaw_words(bad[0]) == "b.yaml, line 12, 3 findings"


def test_the_easiest_and_shortest_come_first() -> None:
    shelf = [Shelved(str(n), card(difficulty=d, minutes=m)) for n, (d, m) in enumerate([(3, 10), (1, 50), (1, 20)])]
    assert [offer.name for offer in offers(shelf)[0]] == ["2", "1", "0"]


def test_plays_are_told_by_how_many_and_what_they_reached() -> None:
    assert in_short(Played()) == ()
    told = in_short(Played(1, ("smothered", "backfire", "smothered")))
    assert told == ("1 unfinished", "played 3 times", "reached: Backfire, Smothered")
    assert set(OUTCOME_CLASSES) >= {"smothered", "backfire"}
