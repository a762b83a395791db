"""Scenarios to change in one place and look at what an author is told."""

from pathlib import Path

import pytest

from backfire_sim.scenario.load import read_text

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def food_bank() -> str:
    """The example of the format's page: nothing is wrong with it."""
    return (FIXTURES / "food-bank-raid.yaml").read_text(encoding="utf-8")


@pytest.fixture
def told(food_bank):
    """The problems after some words of the example were replaced by others."""

    def change(*changes: tuple[str, str]):
        text = food_bank
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        return read_text(text, "food-bank-raid.yaml").problems

    return change
