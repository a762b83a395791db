"""The author's own editor, as the environment names it, opened where something stands."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

_PLUS = {"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "joe", "kak", "ed", "mg", "jed"}
"""Editors that take a line as `+12` before the file."""

_COLON = {"micro", "hx", "helix", "subl", "zed"}
"""Editors that take `file:12:5`."""

_GOTO = {"code", "codium", "code-insiders", "cursor"}
"""Editors that take `--goto file:12:5`."""


def command(path: Path, line: int, column: int) -> list[str] | None:
    """The words that open the file there; None where no editor is named. An editor not known here opens the file."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError:
        words = named.split()
    if not words:
        return None
    # A file whose name begins with a dash is no option.
    file = str(path.absolute())
    name = Path(words[0]).stem.lower()
    if name in _PLUS:
        return [*words, f"+{line}", file]
    if name in _COLON:
        return [*words, f"{file}:{line}:{column}"]
    if name in _GOTO:
        return [*words, "--goto", f"{file}:{line}:{column}"]
    return [*words, file]
