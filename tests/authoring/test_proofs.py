"""One planted defect at a time: each is found, where it is, with its witness; the file without it has no finding."""

# ruff: noqa: E501 - lines of a scenario are as long as they are

import re

import pytest

from backfire_sim.authoring.proofs import Proof, prove
from backfire_sim.authoring.walk import Way, walk
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.load import load, read_text
from backfire_sim.scenario.problems import Problem
from tests.library import LIBRARY

CLEAN = """\
format: 1
id: the-bakery-wall
title: The bakery wall
language: en
about:
  summary: Someone has written on the wall of a bakery, and the town looks away.
  crosses_the_line: The threat painted on the wall. A boycott would not have been political violence.
audiences:
  street: {label: The street, size: 900, start: {visibility: 3, dignity: 5, meaning: 4, support: 10}, leverage: {standing: strong, economic: some}}
  council: {label: The council, size: 30, start: {visibility: 2, dignity: 4, meaning: 4, support: 5}, leverage: {political: decisive, legal: some}}
people:
  ines: {label: Ines the baker, uses: [story]}
start: {momentum: 4, courage: 6, care: 7, evidence: 0, capacity: 8}
facts:
  filmed: There is a film of the men
  promised: The council has promised to answer
prepare:
  text: Some days before.
  choose: 1
  options:
    camera: {r: reveal, tactic: plan_documentation, label: Hang a camera, sets: [filmed], answers: [cover_up]}
    rota: {r: resist, tactic: warn_others, label: Make a rota of neighbors, effects: {care: +1}}
scenes:
  wall:
    title: The wall
    text: Red paint, and a name.
    methods:
      nobody: {uses: cover_up, technique: deny, strength: 1, text: Nobody has seen anything.}
    moves:
      show:
        r: reveal
        tactic: distribute
        label: Show the film
        needs: filmed
        effects: {visibility: +2, evidence: +1}
        text: It runs on two phones, then on two hundred.
        because: People saw it for themselves.
        goto: square
      ask:
        r: reveal
        tactic: interviews
        label: Ask along the street
        effects: {evidence: +1, care: -1}
        outcomes:
          - when: care >= 8
            text: Four people talk.
            because: They felt looked after.
            effects: {visibility: +1}
            goto: square
          - text: One person talks.
            because: The others are afraid.
            goto: square
    wait: {text: The paint dries., goto: square}
  square:
    title: The square
    text: The market is open, and nobody buys bread.
    methods:
      trifle: {uses: reinterpretation, technique: trivialize, strength: 1, text: It was only paint.}
    moves:
      tell:
        r: reframe
        tactic: document_impact
        label: Let Ines tell what it was like
        uses_consent: [ines.story]
        effects: {meaning: +2}
        text: She tells it at the counter.
        because: It was hers to tell.
        goto: hall
      bread:
        r: redeem
        tactic: positive_values
        label: Carry her bread round
        effects: {dignity: +2, momentum: +1}
        text: By noon the shelves are empty.
        because: People did something good together.
        goto: hall
    wait: {text: The bread goes stale., goto: END}
  hall:
    title: The town hall
    text: The council meets at seven.
    methods:
      later: {uses: official_channels, technique: wait_for_process, strength: 2, text: A committee will look into it.}
    moves:
      demand:
        r: redirect
        tactic: make_demands
        label: Demand a date
        sets: [promised]
        effects: {momentum: +2}
        text: They name a Thursday.
        because: A date can be held against them.
        goto: END
      clap:
        r: redirect
        tactic: support_process
        label: Thank them
        effects: {momentum: -1}
        text: Everyone goes home.
        because: Nothing was asked.
        goto: END
    wait: {text: You go home., goto: END}
endings:
  kept:
    when: promised
    title: Thursday
    text: The chairs are all taken.
  washed:
    title: The wall is white again
    text: It was painted over at night.
"""


