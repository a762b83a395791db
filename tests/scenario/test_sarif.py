"""The log that code hosts take in, held against what the SARIF 2.1.0 schema and text ask of it."""

import json
import re

import pytest

from backfire_sim.scenario import catalog
from backfire_sim.scenario.load import read_text
from backfire_sim.scenario.problems import Edit, Fix, Place, Problem, in_order
from backfire_sim.scenario.report import FORMATS

from .conftest import FIXTURES

CODES = catalog.codes()
TEXT = (FIXTURES / "food-bank-raid.yaml").read_text(encoding="utf-8")
SLIPS = [
    ("goto: smear", "goto: smaer"),
    ("voice: priest", "voice: preist"),
    ("visibility: +3, evidence: +2", "visibility: +3 evidence: +2"),
    ("title: Masked", "\ttitle: Masked"),
    ("minutes: 40", "minutes: 40\n  minutes: 50"),
]


def log(problems):
    """The only run of the log."""
    whole = json.loads(FORMATS["sarif"](problems))
    assert whole["version"] == "2.1.0"
    assert whole["$schema"].endswith("sarif-2.1.0.json")
    assert set(whole) <= {"$schema", "version", "runs"}
    (run,) = whole["runs"]
    return run


def found():
    text = TEXT
    for was, now in SLIPS:
        assert was in text
        text = text.replace(was, now)
    return read_text(text, "a folder/ünï.yaml").problems


def assert_text(message):
    assert set(message) <= {"text", "markdown"}
    assert isinstance(message["text"], str) and message["text"].strip()


def assert_location(location):
    assert set(location) <= {"artifactLocation", "region"}
    assert set(location["artifactLocation"]) == {"uri"}
    assert re.fullmatch(r"[!#$&-;=?-\[\]_a-z~]|%[0-9a-fA-F]{2}", location["artifactLocation"]["uri"][0])
    assert not re.search(r"[^\x21-\x7e]", location["artifactLocation"]["uri"])
    if "region" in location:
        assert_region(location["region"])


def assert_region(region):
    assert set(region) <= {"startLine", "startColumn", "endLine", "endColumn"}
    assert all(type(value) is int and value >= 1 for value in region.values())
    if "endColumn" in region:
        assert (region["endLine"], region["endColumn"]) >= (region["startLine"], region["startColumn"])


def assert_result(result, rules):
    known = {"ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "fixes"}
    assert set(result) <= known
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in ("error", "warning")
    assert_text(result["message"])
    (location,) = result["locations"]
    assert set(location) == {"physicalLocation"}
    assert_location(location["physicalLocation"])
    ids = [related["id"] for related in result.get("relatedLocations", [])]
    assert len(set(ids)) == len(ids)
    for related in result.get("relatedLocations", []):
        assert_text(related["message"])
        assert_location(related["physicalLocation"])
    for fix in result.get("fixes", []):
        assert_text(fix["description"])
        (change,) = fix["artifactChanges"]
        assert change["artifactLocation"] == location["physicalLocation"]["artifactLocation"]
        assert change["replacements"]
        for replacement in change["replacements"]:
            assert_region(replacement["deletedRegion"])
            assert isinstance(replacement["insertedContent"]["text"], str)


def test_every_code_is_a_rule_with_its_page():
    driver = log([])["tool"]["driver"]
    assert driver["name"] == "Backfire"
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", driver["semanticVersion"])
    assert [rule["id"] for rule in driver["rules"]] == CODES
    for rule in driver["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            assert_text(rule[key])
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}: {rule['shortDescription']['text']}\n")
        assert "```yaml whole" not in rule["help"]["markdown"]
        page = catalog.page(rule["id"])
        assert rule["defaultConfiguration"] == {"level": page.severity}


def test_each_problem_is_a_result_at_its_place_in_code_points():
    problems = found()
    run = log(problems)
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["ruleId"] for result in run["results"]] == [problem.code for problem in problems]
    for result, problem in zip(run["results"], problems, strict=True):
        assert_result(result, run["tool"]["driver"]["rules"])
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (problem.line, problem.column)


def test_a_repair_says_what_to_delete_and_what_to_write():
    result = next(result for result in log(found())["results"] if result["ruleId"] == "BF013")
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    line = next(line for line in TEXT.splitlines() if "voice: priest" in line)
    assert line[region["startColumn"] - 1 :].startswith("priest")
    assert (region["endColumn"] - region["startColumn"], replacement["insertedContent"]["text"]) == (6, "priest")


def test_an_insertion_deletes_nothing():
    problem = Problem("BF025", "M", "f.yaml", Place(2, 3), fix=Fix("close", (Edit(2, 9, 0, '"'),)))
    (result,) = log([problem])["results"]
    region = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    assert region == {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 9}


def test_lines_that_the_words_name_are_related():
    results = {result["ruleId"]: result for result in log(in_order(found()))["results"]}
    lines = [each["physicalLocation"]["region"]["startLine"] for each in results["BF012"]["relatedLocations"]]
    smear = next(number for number, line in enumerate(TEXT.splitlines(), 1) if line.startswith("  smear:"))
    assert smear + 1 in lines
    assert len(lines) > 3
    doubled = results["BF011"]["relatedLocations"]
    assert [each["physicalLocation"]["region"]["startLine"] for each in doubled] == [11]


def test_braces_in_words_are_doubled_for_single_ones_stand_for_arguments():
    (result,) = log([Problem("BF023", "Inside { } a comma ends it.", "f.yaml", Place(1, 1), help="write {a: 1}")])[
        "results"
    ]
    assert result["message"]["text"] == "Inside {{ }} a comma ends it.\nHelp: write {{a: 1}}"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b.yaml", "a%20b.yaml"),
        ("x/é.yaml", "x/%C3%A9.yaml"),
        ("/tmp/a#b.yaml", "file:///tmp/a%23b.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"),
        ("../up.yaml", "../up.yaml"),
    ],
)
def test_files_are_addresses(file, uri):
    (result,) = log([Problem("BF001", "There is no such file.", file)])["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location == {"artifactLocation": {"uri": uri}}


def test_a_code_without_a_page_has_no_rule_to_point_at():
    (result,) = log([Problem("BF999", "M", "f.yaml", Place(1, 1))])["results"]
    assert result["ruleIndex"] == -1
