"""What an author sees while writing: the last good version, the faults of this one, and the play between them."""

from pathlib import Path
from typing import ClassVar

import pytest

from backfire_sim.authoring.arrivals import arrivals, how_reached
from backfire_sim.authoring.preview import BROKEN, ELSEWHERE, HERE, OPENED, Preview, look
from backfire_sim.authoring.walk import Way
from backfire_sim.engine.events import Play, Prepare
from tests.program import RAID


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "raid.yaml"
    copy.write_bytes(Path(RAID).read_bytes())
    return copy


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_file_that_breaks_and_is_mended_leaves_the_play_where_it_stands(file: Path) -> None:
    preview = Preview(file)
    assert preview.see(look(file)) == OPENED
    assert preview.kept is not None
    for event in (Prepare(("cameras",)), Play("raid", "publish")):
        preview.kept.play(event)
    good, position = preview.good, preview.kept.session.position
    edit(file, "goto: smear", "goto: smaer")
    assert preview.see(look(file)) == BROKEN
    assert preview.fault is not None
    assert "smaer" in preview.fault.message
    assert preview.good is good
    assert preview.kept.session.position == position
    edit(file, "goto: smaer", "goto: smear")
    assert preview.see(look(file)) == HERE
    assert (preview.fault, preview.news, preview.kept.session.position) == (None, (), position)
    edit(file, "      publish:\n", "      release:\n")
    assert preview.see(look(file)) == HERE
    assert "raid.publish, can no longer be played" in preview.news[0]
    preview.begin_again()
    assert preview.see(look(file)) == HERE
    assert preview.kept.session.position.phase == "preparing"


def test_a_play_that_falls_back_before_the_preparation_stands_elsewhere(file: Path) -> None:
    preview = Preview(file)
    preview.see(look(file))
    assert preview.kept is not None
    preview.kept.play(Prepare(("cameras",)))
    edit(file, "    cameras:  {r", "    films:  {r")
    edit(file, "prepared(cameras)", "prepared(films)")
    assert preview.see(look(file)) == ELSEWHERE
    assert preview.news[0].startswith("Step 1, prepare cameras, can no longer be played")


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"a: [", b"format: 1\nscenes: {}\n", b"%PDF"])
def test_whatever_stands_in_it_nothing_opens_until_it_is_good(file: Path, data: bytes) -> None:
    whole = file.read_bytes()
    file.write_bytes(data)
    preview = Preview(file)
    assert preview.see(look(file)) == BROKEN
    assert (preview.kept, preview.tried) == (None, None)
    assert preview.fault is not None
    file.unlink()
    assert preview.see(look(file)) == BROKEN
    assert preview.fault.code == "BF001"
    file.write_bytes(whole)
    assert preview.see(look(file)) == OPENED


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"a: [", b"scenes: [raid]\n", b"scenes: {raid: 1}\n", b"- raid\n"])
def test_the_scene_that_is_open_has_a_line_in_whatever_the_file_holds_now(file: Path, data: bytes) -> None:
    preview = Preview(file)
    preview.see(look(file))
    assert preview.line == 1
    assert preview.kept is not None
    preview.kept.play(Prepare(("cameras",)))
    assert file.read_text(encoding="utf-8").split("\n")[preview.line - 1] == "  raid:"
    file.write_bytes(data)
    preview.see(look(file))
    assert preview.line == 1


def test_a_tried_state_is_told_until_it_is_left(file: Path) -> None:
    preview = Preview(file)
    preview.see(look(file))
    assert preview.kept is not None
    preview.kept.play(Prepare(("cameras",)))
    played = preview.kept.session
    preview.try_out({"care": 1, "council.dignity": 9})
    preview.try_out({"care": 2})
    assert preview.tried is not None
    assert preview.tried.position.values[preview.tried.rules.places["council.dignity"]] == 9
    preview.back_to_played()
    assert preview.kept.session is played
    assert preview.tried is None


class Found:
    """A stand-in for what exploring finds."""

    scenes: ClassVar = {"raid": 20, "smear": 1}
    states = 1234

    def __init__(self, *, complete: bool) -> None:
        self.complete = complete

    def ways_to(self, scene: str, most: int = 5) -> list[Way]:
        return [Way(("raid.wait",), ("code",)), Way(("raid.publish",), ("cameras",))][:most] if scene == "smear" else []


def test_ways_are_walked_and_what_is_not_reached_says_how_sure_that_is(file: Path) -> None:
    scenario = look(file).scenario
    assert scenario is not None
    arrived = arrivals(scenario, Found(complete=True), "smear")
    assert [each.session.position.scene for each in arrived] == ["smear", "smear"]
    whole, cut = Found(complete=True), Found(complete=False)
    assert [how_reached(whole, "raid"), how_reached(cut, "smear")] == ["open in 20 states", "open in 1 state so far"]
    assert [how_reached(whole, "x"), how_reached(cut, "x")] == ["nobody reaches it", "not reached within 1,234 states"]
