"""Every built-in scenario is whole: checked, with golden plays that hold, sources, and what a facilitator needs."""

import re
from pathlib import Path

import pytest

from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.load import load
from backfire_sim.scenario.plays import load_plays
from backfire_sim.scenario.texts import texts
from backfire_sim.scenario.translation import Translation, load_translation
from tests.library import LIBRARY, TRANSLATIONS


def scenario(name: str) -> Scenario:
    loaded = load(LIBRARY / f"{name}.yaml")
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


@pytest.mark.parametrize("name", LIBRARY.names)
def test_the_check_finds_nothing(name: str) -> None:
    loaded = load(LIBRARY / f"{name}.yaml")
    assert loaded.problems == ()
    assert loaded.scenario is not None and loaded.scenario.id == name
    assert load_plays(sidecar(LIBRARY / f"{name}.yaml"), loaded).problems == ()


@pytest.mark.parametrize("name", LIBRARY.names)
def test_it_has_golden_plays_for_the_good_the_tempting_and_the_empty_path(name: str) -> None:
    ids = {play.id for play in load_plays(sidecar(LIBRARY / f"{name}.yaml")).plays}
    assert {"good", "tempting", "nothing", "surprising"} <= ids
    assert "historical" in ids or scenario(name).case_file is None


@pytest.mark.parametrize("name", LIBRARY.names)
def test_it_is_of_the_size_and_shape_that_a_table_needs(name: str) -> None:
    made = scenario(name)
    assert 6 <= len(made.scenes) <= 12
    assert 4 <= len(made.endings) <= 6
    alike = 0
    for scene in made.scenes.values():
        open_from_the_start = [move for move in scene.moves if move.when is None]
        assert len(open_from_the_start) >= 4, scene.id
        responses = [move.response for move in scene.moves]
        alike += any(responses.count(response) > 1 for response in responses)
        assert 30 <= len(scene.text.split()) <= 120, f"{scene.id}: {len(scene.text.split())} words"
        assert scene.time and scene.veil, scene.id
        assert all(move.risk for move in scene.moves), scene.id
        assert all(outcome.because for move in (*scene.moves, scene.wait) for outcome in move.outcomes), scene.id
    assert alike * 2 >= len(made.scenes)


@pytest.mark.parametrize("name", LIBRARY.names)
def test_it_brings_what_a_facilitator_needs(name: str) -> None:
    made = scenario(name)
    assert made.about.content_notes and made.about.crosses_the_line and made.about.minutes
    assert len(made.debrief) >= 5
    assert made.sheet.aims and made.sheet.listen_for and made.sheet.if_stuck and made.sheet.checklist


@pytest.mark.parametrize("name", LIBRARY.names)
def test_history_stands_on_sources(name: str) -> None:
    made = scenario(name)
    if made.case_file is None:
        return
    assert made.case_file.certain and made.case_file.contested
    for finding in made.case_file.certain:
        assert finding.sources, finding.text


def translation(file: Path) -> Translation:
    return load_translation(file, load(LIBRARY / f"{file.name.partition('.')[0]}.yaml"))


@pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda file: file.name)
def test_a_translation_is_whole_and_fresh(file: Path) -> None:
    found = translation(file)
    assert found.problems == ()
    assert found.match is not None
    assert (found.match.missing(), found.match.stale(), found.match.orphans) == ([], [], ())


@pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda file: file.name)
def test_a_translation_has_the_shape_of_what_it_translates(file: Path) -> None:
    found = translation(file)
    assert found.match is not None
    said = found.match.translated()
    for text in texts(load(LIBRARY / f"{file.name.partition('.')[0]}.yaml").document.root):
        to = said[text.key]
        if text.read_as == "prose":
            assert to.count("\n\n") == len(re.findall(r"\S\s*\n\s*\n\s*\S", text.source)), text.key
        assert re.findall(r"[0-9]+", to) == re.findall(r"[0-9]+", text.source), text.key
        assert len(to) < 2 * len(text.source) + 20, text.key
        assert len(text.source.split()) < 4 or to != " ".join(text.source.split()), text.key


@pytest.mark.parametrize("file", [file for file in TRANSLATIONS if ".es." in file.name], ids=lambda file: file.name)
def test_spanish_is_written_as_spanish_is(file: Path) -> None:
    match = translation(file).match
    assert match is not None
    for key, to in match.translated().items():
        assert to.count("«") == to.count("»"), key
        assert to.count("¿") == to.count("?") and to.count("¡") == to.count("!"), key
        assert not re.search(r"[\"“”'@]|\w/[aeox]s?\b|(?<!«)\bvíctima", to), f"{key}: {to}"  # spoken of, not used
        assert not re.search(r"\b(sólo|éste|ésta|vosotros|os|ordenador|coche)\b", to), f"{key}: {to}"
