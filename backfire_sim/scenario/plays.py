"""Golden plays: the sidecar `NAME.plays.yaml`, paths through a scenario with what each must lead to."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from backfire_sim.scenario import shape
from backfire_sim.scenario.checks.findings import Findings
from backfire_sim.scenario.collector import collector_off
from backfire_sim.scenario.document import Document
from backfire_sim.scenario.document import Path as DocumentPath
from backfire_sim.scenario.load import Loaded, read_file
from backfire_sim.scenario.names import Names
from backfire_sim.scenario.problems import Fix, Problem, errors, in_order
from backfire_sim.scenario.reader import read

if TYPE_CHECKING:
    from backfire_sim.scenario.play_models import Play, PlaysFile


@dataclass(frozen=True, slots=True)
class GoldenPlay:
    """One path through a scenario, and what it must lead to."""

    id: str
    about: str
    path: tuple[str, ...]
    """`scene.move`, `scene.wait`, `ask:person.use` or `inject:id` each."""
    expect: Mapping[str, int | str]
    """Any of ending, outcome, rounds and the figures of a play's end."""
    prepare: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    """`person.use` each, asked when the first scene opens."""
    seed: int = 0
    line: int = 0
    """Where the play starts in its file; 1 is the first line."""


@dataclass(frozen=True, slots=True)
class Plays:
    """A file of golden plays as far as it could be understood; no plays where an error stands in it."""

    name: str
    plays: tuple[GoldenPlay, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    document: Document | None = field(default=None, repr=False, compare=False)
    """The file itself, with the line of every path; None where it could not be reached."""

    @property
    def ok(self) -> bool:
        """Whether the plays can be tried."""
        return not errors(self.problems)


def load_plays(path: str | os.PathLike[str], scenario: Loaded | None = None) -> Plays:
    """Open and check golden plays; with `scenario`, that everything they name exists in it."""
    name, data, problem = read_file(path)
    if problem is not None:
        return Plays(name, (), (problem,))
    return read_plays(data, name, scenario)


def read_plays(text: str | bytes, name: str = "scenario.plays.yaml", scenario: Loaded | None = None) -> Plays:
    """Check golden plays that are already in memory."""
    with collector_off():
        document = read(text, name)
        problems = list(document.problems)
        if not document.whole:
            return Plays(name, (), in_order(problems), document)
        if not isinstance(document.root, dict):
            problems.append(
                document.problem("BF005", "This file holds no golden plays.", (), help="it starts with `plays:`")
            )
            return Plays(name, (), in_order(problems), document)
        value, wrong = shape.check(document, "PlaysFile", document.root, ())
        problems += [problem for problem in wrong if problem.line not in document.mended]
        if value is None:
            return Plays(name, (), in_order(problems), document)
        found = cast("PlaysFile", value)
        findings = Findings(document)
        findings.ids(found.plays, ("plays",))
        if scenario is not None:
            findings.names = Findings(scenario.document).names
        for play_id, play in found.plays.items():
            _check(play, findings, ("plays", play_id), known=scenario is not None)
        problems += [problem for problem in findings.problems if problem.line not in document.mended]
        plays = tuple(_compiled(document, play_id, play) for play_id, play in found.plays.items())
    return Plays(name, () if errors(problems) else plays, in_order(problems), document)


def _compiled(document: Document, play_id: str, play: Play) -> GoldenPlay:
    return GoldenPlay(
        id=play_id,
        about=" ".join(play.about.split()),
        path=tuple(play.path),
        expect={name: value for name, value in vars(play.expect).items() if value is not None},
        prepare=tuple(play.prepare),
        consent=tuple(play.consent),
        seed=play.seed,
        line=document.place(("plays", play_id), key=True).line,
    )


def _check(play: Play, findings: Findings, path: DocumentPath, *, known: bool) -> None:
    if not any(value is not None for value in vars(play.expect).values()):
        findings.add(
            "BF046",
            "`expect` is empty: this play proves nothing.",
            (*path, "expect"),
            key=True,
            help="write what it must lead to, such as `expect: {outcome: backfire}`",
        )
    for place, step in enumerate(play.path):
        _step(step, findings, (*path, "path", place), known=known)
    if not known:
        return
    findings.refer_all(play.prepare, findings.names.options, "preparation", (*path, "prepare"))
    findings.uses(play.consent, (*path, "consent"))
    if play.expect.ending is not None:
        findings.refer(play.expect.ending, findings.names.endings, "ending", (*path, "expect", "ending"))


def _step(step: str, findings: Findings, path: DocumentPath, *, known: bool) -> None:
    names = findings.names
    kind, colon, rest = step.partition(":")
    if colon and kind == "ask" and rest.count(".") == 1:
        if known:
            findings.refer(rest, names.all_uses(), "use", path, "ask:")
    elif colon and kind == "inject" and rest:
        if known:
            findings.refer(rest, names.injects, "inject", path, "inject:")
    elif not colon and step.count(".") == 1 and all(step.split(".")):
        scene, _, move = step.partition(".")
        if known and findings.refer(scene, names.scenes, "scene", path) and not names.has_move(step):
            findings.refer(move, (*names.moves(scene), "wait"), f"move of `{scene}` called", path, f"{scene}.")
    else:
        findings.add(
            "BF090",
            f"`{step}` is no step of a play.",
            path,
            help=_step_help(step, names),
            fix=_step_fix(step, findings, path) if known else None,
        )


def _step_help(step: str, names: Names) -> str:
    """What a step looks like; for a move alone, with the scenes that have it."""
    whole = [move for move in names.all_moves() if move.partition(".")[2] == step][:4]
    if whole:
        return "write the scene too: " + " or ".join(f"`{move}`" for move in whole)
    return "write scene.move, scene.wait, ask:person.use or inject:id"


def _step_fix(step: str, findings: Findings, path: DocumentPath) -> Fix | None:
    """A step with another sign between its parts, where both parts are there."""
    found = re.fullmatch(r"(?P<left>\w+)\s*(?:->|[\s/:>→])\s*(?P<right>\w+(?:\.\w+)?)", step)
    names = findings.names
    if found is None:
        return None
    left, right = found["left"], found["right"]
    meant = {
        f"{left}.{right}": "." not in right and names.has_move(f"{left}.{right}"),
        f"ask:{right}": left == "ask" and right in names.all_uses(),
        f"inject:{right}": left in ("inject", "throw") and right in names.injects,
    }
    sure = [word for word, there in meant.items() if there]
    return findings.document.swap(findings.document.place(path), step, sure[0]) if len(sure) == 1 else None
