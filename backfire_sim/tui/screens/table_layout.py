"""Where everything stands at a table: one thought on a projector and on low screens, the board beside it elsewhere."""

from __future__ import annotations

from textual.geometry import Region

from backfire_sim.tui.layout import HUGE, PROJECTED, Places, column, magnified, projected, split_below, split_right
from backfire_sim.tui.screens.play_layout import BOARD, READ, play_places, turns_pages

NOW_PROJECTED = 100
"""Most columns of what happens at the table, on a projector: choices with big numbers need more than prose."""


def one_thought(body: Region, shown: str, *, large: bool) -> Places:
    """For a projector: the pane of this stage, alone. `large`: it draws large letters and they fit."""
    if large:
        return {shown: magnified(body)}
    if shown == "now":
        width = min(body.width, NOW_PROJECTED)
        return {shown: Region(body.x + (body.width - width) // 2, body.y, width, body.height)}
    return {shown: projected(body, max(PROJECTED, body.width * 2 // 5))}


def table_places(body: Region, height: int, shown: str) -> Places:
    """Where the panes of a table stand. `height` is that of the whole screen, `shown` the pane of this stage."""
    if shown == "thought":
        return {shown: column(body)}
    if turns_pages(body.width, height):
        return play_places(body, height, READ) if shown == "situation" else {shown: column(body)}
    if body.width >= HUGE:
        places = play_places(body, height, READ)
        return {**{name: place for name, place in places.items() if name != "moves"}, _lower(shown): places["moves"]}
    left, right = split_right(body, 40)
    audiences, ledger = split_below(right, max(0, right.height - 20))
    beside = {"ledger": ledger, "audiences": audiences}
    if shown == "situation":
        words, board = split_below(left, BOARD)
        return {"situation": words, "board": board, **beside}
    if shown == "moved":
        words, lower = split_below(left, left.height // 2)
        return {"situation": words, "moved": lower, **beside}
    lower, board = split_below(left, left.height - BOARD)[1], Region(left.x, left.y, left.width, BOARD)
    return {"board": board, "now": lower, **beside}


def _lower(shown: str) -> str:
    """What stands under the board where everything is on the screen."""
    return "now" if shown == "situation" else shown
