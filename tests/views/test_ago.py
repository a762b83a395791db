"""How long ago, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.views.ago import ago

DAY = 86400


@pytest.mark.parametrize(
    ("seconds", "midnights", "said"),
    [
        (-500, 0, "just now"),
        (119, 0, "just now"),
        (59 * 60, 0, "59 minutes ago"),
        (30 * 60, 1, "30 minutes ago"),
        (3600, 0, "1 hour ago"),
        (3 * 3600, 1, "3 hours ago"),
        (5 * 3600, 1, "yesterday"),
        (40 * 3600, 1, "yesterday"),
        (DAY * 2, 2, "2 days ago"),
        (DAY * 13, 13, "13 days ago"),
        (DAY * 14, 14, "2 weeks ago"),
        (DAY * 61, 61, "2 months ago"),
        (DAY * 729, 729, "23 months ago"),
        (DAY * 800, 800, "2 years ago"),
    ],
)
def test_it_is_said_as_people_say_it(seconds: float, midnights: int, said: str) -> None:
    assert ago(seconds, midnights) == said


@given(st.integers(0, 20_000), st.integers(0, DAY - 1))
def test_no_number_that_is_said_is_nothing(midnights: int, more: int) -> None:
    said = ago(midnights * DAY + more, midnights)
    assert not said.startswith("0 ")
