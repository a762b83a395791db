"""The layouts of the play: pages that turn where the screen is low or narrow, everything at once where it is not.

A move never changes the place of anything: what followed from it stands where the moves stood, and where the scene
stood.
"""

from __future__ import annotations

from textual.geometry import Region

from backfire_sim.tui.layout import (
    HUGE,
    PHONE,
    PROJECTED,
    TALL,
    WIDE,
    Places,
    magnified,
    projected,
    split_below,
    split_right,
)

READ, ANSWER, TOLD = "read", "answer", "told"
"""What the group is doing: reading what happens, choosing an answer, hearing what followed."""

BOARD = 8
"""Rows of the board: its rule, what the columns are, five gates, and waiting."""

AIRY_BOARD = 15
"""The same with an empty line between the rows."""

LARGE_BOARD = 184
"""Columns from which the board has room in large letters."""

PROJECTED_BOARD = 100
"""Most columns of the board on a projector."""

PHONE_BOARD = 12
"""The board with two lines a gate."""


def turns_pages(width: int, height: int) -> bool:
    """Whether the scene and the board take turns."""
    return width < WIDE or height < TALL


def projected_places(body: Region, stage: str, *, on_moves: bool) -> Places:
    """For a projector: one of the panes, alone. `on_moves`: the list of moves is in use."""
    if stage == READ:
        return {"situation": magnified(body)}
    if stage == TOLD or on_moves:
        return {"moves": magnified(body)}
    if body.width >= LARGE_BOARD and body.height >= TALL:
        return {"board": Region(body.x, body.y + 1, body.width, body.height - 1)}
    return {"board": projected(body, min(PROJECTED_BOARD, max(PROJECTED, body.width * 2 // 3)))}


def play_places(body: Region, height: int, stage: str) -> Places:
    """Where the panes of the play stand. `height` is that of the whole screen."""
    if turns_pages(body.width, height):
        return _reading(body) if stage == READ else _answering(body)
    return (_three_columns if body.width >= HUGE else _two_columns)(body)


def _reading(body: Region) -> Places:
    """The words, with the numbers beside them or, on a phone, in a strip under them."""
    if body.width < 76:
        words, strip = split_below(body, 6)
        return {"situation": words, "ledger": strip}
    words, numbers = split_right(body, 32 if body.width < WIDE else 42)
    return {"situation": words, "ledger": numbers}


def _answering(body: Region) -> Places:
    """The board, under it the moves or what followed, then the numbers in a strip."""
    upper, strip = split_below(body, 6 if body.width < PHONE else 4)
    board = PHONE_BOARD if body.width < PHONE else BOARD
    lower = Region(upper.x, upper.y + board, upper.width, upper.height - board)
    return {"board": Region(upper.x, upper.y, upper.width, board), "moves": lower, "ledger": strip}


def _two_columns(body: Region) -> Places:
    """Words, board and moves at the left; numbers and audiences at the right."""
    left, right = split_right(body, 40)
    rest, lower = split_below(left, max(12, left.height // 3))
    words, board = split_below(rest, BOARD)
    audiences, ledger = _facts(right)
    return {"situation": words, "board": board, "moves": lower, "ledger": ledger, "audiences": audiences}


def _three_columns(body: Region) -> Places:
    """Words and audiences; an airy board, under it the moves with the numbers beside them."""
    left, right = split_right(body, body.width - (74 if body.width >= 190 else 66))
    words, audiences = split_below(left, max(16, left.height // 3))
    lower, board = split_below(right, right.height - AIRY_BOARD)[1], Region(right.x, right.y, right.width, AIRY_BOARD)
    lower, ledger = split_right(lower, 46 if body.width >= 190 else 40)
    return {"situation": words, "board": board, "moves": lower, "ledger": ledger, "audiences": audiences}


def _facts(right: Region) -> tuple[Region, Region]:
    ledger, audiences = split_below(right, max(0, right.height - 20))
    return audiences, ledger
