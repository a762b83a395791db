"""What a table agrees on before it plays: how many people, how they choose, and what happens when they do not agree."""

from typing import NamedTuple

from backfire_sim.speech import _, later
from backfire_sim.table.conduct import LINES, OWN
from backfire_sim.table.roles import BY_ID
from backfire_sim.text import one_line

FEWEST_SEATS, MOST_SEATS = 2, 30

KEYS, HANDS = "keys", "hands"
WAYS = {
    KEYS: later("The keyboard is passed round: each seat types a number, and nobody sees it."),
    HANDS: later("Hands are raised, and the facilitator types how many."),
}
"""How people choose."""

MOST, HALF, CONSENT = "most", "half", "consent"
NEEDS = {
    MOST: later("The choice with most people is decided."),
    HALF: later("A choice is decided when more than half of those who chose are for it."),
    CONSENT: later("The choice with most people is decided if nobody objects to it."),
}
"""What counts as decided."""

AGAIN, FACILITATOR, LOT, CAREFUL = "again", "facilitator", "lot", "careful"
TIES = {
    AGAIN: later("Talk once more, and choose again."),
    FACILITATOR: later("The facilitator decides between them."),
    LOT: later("The lot decides between them."),
    CAREFUL: later(
        "The more careful of them is taken: the one that uses least of what people have not said yes to; then one that "
        "names nobody who carries a risk; then the one that stands first on the screen."
    ),
}
"""What happens when that decides nothing."""

TWO_MINUTES = 120
MOST_SECONDS = 60 * 60
LONGEST_OWN_LINE = 120


class BadSetupError(ValueError):
    """A table cannot be set up like this; the message says why, for a person."""


class Setup(NamedTuple):
    """What was agreed on. Seats are numbers: no name is ever asked for."""

    seats: int = 8
    """2 to 30."""
    way: str = KEYS
    needs: str = MOST
    ties: str = AGAIN
    talk: int = 0
    """Seconds of the timer for talking; 0: no timer."""
    predict: bool = False
    """Whether the table says which method comes next before it lands."""
    roles: tuple[str, ...] = ()
    """Ids of roles, the first seat's first; empty: no roles. An empty id is a seat without one."""
    code: tuple[str, ...] = ()
    """Ids of the lines of its code of conduct."""
    own_line: str = ""
    """A line of the group's own; it counts where `code` holds `own`."""
    seed: int = 0
    """Decides the lot."""


def checked(setup: Setup) -> Setup:
    """The setup with its own words cleaned. BadSetupError where it cannot be."""
    if not FEWEST_SEATS <= setup.seats <= MOST_SEATS:
        said = _("A table has {fewest} to {most} seats, not {seats}.")
        raise BadSetupError(said.format(fewest=FEWEST_SEATS, most=MOST_SEATS, seats=setup.seats))
    if setup.way not in WAYS or setup.needs not in NEEDS or setup.ties not in TIES:
        raise BadSetupError(_("The table does not know this way of choosing or deciding."))
    if not 0 <= setup.talk <= MOST_SECONDS:
        raise BadSetupError(_("The timer runs for at most {minutes} minutes.", minutes=MOST_SECONDS // 60))
    if len(setup.roles) not in (0, setup.seats) or not {*setup.roles} <= {*BY_ID, ""}:
        raise BadSetupError(_("Each seat has one role of those on the cards, or none."))
    own = one_line(setup.own_line, LONGEST_OWN_LINE)
    known = {*LINES, OWN} if own else {*LINES}
    if not {*setup.code} <= known or len({*setup.code}) < len(setup.code):
        raise BadSetupError(_("The code of conduct holds a line that is not there, or one of them twice."))
    return setup._replace(own_line=own)
