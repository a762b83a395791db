"""The group's own plan: by role, cleaned, kept only where asked, and apart from every play."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.plans import keep, kept, load, plan_path, remove
from backfire_sim.storage.privacy import inventory, wipe
from backfire_sim.text import is_plain
from backfire_sim.training.own_plan import (
    MOST_LINES,
    SLOTS,
    Line,
    OwnPlan,
    changed_line,
    clean,
    doubt,
    slots,
    with_line,
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@given(st.lists(st.tuples(st.sampled_from([slot.id for slot in SLOTS]), st.text(), st.text()), max_size=8))
def test_any_text_is_a_safe_line_or_none(lines: list[tuple[str, str, str]]) -> None:
    plan = OwnPlan()
    for slot, what, who in lines:
        plan = with_line(plan, slot, what, who)
    for _slot, kept_lines in plan.lines:
        for line in kept_lines:
            assert line.what
            assert all(is_plain(text) and "\n" not in text for text in line)
            doubt(line)
    assert plan.size <= len(lines)


def test_lines_stand_under_their_headings_in_order_and_can_be_changed() -> None:
    plan = with_line(with_line(OwnPlan(), "care", "One", "a pair"), "documentation", "Two")
    assert [slot for slot, _lines in plan.lines] == ["documentation", "care"]
    assert changed_line(plan, "care", 0, "Other").under("care") == (Line("Other"),)
    assert changed_line(plan, "care", 0, " ").under("care") == ()
    with pytest.raises(ValueError, match="no such line"):
        changed_line(plan, "care", 1, "x")
    with pytest.raises(ValueError, match="no such heading"):
        with_line(plan, "elsewhere", "x")
    full = plan
    for number in range(MOST_LINES - 1):
        full = with_line(full, "care", f"Line {number}")
    with pytest.raises(ValueError, match="room"):
        with_line(full, "care", "one more")
    assert [len(slots(part)) for part in ("week", "hours")] == [6, 3]


@pytest.mark.parametrize("what", ["Call 0171 555 0199", "write to ana@example.org", "ask Ana Lopez about the keys"])
def test_what_looks_like_a_person_is_asked_about(what: str) -> None:
    assert doubt(clean(what))


@pytest.mark.parametrize("what", ["Call those hurt first", "The one with the keys opens at 9", "Two lists, 30 names"])
def test_what_names_a_role_is_not(what: str) -> None:
    assert not doubt(clean(what))


def test_a_plan_is_kept_where_asked_listed_by_privacy_and_wiped(home: Path) -> None:
    plan = with_line(OwnPlan(), "care", "Somebody else reads the messages", "a pair")
    id_ = keep(plan)
    assert load(id_) == plan
    assert [each.paper for each in kept()] == [plan]
    again = with_line(plan, "legal", "Ask what may be filmed")
    assert keep(again, id_) == id_
    assert load(id_) == again
    assert plan_path(id_).stat().st_mode & 0o077 == 0
    assert any(each.path == plan_path(id_) for each in inventory())
    assert wipe().complete
    assert not list(kept())


def test_a_damaged_plan_is_a_sentence_and_is_left_as_it_is(home: Path) -> None:
    id_ = keep(with_line(OwnPlan(), "care", "One"))
    path = plan_path(id_)
    for content in (
        b"{",
        b'{"format": 1, "plan": {"care": [{"what": 1, "who": ""}]}}',
        b"\xff\xfe",
        b"[]",
        b'{"format": 1}',
    ):
        path.write_bytes(content)
        with pytest.raises(StorageError, match="not as this program writes it"):
            load(id_)
        assert path.read_bytes() == content
    path.write_bytes(b'{"format": 9, "plan": {}}')
    with pytest.raises(StorageError, match="newer"):
        load(id_)
    with pytest.raises(StorageError, match="Nothing is kept"):
        load("../../etc")
    remove(id_)
    assert not path.exists()
