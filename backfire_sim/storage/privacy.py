"""What the program has written on this machine, in plain words, and how to be rid of it.

The program writes to a few places of its own accord (see `paths`), and reads scenarios of one's own from another.
Files that a person exports go where that person says; the program keeps no list of them.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from backfire_sim.speech import _, later
from backfire_sim.storage.erase import erase
from backfire_sim.storage.errors import because
from backfire_sim.storage.lock import holder
from backfire_sim.storage.meeting import standing_folders
from backfire_sim.storage.paths import Places, places

PRACTICE = "practice"
"""What can be wiped alone."""

_PLAYS_FOLDER = later("Folder of the plays that were kept.")
_PAPERS_FOLDER = later("Folder of what you asked to keep besides plays: your group's plan, answers before and after.")
_PRACTICE_FOLDER = later("Folder of what you practiced alone: your answers, and when you gave them.")
_SCENARIOS_FOLDER = later(
    "Folder for scenarios of your own. The program reads it, and never writes or removes anything."
)
_CACHE_FOLDER = later("Folder of scenarios read once and kept ready; it can be made again at any time.")
_SETTINGS = later("Your settings: colors, keys, language, whether plays are kept.")

_HELP_HERE = later("Where to get help here, as you wrote it.")

# The order matters: the first that fits says what a file is. Only names that the program itself gives are listed here,
# because a folder on a stick may hold other people's files, and those are nobody's business to erase.
_PLAY_FILES = (
    (
        r"\w+\.play",
        later("A play: which scenario, every decision in order, and the numbers after each. No names, no clock."),
    ),
    (r"\w+\.play-(wal|shm|journal)", later("The last changes of a play, until it is closed.")),
    (r"\w+\.play\.damaged(-\d+)?(-wal)?", later("A damaged play, put aside when its readable part was saved.")),
    (r"\w+\.new(-wal|-shm|-journal)?", later("A play whose beginning was cut short.")),
    (
        r"\w+\.table",
        later("How the table of a play stands: seats by number, how many chose what, reasons without names."),
    ),
    (r"\w+\.table\.[0-9a-f]{12}\.tmp", later("The same, cut short.")),
    (r"\w+\.lock", later("The number of the process that has a play open.")),
)
_PRACTICE_FILES = (
    (
        r"reviews\.play",
        later(
            "Your practice: which drill, what you answered, how sure you were, and when, in UTC. Plays hold no times; "
            "this does, to know when each comes back. No names, and no sentence that you wrote."
        ),
    ),
    (r"\w+\.play", later("What was saved of a damaged practice, with the same in it.")),
    (r"\w+\.play-(wal|shm|journal)", later("Your last answers, until practice is closed.")),
    (r"\w+\.play\.damaged(-\d+)?(-wal)?", later("A damaged practice, put aside when its readable part was saved.")),
    (r"\w+\.new(-wal|-shm|-journal)?", later("A practice whose beginning was cut short.")),
    (r"\w+\.lock", later("The number of the process that has practice open.")),
)
_CACHE_FILES = (
    (r"[0-9a-f]{32}\.bin", later("A scenario that was opened, kept ready to open fast.")),
    (r"[0-9a-f]{32}\.bin\.[0-9a-f]{12}\.tmp", later("The same, cut short.")),
)
_PAPER_FILES = (
    (r"plan-\w+\.json", later("A group's own plan for its first days, as typed after a play.")),
    (r"measure-\w+\.json", later("Answers given before and after a training, without names.")),
    (r"(plan|measure)-\w+\.json\.[0-9a-f]{12}\.tmp", later("The same, cut short.")),
)
_MEETING_FOLDER = later("Folder in which a table and the facilitator's own terminal meet, on this computer only.")
_MEETING_FILES = (
    (r"\w+\.sock", later("The door to a table that is playing. It holds nothing, and is gone when the table ends.")),
    (r"\w+\.port(\.[0-9a-f]{12}\.tmp)?", later("The door to a table that is playing, and the word that opens it.")),
)
_SETTINGS_FILES = (
    (r"help-here\.txt", _HELP_HERE),
    (r"help-here\.txt\.[0-9a-f]{12}\.tmp", later("The same, cut short.")),
    (r"settings\.toml\.[0-9a-f]{12}\.tmp", later("Settings, cut short while being saved.")),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A path that the program writes to."""

    path: Path
    exists: bool
    what: str
    """What is in it, in plain words."""
    bytes: int
    """0 for folders and for what does not exist."""


@dataclass(frozen=True, slots=True)
class Wiped:
    """What became of everything."""

    removed: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...]
    """What could not be removed, and why."""
    warnings: tuple[str, ...]
    """What a person should know besides: plays still open in a window, files of others in our folders."""

    @property
    def complete(self) -> bool:
        """Whether nothing is left and nothing can come back."""
        return not self.left and not self.warnings


