"""The rules of a round, each worked out by hand from docs/model.md."""

import pytest

from backfire_sim.engine.chance import draw
from backfire_sim.engine.conditions import Is
from backfire_sim.engine.events import Ask, End, IllegalEventError, Play, Prepare, Throw, Undo, Withdraw
from backfire_sim.engine.scenario import (
    About,
    Change,
    Ending,
    Inject,
    Method,
    Move,
    Option,
    Outcome,
    Person,
    Preparation,
    Scenario,
    Scene,
    Voice,
)
from backfire_sim.engine.session import Session
from backfire_sim.scoring.board import Audience, Bearer

TOWN = Audience("town", "The town", 900, (3, 6, 5, 15), (1, 2, 0, 0))
COUNCIL = Audience("council", "The council", 100, (2, 4, 4, 5), (3, 0, 0, 1))
MOB = Bearer("mob", "The men", True, (40, 100, 100, 100))
MAYOR = Bearer("mayor", "The mayor", False, (60, 0, 0, 0))


def move(response: str = "reveal", goto: str = "END", **more: object) -> Move:
    effects = tuple((n, "+", amount) for n, amount in more.pop("effects", {}).items())  # type: ignore[attr-defined]
    change = more.pop("change", Change(effects=effects))
    outcomes = more.pop("outcomes", (Outcome("Done.", "Because.", goto),))
    return Move("act", "Act", outcomes, response, "", change=change, **more)  # type: ignore[arg-type]


def scenario(act: Move, *methods: Method, then: Scene | None = None, **more: object) -> Scenario:
    wait = Move("wait", "Wait", (Outcome("Nothing.", "", "next" if then else "END"),))
    scenes = {"now": Scene("now", "Now", "Text.", (act,), wait, methods)}
    if then is not None:
        scenes["next"] = then
    fields: dict[str, object] = {
        "id": "one",
        "title": "One",
        "about": About("One."),
        "audiences": (TOWN, COUNCIL),
        "bearers": (MOB, MAYOR),
        "scenes": scenes,
        "first": "now",
        "endings": (Ending("end", "End", "End."),),
        "start": {"momentum": 4, "courage": 6, "care": 7, "evidence": 0},
    }
    return Scenario(**{**fields, **more})  # type: ignore[arg-type]


def values(session: Session) -> dict[str, int]:
    return dict(zip(session.rules.layout.names, session.position.values, strict=True))


def played(made: Scenario, *events: object) -> dict[str, int]:
    session = Session(made)
    for event in events or (Play("now", "act"),):
        session.play(event)  # type: ignore[arg-type]
    return values(session)


def test_a_round_settles_as_the_page_says() -> None:
    now = played(scenario(move(effects={"visibility": 3, "momentum": 2})))
    # town: 6*6*5 = 180, outraged 18, acting 180*6*6//1000 = 6; council: 5*4*4 = 80, outraged 8, acting 2
    assert (now["town.visibility"], now["council.visibility"]) == (6, 5)
    assert now["town.support"] == 15 + (18 - 15 + 1) // 2
    assert now["council.support"] == 5 + (8 - 5 + 1) // 2
    assert now["mobilization"] == (900 * 6 + 100 * 2) // 1000
    assert now["pressure.political"] == (1 * 6 + 3 * 2) // 4
    assert now["pressure.economic"] == 0
    # only the men are named, so the political cost rises towards 40
    assert now["political"] == 40 * 90 * 3 // 10_000
    assert now["standing"] == 100 * 90 * 6 // 10_000


def test_support_is_lost_slowly() -> None:
    made = scenario(move(), audiences=(TOWN._replace(start=(1, 1, 1, 60)),))
    assert played(made)["town.support"] == 60 - 60 // 6


def test_courage_falls_to_care() -> None:
    assert played(scenario(move(effects={"care": -5})))["courage"] == 2


@pytest.mark.parametrize(
    ("strength", "evidence", "prepared", "visibility"),
    [(2, 0, False, 1), (3, 0, False, 0), (2, 0, True, 2), (2, 3, False, 2), (2, 5, True, 3), (1, 0, True, 3)],
)
def test_a_cover_up_takes_its_strength_less_preparation_and_evidence(
    strength: int, evidence: int, prepared: bool, visibility: int
) -> None:
    options = tuple(
        Option(name, name, "reveal", "plan_documentation", answers=("cover_up",)) for name in ("cameras", "rota")
    )
    made = scenario(
        move(),
        Method("denial", "cover_up", "hide_identity", strength, "No."),
        start={"momentum": 4, "courage": 6, "care": 7, "evidence": evidence},
        preparation=Preparation("Before.", 2, options),
    )
    assert played(made, Prepare(("cameras", "rota") if prepared else ()))["town.visibility"] == visibility


