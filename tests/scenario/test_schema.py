"""What editors complete and show comes from the models, and says nothing that editors get wrong."""

from typing import get_args

import pytest

from backfire_sim.scenario import models
from backfire_sim.scenario.schema import plays_schema, schema
from backfire_sim.scoring.vocabulary import COSTS, LEVERAGE, METHODS, RESPONSE_OF_TACTIC, RESPONSES


@pytest.mark.parametrize("make", [schema, plays_schema])
def test_every_key_has_a_hover_text(make):
    made = make()
    parts = [made, *made["$defs"].values()]
    bare = [
        key for part in parts for key, value in part["properties"].items() if not {"description", "$ref"} & set(value)
    ]
    assert bare == []
    assert all(part["additionalProperties"] is False for part in parts)


@pytest.mark.parametrize("make", [schema, plays_schema])
def test_no_key_is_offered_as_null(make):
    def walk(value):
        if isinstance(value, dict):
            assert value.get("type") != "null"
            assert value.get("default", 1) is not None
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(make())


def test_it_says_which_schema_it_is():
    made = schema()
    assert made["$schema"].startswith("https://json-schema.org/")
    assert made["$id"].endswith(":1")
    assert made["properties"]["format"]["const"] == 1


def test_editors_that_read_plus_two_as_a_number_do_not_complain():
    kinds = schema()["$defs"]["Move"]["properties"]["effects"]["additionalProperties"]["anyOf"]
    assert {"type": "integer"} in kinds


def test_the_closed_words_are_those_of_the_model():
    assert get_args(models.Response) == RESPONSES
    assert get_args(models.MethodKind) == METHODS
    assert get_args(models.Cost) == COSTS
    assert get_args(models.Leverage) == tuple(LEVERAGE)
    assert schema()["$defs"]["Move"]["properties"]["tactic"]["enum"] == list(RESPONSE_OF_TACTIC)
