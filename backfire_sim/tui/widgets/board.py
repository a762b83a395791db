"""The board: five gates, their method at the left, our answer at the right. The board is the menu of answers."""

from textual import events
from textual.content import Content

from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later, sense
from backfire_sim.text import fit, pad
from backfire_sim.text import width as text_width
from backfire_sim.tui.widgets.digits import HIGH, big_lines
from backfire_sim.tui.widgets.lines import BLANK, Piece, line, parts, signed_change, track
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.views.play import GateRow

WIDE, MIDDLE = 76, 55
"""Cells inside the gutter from which the row is drawn with its words, and from which it is one line."""

_SHORT_METHOD = {
    "visibility": later("Cover-up", "at most 12 letters"),
    "dignity": later("Devaluation", "at most 12 letters"),
    "meaning": later("Reinterpret.", "at most 12 letters"),
    "momentum": later("Channels", "at most 12 letters"),
    "courage": later("Intimidation", "at most 12 letters"),
}
"""The methods in twelve cells."""

SHORT = 13
"""Cells of the column of methods where they stand in few letters."""

AIRY = 15
"""Rows of the pane from which an empty line parts the rows."""

_FEWEST = 18
"""Cells from which the words of the last column stand there, for all rows or for none."""

LARGE = 182
"""Cells of the pane from which a row has room in large letters."""

WAIT = 5
"""The row under the gates: doing nothing this round."""


