"""What must hold of the model, whatever the scenario: the reasons to trust it, numbered as in docs/model.md."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from backfire_sim.engine.events import Ask, Play, Prepare, from_record, to_record
from backfire_sim.engine.position import IN_SCENE
from backfire_sim.engine.scenario import Change, Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scoring import board as b
from backfire_sim.scoring.board import Audience
from backfire_sim.scoring.settle import outcome_class, settle
from backfire_sim.scoring.vocabulary import COSTS
from tests.made import HUGE, STEPS, played, scenarios

RANKS = {"backfire": 4, "pyrrhic": 3, "slow_burn": 2, "smothered": 1, "chilled": 0, "escalated": 0}
MOVES = st.lists(st.sampled_from([*range(5), "wait"]), min_size=4, max_size=4)


def play_through(scenario: Scenario, moves: list[object], prepared: tuple[str, ...] = ()) -> Session:
    session = Session(scenario)
    session.play(Prepare(prepared))
    for move in moves:
        session.play(Play(session.position.scene, move if move == "wait" else f"m{move}"))
    return session


def figures(session: Session) -> list[int]:
    """Supports, pressures and costs: what must not fall."""
    values = session.position.values
    supports = [values[base + 3] for base in session.rules.board.bases]
    return [*supports, values[b.SUPPORT], values[b.MOBILIZATION], *values[b.COST : b.COST + 4], *values[16:20]]


@given(played(steps=st.one_of(STEPS, HUGE)))
def test_1_no_effect_leaves_a_range(session: Session) -> None:
    for value, (low, high) in zip(session.position.values, session.rules.ranges, strict=True):
        assert low <= value <= high


@given(played())
def test_2_the_same_log_gives_the_same_state_live_reloaded_after_every_event_and_replayed(session: Session) -> None:
    records = json.loads(json.dumps([to_record(event) for event in session.events]))
    replayed = Session.replay(session.scenario, [from_record(record) for record in records])
    assert replayed.position == session.position
    assert replayed.line == session.line
    assert [turn.after for turn in replayed.turns()] == [turn.after for turn in session.turns()]
    for length in range(1, len(session.events) + 1):
        reloaded = Session.replay(session.scenario, session.events[:length])
        if length < len(session.events):
            reloaded.play(session.events[length])
            assert reloaded.events == session.events[: length + 1]
        else:
            assert reloaded.position == session.position


@given(played(), st.sampled_from(["visibility", "dignity", "meaning", "momentum", "courage"]))
def test_3_with_any_gate_shut_nobody_acts_and_no_cost_grows(session: Session, gate: str) -> None:
    rules = session.rules
    values = list(session.position.values)
    for name, place in rules.places.items():
        if name == gate or name.endswith(f".{gate}"):
            values[place] = 0
    costs = values[b.COST : b.COST + len(COSTS)]
    settle(rules.board, values)
    assert values[b.MOBILIZATION] == 0
    assert values[b.PRESSURE : b.PRESSURE + len(COSTS)] == [0] * len(COSTS)
    assert values[b.COST : b.COST + len(COSTS)] == costs


@given(
    scenarios(rich=False),
    MOVES,
    st.integers(0, 3),
    st.integers(0, 4),
    st.sampled_from(["visibility", "dignity", "meaning", "momentum", "courage"]),
)
def test_4_raising_an_effect_on_a_gate_lowers_no_support_pressure_or_cost(
    scenario: Scenario, moves: list[object], scene_number: int, move_number: int, gate: str
) -> None:
    scene = scenario.scenes[f"s{scene_number}"]
    move = scene.moves[move_number]
    raised = move._replace(change=Change(effects=(*move.change.effects, (gate, "+", 1))))
    better_scene = scene._replace(moves=tuple(raised if m is move else m for m in scene.moves))
    better = replace(scenario, scenes={**scenario.scenes, scene.id: better_scene})
    before, after = figures(play_through(scenario, moves)), figures(play_through(better, moves))
    assert all(new >= old for old, new in zip(before, after, strict=True))


@given(scenarios(rich=False), MOVES, st.data())
def test_5_splitting_an_audience_in_two_alike_halves_changes_no_total_by_more_than_rounding(
    scenario: Scenario, moves: list[object], data: st.DataObject
) -> None:
    halved = data.draw(st.sampled_from(scenario.audiences))
    scenario = replace(
        scenario,
        audiences=tuple(
            a._replace(size=a.size * 2, leverage=tuple(2 * (x // 2) for x in a.leverage)) for a in scenario.audiences
        ),
    )
    audiences: list[Audience] = []
    for a in scenario.audiences:
        if a.id == halved.id:
            half = a._replace(size=a.size // 2, leverage=tuple(x // 2 for x in a.leverage))
            audiences += [half, half._replace(id=f"{a.id}_too")]
        else:
            audiences.append(a)
    scenes = {
        scene_id: scene._replace(methods=tuple(m._replace(reaches=()) for m in scene.methods))
        for scene_id, scene in scenario.scenes.items()
    }
    whole = play_through(replace(scenario, scenes=scenes), moves).position.values
    split = play_through(replace(scenario, scenes=scenes, audiences=tuple(audiences)), moves).position.values
    assert whole[: b.SUPPORT_AT_START] == split[: b.SUPPORT_AT_START]


@given(played())
def test_6_other_names_change_no_number(session: Session) -> None:
    mirrored = replace(
        session.scenario,
        id="mirror",
        title="Mirror",
        audiences=tuple(a._replace(label="Somebody else") for a in session.scenario.audiences),
        bearers=tuple(x._replace(label="The other side") for x in session.scenario.bearers),
        facts=dict.fromkeys(session.scenario.facts, "Other words"),
        people=tuple(p._replace(label="Another") for p in session.scenario.people),
        voices=tuple(v._replace(label="Another voice") for v in session.scenario.voices),
    )
    assert Session.replay(mirrored, session.events).position == session.position


@given(scenarios(rich=False), MOVES, st.integers(0, 4))
def test_7_better_evidence_never_lowers_visibility(scenario: Scenario, moves: list[object], evidence: int) -> None:
    worse = replace(scenario, start={**scenario.start, "evidence": evidence})
    better = replace(scenario, start={**scenario.start, "evidence": evidence + 1})
    sessions = Session(worse), Session(better)
    for session in sessions:
        session.play(Prepare(()))
    for move in moves:
        for session in sessions:
            session.play(Play(session.position.scene, move if move == "wait" else f"m{move}"))
        for base in sessions[0].rules.board.bases:
            assert sessions[1].position.values[base] >= sessions[0].position.values[base]


@given(scenarios(rich=False), MOVES, st.integers(0, 3))
def test_7_breaking_a_consent_never_improves_the_class(scenario: Scenario, moves: list[object], at: int) -> None:
    scene = scenario.scenes[f"s{at}"]
    exposing = tuple(move._replace(uses_consent=(("ana", "story"),)) for move in scene.moves)
    scenario = replace(scenario, scenes={**scenario.scenes, scene.id: scene._replace(moves=exposing)})

    def ranked(ask: bool) -> int:
        session = Session(scenario)
        session.play(Prepare(()))
        if ask:
            session.play(Ask("ana", "story"))
        for move in moves:
            session.play(Play(session.position.scene, move if move == "wait" else f"m{move}"))
        return RANKS[outcome_class(session.position.values)]

    assert ranked(ask=False) <= ranked(ask=True)


@settings(max_examples=200)
@given(scenarios(rich=False), MOVES, st.lists(st.sampled_from(["o0", "o1", "o2", "o3", "o4"]), max_size=2, unique=True))
def test_8_preparing_never_makes_a_later_outcome_worse(
    scenario: Scenario, moves: list[object], options: list[str]
) -> None:
    bare, ready = play_through(scenario, moves), play_through(scenario, moves, tuple(options))
    assert all(new >= old for old, new in zip(figures(bare), figures(ready), strict=True))
    # Support counts as gained from the opening, before anything was prepared, so the class can only follow.
    assert RANKS[outcome_class(ready.position.values)] >= RANKS[outcome_class(bare.position.values)]


class Column:
    """A list of whole numbers that adds, multiplies and compares place by place, as an array library's would."""

    def __init__(self, numbers: list[int]) -> None:
        self.numbers = numbers

    def _each(self, other: object, work) -> "Column":  # type: ignore[no-untyped-def]
        others = other.numbers if isinstance(other, Column) else [other] * len(self.numbers)
        return Column([int(work(a, c)) for a, c in zip(self.numbers, others, strict=True)])

    def __add__(self, other: object) -> "Column":
        return self._each(other, lambda a, c: a + c)

    def __sub__(self, other: object) -> "Column":
        return self._each(other, lambda a, c: a - c)

    def __mul__(self, other: object) -> "Column":
        return self._each(other, lambda a, c: a * c)

    def __floordiv__(self, other: object) -> "Column":
        return self._each(other, lambda a, c: a // c)

    def __gt__(self, other: object) -> "Column":
        return self._each(other, lambda a, c: a > c)

    def __lt__(self, other: object) -> "Column":
        return self._each(other, lambda a, c: a < c)

    def __neg__(self) -> "Column":
        return self * -1

    __radd__, __rmul__ = __add__, __mul__


@given(st.data())
def test_9_a_batch_settles_as_its_plays_do_to_the_last_integer(data: st.DataObject) -> None:
    scenario = data.draw(scenarios(rich=False))
    rules = scenario.rules
    rows = []
    for _ in range(data.draw(st.integers(1, 4))):
        values = [data.draw(st.integers(low, min(high, 100))) for low, high in rules.ranges]
        rows.append(values)
    columns: list[object] = [Column([row[place] for row in rows]) for place in range(rules.layout.width)]
    settle(rules.board, columns)
    for n, row in enumerate(rows):
        settle(rules.board, row)
        together = [c.numbers[n] if isinstance(c, Column) else c for c in columns]
        assert together == row


@given(played())
def test_the_steps_of_every_turn_add_up_to_what_changed(session: Session) -> None:
    for turn in session.turns():
        if not turn.moved:
            continue
        values = list(turn.before.values)
        for step in turn.steps:
            if step.cause == "set" or (step.place, step.amount) in _settings(session, turn):
                continue
            values[step.place] += step.amount
        for lost in turn.lost:
            values[lost.place] -= lost.steps
        numbers = range(b.CEILING)
        touched = {step.place for step in turn.steps if step.cause == "set"} | {
            place for place, _ in _settings(session, turn)
        }
        assert [values[n] for n in numbers if n not in touched] == [turn.moved[n] for n in numbers if n not in touched]
        if turn.after.phase == IN_SCENE:
            landed = list(turn.settled)
            for step in turn.landing:
                landed[step.place] += step.amount
            group = [*range(5), *range(b.COST, b.COST + 4), *range(b.FIRST_AUDIENCE, session.rules.board.size)]
            assert [landed[n] for n in group] == [turn.after.values[n] for n in group]


def _settings(session: Session, turn) -> set[tuple[int, int]]:  # type: ignore[no-untyped-def]
    move = session.rules.scene(turn.event.scene).moves[turn.event.move]
    chosen = next(ready for ready in move.outcomes if ready.outcome is turn.outcome)
    return {(setting.place, setting.amount) for setting in chosen.bound.settings}