def test_a_denial_of_any_kind_is_weakened_by_evidence_and_other_methods_are_not() -> None:
    start = {"momentum": 4, "courage": 6, "care": 7, "evidence": 4}
    denied = scenario(move(), Method("x", "reinterpretation", "deny", 3, "No."), start=start)
    blamed = scenario(move(), Method("x", "reinterpretation", "blame_target", 3, "You."), start=start)
    assert played(denied, Play("now", "wait"))["town.meaning"] == 5 - 1
    assert played(blamed, Play("now", "wait"))["town.meaning"] == 5 - 3


def test_an_answer_adds_one_step_where_the_move_reaches_and_gives_one_back_wherever_the_method_took() -> None:
    denial = Method("denial", "cover_up", "hide_identity", 2, "No.")
    now = played(scenario(move(effects={"visibility": 1}, reaches=("town",)), denial))
    assert now["town.visibility"] == 3 - 2 + 1 + 1 + 1
    assert now["council.visibility"] == 2 - 2 + 1


def test_two_methods_answered_at_once_add_one_step_once_and_give_back_one_each() -> None:
    first = Method("a", "cover_up", "hide_identity", 1, "No.")
    now = played(scenario(move(effects={}), first, first._replace(id="b")))
    assert now["town.visibility"] == 3 - 2 + 1 + 2


def test_what_a_method_could_not_take_is_not_given_back() -> None:
    shut = TOWN._replace(start=(0, 6, 5, 15))
    now = played(scenario(move(effects={}), Method("a", "cover_up", "x", 2, "No."), audiences=(shut,)))
    assert now["town.visibility"] == 1


def test_a_method_until_answered_lands_again_every_round_until_its_r_answers_it() -> None:
    waiting = Method("inquiry", "official_channels", "commission", 1, "Wait.", until_answered=True)
    third = Scene("next", "Next", "Text.", (move("redirect", "next")._replace(id="push"),), move(goto="next"))
    third = third._replace(wait=Move("wait", "Wait", (Outcome("Nothing.", "", "next"),)))
    session = Session(scenario(move(goto="next"), waiting, then=third))
    assert values(session)["momentum"] == 3
    session.play(Play("now", "wait"))
    assert values(session)["momentum"] == 2
    assert session.position.landed[0].again
    session.play(Play("next", "push"))
    # one step for the answer, one given back, and it lands no more
    assert values(session)["momentum"] == 4
    assert session.position.landed == ()


def test_a_trusted_voice_adds_and_a_distrusted_one_can_take_a_gate_below_where_it_was() -> None:
    voices = (Voice("priest", "The priest", ("town",), ("council",)),)
    now = played(scenario(move("redeem", effects={"dignity": 1, "momentum": 1}, voice="priest"), voices=voices))
    assert (now["town.dignity"], now["council.dignity"], now["momentum"]) == (8, 3, 5)


def test_a_voice_changes_nothing_that_the_move_does_not_raise() -> None:
    voices = (Voice("priest", "The priest", ("town",)),)
    assert played(scenario(move(effects={"dignity": -1}, voice="priest"), voices=voices))["town.dignity"] == 5


def test_a_breach_takes_two_from_dignity_and_meaning_everywhere() -> None:
    now = played(scenario(move(change=Change(breach=True), reaches=("town",))))
    assert [now[f"{a}.{g}"] for a in ("town", "council") for g in ("dignity", "meaning")] == [4, 3, 2, 2]
    assert now["breaches"] == 1


def test_consent_used_without_a_yes_is_broken_and_care_falls_by_two_for_the_person() -> None:
    people = (Person("ana", "Ana", ("story", "face")),)
    act = move("redeem", uses_consent=(("ana", "story"), ("ana", "face")))
    unasked = played(scenario(act, people=people))
    assert (unasked["broken_consents"], unasked["care"]) == (2, 5)
    asked = played(scenario(act, people=people), Ask("ana", "story"), Ask("ana", "face"), Play("now", "act"))
    assert (asked["broken_consents"], asked["care"]) == (0, 7)


