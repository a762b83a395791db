"""The kinds of drill, what can be answered, and which principle each drill is a variant of."""

from collections.abc import Iterator
from typing import NamedTuple

from backfire_sim.engine.scenario import Drill, Move, Option, Scenario
from backfire_sim.scoring.vocabulary import METHODS, RESPONSE_OF_TACTIC

NAME = "name_method"
RESPONSE_CHOICE = "choose_response"
BETTER = "better_of_two"
MISSING = "what_is_missing"
NEXT = "predict_next"
WRITE = "write"

KINDS = (NAME, RESPONSE_CHOICE, BETTER, MISSING, NEXT, WRITE)

NEEDS = ("consent", "evidence", "messenger", "care")
"""What a move can be missing."""

STRONG, WORKABLE, BACKFIRES = "strong", "workable", "backfires"
"""How well an answer fits: what an author called best; what has something to be said for it; all others."""

FRAME, STATEMENT = "frame", "statement"
"""What is written: why it was wrong and who answers for it; or what a group says of itself and of what it will do."""


class Placed(NamedTuple):
    """A drill with where it stands."""

    scenario: Scenario
    scene: str
    """Empty for the preparation."""
    drill: Drill

    @property
    def id(self) -> str:
        """What it is known by in a record of what was practiced: scenario/scene/drill."""
        return f"{self.scenario.id}/{self.scene}/{self.drill.id}"

    @property
    def answers(self) -> tuple[str, ...]:
        """Everything that can be answered, in the author's order; empty where a sentence is written."""
        drill = self.drill
        if drill.asks in (NAME, NEXT):
            return METHODS
        if drill.asks == MISSING:
            return NEEDS
        return () if drill.asks == WRITE else (drill.best, *drill.workable, *drill.worse)

    def fit(self, answer: str) -> str:
        """How well an answer fits: STRONG, WORKABLE or BACKFIRES."""
        if answer == self.drill.best:
            return STRONG
        return WORKABLE if answer in self.drill.workable else BACKFIRES

    def move(self, id_: str) -> Move | Option | None:
        """A move of its scene, or an option of the preparation; None where there is none of this id."""
        if self.scene:
            moves: tuple[Move | Option, ...] = self.scenario.scenes[self.scene].moves
        else:
            moves = self.scenario.preparation.options if self.scenario.preparation else ()
        return next((move for move in moves if move.id == id_), None)

    @property
    def tactic(self) -> str:
        """The tactic that it practices; empty where it is about a method or about what is missing."""
        if self.drill.asks == WRITE:
            return self.drill.tactic
        best = self.move(self.drill.best) if self.drill.asks in (RESPONSE_CHOICE, BETTER) else None
        return best.tactic if best else ""

    @property
    def technique(self) -> str:
        """The technique of the method that it shows; empty where it shows none."""
        scene, method = self.drill.method
        found = self.scenario.scenes[scene].methods if scene else ()
        return next((each.technique for each in found if each.id == method), "")

    @property
    def principle(self) -> str:
        """What it is one of several variants of: `name:cover_up`, `next:devaluation`, `tactic:distribute`,
        `missing:consent`, `write:frame`, `write:statement`."""
        drill = self.drill
        match drill.asks:
            case "name_method":
                return f"name:{drill.best}"
            case "predict_next":
                return f"next:{drill.best}"
            case "what_is_missing":
                return f"missing:{drill.best}"
            case "write":
                return f"write:{FRAME if RESPONSE_OF_TACTIC.get(drill.tactic) == 'reframe' else STATEMENT}"
        return f"tactic:{self.tactic}"


def drills_of(scenario: Scenario) -> Iterator[Placed]:
    """Every drill of a scenario: of the preparation first, then of the scenes in their order."""
    if scenario.preparation is not None:
        for drill in scenario.preparation.drills:
            yield Placed(scenario, "", drill)
    for scene_id, scene in scenario.scenes.items():
        for drill in scene.drills:
            yield Placed(scenario, scene_id, drill)
