"""Every test of the app has a home of its own, so that no cache and no play of a person's is touched."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for everything that is kept."""
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"
