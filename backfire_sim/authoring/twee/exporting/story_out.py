"""A scenario as a Twine story: scenes as passages, the ways between them as links, the rest as words or not at all.

A passage is called by the id of its scene, because names of passages are unique and links go by them.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from backfire_sim.authoring.map.graph import Goto, Graph, Stop, graph
from backfire_sim.authoring.twee.exporting import sugarcube as s
from backfire_sim.authoring.twee.exporting.layout import positions
from backfire_sim.authoring.twee.story import Passage, Story
from backfire_sim.engine.scenario import END, Move, Outcome, Scenario, Scene
from backfire_sim.scenario.condition_text import as_line
from backfire_sim.scoring.vocabulary import label
from backfire_sim.text import one_line, paragraphs

SIZE = "100,100"
"""How large passages are on Twine's map."""
WAIT = "Wait"
"""The label of doing nothing; an import knows it again."""


class Exported(NamedTuple):
    """The story, and what was changed on the way."""

    story: Story
    relabeled: int
    """Labels in which signs had to be put in others."""
    links: int


def export(scenario: Scenario) -> Exported:
    """The scenario as a story; the same scenario gives the same story, to the last sign."""
    return _Export(scenario).made()


def ifid(scenario_id: str) -> str:
    """The story's own number, made of the scenario's id: in the shape of a random UUID, as Twee 3 asks for."""
    made = blake2b(f"backfire scenario {scenario_id}".encode(), digest_size=16).digest()
    return str(uuid.UUID(bytes=made, version=4)).upper()


class _Export:
    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.map: Graph = graph(scenario)
        self.relabeled = 0
        self.links = 0

    def made(self) -> Exported:
        scenario = self.scenario
        places = positions(self.map)
        order = [scenario.first, *(id_ for id_ in scenario.scenes if id_ != scenario.first)]
        stops = {stop.id: stop for stop in self.map.stops}
        passages = [
            Passage(id_, self._passage(scenario.scenes[id_], stops[id_]), position=places[id_], size=SIZE)
            for id_ in order
        ]
        passages.append(Passage(END, self._end(), position=places[END], size=SIZE))
        story = Story(one_line(scenario.title), tuple(passages), ifid(scenario.id), s.FORMAT, s.VERSION, scenario.first)
        return Exported(story, self.relabeled, self.links)

    # -- What people see -----------------------------------------------------------------------------------------

    def _passage(self, scene: Scene, stop: Stop) -> str:
        blocks = [f"!{s.words(scene.title)}"]
        if scene.time:
            blocks.append(s.words(scene.time))
        blocks += [s.words(paragraph) for paragraph in paragraphs(scene.text)]
        blocks += list(self._methods(scene))
        blocks.append("\n".join(self._links(scene, stop)))
        blocks.append("\n".join(s.comment(text) for text in self._comments(scene)))
        return "\n\n".join(blocks)

    def _methods(self, scene: Scene) -> Iterator[str]:
        for method in scene.methods:
            when = as_line(method.when, self.scenario.facts)
            behind = f" ({s.words(f'when {when}')})" if when else ""
            yield f"''{label(method.uses)}:'' {' '.join(s.words(text) for text in paragraphs(method.text))}{behind}"

    def _links(self, scene: Scene, stop: Stop) -> Iterator[str]:
        """A line for every move and every scene that it can lead to; doing nothing comes last."""
        by_move: dict[str, dict[str, list[Goto]]] = {move.id: {} for move in (*scene.moves, scene.wait)}
        for edge in stop.edges:
            for goto in edge.gotos:
                by_move[goto.move].setdefault(goto.target, []).append(goto)
        for move in (*scene.moves, scene.wait):
            targets = by_move[move.id]
            shown = WAIT if move is scene.wait else self._label(move)
            for target, gotos in targets.items():
                self.links += 1
                conditions = list(self._conditions(gotos, alone=len(targets) == 1))
                behind = f" ({s.words('; '.join(conditions))})" if conditions else ""
                yield f"* [[{shown}->{target}]]{behind}"

    def _conditions(self, gotos: list[Goto], *, alone: bool) -> Iterator[str]:
        if gotos[0].when:
            yield f"when {gotos[0].when}"
        if gotos[0].needs:
            yield f"needs {gotos[0].needs}"
        if not alone:
            yield ", or ".join(goto.turns for goto in gotos)

    def _label(self, move: Move) -> str:
        shown = s.label(move.label)
        self.relabeled += shown != one_line(move.label)
        return shown

    def _end(self) -> str:
        blocks = ["!The end", "A play ends in the first of these that fits."]
        for ending in self.scenario.endings:
            when = as_line(ending.when, self.scenario.facts)
            behind = s.words(f"when {when}") if when else "in all other cases"
            blocks.append(f"''{s.words(ending.title)}'' ({behind})")
            blocks += [s.words(paragraph) for paragraph in paragraphs(ending.text)]
        return "\n\n".join(blocks)

    # -- What only those see who edit the story ------------------------------------------------------------------

    def _comments(self, scene: Scene) -> Iterator[str]:
        if scene.veil:
            yield f"Instead of the text: {scene.veil}"
        if scene.notes:
            yield f"For the facilitator: {scene.notes}"
        for move in scene.moves:
            risk = f" Risk: {move.risk}" if move.risk else ""
            told = "".join(self._outcomes(move))
            yield f"“{one_line(move.label)}” is {label(move.response)}: {label(move.tactic)}.{risk}{told}"
        yield f"{WAIT}.{''.join(self._outcomes(scene.wait))}"

    def _outcomes(self, move: Move) -> Iterator[str]:
        for outcome in move.outcomes:
            yield f" {self._how(outcome)}: {one_line(outcome.text)}"
            if outcome.because:
                yield f" Why: {outcome.because}"

    def _how(self, outcome: Outcome) -> str:
        when = as_line(outcome.when, self.scenario.facts)
        odds = f"odds {outcome.odds}" if outcome.odds else ""
        told = ", ".join(part for part in (f"if {when}" if when else "", odds) if part)
        return f"What happens {told}" if told else "What happens"
