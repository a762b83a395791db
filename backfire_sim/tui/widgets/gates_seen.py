"""The board where nothing is chosen on it: at a table choices have numbers, and the gates have none."""

from __future__ import annotations

from textual.content import Content

from backfire_sim.tui.widgets.board import Board
from backfire_sim.tui.widgets.lines import line
from backfire_sim.views.play import GateRow


class GatesSeen(Board):
    """The five gates, to look at."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.chosen = -1

    def see(self, gates: tuple[GateRow, ...]) -> None:
        """Show the gates as they stand."""
        self.show(gates, open=False)

    def count(self) -> int:
        """The gates; waiting is a choice like the others."""
        return len(self.gates)

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """One gate, without its number."""
        first, *rest = super().row(at, width, chosen)
        return [line(" ", first[1:]), *rest]
