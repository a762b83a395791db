"""The clock and the zone that practice goes by: right on both sides of every change of this computer's clocks."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from backfire_sim.storage.alone import now, zone


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as there:
        there.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize("day", [datetime(2026, 3, 28, 12), datetime(2026, 10, 24, 12)], ids=["spring", "autumn"])
def test_every_hour_around_a_change_of_clocks_comes_back_as_itself(day: datetime) -> None:
    here = zone()
    for hour in range(30):
        moment = day.replace(tzinfo=UTC) + timedelta(hours=hour)
        assert moment.astimezone(here).astimezone(UTC) == moment


def test_a_day_begins_at_four_by_the_clock_on_the_wall_in_summer_and_winter() -> None:
    summer, winter = (datetime(2026, month, 10, 4, tzinfo=zone()).astimezone(UTC).hour for month in (7, 1))
    assert (summer, winter) == (2, 3)


def test_now_is_in_utc() -> None:
    assert now().tzinfo is UTC