def text_with(*changes: tuple[str, str]) -> str:
    text = CLEAN
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def proof_of(text: str) -> tuple[Proof, Scenario]:
    loaded = read_text(text, "bakery.yaml")
    assert loaded.ok, loaded.problems
    assert loaded.scenario is not None
    return prove(loaded), loaded.scenario


def only(text: str, code: str) -> tuple[Problem, Scenario]:
    proof, scenario = proof_of(text)
    assert [problem.code for problem in proof.problems] == [code], proof.problems
    return proof.problems[0], scenario


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def way_in(problem: Problem) -> Way:
    """The witness of a finding, as a path that can be walked."""
    note = next(note for note in problem.notes if note.startswith("shortest way there: "))
    said = note.removeprefix("shortest way there: ")
    prepared = re.match(r"prepare ([^;]+)(?:; |$)", said)
    steps = said[prepared.end() :] if prepared else said
    return Way(tuple(steps.split("; ")) if steps else (), tuple(prepared[1].split(", ")) if prepared else ())


def test_the_scenario_that_defects_are_planted_in_has_no_finding() -> None:
    proof, _ = proof_of(CLEAN)
    assert proof.problems == () and proof.complete
    assert "Every way through the scenes was looked at" in proof.note


@pytest.mark.parametrize("name", LIBRARY.names)
def test_the_library_has_no_finding(name: str) -> None:
    proof = prove(load(LIBRARY / f"{name}.yaml"))
    assert proof.problems == () and proof.complete


def test_one_wrong_word_in_a_guard_leaves_players_with_nothing_and_the_way_there_is_told() -> None:
    # The pattern of a showcase story that dies in a quarter of its plays: two guards that were meant to be opposites.
    text = text_with(
        ("        effects: {meaning: +2}\n", "        needs: filmed\n        effects: {meaning: +2}\n"),
        ("        label: Carry her bread round\n", "        label: Carry her bread round\n        needs: filmed\n"),
    )
    problem, scenario = only(text, "BF101")
    assert "`square`" in problem.message and problem.line == line_of(text, "  square:\n")
    session = walk(scenario, way_in(problem))
    assert session.position.scene == "square" and session.legal_moves() == ["wait"]
    assert any("`filmed` is no" in note for note in problem.notes)
    mended = text.replace("round\n        needs: filmed", "round\n        needs: not filmed")
    assert proof_of(mended)[0].problems == ()


def test_a_trap_is_found_with_the_shortest_way_into_it_and_the_shut_ways_out() -> None:
    text = text_with(
        (
            "        sets: [promised]\n        effects: {momentum: +2}\n",
            "        effects: {momentum: +2}\n        needs: filmed\n",
        ),
        (
            "        text: Everyone goes home.\n        because: Nothing was asked.\n        goto: END\n",
            "        text: Everyone goes home.\n        because: Nothing was asked.\n        goto: hall\n",
        ),
        (
            "    wait: {text: You go home., goto: END}",
            "    wait: {text: You go home., effects: {care: -1}, goto: hall}",
        ),
        ("    when: promised\n", "    when: filmed\n"),
        ("  promised: The council has promised to answer\n", ""),
    )
    problem, scenario = only(text, "BF102")
    assert "`hall`" in problem.message and problem.severity == "error"
    assert walk(scenario, way_in(problem)).position.scene == "hall"
    assert any("`hall.demand` only if `filmed`" in note for note in problem.notes)


def test_one_shut_move_that_cuts_off_scenes_is_one_finding_and_counts_them() -> None:
    text = text_with(
        ("        needs: filmed\n", "        needs: evidence >= 5\n"),
        ("        goto: square\n      ask:", "        goto: square\n      ask:"),
        (
            "            effects: {visibility: +1}\n            goto: square\n",
            "            effects: {visibility: +1}\n            goto: END\n",
        ),
        (
            "            because: The others are afraid.\n            goto: square\n",
            "            because: The others are afraid.\n            goto: END\n",
        ),
        ("    wait: {text: The paint dries., goto: square}", "    wait: {text: The paint dries., goto: END}"),
        ("    when: promised\n", "    when: filmed\n"),
        ("  promised: The council has promised to answer\n", ""),
        ("        sets: [promised]\n", ""),
    )
    problem, _ = only(text, "BF103")
    assert "`wall.show` is never open" in problem.message
    assert problem.cuts_off == 2
    assert "cuts off 2 scenes, which nobody reaches: `square`, `hall`" in problem.notes[0]
    assert problem.line == line_of(text, "needs: evidence >= 5")


