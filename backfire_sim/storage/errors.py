"""What can go wrong with the disk, each in words for the person at the table."""

from backfire_sim.speech import _, later


class StorageError(Exception):
    """Something on the disk cannot be done; the message says what and why, for a person."""


class PlayInUseError(StorageError):
    """The play is open elsewhere. `process` is that process's id, None if it is not known."""

    in_process = later("This play is open in another window (process {process}). Close it there first.")
    somewhere = later("This play is open in another window. Close it there first.")

    def __init__(self, process: int | None) -> None:
        self.process = process
        super().__init__(_(self.in_process, process=process) if process else _(self.somewhere))


class PracticeInUseError(PlayInUseError):
    """Practice is open elsewhere."""

    in_process = later("Practice is open in another window (process {process}). Close it there first.")
    somewhere = later("Practice is open in another window. Close it there first.")


class KeyUsedError(StorageError):
    """An event key was used before, for something else. This is a fault of the program, not of the person."""


class DamagedPlayError(StorageError):
    """The file is not whole. `wrong` says how, in sentences; `damage.salvage` saves what can be read."""

    def __init__(self, wrong: tuple[str, ...]) -> None:
        self.wrong = wrong
        super().__init__(" ".join(wrong))


_REASONS = (
    later("Permission denied"),
    later("Operation not permitted"),
    later("No space left on device"),
    later("Disk quota exceeded"),
    later("Read-only file system"),
    later("Input/output error"),
    later("No such file or directory"),
    later("Not a directory"),
    later("Is a directory"),
    later("File exists"),
    later("File name too long"),
    later("Too many open files"),
    later("Device or resource busy"),
)
"""What a system says most often, in its own words: they are all that is known of what happened."""


def because(error: OSError) -> str:
    """The system's reason without path or number, such as "Permission denied"."""
    return _(error.strerror or type(error).__name__)
