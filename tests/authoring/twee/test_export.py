"""A scenario goes out as a valid Twee 3 file, and what is lost is told; when it comes back, its map is the same."""

import json
import re
import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.authoring.twee.exporting import sugarcube
from backfire_sim.authoring.twee.exporting.report import report
from backfire_sim.authoring.twee.exporting.story_out import WAIT, export, ifid
from backfire_sim.authoring.twee.importing.story_in import Imported
from backfire_sim.authoring.twee.parse import parse
from backfire_sim.authoring.twee.within.visible import visible
from backfire_sim.authoring.twee.write import written
from backfire_sim.engine.scenario import END, Move, Outcome, Scenario, Scene
from backfire_sim.scenario.load import load, read_text
from backfire_sim.storage.shelf import built_ins
from backfire_sim.text import one_line, paragraphs
from tests.authoring.twee.stories import filled_in, imported, loaded, scenes
from tests.made import scenarios
from tests.program import RAID

WORDS = st.text(
    alphabet=st.one_of(st.sampled_from("[]{}<>|-_*/'\"$&;:=~^@!#\\`() .a1n"), st.characters(codec="utf-8")), max_size=25
)
SEEN = WORDS.map(lambda text: visible(one_line(text))).filter(bool)


def raid() -> Scenario:
    scenario = load(RAID).scenario
    assert scenario is not None
    return scenario


def ways(scenario: Scenario) -> dict[str, set[tuple[str, str]]]:
    """Label and target of every way out of every scene, as they should come back."""
    return {
        scene.id: {
            (sugarcube.label(move.label) if move is not scene.wait else WAIT, outcome.goto)
            for move in (*scene.moves, scene.wait)
            for outcome in move.outcomes
        }
        for scene in scenario.scenes.values()
    }


def come_back(found: Imported) -> dict[str, set[tuple[str, str]]]:
    return {
        id_: {(move["label"], move["goto"]) for move in scene["moves"].values()} | {(WAIT, scene["wait"]["goto"])}
        for id_, scene in scenes(found).items()
    }


# -- The file --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [RAID, *built_ins().values()])
def test_an_export_is_a_valid_story_about_which_nothing_is_to_be_said(path: Path | str) -> None:
    scenario = load(path).scenario
    assert scenario is not None
    text = written(export(scenario).story)
    assert text.startswith(f":: StoryTitle\n{scenario.title}\n\n\n:: StoryData\n{{\n")
    data = json.loads(text[text.index("{") : text.index("}") + 1])
    assert data == {
        "ifid": ifid(scenario.id),
        "format": "SugarCube",
        "format-version": data["format-version"],
        "start": scenario.first,
    }
    story, remarks = parse(text)
    assert remarks == []
    assert [passage.name for passage in story.passages] == [*scenario.scenes, END]
    again = imported(text)
    assert again.remarks == ()


def test_the_number_of_a_story_is_made_of_its_id_and_always_the_same() -> None:
    number = ifid("food-bank-raid")
    assert number == ifid("food-bank-raid") != ifid("food-bank-raids")
    assert number == number.upper()
    assert uuid.UUID(number).version == 4
    assert written(export(raid()).story) == written(export(raid()).story)


def test_a_scene_is_a_passage_with_its_words_its_methods_and_its_conditions() -> None:
    passages = {passage.name: passage.text for passage in export(raid()).story.passages}
    opening = passages["raid"]
    assert opening.startswith(
        "!Masked men at the door\n\nSix masked men push in at 06:10. Two volunteers are taken away."
    )
    assert "''Cover-up:'' The mayor's office says there was no operation this morning." in opening
    assert "* [[Release what you filmed, to the regional station->smear]] (needs prepared(cameras))" in opening
    assert opening.count("[[Collect signed statements from the queue->smear]]") == 1
    assert "<!-- For the facilitator: Ask who has NOT spoken before you take the vote. -->" in opening
    assert "Reveal: Getting it distributed." in opening
    assert "Why: The denial was made before they knew of the film." in opening
    assert "''It backfired'' (<nowiki>when outcome == backfire</nowiki>)" in passages[END]
    assert "''Contained'' (in all other cases)" in passages[END]


def test_a_move_that_can_turn_out_in_several_ways_is_a_link_to_each() -> None:
    scenario = raid()
    scene = scenario.scenes["raid"]
    witnesses = next(move for move in scene.moves if move.id == "witnesses")
    turned = witnesses._replace(outcomes=(witnesses.outcomes[0], witnesses.outcomes[1]._replace(goto=END)))
    changed = _with(scenario, raid=scene._replace(moves=(turned, *scene.moves[:1])))
    text = export(changed).story.passages[0].text
    assert "* [[Collect signed statements from the queue->smear]] (if care >= 6)\n" in text
    assert "* [[Collect signed statements from the queue->END]] (otherwise)\n" in text
    assert come_back(imported(written(export(changed).story))) == ways(changed)


def test_scenes_stand_below_each_other_on_the_map_and_never_on_each_other() -> None:
    for path in (RAID, *built_ins().values()):
        scenario = load(path).scenario
        assert scenario is not None
        places = {p.name: tuple(map(int, p.position.split(","))) for p in export(scenario).story.passages}
        assert len(set(places.values())) == len(places)
        assert all(x >= 0 and y >= 0 for x, y in places.values())
        assert min(places, key=lambda name: places[name][1]) == scenario.first
        assert max(places, key=lambda name: places[name][1]) == END
        for source, found in ways(scenario).items():
            assert all(places[source][1] < places[target][1] for _, target in found if target != source)


