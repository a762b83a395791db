from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(short: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything that is written goes into a folder of the test's own."""
    folder = short / "home"
    monkeypatch.setenv("BACKFIRE_HOME", str(folder))
    return folder
