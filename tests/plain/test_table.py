"""A table as lines: what everybody hears, what nobody does, and that a whole scenario can be typed."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.events import Throw
from backfire_sim.engine.scenario import Scenario
from backfire_sim.plain.shape import WIDTH
from backfire_sim.plain.table_steps import SHARED_WORDS
from backfire_sim.room.commands import Blank
from backfire_sim.room.host import TableHost
from backfire_sim.storage.shelf import built_ins
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.text import is_plain, width
from tests.plain.at_table import Shared, host_of, joined
from tests.plain.test_player import RAID_SCENARIO, scenario

BEGUN = ["cameras code", "", ""]
"""Prepared, read on, and everyone chooses."""


def raid(*typed: object, seats: int = 3, **agreed: object) -> Shared:
    return Shared(host_of(RAID_SCENARIO, seats=seats, **agreed), list(typed))  # type: ignore[arg-type]


class Walk:
    """Types a whole scenario, and every word beside the steps."""

    def __init__(self, of: Scenario, *, chosen: int, seats: int = 8, **agreed: object) -> None:
        self.host = host_of(of, seats=seats, **agreed)
        self.chosen = chosen
        self.words = iter(word for word in SHARED_WORDS if word not in ("quit", "skip", "back", "blank", "pause"))
        self.steps: Iterator[str] = self.typed()
        self.heard: list[str] = []

    def typed(self) -> Iterator[str]:
        while self.host.table.round.stage != s.OVER:
            table = self.host.table
            if table.round.stage in s.COUNTING and not s.complete(table):
                many = s.numbers(table)
                yield str(self.chosen % many + 1 if s.waiting(table)[0] % 3 else many)
            elif not table.round.scene and table.round.stage in (s.READ, s.PREDICTED):
                yield "1"
            elif table.round.stage == s.UNSETTLED:
                yield "rule 1"
            elif table.round.stage == s.OBJECTIONS:
                yield "0"
            else:
                yield next(self.words, "")
                yield ""
                if self.host.table == table:
                    yield "yes"

    def run(self) -> "Walk":
        from backfire_sim.plain.table import TablePlayer

        TablePlayer(self.host, lambda: next(self.steps, None), self.write).run()
        return self

    def write(self, lines: object) -> None:
        assert isinstance(lines, list)
        self.heard += lines


@pytest.mark.parametrize("name", sorted(built_ins()))
def test_eight_seats_type_a_whole_scenario_and_hear_nothing_that_is_the_facilitators(name: str) -> None:
    of = scenario(built_ins()[name])
    walk = Walk(of, chosen=1, code=("no_threats",), predict=True).run()
    assert walk.host.table.round.stage == s.OVER and len(walk.host.table.told) > 3
    assert next(walk.words, None) is None
    heard = joined(walk.heard)
    sheet = of.sheet
    secret = [scene.notes for scene in of.scenes.values()] + [*sheet.aims, *sheet.listen_for, *sheet.if_stuck]
    secret += [inject.text for inject in of.injects]
    secret = [joined([text]) for text in secret if text]
    assert len(secret) > 10
    assert not [text for text in secret if text in heard]
    assert not {inject.title for inject in of.injects} & set(walk.heard)
    assert not [inject.id for inject in of.injects if f"inject {inject.id}" in heard]
    assert all(is_plain(line) and width(line) <= WIDTH for line in walk.heard)


def test_what_is_heard_before_choices_are_shown_does_not_depend_on_them() -> None:
    chosen = (["1", "1", "2"], ["3", "4", "1"], ["pass", "2", "3"])
    assert len({raid(*BEGUN, *each).text for each in chosen}) == 1


def test_the_spread_is_words_and_comes_once_all_have_chosen() -> None:
    table = raid(*BEGUN, "2", "2", "1", "")
    assert "Seat 2 of 3: your number, 1 to " in table.text
    assert joined(table.heard[6]).endswith("Type seat and a number to let that seat choose anew.")
    assert "of 3:" not in joined(table.heard[6])
    assert "1. 1 of 3:" in table.last() and "2. 2 of 3:" in table.last() and "3. 0 of 3:" in table.last()


def test_a_seat_chooses_anew_passes_and_what_it_mistyped_is_not_said_again() -> None:
    table = raid(*BEGUN, "77 trombones", "99", "1", "pass", "2", "seat 1", "2", "")
    assert "trombones" not in table.text and "99" not in table.text
    assert "A number from 1 to " in table.text
    assert table.host.table.round.first is not None
    assert (table.host.table.round.first.counts[:2], table.host.table.round.first.passed) == ((0, 2), 1)
    assert "1 passed." in table.last()


def test_what_showing_would_tell_is_said_before_it_also_where_it_would_not() -> None:
    for chosen in ("111", "123"):
        table = raid(*BEGUN, *chosen)
        assert "If all of you chose the same, everyone will know what each chose." in table.last()
        assert table.host.table.round.stage == s.FIRST
    assert raid(*BEGUN, "1", "1", "1", "").host.table.round.stage == s.SHOWN


def test_a_choice_is_closed_without_those_who_have_not_chosen_only_after_a_yes() -> None:
    table = raid(*BEGUN, "1", "show", "yes")
    assert table.host.table.round.stage == s.SHOWN
    assert "2 had not chosen." in table.last()


def test_hands_are_typed_in_one_line_and_can_be_counted_again() -> None:
    many = len(host_after(BEGUN).table.round.options)
    first = " ".join(["2", "1", *["0"] * (many - 2)])
    again = " ".join(["0", "0", *["0"] * (many - 3), "3"])
    table = raid(*BEGUN, first, "1 2", "9 9", again, "", way="hands")
    assert "One number for each choice" in table.text
    assert table.host.table.round.first is not None
    assert table.host.table.round.first.counts[-1] == 3


def host_after(typed: list[str], **agreed: object) -> TableHost:
    return raid(*typed, **agreed).host


def test_a_tie_is_told_with_its_rule_and_the_facilitator_may_decide() -> None:
    table = raid(*BEGUN, "1", "2", "pass", "", "decide", ties="facilitator")
    assert "It stands between:" in table.last() and "The facilitator decides between them." in table.last()
    assert raid(*BEGUN, "1", "2", "pass", "", "decide", "rule 2").host.table.round.decided == 2


def test_objections_talk_choose_again_and_decide() -> None:
    way = [*BEGUN, "1", "1", "2", "", "decide"]
    assert "Does anybody object?" in raid(*way, needs="consent").last()
    again = raid(*way, "1", "", "", "1", "1", "1", "", "yes", "", "0", needs="consent")
    assert "1 of 3" not in again.last() and "Decided, and nobody objects" in again.last()
    assert "3 of 3, before 2:" in again.text


def test_a_reason_is_asked_for_kept_and_never_said_again() -> None:
    way = [*BEGUN, "1", "1", "2", "", "decide"]
    assert "Whoever wanted something else may say why" in raid(*way).last()
    table = raid(*way, "reason", "reason It frightens my mother.")
    assert table.host.table.round.reasons == ("It frightens my mother.",)
    assert "Kept for the talk afterward." in table.last() and "mother" not in table.text


def test_a_prediction_is_shown_beside_what_came() -> None:
    way = [*BEGUN, "1", "1", "2", "", "decide", "", "1", "2", "2", "", "", ""]
    table = raid(*way, predict=True)
    assert "Which of their five methods comes next?" in table.text
    assert "What you said would come next:" in table.last()
    assert "said so" in table.last()


def test_what_uses_somebodys_own_is_asked_for_or_played_knowing() -> None:
    of = scenario(built_ins()["the-count-goes-on"])
    way = ["none", "", "", "2", "2", "1", "", "decide"]

    def count(*typed: str) -> Shared:
        return Shared(host_of(of, seats=3), [*way, *typed])

    asked = count("")
    assert "Not everyone concerned has said yes: Marlene Voigt: voicemails" in asked.last()
    assert asked.host.table.round.stage == s.DECIDED
    assert count("", "yes").host.table.round.stage == s.TOLD
    assert count("", "no", "yes").host.table.round.stage == s.DECIDED
    assert "The answer is" in count("ask 2").last()


def test_back_goes_one_step_and_takes_a_decision_back_at_the_beginning_of_a_round() -> None:
    assert raid(*BEGUN, "1", "back").host.table.round.box.empty
    assert raid(*BEGUN, "back").host.table.round.stage == s.READ
    taken = raid(*BEGUN, "1", "1", "2", "", "decide", "", "back")
    assert "Taken back:" in taken.last() and "Round 1." in taken.last()


def test_pausing_lets_everything_stand_still_until_enter() -> None:
    paused = raid(*BEGUN, "pause")
    assert paused.host.table.frozen and "Everything stands still." in paused.last()
    assert not raid(*BEGUN, "pause", "").host.table.frozen


def test_a_blank_screen_says_nothing_until_it_is_asked_to() -> None:
    table = raid(*BEGUN, "blank", "1", "what", "")
    assert not [after for after in table.heard[-4:-1] if joined(after)]
    assert "Round 1." in raid(*BEGUN, "blank", "again").last()


def test_skipping_goes_to_the_next_scene_and_tells_nothing_of_this_one() -> None:
    for typed in ([], ["1"], ["1", "1", "2", ""]):
        table = raid(*BEGUN, *typed, "skip", "yes")
        assert "Round 2." in table.last() and "You chose" not in table.last()
        assert raid(*BEGUN, *typed, "skip", "no").host.table.round.scene == host_after(BEGUN).table.round.scene


def test_the_levels_of_a_play_hold_at_a_table() -> None:
    whole, veiled = raid("cameras code", "", "again").last(), raid("cameras code", "veil", "").last()
    assert len(veiled) < len(whole) and "Round 1." in veiled


def test_what_a_facilitator_does_elsewhere_is_told_at_once() -> None:
    def happens(event: object) -> object:
        return lambda host: host.do(event)

    inject = next(iter(RAID_SCENARIO.rules.injects))
    table = raid(
        "none", happens(e.ReadOn()), "", happens(Throw(inject)), "", happens(Blank()), "x", happens(Blank(False)), "x"
    )
    assert "Something comes in: " in table.text
    assert table.text.count("Round 1.") == 2
    frozen = raid(*BEGUN, happens(e.Freeze()), "rules")
    assert "Paused, for as long as you like." in frozen.text


def test_enter_does_not_do_what_came_up_while_it_was_pressed() -> None:
    host = host_of(RAID_SCENARIO, seats=3)

    class Late(Shared):
        def read(self) -> str | None:
            line = super().read()
            if line == "late":
                host.do(e.ReadOn())
                return ""
            return line

    late = Late(host, ["none", "late"])
    assert host.table.round.stage == s.READ and "Round 1." in late.last()


def test_a_timer_is_said_when_asked_for_and_once_when_it_is_over() -> None:
    way = [*BEGUN, "1", "1", "2", "", ""]

    def passes(host: TableHost) -> None:
        for _second in range(130):
            host.tick(1.0)

    table = raid(*way, "clock", passes, "x", "clock", talk=120)
    assert "2:00 left." in table.text
    assert table.text.count("The time is up. more gives a minute more.") == 2
    assert "left." not in raid(*way, "x").last()
    assert "2:00 left." in raid(*way, "clock").last()
    held = raid(*way, "clock", "hold", "more", "clock").last()
    assert "3:00 left; the timer stands still." in held


def test_a_code_is_read_out_and_how_a_line_held_is_noted() -> None:
    table = raid(*BEGUN, "held 2", "broken 9", "code", code=("no_threats", "own"), own_line="We eat first.")
    assert "2. We eat first." in table.last()
    assert [(test.line, test.how) for test in table.host.table.tests] == [("own", "held")]


def test_set_up_is_one_question_whose_numbers_change_it() -> None:
    table = raid(
        "setup", "1", "5", "2", "2", "3", "2", "4", "4", "5", "3", "6", "7", "8", "1 3", "8", "We eat first.", ""
    )
    setup = table.host.table.setup
    assert (setup.seats, setup.way, setup.needs, setup.ties, setup.talk) == (5, "hands", "half", "careful", 180)
    assert setup.predict and len({*setup.roles}) == 5
    assert (setup.code, setup.own_line) == (("no_threats", "check_first", "own"), "We eat first.")
    assert raid("setup").host.table.setup == raid().host.table.setup


def test_at_the_end_the_table_looks_back_and_may_take_its_last_decision_back() -> None:
    walk = Walk(RAID_SCENARIO, chosen=0, seats=2).run()
    done = Shared(walk.host, ["", "debrief"])
    assert done.looked_back == ["whole", "whole"]
    assert "Taken back:" in Shared(walk.host, ["back", "back"]).last()
    assert Shared(host_of(RAID_SCENARIO, seats=2), ["debrief"]).looked_back == []
    stopped = raid(*BEGUN, "end", "again")
    assert "Nothing records that you stopped." in stopped.text and "debrief looks back" in stopped.text
    assert stopped.host.table.round.stage == s.FIRST


@given(st.text(max_size=400), st.text(max_size=60))
def test_any_text_as_a_reason_or_a_line_of_the_code_is_no_accident(reason: str, line: str) -> None:
    way = [*BEGUN, "1", "1", "2", "", "decide"]
    table = raid(*way, f"reason {reason}", line, "setup", "8", line, "", "code", f"seat {line}", f"rule {line}")
    assert all(is_plain(each) for each in table.lines)
    assert all(is_plain(each) for each in table.host.table.round.reasons)


@given(
    st.lists(st.sampled_from([*SHARED_WORDS, "", "1", "2", "3", "0", "yes", "rule 1", "seat 2", "zzz"]), max_size=40)
)
def test_whatever_words_are_typed_the_table_goes_on(typed: list[str]) -> None:
    table = raid("none", *typed)
    assert table.text.endswith(("as you asked.", "backfire resume goes on at this table."))
