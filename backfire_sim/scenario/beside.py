"""Files that stand beside a scenario."""

from __future__ import annotations

import os
from pathlib import Path


def sidecar(scenario: str | os.PathLike[str]) -> Path:
    """Where the golden plays of a scenario file stand: beside it, `NAME.plays.yaml`."""
    path = Path(scenario)
    return path.with_name(path.name.removesuffix(path.suffix) + ".plays.yaml")
