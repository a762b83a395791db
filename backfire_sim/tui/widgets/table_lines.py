"""What happens at a table, as lines: choices by number, how they spread, the talk, what is decided.

Each function takes a width and how many rows there are, and takes the largest design that fits. What is drawn comes
from a `TableView` alone, which holds nothing that the room may not see.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.content import Content

from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, plural
from backfire_sim.table import state as s
from backfire_sim.tui.layout import seconds_shown
from backfire_sim.tui.widgets.digits import HIGH, big, big_width
from backfire_sim.tui.widgets.lines import BLANK, Piece, hanging, line, prose
from backfire_sim.tui.widgets.numerals import MIDDLE, inset, numbered
from backfire_sim.views.table import ChoiceRow, SpreadRow, TableView
from backfire_sim.views.words import listed

FULL, SHORT, BARE = 2, 1, 0
"""How much is said of a choice: what it is and who carries the risk; only whose yes is missing; nothing."""

DESIGNS = (
    (HIGH, FULL, 1),
    (MIDDLE, FULL, 1),
    (MIDDLE, SHORT, 1),
    (1, FULL, 1),
    (1, FULL, 0),
    (1, SHORT, 1),
    (1, SHORT, 0),
    (1, BARE, 0),
)
"""(size of the numbers, how much is said, empty lines between), the largest first."""


SPREADS = ((HIGH, 2), (HIGH, 1), (MIDDLE, 2), (MIDDLE, 1), (1, 1), (1, 0))
"""(size of the numbers, empty lines between) of a spread, the largest first."""

WIDEST = 12
"""Cells of a bar that one person takes at most."""

LARGEST = 60
"""Cells from which numbers are as large as they can be: below, they would take the room of the words."""


class Target(NamedTuple):
    """Something that a click takes, at lines `first` to `last` and cells `left` up to, not including, `right`."""

    first: int
    last: int
    left: int
    right: int
    key: str
    """The key that does the same; `seat 3` for a seat, `choice 2` for a choice."""


class Drawing(NamedTuple):
    """Lines, and what in them can be clicked."""

    lines: list[Content]
    targets: tuple[Target, ...] = ()


def fits(drawing: Drawing, rows: int) -> bool:
    """Whether all of it is on the screen at once."""
    return len(drawing.lines) <= rows


# -- Choosing --------------------------------------------------------------------------------------------------------


def choosing(
    head: list[Content], rows: Sequence[ChoiceRow], foot: Drawing, width: int, room: int, marked: int = 0
) -> Drawing:
    """Choices by their numbers, as large as they fit between the lines above and below them.

    `marked`: the choice for which something is counted; 0 for none.
    """
    drawing = Drawing([])
    for size, much, gap in DESIGNS:
        if size == HIGH and width < LARGEST:
            continue
        drawing = _choices(head, rows, foot, width, (size, much, gap), marked)
        if fits(drawing, room):
            break
    return drawing


def _choices(
    head: list[Content],
    rows: Sequence[ChoiceRow],
    foot: Drawing,
    width: int,
    design: tuple[int, int, int],
    marked: int,
) -> Drawing:
    size, much, gap = design
    most = len(rows)
    lines, targets = list(head), []
    for row in rows:
        mark = "" if not marked else "▸ " if row.number == marked else "  "
        words = _about(row, width - inset(size, most) - len(mark), much)
        drawn = numbered(row.number, words, size, most, mark=mark)
        targets.append(Target(len(lines), len(lines) + len(drawn) - 1, 0, width, f"choice {row.number}"))
        lines += [*drawn, *[BLANK] * gap]
    if not gap and foot.lines:
        lines.append(BLANK)
    below = len(lines)
    moved = [each._replace(first=each.first + below, last=each.last + below) for each in foot.targets]
    return Drawing([*lines, *foot.lines], (*targets, *moved))


def _about(row: ChoiceRow, width: int, much: int) -> list[Content]:
    lines = hanging("", row.label, width, "bold")
    if much == FULL:
        said = [label(row.response)] if row.response else []
        said += [row.about] if row.about else []
        said += [_("Speaks: {voice}.", voice=row.voice)] if row.voice else []
        lines += hanging("", " · ".join(said), width, "$quiet") if said else []
        lines += hanging(f"{_('Risk:')} ", row.risk, width, mark="bold") if row.risk else []
    if much >= SHORT:
        for each in row.unasked:
            lines += hanging("? ", _("No yes yet: {consent}.", consent=each), width, "$mark")
    return lines


def turn_head(table: TableView, seat: int, again: bool, width: int, *, roomy: bool) -> list[Content]:
    """Whose turn it is, and what is asked. `again`: this seat has chosen and may choose otherwise."""
    if not seat:
        said, how = _("Everyone has chosen."), _("Enter shows how. Until then each seat can still choose otherwise.")
    elif again:
        said = _("Seat {seat} of {all} chooses once more.", seat=seat, all=table.seats)
        how = _("The new number counts, not the one before. ← goes one seat further back.")
    else:
        said = _("Seat {seat} of {all}: choose, then pass the keyboard on.", seat=seat, all=table.seats)
        how = {
            s.FIRST: _("What should the group do? Choose in silence: type a number, 0 passes. Nothing shows it."),
            s.AGAIN: _("Choose again, in silence, the same or another: type a number, 0 passes. Nothing shows it."),
            s.PREDICT: _("Which of their five methods comes next? Type its number, 0 passes. Nothing shows it."),
        }[table.stage]
    lines = hanging("", said, width, "bold $accent")
    lines += prose(table.known_when_shown, width) if table.known_when_shown else []
    if roomy:
        lines += prose(how, width, "$quiet")
    return [*lines, BLANK]


def seats_foot(table: TableView, seat: int, width: int) -> Drawing:
    """Every seat and whether it has chosen; under them how many have."""
    cells = len(str(table.seats)) + 2
    across = max(1, width // cells)
    lines: list[Content] = []
    targets = []
    for first in range(0, table.seats, across):
        pieces: list[Piece] = []
        for at, each in enumerate(range(first + 1, min(first + across, table.seats) + 1)):
            here = each == seat
            sign = "○" if each in table.waiting else "●"
            pieces += [(f"{each}{sign}".ljust(cells), "bold $accent" if here else "$quiet")]
            targets.append(Target(len(lines), len(lines), at * cells, (at + 1) * cells, f"seat {each}"))
        lines.append(line(*pieces))
    lines.append(line((chosen_words(table), "bold")))
    return Drawing(lines, tuple(targets))


def chosen_words(table: TableView) -> str:
    """How many have chosen."""
    return _("{chosen} of {all} have chosen", chosen=table.chosen, all=table.seats)


def keypad() -> Drawing:
    """Keys to click on where a number is typed."""
    pieces: list[Piece] = []
    targets = []
    for at, digit in enumerate((*"1234567890", "⌫", "↵")):
        name = {"⌫": "backspace", "↵": "enter"}.get(digit, digit)
        targets.append(Target(0, 0, 4 * at, 4 * at + 3, name))
        pieces += [("[", "$line"), (digit, "bold"), ("] ", "$line")]
    return Drawing([line(*pieces)], tuple(targets))


def hands_head(table: TableView, at: int, typed: str, width: int) -> list[Content]:
    """For which choice hands are counted now."""
    if at > len(table.choices):
        said = _("All choices are counted. Enter shows how they spread.")
        return [*hanging("", said, width, "bold $accent"), BLANK]
    asked = _("Hands up for number {number}: how many?", number=at)
    return [line((asked, "bold $accent"), "  ", (f"{typed or '–'}", "bold")), BLANK]


def hands_foot(table: TableView) -> Drawing:
    """Keys to click on, and how many hands are counted."""
    pad = keypad()
    counted = line((_("{chosen} of {all} hands are counted", chosen=table.chosen, all=table.seats), "bold"))
    return Drawing([*pad.lines, counted], pad.targets)


# -- How the choices spread ------------------------------------------------------------------------------------------


def spread(table: TableView, head: list[Content], width: int, room: int, *, only_chosen: bool = False) -> list[Content]:
    """How many chose what, as bars with number and label; both times beside each other where there were two.

    `only_chosen`: leave out what nobody chose.
    """
    most = len(table.spread)
    rows = [row for row in table.spread if row.first or row.again or not only_chosen]
    lines: list[Content] = []
    for size, gap in SPREADS:
        if size == HIGH and width < LARGEST:
            continue
        lines = list(head)
        for row in rows:
            cells = width - inset(size, most)
            words = _counted(row, table, cells, size, bold=row.number == table.decided)
            lines += [*numbered(row.number, words, size, most), *[BLANK] * gap]
        lines += _silent(table, width)
        if len(lines) <= room:
            break
    return lines


def _counted(row: SpreadRow, table: TableView, width: int, size: int, *, bold: bool) -> list[Content]:
    """A choice and the people for it, as bars; in larger sizes their number stands large at the right."""
    if size == 1:
        return [*hanging("", row.label, width, "bold" if bold else ""), *_bars(row, table, width, 1)]
    across = inset(size, table.seats)
    words = hanging("", row.label, width - across - 2, "bold" if bold else "")
    words += _bars(row, table, width - across - 2, size - 1)
    count = row.again if table.asked_again else row.first
    beside = numbered(count, [], size, table.seats, "bold" if count else "$quiet")
    above = [BLANK] * (len(words) - len(beside))
    return [
        line(each, " " * (width - across - each.cell_length), number)
        for each, number in zip(words, [*above, *beside], strict=True)
    ]


def _bars(row: SpreadRow, table: TableView, width: int, high: int) -> list[Content]:
    """The bars of a choice in so many rows, half of them for each time where there were two."""
    if not table.asked_again:
        return bar(row.first, table.seats, width, "$ours", "█", high=high)
    words = (_("before"), _("after"))
    inset = max(map(len, words)) + 1
    before = bar(row.first, table.seats, width - inset, "$quiet", "▒", high=max(1, high // 2))
    after = bar(row.again, table.seats, width - inset, "$ours", "█", high=max(1, high // 2))
    named = {len(before) - 1: (words[0], "$quiet"), len(before) + len(after) - 1: (words[1], "bold")}
    return [
        line((named.get(n, ("", ""))[0].ljust(inset), named.get(n, ("", ""))[1]), each)
        for n, each in enumerate([*before, *after])
    ]


def bar(count: int, seats: int, width: int, style: str, block: str, *, high: int = 1) -> list[Content]:
    """So many of all seats as a bar on a track, each as wide as the others, in so many rows; then how many."""
    room = max(1, width - len(str(seats)) - 2)
    whole = seats * min(WIDEST, room // seats) or room
    cells = max(int(count > 0), count * whole // seats)
    full, track = block * cells, ("─" * (whole - cells), "$line")
    number = (f" {count}", "bold" if count else "$quiet")
    return [*[line((full, style))] * (high - 1), line((full, style), track, number)]


def _silent(table: TableView, width: int) -> list[Content]:
    said = []
    if table.passed:
        said.append(plural("{count} passed.", "{count} passed.", table.passed))
    if table.missing:
        said.append(plural("{count} had not chosen.", "{count} had not chosen.", table.missing))
    return hanging("", " ".join(said), width, "$quiet") if said else []


# -- Talking and deciding --------------------------------------------------------------------------------------------


def talk(table: TableView, width: int, room: int, *, still: bool) -> list[Content]:
    """The clock where there is one, what to talk about, and how the choices spread."""
    head: list[Content] = []
    if table.clock.on:
        left = seconds_shown(table.clock.left, still=still)
        figure = f"{left // 60}:{left % 60:02}"
        state = "" if table.clock.running else _("the clock stands still")
        style = "bold $accent" if table.clock.running else "bold $quiet"
        if room >= 16 and width >= big_width(figure):
            head += [*(line((row, style)) for row in big(figure)), line((state, "$quiet")) if state else BLANK]
        else:
            head += [line((figure, style), (f"  {state}", "$quiet"))]
    head += [*prose(table.heading, width, "bold"), BLANK]
    lines = spread(table, head, width, room)
    return lines if len(lines) <= room else spread(table, head, width, room, only_chosen=True)


def objections(table: TableView, typed: str, width: int) -> Drawing:
    """What most are for, and how many hands object."""
    lines = [*_sentence(_("Most are for this:"), table.decided_words, width), BLANK]
    lines += [*_risk_of(table, width), line((_("Does anybody object? Type how many hands."), "bold"))]
    lines += [BLANK, line((typed or "0", "bold $accent"), " ", (_("object"), "")), BLANK]
    return _with(lines, keypad())


def unsettled(table: TableView, width: int, room: int) -> list[Content]:
    """Between which choices it was not decided."""
    head = [*prose(table.heading, width, "bold $accent"), BLANK]
    if table.contenders:
        between = listed([str(number) for number in table.contenders])
        head += [*prose(_("It is between {numbers}.", numbers=between), width), BLANK]
    lines = spread(table, head, width, room)
    return lines if len(lines) <= room else spread(table, head, width, room, only_chosen=True)


def decided(table: TableView, width: int) -> list[Content]:
    """What is decided and how, who carries the risk, and how many wanted something else."""
    how, _colon, _words = table.how.partition(":")
    if table.stage == s.PREDICTED:
        return [
            *_sentence(f"{how}:" if table.how else "", table.decided_words, width),
            BLANK,
            *prose(table.heading, width),
        ]
    lines = [*_sentence(f"{how}:" if table.how else "", table.decided_words, width), BLANK, *_risk_of(table, width)]
    other = sum(row.again if table.asked_again else row.first for row in table.spread if row.number != table.decided)
    if other:
        said = plural("{count} wanted something else.", "{count} wanted something else.", other)
        why = _("Why? n keeps a reason for the talk afterward. Nobody's name stands with it.")
        lines += [*prose(said, width, "bold"), *prose(why, width), BLANK]
    if table.reasons:
        said = plural("{count} reason is kept.", "{count} reasons are kept.", table.reasons)
        lines += prose(said, width, "$quiet")
    return lines


def _sentence(first: str, words: str, width: int) -> list[Content]:
    return [*prose(first, width, "$quiet"), *hanging("", words, width, "bold $accent")]


def _risk_of(table: TableView, width: int) -> list[Content]:
    row = next((each for each in table.choices if each.number == table.decided), None)
    if row is None or table.stage == s.PREDICT:
        return []
    lines: list[Content] = []
    if row.risk:
        lines += [*hanging(f"{_('Risk:')} ", row.risk, width, mark="bold"), BLANK]
    for each in row.unasked:
        lines += hanging(
            "? ", _("No yes yet: {consent}. It is asked for before you play it.", consent=each), width, "$mark"
        )
    return [*lines, BLANK] if row.unasked else lines


def predictions(table: TableView, width: int, room: int) -> list[Content]:
    """What was predicted against what came."""
    gap = int(room >= 3 * len(table.predictions) + 6)
    lines = [BLANK] * gap
    for row in table.predictions:
        sign, said = ("! ", _("it came")) if row.landed else ("  ", _("it did not come"))
        style = "bold $theirs" if row.landed else ""
        lines += [line((sign, "bold $theirs"), (row.label, style), (f" · {said}", "$quiet"))]
        lines += [line("  ", *bar(row.said, max(1, table.seats), width - 4, "$ours", "█")), *[BLANK] * gap]
    if not any(row.landed for row in table.predictions):
        lines += prose(_("Nothing new came from them this time."), width)
    return lines


def still(table: TableView, width: int) -> list[Content]:
    """Nothing happens until somebody lets it go on."""
    return [BLANK, *hanging("", _("Everything stands still."), width, "bold $accent"), BLANK]


def _with(lines: list[Content], below: Drawing) -> Drawing:
    moved = [each._replace(first=each.first + len(lines), last=each.last + len(lines)) for each in below.targets]
    return Drawing([*lines, *below.lines], tuple(moved))


Draw = Callable[[int, int], Drawing]
"""From a width and a number of rows to what is drawn."""
