"""What an author is told about a whole file, and what a play gets from it."""

import os

import pytest

from backfire_sim.engine.conditions import Is, Not
from backfire_sim.engine.events import Play, Prepare
from backfire_sim.engine.session import Session
from backfire_sim.scenario.load import load, read_text
from backfire_sim.text import is_plain


def test_the_example_of_the_format_has_no_problem_and_can_be_played(food_bank):
    loaded = read_text(food_bank, "food-bank-raid.yaml")
    assert loaded.problems == ()
    session = Session(loaded.scenario)
    session.play(Prepare(("cameras", "families")))
    session.play(Play("raid", "publish"))
    session.play(Play("smear", "portraits"))
    assert session.over
    assert session.position.ending in loaded.scenario.endings[0].id + loaded.scenario.endings[1].id


def test_what_was_written_is_what_is_played(food_bank):
    scenario = read_text(food_bank).scenario
    raid, smear = scenario.scenes["raid"], scenario.scenes["smear"]
    assert scenario.first == "raid"
    assert raid.text.splitlines()[1] == "By noon the mayor's office says that nothing happened."
    assert raid.moves[0].needs == Is("prepared(cameras)", ">=", 1)
    assert raid.moves[0].change.effects == (("visibility", "+", 3), ("evidence", "+", 2))
    first, last = raid.moves[1].outcomes
    assert (first.when, last.when) == (Is("care", ">=", 6), None)
    assert first.goto == last.goto == "smear"
    assert smear.methods[1].when == Not(Is("families_warned", ">=", 1))
    assert smear.moves[1].uses_consent == (("ana", "story"), ("ana", "face"))
    assert scenario.audiences[1].leverage == (3, 0, 0, 1)
    assert scenario.bearers[0].holds == (10, 40, 20, 60)
    assert scenario.counters[0].high == 40
    assert scenario.reads == ("care", "families_warned", "prepared(cameras)")


def test_a_scenario_may_leave_out_all_that_can_be_left_out():
    scenario = read_text(
        "format: 1\nid: a\ntitle: A\nabout: {summary: S.}\n"
        "scenes:\n  s:\n    title: T\n    text: X.\n    moves:\n"
        "      m: {r: reveal, tactic: research, label: L, text: Y., because: Z., goto: END}\n"
        "    wait: {text: W., goto: END}\n"
        "endings:\n  e: {title: E, text: The end.}\n"
    ).scenario
    assert [audience.id for audience in scenario.audiences] == ["general_public"]
    assert Session(scenario).legal_moves() == ["m", "wait"]


def test_an_outcome_takes_from_its_move_what_it_leaves_out(told, food_bank):
    text = food_bank.replace(
        "            because: People sign when someone looks after them.\n            goto: smear\n", ""
    )
    text = text.replace("            because: You asked people to carry a risk alone.\n            goto: smear\n", "")
    text = text.replace(
        "        label: Collect signed statements from the queue\n",
        "        label: Collect signed statements\n        because: Names carry weight.\n        goto: smear\n",
    )
    witnesses = read_text(text).scenario.scenes["raid"].moves[1]
    assert [(o.because, o.goto) for o in witnesses.outcomes] == [("Names carry weight.", "smear")] * 2


def test_old_ids_are_led_to_the_new_ones(food_bank):
    text = food_bank.replace(
        "    title: Masked men at the door\n", "    title: Masked men at the door\n    formerly: [dawn]\n"
    ).replace(
        "        r: reveal\n        tactic: distribute\n",
        "        r: reveal\n        tactic: distribute\n        formerly: [film]\n",
    )
    assert read_text(text).scenario.renamed == {
        "dawn": "raid",
        "raid.film": "raid.publish",
        "dawn.film": "raid.publish",
    }


def test_chance_is_kept_where_a_move_is_drawn_by_weight(food_bank):
    text = food_bank.replace("          - when: care >= 6\n            text", "          - odds: 2\n            text")
    text = text.replace(
        "          - text: People are afraid", "          - odds: 1\n            text: People are afraid"
    )
    loaded = read_text(text)
    assert loaded.problems == ()
    session = Session(loaded.scenario, seed=3)
    session.play(Prepare(("cameras",)))
    assert session.play(Play("raid", "witnesses")).outcome.odds in (1, 2)


