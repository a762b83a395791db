"""Repairs of names that only seem certain, because the slip may be in what is named."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from backfire_sim.scenario.document import Document
from backfire_sim.scenario.names import RESERVED
from backfire_sim.scenario.problems import Edit, Problem
from backfire_sim.scenario.renames import naming

_OF_NAMES = frozenset({"BF012", "BF013", "BF051", "BF061"})
"""Codes of what names something that is not there."""


def where_one_is_right(document: Document, problems: list[Problem]) -> list[Problem]:
    """The problems, those of several equal names without their repair where nothing else has the name as it is listed.

    If all places that name a thing agree, and only the thing itself is called otherwise, then the slip may be there.
    """
    alike = Counter(name for problem in problems for edit in _names_put(problem) for name in _parts(edit))
    doubtful = {name for name, times in alike.items() if times > 1} - RESERVED
    if doubtful:
        texts = [text for _, text, _ in naming(document.root, (), False)]
        doubtful -= {word for text in texts for word in re.findall(r"\w+", text)}
    if not doubtful:
        return problems
    return [
        replace(problem, fix=None)
        if any(not doubtful.isdisjoint(_parts(edit)) for edit in _names_put(problem))
        else problem
        for problem in problems
    ]


def _parts(edit: Edit) -> list[str]:
    """The names that a repair puts: of `scene.move` either may be the one that was meant."""
    return edit.text.split(".") if re.fullmatch(r"\w+(?:\.\w+)?", edit.text) else []


def _names_put(problem: Problem) -> tuple[Edit, ...]:
    """The edits of a repair that puts one name in place of another."""
    return problem.fix.edits if problem.fix is not None and problem.code in _OF_NAMES else ()
