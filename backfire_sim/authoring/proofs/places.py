"""Where in its file each thing stands that something was found out about, and how it is called in a message."""

from __future__ import annotations

from backfire_sim.authoring.explore.survey import Arrived, way_of
from backfire_sim.authoring.explore.tables import Tables
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.walk import Way
from backfire_sim.engine.events import WAIT
from backfire_sim.engine.session import Session
from backfire_sim.scenario.document import Document, Path

MOST_LANDINGS = 40
"""States in which is looked for a method that has landed."""


class Places:
    """The moves, outcomes and methods of the tables, in their file."""

    def __init__(self, document: Document, tables: Tables) -> None:
        self.document = document
        self._tables = tables
        self._move_of = [n for n, move in enumerate(tables.ready_moves) for _ in move.outcomes]

    def move(self, number: int) -> Path:
        """A move, or the `wait` of a scene."""
        scene, move = self._tables.moves[number]
        return ("scenes", scene, "wait") if move == "wait" else ("scenes", scene, "moves", move)

    def move_of(self, outcome: int) -> int:
        """The move that has this outcome."""
        return self._move_of[outcome]

    def outcome(self, number: int) -> Path:
        """An outcome, or its move where that has only one and no list of them."""
        move = self.move_of(number)
        path = self.move(move)
        if not isinstance(self.document.get((*path, "outcomes")), list):
            return path
        return (*path, "outcomes", number - int(self._tables.first_outcome[move]))

    def method(self, number: int) -> Path:
        """A method."""
        scene, method = self._tables.methods[number]
        return ("scenes", scene, "methods", method)

    def guard(self, path: Path) -> Path:
        """The condition of a part: its `needs`, or else its `when`, or the part itself where it has neither."""
        part = self.document.get(path)
        for key in ("needs", "when"):
            if isinstance(part, dict) and key in part:
                return (*path, key)
        return path

    def line(self, path: Path) -> int:
        """The line of the key that leads to a path."""
        return self.document.place(path, key=True).line


def in_scene(scene: str, *, only_waiting: bool = False) -> Arrived:
    """Whether a play stands in a scene, with nothing open but waiting if asked."""

    def there(play: Session) -> bool:
        return play.position.scene == scene and not play.over and (not only_waiting or play.legal_moves() == [WAIT])

    return there


def first_landing(evidence: Evidence, method: int) -> Way | None:
    """A shortest way to where a method has landed."""
    scene, method_id = evidence.tables.methods[method]
    paths = evidence.paths

    def landed(play: Session) -> bool:
        return any((one.scene, one.method) == (scene, method_id) for one in play.position.landed)

    states = paths.trail.states_in(scene)[:MOST_LANDINGS].tolist()
    ways = (way_of(evidence.scenario, paths, state, landed) for state in states)
    return next((way for way in ways if way is not None), None)


def told(way: Way | None) -> str:
    """A way as a note says it; empty where there is none."""
    if way is None:
        return ""
    parts = [f"prepare {', '.join(way.prepare)}"] if way.prepare else []
    parts += way.steps
    seed = f" (with --seed {way.seed})" if way.seed else ""
    return f"shortest way there: {'; '.join(parts)}{seed}" if parts else "it is so from the very first scene"


def count(number: int, what: str) -> str:
    """`1 scene`, `27 scenes`."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def listed(names: list[str], most: int = 6) -> str:
    """Names in backticks, and how many more there are."""
    shown = ", ".join(f"`{name}`" for name in names[:most])
    return shown + (f" and {len(names) - most:,} more" if len(names) > most else "")
