"""A play with one decision made otherwise: the same rules, nothing guessed but what is said to be."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from backfire_sim.engine.conditions import Is
from backfire_sim.engine.events import Ask, End, Play, Prepare
from backfire_sim.engine.retrace import other_moves, retrace
from backfire_sim.engine.scenario import About, Change, Ending, Move, Outcome, Person, Scenario, Scene
from backfire_sim.engine.session import Session, fold
from backfire_sim.scoring.board import EVERYONE_RESPONSIBLE, GENERAL_PUBLIC
from tests.made import played


@given(played())
def test_a_decision_replaced_by_itself_gives_the_same_play(session: Session) -> None:
    turns = session.turns()
    for at, turn in enumerate(turns):
        if isinstance(turn.event, Play | Prepare):
            again = retrace(session.rules, turns, at, (turn.event,))
            assert again.turns == tuple(turns[at:])
            assert again.guessed == ()


@settings(max_examples=15)
@given(played(), st.integers(0, 40))
def test_a_play_that_was_stopped_is_stopped_after_as_many_rounds(session: Session, which: int) -> None:
    if session.over:
        return
    session.play(End())
    turns = session.turns()
    rounds = sum(isinstance(turn.event, Play) for turn in turns)
    choices = [(at, other) for at, turn in enumerate(turns) for other in other_moves(session.rules, turn)]
    for at, other in choices[which % len(choices) :][:1] if choices else []:
        came = [*turns[:at], *retrace(session.rules, turns, at, (other,)).turns]
        assert sum(isinstance(turn.event, Play) for turn in came) <= rounds


def _move(name: str, response: str, goto: str) -> Move:
    return Move(name, name.capitalize(), (Outcome("It happened.", "Because.", goto),), response, "")


def _scene(name: str, moves: list[Move], waits: str) -> Scene:
    wait = Move("wait", "Wait", (Outcome("Nothing.", "", waits),))
    return Scene(name, name.capitalize(), "Text.", tuple(moves), wait)


def made_of(ways: dict[str, dict[str, str]]) -> Scenario:
    """A scenario of these scenes, the first opening: by move, where it leads. The name of a move says its R first."""
    scenes = {
        name: _scene(
            name,
            [
                _move(move, move.partition("_")[0] if "_" in move else "reveal", to)
                for move, to in moves.items()
                if move != "wait"
            ],
            moves.get("wait", "END"),
        )
        for name, moves in ways.items()
    }
    return Scenario(
        id="made", title="Made", about=About("Made up."), audiences=(GENERAL_PUBLIC,),
        bearers=(EVERYONE_RESPONSIBLE,), scenes=scenes, first=next(iter(ways)),
        endings=(Ending("end", "End", "End."),), start={"momentum": 5, "courage": 5, "care": 5, "evidence": 0},
    )  # fmt: skip


FORKED = {
    "a": {"reveal_left": "b", "reveal_right": "c", "wait": "c"},
    "b": {"redeem_tell": "d", "wait": "d"},
    "c": {"reveal_show": "d", "redeem_speak": "d", "redeem_again": "d", "wait": "d"},
    "d": {"resist_last": "END", "resist_other": "END"},
}
"""`a` leads to `b` or `c`, both to `d`."""


def test_where_the_play_never_was_the_nearest_is_taken_and_then_ones_own_decisions_again() -> None:
    session = Session(made_of(FORKED))
    for scene, move in (("a", "reveal_left"), ("b", "redeem_tell"), ("d", "resist_other")):
        session.play(Play(scene, move))
    other = retrace(session.rules, session.turns(), 1, (Play("a", "reveal_right"),))
    assert [turn.event for turn in other.turns] == [
        Play("a", "reveal_right"),
        Play("c", "redeem_speak"),
        Play("d", "resist_other"),
    ]
    assert other.guessed == (1,)


def test_a_yes_that_would_not_be_there_is_never_used_for_anybody() -> None:
    """A decision that had a yes does not go on without it: the replay waits rather than break a consent."""
    story = Move(
        "story", "Tell the story", (Outcome("Told.", "", "END"),), "redeem", "", uses_consent=(("ana", "story"),)
    )  # fmt: skip
    care = _move("care", "resist", "b")._replace(change=Change(effects=(("care", "+", 3),)))
    scenario = made_of(FORKED)
    scenes = {"a": _scene("a", [care], "b"), "b": _scene("b", [story], "END")}
    person = Person("ana", "Ana", ("story",), {"story": Is("care", ">=", 7)})
    session = Session(replace(scenario, scenes=scenes, people=(person,)))
    for event in (Play("a", "care"), Ask("ana", "story"), Play("b", "story")):
        session.play(event)
    other = retrace(session.rules, session.turns(), 1, (Play("a", "wait"),))
    assert [turn.event for turn in other.turns] == [Play("a", "wait"), Ask("ana", "story"), Play("b", "wait")]
    assert other.turns[1].granted is False
    assert other.guessed == (2,)
    assert fold(session.rules, [turn.event for turn in (*session.turns()[:1], *other.turns)])[-1].after == other.end
