"""The schema with the ids of one scenario, for completion: whatever is wrong with the file at the moment."""

import json
from pathlib import Path

import pytest

from backfire_sim.scenario.schema import schema
from backfire_sim.scenario.schema_for import outline, schema_for
from backfire_sim.storage.shelf import built_ins
from tests.program import RAID, backfire

TEXT = Path(RAID).read_text(encoding="utf-8")


def offered(made, part, key):
    """What an editor offers under a key."""
    value = made["$defs"][part]["properties"][key] if part else made["properties"][key]
    value = value.get("items", value)
    known, free = value["anyOf"]
    assert free == {"type": "string"}, "an id that is new since then is no error"
    return made["$defs"][known["$ref"].removeprefix("#/$defs/")]["enum"]


def test_ids_are_offered_where_they_are_named():
    made = schema_for(TEXT)
    for part in ("Move", "Outcome", "Wait"):
        assert offered(made, part, "goto") == ["raid", "smear", "END"]
    assert offered(made, "Move", "voice") == ["priest", "lawyer"]
    assert offered(made, "Move", "reaches") == ["neighbours", "council", "shops"]
    assert offered(made, "Voice", "distrusted_by") == ["neighbours", "council", "shops"]
    assert offered(made, "Move", "uses_consent") == ["ana.story", "ana.face"]
    assert offered(made, "Method", "revokes") == ["ana.story", "ana.face"]
    assert offered(made, "Option", "sets") == ["families_warned"]
    assert offered(made, "Inject", "names") == ["masked_men", "mayor"]
    effects = made["$defs"]["Move"]["properties"]["effects"]
    assert {"visibility", "standing", "volunteers"} <= effects["properties"].keys()
    examples = made["$defs"]["Move"]["properties"]["needs"]["examples"]
    assert {"not families_warned", "prepared(cameras)", "consents(ana, face)", "played(raid.publish)"} <= set(examples)
    assert set(made["$defs"]["Person"]["properties"]["agrees"]["properties"]) == {"story", "face"}


def test_each_id_says_what_it_is():
    made = schema_for(TEXT)
    assert made["$defs"]["voices_here"]["enumDescriptions"] == ["Father Tomas", "The bar association"]
    assert made["$defs"]["targets_here"]["enumDescriptions"][0] == "Masked men at the door"


def test_golden_plays_are_completed_from_their_scenario():
    made = schema_for(TEXT, plays=True)
    steps = offered(made, "Play", "path")
    assert {"raid.publish", "smear.wait", "ask:ana.face", "inject:leak"} <= set(steps)
    assert offered(made, "Play", "prepare") == ["cameras", "code", "families", "announce"]
    assert offered(made, "Play", "consent") == ["ana.story", "ana.face"]
    assert offered(made, "Expect", "ending") == ["backfired", "contained"]


def test_everything_else_is_as_in_the_schema_for_all():
    made, plain = schema_for(TEXT), schema()
    assert made["$id"] == plain["$id"] + ":food-bank-raid"
    assert made["$defs"]["Move"]["properties"]["tactic"] == plain["$defs"]["Move"]["properties"]["tactic"]
    assert made["required"] == plain["required"]
    assert schema() == plain, "the schema for all is not changed by it"
    for ref in {line.split('"')[3] for line in json.dumps(made, indent=1).splitlines() if '"$ref"' in line}:
        assert ref.removeprefix("#/$defs/") in made["$defs"]


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("  smear:\n    title: '", "  smear:\n    title: \"'"),
        TEXT + "\nmore: [",
        TEXT.replace("    wait:\n", "    wait\n  goto raid\n     {\n"),
        TEXT.replace("      publish:\n", "      publish:\n        r: \n      : x\n      - y\n"),
        TEXT.replace("title: Dawn", "\ttitle: Dawn"),
    ],
)
def test_a_file_that_is_being_typed_is_read_as_far_as_it_can_be(text):
    made = schema_for(text)
    assert {"raid", "smear", "END"} <= set(offered(made, "Move", "goto"))
    assert {"priest", "lawyer"} <= set(offered(made, "Move", "voice"))


@pytest.mark.parametrize(
    "text", ["", "\x00", "[", "- a", "scenes: 3", "scenes:\n  a: b\nfacts: [x]\n", b"\xff\xfe", b"PK\x03\x04"]
)
def test_anything_gives_a_schema(text):
    made = schema_for(text)
    assert made["$defs"]["Move"]["properties"]["goto"]


def test_an_outline_goes_by_indentation_alone():
    text = "scenes:\n  raid:\n    moves:\n      run: {r: resist\n  # x:\n  after:\n"
    text += "people:\n  ana:\n    uses: [story, face] # both\n"
    assert outline(text) == {
        "scenes": {"raid": {"moves": {"run": {}}}, "after": {}},
        "people": {"ana": {"uses": ["story", "face"]}},
    }


def test_the_command_prints_it_for_a_name_or_a_file(tmp_path):
    for word in (RAID, next(iter(built_ins()))):
        done = backfire(tmp_path, "schema", "--for", word)
        assert done.returncode == 0
        assert "targets_here" in json.loads(done.stdout)["$defs"]
    done = backfire(tmp_path, "schema", "--plays", "--for", RAID)
    assert "steps_here" in json.loads(done.stdout)["$defs"]
    done = backfire(tmp_path, "schema", "--for", "nosuch.yaml")
    assert (done.returncode, done.stdout) == (2, "")
