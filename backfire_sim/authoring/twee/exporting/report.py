"""What is said about an export: what is in the story, what is there only as words, and what is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backfire_sim.authoring.twee.exporting.story_out import Exported
from backfire_sim.authoring.twee.wording import hung, many
from backfire_sim.engine.scenario import Change, Method, Move, Scenario
from backfire_sim.scoring.board import EVERYONE_RESPONSIBLE, GENERAL_PUBLIC


def report(scenario: Scenario, exported: Exported) -> list[str]:
    """The report, as lines."""
    story, parts = exported.story, _parts(scenario)
    made = f"{many(len(scenario.scenes), 'scene')} and END, {many(exported.links, 'link')}"
    lines = hung(f"Made a story for {story.format} of “{story.title}”: {made}. Doing nothing is the link “Wait”.")
    if exported.relabeled:
        number = many(exported.relabeled, "label")
        lines += hung(f"In {number} signs that Twine takes for its own, such as | or [ ], are put in others.")
    for heading, items in (
        ("There as words, which do nothing in Twine:", _words(scenario, parts)),
        ("Lost, because a story in Twine has no place for it:", _lost(scenario, parts)),
    ):
        lines += ["", heading, *(line for text in items for line in hung(text, "  "))]
    kept = "Keep the scenario file: importing the story gives back its scenes, labels and ways, and not what is lost."
    return [*lines, "", *hung(kept)]


@dataclass
class _Parts:
    moves: list[Move]
    waits: list[Move]
    methods: list[Method]
    changes: list[Change]
    """Of moves, outcomes, waits, methods, preparations and injects."""


def _parts(scenario: Scenario) -> _Parts:
    scenes = list(scenario.scenes.values())
    moves = [move for scene in scenes for move in scene.moves]
    waits = [scene.wait for scene in scenes]
    methods = [method for scene in scenes for method in scene.methods]
    changes = [part.change for part in (*moves, *waits)]
    changes += [outcome.change for move in (*moves, *waits) for outcome in move.outcomes]
    changes += [method.change for method in methods]
    changes += [option.change for option in scenario.preparation.options] if scenario.preparation else []
    changes += [inject.change for inject in scenario.injects]
    return _Parts(moves, waits, methods, changes)


def _words(scenario: Scenario, parts: _Parts) -> Iterator[str]:
    """What can be read in the story, or by those who edit it."""
    yield f"{many(len(scenario.endings), 'ending')}, one below the other in END"
    if parts.methods:
        yield f"{many(len(parts.methods), 'method')}, only their kind and text"
    conditions = [part for move in parts.moves for part in (move.when, move.needs)]
    conditions += [outcome.when for move in (*parts.moves, *parts.waits) for outcome in move.outcomes]
    conditions += [method.when for method in parts.methods]
    conditions += [ending.when for ending in scenario.endings]
    if number := sum(condition is not None for condition in conditions):
        yield f"{many(number, 'condition')}, beside what they are about"
    yield f"{many(len(parts.moves), 'move')}: their R and tactic, what happens and why, in comments for those who edit"
    scenes = scenario.scenes.values()
    if number := sum(bool(scene.notes) for scene in scenes):
        yield f"{many(number, 'note')} for the facilitator, in comments"
    if number := sum(bool(scene.veil) for scene in scenes):
        yield f"{many(number, 'veil')}, in comments"


def _lost(scenario: Scenario, parts: _Parts) -> Iterator[str]:
    """What is nowhere in the story, each kind with how much of it there was."""
    moves, changes, preparation, case = parts.moves, parts.changes, scenario.preparation, scenario.case_file
    waits_and_moves = (*moves, *parts.waits)
    audiences = () if scenario.audiences == (GENERAL_PUBLIC,) else scenario.audiences
    bearers = () if scenario.bearers == (EVERYONE_RESPONSIBLE,) else scenario.bearers
    voiced = many(sum(bool(move.voice) for move in moves), "move")
    named = many(sum(len(change.names) for change in changes), "time")
    asked = many(sum(bool(move.uses_consent) for move in moves), "move")
    people = many(len(scenario.people), "person", "people")
    told = many(sum(len(change.sets) + len(change.clears) for change in changes), "time")
    counted = (
        (sum(len(change.effects) for change in changes), "effect", " on numbers"),
        (len(parts.methods), "method", ": technique, strength, whom it reaches, what answers it"),
        (sum(o.odds > 0 for move in waits_and_moves for o in move.outcomes), "outcome", " drawn by odds"),
        (len(audiences), "audience", ""),
        (sum(bool(move.reaches) for move in moves), "move", " for some of the audiences only"),
        (len(scenario.voices), "voice", f", heard in {voiced}"),
        (len(bearers), "bearer", f", named {named}"),
        (sum(len(person.uses) for person in scenario.people), "consent", f" of {people}, used by {asked}"),
        (len(scenario.facts), "fact", f", set or cleared {told}"),
        (len(scenario.counters), "counter", ""),
        (sum(change.breach for change in changes), "breach", " of discipline"),
        (len(preparation.options) if preparation else 0, "preparation", ""),
        (len(scenario.injects), "inject", ""),
        (len(scenario.debrief), "question", " for the debrief"),
        (sum(map(len, scenario.sheet)), "line", " of the facilitator's sheet"),
        (len(case.certain) + len(case.contested) if case else 0, "statement", " of the case file"),
        (len(scenario.sources), "source", ""),
    )
    for number, what, more in counted:
        if number:
            yield f"{many(number, what)}{more}"
    yield "what people read before they choose: the summary, goals, content notes and so on"
