"""Which keys are offered in each stage of a play, the most needed first."""

from __future__ import annotations

from backfire_sim.speech import _, sense
from backfire_sim.tui.screens.play_layout import READ, TOLD
from backfire_sim.tui.widgets.key_hints import Hint, key


def play_keys(stage: str, *, on_moves: bool, can_undo: bool, decided: bool, asks: bool) -> tuple[Hint, ...]:
    """The keys of a stage. `on_moves`: the list of moves is in use; `asks`: somebody can be asked for something."""
    leave = Hint("q", "q", _("leave"))
    reread = Hint("r", "r", _("reread"))
    story = Hint("l", "l", sense("the decisions so far", "story"))
    undo = Hint("u", "u", _("undo"), can_undo)
    people = (Hint("y", "y", _("consents")),) if asks else ()
    learn = Hint("m", "m", sense("hint", "learn"))
    enter = key("enter")
    if stage == TOLD:
        return (Hint("enter", enter, _("go on")), undo, story, leave, learn)
    if stage != READ and on_moves:
        back = Hint("escape", key("esc"), sense("hint", "board"))
        return (Hint("enter", enter, _("play it")), back, undo, *people, reread, learn)
    rest = (undo, Hint("w", "w", sense("hint", "why"), decided), story, *people, leave, learn)
    if stage == READ:
        return (Hint("enter", enter, _("answer")), *rest)
    return (Hint("enter", enter, sense("hint", "moves")), reread, *rest)
