"""Where all other plays of a scenario end, as values; `authoring.elsewhere` works them out."""

from typing import NamedTuple

from backfire_sim.scoring.vocabulary import OUTCOME_CLASSES, label
from backfire_sim.speech import _, later, plural
from backfire_sim.text import grouped

CELL = 5
"""Points of support, and of mean cost, that one cell of the cloud holds."""

RANDOM = later(
    "Random means: any set of preparations that there was time for, then in every scene any open move, each as likely "
    "as the other, waiting among them. In half of these plays everybody is asked for everything, in the other half "
    "nobody is."
)

ANSWERING = later(
    "Answering means: in every scene a move of an R that answers a method that has just landed, any of them alike; "
    "any open move where there is none. Everybody is asked first."
)

NO_FORECAST = later(
    "This is no forecast and no grade: no group chooses by lot, and nobody sees all moves at once. It shows how much "
    "the story leaves open, and what it makes hard. Injects do not happen in these plays."
)


class Cell(NamedTuple):
    """A small square of the plane."""

    support: int
    """Its lower end: a multiple of `CELL`, 0 to 100."""
    cost: int
    share: float
    """Share of the plays that end in it, 0 to 1."""


class Manner(NamedTuple):
    """Where plays end that choose in one manner."""

    id: str
    """`random` or `answer`."""
    classes: tuple[tuple[str, float], ...]
    """(outcome class, share of plays from 0 to 1), every class, in the model's order."""
    endings: tuple[tuple[str, float], ...]
    """(id of the ending, share of plays)."""
    cost: float
    """Mean cost at the end, on average."""
    support: float
    """Support gained since the opening, on average; may be negative."""
    cloud: tuple[Cell, ...]
    """Where on the plane they end; cells without plays are left out."""

    def share(self, outcome: str) -> float:
        """Share of plays that end in this class."""
        return dict(self.classes).get(outcome, 0.0)


class Elsewhere(NamedTuple):
    """Where all other plays end."""

    complete: bool
    """Whether every way was followed; else it is a sample."""
    plays: int
    """How many random plays the sample has; 0 where every way was followed."""
    states: int
    """How many different moments were looked at; 0 in a sample."""
    manners: tuple[Manner, ...]
    """Random first, then answering."""

    def manner(self, name: str) -> Manner:
        """One manner, by its id."""
        return next(manner for manner in self.manners if manner.id == name)


class ElsewhereTold(NamedTuple):
    """The same in words, beside the play that was played."""

    method: str
    """Whether it is complete, and what it rests on."""
    meant: tuple[str, ...]
    """What the manners mean, and what they do not."""
    rows: tuple[tuple[str, str, tuple[int, ...]], ...]
    """(outcome class, its label, whole percent by manner), every class, in the order of the best known first."""
    heads: tuple[str, ...]
    """What stands above each column of percents."""
    yours: str
    """How the play that was played compares, as a sentence."""


def elsewhere_told(found: Elsewhere, outcome: str = "") -> ElsewhereTold:
    """In words; `outcome` is the class of the play that was played."""
    names = {"random": _("choosing at random"), "answer": _("answering each method")}
    meant = {"random": RANDOM, "answer": ANSWERING}
    columns = [percents(manner) for manner in found.manners]
    return ElsewhereTold(
        method=_method(found),
        meant=(*(_(meant[manner.id]) for manner in found.manners), _(NO_FORECAST)),
        rows=tuple((name, label(name), tuple(column[name] for column in columns)) for name in OUTCOME_CLASSES),
        heads=tuple(names[manner.id] for manner in found.manners),
        yours=_yours(found, outcome) if outcome else "",
    )


def percents(manner: Manner) -> dict[str, int]:
    """Whole percent by class, adding up to 100: what is lost in rounding goes to the largest remainders."""
    exact = {name: 100 * share for name, share in manner.classes}
    whole = {name: int(share) for name, share in exact.items()}
    left = 100 - sum(whole.values()) if sum(exact.values()) > 0.5 else 0
    for name in sorted(exact, key=lambda name: whole[name] - exact[name])[:left]:
        whole[name] += 1
    return whole


def _method(found: Elsewhere) -> str:
    if found.complete:
        return plural(
            "Every way through the story was followed: {count} different moment.",
            "Every way through the story was followed: {count} different moments.",
            found.states,
            count=grouped(found.states),
        )
    return plural(
        "There are too many ways to follow all of them: this is a sample of {count} play.",
        "There are too many ways to follow all of them: this is a sample of {count} plays.",
        found.plays,
        count=grouped(found.plays),
    )


def _yours(found: Elsewhere, outcome: str) -> str:
    share = 100 * found.manner("random").share(outcome)
    if share >= 0.5:
        said = _("Your play came out as “{outcome}”; so do {percent} of 100 plays that choose at random.")
        return said.format(outcome=label(outcome), percent=round(share))
    said = _("Your play came out as “{outcome}”; of 100 plays that choose at random fewer than one does.")
    return said.format(outcome=label(outcome))
