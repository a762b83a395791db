"""One slip is one finding: what only follows from it is left unsaid."""

import pytest

ONE_SLIP = [
    # A misspelled key is not missing too, and what stands under it is known.
    ("\nscenes:", "\nscene:", "BF041", "did you mean `scenes`?"),
    ("\nendings:", "\nending:", "BF041", "did you mean `endings`?"),
    ("\naudiences:", "\naudience:", "BF041", "did you mean `audiences`?"),
    ("\nvoices:", "\nvoice:", "BF041", "did you mean `voices`?"),
    ("\nfacts:", "\nfakts:", "BF041", "did you mean `facts`?"),
    ("technique: publish_record", "technque: publish_record", "BF041", "did you mean `technique`?"),
    ("uses: devaluation", "use: devaluation", "BF041", "did you mean `uses`?"),
    ("    wait:\n      text: Nobody", "    waiting:\n      text: Nobody", "BF041", "did you mean `wait`?"),
    ("    moves:\n      portraits", "    move:\n      portraits", "BF041", "did you mean `moves`?"),
    ("  options:", "  option:", "BF041", "did you mean `options`?"),
    # A block that could not be read may hold whatever is named.
    ("  families_warned: The", "  - families_warned is when the", "BF042", ""),
    ("range: 0-40", "range: 40-0", "BF082", "0-40"),
    ("  volunteers: {label", "  care: {label", "BF014", "another id"),
    ("    uses: [story, face]", "    uses: story", "BF042", "[story]"),
    # A bad id is known as it was written and as it should have been.
    ("  priest:   {", "  Priest:   {", "BF010", "`priest`"),
    ("  smear:\n", "  2smear:\n", "BF010", "`smear`"),
    ("  priest:   {", "  📚:   {", "BF010", "`voice_1`"),
    ("  smear:\n", "  Smear:\n", "BF010", "`smear`"),
    # A key at the wrong margin.
    ("\ninjects: ", "\n  injects: ", "BF027", "remove the spaces"),
    # Targets.
    ("goto: smear\n      witnesses", "gotto: smear\n      witnesses", "BF041", "did you mean `goto`?"),
    ("endings:  ", "endings:\n  first: {title: All, text: It ends.}\n#", "BF078", "move `first` to the end"),
]


@pytest.mark.parametrize(("old", "new", "code", "says"), ONE_SLIP)
def test_one_slip_is_one_finding(told, old, new, code, says):
    (problem,) = told((old, new))
    assert problem.code == code
    assert says in problem.help


def test_a_bad_id_that_is_used_everywhere_is_one_finding(told):
    (problem,) = told(("priest", "Priest"))
    assert (problem.code, problem.line) == ("BF010", 23)


def test_a_bad_scene_id_that_is_used_everywhere_cuts_nothing_off(told):
    (problem,) = told(("smear", "The Smear"))
    assert problem.code == "BF010"


def test_several_targets_in_one_goto_cut_off_no_scene(told):
    problems = told(("goto: smear", "goto: [smear, raid]"))
    assert {p.code for p in problems} == {"BF042"}


def test_what_else_is_wrong_under_a_misspelled_key_is_told_in_the_same_run(told):
    slips = [("\nvoices:", "\nvoice:"), ("trusted_by: [council]}", "trusted_by: [counsil]}"), ("care: 7", "care: 17")]
    problems = told(*slips)
    assert {p.code for p in problems} == {"BF041", "BF013", "BF044"}


def test_two_spellings_of_one_key_are_told_apart(told):
    problems = told(("        technique: publish_record\n", "        technique: publish_record\n        technque: x\n"))
    assert [p.code for p in problems] == ["BF041"]


def test_a_name_is_first_looked_for_as_a_word_of_a_longer_one(told):
    problems = told(("  smear:\n", "  front_smear:\n"))
    assert "front_smear" in problems[0].help
