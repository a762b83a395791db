"""A tried state is a state by the model's own rules: within its ranges, and with all that adds up in step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.authoring.trying import OutOfRangeError, Tried, numbers, tried_position
from backfire_sim.engine.events import IllegalEventError, Play, Undo
from backfire_sim.engine.position import IN_SCENE
from backfire_sim.engine.session import Session
from backfire_sim.scoring import board as b
from tests.made import played


@given(played(), st.data())
def test_any_values_within_the_ranges_make_a_position_that_adds_up(session: Session, data: st.DataObject) -> None:
    rules = session.rules
    changes = {
        number.name: data.draw(st.integers(number.low, number.high))
        for number in numbers(rules, session.position)
        if data.draw(st.booleans())
    }
    position = tried_position(rules, session.position, changes)
    values = position.values
    for name, value in changes.items():
        assert values[rules.places[name]] == value
    untouched = list(values)
    rules.add_up_support(untouched)
    assert tuple(untouched) == values
    for k in range(4):
        held = sum(bearer.holds[k] for bearer in rules.bearers.values() if values[rules.places[f"named({bearer.id})"]])
        assert values[b.CEILING + k] == held
    for person in rules.scenario.people:
        for use in person.uses:
            assert values[rules.places[f"consents({person.id}, {use})"]] + values[
                rules.places[f"refused({person.id}, {use})"]
            ] in (0, 1)


@given(played(), st.data())
def test_a_value_beyond_its_range_is_refused_with_the_range(session: Session, data: st.DataObject) -> None:
    number = data.draw(st.sampled_from(numbers(session.rules, session.position)))
    with pytest.raises(OutOfRangeError, match=f"{number.low} to {number.high}"):
        tried_position(session.rules, session.position, {number.name: number.high + 1})
    with pytest.raises(OutOfRangeError):
        tried_position(session.rules, session.position, {number.name: number.low - 1})


@given(played(), st.data())
def test_the_play_goes_on_from_it_and_taking_back_stops_there(session: Session, data: st.DataObject) -> None:
    before = session.position
    tried = Tried(session, {"care": 0})
    while tried.position.phase == IN_SCENE and len(tried.since) < 3:
        tried.play(Play(tried.position.scene, data.draw(st.sampled_from(tried.legal_moves()))))
    assert len(tried.turns()) == len(session.turns()) + len(tried.since)
    assert not tried.turns() or tried.turns()[-1].after in (tried.position, before)
    for _ in range(len(tried.since)):
        tried.play(Undo())
    assert tried.position == tried_position(session.rules, before, {"care": 0})
    with pytest.raises(IllegalEventError):
        tried.play(Undo())
    assert session.position == before
    assert tried.played is session
    assert Tried(tried, {"care": 3}).played is session
