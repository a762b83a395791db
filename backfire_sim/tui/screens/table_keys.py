"""Which keys are offered in each stage of a table, the most needed first."""

from __future__ import annotations

from backfire_sim.speech import _, sense
from backfire_sim.table import state as s
from backfire_sim.table.setup import HANDS
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.views.table import TableView

RULING, SEATING = "ruling", "seating"
"""What a number that is typed stands for, beside the choice that is open: a decision, or whose turn it is."""


def table_keys(table: TableView, *, preparing: bool, typing: str, predicts: bool, can_undo: bool) -> tuple[Hint, ...]:
    """The keys of a stage. `typing`: RULING or SEATING, else empty; `predicts`: methods are still to be predicted."""
    enter, esc = key("enter"), Hint("escape", key("esc"), _("back"))
    agreed = Hint("c", "c", _("agreements"))
    leave = Hint("q", "q", _("leave"))
    board = Hint("b", "b", sense("hint", "board"))
    if table.frozen:
        return (Hint("g", "g", _("go on")), agreed, leave)
    if typing:
        return (Hint("escape", key("esc"), _("back")),)
    if preparing:
        return (
            Hint("space", key("space"), _("choose")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("b", "b", _("predict") if predicts else _("begin")),
            agreed,
            leave,
        )
    decide, again = Hint("d", "d", _("decide")), Hint("a", "a", _("choose again"))
    reason = Hint("n", "n", _("a reason"))
    match table.stage:
        case s.TOLD:
            return (Hint("enter", enter, _("go on")), board, Hint("u", "u", _("undo"), can_undo), agreed, leave)
        case s.READ:
            undo = Hint("u", "u", _("undo"), can_undo)
            return (Hint("enter", enter, _("choose")), board, agreed, undo, leave)
        case s.FIRST | s.AGAIN | s.PREDICT:
            show = Hint("enter", enter, _("show") if table.stage != s.PREDICT else _("close"))
            if table.way == HANDS:
                return (
                    Hint("enter", enter, _("count it")),
                    Hint("down", "↑↓", _("choice")),
                    show._replace(key="d"),
                    esc,
                )
            return (
                show,
                Hint("0", "0", _("pass")),
                Hint("left", "←", _("seat before")),
                Hint("s", "s", _("seat")),
                esc,
            )
        case s.SHOWN:
            return (Hint("enter", enter, _("talk")), decide, again, reason, esc)
        case s.TALK:
            clock = Hint("s", "s", _("stop the clock") if table.clock.running else _("clock"))
            return (Hint("enter", enter, _("choose again")), decide, clock, Hint("plus", "+", _("1 minute more")), esc)
        case s.SHOWN_AGAIN:
            return (Hint("enter", enter, _("decide")), Hint("e", "e", _("talk")), again, reason, esc)
        case s.OBJECTIONS:
            return (Hint("enter", enter, _("take it")), esc)
        case s.UNSETTLED:
            rule = Hint("f", "f", _("facilitator"))
            return (Hint("enter", enter, _("talk")), rule, again, reason, esc)
        case s.DECIDED if predicts:
            return (Hint("enter", enter, _("predict")), reason, Hint("g", "g", _("play it now")), board, esc)
        case s.DECIDED | s.PREDICTED:
            return (Hint("enter", enter, _("play it")), reason, board, esc)
    return (leave,)
