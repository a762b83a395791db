"""What is said once a decision was made: the words, and the gates before and after as rows with a line each."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE
from backfire_sim.speech import _
from backfire_sim.text import pad
from backfire_sim.text import width as text_width
from backfire_sim.tui.widgets.lines import BLANK, Piece, hanging, heading, labels, line, prose, signed_change
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.practice_shown import Doing, GateLine
from backfire_sim.views.practice_told import Reason, Told

MARKS = {STRONG: "●", WORKABLE: "◐", BACKFIRES: "○"}
"""How well an answer fits, as a sign beside the words that say so."""

_STYLES = {STRONG: "bold $ours", WORKABLE: "bold $accent", BACKFIRES: "bold $theirs"}

_CELLS, _FEWEST = 21, 11
"""Cells of the line of a gate: one for each half step, or for each step where there is less room."""

_FIGURES = 14
"""Cells of the figures behind it."""


class ToldPane(Pane):
    """The words; where nothing stands beside them, what the answer does too."""

    def __init__(self) -> None:
        super().__init__(id="told")
        self.stands: Callable[[], object] = bool
        """Called when it has its place: how much of it is in view is known then."""
        self.lit = True
        self.alone = True
        """Whether what the answer does stands here too, and not beside it."""
        self._told: Told | None = None
        self._after: tuple[str, ...] = ()

    def on_resize(self) -> None:
        """It has its place."""
        self.stands()

    def forget(self) -> None:
        """What was drawn does not hold any more; it is drawn anew with the layout."""
        self._body = None

    def show(self, told: Told, after: tuple[str, ...]) -> None:
        """Show what is said; `after`: sentences at the end."""
        self._told, self._after = told, after
        self.title = Content(_("What fits, and why"))
        self.redraw(from_top=True)

    def body(self, width: int) -> list[Content]:
        """Verdict, reasons, what it does, where to read on, when it returns."""
        told = self._told
        if told is None:
            return []
        lines = [BLANK, *prose(told.verdict, width, "bold $accent"), BLANK]
        for reason in told.reasons:
            lines += [*reason_lines(reason, width), BLANK]
        lines += written_lines(told, width)
        if self.alone:
            lines += done_lines(told, width)
        page = _("{title}: {line}", title=told.page_title, line=told.page_line)
        lines += [*hanging("m  ", page, width, "$quiet", mark="bold $accent"), BLANK]
        for each in (told.comes_back, *self._after):
            lines += prose(each, width) if each else []
        return lines


class DonePane(Pane):
    """What the answer does, beside the words."""

    def __init__(self) -> None:
        super().__init__(id="done")
        self.stands: Callable[[], object] = bool
        """Called when it has its place: how much of it is in view is known then."""
        self._told: Told | None = None

    def show(self, told: Told) -> None:
        """Show what the best answer does, and the one that was given."""
        self._told = told
        self.title = Content(_("What it does"))
        self.redraw(from_top=True)

    def on_resize(self) -> None:
        """It has its place."""
        self.stands()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return self._told is None or self._told.doing is None

    def body(self, width: int) -> list[Content]:
        """The gates."""
        return [BLANK, *done_lines(self._told, width)] if self._told is not None else []


def reason_lines(reason: Reason, width: int) -> list[Content]:
    """One answer: how well it fits, and why."""
    fit = _("{fit}; your answer", fit=reason.fit_words) if reason.yours else reason.fit_words
    lines = hanging(f"{MARKS[reason.fit]} ", reason.label, width, "bold", mark=_STYLES[reason.fit])
    for each in labels([fit, reason.about] if reason.about else [fit], width - 2):
        lines.append(line("  ", (each, "$quiet")))
    return lines + (prose(reason.words, width, indent=2) if reason.words else [])


def written_lines(told: Told, width: int) -> list[Content]:
    """Of a sentence: the example, what makes it good, and that nothing was kept."""
    if not told.example:
        return []
    lines = [heading(_("One way to say it")), *prose(told.example, width, indent=2), BLANK]
    if told.what_makes_it_good:
        lines += [heading(_("What makes it good")), *prose(told.what_makes_it_good, width, indent=2), BLANK]
    return [*lines, *prose(told.nothing_kept, width, "$quiet"), BLANK]


def done_lines(told: Told, width: int) -> list[Content]:
    """What the best answer does, and the one that was given."""
    lines: list[Content] = []
    if told.doing is not None:
        lines += doing_lines(told.doing, width)
    if told.doing_yours is not None:
        same = told.doing is not None and told.doing.where == told.doing_yours.where
        lines += [heading(_("And your answer")), *doing_lines(told.doing_yours, width, where=not same)]
    return lines


def doing_lines(doing: Doing, width: int, *, where: bool = True) -> list[Content]:
    """The gates that moved, then what moved in words, then where it was worked out."""
    lines = hanging("", doing.did, width, "bold")
    moved = [gate for gate in doing.gates if gate.before != gate.after]
    last = doing.gates[-1]
    if last not in moved and last.people_before != last.people_after:
        # How many act in the end is what all gates are about.
        moved.append(last)
    lines += table_lines(moved, width)
    for each in doing.words:
        lines += prose(each, width, indent=2)
    return [*lines, *(prose(doing.where, width, "$quiet", indent=2) if where else []), BLANK]


def table_lines(gates: list[GateLine], width: int) -> list[Content]:
    """Gates in one form: a line each where all of them have room in one, else with the people under it."""
    inset = max((text_width(gate.label) for gate in gates), default=0) + 2
    people = max((text_width(_people(gate)) for gate in gates), default=0)
    for cells in (_CELLS, _FEWEST):
        if 2 + inset + cells + _FIGURES + people <= width:
            return [line(*_row(gate, inset, cells), (_people(gate), "$quiet")) for gate in gates]
    lines: list[Content] = []
    for gate in gates:
        lines += [line(*_row(gate, inset, _FEWEST)), *hanging("    ", _people(gate), width, "$quiet")]
    return lines


def _row(gate: GateLine, inset: int, cells: int) -> list[Piece]:
    """A gate: its line with where it was and where it is, and both as figures."""
    changed = signed_change(gate.after - gate.before)
    values = pad(f"{gate.before} → {gate.after}", 8)
    name = (pad(gate.label, inset), "$ours")
    return ["  ", name, *_way(gate, cells), (f"  {values}", "bold"), (pad(changed, 4), "bold $mark")]


def _people(gate: GateLine) -> str:
    """How many of 100 are still there after it, before and after."""
    return _(
        "{before} → {after} of 100 {what_they_do}",
        before=gate.people_before,
        after=gate.people_after,
        what_they_do=gate.what_they_do,
    )


def _way(gate: GateLine, cells: int) -> list[Piece]:
    """The line of a gate, with a ring where it was and a bead where it is."""
    was, now = (round(max(0, min(10, value)) * (cells - 1) / 10) for value in (gate.before, gate.after))
    pieces: list[Piece] = []
    for at in range(cells):
        if at == now:
            pieces.append(("●", "bold"))
        elif at == was:
            pieces.append(("○", "bold $mark"))
        else:
            pieces.append(("━", "$ours") if at < now else ("─", "$theirs"))
    return pieces
