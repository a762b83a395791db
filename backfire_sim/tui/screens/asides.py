"""What can be looked at beside a play, without changing anything in it: its story, its last why, and its people."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from backfire_sim.speech import _
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.play_layout import READ, TOLD

if TYPE_CHECKING:
    from backfire_sim.engine.apply import Turn
    from backfire_sim.storage.kept import Kept


class Asides(Page):
    """A page on which a play is in progress."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "why", show=False),
        Binding("l", "story", show=False),
        Binding("y", "people", show=False),
        Binding("m", "learn", show=False),
    ]

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.kept = kept
        self.stage = READ
        self.last: Turn | None = None
        """The last decision, from before which changes are counted."""

    def after_asking(self, play_it: bool | None) -> None:
        """Somebody was asked: what they said counts from now on."""

    def about(self) -> str:
        """The id of the page to learn from that goes with what is chosen or read; empty for the contents."""
        return ""

    def action_learn(self) -> None:
        """Read about what is chosen, and come back."""
        from backfire_sim.tui.screens.learn import LearnScreen

        self.app.push_screen(LearnScreen(self.about()))

    def action_why(self) -> None:
        """What the last decision led to, once more."""
        if self.last is None:
            self.say(_("Nothing has been decided yet."))
        elif self.stage != TOLD:
            from backfire_sim.tui.screens.story import why_screen

            self.app.push_screen(why_screen(self.kept, self.last))

    def action_story(self) -> None:
        """The decisions so far."""
        from backfire_sim.tui.screens.story import story_screen

        self.app.push_screen(story_screen(self.kept))

    def action_people(self) -> None:
        """Who can be asked for what, and what they said."""
        if not self.kept.session.scenario.people:
            self.say(_("Nobody in this play has to be asked for anything."))
        elif self.stage != TOLD:
            from backfire_sim.tui.screens.consent import PeopleScreen

            self.app.push_screen(PeopleScreen(self.kept), self.after_asking)
