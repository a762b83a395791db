"""The tutorial tells the truth: whoever follows it has these files, and hears these answers."""

from pathlib import Path

import pytest

from backfire_sim.authoring import golden
from backfire_sim.authoring.checking import problems_of
from backfire_sim.cli import COMMANDS
from backfire_sim.scenario.load import load
from tests.tutorial import PAGE, answered, finished, holds, shown

TEXT = PAGE.read_text(encoding="utf-8")
SHOWN = list(shown(TEXT))
FINISHED = list(finished(TEXT))


@pytest.mark.parametrize("each", SHOWN, ids=lambda each: f"{each.section[:20]}: {each.command}")
def test_every_answer_on_the_page_is_what_the_program_says(each: "SHOWN", tmp_path: Path) -> None:
    heard = answered(each.command, each.files, tmp_path)
    assert holds(each.answer, heard), heard


def test_the_page_shows_what_check_says_when_something_is_forgotten() -> None:
    codes = {code for each in SHOWN for code in ("BF012", "BF040", "BF060", "BF071", "BF077") if code in each.answer}
    assert codes == {"BF012", "BF040", "BF060", "BF071", "BF077"}


@pytest.mark.parametrize(("section", "files"), FINISHED[1:], ids=[section for section, _ in FINISHED[1:]])
def test_after_every_section_the_scenario_is_sound(section: str, files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert problems_of([str(tmp_path / "night-bus.yaml")]) == []


def test_what_comes_of_it_is_a_small_whole_scenario_whose_golden_plays_hold(tmp_path: Path) -> None:
    for name, text in FINISHED[-1][1].items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    file = tmp_path / "night-bus.yaml"
    scenario = load(file).scenario
    assert scenario is not None
    assert len(scenario.scenes) == 3
    assert scenario.preparation and scenario.debrief and scenario.audiences and scenario.voices
    assert any(move.outcomes[1:] for scene in scenario.scenes.values() for move in scene.moves)
    assert any(move.needs for scene in scenario.scenes.values() for move in scene.moves)
    results = golden.run(file)
    assert {result.id for result in results} == {"good", "tempting", "nothing"}
    assert all(result.passed for result in results), results


def test_every_command_that_the_page_names_is_one() -> None:
    named = {words.split()[0] for words in TEXT.split("./backfire ")[1:]}
    assert named <= set(COMMANDS)
