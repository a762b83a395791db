"""A facilitator's terminal as lines: what it knows, what it can do, and what it says when something changes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.events import Prepare
from backfire_sim.plain.shape import WIDTH
from backfire_sim.plain.table_steps import PRIVATE_WORDS
from backfire_sim.room.host import TableHost
from backfire_sim.storage.shelf import built_ins
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.text import is_plain, width
from backfire_sim.views.debrief import debrief_view
from tests.plain.at_table import Near, Private, Shared, host_of, joined
from tests.plain.test_player import scenario

COUNT = scenario(built_ins()["the-count-goes-on"])


def at_table(*done: e.Asked, seats: int = 3, **agreed: object) -> TableHost:
    host = host_of(COUNT, seats=seats, **agreed)
    host.do(Prepare(()))
    for each in done:
        assert host.do(each).ok
    return host


def private(host: TableHost, *typed: str | Callable[[Near], None]) -> Private:
    return Private(host, list(typed))


CHOOSING = (e.ReadOn(), e.StartChoosing())


def test_it_says_what_only_the_facilitator_knows() -> None:
    host = at_table(*CHOOSING)
    scene = COUNT.scenes[host.table.round.scene]
    for word, wanted in (
        ("notes", scene.notes),
        ("aims", COUNT.sheet.listen_for[0]),
        ("stuck", COUNT.sheet.if_stuck[0]),
        ("injects", COUNT.injects[0].text),
        ("scene", scene.text),
        ("checklist", COUNT.sheet.checklist[0]),
        ("leads 2", "It leads to: Photographs of two cars."),
        ("waiting", "Seats 1, 2 and 3 have not chosen yet."),
    ):
        assert joined([wanted]) in private(host, word).last(), word


def test_every_step_of_a_round_is_a_word_and_enter_is_the_usual_one() -> None:
    host = at_table()
    private(host, "", "", "seat 1 2", "seat 2 1", "seat 3 2", "", "", "hold", "more", "", "1")
    assert host.table.round.stage == s.AGAIN
    again = private(host, "seat 1 2", "seat 2 2", "seat 3 2")
    assert "If all of you chose the same" in again.text
    private(host, "show", "decide", "back", "reason They live next door.")
    assert (host.table.round.stage, host.table.round.reasons) == (s.SHOWN_AGAIN, ("They live next door.",))
    assert "They live next door." in private(host, "reasons").last()
    private(host, "rule 4", "play", "")
    assert (host.table.round.stage, host.table.told[-1].move) == (s.READ, "sit_down")


def test_what_somebody_should_know_first_is_asked() -> None:
    host = at_table(*CHOOSING)
    assert "0 of 3 have chosen. Close without the others?" in private(host, "show").last()
    private(host, "show", "no", "yes")
    assert host.table.round.stage == s.FIRST
    private(host, "rule 2", "play", "yes")
    assert host.table.round.stage == s.TOLD


def test_an_inject_asks_for_the_line_it_tested_and_the_debrief_says_how_it_held() -> None:
    for here in (True, False):
        host = at_table(*CHOOSING, code=("check_first", "own"), own_line="We leave together.")
        thrown = private(host, "inject 1")
        assert "ask which line of their code it tests. Type held, broken or unsure and its number." in thrown.text
        if here:
            Shared(host, ["held 2"])
        else:
            private(host, "held 2")
        assert "came in: ask" not in private(host, "code").text
        told = debrief_view(host.kept.session, host.table).table
        assert told is not None
        title = COUNT.injects[0].title
        assert told.tests == (f"Round 1: “We leave together.” It held. What tested it: {title}.",)


def test_an_inject_comes_in_by_its_number_or_its_id() -> None:
    for typed in ("inject 1", f"inject {COUNT.injects[0].id}"):
        told = private(at_table(*CHOOSING), typed, "inject 1")
        assert f"It came in: {COUNT.injects[0].title}" in told.text
        assert "has been thrown already." in told.last()
    assert "To throw it:" in private(at_table(*CHOOSING), "inject").last()


def test_pausing_blanking_skipping_and_ending_are_for_the_shared_screen() -> None:
    host = at_table(*CHOOSING)
    private(host, "pause")
    assert host.table.frozen
    private(host, "on", "blank")
    assert host.blank and not host.table.frozen
    private(host, "blank", "skip", "yes")
    assert not host.blank and host.table.told[-1].move == "wait" and host.table.round.stage == s.READ
    private(host, "end", "no")
    assert not host.kept.session.over
    private(host, "end", "yes")
    assert host.kept.session.over


def test_news_is_told_when_something_changes() -> None:
    host = at_table(*CHOOSING)

    def chooses(near: Near) -> None:
        near.host.do(e.Choose(2, 1))

    told = private(host, chooses)
    assert "Seats 1 and 3 have not chosen yet." in told.text
    assert "It came in" not in told.text

    def closes(near: Near) -> None:
        near.host.do(e.Show(close=True))

    shown = private(host, closes)
    assert "1. 1 of 3:" in shown.text
    # Enter had been pressed for something else.
    assert host.table.round.stage == s.SHOWN


def test_a_table_that_stops_is_looked_for_and_its_return_is_said() -> None:
    host = at_table(*CHOOSING)

    def stops(near: Near) -> None:
        near.there = near.connected = False

    def comes_back(near: Near) -> None:
        near.there = True

    told = private(host, stops, "talk", comes_back, "seat 1 1")
    assert "The table does not answer any more." in told.text
    assert "look whether that happened once it is back" in told.text
    assert "The table is there again." in told.text
    assert "Seats 2 and 3 have not chosen yet." in told.text


def test_a_line_of_the_code_is_noted() -> None:
    host = at_table(*CHOOSING, code=("no_threats", "ask_first"))
    assert "Type held, broken or unsure" in private(host, "code").last()
    private(host, "held 1", "unsure 2", "broken 3")
    assert [(test.line, test.how) for test in host.table.tests] == [("no_threats", "held"), ("ask_first", "unsure")]


@pytest.mark.parametrize(
    "typed", ["rule", "rule x", "seat 1", "hands", "reason", "inject", "ask ana", "leads 99", "what"]
)
def test_what_is_missing_is_said(typed: str) -> None:
    host = at_table(*CHOOSING)
    before = host.table
    told = private(host, typed)
    assert host.table == before and len(told.last()) > 20


@given(st.lists(st.sampled_from([*PRIVATE_WORDS, "", "seat 1 1", "rule 2", "yes", "inject 1", "\x1b[2J"]), max_size=30))
def test_whatever_is_typed_it_stays_with_the_table(typed: list[str]) -> None:
    told = private(at_table(), *typed)
    assert "backfire facilitate comes back." in told.text
    assert all(is_plain(line) and width(line) <= WIDTH for after in told.heard for line in after)
