"""What can happen at a table. The first group is for people to ask for; the second follows from the play."""

import re
from dataclasses import dataclass
from typing import get_args

from backfire_sim.table.setup import Setup
from backfire_sim.table.state import Choice


class NotNowError(ValueError):
    """This cannot happen now; the message says why, for the person who asked for it."""


class AskFirstError(NotNowError):
    """This can happen, but somebody should know something first; the message says what. Ask again with `knowing`."""


@dataclass(frozen=True, slots=True)
class Arrange:
    """The table agrees on something else: more seats, another rule. Only while nobody is choosing."""

    setup: Setup


@dataclass(frozen=True, slots=True)
class ReadOn:
    """What followed is read: on to the next scene, or to the end."""


@dataclass(frozen=True, slots=True)
class StartChoosing:
    """The scene is read: the first, silent choice begins."""


@dataclass(frozen=True, slots=True)
class Choose:
    """A seat chooses a number, or another than before. Seats and numbers count from 1."""

    seat: int
    number: int


@dataclass(frozen=True, slots=True)
class Pass:
    """A seat passes."""

    seat: int


@dataclass(frozen=True, slots=True)
class Count:
    """So many hands were raised for a number; what was counted for it before no longer counts."""

    number: int
    hands: int


@dataclass(frozen=True, slots=True)
class Show:
    """How the choices spread is shown; with predictions, they are closed and shown once the next methods have landed.

    `close`: although not everyone has chosen.
    """

    close: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """Two minutes of talk, or as long as the table wants."""


@dataclass(frozen=True, slots=True)
class RunTimer:
    """The timer runs, or runs on; one that was not wanted before is started with two minutes."""


@dataclass(frozen=True, slots=True)
class PauseTimer:
    """The timer stands still."""


@dataclass(frozen=True, slots=True)
class MoreTime:
    """More time for talking."""

    seconds: int = 60


@dataclass(frozen=True, slots=True)
class Tick:
    """So many seconds have gone by."""

    seconds: int = 1


@dataclass(frozen=True, slots=True)
class ChooseAgain:
    """Everyone chooses again."""


@dataclass(frozen=True, slots=True)
class Decide:
    """The last spread decides, or the tie rule does."""


@dataclass(frozen=True, slots=True)
class Objections:
    """So many object to what is proposed."""

    hands: int


@dataclass(frozen=True, slots=True)
class Rule:
    """The facilitator decides: between those that are tied, or without any choice of the seats."""

    number: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody wanted something else, unnamed, for the talk afterwards."""

    text: str


@dataclass(frozen=True, slots=True)
class Predict:
    """Which method will come next? Each seat says one."""


@dataclass(frozen=True, slots=True)
class NoteTest:
    """A line of the code of conduct was tested by an inject or a technique; how: held, broken or unsure."""

    line: str
    by: str
    how: str


@dataclass(frozen=True, slots=True)
class Freeze:
    """Everything stands still."""


@dataclass(frozen=True, slots=True)
class Thaw:
    """It goes on."""


@dataclass(frozen=True, slots=True)
class Back:
    """To the beginning of this step if something was done in it, else to the beginning of the step before."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The play went on: what was decided has been played, these methods landed, and this can be chosen next."""

    scene: str
    options: tuple[Choice, ...]
    landed: tuple[str, ...] = ()
    over: bool = False
    move: str = ""
    """Id of what was played, where a scene was open."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The play's last decision was taken back: the round before is chosen anew."""

    scene: str
    options: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """Something came in that changed what can be chosen: the choice begins anew."""

    options: tuple[Choice, ...]


Asked = (
    Arrange
    | ReadOn
    | StartChoosing
    | Choose
    | Pass
    | Count
    | Show
    | Talk
    | RunTimer
    | PauseTimer
    | MoreTime
    | ChooseAgain
    | Decide
    | Objections
    | Rule
    | Reason
    | Predict
    | NoteTest
    | Freeze
    | Thaw
    | Back
)
"""What people ask for."""

TableEvent = Asked | Tick | Opened | TakenBack | Changed


def do_name(event: type) -> str:
    """How an event is called in a record and in `can`: `start_choosing` for StartChoosing."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", event.__name__).lower()


ASKED: dict[str, type[Asked]] = {do_name(kind): kind for kind in get_args(Asked)}
"""What people ask for, by name."""
