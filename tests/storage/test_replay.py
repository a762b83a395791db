"""A log is played again in a scenario that may have changed, and it is said what came of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backfire_sim.engine.events import End, IllegalEventError, Play, Prepare, Undo, from_record
from backfire_sim.engine.scenario import Change, Scenario
from backfire_sim.engine.session import Session
from backfire_sim.storage.errors import KeyUsedError, StorageError
from backfire_sim.storage.kept import Kept
from backfire_sim.storage.log import MemoryLog, PlayLog
from backfire_sim.storage.replay import Differs, Same, Stops, after, verdict
from tests.made import played, scenarios
from tests.storage.plays_made import HEADER

BOUNDED = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def small_play(scenario: Scenario) -> Kept:
    """Start, prepare, two moves, one of them taken back and waited instead."""
    kept = Kept(Session(scenario, 7), MemoryLog(HEADER))
    for happening in (Prepare(("o0",)), Play("s0", "m1"), Play("s1", "m0"), Undo(), Play("s1", "wait")):
        kept.play(happening)
    return kept


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    found: list[Scenario] = []

    @settings(max_examples=1, database=None, derandomize=True, deadline=None)
    @given(scenarios(rich=False))
    def keep(made: Scenario) -> None:
        found.append(made)

    keep()
    return replace(found[0], preparation=found[0].preparation)


@BOUNDED
@given(played())
def test_any_play_replays_the_same_from_its_log(session: Session) -> None:
    log = MemoryLog(HEADER)
    Kept(session, log)
    found = verdict(session.scenario, log.rows(), 0, "a", "a")
    assert isinstance(found, Same) and not found.changed_file
    assert found.session.events == session.events
    assert found.session.position == session.position


def test_a_play_is_the_same_in_a_file_where_only_words_changed(scenario: Scenario) -> None:
    log = small_play(scenario).log
    found = verdict(replace(scenario, title="Another title"), log.rows(), 7, "a", "b")
    assert isinstance(found, Same) and found.changed_file


def with_move(scenario: Scenario, scene: str, move: str, **changed: object) -> Scenario:
    moves = tuple(m._replace(**changed) if m.id == move else m for m in scenario.scenes[scene].moves)  # type: ignore[arg-type]
    return replace(scenario, scenes={**scenario.scenes, scene: scenario.scenes[scene]._replace(moves=moves)})


def test_other_numbers_are_told_with_the_event_the_name_and_both_values(scenario: Scenario) -> None:
    log = small_play(scenario).log
    before = next(row.after.numbers.get("evidence", 0) for row in log.rows() if row.number == 3)
    new = (before + 1) % 6
    changed = with_move(scenario, "s0", "m1", change=Change(effects=(("evidence", "=", new),)))
    found = verdict(changed, log.rows(), 7, "a", "b")
    assert isinstance(found, Differs)
    assert found.first.number == 3
    assert ("evidence", before, new) in [(c.name, c.was, c.now) for c in found.first.changes]
    assert len(found.session.events) == len(log)


def test_another_scene_is_told(scenario: Scenario) -> None:
    log = small_play(scenario).log
    outcome = scenario.scenes["s0"].moves[1].outcomes[0]._replace(goto="s2")
    found = verdict(with_move(scenario, "s0", "m1", outcomes=(outcome,)), log.rows(), 7)
    assert isinstance(found, Stops)
    assert found.number == 4
    assert found.first is not None
    assert ("scene", "s1", "s2") in [(c.name, c.was, c.now) for c in found.first.changes]


def without_move(scenario: Scenario, scene: str, move: str) -> Scenario:
    moves = tuple(m for m in scenario.scenes[scene].moves if m.id != move)
    return replace(scenario, scenes={**scenario.scenes, scene: scenario.scenes[scene]._replace(moves=moves)})


def test_a_move_that_is_gone_stops_the_replay_before_it_and_says_why(scenario: Scenario) -> None:
    log = small_play(scenario).log
    found = verdict(without_move(scenario, "s0", "m1"), log.rows(), 7)
    assert isinstance(found, Stops)
    assert (found.number, found.first) == (3, None)
    assert found.why
    assert [type(event).__name__ for event in found.session.events] == ["Start", "Prepare"]
    found.session.play(Play("s0", "m2"))


def test_renamed_scenes_and_moves_are_followed(scenario: Scenario) -> None:
    log = small_play(scenario).log
    old = scenario.scenes["s1"]
    moves = tuple(m._replace(id="first") if m.id == "m0" else m for m in old.moves)
    new = old._replace(id="night", moves=moves, formerly=("s1",))
    scenes = {("night" if name == "s1" else name): (new if name == "s1" else s) for name, s in scenario.scenes.items()}
    to_night = scenario.scenes["s0"].moves[1].outcomes[0]._replace(goto="night")
    changed = replace(
        with_move(replace(scenario, scenes=scenes), "s0", "m1", outcomes=(to_night,)),
        renamed={"s1": "night", "night.m0": "night.first"},
    )
    found = verdict(changed, log.rows(), 7)
    assert isinstance(found, Same)
    assert Play("night", "first") in found.session.events


@pytest.mark.parametrize("record", [{"do": "dance"}, {}, {"do": "play"}, {"do": "play", "scene": 3, "move": []}])
def test_an_event_that_no_play_knows_stops_the_replay(scenario: Scenario, record: dict[str, object]) -> None:
    log = small_play(scenario).log
    log.append("strange", record, after(Session(scenario)))
    found = verdict(scenario, log.rows(), 7)
    assert isinstance(found, Stops) and found.number == 7


def test_a_log_that_does_not_begin_with_a_start_stops_at_once(scenario: Scenario) -> None:
    log = MemoryLog(HEADER)
    log.append("1", {"do": "end"}, after(Session(scenario)))
    found = verdict(scenario, log.rows(), 7)
    assert isinstance(found, Stops) and found.number == 1


def test_a_log_without_events_gives_a_play_that_has_just_started(scenario: Scenario) -> None:
    found = verdict(scenario, [], 7)
    assert isinstance(found, Same) and found.session.position.seed == 7
    log = MemoryLog(HEADER)
    Kept(found.session, log)
    assert [row.event for row in log.rows()] == [{"do": "start", "seed": 7}]


def test_a_kept_play_goes_on_from_its_last_choice(scenario: Scenario, tmp_path: Path) -> None:
    with Kept(Session(scenario, 7), PlayLog.create(tmp_path, HEADER)) as kept:
        kept.play(Prepare(()))
        kept.play(Play("s0", "wait"))
        path = kept.log.path
    log = PlayLog.open(path)  # type: ignore[arg-type]
    found = verdict(scenario, log.rows(), 7)
    with Kept(found.session, log) as again:
        assert again.session.position.scene == "s1"
        again.play(End())
        assert again.log.rows()[-1].after.over


def test_an_event_that_cannot_happen_is_not_kept(scenario: Scenario) -> None:
    kept = small_play(scenario)
    before = kept.log.rows()
    with pytest.raises(IllegalEventError):
        kept.play(Play("s0", "m1"))
    assert kept.log.rows() == before


def test_an_event_that_cannot_be_kept_has_not_happened(scenario: Scenario, tmp_path: Path) -> None:
    kept = Kept(Session(scenario, 7), PlayLog.create(tmp_path, HEADER))
    kept.play(Prepare(("o0",)))
    before = kept.session.position
    kept.close()
    with pytest.raises(StorageError):
        kept.play(Play("s0", "m1"))
    assert kept.session.position == before
    assert [from_record(dict(row.event)) for row in kept.log.rows()] == kept.session.events


def test_a_play_that_came_out_otherwise_cannot_go_on_in_the_old_log(scenario: Scenario) -> None:
    log = small_play(scenario).log
    before = next(row.after.numbers.get("evidence", 0) for row in log.rows() if row.number == 3)
    changed = with_move(scenario, "s0", "m1", change=Change(effects=(("evidence", "=", (before + 1) % 6),)))
    found = verdict(changed, log.rows(), 7)
    with pytest.raises(KeyUsedError):
        Kept(found.session, log)
    new = MemoryLog(HEADER)
    Kept(found.session, new)
    assert isinstance(verdict(changed, new.rows(), 7), Same)


@BOUNDED
@given(played(), st.integers(0, 20))
def test_every_beginning_of_a_log_replays_to_where_the_play_stood_then(session: Session, cut: int) -> None:
    log = MemoryLog(HEADER)
    Kept(session, log)
    rows = log.rows()[: max(1, cut)]
    found = verdict(session.scenario, rows, 0)
    assert isinstance(found, Same)
    assert after(found.session) == rows[-1].after
