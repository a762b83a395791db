"""Big figures for the back of the room: each digit three blocks wide and five high, drawn in cells."""

from textual.content import Content

from backfire_sim.tui.widgets.lines import BLANK, line, prose

HIGH = 5
"""Rows of a big figure."""

_ROWS = {
    "0": "### # # # # # # ###",
    "1": " #  ##   #   #  ###",
    "2": "###   # ### #   ###",
    "3": "###   # ###   # ###",
    "4": "# # # # ###   #   #",
    "5": "### #   ###   # ###",
    "6": "### #   ### # # ###",
    "7": "###   #   #   #   #",
    "8": "### # # ### # # ###",
    "9": "### # # ###   # ###",
    ":": "     #       #     ",
    "+": "     #  ###  #     ",
    "−": "        ###        ",
    "/": "  #   #  #  #   #  ",
    "%": "# #   #  #  #   # #",
}
"""Five rows of three, an empty cell between the rows."""


def _glyph(char: str) -> list[str]:
    drawn = _ROWS.get("−" if char == "-" else char, "")
    return [drawn[4 * row : 4 * row + 3].ljust(3) for row in range(HIGH)]


def big(figure: str) -> list[str]:
    """A figure in five rows; each block is two cells, so that it is as wide as it is high. Unknown signs are empty."""
    glyphs = [_glyph(char) for char in figure]
    rows = (" ".join(glyph[row] for glyph in glyphs) for row in range(HIGH))
    return ["".join("██" if cell == "#" else "  " for cell in row).rstrip() for row in rows]


def big_width(figure: str) -> int:
    """Cells that a big figure takes."""
    return max(0, 8 * len(figure) - 2)


def big_lines(figure: str, words: str, width: int, style: str = "bold") -> list[Content]:
    """A big figure with its words beside it, or under it where there is no room beside it."""
    rows, inset = big(figure), big_width(figure)
    room = width - inset - 3
    if room < 16:
        return [*(line((row, style)) for row in rows), *prose(words, width)]
    said = prose(words, room)[:HIGH]
    above = (HIGH - len(said) + 1) // 2
    beside = [BLANK] * above + said + [BLANK] * (HIGH - above - len(said))
    return [
        line((row.ljust(inset), style), "   ", each) if each else line((row, style))
        for row, each in zip(rows, beside, strict=True)
    ]
