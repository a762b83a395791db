"""Problems as people and programs read them."""

import json
import pickle

from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.problems import Edit, Fix, Place, Problem
from backfire_sim.scenario.report import as_github, as_json, as_text, summary


def test_a_problem_stands_with_its_line_a_caret_and_what_to_write(food_bank):
    text = food_bank.replace("        goto: smear\n      witnesses", "        goto: smaer\n      witnesses")
    assert as_text(read_text(text, "food-bank-raid.yaml").problems) == (
        "error[BF012]: No scene has the id `smaer`.\n"
        "  --> food-bank-raid.yaml:69:15\n"
        "   |\n"
        "69 |         goto: smaer\n"
        "   |               ^^^^^ no scene has this id\n"
        "   = help: did you mean `smear`, line 96? (--fix writes it)\n"
        "\n1 error\n"
    )


def test_the_caret_stands_below_the_word_after_wide_letters():
    problem = Problem("BF013", "M", "f.yaml", Place(1, 7, 4), "- 日本: here")
    lines = as_text([problem]).splitlines()
    assert lines[3] == " 1 | - 日本: here"
    assert lines[4] == "   |         ^^^^"


def test_of_a_long_line_the_part_around_the_caret_is_shown():
    source = "x" * 300 + "HERE" + "y" * 300
    shown = as_text([Problem("BF013", "M", "f.yaml", Place(1, 301, 4), source)]).splitlines()
    assert len(shown[3]) <= 105
    assert shown[3][shown[4].index("^") : shown[4].rindex("^") + 1] == "HERE"


def test_problems_are_counted_in_words():
    error, warning = Problem("BF012", "e"), Problem("BF054", "w")
    assert summary([]) == "No problem found."
    assert summary([error, error, warning]) == "2 errors and 1 warning"


def test_json_holds_what_a_program_needs():
    (record,) = json.loads(as_json([Problem("BF054", "Ü", "f.yaml", Place(3, 5, 2), "src", help="h", notes=("n",))]))
    assert record["severity"] == "warning"
    assert (record["line"], record["column"], record["length"]) == (3, 5, 2)
    assert record["message"] == "Ü"
    assert as_json([]) == "[]\n"


def test_json_holds_the_repair_as_edits_of_the_saved_file():
    fix = Fix("`a` -> `b`", (Edit(3, 5, 1, "b"),))
    (record,) = json.loads(as_json([Problem("BF013", "M", "f.yaml", Place(3, 5), fix=fix)]))
    assert record["fix"] == {"what": "`a` -> `b`", "edits": [{"line": 3, "column": 5, "length": 1, "text": "b"}]}
    (record,) = json.loads(as_json([Problem("BF013", "M", "f.yaml", Place(3, 5))]))
    assert record["fix"] is None


def test_a_problem_with_a_repair_is_a_value_like_any_other():
    fix = Fix("`a` -> `b`", (Edit(3, 5, 1, "b"),))
    problem = Problem("BF013", "M", "f.yaml", Place(3, 5), fix=fix)
    assert pickle.loads(pickle.dumps(problem)) == problem
    assert problem == Problem("BF013", "M", "f.yaml", Place(3, 5), fix=Fix("`a` -> `b`", (Edit(3, 5, 1, "b"),)))
    assert problem != Problem("BF013", "M", "f.yaml", Place(3, 5))


def test_annotations_cannot_be_broken_by_what_a_file_says():
    problem = Problem("BF013", "100%\n::error::x", "a,b:c.yaml", Place(1, 1), help="h")
    assert as_github([problem]) == (
        "::error file=a%2Cb%3Ac.yaml,title=BF013,line=1,col=1,endColumn=2::100%25%0A::error::x%0Ahelp: h\n"
    )
    assert as_github([]) == ""
