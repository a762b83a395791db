"""Files that stand beside a scenario."""

from __future__ import annotations

import os
from pathlib import Path

from backfire_sim.scenario.language import holds_translations, language_of

PLAYS = ".plays"


def sidecar(scenario: str | os.PathLike[str]) -> Path:
    """Where the golden plays of a scenario file stand: beside it, `NAME.plays.yaml`."""
    path = Path(scenario)
    return path.with_name(path.name.removesuffix(path.suffix) + f"{PLAYS}.yaml")


def is_beside(file: Path) -> bool:
    """Whether a file stands beside a scenario: golden plays, or translations."""
    return Path(file.stem).suffix == PLAYS or bool(language_of(file) and holds_translations(file))