def test_what_follows_from_a_shut_move_is_a_note_and_not_a_finding() -> None:
    text = text_with(
        (
            "        sets: [promised]\n        effects: {momentum: +2}\n",
            "        needs: evidence >= 5\n        sets: [promised]\n        effects: {momentum: +2}\n",
        ),
        ("        label: Thank them\n", "        label: Thank them\n        when: not promised\n"),
        (
            "        goto: END\n    wait: {text: You go home., goto: END}",
            "        goto: hall\n      hold:\n        r: redirect\n        tactic: campaign_process\n        label: Hold them to it\n        needs: promised\n"
            "        effects: {momentum: +1}\n        text: You are there on Thursday.\n        because: You came back.\n        goto: END\n"
            "    wait: {text: You go home., goto: END}",
        ),
    )
    proof, _ = proof_of(text)
    first = proof.problems[0]
    assert first.code == "BF103" and "`hall.demand`" in first.message
    assert any("`hall.hold`" in note for note in first.notes)
    assert not any("`hall.hold` is never open" in problem.message for problem in proof.problems)


def test_a_fact_that_nothing_sets_is_said_at_the_condition() -> None:
    text = text_with(
        (
            "tactic: plan_documentation, label: Hang a camera, sets: [filmed]",
            "tactic: plan_documentation, label: Hang a camera",
        )
    )
    problem, _ = only(text, "BF103")
    assert problem.help == "nothing ever sets `filmed`: write `sets: [filmed]` where it comes about"


def test_an_outcome_that_never_happens() -> None:
    problem, _ = only(text_with(("          - when: care >= 8\n", "          - when: care >= 9\n")), "BF104")
    assert "`care >= 9` never holds when the move is played" in problem.message


def test_an_outcome_that_always_happens_hides_the_later_ones_and_that_is_said_once() -> None:
    problem, _ = only(text_with(("          - when: care >= 8\n", "          - when: care >= 7\n")), "BF105")
    assert "outcomes after it never happen" in problem.message


def test_a_method_that_never_lands() -> None:
    text = text_with(
        ("strength: 1, text: It was only paint.", "strength: 1, when: evidence >= 4, text: It was only paint.")
    )
    problem, _ = only(text, "BF104")
    assert "`square.trifle` never lands" in problem.message


def test_a_condition_that_is_always_met_in_every_scene_that_asks_it() -> None:
    text = text_with(("        label: Thank them\n", "        label: Thank them\n        needs: courage >= 1\n"))
    problem, _ = only(text, "BF105")
    assert "`hall.clap` is always open" in problem.message


def test_the_same_condition_may_always_hold_in_one_scene_if_it_decides_in_another() -> None:
    text = text_with(
        ("        label: Thank them\n", "        label: Thank them\n        needs: care >= 7\n"),
        ("        label: Carry her bread round\n", "        label: Carry her bread round\n        needs: care >= 7\n"),
        (
            "        label: Show the film\n        needs: filmed\n",
            "        label: Show the film\n        needs: care >= 7\n",
        ),
        ("    when: promised\n", "    when: filmed\n"),
        ("        sets: [promised]\n", ""),
        ("  promised: The council has promised to answer\n", ""),
    )
    assert proof_of(text)[0].problems == ()


def test_an_ending_that_no_play_comes_to() -> None:
    problem, _ = only(text_with(("    when: promised\n", "    when: [promised, evidence >= 3]\n")), "BF107")
    assert "`kept`" in problem.message


