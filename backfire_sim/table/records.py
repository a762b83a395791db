"""Named tuples and frozen dataclasses as plain data, and back with every doubt: for a file, or for a wire.

Only what the types say comes through. Whole numbers stay small, texts are cleaned and stay short, lists stay short; so
whatever stands in a file or comes over a socket, what is read from it is a value that the program could have made.
"""

from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from backfire_sim.text import plain

MOST_TEXT = 20_000
MOST_ITEMS = 1_000
BIGGEST = 2**53
"""Beyond it some readers of JSON round."""


class BadRecordError(ValueError):
    """This is no such record; the message says where, for a log or a bug report."""


def to_plain(value: Any) -> Any:
    """A value as dicts, lists, texts, numbers and None. Texts longer than a record may hold are cut."""
    match value:
        case str():
            return plain(value, MOST_TEXT)
        case bool() | int() | None:
            return value
        case tuple() if hasattr(value, "_fields"):
            return {name: to_plain(each) for name, each in zip(value._fields, value, strict=True)}
        case tuple():
            return [to_plain(each) for each in value[:MOST_ITEMS]]
    return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}


def from_plain(kind: Any, data: Any, at: str = "record") -> Any:
    """The value of this type that the data stands for. BadRecordError where it stands for none."""
    if kind is str:
        return plain(_checked(data, str, at), MOST_TEXT)
    if kind is bool:
        return _checked(data, bool, at)
    if kind is int:
        if isinstance(data, bool) or not -BIGGEST < _checked(data, int, at) < BIGGEST:
            raise BadRecordError(f"{at} is no number that can be")
        return data
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (UnionType, Union):
        (other,) = (each for each in inside if each is not NoneType)
        return None if data is None else from_plain(other, data, at)
    if origin is tuple:
        return _items(inside, _checked(data, list, at), at)
    wanted = shape(kind)
    given = _checked(data, dict, at)
    if {*given} != {*wanted}:
        raise BadRecordError(f"{at} holds {sorted(map(str, given))}, not {sorted(wanted)}")
    return kind(**{name: from_plain(each, given[name], f"{at}.{name}") for name, each in wanted.items()})


@cache
def shape(kind: Any) -> dict[str, Any]:
    """The names of a type's parts, and their types."""
    names = [each.name for each in fields(kind)] if is_dataclass(kind) else list(kind._fields)
    hints = get_type_hints(kind)
    return {name: hints[name] for name in names}


def _items(inside: tuple[Any, ...], data: list[Any], at: str) -> tuple[Any, ...]:
    if len(inside) == 2 and inside[1] is Ellipsis:
        if len(data) > MOST_ITEMS:
            raise BadRecordError(f"{at} is too long")
        return tuple(from_plain(inside[0], each, f"{at}[{n}]") for n, each in enumerate(data))
    if len(data) != len(inside):
        raise BadRecordError(f"{at} holds {len(data)} parts, not {len(inside)}")
    return tuple(from_plain(kind, each, f"{at}[{n}]") for n, (kind, each) in enumerate(zip(inside, data, strict=True)))


def _checked(data: Any, kind: type, at: str) -> Any:
    if not isinstance(data, kind):
        raise BadRecordError(f"{at} is {type(data).__name__}, not {kind.__name__}")
    return data
