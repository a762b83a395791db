"""A card for each principle, in an order that a newcomer can follow; variants take turns."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.practice.cards import cards_of, kind_of, look_alike, newcomers_order
from backfire_sim.practice.variants import in_order, variant
from backfire_sim.scoring.vocabulary import METHODS
from tests.practice.decks import CARDS, deck


def test_every_principle_has_its_place() -> None:
    assert len(newcomers_order()) == len(set(newcomers_order())) == 38
    assert set(CARDS) == set(newcomers_order())
    assert tuple(CARDS) == newcomers_order()
    assert all(len(card.drills) == 3 for card in CARDS.values())


def test_a_newcomer_meets_all_methods_first_and_no_kind_in_a_block() -> None:
    kinds = [kind_of(principle) for principle in newcomers_order()]
    assert {f"name:{method}" for method in METHODS} < set(newcomers_order()[:10])
    assert kinds[0] == "name"
    assert set(kinds[:10]) == {"name", "missing", "tactic"}
    assert all(not one == other == "name" for one, other in pairwise(kinds))
    # Of 38 principles 22 are tactics: they cannot all stand apart.
    assert "tactic tactic tactic tactic" not in " ".join(kinds)


def test_an_order_does_not_depend_on_the_files() -> None:
    assert tuple(cards_of(reversed(deck()))) == tuple(CARDS)


def test_a_principle_of_another_version_comes_last() -> None:
    drills = deck()
    odd = drills[0]._replace(drill=drills[0].drill._replace(best="bribery"))
    assert next(reversed(cards_of([odd, *drills]))) == "name:bribery"


def test_what_looks_alike_is_of_one_kind_and_not_the_same() -> None:
    assert look_alike("name:cover_up", "name:official_channels")
    assert look_alike("next:devaluation", "next:reinterpretation")
    assert look_alike("tactic:distribute", "tactic:name_the_wrong")
    assert look_alike("tactic:life_details", "tactic:translate")
    assert look_alike("tactic:make_demands", "tactic:warn_others")
    assert not look_alike("name:cover_up", "next:official_channels")
    assert not look_alike("tactic:distribute", "tactic:research")
    for one in CARDS:
        assert not look_alike(one, one)
        assert all(look_alike(one, other) == look_alike(other, one) for other in CARDS)
    assert not look_alike("name:", "x:")


@given(st.integers(2, 5), st.integers(1, 40))
def test_variants_take_turns(variants: int, times: int) -> None:
    drills = cards_of(deck(variants))["name:cover_up"].drills
    shown: list[str] = []
    for _ in range(times):
        shown.append(variant(drills, shown).id)
    assert shown[: len(drills)] == [placed.id for placed in drills][:times]
    assert all(one != other for one, other in pairwise(shown))
    counts = [shown.count(placed.id) for placed in drills]
    assert max(counts) - min(counts) <= 1


def test_a_new_variant_is_asked_first_and_then_in_turn_with_the_others() -> None:
    old, new = cards_of(deck(1))["name:cover_up"].drills, cards_of(deck(2))["name:cover_up"].drills
    shown = [old[0].id] * 3
    assert variant(old, shown) == old[0]
    assert variant(new, shown) == new[1]
    assert variant(new, [*shown, new[1].id]) == new[0]


def test_variants_that_are_gone_do_no_harm() -> None:
    drills = CARDS["name:cover_up"].drills
    assert variant(drills, ["gone/s/drill", drills[0].id, "gone/s/drill"]) == drills[1]


def test_moves_change_places_each_time_and_methods_never_do() -> None:
    for card in CARDS.values():
        for placed in card.drills:
            orders = [in_order(placed, times) for times in range(12)]
            assert all(sorted(order) == sorted(placed.answers) for order in orders)
            if placed.drill.asks == "better_of_two":
                assert all(one != other for one, other in pairwise(orders))
            else:
                assert set(orders) == {placed.answers}


def test_the_best_move_stands_in_every_place_about_as_often() -> None:
    places = [0, 0, 0]
    for card in CARDS.values():
        for placed in card.drills:
            if placed.drill.asks == "better_of_two":
                for times in range(6):
                    places[in_order(placed, times).index(placed.drill.best)] += 1
    assert min(places) > sum(places) / 4


def test_a_first_sitting_draws_from_many_stories() -> None:
    drills = list(CARDS["name:cover_up"].drills)
    stories = [drills[0].scenario.id, drills[1].scenario.id]
    assert variant(drills, [], stories) == drills[2]
    assert variant(drills, [], [each.scenario.id for each in drills]) == drills[0]
