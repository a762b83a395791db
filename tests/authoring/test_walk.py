"""Paths walked without a screen: what they report, and how a wrong step is told."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from backfire_sim.authoring.telling import told
from backfire_sim.authoring.walk import PathError, Way, report, walk
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.load import load, read_text
from tests.program import RAID, backfire

loaded = load(RAID).scenario
assert loaded is not None
SCENARIO: Scenario = loaded


def walked(*steps: str, **more: Any) -> dict[str, Any]:
    """The report of a path, as it comes out of JSON."""
    reported: dict[str, Any] = json.loads(json.dumps(report(walk(SCENARIO, Way(steps, **more)))))
    return reported


def test_the_report_holds_what_was_promised() -> None:
    found = walked("raid.publish", "smear.portraits", prepare=("cameras", "code"))
    assert {
        "ending", "outcome", "cost", "support", "power", "mobilization", "gates", "audiences", "care", "evidence",
        "capacity", "counters", "facts", "rounds", "scene", "open", "bottleneck", "trace",
    } <= set(found)  # fmt: skip
    assert set(found["cost"]) == {"political", "standing", "economic", "legal"}
    assert set(found["gates"]) == {"momentum", "courage"}
    for audience in found["audiences"].values():
        assert {"visibility", "dignity", "meaning", "support", "funnel"} <= set(audience)
    assert found["rounds"] == 2
    assert found["open"] == []
    assert found["ending"] in {ending.id for ending in SCENARIO.endings}


def test_a_path_may_stop_before_an_end() -> None:
    found = walked("raid.wait")
    assert (found["ending"], found["scene"], found["over"]) == (None, "smear", False)
    assert found["open"] == ["portraits", "ana_speaks", "complaint", "wait"]
    assert walked()["scene"] == "raid"


def test_a_round_worked_out_by_hand_comes_out_so() -> None:
    found = walked("raid.publish", prepare=("cameras", "code"))
    step = found["trace"][-1]
    before = {"neighbours": 2, "council": 1, "shops": 1}
    # The denial is softened to 1; publishing adds 3, answering adds 1 and gives back 1: from 2 to 7 and from 1 to 6.
    assert {name: audience["visibility"] for name, audience in found["audiences"].items()} == {
        name: value + 5 for name, value in before.items()
    }
    assert found["evidence"] == 1 + 2
    assert step["answered"] == ["raid.denial"]
    neighbours = [part for part in step["steps"] if part["name"] == "neighbours.visibility"]
    assert [(part["amount"], part["cause"]) for part in neighbours] == [(3, "effect"), (1, "answer"), (1, "given_back")]
    # Before the smear landed: 7 * 6 * 5 * 4 * 6 // 1000 = 5 of 100 neighbours act.
    settled = step["settled"]
    assert settled["cost"]["standing"]["pressure"] == 5
    assert settled["cost"]["standing"]["after"] == 40 * 90 * 5 // 10_000
    assert settled["bottleneck"] == {"before": "visibility", "after": "momentum"}


def test_the_trace_names_what_landed_and_what_softened_it() -> None:
    opening = walked(prepare=("cameras",))["trace"][-1]
    assert opening["landed"] == [
        {
            "method": "raid.denial",
            "uses": "cover_up",
            "written": 2,
            "strength": 1,
            "softened": [{"by": "cameras", "steps": 1}],
            "taken": {"neighbours.visibility": 1, "council.visibility": 1, "shops.visibility": 1},
            "again": False,
        }
    ]
    assert all(step["cause"] == "method" for step in opening["landing"])


def test_every_step_of_the_trace_adds_up_to_the_numbers_at_the_end() -> None:
    found = walked("raid.witnesses", "smear.ana_speaks", prepare=("cameras", "families"))
    start = SCENARIO.start["care"]
    moved = sum(
        part["amount"]
        for turn in found["trace"]
        for part in (*turn["steps"], *turn["landing"])
        if part["name"] == "care"
    )
    lost = sum(part["steps"] for turn in found["trace"] for part in turn["lost"] if part["name"] == "care")
    assert found["care"] == start + moved - lost
    assert found["broken_consents"] == 2


def test_consent_is_asked_when_the_first_scene_opens() -> None:
    asked = walked("raid.wait", "smear.ana_speaks", consent=("ana.story", "ana.face"))
    assert asked["broken_consents"] == 0
    assert [turn["event"]["do"] for turn in asked["trace"]] == ["start", "prepare", "ask", "ask", "play", "play"]
    later = walked("raid.wait", "ask:ana.story", "ask:ana.face", "smear.ana_speaks")
    assert later["broken_consents"] == 0
    assert later["trace"][3]["granted"] is True


def test_an_inject_is_a_step() -> None:
    assert walked("inject:leak")["evidence"] == walked()["evidence"] + 1


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (["raid.publish"], "Step 1, raid.publish"),
        (["raid.wait", "raid.wait"], "Step 2, raid.wait"),
        (["raid.wait", "smear.portrait"], "Step 2, smear.portrait"),
        (["raid.wait", "smear.wait", "smear.wait"], "Step 3, smear.wait"),
        (["raid"], "Step 1, raid: a step is"),
        ([".wait"], "a step is"),
        (["shout:raid.wait"], "a step is"),
        (["ask:ana"], "written person.use"),
        (["ask:ana.house"], "There are: ana.story, ana.face."),
        (["ask:edda.voice"], "There are: ana.story, ana.face."),
        (["inject:rain"], "There are: leak."),
        (["raid.wait", "smear.wait", "inject:leak"], "the play has already ended, after 2 moves, with"),
        (["inject:leak", "inject:leak"], "Step 2, inject:leak"),
    ],
)
def test_a_step_that_cannot_be_is_named_with_its_number(steps: list[str], said: str) -> None:
    with pytest.raises(PathError) as error:
        walk(SCENARIO, Way(tuple(steps)))
    assert said in str(error.value)


def test_a_step_after_the_end_says_where_the_play_ended() -> None:
    with pytest.raises(PathError) as error:
        walk(SCENARIO, Way(("raid.wait", "smear.wait", "smear.wait")))
    assert str(error.value) == 'Step 3, smear.wait: the play has already ended, after 2 moves, with "contained".'


def test_what_has_been_asked_or_thrown_is_told_without_a_list() -> None:
    with pytest.raises(PathError) as error:
        walk(SCENARIO, Way(("inject:leak", "inject:leak")))
    assert "There are" not in str(error.value)


def test_where_there_is_nothing_to_throw_or_ask_it_is_said() -> None:
    bare = replace(SCENARIO, people=(), injects=())
    for step, said in (("ask:ana.story", "asks nobody"), ("inject:leak", "has no injects")):
        with pytest.raises(PathError, match=said):
            walk(bare, Way((step,)))


def test_rounds_are_those_in_which_something_was_done() -> None:
    assert [walked(*steps)["rounds"] for steps in ((), ("inject:leak",), ("raid.wait",))] == [0, 0, 1]
    assert walked("raid.wait", "smear.wait")["rounds"] == 2


def test_facts_that_are_yes_and_counters_are_told() -> None:
    with_families = told(walk(SCENARIO, Way((), ("families",))))
    assert "Facts that are yes: families_warned" in with_families
    assert "Counters: volunteers 12" in with_families
    assert not any(line.startswith("Facts") for line in told(walk(SCENARIO, Way())))


def test_a_step_that_cannot_be_says_what_is_open_and_why_this_one_is_not() -> None:
    with pytest.raises(PathError) as error:
        walk(SCENARIO, Way(("raid.publish",)))
    assert "Train four people to film" in str(error.value)
    assert "Open now: raid.witnesses, raid.angry_post, raid.wait." in str(error.value)


@pytest.mark.parametrize("prepare", [("cameras", "cameras"), ("rain",), ("cameras", "code", "families")])
def test_what_cannot_be_prepared_is_said(prepare: tuple[str, ...]) -> None:
    with pytest.raises(PathError, match="--prepare"):
        walk(SCENARIO, Way((), prepare))


def test_the_command_prints_the_same_report_wherever_its_options_stand(tmp_path: Path) -> None:
    wanted = walked("raid.publish", "smear.portraits", prepare=("cameras", "code"), consent=("ana.story",))
    options = ["--prepare", "cameras,code", "--consent", "ana.story", "--json"]
    for words in (
        [RAID, "raid.publish", "smear.portraits", *options],
        [RAID, "raid.publish", *options, "smear.portraits"],
        [*options, RAID, "raid.publish", "smear.portraits"],
        [RAID, *options, "raid.publish", "smear.portraits"],
    ):
        done = backfire(tmp_path, "walk", *words)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout) == wanted


def test_the_text_names_every_step_its_reasons_and_where_it_stands() -> None:
    text = " ".join(" ".join(told(walk(SCENARIO, Way(("raid.witnesses", "ask:ana.story"), ("families",))))).split())
    for said in (
        "prepare families",
        "raid.witnesses: Collect signed statements",
        "because: People sign when someone looks after them.",
        "they: Devaluation, Publish record (solid, took 2)",
        "ask:ana.story",
        "no end reached, stands in smear",
        "Open: smear.portraits",
    ):
        assert said in text, said


def test_a_refusal_is_told_with_what_it_would_take(tmp_path: Path) -> None:
    words = ["walk", "the-count-goes-on", "--consent", "clerk.voicemails", "voicemails.paper"]
    told = " ".join(backfire(tmp_path, *words).stdout.split())
    assert "No. It would be yes if care is at least 9." in told
    assert json.loads(backfire(tmp_path, *words, "--json").stdout)["consents"]["clerk.voicemails"] == "no"


def test_the_trace_tells_a_value_set_a_bearer_named_and_a_cost_moved_before_the_round_settled(tmp_path: Path) -> None:
    text = (
        Path(RAID)
        .read_text(encoding="utf-8")
        .replace("effects: {meaning: +1, dignity: -1}", "effects: {care: =3, economic: +15}")
    )
    (tmp_path / "set.yaml").write_text(text, encoding="utf-8")
    words = ["walk", str(tmp_path / "set.yaml"), "raid.angry_post", "--json"]
    turn = json.loads(backfire(tmp_path, *words).stdout)["trace"][-1]
    assert {"name": "care", "set_to": 3, "cause": "set", "source": "raid.angry_post"} in turn["steps"]
    assert turn["named"] == ["mayor"]
    assert turn["settled"]["cost"]["economic"]["before"] == 15


def test_a_closed_move_is_told_with_the_words_for_players_and_with_what_it_needs() -> None:
    text = Path(RAID).read_text(encoding="utf-8")
    needs = "        needs: prepared(cameras)\n"
    assert needs in text
    scenario = read_text(text.replace(needs, needs + "        why_not: Nobody filmed.\n")).scenario
    assert scenario is not None
    with pytest.raises(PathError, match=r"Nobody filmed\. It needs prepared\(cameras\)\. Open now: "):
        walk(scenario, Way(("raid.publish",)))


def test_how_many_are_left_after_each_gate_is_told_in_words() -> None:
    lines = " ".join(" ".join(told(walk(SCENARIO, Way(("raid.wait",))))).split())
    assert " know, " in lines and " have somewhere to act, " in lines and " keep acting " in lines
