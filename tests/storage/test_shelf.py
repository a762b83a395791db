"""Scenarios by name, title and path; the cache in between; plays begun and taken up."""

import os
from pathlib import Path

import pytest

from backfire_sim.engine.events import Ask, Play, Prepare
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


SPANISH = """\
translates: raid-one
language: es
texts:
  title: {to: Primera luz}
  scenes.smear.title: {to: Ladrones conocidos}
"""


@pytest.fixture
def spanish(library: Path) -> Path:
    """A translation of a part of the first raid."""
    file = library / "raid-one.es.yaml"
    file.write_text(SPANISH)
    return file


@pytest.mark.parametrize("language", ["es", "es-MX", "ES_mx.UTF-8"])
def test_a_scenario_opens_in_a_language_that_it_has(language: str, spanish: Path) -> None:
    for _ in ("from the files", "from the cache"):
        opened = open_named("raid-one", language)
        assert opened.scenario.title == "Primera luz"
        assert opened.scenario.scenes["smear"].title == "Ladrones conocidos"
        assert opened.scenario.scenes["raid"].title == "Masked men at the door"
        assert opened.scenario.about.untranslated > 50
    assert shelf.card(opened.path, language).title == "Primera luz"
    assert [card.title for card in shelf.cards(language)] == ["Primera luz", "Second light"]
    assert find("primera luz", language) == opened.path
    assert opened.digest == open_named("raid-one").digest


@pytest.mark.parametrize("language", ["", "fr", "none at all", "../es", "e"])
def test_in_any_other_language_it_opens_as_it_was_written(language: str, spanish: Path) -> None:
    opened = open_named("raid-one", language)
    assert (opened.scenario.title, opened.scenario.language, opened.notice) == ("First light", "en", "")
    assert opened.scenario.about.untranslated == 0


def test_a_changed_translation_is_never_taken_from_the_cache(spanish: Path) -> None:
    assert open_named("raid-one", "es").scenario.title == "Primera luz"
    spanish.write_text(SPANISH.replace("Primera", "Última"))
    assert open_named("raid-one", "es").scenario.title == "Última luz"
    assert shelf.cards("es")[0].title == "Second light"
    spanish.unlink()
    assert open_named("raid-one", "es").scenario.title == "First light"


@pytest.mark.parametrize("text", ["", "texts: [", SPANISH.replace("raid-one", "raid-two"), SPANISH + "more: 1\n"])
def test_a_translation_that_cannot_be_used_is_said_and_left_out(text: str, spanish: Path) -> None:
    spanish.write_text(text)
    opened = open_named("raid-one", "es")
    assert opened.scenario.title == "First light"
    assert "raid-one.es.yaml" in opened.notice
    assert shelf.cards("es")[0].title == "First light"


def test_a_play_begun_in_one_language_goes_on_in_another(spanish: Path) -> None:
    with begin(open_named("raid-one"), seed=5) as kept:
        kept.play(Prepare(("cameras", "families")))
        kept.play(Play("raid", "publish"))
        kept.play(Ask("ana", "story"))
        path, stood, events = kept.log.path, kept.session.position, kept.session.events
    assert path is not None
    taken = take_up(path, "es")
    assert isinstance(taken.verdict, Same) and not taken.verdict.changed_file
    with taken.go_on() as kept:
        assert kept.session.scenario.title == "Primera luz"
        assert (kept.session.position, kept.session.events) == (stood, events)
        kept.play(Play("smear", "portraits"))
        ended = kept.session.position
    taken = take_up(path)
    assert isinstance(taken.verdict, Same)
    assert (taken.verdict.session.position, taken.opened.scenario.title) == (ended, "First light")
    taken.close()
