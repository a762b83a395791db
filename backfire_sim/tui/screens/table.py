"""Table play: one shared screen, a silent choice by each seat, the spread, the talk, and what the table decides."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from backfire_sim.engine.events import IllegalEventError, Undo
from backfire_sim.room.commands import Blank, Skip
from backfire_sim.speech import _
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.tui.screens.table_going_on import GoingOn
from backfire_sim.tui.screens.table_keys import RULING
from backfire_sim.tui.screens.table_stage import WORDS
from backfire_sim.views.consequence import consequence
from backfire_sim.views.intensity import play_at


class TableScreen(GoingOn):
    """Everything a table does with a play, one stage after the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"number({n})", show=False) for n in range(10)),
        Binding("backspace,delete", "rub_out", show=False),
        Binding("left", "seat_before", show=False),
        Binding("right", "go_on", show=False),
        Binding("plus", "more_time", show=False),
        Binding("a", "again", show=False),
        Binding("b", "board", show=False),
        Binding("c", "agreed", show=False),
        Binding("d", "decide", show=False),
        Binding("e", "talk", show=False),
        Binding("f", "rule", show=False),
        Binding("g", "go", show=False),
        Binding("n", "reason", show=False),
        Binding("r", "read", show=False),
        Binding("s", "seat_or_clock", show=False),
        Binding("u", "undo", show=False),
    ]

    def action_move(self, by: int) -> None:
        """Another choice to count hands for; elsewhere as on any page."""
        if self._counts_hands:
            self._count_for(max(1, min(len(self.table.choices) + 1, self.counting + by)))
        else:
            super().action_move(by)

    def action_decide(self) -> None:
        """Decide now; where hands are counted, show them."""
        if self.stage in s.COUNTING:
            self._reveal()
        else:
            self.do(e.Decide())

    def action_again(self) -> None:
        """Choose again."""
        self.do(e.ChooseAgain())

    def action_talk(self) -> None:
        """Talk."""
        self.do(e.Talk())

    def action_more_time(self) -> None:
        """A minute more."""
        self.do(e.MoreTime(60))

    def action_rule(self) -> None:
        """The facilitator decides."""
        if self.stage in (s.SHOWN, s.TALK, s.SHOWN_AGAIN, s.OBJECTIONS, s.UNSETTLED):
            self.typing = RULING
            self._show()

    def action_go(self) -> None:
        """Let it go on; play what is decided without predicting."""
        if self.table.frozen:
            self.do(e.Thaw())
        elif self.stage == s.DECIDED:
            self._play_it()

    def action_reason(self) -> None:
        """Keep a reason of somebody who wanted something else, unnamed."""
        why_not = self.host.table.round.spread is None and self.stage not in (s.DECIDED, s.PREDICTED)
        if why_not or self.table.frozen:
            self.say(_("A reason can be kept once the choices are shown."))
            return
        from backfire_sim.table.apply import LONGEST_REASON
        from backfire_sim.tui.screens.table_asides import keep_reason
        from backfire_sim.tui.screens.write import WriteScreen

        name = _("Why something else? No name, please.")
        writing = WriteScreen(
            "table", name, "", most=LONGEST_REASON, keep=lambda words: keep_reason(self.host, words), lines=False
        )
        self.app.push_screen(writing, lambda kept: self.say(_("Kept for the talk afterward.")) if kept else None)

    def action_board(self) -> None:
        """The five gates; at the preparation, begin."""
        if self.preparing:
            self._prepared()
            return
        from backfire_sim.tui.screens.table_asides import BoardScreen

        self.app.push_screen(BoardScreen(self._now))

    def action_agreed(self) -> None:
        """What this table agreed on, and how many it is."""
        from backfire_sim.tui.screens.table_asides import AgreedScreen

        self.app.push_screen(AgreedScreen(self.at_table))

    def action_read(self) -> None:
        """The scene again, over whatever is there."""
        if self._now.phase == "preparing" or self.stage in (s.READ, s.TOLD):
            return
        from backfire_sim.tui.screens.story import Reading
        from backfire_sim.tui.widgets.situation import scene_lines

        now = self._now
        self.app.push_screen(
            Reading(
                "table", now.title, now.scene_title, lambda w, level: scene_lines(play_at(now, level), w), veils=True
            )
        )

    def action_back(self) -> None:
        """To the beginning of this step, or to the step before; choices that would be lost are asked about."""
        if self.typing:
            self.typing, self.typed = "", ""
            self._show()
        elif self.stage == s.TOLD:
            if self.part:
                self.part = max(WORDS, self.part - 1) if self.turns else WORDS
                self._show()
        elif self.stage == s.READ:
            if not self.situation.turn(-1) and not self.host.table.trail:
                self.say(_("This round has just begun. u takes the last decision back."))
        elif self.table.chosen and self.stage in s.COUNTING:
            said = _("{chosen} of {all} have chosen. Their choices are thrown away, and all choose from the beginning.")
            words = said.format(chosen=self.table.chosen, all=self.table.seats)
            self._ask(_("Begin this choice anew?"), words, _("Begin anew"), self._begun_anew)
        else:
            self.do(e.Back())

    def _begun_anew(self, yes: bool | None) -> None:
        if yes:
            self.do(e.Back())

    def action_undo(self) -> None:
        """Take the last decision back."""
        session = self.kept.session
        if self.table.frozen or not session.can_undo:
            self.say(_("There is nothing to take back."))
            return
        from backfire_sim.storage.errors import StorageError

        taken = consequence(session.rules, session.turns()[-1]).did
        try:
            self.kept.play(Undo())
        except (IllegalEventError, StorageError) as error:
            self.say(str(error))
            return
        self._heard = len(session.turns())
        self.host.catch_up()
        self._catch_up()
        self.say(_("Taken back: {what}", what=taken))

    def action_skip(self) -> None:
        """Leave the scene out; where it is over, only what is told of it."""
        if self.stage == s.TOLD:
            self.do(Skip())
        elif self._now.phase == "preparing":
            super().action_skip()
        else:
            from backfire_sim.tui.screens.pause import SkipScreen

            self.app.push_screen(SkipScreen(), self._after_skipping)

    def _after_skipping(self, skip: bool | None) -> None:
        """The group waits, in a scene that nobody is shown."""
        if skip:
            self.do(Skip())

    def action_leave(self) -> None:
        """Home; everything is kept already, the table in the middle of its choice too."""
        self.backfire.show_home()

    def about(self) -> str:
        """The method that landed, to learn about."""
        return self._now.methods[0].uses if self._now.methods else ""

    def unblank(self) -> None:
        """The shared screen comes back."""
        self.do(Blank(False))
