"""Numbers to choose by, in three sizes: five rows, three rows of half blocks, or one."""

from textual.content import Content

from backfire_sim.tui.widgets.digits import HIGH, big, big_width
from backfire_sim.tui.widgets.lines import BLANK, Piece, line

MIDDLE = 3
"""Rows of a number of middle size."""

SIZES = (HIGH, MIDDLE, 1)


def inset(size: int, most: int) -> int:
    """Cells that numbers up to `most` take in this size, with the ground after them."""
    digits = len(str(most))
    return {HIGH: big_width("0" * digits) + 3, MIDDLE: 4 * digits + 2}.get(size, digits + 2)


def numbered(
    number: int, words: list[Content], size: int, most: int, style: str = "bold $accent", mark: str = ""
) -> list[Content]:
    """Lines with their number beside them, in this size."""
    cells = inset(size, most)
    rows = _rows(number, size)
    high = max(len(rows), len(words))
    above = (len(rows) - len(words) + 1) // 2 if len(words) < len(rows) else 0
    drawn = []
    for n in range(high):
        row: Piece = (rows[n].ljust(cells) if n < len(rows) else " " * cells, style)
        beside = words[n - above] if 0 <= n - above < len(words) else BLANK
        drawn.append(line((mark if n == 0 else " " * len(mark), style), row, beside))
    return drawn


def _rows(number: int, size: int) -> list[str]:
    if size == HIGH:
        return big(str(number))
    if size == MIDDLE:
        return _halved([row[::2] for row in big(str(number))])
    return [str(number)]


def _halved(rows: list[str]) -> list[str]:
    """Five rows of whole blocks as three rows of half ones."""
    across = max(map(len, rows))
    even = [row.ljust(across) for row in [*rows, ""]]
    pairs = zip(even[::2], even[1::2], strict=True)
    return ["".join(_half(a, b) for a, b in zip(upper, lower, strict=True)) for upper, lower in pairs]


def _half(upper: str, lower: str) -> str:
    return {(True, True): "█", (True, False): "▀", (False, True): "▄"}.get((upper != " ", lower != " "), " ")
