"""A compiled scenario opens without YAML and models, and anything but its own bytes is left alone."""

import json
import subprocess
import sys
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario import coding, compiled
from backfire_sim.scenario.load import read_text

from .conftest import FIXTURES

SOURCE = (FIXTURES / "food-bank-raid.yaml").read_bytes()
BYTES = compiled.dumps(read_text(SOURCE).scenario, SOURCE)


def test_nothing_is_lost():
    written, read = read_text(SOURCE).scenario, compiled.loads(BYTES, SOURCE)
    for field in fields(Scenario):
        if field.name != "scenes":
            assert getattr(read, field.name) == getattr(written, field.name), field.name
    assert dict(read.scenes) == dict(written.scenes)
    assert list(read.scenes) == list(written.scenes)


def test_every_field_of_a_scenario_is_kept():
    assert {field.name for field in fields(Scenario)} == {*coding.FRAME, "scenes"}


def test_facts_with_the_names_of_words_keep_their_conditions():
    text = SOURCE.decode().replace("families_warned", "all")
    scenario = read_text(text).scenario
    assert compiled.loads(compiled.dumps(scenario, b""), b"").scenes["smear"] == scenario.scenes["smear"]


def test_another_source_or_version_is_not_taken(monkeypatch):
    assert compiled.loads(BYTES, SOURCE + b"\n") is None
    assert compiled.key(SOURCE) != compiled.key(SOURCE + b"\n")
    monkeypatch.setattr(compiled, "__version__", "0.0.0")
    assert compiled.loads(BYTES, SOURCE) is None


@given(st.integers(0, len(BYTES) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_noticed(place, flip):
    damaged = bytearray(BYTES)
    damaged[place] ^= flip
    assert compiled.loads(bytes(damaged), SOURCE) is None


@given(st.integers(0, len(BYTES) - 1))
def test_a_cut_file_is_noticed(length):
    assert compiled.loads(BYTES[:length], SOURCE) is None


def sealed(body: str) -> bytes:
    data = body.encode()
    return compiled._head(SOURCE, data) + b"\n" + data


@pytest.mark.parametrize(
    "body", ["", "{}\n[]", "null\nnull\nnull", '{}\n["a"]\n[]', "[" * 5000, '{"id": 1}\n["raid"]\n[]']
)
def test_bytes_with_the_right_seal_and_no_scenario_in_them_are_refused(body):
    assert compiled.loads(sealed(body), SOURCE) is None


@pytest.mark.parametrize("scene", ["[]", "3", '["raid", 1, 2]', '["smear","T","X",[],["wait","W",[]]]'])
def test_a_forged_scene_is_refused_when_it_is_opened(scene):
    frame, ids, _, smear = BYTES.partition(b"\n")[2].decode().split("\n")
    scenario = compiled.loads(sealed("\n".join([frame, ids, scene, smear])), SOURCE)
    with pytest.raises(compiled.DamagedError):
        scenario.scenes["raid"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_json_is_a_scene_or_refused(value):
    with pytest.raises((TypeError, ValueError)):
        coding.decode_scene(json.loads(json.dumps(value)))


def test_opening_needs_neither_yaml_nor_models():
    program = (
        "import sys; from backfire_sim.scenario import compiled; compiled.loads(b'x', b'y');"
        "print([m for m in ('yaml', 'pydantic', 'pydantic_core') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"