class Board(Menu):
    """Five rows, one a gate, and a sixth for waiting."""

    magnifies = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.gates: tuple[GateRow, ...] = ()
        self.open = True
        """Whether an answer can be chosen now."""
        self.title = Content(_("The five gates"))

    def show(self, gates: tuple[GateRow, ...], *, open: bool) -> None:
        """Show the gates as they stand."""
        self.gates, self.open = gates, open
        narrow = next((gate for gate in gates if gate.bottleneck), None)
        name = (label(narrow.gate), "bold") if narrow else ""
        self.state = line(*parts(_("bottleneck: {gate}"), gate=name)) if narrow else Content("")
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """While it is told what followed, the board is only to be looked at."""
        if self.open:
            super().on_click(event)

    def count(self) -> int:
        """The gates, and the row for waiting where an answer can be chosen."""
        return len(self.gates) + 1 if self.gates else 0

    def before_rows(self, width: int) -> list[Content]:
        """What the columns are."""
        inside = width - 2
        if inside < self._middle or self._two_high:
            return []
        method, cells = self._columns(inside)
        closed, open_ = f" {_('closed')}", f"{_('open')} "
        if text_width(closed) + 2 + text_width(open_) > cells:
            # Words that touch those beside them would be read as one sentence with them.
            closed, open_ = "0", "10"
        ends = pad(closed, cells - text_width(open_)) + open_
        people = _("of 100 people, still there") if inside >= WIDE else _("of 100")
        ours = pad(_("our answer"), self._answers + 8)
        captions = f"      {pad(_('their method'), method)}{ends} {ours}{people}"
        return [line((fit(captions, width), "$quiet")), *[BLANK] * self.gap(width)]

    @property
    def _answers(self) -> int:
        """Cells of the column of our answers, each with how many moves it has."""
        return max((text_width(gate.response_label) for gate in self.gates), default=0) + 4

    def _columns(self, width: int) -> tuple[int, int]:
        """(cells of the method, cells of the track) at this width."""
        whole = max((text_width(gate.method) for gate in self.gates), default=0) + 1
        if width >= 81 + whole:
            return whole, 21
        return (SHORT, 21) if width >= 88 else (SHORT, 11)

    @property
    def _middle(self) -> int:
        """Cells from which a row is one line."""
        return MIDDLE + max(0, self._answers - 12)

    def gap(self, width: int) -> int:
        """An empty line between the rows where there is room to breathe."""
        if self._two_high:
            return int(self.size.height >= 3 * self.count() + HIGH + 3)
        return int(self.high >= AIRY and width - 2 >= self._middle)

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """One gate, in the form that fits."""
        if at == WAIT:
            style = ("bold" if chosen else "") if self.open else "$shut"
            return [line((f"{at + 1}   ", "$quiet"), (fit(_("Wait, and do nothing this round"), width - 4), style))]
        gate = self.gates[at]
        if self._two_high:
            return self._tall(at, gate, width, chosen)
        if width < self._middle:
            return self._two_lines(at, gate, width, chosen)
        method, cells = self._columns(width)
        name = gate.method if method > SHORT else _short_method(gate)
        pieces: list[Piece] = [
            *self._theirs(at, gate, pad(name, method)),
            *_bead(gate, cells),
            " ",
            *self._ours(gate, chosen, self._answers),
            (f"{gate.value:>3}", "bold"),
            *_changed(gate, 4),
            (f"{gate.left:>4} ", "bold"),
        ]
        room = width - sum(text_width(piece if isinstance(piece, str) else piece[0]) for piece in pieces)
        pieces += _ending(gate, room)
        return [line(*pieces)]

    def _two_lines(self, at: int, gate: GateRow, width: int, chosen: bool) -> list[Content]:
        answers = self._answers + 1
        cells = max(11, min(21, width - answers - 11))
        return [
            line(
                (f"{at + 1} ", "$quiet"),
                *self._ours(gate, chosen, answers),
                *_bead(gate, cells),
                (f"{gate.value:>3}", "bold"),
                *_changed(gate, 4),
            ),
            line(
                "  ",
                *self._method(gate, pad(_short_method(gate), 12)),
                (f"{gate.left:>3} ", "bold"),
                *_ending(gate, width - 20),
            ),
        ]

    @property
    def large(self) -> bool:
        """Letters are large where a whole row has room in one line then."""
        return super().large and self.size.width >= LARGE

    @property
    def _two_high(self) -> bool:
        """For a projector, where letters are not large: each row in two lines, far apart, if they all have room."""
        return self.projected and not self.large and self.size.height > 2 * self.count()

    def _gap(self, width: int, taken: int) -> int:
        """As `gap` says: the big figures need room too."""
        return self.gap(width)

    def _tall(self, at: int, gate: GateRow, width: int, chosen: bool) -> list[Content]:
        """Two lines with everything far apart, for the back of the room."""
        half = width // 2
        name = gate.method if text_width(gate.method) <= half - 5 else _short_method(gate)
        words = width // 3 if width >= WIDE else 2
        return [
            line(*self._theirs(at, gate, pad(name, half - 4)), *self._ours(gate, chosen, self._answers)),
            line(
                "    ",
                *_bead(gate, max(9, width - 16 - words)),
                (f"{gate.value:>3}", "bold"),
                *_changed(gate, 4),
                (f"{gate.left:>4} ", "bold"),
                *_ending(gate, words),
            ),
        ]

    def pinned(self, width: int) -> list[Content]:
        """For a projector: how many are left after all five gates, in big figures."""
        if not self.projected or not self.gates:
            return []
        last = self.gates[-1]
        if self.large:
            said = _("{left} of 100 people {what_they_do}", left=last.left, what_they_do=last.left_words)
            return [line((fit(said, width), "bold $accent"))]
        if self.size.height < 2 * len(self.gates) + HIGH + 4:
            return []
        words = _("of 100 people {what_they_do}", what_they_do=last.left_words)
        return [BLANK, *big_lines(str(last.left), words, width, "bold $accent")]

    def _theirs(self, at: int, gate: GateRow, name: str) -> list[Piece]:
        return [(f"{at + 1} ", "$quiet"), *self._method(gate, name)]

    def _method(self, gate: GateRow, name: str) -> list[Piece]:
        """Their method; the sign before it says that it landed this round."""
        if gate.under_attack:
            return [("! ", "bold $theirs"), (name, "bold $theirs")]
        return ["  ", (name, "$quiet")]

    def _ours(self, gate: GateRow, chosen: bool, cells: int) -> list[Piece]:
        """Our answer and how many of its moves are open."""
        can = self.open and gate.open_moves > 0
        style = "bold $ours" if can else "$ours" if not self.open else "$shut"
        count = f"({gate.open_moves or '–'})" if self.open else ""
        return [
            (gate.response_label, style + (" underline" if chosen and can else "")),
            (f" {count}".ljust(cells - text_width(gate.response_label)), "$quiet"),
        ]


def _short_method(gate: GateRow) -> str:
    return sense("at most 12 letters", _SHORT_METHOD[gate.gate])


def _bead(gate: GateRow, cells: int) -> list[Piece]:
    opened, bead, held = track(gate.value, cells)
    return [(opened, "$ours"), (bead, "bold"), (held, "$theirs")]


def _changed(gate: GateRow, cells: int) -> list[Piece]:
    return [(f" {signed_change(gate.changed)}".ljust(cells), "bold $mark")]


def _ending(gate: GateRow, room: int) -> list[Piece]:
    """The words for those still there, and the mark of the bottleneck."""
    mark = _("◂ bottleneck")
    if not gate.bottleneck:
        return [(fit(gate.left_words, room), "$quiet")] if room >= _FEWEST else []
    if room >= 21 + 2 + text_width(mark):
        return [(pad(gate.left_words, 22), ""), (mark, "bold $accent")]
    if room >= _FEWEST and room >= text_width(gate.left_words) + 2:
        return [(gate.left_words, "bold $accent"), (" ◂", "bold $accent")]
    return [("◂", "bold $accent")] if room >= 1 else []
