"""What can go wrong with the disk, each in words for the person at the table."""


class StorageError(Exception):
    """Something on the disk cannot be done; the message says what and why, for a person."""


class PlayInUseError(StorageError):
    """The play is open elsewhere. `process` is that process's id, None if it is not known."""

    def __init__(self, process: int | None) -> None:
        self.process = process
        known = f" (process {process})" if process else ""
        super().__init__(f"This play is open in another window{known}. Close it there first.")


class KeyUsedError(StorageError):
    """An event key was used before, for something else. This is a fault of the program, not of the person."""


class DamagedPlayError(StorageError):
    """The file is not whole. `wrong` says how, in sentences; `damage.salvage` saves what can be read."""

    def __init__(self, wrong: tuple[str, ...]) -> None:
        self.wrong = wrong
        super().__init__(" ".join(wrong))


def because(error: OSError) -> str:
    """The system's reason without path or number, such as "Permission denied"."""
    return error.strerror or type(error).__name__
