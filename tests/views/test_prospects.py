"""What a choice would lead to is what it leads to when it is played."""

from hypothesis import given

from backfire_sim.engine.events import Play, Throw
from backfire_sim.engine.position import IN_SCENE
from backfire_sim.engine.session import Session
from backfire_sim.views.prospects import injects, prospects
from tests.made import played


@given(played())
def test_every_open_choice_leads_where_it_leads_when_played(session: Session) -> None:
    told = prospects(session)
    before = session.position
    assert [each.move for each in told if not each.shut] == session.legal_moves()
    assert bool(told) is (before.phase == IN_SCENE)
    for each in told:
        if each.shut:
            assert not each.leads
            continue
        lead = each.leads[0]
        again = Session.replay(session.scenario, session.events)
        assert again.play(Play(before.scene, each.move)) == lead.turn
        assert lead.drawn
        possible = [o for o in session.rules.scene(before.scene).moves[each.move].outcomes if o.outcome.odds]
        if possible and lead.odds:
            assert len({id(other.turn.outcome) for other in each.leads}) == len(each.leads) > 1
            assert all(0 < other.odds < other.of for other in each.leads)
    assert session.position == before


@given(played())
def test_an_inject_says_whether_it_can_be_thrown(session: Session) -> None:
    for chance in injects(session):
        assert chance.thrown is bool(session.position.values[session.rules.places[f"thrown({chance.inject.id})"]])
        if not chance.shut:
            assert session.play(Throw(chance.inject.id)) is not None
