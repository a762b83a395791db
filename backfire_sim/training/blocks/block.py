"""What a block is, and what it is made from."""

from typing import NamedTuple

from backfire_sim.handbook.book import leaf
from backfire_sim.scoring.vocabulary import LABELS, label
from backfire_sim.speech import _, later
from backfire_sim.training.agenda import Shape
from backfire_sim.training.intake import Intake
from backfire_sim.training.matching import Match

MODEL = "model"
"""The page on which the five gates can be moved."""

STAGES = {
    "learn": later("Learn"),
    "spot": later("Spot"),
    "imagine": later("Imagine"),
    "practice": later("Practice"),
}
"""The four stages of a training, one for each of its aims."""


class Opening(NamedTuple):
    """Something to open in the program."""

    kind: str
    """`room`, `page`, `play`, `table` or `print`."""
    id: str
    """A room, a page to learn from, or what opens a scenario."""
    label: str
    """What a person reads."""
    command: str
    """What a person types to come to the same place."""


class Block(NamedTuple):
    """A part of the training."""

    id: str
    title: str
    stages: tuple[str, ...]
    """Of STAGES; empty for what stands around the training: arriving, breaks, closing."""
    start: int
    """Minutes from the beginning."""
    minutes: int
    steps: tuple[str, ...]
    """What happens, in order."""
    openings: tuple[Opening, ...]
    materials: tuple[str, ...]
    why: str

    @property
    def end(self) -> int:
        """Minutes from the beginning."""
        return self.start + self.minutes


class Words(NamedTuple):
    """What a block says: a block without its place in the time."""

    title: str
    steps: tuple[str, ...]
    why: str
    stages: tuple[str, ...] = ()
    openings: tuple[Opening, ...] = ()
    materials: tuple[str, ...] = ()


class Making(NamedTuple):
    """What blocks are made from."""

    intake: Intake
    shape: Shape
    minutes: int
    """Of this block."""
    first: Match | None
    """The scenario to play; None if there is none at all."""
    second: Match | None
    """The one to play after it; None to play the first one again."""
    pages: tuple[str, ...]
    """Ids of the pages that were chosen, the model's left out."""

    @property
    def title(self) -> str:
        """The title of the scenario to play."""
        return self.first.candidate.card.title if self.first else _("a scenario of yours")


def room(id: str, name: str, command: str) -> Opening:
    """A part of the program."""
    return Opening("room", id, name, f"backfire {command}")


def page(id: str) -> Opening:
    """A page to learn from."""
    return Opening("page", id, page_title(id), f"backfire learn {id}")


def page_title(id: str) -> str:
    """What a page is called."""
    if id == MODEL:
        return _("The model: five gates")
    return label(id) if id in LABELS else leaf(id).title


def help_here() -> Opening:
    """Where to get help here."""
    return room("help_here", _("Where to get help here"), "help-here")


def scenario(match: Match | None, shape: Shape) -> tuple[Opening, ...]:
    """A scenario, as it is played in this way of sitting."""
    if match is None:
        return ()
    kind = "print" if shape.paper else "play" if shape.alone else "table"
    candidate = match.candidate
    return (Opening(kind, candidate.name, candidate.card.title, f"backfire {kind} {_typed(candidate.called)}"),)


def _typed(name: str) -> str:
    """A name as it can be typed into a shell as one word."""
    if name and all(sign.isalnum() or sign in "-_." for sign in name) and not name.startswith("-"):
        return name
    quoted = name.replace("'", "'\\''")
    return f"'{quoted}'"
