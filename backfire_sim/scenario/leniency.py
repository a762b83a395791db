"""What a file may write in a shorter way, made the same before its shape is checked."""

from __future__ import annotations


def as_text(value: object) -> object:
    """A year or a number of players may be written as a bare number."""
    return str(value) if type(value) is int else value


def as_list(value: object) -> object:
    """One condition may stand without the brackets of a list."""
    return [value] if isinstance(value, str) else value


def as_written(value: object) -> object:
    """A text that is not written yet is empty; one that is a bare number is still a text."""
    return "" if value is None else as_text(value)


FUNCTIONS = {"as_text": as_text, "as_written": as_written, "as_list": as_list, "list": list, "dict": dict}
"""Every function that the checks of a shape call, by the name that stands for it in `shapes.json`."""