def test_every_error_is_reported_in_one_run_root_causes_first(told):
    problems = told(
        ("goto: smear", "goto: smaer"),
        ("needs: prepared(cameras)", "needs: prepared(camera)"),
        ("visibility: +3", "visibility: 3"),
        ("distrusted_by: [council]", "distrusted_by: [counsil]"),
        ("minutes: 40", "minuts: 40"),
        ("tactic: interviews", "tactic: interview"),
    )
    assert [p.code for p in problems] == ["BF012", "BF041", "BF013", "BF051", "BF060", "BF017"]
    assert problems[0].cuts_off == 1


def test_a_target_with_a_slip_is_named_once_with_the_scene_that_was_meant(told):
    (problem,) = told(("goto: smear", "goto: smaer"))
    assert "did you mean `smear`, line 96?" in problem.help
    assert problem.source.strip() == "goto: smaer"
    assert (problem.column, problem.place.length) == (15, 5)
    assert problem.notes == ("the same on lines 79, 83, 92, 95", "this cuts off 1 scene")


def test_a_scene_that_is_broken_does_not_cut_off_the_next(told):
    problems = told(("    title: Masked men at the door\n", "    titel: Masked men at the door\n"))
    assert [p.code for p in problems] == ["BF041"]


def test_one_bad_move_hides_nothing_in_the_others(told):
    problems = told(
        ("        label: Release what you filmed", "        lable: Release what you filmed"),
        ("effects: {meaning: +1, dignity: -1}", "effects: {meening: +1, dignity: -1}"),
    )
    assert {p.code for p in problems} == {"BF041", "BF061"}


ONE_MORE_SCENE = """  more:
    title: More
    text: More.
    moves:
      go: {r: resist, tactic: warn_others, label: Warn, text: T., because: B., goto: END}
    wait: {text: W., goto: END}
injects:  """


def test_unreached_scenes_are_one_finding_at_the_scene_where_they_start(told):
    problems = told(
        ("goto: smear", "goto: END"),
        ("        goto: END\n      ana_speaks", "        goto: more\n      ana_speaks"),
        ("injects:  ", ONE_MORE_SCENE),
    )
    assert [(p.code, p.cuts_off) for p in problems] == [("BF074", 2)]
    assert problems[0].source == "  smear:"
    assert problems[0].notes == ("with it, 2 scenes are cut off: only it leads to the others",)


def test_a_target_nobody_can_guess_leaves_the_unreached_scenes_unsaid(told):
    assert [p.code for p in told(("goto: smear", "goto: somewhere_else"))] == ["BF012"]


def test_a_ring_without_a_way_out_is_found(told):
    problems = told(("goto: END", "goto: raid"))
    assert [p.code for p in problems] == ["BF075"]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "marked"),
    [
        ("format: 1", "format: 2", "BF007", 2, "2"),
        ("title: Dawn at the food bank", "title: 1984", "BF045", 4, "1984"),
        ("for: [experienced, high_risk]", "for: [experienced, everyone]", "BF043", 9, "everyone"),
        ("difficulty: 2", "difficulty: 9", "BF044", 12, "9"),
        ("care: 7", "care: seven", "BF042", 33, "seven"),
        ("range: 0-40", "range: 40", "BF045", 37, "40"),
        ("choose: 2", "choose: 5", "BF081", 41, "5"),
        ("answers: [cover_up]", "answers: cover_up", "BF042", 43, "cover_up"),
        ("uses: cover_up", "uses: coverup", "BF043", 57, "coverup"),
        ("voice: priest", "voice: preist", "BF013", 118, "preist"),
        ("names: [mayor]", "names: [major]", "BF013", 89, "major"),
        ("when: care >= 6", "when: care >= 16", "BF053", 76, "care >= 16"),
        ("when: not families_warned", "when: not familys_warned", "BF051", 110, "familys_warned"),
        ("[ana.story, ana.face]", "[ana.story, ana.photo]", "BF013", 127, "ana.photo"),
        ("about: reveal", "about: reveals", "BF043", 162, "reveals"),
    ],
)
def test_a_slip_is_reported_at_the_word_itself(told, food_bank, old, new, code, line, marked):
    problems = told((old, new))
    assert [p.code for p in problems] == [code]
    (problem,) = problems
    start = problem.column - 1
    assert problem.source[start : start + problem.place.length] == marked
    assert problem.line == food_bank[: food_bank.index(old)].count("\n") + 1


@pytest.mark.parametrize("slip", ["lable", "Label", "labell"])
def test_a_misspelled_key_gets_the_key_that_was_meant(told, slip):
    (problem,) = [p for p in told(("priest:   {label:", f"priest:   {{{slip}:")) if p.code == "BF041"]
    assert problem.help == "did you mean `label`?"