def test_a_person_may_refuse_and_may_take_a_yes_back() -> None:
    people = (Person("ana", "Ana", ("story", "face"), {"face": Is("care", ">=", 9)}),)
    session = Session(scenario(move(), people=people))
    assert session.play(Ask("ana", "face")).granted is False  # type: ignore[union-attr]
    assert session.play(Ask("ana", "story")).granted is True  # type: ignore[union-attr]
    session.play(Withdraw("ana", "story"))
    assert values(session)["consents(ana, story)"] == 0


def test_naming_a_bearer_lifts_the_ceilings_once() -> None:
    session = Session(scenario(move(goto="now", change=Change(names=("mayor",)))))
    assert values(session)["ceiling.political"] == 40
    for _ in range(2):
        session.play(Play("now", "act"))
        assert values(session)["ceiling.political"] == 100


def test_outcomes_are_chosen_before_the_move_takes_effect() -> None:
    outcomes = (Outcome("Many.", "B.", "END", Is("care", ">=", 8)), Outcome("Few.", "B.", "END"))
    turn = Session(scenario(move(effects={"care": 1}, outcomes=outcomes))).play(Play("now", "act"))
    assert turn is not None and turn.outcome is not None and turn.outcome.text == "Few."


def test_a_step_lost_to_a_clamp_is_reported() -> None:
    turn = Session(scenario(move(effects={"care": 5}))).play(Play("now", "act"))
    assert turn is not None and [lost.steps for lost in turn.lost] == [2]


def test_set_comes_before_add() -> None:
    change = Change(effects=(("care", "=", 2), ("care", "+", 1)))
    assert played(scenario(move(change=change)))["care"] == 3


def test_support_of_all_follows_a_direct_effect_at_once() -> None:
    given = Inject("gift", "A gift", "Text.", change=Change(effects=(("support", "+", 40),)))
    swayed = Method("m", "devaluation", "label", 1, "They.", change=Change(effects=(("support", "=", 20),)))
    session = Session(scenario(move(), swayed, injects=(given,)))
    assert values(session)["support"] == 20
    session.play(Throw("gift"))
    assert (values(session)["town.support"], values(session)["support"]) == (60, 60)


def test_chance_is_drawn_by_seed_scene_move_and_visit_and_never_changes() -> None:
    assert [draw(7, "raid", "publish", visit, 100) for visit in range(4)] == [17, 18, 60, 92]
    outcomes = (Outcome("One.", "B.", "now", odds=1), Outcome("Two.", "B.", "now", odds=3))
    made = scenario(move(outcomes=outcomes), reads=("chance(now.act)",))

    def texts(seed: int) -> list[str]:
        session = Session(made, seed)
        return [session.play(Play("now", "act")).outcome.text for _ in range(40)]  # type: ignore[union-attr]

    assert texts(1) == texts(1)
    assert texts(1) != texts(2)
    assert 3 <= texts(1).count("One.") <= 17


def test_an_inject_is_thrown_once_and_only_where_it_fits() -> None:
    leak = Inject("leak", "A leak", "A guard talks.", change=Change(effects=(("evidence", "+", 1),)))
    never = Inject("never", "Never", "No.", when=Is("care", "<", 1))
    session = Session(scenario(move(), injects=(leak, never)))
    session.play(Throw("leak"))
    assert values(session)["evidence"] == 1
    for inject in ("leak", "never", "nothing"):
        with pytest.raises(IllegalEventError):
            session.play(Throw(inject))


def test_what_cannot_happen_says_why_and_leaves_the_play_as_it_was() -> None:
    session = Session(scenario(move(needs=Is("care", ">=", 9))))
    before = session.position
    for event, said in [
        (Play("now", "act"), "not open"),
        (Play("now", "run"), "no move"),
        (Play("later", "act"), "not in"),
        (Prepare(()), "nothing to prepare"),
        (Ask("ana", "story"), "Nobody"),
        (Undo(), "nothing to take back"),
    ]:
        with pytest.raises(IllegalEventError, match=said):
            session.play(event)  # type: ignore[arg-type]
        assert session.position is before
    session.play(End())
    with pytest.raises(IllegalEventError, match="over"):
        session.play(Play("now", "wait"))


def test_undo_goes_back_one_decision_and_keeps_the_branch_in_the_list() -> None:
    session = Session(scenario(move(goto="now", effects={"care": 1})))
    before = session.position
    session.play(Play("now", "act"))
    session.play(Undo())
    assert session.position == before
    assert len(session.events) == 3
    session.play(Play("now", "wait"))
    assert session.over
    session.play(Undo())
    assert not session.over
