"""Scenarios by name, title and path; the cache in between; plays begun and taken up."""

import os
from pathlib import Path

import pytest

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.storage import cache, shelf
from backfire_sim.storage.keeper import begin, take_up
from backfire_sim.storage.replay import Same
from backfire_sim.storage.shelf import NotFoundError, NotPlayableError, find, open_named, open_path, open_source
from tests.program import RAID


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of two raids and a file with a fault, with golden plays that are no scenario."""
    folder = tmp_path / "library"
    folder.mkdir()
    text = Path(RAID).read_text()
    for name, title in (("raid-one", "First light"), ("raid-two", "Second light")):
        changed = text.replace("id: food-bank-raid", f"id: {name}").replace("Dawn at the food bank", title)
        (folder / f"{name}.yaml").write_text(changed)
        (folder / f"{name}.plays.yaml").write_text("plays: {}\n")
    (folder / "broken.yaml").write_text(text.replace("goto: smear", "goto: smaer", 1))
    monkeypatch.setattr(shelf, "LIBRARY", folder)
    return folder


@pytest.mark.parametrize("name", ["raid-two", "RAID_TWO", "raid-t", "Second Light", " raid two "])
def test_a_name_is_forgiven_its_case_its_end_and_its_spaces(name: str, library: Path) -> None:
    assert find(name) == library / "raid-two.yaml"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("raid", "could be raid-one or raid-two"),
        ("riad-one", "Did you mean raid-one?"),
        ("two", "Did you mean raid-two?"),
        ("Frist light", "Did you mean raid-one?"),
        ("opera", "backfire list says"),
        ("", "backfire list says"),
        ("there/is/none.yaml", "There is no file"),
    ],
)
def test_a_name_that_is_none_says_what_may_have_been_meant(name: str, said: str, library: Path) -> None:
    with pytest.raises(NotFoundError, match=said):
        find(name)


def test_golden_plays_and_faulty_files_are_not_on_the_list(library: Path) -> None:
    assert [card.id for card in shelf.cards()] == ["raid-one", "raid-two"]
    with pytest.raises(NotPlayableError) as error:
        open_named("broken")
    assert any("smaer" in problem.message for problem in error.value.problems)


def test_a_scenario_from_the_cache_plays_like_the_one_from_the_file(library: Path) -> None:
    fresh, kept = open_named("raid-one"), open_named("raid-one")
    assert fresh is not kept
    assert fresh[1:] == kept[1:]
    assert dict(fresh.scenario.scenes) == dict(kept.scenario.scenes)
    assert shelf.card_of(fresh.scenario) == shelf.card(fresh.path)


def test_a_changed_file_is_never_taken_from_the_cache(library: Path) -> None:
    before = open_named("raid-one")
    before.path.write_text(before.path.read_text().replace("First light", "Last light"))
    after = open_named("raid-one")
    assert (before.scenario.title, after.scenario.title) == ("First light", "Last light")
    assert shelf.card(after.path).title == "Last light"
    assert before.digest != after.digest


def test_without_a_cache_everything_opens(library: Path, home: Path) -> None:
    home.mkdir()
    (home / "cache").write_text("a file where the folder should be")
    assert not cache.put("a", b"b")
    assert open_named("raid-one").scenario.title == "First light"
    assert len(shelf.cards()) == 2


def test_a_source_is_an_id_for_what_is_built_in_and_a_path_for_a_file(library: Path) -> None:
    assert open_named("raid-one").source == "raid-one"
    assert open_source("raid-one").path == library / "raid-one.yaml"
    own = open_path(Path(RAID))
    assert own.source == str(Path(RAID).absolute())
    assert open_source(own.source).scenario.id == "food-bank-raid"


def test_a_folder_is_not_a_scenario(library: Path) -> None:
    with pytest.raises(NotFoundError, match="is a folder"):
        open_path(library)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(NotFoundError, match="not an ordinary file"):
        open_path(tmp_path / "pipe.yaml")


def test_a_play_that_was_begun_is_taken_up_where_it_stood(library: Path) -> None:
    opened = open_named("raid-one")
    with begin(opened, seed=5) as kept:
        kept.play(Prepare(("cameras",)))
        kept.play(Play("raid", "publish"))
        stood, path = kept.session.position, kept.log.path
    assert path is not None
    taken = take_up(path)
    assert isinstance(taken.verdict, Same) and not taken.verdict.changed_file
    with taken.go_on() as kept:
        assert kept.session.position == stood
        assert (kept.log.path, kept.session.position.seed) == (path, 5)


def test_without_a_seed_one_is_drawn(library: Path) -> None:
    opened = open_named("raid-one")
    drawn = {begin(opened, ephemeral=True).session.position.seed for _ in range(8)}
    assert len(drawn) > 1


def test_a_play_whose_scenario_is_gone_is_let_go_of(library: Path) -> None:
    with begin(open_named("raid-one")) as kept:
        path = kept.log.path
    assert path is not None
    file = library / "raid-one.yaml"
    text = file.read_text()
    file.unlink()
    with pytest.raises(shelf.StorageError):
        take_up(path)
    file.write_text(text)
    take_up(path).close()