def test_a_missing_key_is_reported_where_it_belongs_with_what_it_is_for(told):
    (problem,) = told(
        (
            "        because: The denial was made before they knew of the film. Video is hard to deny; text is easy.\n",
            "",
        )
    )
    assert problem.code == "BF071"
    assert problem.source == "      publish:"


def test_a_comma_that_splits_a_text_in_braces_is_explained(told):
    (problem,) = told(("{label: The bar association, trusted_by", "{label: The bar, association, trusted_by"))
    assert problem.code == "BF023"
    assert "comma" in problem.message


def test_a_condition_with_a_slip_is_underlined_inside_its_quotes(told):
    (problem,) = told(("when: care >= 6", "when: 'care >= 6 and warnd'"))
    start = problem.column - 1
    assert problem.source[start : start + problem.place.length] == "warnd"


def test_two_lines_of_a_list_that_exclude_each_other(told):
    (problem,) = told(("when: care >= 6", "when: [care >= 6, care < 4]"))
    assert problem.code == "BF053"


def test_a_comma_in_brackets_that_cuts_a_condition_is_one_slip(told):
    (problem,) = told(("when: care >= 6", "when: [care >= 6, consents(ana, story)]"))
    assert problem.code == "BF050"
    assert "consents(ana.use)" in problem.help
    assert told(("when: care >= 6", "when: [care >= 6, consents(ana.story)]")) == ()


def test_warnings_do_not_keep_a_scenario_from_being_played(food_bank):
    loaded = read_text(food_bank.replace("when: care >= 6", "when: care >= 0"))
    assert [p.code for p in loaded.problems] == ["BF054"]
    assert loaded.ok
    assert loaded.scenario is not None


def test_an_error_does(food_bank):
    loaded = read_text(food_bank.replace("goto: smear", "goto: smaer"))
    assert not loaded.ok
    assert loaded.scenario is None


def test_a_file_is_loaded_with_its_name_and_digest(tmp_path, food_bank):
    path = tmp_path / "mine.yaml"
    path.write_text(food_bank, encoding="utf-8")
    loaded = load(path)
    assert loaded.ok
    assert loaded.name == str(path)
    assert loaded.digest == read_text(food_bank).digest
    assert len(loaded.digest) == 32


@pytest.mark.parametrize("name", ["missing.yaml", ".", "nul\0byte.yaml"])
def test_a_file_that_cannot_be_read_is_a_problem_too(tmp_path, name):
    (problem,) = load(f"{tmp_path}/{name}").problems
    assert problem.code == "BF001"
    assert is_plain(problem.file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_refused_without_waiting_for_somebody_to_write(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    (problem,) = load(tmp_path / "pipe.yaml").problems
    assert (problem.code, problem.message) == ("BF001", "This is not an ordinary file.")


def test_a_device_is_no_scenario():
    (problem,) = load(os.devnull).problems
    assert problem.message == "This is not an ordinary file."


@pytest.mark.parametrize("text", ["", "# only a comment\n", "[]\n", "just words\n", "42\n", "{}\n", "null\n"])
def test_what_is_no_scenario_is_said_to_be_none(text):
    assert [p.code for p in read_text(text).problems] == ["BF005"]


def test_a_file_full_of_errors_gets_a_list_that_can_be_read(food_bank):
    moves = "".join(f"      m{n}: {{r: x{n}, colour: red}}\n" for n in range(2000))
    loaded = read_text(food_bank.replace("    moves:\n      publish:", f"    moves:\n{moves}      publish:", 1))
    assert 1 <= len(loaded.problems) <= 200


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("title: Dawn at the food bank", "title: Dawn # 2", "# 2"),
        ("  - ask: Which", "  - ask: At desk #5, which", "#5, which"),
        ("about:\n", "about:\n  goals:\n    - Notice the number # 1\n", "# 1"),
    ],
)
def test_words_that_become_a_comment_are_not_lost_in_silence(food_bank, old, new, lost):
    problem = next(p for p in read_text(food_bank.replace(old, new, 1)).problems if p.code == "BF034")
    assert problem.source[problem.column - 1 :].startswith(lost)
    assert problem.severity == "warning"


def test_a_comment_where_no_words_stand_is_only_a_comment(told):
    assert told(("difficulty: 2", "difficulty: 2 # of five"), ("goto: smear", "goto: smear  # the lie")) == ()
