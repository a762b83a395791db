"""Two plays side by side as lines: both ways on one plane, their rounds next to each other, and where each ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from backfire_sim.speech import _, sense
from backfire_sim.text import pad
from backfire_sim.text import width as width_of
from backfire_sim.tui.widgets.chain import answer_lines, figures_lines
from backfire_sim.tui.widgets.lines import BLANK, beside, gauge, hanging, heading, line, prose
from backfire_sim.tui.widgets.plane import BOTH, DOT, OTHER_DOT, other_mark, plane_lines
from backfire_sim.views.beside import BesideView, Pair, Row, Side
from backfire_sim.views.ending import EndingView, Link

FIRST, SECOND = "● ", "○ "
"""The marks of the two plays, wherever both are named."""

_TWO_COLUMNS = 56
"""Cells from which two rounds stand next to each other."""

_ONE_LINE = 54
"""Cells from which both values of a number stand in one line."""

_LABEL = 22
"""Cells of the name of a number before its values."""

_TALL = 30
"""Rows of a pane from which there is ground above, and it is said what the class of an outcome means."""


def capital(words: str) -> str:
    """Words as the beginning of a line."""
    return f"{words[:1].upper()}{words[1:]}"


def way_lines(told: BesideView, notes: Sequence[str], width: int, height: int) -> list[Content]:
    """What is not as it was; how each play ended; and both ways on one plane."""
    first, second = told.first.ending, told.second.ending
    lines = [BLANK] if height >= _TALL else []
    for note in notes:
        lines += hanging("! ", note, width, mark="bold $mark")
    for mark, rounds, said in zip((FIRST, SECOND), (f"1 2 {DOT}", f"A B {OTHER_DOT}"), told.told, strict=True):
        lines += hanging(f"{mark}{rounds}  ", said, width, mark=_style(mark), limit=72)
    up = max(11, min(24, height - len(lines) - 2, width // 3))
    drawn = plane_lines(first.path, first.needed_support, first.needed_cost, min(width, 84), up, second.path)
    return [*lines, BLANK, *drawn, *hanging("", _read_so(told, drawn), width, "$quiet")]


def _style(mark: str) -> str:
    return "bold $accent" if mark == FIRST else "bold"


def _read_so(told: BesideView, drawn: Sequence[Content]) -> str:
    """How the plane is read: only what stands on it."""
    said = [_("0 is the opening of both.")]
    if any(BOTH in each.plain for each in drawn):
        said.append(_("{both}: both stand here after some round.", both=BOTH))
    first, second = told.first.ending, told.second.ending
    if (first.needed_support, first.needed_cost) != (second.needed_support, second.needed_cost):
        said.append(_("The dotted lines are those of {play}.", play=told.first.name))
    return " ".join(said)


# -- Round by round ----------------------------------------------------------------------------------------------------


def rounds_lines(told: BesideView, width: int) -> list[Content]:
    """Where they parted, and the rounds of both next to each other, with a line at that place."""
    lines = [BLANK, *hanging("", told.parted_words, width, "bold"), BLANK, *_heads(told, width), BLANK]
    if told.first.prepared or told.second.prepared:
        lines += _parting(told, 0, width)
        lines += [heading(_("Before it began"))]
        lines += [*_each(told, lambda side, room: _items(side.prepared, room), width), BLANK]
    for pair in told.pairs:
        lines += [*_parting(told, pair.round, width), *_pair(pair, width), BLANK]
    if not told.pairs:
        lines += [line((_("Nothing has been decided yet."), "$quiet")), BLANK]
    if told.first.asked or told.second.asked:
        lines += [heading(_("Beside the decisions"))]
        lines += _each(told, lambda side, room: _items(side.asked, room), width)
    return lines


def _heads(told: BesideView, width: int) -> list[Content]:
    return _both(
        lambda room: hanging("", capital(told.first.name), room, "bold"),
        lambda room: hanging("", capital(told.second.name), room, "bold"),
        width,
    )


def _parting(told: BesideView, round_: int, width: int) -> list[Content]:
    if told.parted != round_:
        return []
    said = f" {_('here they part')} "
    return [line(("━━", "$accent"), (said, "bold"), ("━" * max(0, width - width_of(said) - 2), "$accent"))]


def _pair(pair: Pair, width: int) -> list[Content]:
    number = f"{pair.round} {other_mark(pair.round)}  "
    one, two = pair.first, pair.second
    either = one or two
    assert either is not None
    alike = one is None or two is None or pair.same_scene
    lines = hanging(
        number, _where(either) if alike else _("each in a scene of its own"), width, "$quiet", mark="bold", limit=74
    )
    if pair.same_choice and one == two:
        words = hanging("", sense("of two plays", "Both: {did}").format(did=either.did), width, "bold", limit=74)
        return [*lines, *words, *_flush(answer_lines(either, width)), *_flush(figures_lines(either, width))]
    return lines + _both(lambda room: _link(one, room, not alike), lambda room: _link(two, room, not alike), width)


def _where(link: Link) -> str:
    return f"{link.time} · {link.scene}" if link.time else link.scene


def _link(link: Link | None, width: int, scene: bool) -> list[Content]:
    if link is None:
        return [line((_("over by then"), "$quiet"))]
    lines = hanging("", _where(link), width, "$quiet") if scene else []
    lines += hanging("", link.did, width, "bold")
    return [*lines, *_flush(answer_lines(link, width + 4)), *_flush(figures_lines(link, width + 4))]


def _flush(lines: list[Content]) -> list[Content]:
    """Without the four cells that such lines are set in by elsewhere."""
    return [each[4:] for each in lines]


def _items(words: Sequence[str], width: int) -> list[Content]:
    if not words:
        return [line((_("nothing"), "$quiet"))]
    return [each for item in words for each in hanging("· ", item, width)]


def _each(told: BesideView, draw: Callable[[Side, int], list[Content]], width: int) -> list[Content]:
    return _both(lambda room: draw(told.first, room), lambda room: draw(told.second, room), width)


def _both(first: Callable[[int], list[Content]], second: Callable[[int], list[Content]], width: int) -> list[Content]:
    """What two draw, each with its mark: next to each other where there is room, else one under the other."""
    if width < _TWO_COLUMNS:
        return [*_marked(FIRST, first(width - 2)), *_marked(SECOND, second(width - 2))]
    room = (width - 3) // 2
    return beside(_marked(FIRST, first(room - 2)), _marked(SECOND, second(room - 2)), room, 3)


def _marked(mark: str, lines: list[Content]) -> list[Content]:
    return [line((mark, _style(mark)) if n == 0 else "  ", each) for n, each in enumerate(lines)]


# -- Where they ended --------------------------------------------------------------------------------------------------


def ends_lines(told: BesideView, width: int, height: int) -> list[Content]:
    """Ending and class of both, then every number of both."""
    brief = height < _TALL
    lines = [] if brief else [BLANK]
    lines += _each(told, lambda side, room: _ending(side, room, brief=brief), width)
    for name, rows, style in (
        (_("What it cost them"), told.costs, "$theirs"),
        (_("What you won"), told.gains, "$ours"),
        (_("Your own people"), told.group, "$ours"),
    ):
        if rows:
            lines += [BLANK, line((name, f"bold {style}"))]
            lines += [each for row in rows for each in _number(row, told, style, width)]
    unnamed = [(mark, side.ending.unnamed) for mark, side in ((FIRST, told.first), (SECOND, told.second))]
    if any(bearers for _mark, bearers in unnamed):
        lines += [BLANK, heading(_("Never named"))]
        for mark, bearers in unnamed:
            lines += hanging(mark, "; ".join(bearers) or _("all were named"), width, mark=_style(mark))
    return lines


def _ending(side: Side, width: int, *, brief: bool) -> list[Content]:
    ending = side.ending
    lines = hanging("", ending.title, width, "bold")
    return [
        *lines,
        *prose(ending.outcome_label if brief else f"{ending.outcome_label}: {ending.outcome_words}.", width),
    ]


def _number(row: Row, told: BesideView, style: str, width: int) -> list[Content]:
    top = _top(told.first.ending, row.id)
    cells = 8 if width < 66 else 10 if width < 90 else 14
    bars = [_bar(mark, value, top, cells, style) for mark, value in ((FIRST, row.first), (SECOND, row.second))]
    if width >= _ONE_LINE and width_of(row.label) <= _LABEL:
        return [line(pad(row.label, _LABEL), bars[0], "  ", bars[1])]
    return [line(row.label), line("  ", bars[0], "  ", bars[1])]


def _bar(mark: str, value: int, top: int, cells: int, style: str) -> Content:
    filled, reach, _beyond = gauge(value, top, cells)
    return line((mark, _style(mark)), f"{value:>3} ", (filled, style), (reach, "$line"))


def _top(ending: EndingView, name: str) -> int:
    return next((row.top for row in (*ending.costs, *ending.gains, *ending.group) if row.id == name), 100)
