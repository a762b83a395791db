"""What goes over the socket: one JSON text a line, each with the version of what is spoken."""

import json
from typing import Any, NamedTuple

from backfire_sim.room.commands import Command, Said, from_record, to_record
from backfire_sim.table.records import BadRecordError, from_plain, to_plain
from backfire_sim.views.facilitator import FacilitatorView

VERSION = 1

MOST_ASKED = 64 * 1024
"""Bytes of a line to the host, its end included."""
MOST_SHOWN = 8 * 1024 * 1024
"""Bytes of a line from the host: a view holds a whole scene, and an author may have written a long one."""


class OtherVersionError(BadRecordError):
    """The other end is a program of another version, which speaks otherwise."""


class Shown(NamedTuple):
    """What the facilitator sees after a change."""

    revision: int
    view: FacilitatorView


class Answer(NamedTuple):
    """What became of the command with this number."""

    number: int
    said: Said


class Refused(NamedTuple):
    """The host ends the conversation, and why."""

    text: str


def hello(word: str = "") -> bytes:
    """The first line to a host."""
    return _line({"hello": word})


def read_hello(line: bytes) -> str:
    """The word of a first line. BadRecordError."""
    return _text(_read(line), "hello")


def ask(number: int, command: Command) -> bytes:
    """A command, with a number for its answer."""
    return _line({"number": number, "command": to_record(command)})


def read_ask(line: bytes) -> tuple[int, Command]:
    """The number and the command of a line. BadRecordError."""
    given = _read(line)
    number: int = from_plain(int, given.get("number"), "number")
    return number, from_record(given.get("command"))


def say(told: Shown | Answer | Refused) -> bytes:
    """A line to a facilitator."""
    return _line({"say": type(told).__name__.lower(), "told": to_plain(told)})


def read_said(line: bytes) -> Shown | Answer | Refused:
    """What a line from a host tells. BadRecordError."""
    given = _read(line)
    kind = {"shown": Shown, "answer": Answer, "refused": Refused}.get(_text(given, "say"))
    if kind is None:
        raise BadRecordError("a host says nothing like this")
    told: Shown | Answer | Refused = from_plain(kind, given.get("told"), "told")
    return told


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps({"version": VERSION, **record}, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _read(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadRecordError("this is no line of JSON") from error
    if not isinstance(record, dict):
        raise BadRecordError("this is no record")
    if record.get("version") != VERSION:
        raise OtherVersionError("this is another version of the program")
    return record


def _text(record: dict[str, Any], name: str) -> str:
    text: str = from_plain(str, record.get(name), name)
    return text
