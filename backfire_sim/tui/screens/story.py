"""Looking back while the play goes on: the decisions so far, and what the last one led to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK
from backfire_sim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from backfire_sim.engine.apply import Turn
    from backfire_sim.storage.kept import Kept

Draw = Callable[[int, str], list[Content]]
"""Lines for a width, and for how much of what is heavy is told."""


class Words(Pane):
    """Lines that somebody else draws."""

    magnifies = True

    def __init__(self, title: str, draw: Callable[[int], list[Content]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = Content(title)
        self._draw = draw

    def body(self, width: int) -> list[Content]:
        """The lines."""
        return self._draw(width)


class Reading(Page):
    """One pane to read, and a way back."""

    def __init__(self, subject: str, name: str, title: str, draw: Draw, *, veils: bool = False) -> None:
        super().__init__()
        self.subject = subject
        self.can_veil = veils
        self._about = name
        self._title = title
        self._draw = draw

    def masthead(self) -> tuple[str, str, str]:
        """What it is about."""
        return self._about, "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Read and go back."""
        return (
            Hint("escape", key("esc"), _("back")),
            Hint("pagedown", key("PgDn"), _("read on")),
            Hint("pageup", key("PgUp"), _("read back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The pane."""
        self.words = Words(self._title, lambda width: [BLANK, *self._draw(width, self.backfire.level)], id="thought")
        yield self.words

    def level_changed(self) -> None:
        """Draw again."""
        self.words.redraw()

    def reading(self) -> Words:
        """The pane."""
        return self.words

    def action_back(self) -> None:
        """Back."""
        self.dismiss()

    def action_go_on(self) -> None:
        """Read on, then back."""
        if not self.words.page():
            self.dismiss()


def story_screen(kept: Kept) -> Reading:
    """The decisions so far."""
    from backfire_sim.tui.widgets.chain import chain_lines
    from backfire_sim.views.ending import chain
    from backfire_sim.views.intensity import chain_at
    from backfire_sim.views.play import view

    session = kept.session
    links, prepared = chain(session.rules, session.turns()), view(session).prepared
    return Reading(
        "story",
        session.scenario.title,
        _("Your decisions so far"),
        lambda width, level: chain_lines(chain_at(links, level), prepared, width),
        veils=True,
    )


def why_screen(kept: Kept, turn: Turn) -> Reading:
    """What the last decision led to, words and numbers."""
    from backfire_sim.tui.widgets.aftermath import aftermath_lines
    from backfire_sim.tui.widgets.situation import told_lines
    from backfire_sim.views.consequence import consequence
    from backfire_sim.views.intensity import consequence_at

    told = consequence(kept.session.rules, turn)
    return Reading(
        "told",
        kept.session.scenario.title,
        _("What your last decision led to"),
        lambda width, level: [*told_lines(consequence_at(told, level), width), *aftermath_lines(told, width)],
        veils=True,
    )
