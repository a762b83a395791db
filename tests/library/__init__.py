"""The built-in scenarios, as files."""

from pathlib import Path

import backfire_sim


class Library:
    """The folder of the built-in scenarios."""

    folder = Path(backfire_sim.__file__).parent / "library"
    names = sorted(path.stem for path in folder.glob("*.yaml") if "." not in path.stem)

    def __truediv__(self, name: str) -> Path:
        return self.folder / name


LIBRARY = Library()

TRANSLATIONS = sorted(path for path in LIBRARY.folder.glob("*.*.yaml") if ".plays" not in path.name)
"""The translations of the built-in scenarios."""
