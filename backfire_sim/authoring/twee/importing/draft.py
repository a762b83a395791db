"""A scenario in the making: what an imported story gives, with what its author still has to decide."""

from __future__ import annotations

from typing import NamedTuple

TO_DO = "TO_DO"
"""Stands where an author has to decide; no R, no tactic and no scene is called so, so that `check` finds it."""


class Goto(NamedTuple):
    """Where something leads."""

    target: str
    """The id of a scene, `END`, or what is not there."""
    sets: str = ""
    """The fact that tells which ending it is."""
    to_do: str = ""
    """What is still to be decided about it, in a sentence."""


class DraftMove(NamedTuple):
    """A link as a move."""

    id: str
    label: str
    goto: Goto
    notes: tuple[str, ...] = ()


class DraftScene(NamedTuple):
    """A passage as a scene."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    moves: tuple[DraftMove, ...]
    wait_text: str
    wait: Goto
    notes: tuple[str, ...] = ()
    to_do: str = ""


class DraftEnding(NamedTuple):
    """A passage without links as the words of an ending."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    fact: str = ""
    """The fact that tells it from the others; empty for the one that is read where no other is."""
    notes: tuple[str, ...] = ()


class Draft(NamedTuple):
    """Everything that goes into the file."""

    id: str
    title: str
    source: str
    """The name of the Twee file."""
    scenes: tuple[DraftScene, ...]
    endings: tuple[DraftEnding, ...]
    facts: dict[str, str]
    notes: tuple[str, ...] = ()
    """About the story as a whole."""
    parked: tuple[tuple[str, str], ...] = ()
    """What has no place in a scenario: a heading and a text each."""
    all_parked: int = 0
    """How many there were; only so many are kept."""
