"""How the minutes of a training are shared out: which blocks there are, in which order, and how long each takes.

Whatever somebody wants more of gets five minutes more, taken from a block that can spare them; the sum stays what it
was, and nobody sits for more than STRETCH minutes without a break. The talk afterward never gives any away: it is
where most of the learning is.
"""

from typing import NamedTuple

from backfire_sim.training.intake import GROUPS, Intake

STRETCH = 75
"""Most minutes from one break to the next."""

TABLE = 6
"""Most people at one table."""

MANY = 30
"""People above whom a room needs more than one facilitator."""

STEP = 5
"""Minutes that are moved from one block to another at a time."""


class Shape(NamedTuple):
    """How people will sit, and for how long."""

    setting: str
    """One of `intake.SETTINGS`."""
    people: int
    """0 where it is not known."""
    minutes: int

    @property
    def alone(self) -> bool:
        """Whether one person trains alone."""
        return self.setting == "alone"

    @property
    def paper(self) -> bool:
        """Whether there is no computer for those who take part."""
        return self.setting == "paper"

    @property
    def tables(self) -> tuple[int, ...]:
        """How many sit at each table: three to six, as even as can be. Empty where that is not known."""
        if not self.people:
            return ()
        count = -(-self.people // TABLE)
        least, more = divmod(self.people, count)
        return (least + 1,) * more + (least,) * (count - more)

    @property
    def pace(self) -> int:
        """How long a scenario takes, in percent of what its card says for a table at a screen."""
        return 50 if self.alone else 150 if self.paper else 100

    def lasts(self, minutes: int) -> int:
        """How many minutes a scenario takes here, if its card says so many."""
        return -(-minutes * self.pace // 100)


class Slot(NamedTuple):
    """A block of the agenda and its length."""

    id: str
    minutes: int


_ALONE: dict[int, tuple[Slot, ...]] = {
    20: (Slot("arrive", 2), Slot("play", 14), Slot("look_back", 4)),
    90: (
        Slot("arrive", 5),
        Slot("numbers", 10),
        Slot("gates", 10),
        Slot("read", 10),
        Slot("play", 25),
        Slot("look_back", 15),
        Slot("next_steps", 10),
        Slot("close", 5),
    ),
    180: (
        Slot("arrive", 5),
        Slot("numbers", 10),
        Slot("gates", 10),
        Slot("read", 15),
        Slot("prepare", 5),
        Slot("play", 25),
        Slot("break", 10),
        Slot("look_back", 20),
        Slot("second", 30),
        Slot("break", 10),
        Slot("own_plan", 35),
        Slot("close", 5),
    ),
}
_TOGETHER: dict[int, tuple[Slot, ...]] = {
    20: (Slot("welcome", 3), Slot("gates", 2), Slot("play", 10), Slot("debrief", 3), Slot("close", 2)),
    90: (
        Slot("welcome", 10),
        Slot("numbers", 10),
        Slot("gates", 10),
        Slot("imagine", 5),
        Slot("play", 30),
        Slot("debrief", 20),
        Slot("close", 5),
    ),
    180: (
        Slot("welcome", 10),
        Slot("numbers", 10),
        Slot("gates", 10),
        Slot("prepare", 10),
        Slot("play", 30),
        Slot("break", 10),
        Slot("debrief", 20),
        Slot("second", 35),
        Slot("break", 10),
        Slot("own_plan", 30),
        Slot("close", 5),
    ),
}

_LONG: tuple[Slot, ...] = (
    Slot("welcome", 10),
    Slot("numbers", 10),
    Slot("gates", 10),
    Slot("prepare", 10),
    Slot("play", 30),
    Slot("break", 10),
    Slot("play_on", 30),
    Slot("debrief", 25),
    Slot("break", 10),
    Slot("own_plan", 30),
    Slot("close", 5),
)
"""Half a day with one scenario that takes most of it, and a break in its middle."""

_GIVERS = ("numbers", "gates", "read", "play", "imagine", "look_back", "second")
"""Blocks that can spare minutes, the one to be asked first at the front."""

_LEAST = {
    "numbers": 5,
    "gates": 5,
    "read": 5,
    "second": 30,
    "play": 25,
    "imagine": 5,
    "look_back": 15,
}

_GROWS = {
    "experienced": ("welcome", "arrive"),
    "high_risk": ("own_plan", "next_steps", "close"),
    "understand": ("read", "gates"),
    "identify": ("gates",),
    "imagine": ("imagine", "prepare", "look_back"),
    "practice": ("play",),
}
"""What gets more time for what was said: the first of these blocks that there is and that has not grown yet."""


def shape_of(intake: Intake) -> Shape:
    """How people will sit: as they said; where two answers do not go together, the number of people counts."""
    people, setting = intake.people, intake.setting
    if people == 1:
        setting = "alone"
    elif setting == "alone" and people > 1:
        setting = ""
    if not setting:
        setting = "projector" if people > TABLE else "table"
    if setting == "alone":
        people = 1
    return Shape(setting, people, intake.minutes or (20 if setting == "alone" else 90))


def slots(intake: Intake, shape: Shape, *, long: bool = False) -> tuple[Slot, ...]:
    """The blocks with their minutes, which add up to `shape.minutes`. `long`: for one long scenario, and no second."""
    agenda = _LONG if long else (_ALONE if shape.alone else _TOGETHER)[shape.minutes]
    if shape.minutes < 90:
        return agenda
    asked = [group for group in GROUPS if group in intake.groups and group in _GROWS]
    # Whoever wants everything wants the usual mixture.
    asked += list(intake.wants) if len(intake.wants) < 4 else []
    grown: list[str] = []
    for wish in asked:
        there = [each for each in _GROWS[wish] if each in {slot.id for slot in agenda} and each not in grown]
        if there:
            grown.append(there[0])
    for receiver in grown:
        agenda = _moved(agenda, receiver, grown)
    return agenda


def can_be_long(shape: Shape) -> bool:
    """Whether there is time for one scenario that takes as long as two."""
    return shape.minutes == sum(slot.minutes for slot in _LONG) and not shape.alone


def to_play(agenda: tuple[Slot, ...]) -> int:
    """The minutes there are for the first scenario."""
    return sum(slot.minutes for slot in agenda if slot.id in ("play", "imagine", "prepare", "play_on"))


def _moved(agenda: tuple[Slot, ...], receiver: str, grown: list[str]) -> tuple[Slot, ...]:
    """The agenda with some minutes more for one block, if another can spare them."""
    for giver in _GIVERS:
        if giver in grown:
            continue
        moved = tuple(
            slot._replace(minutes=slot.minutes + (STEP if slot.id == receiver else -STEP if slot.id == giver else 0))
            for slot in agenda
        )
        spared = all(slot.minutes >= _LEAST[giver] for slot in moved if slot.id == giver)
        if spared and giver in {slot.id for slot in agenda} and longest_stretch(moved) <= STRETCH:
            return moved
    return agenda


def longest_stretch(agenda: tuple[Slot, ...]) -> int:
    """The most minutes from one break to the next; a short training needs none."""
    longest = run = 0
    for slot in agenda:
        run = 0 if slot.id == "break" else run + slot.minutes
        longest = max(longest, run)
    return longest if any(slot.id == "break" for slot in agenda) else 0
