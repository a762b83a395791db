"""Being stuck, in words: where, as things stand how, what would lead out, and the shortest way there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backfire_sim.authoring.proofs.causes import Causes, Node
from backfire_sim.authoring.proofs.dead import Telling
from backfire_sim.authoring.proofs.evidence import Evidence
from backfire_sim.authoring.proofs.following import following
from backfire_sim.authoring.proofs.places import Places, count, listed, told
from backfire_sim.authoring.proofs.stuck import Stuck, Trap
from backfire_sim.authoring.walk import Way, walk
from backfire_sim.engine.conditions import All, AnyOf, Condition, Not, terms
from backfire_sim.engine.rules import ReadyMove
from backfire_sim.engine.scenario import END
from backfire_sim.scenario.condition_text import as_line
from backfire_sim.scenario.problems import Problem

Notes = tuple[str, ...]


class WayOut(NamedTuple):
    """A move that leads out of a ring, and what it asks for."""

    name: str
    number: int
    asks: Condition | None


class StuckTelling:
    """Makes problems of the scenes in which players can get stuck; remembers what is told by that."""

    def __init__(self, evidence: Evidence, places: Places, causes: Causes, telling: Telling) -> None:
        self._evidence = evidence
        self._places = places
        self._causes = causes
        self._telling = telling
        self.told: set[Node] = set()
        """Roots that are told with a scene in which players are stuck."""
        self.more: dict[Node, Notes] = {}
        """Notes for roots that say themselves why players are stuck."""

    def trap(self, trap: Trap) -> Problem:
        """A ring from which no end can be reached."""
        scenes = [self._evidence.tables.scenes[number] for number in trap.scenes]
        scene = self._evidence.tables.scenes[trap.stuck.scene]
        ways_out = list(self._ways_out(trap))
        notes = [self._as_it_stands(scene, trap.stuck.way)]
        if trap.stuck.only_waiting:
            notes.append("nothing is open there but waiting")
        if ways_out:
            notes.append(f"what would lead out: {'; '.join(self._asking(way) for way in ways_out[:4])}")
        if len(scenes) > 1:
            others = [name for name in scenes if name != scene]
            notes.append(f"the same is true in {count(len(others), 'more scene')}: {listed(others)}")
        if trap.too_late:
            last = trap.too_late[-1]
            notes.append(f"once `{last}` is played, nothing can prevent it")
        elif trap.leading:
            names = [self._evidence.tables.scenes[number] for number in trap.leading]
            notes.append(f"it may be too late already in {listed(names)}")
        behind, cut = self._tell([Node("move", way.number) for way in ways_out])
        return self._places.document.problem(
            "BF102",
            f"Players can get stuck in `{scene}`: from there no way leads to END any more.",
            ("scenes", scene),
            key=True,
            help=self._help(ways_out),
            notes=_said(*notes, *behind, told(trap.stuck.way)),
            cuts_off=max(cut, len(scenes) - 1),
        )

    def waiting(self, stuck: Stuck) -> Problem | None:
        """A scene in which nothing but waiting is open; None where that is told with the only move of it."""
        tables, marks = self._evidence.tables, self._evidence.marks
        scene = tables.scenes[stuck.scene]
        moves = range(int(tables.first_move[stuck.scene]), int(tables.first_move[stuck.scene + 1]) - 1)
        open_sometimes = any(marks.move_open[move] for move in moves)
        dead = [Node("move", move) for move in moves]
        asking = self._as_it_stands(scene, stuck.way, "none of them holds" if len(moves) > 1 else "it does not hold")
        each = "its only move has a condition" if len(moves) == 1 else f"all {len(moves)} moves have conditions"
        notes: Notes = (f"{each}; {asking}",)
        cut = 0
        if not open_sometimes and self._evidence.complete:
            if not all(self._is_root(node) for node in dead):
                return None
            if len(dead) == 1:
                nothing = f"players can then get stuck in `{scene}`: no move is open but waiting"
                self.more[self._root_of(dead[0])] = _said(nothing, told(stuck.way))
                return None
            never = [".".join(tables.moves[node.number]) for node in dead]
            behind, cut = self._tell(dead)
            notes = (*notes, f"they are never open in any state: {listed(never)}", *behind)
        conditions = [
            c for move in moves for c in (tables.ready_moves[move].move.when, tables.ready_moves[move].move.needs)
        ]
        unset = [fact for condition in conditions for fact in self._causes.unset(condition)]
        return self._places.document.problem(
            "BF101",
            f"Players can get stuck in `{scene}`: no move is open but waiting.",
            ("scenes", scene),
            key=True,
            help=self._telling.help(tuple(conditions)) if unset else _COVER,
            notes=_said(*notes, told(stuck.way)),
            cuts_off=cut,
        )

    # -- What is told with it ----------------------------------------------------------------------------------------

    def _root_of(self, node: Node) -> Node:
        """The root that a move is, or the fact that alone keeps it shut."""
        why = self._causes.why.get(node, [])
        return why[0] if why and why[0].kind == "fact" else node

    def _is_root(self, node: Node) -> bool:
        root = self._root_of(node)
        return root in self._causes.roots and (root == node or root.kind == "fact")

    def _tell(self, moves: Iterable[Node]) -> tuple[Notes, int]:
        """Take these moves as told, where they are never open; gives back what follows from them."""
        follows: list[Node] = []
        moves = list(moves)
        for root in dict.fromkeys(self._root_of(node) for node in moves if node in self._causes.why):
            behind = self._causes.follows.get(root, [])
            asking = [node for node in behind if root in self._causes.why.get(node, ())]
            if root in self._causes.roots and (root.kind != "fact" or set(asking) <= set(moves)):
                self.told.add(root)
                follows += [node for node in behind if node not in moves]
        return following(self._evidence, dict.fromkeys(follows))

    def _help(self, ways_out: list[WayOut]) -> str:
        for way in ways_out:
            if self._causes.unset(way.asks):
                return self._telling.help((way.asks,))
        if ways_out:
            return "give one of the ways out no condition, or let something on the way round make it hold"
        return "write `goto: END`, or a scene that leads there, in one of the moves"

    # -- As things stand ---------------------------------------------------------------------------------------------

    def _as_it_stands(self, scene_id: str, way: Way | None, what: str = "it is so") -> str:
        """What the conditions of a scene's moves read, at the end of a way."""
        if way is None:
            return f"{what} in some states"
        evidence = self._evidence
        values = walk(evidence.scenario, way).position.values
        layout = evidence.rules.layout
        scene = evidence.rules.scene(scene_id)
        read = sorted(
            {
                term
                for ready in scene.moves.values()
                for condition in (ready.move.when, ready.move.needs, *(o.outcome.when for o in ready.outcomes))
                for term in terms(condition)
            }
        )
        said = []
        for term in read[:8]:
            place = layout.places.get(term)
            value = values[place] if place is not None else layout.means[term](values)
            flag = term in evidence.scenario.facts or "(" in term
            said.append(f"`{term}` is {('yes' if value else 'no') if flag else value}")
        return f"{what} when {', '.join(said)}" if said else ""

    def _ways_out(self, trap: Trap) -> Iterator[WayOut]:
        evidence = self._evidence
        tables = evidence.tables
        inside = {tables.scenes[number] for number in trap.scenes}
        for scene in trap.scenes:
            for number in range(int(tables.first_move[scene]), int(tables.first_move[scene + 1])):
                ready = tables.ready_moves[number]
                asks = _asks(ready, inside)
                if asks is not None:
                    yield WayOut(".".join(tables.moves[number]), number, asks)

    def _asking(self, way: WayOut) -> str:
        return f"`{way.name}` only if `{as_line(way.asks, self._evidence.scenario.facts)}`"


_COVER = "give one move no `when` and no `needs`, or make the conditions cover every case"


def _asks(ready: ReadyMove, inside: set[str]) -> Condition | None:
    """What a move asks for before it leads out of these scenes; None where it never does."""
    guards = [condition for condition in (ready.move.when, ready.move.needs) if condition is not None]
    earlier: list[Condition] = []
    for outcome in ready.move.outcomes:
        if outcome.goto == END or outcome.goto not in inside:
            if outcome.when is not None:
                guards.append(outcome.when)
            elif earlier:
                guards.append(Not(earlier[0] if len(earlier) == 1 else AnyOf(tuple(earlier))))
            return guards[0] if len(guards) == 1 else All(tuple(guards)) if guards else None
        if outcome.when is not None:
            earlier.append(outcome.when)
    return None


def _said(*notes: str) -> Notes:
    return tuple(note for note in notes if note)
