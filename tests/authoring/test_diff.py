"""What `diff` says has changed, between two versions of a small scenario."""

from pathlib import Path

import pytest

from backfire_sim.authoring.diff import compare, told
from backfire_sim.storage.shelf import NotPlayableError
from tests.authoring.test_proofs import CLEAN

PLAYS = """\
plays:
  kept:
    prepare: [camera]
    path: [wall.show, square.bread, hall.demand]
    expect: {ending: kept}
"""


def versions(folder: Path, *changes: tuple[str, str]) -> tuple[Path, Path]:
    old, new = folder / "old.yaml", folder / "new.yaml"
    text = CLEAN
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    old.write_text(CLEAN, encoding="utf-8")
    new.write_text(text, encoding="utf-8")
    (folder / "old.plays.yaml").write_text(PLAYS, encoding="utf-8")
    return old, new


def test_other_words_are_no_other_behavior(tmp_path: Path) -> None:
    found = compare(
        *versions(tmp_path, ("The paint dries.", "The paint has dried."), ("title: The wall\n", "title: A wall\n"))
    )
    assert found.none
    assert "No difference" in "".join(told(found))


def test_a_golden_play_that_ends_otherwise_is_told_with_what_differs(tmp_path: Path) -> None:
    found = compare(*versions(tmp_path, ("        sets: [promised]\n", "")))
    assert [play.id for play in found.golden] == ["kept"]
    assert "ending was kept, and is washed." in found.golden[0].differs
    assert found.no_longer_reached == ("ending kept",)


def test_scenes_and_moves_that_are_cut_off_gone_or_new_are_told(tmp_path: Path) -> None:
    old, new = versions(tmp_path, ("        goto: hall\n", "        goto: END\n"))
    found = compare(old, new)
    assert found.no_longer_reached == ("hall", "ending kept") or set(found.scenes_gone) == set()
    assert "hall" in "".join(told(found))
    back = compare(new, old)
    assert "hall" in "".join(told(back))


def test_a_move_that_is_shut_now_is_told(tmp_path: Path) -> None:
    found = compare(
        *versions(
            tmp_path, ("        label: Thank them\n", "        label: Thank them\n        needs: evidence >= 5\n")
        )
    )
    assert found.no_longer_open == ("hall.clap",)
    assert any(shift.what.startswith("random: ") and shift.before != shift.after for shift in found.shares)


def test_a_scene_under_a_new_id_is_the_same_scene(tmp_path: Path) -> None:
    found = compare(
        *versions(
            tmp_path,
            ("  square:\n", "  market:\n    formerly: [square]\n"),
            ("goto: square", "goto: market"),
        )
    )
    assert not found.scenes_gone and not found.scenes_new and not found.moves_gone and not found.shares


def test_a_version_with_errors_is_refused_with_its_problems(tmp_path: Path) -> None:
    old, new = versions(tmp_path, ("goto: hall", "goto: hal"))
    with pytest.raises(NotPlayableError):
        compare(old, new)
