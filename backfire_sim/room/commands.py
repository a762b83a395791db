"""What can be asked of the host of a table, as values and as plain data: the same for a key and for a socket."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from backfire_sim.engine.events import Ask, End, IllegalEventError, Prepare, Throw, Withdraw
from backfire_sim.engine.events import from_record as play_from_record
from backfire_sim.engine.events import to_record as play_to_record
from backfire_sim.table.events import ASKED, Asked, do_name
from backfire_sim.table.records import BadRecordError, from_plain, to_plain


@dataclass(frozen=True, slots=True)
class PlayIt:
    """What is decided is played. `knowing`: although somebody has not said yes to it."""

    knowing: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """The open scene is left out, as if the group had waited, and nothing is told of it: on to the next.

    Where a scene is over, only what is told of it is left out.
    """


@dataclass(frozen=True, slots=True)
class Blank:
    """The shared screen goes blank, or comes back. Never kept."""

    on: bool = True


OfPlay = Prepare | Ask | Withdraw | Throw | End
"""Events of the play that may be asked for while a table plays it. Moves are played by `PlayIt`."""

Command = Asked | OfPlay | PlayIt | Skip | Blank

_HOSTS: dict[str, Any] = {do_name(kind): kind for kind in (PlayIt, Skip, Blank)}
_PLAYS = ("prepare", "ask", "withdraw", "throw", "end")


class Said(NamedTuple):
    """What became of a command."""

    ok: bool
    text: str = ""
    """A sentence where there is something to say."""
    ask: bool = False
    """It has not happened, and would with `knowing=True`, or for Show with `close=True`."""


def to_record(command: Command) -> dict[str, Any]:
    """A command as plain data."""
    if isinstance(command, OfPlay):
        return play_to_record(command)
    return {"do": do_name(type(command)), **to_plain(command)}


def from_record(record: Any) -> Command:
    """The command that a record stands for. BadRecordError where it stands for none."""
    if not isinstance(record, dict) or not isinstance(record.get("do"), str):
        raise BadRecordError("a command says what to do")
    do = record["do"]
    if do in _PLAYS:
        try:
            event = play_from_record(record)
        except IllegalEventError as error:
            raise BadRecordError(str(error)) from error
        assert isinstance(event, OfPlay)
        return event
    kind = {**ASKED, **_HOSTS}.get(do)
    if kind is None:
        raise BadRecordError(f"there is no command {do[:40]!r}")
    command: Command = from_plain(kind, {name: value for name, value in record.items() if name != "do"}, do)
    return command
