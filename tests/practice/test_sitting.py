"""One sitting: what is asked in it, in what order, and what comes back."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE
from backfire_sim.practice.cards import Card, cards_of, kind_of, look_alike
from backfire_sim.practice.reviews import CERTAIN, CONFIDENCES, FAIRLY, GUESSING, Review, from_record, to_record
from backfire_sim.practice.schedule import is_due, memories
from backfire_sim.practice.sitting import KEPT_FOR_NEW, MOST_CARDS, Sitting, ahead, answered, plan, skipped, too_late
from tests.practice.decks import CARDS, NOON, deck, of, review, scenario, sit, wrong

DAY = timedelta(days=1)


def known(count: int, at: datetime = NOON - DAY) -> list[Review]:
    """So many principles answered well, one after the other."""
    return [of(principle, at + timedelta(seconds=n)) for n, principle in enumerate(list(CARDS)[:count])]


def principles(sitting: Sitting) -> list[str]:
    return [each.principle for each in sitting.asked]


def tell(sitting: Sitting, fit: str = STRONG, confidence: str = CERTAIN, at: datetime = NOON) -> Sitting:
    current = sitting.current
    assert current is not None
    answer = wrong(current) if fit == BACKFIRES else current.placed.drill.best
    return answered(sitting, review(current, answer, confidence, at))


def test_a_newcomer_begins_with_ten_of_the_first() -> None:
    sitting = plan(CARDS, [], NOON, UTC)
    assert sorted(principles(sitting)) == sorted(list(CARDS)[:MOST_CARDS])
    assert sitting.new == set(principles(sitting))
    assert principles(sitting)[0] == "name:cover_up"
    assert (sitting.number, sitting.of) == (1, 10)
    assert not any(each.again for each in sitting.asked)


def test_neighbors_are_easily_taken_for_each_other_and_no_kind_comes_in_a_block() -> None:
    asked = principles(plan(CARDS, [], NOON, UTC))
    assert sum(look_alike(one, other) for one, other in pairwise(asked)) >= 3
    kinds = [kind_of(each) for each in asked]
    assert all(len(set(kinds[n : n + 3])) > 1 for n in range(len(kinds) - 2))


def test_what_is_due_comes_before_what_is_new() -> None:
    sitting = plan(CARDS, known(4, NOON - 3 * DAY), NOON, UTC)
    assert set(principles(sitting)[:4]) == set(list(CARDS)[:4])
    assert sitting.of == 10 and len(sitting.new) == 6


def test_confident_errors_come_first_and_then_what_is_most_overdue_for_its_interval() -> None:
    long, short, error = "tactic:research", "missing:care", "write:frame"
    reviews = [
        *(of(long, NOON - 60 * DAY + days * DAY) for days in (0, 2, 13)),  # due 46 days later: one day late
        of(short, NOON - 5 * DAY),  # due after two days: three days late
        of(error, NOON - timedelta(hours=1), BACKFIRES, CERTAIN)._replace(fit=BACKFIRES),
    ]
    reviews = sorted(reviews, key=lambda each: each.at)
    assert principles(plan(CARDS, reviews, NOON, UTC))[:3] == [error, short, long]


def test_what_was_met_in_one_order_comes_back_in_another() -> None:
    reviews: list[Review] = []
    orders = []
    for days in (0, 2, 13, 59):
        sat = sit(reviews, NOON + days * DAY, lambda asked: (asked.placed.drill.best, CERTAIN), cards=_ten())
        orders.append(principles(sat.first))
    assert all(sorted(order) == sorted(orders[0]) for order in orders)
    assert all(one != other for one, other in pairwise(orders))
    assert len({order[0] for order in orders}) > 1


def _ten() -> dict[str, Card]:
    return dict(list(CARDS.items())[:10])


def test_a_full_day_takes_the_most_urgent_and_keeps_a_little_room_for_what_is_new() -> None:
    reviews = [of(principle, NOON - (3 + n) * DAY) for n, principle in enumerate(list(CARDS)[:20])]
    sitting = plan(CARDS, sorted(reviews, key=lambda each: each.at), NOON, UTC)
    assert set(principles(sitting)) == {*list(CARDS)[12:20], *sitting.new}
    assert len(sitting.new) == ahead(CARDS, reviews, NOON, UTC).new == KEPT_FOR_NEW
    assert ahead(CARDS, reviews, NOON, UTC).due == 20


@pytest.mark.parametrize(("practiced", "asked"), [(6, 6), (20, 10)])
def test_after_a_month_away_nothing_new_is_begun(practiced: int, asked: int) -> None:
    reviews = known(practiced, NOON - 31 * DAY)
    sitting = plan(CARDS, reviews, NOON, UTC)
    assert sitting.of == asked and not sitting.new
    assert ahead(CARDS, reviews, NOON, UTC).new == 0
    sat = sit(reviews, NOON, lambda asked: (asked.placed.drill.best, CERTAIN))
    assert len(plan(CARDS, reviews, NOON + timedelta(hours=1), UTC).new) == (10 if practiced == 6 else KEPT_FOR_NEW)
    assert len(sat.last.told) == asked


def test_where_nothing_is_due_and_nothing_is_new_there_is_no_sitting_but_one_can_be_had_anyway() -> None:
    reviews = known(len(CARDS), NOON)
    assert plan(CARDS, reviews, NOON, UTC).current is None
    sitting = plan(CARDS, reviews, NOON, UTC, anyway=True)
    assert sitting.of == 10 and not sitting.new
    assert plan(CARDS, [], NOON, UTC, anyway=True).of == 10
    assert plan({}, [], NOON, UTC, anyway=True).of == 0
    told = ahead(CARDS, reviews, NOON, UTC)
    assert (told.due, told.new, told.unseen, told.practiced) == (0, 0, 0, len(CARDS))
    assert told.next_due == NOON + 2 * DAY


def test_a_confident_error_comes_back_as_another_variant_with_two_cards_between() -> None:
    sitting = plan(CARDS, known(4, NOON - 3 * DAY), NOON, UTC)
    first = sitting.current
    assert first is not None
    after = tell(sitting, BACKFIRES)
    back = after.asked[2]
    assert (back.principle, back.again) == (first.principle, True)
    assert back.placed.id != first.placed.id
    assert after.of == 10


def test_in_a_full_sitting_a_new_card_makes_room_and_never_one_that_is_due() -> None:
    sitting = plan(CARDS, known(4, NOON - 3 * DAY), NOON, UTC)
    last = sitting.asked[-1].principle
    assert last not in principles(tell(sitting, BACKFIRES))
    due = plan(_ten(), known(10, NOON - 3 * DAY), NOON, UTC)
    assert principles(tell(due, BACKFIRES)) == principles(due)[1:]


def test_where_there_is_no_room_a_confident_error_stays_due_today() -> None:
    reviews = known(10, NOON - 3 * DAY)
    sitting = plan(_ten(), reviews, NOON, UTC)
    missed = tell(sitting, BACKFIRES).told[0]
    again = plan(_ten(), [*reviews, missed], NOON + timedelta(minutes=9), UTC)
    assert again.current is not None
    assert (again.current.principle, again.current.again) == (missed.principle, True)
    assert ahead(CARDS, [*reviews, missed], NOON, UTC).at_once == 1


def test_the_last_card_does_not_come_back_right_behind_itself() -> None:
    one = cards_of(deck()[:1])
    sitting = plan(one, [], NOON, UTC)
    after = tell(sitting, BACKFIRES)
    assert after.current is None
    assert is_due(memories(after.told)["name:cover_up"], NOON, UTC)


def test_it_comes_back_once_in_a_sitting() -> None:
    sitting = plan(cards_of(deck()[:4]), [], NOON, UTC)
    while sitting.current is not None:
        sitting = tell(sitting, BACKFIRES)
    told = [each.principle for each in sitting.told]
    assert len(told) == 7 and all(told.count(each) <= 2 for each in told)


def test_a_wrong_guess_does_not_come_back_in_the_same_sitting() -> None:
    sitting = plan(CARDS, known(4, NOON - 3 * DAY), NOON, UTC)
    assert principles(tell(sitting, BACKFIRES, GUESSING)) == principles(sitting)[1:]


def test_what_is_skipped_is_not_recorded_and_comes_another_time() -> None:
    sitting = plan(CARDS, [], NOON, UTC)
    after = skipped(sitting)
    assert (after.number, after.of, after.told, after.skipped) == (2, 10, (), 1)
    for _ in range(20):
        after = skipped(after)
    assert after.current is None and (after.number, after.of, after.skipped) == (10, 10, 10)


def test_only_the_card_that_is_asked_can_be_answered() -> None:
    sitting = plan(CARDS, [], NOON, UTC)
    with pytest.raises(ValueError):
        answered(sitting, of("tactic:translate", NOON))
    with pytest.raises(ValueError):
        answered(Sitting((), NOON), of("name:cover_up", NOON))


def test_after_ten_minutes_no_card_begins_and_a_clock_set_back_ends_nothing() -> None:
    sitting = plan(CARDS, [], NOON, UTC)
    assert not too_late(sitting, NOON + timedelta(seconds=599))
    assert too_late(sitting, NOON + timedelta(minutes=10))
    assert not too_late(sitting, NOON - 9 * DAY)


def test_what_has_no_drills_any_more_is_not_asked_and_does_no_harm() -> None:
    few = cards_of(deck()[:6])
    reviews = known(30, NOON - 50 * DAY)
    sitting = plan(few, reviews, NOON, UTC)
    assert set(principles(sitting)) <= set(few)
    assert ahead(few, reviews, NOON, UTC).due == sitting.of
    assert plan({}, reviews, NOON, UTC).current is None
    assert ahead({}, reviews, NOON, UTC).next_due is None


def test_a_sitting_is_of_a_day_where_somebody_is() -> None:
    reviews = known(1, datetime(2026, 3, 1, 20, tzinfo=UTC))  # due on March 3, 20:00 in UTC
    night = datetime(2026, 3, 3, 5, tzinfo=UTC)  # past four in London, midnight in New York
    assert plan(CARDS, reviews, night, UTC).new != plan(CARDS, reviews, night, ZoneInfo("America/New_York")).new


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_answered_a_sitting_stays_within_its_bounds_and_is_rebuilt_from_the_log(
    data: st.DataObject,
) -> None:
    some = data.draw(st.integers(1, 4))
    tactics = data.draw(st.sets(st.sampled_from(["research", "translate", "make_demands", "warn_others"]), max_size=4))
    cards = cards_of(deck(some)) if data.draw(st.booleans()) else cards_of(_drills(sorted(tactics)))
    log: list[dict[str, str]] = []
    reviews: list[Review] = []
    now = NOON
    for _ in range(data.draw(st.integers(1, 6))):
        now += timedelta(hours=data.draw(st.integers(-300, 900)))
        sitting = plan(cards, reviews, now, UTC, anyway=data.draw(st.booleans()))
        before: str = ""
        seen: list[str] = []
        while (current := sitting.current) is not None:
            assert 1 <= sitting.number <= sitting.of <= MOST_CARDS
            assert current.principle != before
            if len(cards[current.principle].drills) > 1:
                assert current.placed.id != next((r.drill for r in reversed(reviews) if r.principle == before), "")
                last = next((r.drill for r in reversed(reviews) if r.principle == current.principle), "")
                assert current.placed.id != last
            assert sorted(current.answers) == sorted(current.placed.answers)
            before = current.principle
            seen.append(before)
            if data.draw(st.integers(0, 9)) == 0:
                sitting = skipped(sitting)
                continue
            answer = data.draw(st.sampled_from(current.answers or ("",)))
            given_ = review(current, answer, data.draw(st.sampled_from(CONFIDENCES)), now)
            reviews.append(given_)
            log.append(to_record(given_))
            sitting = answered(sitting, given_)
            kept = [from_record(record) for record in log]
            assert memories(kept) == memories(reviews)
            assert plan(cards, kept, now, UTC) == plan(cards, reviews, now, UTC)
        assert all(seen.count(each) <= 2 for each in seen)


def _drills(tactics: list[str]) -> list:  # type: ignore[type-arg]
    from backfire_sim.engine.drills import drills_of

    return list(drills_of(scenario("small", tactics, ["cover_up"])))


def test_each_fit_and_confidence_is_possible_in_the_deck() -> None:
    assert {of("tactic:research", NOON, fit, FAIRLY).answer for fit in (STRONG, WORKABLE, BACKFIRES)} == {
        "research0",
        "research1",
        "research2",
    }
