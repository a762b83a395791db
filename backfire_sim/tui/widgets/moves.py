"""The moves of one R: open ones to take, shut ones with the reason."""

from textual.content import Content

from backfire_sim.scoring.vocabulary import gloss, label
from backfire_sim.speech import _, later
from backfire_sim.tui.widgets.aftermath import aftermath_lines
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.situation import told_lines
from backfire_sim.views.consequence import Consequence
from backfire_sim.views.play import ConsentView, MoveView

_STATES = {
    "yes": later("{consent}: they said yes."),
    "no": later("{consent}: they said no."),
    "not_asked": later("{consent}: not asked yet."),
}
_AIRY = 24
"""Rows of the pane from which an empty line parts the moves."""

_DETAIL = 5
"""Most lines about the chosen move at the foot of the pane."""


class Moves(Menu):
    """The moves of the R that is chosen on the board; after a move, in the same place, what followed from it."""

    magnifies = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.moves: tuple[MoveView, ...] = ()
        self._response = ""
        self._roomy = True
        self._told: Consequence | None = None
        self.numbers = False
        """Of what followed: whether its numbers are shown, or its words."""

    def show(self, response: str, moves: tuple[MoveView, ...]) -> None:
        """Show the moves of one R; an empty name is waiting."""
        if response != self._response or [m.id for m in moves] != [m.id for m in self.moves]:
            self.chosen = self.top = 0
        self._told = None
        self._response, self.moves = response, moves
        about = f": {gloss(response)}" if response else ""
        self.title = line((label(response) if response else _("Wait"), "bold"), (about, "$quiet"))
        self.redraw()

    def show_words(self, told: Consequence) -> None:
        """Show what was done, what happened and why."""
        self._tell(told, _("What you did"), numbers=False)

    def show_numbers(self, told: Consequence) -> None:
        """Show what the decision moved."""
        self._tell(told, _("What moved, and why"), numbers=True)

    def _tell(self, told: Consequence, title: str, *, numbers: bool) -> None:
        self._told, self.numbers = told, numbers
        self.title = Content(title)
        self.redraw(from_top=True)

    @property
    def move(self) -> MoveView | None:
        """The chosen move."""
        return self.moves[self.chosen] if self.chosen < len(self.moves) else None

    def count(self) -> int:
        """How many moves there are; none while it is told what followed."""
        return 0 if self._told is not None else len(self.moves)

    def gap(self, width: int) -> int:
        """An empty line between the moves where there is room to breathe."""
        return int(self.high >= _AIRY)

    def before_rows(self, width: int) -> list[Content]:
        """An R without moves says so."""
        if self.moves:
            return []
        return [line("  ", (_("No move of this R fits this moment."), "$quiet"))]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A move: its letter, its words, and what to know in one line."""
        move = self.moves[at]
        letter = f"{chr(ord('a') + at)} "
        if not move.open:
            return [
                *hanging(letter, move.label, width, "$shut", limit=86),
                *hanging("  × ", move.why_not, width, "$shut", limit=84),
            ]
        return [
            *hanging(letter, move.label, width, "bold" if chosen else "", limit=86, mark="$quiet"),
            *_facts(move, width),
        ]

    def body(self, width: int) -> list[Content]:
        """The rows, and under them what the chosen move means for people, if there is room for both."""
        if self._told is not None:
            return aftermath_lines(self._told, width) if self.numbers else told_lines(self._told, width)
        rows = super().body(width)
        detail = self._detail(width)
        self._roomy = len(rows) + len(detail) < self.high
        return [*rows, *detail] if self._roomy else rows

    def pinned(self, width: int) -> list[Content]:
        """What the chosen move means for people, where the rows scroll."""
        self._lines(width)
        return [] if self._told is not None or self._roomy or self.high < 9 else self._detail(width)

    def _detail(self, width: int) -> list[Content]:
        lines = detail_lines(self.move, min(width, 88)) if self.move is not None and width else []
        return [*[BLANK] * (1 - self.gap(width)), *lines[:_DETAIL]] if lines else []


def _facts(move: MoveView, width: int) -> list[Content]:
    """Tactic, what it answers and who speaks, quietly."""
    said = [move.tactic] if move.tactic else []
    if move.answers:
        said.append(_("answers what they do now"))
    if move.consents:
        missing = sum(consent.state != "yes" for consent in move.consents)
        said.append(_("needs a yes") if missing else _("uses a consent"))
    if not move.response:
        said.append(_("the round passes, and what they do stands unanswered"))
    return hanging("  ", " · ".join(said), width, "$quiet", limit=84) if said else []


def detail_lines(move: MoveView, width: int) -> list[Content]:
    """Consents with their state, who carries the risk, who speaks, who is reached."""
    lines: list[Content] = []
    for consent in move.consents:
        lines += consent_lines(consent, width)
    if move.risk:
        lines += hanging(f"{_('Risk:')} ", move.risk, width, limit=80, mark="bold")
    spoken = [_("Speaks: {voice}.", voice=move.voice)] if move.voice else []
    spoken += [_("Reaches only: {audiences}.", audiences=move.reaches)] if move.reaches else []
    if spoken:
        lines += prose(" ".join(spoken), width, "$quiet", limit=86)
    return lines


def consent_lines(consent: ConsentView, width: int) -> list[Content]:
    """One consent, with the sign and the words of its state."""
    sign = {"yes": "✓", "no": "×", "not_asked": "?"}[consent.state]
    return hanging(
        f"{sign} ",
        _(_STATES[consent.state], consent=consent.label),
        width,
        "" if consent.state == "yes" else "$mark",
        limit=84,
    )
