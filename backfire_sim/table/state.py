"""Where a table stands: a frozen value. It never says who anybody is, nor, once a choice is shown, who chose what."""

from typing import NamedTuple

from backfire_sim.scoring.vocabulary import METHODS
from backfire_sim.speech import later
from backfire_sim.table.conduct import LineTest
from backfire_sim.table.setup import HANDS, Setup

TOLD = "told"
"""What followed from the last decision is being read."""
READ = "read"
"""The scene is being read; at the preparation, what can be prepared is."""
FIRST, SHOWN = "first", "shown"
"""Each seat chooses in silence; then all see how the choices spread."""
TALK = "talk"
AGAIN, SHOWN_AGAIN = "again", "shown_again"
OBJECTIONS = "objections"
"""Where a decision needs consent: does anybody object?"""
UNSETTLED = "unsettled"
"""The choices decide nothing, and the tie rule leaves it to people."""
DECIDED = "decided"
PREDICT = "predict"
"""Which of the five methods comes next? Asked once it is decided what the group does, before that is played."""
PREDICTED = "predicted"
OVER = "over"

STAGES = (TOLD, READ, FIRST, SHOWN, TALK, AGAIN, SHOWN_AGAIN, OBJECTIONS, UNSETTLED, DECIDED, PREDICT, PREDICTED, OVER)
NOW = {
    TOLD: later("what followed is being read."),
    READ: later("the scene is being read."),
    FIRST: later("everyone chooses in silence."),
    SHOWN: later("the choices are shown."),
    TALK: later("the table is talking."),
    AGAIN: later("everyone chooses again."),
    SHOWN_AGAIN: later("the choices are shown."),
    OBJECTIONS: later("you are asked whether anybody objects."),
    UNSETTLED: later("the choices have decided nothing."),
    DECIDED: later("it is decided what you do."),
    PREDICT: later("everyone says which method comes next."),
    PREDICTED: later("the predictions are in."),
    OVER: later("the play is over."),
}
"""Where a round is, to stand after a colon."""

VOTING = (FIRST, AGAIN)
COUNTING = (*VOTING, PREDICT)
"""The stages in which each seat says a number."""

BY_CHOICE, BY_CONSENT, BY_LOT, BY_CARE, BY_FACILITATOR = "choice", "consent", "lot", "careful", "facilitator"


class Choice(NamedTuple):
    """Something that can be chosen."""

    id: str
    care: int = 0
    """Its place among the options by how careful it is: 0 is the most careful."""


class Spread(NamedTuple):
    """How the choices of all seats spread; counts, passed and missing add up to the seats."""

    counts: tuple[int, ...]
    """How many chose each option, in their order."""
    passed: int = 0
    missing: int = 0
    """Seats that had not chosen when the facilitator closed."""


class Box(NamedTuple):
    """Choices that nobody has seen yet."""

    chosen: tuple[tuple[int, int], ...] = ()
    """(seat, number) by seat; number 0 is a pass. In memory only: never written anywhere."""
    sealed: tuple[int, ...] = ()
    """Seats that have chosen, of whose choice only the count is known: they had chosen when the program stopped."""
    sealed_counts: tuple[int, ...] = ()
    """How many of those passed, then how many chose each number; empty where `sealed` is."""
    hands: tuple[int, ...] = ()
    """Where hands are raised: how many for each number, from 1; empty until the first is counted."""

    @property
    def empty(self) -> bool:
        """Whether nobody has chosen."""
        return not (self.chosen or self.sealed or any(self.hands))


class Clock(NamedTuple):
    """The timer for talking; it knows only the seconds that somebody tells it have gone by."""

    left: int = 0
    """Seconds."""
    running: bool = False
    on: bool = False
    """Whether there is a timer in this talk."""


class Round(NamedTuple):
    """One choice of the table, from reading to what is decided."""

    scene: str = ""
    """Id of the scene; empty at the preparation and after the end."""
    options: tuple[Choice, ...] = ()
    stage: str = READ
    box: Box = Box()
    clock: Clock = Clock()
    votes: int = 0
    """How often the seats have chosen."""
    first: Spread | None = None
    again: Spread | None = None
    """The last choice after talking, if there was one."""
    contenders: tuple[int, ...] = ()
    """Numbers between which the choices did not decide."""
    decided: int = 0
    """Number of what is decided, or proposed while objections are asked for; 0: nothing."""
    how: str = ""
    """What decided: choice, consent, lot, careful or facilitator; empty until then."""
    objections: int = 0
    reasons: tuple[str, ...] = ()
    """What those who wanted something else gave as reason, unnamed."""
    predicted: Spread | None = None
    over: bool = False
    """Whether the play has ended."""

    @property
    def spread(self) -> Spread | None:
        """The spread that counts: the last one."""
        return self.again or self.first


class Told(NamedTuple):
    """What remains of a round: tallies and reasons, nobody's choice."""

    scene: str
    options: tuple[str, ...]
    move: str
    """Id of what was played; empty for a preparation, and where the table did not decide it."""
    how: str
    votes: int
    first: Spread | None
    again: Spread | None
    objections: int
    reasons: tuple[str, ...]
    predicted: Spread | None
    landed: tuple[str, ...]
    """The methods that landed afterwards."""


class Table(NamedTuple):
    """Everything about a table."""

    setup: Setup
    round: Round = Round()
    told: tuple[Told, ...] = ()
    """The rounds that were played, one for each decision that stands in the play."""
    trail: tuple[Round, ...] = ()
    """The round as it was when each step before this one began."""
    tests: tuple[LineTest, ...] = ()
    """Tests of the code of conduct."""
    frozen: bool = False
    """Everything stands still. Never written anywhere."""


def numbers(table: Table) -> int:
    """How many numbers there are to choose from in this stage."""
    return len(METHODS) if table.round.stage == PREDICT else len(table.round.options)


def has_chosen(table: Table) -> frozenset[int]:
    """The seats that have chosen or passed; none where hands are counted."""
    box = table.round.box
    return frozenset((*box.sealed, *(seat for seat, _number in box.chosen)))


def how_many(table: Table) -> int:
    """How many have chosen or passed in this stage."""
    return sum(table.round.box.hands) if table.setup.way == HANDS else len(has_chosen(table))


def waiting(table: Table) -> tuple[int, ...]:
    """The seats that have not chosen yet, while the keyboard is passed round."""
    if table.setup.way == HANDS or table.round.stage not in COUNTING:
        return ()
    done = has_chosen(table)
    return tuple(seat for seat in range(1, table.setup.seats + 1) if seat not in done)


def complete(table: Table) -> bool:
    """Whether everyone has chosen or passed."""
    return table.round.stage in COUNTING and how_many(table) == table.setup.seats


def tally(table: Table) -> Spread:
    """What the box holds, counted. Nobody is to see it before everyone has chosen or the facilitator closes."""
    box, many = table.round.box, numbers(table)
    if table.setup.way == HANDS:
        counts = box.hands or (0,) * many
        return Spread(counts, missing=table.setup.seats - sum(counts))
    found = list(box.sealed_counts) or [0] * (many + 1)
    for _seat, number in box.chosen:
        found[number] += 1
    return Spread(tuple(found[1:]), passed=found[0], missing=table.setup.seats - sum(found))


def sealed(table: Table) -> Table:
    """The table as it may be written down: who has chosen and how many chose what, without which seat chose which."""
    box = table.round.box
    if not box.chosen:
        return table._replace(frozen=False)
    spread = tally(table)
    closed = Box((), tuple(sorted(has_chosen(table))), (spread.passed, *spread.counts))
    return table._replace(round=table.round._replace(box=closed), frozen=False)