def test_a_method_that_neither_a_move_nor_a_preparation_answers() -> None:
    text = text_with(
        ("uses: official_channels, technique: wait_for_process", "uses: intimidation_rewards, technique: threat")
    )
    problem, _ = only(text, "BF108")
    assert "`hall.later`" in problem.message and "`r: resist`" in problem.message


def test_a_method_that_stands_until_a_later_scene_can_be_answered_there() -> None:
    text = text_with(
        (
            "      nobody: {uses: cover_up, technique: deny, strength: 1,",
            "      nobody: {uses: official_channels, technique: delay, until_answered: true, strength: 1,",
        ),
        (", answers: [cover_up]", ""),
    )
    assert proof_of(text)[0].problems == ()


def test_a_fact_that_is_set_and_never_read() -> None:
    text = text_with(("    when: promised\n", "    when: filmed\n"))
    problem, _ = only(text, "BF109")
    assert "`promised`" in problem.message


def test_a_ring_in_which_nothing_changes() -> None:
    text = text_with(
        (
            "    methods:\n      trifle: {uses: reinterpretation, technique: trivialize, strength: 1, text: It was only paint.}\n",
            "",
        ),
        ("    wait: {text: The bread goes stale., goto: END}", "    wait: {text: The bread goes stale., goto: square}"),
    )
    problem, _ = only(text, "BF110")
    assert "`square` -> `square`" in problem.message


def test_a_step_that_is_always_lost() -> None:
    text = text_with(("        effects: {momentum: -1}\n", "        effects: {momentum: -1, evidence: -1, care: +3}\n"))
    proof, _ = proof_of(text)
    assert proof.problems == ()
    lost = text_with(
        ("start: {momentum: 4, courage: 6, care: 7,", "start: {momentum: 10, courage: 6, care: 7,"),
        (
            "      later: {uses: official_channels, technique: wait_for_process, strength: 2, text: A committee will look into it.}\n",
            "      later: {uses: devaluation, technique: label, strength: 2, text: They call it a nuisance.}\n",
        ),
        (
            "    rota: {r: resist, tactic: warn_others, label: Make a rota of neighbors, effects: {care: +1}}",
            "    rota: {r: resist, tactic: warn_others, label: Make a rota of neighbors, effects: {care: +1}, answers: [devaluation]}",
        ),
    )
    found = [problem for problem in proof_of(lost)[0].problems if problem.code == "BF111"]
    assert {problem.line for problem in found} == {
        line_of(lost, "effects: {dignity: +2, momentum: +1}"),
        line_of(lost, "effects: {momentum: +2}"),
    }


def test_a_step_that_only_cancels_what_an_answer_gives_is_not_lost() -> None:
    even = text_with(
        ("uses: cover_up, technique: deny, strength: 1,", "uses: cover_up, technique: hush_up, strength: 2,"),
        ("effects: {evidence: +1, care: -1}", "effects: {evidence: +1, care: -1, visibility: -2}"),
    )
    assert not [problem for problem in proof_of(even)[0].problems if problem.code == "BF111"]


def test_where_the_defect_stands_changes_nothing_in_what_is_found() -> None:
    scene = "  extra{n}:\n    title: Extra\n    text: More.\n    moves:\n      go:\n        r: resist\n        tactic: warn_others\n"
    scene += "        label: Go on\n{needs}        effects: {{care: -1}}\n        text: On.\n        because: So.\n        goto: {to}\n"
    scene += "    wait: {{text: On., goto: {to}}}\n"
    for planted in (0, 7, 14):
        chain = "".join(
            scene.format(
                n=n,
                needs="        needs: care >= 9\n" if n == planted else "",
                to=f"extra{n + 1}" if n < 14 else "wall",
            )
            for n in range(15)
        )
        text = CLEAN.replace("scenes:\n  wall:", "scenes:\n" + chain + "  wall:")
        text = text.replace("          - when: care >= 8\n", "          - when: filmed\n")
        codes = [(p.code, p.line) for p in proof_of(text)[0].problems if "extra" in p.message]
        assert (("BF103", line_of(text, "needs: care >= 9"))) in codes
