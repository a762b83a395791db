"""The five gates on their own: the funnel of the model, what is said of it, and which step helps most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.scoring.constants import TOP_OF_GATE
from backfire_sim.scoring.vocabulary import GATES
from backfire_sim.views.gates import SITUATIONS, answer, moved, one_more, people, rows, seen, turned, why

five = st.lists(st.integers(0, TOP_OF_GATE), min_size=5, max_size=5).map(tuple)


@given(five)
def test_every_row_shows_its_own_gate_and_the_funnel_only_narrows(gates: tuple[int, ...]) -> None:
    shown = rows(gates, gates)
    assert tuple(row.value for row in shown) == gates
    left = [row.left for row in shown]
    assert left == sorted(left, reverse=True)
    assert [count for count, _words in people(gates)] == left
    assert (0 in gates) <= (left[-1] == 0)


@given(five)
def test_no_other_step_does_more_than_the_best_one(gates: tuple[int, ...]) -> None:
    steps = one_more(gates)
    best = [step.acting for step in steps if step.best]
    assert all(step.acting <= min(best) for step in steps) if best else gates.count(0) > 1 or not steps


@given(five, st.integers(0, 4), st.integers(-3, 14))
def test_a_moved_gate_stays_in_its_range_and_what_it_does_is_said(gates: tuple[int, ...], at: int, to: int) -> None:
    after = turned(gates, at, to)
    assert 0 <= after[at] <= TOP_OF_GATE
    said = moved(gates, after)
    assert bool(said) == (after != gates)
    assert not said or f"{seen(gates).left[at]} → {seen(after).left[at]} of 100" in said


@given(five, st.sampled_from(GATES))
def test_every_guess_is_answered_and_the_bottleneck_is_not_given_away_before(
    gates: tuple[int, ...], guessed: str
) -> None:
    assert all(answer(gates, guessed))
    assert why(gates)
    assert not any(row.bottleneck for row in rows(gates, gates, asking=True))


def test_one_closed_gate_stops_everybody_and_opening_it_is_all_that_helps() -> None:
    gates = (9, 9, 0, 9, 9)
    assert why(gates) == "Meaning is closed. One closed gate stops everybody, however open the others are."
    assert answer(gates, "meaning")[0] == "Yes: Meaning helps most."
    assert answer(gates, "courage")[0] == "Here Meaning would help more than Courage."
    assert answer((0, 9, 0, 9, 9), "meaning")[0].startswith("No single step helps: Visibility and Meaning are closed")


def test_a_step_at_the_narrowest_gate_shows_in_whole_people_in_every_situation_but_the_ends() -> None:
    for situation in SITUATIONS:
        if 0 < min(situation.gates) < TOP_OF_GATE:
            best = [step for step in one_more(situation.gates) if step.best]
            others = [step.acting for step in one_more(situation.gates) if not step.best]
            assert len(best) == 1
            assert best[0].acting > max(others), situation.id


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            (8, 7, 4, 6, 7),
            (8, 7, 5, 6, 7),
            "Meaning, which Reframe widens, goes from 4 to 5: 22 → 28 of 100 call it unjust. "
            "In the end 9 → 11 of 100 act.",
        ),
        (
            (8, 7, 7, 6, 2),
            (8, 7, 7, 6, 1),
            "Courage, which intimidation and rewards narrows, falls from 2 to 1: 4 → 2 of 100 keep acting.",
        ),
    ],
)
def test_what_changed_is_one_plain_sentence(before: tuple[int, ...], after: tuple[int, ...], said: str) -> None:
    assert moved(before, after) == said
