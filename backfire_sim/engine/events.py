"""What people decide in a play. The list of these, in order, is the play: everything else follows from it.

Each event names things by the ids their author gave them, so that a log outlives changes to the text around it.
"""

from dataclasses import dataclass
from typing import Any

from backfire_sim.speech import _

WAIT = "wait"
"""The move that every scene has: doing nothing."""


class IllegalEventError(ValueError):
    """The event cannot happen now; the message says why, in words for the person who asked for it."""


@dataclass(frozen=True, slots=True)
class Start:
    """The play opens. The seed only matters where an author wrote chance."""

    seed: int = 0


@dataclass(frozen=True, slots=True)
class Prepare:
    """What the group got ready beforehand."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """The group asks a person whether something of theirs may be used. They may refuse."""

    person: str
    use: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A person takes a yes back."""

    person: str
    use: str


@dataclass(frozen=True, slots=True)
class Play:
    """The group plays a move of the scene it is in, or waits."""

    scene: str
    move: str


@dataclass(frozen=True, slots=True)
class Throw:
    """The facilitator throws an inject."""

    inject: str


@dataclass(frozen=True, slots=True)
class Undo:
    """The last decision is taken back; what follows is a new branch, and the old one stays in the log."""


@dataclass(frozen=True, slots=True)
class End:
    """The group stops here, and goes on to the debrief."""


Event = Start | Prepare | Ask | Withdraw | Play | Throw | Undo | End

Record = dict[str, Any]
"""An event as plain data, for a log or a wire."""


def to_record(event: Event) -> Record:
    """The event as plain data."""
    match event:
        case Start(seed):
            return {"do": "start", "seed": seed}
        case Prepare(options):
            return {"do": "prepare", "options": list(options)}
        case Ask(person, use):
            return {"do": "ask", "person": person, "use": use}
        case Withdraw(person, use):
            return {"do": "withdraw", "person": person, "use": use}
        case Play(scene, move):
            return {"do": "play", "scene": scene, "move": move}
        case Throw(inject):
            return {"do": "throw", "inject": inject}
        case Undo():
            return {"do": "undo"}
        case End():
            return {"do": "end"}


def from_record(record: Record) -> Event:
    """The event that a record stands for; IllegalEventError if it stands for none."""
    try:
        match record:
            case {"do": "start", "seed": int(seed)}:
                return Start(seed)
            case {"do": "prepare", "options": list(options)} if all(isinstance(o, str) for o in options):
                return Prepare(tuple(options))
            case {"do": "ask", "person": str(person), "use": str(use)}:
                return Ask(person, use)
            case {"do": "withdraw", "person": str(person), "use": str(use)}:
                return Withdraw(person, use)
            case {"do": "play", "scene": str(scene), "move": str(move)}:
                return Play(scene, move)
            case {"do": "throw", "inject": str(inject)}:
                return Throw(inject)
            case {"do": "undo"}:
                return Undo()
            case {"do": "end"}:
                return End()
    except (TypeError, AttributeError):
        pass
    raise IllegalEventError(_("This is no event that a play knows: {record}", record=repr(record)))


def active_line(events: "list[Event] | tuple[Event, ...]") -> list[Event]:
    """The events that stand, after every Undo has taken back the decision before it. Start is never taken back."""
    line: list[Event] = []
    for event in events:
        if not isinstance(event, Undo):
            line.append(event)
        elif len(line) > 1:
            line.pop()
    return line
