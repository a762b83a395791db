"""A table and its facilitator as people start them: two terminals, killed and started again, and what they leave."""

import os
import time
from pathlib import Path

import pytest

from backfire_sim.storage.shelf import built_ins
from backfire_sim.text import is_plain
from tests.program import backfire

if os.name == "nt":
    pytest.skip("there are no such terminals", allow_module_level=True)

from tests.plain.terminal import Terminal

TABLE = ("table", "the-count-goes-on", "--plain", "--seats", "3", "--seed", "1")
TO_THE_VOTE = (
    ("1", "Press Enter to play like this"),
    ("", "Which ones"),
    ("none", "Press Enter to read on"),
    ("", "Press Enter once"),
    ("", "Seat 1 of 3"),
)


def _to_the_vote(table: Terminal) -> None:
    table.until("5. Not today")
    for typed, wanted in TO_THE_VOTE:
        table.type(typed)
        table.until(wanted)


def test_both_are_killed_in_the_middle_of_a_vote_and_come_back_to_the_same(tmp_path: Path) -> None:
    with Terminal(tmp_path, *TABLE) as table:
        _to_the_vote(table)
        with Terminal(tmp_path, "facilitate", "--plain") as first:
            first.until("Seats 1, 2 and 3 have not chosen yet")
            table.type("2")
            table.until("Seat 2 of 3")
            first.until("Seats 2 and 3 have not chosen yet")
        began = time.monotonic()
        with Terminal(tmp_path, "facilitate", "--plain") as again:
            again.until("Seats 2 and 3 have not chosen yet")
            assert time.monotonic() - began < 6, "two seconds, and twice as much again for two cores that others use"
            table.type("3")
            table.until("Seat 3 of 3")
            table.type("again")
            screen = table.until(r"Round 1\..* Seat 3 of 3: .* Nobody sees it\.").strip("> ")
            table.kill()
            again.until("The table does not answer any more.")
            began = time.monotonic()
            with Terminal(tmp_path, "resume", "--plain") as resumed:
                assert screen in resumed.until("Nobody sees it")
                assert time.monotonic() - began < 6, (
                    "two seconds, and twice as much again for two cores that others use"
                )
                again.until("The table is there again.")
                resumed.type("seat 1")
                resumed.until("Seat 1 of 3")
                resumed.type("1")
                resumed.until("Who chose what was never written down")
                resumed.type("seat 3")
                resumed.until("Seat 3 of 3")
                resumed.type("2")
                resumed.until("All have chosen")
                # Enter for what came up in this very moment would not be taken.
                again.until("Everyone has chosen.")
                again.type("")
                again.until("2. 2 of 3: .*3. 1 of 3: ")
                resumed.until("2. 2 of 3: .*3. 1 of 3: ")


def test_what_a_seat_types_is_not_seen_and_what_reaches_the_terminal_holds_no_control_character(tmp_path: Path) -> None:
    with Terminal(tmp_path, *TABLE, echo=True) as table:
        _to_the_vote(table)
        for seat, typed in enumerate(("6", "6", "4"), start=1):
            table.type(typed)
            told = table.until("All have chosen|Seat [23] of 3")
            assert told.lstrip("> ").startswith(f"Seat {seat} has chosen.")
        table.type("")
        assert "6. 2 of 3:" in table.until("Press Enter to talk")
    hostile = "reason \x9b31m\x1b]0;owned\x07\x1b[2J\u202eabc\x00\x1b[6n\x7f!"
    with Terminal(tmp_path, "resume", "--plain") as resumed:
        resumed.until("Press Enter to talk")
        resumed.type(hostile)
        resumed.until("Kept for the talk afterward.")
        resumed.type(hostile.removeprefix("reason "))
        resumed.until("is not a word I know here")
        resumed.type("setup")
        resumed.until("Press Enter to play like this")
        resumed.type("8")
        resumed.until("A line of your own")
        resumed.type("\x1b[2J\x9bWe eat first.")
        resumed.until("Your code: .*We eat first.")
        with Terminal(tmp_path, "facilitate", "--plain") as private:
            private.until("1 reason is kept.")
            private.type("reasons")
            private.until("abc")
            seen = private.raw
    for raw in (resumed.raw, seen):
        lines = raw.decode().replace("\r\n", "\n").split("\n")
        assert all(is_plain(line) for line in lines)
    [file] = (tmp_path / "plays").glob("*.table")
    assert b"\\u001b" not in file.read_bytes() and b"\x1b" not in file.read_bytes()


