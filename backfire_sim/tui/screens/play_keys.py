"""Which keys are offered in each stage of a play, the most needed first."""

from __future__ import annotations

from backfire_sim.tui.screens.play_layout import READ, TOLD
from backfire_sim.tui.widgets.key_hints import Hint

_LEAVE = Hint("q", "q", "leave")
_REREAD = Hint("r", "r", "reread")
_STORY = Hint("l", "l", "story")


def play_keys(stage: str, *, on_moves: bool, can_undo: bool, decided: bool, asks: bool) -> tuple[Hint, ...]:
    """The keys of a stage. `on_moves`: the list of moves is in use; `asks`: somebody can be asked for something."""
    undo = Hint("u", "u", "undo", can_undo)
    people = (Hint("y", "y", "consents"),) if asks else ()
    if stage == TOLD:
        return (Hint("enter", "enter", "go on"), undo, _STORY, _LEAVE)
    if stage != READ and on_moves:
        return (Hint("enter", "enter", "play it"), Hint("escape", "esc", "board"), undo, *people, _REREAD)
    rest = (undo, Hint("w", "w", "why", decided), _STORY, *people, _LEAVE)
    if stage == READ:
        return (Hint("enter", "enter", "answer"), *rest)
    return (Hint("enter", "enter", "moves"), _REREAD, *rest)