def _with(scenario: Scenario, **changed: Scene) -> Scenario:
    return replace(scenario, scenes={**scenario.scenes, **changed})


# -- What is said about it -------------------------------------------------------------------------------------


def test_the_report_counts_exactly_what_is_lost() -> None:
    scenario = raid()
    told = report(scenario, export(scenario))
    lost = told[told.index("Lost, because a story in Twine has no place for it:") + 1 : -3]
    assert [line.strip() for line in lost] == [
        "18 effects on numbers",
        "3 methods: technique, strength, whom it reaches, what answers it",
        "3 audiences",
        "1 move for some of the audiences only",
        "2 voices, heard in 1 move",
        "2 bearers, named 1 time",
        "2 consents of 1 person, used by 1 move",
        "1 fact, set or cleared 1 time",
        "1 counter",
        "4 preparations",
        "1 inject",
        "2 questions for the debrief",
        "what people read before they choose: the summary, goals, content notes and so on",
    ]
    assert "  2 endings, one below the other in END" in told
    assert "  4 conditions, beside what they are about" in told


def test_labels_with_signs_of_twine_are_changed_and_counted() -> None:
    scenario = raid()
    scene = scenario.scenes["raid"]
    moves = (scene.moves[0]._replace(label="Go [now] -> the | door"), *scene.moves[1:])
    exported = export(_with(scenario, raid=scene._replace(moves=moves)))
    assert "* [[Go (now) → the / door->smear]]" in exported.story.passages[0].text
    assert any(line.startswith("In 1 label signs that Twine takes") for line in report(scenario, exported))


# -- There and back --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [RAID, *built_ins().values()])
def test_a_scenario_comes_back_with_its_scenes_titles_labels_and_ways(path: Path | str) -> None:
    scenario = load(path).scenario
    assert scenario is not None
    again = imported(written(export(scenario).story))
    assert list(scenes(again)) == list(scenario.scenes)
    assert [scene["title"] for scene in scenes(again).values()] == [s.title for s in scenario.scenes.values()]
    assert come_back(again) == ways(scenario)
    assert again.draft.title == scenario.title
    for id_, scene in scenario.scenes.items():
        read = paragraphs(scenes(again)[id_]["text"])
        assert [one_line(scene.time), *paragraphs(scene.text)][0 if scene.time else 1 :] == read[
            : len(paragraphs(scene.text)) + bool(scene.time)
        ]
    assert {problem.code for problem in loaded(again).problems} == {"BF043"}


@st.composite
def reworded(draw: st.DrawFn) -> Scenario:
    """A made-up scenario with any words for labels, titles and texts, and with ways in any direction."""
    scenario = draw(scenarios(scenes=3))
    targets = [*scenario.scenes, END]
    changed = {}
    for id_, scene in scenario.scenes.items():
        moves = tuple(
            move._replace(label=draw(SEEN), outcomes=tuple(_led(draw, outcome, targets) for outcome in move.outcomes))
            for move in scene.moves
        )
        changed[id_] = scene._replace(title=draw(SEEN), text=f"{draw(SEEN)}\n\n{draw(SEEN)}", moves=moves)
    return _with(scenario, **changed)


def _led(draw: st.DrawFn, outcome: Outcome, targets: list[str]) -> Outcome:
    return outcome._replace(goto=draw(st.sampled_from(targets)), text=draw(SEEN), because=draw(SEEN))


@given(reworded())
def test_whatever_the_words_scenes_labels_and_ways_come_back(scenario: Scenario) -> None:
    exported = export(scenario)
    text = written(exported.story)
    assert parse(text)[1] == []
    again = imported(text)
    assert come_back(again) == ways(scenario)
    assert list(scenes(again)) == list(scenario.scenes)
    for id_, scene in scenario.scenes.items():
        back = scenes(again)[id_]
        assert back["title"] == sugarcube._OPENS_LINK.sub("[ ", visible(one_line(scene.title)))
        wanted = [sugarcube._OPENS_LINK.sub("[ ", visible(one_line(part))) for part in paragraphs(scene.text)]
        assert paragraphs(back["text"])[: len(wanted)] == wanted
    assert {problem.code for problem in loaded(again).problems} <= {"BF043", "BF074"}


@given(scenarios())
def test_a_story_that_came_back_can_be_finished_and_played(scenario: Scenario) -> None:
    done = read_text(filled_in(imported(written(export(scenario).story)).yaml))
    assert done.scenario is not None, done.problems


@given(SEEN)
def test_a_label_only_changes_where_it_has_to(text: str) -> None:
    shown = sugarcube.label(text)
    assert not re.search(r"\[|\]|\||->|<-|<|>", shown)
    assert sugarcube.label(shown) == shown
    if not re.search(r"[\[\]|<>&\"]|->|^(''|//|\*\*|__|~~)", text):
        assert shown == text


def test_moves_with_the_same_label_and_target_are_one_link_when_they_come_back() -> None:
    scenario = raid()
    scene = scenario.scenes["smear"]
    twice: tuple[Move, ...] = (scene.moves[0], scene.moves[1]._replace(label=scene.moves[0].label))
    changed = _with(scenario, smear=scene._replace(moves=twice))
    assert come_back(imported(written(export(changed).story))) == ways(changed)
