"""Asking people, and throwing injects, in many plays at once: what can happen while a scene is open, beside moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from backfire_sim.authoring.explore.conditions import Columns, Flags
from backfire_sim.authoring.explore.marks import Marks
from backfire_sim.authoring.explore.rounds import take_effect
from backfire_sim.authoring.explore.tables import Tables


class Question(NamedTuple):
    """A use of something of a person's that can be asked for."""

    person: str
    use: str
    granted: int
    """Row of the yes."""
    refused: int
    """Row of the no; -1 where nothing reads it."""
    agrees: int
    """Number of the condition under which they may say yes."""
    surely: int
    """Number of the condition under which they surely do: the same, where all of it is known."""


def questions(tables: Tables) -> Iterator[Question]:
    """Everything that somebody can be asked for and that makes a difference."""
    for person in tables.rules.people.values():
        for use in person.uses:
            granted = tables.row_of.get(tables.rules.places[f"consents({person.id}, {use})"])
            refused = tables.row_of.get(tables.rules.places[f"refused({person.id}, {use})"], -1)
            if granted is not None:
                agrees = person.agrees.get(use)
                yield Question(person.id, use, granted, refused, tables.most(agrees), tables.least(agrees))


def ask(tables: Tables, columns: Columns, question: Question, asked: Flags) -> Flags:
    """Ask in those plays, where the answer is not yes already; gives back in which plays anything changed."""
    asked = asked & (columns[question.granted] == 0)
    agrees = tables.conditions.holds(question.agrees, columns)
    says_yes, says_no = asked & agrees, asked & ~agrees
    columns[question.granted] |= says_yes
    if question.refused < 0:
        return np.asarray(says_yes)
    changed = says_yes | (says_no & (columns[question.refused] == 0))
    columns[question.refused] = np.where(asked, says_no, columns[question.refused])
    return np.asarray(changed)


def ask_everybody(tables: Tables, columns: Columns, asked: Flags) -> None:
    """Ask everybody for everything they have not said yes to, in those plays."""
    for question in questions(tables):
        ask(tables, columns, question, asked)


def refuse(tables: Tables, columns: Columns, question: Question) -> Flags:
    """Let the answer be no where it may be no or yes; gives back in which plays anything changed."""
    changed = (columns[question.granted] == 0) & (columns[question.refused] == 0)
    changed &= ~tables.conditions.holds(question.surely, columns)
    columns[question.refused] |= changed
    return np.asarray(changed)


def take_back(columns: Columns, question: Question) -> Flags:
    """Take a yes back in every play that has it; gives back in which plays anything changed."""
    changed = columns[question.granted] > 0
    columns[question.granted] = 0
    return np.asarray(changed)


def throw(
    tables: Tables, columns: Columns, inject: str, wished: Flags | None = None, marks: Marks | None = None
) -> Flags:
    """Throw an inject wherever it fits and was not thrown before; gives back in which plays it was."""
    change, row = tables.injects[inject]
    if row < 0:
        return np.zeros(columns.shape[1], dtype=np.bool_)
    fits = tables.conditions.holds(tables.inject_when[inject], columns)
    thrown = fits & (columns[row] == 0)
    if wished is not None:
        thrown &= wished
    plays = np.flatnonzero(thrown)
    if len(plays):
        part = columns.take(plays, axis=1)
        part[row] = 1
        take_effect(tables, part, np.full(len(plays), change, dtype=np.intp), marks=marks)
        columns[:, plays] = part
        if marks is not None:
            marks.thrown.add(inject)
    return np.asarray(thrown)
