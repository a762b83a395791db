"""Where all other plays end, looked for beside the app, and said as it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from backfire_sim.speech import _, plural
from backfire_sim.tui.behind import Behind, Stale
from backfire_sim.tui.widgets.lines import BLANK, prose
from backfire_sim.tui.widgets.other_ways import elsewhere_lines
from backfire_sim.views.elsewhere import Elsewhere, elsewhere_told

if TYPE_CHECKING:
    from backfire_sim.storage.kept import Kept
    from backfire_sim.tui.screens.debrief import DebriefScreen

_OFTEN = 20_000
"""Moments between two figures on the screen."""


class NotNeededError(Exception):
    """Nobody looks at it any more."""


class ElsewhereBehind:
    """Looks once, when the part is first shown."""

    def __init__(self, screen: DebriefScreen) -> None:
        self._screen = screen
        self._behind: Behind | None = None
        self._failed = ""
        self._count = 0
        self.found: Elsewhere | None = None
        """What was found; None while it is looked for, or where nobody has asked yet."""

    def begin(self, kept: Kept) -> None:
        """Look, unless that was done or is being done."""
        if self._behind is not None:
            return
        self._behind = Behind(self._screen.app)
        scenario, digest = kept.session.scenario, kept.log.header.digest

        def work(stale: Stale) -> Elsewhere:
            from backfire_sim.authoring.elsewhere import elsewhere

            def tell(states: int) -> None:
                if stale():
                    raise NotNeededError
                if states - self._count >= _OFTEN:
                    self._count = states
                    self._screen.app.call_later(self._screen.redraw_part)

            return elsewhere(scenario, digest, progress=tell)

        self._behind.do(work, self._heard, self._missed)

    def stop(self) -> None:
        """What is still being looked for is not needed any more."""
        if self._behind is not None:
            self._behind.stop()

    def _heard(self, found: Elsewhere) -> None:
        self.found = found
        self._screen.redraw_part()

    def _missed(self, fault: Exception) -> None:
        self._failed = type(fault).__name__
        self._screen.redraw_part()

    def lines(self, width: int, outcome: str) -> list[Content]:
        """What was found, or how far it has come."""
        if self.found is not None:
            return elsewhere_lines(elsewhere_told(self.found, outcome), width, outcome)
        if self._failed:
            said = _("This could not be worked out ({fault}). Everything else is whole.", fault=self._failed)
            return [BLANK, *prose(said, width)]
        lines = [
            BLANK,
            *prose(_("Every other way through the story is being followed. You can go on meanwhile."), width),
        ]
        if self._count:
            said = plural("{count} moment so far", "{count} moments so far", self._count)
            lines += [BLANK, *prose(said, width, "$quiet")]
        return lines
