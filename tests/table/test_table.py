"""Many people at one screen: every seat counts once, nobody sees a choice too early, and going back restores."""

import json

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from backfire_sim.scoring.vocabulary import METHODS
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.apply import apply, can, known_when_shown, open_table
from backfire_sim.table.deciding import verdict
from backfire_sim.table.events import AskFirstError, NotNowError
from backfire_sim.table.records import from_plain, to_plain
from backfire_sim.table.roles import BY_ID, deal
from backfire_sim.table.setup import HANDS, KEYS, NEEDS, TIES, WAYS, BadSetupError, Setup, checked
from backfire_sim.table.sound import is_sound
from backfire_sim.table.state import Choice, Spread, Table

OPTIONS = tuple(Choice(f"move{n}", care) for n, care in enumerate((2, 0, 3, 1)))


def table_of(seats: int = 4, **agreed: object) -> Table:
    return open_table(Setup(seats=seats, **agreed), e.Opened("dawn", OPTIONS))  # type: ignore[arg-type]


def chosen(table: Table, *numbers: int) -> Table:
    """Every seat in turn has chosen; 0 passes."""
    for seat, number in enumerate(numbers, start=1):
        table = apply(table, e.Choose(seat, number) if number else e.Pass(seat))
    return table


def voted(*numbers: int, **agreed: object) -> Table:
    """Everyone has chosen in silence, and it was shown."""
    table = chosen(apply(table_of(len(numbers), **agreed), e.StartChoosing()), *numbers)
    return apply(table, e.Show())


