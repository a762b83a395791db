"""One place drives play and table; what only the facilitator may see never reaches the room."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.events import Ask, End, Play, Prepare, Throw, Undo
from backfire_sim.engine.session import Session
from backfire_sim.room.commands import Blank, PlayIt, Skip, from_record, to_record
from backfire_sim.room.host import TableHost
from backfire_sim.storage.kept import Kept
from backfire_sim.storage.log import MemoryLog
from backfire_sim.storage.shelf import open_path
from backfire_sim.storage.tables import table_path
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.records import BadRecordError
from backfire_sim.table.setup import HANDS, Setup
from backfire_sim.views.play import view
from tests.made import played
from tests.room.tables import again, host_of, vote
from tests.storage.plays_made import HEADER


def in_first_scene(host: TableHost) -> TableHost:
    assert host.do(Prepare(("cameras", "code"))).ok
    assert host.do(e.ReadOn()).ok
    return host


def screens(host: TableHost) -> tuple[object, ...]:
    return host.table_view(), host.facilitator_view(), view(host.kept.session)


def test_a_whole_round_from_silence_to_the_next_scene() -> None:
    host = in_first_scene(host_of(3))
    host.do(e.StartChoosing())
    vote(host, 1, 2, 2)
    assert [row.first for row in host.table_view().spread] == [1, 2, 0, 0]
    host.do(e.Talk())
    host.do(e.ChooseAgain())
    assert host.table_view().spread == ()
    vote(host, 2, 2, 1)
    host.do(e.Reason("The footage shows faces."))
    host.do(e.Decide())
    host.do(e.Predict())
    for seat, method in enumerate((2, 2, 5), start=1):
        host.do(e.Choose(seat, method))
    host.do(e.Show())
    assert host.table_view().predictions == ()
    assert host.do(PlayIt()).ok
    told = host.table.told[-1]
    assert told.move == "witnesses"
    assert (told.first, told.again) == (s.Spread((1, 2, 0, 0)), s.Spread((1, 2, 0, 0)))
    assert told.reasons == ("The footage shows faces.",)
    assert host.turn is not None and host.turn.event == Play("raid", "witnesses")
    rows = {row.method: (row.said, row.landed) for row in host.table_view().predictions}
    assert rows["devaluation"] == (2, True) and rows["intimidation_rewards"] == (1, True)
    assert rows["cover_up"] == (0, False)


def test_the_same_screen_after_the_program_was_stopped_anywhere() -> None:
    host = host_of(3, talk=120, predict=True, code=("no_threats", "own"), own_line="We leave together.")
    script: list[Any] = [
        Prepare(("cameras", "code")),
        e.ReadOn(),
        e.StartChoosing(),
        e.Choose(2, 3),
        e.Choose(1, 3),
        e.Pass(3),
        e.Show(),
        e.Talk(),
        e.PauseTimer(),
        e.ChooseAgain(),
        e.Choose(3, 2),
        e.Show(close=True),
        e.Decide(),
        e.Predict(),
        e.Choose(1, 2),
        e.Show(close=True),
        Throw("leak"),
        PlayIt(),
        e.NoteTest("own", "leak", "held"),
        e.ReadOn(),
        e.Back(),
        e.Back(),
        End(),
        e.Back(),
    ]
    for command in script:
        said = host.do(command)
        assert said.ok, (command, said)
        before = screens(host)
        host = again(host)
        assert host.resumed and host.notice == ""
        assert screens(host) == before, command


def test_a_program_killed_between_the_play_and_the_table_finds_them_together_again() -> None:
    host = in_first_scene(host_of(3))
    host.do(e.StartChoosing())
    vote(host, 1, 1, 2)
    host.do(e.Decide())
    path = table_path(host.kept.log.path)  # type: ignore[arg-type]
    before_move = path.read_bytes()
    host.do(PlayIt())
    after = screens(host)
    after_move = path.read_bytes()
    path.write_bytes(before_move)
    host = again(host)
    assert screens(host) == after
    assert host.table.told[-1].first == s.Spread((2, 1, 0, 0))
    host.do(e.Back())
    undone = screens(host)
    path.write_bytes(after_move)
    assert screens(again(host)) == undone


def test_a_play_that_went_on_without_its_table_is_caught_up_with() -> None:
    host = in_first_scene(host_of(3))
    host.kept.play(Play("raid", "publish"))
    host.kept.play(Undo())
    host.kept.play(Play("raid", "witnesses"))
    host.catch_up()
    assert host.table_view().stage == s.TOLD
    assert [told.move for told in host.table.told] == ["", "witnesses"]


def test_back_takes_the_last_decision_back_once_the_round_has_no_step_left() -> None:
    host = in_first_scene(host_of(3))
    host.do(e.Rule(2))
    host.do(PlayIt())
    assert host.do(e.Back()).ok
    assert host.kept.session.position.scene == "raid"
    assert (host.table_view().stage, len(host.table.told)) == (s.READ, 1)
    assert host.do(e.Back()).ok and host.kept.session.position.phase == "preparing"
    said = host.do(e.Back())
    assert not said.ok and said.text


def test_a_scene_is_skipped_from_anywhere_and_nothing_of_it_is_told_nor_called_decided() -> None:
    host = host_of(3)
    assert not host.do(Skip()).ok
    in_first_scene(host)
    first = host.kept.session.position.scene
    for steps in ((), (e.StartChoosing(),), (e.Rule(1),), (e.Rule(1), e.Predict())):
        for step in steps:
            assert host.do(step).ok
        assert host.do(Skip()).ok
        assert (host.table.round.stage, host.table.told[-1].how) == (s.READ, "")
        assert host.kept.session.position.scene != first
        while host.kept.session.position.scene != first:
            assert host.do(e.Back()).ok


def test_something_that_comes_in_and_changes_the_choices_begins_the_choice_anew() -> None:
    opened = open_path(Path("backfire_sim/library/the-count-goes-on.yaml"))
    host = TableHost(Kept(Session(opened.scenario), MemoryLog(HEADER)), Setup(seats=2))
    host.do(Prepare(()))
    host.do(e.ReadOn())
    asked = [(p.id, use) for p in opened.scenario.people for use in p.uses]
    before = host.table.round.options
    for person, use in asked:
        host.do(e.StartChoosing())
        host.do(e.Choose(1, 1))
        host.do(Ask(person, use))
        now = host.table.round
        assert (now.stage == s.READ) is (now.options != before)
        assert {choice.id for choice in now.options} == set(host.kept.session.legal_moves())
        before = now.options
        host.do(e.Back())


def test_what_uses_somebodys_own_without_their_yes_is_played_only_knowingly() -> None:
    opened = open_path(Path("backfire_sim/library/the-count-goes-on.yaml"))
    host = TableHost(Kept(Session(opened.scenario), MemoryLog(HEADER)), Setup(seats=2))
    host.do(Prepare(()))
    host.do(e.ReadOn())
    unasked = next(row.number for row in host.table_view().choices if row.unasked)
    host.do(e.Rule(unasked))
    said = host.do(PlayIt())
    assert said.ask and not said.ok
    assert host.do(PlayIt(knowing=True)).ok


def test_hands_are_the_facilitators_to_see_until_they_are_shown() -> None:
    host = in_first_scene(host_of(5, way=HANDS))
    host.do(e.StartChoosing())
    host.do(e.Count(1, 3))
    assert host.facilitator_view().hands == (3, 0, 0, 0)
    assert not host.do(e.Count(2, 3)).ok
    assert host.table_view().chosen == 3 and host.table_view().spread == ()


def test_the_timer_stands_still_when_the_machine_has_slept() -> None:
    host = in_first_scene(host_of(2, talk=120))
    host.do(e.StartChoosing())
    vote(host, 1, 2)
    host.do(e.Talk())
    for _ in range(8):
        host.tick(0.5)
    assert host.table_view().clock.words == "1:56"
    host.tick(3600)
    assert (host.table_view().clock.words, host.table_view().clock.running) == ("1:56", False)


def test_nothing_is_written_for_a_play_that_is_not_kept(home: Path) -> None:
    host = in_first_scene(host_of(2, ephemeral=True))
    host.do(e.StartChoosing())
    vote(host, 1, 2)
    assert not list(home.rglob("*.table"))


def test_a_full_disk_is_said_and_the_table_plays_on(monkeypatch: pytest.MonkeyPatch) -> None:
    host = in_first_scene(host_of(2))

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("backfire_sim.storage.tables.write_whole", full)
    said = host.do(e.StartChoosing())
    assert said.ok and "No space left on device" in said.text
    assert host.table_view().stage == s.FIRST


def test_pausing_and_blanking_leave_no_trace() -> None:
    host = in_first_scene(host_of(2))
    path = table_path(host.kept.log.path)  # type: ignore[arg-type]
    before = path.read_bytes()
    host.do(e.Freeze())
    host.do(Blank())
    assert host.table_view().frozen and host.blank
    assert path.read_bytes() == before


CANARY = "canary-7f3a"


@given(played(), st.data())
def test_nothing_of_the_facilitators_reaches_the_room(session: Session, data: st.DataObject) -> None:
    """Notes, sheet and injects carry a word that must never be in what the room is shown."""
    scenario = session.scenario
    scenes = {name: scene._replace(notes=CANARY) for name, scene in scenario.scenes.items()}
    injects = tuple(inject._replace(title=CANARY, text=CANARY) for inject in scenario.injects)
    sheet = scenario.sheet._replace(aims=(CANARY,), if_stuck=(CANARY,), listen_for=(CANARY,))
    marked = replace(scenario, scenes=scenes, injects=injects, sheet=sheet)
    host = TableHost(Kept(Session.replay(marked, session.events), MemoryLog(HEADER)), Setup(seats=2))
    assert CANARY in repr(host.facilitator_view())
    for _ in range(6):
        assert CANARY not in repr(host.table_view()) + repr(view(host.kept.session))
        command = data.draw(
            st.sampled_from(
                [
                    e.ReadOn(),
                    e.StartChoosing(),
                    e.Choose(1, 1),
                    e.Choose(2, 1),
                    e.Show(True),
                    e.Decide(),
                    PlayIt(),
                ]
            )
        )
        host.do(command)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_the_room_sees_the_same_whatever_is_chosen_until_it_is_shown(said: list[tuple[int, int, int]]) -> None:
    """Two tables whose seats choose otherwise, in the same order, cannot be told apart."""
    hosts = [in_first_scene(host_of(5, ephemeral=True)) for _ in range(2)]
    for host in hosts:
        host.do(e.StartChoosing())
    for seat, one, other in said:
        for host, number in zip(hosts, (one, other), strict=True):
            host.do(e.Choose(seat, number) if number else e.Pass(seat))
        assert hosts[0].table_view() == hosts[1].table_view()
        assert hosts[0].facilitator_view() == hosts[1].facilitator_view()


@given(
    st.sampled_from(
        [
            e.ReadOn(),
            e.Choose(3, 2),
            e.Count(1, 30),
            e.Show(True),
            e.Arrange(Setup(roles=("care",) * 8, code=("own",), own_line="x")),
            e.Reason("no"),
            PlayIt(True),
            Blank(False),
            Throw("leak"),
            Ask("ana", "story"),
            Prepare(("a", "b")),
        ]
    )
)
def test_a_command_is_the_same_after_the_wire(command: Any) -> None:
    assert from_record(to_record(command)) == command


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {"do": "opened", "scene": "x", "options": [], "landed": [], "over": False, "move": ""},
        {"do": "tick", "seconds": 5},
        {"do": "undo"},
        {"do": "play", "scene": "raid", "move": "publish"},
        {"do": "choose", "seat": "1", "number": 1},
        {"do": "choose", "seat": True, "number": 1},
        {"do": "choose", "seat": 1},
        {"do": "choose", "seat": 10**30, "number": 1},
    ],
)
def test_what_is_no_command_is_refused(record: object) -> None:
    with pytest.raises(BadRecordError):
        from_record(record)
