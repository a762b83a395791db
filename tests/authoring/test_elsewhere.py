"""Where all other plays end is what the playtester finds, in every way it can be looked at."""

import pytest

from backfire_sim.authoring.elsewhere import elsewhere
from backfire_sim.authoring.explore.limits import Limits
from backfire_sim.authoring.playtest.run import playtest
from backfire_sim.storage import cache
from backfire_sim.views.elsewhere import elsewhere_told, percents
from tests.library.plays import golden_play

RAID = golden_play("paper-menorahs", "good").scenario


@pytest.fixture(autouse=True)
def _own_place(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path))


def test_every_way_ends_as_the_playtester_says_and_a_sample_comes_near() -> None:
    heard: list[int] = []
    found = elsewhere(RAID, "digest", progress=heard.append)
    report = {row.strategy: row for row in playtest(RAID).strategies}
    assert found.complete
    assert heard == sorted(heard)
    assert heard[-1] <= found.states
    for manner in found.manners:
        of_playtest = report[manner.id]
        assert dict(manner.classes) == pytest.approx(of_playtest.classes, abs=1e-5)
        assert dict(manner.endings) == pytest.approx(of_playtest.endings, abs=1e-5)
        assert manner.support == pytest.approx(of_playtest.gained, abs=1e-3)
        assert sum(cell.share for cell in manner.cloud) == pytest.approx(1, abs=1e-5)
        assert sum(percents(manner).values()) == 100
    sampled = elsewhere(RAID, limits=Limits(states=100, seconds=5), plays=3000)
    assert not sampled.complete
    for one, other in zip(found.manners, sampled.manners, strict=True):
        assert dict(one.classes) == pytest.approx(dict(other.classes), abs=0.05)


def test_what_was_found_is_kept_and_a_damaged_copy_is_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    small = Limits(states=100, seconds=5)
    found = elsewhere(RAID, "digest", limits=small, plays=200)
    monkeypatch.setattr("backfire_sim.authoring.elsewhere._sample", lambda *_all: pytest.fail("worked out again"))
    assert elsewhere(RAID, "digest", limits=small, plays=200) == found
    monkeypatch.undo()
    monkeypatch.setattr(cache, "get", lambda _key: b'[true, 1, "x", [["random"]]]')
    assert elsewhere(RAID, "digest", limits=small, plays=200).manners == found.manners


def test_it_is_said_what_random_means_and_that_it_is_no_forecast() -> None:
    told = elsewhere_told(elsewhere(RAID, limits=Limits(states=100, seconds=5), plays=200), "backfire")
    assert "200 plays" in told.method
    assert any("no forecast" in text for text in told.meant)
    assert "Backfire" in told.yours
