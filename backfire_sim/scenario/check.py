"""All checks of one file in their order: its shape, then what it means, then the ways through it.

Scenes are looked at one at a time and let go, so that a file of ten thousand scenes needs little more memory than
its own text. What has no good shape is not checked for meaning: that would only report the same thing again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from backfire_sim.engine.scenario import NOTHING
from backfire_sim.scenario import doubts, shape, spelling
from backfire_sim.scenario.checks import frame as frame_checks
from backfire_sim.scenario.checks import scenes as scene_checks
from backfire_sim.scenario.checks import ways
from backfire_sim.scenario.checks.findings import Findings
from backfire_sim.scenario.document import Document
from backfire_sim.scenario.problems import MOST_SHOWN, OF_WHAT_IS_MISSING, Problem
from backfire_sim.scenario.shapes import validator

if TYPE_CHECKING:
    from backfire_sim.engine import scenario as engine
    from backfire_sim.scenario import models

MAX_SCENES = 20_000


@dataclass
class Checked:
    """The outcome of a check, from which a scenario can be compiled if nothing was wrong."""

    document: Document
    problems: list[Problem] = field(default_factory=list)
    frame: models.Frame | None = None
    findings: Findings | None = None
    renamed: dict[str, str] = field(default_factory=dict)

    def compiled(self, texts: Mapping[str, Any] = NOTHING) -> engine.Scenario:
        """The engine's scenario, with other `texts` at some places; its scenes are made when they are asked for."""
        from backfire_sim.scenario import compile as compiler
        from backfire_sim.scenario.lazy import LazyScenes
        from backfire_sim.scenario.overlay import overlaid

        assert self.frame is not None and self.findings is not None
        scenes: dict[str, Any] = self.document.root["scenes"]
        in_scenes: Mapping[str, Any] = texts.get("scenes", NOTHING)
        meaning = self.findings.meaning

        def make(scene_id: str) -> engine.Scene:
            value = overlaid(scenes[scene_id], in_scenes.get(scene_id, NOTHING))
            return compiler.scene(scene_id, validator("Scene").validate_python(value), meaning)

        frame = self.frame
        if texts:
            frame = validator("Frame").validate_python(overlaid(_without_scenes(self.document.root), texts))
        return compiler.scenario(frame, LazyScenes(list(scenes), make), meaning, self.findings.reads, self.renamed)


def check(document: Document) -> Checked:
    """Check a document that could be read as a whole."""
    checked = Checked(document)
    root = document.root
    if not isinstance(root, dict) or not root or ({"plays", "translates"} & root.keys() and "scenes" not in root):
        checked.problems.append(_not_a_scenario(document))
        return checked
    respelled = spelling.respell(document)
    frame, problems = shape.frame(document)
    problems = [*respelled, *problems]
    findings = checked.findings = Findings(document)
    findings.problems += problems
    checked.frame = frame
    survived = frame or shape.what_survives("Frame", _without_scenes(root), problems, ())
    if survived is not None:
        frame_checks.check(survived, findings)
    if len(findings.names.scenes) > MAX_SCENES:
        findings.add(
            "BF003",
            f"{len(findings.names.scenes):,} scenes are more than a scenario may have.",
            ("scenes",),
            key=True,
            help=f"at most {MAX_SCENES:,} are read; split the scenario",
        )
    else:
        _check_scenes(checked, findings)
        findings.note_repeated_targets()
        ways.check(findings)
    told = [problem for problem in findings.problems if not _follows(problem, document)]
    checked.problems = doubts.where_one_is_right(document, told) if told else told
    return checked


def _check_scenes(checked: Checked, findings: Findings) -> None:
    scenes = findings.names.scenes
    for scene_id, value in scenes.items():
        scene, problems = shape.scene(checked.document, scene_id, value)
        findings.problems += problems
        if scene is None:
            survived = shape.what_survives("Scene", value, problems, ("scenes", scene_id))
            if survived is not None:
                scene_checks.check(scene_id, survived, findings)
        else:
            scene_checks.check(scene_id, scene, findings)
            checked.renamed.update(scene_checks.former_ids(scene_id, scene))
        if len(findings.problems) > 5 * MOST_SHOWN:
            return


def _follows(problem: Problem, document: Document) -> bool:
    """Whether a problem only says what follows from a line that could not be read."""
    if not document.mended:
        return False
    return problem.line in document.mended or (
        problem.code in OF_WHAT_IS_MISSING and document.misses_a_line(problem.line)
    )


def _without_scenes(root: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in root.items() if key != "scenes"}


def _not_a_scenario(document: Document) -> Problem:
    if isinstance(document.root, dict) and "translates" in document.root:
        return document.problem(
            "BF005",
            "This file holds translations, not a scenario.",
            ("translates",),
            key=True,
            help="give it the name of its scenario and its language, such as NAME.es.yaml, and put it beside it",
        )
    if isinstance(document.root, dict) and "plays" in document.root:
        return document.problem(
            "BF005",
            "This file holds golden plays, not a scenario.",
            ("plays",),
            key=True,
            help="check the scenario itself: the file of the same name without `.plays`",
        )
    what = {list: "a list", str: "only text", dict: "empty", type(None): "empty"}.get(type(document.root), "a number")
    return document.problem(
        "BF005",
        f"This file is {what}, not a scenario.",
        () if document.text.strip() else None,
        help="a scenario starts with `format: 1` and keys such as `id:` and `title:`; docs/author.md holds a whole one",
    )
