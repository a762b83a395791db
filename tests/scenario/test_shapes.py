"""The prepared shapes say the same as the models, and without them the models are used."""

import subprocess
import sys

import pytest

from backfire_sim.engine.scenario import END
from backfire_sim.scenario import build_shapes, names, shapes
from backfire_sim.scenario.load import read_text

from .conftest import FIXTURES


def test_the_prepared_shapes_are_those_of_the_models():
    built = build_shapes.build()
    if built["core"] != shapes.table()["core"]:
        pytest.skip("another pydantic core is installed; the models are used as they are")
    assert shapes.table() == built, "run python -m backfire_sim.scenario.build_shapes"


@pytest.fixture
def another_core(monkeypatch):
    monkeypatch.setitem(shapes.table(), "core", "0.0.0")
    shapes.validator.cache_clear()
    yield
    shapes.validator.cache_clear()


@pytest.mark.usefixtures("another_core")
def test_with_another_core_a_scenario_opens_all_the_same(food_bank):
    loaded = read_text(food_bank)
    assert loaded.problems == ()
    assert [move.id for move in loaded.scenario.scenes["raid"].moves] == ["publish", "witnesses", "angry_post"]
    assert loaded.scenario.start["care"] == 7
    assert loaded.scenario.sheet.aims == ()


def test_problems_are_the_same_with_another_core(request, food_bank):
    broken = (
        food_bank.replace("minutes: 40", "minuts: 40").replace("r: redeem", "r: redem").replace("text: A", "tekst: A")
    )
    prepared = read_text(broken).problems
    request.getfixturevalue("another_core")
    assert read_text(broken).problems == prepared
    assert len(prepared) > 5


def test_checking_a_scenario_builds_no_models():
    program = (
        "import sys; from backfire_sim.scenario.load import load;"
        f"assert load({str(FIXTURES / 'food-bank-raid.yaml')!r}).scenario is not None;"
        "print([m for m in ('pydantic', 'textual', 'numpy', 'rich') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_format_and_the_engine_mean_the_same_end():
    assert names.END == END


@pytest.mark.parametrize(
    ("part", "path", "key"),
    [
        ("Frame", (), "about"),
        ("Frame", ("about",), "for"),
        ("Frame", ("audiences", "council"), "leverage"),
        ("Frame", ("prepare", "options", "x"), "tactic"),
        ("Scene", ("moves", "publish", "outcomes", 0), "because"),
        ("Scene", ("wait",), "goto"),
        ("PlaysFile", ("plays", "good", "expect"), "outcome"),
    ],
)
def test_the_keys_at_a_path_are_known(part, path, key):
    assert key in shapes.keys_at(part, path)
    assert shapes.keys_at(part, path)[key].description


@pytest.mark.parametrize("path", [("title",), ("nothing",), ("audiences",), ("about", "for", 0)])
def test_where_no_keys_stand_none_are_known(path):
    assert shapes.keys_at("Frame", path) == {}
