"""The few things a person may set, in a file they can read and change: one setting a line.

A line that makes no sense is passed over and named; a settings file can never keep the program from starting.
"""

import json
import re
from pathlib import Path
from typing import NamedTuple

from backfire_sim.speech import _, later
from backfire_sim.storage.errors import StorageError, because
from backfire_sim.storage.paths import ensure_folder, places, write_whole
from backfire_sim.text import one_line

_WORD = re.compile(r"[a-z0-9][a-z0-9_+-]{0,39}")
_MOST_BYTES = 64 * 1024
_LONGEST_PATH = 4096

_ONCE = "veil"
"""What `intensity` was called when it was a yes or no; such a line still holds."""


SYSTEM = "system"
"""For the language: that of the computer."""


class Settings(NamedTuple):
    """Every setting with what it is at first."""

    theme: str = "dusk"
    """Name of the color theme; whoever draws falls back to its own first theme for a name it does not know."""
    language: str = SYSTEM
    """The language to speak, as a tag such as `es`."""
    intensity: str = "whole"
    """How much of what is heavy is told at first: one of CHOICES."""
    panic_key: str = "ctrl+x"
    """The key that blanks the screen at once. A combination: it is on every keyboard, and no terminal, desktop or
    laptop keeps it for itself, as they do the function keys."""
    keep_plays: bool = True
    """Whether plays are kept on this machine; if not, they are gone when the program ends."""
    projector: bool = False
    """Whether the layout is for a projector: one thought per screen, in large type."""
    still: bool = False
    """Whether nothing on the screen may move by itself."""
    scenarios: str = ""
    """Folder of scenarios of one's own; empty for the program's own place for them."""


CHOICES = {"intensity": ("whole", "softened", "veiled")}
"""What a setting can be, where that is one of a few words."""

_WHAT = {
    "theme": later("Colors."),
    "language": later('Language, such as "es"; "system" is that of this computer.'),
    "intensity": later('How much of heavy scenes is told at first: "whole", "softened", or "veiled" (one line).'),
    "panic_key": later("The key that blanks the screen at once."),
    "keep_plays": later("Keep plays on this machine, to go on with them later? true or false"),
    "projector": later("Lay everything out for a projector, one thought per screen? true or false"),
    "still": later("Let nothing move by itself: no blinking cursor, no clock that ticks? true or false"),
    "scenarios": later('Folder of scenarios of your own; "" is the usual place, which backfire privacy names.'),
}

NAMES = tuple(_WHAT)
"""Every setting by its name, in the order of the file."""


def about(name: str) -> str:
    """What a setting does, in one line."""
    return _(_WHAT[name])


def load(path: Path | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and a sentence for every line that was passed over. Never an error: the rest is as at first."""
    path = path or places().settings
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", errors="replace")
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return Settings(), (
            _("{path} cannot be read: {why}. All settings are as at first.", path=path, why=because(error)),
        )
    found: dict[str, object] = {}
    passed_over: list[str] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, _sign, written = (part.strip() for part in line.partition("="))
        try:
            value = json.loads(written)
        except (ValueError, RecursionError):
            value = None
        if name == _ONCE and isinstance(value, bool):
            found.setdefault("intensity", "veiled" if value else "whole")
        elif name not in _WHAT:
            said = _("{path}, line {number}: there is no setting {name}.")
            passed_over.append(said.format(path=path, number=number, name=repr(one_line(name, 40))))
        elif not can_be(name, value):
            said = _("{path}, line {number}: {name} cannot be {value}.")
            shown = one_line(written, 40) or _("empty")
            passed_over.append(said.format(path=path, number=number, name=name, value=shown))
        else:
            found[name] = value
    return Settings(**found), tuple(passed_over)  # type: ignore[arg-type]


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings, in one step. ValueError for a value that cannot be; StorageError if the disk refuses."""
    path = path or places().settings
    lines = []
    for name, value in settings._asdict().items():
        if not can_be(name, value):
            raise ValueError(f"{name} cannot be {value!r}")
        lines.append(f"# {_(_WHAT[name])}\n{name} = {json.dumps(value)}\n")
    ensure_folder(path.parent)
    try:
        write_whole(path, "\n".join(lines).encode())
    except OSError as error:
        said = _("The settings cannot be kept in {path}: {why}.", path=path, why=because(error))
        raise StorageError(said) from error


def can_be(name: str, value: object) -> bool:
    """Whether a setting can have this value."""
    if type(value) is not type(getattr(Settings(), name)):
        return False
    if name == "scenarios":
        return isinstance(value, str) and len(value) <= _LONGEST_PATH and one_line(value) == value
    if name in CHOICES:
        return value in CHOICES[name]
    return not isinstance(value, str) or _WORD.fullmatch(value) is not None