class AnyTable(RuleBasedStateMachine):
    """A model that knows who chose what; the table may only ever tell what it adds up to."""

    @initialize(
        seats=st.integers(2, 30),
        way=st.sampled_from(list(WAYS)),
        needs=st.sampled_from(list(NEEDS)),
        ties=st.sampled_from(list(TIES)),
        talk=st.sampled_from([0, 120]),
    )
    def set_up(self, seats: int, way: str, needs: str, ties: str, talk: int) -> None:
        self.table = table_of(seats, way=way, needs=needs, ties=ties, talk=talk)
        self.seats = seats
        self.ballots: dict[int, int] = {}
        self.hands: dict[int, int] = {}
        self.entered = [self.table.round]

    def happen(self, event: e.TableEvent) -> None:
        before = self.table
        try:
            self.table = apply(self.table, event)
        except NotNowError as error:
            assert str(error)
            assert self.table == before
            return
        if len(self.table.trail) > len(before.trail):
            self.ballots, self.hands = {}, {}

    @rule(data=st.data())
    def choose(self, data: st.DataObject) -> None:
        seat, number = data.draw(st.integers(-1, self.seats + 1)), data.draw(st.integers(-1, 6))
        event = e.Choose(seat, number) if number else e.Pass(seat)
        before = self.table
        self.happen(event)
        if self.table != before or (seat in self.ballots and self.ballots[seat] == number):
            self.ballots[seat] = number

    @rule(number=st.integers(0, 5), data=st.data())
    def count(self, number: int, data: st.DataObject) -> None:
        hands = data.draw(st.integers(-1, self.seats + 1))
        before = self.table
        self.happen(e.Count(number, hands))
        if self.table != before:
            self.hands[number] = hands

    @precondition(lambda self: self.table.round.stage in s.COUNTING and self.table.setup.way == KEYS)
    @rule(number=st.integers(1, 4))
    def everyone_chooses(self, number: int) -> None:
        for seat in s.waiting(self.table):
            self.happen(e.Choose(seat, 1 + (seat * number) % 4))
            self.ballots[seat] = 1 + (seat * number) % 4

    @precondition(lambda self: self.table.round.stage in s.COUNTING)
    @rule(close=st.booleans())
    def show(self, close: bool) -> None:
        before, ballots, hands = self.table, dict(self.ballots), dict(self.hands)
        missing = self.seats - (sum(hands.values()) if before.setup.way == HANDS else len(ballots))
        try:
            self.table = apply(before, e.Show(close=close))
        except AskFirstError:
            assert missing and not close
            return
        assert close or not missing
        now = self.table.round
        spread = {s.SHOWN: now.first, s.SHOWN_AGAIN: now.again, s.PREDICTED: now.predicted}[now.stage]
        assert spread is not None
        many = 5 if now.stage == s.PREDICTED else len(OPTIONS)
        if before.setup.way == HANDS:
            assert spread == Spread(tuple(hands.get(n, 0) for n in range(1, many + 1)), 0, missing)
        else:
            counted = [list(ballots.values()).count(n) for n in range(many + 1)]
            assert spread == Spread(tuple(counted[1:]), counted[0], missing)
        self.ballots, self.hands = {}, {}

    @rule(
        event=st.sampled_from(
            [
                e.ReadOn(),
                e.StartChoosing(),
                e.Talk(),
                e.ChooseAgain(),
                e.Decide(),
                e.Objections(0),
                e.Objections(2),
                e.Rule(3),
                e.Predict(),
                e.Reason("The neighbors would pay for it."),
                e.RunTimer(),
                e.PauseTimer(),
                e.MoreTime(30),
                e.Tick(7),
            ]
        )
    )
    def anything_else(self, event: e.TableEvent) -> None:
        self.happen(event)

    @rule()
    def freezes_and_thaws(self) -> None:
        stood = self.table
        frozen = apply(self.table, e.Freeze())
        with pytest.raises(NotNowError):
            apply(frozen, e.StartChoosing())
        assert apply(frozen, e.Tick(60)) == frozen
        assert apply(frozen, e.Thaw()) == stood

    @rule()
    def goes_back(self) -> None:
        before = self.table
        try:
            self.table = apply(before, e.Back())
        except NotNowError:
            assert not before.trail and before.round.box.empty
            return
        if not before.round.box.empty:
            assert self.table == before._replace(round=before.round._replace(box=s.Box()))
        else:
            assert self.table.trail == before.trail[:-1]
            assert self.table.round == before.trail[-1]._replace(reasons=before.round.reasons)
        self.ballots, self.hands = {}, {}

    @rule()
    def is_killed_and_taken_up(self) -> None:
        """What is written down is the same screen, and never says which seat chose which."""
        kept = json.loads(json.dumps(to_plain(s.sealed(self.table))))
        assert kept["round"]["box"]["chosen"] == []
        again = from_plain(Table, kept)
        assert is_sound(again)
        for told in (s.how_many, s.waiting, s.complete, s.tally):
            assert told(again) == told(self.table)  # type: ignore[operator]

    @precondition(lambda self: self.table.round.stage in (s.DECIDED, s.PREDICTED))
    @rule(landed=st.lists(st.sampled_from(METHODS), max_size=2).map(tuple))
    def is_played(self, landed: tuple[str, ...]) -> None:
        now = self.table.round
        event = e.Opened("noon", OPTIONS, landed, move=now.options[now.decided - 1].id)
        self.table = apply(self.table, event)
        told = self.table.told[-1]
        assert (told.first, told.again, told.reasons) == (now.first, now.again, now.reasons)
        assert told.landed == landed

    @invariant()
    def nothing_is_lost_or_counted_twice(self) -> None:
        if not hasattr(self, "table"):
            return
        assert is_sound(s.sealed(self.table))
        spread = s.tally(self.table) if self.table.round.stage in s.COUNTING else None
        shown = (self.table.round.first, self.table.round.again, self.table.round.predicted, spread)
        for each in shown:
            assert each is None or sum(each.counts) + each.passed + each.missing == self.seats
        if self.table.round.stage not in s.COUNTING:
            assert self.table.round.box == s.Box()


AnyTable.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyTable = AnyTable.TestCase


@pytest.mark.parametrize(
    ("agreed", "numbers", "stage", "decided"),
    [
        ({}, (1, 1, 2), s.DECIDED, 1),
        ({}, (1, 1, 2, 2), s.UNSETTLED, 0),
        ({"ties": "facilitator"}, (1, 1, 2, 2), s.UNSETTLED, 0),
        ({"ties": "careful"}, (1, 1, 4, 4), s.DECIDED, 4),
        ({"needs": "half"}, (1, 1, 2, 3), s.UNSETTLED, 0),
        ({"needs": "half"}, (1, 1, 1, 3, 2), s.DECIDED, 1),
        ({"needs": "half"}, (1, 1, 0, 0, 2), s.DECIDED, 1),
        ({"needs": "consent"}, (1, 1, 2), s.OBJECTIONS, 1),
        ({"ties": "lot"}, (0, 0, 0), s.UNSETTLED, 0),
    ],
)
def test_a_spread_decides_by_the_rule_that_was_agreed(
    agreed: dict[str, str], numbers: tuple[int, ...], stage: str, decided: int
) -> None:
    table = apply(voted(*numbers, **agreed), e.Decide())
    assert (table.round.stage, table.round.decided) == (stage, decided)


