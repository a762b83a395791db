"""What an answer does, in the model's own numbers: how a play gets there, and what is counted."""

from time import process_time

import pytest
from hypothesis import given

from backfire_sim.engine.apply import apply
from backfire_sim.engine.drills import BETTER as BETTER_OF_TWO
from backfire_sim.engine.drills import NAME as NAME_METHOD
from backfire_sim.engine.drills import Placed
from backfire_sim.engine.events import Play, Prepare, Start
from backfire_sim.engine.scenario import Drill, Scenario
from backfire_sim.practice.shown import GateMoved, Shown, shown
from backfire_sim.scoring.settle import funnel
from backfire_sim.scoring.vocabulary import GATES
from tests.library.test_counts import scenarios
from tests.made import scenarios as made
from tests.views.practice_cases import BETTER, CARE, CHOICE, CONSENT, NAME, NEXT, RAID, WRITE, case

SECONDS = 0.6
"""Of the processor: many times what the slowest takes, so that only a search without an end fails."""


def gate(found: Shown | None, name: str) -> GateMoved:
    assert found is not None
    return found.gates[GATES.index(name)]


def a_drill_of_each(scenario: Scenario) -> list[Placed]:
    """A decision for each move of each scene, and one for each method."""
    drills = []
    for id, scene in scenario.scenes.items():
        for move in scene.moves:
            others = tuple(each.id for each in scene.moves if each.id != move.id)[:2]
            drills.append(Placed(scenario, id, Drill(move.id, BETTER_OF_TWO, "", "", move.id, others)))
        for each in scene.methods:
            drills.append(Placed(scenario, id, Drill(each.id, NAME_METHOD, "", "", each.uses, method=(id, each.id))))
    return drills


def test_a_move_that_needs_a_preparation_is_shown_from_a_play_that_made_it() -> None:
    rules = case(BETTER).scenario.rules
    opening = apply(rules, apply(rules, None, Start()).after, Prepare(("cameras", "code"))).after
    turn = apply(rules, opening, Play("raid", "publish"))
    was, now = funnel(rules.board, opening.values), funnel(rules.board, turn.settled)
    found = shown(case(BETTER))
    assert found is not None
    assert [(each.before, each.people_before) for each in found.gates] == list(zip(was.gates, was.left, strict=True))
    assert [(each.after, each.people_after) for each in found.gates] == list(zip(now.gates, now.left, strict=True))
    assert gate(found, "visibility").after > gate(found, "visibility").before


def test_all_answers_are_shown_from_the_same_place_so_that_they_can_be_compared() -> None:
    placed = case(CHOICE)
    found = [shown(placed, answer) for answer in placed.answers]
    assert len({tuple(each.before for each in one.gates) for one in found if one}) == 1
    assert None not in found and len(set(found)) == len(found)


def test_a_move_is_shown_after_its_round_and_before_the_next_methods_land() -> None:
    found = shown(case(BETTER), "witnesses")
    assert gate(found, "dignity").after >= gate(found, "dignity").before, "the smear lands only in the next scene"


def test_a_method_is_shown_by_what_it_alone_takes() -> None:
    offer = shown(case(NEXT))
    assert gate(offer, "courage").before - gate(offer, "courage").after == 1
    assert gate(offer, "dignity").before == gate(offer, "dignity").after, "that is what the smear beside it took"
    assert offer is not None and offer.care[0] - offer.care[1] == 1
    denial = shown(case(NAME))
    assert gate(denial, "visibility").people_before > gate(denial, "visibility").people_after


def test_a_plan_without_a_yes_is_shown_without_it_and_costs_care() -> None:
    found = shown(case(CONSENT, "smear"))
    assert found is not None and found.broken == (("ana", "story"), ("ana", "face"))
    assert found.care[1] < found.care[0]


def test_a_good_move_is_shown_as_it_is_once_people_have_been_asked() -> None:
    lines = "asks: better_of_two\nbest: ana_speaks\nworse: [portraits]"
    found = shown(case(lines, "smear"))
    assert found is not None and found.broken == () and found.care[0] == found.care[1]


def test_where_something_else_is_missing_the_yes_is_there() -> None:
    found = shown(case("asks: what_is_missing\nmove: ana_speaks\nbest: care", "smear"))
    assert found is not None and found.broken == ()


def test_an_option_of_the_preparation_is_shown_with_what_it_is_good_for_later() -> None:
    found = shown(case("asks: better_of_two\nbest: families\nworse: [announce]", ""))
    assert found is not None and found.softens == ("intimidation_rewards",)
    assert gate(found, "courage").before == gate(found, "courage").after
    other = shown(case("asks: better_of_two\nbest: families\nworse: [announce]", ""), "announce")
    assert gate(other, "courage").after == gate(other, "courage").before + 1


def test_a_sentence_has_nothing_to_show_and_neither_has_an_answer_that_is_none() -> None:
    assert shown(case(WRITE)) is None
    assert shown(case(BETTER), "no_such_move") is None


def test_a_move_that_no_play_can_open_is_not_shown() -> None:
    never = RAID.replace("needs: prepared(cameras)", "needs: evidence >= 5")
    assert shown(case(BETTER, text=never)) is None
    assert shown(case(BETTER, text=never), "witnesses") is not None


def test_the_author_s_reason_is_that_of_what_happened() -> None:
    found = shown(case(CARE))
    assert found is not None and found.because == "People sign when someone looks after them."


def test_the_same_drill_shows_the_same_every_time() -> None:
    assert shown(case(CHOICE)) == shown(case(CHOICE))


@pytest.mark.parametrize("name", sorted(scenarios()))
def test_every_move_and_method_of_the_library_can_be_shown_and_at_once(name: str) -> None:
    for placed in a_drill_of_each(scenarios()[name]):
        began = process_time()
        found = shown(placed)
        assert found is not None, placed.id
        assert process_time() - began < SECONDS, placed.id
        assert all(0 <= each.before <= 10 and 0 <= each.after <= 10 for each in found.gates)
        left = [each.people_after for each in found.gates]
        assert left == sorted(left, reverse=True)


@given(made())
def test_whatever_an_author_writes_is_shown_or_left_out(scenario: Scenario) -> None:
    for placed in a_drill_of_each(scenario):
        found = shown(placed)
        assert found is None or len(found.gates) == len(GATES)
