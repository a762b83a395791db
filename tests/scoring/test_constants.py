"""The page about the model says what the code does."""

from pathlib import Path

from backfire_sim.scoring import constants
from backfire_sim.scoring.constants import CONSTANTS
from backfire_sim.scoring.vocabulary import COSTS, GATES, GLOSSES, LABELS, METHODS, RESPONSES, TACTICS

PAGE = (Path(__file__).parents[2] / "docs" / "model.md").read_text(encoding="utf-8")


def test_every_constant_has_a_tag_and_those_that_claim_evidence_have_a_source() -> None:
    for name, constant in CONSTANTS.items():
        assert constant.evidence in ("measured", "direction", "theory", "design"), name
        assert constant.why, name
        assert constant.evidence == "design" or constant.source, name


def test_every_constant_that_shapes_a_play_is_in_the_table() -> None:
    named = {name for name in vars(constants) if name.isupper() and not name.startswith("TOP_OF")} - {"CONSTANTS"}
    assert named <= set(CONSTANTS)
    for name, constant in CONSTANTS.items():
        assert f"| {name.replace('_', ' ').lower()} | {constant.value} | {constant.evidence} |" in PAGE


def test_every_word_of_the_model_has_a_label_and_the_main_ones_a_gloss() -> None:
    tactics = [tactic for of_one in TACTICS.values() for tactic in of_one]
    assert len(tactics) == len(set(tactics)) == 22
    assert {*GATES, *RESPONSES, *METHODS, *COSTS, *tactics} <= set(LABELS)
    assert {*GATES, *RESPONSES, *METHODS, *COSTS} <= set(GLOSSES)
