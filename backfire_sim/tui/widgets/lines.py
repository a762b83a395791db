"""The strokes that every pane is drawn with: words and a width in, lines of content out.

Nothing here reads markup. Text from files comes in as plain text and goes out as `Content` that shows it letter by
letter; colors are names of theme variables and are written here, by us.
"""

import re
from collections.abc import Iterable, Sequence

from textual.content import Content

from backfire_sim import text

PROSE = 66
"""Cells at which running text breaks, however wide the pane."""

Piece = tuple[str, str] | str
"""Some text and its style, or text without one."""

BLANK = Content("")


def line(*pieces: Piece | Content) -> Content:
    """One line made of pieces. What a terminal would obey is taken out where lines are painted, in one place."""
    return Content.assemble(*pieces, strip_control_codes=False)


def parts(words: str, **named: Piece) -> list[Piece]:
    """Words with names in braces as pieces: what is named may have a style of its own, and stands where they say."""
    pieces: list[Piece] = []
    for n, each in enumerate(re.split(r"\{(\w+)\}", words)):
        if each:
            pieces.append(named[each] if n % 2 else each)
    return pieces


def prose(words: str, width: int, style: str = "", *, indent: int = 0, limit: int = PROSE) -> list[Content]:
    """Running text as lines, an empty line between paragraphs."""
    room = max(8, min(width - indent, limit))
    return [_indented(each, style, indent) for each in text.wrap_prose(words, room)]


def hanging(
    first: str, words: str, width: int, style: str = "", *, limit: int = PROSE, mark: str = ""
) -> list[Content]:
    """Text whose first line begins with a mark and whose other lines stand under the text, not under the mark."""
    inset = text.width(first)
    lines = text.wrap(text.one_line(words), max(8, min(width, limit + inset) - inset)) or [""]
    return [line((first if n == 0 else " " * inset, mark or style), (each, style)) for n, each in enumerate(lines)]


def heading(words: str) -> Content:
    """A small heading inside a pane."""
    return line((words, "bold"))


def signed_change(changed: int) -> str:
    """`▲3`, `▼2`, or nothing: what moved this round, by shape and not by color."""
    return f"▲{changed}" if changed > 0 else f"▼{-changed}" if changed < 0 else ""


def gauge(value: int, top: int, cells: int, ceiling: int | None = None) -> tuple[str, str, str]:
    """A bar in three parts: filled, still within reach, and beyond the ceiling.

    Anything above nothing shows at least a sliver, so that empty looks empty and only empty does.
    """
    filled = max(1, round(value * cells / top)) if value > 0 else 0
    reach = cells if ceiling is None else round(ceiling * cells / top)
    reach = max(filled, min(cells, reach))
    return "━" * filled, "─" * (reach - filled), " " * (cells - reach)


def track(value: int, cells: int, top: int = 10) -> tuple[str, str, str]:
    """A bead on a line: what is open, the bead, what they still hold."""
    at = round(max(0, min(top, value)) * (cells - 1) / top)
    return "━" * at, "●", "─" * (cells - 1 - at)


def beside(left: Sequence[Content], right: Sequence[Content], width: int, gap: int = 2) -> list[Content]:
    """Two columns side by side; `width` is that of the left one."""
    rows = []
    for n in range(max(len(left), len(right))):
        first = left[n] if n < len(left) else BLANK
        space = max(0, width - first.cell_length) + gap
        rows.append(Content.assemble(first, " " * space, right[n]) if n < len(right) else first)
    return rows


def rule(title: Content, state: Content, width: int, *, focused: bool, more: str = "") -> Content:
    """The line over a pane: its title at the left; its state, and whether there is more, at the right.

    A heavy line marks the pane in focus. Where there is no room for all of it, the state is left out first.
    """
    stroke, style = ("━", "$accent") if focused else ("─", "$line")
    end = [state] if state else []
    end += [line((more, "bold $accent"))] if more else []
    if end and title.cell_length + sum(part.cell_length + 2 for part in end) + 6 > width:
        end = end[-1:] if more else []
    taken = sum(part.cell_length for part in end) + 2 * len(end) + bool(end)
    room = max(0, width - 5 - taken)
    title = title.truncate(room, ellipsis=True) if title.cell_length > room else title
    strokes = max(0, width - 4 - title.cell_length - taken)
    pieces: list[Piece | Content] = [
        (stroke * 2, style),
        " ",
        title if title.spans else title.stylize("bold"),
        " ",
        (stroke * strokes, style),
    ]
    for part in end:
        pieces += [" ", part, " "]
    return line(*pieces, (stroke, style) if end else "")


def fill(content: Content, width: int, style: str = "") -> Content:
    """The line cut or filled to exactly `width` cells, on a ground of its own where one is named."""
    content = cut(content, width).pad_right(width - min(width, content.cell_length))
    return content.stylize_before(style) if style else content


def padded(content: Content, cells: int) -> Content:
    """The line with spaces up to so many cells, one at least."""
    return line(content, " " * max(1, cells - content.cell_length))


def cut(content: Content, width: int) -> Content:
    """The line in at most `width` cells."""
    return content if content.cell_length <= width else content.truncate(width, ellipsis=True)


def labels(items: Iterable[str], width: int, separator: str = " · ") -> list[str]:
    """Short items in as few lines as they fit in, none broken but those that are longer than a line."""
    rows: list[str] = []
    for item in items:
        if rows and text.width(rows[-1]) + text.width(separator) + text.width(item) <= width:
            rows[-1] += separator + item
        else:
            rows += text.wrap(item, width)
    return rows


def _indented(words: str, style: str, indent: int) -> Content:
    return line(" " * indent, (words, style)) if words else BLANK
