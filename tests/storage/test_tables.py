"""The table beside its play: written whole, never saying who chose what, and never in the way of the play."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.storage.log import PlayLog
from backfire_sim.storage.paths import places
from backfire_sim.storage.privacy import inventory, wipe
from backfire_sim.storage.tables import load, save, table_path
from backfire_sim.table import events as e
from backfire_sim.table.apply import apply, open_table
from backfire_sim.table.setup import Setup
from backfire_sim.table.state import Choice, Table, sealed
from tests.storage.plays_made import HEADER, kept_play


def voting() -> Table:
    opened = e.Opened("dawn", (Choice("publish"), Choice("wait", 1)))
    table = apply(open_table(Setup(seats=3, code=("no_threats",)), opened), e.StartChoosing())
    return apply(apply(table, e.Choose(1, 2)), e.Choose(3, 1))


def test_a_table_is_as_it_was_but_for_who_chose_what(tmp_path: Path) -> None:
    path = tmp_path / "abc.table"
    save(path, voting())
    table, said = load(path)
    assert said == "" and table == sealed(voting())
    assert json.loads(path.read_text())["table"]["round"]["box"]["chosen"] == []
    assert path.stat().st_mode & 0o077 == 0


def test_where_there_is_none_nothing_is_said(tmp_path: Path) -> None:
    assert load(tmp_path / "abc.table") == (None, "")


def test_a_table_is_listed_and_wiped_with_its_play() -> None:
    play = kept_play(places().plays)
    save(table_path(play), voting())
    assert table_path(play) in {each.path for each in inventory()}
    assert wipe().complete and not table_path(play).exists()


def test_the_table_of_a_play_that_is_gone_goes_too() -> None:
    play = kept_play(places().plays)
    save(table_path(play), voting())
    play.unlink()
    PlayLog.create(places().plays, HEADER).close()
    assert not table_path(play).exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"null",
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"version": 99, "table": {}}',
        b'{"version": 1, "table": null}',
    ],
)
def test_a_file_that_is_no_table_is_said_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "abc.table"
    path.write_bytes(content)
    table, said = load(path)
    assert table is None and "set up anew" in said


@given(st.data())
def test_whatever_becomes_of_the_file_what_is_loaded_can_be_played_on(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Any one value in it replaced by another: a sentence, or a table at which everything still has its rules."""
    path = tmp_path_factory.mktemp("t") / "abc.table"
    save(path, apply(voting(), e.Show(close=True)) if data.draw(st.booleans()) else voting())
    record = json.loads(path.read_text())
    at = record["table"]
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = data.draw(st.sampled_from(keys))
        inside = at[key]
        if not isinstance(inside, dict | list) or not inside or data.draw(st.integers(0, 5)) == 0:
            break
        at = inside
    at[key] = data.draw(
        st.none()
        | st.integers(-2, 40)
        | st.text(max_size=3)
        | st.sampled_from(["decided", "again", "over", "hands", "shown"])
        | st.lists(st.integers(0, 3), max_size=4)
    )
    path.write_text(json.dumps(record))
    table, said = load(path)
    if table is None:
        assert said
        return
    for event in (
        e.ReadOn(),
        e.Choose(2, 1),
        e.Pass(2),
        e.Count(1, 1),
        e.Show(close=True),
        e.Decide(),
        e.Objections(1),
        e.Rule(1),
        e.Predict(),
        e.Back(),
        e.Back(),
        e.Opened("noon", ()),
    ):
        try:
            table = apply(table, event)
        except e.NotNowError as error:
            assert str(error)