def test_a_timer_runs_while_nobody_types(tmp_path: Path) -> None:
    with Terminal(tmp_path, *TABLE, "--ephemeral") as table:
        _to_the_vote(table)
        for typed, wanted in (("1", "Seat 2"), ("2", "Seat 3"), ("2", "All have"), ("", "to talk"), ("", "to choose")):
            table.type(typed)
            table.until(wanted)
        with Terminal(tmp_path, "facilitate", "--plain") as private:
            private.until("This play is kept nowhere.")
            private.type("clock")
            private.until("The timer|Press Enter: Choose again")
            table.type("clock")
            table.until(r"1:5\d left|2:00 left")
            first = table.text
            time.sleep(1.2)
            table.type("clock")
            assert table.until(r"1:5\d left") != first
    assert not list(tmp_path.glob("plays/*"))


def test_a_table_is_typed_through_a_pipe_to_its_debrief_and_can_be_looked_up_again(tmp_path: Path) -> None:
    round_ = [*["1"] * 4, *["2"] * 3, "pass", "", "decide", "reason Nobody asked her.", "play", "yes", "", ""]
    typed = ["1", "", "none", "", "", *[line for _round in range(8) for line in round_]]
    done = backfire(tmp_path, "table", "the-count", "--plain", "--seed", "1", typed="\n".join(typed) + "\n")
    assert done.stderr == "" and done.returncode == 0
    assert "4 of 8:" in done.stdout
    assert "The end:" in done.stdout
    again = backfire(tmp_path, "resume", _play(tmp_path), "--plain", typed="debrief\nall\nquit\n")
    assert "Nobody asked her." in " ".join(again.stdout.split())


def _play(home: Path) -> str:
    [play] = (home / "plays").glob("*.play")
    return play.stem


def test_a_table_whose_file_is_damaged_is_set_up_anew(tmp_path: Path) -> None:
    backfire(tmp_path, *TABLE, typed="1\n\nnone\n\n\n1\n")
    (tmp_path / "plays" / f"{_play(tmp_path)}.table").write_bytes(b"{nothing")
    done = backfire(tmp_path, "resume", "--plain", typed="1\n5\n\n\n")
    told = " ".join(done.stdout.split())
    assert "is damaged. The table is set up anew" in told
    assert "1. Seats: 5." in told and "A table of 5." in told and "Round 1." in told


def test_what_cannot_be_meant_is_said(tmp_path: Path) -> None:
    for words in (("--seats", "1"), ("--timer", "99"), ("--ties", "dice")):
        done = backfire(tmp_path, "table", "the-count", "--plain", *words)
        assert done.returncode == 2 and done.stderr.startswith("backfire: ")
    assert "Nothing was begun." in backfire(tmp_path, "table", "the-count", "--plain", typed="1\n").stdout
    assert not list(tmp_path.glob("plays/*"))
    alone = backfire(tmp_path, "facilitate", "--plain")
    assert alone.returncode == 1 and "No table is playing on this computer now." in alone.stderr


def test_a_scenario_is_chosen_from_the_list_where_none_is_named(tmp_path: Path) -> None:
    assert len(built_ins()) > 1
    done = backfire(tmp_path, "table", "--plain", "--hands", "--roles", "--seats", "4", typed="1\n1\n\nnone\n")
    assert "Hands are raised" in done.stdout and "- Seat 4: " in done.stdout
