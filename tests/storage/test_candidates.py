"""Every scenario that can be played is a candidate of a plan, and nothing of where it lies is told."""

from pathlib import Path

import pytest

from backfire_sim.storage.candidates import candidates
from backfire_sim.storage.paths import HOME_VARIABLE
from backfire_sim.storage.shelf import built_ins
from tests.program import RAID


def test_a_scenario_of_ones_own_is_there_under_the_name_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "our-town.yaml").write_bytes(Path(RAID).read_bytes())
    (tmp_path / "scenarios" / "broken.yaml").write_text("not a scenario")
    found = {each.called: each for each in candidates()}
    assert set(found) == {*built_ins(), "our-town"}
    assert found["our-town"].name == str(tmp_path / "scenarios" / "our-town.yaml")
    assert {"cover_up", "deny", "trusted_voices"} <= found["our-town"].facts.plays
    assert {"en", "es"} <= set(found["the-count-goes-on"].facts.languages)
    assert found["the-count-goes-on"].facts.serves == ("understand", "identify", "practice")