def inventory(where: Places | None = None) -> list[Kept]:
    """Every path the program can ever write to, the places themselves first, then every file there is in them."""
    where = where or places()
    kept = [
        Kept(where.plays, where.plays.is_dir(), _(_PLAYS_FOLDER), 0),
        Kept(where.papers, where.papers.is_dir(), _(_PAPERS_FOLDER), 0),
        Kept(where.practice, where.practice.is_dir(), _(_PRACTICE_FOLDER), 0),
        Kept(where.scenarios, where.scenarios.is_dir(), _(_SCENARIOS_FOLDER), 0),
        Kept(where.cache, where.cache.is_dir(), _(_CACHE_FOLDER), 0),
        Kept(where.settings, where.settings.is_file(), _(_SETTINGS), _size(where.settings)),
        Kept(where.help_here, where.help_here.is_file(), _(_HELP_HERE), _size(where.help_here)),
    ]
    kept += [Kept(folder, True, _(_MEETING_FOLDER), 0) for folder in standing_folders()]
    listed = {each.path for each in kept}
    return [*kept, *(Kept(path, True, _(what), _size(path)) for path, what in _files(where) if path not in listed)]


def wipe(where: Places | None = None, only: str = "") -> Wiped:
    """Remove all of it: content overwritten, names removed, then the folders if nothing of others is in them.

    Goes on past whatever cannot be removed and reports it. A play that is open in a window is removed too where the
    system allows it, and reported: that window still has it in memory until it is closed. For what overwriting cannot
    promise see `erase`. `only`: "practice", to remove what was practiced and nothing else.
    """
    where = where or places()
    if only not in ("", PRACTICE):
        raise ValueError(f"there is no wiping of {only!r} alone")
    removed: list[Path] = []
    left: list[tuple[Path, str]] = []
    warnings: list[str] = []
    files = list(_practiced(where) if only else _files(where))
    for path, _what in files:
        process = holder(path) if path.suffix == ".play" else None
        if process is not None:
            warnings.append(_still_open(path, process, practice=path.parent == where.practice))
    for path, _what in files:
        why = erase(path)
        if why:
            left.append((path, why))
        else:
            removed.append(path)
    folders = [where.practice] if only else [where.plays, where.papers, where.practice, where.cache]
    for folder in folders:
        strangers = _names(folder)
        ours = {path.name for path, _why in left if path.parent == folder}
        if [name for name in strangers if name not in ours]:
            said = _("{folder} holds files that are not of this program; they were left as they are.")
            warnings.append(said.format(folder=folder))
    above = [] if only else [*standing_folders(), *_upper(where)]
    for folder in dict.fromkeys((*folders, *above)):
        if folder.is_dir() and not _names(folder):
            try:
                folder.rmdir()
                removed.append(folder)
            except OSError as error:
                left.append((folder, because(error)))
    return Wiped(tuple(removed), tuple(left), tuple(warnings))


def _still_open(path: Path, process: int, *, practice: bool) -> str:
    if practice and process:
        said = _("Practice is still open in a window (process {process}): close it, then wipe again.")
    elif practice:
        said = _("Practice is still open in a window: close it, then wipe again.")
    elif process:
        said = _("The play {id} is still open in a window (process {process}): close it, then wipe again.")
    else:
        said = _("The play {id} is still open in a window: close it, then wipe again.")
    return said.format(id=path.stem, process=process)


def _files(where: Places) -> Iterator[tuple[Path, str]]:
    if where.settings.is_file() or where.settings.is_symlink():
        yield where.settings, _SETTINGS
    yield from _ours(where.settings.parent, _SETTINGS_FILES)
    yield from _ours(where.cache, _CACHE_FILES)
    yield from _ours(where.plays, _PLAY_FILES)
    yield from _ours(where.papers, _PAPER_FILES)
    yield from _practiced(where)
    for folder in standing_folders():
        yield from _ours(folder, _MEETING_FILES)


def _practiced(where: Places) -> Iterator[tuple[Path, str]]:
    yield from _ours(where.practice, _PRACTICE_FILES)


def _ours(folder: Path, kinds: tuple[tuple[str, str], ...]) -> Iterator[tuple[Path, str]]:
    """The files of a folder whose names are such as the program gives, and what they are."""
    for name in _names(folder):
        what = next((what for pattern, what in kinds if re.fullmatch(pattern, name)), None)
        path = folder / name
        if what is not None and (path.is_symlink() or path.is_file() or path.is_socket()):
            yield path, what


def _upper(where: Places) -> list[Path]:
    """The folders above that are ours alone: named for the program by the system's own rules."""
    above = (where.plays.parent, where.cache.parent, where.settings.parent)
    return [folder for folder in above if folder.name == "backfire"]


def _names(folder: Path) -> list[str]:
    with suppress(OSError):
        return sorted(path.name for path in folder.iterdir())
    return []


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.lstat().st_size
    return 0