def test_the_lot_falls_the_same_way_for_the_same_seed_and_on_each_of_those_that_are_tied() -> None:
    tied = Spread((2, 2, 0, 2))
    setup = Setup(seats=6, ties="lot")
    fell = {verdict(setup._replace(seed=n), OPTIONS, tied, "x").number for n in range(40)}
    assert fell == {1, 2, 4}
    assert verdict(setup, OPTIONS, tied, "x") == verdict(setup, OPTIONS, tied, "x")


def test_nobody_objects_or_somebody_does() -> None:
    asked = apply(voted(1, 1, 2, needs="consent"), e.Decide())
    assert apply(asked, e.Objections(0)).round.how == s.BY_CONSENT
    objected = apply(asked, e.Objections(1)).round
    assert (objected.stage, objected.decided, objected.contenders) == (s.UNSETTLED, 0, (1, 2))


def test_before_choices_are_shown_the_same_is_said_whether_or_not_all_are_of_one_mind() -> None:
    choosing = apply(table_of(3), e.StartChoosing())
    alike, apart = chosen(choosing, 2, 2, 2), chosen(choosing, 1, 2, 3)
    assert known_when_shown(alike) == known_when_shown(apart) != ""
    assert apply(alike, e.Show()).round.first == Spread((0, 3, 0, 0))
    for some in ((2, 2), (1, 2)):
        with pytest.raises(AskFirstError, match=r"2 of 3 have chosen.*If all of you chose the same"):
            apply(chosen(choosing, *some), e.Show())


def test_a_seat_whose_choice_was_sealed_by_a_restart_is_counted_and_cannot_choose_again() -> None:
    table = s.sealed(chosen(apply(table_of(3), e.StartChoosing()), 2, 1))
    with pytest.raises(NotNowError, match="restart"):
        apply(table, e.Choose(1, 3))
    shown = apply(apply(table, e.Choose(3, 1)), e.Show())
    assert shown.round.first == Spread((2, 1, 0, 0))


def test_the_timer_is_only_there_where_it_is_wanted() -> None:
    assert not apply(voted(1, 2), e.Talk()).round.clock.on
    talking = apply(voted(1, 2, talk=120), e.Talk())
    talking = apply(apply(talking, e.Tick(100)), e.PauseTimer())
    assert apply(talking, e.Tick(5)).round.clock.left == 20
    assert apply(talking, e.MoreTime(60)).round.clock.left == 80
    run_out = apply(apply(talking, e.RunTimer()), e.Tick(60)).round.clock
    assert (run_out.left, run_out.running, run_out.on) == (0, False, True)


def test_a_reason_loses_what_a_terminal_would_obey_and_stays_for_the_talk_afterwards() -> None:
    table = apply(voted(1, 2, 1), e.Reason("They\x1b]52;c;x\x07 would\u202e pay " + "x" * 500))
    (reason,) = apply(apply(table, e.Decide()), e.Opened("noon", OPTIONS, move="move0")).told[0].reasons
    assert reason.startswith("They]52;c;x would pay") and len(reason) == 280


def test_every_seat_has_a_role_and_every_card_lies_before_one_lies_twice() -> None:
    for seats in range(2, 31):
        held = deal(seats, seed=seats)
        assert len(held) == seats and deal(seats, seed=seats) == held
        counts = [held.count(role) for role in BY_ID]
        assert max(counts) - min(counts) <= 1


@pytest.mark.parametrize(
    "setup",
    [
        Setup(seats=1),
        Setup(seats=31),
        Setup(way="shouting"),
        Setup(roles=("care",)),
        Setup(code=("own",)),
        Setup(code=("no_threats", "no_threats")),
        Setup(talk=-1),
    ],
)
def test_a_table_that_cannot_be_set_up_says_why(setup: Setup) -> None:
    with pytest.raises(BadSetupError, match=r"\w"):
        checked(setup)


def test_what_cannot_be_now_says_what_is_now() -> None:
    assert can(table_of(), e.Decide()) == "This does not fit now: the scene is being read."
    assert can(table_of(), e.StartChoosing()) == ""


def test_an_answer_that_makes_choices_more_careful_throws_no_choice_away() -> None:
    table = apply(chosen(apply(table_of(3), e.StartChoosing()), 1, 2, 1), e.Show())
    decided = apply(table, e.Decide())
    now = tuple(Choice(each.id, 3 - each.care) for each in OPTIONS)
    after = apply(decided, e.Changed(now))
    assert after.round == decided.round._replace(options=now) and is_sound(after)
    fewer = apply(decided, e.Changed(now[:2]))
    assert (fewer.round.stage, fewer.round.decided) == (s.READ, 0)
